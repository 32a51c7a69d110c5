#!/bin/sh
# The whole interface speaks Spanish: every message of the catalogue is translated, and none of them stands in English on a rendered screen.
# What people wrote is the board's own and stays as it is: the words of the demonstration, of the recorded meeting, names of the board file.
set -u
: "${top_srcdir:?}"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

if ! command -v msgattrib >/dev/null || [ ! -d "${DAIS_DATA_DIR:-}/locale/es" ]; then
	echo "ok 1 # SKIP no catalogues were made: install gettext"
	echo "1..1"
	exit 0
fi
left=$(msgattrib --untranslated --no-wrap "$top_srcdir/po/es.po" | grep -v '^msgid ""$' | grep '^msgid '; msgattrib --only-fuzzy --no-wrap "$top_srcdir/po/es.po" | grep '^msgid ')
if [ -z "$left" ]; then echo "ok 1 - every message is translated into Spanish"; else
	echo "not ok 1 - every message is translated into Spanish"; echo "$left" | head -n 20 | sed 's/^/# /'; fi

# The demonstration, a meeting in session, the same over; each on every screen, with what opens above it.
# In the locale of Spanish speakers of the United States where one can be made here; else in plain UTF-8 with the language asked for.
mkdir "$dir/locale"
if localedef -i es_US -f UTF-8 "$dir/locale/es_US.UTF-8" >/dev/null 2>&1; then
	unset LANGUAGE LC_ALL
	LOCPATH=$dir/locale LANG=es_US.UTF-8
	export LOCPATH LANG
else
	echo "# es_US.UTF-8 cannot be made here (Debian: locales); LANGUAGE=es instead"
	LANGUAGE=es
	export LANGUAGE
fi
now=2024-12-16T18:00
"$DAIS" demo "$dir/demo.db" --cases 200 --now $now >/dev/null || exit 99
meeting=$top_srcdir/tests/cli/meeting.json
"$DAIS" replay "$meeting" --into "$dir/held.db" --config "$top_srcdir/fixtures/riverton.conf" >/dev/null || exit 99
# shot NAME FILE SCREEN KEYS: a picture more in $dir/shots.
mkdir "$dir/shots"
shot() {
	"$DAIS" render "$2" --screen "$3" --size 120x40 --now "${5:-$now}" ${4:+--keys "$4"} >"$dir/shots/$1" 2>&1 || echo "# $1: exit code $?"
}
for screen in overview cases trends agenda meeting members recommendations; do
	shot "demo-$screen" "$dir/demo.db" $screen ""
	shot "demo-$screen-help" "$dir/demo.db" $screen "?"
	shot "demo-$screen-palette" "$dir/demo.db" $screen ":"
	shot "held-$screen" "$dir/held.db" $screen "" 2024-12-17T00:30:00Z
done
# In session: the journal up to each of these events, every one another state of the floor.
for last in 1 5 10 11 13 14 18 19 28 32 43 60 64 74 76 81 89 90 93; do
	perl -e 'my ($n, $at) = (shift, 0); local $/; my $text = <>; my @events = $text =~ /^(\{.*?\})(?:,|)$/mg; print "[\n", join(",\n", @events[0 .. $n - 1]), "\n]\n"' \
		$last "$meeting" >"$dir/part.json"
	rm -f "$dir/part.db"*
	"$DAIS" replay "$dir/part.json" --into "$dir/part.db" --config "$top_srcdir/fixtures/riverton.conf" >/dev/null || exit 99
	shot "session-$last" "$dir/part.db" meeting "" 2024-12-17T00:16:00Z
	shot "projector-$last" "$dir/part.db" projector "" 2024-12-17T00:16:00Z
