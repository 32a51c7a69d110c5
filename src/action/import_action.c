/* One import from its first check to its commit. */
#include "action/import_action.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include "action/import_private.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "exchange/decode.h"
#include "store/case_store.h"
#include "store/raw_store.h"

/* --- before anything is written --- */

static bool check_words(const struct import_map *map, const char *const *paths, GError **error)
{
	guint given = g_strv_length((char **) paths), needed = map->files->len;
	g_autoptr(GString) names = g_string_new(NULL);
	for (guint i = 0; i < needed; i++) {
		const struct map_file *file = map->files->pdata[i];
		g_string_append_printf(names, "%s%s", i ? ", " : "", file->name);
		if (!decode_known(file->encoding)) {
			g_set_error(error, DAIS_ERROR, DAIS_ERROR_CONFIG, _("%s:%d: nobody knows the encoding '%s'; UTF-8, CP1252 and ISO-8859-1 are common"),
				map->path ? map->path : map->id, file->line, file->encoding);
			return false;
		}
	}
	if (given == needed)
		return true;
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, ngettext("the map %s reads %u file (%s), and %u were given",
		"the map %s reads %u files, in this order: %s; %u were given", needed), map->id, needed, names->str, given);
	return false;
}

static bool find_body(struct import *import, GError **error)
{
	const struct import_map *map = import->map;
	const struct board *board = import->board;
	import->body = map->body ? board_body(board, map->body) : board->bodies->len > 0 ? board->bodies->pdata[0] : NULL;
	if (!import->body) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_CONFIG, _("the map %s is for the body '%s', which the board file %s does not have; "
			"change 'body' in the map or add the body to the board file"), map->id, map->body ? map->body : "", board->path ? board->path : "");
		return false;
	}
	const struct workflow *workflow = import->body->workflow;
	const char *wanted[2] = { map->state_closed, map->state_open };
	const struct state *standard[2] = { workflow_closed(workflow), workflow_initial(workflow) };
	for (int open = 0; open < 2; open++) {
		const struct state *state = wanted[open] ? workflow_state(workflow, wanted[open]) : standard[open];
		if (!state || state->terminal == (bool) open) {
			g_set_error(error, DAIS_ERROR, DAIS_ERROR_CONFIG, open ? _("the map %s gives open cases the state '%s', which is no open state of the body '%s'")
				: _("the map %s gives closed cases the state '%s', which is no closed state of the body '%s'"), map->id,
				wanted[open] ? wanted[open] : "", import->body->id);
			return false;
		}
		import->state[open] = state->id;
	}
	return true;
}

static bool gives(const struct import_map *map, enum map_field field)
{
	for (guint i = 0; i < map->files->len; i++) {
		const struct map_file *file = map->files->pdata[i];
		for (guint c = 0; c < file->columns->len; c++)
			if (((struct map_column *) file->columns->pdata[c])->field == field)
				return true;
	}
	return false;
}

/* Does a blank in this finding keep a case open, wherever the map reads it? */
static bool blank_is_pending(const struct import_map *map, enum map_field field)
{
	for (guint i = 0; i < map->files->len; i++) {
		const struct map_file *file = map->files->pdata[i];
		bool pending = g_strv_contains((const char *const *) map->open_findings, "");
		for (char **blank = file->blanks; *blank && !pending; blank++)
			pending = g_strv_contains((const char *const *) map->open_findings, *blank);
		for (guint c = 0; c < file->columns->len && pending; c++)
			if (((struct map_column *) file->columns->pdata[c])->field == field)
				return true;
	}
	return false;
}

static char *clean_base(const char *path)
{
	g_autofree char *base = g_path_get_basename(path);
	return text_clean(base, -1, TEXT_CLEAN_LINE);
}

/* SHA-256 of a file's bytes; NULL with an error. */
static char *file_sha256(const char *path, gint64 *size, GError **error)
{
	struct stat info;
	g_autofree char *name = text_clean(path, -1, TEXT_CLEAN_LINE);
	if (stat(path, &info) != 0) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: cannot be read: %s"), name, g_strerror(errno));
		return NULL;
	}
	if (!S_ISREG(info.st_mode)) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: cannot be read: %s"), name,
			S_ISDIR(info.st_mode) ? _("it is a folder; name the file in it") : _("it is not a regular file; save the data in a file first"));
		return NULL;
	}
	FILE *in = fopen(path, "re");
	if (!in) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: cannot be read: %s"), name, g_strerror(errno));
		return NULL;
	}
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	g_autofree guchar *block = g_malloc(1 << 18);
	size_t got;
	while ((got = fread(block, 1, 1 << 18, in)) > 0)
		g_checksum_update(sum, block, (gssize) got);
	fclose(in);
	*size = info.st_size;
	return g_strdup(g_checksum_get_string(sum));
}

