/* The projector: what it shows at the sizes it is made for, and that nothing confidential is ever in a frame. */
#include <string.h>

#include "meeting_script.h"
#include "view/projector.h"

#define EVENT(...) ((struct meeting_event) { __VA_ARGS__ })
#define TEXT(words) (char *) (words)

static char *frame(const struct meeting *meeting, int w, int h, bool ascii, instant_t now)
{
	struct canvas *canvas = canvas_new(w, h, ascii);
	struct projector_state state = { .now = now };
	struct public_meeting *view = public_meeting_new(meeting, 0, now, NULL);
	projector_draw(canvas, view, &state);
	char *text = canvas_to_text(canvas, true);
	public_meeting_free(view);
	canvas_free(canvas);
	return text;
}

static void shows(const struct meeting *meeting, const char *words)
{
	g_autofree char *text = frame(meeting, 80, 24, false, meeting->called + 600);
	if (!strstr(text, words))
		g_error("\"%s\" is not in\n%s", words, text);
}

static void hides(const struct meeting *meeting, const char *words)
{
	g_autofree char *text = frame(meeting, 80, 24, false, meeting->called + 600);
	if (strstr(text, words))
		g_error("\"%s\" is in\n%s", words, text);
}

/* Until all are in, how a member voted is not shown, nor how many ayes there are; then it is. */
static void test_reveal(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "4");
	script_item(m, 7);
	script_move(m, "1", "2", "main", "To adopt the revised camera policy.");
	shows(m, "ITEM 4");
	shows(m, "BODY-WORN CAMERA POLICY");
	shows(m, "moved by Adaeze Okafor, seconded by Benedikt Lindqvist");
	shows(m, "To adopt the revised camera policy.");
	script_vote(m, "1=aye 2=nay 3=aye");
	shows(m, "3 of 5 have answered");
	hides(m, "NAY");
	m->procedure->rules.reveal = REVEAL_LIVE;
	shows(m, "NAY");
	m->procedure->rules.reveal = REVEAL_COMPLETE;
	script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("5"), .word = TEXT("aye")));
	script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("chair"), .word = TEXT("aye")));
	shows(m, "NAY");
	hides(m, "CARRIED");
	script_declare(m);
	shows(m, "CARRIED");
	shows(m, "4 to 1");
	shows(m, "Benedikt Lindqvist");
	shows(m, "Next: item 5");
}

/* What is hidden cannot be told from anything that is shown: whatever was answered, the frame is the same. */
static void test_hidden_tells_nothing(void)
{
	static const char *const answers[] = { "aye", "nay", "abstain", "recuse", "absent" };
	g_autofree char *first = NULL;
	for (guint i = 0; i < G_N_ELEMENTS(answers) * G_N_ELEMENTS(answers); i++) {
		g_autoptr(meeting_t) m = script_begin();
		g_autofree char *votes = g_strdup_printf("1=%s 2=%s", answers[i % 5], answers[i / 5]);
		script_roll(m, "");
		script_item(m, 7);
		script_move(m, "1", "2", "adopt_findings", "To adopt it.");
		script_vote(m, votes);
		g_autofree char *text = frame(m, 120, 40, false, m->called);
		if (!first)
			first = g_steal_pointer(&text);
		else if (strcmp(first, text))
			g_error("%s can be told from\n%s", votes, text);
	}
}

/* The result of an amendment is seen before the question goes on; a correction changes result and sum together. */
static void test_results(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_item(m, 7);
	script_move(m, "1", "2", "main", "Within 30 days.");
	script_move(m, "3", "4", "amend", "30 becomes 10");
	script_vote(m, "1=nay 2=nay 3=aye 4=aye 5=aye chair=aye");
	script_declare(m);
	shows(m, "30 becomes 10");
	shows(m, "4 to 2");
	script_do(m, EVENT(.kind = MEETING_NOTE, .text = TEXT("aside")));
	shows(m, "4 to 2");
	script_do(m, EVENT(.kind = MEETING_VOTE_CORRECTED, .motion = 2, .number = 1, .seat = TEXT("3"), .word = TEXT("nay"), .text = TEXT("misheard"), .note = TEXT("failed")));
	shows(m, "3 to 3");
	shows(m, "Y > N: 3 = 3");
	hides(m, "misheard");
	script_do(m, EVENT(.kind = MEETING_DEBATE, .motion = 1, .seat = TEXT("1")));
	hides(m, "3 to 3");
	shows(m, "Within 30 days");
}

