/* Bytes typed -> events: keys, pastes, mouse. */
#include "term/term_private.h"
#include <poll.h>
#include <wchar.h>

/* Codes above curses' own (KEY_MAX is 0777). */
enum { KEY_PASTE_BEGIN = 0x1000, KEY_PASTE_END, KEY_CLICK };

#define PASTE_MOST (1024 * 1024)
#define PASTE_WAIT_MS 500
#define REPORT_WAIT_MS 50      /* for the rest of a mouse report that came in parts */
#define DOUBLE_CLICK_US 400000

void input_start(struct terminal *terminal)
{
	terminal->keys = newpad(1, 1);
	keypad(terminal->keys, TRUE);
	nodelay(terminal->keys, TRUE);
	set_escdelay(25);
	/* Both forms of the cursor keys: which one comes depends on a mode the terminal may have lost. */
	static const struct { const char *bytes; int key; } more[] = {
		{ "\033[A", KEY_UP }, { "\033[B", KEY_DOWN }, { "\033[C", KEY_RIGHT }, { "\033[D", KEY_LEFT },
		{ "\033OA", KEY_UP }, { "\033OB", KEY_DOWN }, { "\033OC", KEY_RIGHT }, { "\033OD", KEY_LEFT },
		{ "\033[H", KEY_HOME }, { "\033[F", KEY_END }, { "\033OH", KEY_HOME }, { "\033OF", KEY_END },
		{ "\033[1~", KEY_HOME }, { "\033[4~", KEY_END }, { "\033[5~", KEY_PPAGE }, { "\033[6~", KEY_NPAGE },
		{ "\033[1;2A", KEY_SR }, { "\033[1;2B", KEY_SF }, { "\033[Z", KEY_BTAB }, { "\033[200~", KEY_PASTE_BEGIN }, { "\033[201~", KEY_PASTE_END },
		{ "\033[<", KEY_CLICK },
	};
	for (unsigned i = 0; i < G_N_ELEMENTS(more); i++)
		define_key(more[i].bytes, more[i].key);
}

static guint32 named_key(wint_t code)
{
	static const struct { int curses; guint32 key; } map[] = {
		{ KEY_UP, DKEY_UP }, { KEY_DOWN, DKEY_DOWN }, { KEY_LEFT, DKEY_LEFT }, { KEY_RIGHT, DKEY_RIGHT },
		{ KEY_HOME, DKEY_HOME }, { KEY_END, DKEY_END }, { KEY_PPAGE, DKEY_PGUP }, { KEY_NPAGE, DKEY_PGDN },
		{ KEY_SR, DKEY_S_UP }, { KEY_SF, DKEY_S_DOWN }, { KEY_ENTER, DKEY_ENTER }, { KEY_BTAB, DKEY_BACKTAB }, { KEY_BACKSPACE, DKEY_BACKSPACE },
		{ KEY_DC, DKEY_DELETE }, { KEY_IC, DKEY_INSERT },
	};
	for (unsigned i = 0; i < G_N_ELEMENTS(map); i++)
		if ((wint_t) map[i].curses == code)
			return map[i].key;
	if (code >= KEY_F(1) && code <= KEY_F(10))
		return DKEY_F1 + (code - KEY_F(1));
	return 0;
}

static guint32 typed_key(wint_t code)
{
	switch (code) {
	case '\r': case '\n': return DKEY_ENTER;
	case '\t': return DKEY_TAB;
	case 27: return DKEY_ESC;
	case 8: case 127: return DKEY_BACKSPACE;
	}
	if (code >= 1 && code <= 26)
		return DKEY_CTRL | ('a' + code - 1);
	return code >= 32 && code < DKEY_BASE ? code : 0;
}

