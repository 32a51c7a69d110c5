#include "domain/agenda_paper.h"

#include "base/i18n.h"
#include "domain/notice.h"

struct printing { const struct agenda_sheet *sheet; struct paper *paper; const char *lang; };

static void fact_if(const struct printing *printing, const char *label, const char *text)
{
	if (text && *text)
		paper_fact(printing->paper, label, text);
}

/* "7  Title (closed session)"; g_free. */
static char *item_line(const struct agenda_sheet *sheet, const struct agenda_item *item, const char *lang)
{
	g_autofree char *title = agenda_item_title(sheet, item, lang);
	const char *number = item->number ? item->number : "";
	bool says_closed = g_strcmp0(title, _("Closed session")) == 0;      /* "Closed session (closed session)" says it twice */
	return g_strdup_printf("%s%s%s%s%s", number, *number && *title ? "  " : "", title, item->closed && !says_closed ? _(" (closed session)") : "",
		item->unposted ? _(" (added after posting)") : "");
}

/* --- the head of both papers --- */

static void status_mark(const struct printing *printing)
{
	if (agenda_is_cancelled(printing->sheet))
		paper_add(printing->paper, BLOCK_MARK, _("CANCELLED: this meeting does not take place"));
	else if (agenda_is_draft(printing->sheet))
		paper_add(printing->paper, BLOCK_MARK, _("DRAFT, not posted yet"));
}

/* When it was posted, and the rule by which that was in time. */
static void notice_facts(const struct printing *printing)
{
	const struct agenda_sheet *sheet = printing->sheet;
	const struct notice_rule *rule = board_notice(sheet->board, sheet->body, sheet->meeting->kind);
	if (sheet->posted) {
		g_autofree char *posted = instant_words(sheet->posted, sheet->board->zone);
		paper_fact(printing->paper, _("Posted"), posted);
	}
	if (rule) {
		g_autofree char *words = notice_rule_words(rule), *whole = rule->source ? g_strdup_printf("%s (%s)", words, rule->source) : NULL;
		paper_fact(printing->paper, _("To be posted"), whole ? whole : words);
	}
}

static void header(const struct printing *printing)
{
	const struct agenda_sheet *sheet = printing->sheet;
	const struct meeting_record *meeting = sheet->meeting;
	g_autofree char *at = instant_words(meeting->starts, sheet->board->zone), *when = g_strdup_printf("%s (%s)", at, sheet->board->zone);
	paper_add(printing->paper, BLOCK_TITLE, printing->paper->title);
	status_mark(printing);
	fact_if(printing, _("Jurisdiction"), labels_get(&sheet->board->name, printing->lang));
	fact_if(printing, _("Meeting"), meeting->title);
	fact_if(printing, _("Kind"), meeting->kind ? meeting_kind_label(meeting->kind) : NULL);
	fact_if(printing, _("When"), when);
	fact_if(printing, _("Place"), meeting->place);
	fact_if(printing, _("Note"), sheet->why);
	notice_facts(printing);
}

static void standing(const struct printing *printing)
{
	const struct notice_text *text = agenda_notice_text(printing->sheet);
	if (!text)
		return;
	const struct { const char *heading; const struct labels *text; } parts[] = {
		{ _("How to speak"), &text->speak }, { _("Interpreters"), &text->interpreter }, { _("Auxiliary aids and services"), &text->aids },
		{ _("Where the agenda is posted"), &text->posted },
	};
	for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
		if (!parts[i].text->n)
			continue;
		paper_add(printing->paper, BLOCK_HEADING, parts[i].heading);
		paper_add(printing->paper, BLOCK_TEXT, labels_get(parts[i].text, printing->lang));
	}
}

/* --- items --- */

static void documents(const struct printing *printing, const struct agenda_item *item)
{
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free), links = g_ptr_array_new();
	for (guint i = 0; item->attachments && i < item->attachments->len; i++) {
		const struct attachment *attachment = item->attachments->pdata[i];
		const char *address = attachment_address(attachment);
		g_autofree char *name = attachment_name(attachment);
		g_ptr_array_add(lines, address && attachment->label ? g_strdup_printf("%s: %s", name, address) : g_strdup(address ? address : name));
		g_ptr_array_add(links, (char *) (address ? address : ""));
	}
	if (!lines->len)
		return;
	g_autofree char *count = g_strdup_printf("%u", lines->len);
	g_ptr_array_add(lines, NULL);
	g_ptr_array_add(links, NULL);
	paper_fact(printing->paper, _("Documents"), count);
	paper_links(printing->paper, (const char *const *) lines->pdata, (const char *const *) links->pdata);
}

