/* The bodies of a board file: seats, own findings, agenda template. */
#include <string.h>

#include "base/i18n.h"
#include "config/board_read.h"

static void read_term(struct reader *reader, config_setting_t *setting, void *object)
{
	struct seat *seat = object;
	int n = reader_is_list(setting) ? config_setting_length(setting) : 0;
	if (n != 2) {
		reader_fault(reader, setting,
			_("'term' must be two dates, its first and its last day: [ \"2023-07-01\", \"2026-06-30\" ]"));
		return;
	}
	seat->term_start = reader_day(reader, config_setting_get_elem(setting, 0));
	seat->term_end = reader_day(reader, config_setting_get_elem(setting, 1));
	if (seat->term_start != DAY_UNKNOWN && seat->term_end != DAY_UNKNOWN && seat->term_end < seat->term_start)
		reader_fault(reader, setting, _("this term ends before it starts; the first day comes first"));
}

static const struct key seat_rows[] = {
	{ "id", KEY_ID, .at = offsetof(struct seat, id), .required = true },
	{ "title", KEY_LABEL, .at = offsetof(struct seat, title), .required = true },
	{ "holder", KEY_TEXT, .at = offsetof(struct seat, holder) },
	{ "chair", KEY_FLAG, .at = offsetof(struct seat, flags), .most = SEAT_CHAIR },
	{ "voting", KEY_FLAG, .at = offsetof(struct seat, flags), .most = SEAT_VOTING },
	{ "quorum", KEY_FLAG, .at = offsetof(struct seat, flags), .most = SEAT_QUORUM },
	{ "advisory", KEY_FLAG, .at = offsetof(struct seat, flags), .most = SEAT_ADVISORY },
	{ "alternate_for", KEY_ID, .at = offsetof(struct seat, alternate_for) },
	{ "term", KEY_OTHER, .each = read_term },
	{ "trained", KEY_DATE, .at = offsetof(struct seat, training_done) },
	{ .name = NULL },
};
static const struct key_group seat_keys = { N_("this seat"), seat_rows };

static const struct key entry_rows[] = {
	{ "id", KEY_ID, .at = offsetof(struct agenda_entry, id), .required = true },
	{ "title", KEY_LABEL, .at = offsetof(struct agenda_entry, title), .required = true },
	{ "section", KEY_ID, .at = offsetof(struct agenda_entry, section) },
	{ "minutes", KEY_INT, .at = offsetof(struct agenda_entry, minutes), .least = 0, .most = 1440 },
	{ "consent", KEY_BOOL, .at = offsetof(struct agenda_entry, consent) },
	{ "closed", KEY_BOOL, .at = offsetof(struct agenda_entry, closed) },
	{ .name = NULL },
};
static const struct key_group entry_keys = { N_("this agenda entry"), entry_rows };

static const struct seat *find_seat(const struct body *body, const char *id)
{
	for (guint i = 0; i < body->seats->len; i++) {
		const struct seat *seat = body->seats->pdata[i];
		if (seat->id != NULL && strcmp(seat->id, id) == 0)
			return seat;
	}
	return NULL;
}

/* A seat votes and counts in the quorum unless it is advisory or says otherwise. */
static void read_seat(struct reader *reader, config_setting_t *setting, void *object)
{
	struct body *body = object;
	struct seat *seat = g_new0(struct seat, 1);
	int advisory = 0, voting = 0, quorum = 0;
	*seat = (struct seat) { .term_start = DAY_UNKNOWN, .term_end = DAY_UNKNOWN, .training_done = DAY_UNKNOWN };
	config_setting_lookup_bool(setting, "advisory", &advisory);
	config_setting_lookup_bool(setting, "voting", &voting);
	config_setting_lookup_bool(setting, "quorum", &quorum);
	seat->flags = advisory ? 0 : SEAT_VOTING | SEAT_QUORUM;
	seat->line = reader_line(reader, setting);
	reader_group(reader, setting, &seat_keys, seat);
	if (advisory && (voting || quorum))
		reader_fault(reader, setting,
			_("an advisory seat does not vote and does not count in the quorum; take one of the two out"));
	if (seat->id != NULL && find_seat(body, seat->id) != NULL)
		reader_fault(reader, setting, _("seat '%s' is given twice; give one of them another id"), seat->id);
	g_ptr_array_add(body->seats, seat);
}

static void read_entry(struct reader *reader, config_setting_t *setting, void *object)
{
	struct body *body = object;
	struct agenda_entry *entry = g_new0(struct agenda_entry, 1);
	reader_group(reader, setting, &entry_keys, entry);
	for (guint i = 0; i < body->agenda->len; i++) {
		const struct agenda_entry *other = body->agenda->pdata[i];
		if (entry->id != NULL && g_strcmp0(other->id, entry->id) == 0)
			reader_fault(reader, setting, _("agenda entry '%s' is given twice; give one of them another id"),
				entry->id);
	}
	g_ptr_array_add(body->agenda, entry);
}

