/* Legistar's JSON of a matter: its History holds actions of bodies, some with the votes by name. Actions of one event are one meeting. */
#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "exchange/json_read.h"
#include "exchange/published_private.h"

/* NULL with error: when it was is not known. */
static struct published_meeting *meeting_of(struct reading *reading, const char *place, JsonObject *action, GError **error)
{
	g_autofree char *source = g_strdup_printf("event %" G_GINT64_FORMAT, json_read_number(action, "EventID"));
	instant_t starts = 0;
	for (guint i = 0; i < reading->meetings->len; i++) {
		struct published_meeting *meeting = reading->meetings->pdata[i];
		if (!strcmp(meeting->source, source))
			return meeting;
	}
	/* The published times are local ones with a Z behind them. */
	g_autofree char *when = g_strdup(json_read_text(action, "Date"));
	if (when && strlen(when) > 16)
		when[16] = '\0';
	if (!instant_parse(when ? when : "", reading->zone, &starts)) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: an action with a result has no good Date ('%s'), so its meeting is not known"), place, when ? when : "");
		return NULL;
	}
	struct published_meeting *meeting = published_meeting_new(source, json_read_text(action, "BodyName"), starts);
	g_ptr_array_add(reading->meetings, meeting);
	return meeting;
}

static bool take_action(struct reading *reading, const char *path, JsonObject *matter, guint number, JsonObject *action, GError **error)
{
	JsonArray *votes = json_read_list(action, "Votes");
	guint named = json_read_length(votes);
	if (!named && !json_read_text(action, reading->map->result))
		return true;
	if (!json_read_number(action, "EventID")) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: an action with a result has no EventID, so its meeting is not known"), path);
		return false;
	}
	const char *file = json_read_text(matter, "File"), *title = json_read_text(matter, "Name"), *what = json_read_text(action, "Action");
	g_autofree char *place = g_strdup_printf("%s: History %u", path, number);
	g_autofree char *words = g_strdup_printf("%s: %s", title ? title : "", what ? what : "");
	struct published_meeting *meeting = meeting_of(reading, place, action, error);
	if (!meeting)
		return false;
	struct published_vote *row = published_add_row(meeting, file, words);
	for (guint i = 0; i < named; i++) {
		JsonObject *vote = json_read_at(votes, i);
		const char *name = json_read_text(vote, "FullName"), *word = json_read_text(vote, "Vote");
		if (name)
			reading_ballot(reading, row, name, word ? word : "", place);
	}
	reading_row_done(reading, meeting, row, json_read_text(action, reading->map->result), place);
	return true;
}

bool published_legistar(struct reading *reading, const char *path, GError **error)
{
	g_autoptr(JsonParser) parser = json_parser_new();
	JsonObject *matter = json_read_file(parser, path, _("a matter"), error);
	JsonArray *history = json_read_list(matter, "History");
	bool good = matter != NULL;
	for (guint i = 0; good && i < json_read_length(history); i++) {
		JsonObject *action = json_read_at(history, i);
		good = !action || take_action(reading, path, matter, i + 1, action, error);
	}
	return good;
}
