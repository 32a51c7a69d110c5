#include "domain/labels.h"

#include <glib.h>
#include <string.h>

const char *labels_get(const struct labels *labels, const char *lang)
{
	for (unsigned i = 0; lang && i < labels->n; i++)
		if (!strcmp(labels->v[i].lang, lang))
			return labels->v[i].text;
	return labels->n > 0 ? labels->v[0].text : "";
}

bool labels_hold(const struct labels *labels, const char *text)
{
	for (unsigned i = 0; text && i < labels->n; i++)
		if (!strcmp(labels->v[i].text, text))
			return true;
	return false;
}

const char *labels_translate(const struct labels *labels, const char *text, const char *lang)
{
	return labels_hold(labels, text) ? labels_get(labels, lang) : text;
}

bool labels_has(const struct labels *labels, const char *lang)
{
	for (unsigned i = 0; i < labels->n; i++)
		if (!strcmp(labels->v[i].lang, lang))
			return true;
	return false;
}

void labels_add(struct labels *labels, const char *lang, const char *text)
{
	labels->v = g_renew(struct label, labels->v, labels->n + 1);
	labels->v[labels->n++] = (struct label) { g_strdup(lang), g_strdup(text) };
}

void labels_clear(struct labels *labels)
{
	for (unsigned i = 0; i < labels->n; i++) {
		g_free(labels->v[i].lang);
		g_free(labels->v[i].text);
	}
	g_free(labels->v);
	*labels = (struct labels) { 0 };
}
