#include "raw.h"
#include <stdlib.h>
#include <string.h>

struct reader { const guint8 *p, *end; };

static char *fault_at(const GByteArray *raw, const guint8 *p, const char *what)
{
	return g_strdup_printf("%s at byte %u (0x%02x)", what, (unsigned) (p - raw->data), *p);
}

/* ESC [ parameters final: the whole set curses and we use; reports, device queries and resizes are not in it. */
static bool skip_csi(struct reader *reader)
{
	const guint8 *p = reader->p;
	while (p < reader->end && ((*p >= '0' && *p <= '?') || *p == ' '))
		p++;
	if (p == reader->end || !strchr("ABCDEFGHIJKLMPSTXZ@`abdefghlmrt", *p))
		return false;
	if (*p == 't' && memcmp(reader->p, "22;2t", 5) != 0 && memcmp(reader->p, "23;2t", 5) != 0 &&
		memcmp(reader->p, "22;0;0t", 7) != 0 &&
			memcmp(reader->p, "23;0;0t", 7) != 0)
		return false;
	reader->p = p + 1;
	return true;
}

/* OSC 2 (our title), OSC 52 (a copy) and OSC 104 (curses gives the palette back), ended by BEL, holding printable text only. */
static bool skip_osc(struct reader *reader)
{
	const guint8 *p = reader->p;
	bool ours = reader->end - p > 4 && (memcmp(p, "2;dais: ", 8) == 0 || memcmp(p, "52;c;", 5) == 0 ||
		memcmp(p, "104\007", 4) == 0);
	while (p < reader->end && *p >= 32 && *p != 127)
		p++;
	if (!ours || p == reader->end || *p != 7)
		return false;
	reader->p = p + 1;
	return true;
}

static bool skip_escape(struct reader *reader)
{
	if (reader->p == reader->end)
		return false;
	guint8 c = *reader->p++;
	if (c == '[')
		return skip_csi(reader);
	if (c == ']')
		return skip_osc(reader);
	if (c == '(' || c == ')') {
		reader->p++;
		return reader->p <= reader->end;
	}
	return strchr("=>78M", c) != NULL;
}

static bool is_hidden(gunichar c)
{
	return c == 0x7f || (c >= 0x80 && c <= 0x9f) || c == 0xad || c == 0x61c || (c >= 0x200b &&
		c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
		(c >= 0x2060 && c <= 0x206f) || c == 0xfeff || c == 0x2800 || (c >= 0xe000 && c <= 0xf8ff) || c >= 0xe0000;
}

char *raw_fault(const GByteArray *raw)
{
	struct reader reader = { raw->data, raw->data + raw->len };
	while (reader.p < reader.end) {
		const guint8 *at = reader.p;
		if (*at == 27) {
			reader.p++;
			if (!skip_escape(&reader))
				return fault_at(raw, at, "an escape sequence that is not ours");
			continue;
		}
		if (*at < 32 && !memchr("\r\n\b\t\017", *at, 5))
			return fault_at(raw, at, "a control character");
		gunichar c = g_utf8_get_char_validated((const char *) at, reader.end - at);
		if (c == (gunichar) -1 || c == (gunichar) -2)
			return fault_at(raw, at, "invalid UTF-8");
		if (is_hidden(c))
			return fault_at(raw, at, "an invisible or direction-changing character");
		reader.p = (const guint8 *) g_utf8_next_char(at);
	}
	return NULL;
}

static bool is_color(int n)
{
	return (n >= 30 && n <= 38) || (n >= 40 && n <= 48) || (n >= 90 && n <= 107);
}

bool raw_has_color(const GByteArray *raw)
{
	for (guint i = 0; i + 2 < raw->len; i++) {
		if (raw->data[i] != 27 || raw->data[i + 1] != '[')
			continue;
		guint j = i + 2;
		while (j < raw->len && (g_ascii_isdigit(raw->data[j]) || raw->data[j] == ';'))
			j++;
		if (j == raw->len || raw->data[j] != 'm')
			continue;
		g_autofree char *text = g_strndup((const char *) raw->data + i + 2, j - i - 2);
		g_auto(GStrv) numbers = g_strsplit(text, ";", -1);
		for (char **number = numbers; *number; number++)
			if (is_color(atoi(*number)))
				return true;
	}
	return false;
}

bool raw_is_ascii(const GByteArray *raw)
{
	for (guint i = 0; i < raw->len; i++)
		if (raw->data[i] > 126)
			return false;
	return true;
}
