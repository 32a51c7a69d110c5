/* Agendas in the database: what is written is read back, ids are never given twice, the history keeps its order. */
#include "fixture.h"

#include "domain/agenda_carry.h"
#include "store/agenda_store.h"
#include "store/carry_store.h"
#include "store/docket_store.h"
#include "store/meeting_store.h"

static GPtrArray *items_of(struct store *store, id_t64 meeting)
{
	GError *error = NULL;
	GPtrArray *items = meeting_store_items(store, meeting, &error);
	g_assert_no_error(error);
	return items;
}

static GPtrArray *copies(const GPtrArray *items)
{
	GPtrArray *all = g_ptr_array_new_with_free_func(agenda_item_free);
	for (guint i = 0; i < items->len; i++)
		g_ptr_array_add(all, agenda_item_copy(items->pdata[i]));
	return all;
}

static struct agenda_item *item_new(id_t64 id, int position, const char *title)
{
	struct agenda_item *item = g_new0(struct agenda_item, 1);
	*item = (struct agenda_item) { .id = id, .position = position, .title = g_strdup(title), .number = g_strdup_printf("%d", position) };
	return item;
}

static void write_items(struct store *store, id_t64 meeting, const GPtrArray *before, const GPtrArray *after)
{
	GError *error = NULL;
	fixture_begin(store);
	g_assert_true(agenda_store_write(store, meeting, before, after, &error));
	g_assert_no_error(error);
	fixture_commit(store);
	g_autoptr(GPtrArray) now = items_of(store, meeting);
	g_assert_cmpuint(now->len, ==, after->len);
	for (guint i = 0; i < now->len; i++) {
		const struct agenda_item *is = now->pdata[i], *wanted = after->pdata[i];
		g_assert_cmpint(is->id, ==, wanted->id);
		g_assert_cmpint(is->meeting_id, ==, meeting);
		g_assert_cmpint(is->position, ==, i + 1);
		g_assert_true(agenda_item_same(is, wanted));
	}
}

static void test_write(void)
{
	struct fixture f;
	id_t64 meeting;
	struct store *store = fixture_with_meeting(&f, &meeting);
	g_autoptr(GPtrArray) none = g_ptr_array_new(), first = g_ptr_array_new_with_free_func(agenda_item_free);
	for (int i = 1; i <= 3; i++)
		g_ptr_array_add(first, item_new(i, i, "item"));
	write_items(store, meeting, none, first);
	/* Every field at once, on one of them; the others stay. */
	g_autoptr(GPtrArray) second = copies(first);
	for (int field = 0; field < AGENDA_FIELDS; field++)
		g_assert_true(agenda_field_set(second->pdata[1], field, agenda_field_info(field)->value == AGENDA_NUMBER ? "12" : "One\tpath\nhttps://two", NULL));
	write_items(store, meeting, first, second);
	/* Turned round, one gone, a new one. */
	g_autoptr(GPtrArray) third = g_ptr_array_new_with_free_func(agenda_item_free);
	g_ptr_array_add(third, agenda_item_copy(second->pdata[2]));
	g_ptr_array_add(third, agenda_item_copy(second->pdata[1]));
	g_ptr_array_add(third, item_new(7, 3, "seven"));
	((struct agenda_item *) third->pdata[0])->position = 1;
	write_items(store, meeting, second, third);
	/* Nothing is left of details and attachments that went. */
	g_autoptr(GPtrArray) plain = copies(third);
	for (int field = 0; field < AGENDA_FIELDS; field++)
		if (field != AGENDA_FIELD_TITLE)
			g_assert_true(agenda_field_set(plain->pdata[1], field, NULL, NULL));
	write_items(store, meeting, third, plain);
	write_items(store, meeting, plain, none);
	store_free(store);
	fixture_remove(&f);
}

static void note(struct store *store, id_t64 meeting, gint64 seq, id_t64 item, gint64 undoes)
{
	struct agenda_change change = { .seq = seq, .at = 100 + seq, .who = (char *) "Ana", .what = (char *) "add", .item = item, .was = NULL,
		.became = (char *) "id\t1\n", .undoes = undoes };
	GError *error = NULL;
	fixture_begin(store);
	g_assert_true(agenda_store_add_change(store, meeting, &change, &error));
	fixture_commit(store);
}

