#!/bin/sh
# dais import with small made-up files: what is odd is told with its place, nothing is lost, nothing is half done.
dir=$(mktemp -d "${TMPDIR:-/tmp}/dais-import.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
n=0
result() {
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; sed 's/^/# /' "$dir/out" "$dir/err"; fi
}
fresh() {
	rm -f "$dir"/t.db*
	"$DAIS" init "$dir/t.db" --config "$top_srcdir/fixtures/riverton.conf" >/dev/null
}
# import ARGUMENTS: into t.db, code in $code
import() {
	"$DAIS" import "$dir/t.db" "$@" --now 2024-12-16T18:42 >"$dir/out" 2>"$dir/err" </dev/null
	code=$?
}
count() {
	"$DAIS" list "$1" "$dir/t.db" --format json ${2:+--filter "$2"} >"$dir/list"
	[ $? -le 1 ] || { echo failed; return; }
	grep -c '^{' "$dir/list"
}
says() {
	grep -q "^ *$1  $2" "$dir/out"
}
echo 1..46

cat >"$dir/m.conf" <<'MAP'
title = "Test";
years = [ 2000, 2030 ];
ages = [ 1, 110 ];
open_findings = [ "Pending" ];
files = ( {
  name = "complaints"; rows = "allegations";
  dates = [ "%Y-%m-%d", "%m/%d/%Y" ];
  blanks = [ "NA", "NULL", "#VALUE!" ];
  columns = (
    { from = "id"; to = "number"; }, { from = "in"; to = "received"; }, { from = "out"; to = "closed"; },
    { from = "age"; to = "person_age"; }, { from = "district"; to = "district"; }, { from = "class"; to = "class"; },
    { from = "finding"; to = "finding_board"; }, { from = "text"; to = "summary"; }
  );
  skip = ( [ "id", "TOTAL" ] );
} );
MAP
head='id,in,out,age,district,class,finding,text'

# --- dates, ages, blanks ---
fresh
printf '%s\n' "$head" 'A-1,2020-01-05,2020-03-01,34,North,Force,Sustained,"two
lines"' 'A-2,3019-01-01,,0,NA,Force,Pending,x' 'A-3,2020-02-30,NULL,930,North,Force,Pending,x' \
	'A-4,2020-05-01,2020-04-01,twelve,North,Force,Unfounded,x' 'A-5,05/06/2020,1/7/2020,#VALUE!,north,Force,Unfounded,x' >"$dir/a.csv"
import "$dir/a.csv" --map "$dir/m.conf"
[ $code -eq 0 ] && [ "$(count cases)" -eq 5 ] && [ "$(count allegations)" -eq 5 ]
result $? "every row becomes a case, however odd"
says 1 "in: a year outside 2000 to 2030" && says 1 "in: not a date" && says 2 "out: closed before it was received" &&
	says 2 "age: an age outside 1 to 110" && says 1 "age: not a whole number" && grep -q 'row 3 (3019-01-01)' "$dir/out"
result $? "what is odd is counted by reason, with row and value"
[ "$(count cases received:2020)" -eq 3 ] && [ "$(count cases state:open)" -eq 2 ] && says 2 "cases are open"
result $? "absurd dates are unknown; a pending finding keeps a case open"
"$DAIS" list cases "$dir/t.db" --filter number:A-4 --format json | grep -q '"closed": null'
result $? "closed before received is unknown"

# --- again, and overlapping ---
import "$dir/a.csv" --map "$dir/m.conf"
[ $code -eq 0 ] && grep -q 'imported before, on 2024-12-16' "$dir/out" && [ "$(count allegations)" -eq 5 ]
result $? "the same file again changes nothing and says when it came"
{ cat "$dir/a.csv"; echo 'A-6,2021-01-01,,50,North,Force,Pending,new'; } >"$dir/b.csv"
import "$dir/b.csv" --map "$dir/m.conf"
[ $code -eq 0 ] && says 5 "of them known" && says 1 "new case (the files name 6)" && [ "$(count cases)" -eq 6 ] && [ "$(count allegations)" -eq 6 ]
result $? "an overlapping file brings only its new rows"
sed 's/^A-6,2021-01-01,,50,North,Force,Pending/A-6,2021-01-01,2021-06-01,50,North,Force,Sustained/' "$dir/b.csv" >"$dir/c.csv"
import "$dir/c.csv" --map "$dir/m.conf"
[ $code -eq 0 ] && says 1 "known allegation brought up to date" && [ "$(count allegations)" -eq 6 ] &&
	[ "$(count cases 'number:A-6 state:closed')" -eq 1 ] && [ "$(count cases closed:2021-06-01)" -eq 1 ]
result $? "a newer file closes a case whose finding was pending, without a second allegation"

# --- repetitions, headings, totals, ragged rows ---
fresh
printf '%s\n' "$head" 'B-1,2020-01-05,,34,North,Force,Pending,x' 'B-1,2020-01-05,,34,North,Force,Pending,x' "$head" 'TOTAL,,,,,,,' \
	'B-2,2020-01-05' 'B-3,2020-01-05,,34,North,Force,Pending,x,extra,more' ',2020-01-05,,34,North,Force,Pending,x' \
	'B-4,2020-01-05,,34,North,Force,Pending,x,,' >"$dir/a.csv"
import "$dir/a.csv" --map "$dir/m.conf"
[ $code -eq 0 ] && says 1 "of the rows repeats" && [ "$(count allegations)" -eq 5 ] &&
	[ "$("$DAIS" list allegations "$dir/t.db" --format json | grep -c '"copy": 1')" -eq 1 ]
result $? "an exact repetition is kept and marked as a copy"
says 2 "of them skipped" && says 1 "the heading line again" && says 1 "a row that the map says to skip"
result $? "repeated headings and totals are skipped and counted"
says 1 "a row has fewer fields" && grep -q 'row 6 (2 fields)' "$dir/out" && says 1 "a row has more fields" && grep -q 'row 7 (10 fields)' "$dir/out"
result $? "ragged rows are reported with their row; commas at the end are not"
says 1 "a row without case number" && [ "$(count cases)" -eq 4 ]
result $? "a row without case number is told"

# --- strict, dry run ---
cp "$dir/a.csv" "$dir/d.csv"
fresh
import "$dir/d.csv" --map "$dir/m.conf" --strict
[ $code -eq 4 ] && grep -q '^dais: d.csv: row 4: ' "$dir/err" && ! grep -q 'stored as\|kept as' "$dir/err" && [ "$(count cases)" -eq 0 ] && [ ! -s "$dir/out" ]
result $? "strict stops at the first odd row, names it and changes nothing"
import "$dir/d.csv" --map "$dir/m.conf" --dry-run
[ $code -eq 0 ] && grep -q 'dry run' "$dir/out" && [ "$(count cases)" -eq 0 ] && says 4 "new cases"
result $? "a dry run reports and changes nothing"

# --- encodings and hostile bytes ---
fresh
{ echo "$head"; printf 'C-1,2020-01-05,,34,Caf\351,Force,Pending,\223x\224\n'; } >"$dir/a.csv"
sed 's/rows = "allegations";/&\n  encoding = "CP1252";/' "$dir/m.conf" >"$dir/latin.conf"
import "$dir/a.csv" --map "$dir/latin.conf"
[ $code -eq 0 ] && [ "$(count cases 'district:Café')" -eq 1 ] && "$DAIS" list cases "$dir/t.db" --format json | grep -q '“x”'
result $? "a declared encoding is read"
fresh
import "$dir/a.csv" --map "$dir/m.conf"
[ $code -eq 0 ] && says 1 "district: bytes that are no UTF-8" && [ "$(count cases)" -eq 1 ]
result $? "bytes that are no UTF-8 are told, and the row stays"
fresh
{ printf '\357\273\277%s\r\n' "$head"; printf 'D-1,2020-01-05,,34,North,Force,Pending,"a\r\nb"\r\nD-2,2020-01-05,,34,North,Force,Pending,x\r\n'; } >"$dir/a.csv"
import "$dir/a.csv" --map "$dir/m.conf"
[ $code -eq 0 ] && [ "$(count cases)" -eq 2 ] && grep -q 'Nothing was odd' "$dir/out"
result $? "a byte order mark and CRLF are no oddity"
fresh
printf '%s\rE-1,2020-01-05,,34,North,Force,Pending,x\rE-2,2020-01-05,,34,North,Force,Pending,x' "$head" >"$dir/a.csv"
import "$dir/a.csv" --map "$dir/m.conf"
[ $code -eq 0 ] && [ "$(count cases)" -eq 2 ]
result $? "lines that end in CR alone are read"
fresh
{ echo "$head"; printf 'F\033]0;pwned\a-1,2020-01-05,20\033[2J,\0339\302\2332J,\033[31mNorth\342\200\256,Fo\302\205rce\300\257,Pend\355\240\200ing,=cmd|x\033c\n'; } >"$dir/a.csv"
import "$dir/a.csv" --map "$dir/m.conf" --words
{ cat "$dir/out" "$dir/err"; for form in table csv json; do "$DAIS" list cases "$dir/t.db" --format $form; "$DAIS" list allegations "$dir/t.db" --format $form; done; } >"$dir/all"
[ $code -eq 0 ] && [ "$(count cases)" -eq 1 ] && ! grep -q "$(printf '\033')" "$dir/all" && ! grep -q "$(printf '\a')" "$dir/all" &&
	! grep -q "$(printf '\302\233')" "$dir/all" && ! grep -q "$(printf '\342\200\256')" "$dir/all" && iconv -f UTF-8 -t UTF-8 "$dir/all" >/dev/null
result $? "escape sequences, C1, bidi and broken bytes in every field reach no output raw"
"$DAIS" list cases "$dir/t.db" --format csv | grep -q "'=cmd"
result $? "a formula does not reach a spreadsheet as one"
iconv -f UTF-8 -t UTF-16 "$dir/m.conf" >"$dir/u.csv"
import "$dir/u.csv" --map "$dir/m.conf"
[ $code -eq 4 ] && grep -q 'u.csv:1: this file is UTF-16' "$dir/err"
result $? "UTF-16 is told"
{ echo "$head"; echo 'x,y'; printf 'G-1,2020\000,,\n'; } >"$dir/nul.csv"
import "$dir/nul.csv" --map "$dir/m.conf"
[ $code -eq 4 ] && grep -q 'nul.csv:3: a NUL byte' "$dir/err" && [ "$(count cases)" -eq 1 ]
result $? "a NUL byte is told with its line, and nothing of the file is kept"
{ echo "$head"; echo 'H-1,2020-01-05,,34,North,Force,Pending,x'; echo 'H-2,2020-01-05,,34,North,Force,Pending,"open'; echo 'H-3,more'; } >"$dir/q.csv"
import "$dir/q.csv" --map "$dir/m.conf"
[ $code -eq 4 ] && grep -q 'q.csv:3: a quote opened on this line is never closed' "$dir/err" && [ "$(count cases)" -eq 1 ]
result $? "an unclosed quote is told with the line where it opened"
{ echo "$head"; awk 'BEGIN { printf "I-1,2020-01-05,,34,North,Force,Pending,"; for (i = 0; i < 1048576; i++) printf "0123456789"; print "" }'; } >"$dir/big.csv"
import "$dir/big.csv" --map "$dir/m.conf"
[ $code -eq 4 ] && grep -q 'big.csv:2: a field is longer than 1048576 bytes' "$dir/err"
result $? "a field of 10 MB is refused with its line"
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "c%d,", i; print "" }' >"$dir/wide.csv"
import "$dir/wide.csv" --map "$dir/m.conf"
[ $code -eq 4 ] && grep -q 'wide.csv:1: more than 1000 columns' "$dir/err"
result $? "100,000 columns are refused"
fresh
printf '%s\n' 'id,in,out,age,district,class,finding,text,class,extra' 'J-1,2020-01-05,,34,North,Force,Pending,x,Other,z' >"$dir/a.csv"
import "$dir/a.csv" --map "$dir/m.conf"
[ $code -eq 0 ] && says 1 "a heading stands twice" && says 1 "a column that the map does not mention" && [ "$(count cases class:force)" -eq 1 ]
result $? "headings that stand twice or that the map does not mention are told"

