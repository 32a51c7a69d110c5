/* A case's allegations with a finding per stage in aligned columns, and its rows as they were published. */
#include <string.h>
#include "base/i18n.h"
#include "base/text.h"
#include "domain/case_flow.h"
#include "view/canvas_private.h"
#include "view/detail_lines.h"

static const char *const stage_titles[STAGES] = {
	[STAGE_INVESTIGATOR] = N_("INVESTIGATOR"), [STAGE_BOARD] = N_("BOARD"), [STAGE_CHIEF] = N_("CHIEF"), [STAGE_FINAL] = N_("FINAL"),
};

/* In capitals like all headings: those of the board file, or the usual ones. g_free. */
static char *stage_heading(const struct scene *scene, enum stage stage)
{
	const char *own = board_stage(scene->board, stage, scene->lang);
	g_autofree char *clean = own ? text_clean(own, -1, TEXT_CLEAN_LINE) : NULL;

	return clean ? g_utf8_strup(clean, -1) : g_strdup(_(stage_titles[stage]));
}

struct finding_columns { int what, width[STAGES], word; bool used[STAGES]; unsigned n; };    /* word: room for DISAGREES, or 0 */

static const struct body *finding_body(const struct scene *scene)
{
	const char *id = scene->detail->record.body;

	return scene->board && id ? board_body(scene->board, id) : NULL;
}

/* What was found at a stage; NULL: nothing yet, also where a word says so. */
static const char *finding_at(const struct scene *scene, const struct allegation_record *allegation, enum stage stage)
{
	const char *word = allegation->finding[stage];

	return word && *word && (!scene->board || case_is_found(scene->board, finding_body(scene), word)) ? word : NULL;
}

static bool differs(const struct scene *scene, const char *a, const char *b)
{
	return a && b && (scene->board ? case_findings_differ(scene->board, finding_body(scene), a, b) : strcmp(a, b) != 0);
}

static bool disagrees(const struct scene *scene, const struct allegation_record *allegation)
{
	const char *board = finding_at(scene, allegation, STAGE_BOARD);

	return differs(scene, board ? board : finding_at(scene, allegation, STAGE_INVESTIGATOR), finding_at(scene, allegation, STAGE_CHIEF));
}

static bool any_disagrees(const struct scene *scene)
{
	const GPtrArray *allegations = scene->detail->allegations;

	for (unsigned i = 0; i < allegations->len; i++)
		if (disagrees(scene, g_ptr_array_index(allegations, i)))
			return true;
	return false;
}

static void columns_measure(struct finding_columns *columns, const struct detail_lines *lines, const struct scene *scene)
{
	const GPtrArray *allegations = scene->detail->allegations;
	int room = lines->w - 5, taken = 0;

	*columns = (struct finding_columns){ .n = 0 };
	for (int s = 0; s < STAGES; s++) {
		for (unsigned i = 0; i < allegations->len; i++) {
			const struct allegation_record *allegation = g_ptr_array_index(allegations, i);
			if (!allegation->finding[s] || !*allegation->finding[s])
				continue;
			columns->used[s] = true;
			columns->width[s] = MAX(columns->width[s], MIN(canvas_width(lines->canvas, allegation->finding[s]), 20));
		}
		if (!columns->used[s])
			continue;
		g_autofree char *heading = stage_heading(scene, s);
		columns->width[s] = MAX(columns->width[s], canvas_width(lines->canvas, heading));
		taken += columns->width[s] + 2;
		columns->n++;
	}
	columns->what = room - taken;
	columns->word = canvas_width(lines->canvas, _("DISAGREES"));
	if (columns->what - columns->word - 2 < 24 || !any_disagrees(scene))
		columns->word = 0;
	else
		columns->what -= columns->word + 2;
}

static char *allegation_words(const struct canvas *canvas, const struct allegation_record *allegation)
{
	const char *class = allegation->class ? allegation->class : _("unknown class");

	if (!allegation->detail || !*allegation->detail || strcmp(allegation->detail, class) == 0)
		return g_strdup(class);
	return g_strdup_printf("%s %s %s", class, canvas_glyph(canvas, GLYPH_DOT), allegation->detail);
}

