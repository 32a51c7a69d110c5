/* Import maps: how a file of published data becomes records. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "config/config_file.h"
#include "config/map_read.h"

static const char *const row_words[] = { [MAP_ROWS_CASES] = "cases", [MAP_ROWS_ALLEGATIONS] = "allegations",
	[MAP_ROWS_FORCE] = "force", NULL };

static char **read_folded(struct reader *reader, const config_setting_t *setting)
{
	char **words = reader_texts(reader, setting, TEXTS_ANY);
	for (unsigned i = 0; words[i] != NULL; i++) {
		char *folded = text_fold(words[i]);
		g_free(words[i]);
		words[i] = folded;
	}
	return words;
}

/* A pattern must name a year, a month and a day, in the letters of day_parse. */
static void check_pattern(struct reader *reader, const config_setting_t *setting, const char *pattern)
{
	bool year = false, month = false, day = false;
	for (const char *p = pattern; *p != '\0'; p++) {
		if (*p != '%')
			continue;
		p++;
		year |= *p == 'Y' || *p == 'y';
		month |= *p == 'm' || *p == 'b';
		day |= *p == 'd';
		if (*p == '\0' || strchr("Yymbd*", *p) == NULL) {
			reader_fault(reader, setting, _("'%s' cannot be read: after %% stands Y, y, m, b, d or *"), pattern);
			return;
		}
	}
	if (!year || !month || !day)
		reader_fault(reader, setting, _("'%s' needs a year (%%Y), a month (%%m or %%b) and a day (%%d)"), pattern);
}

static const char **field_names(void)
{
	const char **names = g_new0(const char *, MAP_FIELDS + 1);
	for (int i = 0; i < MAP_FIELDS; i++)
		names[i] = map_field_name((enum map_field) i);
	return names;
}

static void read_to(struct reader *reader, config_setting_t *setting, void *object)
{
	struct map_column *column = object;
	const char *name = reader_text(reader, setting, "to");
	if (name == NULL)
		return;
	column->field = map_field_find(name);
	if (column->field != MAP_FIELDS)
		return;
	g_autofree const char **names = field_names();
	g_autofree char *hint = reader_hint(name, names, _("dais-map(5) lists all fields"));
	reader_fault(reader, setting, _("there is no field '%s'; %s"), name, hint);
}

/* ( ["published", "stored"], ["published too", "stored"] ) */
static void read_values(struct reader *reader, config_setting_t *setting, void *object)
{
	struct map_column *column = object;
	if (config_setting_type(setting) != CONFIG_TYPE_LIST) {
		reader_fault(reader, setting, _("'values' must be a list of pairs: ( [ \"as published\", \"as stored\" ] )"));
		return;
	}
	column->values = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	for (int i = 0; i < config_setting_length(setting); i++) {
		const config_setting_t *item = config_setting_get_elem(setting, (unsigned) i);
		g_auto(GStrv) pair = reader_texts(reader, item, TEXTS_ANY);
		if (g_strv_length(pair) != 2) {
			reader_fault(reader, item, _("each entry of 'values' is a pair: [ \"as published\", \"as stored\" ]"));
			continue;
		}
		g_autofree char *folded = text_fold(pair[0]);
		if (g_hash_table_contains(column->values, folded))
			reader_fault(reader, item, _("'%s' is given twice in 'values'; keep one of them"), pair[0]);
		g_hash_table_replace(column->values, g_steal_pointer(&folded), g_strdup(pair[1]));
	}
}

static void read_only_values(struct reader *reader, config_setting_t *setting, void *object)
{
	struct map_column *column = object;
	column->allowed = read_folded(reader, setting);
}

static void read_date(struct reader *reader, config_setting_t *setting, void *object)
{
	struct map_column *column = object;
	const char *pattern = reader_text(reader, setting, "date");
	if (pattern == NULL)
		return;
	check_pattern(reader, setting, pattern);
	column->pattern = g_strdup(pattern);
}

static const struct key column_rows[] = {
	{ "from", KEY_TEXT, .at = offsetof(struct map_column, heading), .required = true },
	{ "to", KEY_OTHER, .required = true, .each = read_to },
	{ "date", KEY_OTHER, .each = read_date },
	{ "values", KEY_OTHER, .each = read_values },
	{ "only", KEY_OTHER, .each = read_only_values },
	{ .name = NULL },
};
static const struct key_group column_keys = { N_("this column"), column_rows };

static bool is_date(enum map_field field)
{
	return field == MAP_RECEIVED || field == MAP_OCCURRED || field == MAP_CLOSED;
}

static void check_column(struct reader *reader, const config_setting_t *setting, const struct map_file *file,
	const struct map_column *column)
{
	if (column->pattern != NULL && !is_date(column->field) && column->field != MAP_FIELDS)
		reader_fault(reader, setting, _("'date' makes sense for received, occurred and closed only; take it out"));
	g_autofree char *heading = column->heading == NULL ? NULL : text_fold(column->heading);
	for (guint i = 0; heading != NULL && i < file->columns->len; i++) {
		const struct map_column *other = file->columns->pdata[i];
		g_autofree char *other_heading = other->heading == NULL ? NULL : text_fold(other->heading);
		if (other->field == column->field && column->field != MAP_FIELDS)
			reader_fault(reader, setting,
				_("'%s' and '%s' both give the field '%s'; keep one, and list the other in 'ignore'"), other->heading,
				column->heading, map_field_name(column->field));
		else if (g_strcmp0(heading, other_heading) == 0)
			reader_fault(reader, setting, _("column '%s' is given twice; a column can give one field"),
				column->heading);
	}
}

