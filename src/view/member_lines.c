/* One seat in detail: the term and those before, attendance, training, disclosures. */
#include "base/i18n.h"
#include "view/canvas_private.h"
#include "view/members_view.h"

enum { INDENT = 2 };

/* --- the term --- */

static char *days_words(const struct canvas *canvas, day_t from, day_t until)
{
	char a[DAY_ISO_SIZE], b[DAY_ISO_SIZE];
	return g_strdup_printf("%s %s %s", from == DAY_UNKNOWN ? "?" : day_iso(from, a), canvas_glyph(canvas, GLYPH_DASH), until == DAY_UNKNOWN ? "?" : day_iso(until, b));
}

static char *role_words(const struct members_model *model, const struct seat *seat, const char *lang)
{
	if (seat->alternate_for) {
		for (guint i = 0; i < model->body->seats->len; i++) {
			const struct seat *regular = model->body->seats->pdata[i];
			if (!g_strcmp0(regular->id, seat->alternate_for))
				return g_strdup_printf(_("alternate for %s"), labels_get(&regular->title, lang));
		}
		return g_strdup(_("alternate"));
	}
	if (!(seat->flags & SEAT_VOTING))
		return g_strdup(seat->flags & SEAT_QUORUM ? _("does not vote, counts for the quorum") : _("advisory: no vote, not in the quorum"));
	if (seat->flags & SEAT_CHAIR)
		return g_strdup(_("presides, votes"));
	return g_strdup(seat->flags & SEAT_QUORUM ? _("votes") : _("votes, does not count for the quorum"));
}

static char *state_words(const struct seat_on *on)
{
	char iso[DAY_ISO_SIZE];
	switch (on->status) {
	case SEAT_STATUS_SOON: return on->days == 0 ? g_strdup(_("ends today")) : g_strdup_printf(ngettext("ends in %d day", "ends in %d days", on->days), on->days);
	case SEAT_STATUS_HOLDOVER: return g_strdup_printf(_("holdover since %s: serves until a successor comes"), day_iso(on->since, iso));
	case SEAT_STATUS_OVER: return g_strdup_printf(_("over since %s"), day_iso(on->since, iso));
	case SEAT_STATUS_VACANT: return on->since == DAY_UNKNOWN ? g_strdup(seat_status_words(on->status)) : g_strdup_printf(_("vacant since %s"), day_iso(on->since, iso));
	default: return g_strdup(seat_status_words(on->status));
	}
}

static void term_lines(struct detail_lines *lines, const struct scene *scene, const struct members_model *model, const struct member_row *row)
{
	const struct seat_on *on = &row->on;
	g_autofree char *role = role_words(model, row->seat, scene->lang), *state = state_words(on);
	g_autofree char *term = on->start == DAY_UNKNOWN && on->end == DAY_UNKNOWN ? NULL : days_words(lines->canvas, on->start, on->end);
	int most = model->rules->terms.most;
	g_autofree char *count = !most || !on->terms ? NULL : on->last ? g_strdup_printf(_("%u of at most %d in a row: the last one"), on->terms, most)
		: g_strdup_printf(_("%u of at most %d in a row"), on->terms, most);
	detail_fact(lines, _("Role"), role, ROLE_TEXT);
	detail_fact(lines, _("Term"), term, ROLE_TEXT);
	detail_fact(lines, _("State"), state, seat_status_role(on->status));
	detail_fact(lines, _("Terms"), count, on->last ? ROLE_WARN : ROLE_TEXT);
}

static void former_lines(struct detail_lines *lines, const struct members_model *model, const struct member_row *row)
{
	guint n = row->seat->former ? row->seat->former->len : 0;
	if (!n)
		return;
	detail_heading(lines, _("BEFORE"), 0);
	for (guint i = n; i-- > 0;) {
		const struct tenure *tenure = row->seat->former->pdata[i];
		day_t until = seat_former_until(row->seat, &model->rules->terms, i);
		g_autofree char *span = days_words(lines->canvas, tenure->start, until);
		g_autofree char *words = tenure->why ? g_strdup_printf("%s  %s: %s", span, tenure->holder, tenure->why) : g_strdup_printf("%s  %s", span, tenure->holder);
		detail_wrapped(lines, INDENT, ROLE_TEXT, words);
	}
}

/* --- attendance --- */

/* "P A E L": a letter for each meeting of the year, oldest first. */
static char *strip(const struct attendance_row *seen)
{
	GString *out = g_string_new(NULL);
	for (const char *mark = seen->marks; *mark; mark++)
		g_string_append_printf(out, "%s%c", out->len ? " " : "", *mark);
	return g_string_free(out, FALSE);
}

static void rule_line(struct detail_lines *lines, const struct rules *rules, const struct attendance_row *seen)
{
	g_autoptr(GString) words = g_string_new(NULL);
	if (rules->absences_in_a_row)
		g_string_append_printf(words, _("%d of %d in a row"), seen->in_a_row, rules->absences_in_a_row);
	if (rules->absences_within) {
		g_string_append(words, words->len ? ", " : "");
		g_string_append_printf(words, _("%d of %d within %d months"), seen->within, rules->absences_within, rules->absences_months);
	}
	if (seen->over)
		g_string_append_printf(words, ": %s", _("the rule is reached"));
	detail_fact(lines, _("Absences"), words->str, seen->over ? ROLE_ALERT : ROLE_TEXT);
}

