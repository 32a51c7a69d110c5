/* The frozen text of domain/frozen.c read back. It came from a file: nothing in it is believed unseen. */
#include "domain/frozen.h"
#include "domain/frozen_private.h"

#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

/* More than any body has. A text made to be slow would otherwise nest its thresholds until no vote is ever counted. */
enum { SEATS_MOST = 1000, WEIGHT_MOST = 1000 };

/* at: the next field; bad: one was missing or not to be believed. */
struct line { char **field; unsigned n, at; bool bad; };

/* The next text; "" is NULL. g_free. */
static char *get(struct line *line)
{
	if (line->at >= line->n) {
		line->bad = true;
		return NULL;
	}
	const char *text = line->field[line->at++];
	return *text ? text_field_read(text) : NULL;
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
	meeting->record.starts = get_int(line, INSTANT_LEAST, INSTANT_MOST);
	meeting->record.place = get(line);
	meeting->record.title = get(line);
	meeting->board_name = get(line);
	meeting->body_name = get(line);
	meeting->zone = get(line);
	line->bad |= !meeting->body_name || !meeting->zone;
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
	line->bad |= !member->seat || meeting_seat(meeting, member->seat) >= 0 || meeting->members->len >= SEATS_MOST;
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
	item->unposted = line->at < line->n && get_small(line, 1);
	item->continued = item->unposted && line->at < line->n ? get_int(line, INSTANT_LEAST, INSTANT_MOST) : 0;
}

static void read_parts(struct meeting *meeting, struct line *line, struct threshold *threshold)
{
	g_autofree char *ids = get(line);
	g_auto(GStrv) words = g_strsplit(ids ? ids : "", " ", -1);
	if (ids)
		threshold->parts = g_ptr_array_new();
	for (char **id = words; *id; id++) {
		const struct threshold *part = procedure_threshold(meeting->procedure, *id);
		line->bad |= !part;
		if (part)
			g_ptr_array_add(threshold->parts, (gpointer) part);
	}
}

static bool share_is_sound(const struct vote_share *share)
{
	return share->den > 0 && share->num > 0 && share->num <= share->den;
}

/* How many thresholds are asked when this one is. Parts stand before what is made of them, so it ends. */
static unsigned threshold_weight(const struct threshold *threshold)
{
	unsigned weight = 1;
	for (guint i = 0; threshold->parts && i < threshold->parts->len && weight <= WEIGHT_MOST; i++)
		weight += threshold_weight(threshold->parts->pdata[i]);
	return weight;
}

static bool threshold_is_sound(const struct threshold *threshold)
{
	unsigned parts = threshold->parts ? threshold->parts->len : 0;
	switch (threshold->kind) {
	case THRESHOLD_SHARE: return !parts && share_is_sound(&threshold->share);
	case THRESHOLD_FIXED: return !parts && threshold->count > 0;
	case THRESHOLD_ALL:
	case THRESHOLD_NO_OBJECTION: return !parts;
	case THRESHOLD_ANY_OF:
	case THRESHOLD_ALL_OF: return parts > 0;
	case THRESHOLD_WHEN: return parts == 2 && share_is_sound(&threshold->when);
	}
	return false;
}

static void read_threshold(struct meeting *meeting, struct line *line)
{
	struct threshold *threshold = g_new0(struct threshold, 1);
	threshold->id = get(line);
	threshold->source = get(line);
	threshold->kind = get_small(line, THRESHOLD_WHEN);
	threshold->share = get_share(line);
	threshold->count = get_small(line, 1000);
	read_parts(meeting, line, threshold);
	threshold->when = get_share(line);
	get_labels(line, &threshold->label);
	line->bad |= !threshold->id || procedure_threshold(meeting->procedure, threshold->id);
	line->bad |= !threshold_is_sound(threshold) || threshold_weight(threshold) > WEIGHT_MOST;
	g_ptr_array_add(meeting->procedure->thresholds, threshold);
}

