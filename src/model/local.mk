noinst_LIBRARIES += libmodel.a
libmodel_a_SOURCES = \
	src/model/agenda_model.c src/model/agenda_model.h \
	src/model/calendar_model.c src/model/calendar_model.h \
	src/model/case_clause.c src/model/case_clause.h \
	src/model/case_detail.c src/model/case_detail.h \
	src/model/case_index.c src/model/case_index.h \
	src/model/case_list.c src/model/case_list.h \
	src/model/case_order.c src/model/case_order.h \
	src/model/case_query.c \
	src/model/case_row.c \
	src/model/case_table.c src/model/case_table.h src/model/case_terms.c src/model/case_terms.h \
	src/model/disagreements.h \
	src/model/docket_model.c src/model/docket_model.h src/model/docket_private.h \
	src/model/docket_carried.c src/model/docket_words.c \
	src/model/lexicon.c src/model/lexicon.h \
	src/model/members_model.c src/model/members_model.h \
	src/model/meeting_model.c src/model/meeting_model.h \
	src/model/overview.c src/model/overview.h \
	src/model/carried_motions.c src/model/carried_motions.h \
	src/model/recommendations_model.c src/model/recommendations_model.h \
	src/model/recorded_meetings.c src/model/recorded_meetings.h \
	src/model/public_meeting.c src/model/public_meeting.h \
	src/model/trend.c src/model/trend.h src/model/trend_private.h \
	src/model/trend_cells.c src/model/trend_counts.c src/model/trend_findings.c src/model/trend_time.c
