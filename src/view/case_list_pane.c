/* Cases: the list, with its filter, its hidden rows and its marks always stated. */
#include <string.h>
#include "view/case_columns.h"

int case_list_pane_rows(const struct pane *pane)
{
	return MAX(pane_inside(pane).h - 1, 0);
}

static char *list_title(const struct pane *pane, const struct case_list *list)
{
	char matched[28], total[28];
	bool filtered = list->filter && *list->filter;
	g_autofree char *count = filtered
		? g_strdup_printf(_("Cases %s of %s"), text_number(list->matched, matched), text_number(list->total, total))
		: g_strdup_printf(_("Cases %s"), text_number(list->total, total));
	g_autofree char *filter = filtered ? g_strdup_printf(_("filter %s"), list->filter) : NULL;

	return pane_joined(pane, (const char *const[]){ count, filter, list->complete ? NULL : _("searching") }, 3);
}

static char *list_footer(const struct pane *pane, const struct case_list *list, int rows)
{
	unsigned marks = list->marks ? case_list_mark_count(list) : 0;
	g_autofree char *marked = marks ? g_strdup_printf(_("marked %u"), marks) : NULL;
	g_autofree char *range = pane_range(pane, pane->scene->list.top, rows, list->matched);

	return pane_joined(pane, (const char *const[]){ marked, range }, 2);
}

static void list_nothing(const struct pane *pane, struct rect inside, const struct case_list *list)
{
	if (list->total == 0)
		pane_empty(pane, inside, pane->scene->loading < 100 ? _("Loading ...") : _("This database has no cases yet."),
			pane->scene->loading < 100 ? NULL : _("Bring published data in: dais import FILE DATA.csv --map MAP"));
	else if (list->complete) {
		g_autofree char *unknown = case_list_unknown(list);
		g_autofree char *what = unknown ? g_strdup_printf(_("No case matches: nothing in the data is called %s."), unknown) : NULL;
		pane_empty(pane, inside, what ? what : _("No case matches this filter."), _("Esc clears it; / changes it; F lists filters to choose from."));
	}
	else
		pane_empty(pane, inside, _("Searching ..."), NULL);
}

static void list_hidden(const struct pane *pane, struct rect inside, const struct case_list *list, int y)
{
	gint64 hidden = list->total - list->matched;
	char number[28];

	if (hidden <= 0 || !list->filter || !*list->filter || y >= inside.y + inside.h)
		return;
	canvas_printf(pane->canvas, inside, inside.x + 4, y, inside.w - 4, ROLE_DIM,
		ngettext("%s more case is hidden by the filter. Esc shows all.", "%s more cases are hidden by the filter. Esc shows all.",
			(unsigned long)MIN(hidden, 1000)), text_number(hidden, number));
}

void case_list_pane_draw(const struct pane *pane)
{
	const struct case_list *list = pane->scene->cases;
	const struct list_place *place = &pane->scene->list;
	int rows = case_list_pane_rows(pane), y;
	g_autofree char *title = NULL, *footer = NULL;
	struct case_columns columns;
	struct rect inside;

	if (!list) {
		pane_empty(pane, pane_box(pane, _("Cases"), NULL), _("Loading ..."), NULL);
		return;
	}
	title = list_title(pane, list);
	footer = list_footer(pane, list, rows);
	inside = pane_box(pane, title, footer);
	if (list->matched == 0) {
		list_nothing(pane, inside, list);
		return;
	}
	case_columns_choose(&columns, pane, inside, list->sort, list->page, list->page_rows);
	case_columns_head(&columns, pane, inside, list->sort, list->reverse);
	y = inside.y + 1;
	for (gint64 position = place->top; position < place->top + rows && position < list->matched; position++, y++) {
		gint64 at = position - list->page_top;
		if (at >= 0 && at < list->page_rows)
			case_columns_row(&columns, pane, inside, y, &list->page[at]);
		if (position == place->position)
			pane_current(pane, inside, y);
		pane_hit(pane, (struct rect){ inside.x, y, inside.w, 1 }, HIT_ROW, position);
	}
	list_hidden(pane, inside, list, y + 1);
}
