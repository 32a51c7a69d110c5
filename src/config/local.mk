noinst_LIBRARIES += libconfigfile.a
libconfigfile_a_SOURCES = \
	src/config/config_file.h \
	src/config/fault.c src/config/fault.h
libconfigfile_a_CFLAGS = $(AM_CFLAGS) $(CONFIG_CFLAGS)
