/* The members of a board on 16 December 2024: one of each state, an absence rule reached, training that lacks, two disclosures. */
#include "literal.h"

#include <string.h>

#define TODAY 20073      /* 2024-12-16 */

static struct members_model *model;

static day_t on(const char *iso)
{
	return iso ? day_parse_iso(iso) : DAY_UNKNOWN;
}

static struct seat *add_seat(struct body *body, const char *id, const char *title, const char *holder, const char *start, const char *end, const char *trained)
{
	struct seat *seat = g_new0(struct seat, 1);

	*seat = (struct seat){ .id = g_strdup(id), .holder = g_strdup(holder), .flags = SEAT_VOTING | SEAT_QUORUM, .term_start = on(start), .term_end = on(end),
		.training_done = on(trained), .vacant_since = DAY_UNKNOWN };
	labels_add(&seat->title, "", title);
	g_ptr_array_add(body->seats, seat);
	return seat;
}

static void add_former(struct seat *seat, const char *holder, const char *start, const char *end, const char *ended, const char *why)
{
	struct tenure *tenure = g_new0(struct tenure, 1);

	*tenure = (struct tenure){ .holder = g_strdup(holder), .start = on(start), .end = on(end), .ended = on(ended), .why = g_strdup(why) };
	if (!seat->former)
		seat->former = g_ptr_array_new();
	g_ptr_array_add(seat->former, tenure);
}

static struct body *literal_body(void)
{
	struct body *body = body_new();

	body->id = g_strdup("pob");
	labels_add(&body->name, "", "Riverton Police Oversight Board");
	labels_add(&body->short_name, "", "Board");
	add_seat(body, "1", "Seat 1, north", "Adaeze Okafor", "2022-07-01", "2025-06-30", "2022-09-14");
	add_former(add_seat(body, "2", "Seat 2, central", "Benedikt Lindqvist", "2024-07-01", "2027-06-30", "2024-10-05"),
		"Teodora Vasquez-Hill", "2021-07-01", "2024-06-30", NULL, NULL);
	add_former(add_seat(body, "3", "Seat 3, harbour", "Camille Moreau", "2023-01-01", "2025-01-31", NULL),
		"Camille Moreau", "2021-01-01", "2022-12-31", NULL, NULL);
	add_seat(body, "4", "Seat 4, south", "Ximena Quispe Rojas", "2021-09-01", "2024-08-31", "2021-09-16");
	add_former(add_seat(body, "6", "Seat 6, at large", NULL, NULL, NULL, NULL), "Oluwaseun Marsh", "2023-07-01", "2026-06-30", "2024-05-31", "moved out of the city");
	add_seat(body, "chair", "Chair", "Grace Thornbury", "2023-07-01", "2026-06-30", "2022-09-17")->flags |= SEAT_CHAIR;
	add_seat(body, "youth1", "Youth seat 1", "Iris Delacroix-Tan", "2025-01-01", "2025-12-31", NULL)->flags = SEAT_ADVISORY;
	add_seat(body, "alt1", "Alternate, seat 1", "Katya Ostrowska", NULL, NULL, NULL)->alternate_for = g_strdup("1");
	return body;
}

static void add_course(GPtrArray *courses, const char *id, const char *label)
{
	struct course *course = g_new0(struct course, 1);

	course->id = g_strdup(id);
	labels_add(&course->label, "", label);
	g_ptr_array_add(courses, course);
}

static struct rules *literal_rules(void)
{
	struct rules *rules = g_new0(struct rules, 1);

	*rules = (struct rules){ .absences_in_a_row = 3, .absences_within = 6, .absences_months = 12,
		.terms = { .holdover = true, .soon_days = 60, .most = 2 },
		.training = { .hours = 24, .months = 12, .gate = TRAINING_GATE_ASSIGN | TRAINING_GATE_VOTE, .present = true, .courses = g_ptr_array_new() } };
	add_course(rules->training.courses, "academy", "Citizens' academy");
	add_course(rules->training.courses, "ride_along", "Ride-along");
	return rules;
}

static void add_training(const char *holder, const char *course, const char *day, int minutes)
{
	struct training_record *record = g_new0(struct training_record, 1);

	*record = (struct training_record){ .holder = g_strdup(holder), .course = g_strdup(course), .day = on(day), .minutes = minutes };
	g_ptr_array_add(model->trainings, record);
}

static void add_disclosure(const char *holder, const char *matter, const char *about, const char *since, const char *ended)
{
	struct disclosure_record *record = g_new0(struct disclosure_record, 1);

	*record = (struct disclosure_record){ .holder = g_strdup(holder), .matter = g_strdup(matter), .about = g_strdup(about),
		.at = (instant_t)on(since) * 86400, .ended = ended ? (instant_t)on(ended) * 86400 : 0 };
	g_ptr_array_add(model->disclosures, record);
}

