
dist_check_SCRIPTS += tests/cli/agenda.sh tests/cli/basics.sh tests/cli/calendar.sh tests/cli/demo.sh tests/cli/list.sh tests/cli/minutes.sh tests/cli/post.sh tests/cli/journal.sh tests/cli/verify.sh tests/cli/seats.sh
TESTS += tests/cli/agenda.sh tests/cli/basics.sh tests/cli/calendar.sh tests/cli/demo.sh tests/cli/list.sh tests/cli/minutes.sh tests/cli/post.sh tests/cli/journal.sh tests/cli/verify.sh tests/cli/seats.sh
dist_check_SCRIPTS += tests/cli/agenda.sh tests/cli/basics.sh tests/cli/calendar.sh tests/cli/demo.sh tests/cli/list.sh tests/cli/minutes.sh tests/cli/journal.sh tests/cli/verify.sh tests/cli/seats.sh
TESTS += tests/cli/agenda.sh tests/cli/basics.sh tests/cli/calendar.sh tests/cli/demo.sh tests/cli/list.sh tests/cli/minutes.sh tests/cli/journal.sh tests/cli/verify.sh tests/cli/seats.sh
dist_check_SCRIPTS += tests/cli/agenda.sh tests/cli/basics.sh tests/cli/case.sh tests/cli/demo.sh tests/cli/list.sh tests/cli/minutes.sh tests/cli/journal.sh tests/cli/verify.sh tests/cli/seats.sh
TESTS += tests/cli/agenda.sh tests/cli/basics.sh tests/cli/case.sh tests/cli/demo.sh tests/cli/list.sh tests/cli/minutes.sh tests/cli/journal.sh tests/cli/verify.sh tests/cli/seats.sh
EXTRA_DIST += tests/cli/lib.sh tests/cli/meeting.json
