/* What lies over the screen: help, palette, and the menus of sorts, filters and themes. One list, one way to move and choose. */
#include "app/app_private.h"
#include <string.h>
#include "base/text.h"

static void free_line(void *data)
{
	struct overlay_line *line = data;
	g_free(line->left);
	g_free(line->text);
	g_free(line->right);
	g_free(line);
}

struct overlay_line *menu_add(struct app *app, int value, guint32 key, const char *left, const char *text,
	const char *right)
{
	struct overlay_line *line = g_new0(struct overlay_line, 1);
	line->left = g_strdup(left ? left : "");
	line->text = g_strdup(text ? text : "");
	line->right = g_strdup(right ? right : "");
	g_ptr_array_add(app->menu.view.lines, line);
	struct overlay_entry entry = { value, key };
	g_array_append_val(app->menu.entries, entry);
	return line;
}

void menu_heading(struct app *app, const char *text)
{
	menu_add(app, -1, 0, "", text, "")->heading = true;
}

void menu_raise(struct app *app, unsigned from)
{
	GPtrArray *lines = app->menu.view.lines;
	for (unsigned i = 0; from + i < lines->len; i++) {
		struct overlay_entry entry = g_array_index(app->menu.entries, struct overlay_entry, from + i);
		g_ptr_array_insert(lines, (int) i, g_ptr_array_steal_index(lines, from + i));
		g_array_remove_index(app->menu.entries, from + i);
		g_array_insert_val(app->menu.entries, i, entry);
	}
	app->menu.read_first = from < lines->len;
}

static int value_at(const struct app *app, unsigned row)
{
	return row < app->menu.entries->len ? g_array_index(app->menu.entries, struct overlay_entry, row).value : -1;
}

int menu_value(const struct app *app)
{
	return value_at(app, app->menu.view.selected);
}

static void pick_fill(struct app *app)
{
	app->menu.pick.fill(app);
}

static void fill(struct app *app)
{
	static void (*const fillers[OVERLAYS])(struct app *) = {
		[OVERLAY_HELP] = help_fill, [OVERLAY_PALETTE] = palette_fill, [OVERLAY_SORT] = sort_fill,
		[OVERLAY_FILTERS] = filters_fill, [OVERLAY_THEME] = theme_fill,
		[OVERLAY_PICK] = pick_fill,
	};
	struct overlay *view = &app->menu.view;
	g_clear_pointer(&view->title, g_free);
	g_clear_pointer(&view->foot, g_free);
	g_clear_pointer(&view->note, g_free);
	g_clear_pointer(&view->lines, g_ptr_array_unref);
	view->lines = g_ptr_array_new_with_free_func(free_line);
	g_array_set_size(app->menu.entries, 0);
	app->menu.read_first = false;
	fillers[app->menu.kind](app);
}

/* Help stands in groups: what was typed chooses the command it names best, not merely the first that mentions it. */
static void select_best(struct app *app)
{
	int best = 0;
	for (unsigned row = 0; row < app->menu.view.lines->len; row++) {
		int value = value_at(app, row);
		int score = value < 0 || command_why_not(app, value) ? 0 : palette_score(command_get(value), app->menu.line.text->str);
		if (score > best)
			best = score, app->menu.view.selected = row;
	}
}

static void select_first(struct app *app)
{
	struct overlay *view = &app->menu.view;
	view->selected = view->top = 0;
	if (app->menu.read_first && !*app->menu.line.text->str)
		return;
	while (view->selected < view->lines->len && value_at(app, view->selected) < 0)
		view->selected++;
	if (view->selected == view->lines->len)
		view->selected = 0;      /* none can be chosen: they are read from the top */
	if (app->menu.kind == OVERLAY_HELP && *app->menu.line.text->str)
		select_best(app);
}

static bool has_input(const struct app *app)
{
	return app->menu.kind == OVERLAY_HELP || app->menu.kind == OVERLAY_PALETTE || (app->menu.kind == OVERLAY_PICK && app->menu.pick.input);
}

static bool of_commands(const struct app *app)
{
	return app->menu.kind == OVERLAY_HELP || app->menu.kind == OVERLAY_PALETTE;
}

bool menu_matches(const struct app *app, const char *text)
{
	g_autofree char *typed = g_utf8_casefold(app->menu.line.text->str, -1), *folded = g_utf8_casefold(text, -1);
	return strstr(folded, typed) != NULL;
}

void menu_open(struct app *app, enum overlay_kind kind)
{
	app->menu.kind = kind;
	app->menu.before = app->theme;
	line_set(&app->menu.line, "");
	app->menu.view.selected = app->menu.view.top = 0;
	fill(app);
	if (app->menu.view.selected == 0)
		select_first(app);
}

/* --- what was refused --- */

static void refusal_fill(struct app *app)
{
	g_auto(GStrv) lines = text_wrap(app->refusal, CLAMP(app->w - 20, 20, 70));
	app->menu.view.title = g_strdup(_("Not done"));
	app->menu.view.foot = g_strdup(_("Enter or Esc leaves"));
	for (char **line = lines; *line; line++)
		menu_add(app, 0, 0, "", *line, NULL);
}

static void refusal_choose(struct app *app, int value)
{
	(void) value;
	app_say(app, "%s", app->refusal);
}

void app_refuse(struct app *app, GError *error)
{
	g_free(app->refusal);
	app->refusal = text_clean(error->message, -1, TEXT_CLEAN_LINE);
	app_fail(app, error);
	if (text_width(app->refusal) > app->w - 2)
		menu_pick(app, &(struct picker) { .fill = refusal_fill, .choose = refusal_choose });
}

