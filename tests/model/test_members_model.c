/* The model of the Members screen: records beside their holder, on a day; attendance and votes of the meetings of a year. */
#include "fixture.h"
#include "model/members_model.h"
#include "store/member_store.h"

#define NOW G_GINT64_CONSTANT(1734393600)      /* 16 December 2024, 18:00 in Chicago */

static void add_seat(struct body *body, const char *id, const char *holder)
{
	struct seat *seat = g_new0(struct seat, 1);
	*seat = (struct seat) { .id = g_strdup(id), .holder = g_strdup(holder), .flags = SEAT_VOTING | SEAT_QUORUM,
		.term_start = DAY_UNKNOWN, .term_end = DAY_UNKNOWN, .training_done = DAY_UNKNOWN, .vacant_since = DAY_UNKNOWN };
	g_ptr_array_add(body->seats, seat);
}

static struct board *make_board(void)
{
	struct board *board = board_new();
	struct body *body = body_new();
	board->zone = g_strdup("America/Chicago");
	board->procedure = procedure_new();
	board->procedure->rules.training.gate = TRAINING_GATE_VOTE;
	body->id = g_strdup("pob");
	add_seat(body, "3", "Moreau");
	add_seat(body, "6", NULL);
	g_ptr_array_add(board->bodies, body);
	return board;
}

static void add_training(struct store *store, const char *holder, const char *course, day_t day, int minutes)
{
	struct training_record record = { .body = (char *) "pob", .seat = (char *) "3", .holder = (char *) holder, .course = (char *) course,
		.day = day, .minutes = minutes, .at = NOW, .who = (char *) "ana" };
	g_assert_true(member_store_add_training(store, &record, NULL));
}

static id_t64 disclose(struct store *store, const char *matter)
{
	struct disclosure_record record = { .body = (char *) "pob", .seat = (char *) "3", .holder = (char *) "Moreau", .matter = (char *) matter,
		.about = (char *) "kin", .at = NOW, .who = (char *) "ana" };
	g_assert_true(member_store_add_disclosure(store, &record, NULL));
	return record.id;
}

static void test_records(void)
{
	struct fixture files;
	g_autoptr(GError) error = NULL;
	g_autoptr(board_t) board = make_board();
	fixture_make(&files);
	struct store *store = fixture_create(&files);
	day_t today = instant_day(NOW, board->zone);
	fixture_begin(store);
	add_training(store, "Moreau", "academy", today - 30, 480);
	add_training(store, "Moreau", "A talk", today - 10, 60);
	add_training(store, "Marsh", "A talk", today - 10, 60);
	disclose(store, "24-0103");
	g_assert_true(member_store_end_disclosure(store, disclose(store, "24-0104"), NOW, NULL));
	fixture_commit(store);
	g_autoptr(members_model_t) model = members_model_load(store, board, 7, today, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(model->at, ==, 0);
	g_assert_cmpuint(model->rows->len, ==, 2);
	const struct member_row *row = members_model_row(model, 0), *vacant = members_model_row(model, 1);
	g_assert_cmpint(row->training.minutes, ==, 540);
	g_assert_cmpuint(row->trainings->len, ==, 2);
	g_assert_cmpstr(((const struct training_record *) row->trainings->pdata[0])->course, ==, "A talk");
	g_assert_cmpuint(row->disclosures->len, ==, 2);
	g_assert_cmpuint(row->in_force, ==, 1);
	g_assert_cmpstr(((const struct disclosure_record *) row->disclosures->pdata[0])->matter, ==, "24-0103");
	g_assert_cmpint(vacant->on.status, ==, SEAT_STATUS_VACANT);
	g_assert_cmpuint(vacant->trainings->len, ==, 0);
	g_assert_null(members_model_row(model, 2));
	g_assert_null(members_model_row(model, -1));
	g_autoptr(members_model_t) earlier = members_model_load(store, board, 0, today - 20, NULL);
	g_assert_cmpint(members_model_row(earlier, 0)->training.minutes, ==, 480);
	store_free(store);
	fixture_remove(&files);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/members model/records of the holder on a day", test_records);
	return g_test_run();
}