static void add_row(const struct seat *seat, const char *marks, int in_a_row, int within, int votes)
{
	struct member_row *row = g_new0(struct member_row, 1);

	*row = (struct member_row){ .seat = seat, .on = seat_on_day(seat, &model->rules->terms, TODAY), .votes = votes,
		.trainings = g_ptr_array_new(), .disclosures = g_ptr_array_new() };
	row->training = training_look(&model->rules->training, seat, row->on.holder, model->trainings, TODAY);
	if (marks && row->on.holder) {
		struct attendance_row *seen = g_new0(struct attendance_row, 1);
		*seen = (struct attendance_row){ .seat = seat->id, .name = (char *)row->on.holder, .marks = g_strdup(marks), .in_a_row = in_a_row, .within = within, .over = in_a_row >= 3 };
		row->attendance = seen;
	}
	for (unsigned i = model->trainings->len; i-- > 0;)
		if (!g_strcmp0(((struct training_record *)model->trainings->pdata[i])->holder, row->on.holder))
			g_ptr_array_add(row->trainings, model->trainings->pdata[i]);
	for (unsigned i = model->disclosures->len; i-- > 0;) {
		const struct disclosure_record *record = model->disclosures->pdata[i];
		if (g_strcmp0(record->holder, row->on.holder))
			continue;
		g_ptr_array_add(row->disclosures, model->disclosures->pdata[i]);
		row->in_force += !record->ended;
	}
	g_ptr_array_add(model->rows, row);
}

static void literal_rows(void)
{
	static const struct { const char *marks; int in_a_row, within, votes; } seen[] = { { "PPLPEPPPPPP", 0, 1, 23 }, { ".....PPPPPP", 0, 0, 11 },
		{ "PPPAPPPLPAA", 2, 3, 17 }, { "PPPPPEPPAAA", 3, 3, 14 }, { NULL, 0, 0, 0 }, { "PPPPPPPPPPP", 0, 0, 24 }, { "....PP.PPPP", 0, 0, 0 }, { NULL, 0, 0, 2 } };

	for (unsigned i = 0; i < model->body->seats->len; i++)
		add_row(model->body->seats->pdata[i], seen[i].marks, seen[i].in_a_row, seen[i].within, seen[i].votes);
}

const struct members_model *literal_members(void)
{
	if (model)
		return model;
	model = g_new0(struct members_model, 1);
	*model = (struct members_model){ .body = literal_body(), .rules = literal_rules(), .day = TODAY, .bodies = 2, .rows = g_ptr_array_new(),
		.days = g_array_new(FALSE, FALSE, sizeof(day_t)), .trainings = g_ptr_array_new(), .disclosures = g_ptr_array_new() };
	for (int month = 11; month > 0; month--) {
		day_t day = day_add_months(TODAY, 1 - month);
		g_array_append_val(model->days, day);
	}
	add_training("Camille Moreau", "academy", "2024-02-10", 960);
	add_training("Camille Moreau", "Use of force: law and policy", "2024-06-01", 270);
	add_training("Adaeze Okafor", "ride_along", "2024-03-02", 180);
	add_training("Grace Thornbury", "NACOLE regional training", "2024-10-20", 1500);
	add_disclosure("Camille Moreau", "Harbour Towing", "my brother drives for Harbour Towing", "2023-11-12", "2024-09-17");
	add_disclosure("Camille Moreau", "C-2024-0187", "the complainant is a client of my firm", "2024-12-04", NULL);
	literal_rows();
	return model;
}

static void poison(char **text)
{
	g_free(*text);
	*text = g_strdup(literal_nasty);
}

/* Another model of the same, with literal_nasty in what people wrote. */
const struct members_model *literal_members_hostile(void)
{
	static struct members_model *hostile;
	struct members_model *kept = model;

	if (hostile)
		return hostile;
	model = NULL;
	hostile = (struct members_model *)literal_members();
	model = kept;
	for (unsigned i = 0; i < hostile->trainings->len; i++)
		poison(&((struct training_record *)hostile->trainings->pdata[i])->course);
	for (unsigned i = 0; i < hostile->disclosures->len; i++) {
		poison(&((struct disclosure_record *)hostile->disclosures->pdata[i])->matter);
		poison(&((struct disclosure_record *)hostile->disclosures->pdata[i])->about);
	}
	for (unsigned i = 0; i < hostile->rows->len; i++)
		((struct member_row *)hostile->rows->pdata[i])->on.holder = literal_nasty;
	return hostile;
}
