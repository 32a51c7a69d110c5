#!/bin/sh
# dais journal, replay and verify: a journal goes out and comes back to the byte, and whatever is done to it in the file is found
# and named: a flipped bit, a deleted event, a reordered pair, an inserted row, an event sealed anew by a forger.
. "$top_srcdir/tests/cli/lib.sh"
echo 1..17
conf=$top_srcdir/fixtures/riverton.conf
journal=$top_srcdir/tests/cli/meeting.json
command -v sqlite3 >/dev/null || { i=0; while [ $((i += 1)) -le 17 ]; do echo "ok $i # SKIP sqlite3 is missing"; done; exit 0; }

run replay "$journal" --into "$dir/a.db" --config "$conf"
[ $code -eq 0 ] && grep -q '96 events' "$dir/out"
result $? "a journal rebuilds a meeting in a database that is made for it"

run verify "$dir/a.db"
[ $code -eq 0 ] && grep -q 'meeting 1 (2024-12-16): 96 events, head [0-9a-f]*: sound' "$dir/out" && grep -q 'the database is sound' "$dir/out"
result $? "what was rebuilt is sound"

run journal "$dir/a.db" last --format json
[ $code -eq 0 ] && cmp -s "$dir/out" "$journal"
result $? "the journal comes out again to the byte"

run journal "$dir/a.db" 2024-12-16
[ $code -eq 0 ] && [ "$(wc -l <"$dir/out")" -eq 97 ] && grep -q 'Adaeze Okafor moves, motion 3' "$dir/out" && no_controls "$dir/out"
result $? "a line an event, in words"

run journal "$dir/a.db" 1999-01-01
[ $code -eq 1 ] && grep -q '2024-12-16 (1)' "$dir/err"
result $? "a day without a meeting is told with those there are"

run replay "$journal" --into "$dir/a.db"
[ $code -eq 4 ] && grep -q 'in it already' "$dir/err" && run verify "$dir/a.db" && [ $code -eq 0 ]
result $? "the same journal is not taken twice"

# tamper SQL: verify must fail and its report must match the words.
tamper() {
	rm -f "$dir"/b.db*
	cp "$dir/a.db" "$dir/b.db"
	sqlite3 "$dir/b.db" "$1" || return 1
	run verify "$dir/b.db"
	[ $code -eq 1 ] && grep -q "$2" "$dir/out"
}
sqlite3 "$dir/a.db" 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
tamper "UPDATE journal SET text = 'To adopt the sevised body-worn camera policy, with release of footage to the Board within 30 days of a request, effective 1 January 2025.' WHERE kind = 'moved' AND text LIKE 'To adopt%' AND note IS NULL" 'event 39 (moved): it was changed after it was recorded'
result $? "a flipped bit in the words of a motion"
tamper "UPDATE journal SET word = 'nay' WHERE seq = (SELECT min(seq) FROM journal WHERE kind = 'vote_cast')" '(vote_cast): it was changed'
result $? "a vote turned round"
tamper "DELETE FROM journal WHERE seq = 50" 'event 51 .*: its number does not follow'
result $? "a deleted event"
tamper "DELETE FROM journal WHERE seq > 90" 'head file\|sound'
[ -e "$dir/a.db.head" ] && cp "$dir/a.db.head" "$dir/b.db.head"
run verify "$dir/b.db"
[ $code -eq 1 ] && grep -q '6 events recorded for meeting 1 are not in the database' "$dir/out"
result $? "a tail cut off, by the head file"
tamper "UPDATE journal SET seq = -1 WHERE seq = 60; UPDATE journal SET seq = 60 WHERE seq = 61; UPDATE journal SET seq = 61 WHERE seq = -1" 'event 60 .*: it does not follow the event before it'
result $? "a reordered pair"
tamper "UPDATE journal SET seq = seq + 1000 WHERE seq >= 40; UPDATE journal SET seq = seq - 999 WHERE seq >= 1000; INSERT INTO journal SELECT meeting, 40, at, 'forged.1', who, kind, seat, other, item, motion, number, word, text, note, prev, hash FROM journal WHERE seq = 39" 'event 40 .*: '
result $? "an inserted row"
tamper "UPDATE journal SET hash = zeroblob(32) WHERE seq = 96" 'event 96 (adjourned): it was changed'
result $? "a broken seal at the end"
tamper "UPDATE journal SET kind = 'abolished' WHERE seq = 30" 'event 30 of a journal is damaged'
result $? "an event of a kind that does not exist"

# A forger who seals everything anew still cannot record what the rules do not allow: here the journal of an absent member's vote.
sed 's/"seat":"4",\(.*\),"word":"recuse"/"seat":"6",\1,"word":"recuse"/' "$journal" | sed 's/,"prev":"[0-9a-f]*"//; s/,"hash":"[0-9a-f]*"//' >"$dir/forged.json"
run replay "$dir/forged.json" --into "$dir/c.db" --config "$conf"
[ $code -ne 0 ] && grep -q 'event 69 (vote_cast)' "$dir/err" && [ ! -e "$dir/c.db" ]
result $? "a journal sealed anew is still held to the rules, and nothing is written of it"

printf '[ { "kind": "called", "txet": "x" } ]' >"$dir/bad.json"
run replay "$dir/bad.json" --into "$dir/c.db" --config "$conf"
[ $code -eq 4 ] && grep -q "event 1: unknown member 'txet'; did you mean 'text'" "$dir/err"
result $? "a misspelt member is told with the one that was meant"

printf 'not json' >"$dir/bad.json"
run replay "$dir/bad.json" --into "$dir/c.db" --config "$conf"
[ $code -eq 4 ] && grep -q 'this is not JSON' "$dir/err" && [ ! -e "$dir/c.db" ]
result $? "what is not JSON is told as such"