static void read_column(struct reader *reader, config_setting_t *setting, void *object)
{
	struct map_file *file = object;
	struct map_column *column = map_column_new();
	column->field = MAP_FIELDS;
	reader_group(reader, setting, &column_keys, column);
	check_column(reader, setting, file, column);
	g_ptr_array_add(file->columns, column);
}

static void read_encoding(struct reader *reader, config_setting_t *setting, void *object)
{
	struct map_file *file = object;
	const char *name = reader_id(reader, setting);
	if (name == NULL)
		return;
	g_free(file->encoding);
	file->encoding = g_strdup(name);
	GIConv known = g_iconv_open("UTF-8", name);
	if (known == (GIConv) -1)
		reader_fault(reader, setting, _("there is no encoding '%s'; common ones are UTF-8, CP1252 and ISO-8859-1"),
			name);
	else
		g_iconv_close(known);
}

static void read_separator(struct reader *reader, config_setting_t *setting, void *object)
{
	struct map_file *file = object;
	const char *text = config_setting_get_string(setting);
	if (text != NULL && strlen(text) == 1 && strchr(",;|\t", *text) != NULL)
		file->separator = *text;
	else if (text != NULL && strcmp(text, "tab") == 0)
		file->separator = '\t';
	else
		reader_fault(reader, setting, _("'separator' is one of \",\", \";\", \"|\" and \"tab\""));
}

static void read_dates(struct reader *reader, config_setting_t *setting, void *object)
{
	struct map_file *file = object;
	g_strfreev(file->date_patterns);
	file->date_patterns = reader_texts(reader, setting, TEXTS_FULL);
	if (file->date_patterns[0] == NULL)
		reader_fault(reader, setting, _("'dates' needs at least one pattern, such as [ \"%%Y-%%m-%%d\" ]"));
	for (unsigned i = 0; file->date_patterns[i] != NULL; i++)
		check_pattern(reader, setting, file->date_patterns[i]);
}

static void read_blanks(struct reader *reader, config_setting_t *setting, void *object)
{
	struct map_file *file = object;
	g_strfreev(file->blanks);
	file->blanks = read_folded(reader, setting);
}

static void read_ignore(struct reader *reader, config_setting_t *setting, void *object)
{
	struct map_file *file = object;
	g_strfreev(file->ignored);
	file->ignored = reader_texts(reader, setting, TEXTS_ANY);
}

/* ( [ "heading", "value" ], [ "heading", "value", "other heading", "value" ] ) */
static void read_skip(struct reader *reader, config_setting_t *setting, void *object)
{
	struct map_file *file = object;
	if (config_setting_type(setting) != CONFIG_TYPE_LIST) {
		reader_fault(reader, setting, _("'skip' must be a list of pairs: ( [ \"heading\", \"value\" ] )"));
		return;
	}
	for (int i = 0; i < config_setting_length(setting); i++) {
		const config_setting_t *item = config_setting_get_elem(setting, (unsigned) i);
		char **words = reader_texts(reader, item, TEXTS_ANY);
		if (g_strv_length(words) == 0 || g_strv_length(words) % 2 != 0)
			reader_fault(reader, item,
				_("each entry of 'skip' names headings and their values in turn: [ \"heading\", \"value\" ]"));
		g_ptr_array_add(file->skip, words);
	}
}

static const struct key file_rows[] = {
	{ "name", KEY_TEXT, .at = offsetof(struct map_file, name), .required = true },
	{ "rows", KEY_WORD, .at = offsetof(struct map_file, rows), .required = true, .words = row_words },
	{ "encoding", KEY_OTHER, .each = read_encoding },
	{ "separator", KEY_OTHER, .each = read_separator },
	{ "dates", KEY_OTHER, .each = read_dates },
	{ "blanks", KEY_OTHER, .each = read_blanks },
	{ "columns", KEY_LIST, .required = true, .group = &column_keys, .each = read_column },
	{ "ignore", KEY_OTHER, .each = read_ignore },
	{ "skip", KEY_OTHER, .each = read_skip },
	{ "join", KEY_TEXT, .at = offsetof(struct map_file, join) },
	{ .name = NULL },
};
static const struct key_group file_keys = { N_("this file"), file_rows };

static bool gives(const struct map_file *file, enum map_field field)
{
	for (guint i = 0; i < file->columns->len; i++)
		if (((struct map_column *) file->columns->pdata[i])->field == field)
			return true;
	return false;
}

