#include "term/term_private.h"
#include <errno.h>
#include <langinfo.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

/* What signal handlers need. Handlers have no argument to find it by: the one exception to "no globals". */
static struct {
	volatile sig_atomic_t quit, winch, stop, cont;
	volatile sig_atomic_t open;
	int in, out;
	struct termios before;        /* modes of the terminal before we came */
	char leave[256];              /* bytes that give the terminal back */
	size_t leave_length;
} at_signal;

static const int quit_signals[] = { SIGTERM, SIGHUP, SIGINT, SIGQUIT };
static const int crash_signals[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL };

static void note_signal(int number)
{
	switch (number) {
	case SIGWINCH: at_signal.winch = 1; break;
	case SIGTSTP: at_signal.stop = 1; break;
	case SIGCONT: at_signal.cont = 1; break;
	default: at_signal.quit = 1;
	}
}

/* Only async-signal-safe calls here: the program is broken already. The default action follows (a core file stays possible). */
static void restore_and_die(int number)
{
	if (at_signal.open) {
		ssize_t ignored = write(at_signal.out, at_signal.leave, at_signal.leave_length);
		(void) ignored;
		tcsetattr(at_signal.in, TCSANOW, &at_signal.before);
		at_signal.open = 0;
	}
	signal(number, SIG_DFL);
	raise(number);
}

static void handle(int number, void (*handler)(int), int flags)
{
	struct sigaction action = { .sa_handler = handler, .sa_flags = flags };
	sigemptyset(&action.sa_mask);
	sigaction(number, &action, NULL);
}

