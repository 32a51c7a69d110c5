#include "literal.h"

#include <string.h>

#define TODAY 20073      /* 2024-12-16 */

const char literal_nasty[] = "\033]0;title\007\302\233[31m \342\200\256evil \346\235\261\344\272\254 e\314\201 \377\200 z\342\200\213w\tT\r\nL";

static const char *const classes[] = { "Force", "Search", "Force", "Bias", "Neglect of duty", "Arrest", "Stop", "Discourtesy" };
static const char *const districts[] = { "North", "Harbour", "Central", "North", "South", "Central", "East", "South" };
static const char *const states[] = { "Investigation", "Investigation", "Review", "Review", "Investigation", "Hearing" };

static struct case_row *literal_rows(unsigned n)
{
	struct case_row *rows = g_new0(struct case_row, n);

	for (unsigned i = 0; i < n; i++) {
		struct case_row *row = &rows[i];
		int left = i < 6 ? -(34 - 6 * (int)i) : 4 + 5 * ((int)i - 6);
		row->id = 100 + i;
		row->number = g_strdup_printf("C-2024-%04u", 187 + i * 7);
		row->class = g_strdup(classes[i % 8]);
		row->district = i == 5 ? NULL : g_strdup(districts[i % 8]);
		row->state = g_strdup(states[i % 6]);
		row->kind = g_strdup("Complaint");
		row->age = i == 9 ? -1 : 214 - 4 * (int)i;
		row->received = i == 9 ? DAY_UNKNOWN : TODAY - row->age;
		row->occurred = row->closed = DAY_UNKNOWN;
		row->due = i == 9 ? DAY_UNKNOWN : TODAY + left;
		row->open = true;
		row->overdue = i != 9 && left < 0;
		row->marked = i == 0 || i == 2;
	}
	return rows;
}

static void add_item(struct agenda_model *model, const char *number, const char *title, int minutes, bool consent, bool closed, const char *number_of_case)
{
	struct agenda_item *item = g_new0(struct agenda_item, 1);

	*item = (struct agenda_item){ .number = g_strdup(number), .title = g_strdup(title), .minutes = minutes, .consent = consent,
		.closed = closed, .case_number = g_strdup(number_of_case), .action = g_strdup("action"), .position = (int)model->items->len + 1 };
	model->minutes += minutes;
	g_ptr_array_add(model->items, item);
}

static struct agenda_model *literal_agenda(void)
{
	struct agenda_model *model = g_new0(struct agenda_model, 1);

	model->found = true;
	model->meeting = (struct meeting_record){ .kind = g_strdup("regular"), .place = g_strdup("City Hall, room 204"), .status = g_strdup("planned"),
		.starts = (instant_t)(TODAY + 3) * 86400 + 18 * 3600 };
	model->body_name = g_strdup("Police Oversight Board");
	model->when = g_strdup("Thu 19 Dec 2024, 18:00");
	model->notice = g_strdup("must be posted by Mon 16 Dec 2024, 18:00; 4 h 10 min left");
	model->notice_pressing = true;
	model->days_away = 3;
	model->position = 12;
	model->meetings = 14;
	model->items = g_ptr_array_new();
	add_item(model, "1", "Call to order, roll, quorum", 5, false, false, NULL);
	add_item(model, "2", "Minutes of 18 November", 3, true, false, NULL);
	add_item(model, "3", "Public comment", 20, false, false, NULL);
	add_item(model, "4", "Case review C-2024-0187", 25, false, false, "C-2024-0187");
	add_item(model, "5", "Body-worn camera policy: second reading of the draft with the amendments of November", 30, false, false, NULL);
	add_item(model, "6", "Stop data: quarterly report", 20, false, false, NULL);
	add_item(model, "7", "Closed session (personnel)", 30, false, true, NULL);
	add_item(model, "8", "Report out, adjourn", 0, false, false, NULL);
	return model;
}

static struct overview *literal_overview(void)
{
	static const struct { const char *label; int count; } stages[] = { { "Intake", 9 }, { "Investigation", 16 }, { "Review", 8 }, { "Hearing", 4 } };
	struct overview *overview = g_new0(struct overview, 1);

	overview->all = 1284;
	overview->open = 37;
	overview->overdue = 6;
	overview->n = 37;
	overview->rows = literal_rows(37);
	overview->headline = literal_control();
	overview->ageing = literal_ageing();
	overview->districts = literal_districts();
	overview->agenda = literal_agenda();
	overview->median_age = 71;
	overview->oldest_age = 214;
	overview->opened_month = 9;
	overview->closed_month = 12;
	overview->month_name = g_strdup("Dec 2024");
	overview->by_stage = g_ptr_array_new();
	for (unsigned i = 0; i < G_N_ELEMENTS(stages); i++) {
		struct overview_stage *stage = g_new0(struct overview_stage, 1);
		*stage = (struct overview_stage){ g_strdup(stages[i].label), stages[i].count };
		g_ptr_array_add(overview->by_stage, stage);
	}
	overview->data_as_of = g_strdup("16 Dec 2024, complaints.csv");
	return overview;
}

