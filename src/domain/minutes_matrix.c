/* One page: seats by motions, in NACOLE's codes (DOMAIN.md 1.1). */
#include "domain/minutes_private.h"

#include "base/text.h"

/*
 * Cells of the page, of the names, of the attendance beside them, and of one motion ("M AB*" and a gap): 24 + 6 + 7 * 7 = 79.
 */
enum { PAGE = 80, NAME = 24, ATTENDANCE = 6, COLUMN = 7, FIT = (PAGE - NAME - ATTENDANCE) / COLUMN, WORDS = 60 };

static const char *choice_code(enum choice choice)
{
	static const char *const codes[CHOICES] = { [CHOICE_NONE] = "", [CHOICE_AYE] = "Y", [CHOICE_NAY] = "N", [CHOICE_ABSTAIN] = "AB", [CHOICE_RECUSE] = "R",
		[CHOICE_ABSENT] = "A", [CHOICE_PASS] = "", [CHOICE_SILENT] = "P", [CHOICE_UNTRAINED] = "NT" };
	return codes[choice];
}

static bool was_recused(const struct meeting *meeting, int index, int item)
{
	for (guint i = 0; i < meeting->recusals->len; i++) {
		const struct recusal *recusal = &g_array_index(meeting->recusals, struct recusal, i);
		if (recusal->member == index && recusal->item == item)
			return true;
	}
	return false;
}

/* The motion's last vote, where the public knows its names. */
static const struct vote *named_vote(const struct meeting *meeting, const struct motion *motion)
{
	const struct vote *vote = meeting_vote(meeting, motion->vote);
	bool named = vote && vote->result != RESULT_NONE && vote->method != METHOD_VOICE && vote->method != METHOD_CONSENT;
	return named && vote_is_public(meeting, vote) ? vote : NULL;
}

/* A member whose place an alternate had is on no roll, and yet was recused or away. */
static const char *vote_code(const struct meeting *meeting, const struct motion *motion, int index)
{
	const struct vote *vote = named_vote(meeting, motion);
	const struct member *member = meeting_member(meeting, index);
	const struct ballot *ballot = vote ? vote_ballot(vote, index) : NULL;
	bool excused = !minutes_attended(member) && member->presence == PRESENCE_EXCUSED;
	if (!vote || (!ballot && member_group(member) != GROUP_VOTING))
		return "";
	if (!ballot && was_recused(meeting, index, motion->item))
		return "R";
	return !ballot || ballot->choice == CHOICE_ABSENT ? excused ? "E" : "A" : choice_code(ballot->choice);
}

/* "M Y": moved it and voted yes. */
static char *cell(const struct meeting *meeting, const struct motion *motion, int index)
{
	const char *code = vote_code(meeting, motion, index);
	const char *role = motion->mover == index ? "M" : motion_public_seconder(meeting, motion) == index ? "S" : "";
	return g_strdup_printf("%s%s%s%s", role, *role && *code ? " " : "", code, *code && member_group(meeting_member(meeting, index)) == GROUP_ADVISORY ? "*" : "");
}

static const char *attendance_code(const struct member *member)
{
	switch (attendance_of(member)) {
	case ATTENDANCE_PRESENT: case ATTENDANCE_LATE: return "P";
	case ATTENDANCE_EXCUSED: return "E";
	case ATTENDANCE_ABSENT: return "A";
	case ATTENDANCE_NONE: break;
	}
	return "-";
}

/* Text of a member or a motion in so many cells. */
static char *short_text(const char *text, int cells)
{
	g_autofree char *clean = text_clean(text, -1, TEXT_CLEAN_LINE);
	return text_clip(clean, cells, "...");
}

static char *short_name(const struct member *member)
{
	g_autofree char *name = short_text(member->name, member_group(member) == GROUP_ADVISORY ? NAME - 1 : NAME);
	return g_strdup_printf("%s%s", name, member_group(member) == GROUP_ADVISORY ? "*" : "");
}

static const char *result_code(const struct meeting *meeting, const struct motion *motion)
{
	const struct vote *vote = meeting_vote(meeting, motion->vote);
	if (!vote || vote->result == RESULT_NONE || !vote_is_public(meeting, vote))
		return "-";
	return vote->result == RESULT_CARRIED ? _("yes") : _("no");
}

/* --- rows --- */

static void end_row(struct paper *paper, GPtrArray *cells, gboolean head)
{
	g_ptr_array_add(cells, NULL);
	paper_row(paper, head, (const char *const *) cells->pdata);
	g_ptr_array_unref(cells);
}

