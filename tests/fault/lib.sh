# For the shell lines of the scenes; sourced, not run. What is started here is remembered in $FAULT_PIDS and ended after the scene.

# until_true COMMAND: waits for the condition, for 10 s at most.
until_true() {
	tries=0
	until eval "$1"; do
		tries=$((tries + 1))
		[ $tries -lt 500 ] || { echo "never came true: $1" >&2; return 1; }
		sleep 0.02
	done
}
end_all() {
	[ -f "$FAULT_PIDS" ] || return 0
	while read -r pid; do kill -CONT "$pid" 2>/dev/null; kill "$pid" 2>/dev/null; done <"$FAULT_PIDS"
	rm -f "$FAULT_PIDS"
}

# The program that records.
clerk() { cut -d ' ' -f 1 "$DB.clerk"; }
tracer() { sed -n 's/^TracerPid:[[:space:]]*//p' "/proc/$1/status"; }
# inject CALL:error=E:when=N...: system calls of the clerk's program fail from now on, until release.
inject() {
	target=$(clerk)
	set -- $(printf -- '-e inject=%s ' "$@")
	strace -f -qq -o "$DIR/calls" -p "$target" "$@" >/dev/null 2>&1 &
	echo $! >>"$FAULT_PIDS"
	echo $! >"$DIR/strace"
	until_true '[ "$(tracer $target)" != 0 ]'
}
# release: the calls work again; at least one must have failed.
release() {
	kill "$(cat "$DIR/strace")" 2>/dev/null
	until_true '[ ! -d "/proc/$(cat "$DIR/strace")" ]' && grep -q INJECTED "$DIR/calls"
}

# hold SQL: another program has done this in a transaction of its own and keeps it open, until let_go.
hold() {
	rm -f "$DIR/held"
	touch "$DIR/hold"
	(
		{ echo "$1;"; echo ".system touch '$DIR/held'"; while [ -e "$DIR/hold" ]; do sleep 0.02; done; echo 'ROLLBACK;'; } | sqlite3 "$DB"
	) </dev/null >/dev/null 2>&1 &
	echo $! >>"$FAULT_PIDS"
	echo $! >"$DIR/holder"
	until_true '[ -e "$DIR/held" ]'
}
let_go() {
	rm -f "$DIR/hold"
	until_true '[ ! -d "/proc/$(cat "$DIR/holder")" ]'
}

# sound [DB]: dais verify finds nothing; damaged WORDS [DB]: it finds something and says so.
sound() { "$DAIS" verify "${1:-$DB}"; }
damaged() {
	"$DAIS" verify "${2:-$DB}" >"$DIR/verify"
	[ $? -eq 1 ] && grep -q -- "$1" "$DIR/verify" || { cat "$DIR/verify" >&2; return 1; }
}
# refused WORDS COMMAND...: ends with a code of its own (not by a signal) and says this.
refused() {
	words=$1
	shift
	"$@" >"$DIR/said" 2>&1 </dev/null
	code=$?
	[ $code -gt 0 ] && [ $code -lt 126 ] && grep -q -- "$words" "$DIR/said" || { echo "code $code" >&2; cat "$DIR/said" >&2; return 1; }
}
events() { sqlite3 "$DB" "SELECT count(*) FROM journal WHERE meeting = (SELECT max(id) FROM meeting)"; }
