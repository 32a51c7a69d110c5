/* The case list: order, selection by id across reloads, marks, pages. */
#include <stdio.h>
#include <string.h>
#include "base/text.h"
#include "model/case_list.h"
#include "city.h"

struct place { struct city city; struct case_index *index; struct case_list *list; };

static void place_make(struct place *place, guint32 seed, int cases)
{
	city_make(&place->city, seed, cases);
	place->index = case_index_new(place->city.store, place->city.board, CITY_TODAY);
	place->list = case_list_new(place->index, place->city.store, place->city.board, "en");
}

static void place_remove(struct place *place)
{
	case_list_free(place->list);
	case_index_free(place->index);
	city_remove(&place->city);
}

static void set(struct case_list *list, const char *filter, enum case_field sort, bool reverse)
{
	GError *error = NULL;
	case_list_set_filter(list, filter, NULL, &error);
	g_assert_no_error(error);
	case_list_set_sort(list, sort, reverse);
	city_finish_list(list);
}

/* The key a person would sort by, as text that compares: "" when it is not known. */
static char *plain_key(const struct case_row *row, enum case_field field)
{
	switch (field) {
	case CASE_FIELD_AGE: return row->age < 0 ? g_strdup("") : g_strdup_printf("%08d", row->age);
	case CASE_FIELD_RECEIVED: return row->received == DAY_UNKNOWN ? g_strdup("") : g_strdup_printf("%08d", row->received + 100000);
	case CASE_FIELD_OCCURRED: return row->occurred == DAY_UNKNOWN ? g_strdup("") : g_strdup_printf("%08d", row->occurred + 100000);
	case CASE_FIELD_CLOSED: return row->closed == DAY_UNKNOWN ? g_strdup("") : g_strdup_printf("%08d", row->closed + 100000);
	case CASE_FIELD_DUE: return row->due == DAY_UNKNOWN ? g_strdup("") : g_strdup_printf("%08d", row->due + 100000);
	case CASE_FIELD_PRIORITY: return g_strdup_printf("%08d", 1000 - row->priority);
	case CASE_FIELD_NUMBER: {
		int year, n;
		g_assert_cmpint(sscanf(row->number, "C-%d-%d", &year, &n), ==, 2);
		return g_strdup_printf("%04d %08d", year, n);
	}
	default: break;
	}
	const char *word = field == CASE_FIELD_CLASS ? row->class : field == CASE_FIELD_DISTRICT ? row->district : field == CASE_FIELD_STATE ? row->state :
		field == CASE_FIELD_KIND ? row->kind : field == CASE_FIELD_CHANNEL ? row->channel : field == CASE_FIELD_SOURCE ? row->source : row->body;
	return word ? text_fold(word) : g_strdup("");
}