/* --- one file --- */

static bool on_progress(gint64 done, gint64 total, void *data)
{
	struct import_file *file = data;
	struct import *import = file->import;
	(void) total;
	return !import->options->progress || import->options->progress(import->done + done, import->total, import->options->data);
}

/* The heading line: what stands where, and the source to which the rows belong. */
static bool open_source(struct import_file *file, const struct csv_row *row, GError **error)
{
	struct import *import = file->import;
	struct source_record source = { 0 };
	if (!import_columns_open(file, row, error))
		return false;
	if (raw_store_find_source(import->store, file->sha256, import->map->id, &source)) {
		file->source = source.id;
		source_record_clear(&source);
		return true;
	}
	source = (struct source_record) { .name = file->name, .sha256 = (char *) file->sha256, .map = import->map->id,
		.headings = file->headings, .imported = import->now };
	bool ok = raw_store_add_source(import->store, &source, error);
	file->source = source.id;
	return ok;
}

static bool on_row(const struct csv_row *row, void *data, GError **error)
{
	struct import_file *file = data;
	file->row = row->number;
	return file->headings ? import_row(file, row, error) : open_source(file, row, error);
}

static bool read_file(struct import *import, guint index, const char *path, const char *sha256, gint64 size, GError **error)
{
	struct import_file file = { .import = import, .map = import->map->files->pdata[index], .path = path, .index = index, .sha256 = sha256 };
	file.name = clean_base(path);
	file.seen = seen_new();
	import->file = &file;
	bool ok = csv_read(path, file.map->separator, on_row, on_progress, &file, error);
	if (ok && !file.headings) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s:1: the file is empty; its first line must hold the headings"), file.name);
		ok = false;
	}
	ok = ok && (file.stored == 0 || raw_store_set_rows(import->store, file.source, file.stored, error)) && import_deferred_end(import, error);
	import->done += size;
	if (ok && index + 1 == import->map->files->len)
		ok = import_cases_end(import, error);
	import_columns_close(&file);
	seen_free(file.seen);
	g_free(file.name);
	import->file = NULL;
	return ok;
}

/* --- the whole --- */

static void import_init(struct import *import)
{
	import->report = import_report_new();
	import->reasons = g_hash_table_new(g_str_hash, g_str_equal);
	import->unknown = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	import->word_ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	import->force_numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	import->used = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	import->other_maps = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	import->deferred = g_ptr_array_new_with_free_func(import_deferred_free);
	import->persons = seen_new();
	case_index_init(&import->cases);
	import->now = import->options->now;
	import->gives_closed = gives(import->map, MAP_CLOSED);
	import->gives_finding = gives(import->map, MAP_FINDING_INVESTIGATOR) || gives(import->map, MAP_FINDING_BOARD)
		|| gives(import->map, MAP_FINDING_CHIEF) || gives(import->map, MAP_FINDING_FINAL);
	import->report->no_end = !import->gives_closed && !import->gives_finding;
	import->gives_case_class = gives(import->map, MAP_CASE_CLASS);
	static const enum map_field findings[STAGES] = { [STAGE_INVESTIGATOR] = MAP_FINDING_INVESTIGATOR, [STAGE_BOARD] = MAP_FINDING_BOARD,
		[STAGE_CHIEF] = MAP_FINDING_CHIEF, [STAGE_FINAL] = MAP_FINDING_FINAL };
	for (int stage = 0; stage < STAGES; stage++)
		import->blank_pending[stage] = blank_is_pending(import->map, findings[stage]);
}

static void import_clear(struct import *import)
{
	g_hash_table_unref(import->reasons);
	g_hash_table_unref(import->unknown);
	g_hash_table_unref(import->word_ids);
	g_hash_table_unref(import->force_numbers);
	g_hash_table_unref(import->used);
	g_hash_table_unref(import->other_maps);
	g_ptr_array_unref(import->deferred);
	seen_free(import->persons);
	case_index_clear(&import->cases);
	import_report_free(import->report);
}

