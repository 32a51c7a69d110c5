#include "model/meeting_model.h"

#include <string.h>
#include "base/i18n.h"
#include "domain/members.h"
#include "store/journal_store.h"
#include "store/meeting_store.h"
#include "store/member_store.h"

static bool in_session(const struct meeting_record *meeting, const GArray *journals)
{
	for (guint i = 0; i < journals->len; i++)
		if (g_array_index(journals, id_t64, i) == meeting->id)
			return g_strcmp0(meeting->status, "held") != 0;
	return false;
}

static bool is_next(const struct meeting_record *meeting, const struct board *board, instant_t now)
{
	bool today = instant_day(meeting->starts, board->zone) == instant_day(now, board->zone);
	return g_strcmp0(meeting->status, "cancelled") != 0 && (meeting->starts >= now || (today && g_strcmp0(meeting->status, "held") != 0));
}

/* The one in session, else the next, else the last; 0: there is none. */
static id_t64 choose(const GPtrArray *meetings, const GArray *journals, const struct board *board, instant_t now)
{
	for (guint i = meetings->len; i-- > 0;)
		if (in_session(meetings->pdata[i], journals))
			return ((const struct meeting_record *) meetings->pdata[i])->id;
	for (guint i = 0; i < meetings->len; i++)
		if (is_next(meetings->pdata[i], board, now))
			return ((const struct meeting_record *) meetings->pdata[i])->id;
	return meetings->len ? ((const struct meeting_record *) meetings->pdata[meetings->len - 1])->id : 0;
}

static bool find_meeting(struct store *store, const struct board *board, id_t64 *meeting, instant_t now, GError **error)
{
	g_autoptr(GPtrArray) meetings = meeting_store_all(store, error);
	g_autoptr(GArray) journals = meetings ? journal_store_meetings(store, error) : NULL;
	if (!journals)
		return false;
	*meeting = choose(meetings, journals, board, now);
	return true;
}

struct meeting_model *meeting_model_load(struct store *store, const struct board *board, id_t64 meeting, instant_t now, GError **error)
{
	bool changed;
	if (!meeting && !find_meeting(store, board, &meeting, now, error))
		return NULL;
	struct meeting_model *model = g_new0(struct meeting_model, 1);
	model->id = meeting;
	model->meeting = meeting_new();
	bool good = !meeting || (meeting_store_get(store, meeting, &model->record, error) && (model->items = meeting_store_items(store, meeting, error))
		&& meeting_model_catch_up(model, store, &changed, error));
	if (good)
		return model;
	meeting_model_free(model);
	return NULL;
}

static void look_for_clerk(struct meeting_model *model, struct store *store, bool *changed)
{
	struct clerk_holder holder = { 0 };
	bool here = clerk_lock_look(store, &holder);
	if (here != model->clerk_here || g_strcmp0(holder.session, model->clerk.session) != 0)
		*changed = true;
	clerk_holder_clear(&model->clerk);
	model->clerk = holder;
	model->clerk_here = here;
}

static void look_for_reveal(struct meeting_model *model, struct store *store, bool *changed)
{
	g_autofree char *key = meeting_store_reveal_key(model->id), *value = store_meta_get(store, key);
	int reveal = g_strcmp0(value, "live") == 0 ? 1 : g_strcmp0(value, "complete") == 0 ? 2 : 0;
	*changed |= reveal != model->reveal;
	model->reveal = reveal;
}

/* What was disclosed meanwhile counts as well: an item that is opened next may be concerned. */
static bool look_for_disclosures(struct meeting_model *model, struct store *store, bool *changed, GError **error)
{
	g_autoptr(GPtrArray) all = member_store_disclosures(store, model->record.body, error);
	for (guint i = all ? all->len : 0; i-- > 0;)
		if (((const struct disclosure_record *) all->pdata[i])->ended)
			g_ptr_array_remove_index(all, i);
	if (!all)
		return false;
	*changed |= model->disclosures && model->disclosures->len != all->len;
	g_clear_pointer(&model->disclosures, g_ptr_array_unref);
	model->disclosures = g_steal_pointer(&all);
	return true;
}

/* The holder then is the holder still: who left the seat is not on the roster. */
static int member_of(const struct meeting *meeting, const struct disclosure_record *disclosure)
{
	for (guint i = 0; i < meeting->members->len; i++)
		if (!g_strcmp0(meeting_member(meeting, (int) i)->name, disclosure->holder))
			return (int) i;
	return -1;
}

const struct disclosure_record *meeting_model_disclosure(const struct meeting_model *model, int item, unsigned n, int *member)
{
	const struct meeting_item *about = meeting_item(model->meeting, item);
	for (guint i = 0; about && model->disclosures && i < model->disclosures->len; i++) {
		const struct disclosure_record *disclosure = model->disclosures->pdata[i];
		int whose = member_of(model->meeting, disclosure);
		if (whose < 0 || !disclosure_concerns(disclosure, about->case_number, about->title, about->public_title) || n-- > 0)
			continue;
		*member = whose;
		return disclosure;
	}
	return NULL;
}

bool meeting_model_catch_up(struct meeting_model *model, struct store *store, bool *changed, GError **error)
{
	g_autofree char *damage = NULL;
	*changed = false;
	if (!model->id)
		return true;
	look_for_clerk(model, store, changed);
	look_for_reveal(model, store, changed);
	if (!look_for_disclosures(model, store, changed, error))
		return false;
	if (model->broken)
		return true;
	g_autoptr(GPtrArray) events = journal_store_read_sound(store, model->id, model->meeting->seq, &damage, error);
	if (!events)
		return false;
	g_autoptr(GError) wrong = NULL;
	meeting_follow_all(model->meeting, events, &wrong);
	model->broken = wrong ? g_strdup(wrong->message) : g_steal_pointer(&damage);
	*changed |= events->len || model->broken;
	return true;
}

void meeting_model_free(struct meeting_model *model)
{
	if (!model)
		return;
	meeting_record_clear(&model->record);
	if (model->items)
		g_ptr_array_unref(model->items);
	meeting_free(model->meeting);
	clerk_holder_clear(&model->clerk);
	g_clear_pointer(&model->disclosures, g_ptr_array_unref);
	g_free(model->broken);
	g_free(model);
}
