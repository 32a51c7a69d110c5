#!/bin/sh
# Prints doc/dais.1 with its tables (options, keys, fields of filters, metrics) made anew from where these facts stand.
# usage: doc/manual.sh SOURCE_FOLDER DAIS
set -eu
src=$1 dais=$2
LC_ALL=C.UTF-8
LANGUAGE=
export LC_ALL LANGUAGE

# A text for roff: backslash, a leading dot or quote, and hyphens that are typed.
escape() { sed -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/^\\([.']\\)/\\\\\\&\\1/"; }

# "Heading" lines and "  keys  name  help" lines, columns separated by two spaces or more.
keys() {
	"$dais" --keys </dev/null | escape | awk '
		/^[^ ]/ { sub(/:$/, ""); print ".SS " $0; next }
		/^  / {
			sub(/^ +/, ""); n = split($0, part, /   */)
			keys = part[1]; for (i = 2; i < n - 1; i++) keys = keys ", " part[i]
			if (n < 3) { keys = ""; part[n - 1] = part[1] }
			print ".TP"
			print (keys == "" ? ".B : " part[n - 1] : ".BR \"" keys "\" \"    " part[n - 1] "\"")
			print part[n]
		}'
}
table() { # FILE PATTERN: rows "key<TAB>help"
	sed -n "$2" "$src/$1" | escape | while IFS='	' read -r key help; do
		printf '.TP\n.B %s\n%s\n' "$key" "$help"
	done
}
fields() { table src/domain/case_field.h 's/^[ 	]*X([A-Z_]*, "\([a-z_.]*\)", .*N_("\(.*\)")).*/\1	\2/p'; }
metrics() { table src/domain/metric.h 's/^[ 	]*X([A-Z_]*, "\([a-z_]*\)", N_("\([^"]*\)").*N_("\(.*\)")).*/\1	\2: \3/p'; }
# "  -c, --config BOARD       words" of a command's help; --help itself is told once for all.
options() { # COMMAND
	echo .RS
	"$dais" "$1" --help </dev/null | sed -n '/^Options:$/,/^$/s/^  \(-.*[^ ]\)   *\([^ ].*\)$/\1	\2/p' | grep -v '^-h, ' | escape |
		while IFS='	' read -r key help; do printf '.TP\n.B %s\n%s\n' "$key" "$help"; done
	echo .RE
}

skip=no
while IFS= read -r line; do
	case $line in
	'.\" end of '*) skip=no ;;
	esac
	[ $skip = yes ] || printf '%s\n' "$line"
	case $line in
	'.\" keys: '*) skip=yes; keys ;;
	'.\" fields: '*) skip=yes; fields ;;
	'.\" metrics: '*) skip=yes; metrics ;;
	'.\" options of '*) skip=yes; set -- $line; options "$4" ;;
	esac
done <"$src/doc/dais.1"
