#include "domain/agenda_history.h"

#include <inttypes.h>
#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

static const char *const kinds[AGENDA_OPS] = {
#define X(id, name) [AGENDA_OP_##id] = name,
	AGENDA_OP_LIST(X)
#undef X
};

void agenda_change_free(void *data)
{
	struct agenda_change *change = data;
	g_free(change->who);
	g_free(change->what);
	g_free(change->was);
	g_free(change->became);
	g_free(change);
}

/* --- writing: lines of "name TAB value"; "id" begins an item --- */

static void put(GString *out, const char *name, const char *value)
{
	g_string_append_printf(out, "%s\t", name);
	text_field_append(out, value);
	g_string_append_c(out, '\n');
}

static void put_int(GString *out, const char *name, gint64 number)
{
	g_string_append_printf(out, "%s\t%" PRId64 "\n", name, (int64_t) number);
}

static void put_item(GString *out, const struct agenda_item *item)
{
	put_int(out, "id", item->id);
	put_int(out, "position", item->position);
	for (int field = 0; field < AGENDA_FIELDS; field++) {
		g_autofree char *value = agenda_field_get(item, field);
		if (value)
			put(out, agenda_field_info(field)->name, value);
	}
}

/* What was there goes to was, what is there now to became; gives the highest id. */
static id_t64 put_items(GString *was, GString *became, const struct agenda_op *op)
{
	id_t64 highest = 0;
	for (guint i = 0; i < op->items->len; i++) {
		const struct agenda_item *item = op->items->pdata[i];
		bool now = op->kind == AGENDA_OP_ADD || (op->kind == AGENDA_OP_FILL && i > 0);
		highest = MAX(highest, item->id);
		put_item(now ? became : was, item);
	}
	return highest;
}

/* What the item was called, then what was different. */
static void put_one(GString *was, GString *became, const struct agenda_op *op)
{
	put(was, "called", op->number);
	put(was, "titled", op->title);
	if (op->kind == AGENDA_OP_MOVE) {
		put_int(was, "position", op->from);
		put_int(became, "position", op->to);
		put(became, "beside", op->beside);
		return;
	}
	const char *name = agenda_field_info(op->field)->name;
	put(was, name, op->was);
	put(became, name, op->became);
}

void agenda_change_write(struct agenda_change *change, const struct agenda_op *op)
{
	GString *was = g_string_new(NULL), *became = g_string_new(NULL);
	change->what = g_strdup(kinds[op->kind]);
	change->item = op->item;
	if (op->numbers)
		put_int(became, "numbers", 1);
	if (op->items)
		change->item = put_items(was, became, op);
	else if (op->kind != AGENDA_OP_POST)
		put_one(was, became, op);
	change->was = g_string_free(was, FALSE);
	change->became = g_string_free(became, FALSE);
}

/* --- reading --- */

static bool read_int(const char *text, gint64 most, gint64 *number)
{
	return g_ascii_string_to_signed(text, 10, 0, most, number, NULL);
}

/* A fact of the item that was begun last. */
static bool read_item_fact(struct agenda_op *op, const char *name, const char *value)
{
	struct agenda_item *item = op->items->len ? op->items->pdata[op->items->len - 1] : NULL;
	gint64 number = 0;
	if (!strcmp(name, "id")) {
		item = g_new0(struct agenda_item, 1);
		g_ptr_array_add(op->items, item);
		return read_int(value, G_MAXINT64, &item->id);
	}
	if (item && !strcmp(name, "position")) {
		bool good = read_int(value, G_MAXINT, &number);
		item->position = (int) number;
		return good;
	}
	enum agenda_field field = agenda_field_find(name);
	return item && field < AGENDA_FIELDS && agenda_field_set(item, field, value, NULL);
}

static bool read_fact(struct agenda_op *op, const char *name, const char *value, bool became)
{
	gint64 number = 0;
	if (!strcmp(name, "called") || !strcmp(name, "titled") || !strcmp(name, "beside")) {
		char **place = *name == 'c' ? &op->number : *name == 't' ? &op->title : &op->beside;
		g_free(*place);
		*place = g_strdup(value);
		return true;
	}
	if (!strcmp(name, "position")) {
		bool good = read_int(value, G_MAXINT, &number);
		*(became ? &op->to : &op->from) = (int) number;
		return good;
	}
	enum agenda_field field = agenda_field_find(name);
	char **place = became ? &op->became : &op->was;
	g_free(*place);
	*place = *value ? g_strdup(value) : NULL;
	op->field = field;
	return field < AGENDA_FIELDS;
}

static bool read_text(struct agenda_op *op, const char *text, bool became)
{
	g_auto(GStrv) lines = g_strsplit(text ? text : "", "\n", -1);
	bool good = true;
	for (char **line = lines; good && *line; line++) {
		char *tab = strchr(*line, '\t');
		if (!**line)
			continue;
		if (!tab)
			return false;
		*tab = '\0';
		g_autofree char *value = text_field_read(tab + 1);
		if (!strcmp(*line, "numbers"))
			op->numbers = true;
		else
			good = op->items ? read_item_fact(op, *line, value) : read_fact(op, *line, value, became);
	}
	return good;
}

