#include "model/case_clause.h"
#include "model/disagreements.h"
#include <string.h>

#define SLICE (64 * 1024)     /* rows between looks at the clock; a multiple of 64 */
#define TERMS_MOST 64         /* words of the search index with one beginning that are looked up one by one */

/* What a clause asks of the columns of cases, of those of allegations, and of the text search; a clause may ask several. */
struct case_clause {
	struct case_index *index;
	struct case_table *table;     /* reference */
	struct filter_clause clause;
	guint64 *bits;
	guint8 *wanted;               /* by word id, for word columns; NULL */
	GHashTable *wanted_of;        /* findings: body word -> guint8 * where bodies have own words; NULL */
	int words;                    /* word ids wanted has room for */
	guint32 row, said;            /* how far the columns are done */
	guint value;                  /* which of the text's alternatives is searched */
	GPtrArray *terms;             /* the words it means, where they are few; NULL */
	guint term;                   /* which of them is searched */
	bool terms_known;             /* that was asked */
	id_t64 after;                 /* its last id found */
	bool cases, allegations, text;     /* what is still to be asked */
	bool complete;
};

void filter_clause_copy(struct filter_clause *to, const struct filter_clause *from)
{
	*to = *from;
	to->values = g_strdupv(from->values);
}

void filter_clause_clear(struct filter_clause *clause)
{
	g_strfreev(clause->values);
	clause->values = NULL;
}

static enum word_list word_list_of(enum case_field field)
{
	switch (field) {
	case CASE_FIELD_CLASS:
	case CASE_FIELD_MAIN: return WORDS_CLASS;
	case CASE_FIELD_DISTRICT: return WORDS_DISTRICT;
	case CASE_FIELD_STATE: return WORDS_STATE;
	case CASE_FIELD_KIND: return WORDS_KIND;
	case CASE_FIELD_CHANNEL: return WORDS_CHANNEL;
	case CASE_FIELD_SOURCE: return WORDS_SOURCE;
	case CASE_FIELD_BODY: return WORDS_BODY;
	case CASE_FIELD_DETAIL: return WORDS_DETAIL;
	default: return WORDS_FINDING;
	}
}

static int words_now(const struct case_clause *answer)
{
	return MAX(lexicon_limit(case_index_lexicon(answer->index)), answer->table->word_limit);
}

static guint8 *new_wanted(const struct case_clause *answer)
{
	return g_new0(guint8, words_now(answer) + 1);
}

/* Numbers, summaries and details stand in the search index; classes are matched here, by their labels too. */
static void plan_text(struct case_clause *answer)
{
	struct lexicon *lexicon = case_index_lexicon(answer->index);
	int limit = words_now(answer);
	answer->wanted = new_wanted(answer);
	for (char **value = answer->clause.values; *value; value++) {
		g_auto(GStrv) words = g_strsplit(*value, " ", -1);
		lexicon_match_text(lexicon, WORDS_CLASS, (const char *const *) words, answer->clause.phrase, answer->wanted);
	}
	answer->cases = answer->allegations = memchr(answer->wanted, 1, limit) != NULL;
	answer->text = true;
}

static void plan(struct case_clause *answer)
{
	enum case_field field = answer->clause.field;
	if (field == CASE_FIELD_TEXT) {
		plan_text(answer);
		return;
	}
	enum field_type type = case_field_info(field)->type;
	bool finding = field >= CASE_FIELD_FINDING && field <= CASE_FIELD_FINDING_FINAL;
	answer->allegations = finding || field == CASE_FIELD_CLASS || field == CASE_FIELD_DETAIL || field == CASE_FIELD_DISAGREES;
	answer->cases = !answer->allegations || field == CASE_FIELD_CLASS;
	if (type != FIELD_WORD)
		return;
	answer->wanted = new_wanted(answer);
	lexicon_match(case_index_lexicon(answer->index), word_list_of(field), 0, (const char *const *) answer->clause.values, answer->wanted);
	if (finding)
		answer->wanted_of = g_hash_table_new_full(NULL, NULL, NULL, g_free);
}

