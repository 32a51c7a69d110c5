tests_store_fixture = tests/store/fixture.c tests/store/fixture.h
store_tests = tests/store/test_cases tests/store/test_changes tests/store/test_clerk_lock tests/store/test_faults \
	tests/store/test_head_file tests/store/test_journal tests/store/test_journal_faults tests/store/test_meeting_detail tests/store/test_open

check_PROGRAMS += $(store_tests)
tests_store_test_cases_SOURCES = tests/store/test_cases.c $(tests_store_fixture)
tests_store_test_cases_LDADD = $(LINK_STORE)
tests_store_test_changes_SOURCES = tests/store/test_changes.c $(tests_store_fixture)
tests_store_test_changes_LDADD = $(LINK_STORE)
tests_store_test_clerk_lock_SOURCES = tests/store/test_clerk_lock.c $(tests_store_fixture)
tests_store_test_clerk_lock_LDADD = $(LINK_STORE)
tests_store_test_faults_SOURCES = tests/store/test_faults.c $(tests_store_fixture)
tests_store_test_faults_LDADD = $(LINK_STORE)
tests_store_test_head_file_SOURCES = tests/store/test_head_file.c $(tests_store_fixture)
tests_store_test_head_file_LDADD = $(LINK_STORE)
tests_store_test_journal_SOURCES = tests/store/test_journal.c $(tests_store_fixture)
tests_store_test_journal_LDADD = $(LINK_STORE)
tests_store_test_journal_faults_SOURCES = tests/store/test_journal_faults.c $(tests_store_fixture)
tests_store_test_journal_faults_LDADD = $(LINK_STORE)
tests_store_test_meeting_detail_SOURCES = tests/store/test_meeting_detail.c $(tests_store_fixture)
tests_store_test_meeting_detail_LDADD = $(LINK_STORE)
tests_store_test_open_SOURCES = tests/store/test_open.c $(tests_store_fixture)
tests_store_test_open_LDADD = $(LINK_STORE)
TESTS += $(store_tests)