struct agenda_op *agenda_change_read(const struct agenda_change *change, GError **error)
{
	g_autoptr(agenda_op_t) op = g_new0(struct agenda_op, 1);
	int kind = 0;
	while (kind < AGENDA_OPS && g_strcmp0(kinds[kind], change->what))
		kind++;
	op->kind = kind;
	op->item = change->item;
	guint items = kind == AGENDA_OP_FILL ? 2 : kind == AGENDA_OP_ADD || kind == AGENDA_OP_REMOVE;
	if (items)
		op->items = g_ptr_array_new_with_free_func(agenda_item_free);
	if (kind < AGENDA_OPS && read_text(op, change->was, false) && read_text(op, change->became, true) && (!items || op->items->len >= items))
		return g_steal_pointer(&op);
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("change %" PRId64 " of this agenda cannot be read; it was written by another program"),
		(int64_t) change->seq);
	return NULL;
}

/* --- what was done, as a whole --- */

static const struct agenda_change *change_at(const GPtrArray *changes, gint64 seq)
{
	for (guint i = 0; i < changes->len; i++) {
		const struct agenda_change *change = changes->pdata[i];
		if (change->seq == seq)
			return change;
	}
	return NULL;
}

/* Does it take something back (and not do it again)? */
static bool is_undo(const GPtrArray *changes, const struct agenda_change *change)
{
	const struct agenda_change *other = change->undoes && change->undoes < change->seq ? change_at(changes, change->undoes) : NULL;
	return other && (!other->undoes || !is_undo(changes, other));
}

static void take_last(GPtrArray *stack)
{
	if (stack->len)
		g_ptr_array_remove_index(stack, stack->len - 1);
}

static const struct agenda_change *last_of(const GPtrArray *stack)
{
	return stack->len ? stack->pdata[stack->len - 1] : NULL;
}

/* What stands: the agenda as it was posted, and the meeting itself. */
static bool is_final(const struct agenda_change *change)
{
	static const char *const finals[] = { AGENDA_CHANGE_MEETING_MOVED, AGENDA_CHANGE_MEETING_CANCELLED, NULL };
	return !g_strcmp0(change->what, kinds[AGENDA_OP_POST]) || (change->what && g_strv_contains(finals, change->what));
}

void agenda_history_ends(const GPtrArray *changes, const struct agenda_change **undo, const struct agenda_change **redo)
{
	g_autoptr(GPtrArray) done = g_ptr_array_new(), undone = g_ptr_array_new();
	for (guint i = 0; i < changes->len; i++) {
		struct agenda_change *change = changes->pdata[i];
		bool undoes = is_undo(changes, change);
		if (undoes) {
			take_last(done);
		} else if (change->undoes) {
			take_last(undone);
		} else {
			g_ptr_array_set_size(undone, 0);
		}
		if (is_final(change))
			g_ptr_array_set_size(done, 0);
		else
			g_ptr_array_add(undoes ? undone : done, change);
	}
	*undo = last_of(done);
	*redo = last_of(undone);
}

/* What was done to the meeting, not to its agenda; NULL where it was another operation. */
static char *meeting_words(const struct agenda_change *change)
{
	if (!g_strcmp0(change->what, AGENDA_CHANGE_MEETING_MOVED))
		return g_strdup_printf(_("moved the meeting from %s to %s"), change->was, change->became);
	if (!g_strcmp0(change->what, AGENDA_CHANGE_MEETING_CANCELLED))
		return g_strdup_printf(_("cancelled the meeting: %s"), change->became);
	return NULL;
}

char *agenda_history_words(const GPtrArray *changes, const struct agenda_change *change)
{
	const struct agenda_change *first = change;
	while (first->undoes && first->undoes < first->seq && change_at(changes, first->undoes))
		first = change_at(changes, first->undoes);
	char *meeting = meeting_words(change);
	if (meeting)
		return meeting;
	g_autoptr(agenda_op_t) op = agenda_change_read(first, NULL);
	g_autofree char *words = op ? agenda_op_words(op) : g_strdup(change->what);
	if (first == change)
		return g_steal_pointer(&words);
	return g_strdup_printf(is_undo(changes, change) ? _("took back: %s") : _("did again: %s"), words);
}

char *agenda_history_sentence(const GPtrArray *changes, const struct agenda_change *change, instant_t now, const char *zone)
{
	g_autofree char *words = agenda_history_words(changes, change);
	if (instant_day(change->at, zone) != instant_day(now, zone)) {
		g_autofree char *when = instant_words(change->at, zone);
		return g_strdup_printf(_("%s %s (%s)"), change->who, words, when);
	}
	int minutes = instant_minutes(change->at, zone);
	return g_strdup_printf(_("%s %s at %02d:%02d"), change->who, words, minutes / 60, minutes % 60);
}
