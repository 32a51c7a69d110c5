/* What a good board and map become, and files that must not be read at all. */
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "config/config_file.h"
#include "domain/notice.h"

static char *source_file(const char *name)
{
	const char *top = g_getenv("top_srcdir");
	return g_build_filename(top == NULL ? "." : top, name, NULL);
}

static struct board *riverton(void)
{
	g_autofree char *path = source_file("fixtures/riverton.conf");
	g_autoptr(GPtrArray) faults = faults_new();
	struct board *board = board_file_load(path, faults);
	g_autofree char *text = faults_text(faults);
	g_assert_cmpstr(text, ==, "");
	g_assert_nonnull(board);
	return board;
}

static const struct seat *seat_of(const struct body *body, const char *id)
{
	for (guint i = 0; i < body->seats->len; i++)
		if (strcmp(((struct seat *) body->seats->pdata[i])->id, id) == 0)
			return body->seats->pdata[i];
	return NULL;
}

static void test_bodies(void)
{
	g_autoptr(board_t) board = riverton();
	const struct body *pob = board_body(board, "pob"), *harbour = board_body(board, "harbour");
	g_assert_true(harbour->parent == pob);
	g_assert_null(pob->parent);
	g_assert_cmpuint(seat_of(pob, "chair")->flags, ==, SEAT_VOTING | SEAT_QUORUM | SEAT_CHAIR);
	g_assert_cmpuint(seat_of(pob, "youth1")->flags, ==, SEAT_ADVISORY);
	g_assert_null(seat_of(pob, "6")->holder);
	g_assert_cmpstr(seat_of(pob, "alt4")->alternate_for, ==, "4");
	g_assert_cmpint(seat_of(pob, "1")->term_end, ==, day_from_civil(2027, 6, 30));
	g_assert_cmpint(seat_of(pob, "1")->training_done, ==, day_from_civil(2024, 9, 14));
	g_assert_cmpint(seat_of(pob, "5")->training_done, ==, DAY_UNKNOWN);
	const struct seat *succeeded = seat_of(pob, "2"), *left = seat_of(pob, "6");
	g_assert_cmpuint(succeeded->former->len, ==, 2);
	const struct tenure *resigned = left->former->pdata[0];
	g_assert_cmpstr(resigned->holder, ==, "Oluwaseun Marsh");
	g_assert_cmpint(resigned->ended, ==, day_from_civil(2024, 5, 31));
	g_assert_cmpstr(resigned->why, ==, "moved out of the city");
	const struct rules *rules = &board_procedure(board, pob)->rules, *below = &board_procedure(board, board_body(board, "harbour"))->rules;
	g_assert_true(rules->terms.holdover);
	g_assert_cmpint(rules->terms.most, ==, 2);
	g_assert_cmpuint(rules->training.courses->len, ==, 2);
	g_assert_cmpuint(rules->training.gate, ==, TRAINING_GATE_ASSIGN | TRAINING_GATE_VOTE);
	g_assert_true(rules->training.present);      /* as usual */
	g_assert_cmpuint(below->training.gate, ==, 0);      /* the rest is that of the body above it */
	g_assert_cmpint(below->training.hours, ==, 24);
	g_assert_cmpstr(((const struct course *) below->training.courses->pdata[1])->id, ==, "ride_along");
	g_assert_cmpuint(pob->agenda->len, ==, 20);
	const struct agenda_entry *consent = pob->agenda->pdata[7], *closed = pob->agenda->pdata[17];
	g_assert_true(consent->consent && !consent->closed);
	g_assert_true(closed->closed && !closed->consent);
}

