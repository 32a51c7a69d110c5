#include "fixture.h"

/* Everything a case carries comes back as it went in, also through another connection. */
static void test_round_trip(void)
{
	struct fixture f;
	struct store *store, *reader;
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) allegations = NULL, persons = NULL, events = NULL;
	struct case_record in = {
		.number = "C-2024-0117", .body = "crb", .kind = "complaint", .district = "North", .channel = "web", .source = "public",
		.privacy = "public", .state = "review", .class = "Force", .received = 19800, .occurred = 19790, .closed = DAY_UNKNOWN,
		.due = 19900, .open = true, .priority = 2, .summary = "L'agente \x1b[31m dit \"non\"", .raw = 7,
	}, out = { 0 };
	struct allegation_record allegation = {
		.key = "A1", .class = "Force", .detail = "Handcuffs", .finding = { "open", NULL, "refused", NULL }, .discipline = "none",
		.closure = "withdrawn", .officer = { .role = "officer", .ref = "8812", .race = "unknown", .sex = "M", .unit = "3rd", .age = -1 },
		.copy = 1, .raw = 8,
	}, *a;
	struct person_record person = { .role = "complainant", .race = "declined", .sex = "F", .age = 0 }, *p;
	struct case_event event = { .when = 1700000000, .who = "clerk", .what = "state", .from = "intake", .to = "review", .why = "complete" }, *e;

	fixture_make(&f);
	store = fixture_create(&f);
	fixture_begin(store);
	g_assert_true(case_store_insert(store, &in, &error));
	allegation.case_id = event.case_id = in.id;
	g_assert_true(case_store_add_allegation(store, &allegation, &error));
	g_assert_true(case_store_add_person(store, in.id, &person, &error));
	g_assert_true(case_store_add_event(store, &event, &error));
	fixture_commit(store);
	reader = fixture_open(&f, STORE_READ);
	g_assert_cmpint(case_store_find(reader, "crb", "C-2024-0117"), ==, in.id);
	g_assert_cmpint(case_store_find(reader, "crb", "C-2024-0118"), ==, 0);
	g_assert_cmpint(case_store_find(reader, "police", "C-2024-0117"), ==, 0);
	g_assert_true(case_store_get(reader, in.id, &out, &error));
	g_assert_cmpstr(out.number, ==, in.number);
	g_assert_cmpstr(out.body, ==, "crb");
	g_assert_cmpstr(out.district, ==, "North");
	g_assert_cmpstr(out.channel, ==, "web");
	g_assert_cmpstr(out.source, ==, "public");
	g_assert_cmpstr(out.privacy, ==, "public");
	g_assert_cmpstr(out.state, ==, "review");
	g_assert_cmpstr(out.class, ==, "Force");
	g_assert_cmpstr(out.summary, ==, in.summary);
	g_assert_cmpint(out.received, ==, 19800);
	g_assert_cmpint(out.occurred, ==, 19790);
	g_assert_cmpint(out.closed, ==, DAY_UNKNOWN);
	g_assert_cmpint(out.due, ==, 19900);
	g_assert_cmpint(out.priority, ==, 2);
	g_assert_true(out.open);
	g_assert_cmpint(out.raw, ==, 7);
	allegations = case_store_allegations(reader, in.id, &error);
	g_assert_cmpint(allegations->len, ==, 1);
	a = allegations->pdata[0];
	g_assert_cmpstr(a->key, ==, "A1");
	g_assert_cmpstr(a->finding[STAGE_INVESTIGATOR], ==, "open");
	g_assert_null(a->finding[STAGE_BOARD]);
	g_assert_cmpstr(a->finding[STAGE_CHIEF], ==, "refused");
	g_assert_cmpstr(a->closure, ==, "withdrawn");
	g_assert_cmpstr(a->officer.ref, ==, "8812");
	g_assert_cmpstr(a->officer.unit, ==, "3rd");
	g_assert_cmpint(a->officer.age, ==, -1);
	g_assert_cmpint(a->copy, ==, 1);
	g_assert_cmpint(a->raw, ==, 8);
	persons = case_store_persons(reader, in.id, &error);
	p = persons->pdata[0];
	g_assert_cmpstr(p->race, ==, "declined");
	g_assert_cmpint(p->age, ==, 0);
	g_assert_null(p->ref);
	events = case_store_events(reader, in.id, &error);
	e = events->pdata[0];
	g_assert_cmpint(e->when, ==, 1700000000);
	g_assert_cmpstr(e->to, ==, "review");
	case_record_clear(&out);
	store_free(reader);
	store_free(store);
	fixture_remove(&f);
}

