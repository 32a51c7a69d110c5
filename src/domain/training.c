#include "domain/training.h"

#include <string.h>
#include "base/i18n.h"
#include "base/text.h"

static bool is_of(const struct training_record *record, const char *holder, day_t day)
{
	return record->day <= day && !strcmp(record->holder, holder);
}

static bool holds_now(const struct seat *seat, const char *holder)
{
	return seat->holder && !strcmp(seat->holder, holder);
}

/* The last day on which a course was done up to a day; DAY_UNKNOWN never. */
static day_t done_on(const struct course *course, const struct seat *seat, const char *holder, const GPtrArray *records, day_t day)
{
	day_t last = holds_now(seat, holder) && seat->training_done <= day ? seat->training_done : DAY_UNKNOWN;
	for (guint i = 0; records && i < records->len; i++) {
		const struct training_record *record = records->pdata[i];
		if (is_of(record, holder, day) && !strcmp(record->course, course->id))
			last = MAX(last, record->day);      /* an unknown day is before all others */
	}
	return last;
}

/* Done, and not run out. */
static bool counts(const struct course *course, const struct seat *seat, const char *holder, const GPtrArray *records, day_t day)
{
	day_t done = done_on(course, seat, holder, records, day);
	return done != DAY_UNKNOWN && (!course->months || day <= day_add_months(done, course->months));
}

static int minutes_of(const struct training_rule *rule, const char *holder, const GPtrArray *records, day_t day)
{
	day_t from = day_add_months(day, -rule->months);
	gint64 sum = 0;
	for (guint i = 0; records && i < records->len; i++) {
		const struct training_record *record = records->pdata[i];
		if (is_of(record, holder, day) && (!rule->months || record->day > from))
			sum += record->minutes;
	}
	return (int) MIN(sum, G_MAXINT);
}

static void look_at_courses(struct training_look *look, const struct training_rule *rule, const struct seat *seat, const char *holder, const GPtrArray *records, day_t day)
{
	guint n = rule->courses ? rule->courses->len : 0;
	if (!n)
		look->missing = !(holds_now(seat, holder) && seat->training_done != DAY_UNKNOWN && seat->training_done <= day);
	for (guint i = 0; i < n; i++) {
		const struct course *course = rule->courses->pdata[i];
		if (counts(course, seat, holder, records, day))
			continue;
		look->missing++;
		look->first = look->first ? look->first : course;
	}
	look->trained = !look->missing;
}

struct training_look training_look(const struct training_rule *rule, const struct seat *seat, const char *holder, const GPtrArray *records, day_t day)
{
	struct training_look look = { .hours = rule->hours };
	bool any = (rule->courses && rule->courses->len) || rule->hours || rule->gate;
	look.asked = any && holder && (seat->flags & SEAT_VOTING);
	if (!look.asked)
		return look;
	look_at_courses(&look, rule, seat, holder, records, day);
	look.minutes = minutes_of(rule, holder, records, day);
	bool whole = holds_now(seat, holder) && (seat->term_start == DAY_UNKNOWN || day_add_months(seat->term_start, rule->months) <= day);
	look.behind = whole && look.minutes < look.hours * 60;
	return look;
}

bool training_opens(const struct training_rule *rule, const struct training_look *look)
{
	return !look->asked || (look->trained && !(rule->gate_hours && look->behind));
}

char *training_missing_words(const struct training_rule *rule, const struct seat *seat, const char *holder, const GPtrArray *records, day_t day, const char *lang)
{
	GString *words = g_string_new(NULL);
	for (guint i = 0; holder && rule->courses && i < rule->courses->len; i++) {
		const struct course *course = rule->courses->pdata[i];
		if (!counts(course, seat, holder, records, day))
			g_string_append_printf(words, "%s%s", words->len ? ", " : "", labels_get(&course->label, lang));
	}
	return g_string_free(words, FALSE);
}

const struct course *training_course(const struct training_rule *rule, const char *word)
{
	g_autofree char *wanted = text_fold(word);
	for (guint i = 0; rule->courses && i < rule->courses->len; i++) {
		const struct course *course = rule->courses->pdata[i];
		g_autofree char *id = text_fold(course->id);
		if (!strcmp(id, wanted))
			return course;
		for (unsigned l = 0; l < course->label.n; l++) {
			g_autofree char *label = text_fold(course->label.v[l].text);
			if (!strcmp(label, wanted))
				return course;
		}
	}
	return NULL;
}

static char *why_closed(const struct training_rule *rule, const struct training_look *look, const struct seat *seat)
{
	if (look->first)
		return g_strdup_printf(_("%s has not done \"%s\", which comes before a case"), seat->holder, labels_get(&look->first->label, NULL));
	if (!look->trained)
		return g_strdup_printf(_("%s has not done the training that comes before a case"), seat->holder);
	return g_strdup_printf(_("%s has %d of the %d hours of training asked for within %d months"), seat->holder, look->minutes / 60, look->hours, rule->months);
}

bool member_may_be_assigned(const struct board *board, const struct body *body, const struct seat *seat, const GPtrArray *records, day_t day, char **why)
{
	const struct training_rule *rule = &board_procedure(board, body)->rules.training;
	struct training_look look = training_look(rule, seat, seat->holder, records, day);
	bool closed = rule->gate & TRAINING_GATE_ASSIGN && !training_opens(rule, &look);
	if (why)
		*why = !seat->holder ? g_strdup_printf(_("seat %s is vacant"), seat->id) : closed ? why_closed(rule, &look, seat) : NULL;
	return seat->holder && !closed;
}
