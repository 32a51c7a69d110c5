#!/bin/sh
# Charts of real published data: known counts, and every point opens exactly the cases behind it. Needs DAIS_REAL_DATA.
if [ ! -d "${DAIS_REAL_DATA:-/nonexistent}/philly_iab" ]; then
	echo "1..0 # SKIP DAIS_REAL_DATA does not name the folder of the real data"
	exit 0
fi
. "$top_srcdir/tests/cli/lib.sh"
echo 1..9
data=$DAIS_REAL_DATA now=2024-12-16T18:42
import() {
	map=$1
	shift
	"$DAIS" init "$dir/$map.db" --config "$top_srcdir/fixtures/riverton.conf" >/dev/null 2>&1
	run import "$dir/$map.db" "$@" --map "$map" --now $now
}
sum() { awk -F, 'NR > 1 { n += $5 } END { print n + 0 }' "$dir/out"; }
points() {
	"$top_builddir/tests/model/chart_points" "$dir/$1.db" "$top_srcdir/fixtures/riverton.conf" 2024-12-16 >"$dir/out" 2>&1
	code=$?
	result $code "$1: every point of every chart opens the cases it counts"
}

import philadelphia "$data/philly_iab/complaints_against_police.csv" "$data/philly_iab/complaints.against.police.findings.csv"
run chart "$dir/philadelphia.db" ageing --format csv --now $now
[ "$(sum)" = 443 ]
result $? "Philadelphia: 443 cases are open"
run chart "$dir/philadelphia.db" cases --months 0 --format csv --now $now
[ "$(sum)" = 3388 ] && grep -q ',2016-01,' "$dir/out" && grep -q ',2021-03,.*still filling' "$dir/out" && ! grep -q ',2021-04,' "$dir/out"
result $? "Philadelphia: 3,388 cases from January 2016 to March 2021, the end still filling"
run chart "$dir/philadelphia.db" cases --format words --now $now
grep -q 'No newer data than Mar 2021' "$dir/out"
result $? "Philadelphia: the chart says that the data end"
points philadelphia

import detroit "$data/detroit_bopc/DPD_Citizen_Complaints.csv"
run chart "$dir/detroit.db" cases --months 0 --format csv --now $now
[ "$(sum)" = 4482 ]
result $? "Detroit: 4,482 cases"
points detroit

import rochester "$data/rochester_crb/CRB_Reviews.csv"
run chart "$dir/rochester.db" stages --format csv --now $now
grep -q '^investigator,Not sustained,,387,' "$dir/out" && grep -q '^board,Sustained,,97,' "$dir/out" && grep -q '^chief,Sustained,,54,' "$dir/out"
result $? "Rochester: the findings of three stages"
run chart "$dir/rochester.db" stages --format words --now $now
grep -q 'differs from the board.s on 220 allegations' "$dir/out"
result $? "Rochester: the chief disagrees with the board on 220"
points rochester
