CLI_TESTS = tests/cli/recommendation.sh tests/cli/agenda.sh tests/cli/basics.sh tests/cli/calendar.sh tests/cli/case.sh tests/cli/demo.sh tests/cli/docket.sh \
	tests/cli/journal.sh tests/cli/list.sh tests/cli/minutes.sh tests/cli/post.sh tests/cli/seats.sh tests/cli/verify.sh
dist_check_SCRIPTS += $(CLI_TESTS)
TESTS += $(CLI_TESTS)
EXTRA_DIST += tests/cli/lib.sh tests/cli/meeting.json
