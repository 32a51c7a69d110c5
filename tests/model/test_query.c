/* Filters answered from the index against a plain reading of each case: what the words of the filter mean, case by case. */
#include <string.h>
#include "base/text.h"
#include "model/case_list.h"
#include "city.h"

/* --- the plain meaning --- */

/* The term of a word by the lists of the test city, written out by hand rather than asked of the code under test. */
static const struct { const char *list, *id, *words[5]; } meanings[] = {
	{ "class", "force", { "force", "use of force", "physical abuse" } },
	{ "class", "procedure", { "procedure", "proc" } },
	{ "class", "discourtesy", { "discourtesy", "rude" } },
	{ "district", "north", { "north", "1st district" } },
	{ "district", "south", { "south", "south side", "2nd" } },
	{ "crb", "sustained", { "sustained", "sustained finding" } },
	{ "crb", "unfounded", { "unfounded", "no basis" } },
	{ "crb", "pending", { "pending", "**pending**" } },
	{ "council", "sustained", { "sustained", "upheld", "justified" } },
	{ "council", "dismissed", { "dismissed", "no basis" } },
	{ "state", "intake", { "intake", "intake desk" } },
	{ "state", "inquiry", { "inquiry", "investigation" } },
	{ "state", "done", { "done", "closed" } },
	{ "body", "crb", { "crb", "review board" } },
	{ "body", "council", { "council", "advisory council" } },
};

static int meaning(const char *list, const char *word)
{
	for (guint i = 0; i < G_N_ELEMENTS(meanings); i++)
		for (int k = 0; strcmp(meanings[i].list, list) == 0 && k < 5 && meanings[i].words[k]; k++)
			if (strcmp(meanings[i].words[k], word) == 0)
				return (int) i;
	return -1;
}

/* Does anything in the database or the lists equal the value? Then beginnings do not count. */
static bool equals(const char *list, const char *word, const char *value)
{
	g_autofree char *folded = text_fold(word);
	int means = meaning(list, folded), asked = meaning(list, value);
	return strcmp(folded, value) == 0 || (means >= 0 && means == asked);
}

static bool starts(const char *list, const char *word, const char *value)
{
	g_autofree char *folded = text_fold(word);
	int means = meaning(list, folded);
	bool yes = g_str_has_prefix(folded, value);
	for (int k = 0; !yes && means >= 0 && k < 5 && meanings[means].words[k]; k++)
		yes = g_str_has_prefix(meanings[means].words[k], value);
	return yes;
}

struct plain { GArray *all; };

static const char *case_word(const struct known *known, enum case_field field)
{
	switch (field) {
	case CASE_FIELD_DISTRICT: return known->record.district;
	case CASE_FIELD_STATE: return known->record.state;
	case CASE_FIELD_KIND: return known->record.kind;
	case CASE_FIELD_CHANNEL: return known->record.channel;
	case CASE_FIELD_BODY: return known->record.body;
	default: return known->record.class;
	}
}

static const char *list_name(enum case_field field, const struct known *known)
{
	switch (field) {
	case CASE_FIELD_CLASS:
	case CASE_FIELD_MAIN: return "class";
	case CASE_FIELD_DISTRICT: return "district";
	case CASE_FIELD_STATE: return "state";
	case CASE_FIELD_BODY: return "body";
	case CASE_FIELD_KIND:
	case CASE_FIELD_CHANNEL:
	case CASE_FIELD_DETAIL: return "plain";
	default: return known->record.body;
	}
}

/* All words of a case that a clause is about. */
static GPtrArray *words_of(const struct known *known, enum case_field field)
{
	GPtrArray *words = g_ptr_array_new();
	bool finding = field >= CASE_FIELD_FINDING && field <= CASE_FIELD_FINDING_FINAL;
	if (!finding && field != CASE_FIELD_DETAIL && case_word(known, field))
		g_ptr_array_add(words, (void *) case_word(known, field));
	for (guint i = 0; i < known->allegations->len; i++) {
		const struct allegation_record *said = known->allegations->pdata[i];
		if (field == CASE_FIELD_CLASS && said->class)
			g_ptr_array_add(words, said->class);
		if (field == CASE_FIELD_DETAIL && said->detail)
			g_ptr_array_add(words, said->detail);
		for (int stage = 0; finding && stage < STAGES; stage++)
			if (said->finding[stage] && (field == CASE_FIELD_FINDING || (int) field == CASE_FIELD_FINDING_INVESTIGATOR + stage))
				g_ptr_array_add(words, said->finding[stage]);
	}
	return words;
}

