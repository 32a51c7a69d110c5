/* A canvas of cells -> curses -> the terminal. */
#include "term/term_private.h"
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
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

static void push_row(struct terminal *terminal, const struct cell *row, int y, int w)
{
	char run[1000 * CELL_BYTES];
	int length = 0, start = 0;
	for (int x = 0; x < w; x++) {
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

/* Rows equal to the last frame's are as curses has them already. */
static void push_rows(struct terminal *terminal, const struct canvas *canvas)
{
	const struct canvas *last = terminal->last;
	bool same_size = last && last->w == canvas->w && last->h == canvas->h;
	int h = MIN(canvas->h, terminal->h), w = MIN(canvas->w, terminal->w);
	for (int y = 0; y < h; y++) {
		const struct cell *row = &canvas->cell[y * canvas->w];
		if (!same_size || memcmp(row, &last->cell[y * canvas->w], sizeof *row * canvas->w))
			push_row(terminal, row, y, w);
	}
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
	curs_set(cursor);
	if (cursor)
		move(MIN(canvas->cursor_y, terminal->h - 1), MIN(canvas->cursor_x, terminal->w - 1));
	wnoutrefresh(stdscr);
	doupdate();
	terminal->frame++;
	if (terminal->marker) {
		char bytes[64];
		int length = snprintf(bytes, sizeof bytes, "\033]777;dais-frame;%u\007", terminal->frame);
		screen_write(terminal, bytes, length);
	}
}
