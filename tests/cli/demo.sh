#!/bin/sh
# dais init and dais demo: what is made, what is never overwritten, and that the same seed makes the same.
. "$top_srcdir/tests/cli/lib.sh"
now=2026-11-23T12:00
echo 1..23

mkdir "$dir/a"
run init "$dir/a/new.db"
[ $code -eq 0 ] && cmp -s "$dir/a/riverton.conf" "$top_srcdir/fixtures/riverton.conf" && run list cases "$dir/a/new.db" --format csv &&
	[ $code -eq 1 ] && [ "$(wc -l <"$dir/out")" -eq 1 ]
result $? "init makes an empty database and writes the example board file beside it"

run check "$dir/a/riverton.conf"
[ $code -eq 0 ]
result $? "the board file it wrote is without fault"

echo '# mine' >>"$dir/a/riverton.conf"
run init "$dir/a/second.db"
[ $code -eq 0 ] && tail -n 1 "$dir/a/riverton.conf" | grep -q mine
result $? "a board file that is there is used and left as it is"

cp "$dir/a/new.db" "$dir/before"
run init "$dir/a/new.db"
[ $code -eq 4 ] && cmp -s "$dir/a/new.db" "$dir/before"
result $? "a database that is there is left as it is"

sed 's/^zone/zoen/' "$top_srcdir/fixtures/riverton.conf" >"$dir/bad.conf"
run init "$dir/bad.db" --config "$dir/bad.conf"
[ $code -eq 3 ] && grep -q 'bad.conf:' "$dir/err" && [ ! -e "$dir/bad.db" ]
result $? "with a faulty board file nothing is made, exit code 3"

mkdir "$dir/b"
ln -s "$dir/b/target" "$dir/b/riverton.conf"
run init "$dir/b/new.db"
[ $code -ne 0 ] && [ ! -e "$dir/b/target" ] && [ ! -e "$dir/b/new.db" ]
result $? "no file is written through a link"

ln -s "$dir/b/target" "$dir/link.db"
run init "$dir/link.db" --config "$top_srcdir/fixtures/riverton.conf"
[ $code -eq 4 ] && [ ! -e "$dir/b/target" ]
result $? "nor is a database"

mkdir "$dir/c"
mkfifo "$dir/c/cases.csv"
run demo --csv "$dir/c"
[ $code -eq 4 ] && [ -p "$dir/c/cases.csv" ] && [ ! -e "$dir/c/force.csv" ]
result $? "a pipe in place of a file to write is refused at once"

mv "$dir/a" "$dir/moved"
run list cases "$dir/moved/new.db"
[ $code -eq 1 ]
result $? "database and board file can be moved together"

run demo "$dir/one.db" --now $now
[ $code -eq 0 ] && run list cases "$dir/one.db" --now $now --filter state:open --format csv && [ "$(wc -l <"$dir/out")" -eq 38 ]
result $? "the demonstration has 37 open cases"

run list cases "$dir/one.db" --now $now --filter overdue:yes --format csv
[ $code -eq 0 ] && [ "$(wc -l <"$dir/out")" -gt 2 ] && [ "$(wc -l <"$dir/out")" -lt 20 ]
result $? "and some of them are overdue"

# A case whose findings were adopted: its clock has ended, and it has no deadline to pass.
run list cases "$dir/one.db" --now $now --filter state:findings_adopted --format json
number=$(sed -n 's/.*"number": "\([^"]*\)".*/\1/p' "$dir/out" | head -n 1)
[ -n "$number" ] && ! grep -v '"due": null' "$dir/out" | grep -q number && run case "$dir/one.db" "$number" --clocks --now $now &&
	grep -q 'Resolve the complaint: 180 days; ended ' "$dir/out"
result $? "what the board has decided is not overdue any more"

run demo "$dir/two.db" --now $now
for thing in cases allegations force; do
	for which in one two; do "$DAIS" list $thing "$dir/$which.db" --now $now --format csv; done >"$dir/$thing.both"
done
ok=0
for thing in cases allegations force; do
	lines=$(($(wc -l <"$dir/$thing.both") / 2))
	head -n $lines "$dir/$thing.both" >"$dir/first"
	tail -n $lines "$dir/$thing.both" | cmp -s - "$dir/first" || ok=1
done
result $ok "the same seed and day make the same data"

run verify "$dir/one.db" && cp "$dir/out" "$dir/first" && run verify "$dir/two.db"
[ $code -eq 0 ] && [ "$(grep -c ': sound$' "$dir/out")" -eq 6 ] && [ "$(grep -o 'head [0-9a-f]*' "$dir/first")" = "$(grep -o 'head [0-9a-f]*' "$dir/out")" ]
result $? "six meetings were held; their journals are sound, and the same"