static void describe(struct import *import, const char *const *paths)
{
	g_autoptr(GString) names = g_string_new(NULL);
	for (guint i = 0; paths[i]; i++) {
		g_autofree char *name = clean_base(paths[i]);
		g_string_append_printf(names, "%s%s", i ? ", " : "", name);
	}
	import->report->title = text_clean(import->map->title ? import->map->title : import->map->id, -1, TEXT_CLEAN_LINE);
	import->report->files = g_strdup(names->str);
	import->report->board = g_strdup(import->board->path ? import->board->path : "?");
	import->report->dry_run = import->options->dry_run;
}

/* Were all these bytes imported through this map before? Then says when. */
static bool all_known(struct import *import, char **sums)
{
	instant_t last = 0;
	for (guint i = 0; sums[i]; i++) {
		struct source_record source = { 0 };
		if (!raw_store_find_source(import->store, sums[i], import->map->id, &source))
			return false;
		last = MAX(last, source.imported);
		source_record_clear(&source);
	}
	char day[DAY_ISO_SIZE];
	import->report->nothing_new = true;
	import->report->note = g_strdup_printf(ngettext("This file was imported before, on %s, and has not changed since: nothing to do.\n"
		"To read it again through a changed map, import it into a new database.",
		"These files were imported before, on %s, and have not changed since: nothing to do.\n"
		"To read them again through a changed map, import them into a new database.", g_strv_length(sums)),
		day_iso(instant_day(last, import->board->zone), day));
	return true;
}

static bool look_around(struct import *import, GError **error)
{
	g_autoptr(GPtrArray) sources = raw_store_sources(import->store, error);
	if (!sources)
		return false;
	for (guint i = 0; i < sources->len; i++) {
		const struct source_record *source = sources->pdata[i];
		bool same = g_strcmp0(source->map, import->map->id) == 0;
		import->has_older |= same;
		if (!same && source->map)
			g_hash_table_insert(import->other_maps, g_memdup2(&source->id, sizeof source->id), text_clean(source->map, -1, TEXT_CLEAN_LINE));
	}
	gint64 cases = 0;
	if (!case_store_counts(import->store, 0, 0, &cases, NULL, NULL, error))
		return false;
	import->has_cases = cases > 0;
	return true;
}

static bool write_all(struct import *import, const char *const *paths, char **sums, const gint64 *sizes, GError **error)
{
	if (!case_store_bulk_begin(import->store, error))
		return false;
	for (guint i = 0; paths[i]; i++)
		if (!read_file(import, i, paths[i], sums[i], sizes[i], error))
			return false;
	import->report->force_numbers = g_hash_table_size(import->force_numbers);
	import_report_sort(import->report);
	if (import->options->dry_run)
		return true;
	const struct import_options *options = import->options;
	if (options->progress && !options->progress(import->total + 1, import->total, options->data)) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_INTERRUPTED, _("interrupted; nothing was changed"));
		return false;
	}
	if (!case_store_bulk_end(import->store, error))
		return false;
	if (options->progress && !options->progress(import->total + 1, import->total, options->data)) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_INTERRUPTED, _("interrupted; nothing was changed"));
		return false;
	}
	return true;
}

static bool run(struct import *import, const char *const *paths, GError **error)
{
	g_auto(GStrv) sums = g_new0(char *, g_strv_length((char **) paths) + 1);
	g_autofree gint64 *sizes = g_new0(gint64, g_strv_length((char **) paths) + 1);
	for (guint i = 0; paths[i]; i++) {
		sums[i] = file_sha256(paths[i], &sizes[i], error);
		if (!sums[i])
			return false;
		import->total += sizes[i];
	}
	if (all_known(import, sums))
		return true;
	if (!store_begin(import->store, error))
		return false;
	bool ok = look_around(import, error) && write_all(import, paths, sums, sizes, error);
	if (ok && !import->options->dry_run)
		ok = store_commit(import->store, error);
	if (!ok || import->options->dry_run)
		store_rollback(import->store);
	return ok;
}

struct import_report *import_files(struct store *store, const struct board *board, const struct import_map *map,
	const char *const *paths, const struct import_options *options, GError **error)
{
	if (!check_words(map, paths, error))
		return NULL;
	struct import *import = g_new0(struct import, 1);
	*import = (struct import) { .store = store, .board = board, .map = map, .options = options };
	import_init(import);
	describe(import, paths);
	struct import_report *report = NULL;
	if (find_body(import, error) && run(import, paths, error))
		report = g_steal_pointer(&import->report);
	import_clear(import);
	g_free(import);
	return report;
}
