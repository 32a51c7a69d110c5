/* The agenda as it is put together: each operation and what takes it back, numbers, places, what posting freezes, and the history in text. */
#include <string.h>
#include "base/error.h"
#include "domain/agenda_history.h"

struct table { struct agenda agenda; GPtrArray *entries; id_t64 last; };

static struct agenda_entry *new_entry(const char *id, const char *section, bool consent, bool closed, const char *prefix, const char *kinds)
{
	struct agenda_entry *entry = g_new0(struct agenda_entry, 1);
	entry->id = g_strdup(id);
	entry->section = g_strdup(section);
	entry->consent = consent;
	entry->closed = closed;
	entry->prefix = g_strdup(prefix);
	entry->kinds = kinds ? g_strsplit(kinds, " ", -1) : NULL;
	entry->minutes = 5;
	labels_add(&entry->title, "en", id);
	return entry;
}

static struct body *make_body(void)
{
	struct body *body = body_new();
	g_ptr_array_add(body->agenda, new_entry("call", "opening", false, false, NULL, NULL));
	g_ptr_array_add(body->agenda, new_entry("consent", "consent", true, false, "CA-", "regular"));
	g_ptr_array_add(body->agenda, new_entry("cases", "cases", false, false, NULL, "regular special"));
	g_ptr_array_add(body->agenda, new_entry("closed", "closed", false, true, NULL, "regular"));
	g_ptr_array_add(body->agenda, new_entry("adjourn", "closing", false, false, NULL, NULL));
	return body;
}

static struct agenda_item *new_item(const char *title)
{
	struct agenda_item *item = g_new0(struct agenda_item, 1);
	item->title = g_strdup(title);
	return item;
}

/* Does it, or says why not: "" when it was done. */
static char *done(struct table *table, struct agenda_op *op)
{
	g_autoptr(agenda_op_t) owned = op;
	g_autoptr(GError) error = NULL;
	for (guint i = 0; op->kind == AGENDA_OP_ADD && i < op->items->len; i++)
		((struct agenda_item *) op->items->pdata[i])->id = ++table->last;
	return agenda_do(&table->agenda, op, &error) ? g_strdup("") : g_strdup(error->message);
}

#define DO(table, op) do { g_autofree char *why_ = done(table, op); g_assert_cmpstr(why_, ==, ""); } while (0)
#define REFUSED(table, op, words) do { g_autofree char *why_ = done(table, op); g_assert_nonnull(strstr(why_, words)); } while (0)

static struct agenda_op *add_titled(const char *title)
{
	struct agenda_item *item = new_item(title);
	struct agenda_op *op = agenda_op_add(item);
	agenda_item_free(item);
	return op;
}

static struct agenda_op *add_at(const char *title, int position)
{
	struct agenda_op *op = add_titled(title);
	((struct agenda_item *) op->items->pdata[0])->position = position;
	return op;
}

static void table_fill(struct table *table, struct body *body, const char *kind)
{
	*table = (struct table) { .entries = agenda_template(body, kind) };
	agenda_init(&table->agenda, g_ptr_array_new_with_free_func(agenda_item_free), table->entries, false);
	GPtrArray *items = g_ptr_array_new_with_free_func(agenda_item_free);
	for (guint i = 0; i < table->entries->len; i++)
		g_ptr_array_add(items, agenda_item_of_entry(table->entries->pdata[i]));
	DO(table, agenda_op_add_all(items));
}

static void table_clear(struct table *table)
{
	agenda_clear(&table->agenda);
	g_ptr_array_unref(table->entries);
}

/* "1 call, 2 cases": what stands on it. */
static char *listed(const struct agenda *agenda)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < agenda->items->len; i++) {
		const struct agenda_item *item = agenda->items->pdata[i];
		g_assert_cmpint(item->position, ==, i + 1);
		g_string_append_printf(out, "%s%s %s", i ? ", " : "", item->number ? item->number : "-", item->title);
	}
	return g_string_free(out, FALSE);
}

#define LISTED(table, words) do { g_autofree char *all_ = listed(&(table)->agenda); g_assert_cmpstr(all_, ==, words); } while (0)

