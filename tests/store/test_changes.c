/* Transactions, words, rollups, revisions and the other entities. */
#include "fixture.h"

#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>
#include "store/force_store.h"
#include "store/meeting_store.h"
#include "store/raw_store.h"
#include "store/store_private.h"

static void test_words(void)
{
	struct fixture f;
	struct store *a, *b;
	g_autoptr(GError) error = NULL;
	gint64 revision[STORE_TOPICS];
	int force, kept;

	fixture_make(&f);
	a = fixture_create(&f);
	b = fixture_open(&f, STORE_READ);
	g_assert_cmpint(word_store_id(a, WORDS_CLASS, "Force", &error), ==, 0);
	g_assert_nonnull(error);                     /* outside a transaction */
	g_clear_error(&error);
	fixture_begin(a);
	g_assert_cmpint(word_store_id(a, WORDS_CLASS, NULL, &error), ==, 0);
	g_assert_no_error(error);
	force = word_store_id(a, WORDS_CLASS, "Force", &error);
	g_assert_cmpint(force, ==, 1);
	g_assert_cmpint(word_store_id(a, WORDS_CLASS, "Force", &error), ==, force);
	g_assert_cmpint(word_store_id(a, WORDS_DETAIL, "Force", &error), ==, 2);
	g_assert_cmpint(word_store_id(a, WORDS_CLASS, "force", &error), ==, 3);
	g_assert_cmpint(word_store_id(a, WORDS_CLASS, "", &error), ==, 4);
	store_touch(a, TOPIC_META);
	fixture_commit(a);
	fixture_begin(a);
	g_assert_cmpint(word_store_id(a, WORDS_CLASS, "gone", &error), ==, 5);
	store_rollback(a);
	g_assert_cmpint(word_store_find(a, WORDS_CLASS, "gone"), ==, 0);
	g_assert_null(word_store_text(a, 5));
	g_assert_cmpint(word_store_limit(a), ==, 5);
	fixture_begin(a);
	kept = word_store_id(a, WORDS_STATE, "kept", &error);
	g_assert_cmpint(kept, ==, 5);
	store_touch(a, TOPIC_META);
	fixture_commit(a);
	g_assert_true(store_revisions(b, revision, &error));
	g_assert_cmpint(word_store_find(b, WORDS_STATE, "kept"), ==, kept);
	g_assert_cmpstr(word_store_text(b, force), ==, "Force");
	g_assert_cmpint(word_store_list(b, 2), ==, WORDS_DETAIL);
	store_free(b);
	store_free(a);
	fixture_remove(&f);
}

static void test_revisions(void)
{
	struct fixture f;
	struct store *a, *b;
	g_autoptr(GError) error = NULL;
	gint64 before[STORE_TOPICS], after[STORE_TOPICS];

	fixture_make(&f);
	a = fixture_create(&f);
	b = fixture_open(&f, STORE_WRITE);
	g_assert_true(store_revisions(b, before, &error));
	fixture_begin(a);
	fixture_case(a, "1", 100, "force", NULL);
	fixture_case(a, "2", 100, "force", NULL);
	g_assert_true(store_revisions(b, after, &error));
	g_assert_cmpmem(before, sizeof before, after, sizeof after);    /* not before the commit */
	fixture_commit(a);
	g_assert_true(store_revisions(b, after, &error));
	g_assert_cmpint(after[TOPIC_CASES], ==, before[TOPIC_CASES] + 1);
	g_assert_cmpint(after[TOPIC_MEETINGS], ==, before[TOPIC_MEETINGS]);
	g_assert_true(store_revisions(a, before, &error));              /* one's own commits count too */
	g_assert_cmpmem(before, sizeof before, after, sizeof after);
	fixture_begin(b);
	g_assert_true(store_meta_set(b, "demo", "yes", &error));
	store_rollback(b);
	g_assert_true(store_revisions(b, after, &error));
	g_assert_cmpmem(before, sizeof before, after, sizeof after);
	fixture_begin(b);
	g_assert_true(store_meta_set(b, "demo", "yes", &error));
	fixture_commit(b);
	g_assert_true(store_revisions(a, after, &error));
	g_assert_cmpint(after[TOPIC_META], ==, before[TOPIC_META] + 1);
	g_assert_cmpint(after[TOPIC_CASES], ==, before[TOPIC_CASES]);
	g_autofree char *demo = store_meta_get(a, "demo");
	g_assert_cmpstr(demo, ==, "yes");
	store_free(b);
	store_free(a);
	fixture_remove(&f);
}

