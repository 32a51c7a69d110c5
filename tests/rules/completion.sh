#!/bin/sh
# The completion files complete: bash is asked; zsh and fish are at least parsed where they are installed.
set -u
: "${top_srcdir:?}" "${top_builddir:?}"
cd "$top_builddir" || exit 99
echo "1..4"
if command -v bash >/dev/null; then
	answer=$(bash -c '
		complete() { :; }; . completions/dais; unset -f complete
		COMP_WORDS=(dais im); COMP_CWORD=1; _dais; echo "${COMPREPLY[*]}"
		COMP_WORDS=(dais render x.db --screen c); COMP_CWORD=4; _dais; echo "${COMPREPLY[*]}"
		COMP_WORDS=(dais import x.db --ma); COMP_CWORD=3; _dais; echo "${COMPREPLY[*]}"' 2>&1)
	if [ "$answer" = "import
cases
--map" ]; then echo "ok 1 - bash completes commands, screens and options"; else
		echo "not ok 1 - bash completes commands, screens and options"; echo "$answer" | sed 's/^/# /'; fi
	answer=$(bash -c '. completions/dais; COMP_WORDS=(dais open x.db --theme d); COMP_CWORD=4; _dais; echo "${COMPREPLY[*]}"' 2>&1)
	if [ "$answer" = dark ]; then echo "ok 2 - bash completes the installed themes"; else
		echo "not ok 2 - bash completes the installed themes # $answer"; fi
else
	echo "ok 1 # SKIP no bash"; echo "ok 2 # SKIP no bash"
fi
if ! command -v zsh >/dev/null; then echo "ok 3 # SKIP no zsh"; elif zsh -n completions/_dais; then echo "ok 3 - zsh parses its file"; else echo "not ok 3 - zsh parses its file"; fi
if ! command -v fish >/dev/null; then echo "ok 4 # SKIP no fish"; elif fish -n completions/dais.fish; then echo "ok 4 - fish parses its file"; else echo "not ok 4 - fish parses its file"; fi
