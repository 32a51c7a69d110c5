# Prints a CSV whose every field holds what must never reach a terminal raw: OSC, CSI and DCS sequences, C1 controls as code points
# and as bytes, direction overrides, zero-width and tag characters, cursor movement, wide and combining characters.
nasty() {
	printf '%s\033]0;PWN\007\033[31mR\033[5n\033[2J\033P1\033\\\302\233 31m\2335n\342\200\256RLO\342\201\246\342\200\213ZW\357\273\277\363\240\201\201T\bB\rC\177D\302\255e\314\201\314\202\314\203\314\204\314\205\314\206\346\235\261\343\205\244' "$1"
}
printf 'CASE,GOT,CLASS,PLACE,HOW,WHO,WHAT\n'
for i in 1 2 3; do
	printf '"%s","2024-12-1%s","%s","%s","%s","%s","%s"\n' "$(nasty "Z$i-")" "$i" "$(nasty class)" "$(nasty place)" "$(nasty how)" "$(nasty who)" "$(nasty what)"
done
