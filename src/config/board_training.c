/* Rules about members: how long a seat is held, and what its holder has to learn. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "config/board_read.h"

static const struct key terms_rows[] = {
	{ "holdover", KEY_BOOL, .at = offsetof(struct term_rule, holdover) },
	{ "soon_days", KEY_INT, .at = offsetof(struct term_rule, soon_days), .least = 0, .most = 3660 },
	{ "most", KEY_INT, .at = offsetof(struct term_rule, most), .least = 0, .most = 100 },
	{ .name = NULL },
};
const struct key_group terms_keys = { N_("this rule of terms"), terms_rows };

void board_read_terms_rule(struct reader *reader, config_setting_t *setting, void *object)
{
	struct rules *rules = object;
	reader_group(reader, setting, &terms_keys, &rules->terms);
}

static const struct key course_rows[] = {
	{ "id", KEY_ID, .at = offsetof(struct course, id), .required = true },
	{ "label", KEY_LABEL, .at = offsetof(struct course, label), .required = true },
	{ "months", KEY_INT, .at = offsetof(struct course, months), .least = 0, .most = 1200 },
	{ .name = NULL },
};
static const struct key_group course_keys = { N_("this course"), course_rows };

static void free_course(void *course)
{
	course_free(course);
}

static void read_course(struct reader *reader, config_setting_t *setting, void *object)
{
	struct training_rule *rule = object;
	struct course *course = g_new0(struct course, 1);
	reader_group(reader, setting, &course_keys, course);
	for (guint i = 0; i < rule->courses->len; i++) {
		const struct course *other = rule->courses->pdata[i];
		if (course->id != NULL && g_strcmp0(other->id, course->id) == 0)
			reader_fault(reader, setting, _("course '%s' is given twice; give one of them another id"), course->id);
	}
	g_ptr_array_add(rule->courses, course);
}

static void read_gate(struct reader *reader, config_setting_t *setting, void *object)
{
	static const char *const words[] = { "assign", "vote", NULL };
	static const unsigned gates[] = { TRAINING_GATE_ASSIGN, TRAINING_GATE_VOTE };
	struct training_rule *rule = object;
	g_auto(GStrv) given = reader_texts(reader, setting, TEXTS_IDS);
	rule->gate = 0;
	for (char **word = given; *word != NULL; word++) {
		unsigned n = text_index(words, *word);
		if (words[n] != NULL) {
			rule->gate |= gates[n];
			continue;
		}
		g_autofree char *hint = reader_hint(*word, words, _("a gate is \"assign\" or \"vote\""));
		reader_fault(reader, setting, _("there is no gate '%s'; %s"), *word, hint);
	}
}

static const struct key training_rows[] = {
	{ "courses", KEY_LIST, .group = &course_keys, .each = read_course },
	{ "hours", KEY_INT, .at = offsetof(struct training_rule, hours), .least = 0, .most = 10000 },
	{ "months", KEY_INT, .at = offsetof(struct training_rule, months), .least = 0, .most = 1200 },
	{ "gate", KEY_OTHER, .each = read_gate },
	{ "gate_hours", KEY_BOOL, .at = offsetof(struct training_rule, gate_hours) },
	{ "present", KEY_BOOL, .at = offsetof(struct training_rule, present) },
	{ "source", KEY_TEXT, .at = offsetof(struct training_rule, source) },
	{ .name = NULL },
};
const struct key_group training_keys = { N_("this rule of training"), training_rows };

void board_read_training(struct reader *reader, config_setting_t *setting, void *object)
{
	struct training_rule *rule = &((struct rules *) object)->training;
	if (config_setting_get_member(setting, "courses") != NULL || rule->courses == NULL) {
		g_clear_pointer(&rule->courses, g_ptr_array_unref);      /* a list that is given takes the place of the usual one */
		rule->courses = g_ptr_array_new_with_free_func(free_course);
	}
	reader_group(reader, setting, &training_keys, rule);
	if ((rule->hours > 0) != (rule->months > 0))
		reader_fault(reader, setting, _("'hours' of training are wanted within so many 'months'; give both"));
	if (rule->gate_hours && rule->hours == 0)
		reader_fault(reader, setting, _("'gate_hours' without 'hours' closes nothing; give 'hours' and 'months' or take it out"));
}
