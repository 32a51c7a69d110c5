/* Which subcommand runs: the one table of all of them, and the help made from it. */
#include "config.h"
#include "cli/cli.h"
#include "cli/list.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "config/config_file.h"

const struct cli_command cli_commands[] = {
	{
		.name = "open", .run = cli_open,
		.usage = N_("FILE [--theme NAME] [--ascii] [--config BOARD]"),
		.summary = N_("Shows the dashboard of an oversight database. 'dais FILE' does the same."),
		.example = "dais riverton.db",
	}, {
		.name = "init", .run = cli_init,
		.usage = N_("FILE [--config BOARD | --preset NAME] | --presets"),
		.summary = N_("Makes a new, empty database for the bodies of a board file."),
		.example = N_("dais init riverton.db --config riverton.conf\n"
			"riverton.db: a new database for City of Riverton (2 bodies), by riverton.conf"),
	}, {
		.name = "demo", .run = cli_demo,
		.usage = N_("FILE [--cases N] [--open N] [--seed N] [--now T] | --csv DIR"),
		.summary = N_("Makes a database of invented cases of a city that does not exist, to try dais with."),
		.example = "dais demo riverton.db && dais riverton.db",
	}, {
		.name = "import", .run = cli_import,
		.usage = N_("FILE DATA... --map MAP [--dry-run] [--strict]"),
		.summary = N_("Brings published data (CSV, JSON) into a database, by a map from its columns and words to ours."),
		.example = "dais import philadelphia.db ppd_complaints.csv ppd_findings.csv --map philadelphia",
	}, {
		.name = "export", .run = cli_export,
		.usage = N_("FILE --format popolo|opencivic [--out PATH]"),
		.summary = N_("Prints held meetings with their motions and votes as JSON that others read; import takes it back."),
		.example = "dais export riverton.db --format popolo --out meetings.json",
	}, {
		.name = "list", .run = cli_list,
		.usage = N_("cases|allegations|force|sources|attendance|seats|meetings|docket|recommendations FILE [--filter EXPR] [--sort KEY] [--year Y] [--body ID] [--on DATE] [--format table|csv|json]"),
		.summary = N_("Prints rows of a database as a table, as CSV or as JSON."),
		.example = "dais list cases riverton.db --filter 'state:open age:>180' --sort due",
	}, {
		.name = "map", .run = cli_map,
		.usage = N_("DATA.csv"),
		.summary = N_("Drafts a map for a CSV file by looking at its headings and values."),
		.example = "dais map complaints.csv > complaints.conf",
	}, {
		.name = "case", .run = cli_case,
		.usage = N_("FILE NUMBER [VERB WORDS...] [--why WORDS] [--clocks]"),
		.summary = N_("Prints a case with its clocks and the moves in order now; with a verb does it: move STATE, note, assign WHO, document REF, "
			"finding N STAGE WORD, answer, consent SIDE, agreement, follow_up DAY, satisfaction SIDE 1-5, pause CLOCK, resume CLOCK, "
			"waive CLOCK, extend CLOCK DAY, undo."),
		.example = "dais case riverton.db RPD-2024-0187 move investigation --why 'assigned to panel B'",
	}, {
		.name = "recommendation", .run = cli_recommendation,
		.usage = N_("FILE NUMBER [VERB WORDS...] [--why WORDS] | FILE --new TITLE [--body ID] [--on DATE] [--set NAME=VALUE]"),
		.summary = N_("Prints a recommendation, when it had to be answered and what was answered; with a verb does it: answer WORD [DATE], "
			"set NAME VALUE, note, withdraw, undo. With --new makes one."),
		.example = "dais recommendation riverton.db R-2026-3 answer accepted 2026-05-04 --why 'General Order 5 will be amended'",
	}, {
		.name = "chart", .run = cli_chart,
		.usage = N_("FILE [METRIC] [--filter EXPR] [--months N] [--format text|table|words|csv|json|svg] [--size CxR]"),
		.summary = N_("Prints a chart: drawn in text, as table, as sentences, as CSV, JSON or SVG. Without METRIC: lists them."),
		.example = "dais chart riverton.db sustained --format words",
	}, {
		.name = "render", .run = cli_render,
		.usage = N_("FILE --screen NAME --size CxR [--ascii] [--format svg]"),
		.summary = N_("Prints any screen as text, without a terminal."),
		.example = "dais render riverton.db --screen overview --size 120x40",
	}, {
		.name = "present", .run = cli_present,
		.usage = N_("FILE [MEETING] [--theme NAME] [--live]"),
		.summary = N_("Shows a meeting on the projector: public fields only, following the clerk. '.' blanks it, T is the test card, q leaves."),
		.example = "dais present riverton.db --theme projector-light",
	}, {
		.name = "agenda", .run = cli_agenda,
		.usage = N_("FILE [MEETING] [--format text|md|html|ical|json] [--lang LANG | --both]"),
		.summary = N_("Prints the agenda of a coming meeting, for the public. Without MEETING: of the next one."),
		.example = "dais agenda riverton.db --both --format html > agenda.html",
	}, {
		.name = "notice", .run = cli_notice,
		.usage = N_("FILE [MEETING] [--format text|md|html|ical|json] [--lang LANG | --both]"),
		.summary = N_("Prints the notice of a coming meeting: when, where, its business, how to take part."),
		.example = "dais notice riverton.db --lang es",
	}, {
		.name = "calendar", .run = cli_calendar,
		.usage = N_("FILE [--until DATE] [--lay-out | --add TIME | --move MEETING --to TIME --why WORDS | --cancel MEETING --why WORDS]"),
		.summary = N_("Prints the meetings to come and by when each must be posted; plans, moves and cancels them."),
		.example = N_("dais calendar riverton.db --until 2025-06-30 --lay-out\n"
			"6 meetings laid out until 2025-06-30"),
	}, {
		.name = "post", .run = cli_post,
		.usage = N_("FILE MEETING"),
		.summary = N_("Posts the agenda of a meeting, unless it is too late under the notice rule; its items stay as they are then."),
		.example = "dais post riverton.db 2024-12-23",
	}, {
		.name = "minutes", .run = cli_minutes,
		.usage = N_("FILE [MEETING] [--format text|html|md|json] [--matrix]"),
		.summary = N_("Prints the minutes of a meeting from its journal, or with --matrix its votes on one page."),
		.example = "dais minutes riverton.db 2024-12-16 --format html > minutes.html",
	}, {
		.name = "journal", .run = cli_journal,
		.usage = N_("FILE [MEETING] [--format text|json]"),
		.summary = N_("Prints the journal of a meeting: every event in order, as recorded. MEETING is its day, its number or last."),
		.example = "dais journal riverton.db 2024-12-16 --format json > journal.json",
	}, {
		.name = "replay", .run = cli_replay,
		.usage = N_("JOURNAL.json --into FILE [--config BOARD]"),
		.summary = N_("Rebuilds a meeting from its journal in another database; events that are not in order are refused."),
		.example = "dais replay journal.json --into copy.db --config riverton.conf",
	}, {
		.name = "verify", .run = cli_verify,
		.usage = N_("FILE"),
		.summary = N_("Checks the journals of all meetings event by event, what is remembered of them beside the file, and the database."),
		.example = N_("dais verify riverton.db\n"
			"riverton.db: meeting 3 (2024-12-16): 148 events, head 5b1c...: sound"),
	}, {
		.name = "check", .run = cli_check,
		.usage = N_("FILE..."),
		.summary = N_("Checks a board file, theme or import map and names every fault with its line."),
		.example = N_("dais check riverton.conf\n"
			"riverton.conf: board file, 2 bodies, 14 seats, 39 states, 56 words, 2 languages; no fault"),
	},
	{ .name = NULL },
};

