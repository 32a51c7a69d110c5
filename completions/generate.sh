#!/bin/sh
# Writes the completion file of one shell out of what the program says about itself, so that it never lags behind.
# usage: completions/generate.sh bash|zsh|fish DAIS SOURCE_FOLDER PKGDATADIR
set -eu
shell=$1 dais=$2 src=$3 data=$4
LC_ALL=C.UTF-8
LANGUAGE=
export LC_ALL LANGUAGE

# "name summary" of every subcommand.
commands() { "$dais" --help </dev/null | awk '/^  [a-z]+ +[A-Z]/ && $1 != "dais" { name = $1; sub(/^  [a-z]+ +/, ""); print name, $0 }'; }
# "--name|argument|description" of every option of a subcommand.
options() {
	"$dais" "$1" --help </dev/null | awk '
		/^[^ ]/ { inside = /^Options:/; next }
		inside && match($0, /--[a-z-]+/) {
			name = substr($0, RSTART, RLENGTH); rest = substr($0, RSTART + RLENGTH); arg = ""
			if (match(rest, /^ [^ ]+/)) { arg = substr(rest, 2, RLENGTH - 1); rest = substr(rest, RLENGTH + 1) }
			sub(/^ +/, "", rest); print name "|" arg "|" rest
		}'
}
usage() { "$dais" "$1" --help </dev/null | sed -n 's/^Usage: dais [a-z]* //p'; }
names() { sed -n 's/^[ 	]*X([A-Z_]*, "\([a-z_.]*\)",.*/\1/p' "$src/$1" | tr '\n' ' '; }

screens="$(names src/view/scene.h)projector"
metrics=$(names src/domain/metric.h)
fields=$(names src/domain/case_field.h)
# What may follow an option, as words or as "@themes", "@maps", "@presets", "@files".
values() { # COMMAND OPTION ARGUMENT
	words=$(usage "$1" | sed -n "s/.*\\[*$2 \\([a-z]*|[a-z|]*\\).*/\\1/p" | tr '|' ' ')
	case $2 in
	--screen) words=$screens ;;
	--sort) words=$fields ;;
	--theme) words=@themes ;;
	--map) words=@maps ;;
	--preset) words=@presets ;;
	--config | --output | --csv) words=@files ;;
	esac
	echo "$words"
}
# What the first words of a subcommand may be beside files.
first_words() {
	case $1 in
	chart) echo "$metrics" ;;
	*) usage "$1" | sed -n 's/^\([a-z]*|[a-z|]*\) .*/\1/p' | tr '|' ' ' ;;
	esac
}

write_bash() {
	cat <<HEAD
# bash completion of dais; made by completions/generate.sh from the program's own help
_dais_names() { local f; for f in "\${DAIS_DATA_DIR:-$data}/\$1"/*.conf; do [ -e "\$f" ] && f=\${f##*/} && echo "\${f%.conf}"; done; }
_dais() {
	local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words="" files=yes
	if [ "\$COMP_CWORD" = 1 ]; then
		words="$(commands | cut -d ' ' -f 1 | tr '\n' ' ')--help --version --keys"
	else
		case \${COMP_WORDS[1]}:\$prev in
HEAD
	commands | while read -r name _; do
		options "$name" | while IFS='|' read -r option arg _; do
			[ -n "$arg" ] || continue
			words=$(values "$name" "$option")
			case $words in
			@themes | @maps | @presets) echo "		$name:$option) words=\$(_dais_names ${words#@}) files= ;;" ;;
			@files) echo "		$name:$option) ;;" ;;
			*) echo "		$name:$option) words=\"$words\" files= ;;" ;;
			esac
		done
		echo "		$name:*) words=\"$(first_words "$name") $(options "$name" | cut -d '|' -f 1 | tr '\n' ' ')--help\" ;;"
	done
	cat <<'TAIL'
		esac
	fi
	COMPREPLY=()
	local word
	while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$words" -- "$cur"; [ -z "$files" ] || compgen -f -- "$cur")
}
complete -o filenames -F _dais dais
TAIL
}

# A description inside single quotes, brackets and colons kept from zsh's _arguments.
plain() { printf '%s' "$1" | sed "s/'/’/g; s/\\[/(/g; s/\\]/)/g; s/:/;/g"; }

write_zsh() {
	cat <<HEAD
#compdef dais
# zsh completion of dais; made by completions/generate.sh from the program's own help
_dais_names() { local -a n; n=(\${DAIS_DATA_DIR:-$data}/\$1/*.conf(N:t:r)); compadd -a n }
_dais() {
	if (( CURRENT == 2 )); then
		local -a commands=(
HEAD
	commands | while read -r name summary; do echo "			'$name:$(plain "$summary")'"; done
	echo '		)
		_describe command commands
		_files
		return
	fi
	case $words[2] in'
	commands | while read -r name _; do
		echo "	$name) _arguments -s \\"
		options "$name" | while IFS='|' read -r option arg text; do
			words=$(values "$name" "$option")
			case $arg:$words in
			:*) action= ;;
			*:@files) action=":$arg:_files" ;;
			*:@*) action=":$arg:_dais_names ${words#@}" ;;
			*:?*) action=":$arg:($words)" ;;
			*) action=":$arg:" ;;
			esac
			echo "		'$option[$(plain "$text")]$action' \\"
		done
		words=$(first_words "$name")
		echo "		'*:: :{ ${words:+compadd $words; }_files }' ;;"
	done
	echo '	*) _files ;;
	esac
}
_dais "$@"'
}

write_fish() {
	echo "# fish completion of dais; made by completions/generate.sh from the program's own help"
	echo "function __dais_names; for f in (test -n \"\$DAIS_DATA_DIR\"; and echo \$DAIS_DATA_DIR; or echo $data)/\$argv[1]/*.conf; basename \$f .conf; end; end"
	commands | while read -r name summary; do
		echo "complete -c dais -n __fish_use_subcommand -a $name -d '$(plain "$summary")'"
		words=$(first_words "$name")
		[ -z "$words" ] || echo "complete -c dais -n '__fish_seen_subcommand_from $name' -a '$words'"
		options "$name" | while IFS='|' read -r option arg text; do
			words=$(values "$name" "$option")
			case $arg:$words in
			:*) action= ;;
			*:@files) action=' -r' ;;
			*:@*) action=" -x -a '(__dais_names ${words#@})'" ;;
			*) action=" -x -a '$words'" ;;
			esac
			echo "complete -c dais -n '__fish_seen_subcommand_from $name' -l ${option#--} -d '$(plain "$text")'$action"
		done
	done
}

"write_$shell"
