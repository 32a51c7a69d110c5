/*
 * The papers of a coming meeting: whole papers against tests/unit/papers (`make update-papers` rewrites what is printed now), nothing of a
 * closed item but its public title, hostile text through every writer, what only those who make the agenda are told.
 */
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "paper_check.h"
#include "domain/agenda_paper.h"
#include "exchange/agenda_json.h"
#include "exchange/calendar.h"
#include "exchange/paper_format.h"

#define BEGINS G_GINT64_CONSTANT(1734393600)      /* 16 December 2024, 18:00 in Chicago */

static void free_item(void *data)
{
	agenda_item_clear(data);
	g_free(data);
}

static struct agenda_item *add_item(GPtrArray *items, const char *number, const char *title, const char *public_title)
{
	struct agenda_item *item = g_new0(struct agenda_item, 1);
	item->number = g_strdup(number);
	item->title = g_strdup(title);
	item->public_title = g_strdup(public_title);
	item->position = (int) items->len + 1;
	g_ptr_array_add(items, item);
	return item;
}

static void attach(struct agenda_item *item, const char *label, const char *target)
{
	struct attachment *attachment = g_new0(struct attachment, 1);
	attachment->label = g_strdup(label);
	attachment->target = g_strdup(target);
	if (!item->attachments)
		item->attachments = g_ptr_array_new_with_free_func(attachment_free);
	g_ptr_array_add(item->attachments, attachment);
}

static void add_entry(struct body *body, const char *id, const char *en, const char *es)
{
	struct agenda_entry *entry = g_new0(struct agenda_entry, 1);
	entry->id = g_strdup(id);
	labels_add(&entry->title, "en", en);
	labels_add(&entry->title, "es", es);
	g_ptr_array_add(body->agenda, entry);
}

static struct board *make_board(void)
{
	struct board *board = board_new();
	struct body *body = body_new();
	struct vocabulary *sections = vocabulary_new("section");
	struct term *reports = g_new0(struct term, 1);
	struct seat *seat = g_new0(struct seat, 1);
	board->languages = g_strsplit("en es", " ", -1);
	board->zone = g_strdup("America/Chicago");
	board->brief_words = 5;
	labels_add(&board->name, "en", "City of Riverton");
	labels_add(&board->name, "es", "Ciudad de Riverton");
	body->id = g_strdup("pob");
	labels_add(&body->name, "en", "Riverton Police Oversight Board");
	labels_add(&body->name, "es", "Junta de Supervisión Policial de Riverton");
	add_entry(body, "minutes", "Approval of the minutes", "Aprobación del acta");
	add_entry(body, "closed", "Closed session", "Sesión cerrada");
	*reports = (struct term) { .id = g_strdup("reports"), .aliases = g_new0(char *, 1) };
	labels_add(&reports->label, "en", "Reports");
	labels_add(&reports->label, "es", "Informes");
	vocabulary_add(sections, reports, &(const char *) { NULL });
	g_ptr_array_add(board->vocabularies, sections);
	*seat = (struct seat) { .id = g_strdup("1"), .holder = g_strdup("Adaeze Okafor") };
	g_ptr_array_add(body->seats, seat);
	labels_add(&body->notice_text.posted, "en", "At the main entrance of City Hall and at www.riverton.example.");
	labels_add(&body->notice_text.posted, "es", "En la entrada principal del ayuntamiento y en www.riverton.example.");
	labels_add(&body->notice_text.interpreter, "en", "Call 555-0142.");
	labels_add(&body->notice_text.interpreter, "es", "Llame al 555-0142.");
	g_ptr_array_add(board->bodies, body);
	return board;
}

static void closed_item(GPtrArray *items, const char *title, const char *public_title)
{
	struct agenda_item *item = add_item(items, "9", title, public_title);
	item->closed = true;
	item->minutes = 30;
	item->brief = g_strdup("SECRET brief of more words than the board allows");
	item->presenter = g_strdup("SECRET presenter");
	item->case_number = g_strdup("SECRET-2024-0007");
	item->action = g_strdup("SECRET action");
	item->mover = g_strdup("1");
	item->carried = 77;
	item->entry = g_strdup("closed");
	attach(item, "SECRET label", "https://riverton.example/SECRET.pdf");
}

