/* Any bytes as a board file: read or refused, never more. What was read must be fit to be used. */
#include <stdint.h>

#include "config/board_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GPtrArray) faults = faults_new();
	struct reader reader;
	g_autoptr(board_t) board = NULL;
	if (reader_open_text(&reader, "fuzz.conf", (const char *) data, size, faults))
		board = board_read(&reader);
	bool good = reader_close(&reader);
	g_free(faults_text(faults));
	g_assert(good == (faults->len == 0) && (board == NULL || good));
	if (board == NULL)
		return 0;
	for (guint i = 0; i < board->bodies->len; i++) {
		const struct body *body = board->bodies->pdata[i];
		g_assert(body->workflow != NULL && workflow_initial(body->workflow) != NULL && workflow_closed(body->workflow) != NULL);
		workflow_due(body->workflow, board, 19000, 18000);
		board_label(board, body, "finding", "sustained", "en");
	}
	return 0;
}
