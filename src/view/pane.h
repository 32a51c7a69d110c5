/*
 * A pane at work. Each pane is one file with one draw function; the table in frame.c names them.
 * Adding a pane: its id in scene.h, its place in layout.c, its file, its row in frame.c.
 */
#ifndef DAIS_VIEW_PANE_H
#define DAIS_VIEW_PANE_H

#include "base/i18n.h"
#include "base/text.h"
#include "view/canvas_private.h"
#include "view/chart_view.h"
#include "view/list.h"
#include "view/scene.h"

struct pane {
	struct canvas *canvas;
	const struct scene *scene;
	struct hits *hits;            /* or NULL */
	struct rect rect;             /* with the border */
	enum pane_id id;
	bool active;
	bool bare;                    /* no border: one row of title, then the contents */
	bool single;                  /* the only pane shown: what the others would say may be said here */
};

/* The frame of a pane; gives the inside. */
struct rect pane_box(const struct pane *pane, const char *title, const char *footer);
/* The inside pane_box will give, without drawing. */
struct rect pane_inside(const struct pane *pane);
void pane_hit(const struct pane *pane, struct rect rect, enum hit_kind kind, gint64 value);
/* Colours row y as the current one, puts its glyph at the start and, in the active pane, the hardware cursor on it. */
void pane_current(const struct pane *pane, struct rect inside, int y);
/* Wrapped lines from row y on; gives the row after them. */
int pane_wrapped(const struct pane *pane, struct rect inside, int y, enum role role, const char *text);
/* The title of an item of an agenda of this body (its id; NULL: the only one), in the language of the screen. Borrowed. */
const char *pane_item_title(const struct pane *pane, const char *body, const struct agenda_item *item);
/* Centred words where there is nothing to show: what, and the command to try (or NULL). */
void pane_empty(const struct pane *pane, struct rect inside, const char *what, const char *try);
/* "1–12 of 443"; g_free. */
char *pane_range(const struct pane *pane, gint64 top, gint64 shown, gint64 n);
/* A glyph with a space at each side: " · "; g_free. Use for parts of a title. */
char *pane_joined(const struct pane *pane, const char *const *parts, unsigned n);

/* The same for the pane's title; where it does not fit, parts are left out whole, those of drop first. */
char *pane_fitting(const struct pane *pane, const char **parts, unsigned n, const unsigned *drop, unsigned drops);

/* "Force by type · reports of force"; the unit is left out where the title says it; g_free. */
char *pane_chart_title(const struct pane *pane, const struct chart *chart, const char *more);

/* One file each. */
void overview_open_pane_draw(const struct pane *pane);
int overview_open_pane_rows(const struct pane *pane);
void overview_trend_pane_draw(const struct pane *pane);
void overview_agenda_pane_draw(const struct pane *pane);
void overview_ageing_pane_draw(const struct pane *pane);
void overview_districts_pane_draw(const struct pane *pane);
void docket_pane_draw(const struct pane *pane);
int docket_pane_rows(const struct pane *pane);
void case_list_pane_draw(const struct pane *pane);
int case_list_pane_rows(const struct pane *pane);
void case_detail_pane_draw(const struct pane *pane);
int case_detail_pane_rows(const struct pane *pane);
int case_detail_pane_lines(const struct pane *pane);
void trend_metrics_pane_draw(const struct pane *pane);
int trend_metrics_pane_rows(const struct pane *pane);
void trend_chart_pane_draw(const struct pane *pane);
void trend_point_pane_draw(const struct pane *pane);
void trend_words_pane_draw(const struct pane *pane);
void agenda_items_pane_draw(const struct pane *pane);
int agenda_items_pane_rows(const struct pane *pane);
void agenda_item_pane_draw(const struct pane *pane);
int agenda_item_pane_rows(const struct pane *pane);
int agenda_item_pane_lines(const struct pane *pane);
void meeting_floor_pane_draw(const struct pane *pane);
int meeting_floor_pane_rows(const struct pane *pane);    /* of the words of the motion */
int meeting_floor_pane_lines(const struct pane *pane);
void meeting_roll_pane_draw(const struct pane *pane);
int meeting_roll_pane_rows(const struct pane *pane);
void meeting_tally_pane_draw(const struct pane *pane);
void meeting_agenda_pane_draw(const struct pane *pane);
int meeting_agenda_pane_rows(const struct pane *pane);
void meeting_speaker_pane_draw(const struct pane *pane);
void meeting_record_pane_draw(const struct pane *pane);
int meeting_record_pane_rows(const struct pane *pane);
void member_seats_pane_draw(const struct pane *pane);
int member_seats_pane_rows(const struct pane *pane);
void member_detail_pane_draw(const struct pane *pane);
int member_detail_pane_rows(const struct pane *pane);
int member_detail_pane_lines(const struct pane *pane);
void recommendations_pane_draw(const struct pane *pane);
int recommendations_pane_rows(const struct pane *pane);
void recommendation_pane_draw(const struct pane *pane);
int recommendation_pane_rows(const struct pane *pane);
int recommendation_pane_lines(const struct pane *pane);

/* One agenda, shared by the overview and the agenda screen. */
char *agenda_title(const struct pane *pane, const struct agenda_model *agenda);
void agenda_row(const struct pane *pane, struct rect inside, int y, const struct agenda_model *agenda, gint64 row);

#endif
