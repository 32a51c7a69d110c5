#!/bin/sh
# dais init: a database with its board file, the example or a preset, written beside it and never over anything.
. "$top_srcdir/tests/cli/lib.sh"
presets=$(cd "$top_srcdir/fixtures/presets" && ls ./*.conf | sed 's/^..//; s/\.conf$//')
echo 1..9

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
