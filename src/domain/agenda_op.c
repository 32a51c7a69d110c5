/* Operations on an agenda: check, do, take back, tell. */
#include "domain/agenda.h"

#include <string.h>
#include "base/error.h"
#include "base/i18n.h"

enum { ITEMS_MOST = 1000, TEXT_MOST = 4000 };      /* more than any body has, and than anybody reads */

static struct agenda_op *op_new(enum agenda_op_kind kind)
{
	struct agenda_op *op = g_new0(struct agenda_op, 1);
	op->kind = kind;
	op->fresh = true;
	return op;
}

void agenda_op_free(struct agenda_op *op)
{
	if (!op)
		return;
	if (op->items)
		g_ptr_array_unref(op->items);
	g_free(op->was);
	g_free(op->became);
	g_free(op->number);
	g_free(op->title);
	g_free(op->beside);
	g_free(op);
}

struct agenda_op *agenda_op_add_all(GPtrArray *items)
{
	struct agenda_op *op = op_new(AGENDA_OP_ADD);
	op->items = items;
	return op;
}

struct agenda_op *agenda_op_add(const struct agenda_item *item)
{
	GPtrArray *items = g_ptr_array_new_with_free_func(agenda_item_free);
	g_ptr_array_add(items, agenda_item_copy(item));
	return agenda_op_add_all(items);
}

struct agenda_op *agenda_op_remove(id_t64 item)
{
	struct agenda_op *op = op_new(AGENDA_OP_REMOVE);
	op->item = item;
	return op;
}

struct agenda_op *agenda_op_move(id_t64 item, int to)
{
	struct agenda_op *op = op_new(AGENDA_OP_MOVE);
	op->item = item;
	op->to = to;
	return op;
}

struct agenda_op *agenda_op_set(id_t64 item, enum agenda_field field, const char *text)
{
	struct agenda_op *op = op_new(AGENDA_OP_SET);
	op->item = item;
	op->field = field;
	op->became = text && *text ? g_strdup(text) : NULL;
	return op;
}

static void put_text(char **place, const char *text)
{
	g_free(*place);
	*place = g_strdup(text);
}

struct agenda_op *agenda_op_fill(const struct agenda_item *place, const struct agenda_item *due)
{
	struct agenda_op *op = op_new(AGENDA_OP_FILL);
	struct agenda_item *filled = agenda_item_copy(due);
	filled->id = place->id;
	filled->minutes = place->minutes ? place->minutes : due->minutes;
	filled->consent = place->consent;
	filled->closed = place->closed;
	put_text(&filled->section, place->section);
	put_text(&filled->entry, place->entry);
	put_text(&filled->mover, place->mover ? place->mover : due->mover);
	put_text(&filled->presenter, place->presenter ? place->presenter : due->presenter);
	op->item = place->id;
	op->items = g_ptr_array_new_with_free_func(agenda_item_free);
	g_ptr_array_add(op->items, agenda_item_copy(place));
	g_ptr_array_add(op->items, filled);
	return op;
}

struct agenda_op *agenda_op_post(void)
{
	return op_new(AGENDA_OP_POST);
}

static struct agenda_item *item_at(const struct agenda *agenda, int index)
{
	return agenda->items->pdata[index];
}

static const char *name_of(const struct agenda_item *item)
{
	return item->number && *item->number ? item->number : item->title ? item->title : "?";
}

/* Was the item on the agenda as it was posted? */
static bool is_frozen(const struct agenda *agenda, const struct agenda_item *item)
{
	return agenda->posted && !item->unposted;
}

/* --- add --- */

/* "7a": the first free one behind the number of the item before. */
static char *number_after(const struct agenda *agenda, int position)
{
	const char *before = position > 1 ? item_at(agenda, position - 2)->number : NULL;
	g_autofree char *base = g_strdup(before ? before : "0");
	size_t n = strlen(base);
	if (n > 1 && g_ascii_islower(base[n - 1]) && g_ascii_isdigit(base[n - 2]))
		base[n - 1] = '\0';
	for (int letter = 0; letter < ITEMS_MOST; letter++) {
		char *number = letter < 26 ? g_strdup_printf("%s%c", base, 'a' + letter) : g_strdup_printf("%s.%d", base, letter);
		guint i = 0;
		while (i < agenda->items->len && g_strcmp0(item_at(agenda, (int) i)->number, number))
			i++;
		if (i == agenda->items->len)
			return number;
		g_free(number);
	}
	return g_steal_pointer(&base);
}

