/*
 * The Agenda screen at work: an edit is asked for, done by action/agenda_action, and read back. What is asked about is remembered as it was on
 * the screen when the question came up, so that a change by somebody else in between is told and not overwritten.
 */
#ifndef DAIS_APP_AGENDA_DESK_H
#define DAIS_APP_AGENDA_DESK_H

#include "action/agenda_action.h"
#include "model/agenda_model.h"

struct app;
struct event;

struct agenda_desk {
	char *why_not;                /* why this agenda is not edited; NULL: it may be */
	id_t64 meeting, item;         /* what is being asked about; item 0: the agenda */
	gint64 follows;               /* the last change that was on the screen then */
	gint64 done;                  /* the last change this person made or saw */
	int position;                 /* where an added item goes */
	enum agenda_field field;
	char *label;                  /* of an attachment that is being added */
	int attachment;               /* index of the one that is taken out */
	GPtrArray *offers;            /* struct agenda_offer *: what may be carried over, as it is being offered; NULL */
	char *from;                   /* the meeting they come from */
	char *kept;                   /* words of an edit that was not done, for the next try */
	id_t64 kept_item;
	enum agenda_field kept_field;
	struct {
		bool held;                /* the mouse holds the item that is asked about */
		int x, y;                 /* where the mouse is, cells from 0 */
		gint64 scrolls;           /* when the list goes on by a row, us; 0: it stands */
	} drag;
	id_t64 select;                /* to be selected when the agenda was read again; 0 what is selected stays */
};
void agenda_desk_clear(struct agenda_desk *desk);
/* The agenda was read anew: whether it may be edited, and what is selected. */
void agenda_desk_loaded(struct app *app);

/* The agenda on the screen; NULL: no meeting is shown. */
const struct agenda_model *agenda_shown(const struct app *app);
/* The item that is selected; NULL: there is none. */
const struct agenda_item *agenda_selected(const struct app *app);
/* The item that is being asked about, as it is now; NULL, and said, when somebody took it off the agenda meanwhile. */
const struct agenda_item *agenda_asked(struct app *app);
/* Remembers what is asked about: the selected item, or (whole) the agenda, which must be shown. False, and said: it is another one now. */
bool agenda_ask_about(struct app *app, bool whole);
/* Who edits what, as remembered. */
struct agenda_hand agenda_hand_of(struct app *app);
/* What became of an edit: says the words (taken over) or the error (taken over), and has the agenda read again. True: it was done. */
bool agenda_outcome(struct app *app, const struct agenda_hand *hand, enum agenda_outcome outcome, char *words, GError *error);
/* A flag of the remembered item the other way round. */
void agenda_toggle(struct app *app, enum agenda_field field);
/* Moves the remembered item to this position, from 1. */
void agenda_put_at(struct app *app, int position);
/* Sets a field of the remembered item; words that were not taken are kept for the next try. */
void agenda_put(struct app *app, enum agenda_field field, const char *text);
/* Asks for the words of a field of the remembered item, and sets it. */
void agenda_ask_words(struct app *app, enum agenda_field field);
/* agenda_drag.c: an item is moved with the mouse. The left button went down on the selected item: */
void agenda_drag_press(struct app *app, const struct event *event);
/* The mouse moved with the button held, or the button was let go. */
void agenda_drag_event(struct app *app, const struct event *event);
/* Nothing is held any more. True, and said: an item was being dragged, and stays where it was. */
bool agenda_drag_cancel(struct app *app);
/* The agenda was read again while an item was held. */
void agenda_drag_loaded(struct app *app);
/* ms until the list goes on under the held item; -1 never. */
int agenda_drag_timeout(const struct app *app);
void agenda_drag_tick(struct app *app);
/* The body whose meeting this is; NULL: not known to the board file. */
const struct body *agenda_body(const struct app *app);

#endif
