/*
 * A document of Popolo or Open Civic Data: events with their motions and votes. What our own export says in "extras" comes first, the words of
 * the format otherwise. Both formats are read alike: they differ in how an object is named ("id", "_id") and in where motions stand.
 */
#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "exchange/json_read.h"
#include "exchange/published_private.h"

struct document {
	struct reading *reading;
	const char *path;
	JsonObject *root;
	GHashTable *organizations, *persons;   /* id -> JsonObject * */
	GHashTable *events;                    /* id -> struct published_meeting *, owned by the reading */
	GHashTable *motions;                   /* id -> struct published_motion * */
	GHashTable *of_motions;                /* struct published_motion * -> struct published_meeting * */
};

static bool wrong(const struct document *document, GError **error, const char *format, ...) G_GNUC_PRINTF(3, 4);
static bool wrong(const struct document *document, GError **error, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *words = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, "%s: %s", document->path, words);
	return false;
}

static const char *id_of(JsonObject *object)
{
	const char *id = json_read_text(object, "_id");
	return id ? id : json_read_text(object, "id");
}

static void *known(GHashTable *table, const char *id)
{
	return id ? g_hash_table_lookup(table, id) : NULL;
}

static void index_list(GHashTable *to, JsonArray *list)
{
	for (guint i = 0; i < json_read_length(list); i++) {
		JsonObject *object = json_read_at(list, i);
		const char *id = id_of(object);
		if (id)
			g_hash_table_insert(to, (gpointer) id, object);
	}
}

/* A time, or midnight of a day in the zone. False with error; 0 where there is none. */
static bool read_time(const struct document *document, JsonObject *object, const char *key, instant_t *at, GError **error)
{
	const char *text = json_read_text(object, key);
	*at = 0;
	return !text || instant_parse(text, document->reading->zone, at) || wrong(document, error, _("'%s' is no time: '%s'"), key, text);
}

/* The same, but a day alone says nothing of the hour. */
static bool read_hour(const struct document *document, JsonObject *object, const char *key, instant_t *at, GError **error)
{
	const char *text = json_read_text(object, key);
	bool good = read_time(document, object, key, at, error);
	if (good && text && strlen(text) <= strlen("2024-12-16"))
		*at = 0;
	return good;
}

/* --- events --- */

static enum presence presence_of(const char *status)
{
	static const struct { const char *word; enum presence presence; } words[] = {
		{ "present", PRESENCE_PRESENT }, { "remote", PRESENCE_REMOTE }, { "absent", PRESENCE_ABSENT }, { "excused", PRESENCE_EXCUSED },
	};
	for (guint i = 0; i < G_N_ELEMENTS(words); i++)
		if (!g_strcmp0(words[i].word, status))
			return words[i].presence;
	return PRESENCE_UNKNOWN;
}

static void read_roster(struct published_meeting *meeting, JsonArray *roster)
{
	static const struct { const char *key; unsigned flag; } flags[] = {
		{ "voting", SEAT_VOTING }, { "quorum", SEAT_QUORUM }, { "advisory", SEAT_ADVISORY }, { "chair", SEAT_CHAIR },
	};
	for (guint i = 0; i < json_read_length(roster); i++) {
		JsonObject *one = json_read_at(roster, i);
		if (!json_read_text(one, "seat"))
			continue;
		struct published_member *member = published_add_member(meeting, json_read_text(one, "seat"), json_read_text(one, "name"));
		member->title = g_strdup(json_read_text(one, "title"));
		member->alternate_for = g_strdup(json_read_text(one, "alternate_for"));
		member->presence = presence_of(json_read_text(one, "status"));
		member->flags = 0;
		for (guint f = 0; f < G_N_ELEMENTS(flags); f++)
			member->flags |= json_read_flag(one, flags[f].key) ? flags[f].flag : 0;
	}
}