char *case_clause_unknown(struct case_index *index, const struct filter_clause *clause)
{
	struct lexicon *lexicon = case_index_lexicon(index);
	const struct case_field_info *info = case_field_info(clause->field);
	if (info->type != FIELD_WORD || clause->negated || word_list_of(clause->field) == WORDS_FINDING)
		return NULL;
	for (char **value = clause->values; *value; value++) {
		bool whether_open = clause->field == CASE_FIELD_STATE && (!strcmp(*value, "open") || !strcmp(*value, "closed"));
		g_autofree guint8 *wanted = g_new0(guint8, lexicon_limit(lexicon) + 1);
		lexicon_match(lexicon, word_list_of(clause->field), 0, (const char *const[]) { *value, NULL }, wanted);
		if (!whether_open && !memchr(wanted, 1, lexicon_limit(lexicon)))
			return g_strdup_printf("%s:%s", info->key, *value);
	}
	return NULL;
}

struct case_clause *case_clause_new(struct case_index *index, const struct filter_clause *clause)
{
	struct case_clause *answer = g_new0(struct case_clause, 1);
	answer->index = index;
	answer->table = case_table_ref(case_index_table(index));
	filter_clause_copy(&answer->clause, clause);
	answer->bits = g_new0(guint64, answer->table->n / 64 + 1);
	answer->words = words_now(answer);
	plan(answer);
	return answer;
}

void case_clause_free(struct case_clause *answer)
{
	case_table_unref(answer->table);
	filter_clause_clear(&answer->clause);
	g_free(answer->bits);
	g_free(answer->wanted);
	if (answer->wanted_of)
		g_hash_table_unref(answer->wanted_of);
	g_clear_pointer(&answer->terms, g_ptr_array_unref);
	g_free(answer);
}

bool case_clause_is(const struct case_clause *answer, const struct filter_clause *clause)
{
	struct filter_clause asked = *clause;
	asked.negated = answer->clause.negated;
	return filter_clause_equal(&answer->clause, &asked);
}

bool case_clause_complete(const struct case_clause *answer)
{
	return answer->complete;
}

const guint64 *case_clause_bits(const struct case_clause *answer)
{
	return answer->bits;
}

/* --- columns of cases: loops of one condition each over 64 rows a word, so that the compiler can make them fast --- */

#define EACH_WORD(answer, from, to, condition) \
	for (guint32 base = (from); base < (to); base += 64) { \
		guint64 word = 0; \
		guint32 most = MIN(64, (to) - base); \
		for (guint32 k = 0; k < most; k++) { \
			guint32 row = base + k; \
			word |= (guint64) ((condition) ? 1 : 0) << k; \
		} \
		(answer)->bits[base / 64] |= word; \
	}

static void scan_words(struct case_clause *answer, const int *column, guint32 from, guint32 to)
{
	const guint8 *wanted = answer->wanted;
	EACH_WORD(answer, from, to, wanted[column[row]])
}

static void scan_range(struct case_clause *answer, const gint32 *column, guint32 from, guint32 to)
{
	/* DAY_UNKNOWN is the lowest value there is and lies in no range. */
	gint32 low = (gint32) CLAMP(answer->clause.low, (gint64) G_MININT32 + 1, G_MAXINT32);
	gint32 high = (gint32) CLAMP(answer->clause.high, G_MININT32, G_MAXINT32);
	EACH_WORD(answer, from, to, (column[row] >= low) & (column[row] <= high))
}

static void scan_age(struct case_clause *answer, guint32 from, guint32 to)
{
	const struct case_table *table = answer->table;
	day_t today = case_index_today(answer->index);
	gint64 low = MAX(answer->clause.low, 0), high = answer->clause.high;
	for (guint32 row = from; row < to; row++) {
		int age = case_table_age(table, row, today);
		if (age >= low && age <= high)
			answer->bits[row / 64] |= G_GUINT64_CONSTANT(1) << (row % 64);
	}
}

