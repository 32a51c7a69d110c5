#include "domain/procedure.h"

#include <string.h>

void threshold_free(struct threshold *threshold)
{
	if (!threshold)
		return;
	g_free(threshold->id);
	labels_clear(&threshold->label);
	g_free(threshold->source);
	if (threshold->parts)
		g_ptr_array_unref(threshold->parts);
	g_free(threshold);
}

void motion_kind_free(struct motion_kind *kind)
{
	if (!kind)
		return;
	g_free(kind->id);
	labels_clear(&kind->label);
	g_free(kind);
}

void course_free(struct course *course)
{
	if (!course)
		return;
	g_free(course->id);
	labels_clear(&course->label);
	g_free(course);
}

void training_rule_clear(struct training_rule *rule)
{
	g_clear_pointer(&rule->courses, g_ptr_array_unref);
	g_clear_pointer(&rule->source, g_free);
}

void answer_step_free(void *data)
{
	struct answer_step *step = data;
	g_free(step->id);
	labels_clear(&step->label);
	g_free(step);
}

void recommendation_rule_clear(struct recommendation_rule *rule)
{
	g_clear_pointer(&rule->steps, g_ptr_array_unref);
	g_clear_pointer(&rule->source, g_free);
}

struct procedure *procedure_new(void)
{
	struct procedure *procedure = g_new0(struct procedure, 1);
	procedure->thresholds = g_ptr_array_new_with_free_func((GDestroyNotify) threshold_free);
	procedure->kinds = g_ptr_array_new_with_free_func((GDestroyNotify) motion_kind_free);
	return procedure;
}

static void labels_copy(struct labels *to, const struct labels *from)
{
	*to = (struct labels) { 0 };
	for (unsigned i = 0; i < from->n; i++)
		labels_add(to, from->v[i].lang, from->v[i].text);
}

static struct threshold *threshold_copy(const struct threshold *threshold)
{
	struct threshold *copy = g_memdup2(threshold, sizeof *threshold);
	copy->id = g_strdup(threshold->id);
	copy->source = g_strdup(threshold->source);
	labels_copy(&copy->label, &threshold->label);
	copy->parts = threshold->parts ? g_ptr_array_new() : NULL;
	return copy;
}

static void copy_parts(struct procedure *copy, const struct threshold *from, guint at)
{
	for (guint i = 0; from->parts && i < from->parts->len; i++)
		g_ptr_array_add(((struct threshold *) copy->thresholds->pdata[at])->parts,
			(gpointer) procedure_threshold(copy, ((const struct threshold *) from->parts->pdata[i])->id));
}

static struct motion_kind *kind_copy(const struct procedure *copy, const struct motion_kind *kind)
{
	struct motion_kind *same = g_memdup2(kind, sizeof *kind);
	same->id = g_strdup(kind->id);
	labels_copy(&same->label, &kind->label);
	same->threshold = kind->threshold ? procedure_threshold(copy, kind->threshold->id) : NULL;
	return same;
}

static gpointer course_copy(gconstpointer from, gpointer data)
{
	const struct course *course = from;
	struct course *copy = g_memdup2(course, sizeof *course);
	(void) data;
	copy->id = g_strdup(course->id);
	labels_copy(&copy->label, &course->label);
	return copy;
}

static gpointer step_copy(gconstpointer from, gpointer data)
{
	const struct answer_step *step = from;
	struct answer_step *copy = g_memdup2(step, sizeof *step);
	(void) data;
	copy->id = g_strdup(step->id);
	labels_copy(&copy->label, &step->label);
	return copy;
}

static void rules_copy(struct rules *copy, const struct rules *rules)
{
	*copy = *rules;
	copy->source = g_strdup(rules->source);
	copy->training.source = g_strdup(rules->training.source);
	copy->training.courses = rules->training.courses ? g_ptr_array_copy(rules->training.courses, course_copy, NULL) : NULL;
	if (copy->training.courses)
		g_ptr_array_set_free_func(copy->training.courses, (GDestroyNotify) course_free);
	copy->recommendations.source = g_strdup(rules->recommendations.source);
	copy->recommendations.steps = rules->recommendations.steps ? g_ptr_array_copy(rules->recommendations.steps, step_copy, NULL) : NULL;
	if (copy->recommendations.steps)
		g_ptr_array_set_free_func(copy->recommendations.steps, answer_step_free);
}