static bool is_ignored(int number)
{
	struct sigaction action;
	return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

/* Installed before curses starts: it then leaves them alone. A signal ignored from outside (nohup) stays ignored. */
static void catch_signals(struct terminal *terminal)
{
	sigset_t blocked;
	sigemptyset(&blocked);
	for (unsigned i = 0; i < G_N_ELEMENTS(quit_signals); i++) {
		if (!is_ignored(quit_signals[i]))
			handle(quit_signals[i], note_signal, 0);
		sigaddset(&blocked, quit_signals[i]);
	}
	static const int others[] = { SIGWINCH, SIGTSTP, SIGCONT };
	for (unsigned i = 0; i < G_N_ELEMENTS(others); i++) {
		if (others[i] != SIGTSTP || !is_ignored(SIGTSTP))
			handle(others[i], note_signal, 0);
		sigaddset(&blocked, others[i]);
	}
	for (unsigned i = 0; i < G_N_ELEMENTS(crash_signals); i++)
		handle(crash_signals[i], restore_and_die, SA_ONSTACK | SA_NODEFER);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	sigprocmask(SIG_BLOCK, &blocked, &terminal->wait_mask);
	/* Whatever the parent had blocked: we must hear these while waiting. */
	for (unsigned i = 0; i < G_N_ELEMENTS(quit_signals); i++)
		sigdelset(&terminal->wait_mask, quit_signals[i]);
	for (unsigned i = 0; i < G_N_ELEMENTS(others); i++)
		sigdelset(&terminal->wait_mask, others[i]);
}

static void release_signals(struct terminal *terminal)
{
	for (unsigned i = 0; i < G_N_ELEMENTS(crash_signals); i++)
		signal(crash_signals[i], SIG_DFL);
	signal(SIGWINCH, SIG_DFL);
	if (!is_ignored(SIGTSTP))
		signal(SIGTSTP, SIG_DFL);
	signal(SIGCONT, SIG_DFL);
	sigprocmask(SIG_SETMASK, &terminal->wait_mask, NULL);
}

/* A second stack, so that a stack overflow also restores the terminal. */
static void give_crash_stack(void)
{
	static char memory[16384];
	stack_t stack = { .ss_sp = memory, .ss_size = sizeof memory };
	sigaltstack(&stack, NULL);
}

/* Appends a terminfo string without its padding ("$<5>"). */
static void append_capability(GString *out, const char *capability)
{
	if (!capability || capability == (const char *) -1)
		return;
	for (const char *p = capability; *p; p++) {
		const char *end = p[0] == '$' && p[1] == '<' ? strchr(p, '>') : NULL;
		if (end)
			p = end;
		else
			g_string_append_c(out, *p);
	}
}

static void prepare_leaving(const struct terminal *terminal)
{
	g_autoptr(GString) bytes = g_string_new(NULL);
	if (terminal->modern)
		g_string_append(bytes, "\033[?1000l\033[?1002l\033[?1003l\033[?1006l\033[?2004l\033[23;2t");
	append_capability(bytes, exit_attribute_mode);
	append_capability(bytes, orig_pair);
	append_capability(bytes, keypad_local);
	append_capability(bytes, exit_ca_mode);
	append_capability(bytes, cursor_normal);
	g_string_append(bytes, "\r");
	at_signal.leave_length = MIN(bytes->len, sizeof at_signal.leave);
	memcpy(at_signal.leave, bytes->str, at_signal.leave_length);
}

/* Titles, paste marks and OSC 52 go only to terminals of families known to understand or ignore them. */
static bool is_modern(const char *name)
{
	static const char *const families[] = { "xterm", "tmux", "screen", "rxvt", "alacritty", "kitty", "foot", "st-",
		"vte", "konsole",
		"gnome", "wezterm", "iterm", "mlterm", "contour", "ghostty", "putty", "mintty", "Eterm" };
	for (unsigned i = 0; i < G_N_ELEMENTS(families); i++)
		if (g_str_has_prefix(name, families[i]))
			return true;
	return false;
}

bool terminal_check(GError **error)
{
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_TERMINAL, _("the dashboard needs a terminal for keys and screen; "
			"without one try 'dais render FILE --screen overview' or 'dais list cases FILE'"));
		return false;
	}
	const char *name = getenv("TERM");
	int answer = 0;
	if (!name || !*name) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_TERMINAL, _("TERM is not set, so the kind of terminal is unknown; "
			"set it (for example TERM=xterm-256color) or use 'dais render'"));
		return false;
	}
	if (setupterm(name, STDOUT_FILENO, &answer) != OK || answer != 1) {
		g_autofree char *shown = text_clean(name, -1, TEXT_ASCII);
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_TERMINAL, _("the terminal type '%s' is not known here; "
			"set TERM to one that is (for example xterm-256color) or use 'dais render'"), shown);
		return false;
	}
	bool able = cursor_address && clear_screen;
	del_curterm(cur_term);
	if (!able) {
		g_autofree char *shown = text_clean(name, -1, TEXT_ASCII);
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_TERMINAL,
			_("the terminal '%s' cannot place its cursor, so it cannot show the "
			"dashboard; use 'dais render' or 'dais list', which print plain text"), shown);
		return false;
	}
	return true;
}

static void take_size(struct terminal *terminal)
{
	struct winsize size;
	int w = 0, h = 0;
	if (ioctl(terminal->out, TIOCGWINSZ, &size) == 0) {
		w = size.ws_col;
		h = size.ws_row;
	}
	terminal->w = CLAMP(w > 0 ? w : 80, 1, 1000);
	terminal->h = CLAMP(h > 0 ? h : 24, 1, 1000);
	if (LINES != terminal->h || COLS != terminal->w) {
		resizeterm(terminal->h, terminal->w);
		g_clear_pointer(&terminal->last, canvas_free);
	}
}

static int choose_colors(const struct terminal_options *options)
{
	const char *none = getenv("NO_COLOR");
	if (options->colors == 0 || (options->colors < 0 && none && *none) || !has_colors())
		return 0;
	start_color();
	use_default_colors();
	int most = options->colors > 0 ? options->colors : COLORS;
	return most >= 256 ? 256 : most >= 16 ? 16 : 8;
}

/* Presses and releases, in the form that has no limit of columns. */
static void ask_mouse(struct terminal *terminal, bool on)
{
	if (terminal->modern)
		screen_write(terminal, on ? "\033[?1000h\033[?1006h" : "\033[?1006l\033[?1000l", 16);
}

