#include "app/line.h"
#include <string.h>
#include "term/terminal.h"

void line_init(struct line *line)
{
	*line = (struct line) { .text = g_string_new(NULL) };
}

void line_clear(struct line *line)
{
	g_string_free(line->text, TRUE);
	line->text = NULL;
}

void line_set(struct line *line, const char *text)
{
	g_string_assign(line->text, text);
	line->cursor = line->text->len;
}

static void insert(struct line *line, gunichar c)
{
	char bytes[8];
	int n = g_unichar_to_utf8(c, bytes);
	if (line->text->len + n > LINE_MOST)
		return;
	g_string_insert_len(line->text, line->cursor, bytes, n);
	line->cursor += n;
}

static unsigned before(const struct line *line)
{
	const char *s = line->text->str;
	return line->cursor ? (unsigned) (g_utf8_prev_char(s + line->cursor) - s) : 0;
}

static unsigned after(const struct line *line)
{
	const char *s = line->text->str;
	return line->cursor < line->text->len ? (unsigned) (g_utf8_next_char(s + line->cursor) - s) : line->cursor;
}

static void erase(struct line *line, unsigned from, unsigned to)
{
	g_string_erase(line->text, from, to - from);
	line->cursor = from;
}

static unsigned word_start(const struct line *line)
{
	unsigned at = line->cursor;
	const char *s = line->text->str;
	while (at > 0 && s[at - 1] == ' ')
		at--;
	while (at > 0 && s[at - 1] != ' ')
		at--;
	return at;
}

bool line_key(struct line *line, guint32 key)
{
	switch (key) {
	case DKEY_LEFT: case DKEY_CTRL | 'b': line->cursor = before(line); return true;
	case DKEY_RIGHT: case DKEY_CTRL | 'f': line->cursor = after(line); return true;
	case DKEY_HOME: case DKEY_CTRL | 'a': line->cursor = 0; return true;
	case DKEY_END: case DKEY_CTRL | 'e': line->cursor = line->text->len; return true;
	case DKEY_BACKSPACE: erase(line, before(line), line->cursor); return true;
	case DKEY_DELETE: case DKEY_CTRL | 'd': erase(line, line->cursor, after(line)); return true;
	case DKEY_CTRL | 'u': erase(line, 0, line->cursor); return true;
	case DKEY_CTRL | 'k': erase(line, line->cursor, line->text->len); return true;
	case DKEY_CTRL | 'w': erase(line, word_start(line), line->cursor); return true;
	}
	if (key >= DKEY_BASE || !g_unichar_isdefined(key) || g_unichar_iscntrl(key))
		return false;
	insert(line, key);
	return true;
}

void line_paste(struct line *line, const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (c == '\n' || c == '\t')
			insert(line, ' ');
		else if (!g_unichar_iscntrl(c) && g_unichar_isdefined(c))
			insert(line, c);
	}
}
