#!/bin/sh
# dais recommendation: making one, answering, setting, taking back; what of it comes onto the docket at 60 days, 6 months and a year.
. "$top_srcdir/tests/cli/lib.sh"
db=$dir/r.db
act() { now=$1; shift; run recommendation "$db" "$@" --now "$now"; }
# The lines of the docket about recommendations; exit code 1 where there are none.
docket() { run list docket "$db" --format csv --body "$2" --now "$1"; grep ',recommendation:' "$dir/out" >"$dir/some"; code=$?; mv "$dir/some" "$dir/out"; }
echo 1..18
sed 's/,"prev":"[0-9a-f]*","hash":"[0-9a-f]*"//' "$top_srcdir/tests/cli/meeting.json" >"$dir/meeting.json"
run init "$db" --config "$top_srcdir/fixtures/riverton.conf" --now 2024-12-01 && run replay "$dir/meeting.json" --into "$db" --config "$top_srcdir/fixtures/riverton.conf"
run list recommendations "$db"
[ $code -eq 1 ] && grep -q 'nothing was recommended yet' "$dir/err"
result $? "an empty register says so"

act 2024-12-20 --new 'Write down why a camera was off' --body pob --on 2024-12-16 --set 'owner=Chief of Police' --set vote=2024-12-16/4 --set priority=5 --set police_priority=2
[ $code -eq 0 ] && [ "$(head -n 1 "$dir/out")" = 'R-2024-1: Write down why a camera was off' ] && grep -q 'answer at 60 days, due 2025-02-14: 56 days left' "$dir/out" &&
	grep -q 'To answer: Chief of Police' "$dir/out" && grep -q 'Adopted by: 2024-12-16/4' "$dir/out"
result $? "made, with the vote that adopted it and the days by which it is answered"

act 2024-12-20 --new 'Another' --body pob --set vote=2024-12-16/5
[ $code -eq 2 ] && grep -q 'no motion 5 was carried on 2024-12-16' "$dir/err"
one=$?
act 2024-12-20 --new 'Another' --body pob --set vote=2024-12-17/1
[ $code -eq 2 ] && grep -q 'did not meet on 2024-12-17' "$dir/err" && [ $one -eq 0 ]
one=$?
act 2024-12-20 --new 'Another' --body pob --set case=C-1
[ $code -eq 2 ] && grep -q 'no case C-1' "$dir/err" && run list recommendations "$db" --format csv && [ "$(wc -l <"$dir/out")" -eq 2 ] && [ $one -eq 0 ]
result $? "a vote that did not carry, a day without a meeting, a case that is not there: refused, and nothing is written"

act 2024-12-20 --new 'Another' && one=$code
grep -q 'say which one recommends it with --body' "$dir/err" && [ "$one" -eq 2 ]
one=$?
act 2024-12-20 --new 'Another' --body pob --on 2024-12-21
[ $code -eq 2 ] && grep -q 'still to come' "$dir/err" && [ $one -eq 0 ]
one=$?
act 2024-12-20 --new 'Another' --body pob --number R-2024-1
[ $code -ne 0 ] && grep -q 'there is a recommendation R-2024-1 already' "$dir/err" && [ $one -eq 0 ]
one=$?
act 2024-12-20 --new 'Another' --body pob --number r-2024-1
[ $code -ne 0 ] && grep -q 'there is a recommendation r-2024-1 already' "$dir/err" && [ $one -eq 0 ]
result $? "several bodies, a day to come, a number that is taken, also in small letters: refused"

faults=
refused() { words=$1; shift; act 2024-12-20 "$@"; [ $code -eq 2 ] && grep -qF -e "$words" "$dir/err" || faults="$faults $words;"; }
refused 'say in a few words' --new '  ' --body pob
refused 'the number may not be empty' --new 'Another' --body pob --number ' '
refused 'at most 40 characters' --new 'Another' --body pob --number "$(printf '%041d' 0)"
refused 'with --body: pob, harbour' --new 'Another'
refused 'are: implemented, accepted, ' R-2024-1 answer
refused 'there are: text, owner, ' R-2024-1 set
refused 'say what to set it to' R-2024-1 set owner
refused 'words are needed' R-2024-1 withdraw --why ' '
refused 'words are needed' R-2024-1 note --why "$(printf '\t\302\240')"
run list recommendations "$db" --format csv && [ "$(wc -l <"$dir/out")" -eq 2 ] && [ -z "$faults" ]
result $? "blank words, a number without end, a verb without its word: refused, saying which words there are:${faults:- nothing is written}"

