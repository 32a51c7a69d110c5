check_PROGRAMS += tests/unit/test_agenda_paper tests/unit/test_csv tests/unit/test_export tests/unit/test_journal_json tests/unit/test_minutes tests/unit/test_table
tests_unit_test_csv_SOURCES = tests/unit/test_csv.c
tests_unit_test_csv_LDADD = $(LINK_EXCHANGE)
tests_unit_test_export_SOURCES = tests/unit/test_export.c $(tests_meeting_script)
tests_unit_test_export_CFLAGS = $(AM_CFLAGS) $(JSON_CFLAGS)
tests_unit_test_export_LDADD = $(LINK_EXCHANGE)
tests_unit_test_journal_json_SOURCES = tests/unit/test_journal_json.c
tests_unit_test_journal_json_LDADD = $(LINK_EXCHANGE)
tests_unit_test_minutes_SOURCES = tests/unit/test_minutes.c tests/unit/paper_check.c tests/unit/paper_check.h $(tests_meeting_script)
tests_unit_test_minutes_CFLAGS = $(AM_CFLAGS) $(JSON_CFLAGS)
tests_unit_test_minutes_LDADD = $(LINK_EXCHANGE)
tests_unit_test_agenda_paper_SOURCES = tests/unit/test_agenda_paper.c tests/unit/paper_check.c tests/unit/paper_check.h
tests_unit_test_agenda_paper_LDADD = $(LINK_EXCHANGE)
EXTRA_DIST += tests/unit/papers
tests_unit_test_table_SOURCES = tests/unit/test_table.c
tests_unit_test_table_LDADD = $(LINK_EXCHANGE)
TESTS += tests/unit/test_agenda_paper tests/unit/test_csv tests/unit/test_export tests/unit/test_journal_json tests/unit/test_minutes tests/unit/test_table

# Rewrites the papers of tests/unit/papers from what is printed now. Read the difference before you commit it.
update-papers: tests/unit/test_minutes tests/unit/test_agenda_paper
	$(MKDIR_P) $(srcdir)/tests/unit/papers
	DAIS_UPDATE_GOLDENS=1 top_srcdir=$(srcdir) LC_ALL=C.UTF-8 TZ=UTC tests/unit/test_minutes -p /minutes/whole -p /minutes/journal >/dev/null
	DAIS_UPDATE_GOLDENS=1 top_srcdir=$(srcdir) LC_ALL=C.UTF-8 TZ=UTC tests/unit/test_agenda_paper -p /agenda/whole >/dev/null
.PHONY: update-papers
