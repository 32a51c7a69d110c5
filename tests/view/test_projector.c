/* The projector: what it shows at the sizes it is made for, and that nothing confidential is ever in a frame. */
#include <string.h>

#include "golden_file.h"
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
	shows(m, "open for debate");
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
	hides(m, "4 to 1");
	script_declare(m);
	shows(m, "4 to 1");
	g_autofree char *small = frame(m, 60, 16, false, m->called);
	g_assert_nonnull(strstr(small, "CARRIED  4 to 1"));
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
	g_assert_nonnull(strstr(ascii, "The public meeting continues afterwards."));
	for (const char *p = ascii; *p; p++)
		g_assert_true(*p == '\n' || (*p >= 32 && *p < 127));
	script_vote(m, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye");
	script_declare(m);
	script_do(m, EVENT(.kind = MEETING_CLOSED_LEFT));
	hides(m, "6 to 0");
	hides(m, "director");
	script_do(m, EVENT(.kind = MEETING_REPORTED_OUT, .text = TEXT("A decision was taken, 6 to 0.")));
	shows(m, "A decision was taken, 6 to 0.");
}

/* A motion of the public session that is reworded, amended or voted upon in closed session takes nothing of that out with it. */
static void test_closed_touches_open(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_item(m, 9);
	script_move(m, "1", "2", "main", "To decide on the report.");
	script_do(m, EVENT(.kind = MEETING_CLOSED_ANNOUNCED, .item = 9, .text = TEXT("Personnel")));
	script_do(m, EVENT(.kind = MEETING_CLOSED_ENTERED));
	script_do(m, EVENT(.kind = MEETING_RESTATED, .motion = 1, .text = TEXT("To dismiss the director.")));
	script_do(m, EVENT(.kind = MEETING_CLOSED_LEFT));
	hides(m, "dismiss");
	shows(m, "main motion");
	script_do(m, EVENT(.kind = MEETING_RESTATED, .motion = 1, .text = TEXT("To accept the report.")));
	shows(m, "To accept the report.");
	script_do(m, EVENT(.kind = MEETING_CLOSED_ANNOUNCED, .item = 9, .text = TEXT("Personnel")));
	script_do(m, EVENT(.kind = MEETING_CLOSED_ENTERED));
	script_move(m, "3", "4", "amend", "and pay 40,000");
	script_vote(m, "1=aye 2=aye 3=aye 4=aye 5=nay chair=aye");
	script_declare(m);
	script_vote(m, "1=aye 2=aye 3=aye 4=nay 5=nay chair=aye");
	script_declare(m);
	script_do(m, EVENT(.kind = MEETING_SPEAKER_QUEUED, .number = 1, .text = TEXT("A. Witness"), .note = TEXT("what was seen")));
	script_do(m, EVENT(.kind = MEETING_CLOSED_LEFT));
	hides(m, "40,000");
	hides(m, "4 to 2");
	script_do(m, EVENT(.kind = MEETING_SPEAKER_STARTED, .number = 1, .other = TEXT("180")));
	shows(m, "Public speaker");
	hides(m, "Witness");
	hides(m, "what was seen");
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
	g_assert_nonnull(strstr(ending, "20 s LEFT"));
	g_assert_nonnull(strstr(over, "OVER +0:20"));
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

/* A roster and agenda whose full titles, titles of cases, presenters and outcomes are marked. */
static struct meeting *marked_meeting(void)
{
	struct meeting *m = script_begin();
	for (guint i = 0; i < m->items->len; i++) {
		struct meeting_item *item = m->items->pdata[i];
		g_free(item->presenter);
		g_free(item->case_number);
		item->presenter = g_strdup(MARK " presenter");
		item->outcome = g_strdup(MARK " outcome");
		item->case_number = i % 3 ? NULL : g_strdup(MARK " case");
		if (!item->closed && !item->case_number && !item->public_title)
			continue;
		g_free(item->title);
		item->title = g_strdup(MARK " title");
		if (i % 2 && (item->closed || item->case_number))
			g_clear_pointer(&item->public_title, g_free);
	}
	return m;
}

/* Every text of every event carries the mark, but those few that the room may read. */
static void mark_event(struct meeting_event *event, const struct meeting *m)
{
	bool closed = m->phase == PHASE_CLOSED;
	event->text = TEXT(MARK " text");
	event->note = TEXT(MARK " note");
	switch (event->kind) {
	case MEETING_MOVED: case MEETING_RESTATED: event->text = closed ? TEXT(MARK " words") : m->seq % 2 ? TEXT("public words") : TEXT("other words"); event->note = closed ? TEXT(MARK " wording") : NULL; break;
	case MEETING_ITEM_ADDED: event->note = TEXT("public title"); break;
	case MEETING_SPEAKER_QUEUED: event->text = closed ? TEXT(MARK " speaker") : TEXT("R. Alder"); event->note = closed ? TEXT(MARK " topic") : TEXT("policy"); break;
	case MEETING_VOTE_OPENED: event->text = NULL; break;
	case MEETING_VOTE_DECLARED: event->text = closed ? TEXT(MARK " any") : TEXT("public"); event->note = NULL; break;
	case MEETING_REPORTED_OUT: event->text = closed ? TEXT(MARK " any") : TEXT("public"); break;
	default: break;
	}
}

static enum meeting_event_kind any_kind(GRand *chance)
{
	/* What is seldom possible is tried more often, what empties the room seldom. */
	static const enum meeting_event_kind often[] = { MEETING_CLOSED_ANNOUNCED, MEETING_CLOSED_ENTERED, MEETING_CLOSED_LEFT, MEETING_RESTATED, MEETING_MOVED,
		MEETING_SECONDED, MEETING_VOTE_OPENED, MEETING_VOTE_CAST, MEETING_VOTE_CAST, MEETING_VOTE_CAST, MEETING_VOTE_DECLARED, MEETING_VOTE_DECLARED,
		MEETING_SPEAKER_QUEUED, MEETING_SPEAKER_STARTED, MEETING_SPEAKER_ENDED, MEETING_VOTE_CORRECTED, MEETING_ARRIVED };
	static const enum meeting_event_kind seldom[] = { MEETING_LEFT, MEETING_ABSENT, MEETING_RECUSED, MEETING_RECESS, MEETING_WITHDRAWN,
		MEETING_FELL, MEETING_PRESIDING };
	enum meeting_event_kind kind = (enum meeting_event_kind) g_rand_int_range(chance, MEETING_ARRIVED, MEETING_ADJOURNED);
	for (guint i = 0; i < G_N_ELEMENTS(seldom); i++)
		if (kind == seldom[i] && g_rand_int_range(chance, 0, 10))
			return MEETING_ARRIVED;
	return g_rand_int_range(chance, 0, 3) ? often[g_rand_int_range(chance, 0, G_N_ELEMENTS(often))] : kind;
}

/* A word that fits the kind, mostly. */
static char *any_word(GRand *chance, const struct meeting *m, enum meeting_event_kind kind)
{
	static const char *const kinds[] = { "main", "main", "amend", "amend", "refer", "previous_question", "point_of_order", "closed_session", "recess" };
	static const char *const methods[] = { "roll", "roll", "roll", "hands", "voice", "consent" }, *const answers[] = { "aye", "aye", "aye", "nay", "abstain", "recuse", "pass" };
	static const char *const rulings[] = { "well_taken", "not_well_taken" }, *const results[] = { "carried", "failed", "no_action" };
	const struct vote *vote = meeting_open_vote(m);
	enum vote_result result = vote && meeting_vote_complete(m) ? meeting_vote_result(m, vote) : RESULT_NONE;
	switch (kind) {
	case MEETING_ARRIVED: return TEXT(g_rand_boolean(chance) ? "present" : "remote");
	case MEETING_RECUSED: return TEXT(g_rand_boolean(chance) ? "left" : "stays");
	case MEETING_MOVED: return TEXT(kinds[g_rand_int_range(chance, 0, G_N_ELEMENTS(kinds))]);
	case MEETING_VOTE_OPENED: return TEXT(methods[g_rand_int_range(chance, 0, G_N_ELEMENTS(methods))]);
	case MEETING_VOTE_CAST: case MEETING_VOTE_CORRECTED: return TEXT(answers[g_rand_int_range(chance, 0, G_N_ELEMENTS(answers))]);
	case MEETING_VOTE_DECLARED: return TEXT(result == RESULT_NONE ? results[g_rand_int_range(chance, 0, 3)] : vote_result_name(result));
	case MEETING_RULED: return TEXT(rulings[g_rand_int_range(chance, 0, 2)]);
	case MEETING_SPEAKER_QUEUED: return TEXT(g_rand_boolean(chance) ? "" : "interpreter");
	default: return NULL;
	}
}

static gint64 any_number(GRand *chance, const struct meeting *m, enum meeting_event_kind kind)
{
	if (kind == MEETING_VOTE_OPENED)
		return (gint64) m->votes->len + 1;
	if (kind == MEETING_SPEAKER_QUEUED)
		return (gint64) m->speakers->len + 1;
	if (kind >= MEETING_SPEAKER_STARTED && kind <= MEETING_SPEAKER_EXTENDED)
		return m->speakers->len ? g_rand_int_range(chance, MAX(1, (gint32) m->speakers->len - 3), (gint32) m->speakers->len + 1) : 0;
	return kind == MEETING_MOVED || kind == MEETING_ITEM_ADDED ? 0 : (gint64) m->votes->len;
}

static struct meeting_event any_event(GRand *chance, const struct meeting *m)
{
	static const char *const seats[] = { "1", "2", "3", "4", "5", "chair", "chair", "youth1", "alt1" };
	const struct motion *floor = meeting_floor(m);
	enum meeting_event_kind kind = any_kind(chance);
	const struct member *asked = kind == MEETING_VOTE_CAST ? meeting_member(m, meeting_next_voter(m)) : NULL;
	struct meeting_event event = { .kind = kind, .seq = m->seq + 1, .at = m->called + m->seq, .id = TEXT("x.1"), .who = TEXT(MARK " login"),
		.seat = asked ? asked->seat : TEXT(seats[g_rand_int_range(chance, 0, G_N_ELEMENTS(seats))]), .word = any_word(chance, m, kind),
		.number = any_number(chance, m, kind), .other = TEXT("180"), .item = g_rand_int_range(chance, 0, 11) };
	event.motion = kind == MEETING_MOVED ? (int) m->motions->len + 1 : floor ? floor->number : g_rand_int_range(chance, 0, (gint32) m->motions->len + 1);
	if (kind == MEETING_MOVED || kind == MEETING_ITEM_CLOSED || kind == MEETING_CLOSED_ANNOUNCED)
		event.item = m->item;
	if (kind == MEETING_ITEM_ADDED)
		event.item = (int) m->items->len + 1;
	mark_event(&event, m);
	if (kind == MEETING_VOTE_CORRECTED && m->votes->len)
		event.number = g_rand_int_range(chance, 1, (gint32) m->votes->len + 1);
	const struct vote *last = kind == MEETING_VOTE_CORRECTED ? meeting_vote(m, (int) event.number) : NULL;
	int member = meeting_seat(m, event.seat);
	if (last) {
		event.motion = last->motion;
		event.note = TEXT(vote_result_name(meeting_corrected_result(m, last, member, choice_find(event.word))));
	}
	return event;
}

/* Every text that the view holds, and frames at the sizes of the room and at any other, in each state of the projector. */
static void look(GRand *chance, const struct meeting *m, const struct meeting_event *last)
{
	instant_t now = m->called + m->seq + g_rand_int_range(chance, 0, 400);
	struct public_meeting *view = public_meeting_new(m, g_rand_int_range(chance, 0, 3), now, NULL);
	const char *texts[] = { view->body, view->when_day, view->item_number, view->item_title, view->next_number, view->next_title, view->motion_name, view->motion_text,
		view->mover, view->seconder, view->stage, view->needs, view->arithmetic, view->speaker, view->topic, view->reported, view->place, view->zone };
	for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
		if (texts[i] && strstr(texts[i], MARK))
			g_error("after event %" G_GINT64_FORMAT " (%s) text %u of the view is \"%s\"", m->seq, meeting_event_name(last->kind), i, texts[i]);
	for (guint i = 0; i < view->lines->len; i++)
		g_assert_null(strstr(g_array_index(view->lines, struct public_vote_line, i).name, MARK));
	int size = g_rand_int_range(chance, 0, 4), w = size == 0 ? 80 : size == 1 ? 120 : g_rand_int_range(chance, 1, 140), h = size == 0 ? 24 : size == 1 ? 40 : g_rand_int_range(chance, 1, 50);
	struct canvas *canvas = canvas_new(w, h, g_rand_boolean(chance));
	struct projector_state state = { .now = now, .blank = size == 2 && g_rand_boolean(chance), .card = size == 2 && g_rand_boolean(chance), .still = size == 1 ? now : 0 };
	projector_draw(canvas, view, &state);
	g_autofree char *text = canvas_to_text(canvas, true);
	if (strstr(text, MARK))
		g_error("a confidential word is on the projector after event %" G_GINT64_FORMAT ":\n%s", m->seq, text);
	canvas_free(canvas);
	public_meeting_free(view);
}

static void test_nothing_confidential(void)
{
	g_autoptr(GRand) chance = g_rand_new_with_seed(11);
	guint closed = 0, kinds[MEETING_EVENTS] = { 0 };
	for (int round = 0; round < 12; round++) {
		g_autoptr(meeting_t) m = marked_meeting();
		script_roll(m, "");
		for (int i = 0; i < 1500; i++) {
			struct meeting_event event = any_event(chance, m);
			if (!meeting_apply(m, &event, NULL))
				continue;
			kinds[event.kind]++;
			closed += m->phase == PHASE_CLOSED;
			look(chance, m, &event);
		}
	}
	/* It is a test only of what it reached. */
	static const enum meeting_event_kind reached[] = { MEETING_RESTATED, MEETING_VOTE_DECLARED, MEETING_VOTE_CORRECTED, MEETING_CLOSED_LEFT, MEETING_REPORTED_OUT,
		MEETING_SPEAKER_STARTED, MEETING_RECUSED, MEETING_NOTE, MEETING_EXCUSED, MEETING_ITEM_ADDED, MEETING_ITEM_CLOSED, MEETING_ITEM_OPENED, MEETING_RECESS };
	for (guint i = 0; i < G_N_ELEMENTS(reached); i++)
		if (!kinds[reached[i]])
			g_error("no event of the kind %s came about: the test says little", meeting_event_name(reached[i]));
	g_assert_cmpuint(closed, >, 200);
}

/* --- what it looks like --- */

static void golden(const char *name, const struct public_meeting *view, const struct projector_state *state)
{
	static const struct { int w, h; bool ascii; } forms[] = { { 80, 24, false }, { 120, 40, false }, { 80, 24, true }, { 120, 40, true }, { 40, 12, false }, { 12, 3, true } };
	g_autoptr(GString) out = g_string_new(NULL);
	g_autofree char *file = g_strdup_printf("projector-%s", name);
	for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
		struct canvas *canvas = canvas_new(forms[i].w, forms[i].h, forms[i].ascii);
		projector_draw(canvas, view, state);
		golden_add(out, canvas);
		canvas_free(canvas);
	}
	golden_compare(file, out->str);
}

