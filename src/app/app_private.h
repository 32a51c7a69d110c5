/* struct app, for the files of src/app. */
#ifndef DAIS_APP_PRIVATE_H
#define DAIS_APP_PRIVATE_H

#include "app/agenda_desk.h"
#include "app/app.h"
#include "app/command.h"
#include "app/desk.h"
#include "app/keymap.h"
#include "app/line.h"
#include "app/session.h"
#include "app/state.h"
#include "app/watch.h"
#include "store/case_file.h"

/* Where a person came from, for Esc. */
struct place {
	enum screen_id screen;
	enum pane_id focus;
	bool zoom;
	id_t64 case_id;
	int agenda_offset;            /* which meeting the Agenda screen shows */
	char *filter;                 /* in force there */
	char *arrival;                /* the filter the move forward brought; Esc clears only what came later */
};

/* PROMPT_TEXT asks for words, PROMPT_YES a question: either hands its answer to a function. */
enum prompt_kind { PROMPT_NONE, PROMPT_FILTER, PROMPT_SAVE_FILTER, PROMPT_EXPORT, PROMPT_OVERWRITE, PROMPT_TEXT, PROMPT_YES };
typedef void prompt_answer(struct app *app, const char *text);      /* the words; "" for yes */
struct prompt {
	enum prompt_kind kind;
	char *label;                  /* of PROMPT_TEXT and PROMPT_YES */
	prompt_answer *answer;        /* called when it was accepted; the prompt is closed by then */
	bool required;                /* PROMPT_TEXT: an empty answer is none */
	bool yes;                     /* PROMPT_YES: what Enter means */
	struct line line;
	char *before;                 /* what Esc brings back */
	id_t64 case_before;           /* and the case that was selected */
	char *error;
	int error_at;
	unsigned history;             /* steps back into the history; 0: the line itself */
};

enum overlay_kind { OVERLAY_NONE, OVERLAY_HELP, OVERLAY_PALETTE, OVERLAY_SORT, OVERLAY_FILTERS, OVERLAY_THEME,
	OVERLAY_PICK, OVERLAYS };
/* value: command, field, ...; -1 cannot be chosen; key: chooses at once */
struct overlay_entry { int value; guint32 key; };
/* A menu of its own making: fill adds the lines (menu_add), choose takes the value of the chosen one. */
struct picker {
	void (*fill)(struct app *app);
	void (*choose)(struct app *app, int value);
	char *(*note)(struct app *app, int value);      /* what is said about the selected line; NULL nothing. A disabled line says why, its right */
	bool input;                   /* letters search instead of choosing; fill adds what menu_matches */
};
struct menu {
	struct picker pick;           /* of OVERLAY_PICK */
	enum overlay_kind kind;
	struct line line;             /* what was typed to search */
	struct overlay view;          /* what is drawn */
	GArray *entries;              /* struct overlay_entry, one per line of the view */
	bool read_first;              /* the lines at the top are there to be read; at first none is chosen */
	struct theme before;          /* theme picker: what Esc brings back */
};

/* What is being asked about a recommendation, an act on it or a new one: the board lives as long as the app. */
struct recommendation_draft {
	id_t64 id, undoes;            /* undoes: the event that was shown as the one to take back */
	enum recommendation_act act;
	enum recommendation_field field;
	const struct body *body;
	char *title, *value;
	GPtrArray *votes;             /* struct carried_motion *, to choose from; NULL */
	day_t day;
};
/* What is being asked about a member: the board lives as long as the app. */
struct member_draft { const struct body *body; const struct seat *seat; char *words; day_t day; };
/* An act on a case whose parts are being asked. */
struct case_draft {
	struct case_file *file;       /* NULL: nothing is asked */
	enum case_event_kind kind;
	char *to, *stage, *value, *clock, *why;
	unsigned allegation;
	day_t day;
	bool reason;                  /* the move requires one */
};
void case_draft_clear(struct case_draft *draft);

struct app {
	struct store *store;
	const struct board *board;
	struct terminal *terminal;    /* NULL: drawing for `dais render` */
	struct session session;
	struct scene scene;           /* places and frame; the models in it are the session's */
	struct hits hits;
	struct canvas *canvas;
	int w, h;                     /* of the last frame */
	struct theme theme;
	struct keymap keymap;
	struct prompt prompt;
	struct menu menu;
	struct ui_state state;
	struct watch *watch;
	struct desk desk;
	struct agenda_desk agenda_desk;
	struct case_draft draft;
	struct app_carry *carry;      /* borrowed; NULL: nothing outlives this app */
	const char *session_id;       /* of what is recorded; NULL: by chance */
	GArray *back;                 /* struct place */
	struct member_draft member;
	struct recommendation_draft recommendation;
	id_t64 recommendation_id;     /* the selected one; 0: whatever stands at the position */
	id_t64 case_id;               /* the selected case; 0: whatever stands at the position */
	id_t64 range_from;            /* v was pressed on this case; 0 no range */
	bool place_case;              /* the list still has to go to case_id */
	gint64 detail_due;            /* when the detail follows the selection, us; 0: with the next frame */
	char *message;                /* NULL: the standing words */
	char *refusal;                /* why the last act was not done, where it is longer than the message line */
	bool message_error;
	char *standing;
	bool told_clocks;             /* that the deadlines follow other rules: once is enough */
	struct hint hints[10];
	char *export_path;
	struct { id_t64 meeting; instant_t starts; } planning;      /* what was asked so far (calendar_commands.c) */
	bool mouse, paper, quit, dirty;
	int exit_code;
};

