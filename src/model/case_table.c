#include "model/case_table.h"

#define SLICE 8192           /* rows of one load: about 2 ms */
#define ROOM_FIRST 1024

struct case_table *case_table_new(void)
{
	struct case_table *table = g_new0(struct case_table, 1);
	table->references = 1;
	table->numbers = g_string_new(NULL);
	return table;
}

struct case_table *case_table_ref(struct case_table *table)
{
	table->references++;
	return table;
}

void case_table_unref(struct case_table *table)
{
	if (!table || --table->references > 0)
		return;
	g_free(table->id);
	for (int i = 0; i < CASE_DAYS; i++)
		g_free(table->day[i]);
	for (int i = 0; i < CASE_WORDS; i++)
		g_free(table->word[i]);
	g_free(table->priority);
	g_free(table->open);
	g_free(table->number);
	g_string_free(table->numbers, TRUE);
	g_free(table->said_case);
	for (int i = 0; i < SAID_WORDS; i++)
		g_free(table->said_word[i]);
	g_free(table);
}

static void grow_cases(struct case_table *table)
{
	table->room = MAX(table->room * 2, ROOM_FIRST);
	table->id = g_renew(id_t64, table->id, table->room);
	for (int i = 0; i < CASE_DAYS; i++)
		table->day[i] = g_renew(day_t, table->day[i], table->room);
	for (int i = 0; i < CASE_WORDS; i++)
		table->word[i] = g_renew(int, table->word[i], table->room);
	table->priority = g_renew(int, table->priority, table->room);
	table->open = g_renew(guint8, table->open, table->room);
	table->number = g_renew(guint32, table->number, table->room);
}

static void take_case(const struct case_facts *facts, const char *number, void *data)
{
	struct case_table *table = data;
	guint32 row = table->n;
	if (row == table->room)
		grow_cases(table);
	table->id[row] = facts->id;
	table->day[CASE_RECEIVED][row] = facts->received;
	table->day[CASE_OCCURRED][row] = facts->occurred;
	table->day[CASE_CLOSED][row] = facts->closed;
	table->day[CASE_DUE][row] = facts->due;
	table->word[CASE_BODY][row] = facts->body;
	table->word[CASE_KIND][row] = facts->kind;
	table->word[CASE_DISTRICT][row] = facts->district;
	table->word[CASE_CHANNEL][row] = facts->channel;
	table->word[CASE_SOURCE][row] = facts->source;
	table->word[CASE_STATE][row] = facts->state;
	table->word[CASE_CLASS][row] = facts->class;
	for (int i = 0; i < CASE_WORDS; i++)
		table->word_limit = MAX(table->word_limit, table->word[i][row] + 1);
	table->priority[row] = facts->priority;
	table->open[row] = facts->open;
	table->number[row] = (guint32) table->numbers->len;
	g_string_append(table->numbers, number ? number : "");
	g_string_append_c(table->numbers, '\0');
	table->n++;
}

static void grow_allegations(struct case_table *table)
{
	table->said_room = MAX(table->said_room * 2, ROOM_FIRST);
	table->said_case = g_renew(guint32, table->said_case, table->said_room);
	for (int i = 0; i < SAID_WORDS; i++)
		table->said_word[i] = g_renew(int, table->said_word[i], table->said_room);
}

static void take_allegation(const struct allegation_facts *facts, void *data)
{
	struct case_table *table = data;
	table->said_last = facts->id;
	guint32 row = case_table_row(table, facts->case_id);
	if (row == G_MAXUINT32)        /* its case came after we had read the cases; the next reload has both */
		return;
	if (table->said == table->said_room)
		grow_allegations(table);
	table->said_case[table->said] = row;
	table->said_word[SAID_CLASS][table->said] = facts->class;
	table->said_word[SAID_DETAIL][table->said] = facts->detail;
	for (int stage = 0; stage < STAGES; stage++)
		table->said_word[SAID_FINDING + stage][table->said] = facts->finding[stage];
	for (int i = 0; i < SAID_WORDS; i++)
		table->word_limit = MAX(table->word_limit, table->said_word[i][table->said] + 1);
	table->said++;
}

bool case_table_load(struct case_table *table, struct store *store, GError **error)
{
	int rows;
	if (!table->cases_done) {
		rows = case_store_scan(store, table->n ? table->id[table->n - 1] : 0, SLICE, take_case, table, error);
		table->cases_done = rows >= 0 && rows < SLICE;
		return rows >= 0;
	}
	rows = case_store_scan_allegations(store, table->said_last, SLICE, take_allegation, table, error);
	table->done = rows >= 0 && rows < SLICE;
	return rows >= 0;
}

guint32 case_table_row(const struct case_table *table, id_t64 id)
{
	guint32 low = 0, high = table->n;
	if (!high || id < table->id[0])
		return G_MAXUINT32;
	/* Ids mostly have no holes: then the row is known at once. */
	gint64 guess = id - table->id[0];
	if (guess < (gint64) high && table->id[guess] == id)
		return (guint32) guess;
	while (low < high) {
		guint32 middle = low + (high - low) / 2;
		if (table->id[middle] < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < table->n && table->id[low] == id ? low : G_MAXUINT32;
}

struct case_facts case_table_facts(const struct case_table *table, guint32 row)
{
	return (struct case_facts) {
		.id = table->id[row], .open = table->open[row], .priority = table->priority[row],
		.received = table->day[CASE_RECEIVED][row], .occurred = table->day[CASE_OCCURRED][row],
		.closed = table->day[CASE_CLOSED][row], .due = table->day[CASE_DUE][row],
		.body = table->word[CASE_BODY][row], .kind = table->word[CASE_KIND][row],
		.district = table->word[CASE_DISTRICT][row], .channel = table->word[CASE_CHANNEL][row],
		.source = table->word[CASE_SOURCE][row], .state = table->word[CASE_STATE][row], .class = table->word[CASE_CLASS][row],
	};
}

const char *case_table_number(const struct case_table *table, guint32 row)
{
	return table->numbers->str + table->number[row];
}

int case_table_column(enum case_field field)
{
	switch (field) {
	case CASE_FIELD_CLASS:
	case CASE_FIELD_MAIN: return CASE_CLASS;
	case CASE_FIELD_DISTRICT: return CASE_DISTRICT;
	case CASE_FIELD_STATE: return CASE_STATE;
	case CASE_FIELD_KIND: return CASE_KIND;
	case CASE_FIELD_CHANNEL: return CASE_CHANNEL;
	case CASE_FIELD_SOURCE: return CASE_SOURCE;
	case CASE_FIELD_BODY: return CASE_BODY;
	default: return -1;
	}
}