static void golden_meeting(const char *name, const struct meeting *m, instant_t now)
{
	struct public_meeting *view = public_meeting_new(m, 0, now, "en");
	golden(name, view, &(struct projector_state) { .now = now });
	public_meeting_free(view);
}

#define POLICY "To adopt the revised body-worn camera policy, as amended, with release of footage to the Board within 10 days of a request, " \
	"effective 1 January 2025."

static void test_golden_vote(void)
{
	g_autoptr(meeting_t) m = script_begin();
	instant_t now = m->called + 2640;
	script_roll(m, "");
	golden_meeting("begins", m, now);
	script_item(m, 7);
	golden_meeting("item", m, now);
	script_move(m, "1", "2", "main", POLICY);
	golden_meeting("motion", m, now);
	script_vote(m, "1=aye 2=nay 3=aye");
	golden_meeting("roll", m, now);
	script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("4"), .word = TEXT("recuse")));
	script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("5"), .word = TEXT("aye")));
	script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("youth1"), .word = TEXT("aye")));
	script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("chair"), .word = TEXT("aye")));
	script_declare(m);
	golden_meeting("result", m, now);
	script_move(m, "1", "2", "main", "To thank the staff.");
	script_do(m, EVENT(.kind = MEETING_VOTE_OPENED, .motion = 2, .number = 2, .word = TEXT("consent")));
	golden_meeting("consent", m, now);
}

