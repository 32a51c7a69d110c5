dist_check_SCRIPTS += tests/cli/import.sh tests/cli/import-merge.sh tests/cli/real-data.sh tests/cli/votes.sh tests/cli/export.sh
TESTS += tests/cli/import.sh tests/cli/import-merge.sh tests/cli/real-data.sh tests/cli/votes.sh tests/cli/export.sh

check_PROGRAMS += tests/unit/test_demo_action
tests_unit_test_demo_action_SOURCES = tests/unit/test_demo_action.c
tests_unit_test_demo_action_LDADD = $(LINK_ACTION)
TESTS += tests/unit/test_demo_action

check_PROGRAMS += tests/unit/test_record
tests_unit_test_record_SOURCES = tests/unit/test_record.c $(tests_meeting_script) $(tests_store_fixture)
tests_unit_test_record_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/store
tests_unit_test_record_LDADD = $(LINK_ACTION)
TESTS += tests/unit/test_record

check_PROGRAMS += tests/unit/test_agenda_action
tests_unit_test_agenda_action_SOURCES = tests/unit/test_agenda_action.c $(tests_store_fixture)
tests_unit_test_agenda_action_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/store
tests_unit_test_agenda_action_LDADD = $(LINK_ACTION)
TESTS += tests/unit/test_agenda_action

check_PROGRAMS += tests/unit/test_member_action
tests_unit_test_member_action_SOURCES = tests/unit/test_member_action.c $(tests_store_fixture)
tests_unit_test_member_action_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/store
tests_unit_test_member_action_LDADD = $(LINK_ACTION)
TESTS += tests/unit/test_member_action

check_PROGRAMS += tests/unit/test_calendar_action
tests_unit_test_calendar_action_SOURCES = tests/unit/test_calendar_action.c $(tests_store_fixture)
tests_unit_test_calendar_action_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/store
tests_unit_test_calendar_action_LDADD = $(LINK_ACTION)
TESTS += tests/unit/test_calendar_action

check_PROGRAMS += tests/unit/test_board_walks
tests_unit_test_board_walks_SOURCES = tests/unit/test_board_walks.c $(tests_store_fixture)
tests_unit_test_board_walks_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/store
tests_unit_test_board_walks_LDADD = libconfigfile.a $(LINK_ACTION) $(CONFIG_LIBS)
TESTS += tests/unit/test_board_walks
