/* The palette: every command, best match first; those that cannot run now come last, with the reason. */
#include "app/app_private.h"
#include <string.h>

static bool is_subsequence(const char *text, const char *word)
{
	for (; *word && *text; text++)
		word += g_ascii_tolower(*text) == *word;
	return !*word;
}

static int score_name(const char *name, const char *word)
{
	const char *at = strstr(name, word);
	if (at == name)
		return 100;
	if (at)
		return at[-1] == ' ' ? 80 : 60;
	return is_subsequence(name, word) ? 30 : 0;
}

/* By the name, in the language of the program too, or by the help. */
static int score_word(const struct command *command, const char *word)
{
	g_autofree char *help = g_utf8_strdown(_(command->help), -1);
	int name = MAX(score_name(command->name, word), score_name(command_label(command), word));
	const char *at = strstr(help, word);
	int told = !at ? 0 : at == help || !g_ascii_isalnum(at[-1]) ? 40 : 20;
	return MAX(name, told);
}

int palette_score(const struct command *command, const char *typed)
{
	g_autofree char *lower = g_utf8_strdown(typed, -1);
	g_auto(GStrv) words = g_strsplit(lower, " ", -1);
	int score = 1;
	for (char **word = words; *word; word++) {
		int one = **word ? score_word(command, *word) : 1;
		if (!one)
			return 0;
		score += one;
	}
	return score + (!strcmp(lower, command->name) || !strcmp(lower, command_label(command)) ? 1000 : 0);
}

struct found { int id, score; const char *reason; };

static int compare_found(const void *a, const void *b)
{
	const struct found *x = a, *y = b;
	if (!x->reason != !y->reason)
		return x->reason ? 1 : -1;
	return x->score != y->score ? y->score - x->score : x->id - y->id;
}

void palette_fill(struct app *app)
{
	struct found found[COMMANDS];
	unsigned n = 0;
	for (int id = 0; id < COMMANDS; id++) {
		int score = palette_score(command_get(id), app->menu.line.text->str);
		if (score)
			found[n++] = (struct found) { id, score, command_why_not(app, id) };
	}
	qsort(found, n, sizeof *found, compare_found);
	app->menu.view.title = g_strdup(_("Command"));
	app->menu.view.foot = g_strdup(_("Enter run  Tab complete  Esc close"));
	for (unsigned i = 0; i < n; i++) {
		const struct command *command = command_get(found[i].id);
		g_autofree char *key = command_first_key(found[i].id);
		g_autofree char *text = found[i].reason ? g_strdup_printf("(%s)", found[i].reason) : g_strdup(_(command->help));
		menu_add(app, found[i].id, 0, command_label(command), text, key)->disabled = found[i].reason != NULL;
	}
	if (!n)
		menu_add(app, -1, 0, "", _("no command matches; Backspace takes back what was typed"), "");
}
