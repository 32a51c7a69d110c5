#include "meeting_script.h"

#include <string.h>

char *script_frozen(void)
{
	const char *top = g_getenv("top_srcdir");
	g_autofree char *path = g_build_filename(top ? top : ".", "tests/unit/meeting.frozen", NULL);
	char *text = NULL;
	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	return text;
}

void script_do(struct meeting *meeting, struct meeting_event event)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *id = g_strdup_printf("5c2197.%" G_GINT64_FORMAT, meeting->seq + 1);
	event.seq = meeting->seq + 1;
	event.at = event.at ? event.at : SCRIPT_BEGINS + meeting->seq * 10;
	event.id = event.id ? event.id : id;
	event.who = event.who ? event.who : (char *) "clerk";
	g_strlcpy(event.prev, meeting->head, sizeof event.prev);
	meeting_event_hash(&event, event.hash);
	if (!meeting_apply(meeting, &event, &error))
		g_error("event %" G_GINT64_FORMAT " (%s) was refused: %s", event.seq, meeting_event_name(event.kind), error->message);
}

void script_refused(struct meeting *meeting, struct meeting_event event, const char *words)
{
	g_autoptr(GError) error = NULL;
	event.at = event.at ? event.at : SCRIPT_BEGINS + meeting->seq * 10;
	event.id = event.id ? event.id : (char *) "5c2197.x";
	event.who = (char *) "clerk";
	gint64 before = meeting->seq;
	if (meeting_apply(meeting, &event, &error))
		g_error("%s was not refused (%s)", meeting_event_name(event.kind), words);
	g_assert_cmpint(meeting->seq, ==, before);
	if (!strstr(error->message, words))
		g_error("the refusal \"%s\" does not say \"%s\"", error->message, words);
}

struct meeting *script_begin_with(const char *from, const char *to)
{
	g_autofree char *frozen = script_frozen();
	struct meeting *meeting = meeting_new();
	if (from) {
		g_auto(GStrv) parts = g_strsplit(frozen, from, 2);
		g_assert_cmpuint(g_strv_length(parts), ==, 2);
		g_free(frozen);
		frozen = g_strjoinv(to, parts);
	}
	script_do(meeting, (struct meeting_event) { .kind = MEETING_CALLED, .text = frozen });
	return meeting;
}

struct meeting *script_begin(void)
{
	return script_begin_with(NULL, NULL);
}

void script_roll(struct meeting *meeting, const char *absent)
{
	g_auto(GStrv) away = g_strsplit(absent, " ", -1);
	for (guint i = 0; i < meeting->members->len; i++) {
		const struct member *member = meeting->members->pdata[i];
		bool gone = g_strv_contains((const char *const *) away, member->seat);
		if (!member->name)
			continue;
		if (gone)
			script_do(meeting, (struct meeting_event) { .kind = MEETING_ABSENT, .seat = member->seat });
		else if (member->alternate_for < 0)
			script_do(meeting, (struct meeting_event) { .kind = MEETING_ARRIVED, .seat = member->seat, .word = (char *) "present" });
	}
	script_do(meeting, (struct meeting_event) { .kind = MEETING_ROLL_COMPLETED });
}

void script_item(struct meeting *meeting, int position)
{
	script_do(meeting, (struct meeting_event) { .kind = MEETING_ITEM_OPENED, .item = position });
}

int script_move(struct meeting *meeting, const char *mover, const char *seconder, const char *kind, const char *text)
{
	int number = (int) meeting->motions->len + 1;
	script_do(meeting, (struct meeting_event) { .kind = MEETING_MOVED, .motion = number, .seat = (char *) mover, .word = (char *) kind,
		.text = (char *) text, .item = meeting->item });
	if (seconder)
		script_do(meeting, (struct meeting_event) { .kind = MEETING_SECONDED, .motion = number, .seat = (char *) seconder });
	return number;
}

void script_vote(struct meeting *meeting, const char *answers)
{
	g_auto(GStrv) each = g_strsplit(answers, " ", -1);
	int motion = meeting_floor(meeting)->number, vote = (int) meeting->votes->len + 1;
	script_do(meeting, (struct meeting_event) { .kind = MEETING_VOTE_OPENED, .motion = motion, .number = vote, .word = (char *) "roll" });
	for (char **answer = each; *answers && *answer; answer++) {
		g_auto(GStrv) pair = g_strsplit(*answer, "=", 2);
		script_do(meeting, (struct meeting_event) { .kind = MEETING_VOTE_CAST, .motion = motion, .number = vote, .seat = pair[0], .word = pair[1] });
	}
}

void script_declare(struct meeting *meeting)
{
	const struct vote *vote = meeting_open_vote(meeting);
	g_autofree char *sum = tally_arithmetic(vote->threshold, &vote->tally, &meeting->procedure->rules);
	script_do(meeting, (struct meeting_event) { .kind = MEETING_VOTE_DECLARED, .motion = vote->motion, .number = vote->number,
		.word = (char *) vote_result_name(meeting_vote_result(meeting, vote)), .text = sum });
}