static void test_history(void)
{
	struct fixture f;
	id_t64 meeting;
	struct store *store = fixture_with_meeting(&f, &meeting);
	id_t64 other = fixture_meeting(store);
	g_assert_cmpint(agenda_store_revision(store, meeting, NULL), ==, 0);
	note(store, meeting, 1, 40, 0);
	note(store, other, 1, 0, 0);
	note(store, meeting, 2, 3, 1);
	g_assert_cmpint(agenda_store_revision(store, meeting, NULL), ==, 2);
	g_autoptr(GPtrArray) changes = agenda_store_changes(store, meeting, NULL);
	g_assert_cmpuint(changes->len, ==, 2);
	const struct agenda_change *last = changes->pdata[1];
	g_assert_cmpint(last->seq, ==, 2);
	g_assert_cmpint(last->at, ==, 102);
	g_assert_cmpint(last->item, ==, 3);
	g_assert_cmpint(last->undoes, ==, 1);
	g_assert_cmpstr(last->who, ==, "Ana");
	g_assert_cmpstr(last->became, ==, "id\t1\n");
	g_assert_null(last->was);
	/* Two writers cannot both be the second. */
	GError *error = NULL;
	struct agenda_change again = { .seq = 2, .who = (char *) "Ben", .what = (char *) "add" };
	fixture_begin(store);
	g_assert_false(agenda_store_add_change(store, meeting, &again, &error));
	g_assert_nonnull(error);
	g_clear_error(&error);
	store_rollback(store);
	store_free(store);
	fixture_remove(&f);
}

/* An item that was removed may come back: its id is nobody else's. */
static void test_new_ids(void)
{
	struct fixture f;
	id_t64 meeting;
	struct store *store = fixture_with_meeting(&f, &meeting);
	g_assert_cmpint(agenda_store_new_id(store, NULL), ==, 1);
	note(store, meeting, 1, 40, 0);
	g_assert_cmpint(agenda_store_new_id(store, NULL), ==, 41);
	struct agenda_item item = { .meeting_id = meeting, .position = 1, .title = (char *) "imported" };
	fixture_begin(store);
	g_assert_true(meeting_store_add_item(store, &item, NULL));
	fixture_commit(store);
	g_assert_cmpint(item.id, ==, 41);
	store_free(store);
	fixture_remove(&f);
}

static void test_listed(void)
{
	struct fixture f;
	id_t64 meeting;
	struct store *store = fixture_with_meeting(&f, &meeting);
	struct agenda_item item = { .meeting_id = meeting, .position = 1, .title = (char *) "due", .docket = (char *) "case:1" };
	fixture_begin(store);
	g_assert_true(meeting_store_set_status(store, meeting, "planned", NULL));
	g_assert_true(meeting_store_add_item(store, &item, NULL));
	fixture_commit(store);
	g_assert_cmpint(agenda_store_listed(store, "case:1", 0, NULL), ==, meeting);
	g_assert_cmpint(agenda_store_listed(store, "case:2", 0, NULL), ==, 0);
	/* Carried over from a meeting that was held, it is on the agenda of the next; and so is what that carries on. */
	id_t64 next = fixture_meeting(store), last = fixture_meeting(store);
	g_autofree char *key = g_strdup_printf("carried:%d", (int) item.id);
	struct agenda_item carried = { .meeting_id = next, .position = 1, .title = (char *) "due", .docket = key };
	fixture_begin(store);
	g_assert_true(meeting_store_set_status(store, meeting, "held", NULL));
	g_assert_true(meeting_store_add_item(store, &carried, NULL));
	fixture_commit(store);
	g_assert_cmpint(agenda_store_listed(store, "case:1", 0, NULL), ==, next);
	g_autofree char *again = g_strdup_printf("carried:%d", (int) carried.id);
	struct agenda_item twice = { .meeting_id = last, .position = 1, .title = (char *) "due", .docket = again };
	fixture_begin(store);
	g_assert_true(meeting_store_set_status(store, next, "held", NULL));
	g_assert_true(meeting_store_add_item(store, &twice, NULL));
	fixture_commit(store);
	g_assert_cmpint(agenda_store_listed(store, "case:1", 0, NULL), ==, last);
	fixture_begin(store);
	g_assert_true(meeting_store_set_status(store, last, "cancelled", NULL));
	fixture_commit(store);
	g_assert_cmpint(agenda_store_listed(store, "case:1", 0, NULL), ==, 0);
	static const char *const over[] = { "held", "cancelled" };
	for (guint i = 0; i < G_N_ELEMENTS(over); i++) {
		fixture_begin(store);
		g_assert_true(meeting_store_set_status(store, meeting, over[i], NULL));
		fixture_commit(store);
		g_assert_cmpint(agenda_store_listed(store, "case:1", 0, NULL), ==, 0);
	}
	store_free(store);
	fixture_remove(&f);
}

