#!/bin/sh
# Words that a person sees go through gettext: a literal with words in it, handed to a function that shows or tells, must be
# wrapped in _(), N_(), C_(), NC_() or ngettext(). What cannot be told from the call alone is not judged.
set -u
: "${top_srcdir:?}"
# shellcheck disable=SC2016  # the program is perl's
find "$top_srcdir/src" -name '*.c' | LC_ALL=C sort | xargs perl -e '
	my $shows = qr/\b(g_set_error|g_set_error_literal|g_prefix_error|faults_add|canvas_text|canvas_text_right|canvas_printf|canvas_box)\s*\(/;
	my $bad = 0;
	for my $file (@ARGV) {
		open my $in, "<", $file or die "$file: $!";
		local $/; my $text = <$in>;
		$text =~ s{/\*.*?\*/}{ my $c = $&; $c =~ s/[^\n]/ /g; $c }gse;
		while ($text =~ /$shows/g) {
			my ($name, $at) = ($1, pos $text);
			my ($depth, $i, $bare) = (1, $at, "");
			while ($depth && $i < length $text) {
				my $rest = substr $text, $i;
				if ($rest =~ /^(?:\b(?:_|N_|C_|NC_|ngettext)\s*)\(/) {                 # skip a wrapped text whole
					my $d = 1; my $j = $i + length $&;
					while ($d && substr($text, $j) =~ /^("(?:[^"\\]|\\.)*"|.)/s) {
						$d++ if $1 eq "("; $d-- if $1 eq ")"; $j += length $1;
					}
					$i = $j; next;
				}
				if ($rest =~ /^"((?:[^"\\]|\\.)*)"/) { $bare .= "$1\n" if $depth == 1; $i += length $&; next }
				if ($rest =~ /^[A-Za-z0-9_]+/) { $i += length $&; next }
				my $c = substr $text, $i, 1;
				$depth++ if $c eq "("; $depth-- if $c eq ")"; $i++;
			}
			for (split /\n/, $bare) {
				s/%[-+ #0-9.*]*(?:l|ll|h|z|j)?[a-zA-Z]//g; s/\\x[0-9a-fA-F]+|\\[a-z]//g;
				next unless /[A-Za-z]{2,}[^A-Za-z]+[A-Za-z]{2,}/ || (/[A-Za-z]{4,}/ && $name =~ /^canvas_(text|printf)/);
				my $line = 1 + (substr($text, 0, $at) =~ tr/\n//);
				print "# $file:$line: $name: \"$_\"\n"; $bad++;
			}
		}
	}
	print $bad ? "not ok 1" : "ok 1", " - words for people are wrapped for translation\n";'

# The catalogues can be compiled.
cd "$top_srcdir" || exit 99
if command -v msgfmt >/dev/null; then
	faults=$(for file in po/*.po; do msgfmt --check -o /dev/null "$file" 2>&1; done)
	if [ -z "$faults" ]; then echo "ok 2 - the catalogues are well formed"; else
		echo "not ok 2 - the catalogues are well formed"; echo "$faults" | sed 's/^/# /'; fi
else
	echo "ok 2 # SKIP msgfmt is missing: install gettext"
fi

# Spanish reaches the screen: the tabs of the demonstration.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -d "${DAIS_DATA_DIR:-}/locale/es" ]; then
	"$DAIS" demo "$work/demo.db" --cases 50 --now 2024-12-16T18:00 >/dev/null
	tabs=$(LANGUAGE=es "$DAIS" render "$work/demo.db" --screen cases --size 120x20 --now 2024-12-16T18:00 | head -n 1)
	case $tabs in
	*Resumen*Casos*Tendencias*) echo "ok 3 - the screens speak Spanish" ;;
	*) echo "not ok 3 - the screens speak Spanish # $tabs" ;;
	esac
else
	echo "ok 3 # SKIP no catalogues were made: install gettext"
fi
# xgettext sees through PRId64 and not through G_GINT64_FORMAT, at which it cuts the words.
cut=$(grep -n '[^%]%"$' "$top_srcdir/po/dais.pot")
if [ -z "$cut" ]; then echo "ok 4 - no words of the catalogue are cut at a number"; else
	echo "not ok 4 - no words of the catalogue are cut at a number"; echo "$cut" | sed 's/^/# /'; fi
echo "1..4"
