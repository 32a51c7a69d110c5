#include "city.h"
#include "model/case_list.h"
#include <glib/gstdio.h>
#include <string.h>

static void add_term(struct vocabulary *words, const char *id, const char *label, const char *alias, unsigned flags)
{
	struct term *term = g_new0(struct term, 1);
	term->id = g_strdup(id);
	labels_add(&term->label, "en", label);
	term->aliases = g_new0(char *, 2);
	term->aliases[0] = g_strdup(alias);
	term->flags = flags;
	const char *twice = NULL;
	vocabulary_add(words, term, &twice);
	g_assert_null(twice);
}

static struct vocabulary *findings_new(void)
{
	struct vocabulary *words = vocabulary_new("finding");
	add_term(words, "sustained", "Sustained", "Sustained Finding", TERM_SUSTAINED | TERM_MERITS);
	add_term(words, "unfounded", "Unfounded", "No basis", TERM_MERITS);
	add_term(words, "pending", "Pending", "**Pending**", TERM_PENDING);
	return words;
}

static struct state *state_new(const char *id, const char *label, bool initial, bool terminal)
{
	struct state *state = g_new0(struct state, 1);
	state->id = g_strdup(id);
	labels_add(&state->label, "en", label);
	state->initial = initial;
	state->terminal = terminal;
	return state;
}

static struct workflow *workflow_make(void)
{
	struct workflow *workflow = workflow_new();
	workflow->id = g_strdup("complaint");
	g_ptr_array_add(workflow->states, state_new("intake", "Intake desk", true, false));
	g_ptr_array_add(workflow->states, state_new("inquiry", "Investigation", false, false));
	g_ptr_array_add(workflow->states, state_new("done", "Closed", false, true));
	return workflow;
}

static void add_body(struct board *board, const char *id, const char *name, struct vocabulary *findings)
{
	struct body *body = body_new();
	body->id = g_strdup(id);
	labels_add(&body->name, "en", name);
	body->workflow = board->workflows->pdata[0];
	body->findings = findings;
	g_ptr_array_add(board->bodies, body);
}

static struct board *board_make(void)
{
	struct board *board = board_new();
	g_free(board->zone);
	board->zone = g_strdup("UTC");
	g_ptr_array_add(board->workflows, workflow_make());
	struct vocabulary *classes = vocabulary_new("class"), *districts = vocabulary_new("district");
	add_term(classes, "force", "Use of force", "PHYSICAL ABUSE", 0);
	add_term(classes, "procedure", "Procedure", "PROc", 0);
	add_term(classes, "discourtesy", "Discourtesy", "rude", 0);
	add_term(districts, "north", "North", "1st district", 0);
	add_term(districts, "south", "South side", "2nd", 0);
	g_ptr_array_add(board->vocabularies, classes);
	g_ptr_array_add(board->vocabularies, districts);
	g_ptr_array_add(board->vocabularies, findings_new());
	add_body(board, "crb", "Review Board", NULL);
	/* The second body calls other things sustained. */
	struct vocabulary *own = vocabulary_new("finding");
	add_term(own, "sustained", "Upheld", "justified", TERM_SUSTAINED | TERM_MERITS);
	add_term(own, "dismissed", "Dismissed", "No basis", TERM_MERITS);
	add_body(board, "council", "Advisory Council", own);
	board->ageing.n = 3;
	board->ageing.days = g_new(int, 3);
	memcpy(board->ageing.days, (int[]) { 30, 90, 180 }, 3 * sizeof(int));
	board->filling_days = 45;
	return board;
}

/* --- cases --- */

static const char *pick(struct city *city, const char *const *words, int n)
{
	return words[g_rand_int_range(city->random, 0, n)];
}
#define PICK(city, ...) pick(city, (const char *const[]) { __VA_ARGS__ }, G_N_ELEMENTS(((const char *const[]) { __VA_ARGS__ })))

static bool chance(struct city *city, int percent)
{
	return g_rand_int_range(city->random, 0, 100) < percent;
}

static void make_dates(struct city *city, struct case_record *record)
{
	record->received = chance(city, 4) ? DAY_UNKNOWN : CITY_TODAY - g_rand_int_range(city->random, 0, 1500);
	record->occurred = chance(city, 30) ? DAY_UNKNOWN : CITY_TODAY - g_rand_int_range(city->random, 0, 2000);
	record->due = chance(city, 20) ? DAY_UNKNOWN : CITY_TODAY + g_rand_int_range(city->random, -300, 200);
	record->closed = DAY_UNKNOWN;
	if (!record->open && record->received != DAY_UNKNOWN && !chance(city, 5))
		record->closed = MIN(record->received + g_rand_int_range(city->random, -3, 400), CITY_TODAY);
}

