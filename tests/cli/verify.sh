#!/bin/sh
# dais verify: whatever is done to a journal in the file is found and named, with the event where it begins: a flipped bit, a deleted
# event, a reordered pair, an inserted row, an event sealed anew by a forger, a tail cut off.
. "$top_srcdir/tests/cli/lib.sh"
tests=28
echo 1..$tests
command -v sqlite3 >/dev/null || { while [ $((n += 1)) -le $tests ]; do echo "ok $n # SKIP sqlite3 is missing"; done; exit 0; }
run replay "$top_srcdir/tests/cli/meeting.json" --into "$dir/a.db" --config "$top_srcdir/fixtures/riverton.conf"
sqlite3 "$dir/a.db" 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
name='meeting 1 (Riverton Police Oversight Board, 2024-12-16)'

run verify "$dir/a.db"
[ $code -eq 0 ] && grep -q "^$dir/a.db: $name: 96 events, head [0-9a-f]\{64\}: sound$" "$dir/out" && grep -q 'the database is sound' "$dir/out" &&
	[ "$(wc -l <"$dir/out")" -eq 2 ]
result $? "what was rebuilt is sound"

# copy [head]: a fresh copy of the database, with or without the memory of its heads.
copy() {
	rm -f "$dir"/b.db*
	cp "$dir/a.db" "$dir/b.db"
	[ -z "$1" ] || cp "$dir/a.db.head" "$dir/b.db.head"
}
# found WORDS: verify must fail and name the meeting and these words, first of all.
found() {
	run verify "$dir/b.db"
	[ $code -eq 1 ] && sed 1q "$dir/out" | grep -q "^$dir/b.db: meeting 1 ([^)]*): $1" && no_controls "$dir/out"
}
# tamper SQL WORDS: done to a copy whose heads nobody remembers, so that the chain alone must tell.
tamper() {
	copy
	sqlite3 "$dir/b.db" "$1" && found "$2"
}

# --- one bit ---
tamper "UPDATE journal SET text = replace(text, 'revised', 'sevised') WHERE seq = 39" 'event 39 (moved): it was changed after it was recorded'
result $? "a flipped bit in the words of a motion"
ok=0
for change in "at = at + 1" "who = 'clerj'" "id = '5c2197.x'" "kind = 'absent'" "seat = '3'" "other = ''" "item = 1" "motion = 1" "number = 1" "word = 'qresent'" \
		"note = ''" "hash = zeroblob(32)"; do
	tamper "UPDATE journal SET $change WHERE seq = 2" 'event 2 ([a-z]*): it was changed after' || { ok=1; echo "# $change"; }
done
result $ok "a change in any column of an event"
tamper "UPDATE journal SET prev = zeroblob(32) WHERE seq = 2" 'event 2 (arrived): it does not follow the event before it'
result $? "a change in what an event follows"
tamper "UPDATE journal SET word = 'nay' WHERE seq = 29" 'event 29 (vote_cast): it was changed'
result $? "a vote turned round"
tamper "UPDATE journal SET text = replace(text, 'Adaeze', 'Adaezf') WHERE seq = 1" 'event 1 (called): it was changed'
result $? "a name on the frozen roster"
tamper "UPDATE journal SET hash = zeroblob(32) WHERE seq = 96" 'event 96 (adjourned): it was changed'
result $? "a broken seal at the end"

# --- which events there are, and in which order ---
tamper "DELETE FROM journal WHERE seq = 50" 'event 51 (vote_cast): its number does not follow'
result $? "a deleted event"
tamper "DELETE FROM journal WHERE seq = 50; UPDATE journal SET seq = seq - 1 WHERE seq > 50" 'event 50 (vote_cast): it does not follow the event before it'
result $? "a deleted event, the others moved up"
tamper "DELETE FROM journal WHERE seq = 1" 'event 2 (arrived): its number does not follow'
result $? "the first event deleted"
tamper "UPDATE journal SET seq = -1 WHERE seq = 60; UPDATE journal SET seq = 60 WHERE seq = 61; UPDATE journal SET seq = 61 WHERE seq = -1" \
	'event 60 ([a-z_]*): it does not follow the event before it'
result $? "a reordered pair"
insert="INSERT INTO journal SELECT meeting, %d, at, 'forged.1', who, kind, seat, other, item, motion, number, word, text, note, prev, hash FROM journal WHERE seq = %d"
tamper "UPDATE journal SET seq = seq + 1000 WHERE seq >= 40; UPDATE journal SET seq = seq - 999 WHERE seq >= 1000; $(printf "$insert" 40 39)" \
	'event 40 (moved): it does not follow the event before it'
result $? "an inserted row"
tamper "$(printf "$insert" 97 96)" 'event 97 (adjourned): it does not follow the event before it'
result $? "a row added at the end"
tamper "$(printf "$insert" 0 2)" 'event 0: the row is damaged'
result $? "a row put before the first"

