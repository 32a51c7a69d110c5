#include "action/member_action.h"

#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "domain/training.h"
#include "store/member_store.h"

enum { MINUTES_MOST = 60000, TEXT_MOST = 2000 };

/* Words of a person: there, UTF-8, and no book. */
static bool check_words(const char *what, const char *text, GError **error)
{
	if (!text || !*text)
		return error_refuse(error, DAIS_ERROR_DATA, _("%s needs words"), what);
	if (!g_utf8_validate(text, -1, NULL))
		return error_refuse(error, DAIS_ERROR_DATA, _("%s is not UTF-8"), what);
	return strlen(text) <= TEXT_MOST || error_refuse(error, DAIS_ERROR_DATA, _("%s is longer than %d bytes; say it in short"), what, TEXT_MOST);
}

static bool check_holder(const struct member_of *of, GError **error)
{
	return of->seat->holder || error_refuse(error, DAIS_ERROR_DATA, _("seat %s is vacant; there is nobody to record it of"), of->seat->id);
}

/* One transaction for one row. */
static bool end(struct store *store, bool good, GError **error)
{
	if (good)
		return store_commit(store, error);
	store_rollback(store);
	return false;
}

static bool check_training(const struct member_of *of, const char *course, day_t day, int minutes, GError **error)
{
	char iso[DAY_ISO_SIZE];
	if (!check_holder(of, error) || !check_words(_("the course"), course, error))
		return false;
	if (day == DAY_UNKNOWN)
		return error_refuse(error, DAIS_ERROR_DATA, _("the day must be a date such as 2026-05-31"));
	if (day > instant_day(of->now, of->board->zone))
		return error_refuse(error, DAIS_ERROR_DATA, _("%s is still to come; what was attended is recorded"), day_iso(day, iso));
	if (minutes < 1 || minutes > MINUTES_MOST)
		return error_refuse(error, DAIS_ERROR_DATA, _("a training takes between a minute and %d hours"), MINUTES_MOST / 60);
	return true;
}

bool member_record_training(struct store *store, const struct member_of *of, const char *course, day_t day, int minutes, GError **error)
{
	if (!check_training(of, course, day, minutes, error) || !store_begin(store, error))
		return false;
	const struct course *known = training_course(&board_procedure(of->board, of->body)->rules.training, course);
	struct training_record record = { .body = of->body->id, .seat = of->seat->id, .holder = of->seat->holder, .course = known ? known->id : (char *) course,
		.day = day, .minutes = minutes, .at = of->now, .who = (char *) of->who };
	return end(store, member_store_add_training(store, &record, error), error);
}

bool member_record_disclosure(struct store *store, const struct member_of *of, const char *matter, const char *about, GError **error)
{
	if (!check_holder(of, error) || !check_words(_("the case or matter"), matter, error) || !check_words(_("the interest"), about, error)
		|| !store_begin(store, error))
		return false;
	struct disclosure_record record = { .body = of->body->id, .seat = of->seat->id, .holder = of->seat->holder, .matter = (char *) matter,
		.about = (char *) about, .at = of->now, .who = (char *) of->who };
	return end(store, member_store_add_disclosure(store, &record, error), error);
}

bool member_end_disclosure(struct store *store, id_t64 id, instant_t now, GError **error)
{
	return store_begin(store, error) && end(store, member_store_end_disclosure(store, id, now, error), error);
}

/* Digits, at most five; -1: something else. */
static int number_of(const char *text)
{
	size_t n = strspn(text, "0123456789");
	return n < 1 || n > 5 || text[n] ? -1 : (int) g_ascii_strtoll(text, NULL, 10);
}

int member_read_hours(const char *text)
{
	g_auto(GStrv) part = g_strsplit_set(text, ":.,", 2);
	int hours = part[0] ? number_of(part[0]) : -1, more = 0;
	if (hours >= 0 && part[1] && strchr(text, ':'))
		more = strlen(part[1]) == 2 ? number_of(part[1]) : -1;
	else if (hours >= 0 && part[1])
		more = strlen(part[1]) <= 2 ? number_of(part[1]) * (strlen(part[1]) == 1 ? 6 : 60) / (strlen(part[1]) == 1 ? 1 : 100) : -1;
	bool bad = hours < 0 || more < 0 || (strchr(text, ':') && more > 59) || hours * 60 + more > MINUTES_MOST;
	return bad ? 0 : hours * 60 + more;
}
