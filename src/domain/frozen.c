#include "domain/frozen.h"

#include <stdlib.h>
#include <string.h>
#include "base/error.h"
#include "base/i18n.h"

/* --- writing --- */

static void put(GString *out, const char *text)
{
	g_string_append_c(out, '\t');
	for (; text && *text; text++)
		switch (*text) {
		case '\t': g_string_append(out, "\\t"); break;
		case '\n': g_string_append(out, "\\n"); break;
		case '\\': g_string_append(out, "\\\\"); break;
		default: g_string_append_c(out, *text);
		}
}

static void put_int(GString *out, gint64 number)
{
	g_string_append_printf(out, "\t%" G_GINT64_FORMAT, number);
}

static void put_share(GString *out, const struct vote_share *share)
{
	put_int(out, share->num);
	put_int(out, share->den);
	put_int(out, share->more_than);
	put_int(out, share->base);
}

static void put_labels(GString *out, const struct labels *labels)
{
	for (unsigned i = 0; i < labels->n; i++) {
		put(out, labels->v[i].lang);
		put(out, labels->v[i].text);
	}
}

static void write_meeting(GString *out, const struct board *board, const struct body *body, const struct meeting_record *record, const char *lang)
{
	g_string_append(out, "meeting");
	put(out, record->body);
	put(out, record->kind);
	put_int(out, record->starts);
	put(out, record->place);
	put(out, record->title);
	put(out, labels_get(&board->name, lang));
	put(out, labels_get(&body->name, lang));
	put(out, board->zone);
}

static void write_seats(GString *out, const struct body *body, const char *lang)
{
	for (guint i = 0; i < body->seats->len; i++) {
		const struct seat *seat = body->seats->pdata[i];
		g_string_append(out, "\nseat");
		put(out, seat->id);
		put(out, seat->holder);
		put(out, labels_get(&seat->title, lang));
		put_int(out, seat->flags);
		put(out, seat->alternate_for);
		put_int(out, seat->training_done != DAY_UNKNOWN);
	}
}

static void write_items(GString *out, const GPtrArray *items)
{
	for (guint i = 0; items && i < items->len; i++) {
		const struct agenda_item *item = items->pdata[i];
		g_string_append(out, "\nitem");
		put(out, item->number);
		put(out, item->title);
		put(out, item->public_title);
		put(out, item->section);
		put(out, item->action);
		put(out, item->presenter);
		put(out, item->case_number);
		put_int(out, item->minutes);
		put_int(out, item->consent);
		put_int(out, item->closed);
	}
}

static void write_threshold(GString *out, const struct threshold *threshold)
{
	g_autoptr(GString) parts = g_string_new(NULL);
	for (guint i = 0; threshold->parts && i < threshold->parts->len; i++)
		g_string_append_printf(parts, "%s%s", i ? " " : "", ((const struct threshold *) threshold->parts->pdata[i])->id);
	g_string_append(out, "\nthreshold");
	put(out, threshold->id);
	put(out, threshold->source);
	put_int(out, threshold->kind);
	put_share(out, &threshold->share);
	put_int(out, threshold->count);
	put(out, parts->str);
	put_share(out, &threshold->when);
	put_labels(out, &threshold->label);
}

static void write_kind(GString *out, const struct motion_kind *kind)
{
	g_string_append(out, "\nmotion");
	put(out, kind->id);
	put_int(out, kind->class);
	put_int(out, kind->rank);
	put_int(out, kind->effect);
	put(out, kind->threshold ? kind->threshold->id : "");
	put_int(out, kind->second);
	put_int(out, kind->debatable);
	put_int(out, kind->amendable);
	put_int(out, kind->without_quorum);
	put_int(out, kind->prevailing);
	put_int(out, kind->once_per_target);
	put_labels(out, &kind->label);
}

/* The rules that are plain numbers, in the order of the line. */
#define RULE_LIST(X) X(quorum.kind) X(quorum.count) X(quorum.percent) X(abstention) X(recusal_present) X(recusal_leaves) X(tie) X(chair) \
	X(roll) X(chair_last) X(second) X(amend_depth) X(reveal) X(speaker_seconds) X(speaker_warning) X(interpreter_factor) \
	X(absences_in_a_row) X(absences_within) X(absences_months) X(excused_counts)

static void write_rules(GString *out, const struct rules *rules)
{
	g_string_append(out, "\nrules");
	put(out, rules->source);
	put_share(out, &rules->quorum.share);
#define X(member) put_int(out, rules->member);
	RULE_LIST(X)
#undef X
}