# --- rows that dais cannot have written ---
tamper "UPDATE journal SET kind = 'abolished' WHERE seq = 30" 'event 30: the row is damaged'
result $? "an event of a kind that does not exist"
tamper "UPDATE journal SET word = 'nay' WHERE seq = 29; UPDATE journal SET kind = 'abolished' WHERE seq = 30" 'event 29 (vote_cast): it was changed'
result $? "of several the first is named"
copy
sqlite3 "$dir/b.db" "UPDATE journal SET kind = 'abolished' WHERE seq = 30"
run journal "$dir/b.db"
[ $code -eq 1 ] && [ "$(wc -l <"$dir/out")" -eq 30 ] && grep -q 'event 30: .*; what stands above is sound' "$dir/err"
result $? "what stands before a damaged row is still read"
tamper "UPDATE journal SET text = 'x' || char(10) || '$dir/b.db: meeting 1: sound' WHERE seq = 39" 'event 39 (moved)'
! grep -q ': sound' "$dir/out"
result $? "a text cannot put a line of its own into the report"

# --- a forger who seals anew ---
# seal SEQ: the hash of an event as it now stands, made without dais (domain/journal.h says of what).
seal() {
	t() { echo "CASE WHEN $1 IS NULL THEN '-,' ELSE length(CAST($1 AS BLOB)) || ':' || $1 || ',' END"; }
	sum=$(sqlite3 "$dir/b.db" "SELECT $(t 'lower(hex(prev))') || $(t seq) || $(t at) || $(t id) || $(t who) || $(t kind) || $(t seat) || $(t other)
		|| $(t item) || $(t motion) || $(t number) || $(t word) || $(t text) || $(t note) FROM journal WHERE seq = $1" | head -c -1 | sha256sum | cut -c1-64)
	sqlite3 "$dir/b.db" "UPDATE journal SET hash = x'$sum' WHERE seq = $1"
}
copy
seal 29
run verify "$dir/b.db"
[ $code -eq 0 ]
result $? "a seal can be made again from what is written down of it"
copy
sqlite3 "$dir/b.db" "UPDATE journal SET word = 'nay' WHERE seq = 29" && seal 29
found 'event 30 (vote_cast): it does not follow the event before it'
result $? "one event sealed anew, the rest not"

# reseal FROM: this event and all behind it follow one another again.
reseal() {
	seal "$1"
	for seq in $(seq $(($1 + 1)) 96); do
		sqlite3 "$dir/b.db" "UPDATE journal SET prev = (SELECT hash FROM journal WHERE seq = $seq - 1) WHERE seq = $seq"
		seal "$seq"
	done
}
copy head
sqlite3 "$dir/b.db" "UPDATE journal SET at = at + 1 WHERE seq = 90" && reseal 90
run verify "$dir/b.db"
[ $code -eq 1 ] && grep -q 'event 96 of meeting 1 is another than the one its head file remembers' "$dir/out"
result $? "everything sealed anew: the head file remembers another end"
copy
sqlite3 "$dir/b.db" "UPDATE journal SET word = 'failed' WHERE seq = 52" && reseal 52
found "event 52 (vote_declared): by the rules this vote is 'carried', not 'failed'"
result $? "everything sealed anew: the result is held to the rules"
copy
sqlite3 "$dir/b.db" "UPDATE journal SET note = '6-0-0' WHERE seq = 52" && reseal 52
found "event 52 (vote_declared): announced was 6-0-0 (ayes, nays, abstentions), but the names say 5-1-0"
result $? "everything sealed anew: the counts announced are those of the names"
copy
sqlite3 "$dir/b.db" "UPDATE journal SET kind = 'note' WHERE seq = 23" && reseal 23
found 'event 32 (vote_cast): Ximena Quispe Rojas is not here'
result $? "everything sealed anew: nobody who is absent acts"

# --- the memory of the heads ---
copy head
sqlite3 "$dir/b.db" "DELETE FROM journal WHERE seq > 90"
run verify "$dir/b.db"
[ $code -eq 1 ] && grep -q '6 events recorded for meeting 1 are not in the database' "$dir/out"
result $? "a tail cut off"
copy
run verify "$dir/b.db"
[ $code -eq 0 ] && grep -q 'no head file remembers where it ended' "$dir/out"
result $? "a copy without its head file is sound, and it is said what could not be noticed"
copy head
sed -i 's/ 0*96 [0-9a-f]*/ 0000000000000000095 '"$(sqlite3 "$dir/b.db" 'SELECT lower(hex(hash)) FROM journal WHERE seq = 95')/" "$dir/b.db.head"
run verify "$dir/b.db"
[ $code -eq 0 ] && grep -q 'its head file remembers event 95; what follows was added' "$dir/out"
result $? "a head that a crash left behind is no loss, and is told"
copy head
sqlite3 "$dir/b.db" "PRAGMA foreign_keys = 0; DELETE FROM meeting"
run verify "$dir/b.db"
[ $code -eq 1 ] && grep -q 'refers to nothing.*journal' "$dir/out"
result $? "a journal whose meeting is gone"
