/* The filter language: what a person types must mean one thing, and a mistake must be told where it is. */
#include <string.h>
#include "base/error.h"
#include "domain/filter.h"

static const struct filter_clause *one(struct filter **filter, const char *text)
{
	GError *error = NULL;
	*filter = filter_parse(text, NULL, &error);
	g_assert_no_error(error);
	g_assert_cmpuint((*filter)->n, ==, 1);
	return &(*filter)->clauses[0];
}

static void check_values(const char *text, enum case_field field, const char *joined)
{
	g_autoptr(filter_t) filter = NULL;
	const struct filter_clause *clause = one(&filter, text);
	g_autofree char *values = g_strjoinv("|", clause->values);
	g_assert_cmpint(clause->field, ==, field);
	g_assert_cmpstr(values, ==, joined);
}

static void test_words(void)
{
	check_values("Takedown", CASE_FIELD_TEXT, "takedown");
	check_values("\"One  Camera\"", CASE_FIELD_TEXT, "one camera");
	check_values("class:Force,BIAS", CASE_FIELD_CLASS, "force|bias");
	check_values("DISTRICT:\"8th Precinct\"", CASE_FIELD_DISTRICT, "8th precinct");
	check_values("district:\"a, b\",c", CASE_FIELD_DISTRICT, "a, b|c");
	check_values("finding.chief:sustained", CASE_FIELD_FINDING_CHIEF, "sustained");
	check_values("number:C-2024", CASE_FIELD_NUMBER, "c-2024");
	check_values("10:30", CASE_FIELD_TEXT, "10:30");
	check_values("one,two", CASE_FIELD_TEXT, "one,two");
	g_autoptr(filter_t) filter = filter_parse("  force  !state:closed !refused \"in order\" ", NULL, NULL);
	g_assert_cmpuint(filter->n, ==, 4);
	g_assert_false(filter->clauses[0].negated || filter->clauses[0].phrase);
	g_assert_true(filter->clauses[1].negated && filter->clauses[1].field == CASE_FIELD_STATE);
	g_assert_true(filter->clauses[2].negated && filter->clauses[2].field == CASE_FIELD_TEXT);
	g_assert_true(filter->clauses[3].phrase);
	g_assert_cmpuint(filter->clauses[1].start, ==, 9);
	g_assert_cmpuint(filter->clauses[1].end, ==, 22);
	g_autoptr(filter_t) empty = filter_parse("   ", NULL, NULL);
	g_assert_cmpuint(empty->n, ==, 0);
}

static void check_range(const char *text, gint64 low, gint64 high)
{
	g_autoptr(filter_t) filter = NULL;
	const struct filter_clause *clause = one(&filter, text);
	g_assert_cmpint(clause->low, ==, low);
	g_assert_cmpint(clause->high, ==, high);
	g_assert_null(clause->values);
}

static void test_ranges(void)
{
	day_t first = day_from_civil(2018, 1, 1), last = day_from_civil(2019, 12, 31);
	check_range("received:2018..2019", first, last);
	check_range("received:2018-05", day_from_civil(2018, 5, 1), day_from_civil(2018, 5, 31));
	check_range("received:2024-02", day_from_civil(2024, 2, 1), day_from_civil(2024, 2, 29));
	check_range("received:9999-12", day_from_civil(9999, 12, 1), day_from_civil(9999, 12, 31));
	check_range("received:2018-05-03", day_from_civil(2018, 5, 3), day_from_civil(2018, 5, 3));
	check_range("due:<2024-12-01", DAY_UNKNOWN + 1, day_from_civil(2024, 11, 30));
	check_range("due:<=2024", DAY_UNKNOWN + 1, day_from_civil(2024, 12, 31));
	check_range("closed:>2019", day_from_civil(2020, 1, 1), G_MAXINT32);
	check_range("closed:>=2019", day_from_civil(2019, 1, 1), G_MAXINT32);
	check_range("closed:..", DAY_UNKNOWN + 1, G_MAXINT32);
	check_range("occurred:..2019-06", DAY_UNKNOWN + 1, day_from_civil(2019, 6, 30));
	check_range("age:>180", 181, G_MAXINT64);
	check_range("age:30..90", 30, 90);
	check_range("age:7", 7, 7);
	check_range("overdue:yes", 1, 1);
	check_range("disagrees:No", 0, 0);
}

static void check_mistake(const char *text, unsigned expected, const char *says)
{
	unsigned where = 4711;
	g_autoptr(GError) error = NULL;
	g_assert_null(filter_parse(text, &where, &error));
	g_assert_error(error, DAIS_ERROR, DAIS_ERROR_USAGE);
	if (!strstr(error->message, says))
		g_error("'%s': '%s' does not say '%s'", text, error->message, says);
	g_assert_cmpuint(where, ==, expected);
}

static void test_mistakes(void)
{
	check_mistake("force distrct:north", 6, "did you mean 'district'");
	check_mistake("!stat:open", 1, "did you mean 'state'");
	check_mistake("zzzzz:1", 0, "the fields are number,");
	check_mistake("a class:", 8, "a value is missing after 'class:'");
	check_mistake("class:,", 6, "a value is missing");
	check_mistake("x !", 3, "a value is missing");
	check_mistake("state:open \"half a", 11, "not closed");
	check_mistake("age:old", 4, "'old' is no number");
	check_mistake("received:yesterday", 9, "'yesterday' is no date");
	check_mistake("received:2023-02-29", 9, "is no date");
	check_mistake("received:2019..2018", 9, "empty");
	check_mistake("received:", 9, "a value is missing");
	check_mistake("overdue:maybe", 8, "overdue:yes");
	check_mistake("age:99999999999999999999", 4, "is no number");
	check_mistake("\033[31mx:1 class:", 15, "a value is missing");
	unsigned where;
	g_autoptr(GError) error = NULL;
	g_assert_null(filter_parse("age:\033]0;x\007", &where, &error));
	g_assert_null(strchr(error->message, '\033'));
}

static void test_equal(void)
{
	g_autoptr(filter_t) a = filter_parse("class:force age:>3 !x \"x\"", NULL, NULL);
	g_autoptr(filter_t) b = filter_parse("CLASS:Force   age:4.. x x", NULL, NULL);
	g_assert_true(filter_clause_equal(&a->clauses[0], &b->clauses[0]));
	g_assert_true(filter_clause_equal(&a->clauses[1], &b->clauses[1]));
	g_assert_false(filter_clause_equal(&a->clauses[2], &b->clauses[2]));
	g_assert_false(filter_clause_equal(&a->clauses[3], &b->clauses[3]));
	g_assert_false(filter_clause_equal(&a->clauses[0], &a->clauses[1]));
}

static void test_fields(void)
{
	for (int i = 0; i < CASE_FIELDS; i++) {
		const struct case_field_info *info = case_field_info((enum case_field) i);
		g_assert_cmpint(case_field_find(info->key), ==, i);
		g_assert_true(*info->title && *info->help);
	}
	g_assert_cmpint(case_field_find("nothing"), ==, CASE_FIELDS);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/filter/words", test_words);
	g_test_add_func("/filter/ranges", test_ranges);
	g_test_add_func("/filter/mistakes", test_mistakes);
	g_test_add_func("/filter/equal", test_equal);
	g_test_add_func("/filter/fields", test_fields);
	return g_test_run();
}
