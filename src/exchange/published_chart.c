/* A wide CSV a meeting: a row a motion, a column a member, the day in the file's name (2022-07-18.csv). */
#include <inttypes.h>
#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "exchange/csv.h"
#include "exchange/decode.h"
#include "exchange/published_private.h"

enum { NONE = -1 };
struct chart { struct reading *reading; const char *path; struct published_meeting *meeting; GPtrArray *headings; int number, title, outcome; };

static int heading_at(const struct chart *chart, const char *name)
{
	g_autofree char *folded = text_fold(name);
	for (guint i = 0; i < chart->headings->len; i++) {
		g_autofree char *heading = text_fold(chart->headings->pdata[i]);
		if (!strcmp(heading, folded))
			return (int) i;
	}
	return NONE;
}

static bool read_headings(struct chart *chart, const struct csv_row *row, GError **error)
{
	const struct vote_map *map = chart->reading->map;
	for (unsigned i = 0; i < row->n; i++)
		g_ptr_array_add(chart->headings, decode_text(row->field[i], row->length[i], "UTF-8", NULL));
	chart->number = heading_at(chart, map->number);
	chart->title = heading_at(chart, map->item);
	chart->outcome = heading_at(chart, map->result);
	if (chart->number != NONE && chart->title != NONE && chart->outcome != NONE)
		return true;
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s:1: the headings '%s', '%s' and '%s' that the map names are not all there"), chart->path, map->number, map->item, map->result);
	return false;
}

static bool is_member(const struct chart *chart, unsigned column)
{
	g_autofree char *folded = text_fold(chart->headings->pdata[column]);
	bool ignored = chart->reading->map->ignored && g_strv_contains((const char *const *) chart->reading->map->ignored, folded);
	return (int) column != chart->number && (int) column != chart->title && (int) column != chart->outcome && !ignored;
}

/* Members are as their headings spell them, hyphens and spaces alike: one name, one seat. */
static char *member_name(const char *heading)
{
	char *name = g_strdup(heading);
	return g_strdelimit(name, "-", ' ');
}

static bool read_motion(struct chart *chart, const struct csv_row *row)
{
	g_autofree char *number = decode_text(row->field[chart->number], row->length[chart->number], "UTF-8", NULL);
	g_autofree char *title = decode_text(row->field[chart->title], row->length[chart->title], "UTF-8", NULL);
	g_autofree char *outcome = decode_text(row->field[chart->outcome], row->length[chart->outcome], "UTF-8", NULL);
	g_autofree char *place = g_strdup_printf("%s:%" PRId64, chart->path, row->line);
	struct published_vote *vote = published_add_row(chart->meeting, number, title);
	for (unsigned i = 0; i < row->n; i++) {
		if (!is_member(chart, i))
			continue;
		g_autofree char *word = decode_text(row->field[i], row->length[i], "UTF-8", NULL), *name = member_name(chart->headings->pdata[i]);
		reading_ballot(chart->reading, vote, name, word, place);
	}
	reading_row_done(chart->reading, chart->meeting, vote, outcome, place);
	return true;
}

static bool take_row(const struct csv_row *row, void *data, GError **error)
{
	struct chart *chart = data;
	if (!chart->headings->len)
		return read_headings(chart, row, error);
	if (row->n != chart->headings->len) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s:%" PRId64 ": %u fields where the headings are %u"), chart->path, row->line, row->n, chart->headings->len);
		return false;
	}
	return read_motion(chart, row);
}

static bool day_of_name(const char *path, const char *zone, instant_t *starts)
{
	g_autofree char *base = g_path_get_basename(path);
	if (strlen(base) < 10)
		return false;
	base[10] = '\0';
	return day_parse_iso(base) != DAY_UNKNOWN && instant_parse(base, zone, starts);
}

bool published_chart(struct reading *reading, const char *path, GError **error)
{
	instant_t starts;
	g_autofree char *source = g_path_get_basename(path);
	if (!day_of_name(path, reading->zone, &starts)) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: the day of the meeting stands in the file's name, such as 2022-07-18.csv"), path);
		return false;
	}
	struct chart chart = { .reading = reading, .path = path, .meeting = published_meeting_new(source, NULL, starts), .headings = g_ptr_array_new_with_free_func(g_free) };
	bool good = csv_read(path, ',', take_row, NULL, &chart, error);
	g_ptr_array_unref(chart.headings);
	if (good)
		g_ptr_array_add(reading->meetings, chart.meeting);
	else
		published_meeting_free(chart.meeting);
	return good;
}
