/* Texts as fields of a line, and back. */
#include "base/text.h"

#include <string.h>

void text_field_append(GString *out, const char *text)
{
	for (; text && *text; text++)
		switch (*text) {
		case '\t': g_string_append(out, "\\t"); break;
		case '\n': g_string_append(out, "\\n"); break;
		case '\\': g_string_append(out, "\\\\"); break;
		default: g_string_append_c(out, *text);
		}
}

char *text_field_read(const char *field)
{
	char *out = g_malloc(strlen(field) + 1), *to = out;
	for (; *field; field++) {
		if (*field == '\\' && field[1])
			*to++ = *++field == 't' ? '\t' : *field == 'n' ? '\n' : *field;
		else
			*to++ = *field;
	}
	*to = '\0';
	return out;
}