static void test_notice(void)
{
	g_autoptr(board_t) board = riverton();
	const struct body *pob = board_body(board, "pob"), *harbour = board_body(board, "harbour");
	const struct notice_rule *regular = board_notice(board, pob, "regular"), *clear = board_notice(board, harbour, "regular");
	g_assert_cmpint(regular->length, ==, 72);
	g_assert_cmpint(regular->unit, ==, NOTICE_HOURS);
	g_assert_cmpstr(regular->source, ==, "Riverton Code 2.61.5(a)");
	g_assert_cmpint(clear->length, ==, 3);
	g_assert_cmpint(clear->unit, ==, NOTICE_BUSINESS_DAYS);
	g_assert_false(clear->posting_day_counts || clear->meeting_day_counts || clear->before);
	g_assert_cmpint(board_notice(board, harbour, "special")->length, ==, 24);
}

static void test_words(void)
{
	g_autoptr(board_t) board = riverton();
	const struct body *harbour = board_body(board, "harbour");
	const struct vocabulary *findings = board_vocabulary(board, "finding");
	g_assert_cmpstr(vocabulary_find(findings, "sustained finding")->id, ==, "sustained");
	g_assert_cmpuint(vocabulary_find(findings, "Sustained Finding")->flags, ==, TERM_SUSTAINED | TERM_MERITS);
	g_assert_cmpstr(vocabulary_find(findings, "UNPROVABLE")->id, ==, "not_sustained");
	g_assert_cmpuint(vocabulary_find(findings, "**Pending**")->flags, ==, TERM_PENDING);
	g_assert_cmpstr(board_label(board, harbour, "finding", "Sustained", "en"), ==, "Founded");
	g_assert_cmpstr(board_label(board, NULL, "finding", "Sustained", "es"), ==, "Comprobada");
	g_assert_cmpstr(board_label(board, NULL, "district", "north", "es"), ==, "North");
	g_assert_cmpstr(board_label(board, NULL, "district", "airport", "es"), ==, "Aeropuerto");
	g_assert_cmpint(vocabulary_find(board_vocabulary(board, "district"), "1st district")->population, ==, 61200);
}

/* Every vocabulary of the store may be given but for those that have their own place in the file. */
static void test_vocabulary_names(void)
{
	for (int list = 0; list < WORD_LISTS; list++) {
		const char *name = word_list_name((enum word_list) list);
		if (list == WORDS_BODY || list == WORDS_STATE)
			continue;
		g_autofree char *page = source_file("doc/dais-board.5"), *text = NULL;
		g_assert_true(g_file_get_contents(page, &text, NULL, NULL));
		g_assert_nonnull(strstr(text, name));
	}
}

static void test_workflow(void)
{
	g_autoptr(board_t) board = riverton();
	const struct workflow *workflow = board_workflow(board, "complaints");
	g_assert_cmpstr(workflow_initial(workflow)->id, ==, "received");
	g_assert_cmpstr(workflow_closed(workflow)->id, ==, "closed");
	g_assert_true(workflow_allows(workflow, "board_review", "findings_adopted"));
	g_assert_true(workflow_allows(workflow, "investigation", "withdrawn"));
	g_assert_false(workflow_allows(workflow, "closed", "withdrawn"));
	g_assert_false(workflow_allows(workflow, "received", "closed"));
	day_t received = day_from_civil(2024, 1, 1);
	g_assert_cmpint(workflow_due(workflow, board, received, DAY_UNKNOWN), ==, received + 180);
	const struct clock_rule *resolve = workflow->clocks->pdata[0];
	g_assert_cmpstr(resolve->pauses[0], ==, "on_hold");
	g_assert_true(board_is_holiday(board, day_from_civil(2024, 12, 25)));
	g_assert_false(board_is_holiday(board, day_from_civil(2024, 12, 26)));
}

static void test_board_top(void)
{
	g_autoptr(board_t) board = riverton();
	g_assert_cmpstr(board->zone, ==, "America/Chicago");
	g_assert_cmpstr(board->languages[1], ==, "es");
	g_assert_cmpstr(labels_get(&board->name, "es"), ==, "Ciudad de Riverton");
	g_assert_cmpstr(board->metrics[0], ==, "intake");
	g_assert_cmpuint(board->ageing.n, ==, 3);
	g_assert_cmpint(board->ageing.days[2], ==, 180);
	g_assert_cmpint(board->filling_days, ==, 60);
	g_assert_cmpint(board->suppress_below, ==, 5);
}

