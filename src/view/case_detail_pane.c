/* Cases: one case whole, as a column of lines that scrolls. */
#include <string.h>
#include "base/text.h"
#include "view/detail_lines.h"
#include "view/pane.h"

static char *detail_title(const struct pane *pane, const struct case_detail *detail)
{
	char days[28];
	g_autofree char *late = detail->overdue > 0 ? g_strdup_printf(ngettext("OVERDUE %s day", "OVERDUE %s days", detail->overdue),
		text_number(detail->overdue, days)) : NULL;

	const char *parts[] = { detail->record.number, detail->class_label, detail->district_label, late ? late : detail->state_label };

	return pane_fitting(pane, parts, G_N_ELEMENTS(parts), (const unsigned[]){ 2, 1 }, 2);
}

int case_detail_pane_lines(const struct pane *pane)
{
	struct detail_lines *lines;
	int n;

	if (!pane->scene->detail)
		return 0;
	lines = detail_lines_make(pane->canvas, pane->scene, detail_body(pane).w);
	n = (int)lines->lines->len;
	detail_lines_free(lines);
	return n;
}

int case_detail_pane_rows(const struct pane *pane)
{
	return detail_body(pane).h;
}

void case_detail_pane_draw(const struct pane *pane)
{
	const struct case_detail *detail = pane->scene->detail;
	g_autofree char *title = NULL;
	struct detail_lines *lines;

	if (!detail) {
		pane_empty(pane, pane_box(pane, _("Case"), NULL), _("No case is chosen."), NULL);
		return;
	}
	lines = detail_lines_make(pane->canvas, pane->scene, detail_body(pane).w);
	title = detail_title(pane, detail);
	detail_lines_draw(pane, lines, title);
	detail_lines_free(lines);
}
