#!/bin/sh
# dais case: a case goes its way as the board file allows, and every refusal says what is missing. Each act is an event; taking back is one.
. "$top_srcdir/tests/cli/lib.sh"
echo 1..26
sed 's/vote = "set_hearing"/vote = "main"/; s/{ id = "clerk"; label = { [^}]*};/& logins = [ "'"$(id -un)"'" ];/; s/{ id = "counsel"; label = { [^}]*};/& logins = [ "nobody-here" ];/' \
	"$top_srcdir/fixtures/riverton.conf" >"$dir/board.conf"
cat >"$dir/cases.csv" <<'END'
case,received,occurred,closed,kind,district,channel,case_class,summary,complainant_race,complainant_sex,complainant_age,allegation,class,detail,officer,officer_race,officer_sex,finding_investigator,finding_board,finding_chief,finding_final,discipline
C-2024-0187,2024-06-03,2024-06-01,,complaint,north,web,discourtesy,Words at a stop.,,,,a1,discourtesy,,R-1,,,,,,pending,
C-2024-0188,2024-06-04,2024-06-01,,complaint,north,web,force,A takedown.,,,,b1,force,,R-1,,,,,,pending,
C-2024-0188,2024-06-04,2024-06-01,,complaint,north,web,force,A takedown.,,,,b2,search,,R-2,,,,,,pending,
C-2024-0189,2024-06-05,2024-06-01,,complaint,north,web,force,A search.,,,,c1,force,,R-1,,,,sustained,unfounded,pending,
END
# The meeting of December, in which an item about C-2024-0188 was decided: carried; and one about C-2024-0187: lost.
sed 's/,"prev":"[0-9a-f]*","hash":"[0-9a-f]*"//; s/camera policy\\t\\thearing\\taction\\t\\t\\t25/camera policy\\t\\thearing\\taction\\t\\tC-2024-0188\\t25/' \
	"$top_srcdir/tests/cli/meeting.json" >"$dir/meeting.json"
db=$dir/r.db
run replay "$dir/meeting.json" --into "$db" --config "$dir/board.conf"
run import "$db" "$dir/cases.csv" --map "$top_srcdir/fixtures/maps/riverton.conf" --config "$dir/board.conf" --now 2024-06-10T09:00
result $code "cases and a meeting are there"
# act NUMBER TIME WORDS: done to a case at a time.
act() {
	number=$1 time=$2
	shift 2
	run case "$db" "$number" "$@" --now "$time"
}
# does WORDS: all must work.
does() { act "$@" && [ $code -eq 0 ]; }
events() { "$DAIS" case "$db" "$1" --now 2025-06-01T00:00 | grep -c '^  20'; }

does C-2024-0187 2024-06-11T09:00 move intake_review && grep -q '^Case C-2024-0187: Intake review' "$dir/out" &&
	grep -q 'moved to Intake review, ' "$dir/out"
result $? "a move is recorded with who and when"
grep -q 'Acknowledge the complaint: 3 business days; ended 2024-06-11' "$dir/out" && grep -q 'Finish the intake review: 15 business days; .*until 2024-07-03' "$dir/out"
result $? "it ends one clock and starts another, which leaves out a holiday"
act C-2024-0187 2024-06-11T10:00 move board_review
[ $code -eq 2 ] && grep -q 'from "Intake review" to "Board review" is not in order: no move leads there' "$dir/err" && [ "$(events C-2024-0187)" = 1 ]
result $? "a move that no line of the board file allows is refused, and leaves no trace"
act C-2024-0187 2024-06-11T10:00 move nowhere
[ $code -eq 2 ] && grep -q 'the board file has no such state' "$dir/err"
result $? "so is one to nowhere"