static id_t64 id_of(const struct table *table, const char *title)
{
	for (guint i = 0; i < table->agenda.items->len; i++) {
		const struct agenda_item *item = table->agenda.items->pdata[i];
		if (!strcmp(item->title, title))
			return item->id;
	}
	return 0;
}

static void test_template(void)
{
	struct body *body = make_body();
	struct table table;
	table_fill(&table, body, "regular");
	LISTED(&table, "1 call, 2 consent, 3 cases, 4 closed, 5 adjourn");
	table_clear(&table);
	table_fill(&table, body, "special");
	LISTED(&table, "1 call, 2 cases, 3 adjourn");
	table_clear(&table);
	table_fill(&table, body, NULL);
	LISTED(&table, "1 call, 2 adjourn");
	table_clear(&table);
	body_free(body);
}

/* An item goes where its like stand; the consent calendar counts its own. */
static void test_places(void)
{
	struct body *body = make_body();
	struct table table;
	table_fill(&table, body, "regular");
	struct agenda_item item = { .title = (char *) "dogs", .consent = true };
	DO(&table, agenda_op_add(&item));
	item = (struct agenda_item) { .title = (char *) "cats", .consent = true };
	DO(&table, agenda_op_add(&item));
	item = (struct agenda_item) { .title = (char *) "suit", .closed = true };
	DO(&table, agenda_op_add(&item));
	item = (struct agenda_item) { .title = (char *) "a case", .section = (char *) "cases" };
	DO(&table, agenda_op_add(&item));
	DO(&table, add_titled("news"));
	LISTED(&table, "1 call, 2 consent, CA-1 dogs, CA-2 cats, 3 cases, 4 a case, 5 closed, 6 suit, 7 news, 8 adjourn");
	/* Made from the entry that heads the part, but about a case. */
	item = (struct agenda_item) { .title = (char *) "birds", .entry = (char *) "consent", .consent = true, .case_number = (char *) "24-1", .position = 5 };
	DO(&table, agenda_op_add(&item));
	DO(&table, agenda_op_set(id_of(&table, "birds"), AGENDA_FIELD_CLOSED, "yes"));
	DO(&table, agenda_op_set(id_of(&table, "birds"), AGENDA_FIELD_CLOSED, NULL));
	LISTED(&table, "1 call, 2 consent, CA-1 dogs, CA-2 cats, CA-3 birds, 3 cases, 4 a case, 5 closed, 6 suit, 7 news, 8 adjourn");
	DO(&table, agenda_op_remove(id_of(&table, "birds")));
	DO(&table, agenda_op_set(id_of(&table, "dogs"), AGENDA_FIELD_CONSENT, NULL));
	LISTED(&table, "1 call, 2 consent, 3 dogs, CA-1 cats, 4 cases, 5 a case, 6 closed, 7 suit, 8 news, 9 adjourn");
	g_assert_cmpint(agenda_minutes_sum(table.agenda.items, NULL), ==, 25);
	/* What is due goes behind the entry that it belongs to, and what came there before; others of the section come after it. */
	g_assert_cmpint(agenda_place_of_entry(table.agenda.items, "cases"), ==, 6);
	item = (struct agenda_item) { .title = (char *) "due", .section = (char *) "cases", .docket = (char *) "case:1", .position = 6 };
	DO(&table, agenda_op_add(&item));
	g_assert_cmpint(agenda_place_of_entry(table.agenda.items, "cases"), ==, 7);
	LISTED(&table, "1 call, 2 consent, 3 dogs, CA-1 cats, 4 cases, 5 due, 6 a case, 7 closed, 8 suit, 9 news, 10 adjourn");
	/* So does what is carried over: a case to the entry that takes cases, all else to the one that takes it. */
	struct agenda_entry *cases = body->agenda->pdata[2];
	g_assert_cmpstr(cases->id, ==, "cases");
	item = (struct agenda_item) { .title = (char *) "old", .section = (char *) "cases", .docket = (char *) "carried:1" };
	cases->docket = g_strsplit("overdue,state", ",", -1);
	g_assert_cmpint(agenda_place(&table.agenda, &item), ==, 8);
	item.case_number = (char *) "24-1";
	g_assert_cmpint(agenda_place(&table.agenda, &item), ==, 7);
	g_strfreev(cases->docket);
	cases->docket = g_strsplit("carried", ",", -1);
	g_assert_cmpint(agenda_place(&table.agenda, &item), ==, 8);
	item.case_number = NULL;
	g_assert_cmpint(agenda_place(&table.agenda, &item), ==, 7);
	item.docket = (char *) "request:1";
	g_assert_cmpint(agenda_place(&table.agenda, &item), ==, 8);
	g_assert_cmpint(agenda_place_of_entry(table.agenda.items, "nothing"), ==, 0);
	g_assert_cmpint(agenda_place_of_entry(table.agenda.items, NULL), ==, 0);
	table_clear(&table);
	body_free(body);
}