static void read_findings(struct reader *reader, config_setting_t *setting, void *object)
{
	struct body *body = object;
	body->findings = vocabulary_new("finding");
	board_read_terms(reader, setting, &finding_keys, body->findings);
}

static void read_workflow_name(struct reader *reader, config_setting_t *setting, void *object)
{
	struct body *body = object;
	const struct board *board = reader->data;
	const char *id = reader_id(reader, setting);
	if (id == NULL)
		return;
	body->workflow = board_workflow(board, id);
	if (body->workflow != NULL)
		return;
	g_autofree const char **ids = g_new0(const char *, board->workflows->len + 1);
	for (guint i = 0; i < board->workflows->len; i++)
		ids[i] = ((struct workflow *) board->workflows->pdata[i])->id;
	g_autofree char *hint = reader_hint(id, ids, _("add it to 'workflows' or correct the name"));
	reader_fault(reader, setting, _("there is no workflow '%s'; %s"), id, hint);
}

static void read_parent_name(struct reader *reader, config_setting_t *setting, void *object)
{
	(void) object;
	reader_id(reader, setting);
}

static const struct key body_rows[] = {
	{ "id", KEY_ID, .at = offsetof(struct body, id), .required = true },
	{ "name", KEY_NAME, .at = offsetof(struct body, name), .required = true },
	{ "short", KEY_NAME, .at = offsetof(struct body, short_name), .required = true },
	{ "parent", KEY_OTHER, .each = read_parent_name },
	{ "workflow", KEY_OTHER, .required = true, .each = read_workflow_name },
	{ "seats", KEY_LIST, .required = true, .group = &seat_keys, .each = read_seat },
	{ "thresholds", KEY_OTHER, .group = &threshold_keys, .each = board_read_procedure },
	{ "motions", KEY_OTHER, .group = &motion_keys, .each = board_read_procedure },
	{ "rules", KEY_OTHER, .group = &rules_keys, .each = board_read_procedure },
	{ "findings", KEY_OTHER, .group = &finding_keys, .each = read_findings },
	{ "agenda", KEY_LIST, .group = &entry_keys, .each = read_entry },
	{ .name = NULL },
};
const struct key_group body_keys = { N_("this body"), body_rows };

static void check_seats(struct reader *reader, const config_setting_t *setting, const struct body *body)
{
	unsigned chairs = 0, voting = 0, quorum = 0;
	for (guint i = 0; i < body->seats->len; i++) {
		const struct seat *seat = body->seats->pdata[i];
		chairs += (seat->flags & SEAT_CHAIR) != 0;
		voting += (seat->flags & SEAT_VOTING) != 0 && seat->alternate_for == NULL;
		quorum += (seat->flags & SEAT_QUORUM) != 0 && seat->alternate_for == NULL;
		const struct seat *regular = seat->alternate_for == NULL ? NULL : find_seat(body, seat->alternate_for);
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

void board_read_body(struct reader *reader, config_setting_t *setting, void *object)
{
	struct board *board = object;
	struct body *body = body_new();
	body->line = reader_line(reader, setting);
	reader_group(reader, setting, &body_keys, body);
	if (body->id != NULL && board_body(board, body->id) != NULL)
		reader_fault(reader, setting, _("body '%s' is given twice; give one of them another id"), body->id);
	if (body->id == NULL)
		body->id = g_strdup("");
	check_seats(reader, setting, body);
	g_ptr_array_add(board->bodies, body);
}

static void tell_no_parent(struct reader *reader, const config_setting_t *setting, const struct board *board,
	const char *id)
{
	g_autofree const char **ids = g_new0(const char *, board->bodies->len + 1);
	for (guint i = 0; i < board->bodies->len; i++)
		ids[i] = ((struct body *) board->bodies->pdata[i])->id;
	g_autofree char *hint = reader_hint(id, ids, _("add the body or correct the name"));
	reader_fault(reader, setting, _("there is no body '%s' to be the parent; %s"), id, hint);
}

/* Would parent make the body its own ancestor? Parents set so far have no cycle. */
static bool descends(const struct body *parent, const struct body *body)
{
	while (parent != NULL && parent != body)
		parent = parent->parent;
	return parent != NULL;
}

void board_read_parents(struct reader *reader, const config_setting_t *bodies, struct board *board)
{
	guint n = 0;
	for (int i = 0; i < config_setting_length(bodies); i++) {
		config_setting_t *setting = config_setting_get_elem(bodies, (unsigned) i);
		if (config_setting_type(setting) != CONFIG_TYPE_GROUP)
			continue;
		struct body *body = board->bodies->pdata[n++];
		const config_setting_t *named = config_setting_get_member(setting, "parent");
		const char *id = named == NULL ? NULL : config_setting_get_string(named);
		const struct body *parent = id == NULL ? NULL : board_body(board, id);
		if (id != NULL && parent == NULL)
			tell_no_parent(reader, named, board, id);
		else if (descends(parent, body))
			reader_fault(reader, named, _("body '%s' would be its own parent in the end; break the circle"), body->id);
		else
			body->parent = parent;
	}
}
