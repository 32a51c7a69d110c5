# make bench: every promise about speed beside a peer's figure from the same run (CONTRIBUTING.md, "Speed").
BENCH_TOOLS = tests/bench/bare_list tests/bench/bench_docket tests/bench/bench_meeting tests/bench/bench_model tests/bench/bench_store tests/bench/poke
EXTRA_DIST += tests/bench/run.sh
tests_bench_bare_list_SOURCES = tests/bench/bare_list.c
tests_bench_bare_list_CFLAGS = $(AM_CFLAGS) $(NCURSES_CFLAGS)
tests_bench_bare_list_LDADD = $(NCURSES_LIBS)
tests_bench_bench_docket_SOURCES = tests/bench/bench_docket.c
tests_bench_bench_docket_CFLAGS = $(AM_CFLAGS) $(SQLITE_CFLAGS)
tests_bench_bench_docket_LDADD = $(LINK_APP)
tests_bench_bench_meeting_SOURCES = tests/bench/bench_meeting.c tests/unit/meeting_script.c tests/unit/meeting_script.h
tests_bench_bench_meeting_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit
tests_bench_bench_meeting_CFLAGS = $(AM_CFLAGS) $(SQLITE_CFLAGS)
tests_bench_bench_meeting_LDADD = $(LINK_APP)
tests_bench_bench_model_SOURCES = tests/bench/bench_model.c
tests_bench_bench_model_LDADD = libconfigfile.a $(LINK_MODEL) $(CONFIG_LIBS)
tests_bench_poke_SOURCES = tests/bench/poke.c
tests_bench_poke_LDADD = $(LINK_STORE)
if HAVE_VTERM
BENCH_TERM = tests/bench/term_bench
endif
tests_bench_term_bench_SOURCES = tests/bench/term_bench.c
tests_bench_term_bench_CFLAGS = $(AM_CFLAGS) $(VTERM_CFLAGS)
tests_bench_term_bench_LDADD = $(VTERM_LIBS) -lutil
tests_bench_bench_store_SOURCES = tests/bench/bench_store.c
tests_bench_bench_store_LDADD = $(LINK_STORE)
tests_bench_bench_filter_SOURCES = tests/bench/bench_filter.c
tests_bench_bench_filter_LDADD = libconfigfile.a $(LINK_MODEL) $(CONFIG_LIBS)
EXTRA_PROGRAMS += tests/bench/bench_filter $(BENCH_TOOLS) tests/bench/term_bench
CLEANFILES += $(BENCH_TOOLS) tests/bench/term_bench

bench: dais$(EXEEXT) data/stamp $(BENCH_TOOLS) $(BENCH_TERM)
if HAVE_VTERM
	@$(MKDIR_P) bench && DAIS=$(abs_top_builddir)/dais DAIS_DATA_DIR=$(abs_top_builddir)/data top_srcdir=$(abs_top_srcdir) \
		BENCH_BIN=$(abs_top_builddir)/tests/bench BENCH_DIR=$(abs_top_builddir)/bench \
		$(SHELL) $(top_srcdir)/tests/bench/run.sh
else
	@echo "the bench needs libvterm: apt-get install libvterm-dev, then configure again"; exit 2
endif
.PHONY: bench
