#include "cli/demo_csv.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
#include "base/error.h"
#include "base/i18n.h"
#include "cli/cli.h"
#include "exchange/csv.h"

#define WRITE_ROW(out, ...) do { \
		const char *const fields[] = { __VA_ARGS__ }; \
		csv_write_row(out, fields, G_N_ELEMENTS(fields), true); \
	} while (0)

static bool fail_file(const char *path, int reason, GError **error)
{
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s could not be written: %s"), path, g_strerror(reason));
	return false;
}

/* A file that is not there yet; never through a link. */
static FILE *create(const char *folder, const char *name, char **path, GError **error)
{
	*path = g_build_filename(folder, name, NULL);
	int fd = open(*path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
	FILE *out = fd >= 0 ? fdopen(fd, "w") : NULL;
	if (!out)
		fail_file(*path, errno, error);
	return out;
}

static bool finish(FILE *out, const char *path, GError **error)
{
	bool good = fflush(out) == 0 && !ferror(out);
	int reason = errno;
	if (fclose(out) == 0 && good)
		return true;
	unlink(path);
	return fail_file(path, reason, error);
}

static const char *age_text(int age, char buf[16])
{
	if (age < 0)
		return NULL;
	g_snprintf(buf, 16, "%d", age);
	return buf;
}

static void write_case(FILE *out, const struct demo_case *made)
{
	const struct case_record *record = &made->record;
	char received[DAY_ISO_SIZE], occurred[DAY_ISO_SIZE], closed[DAY_ISO_SIZE], age[16];
	day_iso(record->received, received);
	day_iso(record->occurred, occurred);
	day_iso(record->closed, closed);
	for (unsigned i = 0; i < made->allegations; i++) {
		const struct allegation_record *allegation = &made->allegation[i];
		const char *final = allegation->finding[STAGE_FINAL];
		/* An open case says so in its last column, by which the import knows it. */
		if (!final && record->open)
			final = "pending";
		WRITE_ROW(out, record->number, received, occurred, closed, record->kind, record->district, record->channel,
			record->class, record->summary, made->complainant.race, made->complainant.sex, age_text(made->complainant.age, age),
			allegation->key, allegation->class, allegation->detail, allegation->officer.ref, allegation->officer.race,
			allegation->officer.sex, allegation->finding[STAGE_INVESTIGATOR], allegation->finding[STAGE_BOARD],
			allegation->finding[STAGE_CHIEF], final, allegation->discipline);
	}
}

static bool write_cases(const char *folder, const struct demo *demo, const struct demo_options *options, GError **error)
{
	g_autofree char *path = NULL;
	FILE *out = create(folder, "cases.csv", &path, error);
	if (!out)
		return false;
	struct cli_progress progress = cli_progress_start(_("cases"));
	WRITE_ROW(out, "case", "received", "occurred", "closed", "kind", "district", "channel", "case_class", "summary",
		"complainant_race", "complainant_sex", "complainant_age", "allegation", "class", "detail", "officer", "officer_race", "officer_sex",
		"finding_investigator", "finding_board", "finding_chief", "finding_final", "discipline");
	bool going = true;
	for (gint64 i = 0; i < options->cases && going && !ferror(out); i++) {
		struct demo_case made;
		demo_case_make(demo, i, &made);
		write_case(out, &made);
		demo_case_clear(&made);
		going = i % 4096 || cli_progress_step(i, options->cases, &progress);
	}
	cli_progress_end(&progress);
	if (!finish(out, path, error))
		return false;
	if (!going) {
		unlink(path);
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_INTERRUPTED, _("interrupted; %s was not written"), path);
	}
	return going;
}

static bool write_force(const char *folder, const struct demo *demo, GError **error)
{
	g_autofree char *path = NULL;
	FILE *out = create(folder, "force.csv", &path, error);
	if (!out)
		return false;
	WRITE_ROW(out, "file", "occurred", "district", "type", "level", "status", "disposition", "officer", "person_race",
		"person_sex", "person_age", "person_injured", "officer_injured");
	for (gint64 i = 0; i < demo_force_count(demo) && !ferror(out); i++) {
		struct force_record record;
		char occurred[DAY_ISO_SIZE], age[16];
		demo_force_make(demo, i, &record);
		WRITE_ROW(out, record.number, day_iso(record.occurred, occurred), record.district, record.type, record.level,
			record.status, record.disposition, record.officer.ref, record.subject.race, record.subject.sex,
			age_text(record.subject.age, age), record.subject_injured ? "yes" : "no",
			record.officer_injured ? "yes" : "no");
		force_record_clear(&record);
	}
	return finish(out, path, error);
}

bool demo_csv_write(const char *folder, const struct demo_options *options, GError **error)
{
	g_autoptr(demo_t) demo = demo_new(options);
	if (g_mkdir_with_parents(folder, 0777) != 0)
		return fail_file(folder, errno, error);
	return write_cases(folder, demo, options, error) && write_force(folder, demo, error);
}
