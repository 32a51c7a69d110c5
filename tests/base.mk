check_PROGRAMS += tests/unit/test_text tests/unit/test_date
TESTS += tests/unit/test_text tests/unit/test_date
tests_unit_test_text_SOURCES = tests/unit/test_text.c
tests_unit_test_text_LDADD = $(LINK_BASE)
tests_unit_test_date_SOURCES = tests/unit/test_date.c
tests_unit_test_date_LDADD = $(LINK_BASE)