/* Whoever watches the notify file is woken by a commit and then sees what was committed; a rollback wakes nobody. */
static void test_notify(void)
{
	struct fixture f;
	struct store *store, *follower;
	g_autoptr(GError) error = NULL;
	gint64 revision[STORE_TOPICS];
	char events[4096];
	int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);

	fixture_make(&f);
	store = fixture_create(&f);
	follower = fixture_open(&f, STORE_READ);
	g_assert_cmpint(inotify_add_watch(fd, store_notify_path(follower), IN_MODIFY), >=, 0);
	fixture_begin(store);
	fixture_case(store, "1", 100, "force", NULL);
	store_rollback(store);
	g_assert_cmpint(read(fd, events, sizeof events), <, 0);
	fixture_begin(store);
	fixture_case(store, "1", 100, "force", NULL);
	g_assert_cmpint(read(fd, events, sizeof events), <, 0);
	fixture_commit(store);
	g_assert_cmpint(read(fd, events, sizeof events), >, 0);
	g_assert_true(store_revisions(follower, revision, &error));
	g_assert_cmpint(revision[TOPIC_CASES], ==, 1);
	close(fd);
	store_free(follower);
	store_free(store);
	fixture_remove(&f);
}

static void take_cell(gint32 month, gint64 key, gint64 count, void *data)
{
	g_string_append_printf(data, "%d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", month, key, count);
}

static char *all_cells(struct store *store)
{
	GString *cells = g_string_new(NULL);
	g_autoptr(GError) error = NULL;

	for (int cube = 0; cube < ROLLUP_CUBES; cube++)
		for (int body = 0; body < word_store_limit(store); body++) {
			g_string_append_printf(cells, "cube %d body %d\n", cube, body);
			rollup_store_read(store, cube, body, G_MININT32, G_MAXINT32, take_cell, cells, &error);
			g_assert_no_error(error);
		}
	return g_string_free(cells, FALSE);
}

static char *pick(const char *prefix, int n)
{
	int i = g_test_rand_int_range(0, n + 1);

	return i == 0 ? NULL : g_strdup_printf("%s%d", prefix, i);
}

static day_t some_day(void)
{
	return g_test_rand_int_range(0, 6) == 0 ? DAY_UNKNOWN : g_test_rand_int_range(-40, 400);
}

static void randomise(struct case_record *record)
{
	g_free(record->body);
	g_free(record->district);
	g_free(record->class);
	g_free(record->state);
	record->body = g_strdup_printf("body%d", g_test_rand_int_range(1, 4));
	record->district = pick("d", 3);
	record->class = pick("c", 3);
	record->state = pick("s", 2);
	record->received = some_day();
	record->closed = some_day();
	record->due = some_day();
	record->open = g_test_rand_int_range(0, 2);
}

static void random_findings(struct allegation_record *allegation)
{
	for (int stage = 0; stage < STAGES; stage++) {
		g_free(allegation->finding[stage]);
		allegation->finding[stage] = pick("f", 3);
	}
}

static void random_edit(struct store *store, id_t64 *cases)
{
	g_autoptr(GError) error = NULL;
	id_t64 id = *cases ? g_test_rand_int_range(1, *cases + 1) : 0;
	int what = g_test_rand_int_range(0, 5);

	if (!id || what == 0) {
		struct case_record record = { .number = g_strdup_printf("%" G_GINT64_FORMAT, *cases + 1), .occurred = DAY_UNKNOWN };
		randomise(&record);
		case_store_insert(store, &record, &error);
		*cases = record.id;
		case_record_clear(&record);
	} else if (what == 1) {
		struct case_record record = { 0 };
		g_assert_true(case_store_get(store, id, &record, &error));
		randomise(&record);
		case_store_update(store, &record, &error);
		case_record_clear(&record);
	} else if (what == 2) {
		struct allegation_record allegation = { .case_id = id, .class = pick("c", 3) };
		random_findings(&allegation);
		case_store_add_allegation(store, &allegation, &error);
		allegation_record_clear(&allegation);
	} else if (what == 3) {
		g_autoptr(GPtrArray) list = case_store_allegations(store, id, &error);
		if (list->len > 0) {
			struct allegation_record *allegation = list->pdata[g_test_rand_int_range(0, list->len)];
			random_findings(allegation);
			allegation->case_id = g_test_rand_int_range(1, *cases + 1);
			case_store_update_allegation(store, allegation, &error);
		}
	} else {
		struct force_record record = { .body = pick("body", 3), .type = pick("t", 3), .occurred = some_day() };
		force_store_insert(store, &record, &error);
		force_record_clear(&record);
	}
	g_assert_no_error(error);
}

