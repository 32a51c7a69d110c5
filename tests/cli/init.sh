#!/bin/sh
# dais init: a database with its board file, the example or a preset, written beside it and never over anything.
. "$top_srcdir/tests/cli/lib.sh"
presets=$(cd "$top_srcdir/fixtures/presets" && ls ./*.conf | sed 's/^..//; s/\.conf$//')
echo 1..14

run init --presets
[ $code -eq 0 ] && [ "$(sed 's/ .*//' "$dir/out")" = "$presets" ] && grep -q '^small-board  *Alder Falls Police Review Board, Town of Alder Falls$' "$dir/out"
result $? "--presets lists what is installed, each with its body"

LANGUAGE=es LC_ALL=C.UTF-8 LANG=es_US.UTF-8 "$DAIS" init --help >"$dir/out" 2>"$dir/err"
code=$?
[ $code -eq 0 ] && grep -q -- '--presets' "$dir/out" && grep -q -- '--preset' "$dir/out"
result $? "--help names both options"

ok=0
for preset in $presets; do
	mkdir "$dir/$preset"
	run init "$dir/$preset/x.db" --preset "$preset"
	[ $code -eq 0 ] && cmp -s "$dir/$preset/$preset.conf" "$top_srcdir/fixtures/presets/$preset.conf" &&
		grep -q "$preset.conf: the board file of the preset" "$dir/out" &&
		"$DAIS" render "$dir/$preset/x.db" --screen overview >"$dir/screen" 2>&1 &&
		"$DAIS" calendar "$dir/$preset/x.db" --now 2026-01-05T09:00 --until 2026-06-30 --lay-out >>"$dir/out" 2>&1 &&
		"$DAIS" agenda "$dir/$preset/x.db" --now 2026-01-05T09:00 --both >>"$dir/out" 2>&1 &&
		run check "$dir/$preset/$preset.conf" && [ $code -eq 0 ] && [ "$(wc -l <"$dir/out")" -eq 1 ] || { ok=1; break; }
done
result $ok "each preset makes a database, whose copy of the board file is sound, and draws, plans and prints"

mkdir "$dir/own"
echo 'my own words' >"$dir/own/small-board.conf"
run init "$dir/own/x.db" --preset small-board
[ $code -eq 4 ] && [ "$(cat "$dir/own/small-board.conf")" = 'my own words' ] && [ ! -e "$dir/own/x.db" ] &&
	grep -q 'small-board.conf is there already and is left as it is; to use it, give --config .*small-board.conf' "$dir/err"
result $? "a board file of that name is not written over, and no database is made"

run init "$dir/small-board/x.db" --preset small-board
[ $code -eq 4 ] && grep -q 'x.db is there already' "$dir/err"
result $? "neither is a database"

ok=0
for name in small_board ../presets/small-board riverton "$dir/own/small-board.conf" ''; do
	run init "$dir/none.db" --preset "$name"
	[ $code -eq 2 ] && [ ! -e "$dir/none.db" ] && grep -q "there is no preset '.*'; there are: .*small-board" "$dir/err" || { ok=1; break; }
done
result $ok "a preset that is none is told with those that are, a path is none either"

run init "$dir/none.db" --preset small-board --config "$top_srcdir/fixtures/riverton.conf"
ok=1
[ $code -eq 2 ] && grep -q 'either --config BOARD or --preset NAME' "$dir/err" && ok=0
for words in '' "$dir/none.db --presets"; do
	# shellcheck disable=SC2086  # words
	run init $words
	[ $code -eq 2 ] && grep -q 'either a database FILE to make or --presets' "$dir/err" || ok=1
done
[ ! -e "$dir/none.db" ] && [ ! -e "$dir/small-board.conf" ] || ok=1
result $ok "two board files, or no file, or a file to be listed: exit code 2"

# The name is a link into a folder that is not there: this shows only once the copy is written.
ln -s "$dir/nowhere/x.db" "$dir/own/link.db" && rm "$dir/own/small-board.conf"
run init "$dir/own/link.db" --preset small-board
[ $code -eq 4 ] && [ ! -e "$dir/own/small-board.conf" ] && [ -s "$dir/err" ]
result $? "where the database cannot be made, no copy of the board file stays"

# What the way of a case lacks is pointed out: no fault, and its line.
sed 's/^\( *{ id = "withdrawn"; .*terminal = true;\)$/\1 },/; /The person who complained took it back/,/la retiró/d' "$top_srcdir/fixtures/presets/small-board.conf" |
	awk '/id = "withdrawn"/ { sub(/ },$/, " }") } { print }' >"$dir/bare.conf"
run check "$dir/bare.conf"
line=$(grep -n 'id = "withdrawn"' "$dir/bare.conf" | cut -d: -f1)
[ $code -eq 0 ] && grep -q "bare.conf:$line: warning: state 'withdrawn' has no explanation" "$dir/out" && grep -q 'no fault, 1 warning$' "$dir/out"
result $? "a state without an explanation is a warning and no fault"

# The ways of the presets, walked as far as they go without a vote. filed PRESET BODY ROW...: its cases; the columns are those of the example.
filed() {
	preset=$1 db=$dir/$1/way.db
	run init "$db" --config "$dir/$preset/$preset.conf"
	sed "s/body = \"pob\"/body = \"$2\"/" "$top_srcdir/fixtures/maps/riverton.conf" >"$dir/$preset/map.conf"
	shift 2
	echo 'case,received,occurred,closed,kind,district,channel,case_class,summary,complainant_race,complainant_sex,complainant_age,allegation,class,detail,officer,officer_race,officer_sex,finding_investigator,finding_board,finding_chief,finding_final,discipline' >"$dir/cases.csv"
	printf '%s\n' "$@" >>"$dir/cases.csv"
	run import "$db" "$dir/cases.csv" --map "$dir/$preset/map.conf" --now 2026-01-06T09:00
}
# on DAY CASE WORDS: done; off DAY CASE WORDS: refused.
on() { day=$1; shift; run case "$db" "$@" --now "${day}T09:00" && [ $code -eq 0 ]; }
off() { day=$1; shift; run case "$db" "$@" --now "${day}T09:00"; [ $code -eq 2 ]; }

filed uk authority 'U-1,2026-01-05,2026-01-02,,complaint,n,web,incivility,Words.,,,,a1,incivility,,R-1,,,,,,pending,' \
	'U-2,2026-01-05,2026-01-02,,complaint,n,web,direction_control,No patrols.,,,,b1,direction_control,,,,,,,,pending,'
on 2026-01-07 U-2 move recorded && off 2026-01-07 U-2 move local_resolution && grep -q 'cases of this class may not go this way' "$dir/err" &&
	off 2026-01-07 U-2 move investigation && on 2026-01-07 U-2 move direction_control && off 2026-01-08 U-2 move finalised &&
	on 2026-01-08 U-2 answer --why 'patrols moved after the fire' && on 2026-01-08 U-2 move finalised
result $? "uk: direction and control is answered by the force and not investigated as conduct"
off 2026-01-07 U-1 move not_recorded && on 2026-01-07 U-1 move not_recorded --why 'not about the police' &&
	grep -q 'against non-recording: 28 days; 28 days left, until 2026-02-04' "$dir/out" && on 2026-01-20 U-1 move recording_appeal &&
	off 2026-01-21 U-1 move recorded && grep -q 'no motion to uphold the appeal has carried' "$dir/err" &&
	"$DAIS" list docket "$db" --now 2026-01-21T09:00 | grep -q 'U-1'
result $? "uk: not being recorded can be appealed, which is due for the members and needs their vote"

filed ipid committee 'I-1,2026-01-05,2026-01-04,,complaint,kliprand,phone,death_custody,A cell.,,,,a1,28(1)(a),,R-1,,,,,,pending,'
on 2026-01-06 I-1 move registered && off 2026-01-06 I-1 move active && on 2026-01-06 I-1 assigned investigator && on 2026-01-06 I-1 move active &&
	off 2026-01-10 I-1 move withdrawn --why 'the family asks' && on 2026-02-01 I-1 move awaiting_reports --why 'post mortem' &&
	grep -q 'decision ready: 90 days; .*stands still since 2026-02-01' "$dir/out" && off 2026-03-01 I-1 move active && on 2026-03-01 I-1 document PM-17 &&
	on 2026-03-01 I-1 move active && grep -q 'decision ready: 90 days; .*until 2026-05-03' "$dir/out"
result $? "ipid: a death in custody is not withdrawn, and waiting for a laboratory does not count"
on 2026-03-02 I-1 document docket && off 2026-03-02 I-1 move decision_ready && on 2026-03-02 I-1 finding 1 investigator substantiated && grep -q 'allegation 1, investigator: Substantiated' "$dir/out" &&
	on 2026-03-02 I-1 move decision_ready && off 2026-03-03 I-1 move recommended && grep -q 'adopt a recommendation has carried' "$dir/err" &&
	grep -q 'needs a finding on each allegation (committee)' "$dir/err" &&
	"$DAIS" list docket "$db" --now 2026-03-03T09:00 | grep -q 'I-1'
result $? "ipid: decision ready needs a finding, and the committee decides"

filed inspector-general commission 'R-1,2026-01-05,,,review,city,,stops,Traffic stops of 2025.,,,,a1,stops,,,,,,,,pending,'
on 2026-01-06 R-1 assigned inspector && on 2026-01-06 R-1 move fieldwork && grep -q 'Finish the report: 9 months; .*until 2026-10-06' "$dir/out" &&
	on 2026-02-01 R-1 document draft && on 2026-02-01 R-1 finding 1 investigator not_met && on 2026-02-02 R-1 move draft &&
	off 2026-02-10 R-1 move commission && on 2026-02-10 R-1 document comments && on 2026-02-10 R-1 move commission &&
	off 2026-02-11 R-1 move published && grep -q 'adopt a report and its recommendations has carried' "$dir/err"
result $? "inspector-general: a report goes through the department's comments to the commission, which publishes it by a vote"
