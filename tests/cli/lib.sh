# What the tests of the command line share: a folder of their own in $dir, a run of dais, and TAP. Sourced, not run.
dir=$(mktemp -d "${TMPDIR:-/tmp}/dais-cli.XXXXXX") || exit 99
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
n=0
# result STATUS WORDS: one line of TAP, with what was printed when the status is not 0.
result() {
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"
		echo "# exit code $code"
		head -n 20 "$dir/out" "$dir/err" | sed 's/^/# /'
	fi
}
# run WORDS: dais with these words; what it printed is in $dir/out and $dir/err, its exit code in $code.
run() {
	"$DAIS" "$@" >"$dir/out" 2>"$dir/err" </dev/null
	code=$?
}
# No byte that a terminal acts upon but newlines.
no_controls() {
	! LC_ALL=C tr -d '\n' <"$1" | LC_ALL=C grep -q '[[:cntrl:]]'
}
