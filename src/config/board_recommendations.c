/* When recommendations have to be answered. */
#include "base/i18n.h"
#include "config/board_read.h"

static const struct key step_rows[] = {
	{ "id", KEY_ID, .at = offsetof(struct answer_step, id), .required = true },
	{ "label", KEY_LABEL, .at = offsetof(struct answer_step, label), .required = true },
	{ "length", KEY_INT, .at = offsetof(struct answer_step, length), .required = true, .least = 1, .most = 100000 },
	{ "unit", KEY_WORD, .at = offsetof(struct answer_step, unit), .required = true, .words = board_clock_units },
	{ "reason", KEY_BOOL, .at = offsetof(struct answer_step, reason) },
	{ .name = NULL },
};
static const struct key_group step_keys = { N_("this step"), step_rows };

static void read_step(struct reader *reader, config_setting_t *setting, void *object)
{
	struct recommendation_rule *rule = object;
	struct answer_step *step = g_new0(struct answer_step, 1);
	reader_group(reader, setting, &step_keys, step);
	for (guint i = 0; i < rule->steps->len; i++) {
		const struct answer_step *other = rule->steps->pdata[i];
		if (step->id != NULL && g_strcmp0(other->id, step->id) == 0)
			reader_fault(reader, setting, _("step '%s' is given twice; give one of them another id"), step->id);
	}
	g_ptr_array_add(rule->steps, step);
}

static const struct key recommendation_rows[] = {
	{ "steps", KEY_LIST, .required = true, .group = &step_keys, .each = read_step },
	{ "source", KEY_TEXT, .at = offsetof(struct recommendation_rule, source) },
	{ .name = NULL },
};
const struct key_group recommendation_keys = { N_("this rule of recommendations"), recommendation_rows };

void board_read_recommendations(struct reader *reader, config_setting_t *setting, void *object)
{
	struct recommendation_rule *rule = &((struct rules *) object)->recommendations;
	recommendation_rule_clear(rule);      /* steps that are given take the place of the usual ones */
	rule->steps = g_ptr_array_new_with_free_func(answer_step_free);
	reader_group(reader, setting, &recommendation_keys, rule);
	if (board_vocabulary(reader->data, "answer") == NULL)
		reader_fault(reader, setting, _("there is no vocabulary 'answer' with what may be answered to a recommendation; add it to 'vocabularies'"));
}
