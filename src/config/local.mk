noinst_LIBRARIES += libconfigfile.a
libconfigfile_a_SOURCES = \
	src/config/board_bodies.c \
	src/config/board_file.c \
	src/config/board_read.h \
	src/config/board_motions.c \
	src/config/board_notice.c \
	src/config/board_recommendations.c \
	src/config/board_rules.c src/config/board_rules_read.h \
	src/config/board_rules_check.c \
	src/config/board_seats.c \
	src/config/board_series.c \
	src/config/board_thresholds.c \
	src/config/board_training.c \
	src/config/board_words.c \
	src/config/board_workflow.c \
	src/config/board_workflow_check.c src/config/board_workflow_check.h \
	src/config/config_file.h \
	src/config/data_file.c \
	src/config/fault.c src/config/fault.h \
	src/config/file_kind.c \
	src/config/map_votes.c \
	src/config/map_file.c src/config/map_read.h \
	src/config/procedure_text.h \
	src/config/reader.c src/config/reader.h \
	src/config/reader_group.c \
	src/config/scan.c src/config/scan.h \
	src/config/scan_check.c \
	src/config/source.c src/config/source.h \
	src/config/theme_file.c src/config/theme_read.h \
	src/config/wcag.c
nodist_libconfigfile_a_SOURCES = src/config/procedure_text.c
CLEANFILES += src/config/procedure_text.c
src/config/procedure_text.c: fixtures/procedure.conf
	$(AM_V_GEN)$(MKDIR_P) src/config && { echo '#include "config/procedure_text.h"' && echo 'const char procedure_text[] =' && \
	$(SED) -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/^/"/' -e 's/$$/\\n"/' $(top_srcdir)/fixtures/procedure.conf && echo ';'; } >$@.new && mv $@.new $@
libconfigfile_a_CFLAGS = $(AM_CFLAGS) $(CONFIG_CFLAGS)

dist_man5_MANS = doc/dais-board.5 doc/dais-map.5 doc/dais-theme.5
# It names the folder that configure chose.
src/config/libconfigfile_a-data_file.$(OBJEXT): Makefile
