#!/bin/sh
# The manual, the README and the program's help say the same: every subcommand, key, field and metric.
set -u
: "${top_srcdir:?}" "${DAIS:?}"
page=$top_srcdir/doc/dais.1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
n=0
result() { # TEXT FILE-WITH-FAULTS
	n=$((n + 1))
	if [ -s "$2" ]; then
		echo "not ok $n - $1"
		sed 's/^/# /' "$2"
	else
		echo "ok $n - $1"
	fi
}

"$DAIS" --help >"$work/help"
awk '/^  [a-z]+ +[A-Z]/ && $1 != "dais" { print $1 }' "$work/help" >"$work/commands"
[ "$(wc -l <"$work/commands")" -ge 9 ] || echo "dais --help lists too few commands" >"$work/faults"
: >>"$work/faults"
result "dais --help lists the subcommands" "$work/faults"

while read -r command; do
	grep -q "^\.B $command\\b" "$page" || echo "dais.1 has no entry for $command"
	[ "$command" = open ] || grep -qw "dais $command" "$top_srcdir/README.md" || echo "README.md does not show dais $command"
	"$DAIS" "$command" --help </dev/null >"$work/one" 2>&1 || echo "dais $command --help fails"
	grep -q '^  \$ .*dais' "$work/one" || echo "dais $command --help has no example"
	# Every option is explained, and stands in the help with words behind it.
	awk '/^Options:/ { on = 1; next } /^[^ ]/ { on = 0 } on && /^ +-/ && NF < 3 { print }' "$work/one"
done <"$work/commands" >"$work/faults"
result "every subcommand is in the manual and the README, with help and an example" "$work/faults"

"$DAIS" --keys >"$work/keys" 2>&1
: >"$work/faults"
[ "$(grep -c '^  ' "$work/keys")" -ge 30 ] || echo "dais --keys lists too few commands" >"$work/faults"
result "dais --keys lists the keys" "$work/faults"
sh "$top_srcdir/doc/manual.sh" "$top_srcdir" "$DAIS" 2>&1 | diff "$page" - >"$work/faults" ||
	echo "run make update-manual" >>"$work/faults"
result "keys, fields and metrics in the manual are those of the program" "$work/faults"

if command -v man >/dev/null && command -v groff >/dev/null; then
	for file in "$top_srcdir"/doc/*.[15]; do
		LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -E UTF-8 -l "$file" 2>&1 >/dev/null | sed "s|^|${file##*/}: |"
	done >"$work/faults"
	result "the manual pages are well formed" "$work/faults"
else
	n=$((n + 1))
	echo "ok $n - the manual pages are well formed # SKIP man is missing: install man-db"
fi

# Pictures and links of the README exist.
grep -oE '\]\([^)#:]*\)' "$top_srcdir/README.md" "$top_srcdir/CONTRIBUTING.md" "$top_srcdir"/doc/*.md | while IFS=: read -r file link; do
	link=${link#](}
	link=${link%)}
	[ -e "$top_srcdir/$link" ] || [ -e "$(dirname "$file")/$link" ] || echo "$file: $link is not there"
done >"$work/faults"
result "what the documents point to is there" "$work/faults"
echo "1..$n"
