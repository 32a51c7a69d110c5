#!/bin/sh
# A signal at random moments of a meeting (LIMITS.md B7, 22): the program ends by itself, the terminal is given back, the record is sound.
# 8 rounds in make check, FAULT_ROUNDS=500 in make fault. Prints the scene of a round that failed.
if [ ! -x "$top_builddir/tests/screen/scene" ]; then
	echo "1..0 # SKIP libvterm is not installed (Debian: libvterm-dev)"
	exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rounds=${FAULT_ROUNDS:-8}
SCENE_DB=$work/db
DAIS_DATA_DIR=${DAIS_DATA_DIR:-$top_srcdir}
TMPDIR=$work
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0
export SCENE_DB DAIS_DATA_DIR TMPDIR ASAN_OPTIONS
mkdir "$SCENE_DB"
"$DAIS" demo "$SCENE_DB/board.db" --now 2024-12-16T12:00 >/dev/null || { echo "Bail out! no demonstration database"; exit 99; }
all='5Cyppppppppppp<Enter>JMmain<Enter>1To adopt.<Enter>s2VanbanuaDyJQAna<Enter>x<Enter>ntiA note.<Enter>Mmain<Enter>2To end.<Enter>s3Vnanan'
# keys FROM N: that part of them, without a half name of a key.
keys() {
	echo "$all" | awk -v from=$(($1 + 1)) -v n="$2" '{ s = substr($0, from, n); sub(/^[A-Z]?[a-z]*>/, "", s); sub(/<[^>]*$/, "", s); print s }'
}
echo 1..1
failed=0
round=0
while [ $round -lt "$rounds" ]; do
	round=$((round + 1))
	at=$((5 + round * 37 % 120))
	set -- TERM HUP QUIT TERM
	shift $((round % 4))
	# a dozen keys more at once: where among them the program is when the signal comes is left to chance
	cat >"$work/round.scene" <<SCENE
size 120x40
run \$DB --now 2024-12-23T18:02
type $(keys 0 $at)
send $(keys $at 12)x
signal $1
expect-exit 0
restored
shell "\$DAIS" verify "\$DB"
SCENE
	"$top_builddir/tests/screen/scene" "$work/round.scene" >"$work/out" 2>&1 && continue
	failed=$((failed + 1))
	sed 's/^/# /' "$work/round.scene"
	cat "$work/out"
done
[ $failed -eq 0 ] && echo "ok 1 - $rounds rounds" || echo "not ok 1 - $failed of $rounds rounds failed"
