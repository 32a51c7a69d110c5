/* The recommendations of the demonstration: one in each state, so that each can be looked at. */
#include "action/demo_private.h"

#include "base/i18n.h"
#include "store/recommendation_store.h"

/* Days before now; an answer of days 0 is none. */
struct told { int days; const char *answer, *why; };
static const struct {
	int made;
	unsigned body;                   /* by number; where the board has no such body, it is left out */
	const char *title, *owner, *section;
	char priority, police;           /* '1' to '5'; 0 */
	const char *blocker, *metric;
	struct told told[3];
} rows[] = {
	{ 505, 0, N_("Publish the policy on body-worn cameras"), N_("Chief of Police"), N_("Transparency"), '4', '4', NULL, NULL,
		{ { 460, "accepted", N_("A draft will be ready in spring.") }, { 340, "implemented", N_("Published as General Order 12.") } } },
	{ 402, 0, N_("Count every pointing of a firearm as a use of force"), N_("Chief of Police"), N_("Use of force"), '5', '2', N_("contract"), "force",
		{ { 350, "accepted_in_part", N_("From the next contract year on.") }, { 225, "under_review", N_("Negotiations go on.") } } },
	{ 226, 0, N_("Let an outside counsel review each finding that is changed"), N_("City Attorney"), N_("Findings"), '3', '1', NULL, NULL,
		{ { 172, "rejected", N_("The charter leaves it to the chief; there is no money for counsel.") } } },
	{ 118, 0, N_("Offer mediation before a discourtesy case is opened"), N_("Chief of Police"), N_("Community"), '4', '3', NULL, "close",
		{ { 64, "accepted", N_("Two sergeants are being trained.") } } },
	{ 71, 0, N_("Write down why a camera was off"), N_("Chief of Police"), N_("Transparency"), '5', '3', NULL, NULL, { { 0, NULL, NULL } } },
	{ 26, 1, N_("A desk officer who speaks Spanish on weekends"), N_("District commander"), N_("Community"), '4', '4', N_("budget"), NULL, { { 0, NULL, NULL } } },
};

static instant_t before(instant_t now, int days)
{
	return now - days * G_GINT64_CONSTANT(86400);
}

static bool set(struct store *store, id_t64 id, instant_t at, enum recommendation_field field, const char *value, GError **error)
{
	struct recommendation_event event = { .at = at, .who = (char *) "demo", .what = (char *) recommendation_act_name(RECOMMENDATION_SET),
		.field = (char *) recommendation_field_names[field], .value = (char *) value, .day = DAY_UNKNOWN };
	return !value || recommendation_store_add_event(store, id, &event, error);
}

static bool answer(struct store *store, const struct board *board, id_t64 id, instant_t now, const struct told *told, GError **error)
{
	instant_t at = before(now, told->days);
	struct recommendation_event event = { .at = at, .who = (char *) "demo", .what = (char *) recommendation_act_name(RECOMMENDATION_ANSWER),
		.value = (char *) told->answer, .day = instant_day(at, board->zone), .why = (char *) _(told->why) };
	return recommendation_store_add_event(store, id, &event, error);
}

static bool write_row(struct store *store, const struct board *board, unsigned at, const char *number, instant_t now, GError **error)
{
	const struct body *body = board->bodies->pdata[rows[at].body];
	const char priority[2] = { rows[at].priority, 0 }, police[2] = { rows[at].police, 0 };
	instant_t made = before(now, rows[at].made);
	struct recommendation one = { .body = body->id, .number = (char *) number, .title = (char *) _(rows[at].title), .made = instant_day(made, board->zone),
		.at = made, .who = (char *) "demo" };
	const char *blocker = rows[at].blocker ? _(rows[at].blocker) : NULL;
	bool good = recommendation_store_insert(store, &one, error) && set(store, one.id, made, RECOMMENDATION_FIELD_OWNER, _(rows[at].owner), error)
		&& set(store, one.id, made, RECOMMENDATION_FIELD_SECTION, _(rows[at].section), error)
		&& set(store, one.id, made, RECOMMENDATION_FIELD_PRIORITY, priority, error) && set(store, one.id, made, RECOMMENDATION_FIELD_POLICE_PRIORITY, police, error)
		&& set(store, one.id, made, RECOMMENDATION_FIELD_METRIC, rows[at].metric, error) && set(store, one.id, made, RECOMMENDATION_FIELD_BLOCKER, blocker, error);
	for (unsigned i = 0; good && i < G_N_ELEMENTS(rows[at].told) && rows[at].told[i].days; i++)
		good = answer(store, board, one.id, now, &rows[at].told[i], error);
	return good;
}

bool demo_recommendations_write(struct fill *fill, GError **error)
{
	const GPtrArray *bodies = fill->board->bodies;
	for (unsigned i = 0; i < G_N_ELEMENTS(rows); i++) {
		if (rows[i].body >= bodies->len)
			continue;
		const char *body = ((const struct body *) bodies->pdata[rows[i].body])->id;
		g_autoptr(GPtrArray) others = recommendation_store_all(fill->store, body, error);
		g_autofree char *number = others ? recommendation_next_number(others, body, instant_day(before(fill->now, rows[i].made), fill->board->zone)) : NULL;
		if (!number || !write_row(fill->store, fill->board, i, number, fill->now, error))
			return false;
	}
	return true;
}
