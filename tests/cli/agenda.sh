#!/bin/sh
# dais agenda and dais notice: the papers of a coming meeting in every format and language of the board file.
. "$top_srcdir/tests/cli/lib.sh"
db=$dir/riverton.db
now="--now 2024-12-10T12:00"
# shellcheck disable=SC2086  # two words
"$DAIS" demo "$db" $now >/dev/null || exit 99
cp "$top_srcdir/fixtures/riverton.conf" "$dir/short.conf"
sed -i 's/^brief_words = .*/brief_words = 2;/' "$dir/short.conf"
echo 1..15

# shellcheck disable=SC2086
run agenda "$db" $now
[ $code -eq 0 ] && grep -q '^Agenda of the Riverton Police Oversight Board' "$dir/out" && grep -q 'Mon 16 Dec 2024, 18:00 (America/Chicago)' "$dir/out" &&
	grep -q 'Interpretation is free' "$dir/out" && ! grep -qi 'closed session (closed session)' "$dir/out" && [ ! -s "$dir/err" ] && no_controls "$dir/out"
result $? "the agenda of the next meeting"

cp "$dir/out" "$dir/before"
LC_ALL=C "$DAIS" agenda "$db" 2024-12-16 >"$dir/out" 2>"$dir/err"
cmp -s "$dir/out" "$dir/before"
result $? "the same bytes for the meeting by its day, in a locale without UTF-8"

# shellcheck disable=SC2086
run agenda "$db" next $now --both --format md
[ $code -eq 0 ] && grep -q 'Public comment' "$dir/out" && grep -q 'Comentarios del público' "$dir/out" && grep -q '^---$' "$dir/out"
result $? "both languages, one after the other"

# shellcheck disable=SC2086
LANGUAGE=es run agenda "$db" $now --lang en
cmp -s "$dir/out" "$dir/before"
result $? "in English from a program that speaks Spanish"

# shellcheck disable=SC2086
run notice "$db" $now --lang es --format html
[ $code -eq 0 ] && grep -q '<html lang="es">' "$dir/out" && grep -q 'Aprobación del acta' "$dir/out" && grep -q 'La interpretación es gratuita' "$dir/out"
result $? "the notice in Spanish, with the standing paragraphs of the board file"

# shellcheck disable=SC2086
run agenda "$db" $now --format ical
[ $code -eq 0 ] && grep -q '^DTSTART:20241217T000000Z' "$dir/out" && grep -q '^UID:meeting-' "$dir/out" && grep -q '^SEQUENCE:0' "$dir/out" && ! grep -q LAST-MODIFIED "$dir/out"
result $? "as iCalendar: in UTC, and no change is told where none is known"

# shellcheck disable=SC2086
run agenda "$db" $now --format json --both
[ $code -eq 0 ] && grep -q '"title" : "Sesión cerrada"' "$dir/out" && grep -q '"lang" : "es"' "$dir/out"
result $? "as JSON in both languages"

# shellcheck disable=SC2086
run agenda "$db" $now --config "$dir/short.conf"
[ $code -eq 0 ] && grep -q 'item 1: its description has 3 words; it should have at most 2' "$dir/err" && ! grep -q 'at most' "$dir/out"
result $? "long descriptions are pointed out to the maker, not to the public"

# shellcheck disable=SC2086
run render "$db" --screen agenda --size 120x30 $now --config "$dir/short.conf"
[ $code -eq 0 ] && grep -q 'Too long *3 words; it should have at most 2' "$dir/out"
result $? "and on the Agenda screen"

run agenda "$db" --now 2025-06-01T00:00
[ $code -eq 1 ] && grep -q 'no meeting is planned from 2025-06-01 on' "$dir/err" && [ ! -s "$dir/out" ]
result $? "no coming meeting is said, with what to do"

# shellcheck disable=SC2086
run notice "$db" $now --lang fr
[ $code -eq 2 ] && grep -q 'en, es' "$dir/err" && [ ! -s "$dir/out" ]
result $? "a language that the board does not have is refused"

# shellcheck disable=SC2086
run agenda "$db" $now --format pdf
[ $code -eq 2 ] && grep -q "not 'pdf'" "$dir/err"
result $? "an unknown format is refused with those there are"

# shellcheck disable=SC2086
run agenda "$db" $now --both --lang es
[ $code -eq 2 ] && grep -q 'leave out --lang' "$dir/err"
result $? "one language and all of them at once is refused"

if command -v sqlite3 >/dev/null; then
	sqlite3 "$db" "INSERT INTO meeting_detail VALUES ((SELECT max(id) FROM meeting), 1734130800, 'mrios', NULL, NULL)"
	# shellcheck disable=SC2086
	run agenda "$db" $now
	[ $code -eq 0 ] && grep -q 'Posted: Fri 13 Dec 2024, 17:00' "$dir/out" && grep -q 'To be posted: 72 hours before it begins (Riverton Code 2.61.5(a))' "$dir/out" && ! grep -q mrios "$dir/out"
	result $? "when it was posted, and under which rule"
	sqlite3 "$db" "UPDATE meeting SET status = 'cancelled' WHERE id = (SELECT max(id) FROM meeting);
		INSERT INTO agenda_change SELECT max(id), 1, 1734000000, 'mrios', 'set', 1, 'a', 'b', NULL FROM meeting;
		INSERT INTO agenda_change SELECT max(id), 2, 1734003600, 'mrios', 'set', 1, 'b', 'c', NULL FROM meeting"
	run agenda "$db" 2024-12-16 --format ical
	[ $code -eq 0 ] && grep -q '^STATUS:CANCELLED' "$dir/out" && grep -q '^SEQUENCE:3' "$dir/out" && grep -q '^LAST-MODIFIED:20241213T230000Z' "$dir/out" &&
		grep -q '^DTSTAMP:20241213T230000Z' "$dir/out"
	result $? "a cancelled meeting is one in the calendar, with the changes and the cancellation counted"
else
	echo "ok 14 # SKIP sqlite3 is missing"
	echo "ok 15 # SKIP sqlite3 is missing"
fi
