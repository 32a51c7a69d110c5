/*
 * The papers of a meeting: whole papers against tests/unit/papers (read them: `make update-papers` rewrites what is printed now), hostile
 * text in every field through every writer, and nothing of a closed session anywhere.
 */
#include "paper_check.h"
#include "meeting_script.h"

#include <json-glib/json-glib.h>
#include <string.h>
#include "base/text.h"
#include "domain/event_words.h"
#include "domain/minutes.h"
#include "exchange/journal_json.h"
#include "exchange/minutes_json.h"
#include "exchange/paper_format.h"

#define DO(meeting, ...) script_do(meeting, (struct meeting_event) { __VA_ARGS__ })
#define TEXT(words) (char *) (words)

/* --- what is printed --- */

static char *written(const struct meeting *meeting, const char *format, bool matrix)
{
	char *text = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&text, &length);
	if (!strcmp(format, "json")) {
		minutes_json_write(out, meeting);
	} else {
		g_autoptr(paper_t) paper = matrix ? minutes_matrix(meeting, NULL, "en") : minutes_paper(meeting, NULL, "en");
		paper_format_find(format)->write(out, paper);
	}
	fclose(out);
	g_assert_true(g_utf8_validate(text, (gssize) length, NULL));
	return text;
}

/* An item that was not posted for this meeting, but for one a few days earlier: the minutes say why nothing had to be found first. */
static void test_continued(void)
{
	g_autoptr(meeting_t) m = script_begin_with("Body-worn camera policy\t\thearing\taction\t\t\t25\t0\t0", "Body-worn camera policy\t\thearing\taction\t\t\t25\t0\t0\t1\t1734134400");
	const char *words = "It was posted for the meeting of Fri 13 Dec 2024, 18:00 and continued from it,";
	script_roll(m, "");
	script_item(m, 7);
	script_item(m, 3);
	script_item(m, 7);
	g_autofree char *text = written(m, "text", false), *json = written(m, "json", false);
	const char *first = strstr(text, words);
	g_assert_nonnull(first);
	g_assert_null(strstr(first + 1, words));      /* not again where it is resumed */
	g_assert_nonnull(strstr(json, "\"continued_from\" : \"2024-12-14T00:00:00Z\""));
}

/* --- a whole meeting --- */

static void all_roll(struct meeting *m)
{
	DO(m, .kind = MEETING_ARRIVED, .seat = TEXT("1"), .word = TEXT("present"));
	DO(m, .kind = MEETING_ARRIVED, .seat = TEXT("2"), .word = TEXT("remote"), .text = TEXT("just cause, Gov. Code 54953.8"));
	DO(m, .kind = MEETING_EXCUSED, .seat = TEXT("3"), .text = TEXT("SECRET surgery"));
	DO(m, .kind = MEETING_ARRIVED, .seat = TEXT("4"), .word = TEXT("present"));
	DO(m, .kind = MEETING_ABSENT, .seat = TEXT("5"));
	DO(m, .kind = MEETING_ARRIVED, .seat = TEXT("chair"), .word = TEXT("present"));
	DO(m, .kind = MEETING_ARRIVED, .seat = TEXT("youth1"), .word = TEXT("present"));
	DO(m, .kind = MEETING_ARRIVED, .seat = TEXT("alt4"), .word = TEXT("present"));
	DO(m, .kind = MEETING_ROLL_COMPLETED);
}

static void minutes_and_comment(struct meeting *m)
{
	script_item(m, 2);
	script_move(m, "1", "4", "minutes", NULL);
	DO(m, .kind = MEETING_VOTE_OPENED, .motion = 1, .number = 1, .word = TEXT("consent"));
	DO(m, .kind = MEETING_VOTE_DECLARED, .motion = 1, .number = 1, .word = TEXT("carried"));
	script_item(m, 3);
	DO(m, .kind = MEETING_SPEAKER_QUEUED, .number = 1, .item = 3, .text = TEXT("Rosa Delgado"), .note = TEXT("stops on Harbour Street"), .word = TEXT("interpreter"));
	DO(m, .kind = MEETING_SPEAKER_QUEUED, .number = 2, .item = 3);
	DO(m, .kind = MEETING_SPEAKER_QUEUED, .number = 3, .item = 3, .text = TEXT("Somebody Who Went Home"));
	DO(m, .kind = MEETING_SPEAKER_STARTED, .number = 1, .other = TEXT("360"));
	DO(m, .kind = MEETING_SPEAKER_ENDED, .number = 1);
	DO(m, .kind = MEETING_SPEAKER_REMOVED, .number = 3);
	DO(m, .kind = MEETING_SPEAKER_STARTED, .number = 2, .other = TEXT("180"));
	DO(m, .kind = MEETING_SPEAKER_ENDED, .number = 2);
	DO(m, .kind = MEETING_ARRIVED, .seat = TEXT("5"), .word = TEXT("present"));
}