static GPtrArray *make_items(void)
{
	GPtrArray *items = g_ptr_array_new_with_free_func(free_item);
	struct agenda_item *item = add_item(items, "1", "Approval of the minutes", NULL);
	item->entry = g_strdup("minutes");
	item->minutes = 5;
	item = add_item(items, "2", "Minutes of 18 November", NULL);
	item->entry = g_strdup("minutes");
	item = add_item(items, "3", "Body cameras", NULL);
	item->section = g_strdup("reports");
	item->brief = g_strdup("What the second half-year brought.");
	item->presenter = g_strdup("Director Whitlock");
	item->mover = g_strdup("1");
	item->action = g_strdup("information");
	item->carried = 2;
	item->minutes = 20;
	attach(item, "Report", "https://riverton.example/cameras.pdf");
	attach(item, NULL, "staff/papers/figures.csv");
	item = add_item(items, "4", "SECRET name of a complainant", NULL);
	item->section = g_strdup("reports");
	item->case_number = g_strdup("C-2024-0112");
	item = add_item(items, "5", "Dog bites", NULL);
	item->consent = item->unposted = true;
	closed_item(items, "SECRET officer and case", "Public employee discipline");
	return items;
}

struct scene { struct board *board; GPtrArray *items; struct meeting_record meeting; struct agenda_sheet sheet; };

static struct scene *scene_new(void)
{
	struct scene *scene = g_new0(struct scene, 1);
	scene->board = make_board();
	scene->items = make_items();
	scene->meeting = (struct meeting_record) { .id = 4, .body = (char *) "pob", .kind = (char *) "regular", .starts = BEGINS,
		.place = (char *) "City Hall, room 204", .title = (char *) "Regular meeting", .status = (char *) "posted" };
	scene->sheet = (struct agenda_sheet) { .board = scene->board, .body = scene->board->bodies->pdata[0], .meeting = &scene->meeting, .items = scene->items };
	return scene;
}

static void scene_free(struct scene *scene)
{
	board_free(scene->board);
	g_ptr_array_unref(scene->items);
	g_free(scene);
}

static char *written(const struct scene *scene, const char *format, bool notice)
{
	char *text = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&text, &length);
	g_autofree char *outline = agenda_outline(&scene->sheet, "en");
	if (!strcmp(format, "json")) {
		agenda_json_write(out, &scene->sheet, (const char *const[]) { "en", NULL });
	} else if (!strcmp(format, "ics")) {
		const struct calendar_event event = { .uid = "meeting-4@dais", .summary = agenda_body_name(&scene->sheet, "en"), .description = outline,
			.location = scene->meeting.place, .lang = "en", .starts = BEGINS, .ends = BEGINS + 7200, .modified = BEGINS - 86400, .sequence = 3,
			.cancelled = agenda_is_cancelled(&scene->sheet) };
		calendar_write(out, &event);
	} else {
		struct paper *paper = notice ? agenda_notice(&scene->sheet, "en") : agenda_paper(&scene->sheet, "en");
		paper_append(paper, notice ? agenda_notice(&scene->sheet, "es") : agenda_paper(&scene->sheet, "es"));
		paper_format_find(format)->write(out, paper);
		paper_free(paper);
	}
	fclose(out);
	g_assert_true(g_utf8_validate(text, (gssize) length, NULL));
	return text;
}

static const struct { const char *format, *file; bool notice; } papers[] = {
	{ "text", "agenda.txt", false }, { "html", "agenda.html", false }, { "md", "agenda.md", false }, { "json", "agenda.json", false },
	{ "ics", "agenda.ics", false }, { "text", "notice.txt", true },
};

static void test_whole(void)
{
	struct scene *scene = scene_new();
	for (guint i = 0; i < G_N_ELEMENTS(papers); i++) {
		g_autofree char *text = written(scene, papers[i].format, papers[i].notice);
		paper_is(papers[i].file, text);
		paper_has_not(text, "SECRET");
		paper_has(text, "Public employee discipline");
	}
	scene_free(scene);
}

/* Without a public title there is that of the template's entry, and never the item's own. */
static void test_closed(void)
{
	struct scene *scene = scene_new();
	closed_item(scene->items, "SECRET without a public title", NULL);
	g_autofree char *title = agenda_item_title(&scene->sheet, scene->items->pdata[scene->items->len - 1], "es");
	g_assert_cmpstr(title, ==, "Sesión cerrada");
	closed_item(scene->items, "SECRET without an entry", "");
	struct agenda_item *last = scene->items->pdata[scene->items->len - 1];
	g_clear_pointer(&last->entry, g_free);
	for (guint i = 0; i < G_N_ELEMENTS(papers); i++) {
		g_autofree char *text = written(scene, papers[i].format, papers[i].notice);
		paper_has_not(text, "SECRET");
		paper_has_not(text, "77");
	}
	scene_free(scene);
}