static void check_order(struct case_list *list, enum case_field field, bool reverse)
{
	GError *error = NULL;
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
	g_autofree char *before = NULL;
	id_t64 id_before = 0;
	case_list_load_page(list, 0, (unsigned) list->matched, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(list->page_rows, ==, list->matched);
	for (unsigned i = 0; i < list->page_rows; i++) {
		const struct case_row *row = &list->page[i];
		char *key = plain_key(row, field);
		g_assert_true(g_hash_table_add(seen, GSIZE_TO_POINTER((gsize) row->id)));
		g_assert_cmpint(case_list_id(list, i), ==, row->id);
		if (before) {
			int order = strcmp(before, key) * (reverse ? -1 : 1);
			/* Not known comes last, whichever the direction. */
			if (!*before || !*key)
				order = !*before && *key ? 1 : *before && !*key ? -1 : 0;
			if (order > 0 || (order == 0 && id_before >= row->id))
				g_error("sort by %s%s: case %s (%s) stands after %s", case_field_info(field)->key, reverse ? ", reversed" : "", row->number, key, before);
		}
		g_free(before);
		before = key;
		id_before = row->id;
	}
}

static void test_sorts(void)
{
	struct place place;
	place_make(&place, 21, 900);
	for (int field = 0; field < CASE_FIELDS; field++)
		for (int reverse = 0; case_field_info(field)->sortable && reverse < 2; reverse++) {
			set(place.list, "", field, reverse);
			g_assert_cmpint(place.list->matched, ==, 900);
			check_order(place.list, field, reverse);
			set(place.list, "district:north", field, reverse);
			g_assert_cmpint(place.list->matched, >, 50);
			g_assert_cmpint(place.list->matched, <, 900);
			check_order(place.list, field, reverse);
		}
	place_remove(&place);
}

static void test_reload(void)
{
	struct place place;
	place_make(&place, 22, 400);
	set(place.list, "state:open", CASE_FIELD_DUE, false);
	gint64 shown = place.list->matched, at = shown / 2;
	id_t64 id = case_list_id(place.list, at);
	g_assert_cmpint(id, >, 0);
	g_assert_cmpint(case_list_position(place.list, id), ==, at);
	city_grow(&place.city, 300);
	case_index_reload(place.index);
	/* Nothing is lost while it loads. */
	GError *error = NULL;
	case_index_step(place.index, 0, &error);
	g_assert_no_error(error);
	g_assert_cmpint(place.list->matched, ==, shown);
	g_assert_cmpint(case_list_id(place.list, at), ==, id);
	g_assert_true(case_list_step(place.list, 0, &error));
	g_assert_cmpint(case_list_position(place.list, id), ==, at);
	city_finish_index(place.index);
	g_assert_cmpint(case_list_id(place.list, at), ==, id);        /* the old answer, until the list is stepped */
	city_finish_list(place.list);
	g_assert_cmpint(place.list->matched, >, shown);
	g_assert_cmpint(place.list->total, ==, 700);
	gint64 now = case_list_position(place.list, id);
	g_assert_cmpint(now, >=, 0);
	g_assert_cmpint(case_list_id(place.list, now), ==, id);
	/* A case outside the answer has no place. */
	set(place.list, "state:closed", CASE_FIELD_DUE, false);
	g_assert_cmpint(case_list_position(place.list, id), ==, -1);
	g_assert_cmpint(case_list_id(place.list, -1), ==, 0);
	g_assert_cmpint(case_list_id(place.list, place.list->matched), ==, 0);
	place_remove(&place);
}

static void test_mistake(void)
{
	struct place place;
	place_make(&place, 23, 60);
	set(place.list, "state:open", CASE_FIELD_RECEIVED, true);
	gint64 shown = place.list->matched;
	unsigned where = 0;
	GError *error = NULL;
	g_assert_false(case_list_set_filter(place.list, "state:open distrct:north", &where, &error));
	g_assert_nonnull(strstr(error->message, "district"));
	g_assert_cmpuint(where, ==, 11);
	g_error_free(error);
	g_assert_cmpint(place.list->matched, ==, shown);
	g_assert_cmpstr(place.list->filter, ==, "state:open");
	place_remove(&place);
}

static void test_marks(void)
{
	struct place place;
	place_make(&place, 24, 120);
	set(place.list, "state:open", CASE_FIELD_NUMBER, false);
	id_t64 first = case_list_id(place.list, 0), second = case_list_id(place.list, 1);
	case_list_load_page(place.list, 0, 10, NULL);
	case_list_toggle_mark(place.list, first);
	g_assert_true(place.list->page[0].marked && !place.list->page[1].marked);
	case_list_invert_marks(place.list);
	g_assert_false(case_list_marked(place.list, first));
	g_assert_true(case_list_marked(place.list, second));
	g_assert_cmpuint(case_list_mark_count(place.list), ==, place.list->matched - 1);
	/* Marks belong to cases, not to what is shown. */
	set(place.list, "state:closed", CASE_FIELD_NUMBER, false);
	g_assert_true(case_list_marked(place.list, second));
	case_list_clear_marks(place.list);
	g_assert_cmpuint(case_list_mark_count(place.list), ==, 0);
	/* A range is marked whichever end came first, and what is marked in it stays so. */
	case_list_toggle_mark(place.list, case_list_id(place.list, 1));
	case_list_mark_range(place.list, 3, 0);
	g_assert_cmpuint(case_list_mark_count(place.list), ==, MIN(4, place.list->matched));
	case_list_mark_range(place.list, 1, place.list->matched + 5);
	g_assert_cmpuint(case_list_mark_count(place.list), ==, place.list->matched);
	case_list_clear_marks(place.list);
	place_remove(&place);
}

static void test_pages(void)
{
	struct place place;
	place_make(&place, 25, 55);
	set(place.list, "", CASE_FIELD_NUMBER, false);
	case_list_load_page(place.list, 50, 20, NULL);
	g_assert_cmpuint(place.list->page_rows, ==, 5);
	g_assert_cmpint(place.list->page[4].id, ==, case_list_id(place.list, 54));
	case_list_load_page(place.list, 500, 20, NULL);
	g_assert_cmpuint(place.list->page_rows, ==, 0);
	set(place.list, "number:nothing", CASE_FIELD_NUMBER, false);
	g_assert_cmpint(place.list->matched, ==, 0);
	case_list_load_page(place.list, 0, 20, NULL);
	g_assert_cmpuint(place.list->page_rows, ==, 0);
	place_remove(&place);
}

/* Ages and deadlines move with the day. */
static void test_new_day(void)
{
	struct place place;
	place_make(&place, 26, 300);
	set(place.list, "overdue:yes", CASE_FIELD_AGE, true);
	gint64 before = place.list->matched;
	case_index_set_today(place.index, CITY_TODAY + 200);
	city_finish_list(place.list);
	g_assert_cmpint(place.list->matched, >, before);
	case_list_load_page(place.list, 0, 1, NULL);
	g_assert_true(place.list->page[0].overdue);
	place_remove(&place);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/list/sorts", test_sorts);
	g_test_add_func("/list/reload", test_reload);
	g_test_add_func("/list/mistake", test_mistake);
	g_test_add_func("/list/marks", test_marks);
	g_test_add_func("/list/pages", test_pages);
	g_test_add_func("/list/new-day", test_new_day);
	return g_test_run();
}
