/* dais verify FILE: every journal's chain and rules, the heads remembered beside the database, and the database itself. */
#include "cli/cli.h"

#include <inttypes.h>
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "domain/meeting.h"
#include "store/head_file.h"
#include "store/journal_store.h"
#include "store/meeting_store.h"

/* Which meeting: "meeting 4 (Riverton Police Oversight Board, 2024-12-16)". g_free. */
static char *name_meeting(struct store *store, id_t64 id, const struct meeting *meeting)
{
	struct meeting_record record = { 0 };
	char day[DAY_ISO_SIZE] = "?";
	if (meeting_store_get(store, id, &record, NULL))
		day_iso(instant_day(record.starts, meeting->zone), day);
	const char *title = record.title ? record.title : meeting->body_name ? meeting->body_name : record.body;
	g_autofree char *clean = text_clean(title ? title : "?", -1, TEXT_CLEAN_LINE);
	meeting_record_clear(&record);
	return g_strdup_printf(_("meeting %" PRId64 " (%s, %s)"), id, clean, day);
}

/* The events as far as they are sound; the first that is wrong in its row, its seal or by the rules is told. */
static bool replay(struct store *store, id_t64 id, struct meeting *meeting, GError **error)
{
	g_autofree char *damage = NULL;
	g_autoptr(GPtrArray) events = journal_store_read_sound(store, id, G_MININT64, &damage, error);
	bool good = events != NULL;
	for (guint i = 0; good && i < events->len; i++)
		good = meeting_follow(meeting, events->pdata[i], error);
	if (good && damage)
		g_set_error_literal(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, damage);
	return good && !damage;
}

/* A crash between the commit and the head leaves the head behind: no loss, but said. */
static void tell_of_head(const char *path, const char *name, const struct meeting *meeting, id_t64 id, const GArray *heads)
{
	for (guint i = 0; i < heads->len; i++) {
		const struct head *head = &g_array_index(heads, struct head, i);
		if (head->meeting != id)
			continue;
		if (head->seq < meeting->seq)
			cli_print(_("%s: %s: its head file remembers event %" PRId64 "; what follows was added by a program that did not write it\n"),
				path, name, head->seq);
		return;
	}
	cli_print(_("%s: %s: no head file remembers where it ended; events that were cut off its end would not be noticed\n"), path, name);
}

static bool verify_meeting(struct store *store, const char *path, id_t64 id, const GArray *heads)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(meeting_t) meeting = meeting_new();
	bool good = replay(store, id, meeting, &error);
	g_autofree char *name = name_meeting(store, id, meeting);
	if (!good) {
		g_autofree char *what = text_clean(error->message, -1, TEXT_CLEAN_LINE);
		cli_print("%s: %s: %s\n", path, name, what);
		return false;
	}
	cli_print(ngettext("%s: %s: %u event, head %s: sound\n", "%s: %s: %u events, head %s: sound\n", meeting->events->len), path, name,
		meeting->events->len, meeting->head);
	if (heads)
		tell_of_head(path, name, meeting, id, heads);
	return true;
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
	g_autoptr(GArray) heads = head_file_read(store, NULL);       /* what is wrong with it, verify_heads tells */
	bool good = true;
	for (guint i = 0; i < meetings->len; i++)
		good = verify_meeting(store, words[0], g_array_index(meetings, id_t64, i), heads) && good;
	good = verify_heads(store) && good;
	good = verify_database(store, words[0]) && good;
	return cli_finish(good ? 0 : DAIS_ERROR_NOT_FOUND);
}
