/* The vote on the projector: how many have answered while the answers are hidden, then the count, the result and who said what. */
#include <string.h>
#include "domain/event_words.h"
#include "view/projector_private.h"

/* Columns at the right that the result takes; on a large screen its letters are twice as wide. */
static int result_columns(const struct sheet *sheet)
{
	return sheet->large ? 46 : 30;
}

/* --- who --- */

struct group { const char *word; enum role role; char *names; };
enum { GROUPS = 8, NAMES_LEFT = 10 };

static char *names_with(const struct public_meeting *view, enum choice choice)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < view->lines->len; i++) {
		const struct public_vote_line *line = &g_array_index(view->lines, struct public_vote_line, i);
		if (line->choice == choice && line->counts)
			g_string_append_printf(out, "%s%s", out->len ? ", " : "", line->name);
	}
	return g_string_free(out, FALSE);
}

/* Seats that are asked and not counted, each with its answer. */
static char *advisory(const struct public_meeting *view)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < view->lines->len; i++) {
		const struct public_vote_line *line = &g_array_index(view->lines, struct public_vote_line, i);
		if (!line->counts && line->choice != CHOICE_NONE && line->choice != CHOICE_ABSENT)
			g_string_append_printf(out, "%s%s %s", out->len ? ", " : "", line->name, choice_words(line->choice));
	}
	if (out->len)
		g_string_append_printf(out, " (%s)", _("not counted"));
	return g_string_free(out, FALSE);
}

/* The groups that have anybody in them. */
static int groups_of(const struct public_meeting *view, struct group groups[GROUPS])
{
	static const struct { enum choice choice; const char *word; enum role role; } all[] = {
		{ CHOICE_AYE, N_("AYE"), ROLE_ACCENT }, { CHOICE_NAY, N_("NAY"), ROLE_ALERT }, { CHOICE_ABSTAIN, N_("ABSTAIN"), ROLE_WARN },
		{ CHOICE_RECUSE, N_("RECUSED"), ROLE_DIM }, { CHOICE_ABSENT, N_("ABSENT"), ROLE_DIM }, { CHOICE_PASS, N_("PASS"), ROLE_DIM },
		{ CHOICE_UNTRAINED, N_("UNTRAINED"), ROLE_DIM },
	};
	int n = 0;
	for (guint i = 0; i < G_N_ELEMENTS(all); i++) {
		groups[n] = (struct group) { _(all[i].word), all[i].role, names_with(view, all[i].choice) };
		if (*groups[n].names)
			n++;
		else
			g_free(groups[n].names);
	}
	groups[n] = (struct group) { _("ADVISORY"), ROLE_DIM, advisory(view) };
	if (*groups[n].names)
		return n + 1;
	g_free(groups[n].names);
	return n;
}

static int names_rows(const struct sheet *sheet)
{
	struct group groups[GROUPS];
	int n = groups_of(sheet->view, groups), rows = 0;
	for (int i = 0; i < n; i++) {
		rows += MIN(2, sheet_lines(sheet, sheet->width - NAMES_LEFT, groups[i].names));
		g_free(groups[i].names);
	}
	return rows;
}

static void names(struct sheet *sheet)
{
	struct group groups[GROUPS];
	int n = groups_of(sheet->view, groups);
	for (int i = 0; i < n; i++) {
		if (sheet->y < sheet->bottom)
			canvas_text(sheet->canvas, sheet->all, sheet->left, sheet->y, NAMES_LEFT - 1, groups[i].role, groups[i].word);
		sheet_wrapped(sheet, sheet->left + NAMES_LEFT, sheet->width - NAMES_LEFT, ROLE_TEXT, groups[i].names, 2, 1);
		g_free(groups[i].names);
	}
}

/* --- how many --- */

struct count { const char *word; int n; enum role role; };

/* Ayes and nays always, the others where there are any. */
static int counts_of(const struct tally *tally, struct count counts[6])
{
	const struct count all[] = {
		{ _("AYE"), tally->yes, ROLE_ACCENT }, { _("NAY"), tally->no, ROLE_ALERT }, { _("ABSTAIN"), tally->abstain, ROLE_WARN },
		{ _("RECUSED"), tally->recused, ROLE_DIM }, { _("ABSENT"), tally->absent, ROLE_DIM },
		{ _("UNTRAINED"), tally->untrained, ROLE_DIM },
	};
	int n = 0;
	for (guint i = 0; i < G_N_ELEMENTS(all); i++)
		if (i < 2 || all[i].n)
			counts[n++] = all[i];
	return n;
}