static void read_agenda(struct published_meeting *meeting, JsonArray *agenda)
{
	for (guint i = 0; i < json_read_length(agenda); i++) {
		JsonObject *one = json_read_at(agenda, i), *extras = json_read_object(one, "extras");
		const char *number = json_read_text(extras, "number");
		struct published_item *item = published_add_item(meeting, number || extras ? number : json_read_text(one, "order"), json_read_text(one, "description"));
		item->consent = json_read_flag(extras, "consent");
		item->closed = json_read_flag(extras, "closed_session");
		item->unposted = extras && json_object_has_member(extras, "posted") && !json_read_flag(extras, "posted");
		item->outcome = g_strdup(json_read_text(extras, "outcome"));
	}
}

static const char *place_of(JsonObject *event)
{
	JsonObject *location = json_read_object(event, "location");
	return location ? json_read_text(location, "name") : json_read_text(event, "location");
}

static bool read_event(struct document *document, JsonObject *event, GError **error)
{
	JsonObject *extras = json_read_object(event, "extras"), *organization = known(document->organizations, json_read_text(event, "organization_id"));
	const char *id = id_of(event), *key = json_read_text(extras, "key");
	instant_t starts, called, adjourned;
	if (!id)
		return wrong(document, error, _("an event has no id"));
	if (g_hash_table_contains(document->events, id))
		return wrong(document, error, _("event '%s' is given twice"), id);
	if (!read_time(document, event, "start_date", &starts, error) || !read_hour(document, event, "end_date", &adjourned, error) ||
		!read_time(document, extras, "called_to_order", &called, error))
		return false;
	if (!json_read_text(event, "start_date"))
		return wrong(document, error, _("event '%s' has no start_date"), id);
	struct published_meeting *meeting = published_meeting_new(key ? key : id, json_read_text(organization, "name"), starts);
	meeting->called = called;
	meeting->adjourned = adjourned;
	meeting->body = g_strdup(json_read_text(json_read_object(organization, "extras"), "body"));
	meeting->kind = g_strdup(json_read_text(event, "classification"));
	meeting->place = g_strdup(place_of(event));
	meeting->title = g_strdup(extras ? json_read_text(extras, "title") : json_read_text(event, "name"));
	read_roster(meeting, json_read_list(extras, "roster"));
	read_agenda(meeting, json_read_list(event, "agenda"));
	g_ptr_array_add(document->reading->meetings, meeting);
	g_hash_table_insert(document->events, (gpointer) id, meeting);
	return true;
}

/* --- motions --- */

static bool read_place(const struct document *document, JsonObject *extras, const char *key, guint most, int *to, GError **error)
{
	gint64 number = json_read_number(extras, key);
	*to = (int) CLAMP(number, 0, (gint64) most);
	return (number >= 0 && number <= (gint64) most) || wrong(document, error, _("'%s' is out of range"), key);
}

static bool read_motion(struct document *document, JsonObject *object, GError **error)
{
	JsonObject *extras = json_read_object(object, "extras");
	const char *id = id_of(object), *event = json_read_text(object, "event_id"), *moved_as = json_read_text(extras, "text_as_moved"), *text = json_read_text(object, "text");
	struct published_meeting *meeting = known(document->events, event);
	int item, about;
	if (!id || !meeting)
		return wrong(document, error, _("motion '%s' belongs to no event of this file (event_id)"), id ? id : "?");
	if (g_hash_table_contains(document->motions, id))
		return wrong(document, error, _("motion '%s' is given twice"), id);
	if (!read_place(document, extras, "item", meeting->items->len, &item, error) || !read_place(document, extras, "about", meeting->motions->len, &about, error))
		return false;
	struct published_motion *motion = published_add_motion(meeting, item, moved_as ? moved_as : text);
	motion->about = about;
	motion->restated = moved_as && text && strcmp(moved_as, text) != 0 ? g_strdup(text) : NULL;
	motion->kind = g_strdup(json_read_text(object, "classification"));
	motion->wording = g_strdup(json_read_text(extras, "would_read"));
	motion->mover = g_strdup(json_read_text(extras, "mover_seat"));
	motion->seconder = g_strdup(json_read_text(extras, "seconder_seat"));
	motion->ending = motion_state_find(json_read_text(extras, "disposition"));
	motion->ruling = g_strdup(json_read_text(extras, "ruling"));
	motion->ruling_why = g_strdup(json_read_text(extras, "ruling_why"));
	g_hash_table_insert(document->motions, (gpointer) id, motion);
	g_hash_table_insert(document->of_motions, motion, meeting);
	return read_hour(document, object, "date", &motion->moved, error);
}

