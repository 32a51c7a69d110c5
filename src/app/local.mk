noinst_LIBRARIES += libapp.a
libapp_a_SOURCES = \
	src/app/app.c src/app/app.h src/app/app_private.h \
	src/app/case_commands.c \
	src/app/command.c src/app/command.h src/app/command_list.h \
	src/app/export.c \
	src/app/go.c \
	src/app/help.c \
	src/app/hints.c \
	src/app/keymap.c src/app/keymap.h \
	src/app/line.c src/app/line.h \
	src/app/list_place.c \
	src/app/lists.c \
	src/app/load.c \
	src/app/menu.c \
	src/app/mouse.c \
	src/app/palette.c \
	src/app/prompt.c \
	src/app/session.c src/app/session.h \
	src/app/state.c src/app/state.h \
	src/app/trend_commands.c \
	src/app/view_commands.c \
	src/app/watch.c src/app/watch.h
libapp_a_CFLAGS = $(AM_CFLAGS)