char *frozen_write(const struct board *board, const struct body *body, const struct meeting_record *record, const GPtrArray *items, const char *lang)
{
	const struct procedure *procedure = board_procedure(board, body);
	GString *out = g_string_new(NULL);
	write_meeting(out, board, body, record, lang);
	write_seats(out, body, lang);
	write_items(out, items);
	for (guint i = 0; i < procedure->thresholds->len; i++)
		write_threshold(out, procedure->thresholds->pdata[i]);
	for (guint i = 0; i < procedure->kinds->len; i++)
		write_kind(out, procedure->kinds->pdata[i]);
	write_rules(out, &procedure->rules);
	return g_string_free(out, FALSE);
}

/* --- reading --- */

struct line { char **field; unsigned n, at, number; bool bad; };

static char *unescape(const char *text)
{
	char *out = g_malloc(strlen(text) + 1), *to = out;
	for (; *text; text++) {
		if (*text == '\\' && text[1])
			*to++ = *++text == 't' ? '\t' : *text == 'n' ? '\n' : *text;
		else
			*to++ = *text;
	}
	*to = '\0';
	return out;
}

/* The next text; "" is NULL. g_free. */
static char *get(struct line *line)
{
	if (line->at >= line->n) {
		line->bad = true;
		return NULL;
	}
	const char *text = line->field[line->at++];
	return *text ? unescape(text) : NULL;
}

static gint64 get_int(struct line *line, gint64 least, gint64 most)
{
	g_autofree char *text = get(line);
	char *end = NULL;
	gint64 number = text ? g_ascii_strtoll(text, &end, 10) : 0;
	if (!text || *end || number < least || number > most) {
		line->bad = true;
		return least;
	}
	return number;
}

static int get_small(struct line *line, int most)
{
	return (int) get_int(line, 0, most);
}

static struct vote_share get_share(struct line *line)
{
	struct vote_share share = { .num = get_small(line, 1000), .den = get_small(line, 1000), .more_than = get_small(line, 1) };
	share.base = get_small(line, VOTE_BASES - 1);
	return share;
}

static void get_labels(struct line *line, struct labels *labels)
{
	while (line->at + 1 < line->n) {
		g_autofree char *lang = get(line), *text = get(line);
		labels_add(labels, lang ? lang : "", text ? text : "");
	}
}

static void read_meeting(struct meeting *meeting, struct line *line)
{
	meeting->record.body = get(line);
	meeting->record.kind = get(line);
	meeting->record.starts = get_int(line, -G_GINT64_CONSTANT(62135596800), G_GINT64_CONSTANT(253402300799));
	meeting->record.place = get(line);
	meeting->record.title = get(line);
	meeting->board_name = get(line);
	meeting->body_name = get(line);
	meeting->zone = get(line);
	line->bad |= meeting->members->len > 0;
}

static void read_seat(struct meeting *meeting, struct line *line)
{
	struct member *member = g_new0(struct member, 1);
	g_autofree char *regular = NULL;
	member->seat = get(line);
	member->name = get(line);
	member->title = get(line);
	member->flags = (unsigned) get_small(line, 15);
	regular = get(line);
	member->trained = get_small(line, 1);
	member->stays = g_array_new(FALSE, FALSE, sizeof(struct stay));
	member->alternate_for = member->stands_in_for = member->replaced_by = -1;
	line->bad |= !member->seat || meeting_seat(meeting, member->seat) >= 0;
	if (!member->seat)
		member->seat = g_strdup("");
	/* A regular seat may stand behind its alternate: until all are read the id waits in the provision. */
	member->provision = g_steal_pointer(&regular);
	g_ptr_array_add(meeting->members, member);
}

static void read_item(struct meeting *meeting, struct line *line)
{
	struct meeting_item *item = g_new0(struct meeting_item, 1);
	g_ptr_array_add(meeting->items, item);
	item->position = (int) meeting->items->len;
	item->number = get(line);
	item->title = get(line);
	item->public_title = get(line);
	item->section = get(line);
	item->action = get(line);
	item->presenter = get(line);
	item->case_number = get(line);
	item->minutes = get_small(line, 1440);
	item->consent = get_small(line, 1);
	item->closed = get_small(line, 1);
}

static unsigned parts_needed(enum threshold_kind kind)
{
	return kind == THRESHOLD_WHEN ? 2 : kind == THRESHOLD_ANY_OF || kind == THRESHOLD_ALL_OF ? 1 : 0;
}

