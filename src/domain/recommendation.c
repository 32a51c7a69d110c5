#include "domain/recommendation.h"

#include <stdlib.h>
#include <string.h>
#include "base/i18n.h"
#include "base/text.h"
#include "domain/clock.h"
#include "domain/metric.h"

/* --- names --- */

static const struct { const char *name; unsigned needs; const char *title; } acts[] = {
#define X(id, name, needs, words) { name, needs, words },
	RECOMMENDATION_ACT_LIST(X)
#undef X
};

enum recommendation_act recommendation_act_find(const char *name)
{
	int act = 0;
	while (act < RECOMMENDATION_ACTS && g_strcmp0(acts[act].name, name) != 0)
		act++;
	return act;
}

const char *recommendation_act_name(enum recommendation_act act)
{
	return acts[act].name;
}

const char *recommendation_act_title(enum recommendation_act act)
{
	return _(acts[act].title);
}

unsigned recommendation_act_needs(enum recommendation_act act)
{
	return acts[act].needs;
}

const char *const recommendation_field_names[] = {
#define X(id, name, words) [RECOMMENDATION_FIELD_##id] = name,
	RECOMMENDATION_FIELD_LIST(X)
#undef X
	NULL
};

enum recommendation_field recommendation_field_find(const char *name)
{
	return text_index(recommendation_field_names, name);
}

const char *recommendation_field_title(enum recommendation_field field)
{
	static const char *const titles[] = {
#define X(id, name, words) [RECOMMENDATION_FIELD_##id] = words,
		RECOMMENDATION_FIELD_LIST(X)
#undef X
	};
	return _(titles[field]);
}

static const struct { const char *name, *words; } states[] = {
#define X(id, name, words) { name, words },
	RECOMMENDATION_STATUS_LIST(X)
#undef X
};

const char *recommendation_status_name(enum recommendation_status status)
{
	return states[status].name;
}

const char *recommendation_status_words(enum recommendation_status status)
{
	return i18n_word(states[status].words);
}

/* --- values --- */

bool recommendation_vote_parse(const char *text, day_t *day, int *motion)
{
	g_auto(GStrv) part = g_strsplit(text ? text : "", "/", 2);
	guint64 number = 0;
	bool two = part[0] && part[1];
	*day = two ? day_parse_iso(part[0]) : DAY_UNKNOWN;
	if (*day == DAY_UNKNOWN || !g_ascii_string_to_unsigned(part[1], 10, 1, 99999, &number, NULL))
		return false;
	*motion = (int) number;
	return true;
}

char *recommendation_field_fault(enum recommendation_field field, const char *value)
{
	day_t day;
	int motion;
	if (field == RECOMMENDATION_FIELD_TITLE && text_is_blank(value))
		return g_strdup(_("say in a few words what is recommended"));
	if (!*value)
		return NULL;
	switch (field) {
	case RECOMMENDATION_FIELD_PRIORITY:
	case RECOMMENDATION_FIELD_POLICE_PRIORITY:
		return strlen(value) == 1 && strchr("12345", *value) ? NULL : g_strdup_printf(_("'%s' is no priority; it is a number from 1 (low) to 5 (high)"), value);
	case RECOMMENDATION_FIELD_METRIC:
		return metric_find(value) != METRICS ? NULL : g_strdup_printf(_("there is no measure '%s'; dais chart --help lists them"), value);
	case RECOMMENDATION_FIELD_VOTE:
		return recommendation_vote_parse(value, &day, &motion) ? NULL
			: g_strdup_printf(_("'%s' names no vote; write the day of the meeting and the number of the motion: 2026-11-09/3"), value);
	default:
		return NULL;
	}
}

/* --- records --- */

void recommendation_event_free(void *data)
{
	struct recommendation_event *event = data;
	g_free(event->who);
	g_free(event->what);
	g_free(event->field);
	g_free(event->was);
	g_free(event->value);
	g_free(event->why);
	g_free(event);
}

struct recommendation *recommendation_new(void)
{
	struct recommendation *one = g_new0(struct recommendation, 1);
	one->events = g_ptr_array_new_with_free_func(recommendation_event_free);
	one->force = g_ptr_array_new();
	one->due = g_array_new(FALSE, FALSE, sizeof(struct answer_due));
	return one;
}

void recommendation_free(void *data)
{
	struct recommendation *one = data;
	if (!one)
		return;
	g_free(one->body);
	g_free(one->number);
	g_free(one->title);
	g_free(one->who);
	g_ptr_array_unref(one->events);
	g_ptr_array_unref(one->force);
	g_array_unref(one->due);
	g_free(one);
}

/* --- what the events say --- */

static bool is_undone(const struct recommendation *one, const struct recommendation_event *event)
{
	for (guint i = 0; i < one->events->len; i++)
		if (((const struct recommendation_event *) one->events->pdata[i])->undoes == event->id)
			return true;
	return false;
}