static void details(const struct printing *printing, const struct agenda_item *item)
{
	if (item->brief && *item->brief)
		paper_add(printing->paper, BLOCK_TEXT, item->brief);
	fact_if(printing, _("For"), agenda_action_words(item->action));
	fact_if(printing, _("Case"), item->case_number);
	fact_if(printing, _("Brought by"), agenda_item_mover(printing->sheet, item));
	fact_if(printing, _("Presented by"), item->presenter);
	if (item->carried > 0) {
		g_autofree char *words = g_strdup_printf(ngettext("from %d earlier meeting", "from %d earlier meetings", (unsigned long) item->carried), item->carried);
		paper_fact(printing->paper, _("Carried over"), words);
	}
	documents(printing, item);
}

static void one_item(const struct printing *printing, const struct agenda_item *item)
{
	g_autofree char *line = item_line(printing->sheet, item, printing->lang);
	paper_add(printing->paper, BLOCK_SUBHEADING, line);
	if (agenda_item_is_open(item))
		details(printing, item);
	if (item->minutes > 0) {
		g_autofree char *words = g_strdup_printf(ngettext("%d minute", "%d minutes", (unsigned long) item->minutes), item->minutes);
		paper_fact(printing->paper, _("Expected"), words);
	}
}

static void items(const struct printing *printing)
{
	const GPtrArray *all = printing->sheet->items;
	const char *before = NULL;
	bool consent = false;
	for (guint i = 0; i < all->len; i++) {
		const struct agenda_item *item = all->pdata[i];
		const char *section = agenda_item_section(printing->sheet, item, printing->lang);
		if (i == 0 || g_strcmp0(section, before))
			paper_add(printing->paper, BLOCK_HEADING, section ? section : _("Business"));
		before = section;
		if (item->consent && !consent)
			paper_add(printing->paper, BLOCK_TEXT, _("These items are decided together in one vote. Any member can have one taken out and discussed."));
		consent = item->consent;
		one_item(printing, item);
	}
}

static struct printing start(const struct agenda_sheet *sheet, const char *title, const char *lang)
{
	struct printing printing = { sheet, paper_new(title, lang), lang };
	header(&printing);
	return printing;
}

struct paper *agenda_paper(const struct agenda_sheet *sheet, const char *lang)
{
	g_autofree char *title = g_strdup_printf(_("Agenda of the %s"), agenda_body_name(sheet, lang));
	struct printing printing = start(sheet, title, lang);
	items(&printing);
	standing(&printing);
	return printing.paper;
}

struct paper *agenda_notice(const struct agenda_sheet *sheet, const char *lang)
{
	g_autofree char *title = g_strdup_printf(_("Notice of a meeting of the %s"), agenda_body_name(sheet, lang));
	struct printing printing = start(sheet, title, lang);
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < sheet->items->len; i++)
		g_ptr_array_add(lines, item_line(sheet, sheet->items->pdata[i], lang));
	g_ptr_array_add(lines, NULL);
	if (lines->len > 1) {
		paper_add(printing.paper, BLOCK_HEADING, _("Business"));
		paper_list(printing.paper, (const char *const *) lines->pdata);
	}
	standing(&printing);
	return printing.paper;
}

char *agenda_outline(const struct agenda_sheet *sheet, const char *lang)
{
	GString *out = g_string_new(NULL);
	if (agenda_is_draft(sheet))
		g_string_append_printf(out, "%s\n", _("DRAFT, not posted yet"));
	for (guint i = 0; i < sheet->items->len; i++) {
		g_autofree char *line = item_line(sheet, sheet->items->pdata[i], lang);
		g_string_append_printf(out, "%s\n", line);
	}
	return g_string_free(out, FALSE);
}