static void scan_overdue(struct case_clause *answer, guint32 from, guint32 to)
{
	const struct case_table *table = answer->table;
	day_t today = case_index_today(answer->index);
	bool yes = answer->clause.low != 0;
	EACH_WORD(answer, from, to, case_table_overdue(table, row, today) == yes)
}

/* state:open and state:closed ask whether the case is open, whatever its state is called. */
static void scan_state(struct case_clause *answer, guint32 from, guint32 to)
{
	const struct case_table *table = answer->table;
	const guint8 *open = table->open;
	bool opens = g_strv_contains((const char *const *) answer->clause.values, "open");
	bool closes = g_strv_contains((const char *const *) answer->clause.values, "closed");
	const guint8 *wanted = answer->wanted;
	const int *column = table->word[CASE_STATE];
	guint only = !answer->clause.values[1];
	if (only && (opens || closes))
		EACH_WORD(answer, from, to, open[row] == opens)
	else
		EACH_WORD(answer, from, to, wanted[column[row]] || (opens && open[row]) || (closes && !open[row]))
}

static void scan_cases(struct case_clause *answer, guint32 from, guint32 to)
{
	const struct case_table *table = answer->table;
	switch (answer->clause.field) {
	case CASE_FIELD_NUMBER: break;
	case CASE_FIELD_AGE: scan_age(answer, from, to); break;
	case CASE_FIELD_OVERDUE: scan_overdue(answer, from, to); break;
	case CASE_FIELD_STATE: scan_state(answer, from, to); break;
	case CASE_FIELD_DUE: scan_range(answer, table->day[CASE_DUE], from, to); break;
	case CASE_FIELD_RECEIVED: scan_range(answer, table->day[CASE_RECEIVED], from, to); break;
	case CASE_FIELD_CLOSED: scan_range(answer, table->day[CASE_CLOSED], from, to); break;
	case CASE_FIELD_OCCURRED: scan_range(answer, table->day[CASE_OCCURRED], from, to); break;
	case CASE_FIELD_PRIORITY: scan_range(answer, table->priority, from, to); break;
	case CASE_FIELD_TEXT: scan_words(answer, table->word[CASE_CLASS], from, to); break;
	default: scan_words(answer, table->word[case_table_column(answer->clause.field)], from, to); break;
	}
}

/* Numbers are compared without regard to case, as values are folded. */
static void scan_numbers(struct case_clause *answer, guint32 from, guint32 to)
{
	for (guint32 row = from; row < to; row++) {
		const char *number = case_table_number(answer->table, row);
		for (char **value = answer->clause.values; *value; value++)
			if (g_ascii_strncasecmp(number, *value, strlen(*value)) == 0) {
				answer->bits[row / 64] |= G_GUINT64_CONSTANT(1) << (row % 64);
				break;
			}
	}
}

/* --- columns of allegations --- */

static const guint8 *wanted_for(struct case_clause *answer, int body)
{
	guint8 *wanted = g_hash_table_lookup(answer->wanted_of, GINT_TO_POINTER(body));
	if (!wanted) {
		struct lexicon *lexicon = case_index_lexicon(answer->index);
		wanted = new_wanted(answer);
		lexicon_match(lexicon, WORDS_FINDING, body, (const char *const *) answer->clause.values, wanted);
		g_hash_table_insert(answer->wanted_of, GINT_TO_POINTER(body), wanted);
	}
	return wanted;
}

static inline void set_case(struct case_clause *answer, guint32 said)
{
	guint32 row = answer->table->said_case[said];
	answer->bits[row / 64] |= G_GUINT64_CONSTANT(1) << (row % 64);
}

static void scan_said(struct case_clause *answer, int column, const guint8 *wanted, guint32 from, guint32 to)
{
	const int *word = answer->table->said_word[column];
	for (guint32 i = from; i < to; i++)
		if (wanted[word[i]])
			set_case(answer, i);
}