static bool check_new(const struct agenda *agenda, const struct agenda_op *op, const struct agenda_item *item, GError **error)
{
	if (!item->title || !*item->title)
		return error_refuse(error, DAIS_ERROR_NOT_FOUND, _("an item needs a title"));
	for (guint i = 0; item->docket && i < agenda->items->len; i++)
		if (!g_strcmp0(item_at(agenda, (int) i)->docket, item->docket))
			return error_refuse(error, DAIS_ERROR_NOT_FOUND, _("this is on the agenda already, as item %s"), name_of(item_at(agenda, (int) i)));
	for (guint i = 0; item->docket && op->kind == AGENDA_OP_ADD && op->items->pdata[i] != item; i++)
		if (!g_strcmp0(((const struct agenda_item *) op->items->pdata[i])->docket, item->docket))
			return error_refuse(error, DAIS_ERROR_NOT_FOUND, _("the same is to be added twice: %s"), item->title);
	return true;
}

static bool check_add(const struct agenda *agenda, const struct agenda_op *op, GError **error)
{
	if (!op->items->len)
		return error_refuse(error, DAIS_ERROR_NOT_FOUND, _("there is nothing to add"));
	if (agenda->items->len + op->items->len > ITEMS_MOST)
		return error_refuse(error, DAIS_ERROR_NOT_FOUND, _("an agenda has at most %d items"), ITEMS_MOST);
	for (guint i = 0; i < op->items->len; i++)
		if (!check_new(agenda, op, op->items->pdata[i], error))
			return false;
	return true;
}

static void add(struct agenda *agenda, struct agenda_op *op)
{
	for (guint i = 0; i < op->items->len; i++) {
		struct agenda_item *item = op->items->pdata[i];
		if (!item->position)
			item->position = agenda_place(agenda, item);
		item->position = CLAMP(item->position, 1, (int) agenda->items->len + 1);
		item->unposted |= op->fresh && agenda->posted;
		if (op->fresh && !item->number)
			item->number = number_after(agenda, item->position);
		g_ptr_array_insert(agenda->items, item->position - 1, agenda_item_copy(item));
	}
}

/* --- remove --- */

static bool check_remove(const struct agenda *agenda, const struct agenda_op *op, GError **error)
{
	for (guint i = 0; i < op->items->len; i++) {
		int at = agenda_find(agenda, ((const struct agenda_item *) op->items->pdata[i])->id);
		if (at < 0)
			return error_refuse(error, DAIS_ERROR_NOT_FOUND, _("the item is not on the agenda any more"));
		if (is_frozen(agenda, item_at(agenda, at)))
			return error_refuse(error, DAIS_ERROR_NOT_FOUND, _("item %s was posted: it cannot be removed any more. The body may strike or postpone it in the meeting"),
				name_of(item_at(agenda, at)));
	}
	return true;
}

static void remove_items(struct agenda *agenda, const struct agenda_op *op)
{
	for (guint i = op->items->len; i-- > 0;)
		g_ptr_array_remove_index(agenda->items, (guint) agenda_find(agenda, ((const struct agenda_item *) op->items->pdata[i])->id));
}

/* --- fill --- */

static bool check_fill(const struct agenda *agenda, const struct agenda_op *op, GError **error)
{
	const struct agenda_item *filled = op->items->pdata[1];
	const struct agenda_item *place = item_at(agenda, agenda_find(agenda, op->item));
	if (is_frozen(agenda, place))
		return error_refuse(error, DAIS_ERROR_NOT_FOUND, _("item %s was posted: its %s stays as it was posted"), name_of(place), _(agenda_field_info(AGENDA_FIELD_TITLE)->label));
	return check_new(agenda, op, filled, error);
}

/* The number and the place are those it has now. */
static void fill(struct agenda *agenda, struct agenda_op *op)
{
	int at = agenda_find(agenda, op->item);
	struct agenda_item *filled = op->items->pdata[1];
	put_text(&filled->number, item_at(agenda, at)->number);
	filled->position = at + 1;
	agenda_item_free(item_at(agenda, at));
	agenda->items->pdata[at] = agenda_item_copy(filled);
}

/* --- move --- */

static bool check_move(const struct agenda *agenda, const struct agenda_op *op, GError **error)
{
	const struct agenda_item *item = item_at(agenda, op->from - 1);
	if (op->to < 1 || op->to > (int) agenda->items->len)
		return error_refuse(error, DAIS_ERROR_NOT_FOUND, op->to < 1 ? _("this is the first item of the agenda") : _("this is the last item of the agenda"));
	if (op->to == op->from)
		return error_refuse(error, DAIS_ERROR_NOT_FOUND, _("the item stands there already"));
	if (is_frozen(agenda, item))
		return error_refuse(error, DAIS_ERROR_NOT_FOUND, _("item %s was posted: its place stays. The body may take up items in another order in the meeting"), name_of(item));
	return true;
}

static void move(struct agenda *agenda, const struct agenda_op *op)
{
	struct agenda_item *item = g_ptr_array_steal_index(agenda->items, (guint) op->from - 1);
	g_ptr_array_insert(agenda->items, op->to - 1, item);
}

