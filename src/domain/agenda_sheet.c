#include "domain/agenda_sheet.h"

#include <string.h>
#include "base/i18n.h"
#include "base/text.h"

bool agenda_is_cancelled(const struct agenda_sheet *sheet)
{
	return !g_strcmp0(sheet->meeting->status, "cancelled");
}

bool agenda_is_draft(const struct agenda_sheet *sheet)
{
	return !sheet->posted && (!sheet->meeting->status || !strcmp(sheet->meeting->status, "planned"));
}

const char *agenda_body_name(const struct agenda_sheet *sheet, const char *lang)
{
	return sheet->body ? labels_get(&sheet->body->name, lang) : sheet->meeting->body ? sheet->meeting->body : "";
}

const struct notice_text *agenda_notice_text(const struct agenda_sheet *sheet)
{
	for (const struct body *body = sheet->body; body; body = body->parent) {
		const struct notice_text *text = &body->notice_text;
		if (text->posted.n + text->interpreter.n + text->aids.n + text->speak.n)
			return text;
	}
	return NULL;
}

/* --- items --- */

/* The title of an entry as the board file has it is public, of a closed item too. */
static const char *public_title(const struct agenda_item *item, const struct agenda_entry *entry)
{
	if (item->public_title && *item->public_title)
		return item->public_title;
	bool told = !item->closed && !item->case_number;
	return item->title && (told || (entry && labels_hold(&entry->title, item->title))) ? item->title : "";
}

char *agenda_item_title(const struct agenda_sheet *sheet, const struct agenda_item *item, const char *lang)
{
	const struct agenda_entry *entry = sheet->body ? body_entry(sheet->body, item->entry) : NULL;
	const char *title = public_title(item, entry);
	if (!entry || (*title && !lang))
		return g_strdup(title);
	const char *label = labels_get(&entry->title, lang);
	if (!*title || labels_hold(&entry->title, title))
		return g_strdup(label);
	bool translates = g_strcmp0(lang, sheet->board->languages[0]) != 0 && labels_has(&entry->title, lang);
	return translates ? g_strdup_printf("%s (%s)", label, title) : g_strdup(title);
}

const char *agenda_title_shown(const struct body *body, const struct agenda_item *item, const char *lang)
{
	const struct agenda_entry *entry = body ? body_entry(body, item->entry) : NULL;
	const char *title = item->title ? item->title : "";
	return entry ? labels_translate(&entry->title, title, lang) : title;
}

const char *agenda_action_words(const char *action)
{
	static const char *const actions[] = { N_("information"), N_("action"), N_("hearing") };
	for (guint i = 0; action && i < G_N_ELEMENTS(actions); i++)
		if (!g_strcmp0(actions[i], action))
			return _(actions[i]);
	return action;
}

const char *agenda_item_section(const struct agenda_sheet *sheet, const struct agenda_item *item, const char *lang)
{
	return item->section && *item->section ? board_label(sheet->board, sheet->body, "section", item->section, lang) : NULL;
}

bool agenda_item_is_open(const struct agenda_item *item)
{
	return !item->closed;
}

const char *agenda_item_mover(const struct agenda_sheet *sheet, const struct agenda_item *item)
{
	const struct seat *seat = sheet->body ? body_seat(sheet->body, item->mover) : NULL;
	return seat ? seat->holder : NULL;
}

int agenda_length(const struct agenda_sheet *sheet)
{
	int sum = 0;
	for (guint i = 0; i < sheet->items->len; i++) {
		const struct agenda_item *item = sheet->items->pdata[i];
		if (item->minutes <= 0)
			return 0;
		sum += item->minutes;
	}
	return sum;
}

/* --- documents --- */

const char *attachment_address(const struct attachment *attachment)
{
	bool web = g_str_has_prefix(attachment->target, "https://") || g_str_has_prefix(attachment->target, "http://");
	return web ? attachment->target : NULL;
}

char *attachment_name(const struct attachment *attachment)
{
	return attachment->label && *attachment->label ? g_strdup(attachment->label) : g_path_get_basename(attachment->target);
}

/* --- descriptions --- */

int agenda_count_words(const char *text)
{
	int words = 0;
	bool within = false;
	for (; text && *text; text = g_utf8_find_next_char(text, NULL)) {
		gunichar c = g_utf8_get_char_validated(text, -1);
		bool space = c < 0x110000 && g_unichar_isspace(c);
		words += !space && !within;
		within = !space;
	}
	return words;
}

int agenda_words_over(const struct board *board, const struct agenda_item *item)
{
	const char *title = item->public_title && *item->public_title ? item->public_title : item->title;
	int words = agenda_count_words(item->brief && *item->brief ? item->brief : title);
	return board->brief_words && words > board->brief_words ? words : 0;
}

GPtrArray *agenda_warnings(const struct agenda_sheet *sheet, const char *lang)
{
	GPtrArray *warnings = g_ptr_array_new_with_free_func(g_free);
	if (text_is_blank(sheet->meeting->place) && !agenda_is_cancelled(sheet))
		g_ptr_array_add(warnings, g_strdup(_("the public reads no place; dais calendar --move gives one with --place, also --to the same time")));
	for (guint i = 0; i < sheet->items->len; i++) {
		const struct agenda_item *item = sheet->items->pdata[i];
		g_autofree char *title = agenda_item_title(sheet, item, lang);
		int words = agenda_words_over(sheet->board, item);
		if (!*title)
			g_ptr_array_add(warnings, g_strdup_printf(_("item %s: the public reads no title; give it a public title on the Agenda screen (E)"),
				item->number ? item->number : ""));
		if (words)
			g_ptr_array_add(warnings, g_strdup_printf(ngettext("item %s: its description has %d word; it should have at most %d",
				"item %s: its description has %d words; it should have at most %d", (unsigned long) words), item->number ? item->number : title,
				words, sheet->board->brief_words));
	}
	return warnings;
}