static void test_refusals(void)
{
	struct body *body = make_body();
	struct table table;
	table_fill(&table, body, "regular");
	id_t64 call = id_of(&table, "call"), adjourn = id_of(&table, "adjourn");
	REFUSED(&table, add_titled(""), "needs a title");
	REFUSED(&table, agenda_op_move(call, 0), "first item");
	REFUSED(&table, agenda_op_move(adjourn, 6), "last item");
	REFUSED(&table, agenda_op_move(call, 1), "there already");
	REFUSED(&table, agenda_op_remove(99), "not on the agenda any more");
	REFUSED(&table, agenda_op_set(call, AGENDA_FIELD_TITLE, ""), "needs one");
	REFUSED(&table, agenda_op_set(call, AGENDA_FIELD_MINUTES, "soon"), "'soon' is no number");
	REFUSED(&table, agenda_op_set(call, AGENDA_FIELD_MINUTES, "1441"), "no number from 0 to 1440");
	REFUSED(&table, agenda_op_set(call, AGENDA_FIELD_MINUTES, "5"), "nothing is different");
	REFUSED(&table, agenda_op_set(call, AGENDA_FIELD_UNPOSTED, "yes"), "not changed by hand");
	REFUSED(&table, agenda_op_set(call, AGENDA_FIELD_ATTACHMENTS, "map\t"), "needs a path");
	REFUSED(&table, agenda_op_set(call, AGENDA_FIELD_BRIEF, "\xff"), "not UTF-8");
	struct agenda_item item = { .title = (char *) "due", .docket = (char *) "case:1" };
	DO(&table, agenda_op_add(&item));
	REFUSED(&table, agenda_op_add(&item), "on the agenda already, as item 5");
	GPtrArray *twice = g_ptr_array_new_with_free_func(agenda_item_free);
	item.docket = (char *) "case:2";
	g_ptr_array_add(twice, agenda_item_copy(&item));
	g_ptr_array_add(twice, agenda_item_copy(&item));
	REFUSED(&table, agenda_op_add_all(twice), "added twice");
	LISTED(&table, "1 call, 2 consent, 3 cases, 4 closed, 5 due, 6 adjourn");
	table_clear(&table);
	body_free(body);
}

/* What was posted stays; what comes later is marked and gets a letter, and is free. */
static void test_posted(void)
{
	struct body *body = make_body();
	struct table table;
	table_fill(&table, body, "special");
	DO(&table, agenda_op_post());
	id_t64 cases = id_of(&table, "cases");
	REFUSED(&table, agenda_op_post(), "posted already");
	REFUSED(&table, agenda_op_remove(cases), "item 2 was posted");
	REFUSED(&table, agenda_op_move(cases, 1), "its place stays");
	REFUSED(&table, agenda_op_set(cases, AGENDA_FIELD_TITLE, "other"), "stays as it was posted");
	REFUSED(&table, agenda_op_set(cases, AGENDA_FIELD_CLOSED, "yes"), "stays as it was posted");
	DO(&table, agenda_op_set(cases, AGENDA_FIELD_MINUTES, "30"));
	DO(&table, agenda_op_set(cases, AGENDA_FIELD_ATTACHMENTS, "Map\tmaps/1.pdf\nhttps://example.org/x"));
	DO(&table, add_at("flood", 3));
	DO(&table, add_at("fire", 4));
	LISTED(&table, "1 call, 2 cases, 2a flood, 2b fire, 3 adjourn");
	const struct agenda_item *flood = table.agenda.items->pdata[2];
	g_assert_true(flood->unposted);
	DO(&table, agenda_op_move(flood->id, 4));
	DO(&table, agenda_op_set(flood->id, AGENDA_FIELD_TITLE, "the flood"));
	DO(&table, agenda_op_remove(id_of(&table, "fire")));
	LISTED(&table, "1 call, 2 cases, 2a the flood, 3 adjourn");
	/* The meeting was moved: what is posted anew is posted whole. */
	g_assert_true(((const struct agenda_item *) table.agenda.items->pdata[2])->unposted);
	table.agenda.posted = false;
	DO(&table, agenda_op_post());
	g_assert_false(((const struct agenda_item *) table.agenda.items->pdata[2])->unposted);
	agenda_clear(&table.agenda);
	agenda_init(&table.agenda, g_ptr_array_new_with_free_func(agenda_item_free), NULL, false);
	REFUSED(&table, agenda_op_post(), "without items");
	table_clear(&table);
	body_free(body);
}

