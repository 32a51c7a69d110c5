/* A register of recommendations on 16 December 2024: one of each state, of two bodies. */
#include "literal.h"

#include <string.h>

#define TODAY 20073      /* 2024-12-16 */

static struct board *board;

static void add_step(struct recommendation_rule *rule, const char *label, int length, enum clock_unit unit)
{
	struct answer_step *step = g_new0(struct answer_step, 1);

	*step = (struct answer_step){ .id = g_strdup(label), .length = length, .unit = unit };
	labels_add(&step->label, "", label);
	g_ptr_array_add(rule->steps, step);
}

static void add_answer(struct vocabulary *words, const char *id, const char *label, unsigned flags)
{
	struct term *term = g_new0(struct term, 1);
	const char *word;

	*term = (struct term){ .id = g_strdup(id), .aliases = g_new0(char *, 1), .flags = flags };
	labels_add(&term->label, "", label);
	vocabulary_add(words, term, &word);
}

static void add_body(const char *id, const char *name, const char *shorter)
{
	struct body *body = body_new();

	body->id = g_strdup(id);
	labels_add(&body->name, "", name);
	labels_add(&body->short_name, "", shorter);
	g_ptr_array_add(board->bodies, body);
}

static void make_board(void)
{
	struct vocabulary *answers = vocabulary_new("answer");

	board = board_new();
	add_body("pob", "Riverton Police Oversight Board", "Oversight Board");
	add_body("harbour", "Harbour District Council", "Harbour");
	add_answer(answers, "accepted", "Accepted", 0);
	add_answer(answers, "implemented", "Implemented", TERM_CLOSES);
	g_ptr_array_add(board->vocabularies, answers);
	board->procedure = procedure_new();
	struct recommendation_rule *rule = &board->procedure->rules.recommendations;
	rule->steps = g_ptr_array_new_with_free_func(answer_step_free);
	add_step(rule, "answer at 60 days", 60, CLOCK_DAYS);
	add_step(rule, "answer at 6 months", 6, CLOCK_MONTHS);
	add_step(rule, "answer at a year", 1, CLOCK_YEARS);
}

static struct recommendation *add(struct recommendations_model *model, const char *body, const char *number, const char *title, const char *made)
{
	struct recommendation *one = recommendation_new();

	one->id = (id_t64)model->rows->len + 1;
	one->body = g_strdup(body);
	one->number = g_strdup(number);
	one->title = g_strdup(title);
	one->made = day_parse_iso(made);
	one->at = (instant_t)one->made * 86400;
	one->who = g_strdup("ana");
	g_ptr_array_add(model->rows, one);
	return one;
}

static void event(struct recommendation *one, const char *day, const char *what, const char *field, const char *value, const char *why)
{
	struct recommendation_event *event = g_new0(struct recommendation_event, 1);

	*event = (struct recommendation_event){ .id = (id_t64)one->events->len + 1, .at = (instant_t)day_parse_iso(day) * 86400, .who = g_strdup("ana"),
		.what = g_strdup(what), .field = g_strdup(field), .value = g_strdup(value), .why = g_strdup(why), .day = field ? DAY_UNKNOWN : day_parse_iso(day) };
	g_ptr_array_add(one->events, event);
}

static struct recommendations_model *make(void)
{
	struct recommendations_model *model = g_new0(struct recommendations_model, 1);
	struct recommendation *one;

	if (!board)
		make_board();
	*model = (struct recommendations_model){ .today = TODAY, .rows = g_ptr_array_new_with_free_func(recommendation_free) };
	one = add(model, "pob", "R-2024-1", "Count every pointing of a firearm as a use of force", "2024-03-04");
	event(one, "2024-03-04", "set", "owner", "Chief of Police", NULL);
	event(one, "2024-03-04", "set", "priority", "5", NULL);
	event(one, "2024-03-04", "set", "police_priority", "2", NULL);
	event(one, "2024-03-04", "set", "metric", "force", NULL);
	event(one, "2024-05-06", "answer", NULL, "accepted", "From the next contract year on.");
	event(one, "2024-06-10", "set", "blocker", "contract", NULL);
	one = add(model, "harbour", "R-2024-1", "A desk officer who speaks Spanish on weekends", "2024-12-01");
	event(one, "2024-12-01", "set", "owner", "District commander", NULL);
	one = add(model, "pob", "R-2024-4", "Offer mediation before a discourtesy case is opened", "2024-08-20");
	event(one, "2024-10-12", "answer", NULL, "accepted", NULL);
	one = add(model, "pob", "R-2023-7", "Publish the policy on body-worn cameras", "2023-09-18");
	event(one, "2023-11-02", "answer", NULL, "implemented", "General Order 12.");
	one = add(model, "pob", "R-2024-2", "Let an outside counsel review each finding that is changed", "2024-04-08");
	event(one, "2024-05-13", "withdraw", NULL, NULL, "taken up in R-2024-4");
	for (guint i = 0; i < model->rows->len; i++) {
		recommendation_follow(model->rows->pdata[i], board, TODAY);
		model->count[((struct recommendation *)model->rows->pdata[i])->status]++;
	}
	return model;
}

const struct recommendations_model *literal_recommendations(void)
{
	static struct recommendations_model *model;

	return model ? model : (model = make());
}

static void poison(char **text)
{
	g_free(*text);
	*text = g_strdup(literal_nasty);
}

/* Another register, with literal_nasty in what people wrote. */
const struct recommendations_model *literal_recommendations_hostile(void)
{
	static struct recommendations_model *model;

	if (model)
		return model;
	model = make();
	for (guint i = 0; i < model->rows->len; i++) {
		struct recommendation *one = model->rows->pdata[i];
		poison(&one->number);
		poison(&one->title);
		for (guint e = 0; e < one->events->len; e++) {
			struct recommendation_event *event = one->events->pdata[e];
			poison(&event->value);
			poison(&event->why);
			poison(&event->who);
		}
		recommendation_follow(one, board, TODAY);
	}
	return model;
}
