/* Any bytes as a theme. */
#include <stdint.h>

#include "config/config_file.h"
#include "config/theme_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GPtrArray) faults = faults_new();
	struct reader reader;
	struct theme theme;
	bool read = reader_open_text(&reader, "fuzz.conf", (const char *) data, size, faults);
	if (read)
		theme_read(&reader, &theme);
	if (reader_close(&reader)) {
		g_free(theme_report(&theme, "fuzz.conf", faults));
		for (int role = 0; role < ROLE_COUNT; role++)
			g_assert(theme.role[role].fg >= COLOR_NONE && theme.role[role].fg <= 255);
	}
	g_free(faults_text(faults));
	return 0;
}
