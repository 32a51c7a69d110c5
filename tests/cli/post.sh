#!/bin/sh
# dais post: what cannot be posted is told in one sentence with exit code 1, and nothing is changed. (Posting in time and one minute too late is
# played in tests/screen/agenda.scene, where there is an agenda to post.)
set -u
: "${DAIS:?}" "${top_srcdir:?}"
. "$top_srcdir/tests/cli/lib.sh"
now=2024-12-16T12:00
"$DAIS" demo "$dir/b.db" --cases 50 --now $now >/dev/null

run post "$dir/b.db" 2024-12-23 --now $now
[ $code -eq 1 ] && grep -q 'the agenda is posted already' "$dir/err" && [ ! -s "$dir/out" ]
result $? "what was posted is not posted twice"

run calendar "$dir/b.db" --add 2025-01-08T09:00 --now $now
run post "$dir/b.db" 2025-01-08 --now $now
[ $code -eq 1 ] && grep -q 'an agenda without items cannot be posted' "$dir/err"
result $? "nor an agenda without items"

run post "$dir/b.db" 2025-01-08 --now 2025-01-07T09:01
[ $code -eq 1 ] && grep -q 'too late by 1 min: had to be posted by Tue 7 Jan 2025, 09:00' "$dir/err" && grep -q 'Riverton Code 2.61.5(b)' "$dir/err" &&
	grep -q 'What can be done: put it off to a later day, or call it as a meeting of the kind "emergency", which may be posted until Wed 8 Jan 2025, 08:00' "$dir/err"
result $? "one minute too late: the rule, by when it had to be, and what can be done"

run calendar "$dir/b.db" --now $now
grep -q 'special  planned       Tue 7 Jan 2025, 09:00' "$dir/out"
result $? "and it is as it was"

run post "$dir/b.db" 2024-11-18 --now $now
[ $code -eq 1 ] && grep -q 'was held' "$dir/err"
result $? "a meeting that was held has nothing to post"

run post "$dir/b.db" 2024-12-24 --now $now
[ $code -eq 1 ] && grep -q "there is no meeting '2024-12-24'" "$dir/err"
result $? "no such meeting"

run post "$dir/b.db"
[ $code -eq 2 ] && grep -q 'something is missing' "$dir/err"
result $? "which meeting must be said"

run post "$dir/b.db" 2024-12-23 --now soon
[ $code -eq 2 ] && grep -q 'is no time' "$dir/err"
result $? "a time that is none"
echo "1..$n"
