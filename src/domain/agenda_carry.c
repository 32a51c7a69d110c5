#include "domain/agenda_carry.h"

#include "base/i18n.h"
#include "domain/agenda.h"
#include "domain/docket.h"

static bool is_pending(enum motion_state state)
{
	return state == MOTION_MADE || state == MOTION_PENDING || state == MOTION_VOTING;
}

/* What is on the consent calendar is there to be acted upon. One that was opened and passed over, pulled or not, with no motion of its own
 * and no word of what was done, was not decided; nor was it by a calendar that was not adopted. */
static bool passed_over(const struct meeting *meeting, const struct meeting_item *item)
{
	const struct motion *by = meeting_motion(meeting, item->decided_by);
	if (meeting->imported || !item->consent || item->state != ITEM_DONE || item->outcome || (by && by->state == MOTION_CARRIED))
		return false;
	for (guint i = 0; i < meeting->motions->len; i++) {
		const struct motion *motion = meeting->motions->pdata[i];
		if (motion->item == item->position && motion->kind->effect != EFFECT_CONSENT)
			return false;
	}
	return true;
}

enum carry_why carry_why(const struct meeting *meeting, const struct meeting_item *item)
{
	const struct motion *by = meeting_motion(meeting, item->decided_by);
	bool tabled = false;
	for (guint i = 0; i < meeting->motions->len; i++) {
		const struct motion *motion = meeting->motions->pdata[i];
		if (motion->item != item->position)
			continue;
		if (is_pending(motion->state))
			return CARRY_PENDING;
		tabled |= motion->state == MOTION_TABLED;
	}
	if (tabled)
		return CARRY_TABLED;
	if (by && by->state == MOTION_CARRIED && by->kind->effect == EFFECT_POSTPONE)
		return CARRY_POSTPONED;
	if (by && by->state == MOTION_CARRIED && by->kind->effect == EFFECT_REFER)
		return CARRY_REFERRED;
	if (passed_over(meeting, item))
		return CARRY_PENDING;
	return item->state == ITEM_WAITING && !by ? CARRY_WAITING : CARRY_NOT;
}

const char *carry_words(enum carry_why why)
{
	static const char *const words[] = {
		[CARRY_NOT] = "", [CARRY_WAITING] = N_("not reached"), [CARRY_PENDING] = N_("not decided"), [CARRY_POSTPONED] = N_("postponed"),
		[CARRY_TABLED] = N_("laid on the table"), [CARRY_REFERRED] = N_("referred"),
	};
	return why == CARRY_NOT ? "" : _(words[why]);
}

char *carry_docket(id_t64 item)
{
	return g_strdup_printf("carried:%" G_GINT64_FORMAT, (gint64) item);
}

struct agenda_item *carry_item(const struct agenda_item *was, const struct meeting_item *item)
{
	struct agenda_item *next = agenda_item_copy(was);
	next->id = next->meeting_id = 0;
	next->position = 0;
	g_clear_pointer(&next->number, g_free);
	g_free(next->docket);
	next->docket = carry_docket(was->id);
	next->carried = was->carried + 1;
	next->unposted = false;
	next->consent = was->consent && !item->pulled;
	return next;
}

bool carry_is_continued(enum carry_why why, const char *kind)
{
	bool adjourned_to = meeting_kind_find(kind) == MEETING_KIND_ADJOURNED;
	return why == CARRY_POSTPONED || (adjourned_to && (why == CARRY_WAITING || why == CARRY_PENDING));
}

bool carry_continues(const struct rules *rules, day_t posted, day_t on)
{
	return rules->continued_days && posted <= on && on - posted <= rules->continued_days;
}

/* --- all of a meeting --- */

void carried_free(void *data)
{
	struct carried *carried = data;
	if (carried->item)
		agenda_item_free(carried->item);
	g_free(carried);
}

/* The item as the database has it: the agenda was frozen as it stood. NULL: it was added in the meeting. */
static const struct agenda_item *stored(const GPtrArray *rows, const struct meeting_item *item)
{
	const struct agenda_item *row = item->position <= (int) rows->len ? rows->pdata[item->position - 1] : NULL;
	return row && !g_strcmp0(row->title, item->title) ? row : NULL;
}

/* What stands on every agenda of this kind comes again by itself, if nothing was decided about it. */
static bool comes_again(const struct agenda_item *item, enum carry_why why, const GPtrArray *entries)
{
	for (guint i = 0; why == CARRY_WAITING && item->entry && entries && i < entries->len; i++)
		if (!g_strcmp0(((const struct agenda_entry *) entries->pdata[i])->id, item->entry))
			return true;
	return false;
}

/* An item that was added in the meeting has no row of its own: it is known by the meeting and its position. */
static struct agenda_item *added(const struct meeting_item *item, id_t64 left)
{
	struct agenda_item row = { .title = item->title, .public_title = item->public_title, .section = item->section, .action = item->action,
		.minutes = item->minutes, .consent = item->consent, .closed = item->closed, .presenter = item->presenter, .case_number = item->case_number };
	struct agenda_item *next = carry_item(&row, item);
	g_free(next->docket);
	next->docket = g_strdup_printf("carried:%" G_GINT64_FORMAT "+%d", (gint64) left, item->position);
	return next;
}

static void place(struct agenda_item *item, const struct agenda_entry *part)
{
	if (!part || item->case_number || item->consent || item->closed)
		return;
	g_free(item->section);
	item->section = g_strdup(part->section);
	item->minutes = item->minutes ? item->minutes : part->each;
}

GPtrArray *carry_all(const struct meeting *meeting, const struct meeting_record *left, const GPtrArray *rows, const struct body *body, const char *kind)
{
	GPtrArray *all = g_ptr_array_new_with_free_func(carried_free);
	g_autoptr(GPtrArray) entries = body ? agenda_template(body, kind) : NULL;
	const struct agenda_entry *part = docket_entry_of(body, 1u << DOCKET_CARRIED);
	for (guint i = 0; i < meeting->items->len; i++) {
		const struct meeting_item *item = meeting->items->pdata[i];
		enum carry_why why = carry_why(meeting, item);
		const struct agenda_item *row = stored(rows, item);
		if (why == CARRY_NOT || (row && comes_again(row, why, entries)))
			continue;
		struct carried *carried = g_new0(struct carried, 1);
		*carried = (struct carried) { .item = row ? carry_item(row, item) : added(item, left->id), .why = why, .from = row ? row->id : 0,
			.left = left->id, .left_at = left->starts };
		place(carried->item, part);
		g_ptr_array_add(all, carried);
	}
	return all;
}