for meeting in 1 2 3 4 5 6; do "$DAIS" minutes "$dir/one.db" $meeting >"$dir/minutes.$meeting" || echo failed; done >"$dir/out"
[ ! -s "$dir/out" ] && [ "$(grep -l '^[*] APPROVED as written: motion 1 of the meeting of 20' "$dir"/minutes.[1-5] | wc -l)" -eq 5 ] && grep -q DRAFT "$dir/minutes.6"
result $? "the minutes of each but the last were approved at the next"

grep -q 'Recused (1): Adaeze Okafor' "$dir/minutes.2" && grep -q 'RESULT: FAILED, 2 to 3' "$dir/minutes.3" && grep -q 'Abstain (1)' "$dir/minutes.6" &&
	grep -q 'Absent (1)' "$dir/minutes.6" && grep -q 'Camille Moreau arrived at' "$dir/minutes.6" && grep -q 'Amended by motion' "$dir/minutes.5" &&
	[ "$(grep -h -A6 '(adopt findings)' "$dir"/minutes.[1-6] | grep -c 'RESULT: CARRIED')" -ge 3 ] && ! grep -h -A6 '(adopt findings)' "$dir"/minutes.[1-6] | grep -q 'FAILED'
result $? "with a recusal, an absence, an abstention, an amendment, a motion that failed, and findings adopted"

case=$(sed -n 's/^Item .* Case \([-C0-9]*\):.*/\1/p' "$dir/minutes.6" | head -n 1)
run case "$dir/one.db" "$case" --now $now
held=$(sed -n 's/^  Held: \([-0-9]*\),.*/\1/p' "$dir/minutes.6")
adopted=$(sed -n 's/^  \([-0-9]*\) .*moved to Findings adopted.*/\1/p' "$dir/out") review=$(sed -n 's/^  \([-0-9]*\) .*moved to Board review.*/\1/p' "$dir/out")
[ -n "$case" ] && [ "$(printf '%s\n' "$review" "$held" "$adopted")" = "$(printf '%s\n' "$review" "$held" "$adopted" | sort)" ]
result $? "a case decided there was before the board on that day, and moved on after it"

run list docket "$dir/one.db" --now $now --format csv
[ $code -eq 0 ] && [ "$(grep -c ',minutes,' "$dir/out")" -eq 1 ] && "$DAIS" demo "$dir/uk.db" --now $now --config "$top_srcdir/fixtures/presets/uk.conf" >/dev/null &&
	run verify "$dir/uk.db" && [ "$(grep -c ': sound$' "$dir/out")" -eq 6 ]
result $? "minutes are due for approval once; and another board file holds its meetings too"

run demo "$dir/three.db" --now $now --seed 2 --cases 50 --open 5
"$DAIS" list cases "$dir/three.db" --now $now --format csv >"$dir/out"
[ $code -eq 0 ] && [ "$(wc -l <"$dir/out")" -eq 51 ] && [ "$(grep -c ',yes,20' "$dir/out")" -eq 5 ]
result $? "how many cases there are, and how many are open, can be chosen"

run demo "$dir/four.db" --cases 0
[ $code -eq 2 ] && [ ! -e "$dir/four.db" ]
result $? "no cases at all are refused"

run demo
[ $code -eq 2 ] && run demo "$dir/x.db" --csv "$dir/csv" && [ $code -eq 2 ] && [ ! -e "$dir/csv" ]
result $? "either a database or a folder"

run demo --csv "$dir/csv" --now $now
[ $code -eq 0 ] && run init "$dir/read.db" && run import "$dir/read.db" "$dir/csv/cases.csv" --map riverton &&
	run import "$dir/read.db" "$dir/csv/force.csv" --map riverton-force &&
	"$DAIS" list cases "$dir/read.db" --now $now --format csv >"$dir/read" && "$DAIS" list cases "$dir/one.db" --now $now --format csv >"$dir/made" &&
	cut -d, -f1-3,5-6,10-16 "$dir/read" >"$dir/read.cut" && cut -d, -f1-3,5-6,10-16 "$dir/made" | cmp -s - "$dir/read.cut"
result $? "the CSV files, imported through their maps, give the same cases"

cp "$dir/csv/cases.csv" "$dir/before"
run demo --csv "$dir/csv" --seed 3
[ $code -eq 4 ] && cmp -s "$dir/csv/cases.csv" "$dir/before"
result $? "CSV files that are there are left as they are"
