noinst_LIBRARIES += libterm.a
libterm_a_SOURCES = \
	src/term/terminal.h
libterm_a_CFLAGS = $(AM_CFLAGS) $(NCURSES_CFLAGS)