static void consent_calendar(struct meeting *m)
{
	script_item(m, 4);
	DO(m, .kind = MEETING_ITEM_PULLED, .item = 5, .seat = TEXT("4"));
	script_move(m, "4", "5", "consent", NULL);
	DO(m, .kind = MEETING_VOTE_OPENED, .motion = 2, .number = 2, .word = TEXT("consent"));
	DO(m, .kind = MEETING_OBJECTED, .motion = 2, .number = 2, .seat = TEXT("2"));
	DO(m, .kind = MEETING_VOTE_OPENED, .motion = 2, .number = 3, .word = TEXT("voice"));
	DO(m, .kind = MEETING_VOTE_DECLARED, .motion = 2, .number = 3, .word = TEXT("carried"));
	script_item(m, 5);
	script_move(m, "4", NULL, "main", "To return the case for another interview.");
	DO(m, .kind = MEETING_FELL, .motion = 3);
	DO(m, .kind = MEETING_ITEM_CLOSED, .item = 5, .text = TEXT("Received and filed."));
}

static void policy(struct meeting *m)
{
	script_item(m, 7);
	script_move(m, "1", "2", "main", "To release footage within 30 days.");                         /* 4 */
	DO(m, .kind = MEETING_DEBATE, .motion = 4, .seat = TEXT("5"));
	DO(m, .kind = MEETING_MOVED, .motion = 5, .seat = TEXT("4"), .word = TEXT("amend"), .item = 7, .text = TEXT("\"30\" becomes \"10\""),
		.note = TEXT("To release footage within 10 days."));
	DO(m, .kind = MEETING_SECONDED, .motion = 5, .seat = TEXT("5"));
	script_vote(m, "1=aye 2=nay 4=aye 5=aye chair=aye youth1=nay");
	script_declare(m);
	script_move(m, "5", "1", "previous_question", NULL);                                            /* 6: two thirds, and fails with 3 to 2 */
	script_vote(m, "1=aye 2=nay 4=nay 5=aye chair=aye youth1=aye");
	script_declare(m);
	script_move(m, "2", NULL, "point_of_order", "Nobody read the amended motion aloud.");           /* 7 */
	DO(m, .kind = MEETING_RULED, .motion = 7, .word = TEXT("well_taken"), .text = TEXT("it is read now"));
	script_vote(m, "1=aye 2=nay 4=abstain 5=nay chair=aye youth1=aye");
	script_declare(m);
	int vote = (int) m->votes->len;
	DO(m, .kind = MEETING_VOTE_CORRECTED, .motion = 4, .number = vote, .seat = TEXT("5"), .word = TEXT("aye"), .text = TEXT("the clerk misheard"),
		.note = TEXT("carried"));
}

static void subpoena(struct meeting *m)
{
	script_item(m, 8);
	DO(m, .kind = MEETING_RECUSED, .seat = TEXT("4"), .item = 8, .word = TEXT("left"), .text = TEXT("her brother is a witness"));
	DO(m, .kind = MEETING_SEATED, .seat = TEXT("alt4"), .other = TEXT("4"));
	script_move(m, "alt4", "1", "main", "To issue the subpoena.");                                  /* 8 */
	DO(m, .kind = MEETING_RESTATED, .motion = 8, .text = TEXT("To issue the subpoena by Friday."));
	DO(m, .kind = MEETING_LEFT, .seat = TEXT("2"));
	DO(m, .kind = MEETING_LEFT, .seat = TEXT("5"));
	DO(m, .kind = MEETING_RECESS, .number = 10);
	DO(m, .kind = MEETING_ARRIVED, .seat = TEXT("5"), .word = TEXT("present"));
	DO(m, .kind = MEETING_RECONVENED);
	script_vote(m, "1=aye 5=aye chair=aye alt4=aye youth1=abstain");
	script_declare(m);
	DO(m, .kind = MEETING_RETURNED, .seat = TEXT("4"), .item = 8);
}

