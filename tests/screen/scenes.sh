# Plays every scene in tests/screen/*.scene against the program in a pseudo-terminal; one test a scene.
# SCENES="walk help" plays only these; UPDATE=1 writes the golden screens anew.
here=$top_srcdir/tests/screen
runner=$top_builddir/tests/screen/scene
if [ ! -x "$runner" ]; then
	echo "1..0 # SKIP libvterm is not installed (Debian: libvterm-dev)"
	exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
DAIS_DATA_DIR=${DAIS_DATA_DIR:-$top_srcdir}
SCENE_GOLDEN=$here/golden
SCENE_DB=$work/db
# Under the sanitizers: crashes are ours to handle in the crash scenes, and curses keeps what it keeps.
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}handle_segv=0:handle_abort=0
LSAN_OPTIONS=suppressions=$here/lsan.supp:print_suppressions=0
export DAIS_DATA_DIR SCENE_GOLDEN SCENE_DB DAIS ASAN_OPTIONS LSAN_OPTIONS
mkdir "$SCENE_DB"
if ! "$DAIS" demo "$SCENE_DB/board.db" --now 2024-12-16T12:00 >"$work/demo.out" 2>&1; then
	sed 's/^/# /' "$work/demo.out"
	echo "Bail out! no demonstration database"
	exit 99
fi
if [ -n "$SCENES" ]; then
	list=
	for name in $SCENES; do list="$list $here/$name.scene"; done
else
	list=$(ls "$here"/*.scene)
fi
set -- $list
echo "1..$#"
n=0
for scene; do
	n=$((n + 1))
	name=$(basename "$scene" .scene)
	if "$runner" "$scene" >"$work/out" 2>&1; then
		echo "ok $n - $name"
	else
		cat "$work/out"
		echo "not ok $n - $name"
	fi
done
