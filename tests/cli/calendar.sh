#!/bin/sh
# dais calendar: what the series ask for, laid out once; special meetings, moves, cancellations; by when each must be posted.
. "$top_srcdir/tests/cli/lib.sh"
now=2025-01-06T12:00
db=$dir/r.db
cp "$top_srcdir/fixtures/riverton.conf" "$dir/board.conf"
"$DAIS" init "$db" --config "$dir/board.conf" >/dev/null || exit 99
calendar() {
	run calendar "$db" --now "$now" "$@"
}
# rows: number, beginning, body, status of the CSV, a line a meeting
rows() { sed 1d "$dir/out" | cut -d, -f1-5 | tr '\n' ' '; }
echo 1..24

calendar --until 2025-01-31 --format csv
[ $code -eq 0 ] && [ "$(rows)" = ",2025-01-13T18:00,pob,regular,not_laid_out ,2025-01-16T18:30,harbour,regular,not_laid_out " ]
result $? "without a change it prints what the series ask for, and writes nothing"

calendar --until 2025-01-31 --lay-out --format csv
[ $code -eq 0 ] && [ "$(rows)" = "1,2025-01-13T18:00,pob,regular,planned 2,2025-01-16T18:30,harbour,regular,planned " ]
result $? "--lay-out plans them"

calendar --until 2025-01-31 --lay-out
[ $code -eq 0 ] && [ "$(head -n 1 "$dir/out")" = "0 meetings laid out until 2025-01-31" ] && [ "$(wc -l <"$dir/out")" -eq 4 ]
result $? "each once"

calendar --until 2025-01-31 --format csv
cut -d, -f2,6,7,8 "$dir/out" | grep -q '^2025-01-13T18:00,2025-01-10T18:00,ahead,6120$' &&
	cut -d, -f2,6,7,8 "$dir/out" | grep -q '^2025-01-16T18:30,2025-01-12T23:59,ahead,9359$'
result $? "72 hours before, and three business days between, each by the rule of its body"

now=2025-01-10T13:30 calendar --until 2025-01-31
grep -q 'Fri 10 Jan 2025, 18:00  4 h 30 min left' "$dir/out"
result $? "for people in words, with what is left"
now=2025-01-10T18:01 calendar --until 2025-01-13 --format csv
grep -q '^1,.*,planned,2025-01-10T18:00,late,-1,' "$dir/out"
result $? "a minute too late is late"
now=2025-01-06T12:00

calendar --add 2025-01-08T09:00 --title "Personnel, \"urgent\"" --place "Room 3"
[ $code -eq 0 ] && [ "$(head -n 1 "$dir/out")" = "meeting 3, special, Wed 8 Jan 2025, 09:00: planned; must be posted by Tue 7 Jan 2025, 09:00; 21 h left" ]
result $? "--add plans a special meeting and says by when it must be posted"
calendar --add 2025-01-07T08:00 --kind emergency --body harbour
[ $code -eq 0 ] && grep -q '^meeting 4, emergency, Tue 7 Jan 2025, 08:00: planned; must be posted by Tue 7 Jan 2025, 07:00; 19 h left$' "$dir/out"
result $? "an emergency meeting of another body goes by the rule of the city"
calendar --add 2025-01-08T09:00
[ $code -eq 1 ] && grep -q '^dais: there is a meeting of that body at Wed 8 Jan 2025, 09:00 already: number 3$' "$dir/err"
result $? "not twice at one time"
calendar --add 2025-01-06T11:59
[ $code -eq 1 ] && grep -q 'is over; a meeting is planned for a time to come' "$dir/err"
result $? "not in the past"

calendar --cancel 2025-01-16 --why "no quorum expected" --until 2025-01-31 --format csv
[ $code -eq 0 ] && grep -q '^2,2025-01-16T18:30,harbour,regular,cancelled,.*,no quorum expected$' "$dir/out"
result $? "--cancel names a meeting by its day and keeps the reason"
run notice "$db" 2 --now "$now"
grep -q '^\* CANCELLED' "$dir/out" && grep -q 'Note: no quorum expected$' "$dir/out"
result $? "which the notice says"
calendar --cancel 2 --why again
[ $code -eq 1 ] && grep -q 'was cancelled already' "$dir/err"
result $? "not twice"
calendar --move 1 --to 2025-01-14T17:00 --why "the hall is closed" --place Library --until 2025-01-31
[ $code -eq 0 ] && grep -q '^meeting 1, regular, Tue 14 Jan 2025, 17:00: moved; must be posted by Sat 11 Jan 2025, 17:00; 5 days 5 h left$' "$dir/out"
result $? "--move counts the notice anew"
calendar --until 2025-01-31 --lay-out --format csv
[ "$(rows)" = "4,2025-01-07T08:00,harbour,emergency,planned 3,2025-01-08T09:00,pob,special,planned 1,2025-01-14T17:00,pob,regular,planned 2,2025-01-16T18:30,harbour,regular,cancelled " ]
result $? "what was moved or cancelled is not laid out again"

run list meetings "$db" --format json --now "$now"
[ $code -eq 0 ] && [ "$(grep -c '"meeting":' "$dir/out")" -eq 4 ] && grep -q '"title": "Personnel, \\"urgent\\""' "$dir/out"
result $? "dais list meetings prints all of them"

wrong() { # WHAT WORDS-OF-THE-ERROR OPTIONS...
	what=$1 words=$2
	shift 2
	calendar "$@"
	[ $code -eq 2 ] && grep -qe "$words" "$dir/err" && [ ! -s "$dir/out" ]
	result $? "$what"
}
wrong "one change at a time" 'one thing at a time' --lay-out --cancel 1 --why x
wrong "a cancellation needs a reason" '--cancel goes with --why' --cancel 3
wrong "a time that is none" '--add tomorrow is no time; write for example --add 2024-12-20T18:00' --add tomorrow
wrong "a day without a time: nobody meets at midnight" '--add 2025-01-20 is no time; write for example --add 2024-12-20T18:00' --add 2025-01-20
wrong "nor is a meeting moved to one" '--to 2025-01-20 is no time' --move 1 --to 2025-01-20 --why x
wrong "a body that is none" "no body 'pub'; there are: pob, harbour" --body pub
wrong "a day that is none" "not '2025-02-30'" --until 2025-02-30
db=$dir/one.db
run init "$db" --config "$dir/board.conf" && calendar --until 2025-02-28 --lay-out --body harbour && calendar --until 2025-01-31 --format csv
[ $code -eq 0 ] && [ "$(rows)" = ",2025-01-13T18:00,pob,regular,not_laid_out 1,2025-01-16T18:30,harbour,regular,planned " ]
result $? "--lay-out --body plans the meetings of that body only"