static struct case_list *literal_list(void)
{
	struct case_list *list = g_new0(struct case_list, 1);

	list->filter = g_strdup("state:open");
	list->sort = CASE_FIELD_AGE;
	list->reverse = true;
	list->complete = true;
	list->total = 1284;
	list->matched = 37;
	list->page = literal_rows(37);
	list->page_rows = 37;
	list->marks = g_hash_table_new(NULL, NULL);
	g_hash_table_add(list->marks, GSIZE_TO_POINTER(100));
	g_hash_table_add(list->marks, GSIZE_TO_POINTER(102));
	return list;
}

static void add_stage(GPtrArray *stages, const char *label, int days, bool current, bool reached)
{
	struct case_stage *stage = g_new0(struct case_stage, 1);

	*stage = (struct case_stage){ g_strdup(label), days, current, reached };
	g_ptr_array_add(stages, stage);
}

static void add_allegation(GPtrArray *list, const char *class, const char *detail, const char *investigator, const char *board, const char *chief)
{
	struct allegation_record *allegation = g_new0(struct allegation_record, 1);

	allegation->class = g_strdup(class);
	allegation->detail = g_strdup(detail);
	allegation->finding[STAGE_INVESTIGATOR] = g_strdup(investigator);
	allegation->finding[STAGE_BOARD] = g_strdup(board);
	allegation->finding[STAGE_CHIEF] = g_strdup(chief);
	g_ptr_array_add(list, allegation);
}

static struct raw_record *literal_raw(void)
{
	static char *headings[] = { "case_no", "opened", "allegation", "a heading that is longer than its column", NULL };
	static const char *const fields[] = { "C-2024-0187", "05/16/2024", literal_nasty, "" };
	struct raw_record *raw = g_new0(struct raw_record, 1);

	*raw = (struct raw_record){ .file = g_strdup("complaints.csv"), .row = 1234, .headings = headings, .fields = g_ptr_array_new() };
	for (unsigned i = 0; i < 4; i++)
		g_ptr_array_add(raw->fields, g_bytes_new(fields[i], strlen(fields[i])));
	return raw;
}

static void add_event(GPtrArray *events, day_t day, const char *what, const char *why, const char *who)
{
	struct case_event *event = g_new0(struct case_event, 1);

	*event = (struct case_event){ .when = (instant_t)day * 86400 + 43200, .what = g_strdup(what), .why = g_strdup(why), .who = g_strdup(who) };
	g_ptr_array_add(events, event);
}

static struct case_detail *literal_detail(void)
{
	struct case_detail *detail = g_new0(struct case_detail, 1);
	struct person_record *person = g_new0(struct person_record, 1);

	detail->record = (struct case_record){ .number = g_strdup("C-2024-0187"), .body = g_strdup("pob"), .received = TODAY - 214, .occurred = DAY_UNKNOWN,
		.closed = DAY_UNKNOWN, .due = TODAY - 34, .open = true,
		.summary = g_strdup("Stopped on Canal St for a broken light. The complainant says a takedown followed after both hands were shown. "
			"Video of one camera is missing.") };
	detail->age = 214;
	detail->overdue = 34;
	detail->state_label = g_strdup("Investigation");
	detail->state_explain = g_strdup("An investigator gathers statements, video and reports.");
	detail->class_label = g_strdup("Force");
	detail->district_label = g_strdup("North");
	detail->channel_label = g_strdup("web form");
	detail->kind_label = g_strdup("Complaint");
	detail->stages = g_ptr_array_new();
	add_stage(detail->stages, "Intake", 3, false, true);
	add_stage(detail->stages, "Assigned", 11, false, true);
	add_stage(detail->stages, "Investigation", 200, true, true);
	add_stage(detail->stages, "Review", -1, false, false);
	detail->allegations = g_ptr_array_new();
	add_allegation(detail->allegations, "Force", "Takedown after compliance", "Sustained", "Sustained", "Exonerated");
	add_allegation(detail->allegations, "Discourtesy", NULL, "Not sustained", NULL, NULL);
	detail->persons = g_ptr_array_new();
	*person = (struct person_record){ .role = g_strdup("complainant"), .race = g_strdup("White"), .sex = g_strdup("F"), .age = 34 };
	g_ptr_array_add(detail->persons, person);
	detail->events = g_ptr_array_new();
	add_event(detail->events, TODAY - 214, "received", NULL, "web");
	add_event(detail->events, TODAY - 200, "note", "assigned to panel B", "clerk");
	add_event(detail->events, TODAY - 42, "note", "extension refused 5 to 2", "vote 31");
	detail->raw = g_ptr_array_new();
	g_ptr_array_add(detail->raw, literal_raw());
	return detail;
}

