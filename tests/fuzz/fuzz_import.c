/*
 * Any bytes as a published CSV file, imported through a map that reads every kind of field: a report or an error with a
 * sentence, never more, and a dry run leaves the database as it was. The bytes also go to the drafting of a map.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "action/import_action.h"
#include "base/error.h"
#include "config/config_file.h"
#include "store/case_store.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char map_text[] =
	"title = \"fuzz\"; open_findings = [ \"Pending\" ]; files = ( { name = \"f\"; rows = \"allegations\"; dates = [ \"%Y-%m-%d\", \"%b %d, %Y%*\" ];"
	"blanks = [ \"NA\" ]; skip = ( [ \"a\", \"TOTAL\" ] ); columns = ( { from = \"a\"; to = \"number\"; }, { from = \"b\"; to = \"received\"; },"
	"{ from = \"c\"; to = \"closed\"; }, { from = \"d\"; to = \"person_age\"; }, { from = \"e\"; to = \"class\"; only = [ \"x\", \"Force\" ]; },"
	"{ from = \"f\"; to = \"finding_board\"; }, { from = \"g\"; to = \"summary\"; }, { from = \"h\"; to = \"officer\"; } ); } );";

/* What the database holds before: cases that the bytes may speak of again. */
static const char before[] = "a,b,c,d,e,f,g,h\n1,2020-01-01,,30,x,Pending,story,R-1\n2,2020-01-02,2020-02-01,,Force,Sustained,,\n";
enum { CASES_BEFORE = 2 };

struct world { char *dir, *csv; struct store *store; struct board *board; struct import_map *map; };

static void world_open(struct world *world)
{
	g_autofree char *folder = g_strdup_printf("%s/dais-fuzz-XXXXXX", g_file_test("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : g_get_tmp_dir());
	g_autoptr(GPtrArray) faults = faults_new();
	world->dir = g_strdup(mkdtemp(folder));
	world->csv = g_build_filename(world->dir, "fuzz.csv", NULL);
	g_autofree char *map = g_build_filename(world->dir, "fuzz.conf", NULL), *db = g_build_filename(world->dir, "fuzz.db", NULL);
	g_autofree char *board = data_file("", "riverton", "conf");
	g_assert(board && g_file_set_contents(map, map_text, -1, NULL));
	world->board = board_file_load(board, faults);
	world->map = map_file_load(map, faults);
	world->store = store_open(db, STORE_CREATE, NULL);
	g_assert(world->board && world->map && world->store && g_file_set_contents(world->csv, before, -1, NULL));
	const char *const paths[] = { world->csv, NULL };
	struct import_options options = { .now = 1600000000 };
	g_autoptr(import_report_t) report = import_files(world->store, world->board, world->map, paths, &options, NULL);
	g_assert(report && report->cases_new == CASES_BEFORE);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct world world;
	if (!world.store)
		world_open(&world);
	g_assert(g_file_set_contents(world.csv, (const char *) data, (gssize) size, NULL));
	const char *const paths[] = { world.csv, NULL };
	struct import_options options = { .dry_run = true, .now = 1700000000 };
	g_autoptr(GError) error = NULL;
	g_autoptr(import_report_t) report = import_files(world.store, world.board, world.map, paths, &options, &error);
	g_assert((report == NULL) == (error != NULL));
	if (report) {
		g_autofree char *text = import_report_text(report, true);
		g_assert(g_utf8_validate(text, -1, NULL) && strchr(text, '\033') == NULL);
	} else {
		g_assert(error->domain == DAIS_ERROR && *error->message);
	}
	gint64 cases = -1;
	g_assert(case_store_counts(world.store, 0, 0, &cases, NULL, NULL, NULL) && cases == CASES_BEFORE);
	g_autofree char *draft = import_draft_map(world.csv, NULL);
	g_assert(draft == NULL || g_utf8_validate(draft, -1, NULL));
	return 0;
}
