/* Commands: everything a person can do, one table row each (command_list.h). */
#ifndef DAIS_APP_COMMAND_H
#define DAIS_APP_COMMAND_H

#include <stdbool.h>
#include "app/command_list.h"
#include "base/i18n.h"

struct app;

enum command_scope { SCOPE_ANY, SCOPE_OVERVIEW, SCOPE_CASES, SCOPE_TRENDS, SCOPE_AGENDA, SCOPE_MEETING, SCOPE_MEMBERS, SCOPE_RECOMMENDATIONS,
	SCOPE_ROLL /* the Meeting screen while a vote is taken */, SCOPE_ATTENDANCE /* while who is here is called */, SCOPES };

enum command_id {
#define X(id, name, word, help, scope, keys, can, run) COMMAND_##id,
	COMMAND_LIST(X)
#undef X
	COMMANDS
};

struct command {
	const char *id;                               /* "PANE_NEXT" */
	const char *name;                             /* "pane next": as typed in the palette */
	const char *word;                             /* for the footer */
	const char *help;
	enum command_scope scope;
	const char *keys;
	const char *(*why_not)(const struct app *app);    /* NULL: can run now */
	void (*run)(struct app *app);
};
const struct command *command_get(enum command_id id);
/* Its name in the language of the program, which the palette shows and takes beside the name. Borrowed. */
const char *command_label(const struct command *command);
/* The command of this name, or COMMANDS. */
enum command_id command_find(const char *name);
const char *scope_title(enum command_scope scope);     /* "Cases"; translated */
/* The first keys of a command as shown to a person ("Ctrl-P"), "" when it has none; g_free. */
char *command_first_key(enum command_id id);
/* All its keys, separated by two spaces; g_free. */
char *command_all_keys(enum command_id id);
/* Whether it belongs to what is on the screen now, and why it cannot run if it cannot (NULL: it can). */
const char *command_why_not(const struct app *app, enum command_id id);
void command_run(struct app *app, enum command_id id);

#define X(id, name, word, help, scope, keys, can, run) void run(struct app *app);
COMMAND_LIST(X)
#undef X

const char *can_agenda(const struct app *app);
const char *can_agenda_any(const struct app *app);
const char *can_agenda_fill(const struct app *app);
const char *can_agenda_item(const struct app *app);
const char *can_agenda_post(const struct app *app);
const char *can_agenda_shown(const struct app *app);
const char *can_alternate(const struct app *app);
const char *can_always(const struct app *app);
const char *can_attendance(const struct app *app);
const char *can_call(const struct app *app);
const char *can_case_act(const struct app *app);
const char *can_case(const struct app *app);
const char *can_clear_marks(const struct app *app);
const char *can_clock(const struct app *app);
const char *can_close_item(const struct app *app);
const char *can_copy(const struct app *app);
const char *can_correct(const struct app *app);
const char *can_docket(const struct app *app);
const char *can_docket_ask(const struct app *app);
const char *can_docket_settle(const struct app *app);
const char *can_debate(const struct app *app);
const char *can_floor(const struct app *app);
const char *can_item(const struct app *app);
const char *can_disclosed(const struct app *app);
const char *can_seat(const struct app *app);
const char *can_member(const struct app *app);
const char *can_method(const struct app *app);
const char *can_move(const struct app *app);
const char *can_object(const struct app *app);
const char *can_open(const struct app *app);
const char *can_open_vote(const struct app *app);
const char *can_private(const struct app *app);
const char *can_raw(const struct app *app);
const char *can_recommendation(const struct app *app);
const char *can_recommendation_new(const struct app *app);
const char *can_record(const struct app *app);
const char *can_recuse(const struct app *app);
const char *can_reopen(const struct app *app);
const char *can_save_filter(const struct app *app);
const char *can_second(const struct app *app);
const char *can_minutes(const struct app *app);
const char *can_session(const struct app *app);
const char *can_plan(const struct app *app);
const char *can_replan(const struct app *app);
const char *can_show_meeting(const struct app *app);
const char *can_speaker(const struct app *app);
const char *can_split(const struct app *app);
const char *can_step(const struct app *app);
const char *can_step_back(const struct app *app);
const char *can_take_over(const struct app *app);
const char *can_terminal(const struct app *app);
const char *can_theme(const struct app *app);
const char *can_vote(const struct app *app);

#endif
