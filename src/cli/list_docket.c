/* What is due for the board: the docket. */
#include "cli/list.h"

#include "action/case_clocks.h"
#include "base/i18n.h"
#include "model/docket_model.h"

static const struct list_column columns[] = {
	BODY_COLUMN, EXTRA("key", N_("KEY")), BRIEF("case", N_("CASE")), BRIEF("due", N_("DUE")), BRIEF_NUMBER("days", N_("DAYS")),
	EXTRA("reasons", N_("REASONS")), EXTRA_NUMBER("answers", N_("ANSWERS")), BRIEF("why", N_("WHY")), BRIEF("title", N_("TITLE")), EXTRA_NUMBER("listed", N_("LISTED")), { .key = NULL },
};

/* The reasons as words that do not change with the language. */
static char *reason_ids(unsigned reasons)
{
	GString *text = g_string_new(NULL);
	for (int i = 0; i < DOCKET_REASONS; i++)
		if (reasons >> i & 1)
			g_string_append_printf(text, "%s%s", text->len ? " " : "", docket_reason_ids[i]);
	return g_string_free(text, FALSE);
}

static bool print_entry(struct lister *lister, const struct docket_model *model, const struct docket_entry *entry)
{
	char due[DAY_ISO_SIZE], days[16] = "", listed[24] = "", answers[16];
	g_autofree char *reasons = reason_ids(entry->reasons);
	if (entry->due != DAY_UNKNOWN)
		g_snprintf(days, sizeof days, "%d", entry->due - model->today);
	if (entry->listed)
		g_snprintf(listed, sizeof listed, "%" G_GINT64_FORMAT, (gint64) entry->listed);
	g_snprintf(answers, sizeof answers, "%u", entry->answers);
	const char *const values[] = { entry->body ? entry->body->id : "", entry->key, entry->number, day_iso(entry->due, due), days, reasons, answers, entry->why,
		entry->title, listed };
	G_STATIC_ASSERT(G_N_ELEMENTS(values) == G_N_ELEMENTS(columns) - 1);
	return list_row(lister, columns, values);
}

bool list_docket(struct lister *lister, GError **error)
{
	const struct body *body = lister->body ? board_named_body(lister->board, lister->body, error) : NULL;
	if (lister->body && !body)
		return false;
	struct docket_model *model = docket_model_load(lister->store, lister->board, body, NULL, lister->lang, lister->now, error);
	if (!model)
		return false;
	if (!case_clocks_current(lister->store, lister->board))
		fprintf(stderr, "dais: %s\n", _("the clocks kept in this database follow other rules than this board file, so that deadlines may be missing; "
			"they are worked out anew when somebody who may write it opens its agenda"));
	if (model->gap)
		fprintf(stderr, "dais: %s\n", model->gap);
	docket_model_words(model, lister->store, 0, model->entries->len);
	list_begin(lister, columns);
	for (guint i = 0; i < model->entries->len; i++)
		if (!print_entry(lister, model, &g_array_index(model->entries, struct docket_entry, i)))
			break;
	docket_model_free(model);
	return true;
}