# --- the wrong file, the wrong map, no database ---
printf '%s\n' 'ident,in,out,age,district,class,finding,text' >"$dir/a.csv"
import "$dir/a.csv" --map "$dir/m.conf"
[ $code -eq 4 ] && grep -q "a.csv:1: there is no column 'id'" "$dir/err"
result $? "a missing column is told"
: >"$dir/empty.csv"
import "$dir/empty.csv" --map "$dir/m.conf"
[ $code -eq 4 ] && grep -q 'empty.csv:1: the file is empty' "$dir/err"
result $? "an empty file is told"
import "$dir/a.csv" "$dir/a.csv" --map "$dir/m.conf"
[ $code -eq 2 ] && grep -q 'reads 1 file (complaints), and 2 were given' "$dir/err"
result $? "the number of files must be the map's"
import "$dir/a.csv" --map nosuchmap
[ $code -eq 3 ] && grep -q 'philadelphia' "$dir/err"
result $? "an unknown map: the installed ones are named"
import "$dir/a.csv"
[ $code -eq 2 ] && grep -q -- '--map' "$dir/err"
result $? "without a map the command line is told what it needs"
"$DAIS" import "$dir/none.db" "$dir/a.csv" --map "$dir/m.conf" >"$dir/out" 2>"$dir/err"
[ $? -eq 4 ] && grep -q 'dais init' "$dir/err" && [ ! -e "$dir/none.db" ]
result $? "without a database: how to make one"
import "$dir/nosuch.csv" --map "$dir/m.conf"
[ $code -eq 4 ] && grep -q 'nosuch.csv' "$dir/err"
result $? "a missing data file is told"
mkfifo "$dir/fifo" && import "$dir/fifo" --map "$dir/m.conf"
[ $code -eq 4 ] && grep -q 'not a regular file' "$dir/err"
result $? "a FIFO does not hang the import"