/* --- set --- */

/* The new text as it will be read back: "07" minutes are "7". False: it cannot be put there. */
static bool normalize(const struct agenda_item *item, struct agenda_op *op, GError **error)
{
	struct agenda_item *trial = agenda_item_copy(item);
	bool good = agenda_field_set(trial, op->field, op->became, error);
	if (good) {
		g_free(op->became);
		op->became = agenda_field_get(trial, op->field);
	}
	agenda_item_free(trial);
	return good;
}

static bool check_set(const struct agenda *agenda, struct agenda_op *op, GError **error)
{
	const struct agenda_item *item = item_at(agenda, op->from - 1);
	const struct agenda_field_info *info = agenda_field_info(op->field);
	if (is_frozen(agenda, item) && info->flags & FIELD_POSTED)
		return error_refuse(error, DAIS_ERROR_NOT_FOUND, _("item %s was posted: its %s stays as it was posted"), name_of(item), _(info->label));
	if (!(info->flags & FIELD_EDITED))
		return error_refuse(error, DAIS_ERROR_NOT_FOUND, _("%s: this is not changed by hand"), _(info->label));
	if (op->became && strlen(op->became) > TEXT_MOST)
		return error_refuse(error, DAIS_ERROR_NOT_FOUND, _("%s: the text is too long"), _(info->label));
	if (!normalize(item, op, error))
		return false;
	return g_strcmp0(op->was, op->became) || error_refuse(error, DAIS_ERROR_NOT_FOUND, _("nothing is different"));
}

/* --- all --- */

/* What the operation needs to be told and taken back, from the agenda as it is. False: its item is gone. */
static bool complete(const struct agenda *agenda, struct agenda_op *op, GError **error)
{
	int at = op->kind == AGENDA_OP_ADD || op->kind == AGENDA_OP_POST || (op->items && op->kind != AGENDA_OP_FILL) ? 0 : agenda_find(agenda, op->item);
	if (at < 0)
		return error_refuse(error, DAIS_ERROR_NOT_FOUND, _("the item is not on the agenda any more"));
	if (op->fresh)
		op->numbers = !agenda->posted && agenda_is_numbered(agenda);
	if (op->kind == AGENDA_OP_REMOVE && !op->items) {
		op->items = g_ptr_array_new_with_free_func(agenda_item_free);
		g_ptr_array_add(op->items, agenda_item_copy(item_at(agenda, at)));
	}
	if (op->kind != AGENDA_OP_MOVE && op->kind != AGENDA_OP_SET)
		return true;
	const struct agenda_item *item = item_at(agenda, at);
	op->from = at + 1;
	g_free(op->number);
	g_free(op->title);
	op->number = g_strdup(item->number);
	op->title = g_strdup(item->title);
	if (op->kind == AGENDA_OP_SET) {
		g_free(op->was);
		op->was = agenda_field_get(item, op->field);
	} else if (op->to >= 1 && op->to <= (int) agenda->items->len) {
		g_free(op->beside);
		op->beside = g_strdup(name_of(item_at(agenda, op->to - 1)));
	}
	return true;
}

static bool check(const struct agenda *agenda, struct agenda_op *op, GError **error)
{
	switch (op->kind) {
	case AGENDA_OP_ADD: return check_add(agenda, op, error);
	case AGENDA_OP_REMOVE: return check_remove(agenda, op, error);
	case AGENDA_OP_MOVE: return check_move(agenda, op, error);
	case AGENDA_OP_SET: return check_set(agenda, op, error);
	case AGENDA_OP_FILL: return check_fill(agenda, op, error);
	case AGENDA_OP_POST:
		if (agenda->posted)
			return error_refuse(error, DAIS_ERROR_NOT_FOUND, _("the agenda is posted already"));
		return agenda->items->len || error_refuse(error, DAIS_ERROR_NOT_FOUND, _("an agenda without items cannot be posted"));
	case AGENDA_OPS: break;
	}
	return false;
}

/* All that stands on it is posted with it, also what was added after an earlier posting (the meeting was moved since). */
static void post(struct agenda *agenda)
{
	agenda->posted = true;
	for (guint i = 0; i < agenda->items->len; i++)
		item_at(agenda, (int) i)->unposted = false;
}

static void apply(struct agenda *agenda, struct agenda_op *op)
{
	switch (op->kind) {
	case AGENDA_OP_ADD: add(agenda, op); break;
	case AGENDA_OP_REMOVE: remove_items(agenda, op); break;
	case AGENDA_OP_MOVE: move(agenda, op); break;
	case AGENDA_OP_SET: agenda_field_set(item_at(agenda, op->from - 1), op->field, op->became, NULL); break;
	case AGENDA_OP_FILL: fill(agenda, op); break;
	case AGENDA_OP_POST: post(agenda); break;
	case AGENDA_OPS: break;
	}
}

