/* A new database and its invented data: whole or not at all, and with what a demonstration must show. */
#include <glib/gstdio.h>
#include <string.h>
#include "action/demo_action.h"
#include "action/init_action.h"
#include "base/error.h"
#include "store/case_store.h"
#include "store/force_store.h"
#include "store/meeting_store.h"

struct fixture {
	char *folder, *path, *board_path;
	struct store *store;
	struct board *board;
	instant_t now;
};

static void add_entry(struct body *body, const char *id, bool consent, bool closed)
{
	struct agenda_entry *entry = g_new0(struct agenda_entry, 1);
	entry->id = g_strdup(id);
	entry->consent = consent;
	entry->prefix = consent ? g_strdup("CA-") : NULL;
	entry->closed = closed;
	entry->minutes = 5;
	labels_add(&entry->title, "en", id);
	g_ptr_array_add(body->agenda, entry);
}

/* A board of one body with a clock of 180 days and a short template. */
static struct board *make_board(void)
{
	struct board *board = board_new();
	struct workflow *workflow = workflow_new();
	struct clock_rule *rule = clock_rule_new();
	struct body *body = body_new();
	rule->id = g_strdup("resolve");
	rule->starts = g_strdup("received");
	rule->length = 180;
	rule->unit = CLOCK_DAYS;
	g_ptr_array_add(workflow->clocks, rule);
	g_ptr_array_add(board->workflows, workflow);
	body->id = g_strdup("pob");
	body->workflow = workflow;
	g_ptr_array_add(board->bodies, body);
	add_entry(body, "call", false, false);
	add_entry(body, "training", false, false);
	add_entry(body, "consent", true, false);
	add_entry(body, "cases", false, false);
	add_entry(body, "closed", false, true);
	return board;
}

static void set_up(struct fixture *fixture, gconstpointer data)
{
	(void) data;
	GError *error = NULL;
	fixture->folder = g_dir_make_tmp("dais-demo-XXXXXX", NULL);
	fixture->path = g_build_filename(fixture->folder, "new.db", NULL);
	fixture->board_path = g_build_filename(fixture->folder, "board.conf", NULL);
	fixture->board = make_board();
	instant_parse("2026-11-23T12:00:00Z", NULL, &fixture->now);
	fixture->store = init_database(fixture->path, fixture->board_path, fixture->now, &error);
	g_assert_no_error(error);
}

static void tear_down(struct fixture *fixture, gconstpointer data)
{
	(void) data;
	store_free(fixture->store);
	board_free(fixture->board);
	g_autoptr(GDir) dir = g_dir_open(fixture->folder, 0, NULL);
	for (const char *name; (name = g_dir_read_name(dir)); ) {
		g_autofree char *path = g_build_filename(fixture->folder, name, NULL);
		g_unlink(path);
	}
	g_rmdir(fixture->folder);
	g_free(fixture->folder);
	g_free(fixture->path);
	g_free(fixture->board_path);
}

static bool fill(struct fixture *fixture, bool (*progress)(gint64, gint64, void *), void *data, GError **error)
{
	struct demo_options options = { .seed = 1, .cases = 900, .open = 37, .today = instant_day(fixture->now, NULL) };
	return demo_fill(fixture->store, fixture->board, &options, fixture->now, progress, data, error);
}

static void test_init(struct fixture *fixture, gconstpointer data)
{
	(void) data;
	g_autofree char *reference = store_meta_get(fixture->store, "board"), *path = init_board_path(fixture->store);
	g_assert_cmpstr(reference, ==, "board.conf");
	g_assert_cmpstr(path, ==, fixture->board_path);
	g_autoptr(GError) error = NULL;
	g_assert_null(init_database(fixture->path, fixture->board_path, fixture->now, &error));
	g_assert_error(error, DAIS_ERROR, DAIS_ERROR_DATA);
	/* a board file elsewhere is named in full */
	g_autofree char *other = g_build_filename(fixture->folder, "other.db", NULL);
	g_autoptr(store_t) store = init_database(other, "/somewhere/else.conf", fixture->now, NULL);
	g_autofree char *full = store_meta_get(store, "board");
	g_assert_cmpstr(full, ==, "/somewhere/else.conf");
}

