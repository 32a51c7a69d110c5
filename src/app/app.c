#include "app/app_private.h"
#include <string.h>
#include "base/error.h"
#include "base/text.h"

#define SLICE_US 2000              /* sliced work between two looks at the keyboard */
#define FIRST_SLICE_US 8000        /* after a key: so that a quick answer is in the same frame */
#define FIRST_FRAME_MS 10          /* the terminal has the processor for itself while it takes the first frame */
#define DETAIL_US 20000            /* the detail follows when the selection has stood still for so long: moving never waits for it */
#define EAT_US 25000               /* keys eaten before a frame is drawn all the same */
#define PATIENCE_MS 900            /* another writer is waited for so long and not longer without a word */

static void release_message(struct app *app)
{
	g_clear_pointer(&app->message, g_free);
	app->message_error = false;
}

void app_say(struct app *app, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	char *text = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	release_message(app);
	app->message = text;
	app->dirty = true;
}

void app_fail(struct app *app, GError *error)
{
	app_say(app, "%s", error ? error->message : "?");
	app->message_error = true;
	g_clear_error(&error);
}

void app_set_theme(struct app *app, const struct theme *theme)
{
	app->theme = *theme;
	if (app->terminal)
		terminal_theme(app->terminal, &app->theme);
	app->dirty = true;
}

struct app *app_new(struct store *store, const struct board *board, const struct app_options *options)
{
	struct app *app = g_new0(struct app, 1);
	app->store = store;
	app->board = board;
	app->mouse = options->mouse;
	app->paper = options->paper;
	if (options->theme)
		app->theme = *options->theme;
	store_set_patience(store, PATIENCE_MS);
	session_init(&app->session, store, board, options->lang, options->now);
	state_init(&app->state, options->state_path);
	keymap_init(&app->keymap);
	line_init(&app->prompt.line);
	line_init(&app->menu.line);
	app->menu.entries = g_array_new(FALSE, FALSE, sizeof(struct overlay_entry));
	desk_init(&app->desk);
	app->session_id = options->carry && options->carry->session ? options->carry->session : options->session;
	app->carry = options->carry;
	app->back = g_array_new(FALSE, FALSE, sizeof(struct place));
	g_array_set_clear_func(app->back, place_clear);
	app->w = 80;
	app->h = 24;
	app->scene = (struct scene) {
		.board = board, .lang = options->lang, .today = app->session.today, .screen = SCREEN_OVERVIEW, .focus = PANE_OVERVIEW_OPEN,
		.split = app->state.split ? app->state.split : 55, .loading = 100, .title = labels_get(&board->name, options->lang),
		.chart_place = { .limits = true },
	};
	app->dirty = true;
	return app;
}

void app_free(struct app *app)
{
	if (!app)
		return;
	desk_clear(&app->desk);
	agenda_desk_clear(&app->agenda_desk);
	case_draft_clear(&app->draft);
	session_clear(&app->session);
	state_clear(&app->state);
	keymap_clear(&app->keymap);
	line_clear(&app->prompt.line);
	line_clear(&app->menu.line);
	g_free(app->prompt.before);
	g_free(app->prompt.label);
	g_free(app->prompt.error);
	g_array_unref(app->menu.entries);
	g_clear_pointer(&app->menu.view.lines, g_ptr_array_unref);
	g_free(app->menu.view.title);
	g_free(app->menu.view.foot);
	g_free(app->menu.view.note);
	g_array_unref(app->back);
	g_clear_pointer(&app->scene.meeting_place.marks, g_ptr_array_unref);
	for (unsigned i = 0; i < G_N_ELEMENTS(app->hints); i++)
		g_free(app->hints[i].key);
	watch_free(app->watch);
	canvas_free(app->canvas);
	g_free(app->message);
	g_free(app->refusal);
	g_free(app->standing);
	g_free(app->export_path);
	g_free(app->member.words);
	recommendation_draft_clear(&app->recommendation);
	g_free(app);
}

