/* Models written out by hand for the drawing tests: nothing here comes from a database. */
#ifndef DAIS_TESTS_VIEW_LITERAL_H
#define DAIS_TESTS_VIEW_LITERAL_H

#include "view/scene.h"

struct chart *literal_control(void);      /* a signal, a gap, a filling month, limits that move */
struct chart *literal_lines(void);        /* three series, one gap */
struct chart *literal_long(void);         /* 150 months */
struct chart *literal_ageing(void);
struct chart *literal_stages(void);
struct chart *literal_districts(void);

/* A scene with every model filled in. What it holds lives to the end of the process. */
struct scene literal_scene(enum screen_id screen);
struct scene literal_scene_hostile(enum screen_id screen);     /* the same with literal_nasty in it */
struct scene literal_scene_empty(enum screen_id screen);
struct scene literal_scene_edited(void);      /* an agenda with all that can be special about an item, longer than its meeting */
/* A meeting as far as its screen is to be seen; gives it to the scene, with who records and whom the roll asks. */
enum literal_meeting { LITERAL_MEETING_BEFORE, LITERAL_MEETING_ROLL, LITERAL_MEETING_COMMENT, LITERAL_MEETING_DEBATE, LITERAL_MEETING_VOTING,
	LITERAL_MEETING_COMPLETE, LITERAL_MEETING_DECLARED, LITERAL_MEETING_RECESS, LITERAL_MEETING_CLOSED, LITERAL_MEETING_ADJOURNED,
	LITERAL_MEETING_LARGE, LITERAL_MEETING_HOSTILE /* a vote, with literal_nasty in every text */, LITERAL_MEETINGS };
void literal_meeting(struct scene *scene, enum literal_meeting state);
const struct members_model *literal_members(void);
const struct members_model *literal_members_hostile(void);
const struct recommendations_model *literal_recommendations(void);
const struct recommendations_model *literal_recommendations_hostile(void);
/* Text with all that is hostile in it: controls, C1, bidi, wide, combining, invalid bytes. */
extern const char literal_nasty[];
struct overlay *literal_help(void);
struct overlay *literal_palette(void);

#endif
