/*
 * A newer file of the same publisher: rows known by their bytes were counted and passed over; what is left for a case that
 * was there before either replaces an older row (a finding that was pending) or is new. Old raw rows always stay.
 */
#include "action/import_private.h"
#include "base/i18n.h"
#include "store/case_store.h"
#include "store/raw_store.h"

static void texts_of(struct allegation_record *a, char **list[16])
{
	unsigned n = 0;
	list[n++] = &a->key;
	list[n++] = &a->class;
	list[n++] = &a->detail;
	for (int stage = 0; stage < STAGES; stage++)
		list[n++] = &a->finding[stage];
	list[n++] = &a->discipline;
	list[n++] = &a->closure;
	list[n++] = &a->officer.role;
	list[n++] = &a->officer.ref;
	list[n++] = &a->officer.race;
	list[n++] = &a->officer.sex;
	list[n++] = &a->officer.unit;
	list[n] = NULL;
}

void import_deferred_free(gpointer deferred)
{
	allegation_record_clear(deferred);
	g_free(deferred);
}

void import_defer(struct import *import, const struct allegation_record *allegation)
{
	struct allegation_record *copy = g_memdup2(allegation, sizeof *allegation);
	char **list[16];
	texts_of(copy, list);
	for (unsigned i = 0; list[i]; i++)
		*list[i] = g_strdup(*list[i]);
	g_ptr_array_add(import->deferred, copy);
}

static bool is_used(const struct import *import, id_t64 id)
{
	return g_hash_table_contains(import->used, &id);
}

static void set_used(struct import *import, id_t64 id)
{
	g_hash_table_add(import->used, g_memdup2(&id, sizeof id));
}

/* Does the row an allegation came from stand in the file at work, too? */
static bool stands_in_file(struct import *import, const struct allegation_record *old)
{
	struct raw_record raw = { 0 };
	if (old->raw == 0 || !raw_store_get(import->store, old->raw, &raw, NULL))
		return true;    /* not from a file: leave it alone */
	unsigned n = raw.fields->len;
	g_autofree const char **field = g_new0(const char *, n + 1);
	g_autofree size_t *length = g_new0(size_t, n + 1);
	for (unsigned i = 0; i < n; i++) {
		field[i] = g_bytes_get_data(raw.fields->pdata[i], &length[i]);
		field[i] = field[i] ? field[i] : "";
	}
	gint64 hash = raw_hash(field, length, n);
	raw_record_clear(&raw);
	return seen_count(import->file->seen, (guint64) hash) > (guint) old->copy;
}

static bool pending(const struct import *import, const struct allegation_record *allegation)
{
	for (int stage = 0; stage < STAGES; stage++)
		if (allegation->finding[stage] && import_is_pending(import, allegation->finding[stage]))
			return true;
	return false;
}

/* How well an older allegation fits as the former state of a new row; 0 not at all. */
static int fitness(const struct import *import, const struct allegation_record *old, const struct allegation_record *new)
{
	if (new->key || old->key)
		return g_strcmp0(new->key, old->key) == 0 ? 3 : 0;
	if (g_strcmp0(old->officer.ref, new->officer.ref) != 0)
		return 0;
	if (g_strcmp0(old->class, new->class) == 0 && g_strcmp0(old->detail, new->detail) == 0)
		return 2;
	return pending(import, old) ? 1 : 0;
}

static struct allegation_record *find_former(struct import *import, GPtrArray *stored, const struct allegation_record *new)
{
	struct allegation_record *best = NULL;
	int most = 0;
	for (guint i = 0; i < stored->len; i++) {
		struct allegation_record *old = stored->pdata[i];
		int fits = is_used(import, old->id) ? 0 : fitness(import, old, new);
		if (fits <= most || stands_in_file(import, old))
			continue;
		best = old;
		most = fits;
	}
	return best;
}

static bool note_change(struct import *import, const struct allegation_record *old, const struct allegation_record *new, GError **error)
{
	g_autoptr(GString) why = g_string_new(NULL);
	for (int stage = 0; stage < STAGES; stage++)
		if (g_strcmp0(old->finding[stage], new->finding[stage]) != 0)
			g_string_append_printf(why, _("finding (%s): %s -> %s; "), stage_name(stage), old->finding[stage] ? old->finding[stage] : "-",
				new->finding[stage] ? new->finding[stage] : "-");
	g_string_append(why, import->file->name);
	struct case_event event = { .case_id = old->case_id, .when = import->now, .who = (char *) "dais import", .what = (char *) "updated", .why = why->str };
	return case_store_add_event(import->store, &event, error);
}

static bool put_deferred(struct import *import, GPtrArray *stored, struct allegation_record *new, GError **error)
{
	struct allegation_record *old = find_former(import, stored, new);
	if (!old) {
		import->report->allegations_new++;
		if (!case_store_add_allegation(import->store, new, error))
			return false;
		set_used(import, new->id);
		return true;
	}
	set_used(import, old->id);
	new->id = old->id;
	new->copy = old->copy;
	import->report->allegations_updated++;
	return case_store_update_allegation(import->store, new, error) && note_change(import, old, new, error);
}

bool import_deferred_end(struct import *import, GError **error)
{
	g_autoptr(GPtrArray) stored = NULL;
	id_t64 of = 0;
	for (guint i = 0; i < import->deferred->len; i++) {
		struct allegation_record *new = import->deferred->pdata[i];
		if (new->case_id != of) {
			g_clear_pointer(&stored, g_ptr_array_unref);
			stored = case_store_allegations(import->store, new->case_id, error);
			of = new->case_id;
		}
		if (!stored || !put_deferred(import, stored, new, error))
			return false;
	}
	g_ptr_array_set_size(import->deferred, 0);
	return true;
}
