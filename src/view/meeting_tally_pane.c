/* The count, what is still possible, and the arithmetic of the result; between votes, who is here. */
#include "view/big_text.h"
#include "view/meeting_view.h"

enum { WORD = 9, NUMBER = 3, BAR = WORD + NUMBER + 1, PER_VOTE = 2, LABEL = 11 };

/* --- counts --- */

struct count { const char *word; int n; enum choice choice; bool always; };

static char *names_with(const struct meeting *meeting, const struct vote *vote, enum choice choice)
{
	GString *names = g_string_new(NULL);
	for (guint i = 0; i < vote->ballots->len; i++) {
		const struct ballot *ballot = &g_array_index(vote->ballots, struct ballot, i);
		if (ballot->counts && ballot->choice == choice)
			g_string_append_printf(names, "%s%s", names->len ? ", " : "", meeting_member_name(meeting, ballot->member));
	}
	return g_string_free(names, FALSE);
}

/* A bar of the votes, hollow for those still to come; the names where all of them fit. */
static void count_row(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting, const struct vote *vote, const struct count *count, int per, int wanted)
{
	int cells = count->n * per, more = wanted * per, end = BAR + cells + more;
	enum role role = choice_role(count->choice);
	canvas_text(pane->canvas, inside, inside.x, y, WORD - 1, count->n ? ROLE_TEXT : ROLE_DIM, count->word);
	canvas_printf(pane->canvas, inside, inside.x + WORD, y, NUMBER, count->n ? ROLE_HEADING : ROLE_DIM, "%2d", count->n);
	meeting_bar(pane, inside, inside.x + BAR, y, cells, role, count->choice == CHOICE_NONE);
	meeting_bar(pane, inside, inside.x + BAR + cells, y, more, role, true);
	if (count->choice == CHOICE_NONE || !count->n || !vote_by_names(vote))
		return;
	g_autofree char *names = names_with(meeting, vote, count->choice);
	if (canvas_width(pane->canvas, names) < inside.w - end)
		canvas_text(pane->canvas, inside, inside.x + end + (end > BAR), y, inside.w - end, ROLE_DIM, names);
}

/* Further ayes that carry it whatever the others do, as they are drawn behind the ayes; 0 where that is not open. */
static int ayes_wanted(const struct meeting *meeting, const struct vote *vote)
{
	struct outlook outlook = meeting_outlook(meeting, vote);
	return vote->open && outlook.can_carry && outlook.needs > 0 ? MIN(outlook.needs, vote->tally.open) : 0;
}

static void others_row(const struct pane *pane, struct rect inside, int y, const struct count *counts, int n)
{
	g_autoptr(GString) words = g_string_new(NULL);
	for (int i = 0; i < n; i++)
		if (counts[i].n)
			g_string_append_printf(words, "%s%s %d", words->len ? ", " : "", counts[i].word, counts[i].n);
	canvas_text(pane->canvas, inside, inside.x, y, inside.w, ROLE_DIM, words->str);
}

static int counts(const struct pane *pane, struct rect inside, const struct meeting *meeting, const struct vote *vote)
{
	const struct tally *tally = &vote->tally;
	const struct count all[] = {
		{ _("AYE"), tally->yes, CHOICE_AYE, true }, { _("NAY"), tally->no, CHOICE_NAY, true }, { _("ABSTAIN"), tally->abstain, CHOICE_ABSTAIN, inside.h >= 7 },
		{ _("RECUSED"), tally->recused, CHOICE_RECUSE, inside.h >= 9 }, { _("ABSENT"), tally->absent, CHOICE_ABSENT, false },
		{ _("SILENT"), tally->silent, CHOICE_SILENT, false }, { _("NO VOTE"), tally->untrained, CHOICE_UNTRAINED, false }, { _("LEFT"), tally->open, CHOICE_NONE, false },
	};
	int voters = tally->yes + tally->no + tally->abstain + tally->recused + tally->absent + tally->silent + tally->untrained + tally->open;
	int per = voters * PER_VOTE <= inside.w - BAR ? PER_VOTE : 1, shown = 0, y = inside.y, left = G_N_ELEMENTS(all) - 1;
	for (guint i = 0; i < G_N_ELEMENTS(all); i++)
		shown += all[i].n || all[i].always;
	int step = shown * 2 <= inside.h ? 2 : 1;
	/* Too little room: yes, no and what is left keep their rows, the others share one. */
	bool shared = shown > inside.h;
	for (int i = 0; i <= left && y < inside.y + inside.h; i++) {
		if ((!all[i].n && !all[i].always) || (shared && i > 1 && i < left))
			continue;
		if (shared && i == left && inside.h > 3)
			others_row(pane, inside, y++, &all[2], left - 2);
		count_row(pane, inside, y, meeting, vote, &all[i], per, all[i].choice == CHOICE_AYE ? ayes_wanted(meeting, vote) : 0);
		y += step;
	}
	if (shared && !vote->open && y < inside.y + inside.h)
		others_row(pane, inside, y++, &all[2], left - 2);
	return MIN(y, inside.y + inside.h);
}

