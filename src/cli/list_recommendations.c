/* Recommendations: what became of them, and what is asked next. */
#include "cli/list.h"

#include "base/i18n.h"
#include "model/recommendations_model.h"

static const struct list_column columns[] = {
	BODY_COLUMN, BRIEF("number", N_("NUMBER")), BRIEF("made", N_("MADE")), BRIEF("state", N_("STATE")), BRIEF("due", N_("DUE")),
	BRIEF_NUMBER("days", N_("DAYS")), EXTRA("step", N_("STEP")), EXTRA("answer", N_("ANSWER")), EXTRA("answered", N_("ANSWERED")),
	BRIEF("owner", N_("TO ANSWER")), BRIEF("title", N_("TITLE")), EXTRA("text", N_("TEXT")), EXTRA("section", N_("SECTION")), EXTRA("origin", N_("ORIGIN")),
	EXTRA("case", N_("CASE")), EXTRA("vote", N_("VOTE")), EXTRA_NUMBER("priority", N_("PRIORITY")), EXTRA_NUMBER("police_priority", N_("POLICE PRIORITY")),
	EXTRA("blocker", N_("BLOCKER")), EXTRA("metric", N_("METRIC")), { .key = NULL },
};

static bool print_row(struct lister *lister, const struct recommendation *one)
{
	char made[DAY_ISO_SIZE], due[DAY_ISO_SIZE], answered[DAY_ISO_SIZE], days[16] = "";
	const char *const *field = one->field;
	if (one->next)
		g_snprintf(days, sizeof days, "%d", one->next->due - lister->today);
	bool people = lister->format == TABLE_TEXT;
	const char *const values[] = { one->body, one->number, day_iso(one->made, made),
		people ? recommendation_status_words(one->status) : recommendation_status_name(one->status),
		one->next ? day_iso(one->next->due, due) : NULL, *days ? days : NULL, one->next ? one->next->step->id : NULL,
		one->answer ? list_word(lister, one->body, "answer", one->answer->value) : NULL, one->answer ? day_iso(one->answer->day, answered) : NULL,
		field[RECOMMENDATION_FIELD_OWNER], field[RECOMMENDATION_FIELD_TITLE], field[RECOMMENDATION_FIELD_TEXT], field[RECOMMENDATION_FIELD_SECTION],
		field[RECOMMENDATION_FIELD_ORIGIN], field[RECOMMENDATION_FIELD_CASE], field[RECOMMENDATION_FIELD_VOTE], field[RECOMMENDATION_FIELD_PRIORITY],
		field[RECOMMENDATION_FIELD_POLICE_PRIORITY], field[RECOMMENDATION_FIELD_BLOCKER], field[RECOMMENDATION_FIELD_METRIC] };
	G_STATIC_ASSERT(G_N_ELEMENTS(values) == G_N_ELEMENTS(columns) - 1);
	G_STATIC_ASSERT(G_N_ELEMENTS(values) <= LIST_COLUMNS_MAX);
	return list_row(lister, columns, values);
}

bool list_recommendations(struct lister *lister, GError **error)
{
	if (lister->body && !board_named_body(lister->board, lister->body, error))
		return false;
	g_autoptr(recommendations_model_t) model = recommendations_model_load(lister->store, lister->board, lister->body, lister->today, error);
	if (!model)
		return false;
	list_begin(lister, columns);
	for (guint i = 0; i < model->rows->len; i++)
		if (!print_row(lister, model->rows->pdata[i]))
			break;
	return true;
}
