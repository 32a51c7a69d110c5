/* Any bytes as a board file: read or refused, never more. What was read must be fit to be used. */
#include <stdint.h>

#include "config/board_read.h"
#include "domain/frozen.h"
#include "domain/tally.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Every motion can be voted upon, and the body can be called to order: its rules are frozen and read back. */
static void use_rules(const struct board *board, const struct body *body)
{
	const struct procedure *procedure = board_procedure(board, body);
	struct tally all = { .yes = 3, .open = 2, .in_office = 5, .seats = 5 };
	for (guint i = 0; i < procedure->kinds->len; i++) {
		const struct motion_kind *kind = procedure->kinds->pdata[i];
		if (kind->threshold != NULL)
			g_free(tally_arithmetic(kind->threshold, &all, &procedure->rules));
	}
	struct meeting_record record = { .body = body->id, .kind = (char *) "regular" };
	g_autofree char *frozen = frozen_write(board, body, &record, NULL, NULL, "en");
	struct meeting *meeting = meeting_new();
	g_autoptr(GError) error = NULL;
	if (!frozen_read(meeting, frozen, &error))
		g_error("%s", error->message);
	meeting_free(meeting);
}

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
		use_rules(board, body);
	}
	return 0;
}
