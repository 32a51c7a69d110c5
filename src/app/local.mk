noinst_LIBRARIES += libapp.a
libapp_a_SOURCES = \
	src/app/agenda_desk.c src/app/agenda_desk.h \
	src/app/agenda_drag.c \
	src/app/agenda_edit.c \
	src/app/agenda_fields.c \
	src/app/agenda_post.c \
	src/app/agenda_whole.c \
	src/app/app.c src/app/app.h src/app/app_private.h \
	src/app/calendar_commands.c \
	src/app/case_acts.c \
	src/app/case_commands.c \
	src/app/command.c src/app/command.h src/app/command_list.h \
	src/app/docket_commands.c \
	src/app/export.c \
	src/app/go.c \
	src/app/help.c \
	src/app/help_words.c \
	src/app/hints.c \
	src/app/keymap.c src/app/keymap.h \
	src/app/line.c src/app/line.h \
	src/app/list_place.c \
	src/app/lists.c \
	src/app/load.c \
	src/app/meeting_agenda.c \
	src/app/meeting_correct.c \
	src/app/meeting_desk.c src/app/desk.h \
	src/app/meeting_flow.c \
	src/app/meeting_form.c src/app/meeting_form.h \
	src/app/meeting_hints.c \
	src/app/meeting_motions.c \
	src/app/meeting_private.c \
	src/app/meeting_roll.c \
	src/app/meeting_speakers.c \
	src/app/meeting_take.c \
	src/app/meeting_votes.c \
	src/app/meeting_words.c src/app/meeting_words.h \
	src/app/member_commands.c \
	src/app/recommendation_commands.c \
	src/app/menu.c \
	src/app/mouse.c \
	src/app/palette.c \
	src/app/present.c src/app/present.h \
	src/app/prompt.c \
	src/app/session.c src/app/session.h \
	src/app/state.c src/app/state.h \
	src/app/trend_commands.c \
	src/app/view_commands.c \
	src/app/watch.c src/app/watch.h
libapp_a_CFLAGS = $(AM_CFLAGS)