static const struct cli_command *find_command(const char *name)
{
	for (const struct cli_command *command = cli_commands; command->name; command++)
		if (!strcmp(command->name, name))
			return command;
	return NULL;
}

static const char *nearest_command(const char *word)
{
	const char *names[G_N_ELEMENTS(cli_commands)] = { NULL };
	for (unsigned i = 0; cli_commands[i].name; i++)
		names[i] = cli_commands[i].name;
	return text_nearest(word, names);
}

static void print_help(FILE *out)
{
	fputs(_("dais: the terminal dashboard of a police-oversight body\n\n"
		"  dais FILE            the dashboard on a database\n"
		"  dais COMMAND ...     one of these:\n\n"), out);
	int width = 0;
	for (const struct cli_command *command = cli_commands; command->name; command++)
		width = MAX(width, (int) strlen(command->name));
	for (const struct cli_command *command = cli_commands; command->name; command++)
		fprintf(out, "  %-*s %s\n", width, command->name, _(command->summary));
	fputs(_("\n"
		"'dais COMMAND --help' says how each is used, with an example. 'dais --keys' lists the keys of the dashboard,\n"
		"'dais --version' the version.\n\n"
		"To begin:  dais demo riverton.db && dais riverton.db\n\n"
		"Exit codes: 0 done, 1 nothing found or check failed, 2 wrong words on the command line, 3 configuration,\n"
		"4 data, 5 no terminal, 130 interrupted.\n"), out);
}