/* The example of a manual page, from the line after .SH EXAMPLE to .fi, as a file of its own. */
static char *manual_example(const char *page, const char *folder, const char *name)
{
	g_autofree char *path = source_file(page), *text = NULL;
	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	char *example = strstr(strstr(text, ".SH EXAMPLE"), ".nf") + strlen(".nf");
	*strstr(example, "\n.fi") = '\0';
	char *out = g_build_filename(folder, name, NULL);
	g_assert_true(g_file_set_contents(out, example, -1, NULL));
	return out;
}

static char *scratch(void)
{
	char *folder = g_dir_make_tmp("dais-test-XXXXXX", NULL);
	g_assert_nonnull(folder);
	return folder;
}

static void remove_scratch(char *folder)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name;
	while ((name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		g_remove(path);
	}
	g_rmdir(folder);
	g_free(folder);
}

static void test_manual_examples(void)
{
	char *folder = scratch();
	g_autoptr(GPtrArray) faults = faults_new();
	g_autofree char *board_path = manual_example("doc/dais-board.5", folder, "small.conf");
	g_autofree char *map_path = manual_example("doc/dais-map.5", folder, "two-files.conf");
	g_autoptr(board_t) board = board_file_load(board_path, faults);
	g_autoptr(import_map_t) map = map_file_load(map_path, faults);
	g_autofree char *text = faults_text(faults);
	g_assert_cmpstr(text, ==, "");
	g_assert_nonnull(board);
	g_assert_cmpstr(map->id, ==, "two-files");
	g_assert_cmpint(map->year_min, ==, 2010);
	g_assert_cmpint(map->age_max, ==, 110);
	g_assert_cmpstr(map->open_findings[0], ==, "pending");
	const struct map_file *complaints = map->files->pdata[0], *findings = map->files->pdata[1];
	g_assert_cmpint(complaints->rows, ==, MAP_ROWS_CASES);
	g_assert_cmpstr(complaints->blanks[1], ==, "n/a");
	g_assert_cmpstr(findings->join, ==, "complaint_id");
	const struct map_column *finding = findings->columns->pdata[2];
	g_assert_cmpint(finding->field, ==, MAP_FINDING_INVESTIGATOR);
	g_assert_cmpstr(g_hash_table_lookup(finding->values, "sustained finding"), ==, "Sustained");
	remove_scratch(folder);
}

static char *write_file(const char *folder, const char *name, const char *text, gssize length)
{
	char *path = g_build_filename(folder, name, NULL);
	g_assert_true(g_file_set_contents(path, text, length, NULL));
	return path;
}

/* Empty texts mean the empty field wherever a map speaks of values. */
static void test_map_values(void)
{
	char *folder = scratch();
	g_autofree char *path = write_file(folder, "values.conf", "title = \"Values\"; open_findings = \"Under  Review\";\n"
		"files = ( { name = \"one\"; rows = \"force\"; separator = \"tab\"; encoding = \"CP1252\"; blanks = [ \"\", \"#VALUE!\" ];\n"
		"  columns = ( { from = \"No\"; to = \"number\"; }, { from = \"Hurt\"; to = \"officer_injured\"; only = [ \"Yes\", \"\" ]; },\n"
		"    { from = \"Day\"; to = \"occurred\"; date = \"%d.%m.%y\"; } );\n"
		"  ignore = [ \"\" ]; skip = ( [ \"No\", \"No\" ], [ \"No\", \"TOTAL\", \"Day\", \"\" ] ); } );\n", -1);
	g_autoptr(GPtrArray) faults = faults_new();
	g_autoptr(import_map_t) map = map_file_load(path, faults);
	g_autofree char *text = faults_text(faults);
	g_assert_cmpstr(text, ==, "");
	g_assert_cmpstr(map->open_findings[0], ==, "under review");
	const struct map_file *file = map->files->pdata[0];
	const struct map_column *hurt = file->columns->pdata[1], *day = file->columns->pdata[2];
	g_assert_cmpint(file->rows, ==, MAP_ROWS_FORCE);
	g_assert_cmpint(file->separator, ==, '\t');
	g_assert_cmpstr(file->encoding, ==, "CP1252");
	g_assert_cmpstr(file->blanks[1], ==, "#value!");
	g_assert_cmpstr(hurt->allowed[1], ==, "");
	g_assert_cmpstr(day->pattern, ==, "%d.%m.%y");
	g_assert_cmpstr(file->ignored[0], ==, "");
	char *const *total = file->skip->pdata[1];
	g_assert_cmpstr(total[1], ==, "TOTAL");
	g_assert_cmpstr(total[3], ==, "");
	remove_scratch(folder);
}

