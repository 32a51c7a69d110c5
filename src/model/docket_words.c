/* The words of the docket: what an entry is called, why it is due, and where it is listed. */
#include "model/docket_private.h"

#include "base/i18n.h"
#include "store/case_store.h"
#include "store/word_store.h"

char *docket_carried_words(const struct docket_model *model, const struct docket_entry *entry)
{
	char day[DAY_ISO_SIZE];
	const struct carried *carried = entry->carried->pdata[0];
	return g_strdup_printf(_("%s: %s on %s"), docket_reason_words(DOCKET_CARRIED), carry_words(carried->why), day_iso(instant_day(entry->left_at, model->board->zone), day));
}

static char *why_words(const struct docket_model *model, const struct docket_entry *entry, const struct body *body, const char *state_id)
{
	g_autoptr(GString) text = g_string_new(NULL);
	char day[DAY_ISO_SIZE];
	for (int reason = 0; reason < DOCKET_REASONS; reason++) {
		if (!(entry->reasons >> reason & 1))
			continue;
		g_autofree char *carried = reason == DOCKET_CARRIED ? docket_carried_words(model, entry) : NULL;
		g_string_append_printf(text, "%s%s", text->len ? "; " : "", carried ? carried : docket_reason_words(reason));
		if (reason == DOCKET_ANSWER)
			g_string_append_printf(text, ngettext(" on %u allegation", " on %u allegations", entry->answers), entry->answers);
		bool clocked = reason == DOCKET_OVERDUE || (reason == DOCKET_CLOCK && !(entry->reasons >> DOCKET_OVERDUE & 1));
		if (clocked && entry->clock)
			g_string_append_printf(text, ": %s, %s", labels_get(&entry->clock->label, model->lang), day_iso(entry->due, day));
		const struct state *state = reason == DOCKET_STATE ? workflow_state(board_way(model->board, body), state_id) : NULL;
		if (state)
			g_string_append_printf(text, ": %s", labels_get(&state->label, model->lang));
	}
	return g_string_free(g_steal_pointer(&text), FALSE);
}

static void make_words(struct docket_model *model, struct store *store, struct docket_entry *entry)
{
	struct case_line line;
	entry->key = docket_key_case(entry->id);
	entry->listed = docket_listed_at(model, entry->key);
	if (!case_store_line(store, entry->id, &line)) {
		entry->title = g_strdup("");
		entry->why = g_strdup("");
		return;
	}
	entry->number = g_strdup(line.number);
	g_autofree char *by_number = g_strdup_printf("number:%d:%s", line.facts.body, line.number);
	if (!entry->listed)
		entry->listed = docket_listed_at(model, by_number);
	for (guint i = 0; !entry->listed && entry->carried && i < entry->carried->len; i++)
		entry->listed = docket_listed_at(model, ((const struct carried *) entry->carried->pdata[i])->item->docket);
	g_autofree char *state = g_strdup(word_store_text(store, line.facts.state));
	const char *body_id = word_store_text(store, line.facts.body);
	const struct body *body = body_id ? board_body(model->board, body_id) : NULL;
	const char *class = board_label(model->board, body, "class", word_store_text(store, line.facts.class), model->lang);
	const char *district = board_label(model->board, body, "district", word_store_text(store, line.facts.district), model->lang);
	g_autofree char *about = class && district ? g_strdup_printf("%s, %s", class, district) : g_strdup(class ? class : district);
	const struct carried *carried = entry->carried ? entry->carried->pdata[0] : NULL;
	entry->title = carried ? g_strdup(carried->item->title) : about ? g_strdup_printf(_("Case %s: %s"), entry->number, about) : g_strdup_printf(_("Case %s"), entry->number);
	entry->why = why_words(model, entry, body, state);
}

void docket_model_words(struct docket_model *model, struct store *store, guint first, guint n)
{
	for (guint i = first; i < model->entries->len && i - first < n; i++) {
		struct docket_entry *entry = &g_array_index(model->entries, struct docket_entry, i);
		if (!entry->key)
			make_words(model, store, entry);
	}
}
