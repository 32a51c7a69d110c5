#!/bin/sh
# dais check: one line for a good file, every fault and exit code 3 for a bad one.
dir=$(mktemp -d "${TMPDIR:-/tmp}/dais-check.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
n=0
result() {
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; sed 's/^/# /' "$dir/out" "$dir/err"; fi
}
check() {
	"$DAIS" check "$@" >"$dir/out" 2>"$dir/err" </dev/null
	code=$?
}
echo 1..13

cp "$top_srcdir/fixtures/riverton.conf" "$dir/riverton.conf" && chmod u+w "$dir/riverton.conf"
check "$dir/riverton.conf"
[ $code -eq 0 ] && [ "$(wc -l <"$dir/out")" -eq 1 ] && [ ! -s "$dir/err" ] &&
	grep -q 'riverton.conf: board file, 2 bodies, 14 seats, .*; no fault$' "$dir/out"
result $? "a good board file is one line"

sed 's/^suppress_below/supress_below/; s/to = "full_board"/to = "fullboard"/' "$dir/riverton.conf" >"$dir/bad.conf"
check "$dir/bad.conf"
line=$(grep -n 'supress_below' "$dir/bad.conf" | cut -d: -f1)
[ $code -eq 3 ] && grep -q "bad.conf:$line: unknown key 'supress_below' in the board file; did you mean 'suppress_below'?" "$dir/out" &&
	grep -q "'to' names the state 'fullboard', which does not exist; did you mean 'full_board'?" "$dir/out" &&
	grep -q "no case can ever reach state 'full_board'" "$dir/out" && tail -n 1 "$dir/out" | grep -q 'board file, [0-9]* faults$'
result $? "a bad board file: every fault with its line, exit code 3"

check "$dir/riverton.conf" "$dir/bad.conf" "$dir/riverton.conf"
[ $code -eq 3 ] && [ "$(grep -c 'no fault$' "$dir/out")" -eq 2 ]
result $? "of several files one bad one is enough for exit code 3, and all are looked at"

ok=0
for theme in "$top_srcdir"/themes/*.conf; do
	check "$theme"
	[ $code -eq 0 ] && [ "$(grep -c ' on ' "$dir/out")" -ge 27 ] || ok=1
done
result $ok "every theme passes and shows its table of contrasts"

sed 's/^  dim = .*/  dim = { fg = 240; };/' "$top_srcdir/themes/dark.conf" >"$dir/faint.conf"
check "$dir/faint.conf"
[ $code -eq 3 ] && grep -q '^dim .* TOO LOW: needs 4.5$' "$dir/out" && grep -q "faint.conf: 'dim' has a contrast of 2.* but needs 4.5" "$dir/out"
result $? "a theme that is hard to read fails"

check "$top_srcdir/tests/config/map-all.conf"
[ $code -eq 3 ] && tail -n 1 "$dir/out" | grep -q 'import map, [0-9]* faults$'
result $? "a map is known as a map"

ok=0
for map in "$top_srcdir"/fixtures/maps/*.conf; do
	[ -e "$map" ] || continue
	check "$map"
	[ $code -eq 0 ] || { ok=1; cat "$dir/out" >>"$dir/err"; }
done
result $ok "the maps that come with the program have no fault"

check "$dir/missing.conf"
[ $code -eq 3 ] && grep -q 'cannot read this file: No such file' "$dir/out"
result $? "a missing file is told"

mkfifo "$dir/fifo"
check "$dir/fifo" "$dir" /dev/zero
[ $code -eq 3 ] && [ "$(grep -c 'not a regular file' "$dir/out")" -eq 3 ]
result $? "a FIFO, a folder and a device are refused without waiting"

printf 'x = 1;\n' >"$dir/what.conf"
check "$dir/what.conf"
[ $code -eq 3 ] && grep -q 'neither a board file .* nor a theme .* nor a map' "$dir/out"
result $? "a file of another kind is told"

check
[ $code -eq 2 ]
result $? "no file: exit code 2"

check "$(printf '%s/none\033]0;x\007.conf' "$dir")"
[ $code -eq 3 ] && ! LC_ALL=C grep -q "$(printf '\033')" "$dir/out" "$dir/err"
result $? "a file name cannot write to the terminal"

# The lines that an import offers for words it does not know can be put into the board file as they stand.
cat >"$dir/words.conf" <<'MAP'
title = "Words";
files = ( { name = "words"; rows = "allegations";
  columns = ( { from = "no"; to = "number"; }, { from = "class"; to = "class"; }, { from = "place"; to = "district"; } ); } );
MAP
printf 'no,class,place\n1,"Lost ""badge"" \\ hat",Île 5\n' >"$dir/words.csv"
"$DAIS" init "$dir/words.db" --config "$dir/riverton.conf" >"$dir/out" 2>"$dir/err" &&
	"$DAIS" import "$dir/words.db" "$dir/words.csv" --map "$dir/words.conf" >"$dir/report" 2>"$dir/err"
sed -n 's/.*\({ id = "lost.*}\).*/\1,/p' "$dir/report" >"$dir/class.part"
sed -n 's/.*\({ id = "ile.*}\).*/\1,/p' "$dir/report" >"$dir/district.part"
sed "/^  class = (/r $dir/class.part
/^  district = (/r $dir/district.part" "$dir/riverton.conf" >"$dir/more.conf"
check "$dir/more.conf"
[ $code -eq 0 ] && [ "$(wc -l <"$dir/more.conf")" -eq $(($(wc -l <"$dir/riverton.conf") + 2)) ]
result $? "the lines an import offers for new words fit into the board file"
