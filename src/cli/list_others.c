/* Reports of force and imported files for `dais list`, and the table of all that can be listed. */
#include "cli/list.h"

#include "base/i18n.h"
#include "store/force_store.h"
#include "store/raw_store.h"

static const struct list_column force_columns[] = {
	BRIEF("number", N_("FILE")), BRIEF("occurred", N_("OCCURRED")), BRIEF("district", N_("DISTRICT")),
	BRIEF("type", N_("TYPE")), BRIEF("level", N_("LEVEL")), BRIEF("status", N_("STATUS")),
	BRIEF("disposition", N_("DISPOSITION")), EXTRA("body", N_("BODY")), EXTRA("subject_race", N_("RACE")),
	EXTRA("subject_sex", N_("SEX")), EXTRA_NUMBER("subject_age", N_("AGE")),
	EXTRA("subject_injured", N_("SUBJECT INJURED")), EXTRA("officer", N_("OFFICER")),
	EXTRA("officer_injured", N_("OFFICER INJURED")), EXTRA_NUMBER("copy", N_("COPY")), { .key = NULL },
};

static bool print_force(const struct force_record *record, void *data)
{
	struct lister *lister = data;
	char occurred[DAY_ISO_SIZE], age[16], copy[16];
	g_snprintf(age, sizeof age, "%d", record->subject.age);
	g_snprintf(copy, sizeof copy, "%d", record->copy);
	const char *const values[] = { record->number, record->occurred == DAY_UNKNOWN ? NULL : day_iso(record->occurred,
		occurred),
		list_word(lister, record->body, "district", record->district), list_word(lister, record->body, "force_type",
			record->type),
		list_word(lister, record->body, "force_level", record->level), record->status,
		list_word(lister, record->body, "finding", record->disposition), record->body, record->subject.race,
			record->subject.sex,
		record->subject.age >= 0 && record->subject.role ? age : NULL, record->subject_injured ? "yes" : "no",
			record->officer.ref,
		record->officer_injured ? "yes" : "no", copy };
	G_STATIC_ASSERT(G_N_ELEMENTS(values) == G_N_ELEMENTS(force_columns) - 1);
	return list_row(lister, force_columns, values);
}

bool list_force(struct lister *lister, GError **error)
{
	list_begin(lister, force_columns);
	return force_store_scan(lister->store, print_force, lister, error);
}

static const struct list_column source_columns[] = {
	BRIEF("file", N_("FILE")), BRIEF("map", N_("MAP")), BRIEF("imported", N_("IMPORTED")),
	BRIEF_NUMBER("rows", N_("ROWS")), EXTRA("sha256", N_("SHA-256")), { .key = NULL },
};

bool list_sources(struct lister *lister, GError **error)
{
	g_autoptr(GPtrArray) sources = raw_store_sources(lister->store, error);
	list_begin(lister, source_columns);
	for (unsigned i = 0; sources && i < sources->len; i++) {
		const struct source_record *source = sources->pdata[i];
		char day[DAY_ISO_SIZE], imported[32], rows[32];
		int minutes = instant_minutes(source->imported, lister->board->zone);
		g_snprintf(imported, sizeof imported, "%sT%02d:%02d", day_iso(instant_day(source->imported,
			lister->board->zone), day),
			minutes / 60, minutes % 60);
		g_snprintf(rows, sizeof rows, "%" G_GINT64_FORMAT, source->rows);
		const char *const values[] = { source->name, source->map, imported, rows, source->sha256 };
		G_STATIC_ASSERT(G_N_ELEMENTS(values) == G_N_ELEMENTS(source_columns) - 1);
		if (!list_row(lister, source_columns, values))
			break;
	}
	return sources != NULL;
}

const struct list_thing list_things[] = {
	{ .name = "cases", .none = N_("no cases found"), .filters = true, .print = list_cases },
	{ .name = "allegations", .none = N_("no allegations found"), .filters = true, .print = list_allegations },
	{ .name = "force", .none = N_("no reports of force found"), .print = list_force },
	{ .name = "sources", .none = N_("nothing was imported yet"), .print = list_sources },
	{ .name = "attendance", .none = N_("no meeting was recorded in that year"), .years = true, .print = list_attendance },
	{ .name = "seats", .none = N_("no seats found"), .days = true, .bodies = true, .print = list_seats },
	{ .name = "meetings", .none = N_("there are no meetings"), .print = list_meetings },
	{ .name = "docket", .none = N_("nothing is due for the board"), .bodies = true, .print = list_docket },
	{ .name = "recommendations", .none = N_("nothing was recommended yet"), .bodies = true, .print = list_recommendations },
	{ .name = NULL },
};
