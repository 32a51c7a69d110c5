/*
 * Everything one frame shows. The app fills it; panes read what is theirs and change nothing. Drawing is a pure function
 * scene -> canvas (+ the clickable places), so that screen, `dais render` and tests show the same.
 */
#ifndef DAIS_VIEW_SCENE_H
#define DAIS_VIEW_SCENE_H

#include "base/date.h"
#include "model/agenda_model.h"
#include "model/case_detail.h"
#include "model/case_list.h"
#include "model/docket_model.h"
#include "model/meeting_model.h"
#include "model/members_model.h"
#include "model/overview.h"
#include "model/recommendations_model.h"
#include "model/trend.h"
#include "view/canvas.h"

/* X(enum suffix, name for --screen and commands, title of its tab, narrow title) */
#define SCREEN_LIST(X) \
	X(OVERVIEW, "overview", N_("Overview"), N_("Over")) \
	X(CASES, "cases", N_("Cases"), N_("Cases")) \
	X(TRENDS, "trends", N_("Trends"), NC_("tab", "Trends")) \
	X(AGENDA, "agenda", N_("Agenda"), NC_("tab", "Agenda")) \
	X(MEETING, "meeting", N_("Meeting"), N_("Meet")) \
	X(MEMBERS, "members", N_("Members"), N_("Memb")) \
	X(RECOMMENDATIONS, "recommendations", N_("Recommendations"), N_("Recs"))
enum screen_id {
#define X(id, name, title, narrow) SCREEN_##id,
	SCREEN_LIST(X)
#undef X
	SCREENS
};

enum pane_id {
	PANE_OVERVIEW_OPEN, PANE_OVERVIEW_TREND, PANE_OVERVIEW_AGENDA, PANE_OVERVIEW_AGEING, PANE_OVERVIEW_DISTRICTS,
	PANE_CASE_LIST, PANE_CASE_DETAIL,
	PANE_TREND_METRICS, PANE_TREND_CHART, PANE_TREND_POINT, PANE_TREND_WORDS,
	PANE_AGENDA_ITEMS, PANE_AGENDA_ITEM, PANE_AGENDA_DOCKET,
	PANE_MEETING_FLOOR, PANE_MEETING_ROLL, PANE_MEETING_TALLY, PANE_MEETING_AGENDA, PANE_MEETING_SPEAKER, PANE_MEETING_RECORD,
	PANE_MEMBER_SEATS, PANE_MEMBER_DETAIL,
	PANE_RECOMMENDATIONS, PANE_RECOMMENDATION,
	PANES
};

/* A list's place: which row is current and which is the first shown (view/list.h does the arithmetic). */
struct list_place { gint64 position, top; };

enum chart_style { CHART_STYLE_BRAILLE, CHART_STYLE_BLOCK, CHART_STYLE_ASCII, CHART_STYLES };
enum chart_face { CHART_FACE_CHART, CHART_FACE_TABLE, CHART_FACE_WORDS };

struct chart_place {
	unsigned series, point;       /* the crosshair */
	bool cross;                   /* shown */
	enum chart_style style;
	enum chart_face face;
	bool limits, values;          /* L and # toggles */
};

/* The meeting screen. members indexes the roster of the meeting (before the call to order nothing is chosen). */
struct meeting_place {
	struct list_place agenda, members, record;
	int floor_top, floor_motion;  /* first line shown of the words of this motion; of any other it is the first one */
	bool roll_mode;               /* the roll is being called: the next one to be asked is the current member */
	bool clerk;                   /* this program records */
	const char *role_words;       /* "you record", "Ana records since 18:02; you follow" ...; NULL */
	GPtrArray *marks;             /* const char * per item of the agenda: this user's own note, "" only marked, NULL none; or NULL */
	int reveal;                   /* votes on the projector: 0 as the rules say, 1 live, 2 when complete */
};

/* One line of an overlay list (help, palette, menus). */
struct overlay_line { char *left, *text, *right; bool heading, disabled; };
struct overlay {
	char *title;
	char *input;                  /* NULL: no text field */
	unsigned input_cursor;        /* byte offset */
	GPtrArray *lines;             /* struct overlay_line * */
	unsigned selected, top;
	char *foot;                   /* hint in the bottom border */
	char *note;                   /* explanation of the selected line, wrapped; NULL */
};

struct hint { char *key, *text; int command; };      /* footer: key and word; command: id for clicks */

struct prompt_state {             /* the line at the bottom: filter, palette argument, question */
	bool active;
	char *label;                  /* "filter", "Really quit?" */
	const char *tail;             /* "(y/N)": behind the label, never cut; NULL */
	char *text;                   /* NULL: a question answered by a key; the label has the whole row */
	unsigned cursor;              /* byte offset */
	char *error;                  /* NULL or what is wrong, shown after it */
	int error_at;                 /* byte offset of the mistake, or -1 */
};

struct scene {
	/* context */
	const struct board *board;
	const char *lang;             /* NULL: the board's first */
	day_t today;
	instant_t now;                /* for the clocks of a meeting */
	/* models; those of other screens may be NULL */
	const struct overview *overview;
	const struct case_list *cases;
	const struct case_detail *detail;
	const struct chart *chart;
	const struct agenda_model *agenda;
	const struct meeting_model *meeting;
	const struct docket_model *docket;
	const struct members_model *members;
	const struct recommendations_model *recommendations;
	int loading;                  /* percent of the index loaded, 100 when done */
	/* places */
	enum screen_id screen;
	enum pane_id focus;
	bool zoom;
	int split;                    /* percent of the width or height of the first pane where there are two; default 55 */
	struct list_place docket_place, open, list, metrics, items, seats, recommendation_place;
	struct { bool on; gint64 to; } drag;      /* the selected item of the agenda is held by the mouse and would come into this row; -1: it stays */
	int detail_top[SCREENS];      /* first line shown of a screen's pane of details */
	bool confidential;            /* X: show fields that are hidden otherwise */
	bool raw;                     /* the detail shows the raw rows */
	struct chart_place chart_place;
	struct meeting_place meeting_place;
	/* frame */
	const char *title;            /* name of the board for the header */
	const char *header_right;     /* "READ-ONLY" and the like; NULL */
	const char *status;           /* message line */
	bool status_error;
	const struct hint *hints;
	unsigned n_hints;
	const struct overlay *overlay;    /* NULL none */
	struct prompt_state prompt;
};

/* Clickable places of a frame. */
/* HIT_POINT of the roll: member << 8 | enum choice. */
enum hit_kind { HIT_TAB, HIT_HINT, HIT_PANE, HIT_ROW, HIT_COLUMN, HIT_POINT, HIT_OVERLAY_ROW };
struct hit { struct rect rect; enum hit_kind kind; int pane; gint64 value; };
struct hits { struct hit hit[512]; unsigned n; };

/* Draws the whole frame; hits may be NULL. Any size from 1x1. */
void frame_draw(struct canvas *canvas, const struct scene *scene, struct hits *hits);
/* The panes of a screen at this size in Tab order (those that are shed are left out); returns how many. */
unsigned frame_panes(const struct scene *scene, int w, int h, enum pane_id *panes, unsigned most);
/* Rows a list pane shows at this size: for paging and for loading its page. 0 when it is not shown. */
int frame_list_rows(const struct scene *scene, int w, int h, enum pane_id pane);
/* Lines of the whole text of a pane at this size (frame_list_rows gives how many are shown): where scrolling ends. */
int frame_lines(const struct scene *scene, int w, int h, enum pane_id pane);
/* The last hit at a cell, or NULL. */
const struct hit *hits_at(const struct hits *hits, int x, int y);

#endif
