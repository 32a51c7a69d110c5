#include "action/agenda_private.h"

#include <string.h>
#include "domain/docket.h"
#include "store/journal_store.h"

enum agenda_outcome agenda_refuse(GError **error, const char *words)
{
	g_set_error_literal(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, words);
	return AGENDA_REFUSED;
}

/* --- may it be edited? --- */

static enum agenda_outcome check_state(struct store *store, const struct meeting_record *meeting, GError **error)
{
	char hash[JOURNAL_HASH + 1];
	gint64 seq = 0;
	if (!g_strcmp0(meeting->status, "cancelled"))
		return agenda_refuse(error, _("this meeting is cancelled"));
	if (!g_strcmp0(meeting->status, "held"))
		return agenda_refuse(error, _("this meeting was held; its agenda stays as it was"));
	if (!journal_store_last(store, meeting->id, &seq, hash, error))
		return AGENDA_FAILED;
	return seq ? agenda_refuse(error, _("this meeting was called to order; what it takes up beyond its agenda is added there (item add)")) : AGENDA_DONE;
}

static bool check_writable(struct store *store, GError **error)
{
	if (store_read_only(store))
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("the database may only be read (%s)"), store_read_only(store));
	return !store_read_only(store);
}

bool agenda_editable(struct store *store, id_t64 id, GError **error)
{
	struct meeting_record meeting = { 0 };
	bool good = check_writable(store, error) && meeting_store_get(store, id, &meeting, error) && check_state(store, &meeting, error) == AGENDA_DONE;
	meeting_record_clear(&meeting);
	return good;
}

/* --- one edit --- */

static bool is_posted(const struct meeting_record *meeting)
{
	return !g_strcmp0(meeting->status, "posted");
}

static bool read_all(struct agenda_hand *hand, struct agenda_edit *edit, GError **error)
{
	if (!meeting_store_get(hand->store, hand->meeting, &edit->meeting, error))
		return false;
	edit->before = meeting_store_items(hand->store, hand->meeting, error);
	edit->changes = edit->before ? agenda_store_changes(hand->store, hand->meeting, error) : NULL;
	if (!edit->changes)
		return false;
	edit->body = board_body_meant(hand->board, edit->meeting.body);
	edit->entries = edit->body ? agenda_template(edit->body, edit->meeting.kind) : NULL;
	GPtrArray *items = g_ptr_array_new_with_free_func(agenda_item_free);
	for (guint i = 0; i < edit->before->len; i++)
		g_ptr_array_add(items, agenda_item_copy(edit->before->pdata[i]));
	agenda_init(&edit->agenda, items, edit->entries, is_posted(&edit->meeting));
	return true;
}

static gint64 revision(const struct agenda_edit *edit)
{
	return edit->changes->len ? ((const struct agenda_change *) edit->changes->pdata[edit->changes->len - 1])->seq : 0;
}

/* What the others did since, the last two of it at most: one line has to hold it. */
static enum agenda_outcome tell_changes(const struct agenda_hand *hand, const struct agenda_edit *edit, GError **error)
{
	GString *all = g_string_new(NULL);
	unsigned more = 0;
	for (guint i = edit->changes->len; i-- > 0;) {
		const struct agenda_change *change = edit->changes->pdata[i];
		g_autofree char *sentence = agenda_history_sentence(edit->changes, change, hand->now, hand->board->zone);
		if (change->seq <= hand->follows)
			break;
		if (edit->changes->len - i > 2)
			more++;
		else
			g_string_append_printf(all, "%s%s", all->len ? "; " : "", sentence);
	}
	if (more)
		g_string_append_printf(all, ngettext("; and %u more change", "; and %u more changes", more), more);
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("%s. Nothing of yours was done; look, and press again"), all->str);
	g_string_free(all, TRUE);
	return AGENDA_CHANGED;
}

static enum agenda_outcome check_follows(const struct agenda_hand *hand, const struct agenda_edit *edit, GError **error)
{
	return hand->follows == AGENDA_ANY || revision(edit) == hand->follows ? AGENDA_DONE : tell_changes(hand, edit, error);
}

enum agenda_outcome agenda_begin(struct agenda_hand *hand, struct agenda_edit *edit, GError **error)
{
	*edit = (struct agenda_edit) { 0 };
	if (!check_writable(hand->store, error) || !store_begin(hand->store, error))
		return AGENDA_FAILED;
	if (!read_all(hand, edit, error))
		return agenda_leave(hand, edit, AGENDA_FAILED);
	enum agenda_outcome outcome = check_follows(hand, edit, error);
	if (outcome == AGENDA_DONE)
		outcome = check_state(hand->store, &edit->meeting, error);
	return outcome == AGENDA_DONE ? AGENDA_DONE : agenda_leave(hand, edit, outcome);
}