static void add_findings(struct board *board)
{
	static const struct { const char *id, *label; unsigned flags; } words[] = { { "sustained", "Sustained", TERM_SUSTAINED | TERM_MERITS },
		{ "exonerated", "Exonerated", TERM_MERITS }, { "pending", "Pending", TERM_PENDING } };
	struct vocabulary *findings = vocabulary_new("finding");

	for (unsigned i = 0; i < G_N_ELEMENTS(words); i++) {
		struct term *term = g_new0(struct term, 1);
		*term = (struct term){ .id = g_strdup(words[i].id), .flags = words[i].flags, .aliases = g_new0(char *, 1) };
		labels_add(&term->label, "en", words[i].label);
		vocabulary_add(findings, term, NULL);
	}
	g_ptr_array_add(board->vocabularies, findings);
}

static struct board *literal_board(void)
{
	static char *metrics[] = { "sustained", "cases", "ageing", "close", "force", "stages", "districts", NULL };
	static struct board *board;

	if (board)
		return board;
	board = board_new();
	board->metrics = g_strdupv(metrics);
	board->zone = g_strdup("UTC");
	add_findings(board);
	return board;
}

static const struct hint hints[] = {
	{ "Enter", "open", 1 }, { "Tab", "next pane", 2 }, { "z", "zoom", 3 }, { "/", "filter", 4 }, { "s", "sort", 5 }, { ":", "command", 6 }, { "?", "help", 7 },
};

struct scene literal_scene_empty(enum screen_id screen)
{
	static const enum pane_id first[SCREENS] = { PANE_OVERVIEW_OPEN, PANE_CASE_LIST, PANE_TREND_CHART, PANE_AGENDA_ITEMS, PANE_MEETING_ROLL,
		PANE_MEMBER_SEATS, PANE_RECOMMENDATIONS };

	return (struct scene){ .board = literal_board(), .today = TODAY, .loading = 100, .screen = screen, .focus = first[screen], .split = 55,
		.chart_place = { .limits = true, .cross = true }, .title = "Riverton Police Oversight Board", .hints = hints, .n_hints = G_N_ELEMENTS(hints) };
}

static void literal_fill(struct scene *scene)
{
	scene->overview = literal_overview();
	scene->cases = literal_list();
	scene->detail = literal_detail();
	scene->chart = literal_control();
	scene->agenda = literal_agenda();
	scene->members = literal_members();
	scene->recommendations = literal_recommendations();
	scene->seats.position = 2;
	scene->open.position = 2;
	scene->list.position = 1;
	scene->items.position = 3;
	scene->chart_place.point = 18;
}

/* The models are made once and stay, so that nothing counts as lost. */
static struct scene literal_kept(enum screen_id screen, struct scene *kept)
{
	static const enum pane_id first[SCREENS] = { PANE_OVERVIEW_OPEN, PANE_CASE_LIST, PANE_TREND_CHART, PANE_AGENDA_ITEMS, PANE_MEETING_ROLL,
		PANE_MEMBER_SEATS, PANE_RECOMMENDATIONS };
	struct scene scene;

	if (!kept->overview) {
		*kept = literal_scene_empty(SCREEN_OVERVIEW);
		literal_fill(kept);
	}
	scene = *kept;
	scene.screen = screen;
	scene.focus = first[screen];
	if (screen == SCREEN_MEETING)
		literal_meeting(&scene, LITERAL_MEETING_VOTING);
	return scene;
}

struct scene literal_scene(enum screen_id screen)
{
	static struct scene kept;

	return literal_kept(screen, &kept);
}

static void attach(struct agenda_item *item, const char *label, const char *target)
{
	struct attachment *attachment = g_new0(struct attachment, 1);

	*attachment = (struct attachment){ .label = g_strdup(label), .target = g_strdup(target) };
	if (!item->attachments)
		item->attachments = g_ptr_array_new();
	g_ptr_array_add(item->attachments, attachment);
}

struct scene literal_scene_edited(void)
{
	static struct agenda_model *model;
	struct scene scene = literal_scene_empty(SCREEN_AGENDA);

