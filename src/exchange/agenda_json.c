#include "exchange/agenda_json.h"

#include "exchange/json_build.h"

static void put_documents(JsonBuilder *json, const struct agenda_item *item)
{
	json_build_list(json, "documents");
	for (guint i = 0; item->attachments && i < item->attachments->len; i++) {
		const struct attachment *attachment = item->attachments->pdata[i];
		g_autofree char *name = attachment_name(attachment);
		json_builder_begin_object(json);
		json_build_text(json, "name", name);
		json_build_text(json, "address", attachment_address(attachment));
		json_builder_end_object(json);
	}
	json_builder_end_array(json);
}

static void put_details(JsonBuilder *json, const struct agenda_sheet *sheet, const struct agenda_item *item)
{
	json_build_text(json, "brief", item->brief);
	json_build_text(json, "for", item->action);
	json_build_text(json, "case", item->case_number);
	json_build_text(json, "brought_by", agenda_item_mover(sheet, item));
	json_build_text(json, "presented_by", item->presenter);
	json_build_number(json, "carried_over", item->carried);
	put_documents(json, item);
}

static void put_item(JsonBuilder *json, const struct agenda_sheet *sheet, const struct agenda_item *item, const char *lang)
{
	g_autofree char *title = agenda_item_title(sheet, item, lang);
	json_builder_begin_object(json);
	json_build_text(json, "number", item->number);
	json_build_text(json, "title", title);
	json_build_text(json, "section", agenda_item_section(sheet, item, lang));
	json_build_flag(json, "posted", !item->unposted);
	json_build_flag(json, "closed_session", item->closed);
	json_build_flag(json, "consent", item->consent);
	if (item->minutes > 0)
		json_build_number(json, "minutes", item->minutes);
	if (agenda_item_is_open(item))
		put_details(json, sheet, item);
	json_builder_end_object(json);
}

static void put_notice(JsonBuilder *json, const struct agenda_sheet *sheet, const char *lang)
{
	const struct notice_text *text = agenda_notice_text(sheet);
	if (!text)
		return;
	json_builder_set_member_name(json, "notice");
	json_builder_begin_object(json);
	json_build_text(json, "speak", labels_get(&text->speak, lang));
	json_build_text(json, "interpreter", labels_get(&text->interpreter, lang));
	json_build_text(json, "aids", labels_get(&text->aids, lang));
	json_build_text(json, "posted_at", labels_get(&text->posted, lang));
	json_builder_end_object(json);
}

static void put_agenda(JsonBuilder *json, const struct agenda_sheet *sheet, const char *lang)
{
	const struct meeting_record *meeting = sheet->meeting;
	json_builder_begin_object(json);
	json_build_text(json, "lang", lang);
	json_build_text(json, "jurisdiction", labels_get(&sheet->board->name, lang));
	json_build_text(json, "body", agenda_body_name(sheet, lang));
	json_build_text(json, "title", meeting->title);
	json_build_text(json, "kind", meeting->kind);
	json_build_text(json, "status", agenda_is_cancelled(sheet) ? "cancelled" : agenda_is_draft(sheet) ? "draft" : "posted");
	json_build_time(json, "starts", meeting->starts);
	json_build_text(json, "zone", sheet->board->zone);
	json_build_text(json, "place", meeting->place);
	json_build_time(json, "posted", sheet->posted);
	json_build_text(json, "note", sheet->why);
	json_build_list(json, "items");
	for (guint i = 0; i < sheet->items->len; i++)
		put_item(json, sheet, sheet->items->pdata[i], lang);
	json_builder_end_array(json);
	put_notice(json, sheet, lang);
	json_builder_end_object(json);
}

void agenda_json_write(FILE *out, const struct agenda_sheet *sheet, const char *const *languages)
{
	g_autoptr(JsonBuilder) json = json_builder_new();
	if (!languages[0] || !languages[1]) {
		put_agenda(json, sheet, languages[0]);
		json_build_write(out, json);
		return;
	}
	json_builder_begin_object(json);
	json_build_list(json, "agendas");
	for (; *languages; languages++)
		put_agenda(json, sheet, *languages);
	json_builder_end_array(json);
	json_builder_end_object(json);
	json_build_write(out, json);
}
