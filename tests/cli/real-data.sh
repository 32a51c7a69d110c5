#!/bin/sh
# Real published data come in with the counts that independent readers give. Needs DAIS_REAL_DATA.
if [ ! -d "${DAIS_REAL_DATA:-/nonexistent}/philly_iab" ]; then
	echo "1..0 # SKIP DAIS_REAL_DATA does not name the folder of the real data"
	exit 0
fi
dir=$(mktemp -d "${TMPDIR:-/tmp}/dais-real.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
n=0
data=$DAIS_REAL_DATA
result() {
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; sed 's/^/# /' "$dir/out" "$dir/err"; fi
}
# import MAP FILE...: into a fresh database
import() {
	map=$1
	shift
	rm -f "$dir"/"$map".db*
	"$DAIS" init "$dir/$map.db" --config "$top_srcdir/fixtures/riverton.conf" >/dev/null 2>"$dir/err" &&
		"$DAIS" import "$dir/$map.db" "$@" --map "$map" --words --now 2024-12-16T18:42 >"$dir/out" 2>"$dir/err"
}
# says COUNT TEXT: the report has this line
says() {
	grep -q "^ *$1  $2" "$dir/out"
}
# column THING DATABASE HEADING: the values under a heading, each with its count
column() {
	"$DAIS" list "$1" "$dir/$2.db" --format csv | awk -F, -v wanted="$3" '
		NR == 1 { for (i = 1; i <= NF; i++) if ($i == wanted) at = i; next } { count[$at]++ }
		END { for (word in count) print count[word], word }' | sort -rn
}
echo 1..18

philly="$data/philly_iab/complaints_against_police.csv $data/philly_iab/complaints.against.police.findings.csv"
import philadelphia $philly
[ $? -eq 0 ] && says 3,388 "new cases" && says 8,839 "new allegations" && says 724 "of the rows repeat" && says 443 "cases are open"
result $? "Philadelphia: 3,388 cases, 8,839 allegations, 724 repetitions, 443 open"

grep -q 'later file names (6)' "$dir/out" && grep -q '17-0442, 18-0090, 20-0147, 20-0373, 20-0449, 20-0451' "$dir/out"
result $? "Philadelphia: the six complaints without findings are named"

[ "$("$DAIS" list cases "$dir/philadelphia.db" --filter state:open --format json | grep -c '"number"')" -eq 443 ]
result $? "Philadelphia: 443 open cases are listed"

if command -v sqlite3 >/dev/null; then
	[ "$(sqlite3 "$dir/philadelphia.db" "SELECT count(DISTINCT case_id) FROM case_clock WHERE clock = 'resolve' AND status = 1")" -eq 443 ]
	result $? "Philadelphia: each of them carries its clock"
	overdue=$(sqlite3 "$dir/philadelphia.db" "SELECT count(*) FROM cases WHERE open = 1 AND date(received * 86400, 'unixepoch', '+180 days') < '2021-01-01'")
	[ "$overdue" -gt 100 ] && "$DAIS" render "$dir/philadelphia.db" --screen overview --size 120x40 --now 2021-01-01T12:00 | grep -q "Open cases 443 .* OVERDUE $overdue "
	result $? "Philadelphia: the overview counts as many overdue as SQL does from the days alone"
else
	for words in "each of them carries its clock" "the overview counts as many overdue as SQL"; do
		n=$((n + 1))
		echo "ok $n - Philadelphia: $words # SKIP sqlite3 is missing"
	done
fi

[ "$("$DAIS" list cases "$dir/philadelphia.db" --filter number:17-0442 --format json | grep -c '"open": "yes"')" -eq 0 ] &&
	[ "$("$DAIS" list cases "$dir/philadelphia.db" --filter number:17-0442 --format json | grep -c '"number"')" -eq 1 ]
result $? "Philadelphia: a complaint without findings is there and not open"

column allegations philadelphia finding_investigator >"$dir/findings"
printf '%s\n' '6107 No Sustained Findings' '1925 Sustained Finding' '611 Pending' '194 Not Applicable' '2 ' | diff - "$dir/findings" >"$dir/err"
result $? "Philadelphia: the findings as published"

"$DAIS" import "$dir/philadelphia.db" $philly --map philadelphia >"$dir/out" 2>"$dir/err" && grep -q 'imported before' "$dir/out" &&
	[ "$("$DAIS" list cases "$dir/philadelphia.db" --format json | grep -c '"number"')" -eq 3388 ]
result $? "Philadelphia: the same files again change nothing and say so"

import detroit "$data/detroit_bopc/DPD_Citizen_Complaints.csv"
[ $? -eq 0 ] && says 4,482 "new cases" && says 19,735 "new allegations"
result $? "Detroit: 4,482 cases, 19,735 allegations"

says 293 "Closed: a year outside" && says 6 "Closed: closed before it was received" && says 995 "Age: an age outside 1 to 110"
result $? "Detroit: absurd dates and ages are counted by reason"

column allegations detroit finding_board >"$dir/findings"
printf '%s\n' '5563 No Charge' '3397 Admin. Closure' '2857 Unfounded' '2217 Not Sustained' '2159 Exonerated' '1786 Sustained' \
	'1216 Inconclusive' '539 Void' '1 **Pending**' | diff - "$dir/findings" >"$dir/err"
result $? "Detroit: the findings as published"

import rochester "$data/rochester_crb/CRB_Reviews.csv"
[ $? -eq 0 ] && says 103 "new cases" && says 809 "new allegations"
result $? "Rochester: 103 cases, 809 allegations"

"$DAIS" list allegations "$dir/rochester.db" --format csv | awk -F, '
	NR == 1 { for (i = 1; i <= NF; i++) { if ($i == "finding_board") board = i; if ($i == "finding_chief") chief = i }; next }
	$board != $chief { n++ } $board == "Sustained" { b++ } $chief == "Sustained" { c++ }
	END { print n, b, c }' >"$dir/out"
[ "$(cat "$dir/out")" = "220 97 54" ]
result $? "Rochester: the chief disagrees with the board on 220; the board sustained 97, the chief 54"

"$DAIS" list docket "$dir/rochester.db" --format json | sed -n 's/.*"reasons": "\([^"]*\)", "answers": \([0-9]*\).*/\1 \2/p' |
	awk '$1 == "answer" { n++; sum += $2 } END { print sum, n }' >"$dir/out"
[ "$(cat "$dir/out")" = "220 55" ]
result $? "Rochester: the 220 disagreements, on 55 cases, are due as answers that are owed"

import new-orleans "$data/new_orleans_uof/NOPD_Use_of_Force_Incidents.csv"
[ $? -eq 0 ] && says 5,750 "new use-of-force reports, 2,231 file numbers, 137 pending"
result $? "New Orleans: 5,750 reports, 2,231 file numbers, 137 pending"

says 3 "Officer Injured: a shifted row" && grep -q 'rows 1534 (refuse verbal commands), 1535 (refuse' "$dir/out" && says 311 "of the rows repeat"
result $? "New Orleans: three shifted rows and 311 repetitions are reported"

column force new-orleans disposition >"$dir/findings"
printf '%s\n' '3315 Use Of Force Authorized' '1843 UOF Justified' '166 UOF Justified With Training' '137 Pending' \
	'129 UOF Justified With Policy Violation' '103 UOF Not Justified' '25 Cancel FIT FTN' '15 ' '8 Use Of Force Not Authorized' \
	'6 UOF Complaint of Injury/No Reportable Force Used' '2 UOF No Reportable Force Used by Officer' '1 uof' | diff - "$dir/findings" >"$dir/err"
result $? "New Orleans: the dispositions as published, also of shifted rows"

bad=0
for file in $philly "$data/detroit_bopc/DPD_Citizen_Complaints.csv" "$data/rochester_crb/CRB_Reviews.csv" \
	"$data/new_orleans_uof/NOPD_Use_of_Force_Incidents.csv"; do
	rm -f "$dir"/draft.*
	"$DAIS" map "$file" >"$dir/draft.conf" 2>"$dir/err" && "$DAIS" check "$dir/draft.conf" >"$dir/out" 2>&1 &&
		"$DAIS" init "$dir/draft.db" --config "$top_srcdir/fixtures/riverton.conf" >/dev/null 2>"$dir/err" &&
		"$DAIS" import "$dir/draft.db" "$file" --map "$dir/draft.conf" --dry-run >"$dir/out" 2>"$dir/err" ||
		{ bad=1; break; }
done
result $bad "the drafted map of each file is sound and reads it"
