/* What an import tells: counts, what was odd and where, words the board does not know. */
#include <string.h>
#include "action/conf_text.h"
#include "action/import_private.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

enum { WORDS_SHOWN = 12, VALUE_CELLS = 32, NAMES_SHOWN = 20, LINE_CELLS = 106 };

static void reason_free(gpointer data)
{
	struct import_reason *reason = data;
	g_free(reason->text);
	g_ptr_array_unref(reason->places);
	g_free(reason);
}

static void unknown_free(gpointer data)
{
	struct import_unknown *unknown = data;
	g_free(unknown->list);
	g_free(unknown->word);
	g_free(unknown->line);
	g_free(unknown);
}

struct import_report *import_report_new(void)
{
	struct import_report *report = g_new0(struct import_report, 1);
	report->reasons = g_ptr_array_new_with_free_func(reason_free);
	report->unknown = g_ptr_array_new_with_free_func(unknown_free);
	report->without_rows = g_ptr_array_new_with_free_func(g_free);
	report->foreign = g_ptr_array_new_with_free_func(g_free);
	return report;
}

void import_report_free(struct import_report *report)
{
	if (!report)
		return;
	g_free(report->title);
	g_free(report->files);
	g_free(report->board);
	g_free(report->note);
	g_ptr_array_unref(report->reasons);
	g_ptr_array_unref(report->unknown);
	g_ptr_array_unref(report->without_rows);
	g_ptr_array_unref(report->foreign);
	g_free(report->foreign_map);
	g_free(report);
}

/* --- collecting --- */

struct import_reason *import_reason_get(struct import *import, const char *format, ...)
{
	va_list list;
	va_start(list, format);
	g_autofree char *text = g_strdup_vprintf(format, list);
	va_end(list);
	struct import_reason *reason = g_hash_table_lookup(import->reasons, text);
	if (reason)
		return reason;
	reason = g_new0(struct import_reason, 1);
	reason->text = g_steal_pointer(&text);
	reason->places = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(import->report->reasons, reason);
	g_hash_table_insert(import->reasons, reason->text, reason);
	return reason;
}

static char *shown_value(const char *value)
{
	g_autofree char *valid = g_utf8_make_valid(value, MIN(strlen(value), 400));
	g_autofree char *clean = text_clean(valid, -1, TEXT_CLEAN_LINE);
	return text_clip(clean, VALUE_CELLS, "…");
}

static char *place_text(const struct import_file *file, const char *value)
{
	if (!value || !*value)
		return g_strdup_printf("%s:row %" G_GINT64_FORMAT, file->name, file->row);
	g_autofree char *shown = shown_value(value);
	return g_strdup_printf("%s:row %" G_GINT64_FORMAT ": %s", file->name, file->row, shown);
}

void import_reason_note(struct import *import, struct import_reason *reason, const char *value)
{
	reason->count++;
	if (reason->places->len < IMPORT_PLACES)
		g_ptr_array_add(reason->places, place_text(import->file, value));
}

bool import_reason_count(struct import *import, struct import_reason *reason, const char *value, GError **error)
{
	import_reason_note(import, reason, value);
	import->odd++;
	if (!import->options->strict)
		return true;
	/* Behind the semicolon stands what is done about it where imports are not strict. */
	g_autofree char *what = g_strndup(reason->text, strcspn(reason->text, ";")), *shown = shown_value(value ? value : "");
	g_autofree char *row = g_strdup_printf("%" G_GINT64_FORMAT, import->file->row);
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: row %s: %s%s%s%s\n"
		"Nothing was imported: --strict stops at the first odd row."), import->file->name, row, what,
		*shown ? " (" : "", shown, *shown ? ")" : "");
	return false;
}

/* An id for the board file: small letters, digits and _. */
static char *id_of(const char *word)
{
	g_autofree char *ascii = text_clean(word, -1, TEXT_ASCII);
	GString *id = g_string_new(NULL);
	for (const char *p = ascii; *p; p++) {
		if (g_ascii_isalnum(*p))
			g_string_append_c(id, g_ascii_tolower(*p));
		else if (id->len > 0 && id->str[id->len - 1] != '_')
			g_string_append_c(id, '_');
	}
	while (id->len > 0 && id->str[id->len - 1] == '_')
		g_string_truncate(id, id->len - 1);
	if (id->len == 0)
		g_string_append(id, "word");
	return g_string_free(id, FALSE);
}

/* The word as a label of the board file: once for names of places, which are the same in every language, else in each. */
static char *label_of(const struct board *board, enum word_list list, const char *word)
{
	g_autofree char *text = conf_quoted(word);
	if (list == WORDS_DISTRICT || g_strv_length(board->languages) < 2)
		return g_steal_pointer(&text);
	GString *label = g_string_new("{ ");
	for (char **lang = board->languages; *lang; lang++)
		g_string_append_printf(label, "%s = %s; ", *lang, text);
	g_string_append_c(label, '}');
	return g_string_free(label, FALSE);
}