/* Columns a count takes: for its digits at this scale, and for its word. */
static int count_step(const struct sheet *sheet, int scale)
{
	const struct tally *tally = &sheet->view->tally;
	bool two = MAX(MAX(tally->yes, tally->no), MAX(tally->abstain, MAX(tally->recused, tally->absent))) > 9;
	return MAX(15, big_text_scaled_width(two ? "10" : "1", scale) + 2 + 4 * scale);
}

static int count_scale(const struct sheet *sheet)
{
	struct count all[6];
	int n = counts_of(&sheet->view->tally, all);
	return sheet->large && sheet->canvas->h >= 38 && n * count_step(sheet, 2) <= sheet->width - result_columns(sheet) ? 2 : 1;
}

static void counts(const struct sheet *sheet, int y)
{
	struct count all[6];
	int n = counts_of(&sheet->view->tally, all), scale = count_scale(sheet), step = count_step(sheet, scale);
	for (int i = 0; i < n && (i + 1) * step <= sheet->width - result_columns(sheet); i++) {
		char digits[16];
		g_snprintf(digits, sizeof digits, "%d", all[i].n);
		canvas_text(sheet->canvas, sheet->all, sheet->left + i * step, y, step - 1, all[i].role, all[i].word);
		big_text_scaled(sheet->canvas, sheet->all, sheet->left + i * step, y + 1 + sheet->large, scale, all[i].role, digits);
	}
}

static char *counts_line(const struct sheet *sheet)
{
	struct count all[6];
	GString *out = g_string_new(NULL);
	int n = counts_of(&sheet->view->tally, all);
	for (int i = 0; i < n; i++)
		g_string_append_printf(out, "%s%s %d", i ? "  " : "", all[i].word, all[i].n);
	return g_string_free(out, FALSE);
}

/* --- the result --- */

static enum role result_role(const struct public_meeting *view)
{
	return view->result == RESULT_CARRIED ? ROLE_ACCENT : ROLE_ALERT;
}

static char *result_count(const struct public_meeting *view)
{
	if (view->by_consent || view->by_voice)
		return g_strdup(view->by_consent ? _("by unanimous consent") : _("by voice vote"));
	return g_strdup_printf(view->corrected ? _("%d to %d, corrected") : _("%d to %d"), view->tally.yes, view->tally.no);
}

/* At the right of the count. */
static void result(struct sheet *sheet, int y)
{
	const struct public_meeting *view = sheet->view;
	int room = result_columns(sheet) - 2, x = sheet->left + sheet->width - room;
	g_autofree char *name = g_strdup_printf(_("MOTION %s"), view->motion_name), *upper = g_utf8_strup(result_words(view->result), -1);
	g_autofree char *count = result_count(view);
	struct large_words words = large_words_fit(sheet, upper, room, 1);
	canvas_text(sheet->canvas, sheet->all, x, y, room, ROLE_HEADING, name);
	y += 1 + sheet->large;
	if (words.n)
		large_words_draw(sheet, &words, x, y, result_role(view));
	else
		canvas_text(sheet->canvas, sheet->all, x, y, room, result_role(view), upper);
	y += words.n ? BIG_TITLE_ROWS + sheet->large : 2;
	canvas_text(sheet->canvas, sheet->all, x, y, room, ROLE_TEXT, count);
	sheet->y = y + 1;
	if (view->arithmetic && *view->arithmetic)
		sheet_wrapped(sheet, x, room, ROLE_DIM, view->arithmetic, 1 + sheet->large, 1);
	large_words_clear(&words);
}

/* --- while the answers are hidden --- */

static char *everybody(const struct public_meeting *view)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < view->lines->len; i++) {
		const struct public_vote_line *line = &g_array_index(view->lines, struct public_vote_line, i);
		if (line->counts)
			g_string_append_printf(out, "%s%s", out->len ? ", " : "", line->name);
	}
	g_autofree char *names = g_string_free(out, FALSE);
	return g_strdup_printf(_("On the roll: %s"), names);
}

