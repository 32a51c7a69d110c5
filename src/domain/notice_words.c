/* The notice of a meeting as a person reads it. */
#include "base/i18n.h"
#include "domain/notice.h"

static const char *ends_words(const struct notice_rule *rule)
{
	if (rule->posting_day_counts && rule->meeting_day_counts)
		return _("counting the day of posting and that of the meeting");
	if (rule->posting_day_counts)
		return _("counting the day of posting");
	if (rule->meeting_day_counts)
		return _("counting the day of the meeting");
	return _("not counting the day of posting or that of the meeting");
}

char *notice_rule_words(const struct notice_rule *rule)
{
	int n = rule->length;
	if (n == 0)
		return g_strdup(_("before it begins"));
	if (rule->unit == NOTICE_HOURS)
		return g_strdup_printf(ngettext("%d hour before it begins", "%d hours before it begins", n), n);
	g_autofree char *days = g_strdup_printf(rule->unit == NOTICE_DAYS ? ngettext("%d day", "%d days", n) : ngettext("%d business day", "%d business days", n), n);
	if (rule->before == NOTICE_BEFORE_TIME)
		return g_strdup_printf(_("%s before it begins"), days);
	return g_strdup_printf(_("%s before its day, %s"), days, ends_words(rule));
}

static char *late_words(instant_t by, instant_t when)
{
	return span_words((when - by + 59) / 60);
}

char *notice_words(const struct board *board, const struct notice_rule *rule, instant_t starts, instant_t now)
{
	instant_t by;
	if (!notice_due(board, rule, starts, &by))
		return NULL;
	g_autofree char *moment = instant_words(by, board->zone), *span = now > by ? late_words(by, now) : span_words((by - now) / 60);
	return now > by ? g_strdup_printf(_("too late by %s: had to be posted by %s"), span, moment)
		: g_strdup_printf(_("must be posted by %s; %s left"), moment, span);
}

char *notice_posted_words(const struct board *board, const struct notice_rule *rule, instant_t starts, const struct meeting_detail *detail)
{
	instant_t by;
	if (!detail->posted)
		return NULL;
	g_autofree char *moment = instant_words(detail->posted, board->zone);
	g_autofree char *posted = detail->posted_by ? g_strdup_printf(_("posted %s by %s"), moment, detail->posted_by)
		: g_strdup_printf(_("posted %s"), moment);
	if (!notice_due(board, rule, starts, &by) || detail->posted <= by)
		return g_steal_pointer(&posted);
	g_autofree char *span = late_words(by, detail->posted);
	return g_strdup_printf(_("%s, %s too late"), posted, span);
}