static void test_languages(void)
{
	struct scene *scene = scene_new();
	g_autofree char *same = agenda_item_title(&scene->sheet, scene->items->pdata[0], "es"), *changed = agenda_item_title(&scene->sheet, scene->items->pdata[1], "es"),
		*first = agenda_item_title(&scene->sheet, scene->items->pdata[1], "en"), *none = agenda_item_title(&scene->sheet, scene->items->pdata[2], "es");
	g_assert_cmpstr(same, ==, "Aprobación del acta");
	g_assert_cmpstr(changed, ==, "Aprobación del acta (Minutes of 18 November)");
	g_assert_cmpstr(first, ==, "Minutes of 18 November");
	g_assert_cmpstr(none, ==, "Body cameras");
	g_autofree char *html = written(scene, "html", false);
	paper_has(html, "<html lang=\"en\">");
	paper_has(html, "<div lang=\"es\">");
	paper_has(html, "<h2>Informes</h2>");
	scene_free(scene);
}

static void test_status(void)
{
	struct scene *scene = scene_new();
	scene->meeting.status = (char *) "planned";
	g_autofree char *draft = written(scene, "text", false);
	paper_has(draft, "DRAFT");
	scene->sheet.posted = BEGINS - 4 * 86400;
	g_autofree char *posted = written(scene, "text", false);
	paper_has_not(posted, "DRAFT");
	paper_has(posted, "Posted: Thu 12 Dec 2024, 18:00");
	scene->meeting.status = (char *) "cancelled";
	g_autofree char *cancelled = written(scene, "md", true), *calendar = written(scene, "ics", false);
	paper_has(cancelled, "CANCELLED");
	paper_has(calendar, "STATUS:CANCELLED");
	paper_has(calendar, "SEQUENCE:3");
	paper_has(calendar, "DTSTART:20241217T000000Z");
	scene_free(scene);
}

static void test_warnings(void)
{
	struct scene *scene = scene_new();
	struct agenda_item *item = scene->items->pdata[2];
	g_autoptr(GPtrArray) none = agenda_warnings(&scene->sheet, "en");
	g_assert_cmpuint(none->len, ==, 2);
	paper_has(none->pdata[0], "item 4: the public reads no title");
	paper_has(none->pdata[1], "item 9");      /* of the closed item: told to staff, not printed */
	g_free(item->brief);
	item->brief = g_strdup("  one two\tthree\nfour  five\302\240six ");
	g_autoptr(GPtrArray) one = agenda_warnings(&scene->sheet, "en");
	g_assert_cmpuint(one->len, ==, 3);
	paper_has(one->pdata[0], "item 3");
	paper_has(one->pdata[0], "6 words");
	paper_has(one->pdata[0], "at most 5");
	char *place = scene->meeting.place;
	scene->meeting.place = (char *) " ";
	g_autoptr(GPtrArray) nowhere = agenda_warnings(&scene->sheet, "en");
	g_assert_cmpuint(nowhere->len, ==, 4);
	paper_has(nowhere->pdata[0], "the public reads no place");
	scene->meeting.place = place;
	scene->board->brief_words = 0;
	g_autoptr(GPtrArray) off = agenda_warnings(&scene->sheet, "en");
	g_assert_cmpuint(off->len, ==, 1);      /* the title is missing all the same */
	g_assert_cmpint(agenda_count_words(NULL), ==, 0);
	g_assert_cmpint(agenda_count_words("\xff\xfe x"), ==, 2);
	scene_free(scene);
}

static void test_hostile(void)
{
	static const char bad[] = "x\x1b]0;owned\x07<script>alert(1)</script>\r\nBEGIN:VEVENT\xff\xe2\x80\xae\\;,:\"";
	struct scene *scene = scene_new();
	struct agenda_item *item = add_item(scene->items, bad, bad, bad);
	item->brief = g_strdup(bad);
	item->presenter = g_strdup(bad);
	item->section = g_strdup(bad);
	item->case_number = g_strdup(bad);
	item->action = g_strdup(bad);
	attach(item, bad, bad);
	scene->meeting.place = scene->meeting.title = scene->meeting.kind = (char *) bad;
	for (guint i = 0; i < G_N_ELEMENTS(papers); i++) {
		g_autofree char *text = written(scene, papers[i].format, papers[i].notice);
		for (const char *p = text; *p; p++)
			g_assert_true(*p == '\n' || *p == '\r' || (unsigned char) *p >= 32);
		paper_has_not(text, "\xe2\x80\xae");
		if (!strcmp(papers[i].format, "html"))
			paper_has_not(text, "<script>");
		if (!strcmp(papers[i].format, "ics"))
			g_assert_null(strstr(strstr(text, "BEGIN:VEVENT") + 1, "\nBEGIN:VEVENT"));
	}
	scene_free(scene);
}

