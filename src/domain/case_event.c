#include "domain/case_event.h"

#include <string.h>
#include "base/i18n.h"

static const struct { const char *name; unsigned needs; const char *title; } kinds[] = {
#define X(id, name, needs, words) { name, needs, words },
	CASE_EVENT_LIST(X)
#undef X
};

const char *case_event_name(enum case_event_kind kind)
{
	return kinds[kind].name;
}

const char *case_event_title(enum case_event_kind kind)
{
	return _(kinds[kind].title);
}

unsigned case_event_needs(enum case_event_kind kind)
{
	return kinds[kind].needs;
}

enum case_event_kind case_event_find(const char *name)
{
	int kind = 0;
	while (kind < CASE_ACTS && g_strcmp0(kinds[kind].name, name) != 0)
		kind++;
	return kind;
}

enum case_event_kind case_event_kind(const struct case_event *event)
{
	return case_event_find(event->what);
}

static const char *const sides[] = { [SIDE_COMPLAINANT] = "complainant", [SIDE_OFFICER] = "officer" };

const char *case_side_name(enum case_side side)
{
	return sides[side];
}

enum case_side case_side_find(const char *name)
{
	int side = 0;
	while (side < CASE_SIDES && g_strcmp0(sides[side], name) != 0)
		side++;
	return side;
}

GPtrArray *case_events_in_force(const GPtrArray *events)
{
	g_autoptr(GHashTable) undone = g_hash_table_new(g_int64_hash, g_int64_equal);
	GPtrArray *force = g_ptr_array_new();
	for (guint i = 0; i < events->len; i++) {
		const struct case_event *event = events->pdata[i];
		if (event->undoes)
			g_hash_table_add(undone, (gpointer) &event->undoes);
	}
	for (guint i = 0; i < events->len; i++) {
		struct case_event *event = events->pdata[i];
		if (!event->undoes && !g_hash_table_contains(undone, &event->id))
			g_ptr_array_add(force, event);
	}
	return force;
}

const struct case_event *case_events_undoable(const GPtrArray *events)
{
	g_autoptr(GPtrArray) force = case_events_in_force(events);
	const struct case_event *last = force->len ? force->pdata[force->len - 1] : NULL;
	enum case_event_kind kind = last ? case_event_kind(last) : CASE_ACTS;
	bool imported = last && kind == ACT_STATE && !last->from;
	return kind == CASE_ACTS || imported || (case_event_needs(kind) & CASE_BY_PROGRAM) ? NULL : last;
}

/* --- words --- */

static const char *state_words(const struct board *board, const struct body *body, const char *id, const char *lang)
{
	const struct state *state = workflow_state(board_way(board, body), id);
	const char *label = state ? labels_get(&state->label, lang) : NULL;
	return label && *label ? label : id;
}

static char *moved(const struct case_event *event, const struct board *board, const struct body *body, const char *lang)
{
	return g_strdup_printf(_("moved to %s"), state_words(board, body, event->to, lang));
}

static int allegation_number(const GPtrArray *allegations, id_t64 id)
{
	for (guint i = 0; allegations && i < allegations->len; i++)
		if (((const struct allegation_record *) allegations->pdata[i])->id == id)
			return (int) i + 1;
	return 0;
}

static const char *stage_words(const char *name, const struct board *board, const char *lang)
{
	enum stage stage = stage_find(name);
	const char *own = stage < STAGES ? board_stage(board, stage, lang) : name ? name : "";
	return own ? own : stage_title(stage);
}

static char *found(const struct case_event *event, int number, const struct board *board, const struct body *body, const char *lang)
{
	const char *now = board_label(board, body, "finding", event->value, lang);
	const char *who = stage_words(event->stage, board, lang);
	g_autofree char *at = number ? g_strdup_printf(_("allegation %d, %s"), number, who) : g_strdup(who);
	if (!event->was)
		return g_strdup_printf("%s: %s", at, now ? now : "");
	return g_strdup_printf(_("%s: %s, was %s"), at, now ? now : "", board_label(board, body, "finding", event->was, lang));
}

static const char *side_words(const char *side)
{
	static const char *const words[] = { [SIDE_COMPLAINANT] = N_("complainant"), [SIDE_OFFICER] = N_("officer") };
	enum case_side which = case_side_find(side);
	return which < CASE_SIDES ? _(words[which]) : side ? side : "";
}

static const char *clock_label(const struct workflow *workflow, const char *id, const char *lang)
{
	const struct clock_rule *rule = workflow_clock(workflow, id);
	return rule ? labels_get(&rule->label, lang) : id ? id : _("all clocks");
}

static char *what_it_names(const struct case_event *event, const struct board *board, const struct body *body, const char *lang)
{
	unsigned needs = case_event_needs(case_event_kind(event));
	char day[DAY_ISO_SIZE];
	GString *text = g_string_new(NULL);
	if (needs & CASE_NEEDS_SIDE)
		g_string_append(text, side_words(event->stage));
	if (needs & CASE_NEEDS_CLOCK)
		g_string_append(text, clock_label(board_way(board, body), event->clock, lang));
	if ((needs & CASE_NEEDS_VALUE) && event->value)
		g_string_append_printf(text, "%s%s", text->len ? " " : "", event->value);
	if (needs & CASE_NEEDS_DAY)
		g_string_append_printf(text, "%s%s", text->len ? " " : "", day_iso(event->day, day));
	return g_string_free(text, FALSE);
}

char *case_event_words(const struct case_event *event, const GPtrArray *allegations, const struct board *board, const struct body *body, const char *lang)
{
	enum case_event_kind kind = case_event_kind(event);
	if (kind == CASE_ACTS)
		return g_strdup(event->what);
	if (event->to)
		return moved(event, board, body, lang);
	if (kind == ACT_FINDING)
		return found(event, allegation_number(allegations, event->allegation), board, body, lang);
	g_autofree char *names = what_it_names(event, board, body, lang);
	return *names ? g_strdup_printf("%s: %s", case_event_title(kind), names) : g_strdup(case_event_title(kind));
}
