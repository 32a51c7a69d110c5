#include "model/lexicon.h"
#include "base/text.h"
#include <string.h>

struct group {
	char *key;
	const struct term *term;      /* or NULL */
	const char *text;             /* a word of it as published */
	enum word_list list;
	int rank;
};

/* One word as one body uses it; index 0 of the senses is for words whose body does not matter. */
struct sense { const struct term *term; int group; };

struct lexicon {
	struct store *store;
	const struct board *board;
	int limit;
	char **folded;                /* by word, made when first asked for; see fold_of */
	GHashTable *senses;           /* body word -> struct sense[limit] */
	GArray *groups;               /* struct group; [0] is nothing */
	GHashTable *by_key;           /* "list key" -> group */
};

static void group_clear(void *data)
{
	struct group *group = data;
	g_free(group->key);
}

struct lexicon *lexicon_new(struct store *store, const struct board *board)
{
	struct lexicon *lexicon = g_new0(struct lexicon, 1);
	lexicon->store = store;
	lexicon->board = board;
	lexicon->senses = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	lexicon->groups = g_array_new(FALSE, TRUE, sizeof(struct group));
	g_array_set_clear_func(lexicon->groups, group_clear);
	g_array_set_size(lexicon->groups, 1);
	lexicon->by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	lexicon_refresh(lexicon);
	return lexicon;
}

void lexicon_free(struct lexicon *lexicon)
{
	if (!lexicon)
		return;
	for (int i = 1; i < lexicon->limit; i++)
		g_free(lexicon->folded[i]);
	g_free(lexicon->folded);
	g_hash_table_unref(lexicon->senses);
	g_array_unref(lexicon->groups);
	g_hash_table_unref(lexicon->by_key);
	g_free(lexicon);
}

void lexicon_refresh(struct lexicon *lexicon)
{
	int limit = MAX(word_store_limit(lexicon->store), 1);
	if (limit <= lexicon->limit)
		return;
	lexicon->folded = g_renew(char *, lexicon->folded, limit);
	memset(lexicon->folded + lexicon->limit, 0, (limit - lexicon->limit) * sizeof *lexicon->folded);
	lexicon->limit = limit;
	g_hash_table_remove_all(lexicon->senses);      /* sized by the old limit; groups stay */
}

int lexicon_limit(const struct lexicon *lexicon)
{
	return lexicon->limit;
}

const struct body *lexicon_body(struct lexicon *lexicon, int word)
{
	const char *text = word ? word_store_text(lexicon->store, word) : NULL;
	return text ? board_body(lexicon->board, text) : NULL;
}

/* NULL for an id that is no word. */
static const char *fold_of(struct lexicon *lexicon, int word)
{
	const char *text = lexicon->folded[word] ? NULL : word_store_text(lexicon->store, word);
	if (text)
		lexicon->folded[word] = text_fold(text);
	return lexicon->folded[word];
}

/* The body's own words matter for findings only; everywhere else all bodies share one sense. */
static int sense_body(struct lexicon *lexicon, int word, int body)
{
	if (!body || word_store_list(lexicon->store, word) != WORDS_FINDING)
		return 0;
	const struct body *owner = lexicon_body(lexicon, body);
	for (; owner; owner = owner->parent)
		if (owner->findings)
			return body;
	return 0;
}

static const struct term *find_term(struct lexicon *lexicon, enum word_list list, int body, const char *text)
{
	const struct vocabulary *words = board_words(lexicon->board, body ? lexicon_body(lexicon, body) : NULL, word_list_name(list));
	return words ? vocabulary_find(words, text) : NULL;
}

/* The term with this id in the board's list or, for findings, in the first body's that has one, and its place there. A word that
 * is unknown to the body that uses it still gets the name another body has for it, whatever was looked at before. */
static const struct term *term_of_key(struct lexicon *lexicon, enum word_list list, const char *key, int *rank)
{
	for (int i = -1; i < (int) lexicon->board->bodies->len; i++) {
		const struct body *body = i < 0 ? NULL : lexicon->board->bodies->pdata[i];
		const struct vocabulary *words = board_words(lexicon->board, body, word_list_name(list));
		const struct term *term = words ? vocabulary_find(words, key) : NULL;
		guint at = 0;
		g_autofree char *id = term ? text_fold(term->id) : NULL;
		if (id && strcmp(id, key) == 0 && g_ptr_array_find(words->terms, term, &at)) {
			*rank = (int) at;
			return term;
		}
	}
	*rank = G_MAXINT;
	return NULL;
}