/* --- votes --- */

static const char *voter_of(const struct document *document, const struct published_meeting *meeting, JsonObject *vote)
{
	const char *seat = json_read_text(json_read_object(vote, "extras"), "seat"), *name = json_read_text(vote, "voter_name");
	JsonObject *person = known(document->persons, json_read_text(vote, "voter_id"));
	return meeting->members->len ? seat : name ? name : json_read_text(person, "name");
}

static bool read_ballots(const struct document *document, const struct published_meeting *meeting, struct published_vote *vote, JsonArray *list, const char *place, GError **error)
{
	for (guint i = 0; i < json_read_length(list); i++) {
		JsonObject *one = json_read_at(list, i);
		JsonObject *extras = json_read_object(one, "extras");
		const char *voter = voter_of(document, meeting, one), *word = json_read_text(extras, "choice"), *option = json_read_text(one, "option");
		enum choice choice = choice_find(word);
		if (!voter)
			return wrong(document, error, _("a vote does not say whose it is (voter_id with its person, voter_name; extras.seat where there is a roster)"));
		if (word && choice == CHOICES)
			return wrong(document, error, _("'%s' is no answer in a roll call"), word);
		if (word)
			published_add_ballot(vote, voter, choice, choice == CHOICE_NONE ? json_read_text(extras, "published_as") : NULL);
		else
			reading_ballot(document->reading, vote, voter, option ? option : "", place);
	}
	return true;
}

static enum vote_result result_of(const char *word)
{
	for (enum vote_result result = RESULT_CARRIED; result <= RESULT_NO_ACTION; result++)
		if (!g_strcmp0(vote_result_name(result), word))
			return result;
	return RESULT_NONE;
}

/* The ballots of the file are those after the corrections; those before them come first. */
static void undo(struct published_vote *vote, const struct published_correction *correction)
{
	for (guint b = 0; b < vote->ballots->len; b++) {
		struct published_ballot *ballot = &g_array_index(vote->ballots, struct published_ballot, b);
		if (!g_strcmp0(ballot->member, correction->member))
			ballot->choice = correction->from;
	}
}

static bool read_corrections(const struct document *document, struct published_vote *vote, JsonArray *list, GError **error)
{
	for (guint i = 0; i < json_read_length(list); i++) {
		JsonObject *one = json_read_at(list, i);
		struct published_correction correction = { .from = choice_find(json_read_text(one, "was")), .to = choice_find(json_read_text(one, "is")),
			.after = result_of(json_read_text(one, "result_is")) };
		enum vote_result before = result_of(json_read_text(one, "result_was"));
		if (correction.from == CHOICES || correction.to == CHOICES || correction.after == RESULT_NONE || before == RESULT_NONE)
			return wrong(document, error, _("a correction does not say what was and is (was, is, result_was, result_is)"));
		if (!read_hour(document, one, "at", &correction.at, error))
			return false;
		vote->result = i == 0 ? before : vote->result;
		correction.member = g_strdup(json_read_text(one, "seat"));
		correction.why = g_strdup(json_read_text(one, "why"));
		g_array_append_val(vote->corrections, correction);
	}
	for (guint i = vote->corrections->len; i-- > 0;)
		undo(vote, &g_array_index(vote->corrections, struct published_correction, i));
	return true;
}

