#!/bin/sh
# dais list seats: who holds them on a day, in three formats, and what is refused.
. "$top_srcdir/tests/cli/lib.sh"
now="--now 2026-11-26T10:00"
db=$dir/demo.db
"$DAIS" demo "$db" $now >/dev/null || exit 99
echo 1..10

run list seats "$db" $now
[ $code -eq 0 ] && [ "$(wc -l <"$dir/out")" -eq 15 ] && head -n 1 "$dir/out" | grep -q '^BODY  *SEAT  *HOLDER  *ROLE  *TERM ENDS  *STATE' &&
	grep -q 'Ximena Quispe Rojas  *voting  *2026-12-31  *ends soon ' "$dir/out" && grep -q '^Harbour  *1  *Noor Hadjadj ' "$dir/out"
result $? "table: every seat of every body, with words"

run list seats "$db" $now --body pob --format csv
[ $code -eq 0 ] && [ "$(wc -l <"$dir/out")" -eq 12 ] && grep -q '^pob,6,"Seat 6, at large",,voting,,no,,,vacant,2024-06-01,0,no,' "$dir/out" &&
	grep -q '^pob,youth2,.*,Jamal Whitford,advisory,,no,2022-07-01,2024-06-30,holdover,2024-07-01,1,no,' "$dir/out"
result $? "csv: one body, a vacancy and a holdover with their first days"

grep -q '^pob,alt1,.*,no,"Citizens'"'"' academy, Ride-along",0,1440,0,0$' "$dir/out" && grep -q '^pob,3,.*,yes,,1380,1440,[1-9][0-9]*,1$' "$dir/out"
result $? "csv: training against the rule, and disclosures in force"

grep -q '^pob,1,.*,held,,1,no,1,1,no,' "$dir/out" && grep -q '^pob,2,.*,held,,1,no,0,0,no,' "$dir/out" && grep -q '^pob,3,.*,held,,1,no,0,1,no,' "$dir/out"
result $? "csv: absences of the past meetings; who was excused, or came late, was not absent"

run list seats "$db" $now --body pob --on 2023-01-01 --format csv
[ $code -eq 0 ] && grep -q '^pob,2,.*,Teodora Vasquez-Hill,voting,,no,2021-07-01,2024-06-30,held,,2,yes,' "$dir/out" &&
	grep -q '^pob,1,"Seat 1, north",,voting,,no,,,unknown,' "$dir/out"
result $? "on an earlier day: the former holder in the last term allowed, and what is not known"

run list seats "$db" $now --format json
[ $code -eq 0 ] && [ "$(grep -o '"seat":' "$dir/out" | wc -l)" -eq 14 ] && grep -q '"seat": "6".*"holder": null.*"term_end": null.*"trained": null' "$dir/out"
result $? "json: an object a seat, null where nothing is known or asked"

run list seats "$db" --body library
[ $code -eq 2 ] && grep -q 'pob, harbour' "$dir/err" && [ ! -s "$dir/out" ]
result $? "a body that is not there is refused with those that are"

run list seats "$db" --on soon
[ $code -eq 2 ] && grep -q "not 'soon'" "$dir/err" && [ ! -s "$dir/out" ]
result $? "a day that is none is refused"

run list cases "$db" --on 2024-01-01
[ $code -eq 2 ] && grep -q -e '--on works with seats' "$dir/err"
result $? "only seats go by days"

run list seat "$db"
[ $code -eq 2 ] && grep -q "did you mean 'seats'" "$dir/err"
result $? "a misspelt word has its hint"
