/*
 * Any bytes as a journal in JSON: read or refused with a sentence; what is read is written and comes back the same; and its events, as
 * far as they are in order, make a state that can be put into words.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "domain/event_words.h"
#include "exchange/journal_json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char *written(const GPtrArray *events)
{
	char *text = NULL;
	size_t length;
	FILE *out = open_memstream(&text, &length);
	bool good = journal_json_write(out, events, NULL);
	fclose(out);
	g_assert(good);
	return text;
}

static void comes_back(const GPtrArray *events)
{
	char *text = written(events);
	g_autoptr(GPtrArray) back = journal_json_parse("again.json", text, strlen(text), NULL);
	g_assert(back);
	char *again = written(back);
	g_assert(strcmp(text, again) == 0);
	free(text);
	free(again);
}

static void apply(const GPtrArray *events)
{
	g_autoptr(meeting_t) meeting = meeting_new();
	for (guint i = 0; i < events->len; i++) {
		g_autoptr(GError) error = NULL;
		struct meeting_event *event = events->pdata[i];
		event->seq = meeting->seq + 1;
		if (!meeting_apply(meeting, event, &error)) {
			g_assert(error && *error->message);
			continue;
		}
		g_autofree char *words = event_words(meeting, event, NULL, NULL);
		g_assert(words && *words);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) events = journal_json_parse("fuzz.json", (const char *) data, size, &error);
	g_assert((events == NULL) == (error != NULL));
	if (!events)
		return 0;
	comes_back(events);
	apply(events);
	return 0;
}
