dais_SOURCES = \
	src/cli/agenda.c \
	src/cli/calendar.c \
	src/cli/case.c \
	src/cli/chart.c src/cli/chart.h \
	src/cli/chart_rows.c \
	src/cli/check.c \
	src/cli/cli.c \
	src/cli/cli.h \
	src/cli/database.c \
	src/cli/demo.c \
	src/cli/demo_csv.c src/cli/demo_csv.h \
	src/cli/export.c \
	src/cli/import.c \
	src/cli/init.c \
	src/cli/journal.c \
	src/cli/keys.c \
	src/cli/language.c src/cli/language.h \
	src/cli/list.c src/cli/list.h src/cli/list_attendance.c src/cli/list_cases.c src/cli/list_docket.c src/cli/list_hint.c src/cli/list_meetings.c src/cli/list_others.c src/cli/list_recommendations.c src/cli/list_seats.c \
	src/cli/main.c \
	src/cli/map.c \
	src/cli/present.c \
	src/cli/progress.c \
	src/cli/meeting_arg.c src/cli/meeting_arg.h \
	src/cli/minutes.c \
	src/cli/post.c \
	src/cli/open.c \
	src/cli/recommendation.c \
	src/cli/render.c \
	src/cli/theme.c \
	src/cli/verify.c
dais_LDADD = $(LINK_APP)