/* What the program wants of the terminal beside curses: sent at start and after each stop. */
static void announce(struct terminal *terminal)
{
	if (terminal->modern)
		screen_write(terminal, "\033[22;2t\033[?2004h", 15);
	if (terminal->title)
		terminal_title(terminal, terminal->title);
	terminal_mouse(terminal, terminal->mouse);
}

static void withdraw(struct terminal *terminal)
{
	terminal_drag(terminal, false);
	if (terminal->mouse)
		ask_mouse(terminal, false);
	if (terminal->modern)
		screen_write(terminal, "\033[?2004l\033[23;2t", 15);
}

struct terminal *terminal_open(const struct terminal_options *options, GError **error)
{
	if (!terminal_check(error))
		return NULL;
	struct terminal *terminal = g_new0(struct terminal, 1);
	*terminal = (struct terminal) {
		.in = STDIN_FILENO, .out = STDOUT_FILENO, .marker = options->frame_marker, .mouse = options->mouse,
		.ascii = options->ascii || strcmp(nl_langinfo(CODESET), "UTF-8") != 0, .modern = is_modern(getenv("TERM")),
	};
	tcgetattr(terminal->in, &at_signal.before);
	at_signal.in = terminal->in;
	at_signal.out = terminal->out;
	give_crash_stack();
	catch_signals(terminal);
	use_tioctl(TRUE);      /* the terminal's own size, before LINES and COLUMNS: those are stale after the first resize */
	terminal->screen = screen_open(terminal) ? newterm(NULL, terminal->curses, stdin) : NULL;
	if (!terminal->screen) {
		release_signals(terminal);
		screen_close(terminal);
		g_free(terminal);
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_TERMINAL, _("the terminal could not be set up; 'dais render' needs none"));
		return NULL;
	}
	raw();
	noecho();
	nonl();
	idlok(stdscr, TRUE);
	terminal->colors = choose_colors(options);
	prepare_leaving(terminal);
	at_signal.open = 1;
	input_start(terminal);
	take_size(terminal);
	screen_theme(terminal);
	announce(terminal);
	return terminal;
}

/* The shell gets its terminal back as it was. */
static void leave(struct terminal *terminal)
{
	withdraw(terminal);
	curs_set(1);
	endwin();
	tcsetattr(terminal->in, TCSADRAIN, &at_signal.before);
	at_signal.open = 0;
}

void terminal_close(struct terminal *terminal)
{
	if (!terminal)
		return;
	leave(terminal);
	delwin(terminal->keys);
	delscreen(terminal->screen);
	screen_close(terminal);
	release_signals(terminal);
	canvas_free(terminal->last);
	g_free(terminal->title);
	g_free(terminal);
}

void terminal_size(const struct terminal *terminal, int *w, int *h)
{
	*w = terminal->w;
	*h = terminal->h;
}

bool terminal_ascii(const struct terminal *terminal)
{
	return terminal->ascii;
}

int terminal_colors(const struct terminal *terminal)
{
	return terminal->colors;
}

void terminal_mouse(struct terminal *terminal, bool on)
{
	terminal->mouse = on;
	ask_mouse(terminal, on);
}

/* 1002 takes the place of 1000, and leaves nothing when it goes. */
void terminal_drag(struct terminal *terminal, bool on)
{
	static const char begin[] = "\033[?1002h", end[] = "\033[?1002l\033[?1000h";
	if (terminal->drag == on)
		return;
	terminal->drag = on;
	if (terminal->modern && terminal->mouse)
		screen_write(terminal, on ? begin : end, on ? sizeof begin - 1 : sizeof end - 1);
}

void terminal_title(struct terminal *terminal, const char *title)
{
	g_autofree char *clean = text_clean(title, -1, terminal->ascii ? TEXT_ASCII : TEXT_CLEAN_LINE);
	if (terminal->title != title) {
		if (g_strcmp0(terminal->title, clean) == 0)
			return;
		g_free(terminal->title);
		terminal->title = g_strdup(clean);
	}
	if (!terminal->modern)
		return;
	g_autofree char *bytes = g_strdup_printf("\033]2;%s\007", clean);
	screen_write(terminal, bytes, strlen(bytes));
}

