/* Values to records: what one row of each kind of file becomes. */
#include <string.h>
#include "action/import_private.h"
#include "base/i18n.h"
#include "base/text.h"
#include "store/case_store.h"
#include "store/force_store.h"
#include "store/raw_store.h"

/* The words of a case: where they come from and where they go. */
static const struct { enum map_field field; size_t at; } case_words[CASE_WORDS] = {
	[CASE_WORD_DISTRICT] = { MAP_DISTRICT, offsetof(struct case_record, district) },
	[CASE_WORD_CHANNEL] = { MAP_CHANNEL, offsetof(struct case_record, channel) },
	[CASE_WORD_SOURCE] = { MAP_SOURCE, offsetof(struct case_record, source) },
	[CASE_WORD_KIND] = { MAP_KIND, offsetof(struct case_record, kind) },
	[CASE_WORD_PRIVACY] = { MAP_PRIVACY, offsetof(struct case_record, privacy) },
	[CASE_WORD_CLASS] = { MAP_CASE_CLASS, offsetof(struct case_record, class) },
};

/* The row at work with all its values looked up. */
struct work {
	struct import *import;
	struct import_file *file;
	const struct csv_row *row;
	const struct value *value[MAP_FIELDS];
	id_t64 raw;
	int copy;
	bool pending;
};

static char *text_of(const struct work *work, enum map_field field)
{
	return work->value[field] ? work->value[field]->text : NULL;
}

static int age_of(const struct work *work, enum map_field field)
{
	return work->value[field] && work->value[field]->text ? work->value[field]->number : -1;
}

static bool flag_of(const struct work *work, enum map_field field)
{
	return work->value[field] && work->value[field]->number == 1;
}

static day_t day_of(const struct work *work, enum map_field field)
{
	return work->value[field] ? work->value[field]->day : DAY_UNKNOWN;
}

static bool read_values(struct work *work, GError **error)
{
	for (unsigned i = 0; i < work->file->n_columns; i++) {
		struct column *column = &work->file->columns[i];
		if (column->field != MAP_NUMBER && !import_value(work->file, column, work->row, &work->value[column->field], error))
			return false;
	}
	static const enum map_field findings[] = { MAP_FINDING_INVESTIGATOR, MAP_FINDING_BOARD, MAP_FINDING_CHIEF, MAP_FINDING_FINAL };
	for (unsigned i = 0; i < G_N_ELEMENTS(findings); i++)
		work->pending |= work->value[findings[i]] && work->value[findings[i]]->pending;
	return true;
}

/* --- cases --- */

/* A row that says something else than the first row of its case: told, and the first stays. */
static void note_difference(struct work *work, enum map_field field)
{
	struct column *column = work->file->by_field[field];
	g_autofree char *heading = text_clean(work->file->headings[column->at], -1, TEXT_CLEAN_LINE);
	if (!column->differs)
		column->differs = import_reason_get(work->import,
			_("%s: differs from an earlier row of the same case; the case keeps the first, this stays in its raw row"), heading);
	import_reason_note(work->import, column->differs, work->row->field[column->at]);
}

/* Compares the row's words with those the case has; true when the row knows one that the case lacks. */
static bool merge_words(struct work *work, struct case_slot *slot)
{
	bool more = false;
	for (int i = 0; i < CASE_WORDS; i++) {
		const struct value *value = work->value[case_words[i].field];
		int id = value ? value->id : 0;
		if (id == 0 || slot->word[i] == id)
			continue;
		if (slot->word[i] != 0)
			note_difference(work, case_words[i].field);
		else
			more = true;
		slot->word[i] = slot->word[i] ? slot->word[i] : id;
	}
	return more;
}

static bool merge_day(struct work *work, day_t *old, day_t new, enum map_field field)
{
	if (new == DAY_UNKNOWN || *old == new)
		return false;
	if (*old != DAY_UNKNOWN) {
		note_difference(work, field);
		return false;
	}
	*old = new;
	return true;
}