# --- two files ---
fresh
cat >"$dir/two.conf" <<'MAP'
title = "Two files";
open_findings = [ "Pending" ];
files = (
  { name = "cases"; rows = "cases"; columns = ( { from = "id"; to = "number"; }, { from = "in"; to = "received"; } ); },
  { name = "findings"; rows = "allegations"; join = "case"; columns = ( { from = "class"; to = "class"; }, { from = "finding"; to = "finding_board"; } ); }
);
MAP
printf '%s\n' id,in K-1,2020-01-01 K-2,2020-01-02 K-3,2020-01-03 >"$dir/1.csv"
printf '%s\n' case,class,finding K-1,Force,Sustained K-1,Search,Pending K-9,Force,Pending K-2,Force,Unfounded >"$dir/2.csv"
import "$dir/1.csv" "$dir/2.csv" --map "$dir/two.conf"
[ $code -eq 0 ] && says 4 "new cases" && says 4 "new allegations" && says 2 "cases are open" && [ "$(count cases state:open)" -eq 2 ]
result $? "a second file joins the cases of the first"
says 1 "a case number that the first file does not have" && grep -q 'row 4 (K-9)' "$dir/out" && grep -q '^  K-3$' "$dir/out"
result $? "rows without a case and cases without rows are named"
"$DAIS" render "$dir/t.db" --screen cases --filter number:K-1 --size 120x40 >"$dir/out" 2>"$dir/err"
grep -q '▶ Received' "$dir/out" && ! grep -q '▶ Closed' "$dir/out"
result $? "a case that the second file opens is not told as closed before"