static void test_duplicate_number(void)
{
	struct fixture f;
	struct store *store;
	g_autoptr(GError) error = NULL;
	struct case_record again = { .number = "1", .body = "crb", .open = true };

	fixture_make(&f);
	store = fixture_create(&f);
	fixture_begin(store);
	fixture_case(store, "1", 100, "force", NULL);
	g_assert_false(case_store_insert(store, &again, &error));
	g_assert_nonnull(strstr(error->message, "case 1 of crb is there already"));
	again.body = "police";
	g_clear_error(&error);
	g_assert_true(case_store_insert(store, &again, &error));
	fixture_commit(store);
	store_free(store);
	fixture_remove(&f);
}

/* A search finds case text by word beginnings, and words that FTS5 would read as its own language are only words. */
static void test_search(void)
{
	struct fixture f;
	struct store *store;
	g_autoptr(GError) error = NULL;
	struct case_record record = { 0 };

	fixture_make(&f);
	store = fixture_create(&f);
	fixture_begin(store);
	fixture_case(store, "BPD20-0012", 100, "Force", "Officer used handcuffs near the café");
	fixture_case(store, "BPD20-0013", 101, "Conduct", "near OR NOT the \"bridge\"");
	fixture_allegation(store, 2, "Search", "Vehicle search", "sustained", NULL);
	fixture_commit(store);
#define FOUND(ids, ...) do { g_autofree char *got = fixture_search(store, __VA_ARGS__, NULL); g_assert_cmpstr(got, ==, ids); } while (0)
	FOUND("1", false, "hand");
	FOUND("1", false, "near", "handc");
	FOUND("1", false, "cafe");
	FOUND("2", false, "vehic");
	FOUND("1 2", false, "bpd20-00");
	FOUND("1", false, "bpd20-0012");
	FOUND("1 2", false, "near");
	FOUND("2", false, "or", "not");
	FOUND("", false, "near*", "number:bpd20", "^near", "nothing");
	FOUND("", false, "number:bpd20");
	FOUND("2", false, "\"bridge\"");
	FOUND("1 2", false, "--", "near");
	FOUND("", false, "\"", "*");
	FOUND("1", true, "used", "handc");
	FOUND("", true, "handcuffs", "used");
	FOUND("", false, "near\xff");
	fixture_begin(store);
	g_assert_true(case_store_get(store, 1, &record, &error));
	g_free(record.summary);
	record.summary = g_strdup("Taser");
	g_assert_true(case_store_update(store, &record, &error));
	fixture_allegation(store, 1, "Search", "Strip search", NULL, NULL);
	fixture_commit(store);
	FOUND("", false, "handcuffs");
	FOUND("1", false, "taser");
	FOUND("1", false, "strip");
	FOUND("2", false, "near");
	FOUND("1 2", false, "bpd20");
	FOUND("1 2", false, "search");
	fixture_begin(store);
	fixture_case(store, "S-1", 102, "Force", "Straße, ΟΔΟΣ");
	fixture_commit(store);
	FOUND("3", false, "strasse");        /* as filters fold the word */
	FOUND("3", false, "οδοσ");
	g_free(record.summary);
	record.summary = g_strdup("Platz");
	record.id = 3;
	g_free(record.number);
	record.number = g_strdup("S-1");
	fixture_begin(store);
	g_assert_true(case_store_update(store, &record, &error));
	fixture_commit(store);
	FOUND("", false, "strasse");
	FOUND("3", false, "platz");
	case_record_clear(&record);
	store_free(store);
	fixture_remove(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/store/cases/round-trip", test_round_trip);
	g_test_add_func("/store/cases/duplicate-number", test_duplicate_number);
	g_test_add_func("/store/cases/search", test_search);
	return g_test_run();
}
