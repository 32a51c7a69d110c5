#include "app/meeting_words.h"
#include "app/app_private.h"

char *words_of_holder(const struct app *app)
{
	const struct meeting_model *model = app->session.meeting;
	if (!model || !model->clerk_here)
		return g_strdup(_("nobody records"));
	int minutes = instant_minutes(model->clerk.since, app->board->zone);
	return g_strdup_printf(_("%s records since %02d:%02d"), *model->clerk.who ? model->clerk.who : "?", minutes / 60, minutes % 60);
}

char *words_of_tally(const struct tally *tally)
{
	const struct { int n; const char *words; } parts[] = {
		{ tally->no, ngettext("%d nay", "%d nays", tally->no) },
		{ tally->abstain, ngettext("%d abstains", "%d abstain", tally->abstain) },
		{ tally->recused, ngettext("%d recused", "%d recused", tally->recused) },
		{ tally->untrained, ngettext("%d without training", "%d without training", tally->untrained) },
		{ tally->absent, ngettext("%d absent", "%d absent", tally->absent) },
	};
	g_autoptr(GString) out = g_string_new(NULL);
	g_string_append_printf(out, ngettext("%d aye", "%d ayes", tally->yes), tally->yes);
	for (unsigned i = 0; i < G_N_ELEMENTS(parts); i++)
		if (parts[i].n || i == 0) {
			g_string_append(out, ", ");
			g_string_append_printf(out, parts[i].words, parts[i].n);
		}
	return g_string_free(g_steal_pointer(&out), FALSE);
}

char *words_of_item(const struct meeting_item *item, const struct body *body, const char *lang)
{
	return g_strdup_printf("%s %s", item->number ? item->number : "", item->title ? body_title(body, item->title, lang) : "");
}

char *words_of_motion(const struct meeting *meeting, const struct motion *motion)
{
	g_autofree char *name = motion_name(meeting, motion);
	return g_strdup_printf(_("motion %s"), name);
}

static void add_votes(const struct meeting *meeting, GString *out)
{
	const struct vote *vote = meeting_open_vote(meeting);
	int all = vote ? vote_to_answer(vote) : 0;
	if (vote)
		g_string_append_printf(out, _(": %d of %d votes recorded"), all - vote->tally.open, all);
}

char *words_of_place(const struct meeting *meeting)
{
	const struct meeting_item *item = meeting_item(meeting, meeting->item);
	const struct motion *floor = meeting_floor(meeting);
	g_autoptr(GString) out = g_string_new(NULL);
	if (item)
		g_string_append_printf(out, _("item %s"), item->number ? item->number : "?");
	else
		g_string_append(out, _("no item open"));
	if (floor) {
		g_autofree char *name = words_of_motion(meeting, floor);
		g_string_append_printf(out, ", %s", name);
	}
	add_votes(meeting, out);
	return g_string_free(g_steal_pointer(&out), FALSE);
}
