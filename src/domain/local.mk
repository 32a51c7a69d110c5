noinst_LIBRARIES += libdomain.a
libdomain_a_SOURCES = \
	src/domain/agenda.c src/domain/agenda.h \
	src/domain/agenda_carry.c src/domain/agenda_carry.h \
	src/domain/agenda_field.c src/domain/agenda_field.h \
	src/domain/agenda_history.c src/domain/agenda_history.h \
	src/domain/agenda_op.c \
	src/domain/agenda_paper.c src/domain/agenda_paper.h \
	src/domain/agenda_sheet.c src/domain/agenda_sheet.h \
	src/domain/attendance.c src/domain/attendance.h \
	src/domain/board.c src/domain/board.h \
	src/domain/calendar.c src/domain/calendar.h \
	src/domain/case_event.c src/domain/case_event.h \
	src/domain/case_flow.c src/domain/case_flow.h \
	src/domain/case_field.c src/domain/case_field.h \
	src/domain/chart_words.c \
	src/domain/clock.c src/domain/clock.h \
	src/domain/docket.c src/domain/docket.h \
	src/domain/demo.c src/domain/demo.h \
	src/domain/demo_words.c src/domain/demo_words.h \
	src/domain/event_words.c src/domain/event_words.h \
	src/domain/filter.c src/domain/filter.h \
	src/domain/frozen.c src/domain/frozen.h src/domain/frozen_private.h \
	src/domain/frozen_read.c \
	src/domain/import_map.c src/domain/import_map.h \
	src/domain/journal.c src/domain/journal.h \
	src/domain/labels.c src/domain/labels.h \
	src/domain/meeting.c src/domain/meeting.h src/domain/meeting_private.h \
	src/domain/meeting_apply.c \
	src/domain/meeting_effect.c \
	src/domain/meeting_items.c \
	src/domain/meeting_motions.c \
	src/domain/meeting_order.c \
	src/domain/meeting_people.c \
	src/domain/meeting_public.c src/domain/meeting_public.h \
	src/domain/meeting_session.c \
	src/domain/meeting_votes.c \
	src/domain/members.c src/domain/members.h \
	src/domain/metric.c src/domain/metric.h \
	src/domain/minutes.c src/domain/minutes.h src/domain/minutes_private.h \
	src/domain/minutes_events.c \
	src/domain/minutes_matrix.c \
	src/domain/minutes_motions.c \
	src/domain/minutes_people.c \
	src/domain/minutes_votes.c \
	src/domain/notice.c src/domain/notice.h \
	src/domain/notice_words.c \
	src/domain/paper.c src/domain/paper.h \
	src/domain/procedure.c src/domain/procedure.h \
	src/domain/published.c src/domain/published.h \
	src/domain/published_events.c src/domain/published_private.h \
	src/domain/published_roster.c \
	src/domain/recommendation.c src/domain/recommendation.h \
	src/domain/record.c src/domain/record.h \
	src/domain/series.c src/domain/series.h \
	src/domain/stats.c src/domain/stats.h \
	src/domain/tally.c src/domain/tally.h \
	src/domain/tally_words.c \
	src/domain/training.c src/domain/training.h \
	src/domain/vocabulary.c \
	src/domain/workflow.c
