noinst_LIBRARIES += libterm.a
libterm_a_SOURCES = \
	src/term/input.c \
	src/term/screen.c \
	src/term/term_private.h \
	src/term/terminal.c src/term/terminal.h
libterm_a_CFLAGS = $(AM_CFLAGS) $(NCURSES_CFLAGS)
