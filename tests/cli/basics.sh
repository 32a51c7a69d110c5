#!/bin/sh
# The program as a command: words, exit codes, and standard streams that are closed, full or no longer read.
. "$top_srcdir/tests/cli/lib.sh"
commands='open init demo import list map chart render check journal replay verify minutes present'
echo 1..31

run
[ $code -eq 2 ] && [ ! -s "$dir/out" ] && grep -q 'dais demo riverton.db' "$dir/err"
result $? "without words: the help on stderr and exit code 2"

run --help
ok=$code
for command in $commands; do grep -q "^  $command " "$dir/out" || ok=1; done
result $ok "--help names every subcommand"

run --version
[ $code -eq 0 ] && grep -q '^dais [0-9]' "$dir/out"
result $? "--version"

ok=0
for command in $commands; do
	run "$command" --help
	[ $code -eq 0 ] && [ ! -s "$dir/err" ] && grep -q '^Usage: dais' "$dir/out" && grep -q '^  \$ dais ' "$dir/out" && no_controls "$dir/out" ||
		{ ok=1; echo "# $command"; }
done
result $ok "every subcommand has --help with its usage and a worked example"

ok=0
for command in $commands; do
	run "$command" --no-such-option
	[ $code -eq 2 ] && grep -q "^dais $command: there is no option --no-such-option" "$dir/err" || { ok=1; echo "# $command: $code"; }
done
result $ok "every subcommand refuses an unknown option with exit code 2"

run improt x
[ $code -eq 2 ] && grep -q "did you mean 'dais import'" "$dir/err"
result $? "a mistyped subcommand is guessed"
run docket board
[ $code -eq 2 ] && grep -q "did you mean 'dais list docket'" "$dir/err"
result $? "what is listed is no command of its own: the one that lists it is named"

run list cases x --fliter y
[ $code -eq 2 ] && grep -q 'did you mean --filter' "$dir/err"
result $? "a mistyped option is guessed"

run list cases
[ $code -eq 2 ] && grep -q 'Usage: dais list' "$dir/err"
result $? "missing words are told with the usage"

run "$dir/none.db"
[ $code -ge 4 ] && [ -s "$dir/err" ] && [ ! -e "$dir/none.db" ]
result $? "dais FILE makes no database where there is none"

run list cases "$dir/none.db"
[ $code -eq 4 ] && grep -q 'none.db' "$dir/err" && [ ! -e "$dir/none.db" ]
result $? "a database that is not there is named, exit code 4, and not made"

mkdir "$dir/folder.db"
mkfifo "$dir/fifo.db"
ok=0
for bad in folder.db fifo.db; do
	run list cases "$dir/$bad"
	[ $code -eq 4 ] && grep -q "$bad" "$dir/err" || ok=1
	run init "$dir/$bad"
	[ $code -eq 4 ] && [ ! -f "$dir/$bad" ] || ok=1
done
result $ok "a folder or a pipe in place of a database is refused at once"

# $EDITOR and $PAGER are never run, and a name is never words for a shell
(
	cd "$dir" && PAGER="touch $dir/ran" EDITOR="touch $dir/ran" "$DAIS" list cases 'x;touch ran;.db' >out 2>err </dev/null
	[ $? -eq 4 ]
)
[ $? -eq 0 ] && [ ! -e "$dir/ran" ]
result $? "no name and no variable is run by a shell"

nasty=$(printf '%s/\033]0;owned\007\302\2331m\342\200\256 \377\n-x;rm.db' "$dir")
run list cases "$nasty"
[ $code -eq 4 ] && no_controls "$dir/err" && ! LC_ALL=C grep -q "$(printf '\342\200\256')" "$dir/err"
result $? "a hostile file name reaches the terminal escaped"

run list cases -- -x.db
[ $code -eq 4 ] && grep -q 'x.db' "$dir/err"
result $? "after -- a name may begin with a dash"

if [ -c /dev/full ]; then
	"$DAIS" --help >/dev/full 2>"$dir/err"
	code=$?
	[ $code -eq 4 ] && grep -q 'could not be written' "$dir/err"
	result $? "output to a full disk is told, exit code 4"
else
	result 0 "output to a full disk is told # SKIP no /dev/full here"
fi

"$DAIS" --help >&- 2>"$dir/err"
code=$?
[ $code -eq 4 ] && grep -q 'could not be written' "$dir/err"
result $? "a closed standard output is told, exit code 4"

"$DAIS" --help 2>&- >"$dir/out"
code=$?
[ $code -eq 0 ] && grep -q '^  list ' "$dir/out"
result $? "a closed standard error does no harm"

