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
	X(MEMBERS, "members", N_("members"), N_("the members: seats and terms, attendance, training, disclosures"), ANY, "6", can_always, run_members) \
	X(RECOMMENDATIONS, "recommendations", N_("recommendations"), N_("the recommendations: what was answered, what is due, what became of each"), ANY, "7", can_always, \
		run_recommendations) \
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
	X(NEXT, "next", N_("next"), N_("next case, chart, meeting or body, from any pane"), ANY, "J", can_step, run_next) \
	X(PREVIOUS, "previous", N_("previous"), N_("previous case, chart, meeting or body, from any pane"), ANY, "K", can_step_back, \
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
	X(CASE_MOVE, "case move", N_("move"), N_("move the case through its workflow; what is not in order says why"), CASES, "M", can_case_act, run_case_move) \
	X(CASE_NOTE, "case note", N_("note"), N_("add a note to the history of the case"), CASES, "N", can_case_act, run_case_note) \
	X(CASE_ACT, "case act", N_("act"), N_("findings, who has it, documents, mediation, clocks: choose what to record"), CASES, "A", can_case_act, run_case_act) \
	X(CASE_UNDO, "case undo", N_("undo"), N_("take back what was done to the case last; asks why and keeps both"), CASES, "u", can_case_act, run_case_undo) \
	X(CASE_CLOCKS, "case clocks", N_("clocks"), N_("the ledger of every clock of the case: start, stops, end"), CASES, "c", can_case, run_case_clocks) \
	X(TABLE, "chart table", N_("table"), N_("the chart as a table of exact values"), TRENDS, "t", can_always, run_table) \
	X(WORDS, "chart words", N_("words"), N_("the chart described in sentences"), TRENDS, "d", can_always, run_words) \
	X(STYLE, "chart style", N_("style"), N_("draw with braille dots, blocks or ASCII"), TRENDS, "w", can_always, \
		run_style) \
	X(VALUES, "chart values", N_("values"), N_("print the values in the chart"), TRENDS, "#", can_always, run_values) \
	X(LIMITS, "chart limits", N_("limits"), N_("show or hide mean, control limits and targets"), TRENDS, "L", \
		can_always, run_limits) \
	X(PERIOD, "chart period", N_("period"), N_("how many months: 24, 60, all, 12"), TRENDS, "p", can_always, run_period) \
	X(AGENDA_MEETING, "agenda meeting", N_("meeting"), N_("go to the meeting of this agenda: its record, or its call to order"), AGENDA, "o", can_show_meeting, run_show_meeting) \
	X(MEETING_PLAN, "meeting plan", N_("plan"), N_("plan a special meeting of the body whose agenda is shown; asks when and what about"), AGENDA, "", can_plan, run_meeting_plan) \
	X(MEETING_MOVE, "meeting move", N_("move"), N_("move the meeting of this agenda to another time; asks when and why"), AGENDA, "", can_replan, run_meeting_move) \
	X(MEETING_CANCEL, "meeting cancel", N_("cancel"), N_("cancel the meeting of this agenda; asks why, for the public"), AGENDA, "", can_replan, run_meeting_cancel) \
	X(DOCKET, "docket", N_("due"), N_("go to what is due for the board; there a puts it on this agenda with its references, Enter opens the case, the recommendation, or the meeting that left it undone"), AGENDA, "D", can_docket, run_docket) \
	X(DOCKET_ASK, "docket ask", N_("ask"), N_("write down a question the board asked for: it is due until it stood on an agenda"), AGENDA, "Q", can_docket_ask, run_docket_ask) \
	X(DOCKET_SETTLE, "docket settle", N_("settle"), N_("the selected question of the board is dealt with without standing on an agenda"), AGENDA, "", can_docket_settle, run_docket_settle) \
	X(AGENDA_ADD, "agenda add", N_("add"), N_("add an item behind the selected one, or what is selected among what is due"), AGENDA, "a", can_agenda, run_agenda_add) \
	X(AGENDA_EDIT, "agenda edit", N_("edit"), N_("change the item: its title, public title, section, minutes, presenter, case, description ..."), AGENDA, "E", can_agenda_item, run_agenda_edit) \
	X(AGENDA_REMOVE, "agenda remove", N_("remove"), N_("take the item off the agenda; asks first"), AGENDA, "d <Del>", can_agenda_item, run_agenda_remove) \
	X(AGENDA_UP, "agenda up", N_("higher"), N_("move it up by one row; dragging puts it anywhere"), AGENDA, "{ <S-Up>", can_agenda_item, run_agenda_up) \
	X(AGENDA_DOWN, "agenda down", N_("lower"), N_("move the item behind the one below it"), AGENDA, "} <S-Down>", can_agenda_item, run_agenda_down) \
	X(AGENDA_CONSENT, "agenda consent", N_("consent"), N_("put the item on the consent calendar, or take it off"), AGENDA, "c", can_agenda_item, run_agenda_consent) \
	X(AGENDA_CLOSED, "agenda closed", N_("closed"), N_("the item is for the closed session, or for the open one"), AGENDA, "x", can_agenda_item, run_agenda_closed) \
	X(AGENDA_MINUTES, "agenda minutes", N_("minutes"), N_("how many minutes the item is expected to take"), AGENDA, "t", can_agenda_item, run_agenda_minutes) \
	X(AGENDA_ATTACH, "agenda attach", N_("attach"), N_("attachments of the item: files by their path, or addresses"), AGENDA, "@", can_agenda_item, run_agenda_attach) \
	X(AGENDA_FILL, "agenda fill", N_("fill"), N_("fill an empty agenda from the template of the body"), AGENDA, "f", can_agenda_fill, run_agenda_fill) \
	X(AGENDA_CARRY, "agenda carry", N_("carry over"), N_("what the last meeting of the body left undone, to be added to this agenda"), AGENDA, "O", can_agenda, run_agenda_carry) \
	X(AGENDA_POST, "agenda post", N_("post"), N_("post the agenda under its notice rule; asks first. Its items stay as they are then"), AGENDA, "P", can_agenda_post, run_agenda_post) \
	X(AGENDA_UNDO, "agenda undo", N_("undo"), N_("take back the last change of this agenda; asks when somebody else made it"), AGENDA, "u", can_agenda, run_agenda_undo) \
	X(AGENDA_REDO, "agenda redo", N_("redo"), N_("do again what was taken back last"), AGENDA, "<C-r>", can_agenda, run_agenda_redo) \
	X(AGENDA_HISTORY, "agenda history", N_("history"), N_("what was done on this agenda, by whom and when"), AGENDA, "H", can_agenda_shown, run_agenda_history) \
	X(MEETING_CALL, "meeting call", N_("call"), N_("call the meeting to order, or take up its record when nobody holds it"), MEETING, "C", can_call, run_call) \
	X(MEETING_TAKE_OVER, "meeting take over", N_("take over"), N_("take the record from the program that holds it; asks why and records it"), MEETING, "", can_take_over, run_take_over) \
	X(ATTENDANCE, "attendance", N_("roll"), N_("call the roll: who is here, member by member"), MEETING, "A", can_attendance, run_attendance) \
	X(ROLL_PRESENT, "roll present", N_("present"), N_("the member called is in the room"), ATTENDANCE, "p", can_member, run_roll_present) \
	X(ROLL_REMOTE, "roll remote", N_("remote"), N_("the member called takes part remotely; asks under which provision"), ATTENDANCE, "r", can_member, run_roll_remote) \
	X(ROLL_ABSENT, "roll absent", N_("absent"), N_("the member called is not there"), ATTENDANCE, "x", can_member, run_roll_absent) \
	X(ROLL_EXCUSED, "roll excused", N_("excused"), N_("the member called is excused; asks why"), ATTENDANCE, "E", can_member, run_roll_excused) \
	X(MEMBER_ARRIVES, "member arrives", N_("in"), N_("the selected member comes in, or goes on remotely"), MEETING, "I", can_member, run_arrives) \
	X(MEMBER_LEAVES, "member leaves", N_("out"), N_("the selected member leaves the meeting"), MEETING, "O", can_member, run_leaves) \
	X(MEMBER_EXCUSED, "member excused", N_("excused"), N_("the selected member, who is absent, is excused"), MEETING, "", can_member, run_excused) \
	X(MEMBER_RECUSED, "member recused", N_("recuse"), N_("the selected member is recused from the open item, or takes part again"), MEETING, "R", can_recuse, run_recuse) \
	X(ALTERNATE, "alternate", N_("alternate"), N_("the selected alternate stands in for its seat, or stands in no more"), MEETING, "S", can_alternate, run_alternate) \
	X(PRESIDING, "presiding", N_("presides"), N_("the selected member presides from now on"), MEETING, "", can_member, run_presiding) \
	X(ITEM_OPEN, "item open", N_("open item"), N_("open an item of the agenda out of its order; the open one is closed"), MEETING, "#", can_session, run_item_open) \
	X(ITEM_CLOSE, "item close", N_("done"), N_("close the open item; asks what was done where no motion says it"), MEETING, "f", can_close_item, run_item_close) \
	X(ITEM_PULL, "item pull", N_("pull"), N_("a member takes an item off the consent calendar"), MEETING, "U", can_session, run_item_pull) \
	X(ITEM_ADD, "item add", N_("add item"), N_("add an item that was not posted; a motion of urgency comes first"), MEETING, "", can_session, run_item_add) \
	X(MOTION, "motion", N_("motion"), N_("make a motion: what is in order now, and why the rest is not"), MEETING, "M", can_move, run_move) \
	X(MOTION_SECOND, "motion second", N_("second"), N_("who seconds the pending motion, or that nobody does"), MEETING, "s", can_second, run_second) \
	X(MOTION_RESTATE, "motion restate", N_("restate"), N_("the mover changes the words of the pending motion before the vote"), MEETING, "", can_floor, run_motion_restate) \
	X(MOTION_WITHDRAW, "motion withdraw", N_("withdraw"), N_("the pending motion is withdrawn"), MEETING, "w", can_floor, run_motion_withdraw) \
	X(MOTION_FELL, "motion falls", N_("falls"), N_("the pending motion falls for want of a second"), MEETING, "", can_second, run_motion_fell) \
	X(MOTION_RULE, "motion rule", N_("rule"), N_("the chair rules on the pending point of order, or a motion out of order"), MEETING, "", can_floor, run_motion_rule) \
	X(DEBATE, "debate", N_("debate"), N_("a member speaks on the pending motion, for the record"), MEETING, "d", can_debate, run_debate) \
	X(VOTE, "vote", N_("vote"), N_("call the roll on the pending motion; a to x record an answer each and go on"), MEETING, "V", can_vote, run_vote) \
	X(VOTE_METHOD, "vote method", N_("vote by"), N_("vote by roll, voice, hands or unanimous consent"), MEETING, "W", can_method, run_method) \
	X(VOTE_AYE, "vote aye", N_("aye"), N_("the member asked votes aye"), ROLL, "a", can_open_vote, run_aye) \
	X(VOTE_NAY, "vote nay", N_("nay"), N_("the member asked votes nay"), ROLL, "n", can_open_vote, run_nay) \
	X(VOTE_ABSTAIN, "vote abstain", N_("abstain"), N_("the member asked abstains"), ROLL, "b", can_open_vote, run_abstain) \
	X(VOTE_RECUSE, "vote recuse", N_("recuse"), N_("the member asked is recused"), ROLL, "r", can_open_vote, run_recused) \
	X(VOTE_ABSENT, "vote absent", N_("absent"), N_("the member asked is out of the room"), ROLL, "x", can_open_vote, run_absent) \
	X(VOTE_PASS, "vote pass", N_("pass"), N_("the member asked passes and is asked again at the end"), ROLL, "p", can_open_vote, run_pass) \
	X(VOTE_OBJECT, "vote object", N_("object"), N_("somebody objects to unanimous consent: a vote is needed"), ROLL, "o", can_object, run_object) \
	X(VOTE_TAKE_BACK, "vote take back", N_("take back"), N_("take back the last answer, or that of the member chosen; both are recorded"), MEETING, "u <Backspace>", can_record, run_take_back) \
	X(VOTE_DECLARE, "vote declare", N_("declare"), N_("declare the result the rules give; asks first"), MEETING, "D", can_open_vote, run_declare) \
	X(VOTE_CANCEL, "vote call off", N_("call off"), N_("call the open vote off before its result; asks why"), MEETING, "", can_open_vote, run_vote_cancel) \
	X(VOTE_CORRECT, "vote correct", N_("correct"), N_("correct an answer after the result; asks why and keeps both"), MEETING, "c", can_correct, run_correct) \
	X(VOTE_REVEAL, "vote reveal", N_("reveal"), N_("votes on the projector: as the rules say, live, or when all are in"), MEETING, "v", can_record, run_reveal) \
	X(SPEAKER_QUEUE, "speaker queue", N_("queue"), N_("somebody asks to speak; the name may be left empty"), MEETING, "Q", can_session, run_speaker_queue) \
	X(SPEAKER_TIMER, "speaker timer", N_("timer"), N_("start the next speaker, stop the clock, or let it run on"), MEETING, "t", can_speaker, run_timer) \
	X(SPEAKER_NEXT, "speaker next", N_("next speaker"), N_("the speaker has ended and the next one begins"), MEETING, "N", can_speaker, run_speaker_next) \
	X(SPEAKER_END, "speaker end", N_("end speaker"), N_("the speaker has ended"), MEETING, "H", can_clock, run_speaker_end) \
	X(SPEAKER_LESS, "speaker less", N_("30 s less"), N_("30 seconds less for the speaker"), MEETING, "<lt>", can_clock, run_speaker_less) \
	X(SPEAKER_MORE, "speaker more", N_("30 s more"), N_("30 seconds more for the speaker"), MEETING, ">", can_clock, run_speaker_more) \
	X(SPEAKER_REMOVE, "speaker remove", N_("remove"), N_("somebody who waits does not speak after all"), MEETING, "", can_session, run_speaker_remove) \
	X(RECESS, "recess", N_("recess"), N_("begin a recess, or come to order again"), MEETING, "B", can_session, run_recess) \
	X(CLOSED_SESSION, "closed session", N_("closed"), N_("the next step of a closed session: announce, clear the room, return, report"), MEETING, "L", can_session, run_closed) \
	X(NOTE, "note", N_("note"), N_("a note for the minutes"), MEETING, "i", can_session, run_note) \
	X(MINUTES_CORRECT, "minutes correct", N_("correct"), N_("correct the minutes of a meeting that is over: what is wrong, and how it should read"), MEETING, "", can_minutes, run_minutes_correct) \
	X(MINUTES_APPROVE, "minutes approve", N_("approve"), N_("the minutes were approved: as written or as corrected, by which vote"), MEETING, "", can_minutes, run_minutes_approve) \
	X(PRIVATE_MARK, "private mark", N_("mark"), N_("mark the item for yourself; kept with your settings, never in the database"), MEETING, "<Space>", can_private, run_private_mark) \
	X(PRIVATE_NOTE, "private note", N_("own note"), N_("your own note on the item or its case; kept with your settings, never in the database"), MEETING, "'", can_private, run_private_note) \
	X(ADJOURN, "adjourn", N_("adjourn"), N_("end the meeting; asks first"), MEETING, "Z", can_session, run_adjourn) \
	X(MEMBER_TRAINING, "member training", N_("training"), N_("record a course or event that the selected member attended: what, when, how long"), MEMBERS, "t", can_seat, run_member_training) \
	X(MEMBER_DISCLOSES, "member discloses", N_("discloses"), N_("record an interest as the selected member disclosed it; it is announced when the matter comes up"), MEMBERS, "c", can_seat, run_member_discloses) \
	X(DISCLOSURE_END, "disclosure end", N_("end disclosure"), N_("an interest of the selected member that was disclosed is no more"), MEMBERS, "x", can_disclosed, run_disclosure_end) \
	X(RECOMMENDATION_NEW, "recommendation new", N_("new"), N_("record a recommendation of the body: what, when it was made, who has to answer"), RECOMMENDATIONS, "N", can_recommendation_new, run_recommendation_new) \
	X(RECOMMENDATION_ANSWER, "recommendation answer", N_("answer"), N_("record an answer to the selected recommendation: which, when, why"), RECOMMENDATIONS, "A", can_recommendation, run_recommendation_answer) \
	X(RECOMMENDATION_SET, "recommendation set", N_("edit"), N_("set what is known of it: wording, who has to answer, section, case, vote, priorities, what holds it up"), RECOMMENDATIONS, "E", can_recommendation, run_recommendation_set) \
	X(RECOMMENDATION_NOTE, "recommendation note", N_("note"), N_("add a note to the history of the recommendation"), RECOMMENDATIONS, "i", can_recommendation, run_recommendation_note) \
	X(RECOMMENDATION_WITHDRAW, "recommendation withdraw", N_("withdraw"), N_("the body does not recommend it any more; asks why, and it stays on record"), RECOMMENDATIONS, "W", can_recommendation, run_recommendation_withdraw) \
	X(RECOMMENDATION_UNDO, "recommendation undo", N_("undo"), N_("take back what was done to it last; asks why, and both stay on record"), RECOMMENDATIONS, "u", can_recommendation, run_recommendation_undo) \
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