/* Everything up to the end mark; a paste whose end never comes is given up after a while. */
static char *read_paste(struct terminal *terminal)
{
	GString *text = g_string_new(NULL);
	struct pollfd poll_fd = { .fd = terminal->in, .events = POLLIN };
	for (;;) {
		wint_t code = 0;
		int kind = wget_wch(terminal->keys, &code);
		if (kind == ERR) {
			if (poll(&poll_fd, 1, PASTE_WAIT_MS) <= 0 || (poll_fd.revents & (POLLHUP | POLLERR)))
				break;
			continue;
		}
		if (kind == KEY_CODE_YES && code == KEY_PASTE_END)
			break;
		if (kind == OK && text->len < PASTE_MOST && code != 0)
			g_string_append_unichar(text, code == '\r' ? '\n' : code);
	}
	return g_string_free(text, FALSE);
}

/*
 * "\033[<button;column;rowM", or m for a release. Read here and not by curses, which blocks in read(2), deaf to signals, when a
 * report is not one it was asked for.
 */
static bool read_report(struct terminal *terminal, int number[3], bool *press)
{
	struct pollfd poll_fd = { .fd = terminal->in, .events = POLLIN };
	number[0] = number[1] = number[2] = 0;
	for (unsigned at = 0, length = 0; length < 32; length++) {
		wint_t code = 0;
		int kind = wget_wch(terminal->keys, &code);
		if (kind == ERR && poll(&poll_fd, 1, REPORT_WAIT_MS) > 0)
			kind = wget_wch(terminal->keys, &code);
		if (kind != OK)
			return false;
		if (code >= '0' && code <= '9') {
			number[at] = MIN(number[at] * 10 + (int) (code - '0'), 9999);
		} else if (code == ';' && at < 2) {
			at++;
		} else {
			*press = code == 'M';
			return at == 2 && (code == 'M' || code == 'm');
		}
	}
	return false;
}

static bool read_mouse(struct terminal *terminal, struct event *event)
{
	int number[3];
	bool press = false;
	if (!read_report(terminal, number, &press))
		return false;
	bool move = number[0] & 32;
	int button = number[0] & ~(4 | 8 | 16 | 32);      /* whatever Shift, Alt and Ctrl say */
	if ((move || !press) && (!terminal->drag || button != 0))
		return false;
	event->kind = EVENT_MOUSE;
	event->x = number[1] - 1;
	event->y = number[2] - 1;
	if (move || !press) {
		event->action = move ? MOUSE_MOVE : MOUSE_RELEASE;
		terminal->click_time = move ? 0 : terminal->click_time;
		return true;
	}
	if (button == 64 || button == 65) {
		event->action = button == 64 ? MOUSE_WHEEL_UP : MOUSE_WHEEL_DOWN;
		return true;
	}
	if (button != 0) {
		event->kind = EVENT_NONE;
		return false;
	}
	gint64 now = g_get_monotonic_time();
	bool again = now - terminal->click_time < DOUBLE_CLICK_US && terminal->click_x == event->x && terminal->click_y == event->y;
	event->action = again ? MOUSE_DOUBLE : MOUSE_PRESS;
	terminal->click_time = again ? 0 : now;
	terminal->click_x = event->x;
	terminal->click_y = event->y;
	return true;
}

static bool read_one(struct terminal *terminal, struct event *event)
{
	for (;;) {
		wint_t code = 0;
		int kind = wget_wch(terminal->keys, &code);
		if (kind == ERR)
			return false;
		if (kind == KEY_CODE_YES && code == KEY_PASTE_BEGIN) {
			event->kind = EVENT_PASTE;
			event->paste = read_paste(terminal);
			return true;
		}
		if (kind == KEY_CODE_YES && code == KEY_CLICK) {
			if (read_mouse(terminal, event))
				return true;
			continue;
		}
		event->key = kind == KEY_CODE_YES ? named_key(code) : typed_key(code);
		if (event->key) {
			event->kind = EVENT_KEY;
			return true;
		}
	}
}

bool input_read(struct terminal *terminal, struct event *event)
{
	*event = (struct event) { .kind = EVENT_NONE };
	if (!read_one(terminal, event))
		return false;
	event->more = terminal_pending(terminal);
	return true;
}