static void columns_head(struct detail_lines *lines, const struct scene *scene, const struct finding_columns *columns)
{
	struct detail_line *line = detail_line_add(lines);
	int x = 5 + columns->what + 2;

	for (int s = 0; s < STAGES; s++)
		if (columns->used[s]) {
			g_autofree char *heading = stage_heading(scene, s);
			detail_piece_add(line, x, columns->width[s], ROLE_DIM, heading);
			x += columns->width[s] + 2;
		}
}

static void allegation_number(struct detail_line *line, unsigned i)
{
	g_autofree char *number = g_strdup_printf("%u", i + 1);

	detail_piece_add(line, 1, 3, ROLE_DIM, number);
	line->piece[line->n - 1].right = true;
}

static void allegation_row(struct detail_lines *lines, const struct finding_columns *columns, const struct scene *scene,
	const struct allegation_record *allegation, unsigned i)
{
	g_autofree char *words = allegation_words(lines->canvas, allegation), *clean = text_clean(words, -1, TEXT_CLEAN_LINE);
	g_auto(GStrv) wrapped = text_wrap(clean, MAX(columns->what, 1));

	for (unsigned l = 0; wrapped[l]; l++) {
		struct detail_line *line = detail_line_add(lines);
		int x = 5 + columns->what + 2;
		detail_piece_add(line, 5, columns->what, ROLE_TEXT, wrapped[l]);
		if (l > 0)
			continue;
		allegation_number(line, i);
		for (int s = 0; s < STAGES; s++)
			if (columns->used[s]) {
				const char *finding = allegation->finding[s];
				detail_piece_add(line, x, columns->width[s], finding ? ROLE_TEXT : ROLE_DIM, finding ? finding : canvas_glyph(lines->canvas, GLYPH_DASH));
				x += columns->width[s] + 2;
			}
		if (columns->word && disagrees(scene, allegation))
			detail_piece_add(line, x, columns->word, ROLE_WARN, _("DISAGREES"));
	}
}

/* Where columns do not fit: the finding of each stage under its allegation. */
static void allegation_block(struct detail_lines *lines, const struct scene *scene, const struct allegation_record *allegation, unsigned i)
{
	g_autofree char *words = allegation_words(lines->canvas, allegation);
	unsigned first = lines->lines->len;

	detail_wrapped(lines, 5, ROLE_TEXT, words);
	if (lines->lines->len > first)
		allegation_number(g_ptr_array_index(lines->lines, first), i);
	for (int s = 0; s < STAGES; s++) {
		if (!allegation->finding[s] || !*allegation->finding[s])
			continue;
		struct detail_line *line = detail_line_add(lines);
		g_autofree char *heading = stage_heading(scene, s);
		detail_piece_add(line, 7, 13, ROLE_DIM, heading);
		detail_piece_add(line, 21, lines->w - 21, ROLE_TEXT, allegation->finding[s]);
	}
}

/* What the later of two stages says of the earlier one. */
static void differ_note(struct detail_lines *lines, const struct scene *scene, enum stage later, enum stage earlier)
{
	const char *one = board_stage(scene->board, later, scene->lang), *other = board_stage(scene->board, earlier, scene->lang);
	bool chief = later == STAGE_CHIEF;
	g_autofree char *own = !one || !other ? NULL : chief ? g_strdup_printf(_("%s DISAGREES with: %s"), one, other) : g_strdup_printf(_("%s differs from: %s"), one, other);
	const char *usual = !chief ? _("the board differs from the investigator") : earlier == STAGE_BOARD ? _("the chief DISAGREES with the board")
		: _("the chief DISAGREES with the investigator");

	detail_wrapped(lines, 7, chief ? ROLE_WARN : ROLE_DIM, own ? own : usual);
}