static void find_force(struct recommendation *one)
{
	g_ptr_array_set_size(one->force, 0);
	for (guint i = 0; i < one->events->len; i++) {
		struct recommendation_event *event = one->events->pdata[i];
		if (!event->undoes && !is_undone(one, event))
			g_ptr_array_add(one->force, event);
	}
}

static bool is_answer(const struct recommendation_event *event)
{
	return recommendation_act_find(event->what) == RECOMMENDATION_ANSWER;
}

/* By their day; those of one day as they were recorded. g_ptr_array_unref. */
static GPtrArray *answers_of(const struct recommendation *one)
{
	GPtrArray *answers = g_ptr_array_new();
	for (guint i = 0; i < one->force->len; i++) {
		struct recommendation_event *event = one->force->pdata[i];
		guint at = answers->len;
		if (!is_answer(event))
			continue;
		while (at > 0 && ((const struct recommendation_event *) answers->pdata[at - 1])->day > event->day)
			at--;
		g_ptr_array_insert(answers, (int) at, event);
	}
	return answers;
}

/* How many of the days are answered with an answer of this day, when the first n are answered before it: those that have passed, else the next
 * after it. One that follows another before the same day tells what is new, and does not answer for months later. */
static guint answered_by(const GArray *due, guint n, day_t day)
{
	guint passed = 0;
	while (passed < due->len && g_array_index(due, struct answer_due, passed).due < day)
		passed++;
	return passed == n ? MIN(n + 1, due->len) : MAX(passed, n);
}

static void answer_steps(struct recommendation *one, const GPtrArray *answers)
{
	guint n = 0;
	for (guint i = 0; i < answers->len; i++) {
		const struct recommendation_event *answer = answers->pdata[i];
		for (guint end = answered_by(one->due, n, answer->day); n < end; n++)
			g_array_index(one->due, struct answer_due, n).answer = answer;
	}
	one->answer = answers->len ? answers->pdata[answers->len - 1] : NULL;
	one->next = n < one->due->len ? &g_array_index(one->due, struct answer_due, n) : NULL;
}

static int earlier(const void *a, const void *b)
{
	const struct answer_due *one = a, *other = b;
	return (one->due > other->due) - (one->due < other->due);
}

static void make_steps(struct recommendation *one, const struct board *board)
{
	const GPtrArray *steps = board_procedure(board, one->of)->rules.recommendations.steps;
	char iso[DAY_ISO_SIZE];
	g_array_set_size(one->due, 0);
	/* What is outside the calendar, written by another program or too far ahead, is no day by which to answer. */
	for (guint i = 0; steps && *day_iso(one->made, iso) && i < steps->len; i++) {
		const struct answer_step *step = steps->pdata[i];
		const struct clock_rule rule = { .length = step->length, .unit = step->unit };
		struct answer_due due = { .step = step, .due = clock_last_day(&rule, board, one->made, 0) };
		if (*day_iso(due.due, iso))
			g_array_append_val(one->due, due);
	}
	g_array_sort(one->due, earlier);
}

static const struct term *answer_term(const struct board *board, const struct body *body, const char *answer)
{
	return answer ? vocabulary_find(board_words(board, body, "answer"), answer) : NULL;
}

static enum recommendation_status status_of(const struct recommendation *one, const struct board *board, bool withdrawn, day_t today)
{
	const struct term *term = one->answer ? answer_term(board, one->of, one->answer->value) : NULL;
	if (withdrawn)
		return RECOMMENDATION_IS_WITHDRAWN;
	if (term && term->flags & TERM_CLOSES)
		return RECOMMENDATION_IS_CLOSED;
	if (one->next && one->next->due < today)
		return RECOMMENDATION_IS_OVERDUE;
	return one->answer ? RECOMMENDATION_IS_ANSWERED : RECOMMENDATION_IS_OPEN;
}

void recommendation_follow(struct recommendation *one, const struct board *board, day_t today)
{
	bool withdrawn = false;
	one->of = one->body ? board_body(board, one->body) : NULL;
	memset(one->field, 0, sizeof one->field);
	one->field[RECOMMENDATION_FIELD_TITLE] = one->title;
	find_force(one);
	for (guint i = 0; i < one->force->len; i++) {
		const struct recommendation_event *event = one->force->pdata[i];
		enum recommendation_field field = event->field ? recommendation_field_find(event->field) : RECOMMENDATION_FIELDS;
		if (field < RECOMMENDATION_FIELDS)
			one->field[field] = event->value && *event->value ? event->value : NULL;
		withdrawn |= recommendation_act_find(event->what) == RECOMMENDATION_WITHDRAWN;
	}
	g_autoptr(GPtrArray) answers = answers_of(one);
	make_steps(one, board);
	answer_steps(one, answers);
	one->status = status_of(one, board, withdrawn, today);
	if (one->status == RECOMMENDATION_IS_CLOSED || one->status == RECOMMENDATION_IS_WITHDRAWN)
		one->next = NULL;
}

