check_PROGRAMS += tests/unit/test_filter tests/unit/test_board tests/unit/test_stats tests/unit/test_demo \
	tests/unit/test_meeting tests/unit/test_tally tests/unit/test_tally_random \
	tests/unit/test_frozen tests/unit/test_journal
TESTS += tests/unit/test_filter tests/unit/test_board tests/unit/test_stats tests/unit/test_demo \
	tests/unit/test_meeting tests/unit/test_tally tests/unit/test_tally_random \
	tests/unit/test_frozen tests/unit/test_journal
tests_unit_test_filter_SOURCES = tests/unit/test_filter.c
tests_unit_test_filter_LDADD = $(LINK_DOMAIN)
tests_unit_test_board_SOURCES = tests/unit/test_board.c
tests_unit_test_board_LDADD = $(LINK_DOMAIN)
tests_unit_test_stats_SOURCES = tests/unit/test_stats.c
tests_unit_test_stats_LDADD = $(LINK_DOMAIN)
tests_unit_test_demo_SOURCES = tests/unit/test_demo.c
tests_unit_test_demo_LDADD = $(LINK_DOMAIN)
tests_unit_test_tally_SOURCES = tests/unit/test_tally.c
tests_unit_test_tally_LDADD = $(LINK_DOMAIN)
tests_unit_test_tally_random_SOURCES = tests/unit/test_tally_random.c
tests_unit_test_tally_random_LDADD = $(LINK_DOMAIN)
tests_meeting_script = tests/unit/meeting_script.c tests/unit/meeting_script.h
EXTRA_DIST += tests/unit/meeting.frozen
tests_unit_test_meeting_SOURCES = tests/unit/test_meeting.c $(tests_meeting_script)
tests_unit_test_meeting_LDADD = $(LINK_DOMAIN)
tests_unit_test_journal_SOURCES = tests/unit/test_journal.c $(tests_meeting_script)
tests_unit_test_journal_LDADD = $(LINK_DOMAIN)
tests_unit_test_frozen_SOURCES = tests/unit/test_frozen.c $(tests_meeting_script)
tests_unit_test_frozen_LDADD = $(LINK_DOMAIN)
check_PROGRAMS += tests/unit/test_attendance
TESTS += tests/unit/test_attendance
tests_unit_test_attendance_SOURCES = tests/unit/test_attendance.c $(tests_meeting_script)
tests_unit_test_attendance_LDADD = $(LINK_DOMAIN)
check_PROGRAMS += tests/unit/test_members
TESTS += tests/unit/test_members
tests_unit_test_members_SOURCES = tests/unit/test_members.c
tests_unit_test_members_LDADD = $(LINK_DOMAIN)
check_PROGRAMS += tests/unit/test_notice
TESTS += tests/unit/test_notice
tests_unit_test_notice_SOURCES = tests/unit/test_notice.c
tests_unit_test_notice_LDADD = $(LINK_DOMAIN)
check_PROGRAMS += tests/unit/test_agenda
TESTS += tests/unit/test_agenda
tests_unit_test_agenda_SOURCES = tests/unit/test_agenda.c
tests_unit_test_agenda_LDADD = $(LINK_DOMAIN)
check_PROGRAMS += tests/unit/test_calendar
TESTS += tests/unit/test_calendar
tests_unit_test_calendar_SOURCES = tests/unit/test_calendar.c
tests_unit_test_calendar_LDADD = $(LINK_DOMAIN)
