# Plays every scene in tests/screen/*.scene against the program in a pseudo-terminal; one test a scene.
# SCENES="walk help" plays only these; UPDATE=1 writes the golden screens anew.
here=$top_srcdir/tests/screen
. "$here/play.sh"
play_needs_terminal
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
play_database "$SCENE_DB"
lacking() { :; }
after_scene() { :; }
play "$here"
