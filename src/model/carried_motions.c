#include "model/carried_motions.h"

#include "model/recorded_meetings.h"

void carried_motion_free(void *data)
{
	struct carried_motion *motion = data;
	g_free(motion->id);
	g_free(motion->text);
	g_free(motion);
}

static void add_motions(GPtrArray *all, const struct meeting *meeting, day_t day)
{
	char iso[DAY_ISO_SIZE];
	for (guint i = meeting->motions->len; i-- > 0;) {
		const struct motion *motion = meeting->motions->pdata[i];
		if (motion->state != MOTION_CARRIED || motion->kind->class != MOTION_CLASS_MAIN || motion->in_closed)
			continue;
		struct carried_motion *made = g_new0(struct carried_motion, 1);
		made->id = g_strdup_printf("%s/%d", day_iso(day, iso), motion->number);
		made->text = g_strdup(motion->text && *motion->text ? motion->text : labels_get(&motion->kind->label, NULL));
		g_ptr_array_add(all, made);
	}
}

GPtrArray *carried_motions_load(struct store *store, const struct board *board, const char *body, GError **error)
{
	g_autoptr(GPtrArray) meetings = recorded_meetings_load(store, board, body, INSTANT_LEAST, error);
	GPtrArray *all = meetings ? g_ptr_array_new_with_free_func(carried_motion_free) : NULL;
	for (guint i = meetings ? meetings->len : 0; i-- > 0;) {
		const struct meeting_model *one = meetings->pdata[i];
		if (one->meeting->phase != PHASE_NONE)
			add_motions(all, one->meeting, instant_day(one->meeting->record.starts, board->zone));
	}
	return all;
}