struct procedure *procedure_copy(const struct procedure *procedure)
{
	struct procedure *copy = procedure_new();
	for (guint i = 0; i < procedure->thresholds->len; i++)
		g_ptr_array_add(copy->thresholds, threshold_copy(procedure->thresholds->pdata[i]));
	for (guint i = 0; i < procedure->thresholds->len; i++)
		copy_parts(copy, procedure->thresholds->pdata[i], i);
	for (guint i = 0; i < procedure->kinds->len; i++)
		g_ptr_array_add(copy->kinds, kind_copy(copy, procedure->kinds->pdata[i]));
	rules_copy(&copy->rules, &procedure->rules);
	return copy;
}

void procedure_free(struct procedure *procedure)
{
	if (!procedure)
		return;
	g_ptr_array_unref(procedure->kinds);
	g_ptr_array_unref(procedure->thresholds);
	g_free(procedure->rules.source);
	training_rule_clear(&procedure->rules.training);
	recommendation_rule_clear(&procedure->rules.recommendations);
	g_free(procedure);
}

const struct threshold *procedure_threshold(const struct procedure *procedure, const char *id)
{
	for (unsigned i = 0; id && i < procedure->thresholds->len; i++) {
		const struct threshold *threshold = procedure->thresholds->pdata[i];
		if (threshold->id && !strcmp(threshold->id, id))
			return threshold;
	}
	return NULL;
}

const struct motion_kind *procedure_kind(const struct procedure *procedure, const char *id)
{
	for (unsigned i = 0; id && i < procedure->kinds->len; i++) {
		const struct motion_kind *kind = procedure->kinds->pdata[i];
		if (kind->id && !strcmp(kind->id, id))
			return kind;
	}
	return NULL;
}

const struct motion_kind *procedure_effect(const struct procedure *procedure, enum motion_effect effect)
{
	for (unsigned i = 0; i < procedure->kinds->len; i++) {
		const struct motion_kind *kind = procedure->kinds->pdata[i];
		if (kind->effect == effect)
			return kind;
	}
	return NULL;
}

unsigned motion_effect_classes(enum motion_effect effect)
{
	enum { MAIN = 1 << MOTION_CLASS_MAIN, SUBSIDIARY = 1 << MOTION_CLASS_SUBSIDIARY, PRIVILEGED = 1 << MOTION_CLASS_PRIVILEGED,
		INCIDENTAL = 1 << MOTION_CLASS_INCIDENTAL, BACK = 1 << MOTION_CLASS_RETURN };
	switch (effect) {
	case EFFECT_NONE: case MOTION_EFFECTS: break;
	case EFFECT_AMEND: case EFFECT_CLOSE_DEBATE: case EFFECT_TABLE: case EFFECT_LIMIT: return SUBSIDIARY;
	case EFFECT_POSTPONE: case EFFECT_REFER: return SUBSIDIARY | MAIN;
	case EFFECT_KILL: return SUBSIDIARY | INCIDENTAL;
	case EFFECT_TAKE: case EFFECT_RECONSIDER: case EFFECT_RESCIND: return BACK;
	case EFFECT_DIVIDE: case EFFECT_WITHDRAW: case EFFECT_APPEAL: return INCIDENTAL;
	case EFFECT_SUSPEND: return INCIDENTAL | MAIN;
	case EFFECT_RULING: return INCIDENTAL | PRIVILEGED;
	case EFFECT_RECESS: case EFFECT_ADJOURN: return PRIVILEGED | MAIN;
	case EFFECT_CLOSED_SESSION: return PRIVILEGED | INCIDENTAL | MAIN;
	case EFFECT_CONSENT: case EFFECT_URGENCY: case EFFECT_MINUTES: return MAIN;
	}
	return MAIN | SUBSIDIARY | PRIVILEGED | INCIDENTAL | BACK;
}
