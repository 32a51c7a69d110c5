# What plays scenes: sourced by scenes.sh here and in tests/fault. Takes $work, a folder that goes when all is played.

# play_database FOLDER: the demonstration that every scene gets a copy of; without it there is nothing to play.
play_database() {
	"$DAIS" demo "$1/board.db" --now 2024-12-16T12:00 >"$1.out" 2>&1 && return
	sed 's/^/# /' "$1.out"
	echo "Bail out! no demonstration database"
	exit 99
}
# play FOLDER: each of its scenes, or those of $SCENES; one test a scene. What `lacking SCENE` prints skips it; `after_scene` follows each.
play() {
	if [ -n "$SCENES" ]; then
		list=
		for name in $SCENES; do list="$list $1/$name.scene"; done
	else
		list=$(ls "$1"/*.scene)
	fi
	set -- $list
	echo "1..$#"
	n=0
	for scene; do
		n=$((n + 1))
		name=$(basename "$scene" .scene)
		lacks=$(lacking "$scene")
		if [ -n "$lacks" ]; then
			echo "ok $n - $name # SKIP no $lacks"
		elif "$top_builddir/tests/screen/scene" "$scene" >"$work/out" 2>&1; then
			echo "ok $n - $name"
		else
			cat "$work/out"
			echo "not ok $n - $name"
		fi
		after_scene
	done
}
play_needs_terminal() {
	[ -x "$top_builddir/tests/screen/scene" ] && return
	echo "1..0 # SKIP libvterm is not installed (Debian: libvterm-dev)"
	exit 0
}
