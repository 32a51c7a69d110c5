#include "exchange/json_strict.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include "base/error.h"
#include "base/i18n.h"

enum { NUMBER_MOST = 40 };

struct scan {
	const char *at, *end;
	unsigned line, depth;
	const char *wrong;            /* what is; NULL so far */
};

static bool stop(struct scan *scan, const char *what)
{
	scan->wrong = what;
	return false;
}

/* The four digits behind \u, or -1. */
static int hex4(const char *at, const char *end)
{
	int value = 0;
	if (end - at < 4)
		return -1;
	for (int i = 0; i < 4; i++) {
		if (!g_ascii_isxdigit(at[i]))
			return -1;
		value = value << 4 | g_ascii_xdigit_value(at[i]);
	}
	return value;
}

/* At the u of \uXXXX. */
static bool skip_unicode(struct scan *scan)
{
	int value = hex4(scan->at + 1, scan->end), low = -1;
	if (value < 0)
		return stop(scan, _("\\u needs four digits 0-9, a-f"));
	scan->at += 5;
	if (value == 0)
		return stop(scan, _("the character \\u0000 cannot be kept in a text"));
	if (value < 0xd800 || value > 0xdfff)
		return true;
	if (scan->end - scan->at > 2 && scan->at[0] == '\\' && scan->at[1] == 'u')
		low = hex4(scan->at + 2, scan->end);
	scan->at += low < 0 ? 0 : 6;
	return (value < 0xdc00 && low >= 0xdc00 && low <= 0xdfff) || stop(scan, _("half a character: \\ud800 to \\udfff come in pairs"));
}

static bool skip_escape(struct scan *scan)
{
	scan->at++;
	if (scan->at < scan->end && *scan->at == 'u')
		return skip_unicode(scan);
	return (scan->at < scan->end && memchr("\"\\/bfnrt", *scan->at++, 8)) || stop(scan, _("after \\ comes one of \" \\ / b f n r t u"));
}

/* At the opening quote. */
static bool skip_text(struct scan *scan)
{
	scan->at++;
	while (scan->at < scan->end && *scan->at != '"') {
		if ((unsigned char) *scan->at < 0x20)
			return stop(scan, _("a text ends on its line; a line break in it is written \\n"));
		if (*scan->at != '\\')
			scan->at++;
		else if (!skip_escape(scan))
			return false;
	}
	return scan->at++ < scan->end || stop(scan, _("a text has no closing quote"));
}

static bool skip_number(struct scan *scan)
{
	char number[NUMBER_MOST + 1] = "";
	gsize n = 0;
	while (scan->at < scan->end && *scan->at && strchr("+-.0123456789eE", *scan->at)) {
		if (n == NUMBER_MOST)
			return stop(scan, _("a number is too long"));
		number[n++] = *scan->at++;
	}
	const char *digits = number + (*number == '-');
	if (!g_ascii_isdigit(*digits) || (*digits == '0' && g_ascii_isdigit(digits[1])))
		return stop(scan, _("this is no number"));
	bool whole = !digits[strspn(digits, "0123456789")];
	return !whole || g_ascii_string_to_signed(number, 10, G_MININT64, G_MAXINT64, NULL, NULL) || stop(scan, _("a number is too large"));
}

static bool skip_word(struct scan *scan)
{
	static const char *const words[] = { "true", "false", "null" };
	for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
		gsize n = strlen(words[i]);
		if ((gsize) (scan->end - scan->at) >= n && !memcmp(scan->at, words[i], n)) {
			scan->at += n;
			return true;
		}
	}
	return stop(scan, _("here stands something that is not JSON"));
}

static bool skip_part(struct scan *scan, unsigned depth)
{
	switch (*scan->at) {
	case '"': return skip_text(scan);
	case '[': case '{':
		if (++scan->depth > depth)
			return stop(scan, _("nested too deep"));
		break;
	case ']': case '}':
		if (!scan->depth--)
			return stop(scan, _("a bracket is closed that was not opened"));
		break;
	case '\n': scan->line++; break;
	case ' ': case '\t': case '\r': case ',': case ':': break;
	default: return *scan->at == '-' || g_ascii_isdigit(*scan->at) ? skip_number(scan) : skip_word(scan);
	}
	scan->at++;
	return true;
}

bool json_strict(const char *name, const char *text, gsize length, unsigned depth, GError **error)
{
	struct scan scan = { .at = text, .end = text + length, .line = 1 };
	const char *bad;
	bool begun = false;
	if (!g_utf8_validate(text, (gssize) length, &bad))
		scan.end = bad;
	while (!scan.wrong && scan.at < scan.end) {
		bool space = g_ascii_isspace(*scan.at);
		if (begun && !scan.depth && !space)
			stop(&scan, _("something follows the end"));
		else
			skip_part(&scan, depth);
		begun |= !space;
	}
	if (scan.end < text + length && (!scan.wrong || scan.at >= scan.end))
		scan.wrong = _("this is not UTF-8");
	if (scan.wrong)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s:%u: %s"), name, scan.line, scan.wrong);
	return !scan.wrong;
}

static bool is_readable(const char *path, gsize most, GError **error)
{
	GStatBuf info;
	const char *reason = NULL;
	if (g_stat(path, &info) != 0)
		reason = g_strerror(errno);
	else if (!S_ISREG(info.st_mode))
		reason = S_ISDIR(info.st_mode) ? _("it is a folder; name the file in it") : _("it is not a regular file; save the data in a file first");
	if (reason)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: cannot be read: %s"), path, reason);
	else if ((gsize) info.st_size > most)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: is larger than any such file (%d MiB)"), path, (int) (most >> 20));
	return !reason && (gsize) info.st_size <= most;
}

char *json_file_read(const char *path, gsize most, gsize *length, GError **error)
{
	char *text = NULL;
	g_autoptr(GError) bad = NULL;
	if (!is_readable(path, most, error))
		return NULL;
	if (!g_file_get_contents(path, &text, length, &bad))
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: cannot be read: %s"), path, bad->message);
	return text;
}
