/*
 * Changes the deadline of the most urgent open case by a day and prints the monotonic time in ms of the commit: the other
 * process of the bench, whose change must show on a screen. usage: poke FILE
 */
#include <stdio.h>
#include "store/case_store.h"

static bool first_case(const struct case_facts *facts, void *data)
{
	*(id_t64 *) data = facts->id;
	return false;
}

static bool change(struct store *store, GError **error)
{
	struct case_record record = { 0 };
	id_t64 id = 0;

	if (!case_store_open_by_due(store, 0, first_case, &id, error) || !case_store_get(store, id, &record, error))
		return false;
	record.due -= 1;
	bool good = store_begin(store, error) && case_store_update(store, &record, error) && store_commit(store, error);
	case_record_clear(&record);
	return good;
}

int main(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(store_t) store = argc == 2 ? store_open(argv[1], STORE_WRITE, &error) : NULL;

	if (!store || !change(store, &error)) {
		fprintf(stderr, "poke: %s\n", error ? error->message : "usage: poke FILE");
		return 1;
	}
	printf("%.3f\n", (double) g_get_monotonic_time() / 1e3);
	return 0;
}
