/* What all subcommands share: options, errors, opening, finishing. */
#include "config.h"
#include "cli/cli.h"

#include <errno.h>
#include <langinfo.h>
#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

static unsigned clean_flags(unsigned flags)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") ? flags | TEXT_ASCII : flags;
}

static int fail_named(const char *name, GError *error)
{
	g_autofree char *message = text_clean(error->message, -1, clean_flags(TEXT_KEEP_NEWLINES));
	int code = dais_error_exit(error);
	fflush(stdout);
	if (name)
		fprintf(stderr, "dais %s: %s\n", name, message);
	else
		fprintf(stderr, "dais: %s\n", message);
	g_error_free(error);
	return code;
}

int cli_fail(GError *error)
{
	return fail_named(NULL, error);
}

void cli_warn(const char *message)
{
	g_autofree char *clean = text_clean(message, -1, clean_flags(TEXT_KEEP_NEWLINES));
	fprintf(stderr, "dais: %s\n", clean);
}

void cli_print(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *text = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_autofree char *clean = text_clean(text, -1, clean_flags(TEXT_KEEP_NEWLINES));
	fputs(clean, stdout);
}

int cli_finish(int code)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return code;
	if (errno == EPIPE)
		return code;
	return cli_fail(g_error_new(DAIS_ERROR, DAIS_ERROR_DATA, _("the output could not be written: %s"),
		g_strerror(errno)));
}

bool cli_day(const char *text, day_t *day, GError **error)
{
	*day = day_parse_iso(text);
	if (*day == DAY_UNKNOWN)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("'%s' is no day; write it as 2025-01-31"), text);
	return *day != DAY_UNKNOWN;
}

int cli_pad(const char *text, int cells)
{
	return cells + (int) strlen(text) - text_width(text);
}

static void print_entry(const GOptionEntry *entry)
{
	g_autofree char *left = g_strdup_printf("--%s%s%s", entry->long_name, entry->arg_description ? " " : "",
		entry->arg_description ? _(entry->arg_description) : "");
	if (entry->short_name)
		printf("  -%c, %-*s %s\n", entry->short_name, cli_pad(left, 20), left, _(entry->description));
	else
		printf("  %-*s %s\n", cli_pad(left, 24), left, _(entry->description));
}

static int print_help(const struct cli_command *command, const GOptionEntry *entries)
{
	printf(_("Usage: dais %s %s\n\n%s\n\nOptions:\n"), command->name, _(command->usage), _(command->summary));
	for (; entries && entries->long_name; entries++)
		if (!(entries->flags & G_OPTION_FLAG_HIDDEN))
			print_entry(entries);
	printf("  %-24s %s\n", "-h, --help", _("this help"));
	g_auto(GStrv) lines = g_strsplit(_(command->example), "\n", -1);
	printf(_("\nFor example:\n"));
	for (char **line = lines; *line; line++)
		printf("  %s%s\n", line == lines ? "$ " : "", *line);
	return cli_finish(0);
}

/* A better message than GLib's for an option nobody knows: with the nearest one. */
static char *option_message(const GError *error, const GOptionEntry *entries, int argc, char **argv)
{
	if (!g_error_matches(error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
		return g_strdup(error->message);
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	for (; entries && entries->long_name; entries++)
		g_ptr_array_add(names, (char *) entries->long_name);
	g_ptr_array_add(names, (char *) "help");
	g_ptr_array_add(names, NULL);
	for (int i = 1; i < argc; i++) {
		if (argv[i][0] != '-' || !strstr(error->message, argv[i]))
			continue;
		g_autofree char *word = g_strndup(argv[i], strcspn(argv[i], "="));
		const char *near = text_nearest(word + strspn(word, "-"), (const char *const *) names->pdata);
		if (near)
			return g_strdup_printf(_("there is no option %s; did you mean --%s?"), word, near);
		return g_strdup_printf(_("there is no option %s"), word);
	}
	return g_strdup(error->message);
}

static int usage_error(const struct cli_command *command, const char *message)
{
	return fail_named(command->name, g_error_new(DAIS_ERROR, DAIS_ERROR_USAGE,
		_("%s\nUsage: dais %s %s; 'dais %s --help' says more"), message, command->name, _(command->usage),
			command->name));
}

static char **remaining_words(int argc, char **argv)
{
	GPtrArray *words = g_ptr_array_new();
	bool dashes = false;
	for (int i = 1; i < argc; i++) {
		if (!dashes && !strcmp(argv[i], "--"))
			dashes = true;
		else
			g_ptr_array_add(words, g_strdup(argv[i]));
	}
	g_ptr_array_add(words, NULL);
	return (char **) g_ptr_array_free(words, FALSE);
}

char **cli_options(const char *name, int argc, char **argv, const GOptionEntry *entries, int least, int most, int *code)
{
	const struct cli_command *command = cli_commands;
	while (command->name && strcmp(command->name, name))
		command++;
	g_assert(command->name);
	gboolean help = FALSE;
	const GOptionEntry help_entry[] = {
		{ .long_name = "help", .short_name = 'h', .arg = G_OPTION_ARG_NONE, .arg_data = &help },
		{ .long_name = NULL },
	};
	g_autoptr(GOptionContext) context = g_option_context_new(NULL);
	g_option_context_set_help_enabled(context, FALSE);
	if (entries)
		g_option_context_add_main_entries(context, entries, NULL);
	g_option_context_add_main_entries(context, help_entry, NULL);
	g_autofree char **rest = g_memdup2(argv, sizeof *argv * ((size_t) argc + 1));
	char **left = rest;
	int count = argc;
	g_autoptr(GError) error = NULL;
	bool good = g_option_context_parse(context, &count, &left, &error);
	if (good && help) {
		*code = print_help(command, entries);
		return NULL;
	}
	if (!good) {
		g_autofree char *message = option_message(error, entries, argc, argv);
		*code = usage_error(command, message);
		return NULL;
	}
	g_auto(GStrv) words = remaining_words(count, left);
	int n = (int) g_strv_length(words);
	if (n < least || n > most) {
		*code = usage_error(command, n < least ? _("something is missing on the command line")
			: _("there are too many words on the command line"));
		return NULL;
	}
	return g_steal_pointer(&words);
}

instant_t cli_now(const char *now, const char *zone, GError **error)
{
	instant_t instant = g_get_real_time() / G_USEC_PER_SEC;
	if (now && !instant_parse(now, zone, &instant))
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE,
			_("--now %s is no time; write for example --now 2024-12-16T18:42"), now);
	return instant;
}

const char *cli_language(const struct board *board)
{
	for (const char *const *name = g_get_language_names(); *name; name++)
		for (char **language = board->languages; language && *language; language++)
			if (!strcmp(*name, *language))
				return *language;
	return board->languages && board->languages[0] ? board->languages[0] : "en";
}
