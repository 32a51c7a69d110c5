#include "agenda_room.h"
#include <glib/gstdio.h>
#include "config/config_file.h"
#include "store/meeting_store.h"

id_t64 room_add_meeting(struct room *room, const char *kind, instant_t starts)
{
	struct meeting_record record = { .body = (char *) "pob", .kind = (char *) kind, .starts = starts, .status = (char *) "planned" };
	g_assert_true(store_begin(room->store[0], NULL));
	g_assert_true(meeting_store_insert(room->store[0], &record, NULL));
	g_assert_true(store_commit(room->store[0], NULL));
	return record.id;
}

void room_set_up(struct room *room, gconstpointer data)
{
	(void) data;
	const char *top = g_getenv("top_srcdir");
	g_autofree char *board = g_canonicalize_filename("fixtures/riverton.conf", top ? top : ".");
	g_autoptr(GPtrArray) faults = faults_new();
	room->folder = g_dir_make_tmp("dais-agenda-XXXXXX", NULL);
	room->path = g_build_filename(room->folder, "board.db", NULL);
	room->board = board_file_load(board, faults);
	g_assert_nonnull(room->board);
	room->store[0] = store_open(room->path, STORE_CREATE, NULL);
	room->meeting = room_add_meeting(room, "special", STARTS);
	room->store[1] = store_open(room->path, STORE_WRITE, NULL);
	for (int i = 0; i < 2; i++) {
		struct app_options options = { .now = NOW };
		room->app[i] = app_new(room->store[i], room->board, &options);
	}
	room->canvas = canvas_new(120, 40, false);
}

void room_tear_down(struct room *room, gconstpointer data)
{
	(void) data;
	for (int i = 0; i < 2; i++) {
		app_free(room->app[i]);
		store_free(room->store[i]);
	}
	canvas_free(room->canvas);
	board_free(room->board);
	g_autoptr(GDir) files = g_dir_open(room->folder, 0, NULL);
	for (const char *name; (name = g_dir_read_name(files));) {
		g_autofree char *path = g_build_filename(room->folder, name, NULL);
		g_unlink(path);
	}
	g_rmdir(room->folder);
	g_free(room->folder);
	g_free(room->path);
}

void room_type_as(struct room *room, int who, const char *keys)
{
	GError *error = NULL;
	session_look(&room->app[who]->session, NULL);
	app_draw(room->app[who], room->canvas, NULL);
	app_type(room->app[who], keys, &error);
	g_assert_no_error(error);
	app_draw(room->app[who], room->canvas, NULL);
}

void room_type(struct room *room, const char *keys)
{
	room_type_as(room, 0, keys);
}

const char *room_said(const struct room *room, int who)
{
	return room->app[who]->message ? room->app[who]->message : "";
}

char *room_listed(struct room *room)
{
	g_autoptr(GPtrArray) items = meeting_store_items(room->store[0], room->meeting, NULL);
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < items->len; i++) {
		const struct agenda_item *item = items->pdata[i];
		g_string_append_printf(out, "%s%s %.8s", i ? ", " : "", item->number, item->title);
	}
	return g_string_free(out, FALSE);
}

void room_begin(struct room *room)
{
	room_type(room, "4f");
	SAID(room, "added 9 items from \"Call to order\" on");
	LISTED(room, SPECIAL);
}
