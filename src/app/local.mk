noinst_LIBRARIES += libapp.a
libapp_a_SOURCES = \
	src/app/app.h
libapp_a_CFLAGS = $(AM_CFLAGS)
