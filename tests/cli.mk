
dist_check_SCRIPTS += tests/cli/basics.sh tests/cli/demo.sh tests/cli/list.sh
TESTS += tests/cli/basics.sh tests/cli/demo.sh tests/cli/list.sh
EXTRA_DIST += tests/cli/lib.sh