/* The first spelling of a word the board does not know: the same name whatever was looked at before. */
static const char *first_spelling(struct lexicon *lexicon, enum word_list list, int word)
{
	const char *wanted = fold_of(lexicon, word);
	for (int i = 1; i < word; i++)
		if (word_store_list(lexicon->store, i) == list && g_strcmp0(fold_of(lexicon, i), wanted) == 0)
			return word_store_text(lexicon->store, i);
	return word_store_text(lexicon->store, word);
}

static int group_of(struct lexicon *lexicon, enum word_list list, const struct term *term, int word)
{
	g_autofree char *key = term ? text_fold(term->id) : g_strdup(fold_of(lexicon, word));
	g_autofree char *name = g_strdup_printf("%d %s", list, key);
	int known = GPOINTER_TO_INT(g_hash_table_lookup(lexicon->by_key, name));
	if (known)
		return known;
	struct group group = {
		.list = list, .text = term ? word_store_text(lexicon->store, word) : first_spelling(lexicon, list, word),
	};
	group.term = term_of_key(lexicon, list, key, &group.rank);
	group.key = g_steal_pointer(&key);
	g_array_append_val(lexicon->groups, group);
	known = (int) lexicon->groups->len - 1;
	g_hash_table_insert(lexicon->by_key, g_steal_pointer(&name), GINT_TO_POINTER(known));
	return known;
}

static struct sense *sense_of(struct lexicon *lexicon, int word, int body)
{
	int owner = sense_body(lexicon, word, body);
	struct sense *senses = g_hash_table_lookup(lexicon->senses, GINT_TO_POINTER(owner));
	if (!senses) {
		senses = g_new0(struct sense, lexicon->limit);
		g_hash_table_insert(lexicon->senses, GINT_TO_POINTER(owner), senses);
	}
	if (!senses[word].group) {
		enum word_list list = word_store_list(lexicon->store, word);
		senses[word].term = find_term(lexicon, list, owner, word_store_text(lexicon->store, word));
		senses[word].group = group_of(lexicon, list, senses[word].term, word);
	}
	return &senses[word];
}

static bool word_known(struct lexicon *lexicon, int word)
{
	if (word >= lexicon->limit)
		lexicon_refresh(lexicon);
	return word > 0 && word < lexicon->limit && fold_of(lexicon, word);
}

const struct term *lexicon_term(struct lexicon *lexicon, int word, int body)
{
	return word_known(lexicon, word) ? sense_of(lexicon, word, body)->term : NULL;
}

int lexicon_group(struct lexicon *lexicon, int word, int body)
{
	return word_known(lexicon, word) ? sense_of(lexicon, word, body)->group : 0;
}

int lexicon_groups(const struct lexicon *lexicon)
{
	return (int) lexicon->groups->len;
}

const char *lexicon_key(const struct lexicon *lexicon, int group)
{
	return group > 0 ? g_array_index(lexicon->groups, struct group, group).key : NULL;
}

int lexicon_rank(const struct lexicon *lexicon, int group)
{
	return group > 0 ? g_array_index(lexicon->groups, struct group, group).rank : G_MAXINT;
}

static const struct state *find_state(struct lexicon *lexicon, const struct body *body, const char *id)
{
	const struct state *state = body && body->workflow ? workflow_state(body->workflow, id) : NULL;
	for (guint i = 0; !state && i < lexicon->board->workflows->len; i++)
		state = workflow_state(lexicon->board->workflows->pdata[i], id);
	return state;
}

/* The label of a word that is no term of a vocabulary: a state of a workflow or a body. */
static const char *other_label(struct lexicon *lexicon, enum word_list list, const char *text, int body, const char *lang)
{
	const struct labels *labels = NULL;
	if (list == WORDS_STATE) {
		const struct state *state = find_state(lexicon, lexicon_body(lexicon, body), text);
		labels = state ? &state->label : NULL;
	} else if (list == WORDS_BODY) {
		const struct body *named = board_body(lexicon->board, text);
		labels = named ? &named->name : NULL;
	}
	const char *label = labels ? labels_get(labels, lang) : NULL;
	return label && *label ? label : text;
}

static const char *term_label(const struct term *term, const char *text, const char *lang)
{
	const char *label = labels_get(&term->label, lang);
	return label && *label ? label : text;
}

const char *lexicon_label(struct lexicon *lexicon, int word, int body, const char *lang)
{
	if (!word_known(lexicon, word))
		return NULL;
	const char *text = word_store_text(lexicon->store, word);
	const struct term *term = sense_of(lexicon, word, body)->term;
	return term ? term_label(term, text, lang) : other_label(lexicon, word_store_list(lexicon->store, word), text, body, lang);
}