static bool any_word(const struct known *known, enum case_field field, const char *value, bool exactly)
{
	g_autoptr(GPtrArray) words = words_of(known, field);
	const char *list = list_name(field, known);
	for (guint i = 0; i < words->len; i++)
		if (exactly ? equals(list, words->pdata[i], value) : starts(list, words->pdata[i], value))
			return true;
	return false;
}

/* Is the value a word of its list, known or in use? */
static bool exact_value(const struct plain *plain, const struct known *known, enum case_field field, const char *value)
{
	if (meaning(list_name(field, known), value) >= 0)
		return true;
	bool finding = field >= CASE_FIELD_FINDING && field <= CASE_FIELD_FINDING_FINAL;
	for (guint i = 0; i < plain->all->len; i++) {
		const struct known *one = &g_array_index(plain->all, struct known, i);
		for (int f = finding ? CASE_FIELD_FINDING : (int) field; f <= (finding ? CASE_FIELD_FINDING : (int) field); f++) {
			g_autoptr(GPtrArray) words = words_of(one, f);
			for (guint k = 0; k < words->len; k++) {
				g_autofree char *folded = text_fold(words->pdata[k]);
				if (strcmp(folded, value) == 0)
					return true;
			}
		}
	}
	return false;
}

static int age_of(const struct known *known)
{
	const struct case_record *record = &known->record;
	day_t to = record->open ? CITY_TODAY : record->closed;
	return record->received == DAY_UNKNOWN || to == DAY_UNKNOWN || to < record->received ? -1 : to - record->received;
}

static bool in_range(const struct filter_clause *clause, gint64 value, bool given)
{
	return given && value >= clause->low && value <= clause->high;
}

static bool disagrees(const struct known *known)
{
	for (guint i = 0; i < known->allegations->len; i++) {
		const struct allegation_record *said = known->allegations->pdata[i];
		const char *board = said->finding[STAGE_BOARD], *chief = said->finding[STAGE_CHIEF];
		/* "pending" is a word of the one list; the other's has it not, and it is what it is. */
		if (!board || !chief || (!strcmp(known->record.body, "crb") && !strcmp(chief, "pending")))
			continue;
		g_autofree char *value = text_fold(chief);
		if (!equals(known->record.body, board, value))
			return true;
	}
	return false;
}

static bool plain_text(const struct known *known, const struct filter_clause *clause)
{
	/* Words of number, summary, class and detail; here only summaries and classes are asked about. */
	g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
	if (known->record.summary)
		g_ptr_array_add(texts, text_fold(known->record.summary));
	g_autoptr(GPtrArray) classes = words_of(known, CASE_FIELD_CLASS), details = words_of(known, CASE_FIELD_DETAIL);
	for (guint i = 0; i < classes->len; i++) {
		g_autofree char *folded = text_fold(classes->pdata[i]);
		int means = meaning("class", folded);
		g_ptr_array_add(texts, g_strdup(folded));
		if (means >= 0)           /* its label is the one with a capital: the second word of force, else the id */
			g_ptr_array_add(texts, g_strdup(strcmp(meanings[means].id, "force") ? meanings[means].id : "use of force"));
	}
	for (guint i = 0; i < details->len; i++)
		g_ptr_array_add(texts, text_fold(details->pdata[i]));
	for (guint i = 0; i < texts->len; i++) {
		g_autofree char *spaced = g_strconcat(" ", texts->pdata[i], NULL), *asked = g_strconcat(" ", clause->values[0], NULL);
		if (strstr(spaced, asked))
			return true;
	}
	return false;
}

static bool plain_clause(const struct plain *plain, const struct known *known, const struct filter_clause *clause)
{
	const struct case_record *record = &known->record;
	switch (clause->field) {
	case CASE_FIELD_RECEIVED: return in_range(clause, record->received, record->received != DAY_UNKNOWN);
	case CASE_FIELD_CLOSED: return in_range(clause, record->closed, record->closed != DAY_UNKNOWN);
	case CASE_FIELD_OCCURRED: return in_range(clause, record->occurred, record->occurred != DAY_UNKNOWN);
	case CASE_FIELD_DUE: return in_range(clause, record->due, record->due != DAY_UNKNOWN);
	case CASE_FIELD_AGE: return in_range(clause, age_of(known), age_of(known) >= 0);
	case CASE_FIELD_PRIORITY: return in_range(clause, record->priority, true);
	case CASE_FIELD_OVERDUE: return (record->open && record->due != DAY_UNKNOWN && record->due < CITY_TODAY) == (clause->low == 1);
	case CASE_FIELD_DISAGREES: return disagrees(known) == (clause->low == 1);
	case CASE_FIELD_NUMBER: return g_ascii_strncasecmp(record->number, clause->values[0], strlen(clause->values[0])) == 0;
	case CASE_FIELD_TEXT: return plain_text(known, clause);
	default: break;
	}
	for (char **value = clause->values; *value; value++) {
		if (clause->field == CASE_FIELD_STATE && (strcmp(*value, "open") == 0 || strcmp(*value, "closed") == 0)) {
			if (record->open == (strcmp(*value, "open") == 0))
				return true;
		} else if (any_word(known, clause->field, *value, exact_value(plain, known, clause->field, *value)))
			return true;
	}
	return false;
}

