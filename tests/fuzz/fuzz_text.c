/* Any bytes as text for the screen: what comes out is clean, valid, and as wide as its pieces. */
#include <stdint.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_width(const char *clean)
{
	int sum = 0, cells;
	for (const char *p = clean; *p; sum += cells) {
		size_t length = text_next(p, &cells);
		g_assert(length > 0 && length <= strlen(p) && cells >= 0 && cells <= 2);
		p += length;
	}
	g_assert(text_width(clean) == sum);
}

static void check_cuts(const char *clean, int cells)
{
	g_autofree char *clipped = text_clip(clean, cells, "…");
	g_assert(text_width(clipped) <= cells && g_utf8_validate(clipped, -1, NULL));
	g_auto(GStrv) lines = text_wrap(clean, cells);
	for (char **line = lines; *line; line++)
		g_assert(text_width(*line) <= MAX(cells, 1) && g_utf8_validate(*line, -1, NULL));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	for (unsigned flags = 0; flags < 4; flags++) {
		g_autofree char *clean = text_clean((const char *) data, (gssize) size, flags);
		g_assert(g_utf8_validate(clean, -1, NULL) && text_is_clean(clean, flags));
		for (const unsigned char *p = (const unsigned char *) clean; *p; p++)
			g_assert(*p >= 32 && *p != 127 ? true : *p == '\n' && flags & TEXT_KEEP_NEWLINES);
		check_width(clean);
		check_cuts(clean, size ? data[0] % 40 : 0);
	}
	g_autofree char *text = g_strndup((const char *) data, size);
	g_autofree char *folded = text_fold(text), *again = text_fold(folded);
	g_assert(g_utf8_validate(folded, -1, NULL) && !strcmp(folded, again));
	day_t day = day_parse_iso(text);
	char iso[DAY_ISO_SIZE];
	g_assert(day == DAY_UNKNOWN || day_parse_iso(day_iso(day, iso)) == day);
	instant_t when;
	(void) instant_parse(text, NULL, &when);
	return 0;
}
