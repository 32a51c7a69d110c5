#!/bin/sh
# dais export, and what it wrote imported again: the same meetings, and the same bytes when they are exported once more.
. "$top_srcdir/tests/cli/lib.sh"
conf=$top_srcdir/fixtures/riverton.conf
db=$dir/board.db
"$DAIS" replay "$top_srcdir/tests/unit/papers/journal.json" --into "$db" --config "$conf" >/dev/null || exit 99
mkdir "$dir/chart" "$dir/folder"
cat >"$dir/chart/2024-03-04.csv" <<'CSV'
link,class,Agenda Number,Agenda Item,Mayor Ash,Birch (Ward 1),Cedar (Ward 2)
x,resolution pass,DC-1,A resolution,TRUE,Recused,FALSE
x,resolution fail,DC-2,One that needed more,TRUE,TRUE,Absent
x,consent pulled,CA-1,Pulled,,,
CSV
"$DAIS" import "$db" "$dir/chart/2024-03-04.csv" --map ann-arbor >/dev/null || exit 99
echo 1..16

# comes_back DATABASE FORMAT: out, into an empty database, and out again.
comes_back() {
	rm -f "$dir"/again.db*
	"$DAIS" export "$1" --format "$2" >"$dir/first" 2>/dev/null && "$DAIS" init "$dir/again.db" --config "$conf" >/dev/null &&
		"$DAIS" import "$dir/again.db" "$dir/first" --map "$2" >"$dir/out" 2>"$dir/err" &&
		"$DAIS" export "$dir/again.db" --format "$2" >"$dir/second" 2>/dev/null && cmp -s "$dir/first" "$dir/second" && "$DAIS" verify "$dir/again.db" >/dev/null
}

for format in popolo opencivic; do
	run export "$db" --format $format
	[ $code -eq 0 ] && grep -q '"vote_events"' "$dir/out" && grep -q "A recused member is written as 'not voting'" "$dir/out" &&
		grep -q "1 recusal is written as 'not voting'" "$dir/err" && ! grep -q SECRET "$dir/out"
	result $? "$format: the file and stderr say what becomes of a recusal, and nothing of the closed session is there"
	comes_back "$db" $format
	result $? "$format: the same bytes after a round trip"
	grep -q '2 meetings (0 known already), 13 items, 8 motions with a result' "$dir/out"
	result $? "$format: the same meetings, items and motions"
done

run minutes "$dir/again.db" last
[ $code -eq 0 ] && grep -q 'Ximena Quispe Rojas' "$dir/out" && grep -q 'To issue the subpoena by Friday' "$dir/out" && grep -q 'Published elsewhere' "$dir/out"
result $? "the minutes of what was imported"

run export "$db" --format popolo --out "$dir/folder"
[ $code -eq 0 ] && [ -s "$dir/folder/pob-2024-12-16T18-00.json" ] && [ -s "$dir/folder/pob-2024-03-04T00-00.json" ] && [ "$(find "$dir/folder" -type f | wc -l)" -eq 2 ]
result $? "into a folder: a document a meeting"

rm -f "$dir"/again.db*
"$DAIS" init "$dir/again.db" --config "$conf" >/dev/null
"$DAIS" export "$db" --format popolo >"$dir/first" 2>/dev/null
run import "$dir/again.db" "$dir"/folder/*.json --map popolo
[ $code -eq 0 ] && "$DAIS" export "$dir/again.db" --format popolo 2>/dev/null | cmp -s - "$dir/first"
result $? "the documents of the folder are the whole"

run import "$dir/again.db" "$dir/first" --map popolo
[ $code -eq 0 ] && grep -q '0 meetings (2 known already)' "$dir/out"
result $? "the same document twice changes nothing"

run import "$db" "$dir/first" --map popolo
[ $code -eq 0 ] && grep -q '0 meetings (2 known already)' "$dir/out" && grep -q 'Here already' "$dir/out" && grep -q 'pob/2024-12-16T18:00' "$dir/out"
result $? "what was recorded here is not imported beside itself"

"$DAIS" init "$dir/empty.db" --config "$conf" >/dev/null
run export "$dir/empty.db" --format popolo --out "$dir/nothing.json"
[ $code -eq 1 ] && grep -q 'nothing to export' "$dir/err" && [ ! -e "$dir/nothing.json" ]
result $? "without a held meeting nothing is written, and that is said"

run export "$db" --format csv
[ $code -eq 2 ] && grep -q "not 'csv'" "$dir/err" && [ ! -s "$dir/out" ]
result $? "an unknown format is refused"

printf '{"events":[{"id":"e","start_date":"2024-01-01"}],"vote_events":[{"id":"v","motion_id":"none"}]}' >"$dir/bad.json"
run import "$dir/empty.db" "$dir/bad.json" --map popolo
bad=$code
head -c 100000 /dev/zero | tr '\0' '[' >"$dir/deep.json"
run import "$dir/empty.db" "$dir/deep.json" --map opencivic
[ $bad -eq 4 ] && [ $code -eq 4 ] && grep -q 'nested too deep' "$dir/err" && run export "$dir/empty.db" --format popolo && [ $code -eq 1 ]
result $? "documents that do not hold together are refused, and nothing of them is kept"

if [ -d "${DAIS_REAL_DATA:-/nonexistent}/annarbor_council" ]; then
	"$DAIS" init "$dir/a.db" --config "$conf" >/dev/null
	"$DAIS" import "$dir/a.db" "$DAIS_REAL_DATA"/annarbor_council/*.csv --map ann-arbor >/dev/null
	comes_back "$dir/a.db" popolo && grep -q '54 meetings (0 known already), 1293 items, 1271 motions with a result (21 failed)' "$dir/out" && comes_back "$dir/a.db" opencivic
	result $? "Ann Arbor: 54 meetings and 1,271 motions come back as they went"
	"$DAIS" init "$dir/n.db" --config "$conf" >/dev/null
	"$DAIS" import "$dir/n.db" "$DAIS_REAL_DATA"/nyc_council_public_safety/introduction/*/*.json "$DAIS_REAL_DATA"/nyc_council_public_safety/resolution/*/*.json --map nyc-council >/dev/null
	comes_back "$dir/n.db" popolo && grep -q '111 motions with a result (0 failed), 2981 votes by name' "$dir/out" && comes_back "$dir/n.db" opencivic
	result $? "New York: 111 motions and 2,981 votes come back as they went"
else
	echo "ok 15 # SKIP DAIS_REAL_DATA does not name the folder of the real data"
	echo "ok 16 # SKIP DAIS_REAL_DATA does not name the folder of the real data"
fi