"$DAIS" init "$dir/closed.db" <&- >&- 2>&-
code=$?
[ "$(head -c 15 "$dir/closed.db")" = 'SQLite format 3' ] && run list sources "$dir/closed.db" && [ $code -eq 1 ]
result $? "with all three closed the database takes none of their numbers and stays whole"

"$DAIS" demo "$dir/pipe.db" >/dev/null 2>"$dir/err" </dev/null
{ "$DAIS" list allegations "$dir/pipe.db" --format csv 2>"$dir/err"; echo $? >"$dir/code"; } | head -n 1 >"$dir/out"
code=$(cat "$dir/code")
[ "$code" -eq 0 ] && [ ! -s "$dir/err" ] && [ "$(wc -l <"$dir/out")" -eq 1 ]
result $? "a reader that goes away ends the output quietly"

run "$dir/pipe.db"
[ $code -eq 5 ] && [ ! -s "$dir/out" ] && grep -q 'dais render' "$dir/err"
result $? "without a terminal dais FILE says what to use instead, exit code 5"

run "$dir/nosuch.db"
[ $code -eq 4 ] && [ ! -s "$dir/out" ] && grep -q 'nosuch.db' "$dir/err" && ! grep -q terminal "$dir/err"
result $? "a database that is not there is told before the missing terminal, exit code 4"

run --keys
[ $code -eq 0 ] && grep -q '^  ?' "$dir/out" && no_controls "$dir/out"
result $? "--keys lists the keys"

LC_ALL=C "$DAIS" list cases "$dir/pipe.db" >"$dir/out" 2>"$dir/err"
code=$?
[ $code -eq 0 ] && ! LC_ALL=C grep -q '[^ -~]' "$dir/out"
result $? "in the C locale the output is ASCII"

LC_ALL=xx_YY.nonsense "$DAIS" list cases "$dir/pipe.db" --filter state:open >"$dir/out" 2>"$dir/err"
code=$?
[ $code -eq 0 ] && [ "$(wc -l <"$dir/out")" -eq 38 ]
result $? "a locale that is not installed does no harm"

rm "$dir/riverton.conf"
run list cases "$dir/pipe.db"
[ $code -eq 3 ] && grep -q 'riverton.conf, which the database names, is not there' "$dir/err"
result $? "a missing board file is exit code 3"

# The projector as text: what was announced of the meeting, and no way to ask it for more.
"$DAIS" demo "$dir/room.db" --cases 20 --now 2024-12-16T12:00 >/dev/null 2>&1
run render "$dir/room.db" --screen projector --now 2024-12-23T17:50
[ $code -eq 0 ] && grep -q 'RIVERTON POLICE OVERSIGHT BOARD.*23 Dec 2024.*17:50' "$dir/out" && grep -q 'The meeting begins at' "$dir/out"
result $? "render draws the projector"
run render "$dir/room.db" --screen projector --confidential
[ $code -eq 2 ] && [ ! -s "$dir/out" ] && grep -q 'nothing else' "$dir/err"
result $? "the projector shows nothing confidential to anybody who asks"

# Without DAIS_DATA_DIR: in the build tree, and from a folder that an installation was moved to.
mkdir -p "$dir/moved/bin" "$dir/moved/share" "$dir/in"
cp "$DAIS" "$dir/moved/bin/dais"
cp -R "$top_builddir/data" "$dir/moved/share/dais"
rm -f "$dir/moved/share/dais/stamp"
ok=0
for program in "$DAIS" "$dir/moved/bin/dais"; do
	rm -rf "$dir/in/"*
	(unset DAIS_DATA_DIR; "$program" init "$dir/in/x.db" && "$program" render "$dir/in/x.db" --theme dark --screen agenda) >"$dir/out" 2>"$dir/err" || ok=1
	[ -s "$dir/in/riverton.conf" ] || ok=1
done
code=$ok
result $ok "without any setting the program finds its data beside itself"

(unset DAIS_DATA_DIR; "$DAIS" import "$dir/in/x.db" none.csv --map nowhere) >"$dir/out" 2>"$dir/err"
code=$?
[ $code -eq 3 ] && grep -q 'detroit, new-orleans, nyc-council, opencivic, philadelphia, popolo' "$dir/err"
result $? "and its maps"

"$DAIS" init "$dir/in/shut.db" --config "$dir/in/riverton.conf" >/dev/null
chmod 0 "$dir/in/shut.db"
if [ -r "$dir/in/shut.db" ]; then
	result 0 "a database that may not be read is told as one # SKIP this user may read everything"
else
	run list cases "$dir/in/shut.db"
	[ $code -eq 4 ] && grep -q 'shut.db: may not be read by you' "$dir/err"
	result $? "a database that may not be read is told as one"
fi
