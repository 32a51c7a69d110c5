#!/bin/sh
# Every promise about speed beside a named peer's figure from the same run. usage: tests/bench/run.sh (by make bench)
# Environment: DAIS, BENCH_BIN (folder of the bench programs), BENCH_DIR (databases are kept there), BENCH_CASES (1000000),
# BENCH_ROUNDS (7), BENCH_ONLY (words of: import start keys burst filter metric idle meeting docket).
# A line: what, dais, peer, ratio, aim, verdict. Ratios are of medians over interleaved rounds. Exit 1 when an aim is missed.
set -eu
: "${DAIS:?}" "${BENCH_BIN:?}" "${BENCH_DIR:?}" "${top_srcdir:?}"
cases=${BENCH_CASES:-1000000} rounds=${BENCH_ROUNDS:-7} only=${BENCH_ONLY:-import start keys burst filter metric idle meeting docket}
now=2024-12-16T18:00
LC_ALL=C.UTF-8 TZ=UTC HOME=$BENCH_DIR/home
XDG_STATE_HOME=$HOME XDG_CONFIG_HOME=$HOME XDG_CACHE_HOME=$HOME
export LC_ALL TZ HOME XDG_STATE_HOME XDG_CONFIG_HOME XDG_CACHE_HOME
mkdir -p "$HOME"
out=$BENCH_DIR/samples
rm -rf "$out"
mkdir -p "$out"
missed=0

wanted() { case " $only " in *" $1 "*) ;; *) return 1 ;; esac; }
say() { printf '%s\n' "$*" >&2; }
# A quantile (0 to 1) of one metric in sample files: quantile 0.5 j.ms FILE...
quantile() {
	q=$1 metric=$2
	shift 2
	cat "$@" 2>/dev/null | awk -v m="$metric" '$1 == m { print $2 }' | sort -n | awk -v q="$q" '
		{ v[NR] = $1 } END { if (NR == 0) { print "-" } else { i = int(q * (NR - 1) + 0.5) + 1; print v[i] } }'
}
count() { metric=$1; shift; cat "$@" 2>/dev/null | awk -v m="$metric" '$1 == m { n++ } END { print n + 0 }'; }
# line WHAT DAIS PEER-NAME PEER AIM-RATIO [UNIT]: ratio of two figures; lower is better.
line() {
	verdict=$(awk -v a="$2" -v b="$4" -v aim="$5" 'BEGIN {
		if (a == "-" || b == "-" || b + 0 == 0) { print "- MISSED"; exit }
		r = a / b; printf "%.3f %s\n", r, (r <= aim ? "ok" : "MISSED") }')
	printf '%-46s %10s %-4s %-22s %10s  ratio %8s  aim %-6s %s\n' "$1" "$2" "${6:-ms}" "$3" "$4" "${verdict% *}" "$5" "${verdict#* }"
	case $verdict in *MISSED) missed=1 ;; esac
}
# plain WHAT VALUE AIM UNIT: a figure with a limit of its own.
plain() {
	verdict=$(awk -v a="$2" -v aim="$3" 'BEGIN { print (a != "-" && a + 0 <= aim + 0 ? "ok" : "MISSED") }')
	printf '%-46s %10s %-4s %-22s %10s  %14s  aim %-6s %s\n' "$1" "$2" "$4" "" "" "" "$3" "$verdict"
	[ "$verdict" != MISSED ] || missed=1
}
ms() { date +%s%N | awk '{ printf "%.3f", $1 / 1e6 }'; }
# Time in ms of a command whose output is not looked at: timed METRIC FILE COMMAND...
timed() {
	metric=$1 file=$2
	shift 2
	begun=$(ms)
	if "$@" >/dev/null 2>>"$out/errors" </dev/null; then
		awk -v a="$begun" -v b="$(ms)" -v m="$metric" 'BEGIN { printf "%s %.3f\n", m, b - a }' >>"$file"
	else
		echo "$metric.failed 1" >>"$file"
		say "failed: $*"
	fi
}
database() { # CASES: made when it is not there yet; a thousand of its cases are open, however many are closed
	file=$BENCH_DIR/$1.db
	# One made by an older program may not fit any more.
	if [ ! -s "$file" ] || ! "$DAIS" render "$file" --screen overview >/dev/null 2>&1; then
		say "making $file"
		rm -f "$BENCH_DIR/making.db"* "$file"*
		"$DAIS" demo "$BENCH_DIR/making.db" --cases "$1" --open 1000 --seed 1 --now $now >/dev/null 2>&1
		for part in "$BENCH_DIR"/making.*; do mv "$part" "$BENCH_DIR/$1.${part##*/making.}"; done
	fi
	echo "$file"
}
# The models by themselves, once: their samples in $out/model.
model() { [ -s "$out/model" ] || "$BENCH_BIN/bench_model" "$db" "$BENCH_DIR/riverton.conf" "$rounds" >"$out/model" || say "bench_model failed"; }
# Samples of a program that ended by itself are no samples.
bench() {
	"$BENCH_BIN/term_bench" "$@" >"$out/one"
	if grep -q '^ended' "$out/one"; then say "the program ended before it was measured: $*"; else cat "$out/one"; fi
}

