/* The agenda and the meetings around it: what is carried over from the last one, and posting it for the next. */
#include "app/app_private.h"

#include "base/text.h"
#include "domain/notice.h"

/* --- carried over --- */

/* "not reached"; of an earlier meeting than the one in the title "not reached on 2024-12-16". */
static char *why_left(const struct app *app, const struct agenda_offer *offer)
{
	const struct agenda_offer *first = app->agenda_desk.offers->pdata[0];
	char day[DAY_ISO_SIZE];
	if (offer->left_at == first->left_at)
		return g_strdup(carry_words(offer->why));
	return g_strdup_printf(_("%s on %s"), carry_words(offer->why), day_iso(instant_day(offer->left_at, app->board->zone), day));
}

static void offers_fill(struct app *app)
{
	const struct agenda_desk *desk = &app->agenda_desk;
	app->menu.view.title = g_strdup_printf(_("What the meeting of %s left undone"), desk->from);
	app->menu.view.foot = g_strdup(desk->offers->len > 1 ? _("Enter adds it  * adds all  Esc leaves") : _("Enter adds it  Esc leaves"));
	for (guint i = 0; i < desk->offers->len; i++) {
		const struct agenda_offer *offer = desk->offers->pdata[i];
		g_autofree char *why = why_left(app, offer);
		menu_add(app, (int) i + 1, 0, "", offer->item->title, offer->listed ? offer->listed : why)->disabled = offer->listed != NULL;
	}
	if (desk->offers->len > 1)
		menu_add(app, 0, '*', "*", _("all of them"), NULL);
}

static void offers_choose(struct app *app, int value)
{
	const struct agenda_desk *desk = &app->agenda_desk;
	struct agenda_hand hand = agenda_hand_of(app);
	g_autoptr(GPtrArray) items = g_ptr_array_new();
	char *words = NULL;
	GError *error = NULL;
	for (guint i = 0; i < desk->offers->len; i++) {
		const struct agenda_offer *offer = desk->offers->pdata[i];
		if (!offer->listed && (!value || value == (int) i + 1))
			g_ptr_array_add(items, offer->item);
	}
	enum agenda_outcome outcome = agenda_add_all(&hand, items, &words, &error);
	agenda_outcome(app, &hand, outcome, words, error);
}

void run_agenda_carry(struct app *app)
{
	struct agenda_desk *desk = &app->agenda_desk;
	GError *error = NULL;
	if (!agenda_ask_about(app, true))
		return;
	struct agenda_hand hand = agenda_hand_of(app);
	g_clear_pointer(&desk->offers, g_ptr_array_unref);
	g_clear_pointer(&desk->from, g_free);
	desk->offers = agenda_offers(&hand, &desk->from, &error);
	if (!desk->offers)
		app_refuse(app, error);
	else if (!desk->offers->len)
		app_say(app, _("the meeting of %s left nothing undone"), desk->from);
	else
		menu_pick(app, &(struct picker) { .fill = offers_fill, .choose = offers_choose });
}

/* --- posting --- */

static void take_post(struct app *app, const char *text)
{
	(void) text;
	struct agenda_hand hand = agenda_hand_of(app);
	char *words = NULL;
	GError *error = NULL;
	enum agenda_outcome outcome = agenda_post(&hand, &words, &error);
	agenda_outcome(app, &hand, outcome, words, error);
}

const char *can_agenda_post(const struct app *app)
{
	const char *reason = can_agenda_any(app);
	return reason ? reason : g_strcmp0(app->session.agenda->meeting.status, "posted") ? NULL : _("this agenda is posted already");
}

void run_agenda_post(struct app *app)
{
	g_autoptr(GError) late = NULL;
	if (!agenda_ask_about(app, true))
		return;
	const struct agenda_model *agenda = app->session.agenda;
	/* What is too late anyway is not asked first. */
	if (!notice_check(app->board, &agenda->meeting, app->session.now, &late)) {
		take_post(app, "");
		return;
	}
	const char *notice = agenda->notice ? agenda->notice : "";
	g_autofree char *brief = g_strdup_printf(_("post it? %s"), notice), *whole = g_strdup_printf(_("post it, so that its items stay as they are? %s"), notice);
	bool room = text_width(whole) + 10 < app->w;      /* the time that is left is not cut off */
	prompt_question(app, g_strdup(room ? whole : brief), false, take_post);
}
