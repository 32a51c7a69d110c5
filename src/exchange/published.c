#include "exchange/published_private.h"

#include <string.h>
#include "base/text.h"

enum choice reading_choice(struct reading *reading, const char *word)
{
	const struct vote_map *map = reading->map;
	const struct { char **words; enum choice choice; } known[] = {
		{ map->aye, CHOICE_AYE }, { map->nay, CHOICE_NAY }, { map->abstain, CHOICE_ABSTAIN }, { map->recuse, CHOICE_RECUSE }, { map->absent, CHOICE_ABSENT },
	};
	g_autofree char *folded = text_fold(word);
	for (guint i = 0; i < G_N_ELEMENTS(known); i++)
		if (known[i].words && g_strv_contains((const char *const *) known[i].words, folded))
			return known[i].choice;
	bool known_blank = map->blank && g_strv_contains((const char *const *) map->blank, folded);
	if (*folded && !known_blank && !g_ptr_array_find_with_equal_func(reading->unknown, word, g_str_equal, NULL))
		g_ptr_array_add(reading->unknown, g_strdup(word));
	return CHOICE_NONE;
}

static bool has_word(const char *outcome, const char *word)
{
	g_auto(GStrv) words = g_strsplit(outcome, " ", -1);
	return g_strv_contains((const char *const *) words, word);
}

void reading_outcome(const struct reading *reading, struct published_vote *vote, char **kind, const char *outcome)
{
	g_autofree char *folded = text_fold(outcome ? outcome : "");
	vote->outcome = g_strdup(outcome ? outcome : "");
	for (guint i = 0; i < reading->map->outcomes->len; i++) {
		const struct vote_outcome *known = reading->map->outcomes->pdata[i];
		if (!has_word(folded, known->word))
			continue;
		vote->result = known->carried ? RESULT_CARRIED : RESULT_FAILED;
		*kind = g_strdup(known->motion);
		return;
	}
}

void reading_row_done(const struct reading *reading, struct published_meeting *meeting, struct published_vote *vote, const char *outcome)
{
	struct published_motion *motion = meeting->motions->pdata[meeting->motions->len - 1];
	reading_outcome(reading, vote, &motion->kind, outcome);
	vote->method = vote->ballots->len ? METHOD_ROLL : METHOD_VOICE;
}

static gint by_start(gconstpointer a, gconstpointer b)
{
	const struct published_meeting *one = *(void *const *) a, *two = *(void *const *) b;
	if (one->starts != two->starts)
		return one->starts < two->starts ? -1 : 1;
	return strcmp(one->source, two->source);
}

GPtrArray *published_read(const char *const *paths, const struct vote_map *map, const char *zone, GPtrArray *unknown, GError **error)
{
	g_autoptr(GPtrArray) meetings = g_ptr_array_new_with_free_func((GDestroyNotify) published_meeting_free);
	static bool (*const readers[])(struct reading *reading, const char *path, GError **error) = {
		[VOTES_CHART] = published_chart, [VOTES_LEGISTAR] = published_legistar, [VOTES_POPOLO] = published_document, [VOTES_OPENCIVIC] = published_document,
	};
	struct reading reading = { map, zone, meetings, unknown };
	for (; *paths; paths++)
		if (!readers[map->layout](&reading, *paths, error))
			return NULL;
	g_ptr_array_sort(meetings, by_start);
	return g_steal_pointer(&meetings);
}