static void scan_finding(struct case_clause *answer, int first, int last, guint32 from, guint32 to)
{
	const struct case_table *table = answer->table;
	const guint8 *wanted = NULL;
	int body = -1;
	for (guint32 i = from; i < to; i++) {
		int of = table->word[CASE_BODY][table->said_case[i]];
		if (of != body)
			wanted = wanted_for(answer, body = of);
		for (int stage = first; stage <= last; stage++)
			if (wanted[table->said_word[SAID_FINDING + stage][i]])
				set_case(answer, i);
	}
}

static void scan_disagrees(struct case_clause *answer, guint32 from, guint32 to)
{
	struct disagreements compare = disagreements_of(answer->table, case_index_lexicon(answer->index));
	for (guint32 i = from; i < to; i++)
		if (disagreements_at(&compare, i))
			set_case(answer, i);
}

static void scan_allegations(struct case_clause *answer, guint32 from, guint32 to)
{
	enum case_field field = answer->clause.field;
	switch (field) {
	case CASE_FIELD_CLASS: scan_said(answer, SAID_CLASS, answer->wanted, from, to); break;
	case CASE_FIELD_DETAIL: scan_said(answer, SAID_DETAIL, answer->wanted, from, to); break;
	case CASE_FIELD_DISAGREES: scan_disagrees(answer, from, to); break;
	case CASE_FIELD_FINDING: scan_finding(answer, 0, STAGES - 1, from, to); break;
	case CASE_FIELD_TEXT: scan_said(answer, SAID_CLASS, answer->wanted, from, to); break;
	default: {
		int stage = (int) (field - CASE_FIELD_FINDING_INVESTIGATOR);
		scan_finding(answer, stage, stage, from, to);
	}
	}
}

/* --- the text search --- */

struct searching { struct case_clause *answer; guint64 *bits; id_t64 *after; gint64 begun, until; unsigned seen; bool stopped; };

/* Before its first row a search joins the rows of all words with that beginning, and would do so again in the next slice: having
 * paid that, it goes on for twice as long, so that slices together cost no more than half as much again. */
static void stretch(struct searching *searching)
{
	gint64 now = g_get_monotonic_time();
	searching->until = MAX(searching->until, now + 2 * (now - searching->begun));
}

static bool found(id_t64 id, void *data)
{
	struct searching *searching = data;
	struct case_clause *answer = searching->answer;
	guint32 row = case_table_row(answer->table, id);
	if (row != G_MAXUINT32)
		searching->bits[row / 64] |= G_GUINT64_CONSTANT(1) << (row % 64);
	*searching->after = id;
	if (!searching->seen)
		stretch(searching);
	if (++searching->seen % 1024 == 0 && g_get_monotonic_time() >= searching->until)
		searching->stopped = case_index_hurry(answer->index);
	return !searching->stopped;
}

/* Letters and digits alone are a word of the index or the beginning of some. One letter begins too many, and has an index of its
 * own. */
static bool find_terms(struct case_clause *answer, GError **error)
{
	const char *value = answer->clause.values[answer->value];
	const char *end = value;
	while (g_ascii_isalnum(*end))
		end++;
	answer->terms_known = true;
	g_clear_pointer(&answer->terms, g_ptr_array_unref);
	if (*end || end - value < 2)
		return true;
	answer->terms = g_ptr_array_new_with_free_func(g_free);
	if (!case_store_terms(case_index_store(answer->index), value, TERMS_MOST + 1, answer->terms, error))
		return false;
	if (answer->terms->len > TERMS_MOST)
		g_clear_pointer(&answer->terms, g_ptr_array_unref);
	answer->term = 0;
	return true;
}