/* app.c */
void app_say(struct app *app, const char *format, ...) G_GNUC_PRINTF(2, 3);
void app_fail(struct app *app, GError *error);            /* shows and frees it */
/* The same (menu.c), in a box where it does not fit the message line: what can be done instead stands at its end. */
void app_refuse(struct app *app, GError *error);
void app_key(struct app *app, guint32 key);
void app_settle(struct app *app);                          /* finishes all sliced work */
void app_set_theme(struct app *app, const struct theme *theme);

/* go.c: screens, panes, the way back */
void go_screen(struct app *app, enum screen_id screen);
void go_forward(struct app *app, enum screen_id screen, enum pane_id focus);      /* Esc comes back */
void go_forward_filtered(struct app *app, const char *filter);
void go_case(struct app *app, id_t64 id);
bool go_back(struct app *app);                             /* false: there was nowhere to go */
void go_focus(struct app *app, int step);
void place_clear(void *place);

/* list_place.c: which list the keys move, and where it stands */
struct list_place *focus_list(struct app *app, gint64 *n, int *rows);      /* NULL: the focus is no list */
void after_move(struct app *app);                          /* the selection changed: what hangs on it follows */
void cases_settle_place(struct app *app);                  /* the answer changed: the selected id keeps its row */
bool cases_set_filter(struct app *app, const char *text, unsigned *where, GError **error);
/* The filter of what this screen shows: of the chart on Trends, of the list anywhere else. */
const char *filter_here(const struct app *app);
bool set_filter_here(struct app *app, const char *text, unsigned *where, GError **error);
id_t64 current_case(const struct app *app);

/* load.c: what a frame of this size needs */
void app_load(struct app *app);
void app_load_agenda(struct app *app);                     /* the agenda alone, between two frames */
/* the session's models into the scene, after any was loaded */
void app_models(struct app *app);

/* prompt.c */
void prompt_open(struct app *app, enum prompt_kind kind, const char *text);
/* Asks for words, or a question that y answers with yes; label is taken over. */
void prompt_ask(struct app *app, char *label, const char *text, bool required, prompt_answer *answer);
void prompt_refuse(struct app *app, char *why);            /* the words are not taken: why, beside them; taken over */
void prompt_question(struct app *app, char *label, bool yes, prompt_answer *answer);
void prompt_key(struct app *app, guint32 key);
void prompt_paste(struct app *app, const char *text);
void prompt_close(struct app *app);
void prompt_show(struct app *app);                         /* into the scene */
void prompt_look(struct app *app);                         /* the text changed */

/* menu.c: help, palette and menus */
void menu_open(struct app *app, enum overlay_kind kind);
void menu_pick(struct app *app, const struct picker *picker);
bool menu_matches(const struct app *app, const char *text);      /* what was typed into a picker */
void menu_close(struct app *app, bool keep);
void menu_key(struct app *app, guint32 key);
void menu_paste(struct app *app, const char *text);
void menu_choose(struct app *app, unsigned row);
void menu_show(struct app *app);
struct overlay_line *menu_add(struct app *app, int value, guint32 key, const char *left, const char *text,
	const char *right);
void menu_heading(struct app *app, const char *text);
/* The lines from this one on go to the top, and the menu opens there: they are read before anything is chosen. */
void menu_raise(struct app *app, unsigned from);
int menu_value(const struct app *app);

/* help.c, palette.c, lists.c: the lines of each */
void help_fill(struct app *app);
/* help_words.c: the words of the selected case, wrapped to so many cells, with their explanations; nothing without a case. */
void help_words(struct app *app, int room);
void palette_fill(struct app *app);
void sort_fill(struct app *app);
void filters_fill(struct app *app);
void theme_fill(struct app *app);
/* How well a command answers to what was typed; 0 not at all. */
int palette_score(const struct command *command, const char *typed);
void filters_choose(struct app *app, int value);
void theme_preview(struct app *app, int value);
void theme_choose(struct app *app, int value);

/* meeting_*.c: the Meeting screen (app/desk.h) */
enum command_scope app_scope(const struct app *app);      /* whose keys are in force */
void private_show(struct app *app);                       /* the user's own notes into the scene */
void open_selected_item(struct app *app);
void meeting_step(struct app *app, int step);             /* the next or previous item is opened */
void say_next(struct app *app, int motion);               /* what was decided, and what to press next */
const int *meeting_hints(const struct app *app);          /* commands for the footer, up to -1 */
const char *meeting_hint_word(const struct app *app, int command);   /* where the key means something else now; NULL: the usual */

/* member_commands.c: the members of the next or previous body are shown */
void members_step(struct app *app, int step);

/* recommendation_commands.c */
const char *can_open_recommendation(const struct app *app);
void open_recommendation(struct app *app);
void go_recommendation(struct app *app, id_t64 id);
void recommendation_draft_clear(struct recommendation_draft *draft);

/* docket_commands.c */
const struct docket_entry *docket_selected(const struct app *app);      /* NULL: nothing is due */
const char *can_open_docket(const struct app *app);
void open_docket(struct app *app);
void docket_add(struct app *app);

/* hints.c, mouse.c, export.c */
void hints_fill(struct app *app);
void mouse_event(struct app *app, const struct event *event);
void export_to(struct app *app, const char *path, bool overwrite);

#endif