static void make_allegations(struct city *city, id_t64 id)
{
	for (int i = g_rand_int_range(city->random, 0, 4); i > 0; i--) {
		struct allegation_record allegation = {
			.case_id = id,
			.class = g_strdup(PICK(city, "force", "Use of Force", "PROc", "procedure", "Procedure", "rude", "odd thing", NULL)),
			.detail = g_strdup(PICK(city, "takedown", "camera off", NULL)),
			.finding = {
				[STAGE_INVESTIGATOR] = g_strdup(PICK(city, "Sustained", "No basis", "pending", "Unfounded")),
				[STAGE_BOARD] = g_strdup(PICK(city, "Sustained Finding", "SUSTAINED", "No basis", "justified", NULL, "strange")),
				[STAGE_CHIEF] = g_strdup(PICK(city, "sustained", "pending", "Dismissed", NULL)),
			},
			.officer = { .age = -1 },
		};
		GError *error = NULL;
		case_store_add_allegation(city->store, &allegation, &error);
		g_assert_no_error(error);
		allegation_record_clear(&allegation);
	}
}

static void make_case(struct city *city)
{
	bool open = chance(city, 25);
	struct case_record record = {
		.number = g_strdup_printf("C-%d-%d", 2020 + g_rand_int_range(city->random, 0, 5), ++city->made),
		.body = g_strdup(PICK(city, "crb", "crb", "council")), .kind = g_strdup(PICK(city, "complaint", "review")),
		.district = g_strdup(PICK(city, "North", "north", "1st district", "2nd", "Harbour", "harbour", "Northern Islands", NULL)),
		.channel = g_strdup(PICK(city, "web", "phone", NULL)),
		.class = g_strdup(PICK(city, "force", "PHYSICAL ABUSE", "procedure", "PROC", "rude", "odd thing", "Odd Thing", "second oddity", NULL)),
		.open = open, .state = g_strdup(open ? PICK(city, "intake", "inquiry") : "done"),
		.priority = g_rand_int_range(city->random, -1, 4),
		.summary = g_strdup(PICK(city, "A takedown on the stairs", "One camera was off", "Nothing is known", "Forceful words", NULL)),
	};
	make_dates(city, &record);
	GError *error = NULL;
	case_store_insert(city->store, &record, &error);
	g_assert_no_error(error);
	make_allegations(city, record.id);
	case_store_index_text(city->store, record.id, &error);
	g_assert_no_error(error);
	case_record_clear(&record);
}

void city_grow(struct city *city, int cases)
{
	GError *error = NULL;
	store_begin(city->store, &error);
	g_assert_no_error(error);
	for (int i = 0; i < cases; i++)
		make_case(city);
	store_commit(city->store, &error);
	g_assert_no_error(error);
}

void city_make(struct city *city, guint32 seed, int cases)
{
	GError *error = NULL;
	*city = (struct city) { .random = g_rand_new_with_seed(seed), .board = board_make() };
	city->folder = g_dir_make_tmp("dais-model-XXXXXX", &error);
	g_assert_no_error(error);
	city->path = g_build_filename(city->folder, "city.db", NULL);
	city->store = store_open(city->path, STORE_CREATE, &error);
	g_assert_no_error(error);
	city_grow(city, cases);
}

void city_remove(struct city *city)
{
	store_free(city->store);
	board_free(city->board);
	g_rand_free(city->random);
	GDir *folder = g_dir_open(city->folder, 0, NULL);
	for (const char *name; folder && (name = g_dir_read_name(folder));) {
		g_autofree char *path = g_build_filename(city->folder, name, NULL);
		g_unlink(path);
	}
	g_dir_close(folder);
	g_rmdir(city->folder);
	g_free(city->folder);
	g_free(city->path);
}

/* --- reading it the plain way --- */

static void known_clear(void *data)
{
	struct known *known = data;
	case_record_clear(&known->record);
	g_ptr_array_unref(known->allegations);
}

static void take_id(const struct case_facts *facts, const char *number, void *data)
{
	g_assert_nonnull(number);
	g_array_append_val((GArray *) data, facts->id);
}

GArray *city_read(struct city *city)
{
	GError *error = NULL;
	g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(id_t64));
	GArray *all = g_array_new(FALSE, TRUE, sizeof(struct known));
	g_array_set_clear_func(all, known_clear);
	g_assert_cmpint(case_store_scan(city->store, 0, G_MAXINT, take_id, ids, &error), ==, city->made);
	for (guint i = 0; i < ids->len; i++) {
		struct known known = { .allegations = case_store_allegations(city->store, g_array_index(ids, id_t64, i), &error) };
		case_store_get(city->store, g_array_index(ids, id_t64, i), &known.record, &error);
		g_assert_no_error(error);
		g_array_append_val(all, known);
	}
	return all;
}

/* --- running models to their end --- */

void city_finish_index(struct case_index *index)
{
	GError *error = NULL;
	while (!case_index_step(index, 0, &error))
		g_assert_no_error(error);
}

void city_finish_query(struct case_query *query)
{
	GError *error = NULL;
	while (!case_query_step(query, 0, &error))
		g_assert_no_error(error);
}

void city_finish_list(struct case_list *list)
{
	GError *error = NULL;
	while (!case_list_step(list, 0, &error))
		g_assert_no_error(error);
}