act 2024-12-20 --new 'Report stops by district' --body harbour --on 2024-12-16 && docket 2024-12-16 pob
[ $code -eq 1 ]
one=$?
docket 2025-02-20 pob
[ $one -eq 0 ] && [ "$(cut -d, -f2,4,5,6 "$dir/out")" = 'recommendation:1,2025-02-14,-6,recommendation' ] &&
	grep -q 'answer at 60 days, due 2025-02-14: 6 days over' "$dir/out" && grep -q 'Recommendation R-2024-1: Write down why a camera was off' "$dir/out"
result $? "not answered at 60 days: due for the body that made it"

act 2025-02-20 R-2024-1 answer rejected
[ $code -eq 2 ] && grep -q 'several bodies have a recommendation R-2024-1' "$dir/err"
one=$?
act 2025-02-20 R-2024-1 --body pob answer rejected
[ $code -eq 2 ] && grep -q 'needs its reason in words' "$dir/err" && [ $one -eq 0 ]
one=$?
act 2025-02-20 R-2024-1 --body pob answer perhaps
[ $code -eq 2 ] && grep -q 'accepted_in_part' "$dir/err" && [ $one -eq 0 ]
one=$?
act 2025-02-20 R-2024-1 --body pob answer accepted 2024-12-01
[ $code -eq 2 ] && grep -q 'was not answered before' "$dir/err" && [ $one -eq 0 ]
result $? "an answer of whichever body, without its reason, of an unknown word, before it was made: refused"

one=0
act 2025-02-20 R-2024-1 --body pob answer accepted --on 2025-02-10
[ $code -eq 2 ] && grep -q 'the day of an answer follows it' "$dir/err" || one=1
act 2025-02-20 R-2024-1 --body pob --why 'because'
[ $code -eq 2 ] && grep -q 'why goes with what is done' "$dir/err" || one=1
act 2025-02-20 --new 'Another' --body pob --why 'because'
[ $code -eq 2 ] && grep -q 'why goes with what is done' "$dir/err" || one=1
act 2025-02-20 R-2024-1 --body pob
! grep -q 'answer of' "$dir/out" && [ $one -eq 0 ]
result $? "an option that would be of no use: refused, and nothing is recorded"

act 2025-02-20 r-2024-1 --body pob answer Agree 2025-02-18 --why 'General Order 5 will be amended'
[ $code -eq 0 ] && grep -q 'answer at 60 days, due 2025-02-14: Accepted on 2025-02-18, late' "$dir/out" && grep -q 'General Order 5' "$dir/out" && docket 2025-02-20 pob
[ $code -eq 1 ]
result $? "an answer, by its alias, takes it off the docket"

docket 2025-06-17 pob
grep -q 'recommendation:1,.*answer at 6 months, due 2025-06-16: 1 day over' "$dir/out"
one=$?
act 2025-06-17 R-2024-1 --body pob answer accepted && docket 2025-12-17 pob
[ $one -eq 0 ] && grep -q 'recommendation:1,.*answer at a year, due 2025-12-16: 1 day over' "$dir/out"
result $? "and again at six months, and at a year"

act 2025-12-17 R-2024-1 --body pob answer accepted
[ $code -eq 2 ] && grep -q 'needs its reason' "$dir/err"
one=$?
act 2025-12-17 R-2024-1 --body pob answer implemented
[ $code -eq 0 ] && grep -q '^  closed, made' "$dir/out" && docket 2026-12-17 pob
[ $code -eq 1 ] && [ $one -eq 0 ]
result $? "after a year one that is not done needs the reason; done, nothing more is asked"

act 2025-12-18 R-2024-1 --body pob undo
[ $code -eq 0 ] && [ "$(cat "$dir/out")" = 'taken back: answer of 2025-12-17: Implemented' ] && docket 2025-12-18 pob
grep -q 'recommendation:1,' "$dir/out" && act 2025-12-18 R-2024-1 --body pob && grep -q 'answer of 2025-12-17: Implemented' "$dir/out"
result $? "an answer taken back stays on record and is asked for again"