static void closed_session(struct meeting *m)
{
	DO(m, .kind = MEETING_CLOSED_ANNOUNCED, .item = 9, .text = TEXT("Personnel, Gov. Code 54957"));
	DO(m, .kind = MEETING_CLOSED_ENTERED);
	script_item(m, 9);
	DO(m, .kind = MEETING_NOTE, .item = 9, .text = TEXT("SECRET note"));
	DO(m, .kind = MEETING_RECUSED, .seat = TEXT("4"), .item = 9, .word = TEXT("left"), .text = TEXT("SECRET interest"));
	DO(m, .kind = MEETING_LEFT, .seat = TEXT("youth1"), .text = TEXT("SECRET why"));
	script_move(m, "1", "5", "main", "SECRET motion");                                              /* 9 */
	script_vote(m, "1=aye 5=aye chair=nay");
	DO(m, .kind = MEETING_LEFT, .seat = TEXT("alt4"));
	DO(m, .kind = MEETING_VOTE_CANCELLED, .motion = 9, .number = (int) m->votes->len, .text = TEXT("SECRET cancel"));
	DO(m, .kind = MEETING_WITHDRAWN, .motion = 9, .text = TEXT("SECRET withdrawal"));
	DO(m, .kind = MEETING_ITEM_CLOSED, .item = 9, .text = TEXT("SECRET outcome"));
	DO(m, .kind = MEETING_CLOSED_LEFT);
	DO(m, .kind = MEETING_REPORTED_OUT, .text = TEXT("No reportable action."));
	DO(m, .kind = MEETING_NOTE, .item = 9, .text = TEXT("SECRET afterthought on a closed item"));
}

static struct meeting *whole_meeting(void)
{
	struct meeting *m = script_begin();
	all_roll(m);
	minutes_and_comment(m);
	consent_calendar(m);
	policy(m);
	subpoena(m);
	closed_session(m);
	DO(m, .kind = MEETING_NOTE, .text = TEXT("The next meeting is on 20 January."));
	DO(m, .kind = MEETING_ADJOURNED);
	DO(m, .kind = MEETING_MINUTES_CORRECTED, .text = TEXT("Rosa Delgado spoke of Harbor Road, not Harbour Street."));
	return m;
}

static void test_whole(void)
{
	g_autoptr(meeting_t) m = whole_meeting();
	static const struct { const char *format, *file; bool matrix; } papers[] = {
		{ "text", "minutes.txt", false }, { "html", "minutes.html", false }, { "md", "minutes.md", false }, { "json", "minutes.json", false },
		{ "text", "matrix.txt", true }, { "html", "matrix.html", true },
	};
	for (guint i = 0; i < G_N_ELEMENTS(papers); i++) {
		g_autofree char *text = written(m, papers[i].format, papers[i].matrix);
		paper_has_not(text, "SECRET");
		paper_is(papers[i].file, text);
	}
}

/* The journal behind these papers: tests/cli/minutes.sh replays it and wants the same bytes. */
static void test_journal(void)
{
	g_autoptr(meeting_t) m = whole_meeting();
	char *text = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&text, &length);
	g_assert_true(journal_json_write(out, m->events, NULL));
	fclose(out);
	paper_is("journal.json", text);
	free(text);
}

/* The same journal applied once more gives the same bytes. */
static void test_same_bytes(void)
{
	g_autoptr(meeting_t) m = whole_meeting(), again = meeting_new();
	for (guint i = 0; i < m->events->len; i++)
		g_assert_true(meeting_apply(again, m->events->pdata[i], NULL));
	for (guint i = 0; i < 8; i++) {
		static const char *const formats[] = { "text", "html", "md", "json" };
		g_autofree char *one = written(m, formats[i % 4], i >= 4), *two = written(again, formats[i % 4], i >= 4);
		g_assert_cmpstr(one, ==, two);
	}
}

