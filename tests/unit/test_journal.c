/* The seal of an event, and events followed in bulk. */
#include <string.h>
#include "domain/journal.h"
#include "meeting_script.h"

/* The sum was made by another program, of the bytes that domain/journal.h describes. */
static void test_seal(void)
{
	struct meeting_event event = { .seq = 1, .at = G_MININT64, .id = (char *) "s.1", .who = (char *) "ana", .kind = MEETING_NOTE, .other = (char *) "",
		.motion = G_MAXINT, .number = -10, .text = (char *) "é:," };
	char hash[JOURNAL_HASH + 1];
	g_strlcpy(event.prev, journal_root, sizeof event.prev);
	meeting_event_hash(&event, hash);
	g_assert_cmpstr(hash, ==, "7af914800893fff3036518b9cdb4ea1d67805d30ac30550d64b5656a0c41f50e");
}

static GPtrArray *copies(const struct meeting *meeting)
{
	GPtrArray *events = g_ptr_array_new_with_free_func((GDestroyNotify) meeting_event_free);
	for (guint i = 0; i < meeting->events->len; i++)
		g_ptr_array_add(events, meeting_event_copy(meeting->events->pdata[i]));
	return events;
}

static void test_follow_all(void)
{
	g_autoptr(meeting_t) m = script_begin(), again = meeting_new();
	script_roll(m, "");
	g_autoptr(GPtrArray) events = copies(m);
	g_assert_true(meeting_follow_all(again, events, NULL));
	g_assert_cmpstr(again->head, ==, m->head);
	g_assert_cmpuint(again->events->len, ==, m->events->len);
	g_assert_true(again->roll_completed);
}

/* What stood before the wrong event stands; the wrong one and those behind it are the caller's still. */
static void test_follow_until_wrong(void)
{
	g_autoptr(meeting_t) m = script_begin(), again = meeting_new();
	g_autoptr(GError) error = NULL;
	script_roll(m, "");
	g_autoptr(GPtrArray) events = copies(m);
	((struct meeting_event *) events->pdata[3])->at++;
	g_assert_false(meeting_follow_all(again, events, &error));
	g_assert_nonnull(strstr(error->message, "event 4 (arrived)"));
	g_assert_cmpint(again->seq, ==, 3);
	g_assert_cmpuint(again->events->len, ==, 3);
	g_assert_null(events->pdata[2]);
	g_assert_nonnull(events->pdata[3]);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/journal/seal", test_seal);
	g_test_add_func("/journal/follow all", test_follow_all);
	g_test_add_func("/journal/follow until one is wrong", test_follow_until_wrong);
	return g_test_run();
}
