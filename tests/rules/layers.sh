#!/bin/sh
# A layer calls and includes only the layers below it, and one layer alone knows each foreign library: told from the symbols of
# the built archives and from the #include lines.
set -u
: "${top_srcdir:?}" "${top_builddir:?}" "${DAIS:?}"
cd "$top_builddir" || exit 99
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# layer, its archive (- for the program's own objects), the layers it may use.
cat >"$work/allowed" <<'TABLE'
base libbase.a
domain libdomain.a base
config libconfigfile.a base domain
store libstore.a base domain
exchange libexchange.a base domain
action libaction.a base domain store exchange
model libmodel.a base domain store
view libview.a base domain model
term libterm.a base view
app libapp.a base domain config store exchange action model view term
cli - base domain config store exchange action model view term app
TABLE
# library, the one layer that may call it, its headers.
cat >"$work/foreign" <<'TABLE'
libncursesw term curses|ncurses|ncursesw/[a-z]*|term
libtinfo term term
libsqlite3 store sqlite3
libconfig config libconfig
libcsv exchange csv
libjson-glib-1.0 exchange json-glib/json-glib
libical exchange libical/ical.*
libunistring base uni(case|conv|ctype|gbrk|lbrk|name|norm|str|types|wbrk|width|stdio)
TABLE

objects() { case $1 in -) find src/cli -name '*.o' ;; *) echo "$1" ;; esac; }
while read -r layer archive _; do
	# shellcheck disable=SC2046  # a list of files
	nm $(objects "$archive") 2>/dev/null >"$work/$layer.nm"
	awk 'NF == 3 && $2 ~ /[A-TV-Z]/ { print $3 }' "$work/$layer.nm" | sort -u >"$work/$layer.defined"
	awk 'NF == 2 && $1 == "U" { print $2 }' "$work/$layer.nm" | sort -u >"$work/$layer.used"
done <"$work/allowed"

n=0
result() { # TEXT FILE-WITH-FAULTS
	n=$((n + 1))
	if [ -s "$2" ]; then
		echo "not ok $n - $1"
		sed 's/^/# /' "$2"
	else
		echo "ok $n - $1"
	fi
}

# Calls between layers. term may use the canvas of view and nothing else of it.
while read -r layer archive allowed; do
	: >"$work/faults"
	while read -r other _; do
		case " $layer $allowed " in *" $other "*) continue ;; esac
		comm -12 "$work/$layer.used" "$work/$other.defined" | sed "s/^/$layer calls $other: /" >>"$work/faults"
	done <"$work/allowed"
	[ "$layer" != term ] || comm -12 "$work/term.used" "$work/view.defined" | grep -vE '^(canvas|rect)_' | sed 's/^/term calls view: /' >>"$work/faults"
	result "$layer calls only the layers below it" "$work/faults"
done <"$work/allowed"

# Includes between layers.
while read -r layer archive allowed; do
	find "$top_srcdir/src/$layer" -name '*.[ch]' -exec grep -Hn '^#include "' {} + 2>/dev/null |
		sed 's|^\(.*/src/[^:]*:[0-9]*\):#include "\([a-z]*\)/\([a-z_0-9]*\)\.h".*|\1 \2 \3|' |
		awk -v ok=" $layer $allowed " -v layer="$layer" 'NF == 3 && (index(ok, " " $2 " ") == 0 ||
			(layer == "term" && $2 == "view" && $3 != "canvas")) { print $1 ": includes " $2 "/" $3 ".h" }' >"$work/faults"
	result "$layer includes only the layers below it" "$work/faults"
done <"$work/allowed"

# Foreign libraries, by what the built program is linked with.
if command -v ldd >/dev/null && ldd "$DAIS" >"$work/ldd" 2>/dev/null; then have_ldd=yes; else have_ldd=no; fi
while read -r library home headers; do
	path=$(awk -v lib="$library.so" 'index($1, lib) == 1 { print $3 }' "$work/ldd" 2>/dev/null | head -n 1)
	: >"$work/faults"
	find "$top_srcdir/src" -name '*.[ch]' ! -path "*/src/$home/*" -exec grep -HnE "^#include <($headers)\.h>" {} + >>"$work/faults"
	if [ $have_ldd = yes ] && [ -n "$path" ]; then
		nm -D --defined-only "$path" | awk '{ sub(/@.*/, "", $NF); print $NF }' | sort -u >"$work/exports"
		while read -r layer _; do
			[ "$layer" != "$home" ] || continue
			# Names that dais itself defines (config_file_kind ...) are not the library's.
			comm -12 "$work/$layer.used" "$work/exports" >"$work/hits"
			cat "$work"/*.defined | sort -u | comm -23 "$work/hits" - | sed "s/^/$layer calls $library: /" >>"$work/faults"
		done <"$work/allowed"
	fi
	result "only $home knows $library" "$work/faults"
done <"$work/foreign"

# No mutable globals: nothing in a writable section but what stands here with its reason.
cat >"$work/globals" <<'TABLE'
q	the number of an error domain, set once (G_DEFINE_QUARK)
at_signal	the terminal to restore when a signal ends the program
memory	the stack on which signals are handled
stopped	a signal came: told to the running command
TABLE
cut -f 1 "$work/globals" >"$work/known"
while read -r layer archive _; do
	# shellcheck disable=SC2046  # a list of files
	objdump -t $(objects "$archive") 2>/dev/null | awk -v layer="$layer" '/ O \.(data|bss|tbss|tdata)[ \t]/ { sub(/\.[0-9]+$/, "", $NF); print $NF }'
done <"$work/allowed" | grep -v '^__' | sort -u | grep -vxFf "$work/known" >"$work/faults"
if nm libbase.a 2>/dev/null | grep -q __asan; then
	n=$((n + 1)); echo "ok $n - no mutable globals # SKIP the sanitizers add their own"
else
	result "no mutable globals" "$work/faults"
fi

for layer in base domain view; do [ -s "$work/$layer.defined" ] || echo "no symbols of $layer could be read"; done >"$work/faults"
result "the symbols were read" "$work/faults"
echo "1..$n"