static void edit_clear(struct agenda_edit *edit)
{
	meeting_record_clear(&edit->meeting);
	g_clear_pointer(&edit->before, g_ptr_array_unref);
	g_clear_pointer(&edit->entries, g_ptr_array_unref);
	g_clear_pointer(&edit->changes, g_ptr_array_unref);
	agenda_clear(&edit->agenda);
}

enum agenda_outcome agenda_leave(struct agenda_hand *hand, struct agenda_edit *edit, enum agenda_outcome outcome)
{
	store_rollback(hand->store);
	edit_clear(edit);
	return outcome;
}

/* New items get ids that no other item ever had; what comes back has its own. */
static bool give_ids(struct store *store, struct agenda_op *op, GError **error)
{
	id_t64 next = 0;
	for (guint i = 0; op->kind == AGENDA_OP_ADD && i < op->items->len; i++) {
		struct agenda_item *item = op->items->pdata[i];
		if (item->id)
			continue;
		if (!next && !(next = agenda_store_new_id(store, error)))
			return false;
		item->id = next++;
	}
	return true;
}

static bool has_docket(const GPtrArray *items, const char *docket)
{
	for (guint i = 0; i < items->len; i++)
		if (!g_strcmp0(((const struct agenda_item *) items->pdata[i])->docket, docket))
			return true;
	return false;
}

/* What is due for the board is on the agenda of one meeting only, also where it came there by being carried over. */
static enum agenda_outcome check_listed(struct agenda_hand *hand, const struct agenda_edit *edit, const struct agenda_item *item, GError **error)
{
	GError *failed = NULL;
	struct meeting_record meeting = { 0 };
	id_t64 other = item->docket ? agenda_store_listed(hand->store, item->docket, docket_from(hand->now, hand->board->zone), &failed) : 0;
	bool good = !failed && (!other || meeting_store_get(hand->store, other, &meeting, &failed));
	g_autofree char *when = good && other ? instant_words(meeting.starts, hand->board->zone) : NULL;
	meeting_record_clear(&meeting);
	if (!good) {
		g_propagate_error(error, failed);
		return AGENDA_FAILED;
	}
	/* That very entry on this agenda: agenda_do says as which item. */
	if (!other || (other == hand->meeting && has_docket(edit->before, item->docket)))
		return AGENDA_DONE;
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("\"%s\" is on the agenda of %s already"), item->title ? item->title : "", when);
	return AGENDA_REFUSED;
}

static enum agenda_outcome check_all_listed(struct agenda_hand *hand, const struct agenda_edit *edit, const struct agenda_op *op, GError **error)
{
	enum agenda_outcome outcome = AGENDA_DONE;
	guint first = op->kind == AGENDA_OP_FILL ? 1 : 0;
	bool adds = op->kind == AGENDA_OP_ADD || op->kind == AGENDA_OP_FILL;
	for (guint i = first; outcome == AGENDA_DONE && adds && i < op->items->len; i++)
		outcome = check_listed(hand, edit, op->items->pdata[i], error);
	return outcome;
}

static bool write_all(struct agenda_hand *hand, struct agenda_edit *edit, const struct agenda_op *op, gint64 undoes, gint64 *seq, GError **error)
{
	struct agenda_change *change = g_new0(struct agenda_change, 1);
	*seq = revision(edit) + 1;
	change->seq = *seq;
	change->at = hand->now;
	change->who = g_strdup(hand->who);
	change->undoes = undoes;
	agenda_change_write(change, op);
	bool good = agenda_store_write(hand->store, hand->meeting, edit->before, edit->agenda.items, error)
		&& agenda_store_add_change(hand->store, hand->meeting, change, error);
	g_ptr_array_add(edit->changes, change);
	return good;
}

