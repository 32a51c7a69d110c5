/*
 * What the public sees of a meeting, and nothing else: built field by field from a whitelist (UX.md 8.5), so that a field added to the
 * state is hidden until somebody writes it here. The projector, the public papers and their fuzz test read only this. Case titles,
 * narratives, persons, reasons of recusals, closed titles and what is said in closed session are not in it.
 */
#ifndef DAIS_MODEL_PUBLIC_MEETING_H
#define DAIS_MODEL_PUBLIC_MEETING_H

#include "model/meeting_model.h"

struct public_vote_line { char *name; enum choice choice; bool counts; };      /* CHOICE_NONE while hidden or to come */
struct public_meeting {
	char *body, *when_day;            /* "Riverton Police Oversight Board", ISO day of the meeting in its zone */
	enum meeting_phase phase;
	bool blank;                       /* closed session: nothing but the body, the clock and the words for it */
	char *item_number, *item_title;   /* public title, or a word that tells nothing; NULL: no item is open */
	char *next_number, *next_title;
	char *motion_name, *motion_text, *mover, *seconder, *stage;   /* stage: "roll call", "debate", ... in words; NULL: no motion */
	char *needs;                      /* "4 ayes of 7: ..."; while the choices are hidden it does not tell them either */
	bool vote_open, revealed;         /* revealed: choices may be shown */
	int answered, to_answer;
	GArray *lines;                    /* struct public_vote_line, roll order */
	struct tally tally;               /* zeros while not revealed */
	enum vote_result result; char *arithmetic;      /* as it stands */
	bool corrected;                   /* after the result */
	bool by_consent, by_voice;
	char *speaker, *topic; int speaker_left, speaker_seconds, speaker_warning; bool speaking, speaker_paused;
	int queue;                        /* speakers waiting */
	char *reported;                   /* what was reported out of the last closed session; NULL */
	bool roll_completed, quorum;
	instant_t starts, adjourned, recess_until;   /* 0 not yet, none */
	char *place, *zone;
};
/* reveal: by the frozen rules unless the clerk overrides it (0 as the rules say, 1 live, 2 when complete). */
struct public_meeting *public_meeting_new(const struct meeting *meeting, int reveal, instant_t now, const char *lang);
/* The same of the meeting that is followed; before the call to order: what was announced of it. NULL: there is no meeting. reveal 0: as the
 * clerk wishes. */
struct public_meeting *public_meeting_of(const struct meeting_model *model, const struct board *board, int reveal, instant_t now, const char *lang);
void public_meeting_free(struct public_meeting *view);

#endif
