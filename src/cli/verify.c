/* dais verify FILE: every journal's chain and rules, the heads remembered beside the database, and the database itself. */
#include "cli/cli.h"

#include "base/error.h"
#include "base/i18n.h"
#include "domain/meeting.h"
#include "store/head_file.h"
#include "store/journal_store.h"
#include "store/meeting_store.h"

/* Which meeting: "meeting 4 (2024-12-16)". g_free. */
static char *name_meeting(struct store *store, id_t64 id, const char *zone)
{
	struct meeting_record record = { 0 };
	char day[DAY_ISO_SIZE] = "";
	if (meeting_store_get(store, id, &record, NULL))
		day_iso(instant_day(record.starts, zone), day);
	meeting_record_clear(&record);
	return g_strdup_printf(_("meeting %" G_GINT64_FORMAT " (%s)"), id, day);
}

/* Replays one journal; the first event that is wrong in chain or rules is told. */
static bool verify_meeting(struct store *store, const char *path, id_t64 id)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(meeting_t) meeting = meeting_new();
	g_autoptr(GPtrArray) events = journal_store_read(store, id, 0, &error);
	for (guint i = 0; events && !error && i < events->len; i++) {
		const struct meeting_event *event = events->pdata[i];
		if (meeting_event_follows(event, meeting->seq, meeting->head, &error) && !meeting_apply(meeting, event, &error))
			g_prefix_error(&error, _("event %" G_GINT64_FORMAT " (%s): "), event->seq, meeting_event_name(event->kind));
	}
	g_autofree char *name = name_meeting(store, id, meeting->zone);
	if (error)
		cli_print("%s: %s: %s\n", path, name, error->message);
	else
		cli_print(ngettext("%s: %s: %u event, head %s: sound\n", "%s: %s: %u events, head %s: sound\n", events->len), path, name, events->len, meeting->head);
	return !error;
}

static bool verify_heads(struct store *store)
{
	g_autoptr(GError) error = NULL;
	if (head_file_agrees(store, &error))
		return true;
	cli_print("%s\n", error->message);
	return false;
}

static bool verify_database(struct store *store, const char *path)
{
	g_autofree char *found = store_check(store);
	if (found)
		cli_print("%s: %s", path, found);
	else
		cli_print(_("%s: the database is sound\n"), path);
	return !found;
}

int cli_verify(int argc, char **argv)
{
	const GOptionEntry entries[] = { { .long_name = NULL } };
	int code;
	g_auto(GStrv) words = cli_options("verify", argc, argv, entries, 1, 1, &code);
	GError *error = NULL;
	if (!words)
		return code;
	g_autoptr(store_t) store = store_open(words[0], STORE_READ, &error);
	g_autoptr(GArray) meetings = store ? journal_store_meetings(store, &error) : NULL;
	if (!meetings)
		return cli_fail(error);
	bool good = true;
	for (guint i = 0; i < meetings->len; i++)
		good = verify_meeting(store, words[0], g_array_index(meetings, id_t64, i)) && good;
	good = verify_heads(store) && good;
	good = verify_database(store, words[0]) && good;
	return cli_finish(good ? 0 : DAIS_ERROR_NOT_FOUND);
}