static void test_status(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	g_autofree char *open = written(m, "text", false);
	paper_has(open, "DRAFT: the meeting is not over");
	DO(m, .kind = MEETING_ADJOURNED);
	g_autofree char *draft = written(m, "text", false);
	paper_has(draft, "DRAFT, not yet approved");
	g_assert_cmpstr(minutes_status(m), ==, "draft");
	DO(m, .kind = MEETING_MINUTES_CORRECTED, .text = TEXT("a name"));
	g_assert_cmpstr(minutes_status(m), ==, "corrected");
	DO(m, .kind = MEETING_MINUTES_APPROVED, .text = TEXT("6 to 0 on 20 January"), .word = TEXT("as_corrected"));
	g_autofree char *approved = written(m, "text", false);
	paper_has(approved, "APPROVED as corrected: 6 to 0 on 20 January");
	paper_has_not(approved, "DRAFT");
}

/* --- what began in public and went on behind closed doors --- */

static void test_moved_in_public(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_item(m, 7);
	script_move(m, "1", NULL, "main", "To hire a director.");
	DO(m, .kind = MEETING_CLOSED_ANNOUNCED, .item = 9, .text = TEXT("Personnel"));
	DO(m, .kind = MEETING_CLOSED_ENTERED);
	DO(m, .kind = MEETING_SECONDED, .motion = 1, .seat = TEXT("2"));
	DO(m, .kind = MEETING_RESTATED, .motion = 1, .text = TEXT("SECRET To hire Ms. X."));
	DO(m, .kind = MEETING_DEBATE, .motion = 1, .seat = TEXT("5"));
	script_vote(m, "1=aye 2=aye 3=aye 4=nay 5=nay chair=aye youth1=aye youth2=aye");
	script_declare(m);
	DO(m, .kind = MEETING_ITEM_CLOSED, .item = 7, .text = TEXT("SECRET outcome"));
	DO(m, .kind = MEETING_CLOSED_LEFT);
	DO(m, .kind = MEETING_REPORTED_OUT, .text = TEXT("A director was hired."));
	static const char *const formats[] = { "text", "html", "md", "json" };
	for (guint i = 0; i < 8; i++) {
		g_autofree char *text = written(m, formats[i % 4], i >= 4);
		paper_has(text, "To hire a director.");
		paper_has_not(text, "SECRET");
		paper_has_not(text, "Noes");
		paper_has_not(text, "nay");
		paper_has_not(text, "CARRIED");
		paper_has_not(text, "\"carried\"");
	}
	g_autofree char *text = written(m, "text", false), *matrix = written(m, "text", true);
	paper_has(text, "Moved by Adaeze Okafor: To hire a director.");
	paper_has(text, "Disposition: taken up in closed session");
	paper_has_not(text, "Spoke to it");
	paper_has(matrix, "Adaeze Okafor        P     M\nBenedikt Lindqvist   P\n");
	paper_has(matrix, "Carried                    -\n");
}

