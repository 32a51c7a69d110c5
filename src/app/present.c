#include "app/present.h"

#include <time.h>
#include "app/watch.h"
#include "base/error.h"
#include "base/i18n.h"
#include "model/meeting_model.h"
#include "view/projector.h"

#define LOOK_MS 250                /* the safety net during a meeting, when no notice came through */

struct present {
	struct store *store;
	const struct board *board;
	const struct present_options *options;
	struct terminal *terminal;
	struct watch *watch;
	struct meeting_model *model;
	struct canvas *canvas;
	struct projector_state state;
	GError *trouble;              /* why the last look failed; told when the program ends: nothing of it is for the public */
	bool lost, dirty, quit;
};

static instant_t now_of(const struct present *present)
{
	return present->options->now ? present->options->now : time(NULL);
}

/* Until the call to order another meeting may come first; after it only the journal grows. */
static bool read_on(struct present *present, GError **error)
{
	bool changed = false;
	if (present->model->meeting->phase != PHASE_NONE || present->options->meeting) {
		bool good = meeting_model_catch_up(present->model, present->store, &changed, error);
		present->dirty |= changed;
		return good;
	}
	struct meeting_model *model = meeting_model_load(present->store, present->board, 0, now_of(present), error);
	if (!model)
		return false;
	meeting_model_free(present->model);
	present->model = model;
	present->dirty = true;
	return true;
}

/* What cannot be read or does not follow the record is never shown: the picture stays and says since when it stands still. A busy disk
 * passes, a file that was replaced does not. */
static void look(struct present *present)
{
	if (present->lost)
		return;
	GError *error = NULL;
	present->lost = store_lost(present->store, &error);
	bool still = present->lost || !read_on(present, &error) || present->model->broken;
	instant_t since = !still ? 0 : present->state.still ? present->state.still : now_of(present);
	present->dirty |= since != present->state.still;
	present->state.still = since;
	g_clear_error(&present->trouble);
	present->trouble = error;
}

static void show(struct present *present)
{
	int w, h;
	terminal_size(present->terminal, &w, &h);
	if (!present->canvas)
		present->canvas = canvas_new(w, h, terminal_ascii(present->terminal));
	canvas_resize(present->canvas, w, h);
	present->state.now = now_of(present);
	struct public_meeting *view = public_meeting_of(present->model, present->board, present->options->reveal, present->state.now, present->options->lang);
	projector_draw(present->canvas, view, &present->state);
	terminal_show(present->terminal, present->canvas);
	public_meeting_free(view);
	present->dirty = false;
}

static void take_key(struct present *present, guint32 key)
{
	switch (key) {
	case 'q': case DKEY_CTRL | 'c': present->quit = true; break;
	case '.': present->state.blank = !present->state.blank; break;
	case 'T': present->state.card = !present->state.card; break;
	case DKEY_ESC: present->state.card = present->state.blank = false; break;
	case DKEY_CTRL | 'l': terminal_redraw(present->terminal); break;
	case DKEY_CTRL | 'z': terminal_suspend(present->terminal); break;
	}
	present->dirty = true;
}

static void take_event(struct present *present, struct event *event)
{
	switch (event->kind) {
	case EVENT_KEY: take_key(present, event->key); break;
	case EVENT_RESIZE: case EVENT_RESUME: present->dirty = true; break;
	case EVENT_WATCH: watch_read(present->watch); break;
	case EVENT_QUIT: present->quit = true; break;
	case EVENT_NONE: case EVENT_PASTE: case EVENT_MOUSE: break;
	}
	g_free(event->paste);
}

static bool clock_runs(const struct present *present)
{
	const struct speaker *speaker = present->model->meeting->phase == PHASE_OPEN ? meeting_speaking(present->model->meeting) : NULL;
	return speaker && speaker->state == SPEAKER_SPEAKING;
}

/* Without a meeting only the minute hand moves; a speaker's clock changes with the second. */
static int timeout_of(const struct present *present)
{
	int ms = (int) (g_get_real_time() / 1000 % 60000), notice = watch_timeout(present->watch);
	int most = meeting_in_session(present->model->meeting) ? LOOK_MS : 60000 - ms;
	if (clock_runs(present))
		most = MIN(most, 1000 - ms % 1000);
	return notice < 0 ? most : MIN(notice, most);
}

static void tick(struct present *present, instant_t before)
{
	instant_t now = now_of(present);
	present->dirty |= (clock_runs(present) && now != before) || now / 60 != before / 60;
}

static void run(struct present *present)
{
	while (!present->quit) {
		if (present->dirty)
			show(present);
		instant_t before = present->state.now;
		int fd = watch_fd(present->watch);
		struct event event;
		terminal_wait(present->terminal, timeout_of(present), &fd, fd >= 0, &event);
		take_event(present, &event);
		if (watch_due(present->watch) || meeting_in_session(present->model->meeting) || event.kind == EVENT_NONE)
			look(present);
		tick(present, before);
	}
}

static bool end(struct present *present, GError **error)
{
	bool good = !present->trouble && !present->model->broken;
	if (present->trouble)
		g_propagate_error(error, g_steal_pointer(&present->trouble));
	else if (present->model->broken)
		g_set_error_literal(error, DAIS_ERROR, DAIS_ERROR_DATA, present->model->broken);
	watch_free(present->watch);
	canvas_free(present->canvas);
	meeting_model_free(present->model);
	return good;
}

bool present_run(struct store *store, const struct board *board, const struct present_options *options, struct terminal *terminal, GError **error)
{
	g_autoptr(GTimeZone) held = g_time_zone_new_identifier(board->zone);      /* GLib reads a zone's file again unless somebody has it */
	struct present present = { .store = store, .board = board, .options = options, .terminal = terminal, .dirty = true };
	present.model = meeting_model_load(store, board, options->meeting, now_of(&present), error);
	if (!present.model)
		return false;
	terminal_theme(terminal, options->theme);
	terminal_title(terminal, _("dais: projector"));
	present.watch = watch_new(store);
	run(&present);
	return end(&present, error);
}

bool present_draw(struct store *store, const struct board *board, const struct present_options *options, struct canvas *canvas, GError **error)
{
	instant_t now = options->now ? options->now : time(NULL);
	struct meeting_model *model = meeting_model_load(store, board, options->meeting, now, error);
	if (!model)
		return false;
	struct public_meeting *view = public_meeting_of(model, board, options->reveal, now, options->lang);
	projector_draw(canvas, view, &(struct projector_state) { .now = now });
	public_meeting_free(view);
	meeting_model_free(model);
	return true;
}