# --- killed half way ---
fresh
awk -v head="$head" 'BEGIN { print head; for (i = 0; i < 150000; i++) printf "L-%d,2020-01-05,,34,North,Force,Pending,some words of a story %d\n", i, i }' >"$dir/big.csv"
"$DAIS" import "$dir/t.db" "$dir/big.csv" --map "$dir/m.conf" >"$dir/out" 2>"$dir/err" &
pid=$!
# Wait until the import has begun to write, then end it without a chance to tidy up.
while kill -0 $pid 2>/dev/null && [ "$(cat "$dir"/t.db* 2>/dev/null | wc -c)" -lt 1000000 ]; do :; done
kill -9 $pid 2>/dev/null
wait $pid 2>/dev/null
[ $? -eq 137 ] && [ "$(count cases)" -eq 0 ] && [ "$(count sources)" -eq 0 ] && import "$dir/big.csv" --map "$dir/m.conf" && [ "$(count cases)" -eq 150000 ]
result $? "an import killed half way leaves the database as it was, and can be made again"

# --- interrupted ---
fresh
"$DAIS" import "$dir/t.db" "$dir/big.csv" --map "$dir/m.conf" >"$dir/out" 2>"$dir/err" &
pid=$!
while kill -0 $pid 2>/dev/null && [ ! -e "$dir/t.db-journal" ]; do :; done
kill -INT $pid 2>/dev/null
wait $pid 2>/dev/null
[ $? -eq 130 ] && grep -q 'interrupted' "$dir/err" && [ ! -s "$dir/out" ] && [ "$(count cases)" -eq 0 ] && [ "$(count sources)" -eq 0 ]
result $? "Ctrl-C ends an import with exit code 130 and nothing changed"