/* What waits for minutes is filled in with them: it keeps its place, its part and its minutes. */
static void test_fill(void)
{
	struct body *body = make_body();
	struct table table;
	struct agenda_entry *minutes = new_entry("minutes", "opening", false, false, NULL, NULL), *mixed = body->agenda->pdata[2];
	minutes->docket = g_strsplit("minutes", " ", -1);
	mixed->docket = g_strsplit("minutes state", " ", -1);      /* heads a part, and is no place to be filled in */
	g_ptr_array_insert(body->agenda, 1, minutes);
	table_fill(&table, body, "special");
	g_assert_cmpint(agenda_vacancy(&table.agenda, DOCKET_STATE), ==, -1);
	g_assert_cmpint(agenda_vacancy(&table.agenda, DOCKET_MINUTES), ==, 1);
	struct agenda_item due = { .title = (char *) "minutes of May", .docket = (char *) "minutes:3", .section = (char *) "x", .minutes = 9 };
	g_autoptr(agenda_op_t) op = agenda_op_fill(table.agenda.items->pdata[1], &due);
	g_assert_true(agenda_do(&table.agenda, op, NULL));
	LISTED(&table, "1 call, 2 minutes of May, 3 cases, 4 adjourn");
	const struct agenda_item *filled = table.agenda.items->pdata[1];
	g_assert_cmpstr(filled->section, ==, "opening");
	g_assert_cmpstr(filled->docket, ==, "minutes:3");
	g_assert_cmpint(filled->minutes, ==, 5);
	g_autofree char *words = agenda_op_words(op);
	g_assert_cmpstr(words, ==, "filled in item 2: minutes of May");
	/* One place takes one of them, and the same is not there twice. */
	g_assert_cmpint(agenda_vacancy(&table.agenda, DOCKET_MINUTES), ==, -1);
	REFUSED(&table, agenda_op_fill(table.agenda.items->pdata[0], &due), "on the agenda already, as item 2");
	/* It comes back as it was, where it now stands. */
	DO(&table, agenda_op_move(filled->id, 1));
	g_autoptr(agenda_op_t) back = agenda_op_inverse(op);
	g_assert_true(agenda_do(&table.agenda, back, NULL));
	LISTED(&table, "1 minutes, 2 call, 3 cases, 4 adjourn");
	g_assert_cmpint(agenda_vacancy(&table.agenda, DOCKET_MINUTES), ==, 0);
	/* Retitled by hand it says already which minutes are meant; posted it stays. */
	DO(&table, agenda_op_set(id_of(&table, "minutes"), AGENDA_FIELD_TITLE, "minutes of June"));
	g_assert_cmpint(agenda_vacancy(&table.agenda, DOCKET_MINUTES), ==, -1);
	DO(&table, agenda_op_set(id_of(&table, "minutes of June"), AGENDA_FIELD_TITLE, "minutes"));
	DO(&table, agenda_op_post());
	g_assert_cmpint(agenda_vacancy(&table.agenda, DOCKET_MINUTES), ==, -1);
	REFUSED(&table, agenda_op_fill(table.agenda.items->pdata[0], &due), "its title stays as it was posted");
	table_clear(&table);
	body_free(body);
}