/* Restated in closed session, adopted in public: the amendment brings its words into the main motion. */
static void test_amended_in_public(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_item(m, 7);
	script_move(m, "1", "2", "main", "To hire a director.");
	script_move(m, "3", "4", "amend", "at the usual pay");
	DO(m, .kind = MEETING_CLOSED_ANNOUNCED, .item = 9, .text = TEXT("Personnel"));
	DO(m, .kind = MEETING_CLOSED_ENTERED);
	DO(m, .kind = MEETING_RESTATED, .motion = 2, .text = TEXT("SECRET pay"));
	DO(m, .kind = MEETING_SPEAKER_QUEUED, .number = 1, .item = 7, .text = TEXT("SECRET person"), .note = TEXT("SECRET topic"));
	DO(m, .kind = MEETING_CLOSED_LEFT);
	DO(m, .kind = MEETING_SPEAKER_STARTED, .number = 1, .other = TEXT("180"));
	DO(m, .kind = MEETING_SPEAKER_ENDED, .number = 1);
	script_vote(m, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye youth1=aye youth2=aye");
	script_declare(m);
	script_vote(m, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye youth1=aye youth2=aye");
	script_declare(m);
	static const char *const formats[] = { "text", "html", "md", "json" };
	for (guint i = 0; i < 8; i++) {
		g_autofree char *text = written(m, formats[i % 4], i >= 4);
		paper_has(text, "To hire a director.");
		paper_has_not(text, "SECRET");
	}
}

/* The chair who was called and never came did not preside: the minutes do not say so. */
static void test_chair_away(void)
{
	g_autoptr(meeting_t) m = script_begin();
	g_autofree char *before = written(m, "text", false);
	paper_has(before, "presiding.");
	script_roll(m, "chair");
	DO(m, .kind = MEETING_PRESIDING, .seat = TEXT("1"));
	g_autofree char *text = written(m, "text", false);
	paper_has_not(text, "presiding.");
	paper_has(text, "Called to order at ");
	paper_has(text, "Adaeze Okafor took the chair at ");
	DO(m, .kind = MEETING_ARRIVED, .seat = TEXT("chair"), .word = TEXT("present"));
	g_autofree char *late = written(m, "text", false);
	paper_has_not(late, "presiding.");
}

/* --- votes --- */

static void test_sides_add_up(void)
{
	g_autoptr(meeting_t) m = whole_meeting();
	for (guint i = 0; i < m->votes->len; i++) {
		const struct vote *vote = m->votes->pdata[i];
		int counted = 0;
		for (guint b = 0; b < vote->ballots->len; b++)
			counted += g_array_index(vote->ballots, struct ballot, b).counts;
		const struct tally *t = &vote->tally;
		g_assert_cmpint(t->yes + t->no + t->abstain + t->recused + t->silent + t->absent + t->open, ==, counted);
	}
}

/* A motion is told in the language of who reads it, whatever the clerk's was. */
static void test_kind_in_language(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_item(m, 7);
	script_move(m, "1", NULL, "main", "To adopt the policy.");
	const struct meeting_event *moved = m->events->pdata[m->events->len - 1];
	const struct motion *motion = meeting_motion(m, 1);
	g_autofree char *first = event_words(m, moved, NULL, "en"), *second = event_words(m, moved, NULL, "es");
	g_assert_cmpstr(labels_get(&motion->kind->label, "es"), !=, labels_get(&motion->kind->label, "en"));
	g_assert_nonnull(strstr(first, labels_get(&motion->kind->label, "en")));
	g_assert_nonnull(strstr(second, labels_get(&motion->kind->label, "es")));
}

/* A tie where the rules bar action, under a chair who does not vote. */
static void test_tie(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "5");
	script_item(m, 7);
	m->procedure->rules.tie = TIE_NO_ACTION;
	m->procedure->rules.chair = CHAIR_WHEN_DECISIVE;
	script_move(m, "1", "2", "main", "To adopt the policy.");
	script_vote(m, "1=aye 2=aye 3=nay 4=nay youth1=aye youth2=aye");
	if (meeting_next_voter(m) >= 0)
		DO(m, .kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("chair"), .word = TEXT("abstain"));
	script_declare(m);
	g_autoptr(paper_t) paper = minutes_paper(m, NULL, "en");
	bool found = false;
	for (guint i = 0; i < paper->blocks->len; i++) {
		const struct block *block = paper->blocks->pdata[i];
		found |= block->text && g_str_has_prefix(block->text, "NO ACTION, 2 to 2, by roll call");
	}
	g_assert_true(found);
}

/* More motions than fit beside the names: bands, and never more than 80 cells. */
static void test_bands(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_item(m, 7);
	for (int i = 0; i < 17; i++) {
		script_move(m, "1", "2", "main", "To adopt 北京市公安局监督委员会 the policy that has a very long description, which goes on beyond the page's width.");
		script_vote(m, "1=aye 2=abstain 3=nay 4=aye 5=aye chair=aye youth1=abstain youth2=nay");
		script_declare(m);
	}
	g_autofree char *text = written(m, "text", true);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	int heads = 0;
	for (char **line = lines; *line; line++) {
		heads += g_str_has_prefix(*line, "Member ");
		g_assert_cmpint(text_width(*line), <=, 80);
	}
	g_assert_cmpint(heads, ==, 3);
	paper_has(text, "M Y");
	paper_has(text, "S AB");
	paper_has(text, "AB*");
}

/* --- text from outside --- */

#define HOSTILE "<script>alert(1)</script> \x1b[31m\x9b\x07 \xe2\x80\xae `rm` [x](javascript:1) | # - * _a_ &amp; \\ \"q\" =1+1\ttab\nline \xff"

static void hostile_meeting(struct meeting *m, const char *text)
{
	char *t = TEXT(text);
	script_do(m, (struct meeting_event) { .kind = MEETING_ARRIVED, .seat = TEXT("1"), .word = TEXT("remote"), .text = t, .who = t });
	for (guint i = 1; i < m->members->len; i++) {
		const struct member *member = meeting_member(m, (int) i);
		if (member->name && member->alternate_for < 0)
			DO(m, .kind = MEETING_ARRIVED, .seat = member->seat, .word = TEXT("present"));
	}
	DO(m, .kind = MEETING_ROLL_COMPLETED);
	DO(m, .kind = MEETING_ITEM_ADDED, .item = 11, .text = t, .note = t);
	script_item(m, 11);
	script_item(m, 7);
	DO(m, .kind = MEETING_NOTE, .item = 7, .text = t);
	DO(m, .kind = MEETING_SPEAKER_QUEUED, .number = 1, .item = 7, .text = t, .note = t);
	DO(m, .kind = MEETING_SPEAKER_STARTED, .number = 1, .other = TEXT("0"));
	DO(m, .kind = MEETING_RECUSED, .seat = TEXT("2"), .item = 7, .word = TEXT("left"), .text = t);
	script_move(m, "1", "3", "main", text);
	DO(m, .kind = MEETING_MOVED, .motion = 2, .seat = TEXT("3"), .word = TEXT("amend"), .text = t, .note = t, .item = 7);
	DO(m, .kind = MEETING_SECONDED, .motion = 2, .seat = TEXT("4"));
	DO(m, .kind = MEETING_WITHDRAWN, .motion = 2, .text = t);
	script_vote(m, "1=aye");
	DO(m, .kind = MEETING_VOTE_CANCELLED, .motion = 1, .number = 1, .text = t);
	script_vote(m, "1=aye 3=aye 4=aye 5=nay chair=aye youth1=aye youth2=aye");
	DO(m, .kind = MEETING_VOTE_DECLARED, .motion = 1, .number = 2, .word = TEXT("carried"), .text = t);
	script_do(m, (struct meeting_event) { .kind = MEETING_VOTE_CORRECTED, .motion = 1, .number = 2, .seat = TEXT("5"), .word = TEXT("aye"), .text = t,
		.note = TEXT("carried"), .who = t });
	script_move(m, "1", NULL, "point_of_order", text);
	DO(m, .kind = MEETING_RULED, .motion = 3, .word = TEXT("not_well_taken"), .text = t);
	DO(m, .kind = MEETING_ITEM_CLOSED, .item = 7, .text = t);
	DO(m, .kind = MEETING_RECESS, .text = t);
	DO(m, .kind = MEETING_RECONVENED);
	DO(m, .kind = MEETING_CLOSED_ANNOUNCED, .text = t);
	DO(m, .kind = MEETING_CLOSED_ENTERED);
	DO(m, .kind = MEETING_CLOSED_LEFT);
	DO(m, .kind = MEETING_REPORTED_OUT, .text = t);
	DO(m, .kind = MEETING_ADJOURNED);
	script_do(m, (struct meeting_event) { .kind = MEETING_MINUTES_CORRECTED, .text = t, .who = t });
	DO(m, .kind = MEETING_MINUTES_APPROVED, .text = t, .word = TEXT("as_corrected"));
}

static void set(char **field, const char *text)
{
	g_free(*field);
	*field = g_strdup(text);
}

/* A whole meeting in which every text is this one: also those of the frozen roster and agenda, in the state itself. */
static struct meeting *meeting_of(const char *text)
{
	struct meeting *m = script_begin();
	hostile_meeting(m, text);
	for (guint i = 0; i < m->members->len; i++) {
		struct member *member = m->members->pdata[i];
		if (member->name)
			set(&member->name, text);
		set(&member->title, text);
	}
	for (guint i = 0; i < m->items->len; i++) {
		struct meeting_item *item = m->items->pdata[i];
		set(&item->number, text);
		set(&item->public_title, text);
	}
	set(&m->board_name, text);
	set(&m->body_name, text);
	set(&m->record.kind, text);
	set(&m->record.place, text);
	set(&m->record.title, text);
	return m;
}

static void no_controls(const char *text)
{
	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if ((c < 0x20 && c != '\n') || (c >= 0x7f && c < 0xa0) || c == 0x202e)
			g_error("U+%04X in:\n%s", c, text);
	}
}

