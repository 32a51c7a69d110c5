#include "app/state.h"
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include "base/error.h"
#include "base/i18n.h"

#define HISTORY_MOST 50
#define FILTERS_MOST 9

static void free_filter(void *data)
{
	struct saved_filter *filter = data;
	g_free(filter->name);
	g_free(filter->text);
	g_free(filter);
}

static void free_note(void *data)
{
	struct private_note *note = data;
	g_free(note->text);
	g_free(note);
}

/* A pipe in its place would be waited for. */
static bool read_file(GKeyFile *file, const char *path)
{
	return path && g_file_test(path, G_FILE_TEST_IS_REGULAR) && g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, NULL);
}

static void read_pairs(struct ui_state *state, GKeyFile *file)
{
	g_auto(GStrv) names = g_key_file_get_string_list(file, "filters", "names", NULL, NULL);
	g_auto(GStrv) texts = g_key_file_get_string_list(file, "filters", "texts", NULL, NULL);
	for (unsigned i = 0; names && texts && names[i] && texts[i] && i < FILTERS_MOST; i++)
		state_add_filter(state, names[i], texts[i]);
	g_auto(GStrv) history = g_key_file_get_string_list(file, "filters", "history", NULL, NULL);
	for (char **text = history; text && *text; text++)
		state_add_history(state, *text);
}

/* "*words" is marked, " words" is not. */
static void read_notes(struct ui_state *state, GKeyFile *file)
{
	g_auto(GStrv) about = g_key_file_get_string_list(file, "private", "about", NULL, NULL);
	g_auto(GStrv) notes = g_key_file_get_string_list(file, "private", "notes", NULL, NULL);
	for (unsigned i = 0; about && notes && about[i] && notes[i]; i++)
		if (*notes[i])
			state_set_note(state, about[i], *notes[i] == '*', notes[i] + 1);
}

static void write_notes(const struct ui_state *state, GKeyFile *file)
{
	g_autoptr(GPtrArray) about = g_ptr_array_new(), notes = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GList) keys = g_list_sort(g_hash_table_get_keys(state->notes), (GCompareFunc) strcmp);
	for (const GList *key = keys; key; key = key->next) {
		const struct private_note *note = state_note(state, key->data);
		g_ptr_array_add(about, key->data);
		g_ptr_array_add(notes, g_strdup_printf("%c%s", note->mark ? '*' : ' ', note->text));
	}
	if (!about->len)
		return;
	g_key_file_set_string_list(file, "private", "about", (const char *const *) about->pdata, about->len);
	g_key_file_set_string_list(file, "private", "notes", (const char *const *) notes->pdata, notes->len);
}

void state_init(struct ui_state *state, const char *path)
{
	*state = (struct ui_state) { .path = g_strdup(path), .filters = g_ptr_array_new_with_free_func(free_filter),
		.history = g_ptr_array_new_with_free_func(g_free), .notes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_note) };
	g_autoptr(GKeyFile) file = g_key_file_new();
	if (!read_file(file, path)) {
		state->damaged = path && g_file_test(path, G_FILE_TEST_EXISTS);
		return;
	}
	state->theme = g_key_file_get_string(file, "screen", "theme", NULL);
	int split = g_key_file_get_integer(file, "screen", "split", NULL);
	state->split = split >= 20 && split <= 80 ? split : 0;
	read_pairs(state, file);
	read_notes(state, file);
}

void state_clear(struct ui_state *state)
{
	g_free(state->path);
	g_free(state->theme);
	g_ptr_array_unref(state->filters);
	g_ptr_array_unref(state->history);
	g_hash_table_unref(state->notes);
}

/* What cannot be read is kept for whoever wrote it, under a name that is free. */
static bool put_aside(struct ui_state *state, GError **error)
{
	g_autofree char *aside = g_strconcat(state->path, ".damaged", NULL);
	for (unsigned i = 2; g_file_test(aside, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK); i++) {
		g_free(aside);
		aside = g_strdup_printf("%s.damaged-%u", state->path, i);
	}
	if (g_rename(state->path, aside) == 0) {
		state->damaged = false;
		return true;
	}
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("'%s' cannot be read and is left as it is: %s"), state->path, g_strerror(errno));
	return false;
}

bool state_save(struct ui_state *state, GError **error)
{
	if (!state->path)
		return true;
	g_autoptr(GKeyFile) file = g_key_file_new();
	if (state->theme)
		g_key_file_set_string(file, "screen", "theme", state->theme);
	if (state->split)
		g_key_file_set_integer(file, "screen", "split", state->split);
	const char *names[FILTERS_MOST], *texts[FILTERS_MOST];
	for (unsigned i = 0; i < state->filters->len; i++) {
		const struct saved_filter *filter = state->filters->pdata[i];
		names[i] = filter->name;
		texts[i] = filter->text;
	}
	g_key_file_set_string_list(file, "filters", "names", names, state->filters->len);
	g_key_file_set_string_list(file, "filters", "texts", texts, state->filters->len);
	g_key_file_set_string_list(file, "filters", "history", (const char *const *) state->history->pdata,
		state->history->len);
	write_notes(state, file);
	g_autofree char *folder = g_path_get_dirname(state->path);
	g_mkdir_with_parents(folder, 0700);
	gsize length;
	g_autofree char *bytes = g_key_file_to_data(file, &length, NULL);
	if (state->damaged && !put_aside(state, error))
		return false;
	return g_file_set_contents_full(state->path, bytes, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

bool state_add_filter(struct ui_state *state, const char *name, const char *text)
{
	for (unsigned i = 0; i < state->filters->len; i++) {
		struct saved_filter *filter = state->filters->pdata[i];
		if (strcmp(filter->name, name) == 0) {
			g_free(filter->text);
			filter->text = g_strdup(text);
			return true;
		}
	}
	if (state->filters->len == FILTERS_MOST)
		return false;
	struct saved_filter *filter = g_new(struct saved_filter, 1);
	*filter = (struct saved_filter) { g_strdup(name), g_strdup(text) };
	g_ptr_array_add(state->filters, filter);
	return true;
}

void state_add_history(struct ui_state *state, const char *text)
{
	for (unsigned i = 0; i < state->history->len; i++)
		if (strcmp(state->history->pdata[i], text) == 0) {
			g_ptr_array_remove_index(state->history, i);
			break;
		}
	if (state->history->len == HISTORY_MOST)
		g_ptr_array_remove_index(state->history, 0);
	g_ptr_array_add(state->history, g_strdup(text));
}

const struct private_note *state_note(const struct ui_state *state, const char *about)
{
	return g_hash_table_lookup(state->notes, about);
}

void state_set_note(struct ui_state *state, const char *about, bool mark, const char *text)
{
	if (!mark && !*text) {
		g_hash_table_remove(state->notes, about);
		return;
	}
	struct private_note *note = g_new(struct private_note, 1);
	*note = (struct private_note) { mark, g_strdup(text) };
	g_hash_table_replace(state->notes, g_strdup(about), note);
}

char *state_theme(const char *path)
{
	g_autoptr(GKeyFile) file = g_key_file_new();
	if (!read_file(file, path))
		return NULL;
	return g_key_file_get_string(file, "screen", "theme", NULL);
}

char *state_default_path(void)
{
	const char *base = g_getenv("XDG_STATE_HOME");
	if (base && g_path_is_absolute(base))
		return g_build_filename(base, "dais", "state", NULL);
	return g_build_filename(g_get_home_dir(), ".local", "state", "dais", "state", NULL);
}
