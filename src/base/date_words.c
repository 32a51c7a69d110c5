/* Dates as a person reads them. */
#include "base/date.h"
#include "base/i18n.h"

char *instant_words(instant_t when, const char *zone)
{
	static const char *const days[] = { N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun") };
	static const char *const months[] = { N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
		N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec") };
	day_t day = instant_day(when, zone);
	int year, month, mday, minutes = instant_minutes(when, zone);
	day_to_civil(day, &year, &month, &mday);
	return g_strdup_printf("%s %d %s %d, %02d:%02d", _(days[day_weekday(day)]), mday, _(months[month - 1]), year, minutes / 60, minutes % 60);
}