static void test_golden_clock(void)
{
	g_autoptr(meeting_t) m = script_begin();
	instant_t from = m->called + 300;
	script_roll(m, "");
	script_item(m, 3);
	script_do(m, EVENT(.kind = MEETING_SPEAKER_QUEUED, .number = 1, .text = TEXT("R. Alder"), .note = TEXT("body-worn cameras")));
	script_do(m, EVENT(.kind = MEETING_SPEAKER_QUEUED, .number = 2, .text = TEXT("M. Sato")));
	script_do(m, EVENT(.kind = MEETING_SPEAKER_STARTED, .number = 1, .other = TEXT("180"), .at = from));
	golden_meeting("speaker", m, from + 75);
	golden_meeting("speaker-over", m, from + 192);
}

/* Put up days before, it says which day is meant; the day beside the clock is that of the clock. */
static void test_days_before(void)
{
	struct public_meeting view = { .body = TEXT("Riverton Police Oversight Board"), .when_day = TEXT("2024-12-16"), .zone = TEXT("America/Chicago"),
		.starts = SCRIPT_BEGINS, .place = TEXT("City Hall, room 2") };
	struct projector_state state = { .now = SCRIPT_BEGINS - 6 * 86400 };
	struct canvas *canvas = canvas_new(80, 24, false);
	projector_draw(canvas, &view, &state);
	g_autofree char *text = canvas_to_text(canvas, true);
	canvas_free(canvas);
	g_assert_nonnull(strstr(text, "The meeting begins on Mon 16 Dec 2024 at"));
	g_assert_nonnull(strstr(text, "10 Dec 2024   18:00"));
}