/* After any mixture of edits, committed or taken back, the rollups equal those counted afresh from the rows. */
static void test_rollups(void)
{
	struct fixture f;
	struct store *store;
	g_autoptr(GError) error = NULL;
	g_autofree char *kept = NULL, *rebuilt = NULL;
	id_t64 cases = 0;

	fixture_make(&f);
	store = fixture_create(&f);
	for (int transaction = 0; transaction < 60; transaction++) {
		id_t64 before = cases;
		bool bulk = g_test_rand_int_range(0, 3) == 0;
		fixture_begin(store);
		g_assert_true(!bulk || case_store_bulk_begin(store, &error));
		for (int i = g_test_rand_int_range(0, 20); i > 0; i--)
			random_edit(store, &cases);
		g_assert_true(!bulk || case_store_bulk_end(store, &error));
		if (g_test_rand_int_range(0, 4) == 0) {
			store_rollback(store);
			cases = before;
		} else {
			fixture_commit(store);
		}
	}
	kept = all_cells(store);
	g_assert_cmpint(strlen(kept), >, 2000);
	fixture_begin(store);
	g_assert_true(rollup_store_rebuild(store, &error));
	fixture_commit(store);
	rebuilt = all_cells(store);
	g_assert_cmpstr(kept, ==, rebuilt);
	store_free(store);
	fixture_remove(&f);
}

static bool sum_facts(const struct case_facts *facts, void *data)
{
	g_string_append_printf(data, "%" G_GINT64_FORMAT " ", facts->id);
	return true;
}

static void add_due(struct store *store, const char *number, day_t due, bool open)
{
	g_autoptr(GError) error = NULL;
	struct case_record record = { .number = (char *) number, .body = "crb", .received = 10, .occurred = DAY_UNKNOWN, .closed = DAY_UNKNOWN,
		.due = due, .open = open };

	g_assert_true(case_store_insert(store, &record, &error));
}

static void test_open_by_due(void)
{
	struct fixture f;
	struct store *store;
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) ids = g_string_new(NULL);
	gint64 all, open, overdue;

	fixture_make(&f);
	store = fixture_create(&f);
	fixture_begin(store);
	add_due(store, "1", DAY_UNKNOWN, true);
	add_due(store, "2", 50, true);
	add_due(store, "3", 20, false);
	add_due(store, "4", -5, true);
	add_due(store, "5", 50, true);
	fixture_commit(store);
	g_assert_true(case_store_open_by_due(store, 0, sum_facts, ids, &error));
	g_assert_cmpstr(ids->str, ==, "4 2 5 1 ");
	g_assert_true(case_store_counts(store, 0, 50, &all, &open, &overdue, &error));
	g_assert_cmpint(all, ==, 5);
	g_assert_cmpint(open, ==, 4);
	g_assert_cmpint(overdue, ==, 1);             /* due today is not overdue yet */
	g_assert_true(case_store_counts(store, word_store_find(store, WORDS_BODY, "crb"), 51, NULL, NULL, &overdue, &error));
	g_assert_cmpint(overdue, ==, 3);
	g_assert_true(case_store_counts(store, 999, 51, &all, NULL, NULL, &error));
	g_assert_cmpint(all, ==, 0);
	store_free(store);
	fixture_remove(&f);
}

static bool take_id(id_t64 id, void *data)
{
	g_string_append_printf(data, "%" G_GINT64_FORMAT " ", id);
	return true;
}