act 2025-12-18 R-2024-1 --body pob set blocker contract && act 2025-12-18 R-2024-1 --body pob set blocker law && grep -q 'Held up by: law, was contract' "$dir/out"
act 2025-12-18 R-2024-1 --body pob set blocker law
[ $code -eq 2 ] && grep -q 'nothing is different' "$dir/err" && act 2025-12-18 R-2024-1 --body pob set origin ''
[ $code -eq 2 ] && act 2025-12-18 R-2024-1 --body pob && grep -q 'law, was contract' "$dir/out" && ! grep -q 'was law' "$dir/out"
one=$?
act 2025-12-18 R-2024-1 --body pob set priority 9
[ $code -eq 2 ] && [ $one -eq 0 ] && act 2025-12-18 R-2024-1 --body pob set blocked law
[ $code -eq 2 ] && grep -q 'there are: text, owner' "$dir/err"
result $? "what is known of it is set, with what it was; what is nothing is refused"

act 2025-12-18 R-2024-1 --body pob set title 'Write down why a camera is off' && [ "$(head -n 1 "$dir/out")" = 'R-2024-1: Write down why a camera is off' ] &&
	grep -q 'Title: Write down why a camera is off, was Write down why a camera was off' "$dir/out" && [ "$(grep -c 'camera is off' "$dir/out")" -eq 2 ]
one=$?
act 2025-12-18 R-2024-1 --body pob set title ' '
[ $code -eq 2 ] && grep -q 'say in a few words' "$dir/err" && docket 2025-12-18 pob && grep -q 'Recommendation R-2024-1: Write down why a camera is off' "$dir/out" && [ $one -eq 0 ]
one=$?
act 2025-12-18 R-2024-1 --body pob undo && run list recommendations "$db" --format csv && grep -q 'Write down why a camera was off' "$dir/out" && [ $one -eq 0 ]
result $? "a slip in the title is mended everywhere, what it was stays in the history, and it is never empty"

act 2025-12-18 R-2024-1 --body pob withdraw
[ $code -eq 2 ] && act 2025-12-18 R-2024-1 --body pob withdraw --why 'taken up in R-2025-4'
[ $code -eq 0 ] && act 2025-12-18 R-2024-1 --body pob answer implemented
[ $code -eq 2 ] && grep -q 'was withdrawn' "$dir/err"
result $? "withdrawn, with a reason; it is not answered any more"

run list recommendations "$db" --format csv --now 2025-12-18
[ $code -eq 0 ] && [ "$(cut -d, -f1,2,4,5 "$dir/out")" = 'body,number,state,due
harbour,R-2024-1,overdue,2025-02-14
pob,R-2024-1,withdrawn,' ]
result $? "the register: first what is overdue"

run list recommendations "$db" --now 2025-12-18 && [ "$(head -n 2 "$dir/out" | cut -c1-17)" = "$(printf 'BODY     NUMBER  \nharbour  R-2024-1')" ]
one=$?
run list docket "$db" --now 2025-12-18 && grep -q '^harbour .*Recommendation R-2024-1' "$dir/out" && [ $one -eq 0 ]
one=$?
run list recommendations "$db" --now 2025-12-18 --body harbour && [ "$(head -n 1 "$dir/out" | cut -c1-6)" = NUMBER ] && [ $one -eq 0 ]
result $? "two bodies may have the same number: a table of both says whose, one of one body does not"

# Every shipped board file asks for an answer, knows what may be answered, and has a place for it on its agenda.
faults=
for board in uk ipid inspector-general small-board; do
	db=$dir/$board.db
	run init "$db" --config "$top_srcdir/fixtures/presets/$board.conf" --now 2024-12-01
	act 2024-12-01 --new 'Keep the log' --on 2024-01-01 && run list docket "$db" --now 2024-12-01 --format csv
	grep -q ',recommendation:1,' "$dir/out" || faults="$faults $board: not due;"
	act 2024-12-01 R-2024-1 answer nothing
	words=$(sed 's/.*there are: //; s/,//g' "$dir/err")
	for word in $words; do
		act 2024-12-01 R-2024-1 answer "$word" --why 'because'
		[ $code -eq 0 ] || faults="$faults $board: $word;"
		act 2024-12-01 R-2024-1 undo
	done
	[ "$(echo "$words" | wc -w)" -ge 3 ] || faults="$faults $board: words $words;"
	sed -n '/agenda = (/,/^    );/p' "$top_srcdir/fixtures/presets/$board.conf" | grep -q '"recommendation"' || faults="$faults $board: agenda;"
done
[ -z "$faults" ]
result $? "the presets:${faults:- each asks and takes its own words}"
