#include "exchange/json_text.h"

#include <string.h>

static bool is_plain(gunichar c)
{
	if (c < 0x80)
		return c >= 0x20 && c != 0x7f;
	switch (g_unichar_type(c)) {
	case G_UNICODE_CONTROL: case G_UNICODE_FORMAT: case G_UNICODE_UNASSIGNED: case G_UNICODE_PRIVATE_USE:
	case G_UNICODE_SURROGATE: case G_UNICODE_LINE_SEPARATOR: case G_UNICODE_PARAGRAPH_SEPARATOR:
		return false;
	default:
		return true;
	}
}

static void append_escape(GString *out, gunichar c)
{
	if (c == '\n')
		g_string_append(out, "\\n");
	else if (c == '\t')
		g_string_append(out, "\\t");
	else if (c == '\r')
		g_string_append(out, "\\r");
	else if (c >= 0x10000)
		g_string_append_printf(out, "\\u%04x\\u%04x", 0xd800 + ((c - 0x10000) >> 10), 0xdc00 + ((c - 0x10000) & 0x3ff));
	else
		g_string_append_printf(out, "\\u%04x", c);
}

void json_text_append(GString *out, const char *text)
{
	g_string_append_c(out, '"');
	while (*text) {
		gunichar c = g_utf8_get_char_validated(text, -1);
		if (c == (gunichar) -1 || c == (gunichar) -2) {
			g_string_append(out, "\xef\xbf\xbd");
			text++;
			continue;
		}
		const char *next = g_utf8_next_char(text);
		if (c == '"' || c == '\\')
			g_string_append_printf(out, "\\%c", (char) c);
		else if (is_plain(c))
			g_string_append_len(out, text, next - text);
		else
			append_escape(out, c);
		text = next;
	}
	g_string_append_c(out, '"');
}

bool json_text_is_number(const char *text)
{
	const char *p = text + (*text == '-');
	size_t digits = strspn(p, "0123456789");
	if (digits == 0 || (digits > 1 && *p == '0'))
		return false;
	p += digits;
	if (*p == '.') {
		digits = strspn(p + 1, "0123456789");
		if (digits == 0)
			return false;
		p += 1 + digits;
	}
	return *p == '\0';
}
