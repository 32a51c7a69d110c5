/* Import maps of published votes: what the words of a vote and of a result mean. */
#include "base/i18n.h"
#include "base/text.h"
#include "config/map_read.h"

static void take_folded(struct reader *reader, config_setting_t *setting, char ***to)
{
	char **words = reader_texts(reader, setting, TEXTS_ANY);
	for (unsigned i = 0; words[i] != NULL; i++) {
		char *folded = text_fold(words[i]);
		g_free(words[i]);
		words[i] = folded;
	}
	g_strfreev(*to);
	*to = words;
}

#define WORDS(name) static void read_##name(struct reader *reader, config_setting_t *setting, void *object) \
{ \
	struct vote_map *map = object; \
	take_folded(reader, setting, &map->name); \
}
WORDS(aye)
WORDS(nay)
WORDS(abstain)
WORDS(recuse)
WORDS(absent)
WORDS(blank)
WORDS(ignored)

static const char *const layout_words[] = { [VOTES_CHART] = "chart", [VOTES_LEGISTAR] = "legistar", [VOTES_POPOLO] = "popolo", [VOTES_OPENCIVIC] = "opencivic", NULL };

static const struct key outcome_rows[] = {
	{ "word", KEY_TEXT, .at = offsetof(struct vote_outcome, word), .required = true },
	{ "carried", KEY_BOOL, .at = offsetof(struct vote_outcome, carried), .required = true },
	{ "motion", KEY_ID, .at = offsetof(struct vote_outcome, motion) },
	{ .name = NULL },
};
static const struct key_group outcome_keys = { N_("this outcome"), outcome_rows };

static void read_outcome(struct reader *reader, config_setting_t *setting, void *object)
{
	struct vote_map *map = object;
	struct vote_outcome *outcome = g_new0(struct vote_outcome, 1);
	reader_group(reader, setting, &outcome_keys, outcome);
	char *folded = text_fold(outcome->word ? outcome->word : "");
	g_free(outcome->word);
	outcome->word = folded;
	g_ptr_array_add(map->outcomes, outcome);
}

static const struct key vote_rows[] = {
	{ "layout", KEY_WORD, .at = offsetof(struct vote_map, layout), .required = true, .words = layout_words },
	{ "aye", KEY_OTHER, .required = true, .each = read_aye },
	{ "nay", KEY_OTHER, .required = true, .each = read_nay },
	{ "abstain", KEY_OTHER, .each = read_abstain },
	{ "recuse", KEY_OTHER, .each = read_recuse },
	{ "absent", KEY_OTHER, .each = read_absent },
	{ "blank", KEY_OTHER, .each = read_blank },
	{ "number", KEY_TEXT, .at = offsetof(struct vote_map, number) },
	{ "item", KEY_TEXT, .at = offsetof(struct vote_map, item) },
	{ "result", KEY_TEXT, .at = offsetof(struct vote_map, result), .required = true },
	{ "ignore", KEY_OTHER, .each = read_ignored },
	{ "outcomes", KEY_LIST, .required = true, .group = &outcome_keys, .each = read_outcome },
	{ .name = NULL },
};
const struct key_group vote_keys = { N_("these votes"), vote_rows };

void map_read_votes(struct reader *reader, config_setting_t *setting, void *object)
{
	struct import_map *map = object;
	map->votes = vote_map_new();
	reader_group(reader, setting, &vote_keys, map->votes);
	if (map->votes->layout == VOTES_CHART && (!map->votes->number || !map->votes->item))
		reader_fault(reader, setting, _("a chart needs 'number' and 'item': the headings of the item's number and title"));
}