static void test_allegation_queries(void)
{
	struct fixture f;
	struct store *store;
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) ids = g_string_new(NULL);
	int words[2];
	gint64 n = 0;

	fixture_make(&f);
	store = fixture_create(&f);
	fixture_begin(store);
	for (int i = 1; i <= 3; i++) {
		g_autofree char *number = g_strdup_printf("pD%d", i);
		fixture_case(store, number, 10, "x", NULL);
	}
	fixture_allegation(store, 1, "Force", "a", "Sustained", "Sustained");
	fixture_allegation(store, 2, "Search", "b", "Sustained", "Refused");
	fixture_allegation(store, 2, "Force", "c", "Sustained", "Refused");
	fixture_allegation(store, 3, "Arrest", "d", "Sustained", NULL);
	fixture_commit(store);
	words[0] = word_store_find(store, WORDS_CLASS, "Search");
	words[1] = word_store_find(store, WORDS_CLASS, "Arrest");
	g_assert_true(case_store_with_allegation(store, ALLEGATION_CLASS, words, 2, take_id, ids, &error));
	g_assert_cmpstr(ids->str, ==, "2 3 ");
	words[0] = word_store_find(store, WORDS_FINDING, "Refused");
	g_string_truncate(ids, 0);
	g_assert_true(case_store_with_allegation(store, ALLEGATION_CHIEF, words, 1, take_id, ids, &error));
	g_assert_cmpstr(ids->str, ==, "2 2 ");
	g_string_truncate(ids, 0);
	g_assert_true(case_store_disagreements(store, take_id, ids, &n, &error));
	g_assert_cmpint(n, ==, 2);
	g_string_truncate(ids, 0);
	g_assert_true(case_store_number_prefix(store, "pD", take_id, ids, &error));
	g_assert_cmpstr(ids->str, ==, "1 2 3 ");
	g_string_truncate(ids, 0);
	g_assert_true(case_store_number_prefix(store, "pD2", take_id, ids, &error));
	g_assert_cmpstr(ids->str, ==, "2 ");
	store_free(store);
	fixture_remove(&f);
}

static int stop_here(void *data)
{
	(void) data;
	return 1;
}

static void test_raw(void)
{
	struct fixture f;
	struct store *store;
	g_autoptr(GError) error = NULL;
	const char *field[] = { "a\0b", "", "\xff\xfe\n\"", "last" };
	const size_t length[] = { 3, 0, 4, 4 };
	const size_t shifted[] = { 2, 1, 4, 4 };
	struct source_record source = { .name = "x.csv", .sha256 = "abc", .map = "detroit", .headings = (char *[]) { "A", "", "c,d", NULL }, .imported = 5 };
	struct source_record found = { 0 };
	struct raw_record record = { 0 };
	gint64 hash = raw_hash(field, length, 4);
	id_t64 id = 0;
	g_autoptr(GPtrArray) sources = NULL;

	g_assert_cmpint(hash, !=, raw_hash(field, shifted, 4));
	g_assert_cmpint(hash, !=, raw_hash(field, length, 3));
	g_assert_cmpint(raw_hash((const char *[]) { "ab", "" }, (size_t[]) { 2, 0 }, 2), !=, raw_hash((const char *[]) { "a", "b" }, (size_t[]) { 1, 1 }, 2));
	fixture_make(&f);
	store = fixture_create(&f);
	fixture_begin(store);
	g_assert_false(raw_store_find_source(store, "abc", "detroit", &found));
	g_assert_cmpint(raw_store_known(store, "detroit", hash, NULL), ==, 0);
	g_assert_true(raw_store_add_source(store, &source, &error));
	g_assert_true(raw_store_add(store, source.id, 2, field, length, 4, hash, &id, &error));
	g_assert_true(raw_store_add(store, source.id, 3, field, length, 4, hash, NULL, &error));
	g_assert_true(raw_store_set_rows(store, source.id, 2, &error));
	fixture_commit(store);
	fixture_begin(store);
	g_assert_cmpint(raw_store_known(store, "detroit", hash, NULL), ==, 2);
	g_assert_cmpint(raw_store_known(store, "detroit", hash + 1, NULL), ==, 0);
	g_assert_cmpint(raw_store_known(store, "other", hash, NULL), ==, 0);
	/* what cannot be read is not taken for unknown, which would store every row again */
	sqlite3_progress_handler(store->db, 1, stop_here, NULL);
	g_assert_cmpint(raw_store_known(store, "detroit", hash, &error), ==, -1);
	g_assert_nonnull(error);
	g_clear_error(&error);
	sqlite3_progress_handler(store->db, 0, NULL, NULL);
	g_assert_cmpint(raw_store_known(store, "detroit", hash, NULL), ==, 2);
	store_rollback(store);
	g_assert_true(raw_store_find_source(store, "abc", "detroit", &found));
	g_assert_cmpint(found.rows, ==, 2);
	g_assert_false(raw_store_find_source(store, "abc", "other", &(struct source_record) { 0 }));
	g_assert_true(raw_store_get(store, id, &record, &error));
	g_assert_cmpstr(record.file, ==, "x.csv");
	g_assert_cmpint(record.row, ==, 2);
	g_assert_cmpstr(record.headings[2], ==, "c,d");
	g_assert_cmpint(record.fields->len, ==, 4);
	for (int i = 0; i < 4; i++) {
		gsize size;
		const void *bytes = g_bytes_get_data(record.fields->pdata[i], &size);
		g_assert_cmpmem(bytes, size, field[i], length[i]);
	}
	raw_record_clear(&record);
	/* lengths that promise more than is there */
	g_assert_true(store_execute(store, "UPDATE raw SET fields = x'02ffffffffffffff7f0161' WHERE id = 1", NULL));
	g_assert_false(raw_store_get(store, id, &record, &error));
	g_assert_nonnull(strstr(error->message, "is damaged"));
	g_clear_error(&error);
	g_assert_false(raw_store_get(store, 99, &record, &error));
	g_assert_cmpint(error->code, ==, DAIS_ERROR_NOT_FOUND);
	g_clear_error(&error);
	sources = raw_store_sources(store, &error);
	g_assert_cmpint(sources->len, ==, 1);
	source_record_clear(&found);
	store_free(store);
	fixture_remove(&f);
}