static void read_result(const struct document *document, struct published_motion *motion, struct published_vote *vote, JsonObject *object, JsonObject *extras)
{
	const char *method = json_read_text(extras, "method");
	g_autofree char *kind = NULL;
	reading_outcome(document->reading, vote, &kind, json_read_text(object, document->reading->map->result));
	if (extras) {
		g_free(vote->outcome);
		vote->outcome = g_strdup(json_read_text(extras, "outcome"));
		vote->threshold = g_strdup(json_read_text(extras, "threshold"));
		vote->result = json_read_text(extras, "result") ? result_of(json_read_text(extras, "result")) : vote->result;
	}
	if (!motion->kind)
		motion->kind = g_steal_pointer(&kind);
	vote->method = method ? vote_method_find(method) : vote->ballots->len ? METHOD_ROLL : METHOD_VOICE;
}

static bool read_vote(struct document *document, JsonObject *object, GError **error)
{
	JsonObject *extras = json_read_object(object, "extras");
	struct published_motion *motion = known(document->motions, json_read_text(object, "motion_id"));
	const struct published_meeting *meeting = motion ? g_hash_table_lookup(document->of_motions, motion) : NULL;
	const char *id = id_of(object);
	if (!motion)
		return wrong(document, error, _("vote event '%s' is about no motion of this file (motion_id)"), id ? id : "?");
	g_autofree char *place = g_strdup_printf("%s: vote event %s", document->path, id ? id : "?");
	struct published_vote *vote = published_add_vote(motion);
	if (!read_ballots(document, meeting, vote, json_read_list(object, "votes"), place, error) ||
		!read_ballots(document, meeting, vote, json_read_list(extras, "advisory_votes"), place, error))
		return false;
	read_result(document, motion, vote, object, extras);
	if (vote->method == METHODS)
		return wrong(document, error, _("vote event '%s' was taken by '%s', which is no way to vote"), id ? id : "?", json_read_text(extras, "method"));
	if (vote->result == RESULT_NONE)
		return wrong(document, error, _("vote event '%s' has no result that the map knows"), id ? id : "?");
	return read_hour(document, object, "start_date", &vote->declared, error) && read_corrections(document, vote, json_read_list(extras, "corrections"), error);
}

/* --- the whole --- */

static bool read_each(struct document *document, JsonArray *list, bool (*take)(struct document *document, JsonObject *object, GError **error), GError **error)
{
	for (guint i = 0; i < json_read_length(list); i++) {
		JsonObject *object = json_read_at(list, i);
		if (!object)
			return wrong(document, error, _("an event, motion or vote event is no object"));
		if (!take(document, object, error))
			return false;
	}
	return true;
}

static bool read_motions(struct document *document, GError **error)
{
	JsonArray *events = json_read_list(document->root, "events");
	bool good = read_each(document, json_read_list(document->root, "motions"), read_motion, error);
	for (guint i = 0; good && i < json_read_length(events); i++)
		good = read_each(document, json_read_list(json_read_object(json_read_at(events, i), "extras"), "motions"), read_motion, error);
	return good;
}

static bool read_all(struct document *document, GError **error)
{
	JsonArray *events = json_read_list(document->root, "events");
	if (!events)
		return wrong(document, error, _("there are no events in it; motions and votes need the event at which they were taken"));
	index_list(document->organizations, json_read_list(document->root, "organizations"));
	index_list(document->persons, json_read_list(document->root, "persons"));
	index_list(document->persons, json_read_list(document->root, "people"));
	return read_each(document, events, read_event, error) && read_motions(document, error) &&
		read_each(document, json_read_list(document->root, "vote_events"), read_vote, error);
}

bool published_document(struct reading *reading, const char *path, GError **error)
{
	g_autoptr(JsonParser) parser = json_parser_new();
	g_autoptr(GHashTable) organizations = g_hash_table_new(g_str_hash, g_str_equal), persons = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GHashTable) events = g_hash_table_new(g_str_hash, g_str_equal), motions = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GHashTable) of_motions = g_hash_table_new(NULL, NULL);
	struct document document = { reading, path, json_read_file(parser, path, _("a document"), error), organizations, persons, events, motions, of_motions };
	return document.root && read_all(&document, error);
}
