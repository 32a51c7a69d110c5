#!/bin/sh
# Rules for the files themselves: size, places of one machine, characters that may not be there.
set -u
: "${top_srcdir:?}"
cd "$top_srcdir" || exit 99
work=$(mktemp)
trap 'rm -f "$work"' EXIT
n=0
result() { # TEXT
	n=$((n + 1))
	if [ -s "$work" ]; then
		echo "not ok $n - $1"
		sed 's/^/# /' "$work"
	else
		echo "ok $n - $1"
	fi
}
sources() { find src tests bootstrap .ci po doc fixtures themes completions Makefile.am configure.ac data.mk README.md CONTRIBUTING.md -type f "$@" 2>/dev/null; }

find src -name '*.[ch]' -exec wc -l {} + | awk '$2 != "total" && $1 > 500 { print $2 ": " $1 " lines" }' >"$work"
find tests -name '*.[ch]' -exec wc -l {} + | awk '$2 != "total" && $1 > 800 { print $2 ": " $1 " lines" }' >>"$work"
result "no file over 500 lines, no test over 800"

# shellcheck disable=SC2046  # a list of files
sources | xargs grep -nIE '(^|[^A-Za-z0-9._-])/(w[o]rk|h[o]me|r[o]ot|U[s]ers)/' >"$work"
result "no path of one machine"

# The blank braille pattern is a cell that looks empty and is not: it may neither stand in a text nor be made of its code.
blank=$(printf '\342\240\200')
sources | xargs grep -nIF "$blank" >"$work"
sources -name '*.[ch]' | xargs grep -nE '\\u2800|\\xe2\\xa0\\x80[^|]' | grep -vE 'test|!=|assert' >>"$work"
result "no blank braille cell (U+2800)"

sources -name '*.[ch]' | xargs grep -nE '^ {2,}[^ *]|[ 	]+$' | head -n 20 >"$work"
result "tabs indent, and no line ends in a blank"

sources -name '*.c' | grep '^src/' | xargs grep -nE '\b(strcpy|strcat|sprintf|gets|system|popen|alloca)\(' >"$work"
result "no unbounded copies and no shell"

find src/base src/domain src/config src/store src/exchange src/action src/model src/view -name '*.c' \
	-exec grep -nHE '\b(time|gettimeofday|clock_gettime|g_get_real_time|g_date_time_new_now[a-z_]*|localtime|localtime_r|random|rand)\(' {} + |
	grep -vE 'g_get_monotonic_time' >"$work"
result "no clock and no chance below app and cli"
echo "1..$n"
