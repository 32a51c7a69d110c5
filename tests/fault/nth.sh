#!/bin/sh
# Each call of a command fails in its turn (LIMITS.md B7, 5, 6): dais replay and dais verify say so with a code of their own, and a journal is
# there whole or not at all. Every fifth call in make check, each in make fault (FAULT_ALL=1).
. "$top_srcdir/tests/cli/lib.sh"
if ! strace -o /dev/null true 2>/dev/null || ! command -v sqlite3 >/dev/null; then
	echo "1..0 # SKIP strace that may trace, or sqlite3, is missing"
	exit 0
fi
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0
export ASAN_OPTIONS
journal=$top_srcdir/tests/cli/meeting.json
step=5
[ -z "$FAULT_ALL" ] || step=1
run init "$dir/a.db" --config "$top_srcdir/fixtures/riverton.conf"
sqlite3 "$dir/a.db" 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
rm -f "$dir"/a.db-wal "$dir"/a.db-shm
run replay "$journal" --into "$dir/whole.db" --config "$top_srcdir/fixtures/riverton.conf"

# faulty CALL ERROR N WORDS: dais with these words, whose N-th such call fails. Fails itself when none was left to fail.
faulty() {
	call=$1 error=$2 at=$3
	shift 3
	strace -f -qq -o "$dir/calls" -e "inject=$call:error=$error:when=$at" "$DAIS" "$@" >"$dir/out" 2>"$dir/err" </dev/null
	code=$?
	grep -q INJECTED "$dir/calls"
}
# The call belonged to the loader: not our program yet.
not_begun() { [ $code -eq 127 ] && grep -q 'shared librar' "$dir/err"; }
# Its own end, not a signal's.
ended_itself() { [ $code -lt 126 ] && ! grep -q Sanitizer "$dir/err"; }
fresh() {
	rm -f "$dir"/b.db*
	cp "$dir/a.db" "$dir/b.db"
}
# What a replay left behind: 96 events or none, with words when it failed, and sound.
all_or_nothing() {
	replayed=$code
	events=$(sqlite3 "$dir/b.db" 'SELECT count(*) FROM journal')
	ended_itself || return 1
	[ $replayed -eq 0 ] || [ -s "$dir/err" ] || return 1
	case $events in 96) ;; 0) [ $replayed -ne 0 ] || return 1 ;; *) return 1 ;; esac
	run verify "$dir/b.db"
	[ $code -eq 0 ] || [ "$events" -eq 0 ]
}
# each CALL ERROR STEP: one line of TAP.
each() {
	at=1 tried=0 ok=0
	fresh
	while faulty "$1" "$2" $at replay "$journal" --into "$dir/b.db"; do
		not_begun || tried=$((tried + 1))
		not_begun || all_or_nothing || { ok=1; echo "# call $at: replay ended with $replayed, $events events are there"; }
		at=$((at + $3))
		fresh
	done
	[ $tried -gt 0 ] || ok=1
	result $ok "replay: $tried times $1 failed with $2: all or nothing, and it is said"
}
echo 1..6
each pwrite64 ENOSPC $step
each pwrite64 EIO $step
each pread64 EIO $step
each fdatasync EIO 1

at=1 tried=0 ok=0
while faulty pread64 EIO $at verify "$dir/whole.db"; do
	not_begun || tried=$((tried + 1))
	not_begun || { ended_itself && { [ -s "$dir/out" ] || [ -s "$dir/err" ]; }; } || { ok=1; echo "# call $at: verify ended with $code"; }
	at=$((at + step))
done
[ $tried -gt 0 ] || ok=1
result $ok "verify: $tried times pread64 failed with EIO: said, never a crash"
run verify "$dir/whole.db"
result $code "the file is sound after all that"