static bool take_force(const struct force_record *record, void *data)
{
	g_string_append_printf(data, "%s %s %d %d;", record->type, record->subject.role ? record->subject.race : "none", record->subject.age,
		record->officer_injured);
	return true;
}

static void test_force(void)
{
	struct fixture f;
	struct store *store;
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) got = g_string_new(NULL);
	struct force_record record = {
		.number = "FTN1", .body = "crb", .type = "Taser", .disposition = "Justified", .occurred = 100,
		.subject = { .role = "subject", .race = "declined", .age = 30 }, .officer = { .role = NULL }, .officer_injured = true,
	}, out = { 0 };
	gint64 rows, numbers;

	fixture_make(&f);
	store = fixture_create(&f);
	fixture_begin(store);
	g_assert_true(force_store_insert(store, &record, &error));
	record.type = "Hands";
	record.subject.role = NULL;
	record.occurred = DAY_UNKNOWN;
	g_assert_true(force_store_insert(store, &record, &error));
	fixture_commit(store);
	g_assert_true(force_store_scan(store, take_force, got, &error));
	g_assert_cmpstr(got->str, ==, "Taser declined 30 1;Hands none -1 1;");
	g_assert_true(force_store_counts(store, &rows, &numbers, &error));
	g_assert_cmpint(rows, ==, 2);
	g_assert_cmpint(numbers, ==, 1);
	g_assert_true(force_store_get(store, 1, &out, &error));
	g_assert_cmpstr(out.disposition, ==, "Justified");
	g_assert_cmpint(out.occurred, ==, 100);
	force_record_clear(&out);
	store_free(store);
	fixture_remove(&f);
}

static void add_meeting(struct store *store, const char *body, instant_t starts, const char *status)
{
	g_autoptr(GError) error = NULL;
	struct meeting_record meeting = { .body = (char *) body, .kind = "regular", .starts = starts, .title = "T", .status = (char *) status };

	g_assert_true(meeting_store_insert(store, &meeting, &error));
}