static void read_kind(struct meeting *meeting, struct line *line)
{
	struct motion_kind *kind = g_new0(struct motion_kind, 1);
	g_autofree char *threshold = NULL;
	kind->id = get(line);
	kind->class = get_small(line, MOTION_CLASSES - 1);
	kind->rank = get_small(line, 1000);
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
	line->bad |= !kind->id || procedure_kind(meeting->procedure, kind->id) || (threshold && !kind->threshold);
	line->bad |= !(motion_effect_classes(kind->effect) & 1u << kind->class);
	g_ptr_array_add(meeting->procedure->kinds, kind);
}

static void read_training(struct meeting *meeting, struct line *line)
{
	struct training_rule *rule = &meeting->procedure->rules.training;
	rule->gate = (unsigned) get_small(line, TRAINING_GATE_ASSIGN | TRAINING_GATE_VOTE);
	rule->present = get_small(line, 1);
	g_free(rule->source);
	rule->source = get(line);
}

static void read_rules(struct meeting *meeting, struct line *line)
{
	struct rules *rules = &meeting->procedure->rules;
	g_free(rules->source);
	rules->source = get(line);
	rules->quorum.share = get_share(line);
#define X(member, least, most) rules->member = get_int(line, least, most);
	FROZEN_RULE_LIST(X)
#undef X
	rules->roll_call = line->at < line->n ? (unsigned) get_int(line, 1, ROLL_CALL_REMOTE | ROLL_CALL_EMERGENCY) : 0;
	line->bad |= rules->quorum.kind == QUORUM_SHARE && !share_is_sound(&rules->quorum.share);
}

/* The lines in the order in which they come. */
enum { LINE_MEETING, LINE_SEAT, LINE_ITEM, LINE_THRESHOLD, LINE_MOTION, LINE_TRAINING, LINE_RULES, LINES };
static const struct { const char *name; bool once; void (*read)(struct meeting *meeting, struct line *line); } lines[LINES] = {
	[LINE_MEETING] = { "meeting", true, read_meeting }, [LINE_SEAT] = { "seat", false, read_seat }, [LINE_ITEM] = { "item", false, read_item },
	[LINE_THRESHOLD] = { "threshold", false, read_threshold }, [LINE_MOTION] = { "motion", false, read_kind },
	[LINE_TRAINING] = { "training", true, read_training }, [LINE_RULES] = { "rules", true, read_rules },
};

/* May a line of this kind follow one of that? Both the first line and the last are needed: a text that was cut is not taken. */
static bool line_follows(int kind, int before)
{
	return before < 0 ? kind == LINE_MEETING : kind > before || (kind == before && !lines[kind].once);
}

/* Gives the kind of the line, LINES if it is wrong. */
static int read_line(struct meeting *meeting, const char *text, int before)
{
	g_auto(GStrv) fields = g_strsplit(text, "\t", -1);
	struct line line = { .field = fields, .n = g_strv_length(fields), .at = 1 };
	int kind = 0;
	while (line.n && kind < LINES && strcmp(fields[0], lines[kind].name))
		kind++;
	if (!line.n || kind == LINES || !line_follows(kind, before))
		return LINES;
	lines[kind].read(meeting, &line);
	return line.bad || line.at != line.n ? LINES : kind;
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
	g_auto(GStrv) each = g_strsplit(text, "\n", -1);
	unsigned n = 0;
	int kind = -1;
	for (; each[n] && kind != LINES; n++)
		kind = read_line(meeting, each[n], kind);
	if (kind == LINES)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("the roster and rules as frozen at the call to order cannot be read: line %u is wrong"), n);
	else if (kind != LINE_RULES)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("the roster and rules as frozen at the call to order are cut off after line %u"), MAX(n, 1));
	else if (!meeting->members->len || !link_alternates(meeting))
		g_set_error_literal(error, DAIS_ERROR, DAIS_ERROR_DATA, _("the roster frozen at the call to order has no seats, or an alternate for a seat that is not there"));
	else
		return true;
	return false;
}