# --- what is no CSV, and files with nothing to bring ---
fresh
ok=0
printf 'PK\003\004\024\000\006\000' >"$dir/book.csv"
printf '\320\317\021\340\241\261\032\341' >"$dir/old.csv"
printf '<!DOCTYPE html><html><body>404</body></html>\n' >"$dir/page.csv"
printf '[\n  { "id": 1 }\n]\n' >"$dir/data.csv"
for pair in book:spreadsheet old:Excel page:'web page' data:JSON; do
	import "$dir/${pair%%:*}.csv" --map "$dir/m.conf"
	[ $code -eq 4 ] && grep -q "csv:1: .*${pair#*:}" "$dir/err" || ok=1
done
import "$dir/t.db" --map "$dir/m.conf"
[ $code -eq 4 ] && grep -q 'this is a database' "$dir/err" || ok=1
result $ok "a spreadsheet, a web page and a database are known for what they are"
import "$dir" --map "$dir/m.conf"
[ $code -eq 4 ] && grep -q "^dais: $dir: .*folder" "$dir/err"
result $? "a folder is told as one"
echo "$head" >"$dir/a.csv"
import "$dir/a.csv" --map "$dir/m.conf"
[ $code -eq 0 ] && grep -q 'headings and no rows' "$dir/out" && ! grep -q 'Nothing was odd\|To see' "$dir/out"
result $? "headings without rows are told"

# --- what the map leaves out, and numbers that two publishers use ---
sed -e 's/{ from = "in"; .*"closed"; },//' -e 's/{ from = "finding"; to = "finding_board"; }, //' "$dir/m.conf" >"$dir/plain.conf"
printf '%s\n' "$head" 'P-1,2020-01-05,,34,North,Force,Pending,x' 'P-2,2020-01-05,,34,North,Force,Pending,x' >"$dir/a.csv"
import "$dir/a.csv" --map "$dir/plain.conf"
[ $code -eq 0 ] && says 2 "open: every case, because the map reads neither" && says 2 "cases have no day received"
result $? "a map that reads no dates and no findings: what follows from it is told"
printf '%s\n' "$head" 'P-2,2020-02-05,,34,South,Force,Unfounded,y' 'P-3,2020-02-05,,34,South,Force,Unfounded,y' >"$dir/b.csv"
import "$dir/b.csv" --map "$dir/m.conf"
[ $code -eq 0 ] && grep -A 3 'another map (plain) .* (1)' "$dir/out" | grep -q '^  P-2$'
result $? "cases that another map brought and this one changed are named"
printf '%s\n' "$head" 'P-3,2020-02-05,,34,South,Force,Pending,y' >"$dir/b.csv"
import "$dir/b.csv" --map "$dir/m.conf"
[ $code -eq 0 ] && says 1 "known allegation" && ! grep -q 'another map' "$dir/out" && says 1 "case is open"
result $? "a newer file of the same publisher is no such thing"
fresh
sed -e 's/{ from = "in"; .*"closed"; },//' -e 's/{ from = "finding"; to = "finding_board"; }, //' "$dir/m.conf" >"$dir/plain.conf"
printf '%s\n' "$head" 'R-1,2020-01-05,2020-02-05,34,South,Force,Unfounded,y' 'R-2,2020-01-05,,34,South,Force,Pending,y' >"$dir/b.csv"
import "$dir/b.csv" --map "$dir/m.conf"
printf '%s\n' "$head" 'R-1,2020-01-05,2020-02-05,34,East,Force,Unfounded,z' 'R-2,2020-01-05,,34,East,Force,Pending,z' >"$dir/b.csv"
import "$dir/b.csv" --map "$dir/plain.conf"
[ $code -eq 0 ] && [ "$(count cases state:open)" -eq 1 ] && [ "$(count cases district:east)" -eq 2 ] && says 1 "case is open"
result $? "a map that reads no end of a case opens none that was closed"
fresh
sed -e '/"in"; to/s/{ from = "in"; to = "received"; },//' "$dir/m.conf" >"$dir/plain.conf"
printf '%s\n' "$head" 'Q-1,,,34,South,Force,Sustained,y' 'Q-2,,,34,South,Force,Unfounded,y' >"$dir/b.csv"
import "$dir/b.csv" --map "$dir/plain.conf"
"$DAIS" chart "$dir/t.db" sustained --format words >"$dir/out"
grep -q '^2 findings of cases without a received day' "$dir/out"
result $? "findings without a month are counted once, sustained or not"