static void allegation_notes(struct detail_lines *lines, const struct scene *scene, const struct allegation_record *allegation, bool said)
{
	const char *board = finding_at(scene, allegation, STAGE_BOARD);
	bool chief = disagrees(scene, allegation);

	if (chief && !said)
		differ_note(lines, scene, STAGE_CHIEF, board ? STAGE_BOARD : STAGE_INVESTIGATOR);
	else if (!chief && differs(scene, finding_at(scene, allegation, STAGE_INVESTIGATOR), board))
		differ_note(lines, scene, STAGE_BOARD, STAGE_INVESTIGATOR);
	if (allegation->discipline && *allegation->discipline) {
		g_autofree char *words = g_strdup_printf(_("discipline: %s"), allegation->discipline);
		detail_wrapped(lines, 7, ROLE_DIM, words);
	}
	if (scene->confidential && allegation->officer.role && allegation->officer.ref) {
		g_autofree char *words = g_strdup_printf(_("officer %s"), allegation->officer.ref);
		detail_wrapped(lines, 7, ROLE_DIM, words);
	}
}

void detail_allegations(struct detail_lines *lines, const struct scene *scene)
{
	const GPtrArray *allegations = scene->detail->allegations;
	struct finding_columns columns;

	if (!allegations || allegations->len == 0) {
		detail_heading(lines, _("ALLEGATIONS"), 0);
		detail_wrapped(lines, 2, ROLE_DIM, _("None is recorded for this case."));
		return;
	}
	detail_heading(lines, _("ALLEGATIONS"), allegations->len);
	columns_measure(&columns, lines, scene);
	if (columns.n && columns.what >= 14)
		columns_head(lines, scene, &columns);
	for (unsigned i = 0; i < allegations->len; i++) {
		const struct allegation_record *allegation = g_ptr_array_index(allegations, i);
		if (columns.what >= 14)
			allegation_row(lines, &columns, scene, allegation, i);
		else
			allegation_block(lines, scene, allegation, i);
		allegation_notes(lines, scene, allegation, columns.what >= 14 && columns.word);
	}
}

static char *field_text(const GPtrArray *fields, unsigned i)
{
	GBytes *bytes = i < fields->len ? g_ptr_array_index(fields, i) : NULL;
	gsize size = 0;
	const char *data = bytes ? g_bytes_get_data(bytes, &size) : NULL;

	return data ? text_clean(data, (gssize)size, TEXT_CLEAN_LINE) : g_strdup("");
}

static void raw_row(struct detail_lines *lines, const struct raw_record *row)
{
	char number[28];
	g_autofree char *title = g_strdup_printf(_("%s, record %s"), row->file, text_number(row->row, number));
	unsigned headings = row->headings ? g_strv_length(row->headings) : 0;

	detail_heading(lines, title, 0);
	for (unsigned i = 0; row->fields && i < MAX(row->fields->len, headings); i++) {
		g_autofree char *value = field_text(row->fields, i);
		g_autofree char *name = i < headings ? g_strdup_printf("%s:", row->headings[i]) : g_strdup_printf(_("field %u:"), i + 1);
		g_autofree char *clean = text_clean(name, -1, TEXT_CLEAN_LINE), *both = g_strdup_printf("%s %s", clean, value);
		unsigned first = lines->lines->len;
		if (text_width(clean) >= 22 || lines->w < 50) {
			detail_wrapped(lines, 2, ROLE_TEXT, both);
			continue;
		}
		detail_wrapped(lines, 24, ROLE_TEXT, *value ? value : _("(empty)"));
		if (lines->lines->len > first)
			detail_piece_add(g_ptr_array_index(lines->lines, first), 2, 21, ROLE_DIM, clean);
	}
}

void detail_raw(struct detail_lines *lines, const struct case_detail *detail)
{
	if (!detail->raw || detail->raw->len == 0)
		detail_wrapped(lines, 0, ROLE_DIM, _("This case came from no file: there is no published row behind it."));
	for (unsigned i = 0; detail->raw && i < detail->raw->len; i++)
		raw_row(lines, g_ptr_array_index(detail->raw, i));
}