static bool plain_filter(const struct plain *plain, const struct known *known, const struct filter *filter)
{
	for (unsigned i = 0; i < filter->n; i++)
		if (plain_clause(plain, known, &filter->clauses[i]) == filter->clauses[i].negated)
			return false;
	return true;
}

/* --- random filters --- */

static const char *const clauses[] = {
	"state:open", "state:closed", "state:intake", "state:inq", "state:investigation", "state:open,done", "state:\"intake desk\"",
	"district:north", "district:nor", "district:harbour", "district:2nd", "district:\"1st district\"", "district:s", "district:nowhere",
	"class:force", "class:f", "class:use", "class:proc", "class:rude,force", "class:\"odd thing\"", "class:odd",
	"main:force", "main:procedure", "main:odd", "main:second",
	"body:crb", "body:council", "body:adv", "kind:complaint", "kind:r", "channel:web", "channel:p", "channel:web,phone",
	"finding:sustained", "finding:upheld", "finding:\"no basis\"", "finding.board:sustained", "finding.board:justified",
	"finding.chief:dismissed", "finding.investigator:pending", "finding.final:sustained", "finding.board:strange", "finding:susta",
	"disagrees:yes", "disagrees:no", "overdue:yes", "overdue:no", "detail:takedown", "detail:cam",
	"age:>180", "age:30..90", "age:<30", "age:0..", "priority:3", "priority:>0", "priority:-1..0",
	"received:2021", "received:2022-03..2023-01", "received:>2024-01-01", "received:..2021", "closed:2023", "occurred:2020..2021",
	"due:<2024-10-04", "due:2024", "number:c-2021", "number:C-2022-1", "number:x",
	"takedown", "tak", "camera", "force", "\"one camera\"", "odd", "discourt", "use", "nothing", "zzz",
};

static void check(const struct plain *plain, struct case_index *index, struct case_query *query, const char *text)
{
	GError *error = NULL;
	g_autoptr(filter_t) filter = filter_parse(text, NULL, &error);
	g_assert_no_error(error);
	case_query_set(query, filter);
	city_finish_query(query);
	gint64 count = 0;
	for (guint32 row = 0; row < case_index_size(index); row++) {
		const struct known *known = &g_array_index(plain->all, struct known, row);
		bool wanted = plain_filter(plain, known, filter);
		g_assert_cmpint(case_index_facts(index, row).id, ==, known->record.id);
		if (case_query_match(query, row) != wanted)
			g_error("%s: case %s %s", text, known->record.number, wanted ? "is missing" : "should not be there");
		count += wanted;
	}
	g_assert_cmpint(case_query_count(query), ==, count);
}

static char *random_filter(GRand *random)
{
	GString *text = g_string_new(NULL);
	for (int n = g_rand_int_range(random, 0, 4); n >= 0; n--)
		g_string_append_printf(text, "%s%s%s", text->len ? " " : "", g_rand_int_range(random, 0, 4) ? "" : "!",
			clauses[g_rand_int_range(random, 0, G_N_ELEMENTS(clauses))]);
	return g_string_free(text, FALSE);
}

/* Letter by letter: what was found for a word is used again, and never for another picture of the cases. */
static void check_typed(const struct plain *plain, struct case_index *index, struct case_query *query)
{
	static const char *const words[] = { "takedown", "camera", "nothing" };
	for (guint i = 0; i < G_N_ELEMENTS(words); i++)
		for (gsize n = 2; n <= strlen(words[i]); n++) {
			g_autofree char *typed = g_strndup(words[i], n);
			check(plain, index, query, typed);
		}
}

