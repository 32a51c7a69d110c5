#!/bin/sh
# Votes as others publish them: every one comes in, dais computes each result by the rules, and what differs is listed with its reason.
. "$top_srcdir/tests/cli/lib.sh"
conf=$top_srcdir/fixtures/riverton.conf
echo 1..19

mkdir "$dir/chart"
cat >"$dir/chart/2024-03-04.csv" <<'CSV'
link,class,Agenda Number,Agenda Item,Mayor Ash,Birch (Ward 1),Cedar-Elm (Ward 2)
x,resolution pass,DC-1,A resolution,TRUE,TRUE,FALSE
x,resolution fail,DC-2,"One that needed
more",TRUE,TRUE,Absent
x,ordinance postponed,B-1,Put off,TRUE,?,TRUE
x,consent pulled,CA-1,Pulled,,,
x,resolution pass,DC-3,An odd word,TRUE,TRUE,Perhaps
x,consent rollcall amendment,CA-2,Named without a result,TRUE,FALSE,Present
CSV
"$DAIS" init "$dir/a.db" --config "$conf" >/dev/null
run import "$dir/a.db" "$dir/chart/2024-03-04.csv" --map ann-arbor
[ $code -eq 0 ] && grep -q '1 meetings (0 known already), 6 items, 4 motions with a result (1 failed), 12 votes by name' "$dir/out"
result $? "a chart: meetings, items, motions, votes are counted"

grep -q '3 results are as published, 1 are not' "$dir/out" && grep -q 'DC-2: published "resolution fail" (failed), by the rules carried: needs Y > N: 2 > 0' "$dir/out"
result $? "a result that the rules do not give is listed with the arithmetic"

grep -A1 'time "Perhaps"' "$dir/out" | grep -q '2024-03-04.csv:7, Cedar Elm (Ward 2)$' && grep -q "Add each to the map's aye, nay" "$dir/out"
result $? "an answer that the map does not know is told, with file, line, member and what to do"
grep -A1 'time "consent rollcall amendment"' "$dir/out" | grep -q '2024-03-04.csv:8$' && grep -q "map's outcomes" "$dir/out"
result $? "so is a result beside names"

run journal "$dir/a.db" 2024-03-04
[ $code -eq 0 ] && grep -q 'Cedar Elm (Ward 2): nay' "$dir/out" && grep -q 'postpone to a certain time' "$dir/out" && grep -q 'consent pulled' "$dir/out"
result $? "the journal has every vote, and what was published of the rest"

grep -q 'Cedar Elm (Ward 2): published as "Perhaps"' "$dir/out" && grep -q 'note: Mayor Ash: aye; Birch (Ward 1): nay; Cedar Elm (Ward 2): Present' "$dir/out"
result $? "and so is what nobody understands: the answer as published, and names without a result"

"$DAIS" init "$dir/o.db" --config "$conf" >/dev/null
run import "$dir/o.db" "$dir/chart/2024-03-04.csv" --map ann-arbor --strict
[ $code -eq 4 ] && grep -q "2024-03-04.csv:7, Cedar Elm (Ward 2): 'Perhaps' is not known to the map" "$dir/err" && run import "$dir/o.db" "$dir/chart/2024-03-04.csv" --map ann-arbor --dry-run &&
	grep -q 'This was a dry run: nothing was changed.' "$dir/out" && run journal "$dir/o.db" last && [ $code -eq 1 ]
result $? "--strict stops at it, and --dry-run says that nothing was kept"
sed '3,$d; s/TRUE,FALSE/TRUE,Sick/' "$dir/chart/2024-03-04.csv" >"$dir/2024-03-05.csv"
run import "$dir/o.db" "$dir/2024-03-05.csv" --map ann-arbor
"$DAIS" journal "$dir/o.db" last >"$dir/out"
[ $code -eq 0 ] && grep -q 'Cedar Elm (Ward 2): published as "Sick"' "$dir/out" && ! grep -q 'Cedar Elm (Ward 2) is' "$dir/out" && ! grep -q 'roll is complete' "$dir/out"
result $? "who only gave such answers is neither present nor absent"
run minutes "$dir/o.db" last
[ $code -eq 0 ] && grep -q 'No answer recorded (1).*Cedar Elm (Ward 2) (published as "Sick")' "$dir/out" && ! grep -q '^ *Absent' "$dir/out"
result $? "and the minutes count no absence nobody published"
"$DAIS" init "$dir/p.db" --config "$conf" >/dev/null
"$DAIS" export "$dir/o.db" --format popolo >"$dir/first.json" 2>/dev/null && run import "$dir/p.db" "$dir/first.json" --map popolo && [ $code -eq 0 ] &&
	"$DAIS" export "$dir/p.db" --format popolo >"$dir/second.json" 2>/dev/null && cmp -s "$dir/first.json" "$dir/second.json" && grep -q '"published_as" *: *"Sick"' "$dir/second.json"
