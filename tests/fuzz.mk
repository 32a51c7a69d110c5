# Fuzzing. Adding a target NAME (tests/fuzz/NAME.c with LLVMFuzzerTestOneInput, seeds in tests/fuzz/NAME.seeds/):
#   FUZZ_TARGETS += tests/fuzz/NAME
#   tests_fuzz_NAME_SOURCES = tests/fuzz/NAME.c
#   tests_fuzz_NAME_LDADD = $(LINK_DOMAIN)          what it links
#   tests_fuzz_NAME_LDFLAGS = $(FUZZ_LDFLAGS)
# Run: ./configure --enable-fuzz CC=clang && make fuzz FUZZ_SECONDS=60
FUZZ_SECONDS = 60
FUZZ_TARGETS =
FUZZ_TARGETS += tests/fuzz/fuzz_board
tests_fuzz_fuzz_board_SOURCES = tests/fuzz/fuzz_board.c
tests_fuzz_fuzz_board_LDADD = $(LINK_CONFIG)
tests_fuzz_fuzz_board_LDFLAGS = $(FUZZ_LDFLAGS)
EXTRA_DIST += tests/fuzz/fuzz_board.seeds
FUZZ_TARGETS += tests/fuzz/fuzz_theme
tests_fuzz_fuzz_theme_SOURCES = tests/fuzz/fuzz_theme.c
tests_fuzz_fuzz_theme_LDADD = $(LINK_CONFIG)
tests_fuzz_fuzz_theme_LDFLAGS = $(FUZZ_LDFLAGS)
EXTRA_DIST += tests/fuzz/fuzz_theme.seeds
FUZZ_TARGETS += tests/fuzz/fuzz_map
tests_fuzz_fuzz_map_SOURCES = tests/fuzz/fuzz_map.c
tests_fuzz_fuzz_map_LDADD = $(LINK_CONFIG)
tests_fuzz_fuzz_map_LDFLAGS = $(FUZZ_LDFLAGS)
EXTRA_DIST += tests/fuzz/fuzz_map.seeds
FUZZ_TARGETS += tests/fuzz/fuzz_filter
tests_fuzz_fuzz_filter_SOURCES = tests/fuzz/fuzz_filter.c
tests_fuzz_fuzz_filter_LDADD = $(LINK_DOMAIN)
tests_fuzz_fuzz_filter_LDFLAGS = $(FUZZ_LDFLAGS)
EXTRA_DIST += tests/fuzz/fuzz_filter.seeds
FUZZ_TARGETS += tests/fuzz/fuzz_text
tests_fuzz_fuzz_text_SOURCES = tests/fuzz/fuzz_text.c
tests_fuzz_fuzz_text_LDADD = $(LINK_BASE)
tests_fuzz_fuzz_text_LDFLAGS = $(FUZZ_LDFLAGS)
EXTRA_DIST += tests/fuzz/fuzz_text.seeds
FUZZ_TARGETS += tests/fuzz/fuzz_import
tests_fuzz_fuzz_import_SOURCES = tests/fuzz/fuzz_import.c
tests_fuzz_fuzz_import_LDADD = libaction.a libstore.a libexchange.a $(LINK_CONFIG) $(SQLITE_LIBS) $(CSV_LIBS) $(JSON_LIBS)
tests_fuzz_fuzz_import_LDFLAGS = $(FUZZ_LDFLAGS)
EXTRA_DIST += tests/fuzz/fuzz_import.seeds
FUZZ_TARGETS += tests/fuzz/fuzz_journal
tests_fuzz_fuzz_journal_SOURCES = tests/fuzz/fuzz_journal.c
tests_fuzz_fuzz_journal_LDADD = $(LINK_EXCHANGE)
tests_fuzz_fuzz_journal_LDFLAGS = $(FUZZ_LDFLAGS)
EXTRA_DIST += tests/fuzz/fuzz_journal.seeds
FUZZ_TARGETS += tests/fuzz/fuzz_votes
tests_fuzz_fuzz_votes_SOURCES = tests/fuzz/fuzz_votes.c
tests_fuzz_fuzz_votes_LDADD = libexchange.a $(LINK_CONFIG) $(CSV_LIBS) $(JSON_LIBS) $(ICAL_LIBS)
tests_fuzz_fuzz_votes_LDFLAGS = $(FUZZ_LDFLAGS)
EXTRA_DIST += tests/fuzz/fuzz_votes.seeds
EXTRA_PROGRAMS += $(FUZZ_TARGETS)
CLEANFILES += $(FUZZ_TARGETS)

fuzz: $(FUZZ_TARGETS) data/stamp
if FUZZ
	$(AM_V_at)for target in $(FUZZ_TARGETS); do \
		name=`basename $$target`; $(MKDIR_P) tests/fuzz/$$name.found; \
		seeds=$(top_srcdir)/tests/fuzz/$$name.seeds; test -d $$seeds || seeds=; \
		echo "== $$name for $(FUZZ_SECONDS) s"; \
		LC_ALL=C.UTF-8 DAIS_DATA_DIR=$(abs_top_builddir)/data ./$$target -max_total_time=$(FUZZ_SECONDS) -timeout=5 -rss_limit_mb=1024 \
			-max_len=65536 -verbosity=0 -print_final_stats=1 -artifact_prefix=tests/fuzz/$$name.found/ \
			tests/fuzz/$$name.found $$seeds || exit 1; \
	done
else
	@echo "configure with --enable-fuzz CC=clang first"; exit 2
endif
.PHONY: fuzz
