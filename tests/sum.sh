#!/bin/sh
# Sums the TAP results under build folders: "N passed, N failed[, N skipped]".
# usage: tests/sum.sh FILE_OR_FOLDER...      (.trs files as automake's test driver writes them)
# Exit 1 when something failed or nothing ran.
find "$@" -name '*.trs' -exec awk '
	/^:test-result:/ {
		if ($2 == "PASS" || $2 == "XFAIL") passed++
		else if ($2 == "SKIP") skipped++
		else failed++
	}
	END { print "sum", passed + 0, failed + 0, skipped + 0 }
' {} + | awk '
	$1 == "sum" { passed += $2; failed += $3; skipped += $4; next }
	END {
		printf "%d passed, %d failed", passed, failed
		if (skipped) printf ", %d skipped", skipped
		print ""
		exit failed > 0 || passed == 0
	}'