/* An agenda that came with its own numbers keeps them. */
static void test_own_numbers(void)
{
	struct table table = { .entries = g_ptr_array_new(), .last = 10 };
	GPtrArray *items = g_ptr_array_new_with_free_func(agenda_item_free);
	static const char *const numbers[] = { "1", "X", "2" };
	for (guint i = 0; i < G_N_ELEMENTS(numbers); i++) {
		struct agenda_item *item = new_item(numbers[i]);
		item->id = i + 1;
		item->number = g_strdup(numbers[i]);
		g_ptr_array_add(items, item);
	}
	agenda_init(&table.agenda, items, table.entries, false);
	g_autoptr(agenda_op_t) gone = agenda_op_remove(2);
	g_assert_true(agenda_do(&table.agenda, gone, NULL));
	LISTED(&table, "1 1, 2 2");
	g_autoptr(agenda_op_t) back = agenda_op_inverse(gone);
	g_assert_true(agenda_do(&table.agenda, back, NULL));
	LISTED(&table, "1 1, X X, 2 2");
	DO(&table, add_at("new", 3));
	LISTED(&table, "1 1, X X, Xa new, 2 2");
	table_clear(&table);
}

/* --- any sequence, taken back, gives the start; and the history's text says the same as the operation --- */

static struct agenda_op *random_op(const struct table *table)
{
	guint n = table->agenda.items->len;
	const struct agenda_item *item = n ? table->agenda.items->pdata[g_test_rand_int_range(0, (int) n)] : NULL;
	static const char *const texts[] = { "", "7", "x\ty\nz\\t", "no \"quotes\"" };
	switch (item ? g_test_rand_int_range(0, 6) : 0) {
	case 0: {
		struct agenda_item *new = new_item("tab\there\\n");
		new->consent = g_test_rand_int_range(0, 3) == 0;
		new->closed = !new->consent && g_test_rand_int_range(0, 4) == 0;
		new->position = g_test_rand_int_range(0, (int) n + 2);
		new->carried = g_test_rand_int_range(0, 3);
		struct agenda_op *op = agenda_op_add(new);
		agenda_item_free(new);
		return op;
	}
	case 1: return agenda_op_remove(item->id);
	case 2: return agenda_op_move(item->id, g_test_rand_int_range(1, (int) n + 1));
	case 3: return agenda_op_fill(item, &(struct agenda_item) { .title = (char *) "filled", .case_number = (char *) "24-1", .carried = 2 });
	default: return agenda_op_set(item->id, g_test_rand_int_range(0, AGENDA_FIELD_NUMBER), texts[g_test_rand_int_range(0, G_N_ELEMENTS(texts))]);
	}
}

static GPtrArray *copies(const GPtrArray *items)
{
	GPtrArray *all = g_ptr_array_new_with_free_func(agenda_item_free);
	for (guint i = 0; i < items->len; i++)
		g_ptr_array_add(all, agenda_item_copy(items->pdata[i]));
	return all;
}

static void assert_same(const GPtrArray *a, const GPtrArray *b)
{
	g_assert_cmpuint(a->len, ==, b->len);
	for (guint i = 0; i < a->len; i++) {
		const struct agenda_item *one = a->pdata[i], *other = b->pdata[i];
		g_assert_cmpint(one->id, ==, other->id);
		g_assert_cmpint(one->position, ==, other->position);
		g_assert_true(agenda_item_same(one, other));
	}
}

/* The operation as the history gives it back. */
static struct agenda_op *through_text(const struct agenda_op *op, gint64 seq)
{
	struct agenda_change *change = g_new0(struct agenda_change, 1);
	GError *error = NULL;
	change->seq = seq;
	agenda_change_write(change, op);
	struct agenda_op *read = agenda_change_read(change, &error);
	g_assert_no_error(error);
	g_autofree char *words = agenda_op_words(op), *again = agenda_op_words(read);
	g_assert_cmpstr(words, ==, again);
	agenda_change_free(change);
	return read;
}