/* One entry of a list with this address behind a label, as a format writes it. g: free. */
static char *entry_written(const char *format, const char *address)
{
	char *text = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&text, &length);
	g_autofree char *cell = g_strdup_printf("Report: %s", address);
	struct paper *paper = paper_new("Agenda", "en");
	paper_links(paper, (const char *const[]) { cell, "figures.csv", NULL }, (const char *const[]) { address, "", NULL });
	paper_format_find(format)->write(out, paper);
	paper_free(paper);
	fclose(out);
	return text;
}

static void test_links(void)
{
	static const struct { const char *address, *html, *md; } good[] = {
		{ "https://riverton.example/a_b*c.pdf", "<li>Report: <a href=\"https://riverton.example/a_b*c.pdf\" rel=\"noopener noreferrer\">https://riverton.example/a_b*c.pdf</a></li>",
			"- Report: <https://riverton.example/a_b*c.pdf>\n" },
		{ "http://riverton.example:8080/f?a=1&b=%20#p", "<a href=\"http://riverton.example:8080/f?a=1&amp;b=%20#p\" rel=\"noopener noreferrer\">http://riverton.example:8080/f?a=1&amp;b=%20#p</a>",
			"<http://riverton.example:8080/f?a=1&b=%20#p>" },
		{ "https://riverton.example/@board", "<a href=\"https://riverton.example/@board\"", "<https://riverton.example/@board>" },
	};
	static const char *const hostile[] = {
		"javascript:alert(1)", "JavaScript://riverton.example/%0aalert(1)", "data:text/html,<script>alert(1)</script>", "file:///etc/passwd", "//evil.example/a", "ftp://riverton.example/a",
		"https://", "https:///a", "https:riverton.example", " https://riverton.example/a", "https://riverton.example/a b", "https://riverton.example/\" onclick=\"alert(1)",
		"https://riverton.example/'a", "https://riverton.example/<script>", "https://riverton.example/>x", "https://riverton.example/\\a", "https://riverton.example/`a`",
		"https://riverton.example/\na", "https://riverton.example/\ta", "https://riverton.example/\033[31m", "https://riverton.example/\177", "https://riverton.example/\302\205",
		"https://riverton.example/\342\200\256fdp.exe", "https://riverton.example/\303\261", "https://riverton.example/\377", "https://riverton.example@evil.example/a",
		"https://u:p@evil.example/", "https://.evil.example/", "https://[::1]/", "",
	};
	for (guint i = 0; i < G_N_ELEMENTS(good); i++) {
		char *html = entry_written("html", good[i].address), *md = entry_written("md", good[i].address), *plain = entry_written("text", good[i].address);
		paper_has(html, good[i].html);
		paper_has(md, good[i].md);
		paper_has(plain, good[i].address);
		free(html);
		free(md);
		free(plain);
	}
	for (guint i = 0; i < G_N_ELEMENTS(hostile); i++) {
		char *html = entry_written("html", hostile[i]), *md = entry_written("md", hostile[i]);
		g_test_message("%s", hostile[i]);
		paper_has(html, "<li>Report: ");
		paper_has_not(html, "<a ");
		paper_has_not(html, "<script");
		paper_has_not(md, ": <");
		paper_has_not(md, "\n<");
		g_assert_true(g_utf8_validate(html, -1, NULL) && g_utf8_validate(md, -1, NULL));
		free(html);
		free(md);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/agenda/whole", test_whole);
	g_test_add_func("/agenda/closed", test_closed);
	g_test_add_func("/agenda/languages", test_languages);
	g_test_add_func("/agenda/status", test_status);
	g_test_add_func("/agenda/warnings", test_warnings);
	g_test_add_func("/agenda/hostile", test_hostile);
	g_test_add_func("/agenda/links", test_links);
	return g_test_run();
}