	if (!model) {
		model = literal_agenda();
		add_item(model, "8a", "Flood at the harbour station", 15, false, false, NULL);
		model->length = 120;
		g_free(model->meeting.status);
		model->meeting.status = g_strdup("posted");
		g_free(model->notice);
		model->notice = g_strdup("posted Fri 13 Dec 2024, 16:40 by mrios");
		model->notice_pressing = false;
		struct agenda_item *policy = g_ptr_array_index(model->items, 4), *flood = g_ptr_array_index(model->items, 8);
		policy->carried = 2;
		policy->consent = true;
		policy->presenter = g_strdup("Camille Moreau");
		policy->mover = g_strdup("3");
		policy->section = g_strdup("policy");
		policy->brief = g_strdup("When cameras run, who may see the footage, and for how long it is kept.");
		attach(policy, "Draft", "policy/bwc-draft-2.pdf");
		attach(policy, NULL, "https://example.org/bwc");
		flood->unposted = true;
	}
	scene.agenda = model;
	scene.items.position = 4;
	return scene;
}

static void poison(char **text)
{
	g_free(*text);
	*text = g_strdup(literal_nasty);
}

static void poison_lists(struct scene *scene)
{
	for (unsigned i = 0; i < scene->overview->n; i++) {
		poison(&scene->overview->rows[i].number);
		poison(&scene->overview->rows[i].class);
		poison(&scene->cases->page[i].district);
		poison(&scene->cases->page[i].state);
		poison(&scene->cases->page[i].number);
	}
	for (unsigned i = 0; i < scene->agenda->items->len; i++)
		poison(&((struct agenda_item *)g_ptr_array_index(scene->agenda->items, i))->title);
}

static void poison_detail(struct case_detail *detail)
{
	for (unsigned i = 0; i < detail->allegations->len; i++) {
		struct allegation_record *allegation = g_ptr_array_index(detail->allegations, i);
		poison(&allegation->class);
		poison(&allegation->detail);
		poison(&allegation->finding[STAGE_BOARD]);
	}
	poison(&detail->record.summary);
	poison(&detail->record.number);
	poison(&detail->class_label);
}

struct scene literal_scene_hostile(enum screen_id screen)
{
	static struct scene kept;
	bool fresh = !kept.overview;
	struct scene scene = literal_kept(screen, &kept);

	scene.members = literal_members_hostile();
	scene.recommendations = literal_recommendations_hostile();
	if (fresh) {
		poison_lists(&scene);
		poison_detail((struct case_detail *)scene.detail);
		poison(&((struct series *)g_ptr_array_index(scene.chart->series, 0))->name);
		g_ptr_array_add(scene.chart->notes, g_strdup(literal_nasty));
	}
	if (screen == SCREEN_MEETING)
		literal_meeting(&scene, LITERAL_MEETING_HOSTILE);
	scene.status = scene.title = scene.header_right = literal_nasty;
	return scene;
}

static void add_line(struct overlay *overlay, const char *left, const char *text, const char *right, bool heading, bool disabled)
{
	struct overlay_line *line = g_new0(struct overlay_line, 1);

	*line = (struct overlay_line){ g_strdup(left), g_strdup(text), g_strdup(right), heading, disabled };
	g_ptr_array_add(overlay->lines, line);
}

struct overlay *literal_help(void)
{
	static struct overlay *overlay;

	if (overlay)
		return overlay;
	overlay = g_new0(struct overlay, 1);

	overlay->title = g_strdup("Help: Overview");
	overlay->input = g_strdup("");
	overlay->lines = g_ptr_array_new();
	add_line(overlay, NULL, "THIS SCREEN", NULL, true, false);
	add_line(overlay, "Enter", "open the current case", NULL, false, false);
	add_line(overlay, "/", "filter the cases", NULL, false, false);
	add_line(overlay, NULL, "EVERYWHERE", NULL, true, false);
	add_line(overlay, "?, F1", "help for this screen", NULL, false, false);
	add_line(overlay, ":, Ctrl-P", "find a command by its name", NULL, false, false);
	add_line(overlay, "1 2 3 4", "screens", NULL, false, false);
	overlay->selected = 1;
	overlay->foot = g_strdup("type to search, Enter runs it, Esc closes");
	return overlay;
}

struct overlay *literal_palette(void)
{
	static struct overlay *overlay;

	if (overlay)
		return overlay;
	overlay = g_new0(struct overlay, 1);

	overlay->title = g_strdup("Command");
	overlay->input = g_strdup("sort");
	overlay->input_cursor = 4;
	overlay->lines = g_ptr_array_new();
	add_line(overlay, "cases sort", "choose the column that sorts the list", "s", false, false);
	add_line(overlay, "cases reverse", "reverse the order", "S", false, false);
	add_line(overlay, "marks export", "(nothing is marked)", "e", false, true);
	overlay->selected = 0;
	overlay->note = g_strdup("Opens a menu of the columns. The same key again reverses the order; equal rows keep the order they had before.");
	overlay->foot = g_strdup("Enter run  Esc close");
	return overlay;
}
