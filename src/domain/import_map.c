#include "domain/import_map.h"

#include <string.h>

static const char *const fields[MAP_FIELDS] = {
#define X(id, name, help) [MAP_##id] = name,
	MAP_FIELD_LIST(X)
#undef X
};

const char *map_field_name(enum map_field field)
{
	return fields[field];
}

enum map_field map_field_find(const char *name)
{
	enum map_field field = 0;
	while (field < MAP_FIELDS && strcmp(fields[field], name))
		field++;
	return field;
}

static void map_column_free(struct map_column *column)
{
	if (!column)
		return;
	g_free(column->heading);
	g_clear_pointer(&column->values, g_hash_table_unref);
	g_strfreev(column->allowed);
	g_free(column->pattern);
	g_free(column);
}

static void map_file_free(struct map_file *file)
{
	if (!file)
		return;
	g_free(file->name);
	g_free(file->encoding);
	g_ptr_array_unref(file->columns);
	g_strfreev(file->ignored);
	g_strfreev(file->date_patterns);
	g_strfreev(file->blanks);
	g_ptr_array_unref(file->skip);
	g_free(file->join);
	g_free(file);
}

struct map_file *map_file_new(void)
{
	struct map_file *file = g_new0(struct map_file, 1);
	file->columns = g_ptr_array_new_with_free_func((GDestroyNotify) map_column_free);
	file->skip = g_ptr_array_new_with_free_func((GDestroyNotify) g_strfreev);
	file->separator = ',';
	file->encoding = g_strdup("UTF-8");
	file->ignored = g_new0(char *, 1);
	file->date_patterns = g_strsplit("%Y-%m-%d %Y-%m-%dT%*", " ", -1);
	file->blanks = g_new0(char *, 2);
	file->blanks[0] = g_strdup("");
	return file;
}

struct map_column *map_column_new(void)
{
	struct map_column *column = g_new0(struct map_column, 1);
	column->field = MAP_FIELDS;
	return column;
}

struct import_map *import_map_new(void)
{
	struct import_map *map = g_new0(struct import_map, 1);
	map->files = g_ptr_array_new_with_free_func((GDestroyNotify) map_file_free);
	return map;
}

static void outcome_free(struct vote_outcome *outcome)
{
	g_free(outcome->word);
	g_free(outcome->motion);
	g_free(outcome);
}

struct vote_map *vote_map_new(void)
{
	struct vote_map *map = g_new0(struct vote_map, 1);
	map->outcomes = g_ptr_array_new_with_free_func((GDestroyNotify) outcome_free);
	return map;
}

static void vote_map_free(struct vote_map *map)
{
	if (!map)
		return;
	char **lists[] = { map->aye, map->nay, map->abstain, map->recuse, map->absent, map->blank, map->ignored };
	for (unsigned i = 0; i < G_N_ELEMENTS(lists); i++)
		g_strfreev(lists[i]);
	g_free(map->number);
	g_free(map->item);
	g_free(map->result);
	g_ptr_array_unref(map->outcomes);
	g_free(map);
}

void import_map_free(struct import_map *map)
{
	if (!map)
		return;
	g_free(map->path);
	g_free(map->id);
	g_free(map->title);
	g_ptr_array_unref(map->files);
	vote_map_free(map->votes);
	g_free(map->body);
	g_strfreev(map->open_findings);
	g_free(map->state_open);
	g_free(map->state_closed);
	g_free(map);
}