static void check_ignored(struct reader *reader, const config_setting_t *setting, const struct map_file *file)
{
	for (guint i = 0; i < file->columns->len; i++) {
		const struct map_column *column = file->columns->pdata[i];
		if (column->heading != NULL && g_strv_contains((const char *const *) file->ignored, column->heading))
			reader_fault(reader, setting, _("column '%s' is both read and ignored; take it out of 'ignore'"),
				column->heading);
	}
}

static void check_file(struct reader *reader, const config_setting_t *setting, const struct map_file *file, bool first)
{
	bool number = gives(file, MAP_NUMBER);
	if (first && file->join != NULL)
		reader_fault(reader, setting, _("the first file has nothing to join; take 'join' out"));
	else if (first && !number)
		reader_fault(reader, setting, _("no column gives the case number; add { from = \"...\"; to = \"number\"; }"));
	else if (!first && file->join == NULL)
		reader_fault(reader, setting,
			_("file '%s' needs 'join': the heading that holds the case number of the first file"), file->name);
	else if (!first && number)
		reader_fault(reader, setting,
			_("file '%s' is joined by '%s', so that no column may give the number; take that column out"), file->name,
			file->join);
	check_ignored(reader, setting, file);
}

static void read_file(struct reader *reader, config_setting_t *setting, void *object)
{
	struct import_map *map = object;
	struct map_file *file = map_file_new();
	file->line = reader_line(reader, setting);
	reader_group(reader, setting, &file_keys, file);
	check_file(reader, setting, file, map->files->len == 0);
	g_ptr_array_add(map->files, file);
}

static void read_span(struct reader *reader, const config_setting_t *setting, int *low, int *high, int least, int most)
{
	bool good = reader_is_list(setting) && config_setting_length(setting) == 2;
	for (unsigned i = 0; good && i < 2; i++)
		good = config_setting_type(config_setting_get_elem(setting, i)) == CONFIG_TYPE_INT;
	int from = good ? config_setting_get_int_elem(setting, 0) : 0;
	int to = good ? config_setting_get_int_elem(setting, 1) : 0;
	if (!good || from < least || to > most || from > to) {
		reader_fault(reader, setting,
			_("'%s' must be the lowest and the highest number that can be true, within %d and %d: [ %d, %d ]"),
			config_setting_name(setting), least, most, *low, *high);
		return;
	}
	*low = from;
	*high = to;
}

static void read_years(struct reader *reader, config_setting_t *setting, void *object)
{
	struct import_map *map = object;
	read_span(reader, setting, &map->year_min, &map->year_max, 1, 9999);
}

static void read_ages(struct reader *reader, config_setting_t *setting, void *object)
{
	struct import_map *map = object;
	read_span(reader, setting, &map->age_min, &map->age_max, 0, 150);
}

static void read_open_findings(struct reader *reader, config_setting_t *setting, void *object)
{
	struct import_map *map = object;
	g_strfreev(map->open_findings);
	map->open_findings = read_folded(reader, setting);
}

static const struct key map_rows[] = {
	{ "title", KEY_TEXT, .at = offsetof(struct import_map, title), .required = true },
	{ "body", KEY_ID, .at = offsetof(struct import_map, body) },
	{ "years", KEY_OTHER, .each = read_years },
	{ "ages", KEY_OTHER, .each = read_ages },
	{ "open_findings", KEY_OTHER, .each = read_open_findings },
	{ "closed_means_closed", KEY_BOOL, .at = offsetof(struct import_map, closed_means_closed) },
	{ "state_open", KEY_ID, .at = offsetof(struct import_map, state_open) },
	{ "state_closed", KEY_ID, .at = offsetof(struct import_map, state_closed) },
	{ "votes", KEY_GROUP, .group = &vote_keys, .each = map_read_votes },
	{ "files", KEY_LIST, .group = &file_keys, .each = read_file },
	{ .name = NULL },
};
const struct key_group map_keys = { N_("the map file"), map_rows };

struct import_map *map_read(struct reader *reader)
{
	g_autoptr(import_map_t) map = import_map_new();
	const config_setting_t *root = config_root_setting(&reader->config);
	guint before = reader->faults->len;
	g_autofree char *base = g_path_get_basename(reader->source.path);
	g_free(map->path);
	g_free(map->id);
	map->path = g_strdup(reader->source.path);
	map->id = g_str_has_suffix(base, ".conf") ? g_strndup(base, strlen(base) - strlen(".conf")) : g_strdup(base);
	map->open_findings = g_new0(char *, 1);
	map->year_min = 1990, map->year_max = 2099;
	map->age_min = 1, map->age_max = 110;
	reader->data = map;
	reader_group(reader, config_root_setting(&reader->config), &map_keys, map);
	if (map->files->len == 0 && !map->votes && reader->faults->len == before)
		reader_fault(reader, root, _("'files' is empty; a map describes at least one file, or with 'votes' published votes"));
	return reader->faults->len == before ? g_steal_pointer(&map) : NULL;
}

struct import_map *map_file_load(const char *path, GPtrArray *faults)
{
	struct reader reader;
	g_autoptr(import_map_t) map = reader_open(&reader, path, faults) ? map_read(&reader) : NULL;
	return reader_close(&reader) ? g_steal_pointer(&map) : NULL;
}