struct import_unknown *import_unknown_get(struct import *import, enum word_list list, const char *word)
{
	g_autofree char *folded = text_fold(word);
	g_autofree char *key = g_strdup_printf("%d\n%s", list, folded);
	struct import_unknown *unknown = g_hash_table_lookup(import->unknown, key);
	if (unknown)
		return unknown;
	g_autofree char *id = id_of(word);
	g_autofree char *clean = text_clean(word, -1, TEXT_CLEAN_LINE);
	g_autofree char *label = label_of(import->board, list, clean);
	unknown = g_new0(struct import_unknown, 1);
	*unknown = (struct import_unknown) { .list = g_strdup(word_list_name(list)), .word = g_steal_pointer(&clean),
		.line = g_strdup_printf("{ id = \"%s\"; label = %s; }", id, label) };
	g_ptr_array_add(import->report->unknown, unknown);
	g_hash_table_insert(import->unknown, g_steal_pointer(&key), unknown);
	return unknown;
}

static int by_count(gconstpointer a, gconstpointer b)
{
	const struct import_reason *x = *(struct import_reason *const *) a, *y = *(struct import_reason *const *) b;
	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return strcmp(x->text, y->text);
}

static int by_list(gconstpointer a, gconstpointer b)
{
	const struct import_unknown *x = *(struct import_unknown *const *) a, *y = *(struct import_unknown *const *) b;
	int lists = strcmp(x->list, y->list);
	if (lists != 0)
		return lists;
	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return strcmp(x->word, y->word);
}

void import_report_sort(struct import_report *report)
{
	for (guint i = report->unknown->len; i > 0; i--)
		if (((struct import_unknown *) report->unknown->pdata[i - 1])->count == 0)
			g_ptr_array_remove_index(report->unknown, i - 1);
	g_ptr_array_sort(report->reasons, by_count);
	g_ptr_array_sort(report->unknown, by_list);
}

/* --- as text --- */

static const char *number(gint64 n, char buf[28])
{
	return text_number(n, buf);
}

G_GNUC_PRINTF(3, 4)
static void line_of(GString *out, gint64 count, const char *format, ...)
{
	char buf[28];
	va_list list;
	va_start(list, format);
	g_string_append_printf(out, "%11s  ", number(count, buf));
	g_string_append_vprintf(out, format, list);
	va_end(list);
	g_string_append_c(out, '\n');
}

static void append_counts(GString *out, const struct import_report *r)
{
	char open[28], numbers[28], pending[28];
	line_of(out, r->rows, "%s", ngettext("row read", "rows read", r->rows));
	if (r->rows_known > 0)
		line_of(out, r->rows_known, "%s", _("of them known from an earlier import; not added again"));
	if (r->skipped > 0)
		line_of(out, r->skipped, "%s", _("of them skipped (see below)"));
	if (r->cases > 0 && r->cases_new == r->cases)
		line_of(out, r->cases_new, "%s", ngettext("new case", "new cases", (gulong) r->cases_new));
	else if (r->cases > 0)
		line_of(out, r->cases_new, ngettext("new case (the files name %s)", "new cases (the files name %s)", (gulong) r->cases_new),
			number(r->cases, numbers));
	if (r->cases_updated > 0)
		line_of(out, r->cases_updated, "%s", ngettext("known case brought up to date", "known cases brought up to date", (gulong) r->cases_updated));
	if (r->allegations_new > 0)
		line_of(out, r->allegations_new, "%s", ngettext("new allegation", "new allegations", (gulong) r->allegations_new));
	if (r->allegations_updated > 0)
		line_of(out, r->allegations_updated, "%s", ngettext("known allegation brought up to date; the older row is kept",
			"known allegations brought up to date; the older rows are kept", (gulong) r->allegations_updated));
	if (r->force_new > 0)
		line_of(out, r->force_new, ngettext("new use-of-force report, %s file numbers, %s pending",
			"new use-of-force reports, %s file numbers, %s pending", (gulong) r->force_new), number(r->force_numbers, numbers),
			number(r->force_pending, pending));
	if (r->duplicates > 0)
		line_of(out, r->duplicates, "%s", ngettext("of the rows repeats an earlier row of its file exactly; kept and marked as a copy",
			"of the rows repeat an earlier row of their file exactly; kept and marked as copies", (gulong) r->duplicates));
	if (r->cases > 0)
		g_string_append_printf(out, "%11s  %s\n", number(r->open, open), r->no_end && r->open == r->cases ?
			_("open: every case, because the map reads neither a closing date nor a finding") :
			ngettext("case is open", "cases are open", (gulong) r->open));
	if (r->without_day > 0)
		line_of(out, r->without_day, "%s", ngettext("case has no day received: charts by month leave it out",
			"cases have no day received: charts by month leave them out", (gulong) r->without_day));
}

