/* The notice of meetings in a board file: one rule for each kind of meeting. */
#include "base/i18n.h"
#include "config/board_read.h"
#include "domain/notice.h"

static const char *const unit_words[] = { [NOTICE_HOURS] = "hours", [NOTICE_DAYS] = "days",
	[NOTICE_BUSINESS_DAYS] = "business_days", NULL };
static const char *const before_words[] = { [NOTICE_BEFORE_DATE] = "date", [NOTICE_BEFORE_TIME] = "time", NULL };

static const struct key notice_rows[] = {
	{ "kind", KEY_WORD, .at = offsetof(struct notice_rule, kind), .required = true, .words = meeting_kinds },
	{ "length", KEY_INT, .at = offsetof(struct notice_rule, length), .required = true, .least = 0, .most = 10000 },
	{ "unit", KEY_WORD, .at = offsetof(struct notice_rule, unit), .required = true, .words = unit_words },
	{ "before", KEY_WORD, .at = offsetof(struct notice_rule, before), .words = before_words },
	{ "posting_day_counts", KEY_BOOL, .at = offsetof(struct notice_rule, posting_day_counts) },
	{ "meeting_day_counts", KEY_BOOL, .at = offsetof(struct notice_rule, meeting_day_counts) },
	{ "source", KEY_TEXT, .at = offsetof(struct notice_rule, source) },
	{ .name = NULL },
};
const struct key_group notice_keys = { N_("this notice"), notice_rows };

static void check_hours(struct reader *reader, const config_setting_t *setting)
{
	static const char *const of_days[] = { "before", "posting_day_counts", "meeting_day_counts" };
	for (unsigned i = 0; i < G_N_ELEMENTS(of_days); i++) {
		const config_setting_t *item = config_setting_get_member(setting, of_days[i]);
		if (item != NULL)
			reader_fault(reader, item, _("hours are counted back from the moment the meeting begins, so that '%s' belongs to days only; "
				"take it out"), of_days[i]);
	}
}

static void check_days(struct reader *reader, const config_setting_t *setting, const struct notice_rule *rule)
{
	if (rule->length == 0)
		reader_fault(reader, setting, _("a notice of 0 days cannot be counted; where a meeting may be posted until it begins write "
			"length = 0; unit = \"hours\""));
	if (rule->before == NOTICE_BEFORE_TIME && (rule->posting_day_counts || rule->meeting_day_counts))
		reader_fault(reader, setting, _("days before the time are counted from hour to hour, so that no day of posting or meeting counts; "
			"write before = \"date\" or take that out"));
}

static void add_notice(struct reader *reader, config_setting_t *setting, GPtrArray *rules)
{
	struct notice_rule *rule = g_new0(struct notice_rule, 1);
	guint before = reader->faults->len;
	reader_group(reader, setting, &notice_keys, rule);
	if (reader->faults->len == before && rule->unit == NOTICE_HOURS)
		check_hours(reader, setting);
	else if (reader->faults->len == before)
		check_days(reader, setting, rule);
	for (guint i = 0; reader->faults->len == before && i < rules->len; i++)
		if (((const struct notice_rule *) rules->pdata[i])->kind == rule->kind)
			reader_fault(reader, setting, _("the notice of a %s meeting is given twice; take one out"), meeting_kinds[rule->kind]);
	g_ptr_array_add(rules, rule);
}

void board_read_notice(struct reader *reader, config_setting_t *setting, void *object)
{
	add_notice(reader, setting, ((struct board *) object)->notice);
}

void board_read_body_notice(struct reader *reader, config_setting_t *setting, void *object)
{
	add_notice(reader, setting, ((struct body *) object)->notice);
}