static void set_status(struct store *store, id_t64 meeting, const char *status)
{
	fixture_begin(store);
	g_assert_true(meeting_store_set_status(store, meeting, status, NULL));
	fixture_commit(store);
}

static void add_item(struct store *store, id_t64 meeting, struct agenda_item *item)
{
	item->meeting_id = meeting;
	item->position = 1;
	item->title = (char *) "due";
	fixture_begin(store);
	g_assert_true(meeting_store_add_item(store, item, NULL));
	fixture_commit(store);
}

/* The docket asks for all at once, and must say the same. */
static void check_listed(struct store *store, const char *key, instant_t from, id_t64 meeting)
{
	g_autoptr(GHashTable) listed = docket_store_listed(store, from, NULL);
	const gint64 *at = g_hash_table_lookup(listed, key);
	g_assert_cmpint(at ? *at : 0, ==, meeting);
	g_assert_cmpint(agenda_store_listed(store, key, from, NULL), ==, meeting);
}

/* Until its meeting is over: one that was called to order late, or on another day than today, has it still. */
static void test_listed_until(void)
{
	struct fixture f;
	id_t64 meeting;      /* it begins at 1000 */
	struct store *store = fixture_with_meeting(&f, &meeting);
	struct agenda_item item = { .docket = (char *) "case:1" };
	char hash[JOURNAL_HASH + 1];
	add_item(store, meeting, &item);
	check_listed(store, "case:1", 1000, meeting);
	check_listed(store, "case:1", 1001, 0);
	fixture_append_many(store, meeting, 0, 1, hash);
	check_listed(store, "case:1", 90000, meeting);
	set_status(store, meeting, "held");
	check_listed(store, "case:1", 0, 0);
	store_free(store);
	fixture_remove(&f);
}

/* Carried over twice and from there to the next meeting: each key of the line is listed there, also the other way round. */
static void test_line(void)
{
	struct fixture f;
	id_t64 first;
	struct store *store = fixture_with_meeting(&f, &first);
	id_t64 second = fixture_meeting(store), next = fixture_meeting(store);
	struct agenda_item begun = { .docket = (char *) "case:1" }, again = { 0 }, last = { 0 };
	add_item(store, first, &begun);
	g_autofree char *once = carry_docket(begun.id);
	again.docket = once;
	add_item(store, second, &again);
	g_autofree char *twice = carry_docket(again.id);
	g_autofree char *origin = carry_store_origin(store, twice, NULL);
	g_assert_cmpstr(origin, ==, "case:1");
	g_assert_null(carry_store_origin(store, "carried:1+4", NULL));
	g_assert_null(carry_store_origin(store, "carried:99", NULL));
	set_status(store, first, "held");
	set_status(store, second, "held");
	check_listed(store, "case:1", 0, 0);
	last.docket = twice;
	add_item(store, next, &last);
	const char *const keys[] = { "case:1", once, twice };
	for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
		check_listed(store, keys[i], 0, next);
	/* What was put there anew is the same that would be carried over. */
	set_status(store, next, "cancelled");
	id_t64 other = fixture_meeting(store);
	struct agenda_item anew = { .docket = (char *) "case:1" };
	add_item(store, other, &anew);
	g_assert_cmpint(agenda_store_listed(store, twice, 0, NULL), ==, other);
	/* A circle that another program wrote comes to an end. */
	fixture_begin(store);
	g_autofree char *self = carry_docket(anew.id);
	anew.docket = self;
	g_assert_true(meeting_store_update_item(store, &anew, NULL));
	fixture_commit(store);
	g_assert_cmpint(agenda_store_listed(store, self, 0, NULL), ==, other);
	g_assert_null(carry_store_origin(store, self, NULL));
	store_free(store);
	fixture_remove(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/agenda-store/write", test_write);
	g_test_add_func("/agenda-store/history", test_history);
	g_test_add_func("/agenda-store/new ids", test_new_ids);
	g_test_add_func("/agenda-store/what is due is listed once", test_listed);
	g_test_add_func("/agenda-store/until the meeting is over", test_listed_until);
	g_test_add_func("/agenda-store/the line of what is carried over", test_line);
	return g_test_run();
}
