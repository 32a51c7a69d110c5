/* What the files of the meeting's state share. Every kind of event is one row of the table in meeting_apply.c. */
#ifndef DAIS_DOMAIN_MEETING_PRIVATE_H
#define DAIS_DOMAIN_MEETING_PRIVATE_H

#include "base/error.h"
#include "base/i18n.h"
#include "domain/frozen.h"
#include "domain/meeting.h"

/* Refuses an event in words; always gives false. */
bool meeting_refuse(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* A check sees the event with the members its row asks for already found good; apply then cannot fail. */
typedef bool meeting_check_step(const struct meeting *meeting, const struct meeting_event *event, GError **error);
typedef void meeting_apply_step(struct meeting *meeting, const struct meeting_event *event);

/* meeting_people.c */
meeting_check_step check_called, check_arrived, check_absent, check_excused, check_roll_completed, check_here,
	check_seated, check_unseated, check_recused, check_returned;
meeting_apply_step apply_called, apply_arrived, apply_left, apply_absent, apply_excused, apply_roll_completed, apply_presiding,
	apply_seated, apply_unseated, apply_recused, apply_returned;
/* Recusal of a member on an item, by declaration or in a roll call. */
void member_recuse(struct meeting *meeting, int member, int item, bool left);
/* Alternates in the place of a member who is in the room go back when the item is over. */
void alternates_return(struct meeting *meeting);
void alternates_leave(struct meeting *meeting);

/* meeting_items.c */
meeting_check_step check_item_added, check_item_opened, check_item_closed, check_item_pulled;
meeting_apply_step apply_item_added, apply_item_opened, apply_item_closed, apply_item_pulled;

/* meeting_motions.c, meeting_order.c, meeting_effect.c */
meeting_check_step check_moved, check_seconded, check_restated, check_fell, check_ruled, check_settled, check_debate;
meeting_apply_step apply_moved, apply_seconded, apply_restated, apply_withdrawn, apply_fell, apply_ruled, apply_settled, apply_nothing;
/* Takes the immediately pending motion off the floor in this state; this one, if it is there at all: of published motions none need be. */
void floor_pop(struct meeting *meeting, enum motion_state state);
void floor_leave(struct meeting *meeting, struct motion *motion, enum motion_state state);
/* A motion was decided: its state, what it does when it was carried, and the item it decides. */
void motion_decided(struct meeting *meeting, struct motion *motion, enum vote_result result, instant_t at);
/* May this member move, second or vote on what concerns this item? */
bool member_may_act(const struct meeting *meeting, int member, int item, GError **error);

/* meeting_votes.c */
meeting_check_step check_vote_opened, check_vote_cast, check_vote_taken_back, check_objected, check_vote_declared,
	check_vote_corrected;
meeting_apply_step apply_vote_opened, apply_vote_cast, apply_vote_taken_back, apply_objected, apply_vote_declared, apply_vote_cancelled,
	apply_vote_corrected;
/* A member came, left or was recused while a roll call is open. */
void vote_member_changed(struct meeting *meeting, int member);
/* The roll as it would be called now, and its counts. roll: struct ballot; g_array_unref. */
GArray *roll_make(const struct meeting *meeting, const struct motion *motion);
struct tally roll_tally(const struct meeting *meeting, const GArray *roll);

/* meeting_session.c */
meeting_check_step check_recess, check_closed_announced, check_closed_entered, check_closed_left, check_reported_out,
	check_speaker_queued, check_speaker_started, check_speaker_paused, check_speaker_resumed, check_speaker_ended, check_speaker_removed,
	check_speaker_extended, check_taken_over, check_minutes_corrected, check_minutes_approved;
meeting_apply_step apply_recess, apply_reconvened, apply_closed_announced, apply_closed_entered, apply_closed_left, apply_reported_out,
	apply_speaker_queued, apply_speaker_started, apply_speaker_paused, apply_speaker_resumed, apply_speaker_ended, apply_speaker_removed,
	apply_speaker_extended, apply_taken_over, apply_adjourned, apply_minutes_corrected, apply_minutes_approved;

static inline struct member *member_at(struct meeting *meeting, int index) { return meeting->members->pdata[index]; }
static inline struct meeting_item *item_at(struct meeting *meeting, int position) { return meeting->items->pdata[position - 1]; }
static inline struct motion *motion_at(struct meeting *meeting, int number) { return meeting->motions->pdata[number - 1]; }
static inline struct vote *vote_at(struct meeting *meeting, int number) { return meeting->votes->pdata[number - 1]; }

#endif
