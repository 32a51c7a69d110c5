#include "action/conf_text.h"

#include <glib.h>

char *conf_quoted(const char *text)
{
	GString *out = g_string_new("\"");
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			g_string_append_c(out, '\\');
		if ((unsigned char) *text < 0x20)
			g_string_append_printf(out, "\\x%02x", (unsigned char) *text);
		else
			g_string_append_c(out, *text);
	}
	g_string_append_c(out, '"');
	return g_string_free(out, FALSE);
}
