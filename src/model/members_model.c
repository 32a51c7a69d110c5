#include "model/members_model.h"

#include <string.h>
#include "model/recorded_meetings.h"
#include "store/member_store.h"

static void row_free(void *data)
{
	struct member_row *row = data;
	g_ptr_array_unref(row->trainings);
	g_ptr_array_unref(row->disclosures);
	g_free(row);
}

void members_model_free(struct members_model *model)
{
	GPtrArray **const lists[] = { &model->rows, &model->attendance, &model->meetings, &model->trainings, &model->disclosures };
	for (unsigned i = 0; i < G_N_ELEMENTS(lists); i++)
		g_clear_pointer(lists[i], g_ptr_array_unref);
	g_clear_pointer(&model->days, g_array_unref);
	g_free(model);
}

const struct member_row *members_model_row(const struct members_model *model, gint64 at)
{
	return model && at >= 0 && at < model->rows->len ? model->rows->pdata[at] : NULL;
}

/* --- meetings --- */

static day_t shown_from(const struct members_model *model)
{
	return day_add_months(model->day, -MEMBERS_MONTHS);
}

/* Their states, of those held up to the day: const struct meeting *. */
static GPtrArray *states_of(struct members_model *model)
{
	GPtrArray *states = g_ptr_array_new();
	for (guint i = 0; i < model->meetings->len; i++) {
		const struct meeting_model *one = model->meetings->pdata[i];
		const struct meeting *meeting = one->meeting;
		model->broken += one->broken != NULL;
		if (meeting->phase != PHASE_NONE && instant_day(meeting->called, meeting->zone) <= model->day)
			g_ptr_array_add(states, (gpointer) meeting);
	}
	return states;
}

static bool is_cast(enum choice choice)
{
	return choice == CHOICE_AYE || choice == CHOICE_NAY || choice == CHOICE_ABSTAIN;
}

static int votes_in(const struct meeting *meeting, int member)
{
	int n = 0;
	for (guint i = 0; i < meeting->votes->len; i++) {
		const struct vote *vote = meeting->votes->pdata[i];
		const struct ballot *ballot = vote->result != RESULT_NONE && vote_by_names(vote) ? vote_ballot(vote, member) : NULL;
		n += ballot && ballot->counts && is_cast(ballot->choice);
	}
	return n;
}

static int votes_of(const GPtrArray *states, day_t from, const struct member_row *row)
{
	int n = 0;
	for (guint i = 0; row->on.holder && i < states->len; i++) {
		const struct meeting *meeting = states->pdata[i];
		bool shown = instant_day(meeting->called, meeting->zone) >= from;
		for (guint member = 0; shown && member < meeting->members->len; member++)
			if (!g_strcmp0(meeting_member(meeting, (int) member)->name, row->on.holder))
				n += votes_in(meeting, (int) member);
	}
	return n;
}

/* Of this seat, else of another one: published votes have seats of their own. */
static const struct attendance_row *attendance_row_of(const GPtrArray *rows, const struct member_row *row)
{
	const struct attendance_row *other = NULL;
	for (guint i = 0; row->on.holder && i < rows->len; i++) {
		const struct attendance_row *one = rows->pdata[i];
		if (g_strcmp0(one->name, row->on.holder))
			continue;
		if (!strcmp(one->seat, row->seat->id))
			return one;
		other = other ? other : one;
	}
	return other;
}

static void add_days(struct members_model *model, const GPtrArray *states)
{
	model->days = g_array_new(FALSE, FALSE, sizeof(day_t));
	for (guint i = 0; i < states->len; i++) {
		const struct meeting *meeting = states->pdata[i];
		day_t day = instant_day(meeting->called, meeting->zone);
		if (day >= shown_from(model))
			g_array_append_val(model->days, day);
	}
}

/* --- rows --- */

static void add_records(const struct members_model *model, struct member_row *row)
{
	row->trainings = g_ptr_array_new();
	row->disclosures = g_ptr_array_new();
	for (guint i = model->trainings->len; i-- > 0;) {
		struct training_record *record = model->trainings->pdata[i];
		if (!g_strcmp0(record->holder, row->on.holder) && record->day <= model->day)
			g_ptr_array_add(row->trainings, record);
	}
	for (int ended = 0; ended <= 1; ended++)
		for (guint i = model->disclosures->len; i-- > 0;) {
			struct disclosure_record *record = model->disclosures->pdata[i];
			if (!g_strcmp0(record->holder, row->on.holder) && (record->ended != 0) == ended)
				g_ptr_array_add(row->disclosures, record);
			if (!ended)
				row->in_force = row->disclosures->len;
		}
}

static void add_row(struct members_model *model, const GPtrArray *states, const struct seat *seat)
{
	struct member_row *row = g_new0(struct member_row, 1);
	row->seat = seat;
	row->on = seat_on_day(seat, &model->rules->terms, model->day);
	row->training = training_look(&model->rules->training, seat, row->on.holder, model->trainings, model->day);
	row->attendance = attendance_row_of(model->attendance, row);
	row->votes = votes_of(states, shown_from(model), row);
	add_records(model, row);
	g_ptr_array_add(model->rows, row);
}

static void make_rows(struct members_model *model)
{
	g_autoptr(GPtrArray) states = states_of(model);
	add_days(model, states);
	model->attendance = attendance_sum(states, shown_from(model));
	model->rows = g_ptr_array_new_with_free_func(row_free);
	for (guint i = 0; i < model->body->seats->len; i++)
		add_row(model, states, model->body->seats->pdata[i]);
}

struct members_model *members_model_load(struct store *store, const struct board *board, unsigned body, day_t day, GError **error)
{
	g_autoptr(members_model_t) model = g_new0(struct members_model, 1);
	model->bodies = board->bodies->len;
	model->at = MIN(body, model->bodies - 1);
	model->body = board->bodies->pdata[model->at];
	model->rules = &board_procedure(board, model->body)->rules;
	model->day = day;
	/* The rule of absences looks back from the first meeting that is shown. */
	int back = MEMBERS_MONTHS + MAX(MEMBERS_MONTHS, model->rules->absences_months);
	instant_t from = instant_at(day_add_months(day, -back), 0, board->zone);
	model->meetings = recorded_meetings_load(store, board, model->body->id, from, error);
	model->trainings = model->meetings ? member_store_trainings(store, model->body->id, error) : NULL;
	model->disclosures = model->trainings ? member_store_disclosures(store, model->body->id, error) : NULL;
	if (!model->disclosures)
		return NULL;
	make_rows(model);
	return g_steal_pointer(&model);
}