static void attendance_lines(struct detail_lines *lines, const struct members_model *model, const struct member_row *row)
{
	const struct attendance_row *seen = row->attendance;
	if (!row->on.holder)
		return;
	detail_heading(lines, _("ATTENDANCE, TWELVE MONTHS"), 0);
	if (!seen) {
		detail_wrapped(lines, INDENT, ROLE_DIM, row->seat->alternate_for ? _("An alternate is not expected.") : _("No meeting was recorded."));
	} else {
		g_autofree char *marks = strip(seen), *days = days_words(lines->canvas, g_array_index(model->days, day_t, 0), g_array_index(model->days, day_t, model->days->len - 1));
		detail_fact(lines, _("Each"), marks, ROLE_TEXT);
		detail_fact(lines, _("Held"), days, ROLE_DIM);
		rule_line(lines, model->rules, seen);
	}
	g_autofree char *votes = g_strdup_printf("%d", row->votes);
	detail_fact(lines, _("Votes cast"), votes, ROLE_TEXT);
	if (model->broken)
		detail_wrapped(lines, INDENT, ROLE_WARN, _("A journal is damaged: not all is counted. dais verify tells more."));
}

/* --- training --- */

/* Never in days: the rule is in hours. */
static char *hours_words(int minutes)
{
	if (minutes < 60)
		return g_strdup_printf(_("%d min"), minutes);
	return minutes % 60 ? g_strdup_printf(_("%d h %02d min"), minutes / 60, minutes % 60) : g_strdup_printf(_("%d h"), minutes / 60);
}

static void gate_line(struct detail_lines *lines, const struct training_rule *rule, const struct training_look *look)
{
	bool assign = rule->gate & TRAINING_GATE_ASSIGN, vote = rule->gate & TRAINING_GATE_VOTE;
	if (!(assign || vote) || training_opens(rule, look))
		return;
	detail_fact(lines, _("Until then"), assign && vote ? _("no cases, and no vote on them") : vote ? _("no vote on cases") : _("no cases"), ROLE_ALERT);
}

static void asked_lines(struct detail_lines *lines, const struct scene *scene, const struct members_model *model, const struct member_row *row)
{
	const struct training_rule *rule = &model->rules->training;
	const struct training_look *look = &row->training;
	char iso[DAY_ISO_SIZE];
	g_autofree char *missing = training_missing_words(rule, row->seat, row->on.holder, model->trainings, model->day, scene->lang);
	g_autofree char *done = row->seat->training_done != DAY_UNKNOWN && row->seat->training_done <= model->day && !g_strcmp0(row->on.holder, row->seat->holder)
		? g_strdup_printf(_("done %s"), day_iso(row->seat->training_done, iso)) : g_strdup(_("done"));
	g_autofree char *lacks = *missing ? g_strdup_printf(_("missing: %s"), missing) : g_strdup(_("missing"));
	detail_fact(lines, _("First"), look->trained ? done : lacks, look->trained ? ROLE_TEXT : ROLE_ALERT);
	if (look->hours) {
		g_autofree char *sum = hours_words(look->minutes);
		g_autofree char *hours = g_strdup_printf(_("%s of %d h within %d months"), sum, look->hours, rule->months);
		detail_fact(lines, _("Hours"), hours, look->behind ? ROLE_WARN : ROLE_TEXT);
	}
	gate_line(lines, rule, look);
}

static void training_lines(struct detail_lines *lines, const struct scene *scene, const struct members_model *model, const struct member_row *row)
{
	if (!row->training.asked && !row->trainings->len)
		return;
	detail_heading(lines, _("TRAINING"), row->trainings->len);
	if (row->training.asked)
		asked_lines(lines, scene, model, row);
	for (guint i = 0; i < row->trainings->len; i++) {
		const struct training_record *record = row->trainings->pdata[i];
		const struct course *course = training_course(&model->rules->training, record->course);
		g_autofree char *time = hours_words(record->minutes);
		g_autofree char *words = g_strdup_printf("%s, %s", course ? labels_get(&course->label, scene->lang) : record->course, time);
		char iso[DAY_ISO_SIZE];
		detail_fact(lines, day_iso(record->day, iso), words, ROLE_TEXT);
	}
}

/* --- disclosures --- */

static void disclosure_lines(struct detail_lines *lines, const struct scene *scene, const struct member_row *row)
{
	if (!row->disclosures->len)
		return;
	detail_heading(lines, _("DISCLOSURES"), row->disclosures->len);
	for (guint i = 0; i < row->disclosures->len; i++) {
		const struct disclosure_record *record = row->disclosures->pdata[i];
		const char *zone = scene->board ? scene->board->zone : NULL;
		char since[DAY_ISO_SIZE], until[DAY_ISO_SIZE];
		g_autofree char *over = record->ended ? g_strdup_printf(_(" (ended %s)"), day_iso(instant_day(record->ended, zone), until)) : g_strdup("");
		g_autofree char *words = g_strdup_printf("%s: %s%s", record->matter, record->about, over);
		detail_fact(lines, day_iso(instant_day(record->at, zone), since), words, record->ended ? ROLE_DIM : ROLE_TEXT);
	}
}

struct detail_lines *member_lines_make(const struct canvas *canvas, const struct scene *scene, int w)
{
	const struct members_model *model = scene->members;
	const struct member_row *row = members_model_row(model, scene->seats.position);
	struct detail_lines *lines = row ? detail_lines_new(canvas, w) : NULL;
	if (!row)
		return NULL;
	term_lines(lines, scene, model, row);
	attendance_lines(lines, model, row);
	training_lines(lines, scene, model, row);
	disclosure_lines(lines, scene, row);
	former_lines(lines, model, row);
	return lines;
}