# Mediation: not for every class; two consents; an agreement.
does C-2024-0188 2024-06-11T09:00 move intake_review
act C-2024-0188 2024-06-12T09:00 move mediation_offered
[ $code -eq 2 ] && grep -q 'cases of this class may not go this way' "$dir/err"
result $? "use of force is not mediated here"
does C-2024-0187 2024-06-12T09:00 move mediation_offered && does C-2024-0187 2024-06-13T09:00 consent complainant
act C-2024-0187 2024-06-14T09:00 move mediation_scheduled
[ $code -eq 2 ] && grep -q 'needs the consent of both sides; needs the day of the follow-up' "$dir/err"
result $? "one consent is not enough, and all that is missing is said"
does C-2024-0187 2024-06-14T09:00 consent officer && does C-2024-0187 2024-06-14T09:05 follow_up 2024-09-01 &&
	does C-2024-0187 2024-06-14T09:10 move mediation_scheduled && does C-2024-0187 2024-06-15T09:00 consent_withdrawn officer
act C-2024-0187 2024-06-20T09:00 move mediated
[ $code -eq 2 ] && grep -q 'needs the consent of both sides; needs the agreement reached' "$dir/err"
result $? "a consent can be withdrawn; then there is no mediation"
does C-2024-0187 2024-06-21T09:00 consent officer && does C-2024-0187 2024-06-21T10:00 agreement --why 'an apology and a ride-along' &&
	does C-2024-0187 2024-06-21T11:00 move mediated && grep -q '^Case C-2024-0187: Settled by mediation' "$dir/out" &&
	grep -q 'Resolve the complaint: 180 days; ended 2024-06-21' "$dir/out"
result $? "with both it is settled and its clocks end"
act C-2024-0187 2024-09-01T09:00 satisfaction officer 6
[ $code -eq 2 ] && grep -q 'a number from 1 (not at all) to 5 (fully)' "$dir/err" && does C-2024-0187 2024-09-01T09:00 satisfaction officer 4
result $? "the satisfaction of a side is one to five"

# Taking back.
run case "$db" C-2024-0187 undo --now 2024-09-02T09:00 && grep -q '^taken back: satisfaction, 1 to 5: officer 4' "$dir/out" &&
	run case "$db" C-2024-0187 undo --why 'settled too early' --now 2024-09-02T09:10 && grep -q '^taken back: moved to Settled by mediation' "$dir/out" &&
	run case "$db" C-2024-0187 --now 2024-09-02T10:00 && grep -q '^Case C-2024-0187: Mediation scheduled' "$dir/out" &&
	grep -q 'settled too early' "$dir/out" && grep -q 'moved to Settled by mediation' "$dir/out"
result $? "taking back is an event; both stay readable"
grep -q 'Resolve the complaint: 180 days; .*until 2024-11-30' "$dir/out"
result $? "and the clock runs again"

# Findings, documents, votes.
does C-2024-0188 2024-06-13T09:00 move preliminary_review && does C-2024-0188 2024-06-14T09:00 move investigation &&
	does C-2024-0188 2024-07-01T09:00 move on_hold --why 'criminal trial'
act C-2024-0188 2024-07-02T09:00 move administratively_closed
[ $code -eq 2 ] && grep -q 'needs a reason' "$dir/err"
result $? "a reason is asked for where the board file says so"
does C-2024-0188 2024-07-31T09:00 move investigation && grep -q 'Resolve the complaint: 180 days; .*(30 days tolled), until 2024-12-31' "$dir/out"
result $? "the deadline is net of the days on hold"
does C-2024-0188 2024-09-01T09:00 move investigation_complete && does C-2024-0188 2024-09-02T09:00 finding 1 investigator sustained
act C-2024-0188 2024-09-03T09:00 move staff_recommendation
[ $code -eq 2 ] && grep -q 'needs a document (recorded since the case came here); needs a finding of the investigator on each allegation' "$dir/err"
result $? "a finding on one allegation of two is not enough"
act C-2024-0188 2024-09-03T09:00 finding 2 investigator maybe
[ $code -eq 2 ] && grep -q 'the board file knows no such finding' "$dir/err"
result $? "a finding is one of the board's own words"
does C-2024-0188 2024-09-03T09:00 finding 2 investigator Unfounded && does C-2024-0188 2024-09-03T10:00 document files/0188-report.pdf &&
	does C-2024-0188 2024-09-03T11:00 move staff_recommendation && does C-2024-0188 2024-09-04T11:00 move board_agenda &&
	does C-2024-0188 2024-12-16T17:00 move board_review