/* Every tag of the paper is one of the writer's own. */
static void check_html(const char *html)
{
	static const char *const own[] = { "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "b", "strong", "ul", "li",
		"table", "caption", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "div", NULL };
	for (const char *at = strchr(html, '<'); at; at = strchr(at + 1, '<')) {
		const char *name = at + 1 + (at[1] == '/');
		g_autofree char *tag = g_strndup(name, strspn(name, "!ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz123456"));
		if (!g_strv_contains(own, tag))
			g_error("the tag <%s> is not the writer's", tag);
	}
	paper_has_not(html, "&amp;amp;amp;");
}

static void check_md(const char *md)
{
	for (const char *at = md; (at = strpbrk(at, "`<[]")); at++)
		g_assert_true(at > md && at[-1] == '\\');
}

static void check_json(const char *text)
{
	g_autoptr(JsonParser) parser = json_parser_new();
	g_autoptr(GError) error = NULL;
	json_parser_load_from_data(parser, text, -1, &error);
	g_assert_no_error(error);
}

static void check_all(const struct meeting *m)
{
	g_autofree char *text = written(m, "text", false), *html = written(m, "html", false), *md = written(m, "md", false), *json = written(m, "json", false);
	g_autofree char *matrix = written(m, "text", true), *matrix_html = written(m, "html", true), *matrix_md = written(m, "md", true);
	const char *const all[] = { text, html, md, json, matrix, matrix_html, matrix_md };
	for (guint i = 0; i < G_N_ELEMENTS(all); i++)
		no_controls(all[i]);
	check_html(html);
	check_html(matrix_html);
	check_md(md);
	check_md(matrix_md);
	check_json(json);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1), rows = g_strsplit(matrix, "\n", -1);
	for (char **line = lines; *line; line++)
		g_assert_cmpint(text_width(*line), <=, 80);
	for (char **row = rows; *row; row++)
		g_assert_cmpint(text_width(*row), <=, 80);
}

