/* The board file: its top level. */
#include <string.h>

#include "base/i18n.h"
#include "config/board_read.h"
#include "config/config_file.h"
#include "domain/metric.h"

static void read_languages(struct reader *reader, config_setting_t *setting, void *object)
{
	struct board *board = object;
	g_strfreev(board->languages);
	board->languages = reader_texts(reader, setting, TEXTS_FULL);
	for (unsigned i = 0; board->languages[i] != NULL; i++) {
		const char *lang = board->languages[i];
		gsize letters = strspn(lang, "abcdefghijklmnopqrstuvwxyz");
		if (letters < 2 || letters > 3 || (lang[letters] != '\0' && lang[letters] != '_'))
			reader_fault(reader, setting,
				_("'%s' is not a language; write its two-letter code, such as \"en\" or \"es\""), lang);
		for (unsigned j = 0; j < i; j++)
			if (strcmp(lang, board->languages[j]) == 0)
				reader_fault(reader, setting, _("language '%s' is given twice; take one out"), lang);
	}
	if (board->languages[0] == NULL)
		reader_fault(reader, setting, _("'languages' needs at least one language, such as [ \"en\" ]"));
	reader->languages = (const char *const *) board->languages;
}

/* GLib looks for a file of this name, so that only plain names may reach it. */
static bool zone_exists(const char *zone)
{
	if (zone[strspn(zone, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-/")] != '\0' ||
		!g_ascii_isalpha(*zone))
		return false;
#if GLIB_CHECK_VERSION(2, 68, 0)
	g_autoptr(GTimeZone) found = g_time_zone_new_identifier(zone);
#else
	g_autoptr(GTimeZone) found = g_time_zone_new(zone);
#endif
	return found != NULL && strcmp(g_time_zone_get_identifier(found), zone) == 0;
}

static void read_zone(struct reader *reader, config_setting_t *setting, void *object)
{
	struct board *board = object;
	const char *zone = reader_text(reader, setting, "zone");
	if (zone == NULL)
		return;
	if (!zone_exists(zone))
		reader_fault(reader, setting, _("there is no time zone '%s'; use a name such as \"America/Chicago\""), zone);
	g_free(board->zone);
	board->zone = g_strdup(zone);
}

static void read_metrics(struct reader *reader, config_setting_t *setting, void *object)
{
	struct board *board = object;
	const char *known[METRICS + 1] = { NULL };
	for (int i = 0; i < METRICS; i++)
		known[i] = metric_info((enum metric) i)->id;
	g_strfreev(board->metrics);
	board->metrics = reader_texts(reader, setting, TEXTS_IDS);
	for (unsigned i = 0; board->metrics[i] != NULL; i++) {
		g_autofree char *all = g_strjoinv(", ", (char **) known), *otherwise = g_strdup_printf(_("there are: %s"), all);
		g_autofree char *hint = reader_hint(board->metrics[i], known, otherwise);
		if (metric_find(board->metrics[i]) == METRICS)
			reader_fault(reader, setting, _("there is no metric '%s'; %s"), board->metrics[i], hint);
		if (i > 0 && g_strv_contains((const char *const *) board->metrics + i + 1, board->metrics[i]))
			reader_fault(reader, setting, _("metric '%s' is given twice; take one out"), board->metrics[i]);
	}
}

static void read_ageing(struct reader *reader, config_setting_t *setting, void *object)
{
	struct board *board = object;
	int n = reader_is_list(setting) ? config_setting_length(setting) : 0;
	if (n == 0 || n > 8) {
		reader_fault(reader, setting, _("'ageing' needs one to eight numbers of days, such as [ 30, 90, 180 ]"));
		return;
	}
	g_free(board->ageing.days);
	board->ageing = (struct ageing_limits) { .days = g_new0(int, n), .n = (unsigned) n };
	for (int i = 0; i < n; i++) {
		const config_setting_t *item = config_setting_get_elem(setting, (unsigned) i);
		int days = config_setting_type(item) == CONFIG_TYPE_INT ? config_setting_get_int(item) : 0;
		if (days <= 0 || (i > 0 && days <= board->ageing.days[i - 1])) {
			reader_fault(reader, item,
				_("the days of 'ageing' must be whole numbers above 0, each larger than the one before"));
			return;
		}
		board->ageing.days[i] = days;
	}
}

static gint day_compare(gconstpointer a, gconstpointer b)
{
	const day_t *one = a, *two = b;
	return (*one > *two) - (*one < *two);
}

static void read_holidays(struct reader *reader, config_setting_t *setting, void *object)
{
	struct board *board = object;
	if (!reader_is_list(setting)) {
		reader_fault(reader, setting, _("'holidays' must be a list of dates, such as [ \"2024-12-25\" ]"));
		return;
	}
	for (int i = 0; i < config_setting_length(setting); i++) {
		day_t day = reader_day(reader, config_setting_get_elem(setting, (unsigned) i));
		if (day != DAY_UNKNOWN)
			g_array_append_val(board->holidays, day);
	}
	g_array_sort(board->holidays, day_compare);
}

static void read_bodies(struct reader *reader, config_setting_t *setting, void *object)
{
	struct board *board = object;
	if (config_setting_type(setting) != CONFIG_TYPE_LIST || config_setting_length(setting) == 0) {
		reader_fault(reader, setting, _("'bodies' must be a list of at least one group: ( { ... } )"));
		return;
	}
	for (int i = 0; i < config_setting_length(setting); i++) {
		config_setting_t *item = config_setting_get_elem(setting, (unsigned) i);
		if (config_setting_type(item) == CONFIG_TYPE_GROUP)
			board_read_body(reader, item, board);
		else
			reader_fault(reader, item, _("each entry of 'bodies' must be a group: { ... }"));
	}
	board_read_parents(reader, setting, board);
}

/* In the order of reading: languages before labels, words and workflows before the bodies that use them. */
static const struct key top_keys[] = {
	{ "languages", KEY_OTHER, .required = true, .each = read_languages },
	{ "name", KEY_NAME, .at = offsetof(struct board, name), .required = true },
	{ "zone", KEY_OTHER, .required = true, .each = read_zone },
	{ "vocabularies", KEY_GROUP, .required = true, .group = &vocabulary_keys, .each = board_read_vocabularies },
	{ "duties", KEY_LIST, .group = &duty_keys, .each = board_read_duty },
	{ "workflows", KEY_LIST, .required = true, .group = &workflow_keys, .each = board_read_workflow },
	{ "bodies", KEY_OTHER, .required = true, .group = &body_keys, .each = read_bodies },
	{ "thresholds", KEY_OTHER, .group = &threshold_keys, .each = board_read_procedure },
	{ "motions", KEY_OTHER, .group = &motion_keys, .each = board_read_procedure },
	{ "rules", KEY_OTHER, .group = &rules_keys, .each = board_read_procedure },
	{ "notice", KEY_LIST, .group = &notice_keys, .each = board_read_notice },
	{ "metrics", KEY_OTHER, .required = true, .each = read_metrics },
	{ "ageing", KEY_OTHER, .required = true, .each = read_ageing },
	{ "docket_days", KEY_INT, .at = offsetof(struct board, docket_days), .least = 0, .most = 3650 },
	{ "filling_days", KEY_INT, .at = offsetof(struct board, filling_days), .required = true, .least = 0, .most = 3650 },
	{ "brief_words", KEY_INT, .at = offsetof(struct board, brief_words), .least = 0, .most = 1000 },
	{ "suppress_below", KEY_INT, .at = offsetof(struct board, suppress_below), .required = true,
		.least = 0, .most = 1000 },
	{ "holidays", KEY_OTHER, .each = read_holidays },
	{ .name = NULL },
};
const struct key_group board_keys = { N_("the board file"), top_keys };

struct board *board_read(struct reader *reader)
{
	g_autoptr(board_t) board = board_new();
	guint before = reader->faults->len;
	g_free(board->path);
	board->path = g_strdup(reader->source.path);
	reader->data = board;
	config_setting_t *root = config_root_setting(&reader->config);
	reader_group(reader, root, &board_keys, board);
	board_read_procedures(reader, root, config_setting_get_member(root, "bodies"), board);
	return reader->faults->len == before ? g_steal_pointer(&board) : NULL;
}

struct board *board_file_check(const char *path, GPtrArray *faults, GPtrArray *warnings)
{
	struct reader reader;
	bool opened = reader_open(&reader, path, faults);
	reader.warnings = warnings;
	g_autoptr(board_t) board = opened ? board_read(&reader) : NULL;
	if (board != NULL)
		board->unexplained = reader.warned;
	return reader_close(&reader) ? g_steal_pointer(&board) : NULL;
}

struct board *board_file_load(const char *path, GPtrArray *faults)
{
	return board_file_check(path, faults, NULL);
}
