/* The Members screen: trainings and disclosures of the selected member. */
#include "action/member_action.h"
#include "app/app_private.h"
#include "domain/training.h"

static const struct member_row *selected(const struct app *app)
{
	return members_model_row(app->session.members, app->scene.seats.position);
}

void members_step(struct app *app, int step)
{
	unsigned n = app->board->bodies->len;
	app->session.members_body = (app->session.members_body + n + step) % n;
	app->scene.seats = (struct list_place) { 0, 0 };
	app->scene.detail_top[SCREEN_MEMBERS] = 0;
}

const char *can_seat(const struct app *app)
{
	const struct member_row *row = selected(app);
	if (store_read_only(app->store))
		return _("this database may only be read");
	if (!row)
		return _("no seat is shown");
	return row->seat->holder ? NULL : _("nobody holds this seat");
}

/* --- what is being asked --- */

static void begin(struct app *app)
{
	app->member.body = app->session.members->body;
	app->member.seat = selected(app)->seat;
	g_clear_pointer(&app->member.words, g_free);
}

static void keep(struct app *app, const char *words)
{
	g_free(app->member.words);
	app->member.words = g_strdup(words);
}

static struct member_of of(struct app *app)
{
	session_take_time(&app->session);
	return (struct member_of) { .board = app->board, .body = app->member.body, .seat = app->member.seat, .who = g_get_user_name(), .now = app->session.now };
}

/* Shows what was recorded with the next frame. */
static void recorded(struct app *app, char *words)
{
	app->session.stale_members = app->session.stale_meeting = true;
	app_say(app, "%s", words);
	g_free(words);
}

/* --- training --- */

static const struct training_rule *rule_of(const struct app *app)
{
	return &board_procedure(app->board, app->member.body)->rules.training;
}

static char *words_of_course(const struct app *app)
{
	const struct course *course = training_course(rule_of(app), app->member.words);
	return g_strdup_printf(_("Recorded: %s, %s"), app->member.seat->holder, course ? labels_get(&course->label, app->scene.lang) : app->member.words);
}

static void ask_hours(struct app *app, const char *text);

static void take_hours(struct app *app, const char *text)
{
	int minutes = member_read_hours(text);
	GError *error = NULL;
	if (!minutes) {
		ask_hours(app, text);
		prompt_refuse(app, g_strdup_printf(_("'%s' are no hours; write 3, 1.5 or 2:30"), text));
		return;
	}
	struct member_of whom = of(app);
	if (!member_record_training(app->store, &whom, app->member.words, app->member.day, minutes, &error))
		app_fail(app, error);
	else
		recorded(app, words_of_course(app));
}

static void ask_hours(struct app *app, const char *text)
{
	prompt_ask(app, g_strdup_printf(_("%s: how many hours (3, 1.5, 2:30)"), app->member.seat->holder), text, true, take_hours);
}

static void ask_day(struct app *app, const char *text);

static void take_day(struct app *app, const char *text)
{
	app->member.day = day_parse_iso(text);
	if (app->member.day == DAY_UNKNOWN || app->member.day > app->session.today) {
		ask_day(app, text);
		prompt_refuse(app, g_strdup_printf(_("'%s' is no day up to today; write it as 2026-05-31"), text));
		return;
	}
	ask_hours(app, "");
}

static void ask_day(struct app *app, const char *text)
{
	prompt_ask(app, g_strdup_printf(_("%s: on which day"), app->member.seat->holder), text, true, take_day);
}

static void take_course(struct app *app, const char *text)
{
	char today[DAY_ISO_SIZE];
	keep(app, text);
	ask_day(app, day_iso(app->session.today, today));
}

static void ask_course(struct app *app)
{
	prompt_ask(app, g_strdup_printf(_("%s attended; which course or event"), app->member.seat->holder), "", true, take_course);
}

static const GPtrArray *courses_of(const struct app *app)
{
	return rule_of(app)->courses;
}

enum { OTHER_COURSE = 1000 };

static void courses_fill(struct app *app)
{
	const GPtrArray *courses = courses_of(app);
	app->menu.view.title = g_strdup_printf(_("%s attended"), app->member.seat->holder);
	app->menu.view.foot = g_strdup(_("key or Enter  Esc leaves"));
	for (guint i = 0; i < courses->len; i++) {
		const struct course *course = courses->pdata[i];
		char key[2] = { i < 9 ? '1' + i : 0, 0 };
		menu_add(app, i, key[0], key, labels_get(&course->label, app->scene.lang), _("comes before a case"));
	}
	menu_add(app, OTHER_COURSE, 'o', "o", _("another course or event"), _("counts for the hours"));
}

static void courses_choose(struct app *app, int value)
{
	if (value == OTHER_COURSE)
		ask_course(app);
	else
		take_course(app, ((const struct course *) courses_of(app)->pdata[value])->id);
}

void run_member_training(struct app *app)
{
	begin(app);
	if (courses_of(app) && courses_of(app)->len)
		menu_pick(app, &(struct picker) { .fill = courses_fill, .choose = courses_choose });
	else
		ask_course(app);
}

/* --- disclosures --- */

static void take_about(struct app *app, const char *text)
{
	GError *error = NULL;
	struct member_of whom = of(app);
	if (!member_record_disclosure(app->store, &whom, app->member.words, text, &error))
		app_fail(app, error);
	else
		recorded(app, g_strdup_printf(_("Recorded: %s disclosed an interest in %s; it is announced when that comes up"), whom.seat->holder, app->member.words));
}

static void take_matter(struct app *app, const char *text)
{
	keep(app, text);
	prompt_ask(app, g_strdup_printf(_("%s: the interest, as disclosed"), app->member.seat->holder), "", true, take_about);
}

void run_member_discloses(struct app *app)
{
	begin(app);
	prompt_ask(app, g_strdup_printf(_("%s discloses; number of the case, or words of the item's title"), app->member.seat->holder), "", true, take_matter);
}

const char *can_disclosed(const struct app *app)
{
	const char *reason = can_seat(app);
	if (reason)
		return reason;
	return selected(app)->in_force ? NULL : _("this member has disclosed nothing that is in force");
}

/* The list may have changed while the menu or question was open: the record is known by its id. */
static void end_disclosure(struct app *app, int value)
{
	GError *error = NULL;
	session_take_time(&app->session);
	if (!member_end_disclosure(app->store, value, app->session.now, &error))
		app_fail(app, error);
	else
		recorded(app, g_strdup(_("Recorded: this interest is no more; the statement stays on record")));
}

static void disclosures_fill(struct app *app)
{
	const struct member_row *row = selected(app);
	app->menu.view.title = g_strdup_printf(_("Which interest of %s is no more?"), app->member.seat->holder);
	app->menu.view.foot = g_strdup(_("key or Enter  Esc leaves"));
	for (guint i = 0; row && i < row->in_force; i++) {
		const struct disclosure_record *record = row->disclosures->pdata[i];
		char key[2] = { i < 9 ? '1' + i : 0, 0 };
		menu_add(app, (int) record->id, key[0], key, record->matter, record->about);
	}
}

void run_disclosure_end(struct app *app)
{
	begin(app);
	menu_pick(app, &(struct picker) { .fill = disclosures_fill, .choose = end_disclosure });
}