static char *advisory_words(const struct vote *vote)
{
	int yes = 0, no = 0;
	for (guint i = 0; i < vote->ballots->len; i++) {
		const struct ballot *ballot = &g_array_index(vote->ballots, struct ballot, i);
		yes += !ballot->counts && ballot->choice == CHOICE_AYE;
		no += !ballot->counts && ballot->choice == CHOICE_NAY;
	}
	return yes + no ? g_strdup_printf(_("advisory %d to %d, not counted"), yes, no) : NULL;
}

/* --- a vote that is open --- */

static void open_vote(const struct pane *pane, struct rect inside, const struct meeting *meeting, const struct vote *vote)
{
	struct outlook outlook = meeting_outlook(meeting, vote);
	bool quorum = meeting_quorum(meeting).there, complete = quorum && meeting_vote_complete(meeting);
	g_autofree char *result = meeting_upper(result_words(meeting_vote_result(meeting, vote))), *due = g_strdup_printf(pane->scene->meeting_place.clerk ? _("%s: D declares it")
		: _("%s by the rules"), result);
	g_autofree char *words = !quorum ? g_strdup(_("NO QUORUM: no result")) : complete ? g_strdup(due) : outlook_words(&outlook), *advisory = advisory_words(vote);
	g_autofree char *sum = tally_arithmetic(vote->threshold, &vote->tally, &meeting->procedure->rules);
	int lines = MIN(meeting_lines(words, inside.w), 2), sums = MIN(meeting_lines(sum, inside.w), inside.h >= 9 ? 2 : 1), extra = inside.h >= 10 && advisory;
	int foot = MIN(lines + sums + extra, MAX(inside.h - 2, 1)), bottom = inside.y + inside.h;
	/* The words that decide are never pushed out by the bars. */
	int y = counts(pane, (struct rect) { inside.x, inside.y, inside.w, MAX(inside.h - foot - (inside.h >= 10), 0) }, meeting, vote);
	y = inside.h >= 10 ? MIN(y + 1, bottom - foot) : bottom - foot;
	y = meeting_text(pane, inside, y, MIN(lines, bottom - y), 0, quorum && (complete || outlook.can_carry) ? ROLE_HEADING : ROLE_ALERT, words);
	y = meeting_text(pane, inside, y, MIN(sums, bottom - y), 0, ROLE_DIM, sum);
	if (extra && y < bottom)
		meeting_text(pane, inside, y, 1, 0, ROLE_DIM, advisory);
}

static void heard(const struct pane *pane, struct rect inside, const struct vote *vote)
{
	bool consent = vote->method == METHOD_CONSENT, clerk = pane->scene->meeting_place.clerk;
	g_autofree char *method = meeting_upper(method_words(vote->method));
	int y = meeting_text(pane, inside, inside.y, 1, 0, ROLE_HEADING, method) + (inside.h >= 6);
	meeting_text(pane, inside, y, inside.h, 0, ROLE_TEXT, !clerk ? (consent ? _("Is there any objection?") : _("The chair has not declared the result."))
		: consent ? _("Is there any objection? o records one, D declares it adopted.") : _("D declares what the chair heard."));
}

/* --- a vote that was declared --- */

/* "3 - 1" in large digits where there is the room; gives the rows used. */
static int big_result(const struct pane *pane, struct rect inside, int y, const struct vote *vote)
{
	g_autofree char *yes = g_strdup_printf("%d", vote->tally.yes), *no = g_strdup_printf("%d", vote->tally.no);
	int width = big_text_width(yes) + big_text_width("-") + big_text_width(no) + 4;
	if (width > inside.w || inside.y + inside.h - y < BIG_ROWS + 6)
		return 0;
	int x = inside.x + big_text(pane->canvas, inside, inside.x, y, ROLE_ACCENT, yes) + 2;
	x += big_text(pane->canvas, inside, x, y, ROLE_DIM, "-") + 2;
	big_text(pane->canvas, inside, x, y, ROLE_ALERT, no);
	return BIG_ROWS + 1;
}

static void declared(const struct pane *pane, struct rect inside, const struct meeting *meeting, const struct vote *vote)
{
	const struct motion *motion = meeting_motion(meeting, vote->motion);
	g_autofree char *name = motion_name(meeting, motion), *words = g_strdup_printf(_("motion %s %s"), name, result_words(vote->result)), *upper = meeting_upper(words);
	g_autofree char *advisory = advisory_words(vote);
	g_autofree char *sum = vote_sum(meeting, vote);
	int y = meeting_text(pane, inside, inside.y, 2, 0, result_role(vote->result), upper);
	y = meeting_text(pane, inside, y, 2, 0, ROLE_DIM, *sum ? sum : method_words(vote->method));
	if (vote->corrections->len)
		y = meeting_text(pane, inside, y, 1, 0, ROLE_WARN, _("corrected after the result"));
	if (!vote_by_names(vote))
		return;
	y += inside.h >= 10;
	y += big_result(pane, inside, y, vote);
	y = counts(pane, (struct rect) { inside.x, y, inside.w, MIN(7, MAX(inside.y + inside.h - y, 0)) }, meeting, vote);
	if (advisory)
		meeting_text(pane, inside, y, 1, 0, ROLE_DIM, advisory);
}