static void test_golden_cards(void)
{
	struct public_meeting view = { .body = TEXT("Riverton Police Oversight Board"), .when_day = TEXT("2024-12-16"), .zone = TEXT("America/Chicago"),
		.starts = SCRIPT_BEGINS, .place = TEXT("City Hall, room 2") };
	struct projector_state state = { .now = SCRIPT_BEGINS - 600 };
	golden("welcome", &view, &state);
	view.phase = PHASE_CLOSED;
	view.blank = true;
	golden("closed", &view, &state);
	view.phase = PHASE_RECESS;
	view.blank = false;
	view.recess_until = SCRIPT_BEGINS + 4500;
	golden("recess", &view, &state);
	view.phase = PHASE_ADJOURNED;
	view.adjourned = SCRIPT_BEGINS + 7260;
	golden("adjourned", &view, &state);
	state.card = true;
	golden("test-card", &view, &state);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/projector/votes hidden until all are in", test_reveal);
	g_test_add_func("/projector/what is hidden cannot be told", test_hidden_tells_nothing);
	g_test_add_func("/projector/results", test_results);
	g_test_add_func("/projector/closed session", test_cards);
	g_test_add_func("/projector/closed session and a motion of the public one", test_closed_touches_open);
	g_test_add_func("/projector/clock of a speaker", test_clock);
	g_test_add_func("/projector/sizes", test_sizes);
	g_test_add_func("/projector/nothing confidential", test_nothing_confidential);
	g_test_add_func("/view/golden/projector vote", test_golden_vote);
	g_test_add_func("/view/golden/projector clock", test_golden_clock);
	g_test_add_func("/projector/days before", test_days_before);
	g_test_add_func("/view/golden/projector cards", test_golden_cards);
	return g_test_run();
}