enum agenda_outcome agenda_finish(struct agenda_hand *hand, struct agenda_edit *edit, struct agenda_op *taken, gint64 undoes, char **words, GError **error)
{
	g_autoptr(agenda_op_t) op = taken;
	gint64 seq = 0;
	if (!give_ids(hand->store, op, error))
		return agenda_leave(hand, edit, AGENDA_FAILED);
	enum agenda_outcome listed = check_all_listed(hand, edit, op, error);
	if (listed != AGENDA_DONE)
		return agenda_leave(hand, edit, listed);
	if (!agenda_do(&edit->agenda, op, error))
		return agenda_leave(hand, edit, AGENDA_REFUSED);
	if (!write_all(hand, edit, op, undoes, &seq, error) || !store_commit(hand->store, error))
		return agenda_leave(hand, edit, AGENDA_FAILED);
	hand->follows = seq;
	hand->item = ((const struct agenda_change *) edit->changes->pdata[edit->changes->len - 1])->item;
	if (words)
		*words = agenda_history_words(edit->changes, edit->changes->pdata[edit->changes->len - 1]);
	edit_clear(edit);
	return AGENDA_DONE;
}

static enum agenda_outcome perform(struct agenda_hand *hand, struct agenda_op *op, char **words, GError **error)
{
	struct agenda_edit edit;
	enum agenda_outcome outcome = agenda_begin(hand, &edit, error);
	if (outcome == AGENDA_DONE)
		return agenda_finish(hand, &edit, op, 0, words, error);
	agenda_op_free(op);
	return outcome;
}

enum agenda_outcome agenda_add(struct agenda_hand *hand, const struct agenda_item *item, int position, char **words, GError **error)
{
	struct agenda_op *op = agenda_op_add(item);
	struct agenda_item *copy = op->items->pdata[0];
	copy->id = 0;
	copy->position = position;
	return perform(hand, op, words, error);
}

enum agenda_outcome agenda_remove(struct agenda_hand *hand, id_t64 item, char **words, GError **error)
{
	return perform(hand, agenda_op_remove(item), words, error);
}

enum agenda_outcome agenda_move(struct agenda_hand *hand, id_t64 item, int to, char **words, GError **error)
{
	return perform(hand, agenda_op_move(item, to), words, error);
}

enum agenda_outcome agenda_set(struct agenda_hand *hand, id_t64 item, enum agenda_field field, const char *text, char **words, GError **error)
{
	return perform(hand, agenda_op_set(item, field, text), words, error);
}

static GPtrArray *template_items(const GPtrArray *entries)
{
	GPtrArray *items = g_ptr_array_new_with_free_func(agenda_item_free);
	for (guint i = 0; entries && i < entries->len; i++) {
		struct agenda_item *item = agenda_item_of_entry(entries->pdata[i]);
		item->position = (int) i + 1;
		g_ptr_array_add(items, item);
	}
	return items;
}

enum agenda_outcome agenda_fill(struct agenda_hand *hand, char **words, GError **error)
{
	struct agenda_edit edit;
	enum agenda_outcome outcome = agenda_begin(hand, &edit, error);
	if (outcome != AGENDA_DONE)
		return outcome;
	if (edit.before->len)
		return agenda_leave(hand, &edit, agenda_refuse(error, _("the template fills an empty agenda only, and this one has items")));
	if (!edit.entries || !edit.entries->len)
		return agenda_leave(hand, &edit, agenda_refuse(error, _("the board file has no agenda template for this kind of meeting of this body")));
	return agenda_finish(hand, &edit, agenda_op_add_all(template_items(edit.entries)), 0, words, error);
}

/* Takes a change back: also one that was itself taking something back. */
static enum agenda_outcome turn_back(struct agenda_hand *hand, bool redo, const char *nothing, char **words, GError **error)
{
	struct agenda_edit edit;
	enum agenda_outcome outcome = agenda_begin(hand, &edit, error);
	if (outcome != AGENDA_DONE)
		return outcome;
	const struct agenda_change *undoes, *redoes;
	agenda_history_ends(edit.changes, &undoes, &redoes);
	const struct agenda_change *change = redo ? redoes : undoes;
	if (!change)
		return agenda_leave(hand, &edit, agenda_refuse(error, nothing));
	g_autoptr(agenda_op_t) done = agenda_change_read(change, error);
	struct agenda_op *back = done ? agenda_op_inverse(done) : NULL;
	if (!back)
		return agenda_leave(hand, &edit, AGENDA_REFUSED);
	return agenda_finish(hand, &edit, back, change->seq, words, error);
}

enum agenda_outcome agenda_undo(struct agenda_hand *hand, char **words, GError **error)
{
	return turn_back(hand, false, _("there is nothing to take back on this agenda"), words, error);
}

enum agenda_outcome agenda_redo(struct agenda_hand *hand, char **words, GError **error)
{
	return turn_back(hand, true, _("nothing was taken back that could be done again"), words, error);
}
