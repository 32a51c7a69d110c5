/* dais agenda FILE, dais notice FILE: the papers of a coming meeting. */
#include "cli/cli.h"

#include <inttypes.h>
#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "cli/language.h"
#include "cli/meeting_arg.h"
#include "domain/agenda_paper.h"
#include "exchange/agenda_json.h"
#include "exchange/calendar.h"
#include "exchange/paper_format.h"
#include "store/agenda_store.h"
#include "store/meeting_store.h"

typedef struct paper *make_paper(const struct agenda_sheet *sheet, const char *lang);

struct wishes { char *format, *config, *lang, *now; gboolean both; };
struct desk {
	struct agenda_sheet sheet;
	const char *languages[32];      /* of the paper, NULL-terminated */
	instant_t now, changed;         /* the last change that is known; 0 none */
	int changes;                    /* how often what a calendar holds of it was changed */
	char *id;                       /* of the meeting, for the calendar */
};

static void write_paper(const struct desk *desk, const struct paper_format *format, make_paper *make)
{
	g_autoptr(paper_t) paper = NULL;
	for (const char *const *lang = desk->languages; *lang; lang++) {
		cli_speak(*lang);
		struct paper *part = make(&desk->sheet, *lang);
		if (paper)
			paper_append(paper, part);
		else
			paper = part;
	}
	format->write(stdout, paper);
}

/* The same words once where they do not differ from language to language. */
static void join(GString *all, const char *text, const char *between)
{
	if (!g_strcmp0(all->str, text))
		return;
	if (all->len)
		g_string_append(all, between);
	g_string_append(all, text);
}

static void write_calendar(const struct desk *desk)
{
	const struct agenda_sheet *sheet = &desk->sheet;
	g_autoptr(GString) summary = g_string_new(NULL), outline = g_string_new(NULL);
	int minutes = agenda_length(sheet);
	for (const char *const *lang = desk->languages; *lang; lang++) {
		cli_speak(*lang);
		g_autofree char *part = agenda_outline(sheet, *lang);
		join(summary, agenda_body_name(sheet, *lang), " / ");
		join(outline, part, "\n");
	}
	const struct calendar_event event = {
		.uid = desk->id, .summary = summary->str, .location = sheet->meeting->place, .description = outline->str,
		.lang = desk->languages[1] ? NULL : desk->languages[0], .starts = sheet->meeting->starts,
		.ends = minutes ? sheet->meeting->starts + minutes * 60 : 0, .modified = MAX(desk->changed, sheet->posted), .stamp = desk->now,
		.sequence = desk->changes, .cancelled = agenda_is_cancelled(sheet),
	};
	calendar_write(stdout, &event);
}

static int write_sheet(const struct desk *desk, const struct wishes *wishes, make_paper *make)
{
	const char *name = wishes->format ? wishes->format : "text";
	const struct paper_format *format = paper_format_find(name);
	if (!strcmp(name, "json"))
		agenda_json_write(stdout, &desk->sheet, desk->languages);
	else if (!strcmp(name, "ical"))
		write_calendar(desk);
	else if (format)
		write_paper(desk, format, make);
	else
		return cli_fail(g_error_new(DAIS_ERROR, DAIS_ERROR_USAGE, _("--format takes text, md, html, ical or json, not '%s'"), name));
	return cli_finish(0);
}

/* Told to those who make the paper; it is printed all the same. */
static void warn(const struct agenda_sheet *sheet, const char *lang)
{
	g_autoptr(GPtrArray) warnings = agenda_warnings(sheet, lang);
	for (guint i = 0; i < warnings->len; i++)
		cli_warn(warnings->pdata[i]);
}

static bool choose_languages(struct desk *desk, const struct board *board, const struct wishes *wishes, GError **error)
{
	if (!wishes->both) {
		desk->languages[0] = wishes->lang ? wishes->lang : cli_language(board);
		return cli_language_check(board, desk->languages[0], error);
	}
	if (wishes->lang)
		g_set_error_literal(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("--both prints every language of the board file; leave out --lang"));
	for (guint i = 0; !wishes->lang && board->languages[i] && i + 1 < G_N_ELEMENTS(desk->languages); i++)
		desk->languages[i] = board->languages[i];
	return !wishes->lang;
}

