#!/bin/sh
# Runs the unit level of a finished build under valgrind. usage: tests/valgrind.sh BUILD
set -eu
cd "$1"
command -v valgrind >/dev/null || { echo "valgrind is missing: apt-get install valgrind" >&2; exit 2; }
tests=$(make -s print-unit-tests)
find tests -name '*.trs' -exec rm -f {} +
G_SLICE=always-malloc make -s check TESTS="$tests" \
	LOG_COMPILER="valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite --show-leak-kinds=definite" >valgrind.out 2>&1 && code=0 || code=1
grep -E '^(FAIL|ERROR|XPASS)' valgrind.out >&2 || :
exit $code