static void test_fill(struct fixture *fixture, gconstpointer data)
{
	(void) data;
	GError *error = NULL;
	gint64 all, open, overdue, rows, numbers;
	g_assert_true(fill(fixture, NULL, NULL, &error));
	g_assert_no_error(error);
	g_assert_true(case_store_counts(fixture->store, 0, instant_day(fixture->now, NULL), &all, &open, &overdue, NULL));
	g_assert_cmpint(all, ==, 900);
	g_assert_cmpint(open, ==, 37);
	g_assert_cmpint(overdue, >, 0);
	g_assert_cmpint(overdue, <, 12);
	g_assert_true(force_store_counts(fixture->store, &rows, &numbers, NULL));
	g_assert_cmpint(rows, ==, 300);
	g_autofree char *demo = store_meta_get(fixture->store, "demo");
	g_assert_cmpstr(demo, ==, "Riverton");
}

/* The coming agenda speaks of open cases only; the item behind closed doors says nothing in public. */
static void test_agenda(struct fixture *fixture, gconstpointer data)
{
	(void) data;
	struct meeting_record meeting;
	unsigned cases = 0, consent = 0;
	g_assert_true(fill(fixture, NULL, NULL, NULL));
	g_assert_true(meeting_store_next(fixture->store, "pob", fixture->now, &meeting, NULL));
	g_assert_cmpint(instant_day(meeting.starts, NULL), >=, instant_day(fixture->now, NULL) + 6);
	g_assert_cmpint(day_weekday(instant_day(meeting.starts, NULL)), <, 5);
	g_autoptr(GPtrArray) items = meeting_store_items(fixture->store, meeting.id, NULL);
	for (unsigned i = 0; i < items->len; i++) {
		const struct agenda_item *item = items->pdata[i];
		g_assert_cmpint(item->position, ==, i + 1);
		consent += item->consent && g_str_has_prefix(item->number, "CA-");
		if (!item->case_number)
			continue;
		struct case_record record;
		cases++;
		g_assert_true(case_store_get(fixture->store, case_store_find(fixture->store, "pob", item->case_number), &record, NULL));
		g_assert_true(record.open);
		g_assert_true(!item->closed || !strstr(item->public_title, item->case_number));
		case_record_clear(&record);
	}
	g_assert_cmpuint(cases, >=, 5);
	g_assert_cmpuint(consent, >=, 1);
	meeting_record_clear(&meeting);
	g_assert_true(meeting_store_last(fixture->store, "pob", fixture->now, &meeting, NULL));
	g_assert_cmpstr(meeting.status, ==, "held");
	meeting_record_clear(&meeting);
}

static bool stop_at_once(gint64 done, gint64 total, void *data)
{
	(void) done;
	(void) total;
	++*(int *) data;
	return false;
}

static void test_interrupted(struct fixture *fixture, gconstpointer data)
{
	(void) data;
	g_autoptr(GError) error = NULL;
	int calls = 0;
	gint64 all;
	g_assert_false(fill(fixture, stop_at_once, &calls, &error));
	g_assert_error(error, DAIS_ERROR, DAIS_ERROR_INTERRUPTED);
	g_assert_cmpint(calls, ==, 1);
	g_assert_true(case_store_counts(fixture->store, 0, 0, &all, NULL, NULL, NULL));
	g_assert_cmpint(all, ==, 0);
	/* and the database is as good as new */
	g_assert_true(fill(fixture, NULL, NULL, NULL));
	g_autofree char *faults = store_check(fixture->store);
	g_assert_cmpstr(faults, ==, NULL);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/demo-action/init", struct fixture, NULL, set_up, test_init, tear_down);
	g_test_add("/demo-action/fill", struct fixture, NULL, set_up, test_fill, tear_down);
	g_test_add("/demo-action/agenda", struct fixture, NULL, set_up, test_agenda, tear_down);
	g_test_add("/demo-action/interrupted", struct fixture, NULL, set_up, test_interrupted, tear_down);
	return g_test_run();
}
