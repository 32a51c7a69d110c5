check_PROGRAMS += tests/unit/test_config_faults
tests_unit_test_config_faults_SOURCES = tests/unit/test_config_faults.c
tests_unit_test_config_faults_LDADD = $(LINK_CONFIG)
TESTS += tests/unit/test_config_faults

check_PROGRAMS += tests/unit/test_theme
tests_unit_test_theme_SOURCES = tests/unit/test_theme.c
tests_unit_test_theme_LDADD = $(LINK_CONFIG)
TESTS += tests/unit/test_theme

EXTRA_DIST += tests/config

check_PROGRAMS += tests/unit/test_shipped_boards
tests_unit_test_shipped_boards_SOURCES = tests/unit/test_shipped_boards.c
tests_unit_test_shipped_boards_LDADD = $(LINK_CONFIG)
TESTS += tests/unit/test_shipped_boards

check_PROGRAMS += tests/unit/test_board_file tests/unit/test_board_rules tests/unit/test_config_manual
tests_unit_test_board_file_SOURCES = tests/unit/test_board_file.c
tests_unit_test_board_file_LDADD = $(LINK_CONFIG)
tests_unit_test_board_rules_SOURCES = tests/unit/test_board_rules.c
tests_unit_test_board_rules_LDADD = $(LINK_CONFIG)
tests_unit_test_config_manual_SOURCES = tests/unit/test_config_manual.c
tests_unit_test_config_manual_LDADD = $(LINK_CONFIG)
TESTS += tests/unit/test_board_file tests/unit/test_board_rules tests/unit/test_config_manual

dist_check_SCRIPTS += tests/cli/check.sh tests/cli/init.sh
TESTS += tests/cli/check.sh tests/cli/init.sh

check_PROGRAMS += tests/unit/test_scan
tests_unit_test_scan_SOURCES = tests/unit/test_scan.c
tests_unit_test_scan_LDADD = $(LINK_CONFIG)
TESTS += tests/unit/test_scan
