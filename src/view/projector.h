/*
 * The projector: what the room sees (UX.md 8.5). Pure drawing of public_meeting and nothing else; no hints, no messages, no errors of the
 * clerk. Designed for 24 rows; larger screens get large letters and air, smaller ones plain lines.
 */
#ifndef DAIS_VIEW_PROJECTOR_H
#define DAIS_VIEW_PROJECTOR_H

#include "model/public_meeting.h"
#include "view/canvas.h"

struct projector_state {
	instant_t now;
	bool blank;                 /* the operator blanked it: the clock stays */
	bool card;                  /* the test card */
	instant_t still;            /* since when the record can no longer be read; 0: it is followed */
};
/* view NULL: there is no meeting. Any size from 1x1. */
void projector_draw(struct canvas *canvas, const struct public_meeting *view, const struct projector_state *state);

#endif