/* "file:row 12: value" of one file after the other, wrapped: the name of the file once (not at all when there is only one). */
static void append_places(GString *out, const struct import_reason *reason, bool names)
{
	g_autofree char *name = NULL;
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < reason->places->len; i++) {
		const char *place = reason->places->pdata[i], *row = strstr(place, ":row ");
		if (!row)
			continue;
		g_autofree char *file = g_strndup(place, (gsize) (row - place));
		row += strlen(":row ");
		size_t digits = strspn(row, "0123456789");
		bool again = g_strcmp0(name, file) == 0;
		g_string_append(text, again ? ", " : text->len ? "; " : "");
		if (!again)
			g_string_append_printf(text, "%s%s%s ", names ? file : "", names ? ", " : "", ngettext("row", "rows", (gulong) reason->count));
		g_string_append_len(text, row, (gssize) digits);
		if (row[digits] == ':')
			g_string_append_printf(text, " (%s)", row + digits + 2);
		g_free(name);
		name = g_steal_pointer(&file);
	}
	if (reason->count > reason->places->len)
		g_string_append(text, ", ...");
	g_auto(GStrv) lines = text_wrap(text->str, LINE_CELLS);
	for (char **line = lines; *line; line++)
		g_string_append_printf(out, "             %s\n", *line);
}

static void append_reasons(GString *out, const struct import_report *report)
{
	if (report->rows == 0) {
		g_string_append(out, _("\nThe file has headings and no rows: there was nothing to bring in.\n"));
		return;
	}
	if (report->reasons->len == 0) {
		g_string_append(out, _("\nNothing was odd.\n"));
		return;
	}
	g_string_append(out, _("\nWhat was odd. Rows are counted as a spreadsheet does, the headings being row 1. Each row is kept as published, too.\n"));
	for (guint i = 0; i < report->reasons->len; i++) {
		const struct import_reason *reason = report->reasons->pdata[i];
		line_of(out, reason->count, "%s", reason->text);
		append_places(out, reason, strchr(report->files, ',') != NULL);
	}
}

static void append_names(GString *out, const GPtrArray *names)
{
	char buf[28];
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < names->len && i < NAMES_SHOWN; i++)
		g_string_append_printf(text, "%s%s", i ? ", " : "", (char *) names->pdata[i]);
	if (names->len > NAMES_SHOWN)
		g_string_append_printf(text, _(" and %s more"), number(names->len - NAMES_SHOWN, buf));
	g_auto(GStrv) lines = text_wrap(text->str, LINE_CELLS);
	for (char **line = lines; *line; line++)
		g_string_append_printf(out, "  %s\n", *line);
}

static void append_without_rows(GString *out, const struct import_report *report)
{
	char buf[28];
	guint n = report->without_rows->len;
	if (n == 0)
		return;
	g_string_append_printf(out, _("\nCases of the first file that no row of a later file names (%s). They are kept and, with nothing saying otherwise, count as closed:\n"),
		number(n, buf));
	append_names(out, report->without_rows);
}

/* The same number twice may be one case in two publications, or two cases that only share a number: a person must say. */
static void append_foreign(GString *out, const struct import_report *report)
{
	char buf[28];
	if (report->foreign->len == 0)
		return;
	g_string_append_printf(out, _("\nCases that came in through another map (%s) and got rows of this one now, for their numbers are the same (%s). If\n"
		"these are other cases, restore your copy of the database, and give this map another 'body' or a database of its own:\n"),
		report->foreign_map, number(report->foreign->len, buf));
	append_names(out, report->foreign);
}

static guint list_end(const GPtrArray *unknown, guint from)
{
	const struct import_unknown *first = unknown->pdata[from];
	guint to = from;
	while (to < unknown->len && strcmp(((struct import_unknown *) unknown->pdata[to])->list, first->list) == 0)
		to++;
	return to;
}

static void append_unknown(GString *out, const struct import_report *report, bool all)
{
	char buf[28];
	if (report->unknown->len == 0)
		return;
	g_string_append_printf(out, _("\nWords that the board file does not know. They are kept as published and can be listed, searched and charted.\n"
		"To group one with a word the board has, add it to that word's 'aliases'; to give it a place of its own, add its\n"
		"line to the list in 'vocabularies'. Board file: %s\n"), report->board);
	for (guint from = 0, to; from < report->unknown->len; from = to) {
		to = list_end(report->unknown, from);
		guint shown = all ? to : MIN(to, from + WORDS_SHOWN);
		g_string_append_printf(out, "  %s\n", ((struct import_unknown *) report->unknown->pdata[from])->list);
		for (guint i = from; i < shown; i++) {
			const struct import_unknown *unknown = report->unknown->pdata[i];
			g_string_append_printf(out, "%11s  %s%s\n", number(unknown->count, buf), unknown->line, i + 1 < to ? "," : "");
		}
		if (shown < to)
			g_string_append_printf(out, _("             ... and %u more (--words lists them all)\n"), to - shown);
	}
}

char *import_report_text(const struct import_report *report, bool words)
{
	GString *out = g_string_new(NULL);
	g_string_append_printf(out, "%s: %s\n", report->title, report->files);
	if (report->note)
		g_string_append_printf(out, "%s\n", report->note);
	if (!report->nothing_new) {
		append_counts(out, report);
		append_reasons(out, report);
		append_without_rows(out, report);
		append_foreign(out, report);
		append_unknown(out, report, words);
	}
	if (report->dry_run)
		g_string_append(out, _("\nThis was a dry run: nothing was changed.\n"));
	return g_string_free(out, FALSE);
}