static void hidden_roll(struct sheet *sheet, int y)
{
	const struct public_meeting *view = sheet->view;
	char digits[16];
	g_autofree char *all = everybody(view), *answered = g_strdup_printf(_("%d of %d have answered"), view->answered, view->to_answer);
	g_snprintf(digits, sizeof digits, "%d", view->answered);
	int x = sheet->left;
	if (!sheet->small)
		x += big_text(sheet->canvas, sheet->all, sheet->left, y, ROLE_ACCENT, digits) + 4;
	canvas_text(sheet->canvas, sheet->all, x, y, sheet->left + sheet->width - x, ROLE_HEADING, _("ROLL CALL"));
	canvas_text(sheet->canvas, sheet->all, x, y + (sheet->small ? 1 : 2), sheet->left + sheet->width - x, ROLE_TEXT, answered);
	canvas_text(sheet->canvas, sheet->all, x, y + (sheet->small ? 2 : 4), sheet->left + sheet->width - x, ROLE_DIM, _("The answers are shown when all are in."));
	sheet->y = y + (sheet->small ? 3 : BIG_ROWS + 1);
	sheet_wrapped(sheet, sheet->left, sheet->width, ROLE_DIM, all, 3, 1);
}

/* --- the part --- */

static bool is_asked(const struct public_meeting *view) { return view->vote_open && (view->by_consent || view->by_voice); }
static bool is_hidden(const struct public_meeting *view) { return view->vote_open && !view->revealed; }

/* Rows of the counts with the result beside them. */
static int count_rows(const struct sheet *sheet)
{
	int counts = 1 + sheet->large + BIG_ROWS * count_scale(sheet), result = 1 + BIG_TITLE_ROWS + 2 + 3 * sheet->large;
	return sheet->view->result == RESULT_NONE ? counts : MAX(counts, result);
}

int projector_vote_rows(const struct sheet *sheet)
{
	const struct public_meeting *view = sheet->view;
	int air = 1 + sheet->large;      /* the rule, and a row under it */
	if (sheet->small)
		return is_asked(view) ? 2 : is_hidden(view) ? 5 : 3 + names_rows(sheet);
	if (is_asked(view))
		return air + 1 + BIG_TITLE_ROWS;
	if (is_hidden(view)) {
		g_autofree char *all = everybody(view);
		return air + BIG_ROWS + 1 + MIN(3, sheet_lines(sheet, sheet->width, all));
	}
	return air + count_rows(sheet) + 1 + names_rows(sheet);
}

static void asked(struct sheet *sheet, int y)
{
	const char *question = sheet->view->by_consent ? _("Is there any objection?") : _("Voice vote");
	struct large_words words = large_words_fit(sheet, question, sheet->width, sheet->small ? 0 : 1);
	if (words.n)
		large_words_draw(sheet, &words, sheet->left, y, ROLE_HEADING);
	else
		canvas_text(sheet->canvas, sheet->all, sheet->left, y, sheet->width, ROLE_HEADING, question);
	large_words_clear(&words);
}

static void plain_count(struct sheet *sheet, int y)
{
	const struct public_meeting *view = sheet->view;
	g_autofree char *line = counts_line(sheet), *upper = g_utf8_strup(result_words(view->result), -1), *count = result_count(view);
	g_autofree char *words = g_strdup_printf("%s  %s", upper, count);
	bool decided = view->result != RESULT_NONE;
	if (decided)
		canvas_text(sheet->canvas, sheet->all, sheet->left, y, sheet->width, result_role(view), words);
	if (view->lines->len)
		canvas_text(sheet->canvas, sheet->all, sheet->left, y + decided, sheet->width, ROLE_TEXT, line);
	sheet->y = y + decided + 1;
	names(sheet);
}

void projector_vote(struct sheet *sheet, int y)
{
	const struct public_meeting *view = sheet->view;
	int from = y + 1 + sheet->large;
	sheet_rule(sheet, y, false);
	if (is_asked(view)) {
		asked(sheet, from + !sheet->small);
	} else if (is_hidden(view)) {
		hidden_roll(sheet, from);
	} else if (sheet->small) {
		plain_count(sheet, from);
	} else {
		if (view->lines->len)
			counts(sheet, from);
		if (view->result != RESULT_NONE)
			result(sheet, from);
		sheet->y = from + count_rows(sheet) + 1;
		names(sheet);
	}
}
