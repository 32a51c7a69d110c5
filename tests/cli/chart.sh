#!/bin/sh
# dais chart: every metric in every format, filters, mistakes, and nothing a terminal acts upon.
. "$top_srcdir/tests/cli/lib.sh"
echo 1..17
now=2024-12-16T18:42
run demo "$dir/r.db" --cases 400 --open 30 --seed 5 --now $now --config "$top_srcdir/fixtures/riverton.conf"
[ $code -eq 0 ] || { echo "Bail out! no demonstration database"; exit 1; }
chart() { run chart "$dir/r.db" "$@" --now $now; }

chart
[ $code -eq 0 ] && [ "$(cut -d' ' -f1 "$dir/out" | tr '\n' ' ')" = "intake cases ageing close sustained force stages districts " ]
result $? "without a metric: the list of them"

ok=0
for metric in intake cases ageing close sustained force stages districts; do
	for format in text table words csv json svg; do
		chart $metric --format $format
		[ $code -eq 0 ] && [ -s "$dir/out" ] && [ ! -s "$dir/err" ] && no_controls "$dir/out" || { ok=1; echo "# $metric $format"; }
	done
done
result $ok "every metric in every format, without a byte a terminal acts upon"

chart cases --format csv --months 0
sum=$(awk -F, 'NR > 1 { n += $5 } END { print n }' "$dir/out")
[ "$sum" = 400 ]
result $? "cases by month add up to all cases ($sum)"

chart cases --format csv
head -n 1 "$dir/out" | grep -qx 'series,point,month,value,n,of,lower_limit,upper_limit,centre,flags,filter' && grep -q ',2024-12,.*,still filling,' "$dir/out"
result $? "csv has one heading line, and says which months still fill"

chart ageing --format csv
[ "$(awk -F, 'NR > 1 { n += $5 } END { print n }' "$dir/out")" = 30 ] && grep -q 'state:open age:31..90' "$dir/out"
result $? "ageing adds up to the open cases, each bucket with its filter"

ok=0
awk -F, 'NR > 1 { print $5 "\t" $NF }' "$dir/out" >"$dir/points"
while IFS='	' read -r count filter; do
	listed=$("$DAIS" list cases "$dir/r.db" --filter "$filter" --now $now --format csv | awk 'NR > 1' | wc -l)
	[ "$listed" -eq "$count" ] || { ok=1; echo "# $filter: $listed cases, not $count"; }
done <"$dir/points"
result $ok "dais list gives exactly the cases of each bucket"

"$top_builddir/tests/model/chart_points" "$dir/r.db" "$top_srcdir/fixtures/riverton.conf" 2024-12-16 >"$dir/out" 2>&1
code=$?
result $code "every point of every chart opens the cases it counts"

chart sustained --format json
awk '/^\[/ { open = 1 } /"lower_limit": *[0-9]/ { limits = 1 } END { exit !(open && limits) }' "$dir/out"
result $? "json is an array of objects with numbers as numbers"

chart cases --filter 'district:north' --format csv --months 0
some=$(awk -F, 'NR > 1 { n += $5 } END { print n }' "$dir/out")
[ "$some" -gt 10 ] && [ "$some" -lt 400 ] && [ "$some" = "$("$DAIS" list cases "$dir/r.db" --filter 'district:north received:1900..' --now $now --format csv | awk 'NR > 1' | wc -l)" ]
result $? "a filtered chart counts the cases of the filter ($some)"

chart cases --filter 'distrct:north'
[ $code -eq 2 ] && grep -q "did you mean 'district'" "$dir/err" && [ ! -s "$dir/out" ]
result $? "a mistake in the filter is told"

chart casses
[ $code -eq 2 ] && grep -q "did you mean 'cases'" "$dir/err"
result $? "a metric is guessed"

chart cases --format tabel
[ $code -eq 2 ] && grep -q "did you mean 'table'" "$dir/err"
result $? "a format is guessed"

chart cases --size 80
[ $code -eq 2 ] && grep -q 'size 100x30' "$dir/err"
result $? "a size must be columns and rows"

chart cases --size 60x16
[ $code -eq 0 ] && [ "$(wc -l <"$dir/out")" -le 16 ]
result $? "text keeps to its size"

chart cases --ascii
[ $code -eq 0 ] && ! LC_ALL=C tr -d '\n -~' <"$dir/out" | grep -q .
result $? "--ascii prints bytes 32 to 126 only"

chart cases --format words
grep -q 'highest .* lowest' "$dir/out" && grep -q 'still' "$dir/out"
result $? "words name the extremes and what still fills"

run chart "$dir/none.db" cases
[ $code -eq 4 ] && [ ! -s "$dir/out" ]
result $? "a database that is not there"