static void run_sequence(struct body *body, bool own_numbers)
{
	struct table table;
	table_fill(&table, body, "regular");
	if (own_numbers)
		g_free(g_steal_pointer(&((struct agenda_item *) table.agenda.items->pdata[1])->number));
	g_autoptr(GPtrArray) start = copies(table.agenda.items), ops = g_ptr_array_new_with_free_func((GDestroyNotify) agenda_op_free);
	for (int i = 0; i < 30; i++) {
		struct agenda_op *op = random_op(&table);
		if (op->kind == AGENDA_OP_ADD)
			((struct agenda_item *) op->items->pdata[0])->id = ++table.last;
		if (agenda_do(&table.agenda, op, NULL))
			g_ptr_array_add(ops, op);
		else
			agenda_op_free(op);
	}
	g_autoptr(GPtrArray) end = copies(table.agenda.items), undone = g_ptr_array_new_with_free_func((GDestroyNotify) agenda_op_free);
	for (guint i = ops->len; i-- > 0;) {
		g_autoptr(agenda_op_t) read = through_text(ops->pdata[i], i + 1);
		struct agenda_op *back = agenda_op_inverse(read);
		g_assert_true(agenda_do(&table.agenda, back, NULL));
		g_ptr_array_add(undone, back);
	}
	assert_same(table.agenda.items, start);
	for (guint i = undone->len; i-- > 0;) {
		g_autoptr(agenda_op_t) read = through_text(undone->pdata[i], i + 1), again = agenda_op_inverse(read);
		g_assert_true(agenda_do(&table.agenda, again, NULL));
	}
	assert_same(table.agenda.items, end);
	table_clear(&table);
}

static void test_any_sequence(void)
{
	struct body *body = make_body();
	for (int i = 0; i < 300; i++)
		run_sequence(body, i % 2);
	body_free(body);
}

static void test_words(void)
{
	struct body *body = make_body();
	struct table table;
	table_fill(&table, body, "regular");
	struct { struct agenda_op *op; const char *words; } rows[] = {
		{ agenda_op_move(id_of(&table, "closed"), 2), "moved item 4 before item 2" },
		{ agenda_op_move(id_of(&table, "closed"), 4), "moved item 2 behind item 4" },
		{ agenda_op_set(id_of(&table, "cases"), AGENDA_FIELD_TITLE, "Cases"), "item 3: title \"Cases\", was \"cases\"" },
		{ agenda_op_set(id_of(&table, "call"), AGENDA_FIELD_BRIEF, "all"), "item 1: brief description \"all\"" },
		{ agenda_op_set(id_of(&table, "call"), AGENDA_FIELD_BRIEF, NULL), "item 1: took out the brief description (\"all\")" },
		{ agenda_op_set(id_of(&table, "call"), AGENDA_FIELD_CLOSED, "yes"), "item 1: marked closed session" },
		{ agenda_op_set(id_of(&table, "call"), AGENDA_FIELD_CLOSED, NULL), "item 1: no longer closed session" },
		{ agenda_op_set(id_of(&table, "call"), AGENDA_FIELD_ATTACHMENTS, "a"), "item 1: other attachments" },
		{ agenda_op_remove(id_of(&table, "consent")), "removed item 2: consent" },
		{ add_titled("news"), "added item 4: news" },
		{ agenda_op_post(), "posted the agenda" },
	};
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(agenda_op_t) op = rows[i].op;
		if (op->kind == AGENDA_OP_ADD)
			((struct agenda_item *) op->items->pdata[0])->id = 50;
		GError *error = NULL;
		agenda_do(&table.agenda, op, &error);
		g_assert_no_error(error);
		g_autofree char *words = agenda_op_words(op);
		g_assert_cmpstr(words, ==, rows[i].words);
	}
	table_clear(&table);
	body_free(body);
}

/* --- which change comes next --- */

static void note(GPtrArray *changes, const char *what, gint64 undoes)
{
	struct agenda_change *change = g_new0(struct agenda_change, 1);
	change->seq = changes->len + 1;
	change->at = 1734365000 + change->seq * 60;
	change->who = g_strdup("Ana");
	change->what = g_strdup(what);
	change->undoes = undoes;
	change->was = g_strdup("called\t7\ntitled\tx\nposition\t7\n");
	change->became = g_strdup("position\t5\nbeside\t5\n");
	g_ptr_array_add(changes, change);
}