static void test_meetings(void)
{
	struct fixture f;
	struct store *store;
	g_autoptr(GError) error = NULL;
	struct meeting_record meeting = { 0 };
	struct agenda_item second = { .meeting_id = 1, .position = 2, .number = "2", .title = "b", .consent = true },
		first = { .meeting_id = 1, .position = 1, .number = "1", .title = "a", .case_number = "C-1", .minutes = 10 };
	g_autoptr(GPtrArray) items = NULL;

	fixture_make(&f);
	store = fixture_create(&f);
	fixture_begin(store);
	add_meeting(store, "crb", 1000, "held");
	add_meeting(store, "crb", 2000, "cancelled");
	add_meeting(store, "crb", 3000, "planned");
	add_meeting(store, "other", 2500, "planned");
	g_assert_true(meeting_store_add_item(store, &second, &error));
	g_assert_true(meeting_store_add_item(store, &first, &error));
	fixture_commit(store);
	g_assert_true(meeting_store_next(store, "crb", 1500, &meeting, &error));
	g_assert_cmpint(meeting.starts, ==, 3000);
	meeting_record_clear(&meeting);
	g_assert_true(meeting_store_next(store, NULL, 1500, &meeting, &error));
	g_assert_cmpint(meeting.starts, ==, 2500);
	meeting_record_clear(&meeting);
	g_assert_true(meeting_store_last(store, "crb", 3000, &meeting, &error));
	g_assert_cmpint(meeting.starts, ==, 1000);
	meeting_record_clear(&meeting);
	g_assert_false(meeting_store_next(store, "crb", 3001, &meeting, &error));
	g_assert_false(meeting_store_next(store, "nobody", 0, &meeting, &error));
	g_assert_no_error(error);
	items = meeting_store_items(store, 1, &error);
	g_assert_cmpint(items->len, ==, 2);
	g_assert_cmpstr(((struct agenda_item *) items->pdata[0])->case_number, ==, "C-1");
	g_assert_true(((struct agenda_item *) items->pdata[1])->consent);
	store_free(store);
	fixture_remove(&f);
}

static void stop_after_ten(const struct case_facts *facts, const char *number, void *data)
{
	(void) number;
	if (facts->id == 10)
		store_interrupt(data);
}

static void test_interrupt(void)
{
	struct fixture f;
	struct store *store;
	g_autoptr(GError) error = NULL;

	fixture_make(&f);
	store = fixture_create(&f);
	fixture_begin(store);
	for (int i = 1; i <= 100; i++) {
		g_autofree char *number = g_strdup_printf("%d", i);
		fixture_case(store, number, i, "x", NULL);
	}
	fixture_commit(store);
	g_assert_cmpint(case_store_scan(store, 0, 1000, stop_after_ten, store, &error), ==, -1);
	g_assert_error(error, DAIS_ERROR, DAIS_ERROR_INTERRUPTED);
	g_clear_error(&error);
	g_assert_cmpint(case_store_scan(store, 90, 1000, stop_after_ten, store, &error), ==, 10);
	store_free(store);
	fixture_remove(&f);
}

/* The texts of a bulk import are found after it, whether it was the first one or not. */
static void test_bulk_search(void)
{
	struct fixture f;
	struct store *store;
	g_autoptr(GError) error = NULL;

	fixture_make(&f);
	store = fixture_create(&f);
	for (int round = 0; round < 2; round++) {
		fixture_begin(store);
		g_assert_true(case_store_bulk_begin(store, &error));
		for (int i = 1; i <= 20; i++) {
			g_autofree char *number = g_strdup_printf("%d-%d", round, i);
			id_t64 id = fixture_case(store, number, i, "x", i == 7 ? "handcuffs" : "nothing");
			fixture_allegation(store, id, "Force", i == 9 ? "Baton" : "Hands", NULL, NULL);
		}
		if (round == 1)
			fixture_allegation(store, 3, "Force", "Taser", NULL, NULL);
		g_assert_true(case_store_bulk_end(store, &error));
		fixture_commit(store);
	}
	g_autofree char *summary = fixture_search(store, false, "handcuffs", NULL);
	g_autofree char *detail = fixture_search(store, false, "baton", NULL);
	g_autofree char *older = fixture_search(store, false, "taser", "hands", NULL);
	g_assert_cmpstr(summary, ==, "7 27");
	g_assert_cmpstr(detail, ==, "9 29");
	g_assert_cmpstr(older, ==, "3");
	g_autofree char *sound = store_check(store);
	g_assert_cmpstr(sound, ==, NULL);
	store_free(store);
	store_free(fixture_open(&f, STORE_READ));
	fixture_remove(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/store/changes/words", test_words);
	g_test_add_func("/store/changes/revisions", test_revisions);
	g_test_add_func("/store/changes/notify", test_notify);
	g_test_add_func("/store/changes/rollups", test_rollups);
	g_test_add_func("/store/changes/open-by-due", test_open_by_due);
	g_test_add_func("/store/changes/allegation-queries", test_allegation_queries);
	g_test_add_func("/store/changes/bulk-search", test_bulk_search);
	g_test_add_func("/store/changes/interrupt", test_interrupt);
	g_test_add_func("/store/changes/raw", test_raw);
	g_test_add_func("/store/changes/force", test_force);
	g_test_add_func("/store/changes/meetings", test_meetings);
	return g_test_run();
}
