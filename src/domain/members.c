#include "domain/members.h"

#include <string.h>
#include "base/i18n.h"
#include "base/text.h"

const char *seat_status_name(enum seat_status status)
{
	static const char *const names[SEAT_STATUSES] = {
#define X(id, name) [SEAT_STATUS_##id] = name,
		SEAT_STATUS_LIST(X)
#undef X
	};
	return names[status];
}

const char *seat_status_words(enum seat_status status)
{
	static const char *const words[SEAT_STATUSES] = { [SEAT_STATUS_HELD] = NC_("seat", "held"), [SEAT_STATUS_SOON] = N_("ends soon"),
		[SEAT_STATUS_HOLDOVER] = N_("holdover"), [SEAT_STATUS_OVER] = N_("term over"), [SEAT_STATUS_VACANT] = N_("vacant"),
		[SEAT_STATUS_UNKNOWN] = N_("not known") };
	return i18n_word(words[status]);
}

static guint former_count(const struct seat *seat)
{
	return seat->former ? seat->former->len : 0;
}

/* The n-th holder, the former ones first, then the present one: name and term. */
static struct tenure tenure_at(const struct seat *seat, guint n)
{
	if (n < former_count(seat))
		return *(const struct tenure *) seat->former->pdata[n];
	return (struct tenure) { .holder = seat->holder, .start = seat->term_start, .end = seat->term_end, .ended = DAY_UNKNOWN };
}

static guint tenure_count(const struct seat *seat)
{
	return former_count(seat) + (seat->holder != NULL);
}

/* The day before the next one began, where that is known. */
static day_t before_next(const struct seat *seat, guint n)
{
	day_t next = n + 1 < tenure_count(seat) ? tenure_at(seat, n + 1).start : DAY_UNKNOWN;
	return next == DAY_UNKNOWN ? DAY_UNKNOWN : next - 1;
}

day_t seat_former_until(const struct seat *seat, const struct term_rule *rule, guint n)
{
	struct tenure tenure = tenure_at(seat, n);
	day_t next = before_next(seat, n);
	if (tenure.ended != DAY_UNKNOWN)
		return tenure.ended;
	if (rule->holdover && next != DAY_UNKNOWN)
		return next;
	if (tenure.end == DAY_UNKNOWN)
		return next;
	return next == DAY_UNKNOWN ? tenure.end : MIN(tenure.end, next);
}

/* The last of the tenures that had begun; -1 none. One whose first day is not given had begun ever since. */
static int begun(const struct seat *seat, day_t day)
{
	for (int n = (int) tenure_count(seat) - 1; n >= 0; n--) {
		day_t start = tenure_at(seat, (guint) n).start;
		if (start == DAY_UNKNOWN || start <= day)
			return n;
	}
	return -1;
}

static unsigned terms_in_a_row(const struct seat *seat, guint n)
{
	const char *holder = tenure_at(seat, n).holder;
	unsigned terms = 1;
	while (n > 0 && !g_strcmp0(tenure_at(seat, --n).holder, holder))
		terms++;
	return terms;
}

static struct seat_on vacant(day_t since, day_t day)
{
	bool before = since != DAY_UNKNOWN && day < since;
	return (struct seat_on) { .status = before ? SEAT_STATUS_UNKNOWN : SEAT_STATUS_VACANT, .start = DAY_UNKNOWN, .end = DAY_UNKNOWN,
		.since = before ? DAY_UNKNOWN : since, .days = G_MAXINT };
}

static enum seat_status status_of(const struct seat_on *on, const struct term_rule *rule, day_t day)
{
	if (on->end != DAY_UNKNOWN && day > on->end)
		return rule->holdover ? SEAT_STATUS_HOLDOVER : SEAT_STATUS_OVER;
	return on->days <= rule->soon_days && rule->soon_days ? SEAT_STATUS_SOON : SEAT_STATUS_HELD;
}

static struct seat_on held(const struct seat *seat, const struct term_rule *rule, guint n, day_t day)
{
	struct tenure tenure = tenure_at(seat, n);
	struct seat_on on = { .holder = tenure.holder, .start = tenure.start, .end = tenure.end, .since = DAY_UNKNOWN, .days = G_MAXINT };
	if (on.end != DAY_UNKNOWN)
		on.days = on.end - day;
	on.status = status_of(&on, rule, day);
	if (on.status == SEAT_STATUS_HOLDOVER || on.status == SEAT_STATUS_OVER)
		on.since = on.end + 1;
	on.terms = terms_in_a_row(seat, n);
	on.last = rule->most && on.terms >= (unsigned) rule->most;
	return on;
}

struct seat_on seat_on_day(const struct seat *seat, const struct term_rule *rule, day_t day)
{
	int n = begun(seat, day);
	if (!tenure_count(seat))
		return vacant(seat->vacant_since, day);
	if (n < 0)
		return (struct seat_on) { .status = SEAT_STATUS_UNKNOWN, .start = DAY_UNKNOWN, .end = DAY_UNKNOWN, .since = DAY_UNKNOWN, .days = G_MAXINT };
	if (n == (int) former_count(seat))
		return held(seat, rule, (guint) n, day);
	day_t until = seat_former_until(seat, rule, (guint) n);
	if (until != DAY_UNKNOWN)
		return day > until ? vacant(until + 1, day) : held(seat, rule, (guint) n, day);
	bool left = n + 1 == (int) tenure_count(seat);      /* when is not known */
	return left ? vacant(seat->vacant_since, day) : held(seat, rule, (guint) n, day);
}

/* --- disclosures --- */

enum { WORDS_LEAST = 4 };

static bool is_letter_before(const char *text, const char *at)
{
	return at > text && g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(at)));
}

/* As whole words: 24-0007 is not in 24-00071. */
static bool holds(const char *text, const char *matter)
{
	g_autofree char *folded = text ? text_fold(text) : NULL;
	for (const char *at = folded ? strstr(folded, matter) : NULL; at; at = strstr(at + 1, matter))
		if (!is_letter_before(folded, at) && !g_unichar_isalnum(g_utf8_get_char(at + strlen(matter))))
			return true;
	return false;
}

bool disclosure_concerns(const struct disclosure_record *disclosure, const char *case_number, const char *title, const char *public_title)
{
	g_autofree char *matter = text_fold(disclosure->matter), *number = case_number ? text_fold(case_number) : NULL;
	if (!*matter || (number && !strcmp(number, matter)))
		return *matter != '\0';
	return g_utf8_strlen(matter, -1) >= WORDS_LEAST && (holds(title, matter) || holds(public_title, matter));
}
