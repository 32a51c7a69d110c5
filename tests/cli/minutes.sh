#!/bin/sh
# dais minutes and dais list attendance: a whole journal replayed gives the papers of tests/unit/papers, byte for byte.
. "$top_srcdir/tests/cli/lib.sh"
papers=$top_srcdir/tests/unit/papers
db=$dir/board.db
"$DAIS" replay "$papers/journal.json" --into "$db" --config "$top_srcdir/fixtures/riverton.conf" >/dev/null || exit 99
echo 1..16

for format in text html md json; do
	file=$papers/minutes.$format
	[ $format = text ] && file=$papers/minutes.txt
	run minutes "$db" 2024-12-16 --format $format
	[ $code -eq 0 ] && cmp -s "$dir/out" "$file" && ! grep -q SECRET "$dir/out"
	result $? "$format: the minutes as they are kept, and nothing of the closed session"
done

run minutes "$db" --matrix
[ $code -eq 0 ] && cmp -s "$dir/out" "$papers/matrix.txt"
result $? "the matrix of the last meeting"

cp "$dir/out" "$dir/before"
LC_ALL=C "$DAIS" minutes "$db" --matrix >"$dir/out" 2>"$dir/err"
cmp -s "$dir/out" "$dir/before"
result $? "the same bytes in a locale without UTF-8"

run minutes "$db" --matrix --format json
[ $code -eq 2 ] && grep -q 'text, html or md' "$dir/err" && [ ! -s "$dir/out" ]
result $? "a matrix has no JSON, and that is said"

run minutes "$db" --format pdf
[ $code -eq 2 ] && grep -q "not 'pdf'" "$dir/err"
result $? "an unknown format is refused with those there are"

run minutes "$db" --lang fr
[ $code -eq 2 ] && grep -q 'en, es' "$dir/err" && [ ! -s "$dir/out" ]
result $? "a language that the board does not have is refused"

run minutes "$db" --lang es --format html
[ $code -eq 0 ] && grep -q '<html lang="es">' "$dir/out" && grep -q 'moci.n principal\|aprobar el acta' "$dir/out" &&
	grep -q 'Junta de Supervisi.n Policial de Riverton' "$dir/out" && grep -q 'Comentarios del p.blico' "$dir/out" &&
	grep -q 'Puesto 1, norte' "$dir/out" && ! grep -q 'Oversight Board\|Public comment\|Seat 1' "$dir/out"
result $? "in another language of the board, with the names of the body, the seats and the template's items"

run minutes "$db" 2023-01-01
[ $code -ne 0 ] && grep -q '2024-12-16' "$dir/err"
result $? "no meeting of that day: those that there are"

run list attendance "$db"
[ $code -eq 0 ] && grep -q '^Farid Nasseri  *5  *L  *0  *1 ' "$dir/out" && grep -q '3 absences in a row' "$dir/out"
result $? "the attendance of the year with the rule of absences"

run list attendance "$db" --format csv
[ $code -eq 0 ] && grep -q '^pob,Camille Moreau,3,E,2024-12-16,1,0,0,0,1,0,0,0,no$' "$dir/out"
result $? "the same as CSV"

run list attendance "$db" --year 2023 --format json
[ $code -eq 1 ] && [ "$(tr -d '\n' <"$dir/out")" = '[]' ]
result $? "a year without a meeting: an empty list, exit code 1"

run list seats "$db" --body pob --on 2024-12-20 --format csv
[ $code -eq 0 ] && grep -q '^pob,1,.*,Adaeze Okafor,.*,0,0,no,yes,,0,1440,[1-9][0-9]*,0$' "$dir/out"
result $? "the seats with the absences and the votes of what was recorded"

run list cases "$db" --year 2024
[ $code -eq 2 ] && grep -q -e '--year works with attendance' "$dir/err"
result $? "only the sheet goes by years"