# A database with a meeting of about so many events, whose last vote is open.
meeting() { # EVENTS
	rm -f "$BENCH_DIR/meeting.$1".*
	"$BENCH_BIN/bench_meeting" make "$BENCH_DIR/meeting.$1.db" "$1" || say "bench_meeting failed"
}

small=$((cases / 100)) middle=$((cases / 10))
db=$(database "$cases")
printf 'dais bench: %s cases, %s rounds, on %s processors\n' "$cases" "$rounds" "$(getconf _NPROCESSORS_ONLN)"
sqlite3 "file:$db?mode=ro" "SELECT 'database: ' || (SELECT count(*) FROM cases) || ' cases, ' || (SELECT count(*) FROM allegation) || ' allegations'"

if wanted import; then
	folder=$BENCH_DIR/csv.$middle
	if [ ! -s "$folder/cases.csv" ]; then
		rm -rf "$folder" && mkdir -p "$folder" && "$DAIS" demo --csv "$folder" --cases "$middle" --open 1000 --seed 1 --now $now >/dev/null 2>&1
	fi
	for _ in 1 2 3; do
		rm -f "$BENCH_DIR"/import.db* "$BENCH_DIR"/import.conf "$BENCH_DIR"/plain.db*
		"$DAIS" init "$BENCH_DIR/import.db" >/dev/null 2>&1
		timed import.ms "$out/dais" "$DAIS" import "$BENCH_DIR/import.db" "$folder/cases.csv" --map riverton
		timed import.ms "$out/sqlite" sqlite3 "$BENCH_DIR/plain.db" ".mode csv" ".import $folder/cases.csv plain"
	done
	rows=$(($(wc -l <"$folder/cases.csv") - 1))
	line "import of $rows rows, with search and rollups" "$(quantile 0.5 import.ms "$out/dais")" "sqlite3 .import" "$(quantile 0.5 import.ms "$out/sqlite")" 3
	awk -v n="$rows" -v t="$(quantile 0.5 import.ms "$out/dais")" 'BEGIN { if (t > 0) printf "%-46s %10.0f\n", "  rows per second", n / t * 1e3 }'
	rm -f "$BENCH_DIR"/import.db* "$BENCH_DIR"/import.conf "$BENCH_DIR"/plain.db*
fi

if wanted start; then
	for size in "$small" "$middle" "$cases"; do database "$size" >/dev/null; done
	for _ in $(seq "$rounds"); do
		for size in "$small" "$middle" "$cases"; do
			bench start -- "$DAIS" "$BENCH_DIR/$size.db" >>"$out/start.$size"
		done
		bench start -- "$BENCH_BIN/bare_list" "$cases" >>"$out/start.bare"
	done
	for size in "$small" "$middle" "$cases"; do
		line "start to the first overview, $size cases" "$(quantile 0.5 start.ms "$out/start.$size")" "bare curses list" "$(quantile 0.5 start.ms "$out/start.bare")" 6
	done
	line "  $cases cases against $small" "$(quantile 0.5 start.ms "$out/start.$cases")" "dais with $small" "$(quantile 0.5 start.ms "$out/start.$small")" 1.3
fi