bool app_goto(struct app *app, const char *screen, const char *filter, GError **error)
{
	static const char *const names[] = {
#define X(id, name, title, narrow) [SCREEN_##id] = name,
		SCREEN_LIST(X)
#undef X
		NULL
	};
	int id = 0;
	while (names[id] && strcmp(names[id], screen) != 0)
		id++;
	if (!names[id]) {
		g_autofree char *all = g_strjoinv(", ", (char **) names);
		const char *near = text_nearest(screen, names);
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("unknown screen '%s'%s%s%s; there are: %s"), screen,
			near ? _("; did you mean '") : "", near ? near : "", near ? "'?" : "", all);
		return false;
	}
	go_screen(app, id);
	if (filter && *filter && !set_filter_here(app, filter, NULL, error))
		return false;
	app_settle(app);
	return true;
}

void app_settle(struct app *app)
{
	bool changed;
	GError *error = NULL;
	while (session_work(&app->session, 100000, &changed, &error) && !error)
		;
	if (error)
		app_fail(app, error);
	cases_settle_place(app);
}

bool app_draw(struct app *app, struct canvas *canvas, GError **error)
{
	(void) error;
	app->w = canvas->w;
	app->h = canvas->h;
	app_load(app);
	prompt_show(app);
	menu_show(app);
	hints_fill(app);
	canvas_clear(canvas);
	frame_draw(canvas, &app->scene, &app->hits);
	return true;
}

enum command_scope app_scope(const struct app *app)
{
	if (app->scene.screen == SCREEN_MEETING && app->desk.mode != DESK_FLOOR)
		return app->desk.mode == DESK_ROLL ? SCOPE_ROLL : SCOPE_ATTENDANCE;
	return SCOPE_OVERVIEW + (int) app->scene.screen;
}

void app_carry_clear(struct app_carry *carry)
{
	g_free(carry->session);
	g_free(carry->unknown);
	*carry = (struct app_carry) { 0 };
}

/* Keys that were typed ahead come before anything is drawn, and so before the screen they are for was read for the first time. */
static bool is_unread(const struct app *app)
{
	const struct session *session = &app->session;
	switch (app->scene.screen) {
	case SCREEN_AGENDA: return !session->agenda;
	case SCREEN_MEMBERS: return !session->members;
	case SCREEN_RECOMMENDATIONS: return !session->recommendations;
	default: return false;
	}
}

void app_key(struct app *app, guint32 key)
{
	app->dirty = true;
	release_message(app);
	if (agenda_drag_cancel(app) && key == DKEY_ESC)
		return;
	if (key == (DKEY_CTRL | 'z') || key == (DKEY_CTRL | 'l')) {
		command_run(app, key == (DKEY_CTRL | 'z') ? COMMAND_SUSPEND : COMMAND_REDRAW);
		return;
	}
	if (app->desk.unseen) {
		app_say(app, _("pressed before the last entry was shown: not taken"));
		return;
	}
	if (app->prompt.kind != PROMPT_NONE) {
		prompt_key(app, key);
		return;
	}
	if (app->menu.kind != OVERLAY_NONE) {
		menu_key(app, key);
		return;
	}
	if (is_unread(app))
		app_load(app);
	enum command_scope scope = app_scope(app);
	int command = keymap_feed(&app->keymap, scope, key);
	if (command >= 0) {
		command_run(app, command);
	} else if (command == KEYMAP_PREFIX) {
		g_autofree char *next = keymap_next(&app->keymap, scope);
		app_say(app, "%s", next);
	} else if (app->scene.screen == SCREEN_OVERVIEW || key < DKEY_BASE) {
		g_autofree char *shown = key_show(key);
		app_say(app, _("%s does nothing here; ? lists the keys"), shown);
	}
}

bool app_type(struct app *app, const char *keys, GError **error)
{
	while (*keys) {
		const char *at = keys;
		guint32 key = key_parse(&keys);
		if (!key) {
			g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE,
				_("unknown key at '%s'; write <Enter>, <Esc>, <C-p> and the like"), at);
			return false;
		}
		app_load(app);
		app->desk.unseen = false;
		app_key(app, key);
		app_settle(app);
	}
	return true;
}

