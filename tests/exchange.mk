check_PROGRAMS += tests/unit/test_csv tests/unit/test_table
tests_unit_test_csv_SOURCES = tests/unit/test_csv.c
tests_unit_test_csv_LDADD = $(LINK_EXCHANGE)
tests_unit_test_table_SOURCES = tests/unit/test_table.c
tests_unit_test_table_LDADD = $(LINK_EXCHANGE)
TESTS += tests/unit/test_csv tests/unit/test_table
