/* Dates as a person reads them. */
#include "base/date.h"
#include "base/i18n.h"

char *weekday_words(day_t day)
{
	static const char *const days[] = { N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun") };
	static const char *const months[] = { N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
		N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec") };
	int year, month, mday;
	day_to_civil(day, &year, &month, &mday);
	return g_strdup_printf("%s %d %s %d", _(days[day_weekday(day)]), mday, _(months[month - 1]), year);
}

char *instant_words(instant_t when, const char *zone)
{
	int minutes = instant_minutes(when, zone);
	g_autofree char *day = weekday_words(instant_day(when, zone));
	return g_strdup_printf("%s, %02d:%02d", day, minutes / 60, minutes % 60);
}

char *span_words(gint64 minutes)
{
	int hours = (int) (minutes / 60), left = (int) (minutes % 60), days = hours / 24;
	if (days >= 2) {
		g_autofree char *whole = g_strdup_printf(ngettext("%d day", "%d days", days), days);
		return hours % 24 ? g_strdup_printf(_("%s %d h"), whole, hours % 24) : g_steal_pointer(&whole);
	}
	if (hours == 0)
		return g_strdup_printf(_("%d min"), left);
	return left ? g_strdup_printf(_("%d h %02d min"), hours, left) : g_strdup_printf(_("%d h"), hours);
}