/* --- the loop --- */

static void take_paste(struct app *app, const char *text)
{
	app->dirty = true;
	release_message(app);
	if (app->prompt.kind != PROMPT_NONE)
		prompt_paste(app, text);
	else if (app->menu.kind != OVERLAY_NONE)
		menu_paste(app, text);
	else
		app_say(app, _("pasted text is not taken as keys; / or : takes it"));
}

static void look(struct app *app)
{
	GError *error = NULL;
	app->desk.looked = g_get_monotonic_time();
	if (session_look(&app->session, &error))
		app->dirty = true;
	if (!error && desk_look(app, &error))
		app->dirty = true;
	if (error)
		app_fail(app, error);
}

/* The file under us was replaced, removed or emptied: said once; nothing is read or written any more. */
static void look_for_loss(struct app *app)
{
	GError *error = NULL;
	if (app->session.lost || !store_lost(app->store, &error))
		return;
	app->session.lost = true;
	app_fail(app, error);
}

/* As with keys: what was clicked before the last entry was shown is not taken. */
static void take_click(struct app *app, const struct event *event)
{
	bool dragged = event->action == MOUSE_MOVE || event->action == MOUSE_RELEASE;
	app->dirty |= !dragged;
	if (app->desk.unseen)
		return;
	if (!dragged)
		release_message(app);
	mouse_event(app, event);
}

static void take_event(struct app *app, struct event *event)
{
	switch (event->kind) {
	case EVENT_NONE: break;
	case EVENT_KEY: app_key(app, event->key); break;
	case EVENT_PASTE: take_paste(app, event->paste); break;
	case EVENT_MOUSE: take_click(app, event); break;
	case EVENT_RESIZE: app->dirty = true; break;
	case EVENT_RESUME: app->dirty = true; agenda_drag_cancel(app); desk_resumed(app); break;
	case EVENT_WATCH: watch_read(app->watch); break;
	case EVENT_QUIT: app->quit = true; break;
	}
	g_free(event->paste);
}

/* Sliced work; true while more is to do. Redraws when an answer or another percent is there. */
static bool work(struct app *app, int budget_us)
{
	bool changed = false;
	GError *error = NULL;
	int percent = session_percent(&app->session);
	bool more = session_work(&app->session, budget_us, &changed, &error);
	if (error)
		app_fail(app, error);
	if (changed)
		cases_settle_place(app);
	if (changed || (percent != session_percent(&app->session) && app->scene.screen == SCREEN_CASES))
		app->dirty = true;
	return more && !error;
}

static void show(struct app *app)
{
	int w, h;
	terminal_size(app->terminal, &w, &h);
	if (!app->canvas)
		app->canvas = canvas_new(w, h, terminal_ascii(app->terminal));
	if (app->canvas->w != w || app->canvas->h != h)
		canvas_resize(app->canvas, w, h);
	app_draw(app, app->canvas, NULL);
	/* What is waiting already was typed before this frame went out. */
	app->desk.unseen = app->desk.unseen && terminal_pending(app->terminal);
	terminal_show(app->terminal, app->canvas);
	app->dirty = false;
}

static void set_title(struct app *app)
{
	static const char *const titles[SCREENS] = {
#define X(id, name, title, narrow) [SCREEN_##id] = title,
		SCREEN_LIST(X)
#undef X
	};
	g_autofree char *title = g_strdup_printf("dais: %s, %s", app->scene.title ? app->scene.title : "",
		_(titles[app->scene.screen]));
	terminal_title(app->terminal, title);
}

/* Of two times to wait, -1 for ever. */
static int sooner(int a, int b)
{
	return a < 0 ? b : b < 0 ? a : MIN(a, b);
}

/* While the Agenda screen says how much time is left. */
static int agenda_timeout(const struct app *app)
{
	return app->scene.screen == SCREEN_AGENDA ? session_agenda_timeout(&app->session) : -1;
}

