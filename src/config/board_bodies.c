/* The bodies of a board file: names, own findings, agenda template. Their seats: board_seats.c. */
#include "base/i18n.h"
#include "config/board_read.h"
#include "domain/docket.h"
#include "domain/record.h"

static void read_kinds(struct reader *reader, config_setting_t *setting, void *object)
{
	struct agenda_entry *entry = object;
	entry->kinds = reader_texts(reader, setting, TEXTS_IDS);
	for (char **kind = entry->kinds; *kind; kind++) {
		if (meeting_kind_find(*kind) != MEETING_KINDS)
			continue;
		g_autofree char *all = g_strjoinv(", ", (char **) meeting_kinds), *otherwise = g_strdup_printf(_("it is one of: %s"), all);
		g_autofree char *hint = reader_hint(*kind, meeting_kinds, otherwise);
		reader_fault(reader, setting, _("there is no kind of meeting '%s'; %s"), *kind, hint);
	}
}

static void read_docket(struct reader *reader, config_setting_t *setting, void *object)
{
	struct agenda_entry *entry = object;
	entry->docket = reader_texts(reader, setting, TEXTS_IDS);
	for (char **reason = entry->docket; *reason; reason++)
		if (docket_reason_find(*reason) == DOCKET_REASONS) {
			g_autofree char *all = g_strjoinv(", ", (char **) docket_reason_ids), *otherwise = g_strdup_printf(_("it is one of: %s"), all);
			g_autofree char *hint = reader_hint(*reason, docket_reason_ids, otherwise);
			reader_fault(reader, setting, _("nothing is due for the board as '%s'; %s"), *reason, hint);
		}
}

static const struct key entry_rows[] = {
	{ "id", KEY_ID, .at = offsetof(struct agenda_entry, id), .required = true },
	{ "title", KEY_LABEL, .at = offsetof(struct agenda_entry, title), .required = true },
	{ "section", KEY_ID, .at = offsetof(struct agenda_entry, section) },
	{ "minutes", KEY_INT, .at = offsetof(struct agenda_entry, minutes), .least = 0, .most = 1440 },
	{ "consent", KEY_BOOL, .at = offsetof(struct agenda_entry, consent) },
	{ "closed", KEY_BOOL, .at = offsetof(struct agenda_entry, closed) },
	{ "prefix", KEY_TEXT, .at = offsetof(struct agenda_entry, prefix) },
	{ "kinds", KEY_OTHER, .each = read_kinds },
	{ "docket", KEY_OTHER, .each = read_docket },
	{ "each", KEY_INT, .at = offsetof(struct agenda_entry, each), .least = 0, .most = 1440 },
	{ .name = NULL },
};
static const struct key_group entry_keys = { N_("this agenda entry"), entry_rows };

#define NOTICE_TEXT(name) { #name, KEY_LABEL, .at = offsetof(struct notice_text, name) }
static const struct key notice_text_rows[] = {
	NOTICE_TEXT(posted), NOTICE_TEXT(interpreter), NOTICE_TEXT(aids), NOTICE_TEXT(speak),
	{ .name = NULL },
};
static const struct key_group notice_text_keys = { N_("'notice_text'"), notice_text_rows };

/* Once the sections have names, each needs one: papers print it. */
static void check_section(struct reader *reader, const config_setting_t *setting, const char *section)
{
	const struct vocabulary *sections = board_vocabulary(reader->data, "section");
	if (sections == NULL || section == NULL || vocabulary_find(sections, section) != NULL)
		return;
	g_autofree const char **ids = g_new0(const char *, sections->terms->len + 1);
	for (guint i = 0; i < sections->terms->len; i++)
		ids[i] = ((const struct term *) sections->terms->pdata[i])->id;
	g_autofree char *hint = reader_hint(section, ids, _("add it there or correct the name"));
	reader_fault(reader, setting, _("the vocabulary 'section' has no '%s'; %s"), section, hint);
}

static void read_notice_text(struct reader *reader, config_setting_t *setting, void *object)
{
	struct body *body = object;
	reader_group(reader, setting, &notice_text_keys, &body->notice_text);
}

static void read_entry(struct reader *reader, config_setting_t *setting, void *object)
{
	struct body *body = object;
	struct agenda_entry *entry = g_new0(struct agenda_entry, 1);
	reader_group(reader, setting, &entry_keys, entry);
	if (body_entry(body, entry->id) != NULL)
		reader_fault(reader, setting, _("agenda entry '%s' is given twice; give one of them another id"), entry->id);
	check_section(reader, config_setting_get_member(setting, "section"), entry->section);
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
	{ "seats", KEY_LIST, .required = true, .group = &seat_keys, .each = board_read_seat },
	{ "panels", KEY_LIST, .group = &panel_keys, .each = board_read_panel },
	{ "thresholds", KEY_OTHER, .group = &threshold_keys, .each = board_read_procedure },
	{ "motions", KEY_OTHER, .group = &motion_keys, .each = board_read_procedure },
	{ "rules", KEY_OTHER, .group = &rules_keys, .each = board_read_procedure },
	{ "findings", KEY_OTHER, .group = &finding_keys, .each = read_findings },
	{ "length", KEY_INT, .at = offsetof(struct body, length), .least = 1, .most = 1440 },
	{ "agenda", KEY_LIST, .group = &entry_keys, .each = read_entry },
	{ "notice", KEY_LIST, .group = &notice_keys, .each = board_read_body_notice },
	{ "notice_text", KEY_GROUP, .group = &notice_text_keys, .each = read_notice_text },
	{ "series", KEY_LIST, .group = &series_keys, .each = board_read_series },
	{ .name = NULL },
};
const struct key_group body_keys = { N_("this body"), body_rows };

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
	board_check_seats(reader, setting, body);
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
