/*
 * Any bytes as published votes; the first says how they are laid out (0 a chart, 1 Legistar, 2 Popolo, 3 Open Civic Data). They are read or refused
 * with a sentence. The journals that are made of them are whole or refused with a sentence, an answer of which is lost in none; they can be put
 * into words and minutes; and what is exported of them is read back as the same document.
 */
#include <stdint.h>
#include <string.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/error.h"
#include "config/config_file.h"
#include "domain/event_words.h"
#include "domain/minutes.h"
#include "exchange/export_json.h"
#include "exchange/published.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LAYOUTS = 4 };
struct world { char *folder, *chart, *document; struct board *board; struct import_map *map[LAYOUTS]; };

static void world_open(struct world *world)
{
	static const char *const maps[LAYOUTS] = { "ann-arbor", "nyc-council", "popolo", "opencivic" };
	g_autofree char *folder = g_strdup_printf("%s/dais-fuzz-XXXXXX", g_file_test("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : g_get_tmp_dir());
	g_autoptr(GPtrArray) faults = faults_new();
	g_autofree char *board = data_file("", "riverton", "conf");
	world->folder = g_strdup(mkdtemp(folder));
	world->chart = g_build_filename(world->folder, "2024-03-04.csv", NULL);
	world->document = g_build_filename(world->folder, "votes.json", NULL);
	world->board = board ? board_file_load(board, faults) : NULL;
	for (int i = 0; i < LAYOUTS; i++) {
		g_autofree char *path = data_file("maps", maps[i], "conf");
		world->map[i] = path ? map_file_load(path, faults) : NULL;
		g_assert(world->map[i] && world->map[i]->votes);
	}
	g_assert(world->board);
}

static GPtrArray *read_votes(const struct world *world, int layout, const char *bytes, gssize size, GError **error)
{
	const char *const paths[] = { layout ? world->document : world->chart, NULL };
	g_autoptr(GPtrArray) odd = g_ptr_array_new_with_free_func((GDestroyNotify) published_odd_free);
	g_assert(g_file_set_contents(paths[0], bytes, size, NULL));
	return published_read(paths, world->map[layout]->votes, world->board->zone, odd, error);
}

/* NULL: it is not in order, and is said so. */
static struct meeting *replayed(const struct world *world, const struct published_meeting *published)
{
	g_autoptr(GPtrArray) events = published_events(published, world->board, world->board->bodies->pdata[0]);
	g_autoptr(meeting_t) meeting = meeting_new();
	for (guint i = 0; i < events->len; i++) {
		g_autoptr(GError) error = NULL;
		struct meeting_event *event = events->pdata[i];
		event->seq = i + 1;
		g_strlcpy(event->prev, meeting->head, sizeof event->prev);
		meeting_event_hash(event, event->hash);
		if (!meeting_apply(meeting, event, &error)) {
			g_assert(error && *error->message);
			return NULL;
		}
		g_autofree char *words = event_words(meeting, event, NULL, NULL);
		g_assert(words && *words);
	}
	paper_free(minutes_paper(meeting, NULL, NULL));
	paper_free(minutes_matrix(meeting, NULL, NULL));
	return g_steal_pointer(&meeting);
}

static char *exported(const struct world *world, struct meeting *meeting, const char *format)
{
	g_autoptr(GPtrArray) one = g_ptr_array_new();
	struct export_count count = { 0 };
	g_ptr_array_add(one, meeting);
	g_autoptr(GPtrArray) all = export_meetings(world->board, one);
	return export_document(export_format_find(format), world->board, all, &count);
}

static void comes_back(const struct world *world, struct meeting *meeting, int layout, const char *format)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *first = exported(world, meeting, format);
	g_autoptr(GPtrArray) meetings = read_votes(world, layout, first, -1, &error);
	if (error)
		g_error("%s: %s\n%s", format, error->message, first);
	g_assert(meetings && meetings->len == 1);
	g_autoptr(meeting_t) again = replayed(world, meetings->pdata[0]);
	g_assert(again);
	g_autofree char *second = exported(world, again, format);
	if (strcmp(first, second) != 0)
		g_error("%s comes back as another document:\n%s\n%s", format, first, second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct world world;
	g_autoptr(GError) error = NULL;
	if (!world.board)
		world_open(&world);
	if (!size)
		return 0;
	int layout = data[0] % LAYOUTS;
	g_autoptr(GPtrArray) meetings = read_votes(&world, layout, (const char *) data + 1, (gssize) size - 1, &error);
	g_assert((meetings == NULL) == (error != NULL));
	g_assert(!error || (error->domain == DAIS_ERROR && *error->message));
	for (guint i = 0; meetings && i < meetings->len; i++) {
		g_autoptr(meeting_t) meeting = replayed(&world, meetings->pdata[i]);
		if (!meeting)
			continue;
		comes_back(&world, meeting, 2, "popolo");
		comes_back(&world, meeting, 3, "opencivic");
	}
	return 0;
}