/* Allegations that come while the index loads bring words nobody knew when the filter was asked. */
static void test_new_words(void)
{
	struct city city;
	city_make(&city, 3, 7000);
	struct case_index *index = case_index_new(city.store, city.board, CITY_TODAY);
	struct case_query *query = case_query_new(index);
	GError *error = NULL;
	case_index_step(index, 0, &error);
	g_assert_true(case_index_usable(index));
	g_assert_false(case_index_complete(index));
	g_autoptr(filter_t) filter = filter_parse("class:unheard", NULL, NULL);
	case_query_set(query, filter);
	g_assert_false(case_query_step(query, 0, &error));
	g_assert_false(case_index_complete(index));
	g_assert_true(store_begin(city.store, &error));
	for (int i = 0; i < 100; i++) {
		char name[24];
		g_snprintf(name, sizeof name, "%s %d", i == 99 ? "Unheard of" : "Filler", i);
		struct allegation_record allegation = { .case_id = case_index_facts(index, 5).id, .class = name, .key = name };
		g_assert_true(case_store_add_allegation(city.store, &allegation, &error));
	}
	g_assert_true(store_commit(city.store, &error));
	city_finish_query(query);
	g_assert_cmpint(case_query_count(query), ==, 1);
	g_assert_true(case_query_match(query, 5));
	case_query_free(query);
	case_index_free(index);
	city_remove(&city);
}

static void test_filters(void)
{
	struct city city;
	city_make(&city, 7, 700);
	struct plain plain = { city_read(&city) };
	struct case_index *index = case_index_new(city.store, city.board, CITY_TODAY);
	struct case_query *query = case_query_new(index);
	check(&plain, index, query, "");
	for (guint i = 0; i < G_N_ELEMENTS(clauses); i++)
		check(&plain, index, query, clauses[i]);
	check_typed(&plain, index, query);
	for (int i = 0; i < 300; i++) {
		g_autofree char *text = random_filter(city.random);
		check(&plain, index, query, text);
	}
	/* More cases, known after a reload; the words they bring are new to the index too. */
	city_grow(&city, 100);
	g_array_unref(plain.all);
	plain.all = city_read(&city);
	g_assert_cmpint(case_index_size(index), ==, 700);
	gint64 revision[STORE_TOPICS];
	store_revisions(city.store, revision, NULL);
	case_index_reload(index);
	g_assert_cmpint(case_index_size(index), ==, 700);
	city_finish_index(index);
	for (guint i = 0; i < G_N_ELEMENTS(clauses); i++)
		check(&plain, index, query, clauses[i]);
	check_typed(&plain, index, query);
	case_query_free(query);
	case_index_free(index);
	g_array_unref(plain.all);
	city_remove(&city);
}

/* A filter asked while an older one is still worked on answers the newer one. */
static void test_typing(void)
{
	struct city city;
	city_make(&city, 8, 3000);
	struct case_index *index = case_index_new(city.store, city.board, CITY_TODAY);
	struct case_query *query = case_query_new(index), *calm = case_query_new(index);
	city_finish_index(index);
	static const char text[] = "state:open finding.board:sustained force";
	for (gsize n = 1; n <= strlen(text); n++) {
		g_autofree char *typed = g_strndup(text, n);
		g_autoptr(filter_t) filter = filter_parse(typed, NULL, NULL);
		if (!filter)
			continue;
		case_query_set(query, filter);
		GError *error = NULL;
		case_query_step(query, 0, &error);
		g_assert_no_error(error);
	}
	city_finish_query(query);
	g_autoptr(filter_t) whole = filter_parse(text, NULL, NULL);
	case_query_set(calm, whole);
	city_finish_query(calm);
	g_assert_cmpint(case_query_count(query), ==, case_query_count(calm));
	g_assert_cmpint(case_query_count(query), >, 0);
	for (guint32 row = 0; row < case_index_size(index); row++)
		g_assert_cmpint(case_query_match(query, row), ==, case_query_match(calm, row));
	case_query_free(query);
	case_query_free(calm);
	case_index_free(index);
	city_remove(&city);
}

static void test_empty(void)
{
	struct city city;
	city_make(&city, 1, 0);
	struct case_index *index = case_index_new(city.store, city.board, CITY_TODAY);
	struct case_query *query = case_query_new(index);
	g_autoptr(filter_t) filter = filter_parse("state:open force", NULL, NULL);
	case_query_set(query, filter);
	city_finish_query(query);
	g_assert_cmpint(case_query_count(query), ==, 0);
	g_assert_false(case_query_match(query, 0));
	g_assert_cmpint(case_index_percent(index), >=, 0);
	case_query_free(query);
	case_index_free(index);
	city_remove(&city);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/query/filters", test_filters);
	g_test_add_func("/query/typing", test_typing);
	g_test_add_func("/query/empty", test_empty);
	g_test_add_func("/query/new-words", test_new_words);
	return g_test_run();
}