static void ends(const GPtrArray *changes, gint64 undo, gint64 redo)
{
	const struct agenda_change *one, *other;
	agenda_history_ends(changes, &one, &other);
	g_assert_cmpint(one ? one->seq : 0, ==, undo);
	g_assert_cmpint(other ? other->seq : 0, ==, redo);
}

static void test_ends(void)
{
	g_autoptr(GPtrArray) changes = g_ptr_array_new_with_free_func(agenda_change_free);
	ends(changes, 0, 0);
	note(changes, "move", 0);      /* 1 */
	note(changes, "move", 0);
	ends(changes, 2, 0);
	note(changes, "move", 2);      /* 3: undo of 2 */
	ends(changes, 1, 3);
	note(changes, "move", 1);      /* 4: undo of 1 */
	ends(changes, 0, 4);
	note(changes, "move", 4);      /* 5: 1 again */
	ends(changes, 5, 3);
	note(changes, "move", 3);      /* 6: 2 again */
	ends(changes, 6, 0);
	note(changes, "move", 6);      /* 7: undo of 6 */
	ends(changes, 5, 7);
	g_autofree char *back = agenda_history_words(changes, changes->pdata[6]), *again = agenda_history_words(changes, changes->pdata[5]);
	g_assert_cmpstr(back, ==, "took back: moved item 7 before item 5");
	g_assert_cmpstr(again, ==, "did again: moved item 7 before item 5");
	note(changes, "move", 0);      /* 8: something new: nothing is left to do again */
	ends(changes, 8, 0);
	note(changes, "post", 0);
	ends(changes, 0, 0);
	note(changes, "move", 0);
	ends(changes, 10, 0);
	note(changes, "move", 11);     /* what takes back itself, or what comes later, is an operation like any */
	note(changes, "move", 13);
	ends(changes, 12, 0);
}

static void test_sentence(void)
{
	g_autoptr(GPtrArray) changes = g_ptr_array_new_with_free_func(agenda_change_free);
	note(changes, "move", 0);
	const struct agenda_change *change = changes->pdata[0];
	g_autofree char *today = agenda_history_sentence(changes, change, change->at + 60, "UTC");
	g_assert_cmpstr(today, ==, "Ana moved item 7 before item 5 at 16:04");
	g_autofree char *later = agenda_history_sentence(changes, change, change->at + 86400, "UTC");
	g_assert_cmpstr(later, ==, "Ana moved item 7 before item 5 (Mon 16 Dec 2024, 16:04)");
}

/* A history written by another program is refused, not believed. */
static void test_damaged(void)
{
	static const struct { const char *what, *was, *became; } rows[] = {
		{ "paint", "", "" }, { "add", "", "" }, { "add", "", "title\tno id\n" }, { "add", "", "id\t-1\n" }, { "add", "", "id\t3\nwings\t2\n" },
		{ "move", "position\tmany\n", "" }, { "move", "no tab\n", "" }, { "set", "", "wings\t2\n" }, { "add", "", "id\t3\nminutes\tx\n" },
	};
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct agenda_change change = { .seq = 9, .what = (char *) rows[i].what, .was = (char *) rows[i].was, .became = (char *) rows[i].became };
		g_autoptr(GError) error = NULL;
		g_assert_null(agenda_change_read(&change, &error));
		g_assert_error(error, DAIS_ERROR, DAIS_ERROR_DATA);
		g_assert_nonnull(strstr(error->message, "change 9"));
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/agenda/the template by kind of meeting", test_template);
	g_test_add_func("/agenda/places and numbers", test_places);
	g_test_add_func("/agenda/what is refused", test_refusals);
	g_test_add_func("/agenda/posted", test_posted);
	g_test_add_func("/agenda/own numbers", test_own_numbers);
	g_test_add_func("/agenda/any sequence is taken back", test_any_sequence);
	g_test_add_func("/agenda/words", test_words);
	g_test_add_func("/agenda/what u takes back", test_ends);
	g_test_add_func("/agenda/sentence", test_sentence);
	g_test_add_func("/agenda/a place filled in", test_fill);
	g_test_add_func("/agenda/damaged history", test_damaged);
	return g_test_run();
}
