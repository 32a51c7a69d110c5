#include "domain/agenda_carry.h"

#include "base/i18n.h"
#include "domain/agenda_field.h"

static bool is_pending(enum motion_state state)
{
	return state == MOTION_MADE || state == MOTION_PENDING || state == MOTION_VOTING;
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
