/* The seats of a body: who holds them, and who did before. */

#include "base/i18n.h"
#include "config/board_read.h"

static void read_days(struct reader *reader, config_setting_t *setting, day_t *start, day_t *end)
{
	int n = reader_is_list(setting) ? config_setting_length(setting) : 0;
	if (n != 2) {
		reader_fault(reader, setting,
			_("'term' must be two dates, its first and its last day: [ \"2023-07-01\", \"2026-06-30\" ]"));
		return;
	}
	*start = reader_day(reader, config_setting_get_elem(setting, 0));
	*end = reader_day(reader, config_setting_get_elem(setting, 1));
	if (*start != DAY_UNKNOWN && *end != DAY_UNKNOWN && *end < *start)
		reader_fault(reader, setting, _("this term ends before it starts; the first day comes first"));
}

static void read_term(struct reader *reader, config_setting_t *setting, void *object)
{
	struct seat *seat = object;
	read_days(reader, setting, &seat->term_start, &seat->term_end);
}

/* --- who held it before --- */

static void read_former_term(struct reader *reader, config_setting_t *setting, void *object)
{
	struct tenure *tenure = object;
	read_days(reader, setting, &tenure->start, &tenure->end);
}

static const struct key tenure_rows[] = {
	{ "holder", KEY_TEXT, .at = offsetof(struct tenure, holder), .required = true },
	{ "term", KEY_OTHER, .required = true, .each = read_former_term },
	{ "ended", KEY_DATE, .at = offsetof(struct tenure, ended) },
	{ "why", KEY_TEXT, .at = offsetof(struct tenure, why) },
	{ .name = NULL },
};
static const struct key_group tenure_keys = { N_("this former holder"), tenure_rows };

static void free_tenure(void *tenure)
{
	tenure_free(tenure);
}

static void read_tenure(struct reader *reader, config_setting_t *setting, void *object)
{
	struct seat *seat = object;
	struct tenure *tenure = g_new0(struct tenure, 1);
	*tenure = (struct tenure) { .start = DAY_UNKNOWN, .end = DAY_UNKNOWN, .ended = DAY_UNKNOWN };
	reader_group(reader, setting, &tenure_keys, tenure);
	if (tenure->ended != DAY_UNKNOWN && tenure->start != DAY_UNKNOWN && tenure->ended < tenure->start)
		reader_fault(reader, setting, _("this former holder left before the term began; correct 'ended' or 'term'"));
	if (seat->former == NULL)
		seat->former = g_ptr_array_new_with_free_func(free_tenure);
	const struct tenure *before = seat->former->len == 0 ? NULL : seat->former->pdata[seat->former->len - 1];
	if (before != NULL && before->start != DAY_UNKNOWN && tenure->start != DAY_UNKNOWN && tenure->start <= before->start)
		reader_fault(reader, setting, _("former holders stand with the oldest first; this one began before the one above"));
	g_ptr_array_add(seat->former, tenure);
}

static const struct key seat_rows[] = {
	{ "id", KEY_ID, .at = offsetof(struct seat, id), .required = true },
	{ "title", KEY_LABEL, .at = offsetof(struct seat, title), .required = true },
	{ "holder", KEY_TEXT, .at = offsetof(struct seat, holder) },
	{ "login", KEY_TEXT, .at = offsetof(struct seat, login) },
	{ "chair", KEY_FLAG, .at = offsetof(struct seat, flags), .most = SEAT_CHAIR },
	{ "voting", KEY_FLAG, .at = offsetof(struct seat, flags), .most = SEAT_VOTING },
	{ "quorum", KEY_FLAG, .at = offsetof(struct seat, flags), .most = SEAT_QUORUM },
	{ "advisory", KEY_FLAG, .at = offsetof(struct seat, flags), .most = SEAT_ADVISORY },
	{ "alternate_for", KEY_ID, .at = offsetof(struct seat, alternate_for) },
	{ "term", KEY_OTHER, .each = read_term },
	{ "former", KEY_LIST, .group = &tenure_keys, .each = read_tenure },
	{ "vacant_since", KEY_DATE, .at = offsetof(struct seat, vacant_since) },
	{ "trained", KEY_DATE, .at = offsetof(struct seat, training_done) },
	{ .name = NULL },
};
/* --- panels --- */

static const struct key panel_rows[] = {
	{ "id", KEY_ID, .at = offsetof(struct panel, id), .required = true },
	{ "label", KEY_LABEL, .at = offsetof(struct panel, label), .required = true },
	{ "seats", KEY_IDS, .at = offsetof(struct panel, seats), .required = true },
	{ .name = NULL },
};
const struct key_group panel_keys = { N_("this panel"), panel_rows };

