#include "config/fault.h"

#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

/* A broken file can be wrong in every line; past this many nobody reads on. */
#define FAULTS_MOST 500

static void fault_free(void *data)
{
	struct fault *fault = data;
	g_free(fault->file);
	g_free(fault->text);
	g_free(fault);
}

GPtrArray *faults_new(void)
{
	return g_ptr_array_new_with_free_func(fault_free);
}

static void faults_push(GPtrArray *faults, const char *file, int line, const char *text)
{
	struct fault *fault = g_new0(struct fault, 1);
	fault->file = text_clean(file, -1, TEXT_CLEAN_LINE);
	fault->line = line;
	fault->text = text_clean(text, -1, TEXT_CLEAN_LINE);
	g_ptr_array_add(faults, fault);
}

void faults_add(GPtrArray *faults, const char *file, int line, const char *format, ...)
{
	if (faults->len > FAULTS_MOST)
		return;
	if (faults->len == FAULTS_MOST) {
		faults_push(faults, file, G_MAXINT, _("there are more faults; correct these first"));
		return;
	}
	va_list words;
	va_start(words, format);
	g_autofree char *text = g_strdup_vprintf(format, words);
	va_end(words);
	faults_push(faults, file, line, text);
}

/* The place of a file among those the faults name: the file being read first, then what it includes. */
static guint faults_file_rank(const GPtrArray *faults, const char *file)
{
	guint rank = 0;
	while (rank < faults->len && strcmp(((struct fault *) faults->pdata[rank])->file, file) != 0)
		rank++;
	return rank;
}

static gint fault_compare(gconstpointer a, gconstpointer b, gpointer faults)
{
	const struct fault *one = *(struct fault *const *) a, *two = *(struct fault *const *) b;
	if (strcmp(one->file, two->file) != 0)
		return (gint) faults_file_rank(faults, one->file) - (gint) faults_file_rank(faults, two->file);
	return (one->line > two->line) - (one->line < two->line);
}

char *faults_text(const GPtrArray *faults)
{
	g_autofree gpointer *sorted = g_memdup2(faults->pdata, faults->len * sizeof *faults->pdata);
	if (faults->len > 1)
		g_qsort_with_data(sorted, (gint) faults->len, sizeof *sorted, fault_compare, (gpointer) faults);
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < faults->len; i++) {
		const struct fault *fault = sorted[i];
		if (fault->line > 0 && fault->line < G_MAXINT)
			g_string_append_printf(text, "%s:%d: %s\n", fault->file, fault->line, fault->text);
		else
			g_string_append_printf(text, "%s: %s\n", fault->file, fault->text);
	}
	return g_string_free(text, FALSE);
}

void faults_to_error(const GPtrArray *faults, GError **error)
{
	g_autofree char *text = faults_text(faults);
	g_set_error_literal(error, DAIS_ERROR, DAIS_ERROR_CONFIG, g_strchomp(text));
}