/* Searches for one word, unless it is known already; false with an error. *stopped: it is not all found yet. */
static bool search_term(struct case_clause *answer, gint64 until, bool *stopped, GError **error)
{
	const char *word = answer->terms->pdata[answer->term];
	struct case_term *term = case_terms_get(case_index_terms(answer->index), word);
	struct searching searching = { .answer = answer, .bits = term->bits, .after = &term->after,
		.begun = g_get_monotonic_time(), .until = until };
	if (!term->complete && !case_store_search_term(case_index_store(answer->index), word, term->after, found, &searching, error))
		return false;
	*stopped = searching.stopped;
	if (*stopped)
		return true;
	term->complete = true;
	for (guint32 w = 0; w <= answer->table->n / 64; w++)
		answer->bits[w] |= term->bits[w];
	answer->term++;
	return true;
}

static void next_value(struct case_clause *answer)
{
	answer->after = 0;
	answer->terms_known = false;
	answer->text = answer->clause.values[++answer->value] != NULL;
}

static bool search_terms(struct case_clause *answer, gint64 until, GError **error)
{
	bool stopped = false;
	while (!stopped && answer->term < answer->terms->len) {
		if (!search_term(answer, until, &stopped, error))
			return false;
		if (g_get_monotonic_time() >= until && answer->term < answer->terms->len && case_index_hurry(answer->index))
			return true;
	}
	if (!stopped)
		next_value(answer);
	return true;
}

static bool search_slice(struct case_clause *answer, gint64 until, GError **error)
{
	if (!answer->terms_known && !find_terms(answer, error))
		return false;
	if (answer->terms)
		return search_terms(answer, until, error);
	struct searching searching = { .answer = answer, .bits = answer->bits, .after = &answer->after,
		.begun = g_get_monotonic_time(), .until = until };
	g_auto(GStrv) words = g_strsplit(answer->clause.values[answer->value], " ", -1);
	if (!case_store_search(case_index_store(answer->index), (const char *const *) words, answer->clause.phrase, answer->after,
			found, &searching, error))
		return false;
	if (searching.stopped)
		return true;
	next_value(answer);
	return true;
}

/* --- one step --- */

static void case_slice(struct case_clause *answer)
{
	guint32 to = MIN(answer->row + SLICE, answer->table->n);
	if (answer->clause.field == CASE_FIELD_NUMBER)
		scan_numbers(answer, answer->row, to);
	else
		scan_cases(answer, answer->row, to);
	answer->row = to;
	answer->cases = to < answer->table->n;
}

/* Allegations read after the clause was planned may bring words it does not know yet. */
static void know_new_words(struct case_clause *answer)
{
	lexicon_refresh(case_index_lexicon(answer->index));
	if (answer->words >= words_now(answer))
		return;
	bool cases = answer->cases, text = answer->text;
	answer->words = words_now(answer);
	g_clear_pointer(&answer->wanted, g_free);
	g_clear_pointer(&answer->wanted_of, g_hash_table_unref);
	plan(answer);
	answer->cases = cases;
	answer->text = text;
}

static void allegation_slice(struct case_clause *answer)
{
	if (!answer->said)
		know_new_words(answer);
	guint32 to = MIN(answer->said + SLICE, answer->table->said);
	scan_allegations(answer, answer->said, to);
	answer->said = to;
	answer->allegations = to < answer->table->said;
}

static void invert(struct case_clause *answer)
{
	for (guint32 i = 0; i <= answer->table->n / 64; i++)
		answer->bits[i] = ~answer->bits[i];
}

bool case_clause_step(struct case_clause *answer, gint64 until, GError **error)
{
	while (answer->cases || answer->allegations || answer->text) {
		if (answer->cases)
			case_slice(answer);
		else if (answer->text) {
			if (!search_slice(answer, until, error))
				return false;
		} else if (answer->table->done)
			allegation_slice(answer);
		else
			return false;
		if ((answer->cases || answer->allegations || answer->text) && g_get_monotonic_time() >= until)
			return false;
	}
	if (!answer->complete && answer->clause.field == CASE_FIELD_DISAGREES && !answer->clause.low)
		invert(answer);
	answer->complete = true;
	return true;
}
