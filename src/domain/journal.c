#include "domain/journal.h"

#include <inttypes.h>
#include <string.h>
#include "base/error.h"
#include "base/i18n.h"

const char journal_root[JOURNAL_HASH + 1] = "0000000000000000000000000000000000000000000000000000000000000000";

static const char *const event_names[MEETING_EVENTS + 1] = {
#define X(id, name) [MEETING_##id] = name,
	MEETING_EVENT_LIST(X)
#undef X
};

const char *meeting_event_name(enum meeting_event_kind kind)
{
	return event_names[kind];
}

enum meeting_event_kind meeting_event_find(const char *name)
{
	unsigned kind = 0;
	while (kind < MEETING_EVENTS && g_strcmp0(event_names[kind], name) != 0)
		kind++;
	return kind;
}

void meeting_event_clear(struct meeting_event *event)
{
	g_free(event->id);
	g_free(event->who);
	g_free(event->seat);
	g_free(event->other);
	g_free(event->word);
	g_free(event->text);
	g_free(event->note);
	memset(event, 0, sizeof *event);
}

void meeting_event_free(struct meeting_event *event)
{
	if (!event)
		return;
	meeting_event_clear(event);
	g_free(event);
}

struct meeting_event *meeting_event_copy(const struct meeting_event *event)
{
	struct meeting_event *copy = g_memdup2(event, sizeof *event);
	copy->id = g_strdup(event->id);
	copy->who = g_strdup(event->who);
	copy->seat = g_strdup(event->seat);
	copy->other = g_strdup(event->other);
	copy->word = g_strdup(event->word);
	copy->text = g_strdup(event->text);
	copy->note = g_strdup(event->note);
	return copy;
}

char *meeting_event_session(const struct meeting_event *event)
{
	const char *dot = event->id ? strchr(event->id, '.') : NULL;
	return dot ? g_strndup(event->id, dot - event->id) : g_strdup(event->id);
}

static void add_text(GChecksum *sum, const char *text)
{
	char length[24];
	if (!text) {
		g_checksum_update(sum, (const guchar *) "-,", 2);
		return;
	}
	g_snprintf(length, sizeof length, "%zu:", strlen(text));
	g_checksum_update(sum, (const guchar *) length, strlen(length));
	g_checksum_update(sum, (const guchar *) text, strlen(text));
	g_checksum_update(sum, (const guchar *) ",", 1);
}

static void add_number(GChecksum *sum, gint64 number)
{
	char text[24];
	g_snprintf(text, sizeof text, "%" G_GINT64_FORMAT, number);
	add_text(sum, text);
}

void meeting_event_hash(const struct meeting_event *event, char hash[JOURNAL_HASH + 1])
{
	GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
	add_text(sum, event->prev);
	add_number(sum, event->seq);
	add_number(sum, event->at);
	add_text(sum, event->id);
	add_text(sum, event->who);
	add_text(sum, meeting_event_name(event->kind));
	add_text(sum, event->seat);
	add_text(sum, event->other);
	add_number(sum, event->item);
	add_number(sum, event->motion);
	add_number(sum, event->number);
	add_text(sum, event->word);
	add_text(sum, event->text);
	add_text(sum, event->note);
	g_strlcpy(hash, g_checksum_get_string(sum), JOURNAL_HASH + 1);
	g_checksum_free(sum);
}

bool meeting_event_follows(const struct meeting_event *event, gint64 last_seq, const char *prev, GError **error)
{
	char hash[JOURNAL_HASH + 1];
	const char *wrong = NULL;
	meeting_event_hash(event, hash);
	if (event->seq != last_seq + 1)
		wrong = _("its number does not follow the one before it: an event is missing, doubled or out of order");
	else if (strcmp(event->prev, prev) != 0)
		wrong = _("it does not follow the event before it: one was changed, removed or put in");
	else if (strcmp(event->hash, hash) != 0)
		wrong = _("it was changed after it was recorded: its seal is broken");
	if (wrong)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("event %" PRId64 " (%s): %s"), event->seq, meeting_event_name(event->kind), wrong);
	return !wrong;
}