static void test_cards(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_item(m, 9);
	script_do(m, EVENT(.kind = MEETING_CLOSED_ANNOUNCED, .item = 9, .text = TEXT("Personnel")));
	script_do(m, EVENT(.kind = MEETING_CLOSED_ENTERED));
	script_move(m, "1", "2", "main", "To name a new director.");
	hides(m, "MOTION");
	hides(m, "director");
	g_autofree char *ascii = frame(m, 80, 24, true, m->called);
	g_assert_nonnull(strstr(ascii, "CLOSED SESSION"));
	for (const char *p = ascii; *p; p++)
		g_assert_true(*p == '\n' || (*p >= 32 && *p < 127));
	script_vote(m, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye");
	script_declare(m);
	script_do(m, EVENT(.kind = MEETING_CLOSED_LEFT));
	hides(m, "CARRIED");
	hides(m, "director");
	script_do(m, EVENT(.kind = MEETING_REPORTED_OUT, .text = TEXT("A decision was taken, 6 to 0.")));
	shows(m, "A decision was taken, 6 to 0.");
}

static void test_clock(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_item(m, 3);
	script_do(m, EVENT(.kind = MEETING_SPEAKER_QUEUED, .number = 1, .text = TEXT("R. Alder")));
	script_do(m, EVENT(.kind = MEETING_SPEAKER_STARTED, .number = 1, .other = TEXT("180"), .at = m->called + 100));
	g_autofree char *running = frame(m, 80, 24, false, m->called + 130), *ending = frame(m, 80, 24, false, m->called + 260), *over = frame(m, 80, 24, false, m->called + 300);
	g_assert_nonnull(strstr(running, "RUNNING"));
	g_assert_nonnull(strstr(ending, "ENDING"));
	g_assert_nonnull(strstr(over, "OVER"));
}

static void test_sizes(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_item(m, 7);
	script_move(m, "1", "2", "main", "To adopt it.");
	script_vote(m, "1=aye 2=nay 3=abstain 4=recuse 5=aye chair=aye");
	for (int w = 1; w <= 130; w += w < 20 ? 1 : 11)
		for (int h = 1; h <= 45; h += h < 8 ? 1 : 4)
			g_free(frame(m, w, h, (w + h) % 2, m->called));
	struct canvas *canvas = canvas_new(80, 24, false);
	projector_draw(canvas, NULL, &(struct projector_state) { .card = true });
	g_autofree char *card = canvas_to_text(canvas, true);
	g_assert_nonnull(strstr(card, "24 rows"));
	canvas_free(canvas);
}

/* --- nothing confidential, whatever happens --- */

#define MARK "XQZ"

/* A roster and agenda whose closed titles, titles of cases and presenters are marked. */
static struct meeting *marked_meeting(void)
{
	struct meeting *m = script_begin();
	for (guint i = 0; i < m->items->len; i++) {
		struct meeting_item *item = m->items->pdata[i];
		g_free(item->presenter);
		g_free(item->case_number);
		item->presenter = g_strdup(MARK " presenter");
		item->case_number = i % 3 ? NULL : g_strdup(MARK " case");
		if (!item->closed && !item->case_number)
			continue;
		g_free(item->title);
		item->title = g_strdup(MARK " title");
		if (i % 2)
			g_clear_pointer(&item->public_title, g_free);
	}
	return m;
}

/* What the public must not read carries the mark: reasons, provisions, notes, and every word of a closed session. */
static void mark_event(struct meeting_event *event, const struct meeting *m)
{
	bool closed = m->phase == PHASE_CLOSED;
	switch (event->kind) {
	case MEETING_ARRIVED: case MEETING_LEFT: case MEETING_EXCUSED: case MEETING_RECUSED: case MEETING_VOTE_CANCELLED: case MEETING_WITHDRAWN:
	case MEETING_NOTE: case MEETING_TAKEN_OVER: case MEETING_RECESS: case MEETING_CLOSED_ANNOUNCED: event->text = TEXT(MARK " reason"); break;
	case MEETING_MOVED: case MEETING_RESTATED: event->text = closed ? TEXT(MARK " words") : TEXT("public words"); event->note = closed ? TEXT(MARK " wording") : NULL; break;
	case MEETING_ITEM_ADDED: event->text = TEXT(MARK " full title"); event->note = TEXT("public title"); break;
	case MEETING_SPEAKER_QUEUED: event->text = closed ? TEXT(MARK " speaker") : TEXT("R. Alder"); break;
	default: event->text = closed ? TEXT(MARK " any") : TEXT("public"); break;
	}
}

static void look(const struct meeting *m, instant_t now)
{
	static const int sizes[][2] = { { 80, 24 }, { 120, 40 }, { 40, 10 } };
	for (guint s = 0; s < G_N_ELEMENTS(sizes); s++) {
		g_autofree char *text = frame(m, sizes[s][0], sizes[s][1], s == 2, now);
		if (strstr(text, MARK))
			g_error("a confidential word is on the projector after event %" G_GINT64_FORMAT ":\n%s", m->seq, text);
	}
}

static void test_nothing_confidential(void)
{
	static const char *const words[] = { "present", "left", "main", "amend", "roll", "voice", "consent", "aye", "nay", "recuse", "carried", "failed", "stays",
		"previous_question", "urgency", "closed_session" };
	static const char *const seats[] = { "1", "2", "3", "4", "5", "chair", "youth1", "alt1" };
	g_autoptr(GRand) chance = g_rand_new_with_seed(11);
	guint applied = 0, closed = 0;
	for (int round = 0; round < 12; round++) {
		g_autoptr(meeting_t) m = marked_meeting();
		script_roll(m, "");
		for (int i = 0; i < 2500; i++) {
			const struct motion *floor = meeting_floor(m);
			struct meeting_event event = { .kind = g_rand_int_range(chance, MEETING_ARRIVED, MEETING_ADJOURNED), .seq = m->seq + 1, .at = m->called + i,
				.id = TEXT("x.1"), .who = TEXT("x"), .seat = TEXT(seats[g_rand_int_range(chance, 0, G_N_ELEMENTS(seats))]),
				.word = TEXT(words[g_rand_int_range(chance, 0, G_N_ELEMENTS(words))]), .item = g_rand_int_range(chance, 0, 12) };
			mark_event(&event, m);
			event.motion = event.kind == MEETING_MOVED ? (int) m->motions->len + 1 : floor ? floor->number : 1;
			event.number = event.kind == MEETING_VOTE_OPENED ? (gint64) m->votes->len + 1 : event.kind == MEETING_SPEAKER_QUEUED ? (gint64) m->speakers->len + 1
				: event.kind == MEETING_MOVED ? 0 : event.kind >= MEETING_SPEAKER_STARTED && event.kind <= MEETING_SPEAKER_EXTENDED ? (gint64) m->speakers->len : (gint64) m->votes->len;
			if (event.kind == MEETING_VOTE_OPENED)
				event.text = NULL;
			if (event.kind == MEETING_MOVED)
				event.item = m->item;
			if (event.kind == MEETING_SPEAKER_STARTED)
				event.other = TEXT("180");
			if (!meeting_apply(m, &event, NULL))
				continue;
			applied++;
			closed += m->phase == PHASE_CLOSED;
			look(m, m->called + i);
		}
	}
	g_assert_cmpuint(applied, >, 500);
	g_assert_cmpuint(closed, >, 20);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/projector/votes hidden until all are in", test_reveal);
	g_test_add_func("/projector/what is hidden cannot be told", test_hidden_tells_nothing);
	g_test_add_func("/projector/results", test_results);
	g_test_add_func("/projector/closed session", test_cards);
	g_test_add_func("/projector/clock of a speaker", test_clock);
	g_test_add_func("/projector/sizes", test_sizes);
	g_test_add_func("/projector/nothing confidential", test_nothing_confidential);
	return g_test_run();
}
