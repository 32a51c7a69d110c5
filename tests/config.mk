check_PROGRAMS += tests/unit/test_config_faults
tests_unit_test_config_faults_SOURCES = tests/unit/test_config_faults.c
tests_unit_test_config_faults_LDADD = $(LINK_CONFIG)
TESTS += tests/unit/test_config_faults

check_PROGRAMS += tests/unit/test_theme
tests_unit_test_theme_SOURCES = tests/unit/test_theme.c
tests_unit_test_theme_LDADD = $(LINK_CONFIG)
TESTS += tests/unit/test_theme

EXTRA_DIST += tests/config
