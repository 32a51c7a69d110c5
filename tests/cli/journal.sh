#!/bin/sh
# dais journal and replay: a journal goes out and comes back to the byte; by hand only what happened is written; what is odd is refused
# with its place, and nothing of it is kept.
. "$top_srcdir/tests/cli/lib.sh"
echo 1..27
conf=$top_srcdir/fixtures/riverton.conf
journal=$top_srcdir/tests/cli/meeting.json

run replay "$journal" --into "$dir/a.db" --config "$conf"
[ $code -eq 0 ] && grep -q 'meeting 1 rebuilt from 96 events' "$dir/out"
result $? "a journal rebuilds a meeting in a database that is made for it"

run journal "$dir/a.db" last --format json
[ $code -eq 0 ] && cmp -s "$dir/out" "$journal"
result $? "the journal comes out again to the byte"

run journal "$dir/a.db" 2024-12-16
[ $code -eq 0 ] && [ "$(wc -l <"$dir/out")" -eq 97 ] && grep -q '^  39  18:06:20  Adaeze Okafor moves, motion 3' "$dir/out" &&
	grep -q '^head [0-9a-f]\{64\}$' "$dir/out" && no_controls "$dir/out"
result $? "a line an event, in words, with the clock of the board"
cp "$dir/out" "$dir/words"

ok=0
for word in '' 1 last; do
	run journal "$dir/a.db" $word
	cmp -s "$dir/out" "$dir/words" || ok=1
done
result $ok "a meeting is named by its day, its number, as the last, or not at all"

run render "$dir/a.db" --screen agenda --size 120x40 --now 2024-12-16T12:00
[ $code -eq 0 ] && grep -q 'Body-worn camera policy' "$dir/out"
result $? "the agenda is rebuilt with it"

run journal "$dir/a.db" 1999-01-01
[ $code -eq 1 ] && grep -q '2024-12-16 (1)' "$dir/err"
result $? "a day without a meeting is told with those there are"

run journal "$dir/a.db" --format yaml
[ $code -eq 2 ] && grep -q 'text or json' "$dir/err"
result $? "another format is refused"

run replay "$journal" --into "$dir/a.db"
[ $code -ne 0 ] && grep -q 'holds this journal already' "$dir/err" && run journal "$dir/a.db" && cmp -s "$dir/out" "$dir/words"
result $? "the same journal is not taken twice"

run init "$dir/none.db" --config "$conf"
run journal "$dir/none.db"
[ $code -eq 1 ] && grep -q 'no meeting was recorded' "$dir/err"
result $? "a database without a journal is told as such"

run replay "$journal"
[ $code -eq 2 ] && grep -q -- '--into FILE' "$dir/err"
result $? "replay asks for the database"

# --- written by hand: neither numbers nor seals ---
sed 's/"seq":[0-9]*,//; s/,"who":"[^"]*"//; s/,"id":"[^"]*"//; s/,"prev":"[0-9a-f]*"//; s/,"hash":"[0-9a-f]*"//' "$journal" >"$dir/hand.json"
run replay "$dir/hand.json" --into "$dir/h.db" --config "$conf"
[ $code -eq 0 ] && run verify "$dir/h.db" && [ $code -eq 0 ] && run journal "$dir/h.db" && [ "$(sed '$d' "$dir/out")" = "$(sed '$d' "$dir/words")" ]
result $? "numbers, ids and seals are made where they are missing"

run journal "$dir/h.db" --format json
cp "$dir/out" "$dir/first"
run replay "$dir/hand.json" --into "$dir/h2.db" --config "$conf" && run journal "$dir/h2.db" --format json && cmp -s "$dir/out" "$dir/first"
result $? "the same events give the same journal"

sed 's/2024-12-17T/2024-12-18T/; s/1734393600/1734480000/' "$dir/hand.json" >"$dir/next.json"
run replay "$dir/next.json" --into "$dir/h.db" && [ $code -eq 0 ] && run journal "$dir/h.db" 2024-12-17 && [ $code -eq 0 ] &&
	run journal "$dir/h.db" 2 && [ $code -eq 0 ] && run verify "$dir/h.db" && [ $code -eq 0 ] && [ "$(grep -c ': sound' "$dir/out")" -eq 2 ]
result $? "a second meeting written by hand stands beside the first"

sed 's/City Hall, room 2/City Hall, room 3/' "$dir/hand.json" >"$dir/same-day.json"
run replay "$dir/same-day.json" --into "$dir/h.db" && run journal "$dir/h.db" 2024-12-16
[ $code -eq 2 ] && grep -q 'more than one meeting on 2024-12-16.*(1).*(3)' "$dir/err"
result $? "a day with two meetings is asked back with their numbers"

# --- refused ---
# refuse WORDS TEXT: this text as a journal is refused with the words, and no database is made.
refuse() {
	printf "$2" >"$dir/bad.json"
	run replay "$dir/bad.json" --into "$dir/c.db" --config "$conf"
	[ $code -ne 0 ] && grep -q "$1" "$dir/err" && [ ! -e "$dir/c.db" ] && no_controls "$dir/err"
	result $? "refused: $3"
}
refuse "bad.json: event 2: unknown member 'txet'; did you mean 'text'" '[{"kind":"note"},\n{"kind":"called","txet":"x"}]' "a misspelt member, with the one that was meant"
refuse "event 1: there is no kind of event 'vote_cats'; did you mean 'vote_cast'" '[{"kind":"vote_cats"}]' "a misspelt kind"
refuse "event 1: 'kind' is missing" '[{"text":"x"}]' "an event without a kind"
refuse "event 1: 'item' must be a whole number" '[{"kind":"note","item":"7"}]' "a text where a number stands"
refuse "event 1: 'item' is out of range" '[{"kind":"note","item":-1}]' "a number that is none of an item"
refuse "event 1: 'at' must be a time" '[{"kind":"note","at":"yesterday"}]' "no time"
refuse 'bad.json:2: an event has the same member twice' '[{"kind":"note",\n"kind":"called"}]' "a member twice"
refuse 'bad.json:1: nested too deep' '[[[[[[[[' "depth"
refuse 'bad.json:1: this is not UTF-8' '[{"kind":"note","text":"\377"}]' "bytes that are no text"
refuse 'event 1 (note): the meeting has not been called to order' '[{"kind":"note","text":"x"}]' "an event that is not in order"
refuse 'a journal is an array of events' '{"kind":"note"}' "no array"

# A forger who seals everything anew still cannot record what the rules do not allow: here the vote of one who is not on the roll.
sed 's/"seat":"4",\(.*\),"word":"recuse"/"seat":"6",\1,"word":"recuse"/' "$dir/hand.json" >"$dir/forged.json"
run replay "$dir/forged.json" --into "$dir/c.db" --config "$conf"
[ $code -ne 0 ] && grep -q 'event 69 (vote_cast)' "$dir/err" && [ ! -e "$dir/c.db" ]
result $? "a journal sealed anew is still held to the rules, and nothing is written of it"

cp "$dir/h2.db" "$dir/e.db"
sed '/"kind":"called"/s/Adaeze/Adele/; s/,"number":1,"word":"carried"/,"number":1,"word":"failed"/' "$dir/hand.json" >"$dir/forged.json"
run replay "$dir/forged.json" --into "$dir/h2.db"
[ $code -ne 0 ] && grep -q 'nothing was changed' "$dir/err" && run journal "$dir/h2.db" --format json && cmp -s "$dir/out" "$dir/first"
result $? "what is refused leaves a database as it was"
