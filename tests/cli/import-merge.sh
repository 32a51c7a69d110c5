#!/bin/sh
# dais import: what the rows of one case give together, and what a newer file changes in it.
. "$top_srcdir/tests/cli/lib.sh"
echo 1..11
import() {
	run import "$dir/t.db" "$@" --map "$dir/m.conf" --now 2024-12-16T18:42
}
# The cases that a filter finds, one JSON object a line, in $dir/list.
cases() {
	"$DAIS" list cases "$dir/t.db" --filter "$1" --format json >"$dir/list"
}
cat >"$dir/m.conf" <<'MAP'
title = "Test";
open_findings = [ "Pending", "" ];
files = ( {
  name = "complaints"; rows = "allegations";
  columns = (
    { from = "id"; to = "number"; }, { from = "in"; to = "received"; }, { from = "class"; to = "class"; },
    { from = "finding"; to = "finding_board"; }, { from = "text"; to = "summary"; }, { from = "rank"; to = "priority"; }
  );
} );
MAP
cp "$top_srcdir/fixtures/riverton.conf" "$dir/board.conf"
"$DAIS" init "$dir/t.db" --config "$dir/board.conf" >/dev/null

head='id,in,class,finding,text,rank'
printf '%s\n' "$head" 'A-1,2020-01-05,Force,Sustained,,' 'A-1,2020-01-05,Force,Unfounded,the story of Straße,3' \
	'A-1,2020-01-05,Force,Unfounded,another story,1' 'B-1,2020-01-06,Force,,x,2' >"$dir/a.csv"
import "$dir/a.csv"
cases number:A-1
[ $code -eq 0 ] && grep -q '"summary": "the story of Straße"' "$dir/list" && grep -q '"priority": 3' "$dir/list"
result $? "a summary and a priority come from the first row that has them"
cases STRASSE && grep -q A-1 "$dir/list" && cases Straße && grep -q A-1 "$dir/list"
result $? "text is found however the sharp s is spelt"
cases 'state:open' && [ "$(grep -c '^{' "$dir/list")" -eq 1 ] && grep -q B-1 "$dir/list"
result $? "a blank finding that the map calls open keeps a case open"

{ cat "$dir/a.csv"; echo 'B-1,2020-01-06,Search,,x,0'; } >"$dir/b.csv"
import "$dir/b.csv"
cases 'state:open' && [ $code -eq 0 ] && grep -q B-1 "$dir/list"
result $? "so it does when a newer file adds a row"
grep -q '"priority": 0' "$dir/list"
result $? "a newer file lowers a priority"

# The rows are known, and the case is another body's.
sed -i 's/"pob"/"pob2"/' "$dir/board.conf"
{ cat "$dir/b.csv"; echo 'B-1,2020-01-06,Bias,,x,1'; } >"$dir/c.csv"
import "$dir/c.csv"
cases number:B-1 && [ $code -eq 0 ] && [ "$(grep -c '^{' "$dir/list")" -eq 2 ]
result $? "known rows of another body are passed over, and a new row makes its case"

# --- closed, and opened again ---
cat >"$dir/m.conf" <<'MAP'
title = "Test";
files = ( {
  name = "cases"; rows = "cases";
  columns = ( { from = "id"; to = "number"; }, { from = "in"; to = "received"; }, { from = "out"; to = "closed"; } );
} );
MAP
printf '%s\n' id,in,out D-1,2020-01-05,2020-03-01 D-2,2020-01-06,2020-03-01 D-3,2020-01-06,2020-03-01 >"$dir/a.csv"
printf '%s\n' id,in,out D-1,2020-01-05, D-2,2020-01-06,2020-03-01 D-2,2020-01-06, D-3,2020-01-06,soon >"$dir/b.csv"
import "$dir/a.csv"
cases 'number:D- state:closed' && [ $code -eq 0 ] && [ "$(grep -c '^{' "$dir/list")" -eq 3 ]
result $? "cases with a closing date are closed"
import "$dir/b.csv"
cases 'number:D- state:open' && [ $code -eq 0 ] && [ "$(grep -c '^{' "$dir/list")" -eq 1 ] && grep -q '"number": "D-1".*"closed": null' "$dir/list"
result $? "a newer row without it opens the case again, unless another row has one, even a bad one"
cases 'closed:2020-03-01' && [ "$(grep -c '^{' "$dir/list")" -eq 2 ]
result $? "and takes its closing date away"

# --- a day that does not fit the days known before ---
printf '%s\n' id,in,out E-1,,2020-03-01 E-2,2020-01-05,2020-03-01 E-1,2020-05-01, >"$dir/a.csv"
import "$dir/a.csv"
cases number:E-1 && [ $code -eq 0 ] && grep -q '"received": "2020-05-01", "closed": null' "$dir/list" &&
	grep -q 'closed before it was received' "$dir/out"
result $? "a row that puts the beginning of a case behind its end is told, and the end is unknown"
printf '%s\n' id,in,out E-2,2020-06-01,2020-03-01 >"$dir/b.csv"
import "$dir/b.csv"
cases number:E-2 && [ $code -eq 0 ] && grep -q '"received": "2020-06-01", "closed": null' "$dir/list"
result $? "so it is in a newer file"