/* What may have been meant by a word that is no command: what it lists, or the nearest one; NULL: neither. g_free. */
static char *meant_by(const char *word)
{
	for (const struct list_thing *thing = list_things; thing->name; thing++)
		if (!strcmp(thing->name, word))
			return g_strdup_printf("list %s", word);
	return g_strdup(nearest_command(word));
}

/* A file or a mistyped subcommand? A word that names a file, or looks like a path, is a file. */
static int open_or_guess(int argc, char **argv)
{
	const char *word = argv[1];
	bool path = word[0] == '-' || strpbrk(word, "/.:") || g_file_test(word, G_FILE_TEST_EXISTS);
	g_autofree char *near = path ? NULL : meant_by(word);
	if (path || !near) {
		argv[0] = (char *) "open";
		return cli_open(argc, argv);
	}
	return cli_fail(g_error_new(DAIS_ERROR, DAIS_ERROR_USAGE,
		_("'%s' is neither a command nor a file here; did you mean 'dais %s'? 'dais --help' lists the commands"),
			word, near));
}

static int run(int argc, char **argv)
{
	if (argc < 2) {
		print_help(stderr);
		return DAIS_ERROR_USAGE;
	}
	const char *word = argv[1];
	const struct cli_command *command = find_command(word);
	if (command)
		return command->run(argc - 1, argv + 1);
	if (!strcmp(word, "--help") || !strcmp(word, "-h") || !strcmp(word, "help")) {
		print_help(stdout);
		return cli_finish(0);
	}
	if (!strcmp(word, "--version")) {
		puts(PACKAGE_STRING);
		return cli_finish(0);
	}
	if (!strcmp(word, "--keys"))
		return cli_keys();
	return open_or_guess(argc, argv);
}

/* A standard stream that was closed is opened the wrong way round, so that no database takes its number and every use of
 * it fails with a message instead of silently. */
static void guard_streams(void)
{
	for (int fd = 0; fd <= 2; fd++)
		if (fcntl(fd, F_GETFD) < 0)
			open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY);
}

int main(int argc, char **argv)
{
	guard_streams();
	signal(SIGPIPE, SIG_IGN);     /* EPIPE is an answer of write */
	signal(SIGXFSZ, SIG_IGN);     /* so is EFBIG */
	setlocale(LC_ALL, "");
	setlocale(LC_NUMERIC, "C");   /* a decimal point in JSON, SVG and board files everywhere */
	g_autofree char *locale = data_locale_folder();
	bindtextdomain("dais", locale);
	bind_textdomain_codeset("dais", "UTF-8");
	textdomain("dais");
	return run(argc, argv);
}