/* The case facts of the row. */
static bool case_facts(struct work *work, const struct case_slot *slot, struct case_record *facts, GError **error)
{
	*facts = (struct case_record) { .received = day_of(work, MAP_RECEIVED), .occurred = day_of(work, MAP_OCCURRED),
		.closed = day_of(work, MAP_CLOSED), .due = DAY_UNKNOWN, .summary = text_of(work, MAP_SUMMARY), .raw = work->raw,
		.priority = PRIORITY_NOT_GIVEN };
	for (int i = 0; i < CASE_WORDS; i++)
		*(char **) ((char *) facts + case_words[i].at) = text_of(work, case_words[i].field);
	if (!facts->class && !work->import->gives_case_class)
		facts->class = text_of(work, MAP_CLASS);
	if (work->value[MAP_PRIORITY] && work->value[MAP_PRIORITY]->text)
		facts->priority = work->value[MAP_PRIORITY]->number;
	day_t received = facts->received != DAY_UNKNOWN ? facts->received : slot->received;
	if (facts->closed == DAY_UNKNOWN || received == DAY_UNKNOWN || facts->closed >= received)
		return true;
	struct column *column = work->file->by_field[MAP_CLOSED];
	facts->closed = DAY_UNKNOWN;
	g_autofree char *heading = text_clean(work->file->headings[column->at], -1, TEXT_CLEAN_LINE);
	return import_reason_count(work->import, import_reason_get(work->import,
		_("%s: closed before it was received; stored as unknown"), heading), work->row->field[column->at], error);
}

static bool insert_case(struct work *work, struct case_slot *slot, struct case_record *facts, GError **error)
{
	slot->received = facts->received;
	slot->occurred = facts->occurred;
	slot->closed = facts->closed;
	slot->summary = facts->summary != NULL;
	slot->priority = facts->priority != PRIORITY_NOT_GIVEN;
	facts->priority = slot->priority ? facts->priority : 0;
	for (int i = 0; i < CASE_WORDS; i++)
		slot->word[i] = work->value[case_words[i].field] ? work->value[case_words[i].field]->id : 0;
	if (!slot->word[CASE_WORD_CLASS] && facts->class)
		slot->word[CASE_WORD_CLASS] = -1;    /* taken from its first allegation */
	if (!facts->kind)
		facts->kind = (char *) "complaint";
	return import_case_insert(work->import, slot, facts, error);
}

static bool merge_case(struct work *work, struct case_slot *slot, const struct case_record *facts, GError **error)
{
	bool more = merge_words(work, slot);
	more |= merge_day(work, &slot->received, facts->received, MAP_RECEIVED);
	more |= merge_day(work, &slot->occurred, facts->occurred, MAP_OCCURRED);
	more |= merge_day(work, &slot->closed, facts->closed, MAP_CLOSED);
	if ((facts->summary && !slot->summary) || (facts->priority != PRIORITY_NOT_GIVEN && !slot->priority)) {
		slot->summary |= facts->summary != NULL;
		slot->priority |= facts->priority != PRIORITY_NOT_GIVEN;
		more = true;
	}
	if (facts->class && !slot->word[CASE_WORD_CLASS]) {
		slot->word[CASE_WORD_CLASS] = -1;
		more = true;
	}
	return !more || import_case_refresh(work->import, slot, facts, true, error);
}

static guint64 mix(guint64 hash, guint64 with)
{
	hash = (hash ^ with) * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);
	return hash ^ hash >> 29;
}

/* Each combination of race, sex and age in the rows of a case is one complainant. */
static bool add_complainant(struct work *work, const struct case_slot *slot, GError **error)
{
	struct person_record person = { .role = (char *) "complainant", .race = text_of(work, MAP_PERSON_RACE),
		.sex = text_of(work, MAP_PERSON_SEX), .age = age_of(work, MAP_PERSON_AGE) };
	if (!person.race && !person.sex && person.age < 0)
		return true;
	guint64 hash = mix(mix((guint64) slot->id, work->value[MAP_PERSON_RACE] ? (guint64) work->value[MAP_PERSON_RACE]->id : 0),
		work->value[MAP_PERSON_SEX] ? (guint64) work->value[MAP_PERSON_SEX]->id : 0);
	if (seen_add(work->import->persons, mix(hash, (guint64) (person.age + 2))) > 0)
		return true;
	work->import->report->persons_new++;
	return case_store_add_person(work->import->store, slot->id, &person, error);
}

