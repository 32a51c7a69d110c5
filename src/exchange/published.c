#include "exchange/published_private.h"

#include <string.h>
#include "base/text.h"

void published_odd_free(struct published_odd *odd)
{
	g_free(odd->word);
	g_ptr_array_unref(odd->places);
	g_free(odd);
}

static struct published_odd *odd_get(struct reading *reading, const char *word, bool result)
{
	for (guint i = 0; i < reading->odd->len; i++) {
		struct published_odd *odd = reading->odd->pdata[i];
		if (odd->result == result && !strcmp(odd->word, word))
			return odd;
	}
	struct published_odd *odd = g_new0(struct published_odd, 1);
	*odd = (struct published_odd) { .word = g_strdup(word), .result = result, .places = g_ptr_array_new_with_free_func(g_free) };
	g_ptr_array_add(reading->odd, odd);
	return odd;
}

static void remember(struct reading *reading, const char *word, bool result, const char *place, const char *member)
{
	struct published_odd *odd = odd_get(reading, word, result);
	if (odd->count++ < PUBLISHED_PLACES)
		g_ptr_array_add(odd->places, member ? g_strdup_printf("%s, %s", place, member) : g_strdup(place));
}

/* False: the map does not know it. */
static bool find_choice(const struct vote_map *map, const char *word, enum choice *choice)
{
	const struct { char **words; enum choice choice; } known[] = {
		{ map->aye, CHOICE_AYE }, { map->nay, CHOICE_NAY }, { map->abstain, CHOICE_ABSTAIN }, { map->recuse, CHOICE_RECUSE }, { map->absent, CHOICE_ABSENT },
	};
	g_autofree char *folded = text_fold(word);
	for (guint i = 0; i < G_N_ELEMENTS(known); i++)
		if (known[i].words && g_strv_contains((const char *const *) known[i].words, folded))
			return *choice = known[i].choice, true;
	*choice = CHOICE_NONE;
	return !*folded || (map->blank && g_strv_contains((const char *const *) map->blank, folded));
}

void reading_ballot(struct reading *reading, struct published_vote *vote, const char *member, const char *word, const char *place)
{
	enum choice choice;
	bool known = find_choice(reading->map, word, &choice);
	published_add_ballot(vote, member, choice, known ? NULL : word);
	if (!known)
		remember(reading, word, false, place, member);
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

static bool has_answers(const struct published_vote *vote)
{
	for (guint b = 0; b < vote->ballots->len; b++) {
		const struct published_ballot *ballot = &g_array_index(vote->ballots, struct published_ballot, b);
		if (ballot->choice != CHOICE_NONE || ballot->word)
			return true;
	}
	return false;
}

void reading_row_done(struct reading *reading, struct published_meeting *meeting, struct published_vote *vote, const char *outcome, const char *place)
{
	struct published_motion *motion = meeting->motions->pdata[meeting->motions->len - 1];
	reading_outcome(reading, vote, &motion->kind, outcome);
	vote->method = vote->ballots->len ? METHOD_ROLL : METHOD_VOICE;
	if (vote->result == RESULT_NONE && has_answers(vote))
		remember(reading, vote->outcome, true, place, NULL);
}

static gint by_start(gconstpointer a, gconstpointer b)
{
	const struct published_meeting *one = *(void *const *) a, *two = *(void *const *) b;
	if (one->starts != two->starts)
		return one->starts < two->starts ? -1 : 1;
	return strcmp(one->source, two->source);
}

GPtrArray *published_read(const char *const *paths, const struct vote_map *map, const char *zone, GPtrArray *odd, GError **error)
{
	g_autoptr(GPtrArray) meetings = g_ptr_array_new_with_free_func((GDestroyNotify) published_meeting_free);
	static bool (*const readers[])(struct reading *reading, const char *path, GError **error) = {
		[VOTES_CHART] = published_chart, [VOTES_LEGISTAR] = published_legistar, [VOTES_POPOLO] = published_document, [VOTES_OPENCIVIC] = published_document,
	};
	struct reading reading = { map, zone, meetings, odd };
	for (; *paths; paths++)
		if (!readers[map->layout](&reading, *paths, error))
			return NULL;
	g_ptr_array_sort(meetings, by_start);
	return g_steal_pointer(&meetings);
}
