#include "exchange/decode.h"

#include <string.h>

static const char replacement[] = "\xef\xbf\xbd";

static char *decode_utf8(const char *bytes, gsize length, unsigned *bad)
{
	const char *end = NULL;
	if (g_utf8_validate_len(bytes, length, &end))
		return g_strndup(bytes, length);
	GString *out = g_string_sized_new(length + 8);
	while (length > 0) {
		g_utf8_validate_len(bytes, length, &end);
		g_string_append_len(out, bytes, end - bytes);
		length -= end - bytes;
		bytes = end;
		if (length == 0)
			break;
		g_string_append(out, replacement);
		(*bad)++;
		bytes++;
		length--;
	}
	return g_string_free(out, FALSE);
}

/* Converts piece by piece, so that one byte without meaning costs one character and not the field. */
static char *decode_other(const char *bytes, gsize length, GIConv converter, unsigned *bad)
{
	GString *out = g_string_sized_new(length + 8);
	char *in = (char *) bytes;
	while (length > 0) {
		char piece[512], *to = piece;
		gsize room = sizeof piece;
		gsize result = g_iconv(converter, &in, &length, &to, &room);
		g_string_append_len(out, piece, to - piece);
		if (result != (gsize) -1 || to > piece)
			continue;
		g_string_append(out, replacement);
		(*bad)++;
		in++;
		length--;
		g_iconv(converter, NULL, NULL, NULL, NULL);
	}
	return g_string_free(out, FALSE);
}

static gboolean is_utf8(const char *encoding)
{
	return !encoding || g_ascii_strcasecmp(encoding, "UTF-8") == 0 || g_ascii_strcasecmp(encoding, "UTF8") == 0;
}

gboolean decode_known(const char *encoding)
{
	if (is_utf8(encoding))
		return TRUE;
	GIConv converter = g_iconv_open("UTF-8", encoding);
	if (converter == (GIConv) -1)
		return FALSE;
	g_iconv_close(converter);
	return TRUE;
}

char *decode_text(const char *bytes, gsize length, const char *encoding, unsigned *bad)
{
	unsigned wrong = 0;
	GIConv converter = is_utf8(encoding) ? (GIConv) -1 : g_iconv_open("UTF-8", encoding);
	char *text = converter == (GIConv) -1 ? decode_utf8(bytes, length, &wrong) : decode_other(bytes, length, converter, &wrong);
	if (converter != (GIConv) -1)
		g_iconv_close(converter);
	if (bad)
		*bad = wrong;
	return text;
}
