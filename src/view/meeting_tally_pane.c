/* The count, what is still possible, and the arithmetic of the result. */
#include "view/meeting_view.h"

struct count { const char *word; int n; enum role role; };

static void count_row(const struct pane *pane, struct rect inside, int y, const struct count *count, int most)
{
	const char *block = pane->canvas->ascii ? "#" : "█";
	int room = inside.w - 14, bar = most > 0 ? (count->n * MIN(room, most * 2) + most - 1) / most : 0;
	canvas_text(pane->canvas, inside, inside.x, y, 8, ROLE_TEXT, count->word);
	canvas_printf(pane->canvas, inside, inside.x + 9, y, 3, count->role, "%2d", count->n);
	canvas_fill(pane->canvas, rect_intersect(inside, (struct rect) { inside.x + 13, y, CLAMP(bar, 0, MAX(room, 0)), 1 }), count->role, block);
}

static int counts(const struct pane *pane, struct rect inside, const struct vote *vote)
{
	const struct tally *tally = &vote->tally;
	const struct count all[] = {
		{ _("AYE"), tally->yes, ROLE_ACCENT }, { _("NAY"), tally->no, ROLE_ALERT }, { _("ABSTAIN"), tally->abstain, ROLE_WARN },
		{ _("RECUSED"), tally->recused, ROLE_DIM }, { _("ABSENT"), tally->absent, ROLE_DIM }, { _("SILENT"), tally->silent, ROLE_DIM }, { _("LEFT"), tally->open, ROLE_TEXT },
	};
	int most = MAX(1, tally->yes + tally->no + tally->abstain + tally->recused + tally->absent + tally->silent + tally->open), y = inside.y;
	for (guint i = 0; i < G_N_ELEMENTS(all) && y < inside.y + inside.h; i++) {
		bool always = i < 3 || i + 1 == G_N_ELEMENTS(all);
		if (all[i].n || (always && inside.h >= 7))
			count_row(pane, inside, y++, &all[i], most);
	}
	return y;
}

static void advisory_line(const struct pane *pane, struct rect inside, int y, const struct vote *vote)
{
	int yes = 0, no = 0;
	for (guint i = 0; i < vote->ballots->len; i++) {
		const struct ballot *ballot = &g_array_index(vote->ballots, struct ballot, i);
		yes += !ballot->counts && ballot->choice == CHOICE_AYE;
		no += !ballot->counts && ballot->choice == CHOICE_NAY;
	}
	if (yes + no && y < inside.y + inside.h)
		canvas_printf(pane->canvas, inside, inside.x, y, inside.w, ROLE_DIM, _("advisory %d to %d, not counted"), yes, no);
}

static void open_vote(const struct pane *pane, struct rect inside, const struct meeting *meeting, const struct vote *vote)
{
	struct outlook outlook = meeting_outlook(meeting, vote);
	g_autofree char *words = outlook_words(&outlook), *sum = tally_arithmetic(vote->threshold, &vote->tally, &meeting->procedure->rules);
	bool complete = meeting_vote_complete(meeting);
	/* The words that decide are never pushed out by the bars. */
	struct rect above = { inside.x, inside.y, inside.w, MAX(inside.h - 2, 1) };
	int y = counts(pane, above, vote);
	y = MIN(y, inside.y + inside.h - 2);
	if (!meeting_quorum(meeting).there) {
		y = pane_wrapped(pane, inside, y, ROLE_ALERT, _("NO QUORUM: no result"));
	} else if (complete) {
		g_autofree char *due = g_strdup_printf(_("by the rules %s; D declares"), result_words(meeting_vote_result(meeting, vote)));
		y = pane_wrapped(pane, inside, y, ROLE_HEADING, due);
	} else {
		y = pane_wrapped(pane, inside, y, outlook.can_carry ? ROLE_HEADING : ROLE_WARN, words);
	}
	y = pane_wrapped(pane, inside, y, ROLE_DIM, sum);
	advisory_line(pane, inside, y, vote);
}

static int result_lines(const struct pane *pane, struct rect inside, const struct meeting *meeting, const struct vote *vote)
{
	const struct motion *motion = meeting_motion(meeting, vote->motion);
	g_autofree char *name = motion_name(meeting, motion), *words = g_strdup_printf(_("MOTION %s %s"), name, result_words(vote->result));
	g_autofree char *upper = g_utf8_strup(words, -1);
	int y = pane_wrapped(pane, inside, inside.y, vote->result == RESULT_CARRIED ? ROLE_ACCENT : ROLE_ALERT, upper);
	y = pane_wrapped(pane, inside, y, ROLE_DIM, vote->arithmetic && *vote->arithmetic ? vote->arithmetic : method_words(vote->method));
	if (vote->corrections->len)
		y = pane_wrapped(pane, inside, y, ROLE_WARN, _("corrected after the result"));
	return y;
}

static void attendance(const struct pane *pane, struct rect inside, const struct meeting *meeting)
{
	struct quorum quorum = meeting_quorum(meeting);
	char clock[8];
	g_autofree char *present = g_strdup_printf(_("%d of %d"), quorum.present, quorum.in_office), *needed = g_strdup_printf("%d", quorum.needed);
	struct pace pace = meeting_pace(meeting, pane->scene->now);
	g_autofree char *elapsed = agenda_minutes(pace.elapsed);
	int y = meeting_fact(pane, inside, inside.y, _("Present"), 12, present);
	y = meeting_fact(pane, inside, y, _("Quorum"), 12, needed);
	if (!quorum.there)
		y = pane_wrapped(pane, inside, y, ROLE_ALERT, _("NO QUORUM: no vote may be taken"));
	y = meeting_fact(pane, inside, y, _("Elapsed"), 12, elapsed);
	if (pace.expected_end && meeting->phase != PHASE_ADJOURNED)
		meeting_fact(pane, inside, y, _("Ends about"), 12, meeting_clock(pane, pace.expected_end, clock));
}

void meeting_tally_pane_draw(const struct pane *pane)
{
	const struct meeting *meeting = meeting_of(pane);
	const struct vote *vote = meeting ? meeting_shown_vote(meeting) : NULL;
	bool names = vote && (vote->method == METHOD_ROLL || vote->method == METHOD_HANDS);
	const char *title = !vote ? _("Attendance") : vote->open ? _("Tally, not final") : _("Result");
	struct rect inside = pane_box(pane, title, NULL);
	inside.x++, inside.w -= 2;
	if (!meeting || meeting->phase == PHASE_NONE)
		return;
	if (!vote) {
		attendance(pane, inside, meeting);
	} else if (vote->open && names) {
		open_vote(pane, inside, meeting, vote);
	} else if (vote->open) {
		pane_wrapped(pane, inside, inside.y, ROLE_TEXT, vote->method == METHOD_CONSENT ? _("Is there any objection? o records one, D declares it adopted.")
			: _("D declares what the chair heard."));
	} else {
		int y = result_lines(pane, inside, meeting, vote);
		struct rect below = { inside.x, y, inside.w, inside.y + inside.h - y };
		if (names && below.h > 0)
			advisory_line(pane, inside, counts(pane, below, vote), vote);
	}
}