/* --- between votes --- */

static char *names_present(const struct meeting *meeting, enum presence presence)
{
	GString *names = g_string_new(NULL);
	for (guint i = 0; i < meeting->members->len; i++) {
		const struct member *member = meeting->members->pdata[i];
		if (member->name && member->presence == presence && member->alternate_for < 0)
			g_string_append_printf(names, "%s%s", names->len ? ", " : "", member->name);
	}
	return g_string_free(names, FALSE);
}

static int who(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting, enum presence presence, const char *label)
{
	g_autofree char *names = names_present(meeting, presence);
	return *names ? meeting_fact(pane, inside, y, 2, label, LABEL, names) : y;
}

/* One mark a seat in office, filled for who is here, and a stroke where the quorum is reached. */
static void quorum_bar(const struct pane *pane, struct rect inside, int y, const struct quorum *quorum)
{
	int room = inside.w - LABEL, per = quorum->in_office * 2 <= room ? 2 : 1;
	meeting_bar(pane, inside, inside.x + LABEL, y, MIN(quorum->in_office * per, room), ROLE_DIM, true);
	meeting_bar(pane, inside, inside.x + LABEL, y, MIN(quorum->present * per, room), quorum->there ? ROLE_ACCENT : ROLE_ALERT, false);
}

static int quorum_rows(const struct pane *pane, struct rect inside, const struct quorum *quorum)
{
	g_autofree char *present = g_strdup_printf(_("%d of %d"), quorum->present, quorum->in_office);
	g_autofree char *needed = g_strdup_printf(quorum->there ? _("%d: reached") : _("%d: NOT REACHED"), quorum->needed);
	int y = meeting_fact(pane, inside, inside.y, 1, _("Present"), LABEL, present);
	if (inside.h >= 6)
		quorum_bar(pane, inside, y++, quorum);
	canvas_text(pane->canvas, inside, inside.x, y, LABEL - 1, ROLE_DIM, _("Quorum"));
	canvas_text(pane->canvas, inside, inside.x + LABEL, y++, inside.w - LABEL, quorum->there ? ROLE_TEXT : ROLE_ALERT, needed);
	return y;
}

static void attendance(const struct pane *pane, struct rect inside, const struct meeting *meeting)
{
	struct quorum quorum = meeting_quorum(meeting);
	struct pace pace = meeting_pace(meeting, pane->scene->now);
	g_autofree char *elapsed = span_words(pace.elapsed);
	char clock[8];
	int y = quorum_rows(pane, inside, &quorum);
	y = who(pane, inside, y, meeting, PRESENCE_REMOTE, _("Remote"));
	y = who(pane, inside, y, meeting, PRESENCE_ABSENT, _("Absent"));
	y = who(pane, inside, y, meeting, PRESENCE_EXCUSED, _("Excused"));
	y = who(pane, inside, y, meeting, PRESENCE_LEFT, _("Left"));
	y = meeting_fact(pane, inside, y, 1, _("Elapsed"), LABEL, elapsed);
	if (pace.expected_end && meeting->phase != PHASE_ADJOURNED)
		meeting_fact(pane, inside, y, 1, _("Ends about"), LABEL, meeting_clock(pane, pace.expected_end, clock));
}

/* --- before the call to order --- */

static void expected(const struct pane *pane, struct rect inside)
{
	const struct body *body = meeting_body(pane);
	const struct procedure *procedure = body ? board_procedure(pane->scene->board, body) : NULL;
	if (!procedure || !body_seats(body, SEAT_VOTING, false))
		return;
	int needs = quorum_needed(&procedure->rules.quorum, body_seats(body, SEAT_QUORUM, true), body_seats(body, SEAT_QUORUM, false));
	g_autofree char *filled = g_strdup_printf(_("%d of %d filled"), body_seats(body, SEAT_VOTING, true), body_seats(body, SEAT_VOTING, false));
	g_autofree char *needed = g_strdup_printf("%d", needs);
	int y = meeting_fact(pane, inside, inside.y, 1, _("Seats"), LABEL, filled);
	meeting_fact(pane, inside, y, 1, _("Quorum"), LABEL, needed);
}

void meeting_tally_pane_draw(const struct pane *pane)
{
	const struct meeting *meeting = meeting_of(pane);
	const struct vote *vote = meeting && meeting->phase != PHASE_NONE ? meeting_shown_vote(meeting) : NULL;
	const char *title = !vote ? _("Attendance") : vote->open && vote_by_names(vote) ? _("Tally, not final") : vote->open ? _("Vote") : _("Result");
	struct rect inside = pane_box(pane, title, NULL);
	int margin = inside.w > 20;
	inside.x += margin, inside.w -= 2 * margin;
	if (!meeting)
		return;
	if (meeting->phase == PHASE_NONE)
		expected(pane, inside);
	else if (!vote)
		attendance(pane, inside, meeting);
	else if (vote->open && vote_by_names(vote))
		open_vote(pane, inside, meeting, vote);
	else if (vote->open)
		heard(pane, inside, vote);
	else
		declared(pane, inside, meeting, vote);
}