/* Does the row say when the case was closed? told: even when the date is bad. */
static bool look_closed(struct import_file *file, const struct csv_row *row, bool *told)
{
	struct column *column = file->by_field[MAP_CLOSED];
	bool there = column && column->at < row->n && column->at < file->trusted;
	*told = there && import_look_up(file, column, row)->text != NULL;
	return there;
}

/* The case of the row: made, completed or, when it was there before the import, brought up to date. */
static struct case_slot *put_case(struct work *work, const char *number, GError **error)
{
	struct import *import = work->import;
	bool fresh = false;
	struct case_slot *slot = import_case_find(import, number, &fresh, error);
	if (!slot)
		return NULL;
	if (fresh && work->file->index > 0 && !import_reason_count(import, import_reason_get(import,
		_("a case number that the first file does not have; a case was made from the row")), number, error))
		return NULL;
	slot->joined |= work->file->index > 0;
	slot->pending |= work->pending;
	slot->closed_given |= text_of(work, MAP_CLOSED) != NULL;
	struct case_record facts;
	if (!case_facts(work, slot, &facts, error))
		return NULL;
	slot->changed |= slot->known;
	bool told, there = look_closed(work->file, work->row, &told);
	slot->told_now |= told;
	slot->blank_now |= there && !told && work->file->map->rows == MAP_ROWS_CASES;
	bool ok = fresh ? insert_case(work, slot, &facts, error)
		: slot->known ? import_case_refresh(import, slot, &facts, false, error) : merge_case(work, slot, &facts, error);
	return ok && (slot->known || add_complainant(work, slot, error)) ? slot : NULL;
}

/* --- allegations --- */

static bool has_allegation(const struct work *work)
{
	static const enum map_field fields[] = { MAP_ALLEGATION_KEY, MAP_CLASS, MAP_DETAIL, MAP_FINDING_INVESTIGATOR, MAP_FINDING_BOARD,
		MAP_FINDING_CHIEF, MAP_FINDING_FINAL, MAP_DISCIPLINE, MAP_CLOSURE, MAP_OFFICER, MAP_OFFICER_RACE, MAP_OFFICER_SEX, MAP_OFFICER_UNIT };
	if (work->file->map->rows == MAP_ROWS_ALLEGATIONS)
		return true;
	for (unsigned i = 0; i < G_N_ELEMENTS(fields); i++)
		if (text_of(work, fields[i]))
			return true;
	return false;
}

static struct person_record officer_of(const struct work *work)
{
	struct person_record officer = { .role = (char *) "officer", .ref = text_of(work, MAP_OFFICER), .race = text_of(work, MAP_OFFICER_RACE),
		.sex = text_of(work, MAP_OFFICER_SEX), .unit = text_of(work, MAP_OFFICER_UNIT), .age = age_of(work, MAP_OFFICER_AGE) };
	if (!officer.ref && !officer.race && !officer.sex && !officer.unit && officer.age < 0)
		officer.role = NULL;
	return officer;
}

static bool put_allegation(struct work *work, const struct case_slot *slot, GError **error)
{
	struct allegation_record allegation = {
		.case_id = slot->id, .key = text_of(work, MAP_ALLEGATION_KEY), .class = text_of(work, MAP_CLASS), .detail = text_of(work, MAP_DETAIL),
		.finding = { [STAGE_INVESTIGATOR] = text_of(work, MAP_FINDING_INVESTIGATOR), [STAGE_BOARD] = text_of(work, MAP_FINDING_BOARD),
			[STAGE_CHIEF] = text_of(work, MAP_FINDING_CHIEF), [STAGE_FINAL] = text_of(work, MAP_FINDING_FINAL) },
		.discipline = text_of(work, MAP_DISCIPLINE), .closure = text_of(work, MAP_CLOSURE), .officer = officer_of(work),
		.copy = work->copy, .raw = work->raw,
	};
	if (slot->known) {
		import_defer(work->import, &allegation);
		return true;
	}
	work->import->report->allegations_new++;
	return case_store_add_allegation(work->import->store, &allegation, error);
}