if wanted keys; then
	for _ in $(seq "$rounds"); do
		bench start key j j 30 key page '<PgDn>' 20 key end '<End>|<Home>' 20 -- "$BENCH_BIN/bare_list" "$cases" >>"$out/keys.bare"
		bench start send 2 rest 3 key j j 30 key page '<PgDn>' 20 key end '<End>|<Home>' 20 -- "$DAIS" "$db" >>"$out/keys.all"
		bench start send 2 rest 3 send '/district:north<Enter>' key j j 30 key page '<PgDn>' 20 key end '<End>|<Home>' 20 -- "$DAIS" "$db" >>"$out/keys.filter"
	done
	for set in all filter; do
		for key in j page end; do
			median=$(quantile 0.5 $key.ms "$out/keys.$set")
			line "key $key, filter $([ $set = all ] && echo empty || echo set), median" "$median" "bare curses list" "$(quantile 0.5 $key.ms "$out/keys.bare")" 2
			line "  99th percentile" "$(quantile 0.99 $key.ms "$out/keys.$set")" "its own median" "$median" 4
			[ "$(count $key.none "$out/keys.$set")" = 0 ] || printf '  %s keys without an answer\n' "$(count $key.none "$out/keys.$set")"
			bytes=$(quantile 0.5 $key.bytes "$out/keys.$set")
			if [ $key = j ]; then plain "  bytes, median" "$bytes" 400 B; else
				line "  bytes, median" "$bytes" "bare curses list" "$(quantile 0.5 $key.bytes "$out/keys.bare")" 2 B; fi
		done
	done
fi

if wanted burst; then
	if command -v ncdu >/dev/null; then
		if [ ! -d "$BENCH_DIR/files" ]; then
			mkdir -p "$BENCH_DIR/files" && (cd "$BENCH_DIR/files" && seq 1000 | xargs touch)
		fi
		for _ in $(seq "$rounds"); do
			bench start send 2 rest 3 burst burst j 200 -- "$DAIS" "$db" >>"$out/burst.dais"
			bench start burst burst j 200 -- ncdu "$BENCH_DIR/files" >>"$out/burst.ncdu"
		done
		line "burst of 200 keys" "$(quantile 0.5 burst.ms "$out/burst.dais")" "ncdu" "$(quantile 0.5 burst.ms "$out/burst.ncdu")" 1
	else
		echo "burst of 200 keys: skipped, ncdu is missing: apt-get install ncdu"
	fi
fi

if wanted filter; then
	for _ in $(seq "$rounds"); do
		bench start send 2 rest 3 send / type field 'district:north class:force' send '<C-u>' type word 'camera stop' -- "$DAIS" "$db" >>"$out/filter"
	done
	plain "filter by fields, each keystroke, median" "$(quantile 0.5 field.ms "$out/filter")" 16 ms
	plain "  99th percentile" "$(quantile 0.99 field.ms "$out/filter")" 64 ms
	model
	plain "filter, the model alone, each keystroke, median" "$(quantile 0.5 filter.ms "$out/model")" 16 ms
	plain "  99th percentile" "$(quantile 0.99 filter.ms "$out/model")" 64 ms
	plain "filter by words, each keystroke, median" "$(quantile 0.5 word.ms "$out/filter")" 16 ms
	plain "  99th percentile" "$(quantile 0.99 word.ms "$out/filter")" 64 ms
fi

if wanted metric; then
	month="strftime('%Y-%m', c.received * 86400, 'unixepoch')"
	question="SELECT $month, w.text, count(*) FROM cases c LEFT JOIN word w ON w.id = c.class GROUP BY 1, 2"
	for _ in $(seq "$rounds"); do
		timed metric.ms "$out/metric" "$DAIS" chart "$db" cases --format csv --now $now
		timed metric.ms "$out/metric.sqlite" sqlite3 "file:$db?mode=ro" "$question"
	done
	line "cases by month and class (whole command)" "$(quantile 0.5 metric.ms "$out/metric")" "sqlite3 command" "$(quantile 0.5 metric.ms "$out/metric.sqlite")" 0.01
	model
	for _ in $(seq "$rounds"); do
		timed filtered.ms "$out/metric.sqlite" sqlite3 "file:$db?mode=ro" "SELECT $month, w.text, count(*) FROM cases c
			LEFT JOIN word w ON w.id = c.class WHERE c.district IN (SELECT id FROM word WHERE list = 'district' AND lower(text) = 'north') GROUP BY 1, 2"
	done
	line "  in the running program" "$(quantile 0.5 metric.ms "$out/model")" "sqlite3 command" "$(quantile 0.5 metric.ms "$out/metric.sqlite")" 0.01
	line "  of one district (filtered)" "$(quantile 0.5 filtered.ms "$out/model")" "sqlite3 command" "$(quantile 0.5 filtered.ms "$out/metric.sqlite")" 0.2
fi