static void test_hostile(void)
{
	g_autofree char *longest = g_strnfill(10240, 'N'), *wide = g_strdup("北京市公安局监督委员会北京市公安局监督委员会北京市公安局");
	const char *const texts[] = { HOSTILE, longest, wide, "    - four spaces, then a bullet", "1. not a list", "```", "---", " ", "%s%n%d", "</style><h1>", "a\r\nb" };
	for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autoptr(meeting_t) m = meeting_of(texts[i]);
		check_all(m);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/minutes/whole", test_whole);
	g_test_add_func("/minutes/journal", test_journal);
	g_test_add_func("/minutes/same-bytes", test_same_bytes);
	g_test_add_func("/minutes/status", test_status);
	g_test_add_func("/minutes/moved-in-public", test_moved_in_public);
	g_test_add_func("/minutes/amended-in-public", test_amended_in_public);
	g_test_add_func("/minutes/chair-away", test_chair_away);
	g_test_add_func("/minutes/sides-add-up", test_sides_add_up);
	g_test_add_func("/minutes/tie", test_tie);
	g_test_add_func("/minutes/a motion in another language", test_kind_in_language);
	g_test_add_func("/minutes/bands", test_bands);
	g_test_add_func("/minutes/hostile", test_hostile);
	g_test_add_func("/minutes/an item continued", test_continued);
	return g_test_run();
}
