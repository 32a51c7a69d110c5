#include "view/overlay.h"

#include "base/i18n.h"
#include "base/text.h"
#include "view/canvas_private.h"

struct overlay_place { struct rect box, inside, list; int left, right, note; bool bare; };

static const struct overlay_line *overlay_at(const struct overlay *overlay, unsigned i)
{
	return overlay->lines && i < overlay->lines->len ? g_ptr_array_index(overlay->lines, i) : NULL;
}

static unsigned overlay_count(const struct overlay *overlay)
{
	return overlay->lines ? overlay->lines->len : 0;
}

static int column(const struct canvas *canvas, const struct overlay *overlay, bool left)
{
	int width = 0;

	for (unsigned i = 0; i < overlay_count(overlay); i++) {
		const struct overlay_line *line = overlay_at(overlay, i);
		if (!line->heading)
			width = MAX(width, canvas_width(canvas, left ? line->left : line->right));
	}
	return width;
}

static int text_column(const struct canvas *canvas, const struct overlay *overlay)
{
	int width = 0;

	for (unsigned i = 0; i < overlay_count(overlay); i++)
		width = MAX(width, canvas_width(canvas, overlay_at(overlay, i)->text));
	return width;
}

/* The widest box, and around the texts in it: the border with a blank, the cursor, a blank behind each column. */
static int widest(int w)
{
	return MIN(100, w - (w >= 60 ? 8 : 2));
}

/* The widest column of keys: in a narrow terminal what they do needs the room more than the longest of them. */
static int widest_left(int w)
{
	return w < 70 ? w * 3 / 10 : 28;
}

int overlay_text_room(const struct overlay *overlay, int w)
{
	int left = 0, right = 0;

	for (unsigned i = 0; i < overlay_count(overlay); i++) {
		const struct overlay_line *line = overlay_at(overlay, i);
		left = MAX(left, line->heading ? 0 : text_width(line->left));
		right = MAX(right, line->heading ? 0 : text_width(line->right));
	}
	return MAX(widest(w) - MIN(left, widest_left(w)) - MIN(right, 26) - 12, 10);
}

static void overlay_place(struct overlay_place *place, const struct canvas *canvas, const struct overlay *overlay)
{
	int text = text_column(canvas, overlay), want_w, want_h, w, h, above = overlay->input ? 2 : 0;

	place->left = MIN(column(canvas, overlay, true), widest_left(canvas->w));
	place->right = MIN(column(canvas, overlay, false), 26);
	place->bare = canvas->w < 24 || canvas->h < 7;
	place->note = overlay->note && canvas->h >= 16 ? 3 : 0;
	want_w = MAX(place->left + text + place->right + 12, overlay->note ? 60 : 44);
	want_w = MAX(want_w, MAX(canvas_width(canvas, overlay->foot), canvas_width(canvas, overlay->title)) + 8);
	want_h = (int)overlay_count(overlay) + above + place->note + (place->note > 0) + 2;
	w = place->bare ? canvas->w : MIN(want_w, widest(canvas->w));
	h = place->bare ? canvas->h : CLAMP(MAX(want_h, overlay->input ? 16 : 0), 3, canvas->h - (canvas->h >= 20 ? 4 : 0));
	place->box = (struct rect){ (canvas->w - w) / 2, (canvas->h - h) / 2, w, h };
	place->inside = place->bare ? place->box : (struct rect){ place->box.x + 2, place->box.y + 1, w - 4, h - 2 };
	above = MIN(above, MAX(place->inside.h - 1, 0));
	place->list = (struct rect){ place->inside.x, place->inside.y + above, place->inside.w, MAX(place->inside.h - above - place->note - (place->note > 0), 0) };
	/* What is pressed for room goes by worth: the text last. */
	if (place->left + text + place->right + 6 > place->inside.w && place->inside.w < 40)
		place->right = 0;
	if (place->left + 14 > place->inside.w)
		place->left = MIN(place->left, place->inside.w / 3);
}

static void overlay_input(struct canvas *canvas, const struct overlay *overlay, const struct overlay_place *place)
{
	struct rect row = { place->inside.x, place->inside.y, place->inside.w, 1 };
	g_autofree char *head = g_strndup(overlay->input, MIN(overlay->input_cursor, strlen(overlay->input)));
	int at = canvas_width(canvas, head), room = row.w - 3, skip = MAX(at - room, 0);
	struct rect field = { row.x + 2, row.y, row.w - 2, 1 };

	canvas_text(canvas, row, row.x, row.y, 1, ROLE_PROMPT, ":");
	if (skip)
		canvas_text(canvas, field, field.x - skip, row.y, 100000, ROLE_PROMPT, overlay->input);
	else
		canvas_text(canvas, field, field.x, row.y, field.w, ROLE_PROMPT, overlay->input);
	canvas->cursor_x = CLAMP(field.x + at - skip, row.x, canvas->w - 1);
	canvas->cursor_y = row.y;
	canvas->cursor_text = true;
	if (place->list.y > row.y + 1)
		canvas_fill(canvas, (struct rect){ row.x, row.y + 1, row.w, 1 }, ROLE_BORDER, canvas_glyph(canvas, GLYPH_HLINE));
}

