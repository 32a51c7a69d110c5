/* One page: seats by motions, in NACOLE's codes (DOMAIN.md 1.1). */
#include "domain/minutes_private.h"

#include <string.h>

/* Cells of a column and of the names; the page has 80. */
enum { PAGE = 80, COLUMN = 6, NAME_MOST = 24 };

static const char *choice_code(enum choice choice)
{
	static const char *const codes[CHOICES] = { [CHOICE_NONE] = "", [CHOICE_AYE] = "Y", [CHOICE_NAY] = "N", [CHOICE_ABSTAIN] = "AB", [CHOICE_RECUSE] = "R",
		[CHOICE_ABSENT] = "A", [CHOICE_PASS] = "", [CHOICE_SILENT] = "P" };
	return codes[choice];
}

/* "M Y": moved it and voted yes. */
static char *cell(const struct meeting *meeting, const struct motion *motion, int index)
{
	const struct vote *vote = meeting_vote(meeting, motion->vote);
	const struct ballot *ballot = vote && vote->result != RESULT_NONE && vote->method != METHOD_VOICE && vote->method != METHOD_CONSENT ? vote_ballot(vote, index) : NULL;
	const char *role = motion->mover == index ? "M" : motion->seconder == index ? "S" : "";
	const char *code = ballot ? choice_code(ballot->choice) : "";
	return g_strdup_printf("%s%s%s%s", role, *role && *code ? " " : "", code, ballot && !ballot->counts && *code ? "*" : "");
}

static const char *attendance_code(const struct member *member)
{
	if (member->stays && member->stays->len)
		return "P";
	return member->presence == PRESENCE_EXCUSED ? "E" : "A";
}

static void push(GPtrArray *cells, char *text)
{
	g_ptr_array_add(cells, text);
}

static void end_row(struct paper *paper, GPtrArray *cells, gboolean head)
{
	g_ptr_array_add(cells, NULL);
	paper_row(paper, head, (const char *const *) cells->pdata);
	g_ptr_array_unref(cells);
}

static GPtrArray *begin_row(const char *first, const char *second)
{
	GPtrArray *cells = g_ptr_array_new_with_free_func(g_free);
	push(cells, g_strndup(first, NAME_MOST * 4));
	push(cells, g_strdup(second));
	return cells;
}

static char *result_code(const struct meeting *meeting, const struct motion *motion)
{
	const struct vote *vote = meeting_vote(meeting, motion->vote);
	return g_strdup(!vote || vote->result == RESULT_NONE ? "-" : vote->result == RESULT_CARRIED ? _("yes") : _("no"));
}

static void band(struct paper *paper, const struct meeting *meeting, const GArray *motions, guint from, guint n)
{
	GPtrArray *heading = begin_row(_("Member"), "");
	for (guint i = from; i < from + n; i++)
		push(heading, motion_name(meeting, meeting_motion(meeting, g_array_index(motions, int, i))));
	end_row(paper, heading, TRUE);
	for (guint m = 0; m < meeting->members->len; m++) {
		const struct member *member = meeting->members->pdata[m];
		bool idle = member->alternate_for >= 0 && !(member->stays && member->stays->len);
		if (!member->name || idle)
			continue;
		GPtrArray *cells = begin_row(member->name, attendance_code(member));
		for (guint i = from; i < from + n; i++)
			push(cells, cell(meeting, meeting_motion(meeting, g_array_index(motions, int, i)), (int) m));
		end_row(paper, cells, FALSE);
	}
	GPtrArray *results = begin_row(_("Carried"), "");
	for (guint i = from; i < from + n; i++)
		push(results, result_code(meeting, meeting_motion(meeting, g_array_index(motions, int, i))));
	end_row(paper, results, FALSE);
}

static GArray *public_motions(const struct meeting *meeting)
{
	GArray *motions = g_array_new(FALSE, FALSE, sizeof(int));
	for (guint i = 0; i < meeting->motions->len; i++) {
		const struct motion *motion = meeting->motions->pdata[i];
		if (!motion->in_closed)
			g_array_append_val(motions, motion->number);
	}
	return motions;
}

struct paper *minutes_matrix(const struct meeting *meeting, const char *lang)
{
	g_autofree char *title = g_strdup_printf(_("Votes of the %s"), meeting->body_name ? meeting->body_name : "");
	struct minutes minutes = { meeting, paper_new(title, lang), lang };
	g_autoptr(GArray) motions = public_motions(meeting);
	guint fit = (PAGE - NAME_MOST - 4) / COLUMN;
	char day[DAY_ISO_SIZE];
	paper_add(minutes.paper, BLOCK_TITLE, title);
	paper_fact(minutes.paper, _("Held"), minutes_day(&minutes, meeting->called, day));
	for (guint from = 0; from < motions->len; from += fit) {
		if (from)
			paper_add(minutes.paper, BLOCK_TEXT, _("continued"));
		band(minutes.paper, meeting, motions, from, MIN(fit, motions->len - from));
	}
	paper_add(minutes.paper, BLOCK_TEXT, _("P present, A absent, E excused, R recused, M moved, S seconded, Y yes, N no, AB abstain; "
		"* advisory, not counted. Voice votes and unanimous consent have no names."));
	return minutes.paper;
}