done
shot demo-cases-menu "$dir/demo.db" cases "F"
shot demo-cases-sort "$dir/demo.db" cases "s"
shot demo-cases-filter "$dir/demo.db" cases "/age"
shot demo-cases-raw "$dir/demo.db" cases "X<Tab>"
shot demo-trends-table "$dir/demo.db" trends "t"
shot demo-trends-words "$dir/demo.db" trends "d"
for i in 1 2 3 4 5 6 7; do
	shot "demo-trends-$i" "$dir/demo.db" trends "$(printf "%${i}s" | tr ' ' J)"
done
for i in 1 2 3 4 5 6 7 8 9; do
	shot "demo-agenda-$i" "$dir/demo.db" agenda "$(printf "%${i}s" | tr ' ' j)"
done

# The papers and lists.
paper() {
	name=$1
	shift
	"$DAIS" "$@" >"$dir/shots/$name" 2>&1 || echo "# $name: exit code $?"
}
paper agenda agenda "$dir/demo.db" --now $now
paper notice notice "$dir/demo.db" --now $now
paper calendar calendar "$dir/demo.db" --now $now
paper minutes minutes "$dir/held.db" --format md
paper matrix minutes "$dir/held.db" --matrix --format md
paper case case "$dir/demo.db" "$("$DAIS" list cases "$dir/demo.db" --filter state:open --now $now --format csv | sed -n "2s/,.*//p")" --clocks --now $now
paper attendance list attendance "$dir/held.db"
for list in seats meetings docket recommendations; do
	paper list-$list list $list "$dir/demo.db" --now $now
done

