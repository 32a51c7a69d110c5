/* Cases and allegations for `dais list`. */
#include "cli/list.h"

#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/case_list.h"
#include "store/word_store.h"

enum { STEP_US = 50000 };

static const struct list_column case_columns[] = {
	BRIEF("number", N_("CASE")), BRIEF("class", N_("ALLEGATION")), BRIEF("district", N_("DISTRICT")),
	BRIEF("state", N_("STAGE")), BRIEF("received", N_("RECEIVED")), BRIEF("closed", N_("CLOSED")),
	BRIEF_NUMBER("age", N_("AGE")), BRIEF("due", N_("DEADLINE")), BRIEF("overdue", N_("OVERDUE")),
	EXTRA("open", N_("OPEN")), EXTRA("occurred", N_("OCCURRED")), EXTRA("kind", N_("KIND")),
	EXTRA("channel", N_("CHANNEL")), EXTRA("source", N_("SOURCE")), EXTRA("body", N_("BODY")),
	EXTRA_NUMBER("priority", N_("PRIORITY")), EXTRA("summary", N_("SUMMARY")), { .key = NULL },
};

static bool find_sort(const char *sort, enum case_field *field, bool *reverse, GError **error)
{
	*reverse = *sort == '-';
	const char *keys[CASE_FIELDS + 1] = { NULL };
	unsigned n = 0;
	*field = case_field_find(sort + *reverse);
	if (*field < CASE_FIELDS && case_field_info(*field)->sortable)
		return true;
	for (int i = 0; i < CASE_FIELDS; i++)
		if (case_field_info((enum case_field) i)->sortable)
			keys[n++] = case_field_info((enum case_field) i)->key;
	const char *near = text_nearest(sort + *reverse, keys);
	g_autofree char *all = g_strjoinv(", ", (char **) keys);
	if (near)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("nothing can be sorted by '%s'; did you mean '%s'?"),
			sort + *reverse, near);
	else
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("nothing can be sorted by '%s'; what can be is %s"),
			sort + *reverse, all);
	return false;
}

/* Loads the whole list: every case of the filter in order. */
static bool load(struct lister *lister, struct case_index *index, struct case_list *list, GError **error)
{
	enum case_field field;
	bool reverse;
	GError *failed = NULL;
	if (lister->sort) {
		if (!find_sort(lister->sort, &field, &reverse, error))
			return false;
		case_list_set_sort(list, field, reverse);
	}
	if (lister->filter && !case_list_set_filter(list, lister->filter, &lister->where, error))
		return false;
	lister->where = G_MAXUINT;
	while (!failed && !case_index_step(index, STEP_US, &failed))
		continue;
	while (!failed && !case_list_step(list, STEP_US, &failed))
		continue;
	if (failed)
		g_propagate_error(error, failed);
	return !failed;
}

typedef bool case_row_func(struct lister *lister, id_t64 id, GError **error);

/* Calls row for every case of the list until it gives false. */
static bool each_case(struct lister *lister, const struct list_column *columns, case_row_func *row,
	GError **error)
{
	struct case_index *index = case_index_new(lister->store, lister->board, lister->today);
	struct case_list *list = case_list_new(index, lister->store, lister->board, lister->lang);
	GError *failed = NULL;
	bool good = load(lister, index, list, error);
	if (good)
		list_begin(lister, columns);
	for (gint64 i = 0; good && i < list->matched; i++)
		if (!row(lister, case_list_id(list, i), &failed))
			break;
	case_list_free(list);
	case_index_free(index);
	if (failed)
		g_propagate_error(error, failed);
	return good && !failed;
}