void terminal_copy(struct terminal *terminal, const char *text)
{
	if (!terminal->modern)
		return;
	g_autofree char *coded = g_base64_encode((const guchar *) text, strlen(text));
	g_autofree char *bytes = g_strdup_printf("\033]52;c;%s\007", coded);
	screen_write(terminal, bytes, strlen(bytes));
}

static void come_back(struct terminal *terminal)
{
	reset_prog_mode();
	announce(terminal);
	at_signal.cont = 0;
	take_size(terminal);
	terminal_redraw(terminal);
}

void terminal_suspend(struct terminal *terminal)
{
	if (is_ignored(SIGTSTP))
		return;
	leave(terminal);
	sigset_t stop, before;
	sigemptyset(&stop);
	sigaddset(&stop, SIGTSTP);
	sigaddset(&stop, SIGCONT);      /* told here, and not once more whenever nothing is typed */
	handle(SIGTSTP, SIG_DFL, 0);
	kill(0, SIGTSTP);    /* the whole job, as the terminal driver would */
	sigprocmask(SIG_UNBLOCK, &stop, &before);
	sigprocmask(SIG_SETMASK, &before, NULL);
	handle(SIGTSTP, note_signal, 0);
	at_signal.stop = 0;
	at_signal.open = 1;
	come_back(terminal);
	terminal->resumed = true;
}

static bool consume_flags(struct terminal *terminal, struct event *event)
{
	if (at_signal.quit || terminal->gone) {
		event->kind = EVENT_QUIT;
	} else if (at_signal.stop || at_signal.cont || terminal->resumed) {
		if (at_signal.stop)
			terminal_suspend(terminal);
		else if (at_signal.cont)
			come_back(terminal);
		terminal->resumed = false;
		event->kind = EVENT_RESUME;
	} else if (at_signal.winch) {
		at_signal.winch = 0;
		take_size(terminal);
		event->kind = EVENT_RESIZE;
	}
	return event->kind != EVENT_NONE;
}

#define WATCH_MOST 8

void terminal_wait(struct terminal *terminal, int timeout_ms, const int *fds, unsigned n, struct event *event)
{
	*event = (struct event) { .kind = EVENT_NONE };
	if (consume_flags(terminal, event) || input_read(terminal, event))
		return;
	struct pollfd poll_fd[WATCH_MOST + 1] = { { .fd = terminal->in, .events = POLLIN } };
	n = MIN(n, WATCH_MOST);
	for (unsigned i = 0; i < n; i++)
		poll_fd[i + 1] = (struct pollfd) { .fd = fds[i], .events = POLLIN };
	struct timespec limit = { timeout_ms / 1000, timeout_ms % 1000 * 1000000L };
	int ready = ppoll(poll_fd, n + 1, timeout_ms < 0 ? NULL : &limit, &terminal->wait_mask);
	if (ready < 0 || (ready > 0 && (poll_fd[0].revents & (POLLHUP | POLLERR | POLLNVAL)))) {
		terminal->gone = ready > 0 || errno != EINTR;
		consume_flags(terminal, event);
		return;
	}
	if (ready > 0 && (poll_fd[0].revents & POLLIN)) {
		int waiting = 0;
		/* Readable with nothing to read is the end of the terminal, also when SIGHUP is ignored. */
		if (!ioctl(terminal->in, FIONREAD, &waiting) && waiting == 0)
			terminal->gone = true;
		if (!input_read(terminal, event))
			consume_flags(terminal, event);
		return;
	}
	for (unsigned i = 0; ready > 0 && i < n; i++)
		if (poll_fd[i + 1].revents) {
			event->kind = EVENT_WATCH;
			event->fd = fds[i];
			return;
		}
}

bool terminal_pending(struct terminal *terminal)
{
	struct pollfd poll_fd = { .fd = terminal->in, .events = POLLIN };
	return at_signal.quit || at_signal.winch || poll(&poll_fd, 1, 0) > 0;
}