act C-2024-0188 2024-12-16T18:05 move findings_adopted
[ $code -eq 2 ] && grep -q 'no motion to adopt findings has carried on this case since it came here' "$dir/err"
result $? "the board must have carried the motion that the move asks for"
does C-2024-0188 2024-12-17T09:00 move hearing_set
result $? "a motion carried on the item of the case allows the move"

# Who may, clocks by hand, and the chief who disagrees.
sed 's/by = \[ "clerk" \]; }/by = [ "counsel" ]; }/' "$dir/board.conf" >"$dir/other.conf"
run case "$db" C-2024-0188 move hearing_held --config "$dir/other.conf" --now 2025-01-10T09:00
[ $code -eq 2 ] && grep -q 'only counsel may do this, not ' "$dir/err"
result $? "a move belongs to those the board file names"
does C-2024-0188 2025-01-10T09:00 extend discipline 2026-01-31 --why 'agreed with the union' && grep -q 'Discipline may be imposed until: 540 days; .*until 2026-01-31' "$dir/out" &&
	act C-2024-0188 2025-01-10T09:00 resume discipline && [ $code -eq 2 ] && grep -q 'does not stand still' "$dir/err" &&
	does C-2024-0188 2025-01-11T09:00 waive discipline --why 'waived in writing' && grep -q 'waived 2025-01-11' "$dir/out"
result $? "clocks are extended and waived, with the reason"
does C-2024-0188 2025-01-12T09:00 finding 1 board sustained && does C-2024-0188 2025-01-13T09:00 finding 1 chief "Not sustained" &&
	grep -q 'Written reason of the chief: 10 days; .*until 2025-01-23' "$dir/out" &&
	does C-2024-0188 2025-01-20T09:00 answer --why 'the video shows otherwise' && grep -q 'Written reason of the chief: 10 days; ended 2025-01-20' "$dir/out"
result $? "a chief who disagrees owes a written reason, and giving it ends the clock"
does C-2024-0189 2025-01-14T09:00 assign a && grep -q '^  with     Panel A: Adaeze Okafor, Benedikt Lindqvist, ' "$dir/out"
result $? "a case is assigned to a panel, whose members are named"
sed 's/; seats = \[ "1", "2", "3" \]; }/; seats = [ "1", "6" ]; }/; s/trained = "[0-9-]*"; *//' "$dir/board.conf" >"$dir/untrained.conf"
run case "$db" C-2024-0189 assign a --config "$dir/untrained.conf" --now 2025-01-14T10:00
[ $code -eq 2 ] && grep -q 'case C-2024-0189: ' "$dir/err" && run case "$db" C-2024-0189 assign 1 --config "$dir/untrained.conf" --now 2025-01-14T10:00 && [ $code -eq 2 ] &&
	grep -q 'Okafor' "$dir/err" && "$DAIS" case "$db" C-2024-0189 --config "$dir/untrained.conf" | grep -q 'with     Panel A'
result $? "nobody without the training gets a case, alone or on a panel"
sed 's/starts = "received"; length = 180;/starts = "received"; length = 90;/' "$dir/board.conf" >"$dir/shorter.conf"
run list docket "$db" --config "$dir/shorter.conf" --now 2024-12-01
[ $code -eq 0 ] && grep -q 'the clocks kept in this database follow other rules' "$dir/err" && run list docket "$db" --now 2024-12-01 && [ ! -s "$dir/err" ]
result $? "clocks that were kept by other rules are told of"
run case "$db" C-2024-9999
[ $code -eq 1 ] && grep -q 'there is no case C-2024-9999' "$dir/err"
result $? "a case that is not there"
run case "$db" C-2024-0188 finding one board sustained extra more
[ $code -eq 2 ] && [ -s "$dir/err" ] && no_controls "$dir/err"
result $? "too many words"