static void read_parts(struct meeting *meeting, struct line *line, struct threshold *threshold)
{
	g_autofree char *ids = get(line);
	g_auto(GStrv) words = g_strsplit(ids ? ids : "", " ", -1);
	if (ids)
		threshold->parts = g_ptr_array_new();
	for (char **id = words; ids && *id; id++) {
		const struct threshold *part = procedure_threshold(meeting->procedure, *id);
		line->bad |= !part;
		if (part)
			g_ptr_array_add(threshold->parts, (gpointer) part);
	}
	line->bad |= (threshold->parts ? threshold->parts->len : 0) < parts_needed(threshold->kind);
}

static void read_threshold(struct meeting *meeting, struct line *line)
{
	struct threshold *threshold = g_new0(struct threshold, 1);
	threshold->id = get(line);
	threshold->source = get(line);
	threshold->kind = get_small(line, THRESHOLD_WHEN);
	threshold->share = get_share(line);
	threshold->count = get_small(line, 10000);
	read_parts(meeting, line, threshold);
	threshold->when = get_share(line);
	get_labels(line, &threshold->label);
	line->bad |= !threshold->id || (threshold->kind == THRESHOLD_SHARE && !threshold->share.den);
	g_ptr_array_add(meeting->procedure->thresholds, threshold);
}

static void read_kind(struct meeting *meeting, struct line *line)
{
	struct motion_kind *kind = g_new0(struct motion_kind, 1);
	g_autofree char *threshold = NULL;
	kind->id = get(line);
	kind->class = get_small(line, MOTION_CLASSES - 1);
	kind->rank = get_small(line, 10000);
	kind->effect = get_small(line, MOTION_EFFECTS - 1);
	threshold = get(line);
	kind->threshold = procedure_threshold(meeting->procedure, threshold);
	kind->second = get_small(line, 1);
	kind->debatable = get_small(line, 1);
	kind->amendable = get_small(line, 1);
	kind->without_quorum = get_small(line, 1);
	kind->prevailing = get_small(line, 1);
	kind->once_per_target = get_small(line, 1);
	get_labels(line, &kind->label);
	line->bad |= !kind->id || (threshold && !kind->threshold);
	g_ptr_array_add(meeting->procedure->kinds, kind);
}

static void read_rules(struct meeting *meeting, struct line *line)
{
	struct rules *rules = &meeting->procedure->rules;
	g_free(rules->source);
	rules->source = get(line);
	rules->quorum.share = get_share(line);
#define X(member) rules->member = get_small(line, 100000);
	RULE_LIST(X)
#undef X
	line->bad |= rules->quorum.kind > QUORUM_PERCENT_PLUS || (rules->quorum.kind == QUORUM_SHARE && !rules->quorum.share.den)
		|| rules->abstention > ABSTENTION_CONCURS || rules->tie > TIE_NO_ACTION || rules->chair > CHAIR_ON_TIES || rules->roll > ROLL_ROTATING;
}

static const struct { const char *name; void (*read)(struct meeting *meeting, struct line *line); } readers[] = {
	{ "meeting", read_meeting }, { "seat", read_seat }, { "item", read_item }, { "threshold", read_threshold },
	{ "motion", read_kind }, { "rules", read_rules },
};

static bool read_line(struct meeting *meeting, const char *text, unsigned number)
{
	g_auto(GStrv) fields = g_strsplit(text, "\t", -1);
	struct line line = { .field = fields, .n = g_strv_length(fields), .at = 1, .number = number };
	for (guint i = 0; line.n && i < G_N_ELEMENTS(readers); i++)
		if (!strcmp(fields[0], readers[i].name)) {
			readers[i].read(meeting, &line);
			return !line.bad;
		}
	return false;
}

static bool link_alternates(struct meeting *meeting)
{
	for (guint i = 0; i < meeting->members->len; i++) {
		struct member *member = meeting->members->pdata[i];
		g_autofree char *regular = g_steal_pointer(&member->provision);
		member->alternate_for = regular ? meeting_seat(meeting, regular) : -1;
		if (regular && (member->alternate_for < 0 || member->alternate_for == (int) i))
			return false;
	}
	return true;
}

bool frozen_read(struct meeting *meeting, const char *text, GError **error)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (unsigned i = 0; lines[i]; i++)
		if (!read_line(meeting, lines[i], i + 1)) {
			g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("the roster and rules as frozen at the call to order cannot be read: line %u is wrong"), i + 1);
			return false;
		}
	if (link_alternates(meeting) && meeting->members->len && meeting->body_name && meeting->zone)
		return true;
	g_set_error_literal(error, DAIS_ERROR, DAIS_ERROR_DATA, _("the roster and rules as frozen at the call to order are incomplete"));
	return false;
}
