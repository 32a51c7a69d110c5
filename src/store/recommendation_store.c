#include "store/recommendation_store.h"
#include "store/store_private.h"

bool recommendation_store_insert(struct store *store, struct recommendation *one, GError **error)
{
	g_autoptr(running_t) insert = NULL;

	if (!store_must_write(store, error))
		return false;
	insert = statement_start(store, SQL_RECOMMENDATION_INSERT);
	bind_text(insert, 2, one->number);
	bind_text(insert, 3, one->title);
	bind_int(insert, 4, one->made);
	bind_int(insert, 5, one->at);
	bind_text(insert, 6, one->who);
	store_touch(store, TOPIC_MEETINGS);
	return bind_word(store, insert, 1, WORDS_BODY, one->body, error) && statement_run(store, insert, &one->id, error);
}

bool recommendation_store_add_event(struct store *store, id_t64 recommendation, struct recommendation_event *event, GError **error)
{
	g_autoptr(running_t) insert = NULL;

	if (!store_must_write(store, error))
		return false;
	insert = statement_start(store, SQL_RECOMMENDATION_EVENT_INSERT);
	bind_int(insert, 1, recommendation);
	bind_int(insert, 2, event->at);
	bind_text(insert, 3, event->who);
	bind_text(insert, 4, event->what);
	bind_text(insert, 5, event->field);
	bind_text(insert, 6, event->was);
	bind_text(insert, 7, event->value);
	bind_day(insert, 8, event->day);
	bind_text(insert, 9, event->why);
	bind_id(insert, 10, event->undoes);
	store_touch(store, TOPIC_MEETINGS);
	return statement_run(store, insert, &event->id, error);
}

static void *read_one(struct store *store, running_t *row)
{
	struct recommendation *one = recommendation_new();

	one->id = sqlite3_column_int64(row, 0);
	one->body = column_word(store, row, 1);
	one->number = column_text(row, 2);
	one->title = column_text(row, 3);
	one->made = column_day(row, 4);
	one->at = sqlite3_column_int64(row, 5);
	one->who = column_text(row, 6);
	return one;
}

static struct recommendation_event *read_event(running_t *row)
{
	struct recommendation_event *event = g_new0(struct recommendation_event, 1);

	*event = (struct recommendation_event) {
		.id = sqlite3_column_int64(row, 1), .at = sqlite3_column_int64(row, 2), .who = column_text(row, 3), .what = column_text(row, 4),
		.field = column_text(row, 5), .was = column_text(row, 6), .value = column_text(row, 7), .day = column_day(row, 8),
		.why = column_text(row, 9), .undoes = sqlite3_column_int64(row, 10),
	};
	return event;
}

/* Both come in the order of the recommendations' ids. */
static bool read_events(struct store *store, id_t64 body, const GPtrArray *all, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_RECOMMENDATION_EVENTS);
	guint at = 0;
	int rc;

	bind_int(row, 1, body);
	while ((rc = statement_step(store, row, error)) > 0) {
		id_t64 id = sqlite3_column_int64(row, 0);
		while (at < all->len && ((struct recommendation *) all->pdata[at])->id < id)
			at++;
		if (at < all->len && ((struct recommendation *) all->pdata[at])->id == id)
			g_ptr_array_add(((struct recommendation *) all->pdata[at])->events, read_event(row));
	}
	return rc == 0;
}

GPtrArray *recommendation_store_all(struct store *store, const char *body, GError **error)
{
	id_t64 word = body ? word_store_find(store, WORDS_BODY, body) : 0;
	if (body && !word)
		word = -1;      /* which no row has */
	g_autoptr(GPtrArray) all = statement_list(store, SQL_RECOMMENDATIONS, word, read_one, recommendation_free, error);

	return all && read_events(store, word, all, error) ? g_steal_pointer(&all) : NULL;
}
