/* A canvas of cells -> curses -> the terminal. */
#include "term/term_private.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* A stopped terminal (Ctrl-S) must not keep us from hearing SIGTERM: wait for room with signals open. */
static bool wait_for_room(struct terminal *terminal)
{
	struct pollfd poll_fd = { .fd = terminal->out, .events = POLLOUT };
	int ready = ppoll(&poll_fd, 1, NULL, &terminal->wait_mask);
	return ready > 0 && !(poll_fd.revents & (POLLHUP | POLLERR));
}

bool screen_write(struct terminal *terminal, const char *bytes, size_t length)
{
	while (length > 0 && !terminal->gone) {
		ssize_t n = write(terminal->out, bytes, length);
		if (n < 0 && errno != EINTR && errno != EAGAIN)
			terminal->gone = true;
		if (n < 0 && errno == EAGAIN && !wait_for_room(terminal))
			return false;
		if (n > 0) {
			bytes += n;
			length -= n;
		}
	}
	return !terminal->gone;
}

bool screen_open(struct terminal *terminal)
{
	int fd = fcntl(terminal->out, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	terminal->curses = fd < 0 ? NULL : fdopen(fd, "w");
	terminal->gathered = memfd_create("frame", MFD_CLOEXEC);
	return terminal->curses != NULL;
}

void screen_close(struct terminal *terminal)
{
	if (terminal->curses)
		fclose(terminal->curses);
	if (terminal->gathered >= 0)
		close(terminal->gathered);
}

static void gather(struct terminal *terminal)
{
	if (terminal->gathered >= 0)
		dup3(terminal->gathered, fileno(terminal->curses), O_CLOEXEC);
}

static void send_gathered(struct terminal *terminal)
{
	if (terminal->gathered < 0)
		return;
	dup3(terminal->out, fileno(terminal->curses), O_CLOEXEC);
	off_t length = lseek(terminal->gathered, 0, SEEK_CUR);
	g_autofree char *bytes = length > 0 ? g_malloc(length) : NULL;
	if (bytes && pread(terminal->gathered, bytes, length, 0) == length)
		screen_write(terminal, bytes, length);
	lseek(terminal->gathered, 0, SEEK_SET);
}

/*
 * Curses writes each stretch it changed by itself: twenty pieces a frame, each a packet over ssh and a moment in which half a
 * frame is seen. So while it updates, its descriptor is a file in memory, and the terminal gets the frame in one piece.
 */
static void update(struct terminal *terminal, bool cursor)
{
	gather(terminal);
	curs_set(cursor);
	wnoutrefresh(stdscr);
	doupdate();
	send_gathered(terminal);
}

/* The number of the pair (fg, bg); made when it is new. */
static short pair_of(struct terminal *terminal, int fg, int bg)
{
	if (fg == COLOR_NONE && bg == COLOR_NONE)
		return 0;
	for (int i = 1; i < terminal->n_pairs; i++)
		if (terminal->pair[i].fg == fg && terminal->pair[i].bg == bg)
			return i;
	if (terminal->n_pairs >= MIN(PAIRS_MOST, COLOR_PAIRS))
		return 0;
	short pair = terminal->n_pairs++;
	terminal->pair[pair].fg = fg;
	terminal->pair[pair].bg = bg;
	init_pair(pair, fg, bg);
	return pair;
}

/* Red, green and blue (0..5) of a colour of the 256-colour palette above the first 16. */
static void palette_rgb(int color, int rgb[3])
{
	if (color >= 232) {
		rgb[0] = rgb[1] = rgb[2] = (color - 232) * 5 / 23;
		return;
	}
	color -= 16;
	rgb[0] = color / 36;
	rgb[1] = color / 6 % 6;
	rgb[2] = color % 6;
}

/* The hue of a palette colour among the 8 basic ones; greys give COLOR_NONE: the terminal's own foreground is always readable. */
static int basic_color(int color)
{
	if (color < 0 || color < 16)
		return color < 0 ? COLOR_NONE : color % 8;
	int rgb[3];
	palette_rgb(color, rgb);
	int high = MAX(rgb[0], MAX(rgb[1], rgb[2])), low = MIN(rgb[0], MIN(rgb[1], rgb[2]));
	if (high - low < 2)
		return COLOR_NONE;
	int half = (high + low + 1) / 2;
	return (rgb[0] >= half) | (rgb[1] >= half) << 1 | (rgb[2] >= half) << 2;
}

static attr_t attributes(unsigned bits)
{
	return (bits & ROLE_BOLD ? A_BOLD : 0) | (bits & ROLE_REVERSE ? A_REVERSE : 0) | (bits & ROLE_UNDERLINE ? A_UNDERLINE : 0);
}

/* With few colours no hue is safe as text on every ground (UX.md 8.1): attributes carry the meaning, hues only charts. */
static void style_plain(struct terminal *terminal, enum role role)
{
	bool chart = role >= ROLE_CHART_1 && role <= ROLE_CHART_SIGNAL && role != ROLE_CHART_AXIS;
	terminal->attr[role] = attributes(role_fallback(role));
	terminal->color[role] = 0;
	if (terminal->colors > 0 && terminal->themed && chart)
		terminal->color[role] = pair_of(terminal, basic_color(terminal->theme.role[role].fg), COLOR_NONE);
}

void screen_theme(struct terminal *terminal)
{
	terminal->n_pairs = 1;
	for (int role = 0; role < ROLE_COUNT; role++) {
		if (terminal->colors < 256 || !terminal->themed) {
			style_plain(terminal, role);
			continue;
		}
		const struct role_style *style = &terminal->theme.role[role];
		bool bare = style->fg == COLOR_NONE && style->bg == COLOR_NONE && !style->attributes;
		terminal->attr[role] = attributes(bare ? role_fallback(role) : style->attributes);
		terminal->color[role] = pair_of(terminal, style->fg, style->bg);
	}
	g_clear_pointer(&terminal->last, canvas_free);
}

void terminal_theme(struct terminal *terminal, const struct theme *theme)
{
	terminal->theme = *theme;
	terminal->themed = true;
	screen_theme(terminal);
}

void terminal_redraw(struct terminal *terminal)
{
	g_clear_pointer(&terminal->last, canvas_free);
	clearok(curscr, TRUE);
}

static void push_run(struct terminal *terminal, int y, int x, int role, const char *text, int length)
{
	attr_set(terminal->attr[role], terminal->color[role], NULL);
	mvaddnstr(y, x, text, length);
}

static void push_cells(struct terminal *terminal, const struct cell *row, int y, int from, int to)
{
	char run[1000 * CELL_BYTES];
	int length = 0, start = from;
	for (int x = from; x < to; x++) {
		if (x > start && row[x].width > 0 && row[x].role != row[start].role) {
			push_run(terminal, y, start, row[start].role, run, length);
			start = x;
			length = 0;
		}
		for (const char *p = row[x].text; *p; p++)
			run[length++] = *p;
	}
	push_run(terminal, y, start, row[start].role, run, length);
}

static bool same_cell(const struct cell *a, const struct cell *b)
{
	return memcmp(a, b, sizeof *a) == 0;
}

/* What lies before the first and behind the last changed cell is as curses has it already. */
static void push_row(struct terminal *terminal, const struct cell *row, const struct cell *last, int y, int w)
{
	int from = 0, to = w;
	while (last && from < to && same_cell(&row[from], &last[from]))
		from++;
	while (last && to > from && same_cell(&row[to - 1], &last[to - 1]))
		to--;
	/* The second cell of a wide character is written with its first, and a half that is overwritten takes the other with it. */
	while (from > 0 && from < to && (row[from].width == 0 || last[from].width == 0))
		from--;
	while (to < w && from < to && (row[to].width == 0 || last[to].width == 0))
		to++;
	if (from < to)
		push_cells(terminal, row, y, from, to);
}

static void push_rows(struct terminal *terminal, const struct canvas *canvas)
{
	const struct canvas *last = terminal->last;
	bool same_size = last && last->w == canvas->w && last->h == canvas->h;
	int h = MIN(canvas->h, terminal->h), w = MIN(canvas->w, terminal->w);
	for (int y = 0; y < h; y++)
		push_row(terminal, &canvas->cell[y * canvas->w], same_size ? &last->cell[y * canvas->w] : NULL, y, w);
	if (!same_size) {
		canvas_free(terminal->last);
		terminal->last = canvas_new(canvas->w, canvas->h, canvas->ascii);
	}
	memcpy(terminal->last->cell, canvas->cell, sizeof *canvas->cell * canvas->w * canvas->h);
}

void terminal_show(struct terminal *terminal, const struct canvas *canvas)
{
	if (terminal->gone || !wait_for_room(terminal))
		return;
	push_rows(terminal, canvas);
	bool cursor = canvas->cursor_x >= 0 && canvas->cursor_y >= 0;
	if (cursor)
		move(MIN(canvas->cursor_y, terminal->h - 1), MIN(canvas->cursor_x, terminal->w - 1));
	update(terminal, cursor);
	terminal->frame++;
	if (terminal->marker) {
		char bytes[64];
		int length = snprintf(bytes, sizeof bytes, "\033]777;dais-frame;%u\007", terminal->frame);
		screen_write(terminal, bytes, length);
	}
}