void menu_pick(struct app *app, const struct picker *picker)
{
	app->menu.pick = *picker;
	menu_open(app, OVERLAY_PICK);
}

void menu_close(struct app *app, bool keep)
{
	if (app->menu.kind == OVERLAY_THEME && !keep)
		app_set_theme(app, &app->menu.before);
	app->menu.kind = OVERLAY_NONE;
}

/* The next line in this direction that can be chosen; stays when there is none. */
static void move_by(struct app *app, int step)
{
	struct overlay *view = &app->menu.view;
	int direction = step < 0 ? -1 : 1, left = ABS(step), at = view->selected;
	for (int next = at + direction; next >= 0 && next < (int) view->lines->len && left > 0; next += direction)
		if (value_at(app, next) >= 0) {
			at = next;
			left--;
		}
	if (app->menu.read_first && left > 0 && direction < 0)
		at = 0;
	view->selected = at;
	if (app->menu.kind == OVERLAY_THEME)
		theme_preview(app, menu_value(app));
}

void menu_choose(struct app *app, unsigned row)
{
	int value = value_at(app, row);
	enum overlay_kind kind = app->menu.kind;
	if (value < 0)
		return;
	app->menu.view.selected = row;
	const struct overlay_line *line = app->menu.view.lines->pdata[row];
	if (kind == OVERLAY_PICK && line->disabled) {
		app_say(app, "%s", line->right);
		return;
	}
	menu_close(app, true);
	switch (kind) {
	case OVERLAY_HELP:
	case OVERLAY_PALETTE:
		command_run(app, value);
		break;
	case OVERLAY_SORT: {
		struct case_list *list = app->session.list;
		if (!list)
			break;
		case_list_set_sort(list, value, list->sort == (enum case_field) value ? !list->reverse : false);
		break;
	}
	case OVERLAY_FILTERS:
		filters_choose(app, value);
		break;
	case OVERLAY_THEME:
		theme_choose(app, value);
		break;
	case OVERLAY_PICK:
		app->menu.pick.choose(app, value);
		break;
	default:
		break;
	}
}

static bool choose_by_key(struct app *app, guint32 key)
{
	for (unsigned i = 0; i < app->menu.entries->len; i++)
		if (g_array_index(app->menu.entries, struct overlay_entry, i).key == key) {
			menu_choose(app, i);
			return true;
		}
	return false;
}

/* In the palette Tab completes the name of the selected command. */
static void complete(struct app *app)
{
	int value = menu_value(app);
	if (!of_commands(app) || value < 0)
		return;
	line_set(&app->menu.line, command_label(command_get(value)));
	fill(app);
	select_first(app);
}

void menu_key(struct app *app, guint32 key)
{
	switch (key) {
	case DKEY_ESC: case DKEY_CTRL | 'c': menu_close(app, false); return;
	case DKEY_ENTER: menu_choose(app, app->menu.view.selected); return;
	case DKEY_UP: case DKEY_CTRL | 'p': move_by(app, -1); return;
	case DKEY_DOWN: case DKEY_CTRL | 'n': move_by(app, 1); return;
	case DKEY_PGUP: move_by(app, -10); return;
	case DKEY_PGDN: move_by(app, 10); return;
	case DKEY_TAB: complete(app); return;
	}
	if (has_input(app)) {
		if (line_key(&app->menu.line, key)) {
			fill(app);
			select_first(app);
		}
		return;
	}
	if (choose_by_key(app, key))
		return;
	switch (key) {
	case 'q': menu_close(app, false); return;
	case 'j': move_by(app, 1); return;
	case 'k': move_by(app, -1); return;
	case DKEY_HOME: case 'g': move_by(app, -1000); return;
	case DKEY_END: case 'G': move_by(app, 1000); return;
	}
}

void menu_paste(struct app *app, const char *text)
{
	if (!has_input(app))
		return;
	line_paste(&app->menu.line, text);
	fill(app);
	select_first(app);
}

void menu_show(struct app *app)
{
	struct overlay *view = &app->menu.view;
	app->scene.overlay = app->menu.kind == OVERLAY_NONE ? NULL : view;
	if (app->menu.kind == OVERLAY_NONE)
		return;
	view->input = has_input(app) ? app->menu.line.text->str : NULL;
	view->input_cursor = app->menu.line.cursor;
	int value = menu_value(app);
	if (of_commands(app) && value >= 0) {
		const char *reason = command_why_not(app, value);
		g_free(view->note);
		g_autofree char *keys = command_all_keys(value);
		view->note = g_strdup_printf("%s: %s%s%s%s%s%s", command_label(command_get(value)), _(command_get(value)->help),
			*keys ? "   [" : "",
			keys, *keys ? "]" : "", reason ? "   " : "", reason ? reason : "");
	}
	if (app->menu.kind == OVERLAY_PICK && view->selected < view->lines->len) {
		const struct overlay_line *line = view->lines->pdata[view->selected];
		g_free(view->note);
		view->note = line->disabled ? g_strdup(line->right) : app->menu.pick.note && value >= 0 ? app->menu.pick.note(app, value) : NULL;
	}
	/* Keep the selected line in sight; the pane knows its height, here a page of 10 is assumed to be shown at least. */
	if (view->selected < view->top)
		view->top = view->selected;
}
