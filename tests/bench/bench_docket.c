/*
 * Times what staff wait for the week before a meeting, each sample as "METRIC VALUE", times in ms: usage: bench_docket FILE BOARD ROUNDS
 *   clocks, entries           running clocks in the database; what is due for the board
 *   docket.ms                 the docket gathered, with the words of the first forty entries
 *   sql.ms                    plain SQL that counts the same entries, on a connection of its own
 *   move.ms                   a move through the workflow until it is committed (and taken back afterwards, which is not counted)
 *   bare.ms                   a bare insert with synchronous = FULL beside it
 */
#include <inttypes.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include "action/case_action.h"
#include "config/config_file.h"
#include "model/docket_model.h"

#define NOW INT64_C(1734393600)      /* 16 December 2024, 18:00 in Chicago */
#define SHOWN 40
#define PAUSE_US 20000      /* nobody moves one case right after the other: both sync a disk that has rested */

static void check(bool good, GError *error)
{
	if (good)
		return;
	fprintf(stderr, "bench_docket: %s\n", error ? error->message : "failed");
	exit(1);
}

static double now_ms(void)
{
	return (double) g_get_monotonic_time() / 1e3;
}

/* Gives how many cases are due. */
static guint docket(struct store *store, const struct board *board, day_t *horizon)
{
	GError *error = NULL;
	double begun = now_ms();
	struct docket_model *model = docket_model_load(store, board, NULL, NULL, "en", NOW, &error);

	check(model != NULL, error);
	docket_model_words(model, store, 0, SHOWN);
	printf("docket.ms %.3f\n", now_ms() - begun);
	guint entries = 0;
	for (guint i = 0; i < model->entries->len; i++)
		entries += g_array_index(model->entries, struct docket_entry, i).kind == DOCKET_OF_CASE;
	*horizon = model->horizon;
	docket_model_free(model);
	return entries;
}

/* --- plain SQL --- */

static sqlite3 *peer_open(const char *path)
{
	sqlite3 *db;

	check(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) == SQLITE_OK, NULL);
	return db;
}

static gint64 number(sqlite3 *db, const char *sql, int parameter)
{
	sqlite3_stmt *row = NULL;

	check(sqlite3_prepare_v2(db, sql, -1, &row, NULL) == SQLITE_OK, NULL);
	sqlite3_bind_int(row, 1, parameter);
	check(sqlite3_step(row) == SQLITE_ROW, NULL);
	gint64 n = sqlite3_column_int64(row, 0);
	sqlite3_finalize(row);
	return n;
}

/* What is pending is no finding yet. */
#define PENDING "SELECT id FROM word WHERE list = 'finding' AND text = 'pending'"

/* The cases that are due; the docket has some meetings and recommendations beside them. */
static gint64 count(sqlite3 *db, day_t horizon)
{
	double begun = now_ms();
	gint64 n = number(db, "SELECT count(*) FROM (SELECT case_id FROM case_clock WHERE status = 1 AND due < ?1 AND clock NOT IN ('acknowledge', 'intake') "
		"UNION SELECT id FROM cases WHERE open = 1 AND state IN (SELECT id FROM word WHERE list = 'state' AND text IN "
		"('staff_recommendation', 'board_agenda', 'panel_split', 'full_board', 'chief_disagrees')) "
		"UNION SELECT a.case_id FROM allegation a WHERE finding_board <> finding_chief "
		"AND finding_board NOT IN (" PENDING ") AND finding_chief NOT IN (" PENDING ") AND NOT EXISTS (SELECT 1 FROM case_event e LEFT JOIN "
		"case_event_detail d ON d.event = e.id WHERE e.case_id = a.case_id AND (e.what = 'answer' OR (e.what = 'finding' AND d.stage = 'chief' "
		"AND e.why IS NOT NULL))))", horizon);

	printf("sql.ms %.3f\n", now_ms() - begun);
	return n;
}

/* --- a move --- */

static bool note_first(const struct case_facts *facts, void *data)
{
	*(id_t64 *) data = facts->id;
	return false;
}

static void move(struct store *store, const struct board *board, id_t64 id)
{
	const struct case_act act = { .kind = ACT_STATE, .to = "administratively_closed", .why = "a duplicate" };
	GError *error = NULL;
	double begun = now_ms();

	check(case_do(store, board, id, &act, "bench", NOW, &error), error);
	printf("move.ms %.3f\n", now_ms() - begun);
	check(case_undo(store, board, id, 0, "for the next one", "bench", NOW, NULL, &error), error);
}

static void bare(sqlite3 *db)
{
	double begun = now_ms();

	check(sqlite3_exec(db, "INSERT INTO move (case_id, state) VALUES (1, 'closed')", NULL, NULL, NULL) == SQLITE_OK, NULL);
	printf("bare.ms %.3f\n", now_ms() - begun);
}

int main(int argc, char **argv)
{
	g_autoptr(GPtrArray) faults = g_ptr_array_new();
	GError *error = NULL;
	day_t horizon = DAY_UNKNOWN;
	id_t64 id = 0;

	check(argc == 4, NULL);
	g_autoptr(store_t) store = store_open(argv[1], STORE_WRITE, &error);
	check(store != NULL, error);
	g_autoptr(board_t) board = board_file_load(argv[2], faults);
	check(board != NULL, NULL);
	g_autoptr(GTimeZone) zone = g_time_zone_new_identifier(board->zone);      /* held, as the dashboard does */
	sqlite3 *sql = peer_open(argv[1]);
	g_autofree char *beside = g_strconcat(argv[1], ".bare", NULL);
	sqlite3 *other = peer_open(beside);
	check(sqlite3_exec(other, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
		"CREATE TABLE IF NOT EXISTS move (id INTEGER PRIMARY KEY, case_id INTEGER, state TEXT)", NULL, NULL, NULL) == SQLITE_OK, NULL);
	printf("clocks %" PRId64 "\n", number(sql, "SELECT count(*) FROM case_clock WHERE status = 1", 0));
	for (int round = 0; round < atoi(argv[3]); round++) {
		guint entries = docket(store, board, &horizon);
		gint64 peer = count(sql, horizon);
		if (peer != entries)
			fprintf(stderr, "bench_docket: the peer counts %" PRId64 ", the docket has %u\n", peer, entries);
		printf("entries %u\n", entries);
	}
	check(case_store_open_by_due(store, 0, note_first, &id, &error), error);
	for (int round = 0; round < atoi(argv[3]) * 5; round++) {
		g_usleep(PAUSE_US);
		bare(other);
		g_usleep(PAUSE_US);
		move(store, board, id);
	}
	sqlite3_close(sql);
	sqlite3_close(other);
	return 0;
}
