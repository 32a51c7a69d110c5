/* One frame of the projector at work, for its own files. Each part says first how many rows it wants, then draws itself. */
#ifndef DAIS_VIEW_PROJECTOR_PRIVATE_H
#define DAIS_VIEW_PROJECTOR_PRIVATE_H

#include "base/i18n.h"
#include "base/text.h"
#include "view/big_text.h"
#include "view/big_title.h"
#include "view/canvas_private.h"
#include "view/projector.h"

#define SHEET_LABEL 13                /* columns of "ITEM 7", "MOTION 4" before what they name */

struct sheet {
	struct canvas *canvas;
	const struct public_meeting *view;
	const struct projector_state *state;
	struct rect all;
	int left, width;              /* between the margins */
	int y, bottom;                /* where the next row goes; the row at which it ends */
	bool large, small;            /* air between the rows; no room for large letters */
};

/* Words in large letters, on as many lines as they take. */
struct large_words { char *line[2]; int n; bool wide; };
/* How a text fits into room columns and at most `most` lines; n 0: it does not. */
struct large_words large_words_fit(const struct sheet *sheet, const char *text, int room, int most);
int large_words_width(const struct sheet *sheet, const struct large_words *words);      /* of the widest line */
void large_words_draw(const struct sheet *sheet, const struct large_words *words, int x, int y, enum role role);
void large_words_clear(struct large_words *words);

void sheet_rule(const struct sheet *sheet, int y, bool heavy);
const char *sheet_clock(const struct sheet *sheet, instant_t when, char buf[8]);      /* "18:42"; returns buf */
int sheet_lines(const struct sheet *sheet, int width, const char *text);              /* that a text takes */
/* Wrapped from sheet->y on, `apart` rows apart, at most `most` lines, the last one ending in the clip mark where more was said. */
void sheet_wrapped(struct sheet *sheet, int x, int width, enum role role, const char *text, int most, int apart);
void sheet_centred(const struct sheet *sheet, int y, enum role role, const char *text);

/* projector_cards.c: what stands alone */
void projector_card(struct sheet *sheet);
void projector_test_card(struct sheet *sheet);
/* projector_vote.c: the lower part while a vote is taken or its result shown */
int projector_vote_rows(const struct sheet *sheet);
void projector_vote(struct sheet *sheet, int y);
/* projector_speaker.c: the lower part while somebody speaks; large: no motion needs the room */
int projector_speaker_rows(const struct sheet *sheet, bool large);
void projector_speaker(struct sheet *sheet, int y, bool large);

#endif