const char *lexicon_group_label(struct lexicon *lexicon, int group, const char *lang)
{
	if (group <= 0)
		return NULL;
	const struct group *known = &g_array_index(lexicon->groups, struct group, group);
	return known->term ? term_label(known->term, known->text, lang) : other_label(lexicon, known->list, known->text, 0, lang);
}

/* --- what a filter value means --- */

static bool begins(const char *text, const char *value)
{
	g_autofree char *folded = text_fold(text);
	return g_str_has_prefix(folded, value);
}

static bool labels_begin(const struct labels *labels, const char *value)
{
	for (unsigned i = 0; i < labels->n; i++)
		if (begins(labels->v[i].text, value))
			return true;
	return false;
}

static bool labels_equal(const struct labels *labels, const char *value)
{
	for (unsigned i = 0; i < labels->n; i++) {
		g_autofree char *folded = text_fold(labels->v[i].text);
		if (strcmp(folded, value) == 0)
			return true;
	}
	return false;
}

static const struct labels *word_labels(struct lexicon *lexicon, enum word_list list, int word)
{
	const char *text = word_store_text(lexicon->store, word);
	if (list == WORDS_STATE) {
		const struct state *state = find_state(lexicon, NULL, text);
		return state ? &state->label : NULL;
	}
	const struct body *body = list == WORDS_BODY ? board_body(lexicon->board, text) : NULL;
	return body ? &body->name : NULL;
}

static bool word_begins(struct lexicon *lexicon, enum word_list list, int body, int word, const char *value)
{
	if (g_str_has_prefix(lexicon->folded[word], value))
		return true;
	const struct term *term = lexicon_term(lexicon, word, body);
	const struct labels *labels = word_labels(lexicon, list, word);
	if (labels && labels_begin(labels, value))
		return true;
	if (!term)
		return false;
	for (char **alias = term->aliases; *alias; alias++)
		if (begins(*alias, value))
			return true;
	return begins(term->id, value) || labels_begin(&term->label, value);
}

static bool word_equals(struct lexicon *lexicon, enum word_list list, int body, int word, const char *value, const struct term *meant)
{
	const struct labels *labels = word_labels(lexicon, list, word);
	return (meant && lexicon_term(lexicon, word, body) == meant) || (labels && labels_equal(labels, value)) ||
		(strcmp(lexicon->folded[word], value) == 0 && (!meant || !lexicon_term(lexicon, word, body)));
}

static void match_value(struct lexicon *lexicon, enum word_list list, int body, const char *value, guint8 *wanted)
{
	const struct term *meant = find_term(lexicon, list, body, value);
	bool equal = meant != NULL;
	for (int pass = 0; pass < 2; pass++) {
		for (int word = 1; word < lexicon->limit; word++) {
			if (word_store_list(lexicon->store, word) != list || !fold_of(lexicon, word))
				continue;
			bool yes = pass ? word_begins(lexicon, list, body, word, value) : word_equals(lexicon, list, body, word, value, meant);
			wanted[word] |= yes;
			equal |= yes;
		}
		if (equal)
			break;
	}
}

void lexicon_match(struct lexicon *lexicon, enum word_list list, int body, const char *const *values, guint8 *wanted)
{
	for (; *values; values++)
		match_value(lexicon, list, body, *values, wanted);
}

/* True when a word of text begins with the value (or, for a phrase, the value stands at a word's beginning). */
static bool has_word(const char *text, const char *value)
{
	for (const char *at = text; (at = strstr(at, value)); at++)
		if (at == text || !g_unichar_isalnum(g_utf8_get_char(g_utf8_find_prev_char(text, at))))
			return true;
	return false;
}

static bool has_words(const char *text, const char *const *words, bool phrase)
{
	g_autofree char *folded = text_fold(text);
	if (phrase) {
		g_autofree char *joined = g_strjoinv(" ", (char **) words);
		return has_word(folded, joined);
	}
	for (; *words; words++)
		if (!has_word(folded, *words))
			return false;
	return true;
}

void lexicon_match_text(struct lexicon *lexicon, enum word_list list, const char *const *words, bool phrase, guint8 *wanted)
{
	for (int word = 1; word < lexicon->limit; word++) {
		if (word_store_list(lexicon->store, word) != list || !fold_of(lexicon, word))
			continue;
		const struct term *term = lexicon_term(lexicon, word, 0);
		bool yes = has_words(lexicon->folded[word], words, phrase);
		for (unsigned i = 0; !yes && term && i < term->label.n; i++)
			yes = has_words(term->label.v[i].text, words, phrase);
		wanted[word] |= yes;
	}
}