/* The file is refused with one fault that says this, at once. */
static void assert_refused(const char *path, const char *why)
{
	g_autoptr(GPtrArray) faults = faults_new();
	g_assert_null(board_file_load(path, faults));
	g_autofree char *text = faults_text(faults);
	if (faults->len != 1 || strstr(text, why) == NULL)
		g_error("expected '%s', got: %s", why, text);
}

static void test_not_files(void)
{
	char *folder = scratch();
	g_autofree char *fifo = g_build_filename(folder, "fifo", NULL), *missing = g_build_filename(folder, "missing",
		NULL);
	g_assert_cmpint(mkfifo(fifo, 0600), ==, 0);
	assert_refused(fifo, "not a regular file");
	assert_refused(folder, "not a regular file");
	assert_refused("/dev/null", "not a regular file");
	assert_refused("/dev/zero", "not a regular file");
	assert_refused(missing, "No such file");
	g_autofree char *link = g_build_filename(folder, "link", NULL);
	g_assert_cmpint(symlink(fifo, link), ==, 0);
	assert_refused(link, "not a regular file");
	g_autofree char *text = g_strdup_printf("@include \"fifo\"\n"), *includes = write_file(folder, "includes.conf",
		text, -1);
	assert_refused(includes, "not a regular file");
	if (getuid() != 0) {
		g_autofree char *secret = write_file(folder, "secret.conf", "", -1);
		g_assert_cmpint(chmod(secret, 0), ==, 0);
		assert_refused(secret, "Permission denied");
	}
	remove_scratch(folder);
}

/* Sizes that make libconfig slow, from half a second to minutes, are refused before it sees them. */
static void test_sizes(void)
{
	char *folder = scratch();
	GString *text = g_string_new("x = \"");
	for (int i = 0; i < 600 * 1024; i++)
		g_string_append_c(text, 'y');
	g_string_append(text, "\";\n");
	g_autofree char *string = write_file(folder, "string.conf", text->str, -1);
	assert_refused(string, "string.conf:1: this text is longer than 8192 bytes");
	g_string_assign(text, "x = ");
	for (int i = 0; i < 20000; i++)
		g_string_append(text, "\"abc\" ");
	g_autofree char *pieces = write_file(folder, "pieces.conf", text->str, -1);
	assert_refused(pieces, "longer than 8192 bytes");
	g_string_assign(text, "");
	for (int i = 0; i < 60000; i++)
		g_string_append_printf(text, "k%d = 1;\n", i);
	g_autofree char *keys = write_file(folder, "keys.conf", text->str, -1);
	assert_refused(keys, "keys.conf:1000: more than 1000 keys in one group");
	while (text->len <= 1024 * 1024)
		g_string_append(text, "# a comment that goes on and on\n");
	g_autofree char *large = write_file(folder, "large.conf", text->str, (gssize) text->len);
	assert_refused(large, "larger than 1 MiB");
	g_string_assign(text, "x = ");
	for (int i = 0; i < 40000; i++)
		g_string_append(text, "( ");
	g_autofree char *nested = write_file(folder, "nested.conf", text->str, -1);
	assert_refused(nested, "more than 32 brackets");
	g_autofree char *nul = write_file(folder, "nul.conf", "name = \"a\";\nname\0x", 18);
	assert_refused(nul, "nul.conf:2: this line holds a NUL byte");
	g_string_free(text, TRUE);
	remove_scratch(folder);
}

