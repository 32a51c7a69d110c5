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

/* Decimal digits into the end of `digits`; where they begin. A journal is read whole at each start, and printf would be most of that. */
static const char *decimal(gint64 number, char digits[24])
{
	guint64 rest = number < 0 ? -(guint64) number : (guint64) number;
	char *at = digits + 23;
	*at = '\0';
	do
		*--at = (char) ('0' + rest % 10);
	while (rest /= 10);
	if (number < 0)
		*--at = '-';
	return at;
}

static char *put_bytes(char *at, const char *bytes, size_t length)
{
	char digits[24];
	const char *count = decimal((gint64) length, digits);
	at = mempcpy(at, count, digits + 23 - count);
	*at++ = ':';
	at = mempcpy(at, bytes, length);
	*at++ = ',';
	return at;
}

static char *put_text(char *at, const char *text)
{
	return text ? put_bytes(at, text, strlen(text)) : mempcpy(at, "-,", 2);
}

static char *put_number(char *at, gint64 number)
{
	char digits[24];
	const char *text = decimal(number, digits);
	return put_bytes(at, text, digits + 23 - text);
}

static size_t length_of(const char *text)
{
	return text ? strlen(text) : 0;
}

/* Room for all that is sealed: the texts, and around each of the members its length and two signs, or a number with its own. */
static size_t room_for(const struct meeting_event *event)
{
	enum { MEMBERS = 14, AROUND = 2 * sizeof "-9223372036854775808" };
	return MEMBERS * AROUND + length_of(event->prev) + length_of(event->id) + length_of(event->who) + length_of(meeting_event_name(event->kind))
		+ length_of(event->seat) + length_of(event->other) + length_of(event->word) + length_of(event->text) + length_of(event->note);
}

void meeting_event_hash(const struct meeting_event *event, char hash[JOURNAL_HASH + 1])
{
	g_autofree char *sealed = g_malloc(room_for(event));
	char *at = put_text(sealed, event->prev);
	at = put_number(at, event->seq);
	at = put_number(at, event->at);
	at = put_text(at, event->id);
	at = put_text(at, event->who);
	at = put_text(at, meeting_event_name(event->kind));
	at = put_text(at, event->seat);
	at = put_text(at, event->other);
	at = put_number(at, event->item);
	at = put_number(at, event->motion);
	at = put_number(at, event->number);
	at = put_text(at, event->word);
	at = put_text(at, event->text);
	at = put_text(at, event->note);
	g_autofree char *sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *) sealed, at - sealed);
	g_strlcpy(hash, sum, JOURNAL_HASH + 1);
}

bool meeting_event_says_same(const struct meeting_event *a, const struct meeting_event *b)
{
	return a->kind == b->kind && a->item == b->item && a->motion == b->motion && a->number == b->number && !g_strcmp0(a->seat, b->seat)
		&& !g_strcmp0(a->other, b->other) && !g_strcmp0(a->word, b->word) && !g_strcmp0(a->text, b->text) && !g_strcmp0(a->note, b->note);
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