if wanted idle; then
	bench start send 2 rest 5 idle 10 -- "$DAIS" "$db" >"$out/idle"
	plain "idle for 10 s: wake-ups" "$(quantile 0.5 idle.wakeups "$out/idle")" 0 ""
	plain "  CPU" "$(quantile 0.5 idle.cpu_ms "$out/idle")" 0.5 ms
	changes=
	for _ in $(seq "$rounds"); do changes="$changes after change @"; done
	# shellcheck disable=SC2086  # a list of words
	(set -f; IFS=' '; for word in $changes; do [ "$word" = @ ] && echo "$BENCH_BIN/poke $db" || echo "$word"; done) >"$out/actions"
	set -- start
	while IFS= read -r word; do set -- "$@" "$word"; done <"$out/actions"
	bench "$@" -- "$DAIS" "$db" --now $now >"$out/foreign"
	plain "a change by another process shows after, median" "$(quantile 0.5 change.ms "$out/foreign")" 250 ms
	plain "  longest" "$(quantile 1 change.ms "$out/foreign")" 250 ms
	[ "$(count change.none "$out/foreign")" = 0 ] || { echo "  $(count change.none "$out/foreign") changes never showed"; missed=1; }
fi

if wanted meeting; then
	meeting 30
	meeting 10000
	record="$BENCH_DIR/meeting.30.db"
	for _ in $(seq "$rounds"); do
		"$BENCH_BIN/bench_meeting" bare "$record" 40 >>"$out/bare"
		# Takes the record, opens the roll, and lets the first member answer and take it back.
		bench start send 5 send C send y send V key vote 'a|<BS>' 40 -- "$DAIS" "$record" --config "$top_srcdir/fixtures/riverton.conf" \
			--now 2024-12-16T19:00 >>"$out/vote"
		"$BENCH_BIN/bench_meeting" record "$record" 40 >>"$out/record"
		"$BENCH_BIN/bench_meeting" record "$BENCH_DIR/meeting.10000.db" 40 >>"$out/long"
		"$BENCH_BIN/bench_meeting" follow "$record" 100 8 >>"$out/follow"
		"$BENCH_BIN/bench_meeting" load "$BENCH_DIR/meeting.10000.db" 5 >>"$out/load"
	done
	line "key to acknowledged vote, on the screen" "$(quantile 0.5 vote.ms "$out/vote")" "bare SQLite insert" "$(quantile 0.5 bare.ms "$out/bare")" 1.5
	line "  recorded and read back, without a screen" "$(quantile 0.5 record.ms "$out/record")" "bare SQLite insert" "$(quantile 0.5 bare.ms "$out/record")" 1.5
	line "  as the 10,000th event of a meeting" "$(quantile 0.5 record.ms "$out/long")" "bare SQLite insert" "$(quantile 0.5 bare.ms "$out/long")" 1.5
	line "8 followers, key to their new state, median" "$(quantile 0.5 delay.ms "$out/follow")" "the recording itself" "$(quantile 0.5 commit.ms "$out/follow")" 3
	plain "  99th percentile" "$(quantile 0.99 delay.ms "$out/follow")" 20 ms
	plain "replay of a journal of $(quantile 0.5 load.events "$out/load") events" "$(quantile 0.5 load.ms "$out/load")" 20 ms
fi

# One case in thirty is open, with three running clocks each.
if wanted docket; then
	file=$BENCH_DIR/docket.$cases.db
	if [ ! -s "$file" ] || ! "$DAIS" list docket "$file" --now $now >/dev/null 2>&1; then
		say "making $file"
		rm -f "$file"*
		"$DAIS" demo "$file" --cases "$cases" --open $((cases / 30)) --seed 1 --now $now >/dev/null 2>&1
	fi
	"$BENCH_BIN/bench_docket" "$file" "$top_srcdir/fixtures/riverton.conf" "$rounds" >"$out/docket" || say "bench_docket failed"
	printf '%-46s %10.0f   of %s running clocks\n' "what is due for the board" "$(quantile 0.5 entries "$out/docket")" "$(quantile 0.5 clocks "$out/docket")"
	plain "docket gathered" "$(quantile 0.5 docket.ms "$out/docket")" 100 ms
	line "docket gathered" "$(quantile 0.5 docket.ms "$out/docket")" "SQL counting the same" "$(quantile 0.5 sql.ms "$out/docket")" 1
	line "a move through the workflow, acknowledged" "$(quantile 0.5 move.ms "$out/docket")" "bare SQLite insert" "$(quantile 0.5 bare.ms "$out/docket")" 1.5
fi

[ $missed = 0 ] && echo "every aim is met" || echo "some aims are missed"
exit $missed
