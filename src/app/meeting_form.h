/*
 * Forms: what has to be asked before an event can be recorded, as a table of steps. Each answer goes into the draft; what the rules
 * do not allow is refused before anything is asked, and among choices it is greyed with the reason. After the last step the event is
 * recorded.
 */
#ifndef DAIS_APP_MEETING_FORM_H
#define DAIS_APP_MEETING_FORM_H

#include "app/app_private.h"

enum form_ask { FORM_END, FORM_LINE /* words */, FORM_PICK /* a menu */, FORM_QUESTION /* y or n */ };
enum form_slot { SLOT_NONE, SLOT_SEAT, SLOT_OTHER, SLOT_WORD, SLOT_TEXT, SLOT_NOTE, SLOT_NUMBER, SLOT_ITEM };

struct form_word { const char *word; char key; const char *text; };      /* as stored, key in the menu, what it means */

struct form_step {
	enum form_ask ask;
	enum form_slot slot;                          /* where the answer goes */
	const char *label;                            /* %s: the subject */
	bool required;                                /* FORM_LINE: not without words */
	bool yes;                                     /* FORM_QUESTION: Enter is yes */
	bool search;                                  /* FORM_PICK: letters search */
	bool (*wanted)(const struct app *app);        /* NULL: always asked */
	char *(*before)(const struct app *app);       /* FORM_LINE: what stands there to begin with; NULL nothing */
	const struct form_word *words;                /* FORM_PICK: these, up to one without a word; else */
	void (*fill)(struct app *app);                /* adds the lines */
	void (*take)(struct app *app, int value);     /* puts the chosen one into the draft */
	char *(*note)(struct app *app, int value);
};

/* Steps of a table: PICK(SEAT, N_("..."), .fill = members_fill, .take = members_take) */
#define LINE(slot_, label_, ...) { .ask = FORM_LINE, .slot = SLOT_##slot_, .label = label_, __VA_ARGS__ }
#define PICK(slot_, label_, ...) { .ask = FORM_PICK, .slot = SLOT_##slot_, .label = label_, __VA_ARGS__ }
#define QUESTION(label_, ...) { .ask = FORM_QUESTION, .label = label_, __VA_ARGS__ }

#define FORM_STEPS 8
struct form {
	enum meeting_event_kind kind;
	struct form_step steps[FORM_STEPS];           /* up to FORM_END */
	/* Completes a draft with what follows from its answers: before each look at the rules and before it is recorded. NULL: nothing does. */
	void (*complete)(const struct app *app, struct meeting_event *event);
	void (*done)(struct app *app);                /* after it was recorded */
};

/* Begins: gives the draft, to be filled with what is known already; subject is taken over. Then form_go asks. */
struct meeting_event *form_begin(struct app *app, const struct form *form, char *subject);
void form_go(struct app *app);
/* The question was left: words typed so far are kept for the next time the same is asked. */
void form_leave(struct app *app, const char *text);
/* One that needs nothing else. */
void form_ask(struct app *app, const struct form *form, char *subject);
void form_set(struct meeting_event *event, enum form_slot slot, const char *text);
/* Would the draft be in order with this answer in the slot of this step? NULL yes, else why not; g_free. */
char *form_why_not(struct app *app, const char *answer);

/* Steps that many forms have: a menu of members, with the reasons of those who may not. */
void members_fill(struct app *app);
void members_take(struct app *app, int value);

#endif
