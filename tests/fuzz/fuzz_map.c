/* Any bytes as an import map. */
#include <stdint.h>

#include "config/map_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GPtrArray) faults = faults_new();
	struct reader reader;
	g_autoptr(import_map_t) map = NULL;
	if (reader_open_text(&reader, "fuzz.conf", (const char *) data, size, faults))
		map = map_read(&reader);
	bool good = reader_close(&reader);
	g_free(faults_text(faults));
	g_assert(map == NULL || (good && map->files->len > 0));
	return 0;
}