static bool print_case(struct lister *lister, id_t64 id, GError **error)
{
	struct case_line line;
	(void) error;
	if (!case_store_line(lister->store, id, &line))
		return true;
	const struct case_facts *facts = &line.facts;
	char received[DAY_ISO_SIZE], closed[DAY_ISO_SIZE], occurred[DAY_ISO_SIZE], due[DAY_ISO_SIZE], age[16] = "",
		priority[16];
	const char *body = word_store_text(lister->store, facts->body);
	day_t end = facts->open ? lister->today : facts->closed;
	if (facts->received != DAY_UNKNOWN && end != DAY_UNKNOWN && end >= facts->received)
		g_snprintf(age, sizeof age, "%d", end - facts->received);
	g_snprintf(priority, sizeof priority, "%d", facts->priority);
	bool overdue = facts->open && facts->due != DAY_UNKNOWN && facts->due < lister->today;
#define WORD(field) list_word(lister, body, #field, word_store_text(lister->store, facts->field))
#define DAY(field) (facts->field == DAY_UNKNOWN ? NULL : day_iso(facts->field, field))
	const char *const values[] = { line.number, WORD(class), WORD(district), WORD(state), DAY(received), DAY(closed),
		*age ? age : NULL,
		DAY(due), overdue ? "yes" : "no", facts->open ? "yes" : "no", DAY(occurred), WORD(kind), WORD(channel),
			WORD(source), body,
		priority, line.summary };
	G_STATIC_ASSERT(G_N_ELEMENTS(values) == G_N_ELEMENTS(case_columns) - 1);
	return list_row(lister, case_columns, values);
}

bool list_cases(struct lister *lister, GError **error)
{
	return each_case(lister, case_columns, print_case, error);
}

static const struct list_column allegation_columns[] = {
	BRIEF("case", N_("CASE")), EXTRA("allegation", N_("KEY")), BRIEF("class", N_("ALLEGATION")),
	BRIEF("detail", N_("DETAIL")), BRIEF("finding_investigator", N_("INVESTIGATOR")),
	BRIEF("finding_board", N_("BOARD")), BRIEF("finding_chief", N_("CHIEF")), BRIEF("finding_final", N_("FINAL")),
	EXTRA("discipline", N_("DISCIPLINE")), EXTRA("closure", N_("CLOSURE")), EXTRA("officer", N_("OFFICER")),
	EXTRA("officer_race", N_("RACE")), EXTRA("officer_sex", N_("SEX")), EXTRA_NUMBER("officer_age", N_("AGE")),
	EXTRA("officer_unit", N_("UNIT")), EXTRA_NUMBER("copy", N_("COPY")), { .key = NULL },
};

static bool print_allegation(struct lister *lister, const char *number, const char *body,
	const struct allegation_record *allegation)
{
	char age[16], copy[16];
	const char *finding[STAGES];
	g_snprintf(age, sizeof age, "%d", allegation->officer.age);
	g_snprintf(copy, sizeof copy, "%d", allegation->copy);
	for (int stage = 0; stage < STAGES; stage++)
		finding[stage] = list_word(lister, body, "finding", allegation->finding[stage]);
	const char *const values[] = { number, allegation->key, list_word(lister, body, "class", allegation->class),
		allegation->detail,
		finding[STAGE_INVESTIGATOR], finding[STAGE_BOARD], finding[STAGE_CHIEF], finding[STAGE_FINAL],
			allegation->discipline,
		allegation->closure, allegation->officer.ref, allegation->officer.race, allegation->officer.sex,
		allegation->officer.age >= 0 && allegation->officer.role ? age : NULL, allegation->officer.unit, copy };
	G_STATIC_ASSERT(G_N_ELEMENTS(values) == G_N_ELEMENTS(allegation_columns) - 1);
	return list_row(lister, allegation_columns, values);
}

static bool print_allegations(struct lister *lister, id_t64 id, GError **error)
{
	struct case_line line;
	if (!case_store_line(lister->store, id, &line))
		return true;
	g_autofree char *number = g_strdup(line.number);
	const char *body = word_store_text(lister->store, line.facts.body);
	g_autoptr(GPtrArray) allegations = case_store_allegations(lister->store, id, error);
	for (unsigned i = 0; allegations && i < allegations->len; i++)
		if (!print_allegation(lister, number, body, allegations->pdata[i]))
			return false;
	return allegations != NULL;
}

bool list_allegations(struct lister *lister, GError **error)
{
	return each_case(lister, allegation_columns, print_allegations, error);
}