/* --- force --- */

static bool put_force(struct work *work, const char *number, GError **error)
{
	struct import *import = work->import;
	struct force_record force = {
		.number = (char *) number, .body = import->body->id, .district = text_of(work, MAP_DISTRICT), .type = text_of(work, MAP_FORCE_TYPE),
		.level = text_of(work, MAP_FORCE_LEVEL), .status = text_of(work, MAP_FORCE_STATUS), .disposition = text_of(work, MAP_DISPOSITION),
		.occurred = day_of(work, MAP_OCCURRED), .officer = officer_of(work),
		.subject = { .role = (char *) "subject", .race = text_of(work, MAP_PERSON_RACE), .sex = text_of(work, MAP_PERSON_SEX),
			.age = age_of(work, MAP_PERSON_AGE) },
		.subject_injured = flag_of(work, MAP_PERSON_INJURED), .officer_injured = flag_of(work, MAP_OFFICER_INJURED),
		.copy = work->copy, .raw = work->raw,
	};
	import->report->force_new++;
	import->report->force_pending += work->value[MAP_DISPOSITION] && work->value[MAP_DISPOSITION]->pending;
	if (!g_hash_table_contains(import->force_numbers, number))
		g_hash_table_add(import->force_numbers, g_strdup(number));
	return force_store_insert(import->store, &force, error);
}

/* --- one row --- */

static bool same_text(const char *bytes, const char *text)
{
	if (strcmp(bytes, text) == 0)
		return true;
	g_autofree char *a = text_fold(bytes), *b = text_fold(text);
	return strcmp(a, b) == 0;
}

static bool is_heading_again(const struct import_file *file, const struct csv_row *row)
{
	if (row->n != file->n_headings || g_ascii_tolower(row->field[0][0]) != g_ascii_tolower(file->headings[0][0])
		|| g_ascii_strcasecmp(row->field[0], file->headings[0]) != 0)
		return false;
	for (unsigned i = 0; i < row->n; i++)
		if (!same_text(row->field[i], file->headings[i]))
			return false;
	return true;
}

static const char *field_under(const struct import_file *file, const struct csv_row *row, const char *heading)
{
	for (unsigned i = 0; i < file->n_headings && i < row->n; i++)
		if (same_text(file->headings[i], heading))
			return row->field[i];
	return NULL;
}

static bool is_skipped(const struct import_file *file, const struct csv_row *row)
{
	for (guint i = 0; i < file->map->skip->len; i++) {
		char **pair = file->map->skip->pdata[i];
		bool all = pair[0] != NULL;
		for (; all && pair[0] && pair[1]; pair += 2) {
			const char *field = field_under(file, row, pair[0]);
			all = field && same_text(field, pair[1]);
		}
		if (all)
			return true;
	}
	return false;
}

/* Rows that are longer or shorter than the heading line. Returns false with an error when strict. */
static bool check_length(struct import_file *file, const struct csv_row *row, GError **error)
{
	struct import *import = file->import;
	if (row->n == file->n_headings)
		return true;
	g_autofree char *fields = g_strdup_printf(_("%u fields"), row->n);
	if (row->n < file->n_headings)
		return import_reason_count(import, import_reason_get(import,
			_("a row has fewer fields than the %u headings; the missing ones are unknown"), file->n_headings), fields, error);
	bool blank = true;
	for (unsigned i = file->n_headings; i < row->n; i++)
		blank &= row->length[i] == 0;
	if (blank)
		return true;    /* commas at the end, as spreadsheets leave them */
	file->trusted = 0;
	return import_reason_count(import, import_reason_get(import,
		_("a row has more fields than the %u headings; only what is certain was read"), file->n_headings), fields, error);
}