# shellcheck disable=SC2016  # the program is perl's
perl -CSD -Mutf8 -e '
	use utf8;
	my ($top, @shots) = @ARGV;
	my $read = sub { open my $in, "<:encoding(UTF-8)", $_[0] or die "$_[0]: $!"; local $/; my $all = <$in>; $all };
	my $joined = sub { my $s = join "", $_[0] =~ /"((?:[^"\\]|\\.)*)"/g; $s =~ s/\\n/ /g; $s =~ s/\\(.)/$1/g; $s };
	# What is to be looked for: messages with a word of four letters whose translation is another, the longest first.
	my (%english, %spanish);
	for my $entry (split /\n\n+/, $read->("$top/po/es.po")) {
		my ($id) = $entry =~ /^msgid ((?:".*"\n?)+)/m or next;
		my ($more) = $entry =~ /^msgid_plural ((?:".*"\n?)+)/m;
		my $said = join " ", map { $joined->($_) } $entry =~ /^msgstr(?:\[\d\])? ((?:".*"\n?)+)/mg;
		$spanish{$_} = 1 for $said =~ /(\p{L}+)/g;
		for (map { $joined->($_) } grep { defined } $id, $more) {
			$english{$_} = 1 if $_ ne $said && index($said, $_) < 0;
		}
	}
	my @wanted;
	for my $id (sort { length $b <=> length $a } keys %english) {
		my @pieces = grep { /\p{L}{4}/ } split /%[-+ #0-9.*]*(?:l|ll|h|z|j|<PRI\w+>)?[a-zA-Z%]|%<PRI\w+>|\s{2,}/, $id;
		next unless @pieces;
		my ($long) = sort { length $b <=> length $a } @pieces;
		s/^[\s.,:;()"\x27]+|[\s.,:;()"\x27]+$//g for $long;
		# A single word that Spanish has too says nothing ("final", "total").
		next if $long !~ /\p{L}{4}/ || ($long =~ /^\p{L}+$/ && $spanish{$long});
		push @wanted, [ $id, qr/(?<![\p{L}\d_-])\Q$long\E(?![\p{L}\d_-])/, $long ];
	}
	# The words of people: of the invented data, of the recorded meeting, names of the board file; as runs of words, for screens cut and wrap them.
	my $plain = sub { my $s = lc $_[0]; $s =~ s/%\w/ /g; $s =~ s/[^\p{L}\d]+/ /g; $s =~ s/^ | $//g; $s };
	my %own;
	$own{$plain->($_)} = 1 for $read->("$top/src/domain/demo_words.c") =~ /"((?:[^"\\\n]|\\.)*)"/g;
	$own{$plain->($_)} = 1 for $read->("$top/fixtures/riverton.conf") =~ /(?:label|holder|source) = "([^"]*)"/g;
	for my $text ($read->("$top/tests/cli/meeting.json") =~ /"(?:text|note)":"((?:[^"\\]|\\.)*)"/g) {
		$own{$plain->($_)} = 1 for grep { / / || /^\p{Lu}/ } split /\\t|\\n/, $text;
	}
	my $own = join "\n", map { " $_ " } grep { /\p{L}/ } keys %own;
	my %ours = map { $_ => 1 } map { split / / } keys %own;
	# A run of at least three such words, or a whole text, becomes "#". The last word before a "…" may be cut.
	my $masked = sub {
		my @words = split / /, $_[0];
		my @plain = map { $plain->($_) } @words;
		for (my $i = 0; $i < @words; $i++) {
			my $end = $i;
			$end++ while $end < @words && $end < $i + 30 && ($plain[$end] eq "" || !grep { !$ours{$_} } split / /, $plain[$end]);
			$end++ if $end < @words && $words[$end] =~ /…$/;
			for (my $j = $end - 1; $j >= $i; $j--) {
				my $run = join " ", grep { length } @plain[$i .. $j];
				my $cut = $words[$j] =~ /…$/;
				next unless $run =~ /\p{L}/ && ($own{$run} || ($cut || $run =~ tr/ // >= 2) && index($own, $cut ? " $run" : " $run ") >= 0);
				splice @words, $i, $j - $i + 1, "#";
				splice @plain, $i, $j - $i + 1, "#";
				last;
			}
		}
		join " ", @words;
	};
	my %bad;
	for my $shot (@shots) {
		# Cells between the lines of frames; those that stand below each other are one text, so that wrapped words are whole again.
		my (%column, @texts);
		for my $line (split /\n/, $read->($shot)) {
			my %here;
			while ($line =~ /[^│┃┌┐└┘─━┏┓┗┛├┤]+/g) {
				my ($at, $text) = ($-[0], $&);
				$text =~ s/^\s+|\s+$//g;
				$here{$at} = 1;
				push @texts, $text;
				$column{$at} = defined $column{$at} ? "$column{$at} $text" : $text;
			}
			for (grep { !$here{$_} } keys %column) { push @texts, delete $column{$_} }
		}
		push @texts, values %column;
		for my $text (@texts) {
			$text =~ s/\s+/ /g;
			$text = $masked->($text);
			$text =~ s/(?<!\S)[a-z]+:[a-z>0-9.]+(?!\S)/#/g;     # the language of filters: "overdue:yes"
			(my $name = $shot) =~ s{.*/}{};
			for my $wanted (@wanted) {
				next unless $text =~ $wanted->[1];
				$bad{$wanted->[2]} //= "$name: \"" . substr($text, $-[0] > 30 ? $-[0] - 30 : 0, 110) . "\"";
			}
			# What never was in the catalogue is found by the small words of English.
			if ($text =~ /(?<![\p{L}_-])(the|and|with|from|this|that|has|was|were|have|been|for|which|of)(?![\p{L}_-])/) {
				$bad{$1} //= "$name: \"" . substr($text, $-[0] > 40 ? $-[0] - 40 : 0, 110) . "\"";
			}
		}
	}
	my $shots = @shots;
	print %bad ? "not ok 2" : "ok 2", " - no English is left on $shots screens\n";
	print "# \"$_\" in $bad{$_}\n" for sort keys %bad;' "$top_srcdir" "$dir"/shots/*
[ "$(find "$dir/shots" -size +0 | wc -l)" -gt 60 ] && echo "ok 3 - the screens were drawn" || echo "not ok 3 - the screens were drawn"
echo "1..3"
