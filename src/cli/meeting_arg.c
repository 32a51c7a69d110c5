#include "cli/meeting_arg.h"

#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "store/journal_store.h"
#include "store/meeting_store.h"

enum { LISTED = 8 };

static bool has_journal(const GArray *journals, id_t64 meeting)
{
	for (guint i = 0; i < journals->len; i++)
		if (g_array_index(journals, id_t64, i) == meeting)
			return true;
	return false;
}

static bool is_meant(const struct meeting_record *meeting, const char *word, const char *zone)
{
	char day[DAY_ISO_SIZE], number[24];
	g_snprintf(number, sizeof number, "%" G_GINT64_FORMAT, meeting->id);
	return !strcmp(word, number) || !strcmp(word, day_iso(instant_day(meeting->starts, zone), day));
}

/* "2024-12-16 (4), 2025-01-21 (5)": the last of them. */
static char *list(const GPtrArray *meetings, const char *zone)
{
	GString *all = g_string_new(NULL);
	for (guint i = meetings->len > LISTED ? meetings->len - LISTED : 0; i < meetings->len; i++) {
		const struct meeting_record *meeting = meetings->pdata[i];
		char day[DAY_ISO_SIZE];
		g_string_append_printf(all, "%s%s (%" G_GINT64_FORMAT ")", all->len ? ", " : "", day_iso(instant_day(meeting->starts, zone), day), meeting->id);
	}
	return g_string_free(all, FALSE);
}

static id_t64 fail(const GPtrArray *meetings, const char *word, bool several, const char *zone, GError **error)
{
	g_autofree char *all = list(meetings, zone);
	if (several)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("there is more than one meeting on %s; name one by its number: %s"), word, all);
	else if (meetings->len)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("there is no meeting '%s'; name its day, its number, or last: %s"), word, all);
	else
		g_set_error_literal(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("no meeting was recorded"));
	return 0;
}

static id_t64 choose(GPtrArray *meetings, const char *word, const char *zone, GError **error)
{
	if (meetings->len && (!word || !strcmp(word, "last")))
		return ((const struct meeting_record *) meetings->pdata[meetings->len - 1])->id;
	g_autoptr(GPtrArray) meant = g_ptr_array_new();
	for (guint i = 0; i < meetings->len; i++)
		if (is_meant(meetings->pdata[i], word, zone))
			g_ptr_array_add(meant, meetings->pdata[i]);
	if (meant->len == 1)
		return ((const struct meeting_record *) meant->pdata[0])->id;
	return fail(meant->len ? meant : meetings, word, meant->len > 1, zone, error);
}

id_t64 meeting_arg(struct store *store, const char *word, const char *zone, bool recorded, GError **error)
{
	g_autoptr(GPtrArray) meetings = meeting_store_all(store, error);
	g_autoptr(GArray) journals = meetings ? journal_store_meetings(store, error) : NULL;
	if (!journals)
		return 0;
	for (guint i = meetings->len; recorded && i-- > 0;)
		if (!has_journal(journals, ((const struct meeting_record *) meetings->pdata[i])->id))
			g_ptr_array_remove_index(meetings, i);
	return choose(meetings, word, zone, error);
}

id_t64 meeting_arg_next(struct store *store, const char *word, const char *zone, instant_t now, GError **error)
{
	struct meeting_record next = { 0 };
	GError *failed = NULL;
	if (word && strcmp(word, "next") != 0)
		return meeting_arg(store, word, zone, false, error);
	if (!meeting_store_next(store, NULL, now, &next, &failed) && !failed) {
		char day[DAY_ISO_SIZE];
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("no meeting is planned from %s on; name one by its day, its number, or last"),
			day_iso(instant_day(now, zone), day));
	}
	if (failed)
		g_propagate_error(error, failed);
	id_t64 id = next.id;
	meeting_record_clear(&next);
	return id;
}