/* A value that `only` does not allow: the row is shifted somewhere behind the last checked column that fits. */
static bool check_shift(struct import_file *file, const struct csv_row *row, GError **error)
{
	unsigned wrong = UINT_MAX, good = 0;
	for (unsigned i = 0; i < file->n_columns; i++) {
		struct column *column = &file->columns[i];
		if (!column->map->allowed || column->at >= row->n)
			continue;
		const struct value *value = import_look_up(file, column, row);
		if (!value->allowed)
			wrong = MIN(wrong, column->at);
	}
	if (wrong == UINT_MAX && file->trusted == UINT_MAX)
		return true;
	for (unsigned i = 0; i < file->n_columns; i++)
		if (file->columns[i].map->allowed && file->columns[i].at < wrong && file->columns[i].at < row->n
			&& import_look_up(file, &file->columns[i], row)->allowed)
			good = MAX(good, file->columns[i].at + 1);
	file->trusted = good;
	if (wrong == UINT_MAX)
		return true;
	g_autofree char *heading = text_clean(file->headings[wrong], -1, TEXT_CLEAN_LINE);
	return import_reason_count(file->import, import_reason_get(file->import,
		_("%s: a shifted row, for this value cannot stand here; only what is certain was read"),
		heading), row->field[wrong], error);
}

static const struct value *number_of(struct import_file *file, const struct csv_row *row)
{
	struct column *column = file->by_field[MAP_NUMBER];
	return column->at < row->n ? import_look_up(file, column, row) : &file->blank;
}

/* Rows of an earlier import are counted and not stored again; exact repetitions in one file get a copy number. */
static bool store_raw(struct work *work, bool *known, GError **error)
{
	struct import *import = work->import;
	const struct csv_row *row = work->row;
	gint64 hash = raw_hash(row->field, row->length, row->n);
	guint before = seen_add(work->file->seen, (guint64) hash);
	gint64 stored = import->has_older ? raw_store_known(import->store, import->map->id, hash, error) : 0;
	if (stored < 0)
		return false;
	*known = stored > (gint64) before;
	if (*known) {
		import->report->rows_known++;
		return true;
	}
	work->copy = (int) before;
	if (before > 0) {
		import->report->duplicates++;
		import_reason_note(import, import_reason_get(import, _("an exact repetition of an earlier row; kept and marked as a copy")), NULL);
	}
	work->file->stored++;
	return raw_store_add(import->store, work->file->source, row->number, row->field, row->length, row->n, hash, &work->raw, error);
}

static bool put_row(struct work *work, const char *number, GError **error)
{
	if (work->file->map->rows == MAP_ROWS_FORCE)
		return put_force(work, number, error);
	const struct case_slot *slot = put_case(work, number, error);
	return slot && (!has_allegation(work) || put_allegation(work, slot, error));
}

static bool known_row(struct import *import, struct import_file *file, const struct csv_row *row, const char *number, GError **error)
{
	bool fresh = false;
	if (file->map->rows == MAP_ROWS_FORCE)
		return true;
	struct case_slot *slot = import_case_find(import, number, &fresh, error);
	if (!slot)
		return false;
	bool told;
	file->trusted = UINT_MAX;
	look_closed(file, row, &told);
	slot->told_now |= told;
	slot->joined |= file->index > 0;
	return true;
}

bool import_row(struct import_file *file, const struct csv_row *row, GError **error)
{
	struct import *import = file->import;
	import->report->rows++;
	if (is_heading_again(file, row)) {
		import->report->skipped++;
		return import_reason_count(import, import_reason_get(import, _("the heading line again; skipped")), NULL, error);
	}
	if (is_skipped(file, row)) {
		import->report->skipped++;
		import_reason_note(import, import_reason_get(import, _("a row that the map says to skip")), NULL);
		return true;
	}
	struct work work = { .import = import, .file = file, .row = row };
	bool known = false;
	if (!store_raw(&work, &known, error))
		return false;
	const struct value *number = number_of(file, row);
	if (known)
		return !number->text || known_row(import, file, row, number->text, error);
	if (!number->text)
		return import_reason_count(import, import_reason_get(import, _("a row without case number; kept as a raw row only")), NULL, error);
	file->trusted = UINT_MAX;
	return check_length(file, row, error) && check_shift(file, row, error) && read_values(&work, error) && put_row(&work, number->text, error);
}
