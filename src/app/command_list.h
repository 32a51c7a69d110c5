/*
 * The one table of commands: keys, palette, help, footer, mouse, manual and tests come from here.
 * X(enum suffix, name, word for the footer, help, scope, default keys, precondition, handler)
 * Keys: alternatives separated by spaces; each is a sequence of keys ("<C-p>", "<Space>", "gg" would be g twice).
 * Precondition: gives the reason why the command cannot run now, or NULL.
 * Adding a command: one line here and its handler in one of the *_commands.c files.
 */
#ifndef DAIS_APP_COMMAND_LIST_H
#define DAIS_APP_COMMAND_LIST_H

#define COMMAND_LIST(X) \
	X(HELP, "help", N_("help"), N_("help for this screen; type to search, Enter runs what is found"), ANY, "? <F1>", \
		can_always, run_help) \
	X(PALETTE, "palette", N_("command"), N_("find a command by name and run it"), ANY, ": <C-p>", can_always, \
		run_palette) \
	X(OVERVIEW, "overview", N_("overview"), N_("the overview: open cases, headline trend, coming agenda"), ANY, "1", \
		can_always, run_overview) \
	X(CASES, "cases", N_("cases"), N_("the list of cases and one case in detail"), ANY, "2", can_always, run_cases) \
	X(TRENDS, "trends", N_("trends"), N_("the measures as charts"), ANY, "3", can_always, run_trends) \
	X(AGENDA, "agenda", N_("agenda"), N_("the agenda of the next meeting"), ANY, "4", can_always, run_agenda) \
	X(MEETING, "meeting", N_("meeting"), N_("the meeting: floor, roll call, tally, speakers, record"), ANY, "5", can_always, \
		run_meeting) \
	X(OPEN, "open", N_("open"), N_("open what is selected: the case, the chart, the cases behind a point"), ANY, \
		"<Enter>", can_open, run_open) \
	X(BACK, "back", N_("back"), N_("go back: clears marks, then the filter, then returns where you came from; never quits"), ANY, "<Esc>", can_always, run_back) \
	X(PANE_NEXT, "pane next", N_("pane"), N_("go to the next pane"), ANY, "<Tab>", can_always, run_pane_next) \
	X(PANE_PREVIOUS, "pane previous", N_("pane"), N_("go to the previous pane"), ANY, "<S-Tab>", can_always, \
		run_pane_previous) \
	X(DOWN, "down", N_("down"), N_("next row; in a chart the next series"), ANY, "j <Down>", can_always, run_down) \
	X(UP, "up", N_("up"), N_("previous row; in a chart the previous series"), ANY, "k <Up>", can_always, run_up) \
	X(LEFT, "left", N_("left"), N_("previous point of a chart"), ANY, "h <Left>", can_always, run_left) \
	X(RIGHT, "right", N_("point"), N_("next point of a chart"), ANY, "l <Right>", can_always, run_right) \
	X(PAGE_DOWN, "page down", N_("page"), N_("one page down"), ANY, "<PgDn> <C-d>", can_always, run_page_down) \
	X(PAGE_UP, "page up", N_("page"), N_("one page up"), ANY, "<PgUp> <C-u>", can_always, run_page_up) \
	X(TOP, "top", N_("top"), N_("first row or point"), ANY, "g <Home>", can_always, run_top) \
	X(BOTTOM, "bottom", N_("end"), N_("last row or point"), ANY, "G <End>", can_always, run_bottom) \
	X(NEXT, "next", N_("next"), N_("next case, chart or meeting, from any pane"), ANY, "J", can_step, run_next) \
	X(PREVIOUS, "previous", N_("previous"), N_("previous case, chart or meeting, from any pane"), ANY, "K", can_step_back, \
		run_previous) \
	X(FILTER, "filter", N_("filter"), N_("show only matching cases: words, field:value, !not, ranges; counts while you type"), ANY, "/", can_always, run_filter) \
	X(FILTERS, "filters", N_("filters"), N_("menu of filters: quick ones by letter, saved ones by digit, + saves the present one"), ANY, "F", can_always, run_filters) \
	X(FILTER_SAVE, "filter save", N_("save"), N_("save the present filter under a name"), CASES, "", can_save_filter, \
		run_filter_save) \
	X(SORT, "sort", N_("sort"), N_("choose the column the cases are sorted by"), CASES, "s", can_always, run_sort) \
	X(REVERSE, "sort reverse", N_("reverse"), N_("turn the order round"), CASES, "S", can_always, run_reverse) \
	X(MARK, "mark", N_("mark"), N_("mark or unmark the case and go to the next"), CASES, "<Space>", can_case, run_mark) \
	X(MARK_RANGE, "mark range", N_("range"), N_("mark from here to where v is pressed again"), CASES, "v", can_case, \
		run_mark_range) \
	X(MARK_INVERT, "mark invert", N_("invert"), \
		N_("mark what is not marked among the cases shown, and the other way round"), CASES, "*", can_case, run_mark_invert) \
	X(MARK_CLEAR, "mark clear", N_("clear"), N_("clear all marks"), CASES, "", can_clear_marks, run_mark_clear) \
	X(RAW, "raw", N_("raw"), N_("show the case as it was published, field by field, or as the board reads it"), CASES, \
		"R", can_raw, run_raw) \
	X(TABLE, "chart table", N_("table"), N_("the chart as a table of exact values"), TRENDS, "t", can_always, run_table) \
	X(WORDS, "chart words", N_("words"), N_("the chart described in sentences"), TRENDS, "d", can_always, run_words) \
	X(STYLE, "chart style", N_("style"), N_("draw with braille dots, blocks or ASCII"), TRENDS, "w", can_always, \
		run_style) \
	X(VALUES, "chart values", N_("values"), N_("print the values in the chart"), TRENDS, "#", can_always, run_values) \
	X(LIMITS, "chart limits", N_("limits"), N_("show or hide mean, control limits and targets"), TRENDS, "L", \
		can_always, run_limits) \
	X(PERIOD, "chart period", N_("period"), N_("how many months: 24, 60, all, 12"), TRENDS, "p", can_always, run_period) \
	X(ZOOM, "zoom", N_("zoom"), N_("let the pane fill the screen, or share it again"), ANY, "z", can_always, run_zoom) \
	X(WIDER, "split more", N_("more"), N_("give the first pane more room"), ANY, "+", can_split, run_wider) \
	X(NARROWER, "split less", N_("less"), N_("give the first pane less room"), ANY, "-", can_split, run_narrower) \
	X(COPY, "copy", N_("copy"), N_("copy the selected row to the clipboard, tabs between the fields"), ANY, "y", \
		can_copy, run_copy) \
	X(COPY_VIEW, "copy view", N_("copy all"), N_("copy the whole list or chart to the clipboard"), ANY, "Y", can_copy, \
		run_copy_view) \
	X(EXPORT, "export", N_("export"), N_("write the list (marked cases, if any) or the chart to a .csv or .json file"), ANY, "e", can_copy, run_export) \
	X(CONFIDENTIAL, "confidential", N_("confidential"), N_("show or hide narratives and persons"), ANY, "X", \
		can_always, run_confidential) \
	X(THEME, "theme", N_("theme"), N_("choose the colours; shown while you move"), ANY, "T", can_theme, run_theme) \
	X(MOUSE, "mouse", N_("mouse"), N_("mouse on or off (off: the terminal selects text as usual)"), ANY, "m", \
		can_terminal, run_mouse) \
	X(RELOAD, "reload", N_("reload"), N_("read the database again"), ANY, "<F5>", can_always, run_reload) \
	X(REDRAW, "redraw", N_("redraw"), N_("paint the whole screen again"), ANY, "<C-l>", can_always, run_redraw) \
	X(REOPEN, "reopen", N_("reopen"), N_("open the database again after its file was replaced"), ANY, "", can_reopen, \
		run_reopen) \
	X(SUSPEND, "suspend", N_("suspend"), N_("give the terminal back to the shell; fg returns"), ANY, "<C-z>", \
		can_terminal, run_suspend) \
	X(INTERRUPT, "interrupt", N_("interrupt"), N_("stop what is being typed; says how to quit"), ANY, "<C-c>", \
		can_always, run_interrupt) \
	X(QUIT, "quit", N_("quit"), N_("close the top layer; on a top screen leave dais"), ANY, "q", can_always, run_quit)

#endif