void board_read_panel(struct reader *reader, config_setting_t *setting, void *object)
{
	struct body *body = object;
	struct panel *panel = g_new0(struct panel, 1);
	panel->seats = g_new0(char *, 1);
	reader_group(reader, setting, &panel_keys, panel);
	if (panel->id != NULL && (body_panel(body, panel->id) != NULL || body_seat(body, panel->id) != NULL))
		reader_fault(reader, setting, _("'%s' is given twice among the panels and seats; give one of them another id"), panel->id);
	for (char **seat = panel->seats; *seat != NULL; seat++)
		if (body_seat(body, *seat) == NULL)
			reader_fault(reader, setting, _("this panel names the seat '%s', which does not exist; add the seat or correct the name"), *seat);
	if (panel->id == NULL)
		panel->id = g_strdup("");
	g_ptr_array_add(body->panels, panel);
}

const struct key_group seat_keys = { N_("this seat"), seat_rows };

/* What is told of the holders must fit together. */
static void check_holders(struct reader *reader, const config_setting_t *setting, const struct seat *seat)
{
	const struct tenure *last = seat->former == NULL || seat->former->len == 0 ? NULL : seat->former->pdata[seat->former->len - 1];
	if (seat->holder != NULL && seat->vacant_since != DAY_UNKNOWN)
		reader_fault(reader, setting, _("a seat with a holder is not vacant; take 'vacant_since' or 'holder' out"));
	if (last == NULL || seat->holder == NULL || last->start == DAY_UNKNOWN)
		return;
	if (seat->term_start == DAY_UNKNOWN)
		reader_fault(reader, setting, _("when this holder began is not known; add 'term', so that former holders have an end"));
	else if (last->start >= seat->term_start || (last->ended != DAY_UNKNOWN && last->ended >= seat->term_start))
		reader_fault(reader, setting, _("the last of the former holders was still there when this one began; correct one of the days"));
}

/* A seat votes and counts in the quorum unless it is advisory or says otherwise. */
void board_read_seat(struct reader *reader, config_setting_t *setting, void *object)
{
	struct body *body = object;
	struct seat *seat = g_new0(struct seat, 1);
	int advisory = 0, voting = 0, quorum = 0;
	*seat = (struct seat) { .term_start = DAY_UNKNOWN, .term_end = DAY_UNKNOWN, .training_done = DAY_UNKNOWN, .vacant_since = DAY_UNKNOWN };
	config_setting_lookup_bool(setting, "advisory", &advisory);
	config_setting_lookup_bool(setting, "voting", &voting);
	config_setting_lookup_bool(setting, "quorum", &quorum);
	seat->flags = advisory ? 0 : SEAT_VOTING | SEAT_QUORUM;
	seat->line = reader_line(reader, setting);
	reader_group(reader, setting, &seat_keys, seat);
	if (advisory && (voting || quorum))
		reader_fault(reader, setting,
			_("an advisory seat does not vote and does not count in the quorum; take one of the two out"));
	if (body_seat(body, seat->id) != NULL)
		reader_fault(reader, setting, _("seat '%s' is given twice; give one of them another id"), seat->id);
	check_holders(reader, setting, seat);
	g_ptr_array_add(body->seats, seat);
}

void board_check_seats(struct reader *reader, const config_setting_t *setting, const struct body *body)
{
	unsigned chairs = 0, voting = 0, quorum = 0;
	for (guint i = 0; i < body->seats->len; i++) {
		const struct seat *seat = body->seats->pdata[i];
		chairs += (seat->flags & SEAT_CHAIR) != 0;
		voting += (seat->flags & SEAT_VOTING) != 0 && seat->alternate_for == NULL;
		quorum += (seat->flags & SEAT_QUORUM) != 0 && seat->alternate_for == NULL;
		const struct seat *regular = seat->alternate_for == NULL ? NULL : body_seat(body, seat->alternate_for);
		if (seat->alternate_for != NULL && (regular == NULL || regular == seat || regular->alternate_for != NULL))
			reader_fault(reader, reader_nth_group(setting, "seats", i),
				_("alternate_for = \"%s\" must name a regular seat of the same body"), seat->alternate_for);
	}
	if (chairs > 1)
		reader_fault(reader, setting, _("body '%s' has %u chairs; mark one seat with chair = true"), body->id, chairs);
	if (voting == 0 || quorum == 0)
		reader_fault(reader, setting,
			_("body '%s' has no regular seat that votes and counts in the quorum, so it could decide nothing; add one"),
			body->id);
}
