/* The roster, agenda and rules of a meeting as one text. domain/frozen_read reads it: the order of the fields is the same there. */
#include "domain/frozen.h"
#include "domain/frozen_private.h"
#include "domain/training.h"

#include "base/text.h"

static void put(GString *out, const char *text)
{
	g_string_append_c(out, '\t');
	text_field_append(out, text);
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

/* Where the rules ask for no training, the day on the seat is all there is to know. */
static bool is_trained(const struct training_rule *rule, const struct seat *seat, const GPtrArray *trainings, day_t day)
{
	struct training_look look = training_look(rule, seat, seat->holder, trainings, day);
	return look.asked ? training_opens(rule, &look) : seat->training_done != DAY_UNKNOWN;
}

static void write_seats(GString *out, const struct body *body, const struct training_rule *rule, const GPtrArray *trainings, day_t day, const char *lang)
{
	for (guint i = 0; i < body->seats->len; i++) {
		const struct seat *seat = body->seats->pdata[i];
		g_string_append(out, "\nseat");
		put(out, seat->id);
		put(out, seat->holder);
		put(out, labels_get(&seat->title, lang));
		put_int(out, seat->flags);
		put(out, seat->alternate_for);
		put_int(out, is_trained(rule, seat, trainings, day));
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
		if (item->unposted)
			put_int(out, 1);      /* only then: journals of before have no such field */
		if (item->unposted && item->continued)
			put_int(out, item->continued);
	}
}

/* What a threshold is made of comes before it: in a board file that gives a usual one anew it may stand behind it. */
static void write_threshold(GString *out, const struct threshold *threshold, GHashTable *written)
{
	g_autoptr(GString) parts = g_string_new(NULL);
	if (!g_hash_table_add(written, (gpointer) threshold))
		return;
	for (guint i = 0; threshold->parts && i < threshold->parts->len; i++) {
		const struct threshold *part = threshold->parts->pdata[i];
		write_threshold(out, part, written);
		g_string_append_printf(parts, "%s%s", i ? " " : "", part->id);
	}
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

/* Only where there is a gate: what was frozen without one is the same text as ever. */
static void write_training(GString *out, const struct training_rule *rule)
{
	if (!(rule->gate & TRAINING_GATE_VOTE))
		return;
	g_string_append(out, "\ntraining");
	put_int(out, rule->gate);
	put_int(out, rule->present);
	put(out, rule->source);
}

static void write_rules(GString *out, const struct rules *rules)
{
	g_string_append(out, "\nrules");
	put(out, rules->source);
	put_share(out, &rules->quorum.share);
#define X(member, least, most) put_int(out, rules->member);
	FROZEN_RULE_LIST(X)
#undef X
	if (rules->roll_call)      /* older journals have no such field, and stay as they are */
		put_int(out, (int) rules->roll_call);
}

char *frozen_write(const struct board *board, const struct body *body, const struct meeting_record *record, const GPtrArray *items,
	const GPtrArray *trainings, const char *lang)
{
	const struct procedure *procedure = board_procedure(board, body);
	g_autoptr(GHashTable) written = g_hash_table_new(NULL, NULL);
	GString *out = g_string_new(NULL);
	write_meeting(out, board, body, record, lang);
	write_seats(out, body, &procedure->rules.training, trainings, instant_day(record->starts, board->zone), lang);
	write_items(out, items);
	for (guint i = 0; i < procedure->thresholds->len; i++)
		write_threshold(out, procedure->thresholds->pdata[i], written);
	for (guint i = 0; i < procedure->kinds->len; i++)
		write_kind(out, procedure->kinds->pdata[i]);
	write_training(out, &procedure->rules.training);
	write_rules(out, &procedure->rules);
	return g_string_free(out, FALSE);
}
