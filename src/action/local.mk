noinst_LIBRARIES += libaction.a
libaction_a_SOURCES = \
	src/action/agenda_action.c src/action/agenda_action.h src/action/agenda_private.h \
	src/action/agenda_carry.c \
	src/action/agenda_post.c \
	src/action/calendar_action.c src/action/calendar_action.h \
	src/action/case_action.c src/action/case_action.h \
	src/action/case_clocks.c src/action/case_clocks.h \
	src/action/conf_text.c src/action/conf_text.h \
	src/action/demo_action.c src/action/demo_action.h src/action/demo_private.h \
	src/action/demo_meetings.c \
	src/action/demo_recommendations.c \
	src/action/demo_record.c \
	src/action/docket_action.c src/action/docket_action.h \
	src/action/draft_look.c src/action/draft_look.h \
	src/action/import_action.c src/action/import_action.h \
	src/action/import_cases.c \
	src/action/import_private.h \
	src/action/import_report.c \
	src/action/import_rows.c \
	src/action/import_update.c \
	src/action/import_values.c \
	src/action/init_action.c src/action/init_action.h \
	src/action/map_draft.c \
	src/action/member_action.c src/action/member_action.h \
	src/action/recommendation_action.c src/action/recommendation_action.h \
	src/action/record_action.c src/action/record_action.h \
	src/action/record_replay.c \
	src/action/seen.c src/action/seen.h \
	src/action/votes_action.c src/action/votes_action.h