int recommendation_by_due(gconstpointer a, gconstpointer b)
{
	const struct recommendation *one = *(struct recommendation *const *) a, *other = *(struct recommendation *const *) b;
	day_t due = one->next ? one->next->due : INT32_MAX, later = other->next ? other->next->due : INT32_MAX;
	return (due > later) - (due < later);
}

const struct recommendation_event *recommendation_undoable(const struct recommendation *one)
{
	return one->force->len ? one->force->pdata[one->force->len - 1] : NULL;
}

char *recommendation_answered_fault(const struct recommendation *one, day_t day, day_t today)
{
	char iso[DAY_ISO_SIZE];
	if (day > today)
		return g_strdup_printf(_("%s is still to come; an answer is recorded when it was given"), day_iso(day, iso));
	return day < one->made ? g_strdup_printf(_("%s was made on %s; it was not answered before"), one->number, day_iso(one->made, iso)) : NULL;
}

bool recommendation_needs_reason(const struct recommendation *one, const struct board *board, const char *answer, day_t day)
{
	const struct term *term = answer_term(board, one->of, answer);
	guint n = 0;
	if (term && term->flags & TERM_REASON)
		return true;
	if (term && term->flags & TERM_CLOSES)
		return false;
	while (n < one->due->len && g_array_index(one->due, struct answer_due, n).answer)
		n++;
	for (guint end = answered_by(one->due, n, day); n < end; n++)
		if (g_array_index(one->due, struct answer_due, n).step->reason)
			return true;
	return false;
}

/* --- words --- */

/* A measure by its title, as it is everywhere else; what is empty: none. */
static const char *value_words(enum recommendation_field field, const char *value)
{
	enum metric metric = field == RECOMMENDATION_FIELD_METRIC && value ? metric_find(value) : METRICS;
	return metric < METRICS ? _(metric_info(metric)->title) : value && *value ? value : _("none");
}

static char *set_words(const struct recommendation_event *event)
{
	enum recommendation_field field = recommendation_field_find(event->field);
	const char *name = field < RECOMMENDATION_FIELDS ? recommendation_field_title(field) : event->field;
	const char *value = value_words(field, event->value);
	return event->was && *event->was ? g_strdup_printf(_("%s: %s, was %s"), name, value, value_words(field, event->was)) : g_strdup_printf("%s: %s", name, value);
}

char *recommendation_event_words(const struct recommendation_event *event, const struct board *board, const struct body *body, const char *lang)
{
	enum recommendation_act act = recommendation_act_find(event->what);
	char day[DAY_ISO_SIZE];
	switch (act) {
	case RECOMMENDATION_ANSWER:
		return g_strdup_printf(_("answer of %s: %s"), day_iso(event->day, day), board_label(board, body, "answer", event->value, lang));
	case RECOMMENDATION_SET:
		return set_words(event);
	case RECOMMENDATION_UNDONE:
		return g_strdup_printf("%s: %s", recommendation_act_title(act), event->value ? event->value : "");
	case RECOMMENDATION_ACTS:
		return g_strdup(event->what);
	default:
		return g_strdup(recommendation_act_title(act));
	}
}

char *answer_due_words(const struct answer_due *due, const struct board *board, const struct body *body, const char *lang, day_t today)
{
	char day[DAY_ISO_SIZE], answered[DAY_ISO_SIZE];
	const char *label = labels_get(&due->step->label, lang);
	int left = due->due - today;
	day_iso(due->due, day);
	if (due->answer && due->answer->day > due->due)
		return g_strdup_printf(_("%s, due %s: %s on %s, late"), label, day, board_label(board, body, "answer", due->answer->value, lang), day_iso(due->answer->day, answered));
	if (due->answer)
		return g_strdup_printf(_("%s, due %s: %s on %s"), label, day, board_label(board, body, "answer", due->answer->value, lang), day_iso(due->answer->day, answered));
	if (left < 0)
		return g_strdup_printf(ngettext("%s, due %s: %d day over", "%s, due %s: %d days over", -left), label, day, -left);
	return g_strdup_printf(ngettext("%s, due %s: %d day left", "%s, due %s: %d days left", left), label, day, left);
}

char *recommendation_next_number(const GPtrArray *recommendations, const char *body, day_t made)
{
	g_autofree char *lead = g_strdup_printf("R-%d-", month_year(month_of_day(made)));
	guint64 most = 0, n;
	for (guint i = 0; i < recommendations->len; i++) {
		const struct recommendation *one = recommendations->pdata[i];
		if (g_strcmp0(one->body, body) == 0 && g_str_has_prefix(one->number, lead)
			&& g_ascii_string_to_unsigned(one->number + strlen(lead), 10, 1, 999999, &n, NULL))
			most = MAX(most, n);
	}
	return g_strdup_printf("%s%" G_GUINT64_FORMAT, lead, most + 1);
}
