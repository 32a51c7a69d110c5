#!/bin/sh
# Plays every scene of this folder (tests/screen/scene.c says what one may say): the dashboard in a meeting while a fault is injected.
# SCENES="full-disk gone" plays only these. A scene names what it needs: "# needs: strace mount".
# Its shell lines may read "$FAULT" (lib.sh); FAULT_WRAP in its env is put before the program: "env FAULT_WRAP=prlimit --fsize=1".
here=$top_srcdir/tests/fault
. "$top_srcdir/tests/screen/play.sh"
play_needs_terminal
# Whatever a scene mounts goes with this process.
if [ -z "$FAULT_ALONE" ] && [ "$(id -u)" = 0 ] && unshare -m true 2>/dev/null; then
	FAULT_ALONE=1 exec unshare -m sh "$0"
fi
. "$here/lib.sh"
work=$(mktemp -d)
trap 'end_all; umount -l "$work"/tmp/*/disk 2>/dev/null; rm -rf "$work"' EXIT
chmod 755 "$work"
mkdir -m 755 "$work/db" "$work/tmp" || exit 99
FAULT=$here/lib.sh
FAULT_PIDS=$work/pids
FAULT_DAIS=$DAIS
TMPDIR=$work/tmp
SCENE_DB=$work/db
DAIS_DATA_DIR=${DAIS_DATA_DIR:-$top_srcdir}
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}handle_segv=0:handle_abort=0:detect_leaks=0
DAIS=$work/dais
export FAULT FAULT_PIDS TMPDIR SCENE_DB DAIS_DATA_DIR ASAN_OPTIONS DAIS top_srcdir
printf '#!/bin/sh\nexec $FAULT_WRAP "%s" "$@"\n' "$FAULT_DAIS" >"$DAIS" && chmod 755 "$DAIS" || exit 99
# at-time @SECONDS PROGRAM: its clock begins there. Not under the wrapper of faketime, which leaves a semaphore behind when it is killed.
printf '#!/bin/sh\nwhen=$1; shift\nexec env FAKETIME_FMT=%%s FAKETIME="$when" LD_PRELOAD="$FAULT_FAKETIME" "$@"\n' >"$work/at-time" && chmod 755 "$work/at-time" || exit 99
FAULT_FAKETIME=$(faketime -f '+1h' sh -c 'echo "$LD_PRELOAD"' 2>/dev/null)
PATH=$work:$PATH
export FAULT_FAKETIME PATH
play_database "$SCENE_DB"
# The log of the beginning is in the file, so that what a scene takes away is its own.
sqlite3 "$SCENE_DB/board.db" 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null 2>&1

# lacking SCENE: the first thing it needs that is not here.
lacking() {
	for need in $(sed -n 's/^# needs: //p' "$1"); do
		case $need in
		mount) [ -n "$FAULT_ALONE" ] || { echo "mounting (only root may)"; return; } ;;
		nobody) setpriv --reuid=65534 --regid=65534 --clear-groups "$DAIS" --version >/dev/null 2>&1 ||
			{ echo "other user that may run this build (only root may become one)"; return; } ;;
		faketime) [ -n "$FAULT_FAKETIME" ] && at-time @1734998520 "$FAULT_DAIS" --version >/dev/null 2>&1 || { echo "faketime that works with this build"; return; } ;;
		attach) strace -o /dev/null true 2>/dev/null || { echo "strace that may trace"; return; } ;;
		*) command -v "$need" >/dev/null || { echo "$need"; return; } ;;
		esac
	done
}
after_scene() { end_all; }
play "$here"