static GPtrArray *begin_row(char *first, const char *second)
{
	GPtrArray *cells = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(cells, first);
	g_ptr_array_add(cells, g_strdup(second));
	return cells;
}

static void member_row(struct paper *paper, const struct meeting *meeting, int index, const GPtrArray *motions, guint from, guint until)
{
	const struct member *member = meeting_member(meeting, index);
	if (!member->name || (member->alternate_for >= 0 && !minutes_attended(member)))
		return;
	GPtrArray *cells = begin_row(short_name(member), attendance_code(member));
	for (guint i = from; i < until; i++)
		g_ptr_array_add(cells, cell(meeting, motions->pdata[i], index));
	end_row(paper, cells, FALSE);
}

/* As many motions as fit beside the names. */
static void band(struct paper *paper, const struct meeting *meeting, const GPtrArray *motions, guint from, guint until)
{
	GPtrArray *heading = begin_row(g_strdup(_("Member")), _("Roll"));
	for (guint i = from; i < until; i++)
		g_ptr_array_add(heading, motion_name(meeting, motions->pdata[i]));
	end_row(paper, heading, TRUE);
	for (guint m = 0; m < meeting->members->len; m++)
		member_row(paper, meeting, (int) m, motions, from, until);
	GPtrArray *results = begin_row(g_strdup(_("Carried")), "");
	for (guint i = from; i < until; i++)
		g_ptr_array_add(results, g_strdup(result_code(meeting, motions->pdata[i])));
	end_row(paper, results, FALSE);
}

/* Which motion is which: "4a  Item 7, amend: the words". */
static void motion_list(struct paper *paper, const struct meeting *meeting, const GPtrArray *motions, const char *lang)
{
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < motions->len; i++) {
		const struct motion *motion = motions->pdata[i];
		const struct meeting_item *item = meeting_item(meeting, motion->item);
		g_autofree char *name = motion_name(meeting, motion), *words = short_text(motion_public_text(meeting, motion), WORDS);
		g_autofree char *where = item ? g_strdup_printf(_("item %s, "), item->number ? item->number : "") : g_strdup("");
		g_ptr_array_add(lines, g_strdup_printf("%s  %s%s%s%s", name, where, labels_get(&motion->kind->label, lang), *words ? ": " : "", words));
	}
	g_ptr_array_add(lines, NULL);
	paper_list(paper, (const char *const *) lines->pdata);
}

static GPtrArray *public_motions(const struct meeting *meeting)
{
	GPtrArray *motions = g_ptr_array_new();
	for (guint i = 0; i < meeting->motions->len; i++)
		if (!((const struct motion *) meeting->motions->pdata[i])->in_closed)
			g_ptr_array_add(motions, meeting->motions->pdata[i]);
	return motions;
}

static bool any_untrained(const struct meeting *meeting, const GPtrArray *motions)
{
	for (guint i = 0; i < motions->len; i++) {
		const struct vote *vote = named_vote(meeting, motions->pdata[i]);
		if (vote && vote->tally.untrained)
			return true;
	}
	return false;
}

struct paper *minutes_matrix(const struct meeting *meeting, const struct board *board, const char *lang)
{
	struct minutes minutes = minutes_begin(meeting, board, lang);
	g_autofree char *title = g_strdup_printf(_("Votes of the %s"), minutes_body_name(&minutes));
	minutes.paper = paper_new(title, lang);
	g_autoptr(GPtrArray) motions = public_motions(meeting);
	char day[DAY_ISO_SIZE];
	paper_add(minutes.paper, BLOCK_TITLE, minutes.paper->title);
	paper_fact(minutes.paper, _("Held"), minutes_day(&minutes, meeting->called, day));
	for (guint from = 0; from == 0 || from < motions->len; from += FIT) {
		if (from)
			paper_add(minutes.paper, BLOCK_TEXT, _("The motions that follow:"));
		band(minutes.paper, meeting, motions, from, MIN(from + FIT, motions->len));
	}
	paper_add(minutes.paper, BLOCK_TEXT, _("P present (in a vote: presiding, not voting), A absent, E excused, R recused, M moved, S seconded, Y yes, N no, "
		"AB abstained; * advisory, not counted. Votes by voice and by unanimous consent have no names."));
	if (any_untrained(meeting, motions))
		paper_add(minutes.paper, BLOCK_TEXT, _("NT no training, and so no vote on a case."));
	motion_list(minutes.paper, meeting, motions, lang);
	return minutes.paper;
}