static int next_timeout(struct app *app, bool busy)
{
	if (busy || app->dirty)
		return 0;
	int watch = watch_timeout(app->watch), desk = desk_timeout(app);
	int detail = app->detail_due ? MAX(0, (app->detail_due - g_get_monotonic_time() + 999) / 1000) : -1;
	int agenda = sooner(agenda_timeout(app), agenda_drag_timeout(app));
	return sooner(sooner(sooner(watch, desk), sooner(detail, desk_rest_timeout(app))), agenda);
}

/* Moving in the list shows at once; what is said about the case comes when the moving ends. */
static void put_off_detail(struct app *app, id_t64 before)
{
	bool moving = app->scene.screen == SCREEN_CASES && app->scene.focus == PANE_CASE_LIST && app->session.detail;
	if (moving && app->case_id != before)
		app->detail_due = g_get_monotonic_time() + DETAIL_US;
	else if (!moving)
		app->detail_due = 0;
}

static void detail_follows(struct app *app)
{
	if (!app->detail_due || g_get_monotonic_time() < app->detail_due)
		return;
	app->detail_due = 0;
	app->dirty = true;
}

static void take_input(struct app *app, int timeout_ms)
{
	int fd = watch_fd(app->watch);
	struct event event;
	terminal_wait(app->terminal, timeout_ms, &fd, fd >= 0, &event);
	gint64 start = g_get_monotonic_time();
	id_t64 before = app->case_id;
	bool person = event.kind == EVENT_KEY || event.kind == EVENT_MOUSE || event.kind == EVENT_PASTE || event.kind == EVENT_RESUME;
	take_event(app, &event);
	while (event.more && !app->quit && g_get_monotonic_time() - start < EAT_US) {
		terminal_wait(app->terminal, 0, NULL, 0, &event);
		take_event(app, &event);
	}
	put_off_detail(app, before);
	detail_follows(app);
	agenda_drag_tick(app);
	if (event.kind == EVENT_NONE)
		desk_rest(app);
	/* With a key: another day may have come, and without inotify nothing else tells of changes. */
	if (watch_due(app->watch) || desk_timeout(app) == 0 || agenda_timeout(app) == 0 || person) {
		look(app);
		look_for_loss(app);
	}
}

static bool key_waits(void *data)
{
	struct app *app = data;
	return terminal_pending(app->terminal);
}

/* Words that nobody explains are nobody's fault, but ? is asked about them: told at the start, with where they are. */
static void tell_unexplained(struct app *app)
{
	unsigned n = app->board->unexplained;
	const char *words = ngettext("%u word of the board file has no explanation: dais check %s",
		"%u words of the board file have no explanation: dais check %s", n);
	g_autofree char *whole = g_strdup_printf(words, n, app->board->path), *name = g_path_get_basename(app->board->path);
	int w, h;
	terminal_size(app->terminal, &w, &h);
	if (n > 0)
		app_say(app, words, n, text_width(whole) > w - 2 ? name : app->board->path);      /* cut it would be no use */
}

int app_run(struct app *app, struct terminal *terminal)
{
	app->terminal = terminal;
	tell_unexplained(app);
	app->session.hurry = key_waits;
	app->session.hurry_data = app;
	terminal_theme(terminal, &app->theme);
	app->watch = watch_new(app->store);
	bool busy = false;
	while (!app->quit) {
		bool begun = false;
		if (app->dirty) {
			busy = work(app, FIRST_SLICE_US);
			set_title(app);
			show(app);
			/* The index of all cases begins to fill once there is something to look at, and it has gone out. */
			begun = session_want_list(&app->session);
			busy = begun || busy;
			desk_begin(app);
		}
		take_input(app, begun ? FIRST_FRAME_MS : next_timeout(app, busy));
		if (busy && !app->dirty && !app->quit)
			busy = work(app, SLICE_US);
	}
	app->terminal = NULL;
	return app->exit_code;
}