static void overlay_row(struct canvas *canvas, const struct overlay_place *place, int y, const struct overlay_line *line, bool current)
{
	struct rect row = { place->list.x, y, place->list.w, 1 };
	int x = row.x + 2, right = row.x + row.w - 1;
	enum role role = line->disabled ? ROLE_DIM : ROLE_TEXT;

	if (line->heading) {
		canvas_text(canvas, row, row.x, y, row.w, ROLE_HEADING, line->text ? line->text : line->left);
		return;
	}
	if (place->left) {
		canvas_text(canvas, row, x, y, place->left, line->disabled ? ROLE_DIM : ROLE_KEY, line->left);
		x += place->left + 2;
	}
	if (place->right) {
		canvas_text_right(canvas, row, right - place->right, y, place->right, line->disabled ? ROLE_DIM : ROLE_KEY, line->right);
		right -= place->right + 2;
	}
	canvas_text(canvas, row, x, y, right - x, role, line->text);
	if (!current)
		return;
	canvas_role(canvas, row, ROLE_SELECTED);
	canvas_text(canvas, row, row.x, y, 1, ROLE_SELECTED, canvas_glyph(canvas, GLYPH_CURSOR));
}

static void overlay_rows(struct canvas *canvas, const struct overlay *overlay, const struct overlay_place *place, struct hits *hits)
{
	unsigned n = overlay_count(overlay), rows = (unsigned)place->list.h, top = overlay->top;

	if (overlay->selected < top)
		top = overlay->selected;
	if (rows && overlay->selected >= top + rows)
		top = overlay->selected - rows + 1;
	if (n == 0 && rows)
		canvas_text(canvas, place->list, place->list.x + 2, place->list.y, place->list.w - 2, ROLE_DIM, _("Nothing matches."));
	for (unsigned i = 0; i < rows && top + i < n; i++) {
		int y = place->list.y + (int)i;
		const struct overlay_line *line = overlay_at(overlay, top + i);
		bool current = top + i == overlay->selected && !line->heading;
		overlay_row(canvas, place, y, line, current);
		if (current && !overlay->input) {
			canvas->cursor_x = place->list.x;
			canvas->cursor_y = y;
			canvas->cursor_text = false;
		}
		if (hits && hits->n < G_N_ELEMENTS(hits->hit))
			hits->hit[hits->n++] = (struct hit){ { place->list.x, y, place->list.w, 1 }, HIT_OVERLAY_ROW, -1, top + i };
	}
	if (top + rows < n && rows > 1 && !place->bare) {
		g_autofree char *more = g_strdup_printf("%s %u", canvas_glyph(canvas, GLYPH_ARROW_DOWN), n - top - rows);
		canvas_text_right(canvas, place->box, place->box.x + place->box.w - 9, place->box.y, 7, ROLE_DIM, more);
	}
}

static void overlay_note(struct canvas *canvas, const struct overlay *overlay, const struct overlay_place *place)
{
	struct rect note = { place->inside.x, place->inside.y + place->inside.h - place->note, place->inside.w, place->note };
	g_autofree char *clean = text_clean(overlay->note, -1, TEXT_CLEAN_LINE);
	g_auto(GStrv) lines = text_wrap(clean, MAX(note.w, 1));

	canvas_fill(canvas, (struct rect){ note.x, note.y - 1, note.w, 1 }, ROLE_BORDER, canvas_glyph(canvas, GLYPH_HLINE));
	for (int i = 0; i < note.h && lines[i]; i++)
		canvas_text(canvas, note, note.x, note.y + i, note.w, ROLE_TEXT, lines[i]);
}

void overlay_draw(struct canvas *canvas, const struct overlay *overlay, struct hits *hits)
{
	struct overlay_place place;

	overlay_place(&place, canvas, overlay);
	if (hits)
		hits->n = 0;      /* what lies under it cannot be clicked */
	if (place.bare)
		canvas_fill(canvas, place.box, ROLE_TEXT, " ");
	else
		canvas_box(canvas, place.box, true, overlay->title, overlay->foot);
	canvas->cursor_x = place.inside.x;
	canvas->cursor_y = place.inside.y;
	canvas->cursor_text = false;
	overlay_rows(canvas, overlay, &place, hits);
	if (overlay->input && place.inside.h > 0 && place.inside.w > 4)
		overlay_input(canvas, overlay, &place);
	if (place.note)
		overlay_note(canvas, overlay, &place);
}