/* Faults in and after an included file name the right file and line, whether or not it ends with a line end. */
static void test_include_lines(void)
{
	char *folder = scratch();
	g_autofree char *first = write_file(folder, "first.part", "languages = [ \"en\" ];\nnmae = \"X\";", -1);
	g_autofree char *main_file = write_file(folder, "main.conf",
		"# comment\n  @include \"first.part\"\nzoen = \"UTC\";\n", -1);
	g_autoptr(GPtrArray) faults = faults_new();
	g_assert_null(board_file_load(main_file, faults));
	g_autofree char *text = faults_text(faults);
	g_assert_nonnull(strstr(text, "first.part:2: unknown key 'nmae'"));
	g_assert_nonnull(strstr(text, "main.conf:3: unknown key 'zoen'"));
	remove_scratch(folder);
}

/* A byte order mark and Windows line ends are nothing to complain about. */
static void test_windows_file(void)
{
	g_autofree char *path = source_file("fixtures/riverton.conf"), *text = NULL;
	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	g_autofree char *body = g_strjoinv("\r\n", lines), *whole = g_strconcat("\xef\xbb\xbf", body, NULL);
	char *folder = scratch();
	g_autofree char *windows = write_file(folder, "windows.conf", whole, -1);
	g_autoptr(GPtrArray) faults = faults_new();
	g_autoptr(board_t) board = board_file_load(windows, faults);
	g_autofree char *told = faults_text(faults);
	g_assert_cmpstr(told, ==, "");
	g_assert_nonnull(board);
	remove_scratch(folder);
}

/* What stands in a file cannot write to the terminal through a fault. */
static void test_faults_are_clean(void)
{
	char *folder = scratch();
	g_autofree char *path = write_file(folder, "evil\x1b]0;x.conf", "zone = \"\\x1b[2J\xe2\x80\xae\";\n", -1);
	g_autoptr(GPtrArray) faults = faults_new();
	g_autoptr(GError) error = NULL;
	g_assert_null(board_file_load(path, faults));
	g_autofree char *text = faults_text(faults);
	g_assert_null(strchr(text, '\x1b'));
	g_assert_null(strstr(text, "\xe2\x80\xae"));
	g_assert_nonnull(strstr(text, "there is no time zone"));
	faults_to_error(faults, &error);
	g_assert_error(error, DAIS_ERROR, DAIS_ERROR_CONFIG);
	g_assert_null(strchr(error->message, '\x1b'));
	remove_scratch(folder);
}

static void test_many_faults(void)
{
	g_autoptr(GPtrArray) faults = faults_new();
	for (int i = 0; i < 10000; i++)
		faults_add(faults, "a.conf", 10000 - i, "fault %d", i);
	g_autofree char *text = faults_text(faults);
	g_assert_cmpuint(faults->len, <, 1000);
	g_assert_true(g_str_has_suffix(text, "there are more faults; correct these first\n"));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/board/top level", test_board_top);
	g_test_add_func("/board/bodies and seats", test_bodies);
	g_test_add_func("/board/notice and seats", test_notice);
	g_test_add_func("/board/words", test_words);
	g_test_add_func("/board/names of vocabularies", test_vocabulary_names);
	g_test_add_func("/board/workflow", test_workflow);
	g_test_add_func("/config/manual examples", test_manual_examples);
	g_test_add_func("/config/values of maps", test_map_values);
	g_test_add_func("/config/not regular files", test_not_files);
	g_test_add_func("/config/sizes", test_sizes);
	g_test_add_func("/config/lines of included files", test_include_lines);
	g_test_add_func("/config/windows file", test_windows_file);
	g_test_add_func("/config/faults are clean", test_faults_are_clean);
	g_test_add_func("/config/many faults", test_many_faults);
	return g_test_run();
}