/* Items that were added are called what they are called now. */
static void take_numbers(const struct agenda *agenda, struct agenda_op *op)
{
	for (guint i = 0; op->kind == AGENDA_OP_ADD && i < op->items->len; i++) {
		struct agenda_item *item = op->items->pdata[i];
		g_free(item->number);
		item->number = g_strdup(item_at(agenda, agenda_find(agenda, item->id))->number);
	}
}

bool agenda_do(struct agenda *agenda, struct agenda_op *op, GError **error)
{
	if (!complete(agenda, op, error) || !check(agenda, op, error))
		return false;
	apply(agenda, op);
	for (guint i = 0; i < agenda->items->len; i++)
		item_at(agenda, (int) i)->position = (int) i + 1;
	if (op->numbers)
		agenda_number(agenda);
	take_numbers(agenda, op);
	return true;
}

static GPtrArray *copy_items(const GPtrArray *items, bool turned)
{
	GPtrArray *copy = g_ptr_array_new_with_free_func(agenda_item_free);
	for (guint i = 0; i < items->len; i++)
		g_ptr_array_add(copy, agenda_item_copy(items->pdata[turned ? items->len - 1 - i : i]));
	return copy;
}

struct agenda_op *agenda_op_inverse(const struct agenda_op *op)
{
	static const enum agenda_op_kind opposite[AGENDA_OPS] = {
		[AGENDA_OP_ADD] = AGENDA_OP_REMOVE, [AGENDA_OP_REMOVE] = AGENDA_OP_ADD, [AGENDA_OP_MOVE] = AGENDA_OP_MOVE, [AGENDA_OP_SET] = AGENDA_OP_SET,
		[AGENDA_OP_FILL] = AGENDA_OP_FILL, [AGENDA_OP_POST] = AGENDA_OPS,
	};
	if (opposite[op->kind] == AGENDA_OPS)
		return NULL;
	struct agenda_op *back = op_new(opposite[op->kind]);
	back->items = op->items ? copy_items(op->items, op->kind == AGENDA_OP_FILL) : NULL;
	back->item = op->item;
	back->to = op->from;
	back->field = op->field;
	back->became = g_strdup(op->was);
	back->numbers = op->numbers;
	back->fresh = false;
	return back;
}

/* --- words --- */

static char *items_words(const struct agenda_op *op)
{
	const struct agenda_item *first = op->items->pdata[0];
	bool adds = op->kind == AGENDA_OP_ADD;
	unsigned n = op->items->len;
	if (n == 1)
		return g_strdup_printf(adds ? _("added item %s: %s") : _("removed item %s: %s"), name_of(first), first->title ? first->title : "");
	if (adds)
		return g_strdup_printf(ngettext("added %u item from \"%s\" on", "added %u items from \"%s\" on", n), n, first->title ? first->title : "");
	return g_strdup_printf(ngettext("removed %u item from \"%s\" on", "removed %u items from \"%s\" on", n), n, first->title ? first->title : "");
}

static char *set_words(const struct agenda_op *op, const char *name)
{
	const struct agenda_field_info *info = agenda_field_info(op->field);
	if (info->value == AGENDA_FLAG)
		return g_strdup_printf(op->became ? _("item %s: marked %s") : _("item %s: no longer %s"), name, _(info->label));
	if (info->value == AGENDA_ATTACHMENTS)
		return g_strdup_printf(_("item %s: other attachments"), name);
	if (!op->became)
		return g_strdup_printf(_("item %s: took out the %s (\"%s\")"), name, _(info->label), op->was ? op->was : "");
	if (!op->was)
		return g_strdup_printf(_("item %s: %s \"%s\""), name, _(info->label), op->became);
	return g_strdup_printf(_("item %s: %s \"%s\", was \"%s\""), name, _(info->label), op->became, op->was);
}

static char *fill_words(const struct agenda_item *filled)
{
	return g_strdup_printf(_("filled in item %s: %s"), name_of(filled), filled->title ? filled->title : "");
}

char *agenda_op_words(const struct agenda_op *op)
{
	const char *name = op->number && *op->number ? op->number : op->title ? op->title : "?";
	switch (op->kind) {
	case AGENDA_OP_ADD:
	case AGENDA_OP_REMOVE: return items_words(op);
	case AGENDA_OP_MOVE: return g_strdup_printf(op->to < op->from ? _("moved item %s before item %s") : _("moved item %s behind item %s"),
		name, op->beside ? op->beside : "?");
	case AGENDA_OP_SET: return set_words(op, name);
	case AGENDA_OP_FILL: return fill_words(op->items->pdata[1]);
	case AGENDA_OP_POST: return g_strdup(_("posted the agenda"));
	case AGENDA_OPS: break;
	}
	return g_strdup("?");
}
