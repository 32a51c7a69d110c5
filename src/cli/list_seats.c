/* The seats of the bodies on a day: who holds them, until when, and what is asked of the holder. */
#include "cli/list.h"

#include "base/error.h"
#include "base/i18n.h"
#include "model/members_model.h"

static const struct list_column columns[] = {
	BRIEF("body", N_("BODY")), BRIEF("seat", N_("SEAT")), EXTRA("title", N_("TITLE")), BRIEF("holder", N_("HOLDER")), BRIEF("role", N_("ROLE")),
	EXTRA("alternate_for", N_("FOR")), EXTRA("chair", N_("CHAIR")), EXTRA("term_start", N_("BEGAN")), BRIEF("term_end", N_("TERM ENDS")),
	BRIEF("state", N_("STATE")), EXTRA("since", N_("SINCE")), EXTRA_NUMBER("terms", N_("TERMS")), EXTRA("last_term", N_("LAST")),
	BRIEF_NUMBER("absent_in_a_row", N_("IN A ROW")), BRIEF_NUMBER("absent_within", N_("WITHIN")), EXTRA("over_the_rule", N_("RULE")),
	BRIEF("trained", N_("TRAINED")), EXTRA("missing", N_("MISSING")), EXTRA_NUMBER("training_minutes", N_("MINUTES")),
	EXTRA_NUMBER("training_minutes_asked", N_("ASKED")), EXTRA_NUMBER("votes", N_("VOTES")), EXTRA_NUMBER("disclosures", N_("DISCLOSURES")), { .key = NULL },
};

static const char *role_of(const struct lister *lister, const struct seat *seat)
{
	bool people = lister->format == TABLE_TEXT;
	if (seat->alternate_for)
		return people ? _("alternate") : "alternate";
	if (seat->flags & SEAT_VOTING)
		return people ? _("voting") : "voting";
	return people ? _("advisory") : "advisory";
}

/* "yes", "no", and "" where nothing is asked. */
static const char *trained_of(const struct lister *lister, const struct training_look *look)
{
	bool people = lister->format == TABLE_TEXT;
	if (!look->asked)
		return NULL;
	if (people)
		return !look->trained ? _("no") : look->behind ? _("hours lack") : _("yes");
	return look->trained ? "yes" : "no";
}

/* NULL where it is not known, so that no program takes it for a day. */
static const char *known(day_t day, char iso[DAY_ISO_SIZE])
{
	return day == DAY_UNKNOWN ? NULL : day_iso(day, iso);
}

static bool print_row(struct lister *lister, const struct members_model *model, const struct member_row *row)
{
	const struct seat_on *on = &row->on;
	const struct attendance_row *attendance = row->attendance;
	const int numbers[] = { (int) on->terms, attendance ? attendance->in_a_row : 0, attendance ? attendance->within : 0, row->training.minutes,
		row->training.hours * 60, row->votes, (int) row->in_force };
	char n[G_N_ELEMENTS(numbers)][16], start[DAY_ISO_SIZE], end[DAY_ISO_SIZE], since[DAY_ISO_SIZE];
	for (guint i = 0; i < G_N_ELEMENTS(numbers); i++)
		g_snprintf(n[i], sizeof n[i], "%d", numbers[i]);
	bool people = lister->format == TABLE_TEXT, asked = row->training.asked;
	g_autofree char *missing = asked ? training_missing_words(&model->rules->training, row->seat, on->holder, model->trainings, model->day, lister->lang) : NULL;
	const char *const values[] = { people ? labels_get(&model->body->short_name, lister->lang) : model->body->id, row->seat->id,
		labels_get(&row->seat->title, lister->lang), on->holder, role_of(lister, row->seat), row->seat->alternate_for,
		row->seat->flags & SEAT_CHAIR ? "yes" : "no", known(on->start, start), known(on->end, end),
		people ? seat_status_words(on->status) : seat_status_name(on->status), known(on->since, since), n[0], on->last ? "yes" : "no",
		attendance ? n[1] : NULL, attendance ? n[2] : NULL, attendance ? attendance->over ? "yes" : "no" : NULL,
		trained_of(lister, &row->training), missing, asked ? n[3] : NULL, asked ? n[4] : NULL, n[5], n[6] };
	G_STATIC_ASSERT(G_N_ELEMENTS(values) == G_N_ELEMENTS(columns) - 1);
	G_STATIC_ASSERT(G_N_ELEMENTS(values) <= LIST_COLUMNS_MAX);
	return list_row(lister, columns, values);
}

static bool print_body(struct lister *lister, unsigned at, GError **error)
{
	g_autoptr(members_model_t) model = members_model_load(lister->store, lister->board, at, lister->on, error);
	if (model && model->broken) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("the journal of a meeting is damaged; absences and votes would be wrong. See dais verify"));
		return false;
	}
	for (guint i = 0; model && i < model->rows->len; i++)
		if (!print_row(lister, model, model->rows->pdata[i]))
			break;
	return model != NULL;
}

bool list_seats(struct lister *lister, GError **error)
{
	if (lister->body && !board_named_body(lister->board, lister->body, error))
		return false;
	list_begin(lister, columns);
	for (guint i = 0; i < lister->board->bodies->len; i++) {
		const struct body *body = lister->board->bodies->pdata[i];
		if ((!lister->body || !g_strcmp0(body->id, lister->body)) && !print_body(lister, i, error))
			return false;
	}
	return true;
}
