/*
 * The floor: the least a curses program can do that shows a list of cases with a heading and a count. No database, no panes.
 * usage: bare_list [ROWS]      keys: j k PgDn PgUp Home End q
 */
#include <curses.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

struct place { long rows, position, top; };

static void draw_row(int y, int w, long row, bool current)
{
	char line[256];

	snprintf(line, sizeof line, "R-%07ld  2024-%02ld-%02ld  %4ld d  district %-3ld class %-3ld an invented summary of case %ld", row,
		row % 12 + 1, row % 28 + 1, row * 31 % 400, row % 25, row * 7 % 20, row * 7919 % 99991);
	if (current)
		attron(A_REVERSE);
	mvaddnstr(y, 0, line, w);
	if (current)
		attroff(A_REVERSE);
}

static void draw(struct place *place)
{
	int w = getmaxx(stdscr), h = getmaxy(stdscr), page = h - 2;

	if (place->position < place->top)
		place->top = place->position;
	if (place->position >= place->top + page)
		place->top = place->position - page + 1;
	erase();
	mvprintw(0, 0, "%-10s %-10s %-6s %-12s %-9s %s", "CASE", "RECEIVED", "AGE", "DISTRICT", "CLASS", "SUMMARY");
	for (int i = 0; i < page && place->top + i < place->rows; i++)
		draw_row(i + 1, w, place->top + i, place->top + i == place->position);
	mvprintw(h - 1, 0, "%ld of %ld", place->position + 1, place->rows);
	move((int) (place->position - place->top) + 1, 0);
	refresh();
}

static void turn(struct place *place, int key)
{
	long page = getmaxy(stdscr) - 2;

	switch (key) {
	case 'j': case KEY_DOWN: place->position++; break;
	case 'k': case KEY_UP: place->position--; break;
	case KEY_NPAGE: place->position += page; place->top += page; break;
	case KEY_PPAGE: place->position -= page; place->top -= page; break;
	case KEY_HOME: place->position = 0; break;
	case KEY_END: place->position = place->rows - 1; break;
	}
	if (place->position >= place->rows)
		place->position = place->rows - 1;
	if (place->position < 0)
		place->position = 0;
	if (place->top > place->position)
		place->top = place->position;
	if (place->top < 0)
		place->top = 0;
}

int main(int argc, char **argv)
{
	struct place place = { .rows = argc > 1 ? atol(argv[1]) : 1000000 };
	int key;

	setlocale(LC_ALL, "");
	initscr();
	cbreak();
	noecho();
	keypad(stdscr, TRUE);
	draw(&place);
	while ((key = getch()) != 'q' && key != ERR) {
		turn(&place, key);
		draw(&place);
	}
	endwin();
	return 0;
}