/* Names the meeting among all that are published anywhere: by board, body and its number in the database. */
static char *event_id(const struct board *board, const struct meeting_record *meeting)
{
	g_autofree char *names = g_strdup_printf("%s\n%s", labels_get(&board->name, NULL), meeting->body ? meeting->body : "");
	g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, names, -1);
	return g_strdup_printf("meeting-%" PRId64 "-%.16s@dais", meeting->id, hash);
}

static bool count_changes(struct desk *desk, struct store *store, id_t64 id, GError **error)
{
	g_autoptr(GPtrArray) changes = agenda_store_changes(store, id, error);
	if (!changes)
		return false;
	desk->changes = (int) changes->len;
	desk->changed = changes->len ? ((const struct agenda_change *) changes->pdata[changes->len - 1])->at : 0;
	return true;
}

static int print(struct store *store, const struct board *board, const char *word, const struct wishes *wishes, make_paper *make)
{
	GError *error = NULL;
	struct meeting_record meeting = { 0 };
	struct meeting_detail detail = { 0 };
	struct desk desk = { 0 };
	desk.now = cli_now(wishes->now, board->zone, &error);
	id_t64 id = error || !choose_languages(&desk, board, wishes, &error) ? 0 : meeting_arg_next(store, word, board->zone, desk.now, &error);
	g_autoptr(GPtrArray) items = id && meeting_store_get(store, id, &meeting, &error) ? meeting_store_items(store, id, &error) : NULL;
	int code;
	if (items && meeting_store_detail(store, id, &detail, &error) && count_changes(&desk, store, id, &error)) {
		desk.sheet = (struct agenda_sheet) { .board = board, .body = meeting.body ? board_body(board, meeting.body) : NULL, .meeting = &meeting, .items = items,
			.posted = detail.posted, .why = detail.why };
		desk.changes += (detail.why != NULL) + agenda_is_cancelled(&desk.sheet);
		desk.id = event_id(board, &meeting);
		warn(&desk.sheet, desk.languages[0]);
		code = write_sheet(&desk, wishes, make);
	} else {
		code = cli_fail(error);
	}
	g_free(desk.id);
	meeting_record_clear(&meeting);
	meeting_detail_clear(&detail);
	return code;
}

static int run(char **words, const struct wishes *wishes, make_paper *make)
{
	GError *error = NULL;
	g_autoptr(store_t) store = NULL;
	g_autoptr(board_t) board = NULL;
	if (!cli_open_database(words[0], wishes->config, STORE_READ, &store, &board, &error))
		return cli_fail(error);
	return print(store, board, words[1], wishes, make);
}

static int papers(const char *name, int argc, char **argv, make_paper *make)
{
	struct wishes wishes = { 0 };
	const GOptionEntry entries[] = {
		{ "format", 0, 0, G_OPTION_ARG_STRING, &wishes.format, N_("text, md, html, ical or json"), N_("FORMAT") },
		{ "lang", 0, 0, G_OPTION_ARG_STRING, &wishes.lang, N_("the language of the paper: en, es"), N_("LANG") },
		{ "both", 0, 0, G_OPTION_ARG_NONE, &wishes.both, N_("every language of the board file, one after the other"), NULL },
		{ "config", 0, 0, G_OPTION_ARG_FILENAME, &wishes.config, N_("board file, instead of the one the database names"), N_("BOARD") },
		{ "now", 0, 0, G_OPTION_ARG_STRING, &wishes.now, N_("take this as the present time (for tests)"), N_("TIME") },
		{ .long_name = NULL },
	};
	int code = 0;
	g_auto(GStrv) words = cli_options(name, argc, argv, entries, 1, 2, &code);
	if (words)
		code = run(words, &wishes, make);
	g_free(wishes.format);
	g_free(wishes.config);
	g_free(wishes.lang);
	g_free(wishes.now);
	return code;
}

int cli_agenda(int argc, char **argv)
{
	return papers("agenda", argc, argv, agenda_paper);
}

int cli_notice(int argc, char **argv)
{
	return papers("notice", argc, argv, agenda_notice);
}