result $? "such an answer goes out and comes back as published"

run minutes "$dir/a.db" last
[ $code -eq 0 ] && grep -q 'Published elsewhere' "$dir/out" && grep -q 'By the rules given it would be "carried"' "$dir/out"
result $? "the minutes say that it was published elsewhere, and where the rules differ"

! grep -q '00:00' "$dir/out" && ! grep -q DRAFT "$dir/out" && grep -q 'Held: 2024-03-04 (' "$dir/out"
result $? "no hour is written that nobody published, and no draft of ours"

run import "$dir/a.db" "$dir/chart/2024-03-04.csv" --map ann-arbor
[ $code -eq 0 ] && grep -q '0 meetings (1 known already)' "$dir/out" && run verify "$dir/a.db" && [ $code -eq 0 ]
result $? "the same file twice changes nothing, and all is sound"

cp "$dir/chart/2024-03-04.csv" "$dir/chart/undated.csv"
run import "$dir/a.db" "$dir/chart/undated.csv" --map ann-arbor
[ $code -eq 4 ] && grep -q "day of the meeting stands in the file's name" "$dir/err"
result $? "a chart without its day is refused"

mkdir "$dir/other"
sed 's/Birch (Ward 1)/Hazel (Ward 9)/; s/A resolution/Another one/' "$dir/chart/2024-03-04.csv" >"$dir/other/2024-03-04.csv"
run import "$dir/a.db" "$dir/other/2024-03-04.csv" --map ann-arbor
[ $code -eq 0 ] && grep -q 'Imported before with other contents' "$dir/out" && grep -q '^  2024-03-04.csv$' "$dir/out"
result $? "another meeting of the same day is not passed over without a word"

head -c 100000 /dev/zero | tr '\0' '[' >"$dir/deep.json"
run import "$dir/a.db" "$dir/deep.json" --map nyc-council
[ $code -eq 4 ] && grep -q 'nested too deep' "$dir/err"
result $? "JSON without end is refused"
echo '{"File":"T 1","Name":"A matter","History":[{"EventID":7,"BodyName":"Committee","PassedFlagName":"Pass","Votes":[{"FullName":"A. Ash","Vote":"Affirmative"}]}]}' >"$dir/undated.json"
run import "$dir/a.db" "$dir/undated.json" --map nyc-council
[ $code -eq 4 ] && grep -q "undated.json: History 1: an action with a result has no good Date" "$dir/err"
result $? "so is an action without its day, which would be a meeting of 1970"

if [ -d "${DAIS_REAL_DATA:-/nonexistent}/annarbor_council" ]; then
	"$DAIS" init "$dir/b.db" --config "$conf" >/dev/null
	run import "$dir/b.db" "$DAIS_REAL_DATA"/annarbor_council/*.csv --map ann-arbor
	[ $code -eq 0 ] && grep -q '54 meetings (0 known already), 1293 items, 1271 motions with a result (21 failed), 14091 votes by name' "$dir/out" &&
		grep -q '1269 results are as published, 2 are not' "$dir/out" && [ "$(grep -c 'needs Y > N' "$dir/out")" -eq 2 ] &&
		grep -q '10 times "consent rollcall amendment"' "$dir/out" && run verify "$dir/b.db" && [ $code -eq 0 ]
	result $? "Ann Arbor: 1,293 rows, 21 failed; two that failed with more ayes than noes are listed"
	"$DAIS" init "$dir/n.db" --config "$conf" >/dev/null
	run import "$dir/n.db" "$DAIS_REAL_DATA"/nyc_council_public_safety/introduction/*/*.json "$DAIS_REAL_DATA"/nyc_council_public_safety/resolution/*/*.json --map nyc-council
	[ $code -eq 0 ] && grep -q '111 motions with a result (0 failed), 2981 votes by name' "$dir/out" && grep -q '102 results are as published, 0 are not; 9 were published without names' "$dir/out" &&
		run verify "$dir/n.db" && [ $code -eq 0 ]
	result $? "New York: 111 motions and 2,981 votes; 102 computed as published, 9 have no names"
else
	echo "ok 18 # SKIP DAIS_REAL_DATA does not name the folder of the real data"
	echo "ok 19 # SKIP DAIS_REAL_DATA does not name the folder of the real data"
fi
