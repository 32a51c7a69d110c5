#include "cli/meeting_arg.h"

#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "store/journal_store.h"
#include "store/meeting_store.h"

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
	return !word || !strcmp(word, "last") || !strcmp(word, number) || !strcmp(word, day_iso(instant_day(meeting->starts, zone), day));
}

static void tell_what_there_is(const GPtrArray *meetings, const char *word, const char *zone, GError **error)
{
	g_autoptr(GString) all = g_string_new(NULL);
	for (guint i = meetings->len > 8 ? meetings->len - 8 : 0; i < meetings->len; i++) {
		const struct meeting_record *meeting = meetings->pdata[i];
		char day[DAY_ISO_SIZE];
		g_string_append_printf(all, "%s%s (%" G_GINT64_FORMAT ")", all->len ? ", " : "", day_iso(instant_day(meeting->starts, zone), day), meeting->id);
	}
	if (!meetings->len)
		g_set_error_literal(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, word ? _("there is no such meeting: none was recorded") : _("no meeting was recorded"));
	else
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("there is no meeting '%s'; name its day, its number, or last: %s"), word ? word : "last", all->str);
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
	for (guint i = meetings->len; i-- > 0;)
		if (is_meant(meetings->pdata[i], word, zone))
			return ((const struct meeting_record *) meetings->pdata[i])->id;
	tell_what_there_is(meetings, word, zone, error);
	return 0;
}
