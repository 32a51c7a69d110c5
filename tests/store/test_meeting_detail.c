/* When a meeting was posted and where it comes from, beside the meeting. */
#include "fixture.h"

#include "store/meeting_store.h"

static void test_detail(void)
{
	struct fixture f;
	id_t64 meeting;
	g_autoptr(GError) error = NULL;
	struct meeting_detail detail, in;
	gint64 before[STORE_TOPICS], after[STORE_TOPICS];
	struct store *store = fixture_with_meeting(&f, &meeting);
	id_t64 other = fixture_meeting(store);

	g_assert_true(meeting_store_detail(store, meeting, &detail, &error));
	g_assert_cmpint(detail.meeting, ==, meeting);
	g_assert_true(!detail.posted && !detail.posted_by && !detail.series && !detail.why);
	g_assert_true(store_revisions(store, before, NULL));
	fixture_begin(store);
	in = (struct meeting_detail) { .meeting = meeting, .series = (char *) "regular 2024-12-16" };
	g_assert_true(meeting_store_set_detail(store, &in, &error));
	in.posted = 1734000000;
	in.posted_by = (char *) "mrios";
	g_assert_true(meeting_store_set_detail(store, &in, &error));
	fixture_commit(store);
	g_assert_true(store_revisions(store, after, NULL));
	g_assert_cmpint(after[TOPIC_MEETINGS], >, before[TOPIC_MEETINGS]);
	g_assert_true(meeting_store_detail(store, meeting, &detail, &error));
	g_assert_cmpint(detail.posted, ==, 1734000000);
	g_assert_cmpstr(detail.posted_by, ==, "mrios");
	g_assert_cmpstr(detail.series, ==, "regular 2024-12-16");
	g_assert_null(detail.why);
	meeting_detail_clear(&detail);
	g_autoptr(GHashTable) details = meeting_store_details(store, &error);
	g_assert_cmpuint(g_hash_table_size(details), ==, 1);
	const struct meeting_detail *found = g_hash_table_lookup(details, &meeting);
	g_assert_cmpstr(found->series, ==, "regular 2024-12-16");
	g_assert_null(g_hash_table_lookup(details, &other));
	store_free(store);
	fixture_remove(&f);
}

/* Nothing is written outside a transaction or through a store that only reads, and no detail of a meeting that is not there. */
static void test_refused(void)
{
	struct fixture f;
	id_t64 meeting;
	g_autoptr(GError) error = NULL;
	struct store *store = fixture_with_meeting(&f, &meeting);
	struct meeting_detail in = { .meeting = meeting, .posted = 1 };

	g_assert_false(meeting_store_set_detail(store, &in, &error));
	g_assert_nonnull(error);
	g_clear_error(&error);
	fixture_begin(store);
	in.meeting = 99;
	g_assert_false(meeting_store_set_detail(store, &in, &error));
	g_assert_nonnull(error);
	store_rollback(store);
	g_autoptr(GHashTable) details = meeting_store_details(store, NULL);
	g_assert_cmpuint(g_hash_table_size(details), ==, 0);
	store_free(store);
	fixture_remove(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/store/meeting detail/round trip", test_detail);
	g_test_add_func("/store/meeting detail/refused", test_refused);
	return g_test_run();
}
