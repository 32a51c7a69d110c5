/*
 * Plays one scene: a script that types into dais in a pseudo-terminal and says what must be seen.
 *   scene FILE.scene      with DAIS (program), SCENE_DB (database; each scene gets a copy as $DB), SCENE_GOLDEN (folder)
 * Lines (# comments):
 *   size 80x24 | env NAME=VALUE | ignore-hangup      before run
 *   run WORD...           starts "$DAIS WORD..."; $DB is the database. Again: in place of the one before
 *   terminal N            what follows is about another terminal, 1 to 4; begins with 1
 *   type KEYS             "jj<Enter>": each key waits for the frame that answers it; <click:X,Y>, <press:X,Y>, <move:X,Y>, <release:X,Y>: the
 *                         left button, cells from 1
 *   send KEYS             waits for nothing (the program may end)
 *   burst N KEYS          all at once;   paste TEXT (\n is a newline): as a bracketed paste
 *   expect TEXT           is on the screen, now or within 5 s;   absent TEXT;   title TEXT;   mouse none|clicks|drags|moves
 *   expect-row N TEXT     in row N (1 is the first, -1 the last);   cursor-on TEXT: the cursor's row contains it
 *   golden NAME           the screen is that of golden/NAME.screen (UPDATE=1 writes it)
 *   resize CxR | storm N  waits for the frame; N quick sizes and back
 *   same-as-fresh         the screen is what a newly started program shows at this size after the same keys (same-as-fresh KEYS)
 *   signal NAME | hangup | suspend | resume
 *   expect-exit N | expect-signal NAME | restored
 *   bytes-reset | expect-bytes < N | expect-frames < N
 *   no-raw-control | no-color | ascii-only
 *   shell COMMAND         another process ($DB, $DAIS, $DIR in its environment); $DIR is the scene's own folder in all lines
 */
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include "ptyscreen.h"
#include "raw.h"

#define PATIENCE_MS 5000

/* One terminal while another one has the scene. */
struct kept { struct pty *pty; char **argv; guint bytes_from; unsigned frames_from; char state; int value; };

struct scene_run {
	struct pty *pty;
	struct kept kept[4];
	unsigned terminal;            /* the one that has the scene */
	int w, h;
	bool ignore_hangup;
	GPtrArray *env;
	char **argv;
	char *database;
	char *fault;                  /* what went wrong; ends the scene */
	guint bytes_from;
	unsigned frames_from;
	char state;                   /* as pty_state; 0 running */
	int value;
	char *folder;
};

static void fail(struct scene_run *run, const char *format, ...) G_GNUC_PRINTF(2, 3);
static void fail(struct scene_run *run, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	run->fault = g_strdup_vprintf(format, arguments);
	va_end(arguments);
}

static const struct { const char *name, *bytes; } keys[] = {
	{ "Up", "\033OA" }, { "Down", "\033OB" }, { "Right", "\033OC" }, { "Left", "\033OD" }, { "Home",
		"\033OH" }, { "End", "\033OF" },
	{ "PgUp", "\033[5~" }, { "PgDn", "\033[6~" }, { "Enter", "\r" }, { "Esc", "\033" }, { "Tab", "\t" }, { "S-Tab",
		"\033[Z" },
	{ "Backspace", "\177" }, { "Del", "\033[3~" }, { "Space", " " }, { "lt", "<" }, { "F1", "\033OP" }, { "F5",
		"\033[15~" },
};

static const char *next_key(const char **text, char buffer[16])
{
	const char *p = *text, *end = *p == '<' ? strchr(p, '>') : NULL;
	if (!end) {
		size_t n = g_utf8_next_char(p) - p;
		memcpy(buffer, p, n);
		buffer[n] = 0;
		*text = p + n;
		return buffer;
	}
	*text = end + 1;
	g_autofree char *name = g_strndup(p + 1, end - p - 1);
	if (g_str_has_prefix(name, "C-")) {
		buffer[0] = name[2] & 0x1f;
		buffer[1] = 0;
		return buffer;
	}
	static char mouse[64];
	int x = 0, y = 0;
	if (sscanf(name, "click:%d,%d", &x, &y) == 2)
		g_snprintf(mouse, sizeof mouse, "\033[<0;%d;%dM\033[<0;%d;%dm", x, y, x, y);
	else if (sscanf(name, "press:%d,%d", &x, &y) == 2)
		g_snprintf(mouse, sizeof mouse, "\033[<0;%d;%dM", x, y);
	else if (sscanf(name, "move:%d,%d", &x, &y) == 2)
		g_snprintf(mouse, sizeof mouse, "\033[<32;%d;%dM", x, y);
	else if (sscanf(name, "release:%d,%d", &x, &y) == 2)
		g_snprintf(mouse, sizeof mouse, "\033[<0;%d;%dm", x, y);
	if (x)
		return mouse;
	for (unsigned i = 0; i < G_N_ELEMENTS(keys); i++)
		if (strcmp(keys[i].name, name) == 0)
			return keys[i].bytes;
	return NULL;
}

static void type_keys(struct scene_run *run, struct pty *pty, const char *text)
{
	while (*text && !run->fault) {
		char buffer[16];
		const char *at = text, *bytes = next_key(&text, buffer);
		if (!bytes) {
			fail(run, "unknown key at '%s'", at);
			return;
		}
		pty_send(pty, bytes, strlen(bytes));
		if (!pty_frame(pty, PATIENCE_MS))
			fail(run, "no frame answered the key at '%s'", at);
	}
}

/* --- conditions that may take a few frames to come true --- */

typedef char *condition(struct scene_run *run, const char *argument);    /* NULL: true; else why not */

static void await(struct scene_run *run, condition *check, const char *argument)
{
	gint64 end = g_get_monotonic_time() + PATIENCE_MS * 1000LL;
	for (;;) {
		g_autofree char *why = check(run, argument);
		if (!why)
			return;
		if (g_get_monotonic_time() > end) {
			fail(run, "%s", why);
			return;
		}
		pty_read(run->pty, 50);
	}
}

static char *see(struct scene_run *run, const char *text)
{
	g_autofree char *screen = pty_screen(run->pty);
	return strstr(screen, text) ? NULL : g_strdup_printf("'%s' is not on the screen", text);
}

static char *not_see(struct scene_run *run, const char *text)
{
	g_autofree char *screen = pty_screen(run->pty);
	return strstr(screen, text) ? g_strdup_printf("'%s' is on the screen", text) : NULL;
}

static char *row_has(struct scene_run *run, const char *argument)
{
	char *text;
	int y = strtol(argument, &text, 10);
	g_autofree char *row = pty_row(run->pty, y < 0 ? pty_height(run->pty) + y : y - 1);
	return strstr(row, text + 1) ? NULL : g_strdup_printf("'%s' is not in row %d: %s", text + 1, y, row);
}

static char *cursor_on(struct scene_run *run, const char *text)
{
	int x, y;
	pty_cursor(run->pty, &x, &y);
	g_autofree char *row = pty_row(run->pty, y);
	return strstr(row, text) ? NULL : g_strdup_printf("the cursor is at row %d, column %d, not on '%s': %s", y + 1,
		x + 1, text, row);
}

static char *title_has(struct scene_run *run, const char *text)
{
	return strstr(pty_title(run->pty), text) ? NULL : g_strdup_printf("the title is '%s'", pty_title(run->pty));
}

static char *mouse_is(struct scene_run *run, const char *word)
{
	return strcmp(pty_mouse(run->pty), word) == 0 ? NULL : g_strdup_printf("the mouse reports %s", pty_mouse(run->pty));
}

static char *golden_equal(struct scene_run *run, const char *name)
{
	g_autofree char *file = g_strdup_printf("%s/%s.screen", g_getenv("SCENE_GOLDEN"), name);
	g_autofree char *screen = pty_screen(run->pty);
	if (g_getenv("UPDATE")) {
		while (pty_read(run->pty, 300))
			;
		g_autofree char *settled = pty_screen(run->pty);
		g_file_set_contents(file, settled, -1, NULL);
		return NULL;
	}
	g_autofree char *golden = NULL;
	if (!g_file_get_contents(file, &golden, NULL, NULL))
		return g_strdup_printf("there is no golden %s; UPDATE=1 writes it", file);
	return strcmp(golden, screen) == 0 ? NULL : g_strdup_printf("the screen differs from %s, which is:\n%s", file, golden);
}

static char *text_equal(struct scene_run *run, const char *text)
{
	g_autofree char *screen = pty_screen(run->pty);
	return strcmp(text, screen) == 0 ? NULL : g_strdup_printf("a fresh program shows:\n%s", text);
}

/* --- directives --- */

static struct pty *start(struct scene_run *run)
{
	g_ptr_array_add(run->env, NULL);
	struct pty_options options = { .w = run->w, .h = run->h, .argv = run->argv, .env = (char **) run->env->pdata,
		.ignore_hangup = run->ignore_hangup };
	struct pty *pty = pty_start(&options);
	g_ptr_array_remove_index(run->env, run->env->len - 1);
	return pty;
}

static void do_run(struct scene_run *run, const char *words)
{
	g_auto(GStrv) parts = NULL;
	if (!g_shell_parse_argv(words, NULL, &parts, NULL)) {
		fail(run, "these are no words: %s", words);
		return;
	}
	GPtrArray *argv = g_ptr_array_new();
	g_ptr_array_add(argv, g_strdup(g_getenv("DAIS")));
	for (char **part = parts; *part; part++)
		g_ptr_array_add(argv, g_strdup(strcmp(*part, "$DB") == 0 ? run->database : *part));
	g_ptr_array_add(argv, g_strdup("--frame-marker"));
	g_ptr_array_add(argv, NULL);
	g_strfreev(run->argv);
	run->argv = (char **) g_ptr_array_free(argv, FALSE);
	pty_free(run->pty);
	run->state = 0;
	run->pty = start(run);
	if (!pty_frame(run->pty, PATIENCE_MS)) {
		run->state = pty_state(run->pty, &run->value, 100);
		if (!run->state)
			fail(run, "no first frame");
	}
}

static void do_terminal(struct scene_run *run, const char *text)
{
	int n = atoi(text);
	if (n < 1 || n > (int) G_N_ELEMENTS(run->kept)) {
		fail(run, "terminals are 1 to 4");
		return;
	}
	run->kept[run->terminal] = (struct kept) { run->pty, run->argv, run->bytes_from, run->frames_from, run->state, run->value };
	run->terminal = n - 1;
	const struct kept *kept = &run->kept[run->terminal];
	run->pty = kept->pty;
	run->argv = kept->argv;
	run->bytes_from = kept->bytes_from;
	run->frames_from = kept->frames_from;
	run->state = kept->state;
	run->value = kept->value;
}

static void do_env(struct scene_run *run, const char *text)
{
	size_t n = strcspn(text, "=") + 1;
	for (guint i = 0; i < run->env->len; i++)
		if (strncmp(run->env->pdata[i], text, n) == 0)
			g_ptr_array_remove_index(run->env, i);
	if (text[strlen(text) - 1] != '!')
		g_ptr_array_add(run->env, g_strdup(text));
}

static void do_size(struct scene_run *run, const char *text)
{
	if (sscanf(text, "%dx%d", &run->w, &run->h) != 2)
		fail(run, "no size: %s", text);
}

static void do_type(struct scene_run *run, const char *text)
{
	type_keys(run, run->pty, text);
}

static void do_send(struct scene_run *run, const char *text)
{
	while (*text) {
		char buffer[16];
		const char *bytes = next_key(&text, buffer);
		pty_send(run->pty, bytes, strlen(bytes));
	}
}

static void do_burst(struct scene_run *run, const char *text)
{
	char *rest;
	int n = strtol(text, &rest, 10);
	g_autoptr(GString) all = g_string_new(NULL);
	for (int i = 0; i < n; i++)
		for (const char *p = rest + 1; *p;) {
			char buffer[16];
			g_string_append(all, next_key(&p, buffer));
		}
	pty_send(run->pty, all->str, all->len);
	if (!pty_frame(run->pty, PATIENCE_MS))
		fail(run, "no frame after the burst");
}

static void do_paste(struct scene_run *run, const char *text)
{
	g_autofree char *plain = g_strcompress(text);
	g_autofree char *bytes = g_strdup_printf("\033[200~%s\033[201~", plain);
	pty_send(run->pty, bytes, strlen(bytes));
	if (!pty_frame(run->pty, PATIENCE_MS))
		fail(run, "no frame after the paste");
}

static void do_expect(struct scene_run *run, const char *text) { await(run, see, text); }
static void do_absent(struct scene_run *run, const char *text) { await(run, not_see, text); }
static void do_row(struct scene_run *run, const char *text) { await(run, row_has, text); }
static void do_cursor(struct scene_run *run, const char *text) { await(run, cursor_on, text); }
static void do_title(struct scene_run *run, const char *text) { await(run, title_has, text); }
static void do_mouse(struct scene_run *run, const char *text) { await(run, mouse_is, text); }
static void do_golden(struct scene_run *run, const char *text) { await(run, golden_equal, text); }

static void do_resize(struct scene_run *run, const char *text)
{
	do_size(run, text);
	pty_resize(run->pty, run->w, run->h);
	if (!pty_frame(run->pty, PATIENCE_MS))
		fail(run, "no frame after the resize");
}

static void do_storm(struct scene_run *run, const char *text)
{
	int n = atoi(text), w = run->w, h = run->h;
	g_autoptr(GRand) rand = g_rand_new_with_seed(7);
	for (int i = 0; i < n; i++) {
		pty_resize(run->pty, g_rand_int_range(rand, 1, 200), g_rand_int_range(rand, 1, 70));
		pty_read(run->pty, 1);
	}
	run->w = w;
	run->h = h;
	pty_resize(run->pty, w, h);
	pty_frame(run->pty, PATIENCE_MS);
}

static void do_fresh(struct scene_run *run, const char *typed)
{
	struct pty *fresh = start(run);
	pty_frame(fresh, PATIENCE_MS);
	type_keys(run, fresh, typed);
	while (pty_read(fresh, 200))
		;
	g_autofree char *screen = pty_screen(fresh);
	pty_free(fresh);
	if (!run->fault)
		await(run, text_equal, screen);
}

static int signal_number(const char *name)
{
	static const struct { const char *name; int number; } known[] = { { "TERM", SIGTERM }, { "HUP", SIGHUP },
		{ "INT", SIGINT }, { "QUIT", SIGQUIT },
		{ "ABRT", SIGABRT }, { "SEGV", SIGSEGV }, { "TSTP", SIGTSTP }, { "KILL", SIGKILL } };
	for (unsigned i = 0; i < G_N_ELEMENTS(known); i++)
		if (strcmp(known[i].name, name) == 0)
			return known[i].number;
	return 0;
}

static void do_signal(struct scene_run *run, const char *name) { pty_signal(run->pty, signal_number(name)); }

static void do_hangup(struct scene_run *run, const char *unused)
{
	(void) unused;
	pty_hang_up(run->pty);
}

static void await_state(struct scene_run *run, char wanted, int value)
{
	if (run->state != wanted)
		run->state = pty_state(run->pty, &run->value, PATIENCE_MS);
	if (run->state != wanted)
		fail(run, "expected '%c %d', got '%c %d' (X ended, K killed, S stopped, 0 runs on)", wanted, value,
			run->state ? run->state : '0', run->value);
	else if (value >= 0 && run->value != value)
		fail(run, "expected %c with %d, got %d", wanted, value, run->value);
}

static void do_suspend(struct scene_run *run, const char *unused)
{
	(void) unused;
	pty_send(run->pty, "\032", 1);
	await_state(run, 'S', -1);
}

static void do_resume(struct scene_run *run, const char *unused)
{
	(void) unused;
	run->state = 0;
	pty_continue(run->pty);
	if (!pty_frame(run->pty, PATIENCE_MS))
		fail(run, "no frame after the return");
}

static void do_exit(struct scene_run *run, const char *text) { await_state(run, 'X', atoi(text)); }
static void do_killed(struct scene_run *run, const char *text) { await_state(run, 'K', signal_number(text)); }

static void do_restored(struct scene_run *run, const char *unused)
{
	(void) unused;
	if (pty_alternate(run->pty))
		fail(run, "the alternate screen was not left");
	else if (strcmp(pty_mouse(run->pty), "none") != 0)
		fail(run, "the mouse reports %s", pty_mouse(run->pty));
	else if (!pty_cursor_visible(run->pty))
		fail(run, "the cursor is hidden");
	else if (!pty_modes_equal(run->pty))
		fail(run, "the terminal's modes are not as before");
}

static void do_bytes_reset(struct scene_run *run, const char *unused)
{
	(void) unused;
	run->bytes_from = pty_raw(run->pty)->len;
	run->frames_from = pty_frames(run->pty);
}

static void do_bytes(struct scene_run *run, const char *text)
{
	guint n = pty_raw(run->pty)->len - run->bytes_from, most = atoi(text + strspn(text, "< "));
	if (n >= most)
		fail(run, "%u bytes were sent, not less than %u", n, most);
}

static void do_frames(struct scene_run *run, const char *text)
{
	unsigned n = pty_frames(run->pty) - run->frames_from, most = atoi(text + strspn(text, "< "));
	if (n >= most)
		fail(run, "%u frames were drawn, not less than %u", n, most);
}

static void do_raw(struct scene_run *run, const char *unused)
{
	(void) unused;
	run->fault = raw_fault(pty_raw(run->pty));
}

static void do_no_color(struct scene_run *run, const char *unused)
{
	(void) unused;
	if (raw_has_color(pty_raw(run->pty)))
		fail(run, "a colour was set");
}

static void do_ascii(struct scene_run *run, const char *unused)
{
	(void) unused;
	if (!raw_is_ascii(pty_raw(run->pty)))
		fail(run, "bytes beyond ASCII were sent");
}

static void do_shell(struct scene_run *run, const char *command)
{
	g_auto(GStrv) env = g_get_environ();
	env = g_environ_setenv(env, "DB", run->database, TRUE);
	env = g_environ_setenv(env, "DIR", run->folder, TRUE);
	char *argv[] = { (char *) "/bin/sh", (char *) "-c", (char *) command, NULL };
	int state = 0;
	g_autofree char *err = NULL, *out = NULL;
	g_autoptr(GError) error = NULL;
	if (!g_spawn_sync(NULL, argv, env, G_SPAWN_DEFAULT, NULL, NULL, &out, &err, &state, &error) || state != 0)
		fail(run, "the command failed: %s: %s", command, error ? error->message : err);
}

static void do_ignore_hangup(struct scene_run *run, const char *unused)
{
	(void) unused;
	run->ignore_hangup = true;
}

static const struct directive { const char *name; void (*act)(struct scene_run *run,
	const char *rest); } directives[] = {
	{ "size", do_size }, { "env", do_env }, { "ignore-hangup", do_ignore_hangup }, { "run", do_run }, { "terminal", do_terminal }, { "type",
		do_type }, { "send", do_send }, { "burst", do_burst },
	{ "paste", do_paste }, { "expect", do_expect }, { "absent", do_absent }, { "expect-row", do_row }, { "cursor-on",
		do_cursor },
	{ "title", do_title }, { "mouse", do_mouse }, { "golden", do_golden }, { "resize", do_resize }, { "storm", do_storm }, { "same-as-fresh",
		do_fresh },
	{ "signal", do_signal }, { "hangup", do_hangup }, { "suspend", do_suspend }, { "resume",
		do_resume }, { "expect-exit", do_exit },
	{ "expect-signal", do_killed }, { "restored", do_restored }, { "bytes-reset", do_bytes_reset }, { "expect-bytes",
		do_bytes },
	{ "expect-frames", do_frames }, { "no-raw-control", do_raw }, { "no-color", do_no_color }, { "ascii-only",
		do_ascii }, { "shell", do_shell },
};

static void play_line(struct scene_run *run, const char *script_line)
{
	g_autoptr(GString) text = g_string_new(script_line);
	if (!g_str_has_prefix(script_line, "shell "))
		g_string_replace(text, "$DIR", run->folder, 0);
	const char *line = text->str;
	size_t n = strcspn(line, " ");
	for (unsigned i = 0; i < G_N_ELEMENTS(directives); i++)
		if (strlen(directives[i].name) == n && strncmp(directives[i].name, line, n) == 0) {
			if (!run->pty && directives[i].act != do_size && directives[i].act != do_env && directives[i].act != do_run && directives[i].act != do_terminal &&
					directives[i].act != do_shell && directives[i].act != do_ignore_hangup)
				fail(run, "nothing runs yet");
			else
				directives[i].act(run, line + n + (line[n] == ' '));
			return;
		}
	fail(run, "unknown directive");
}

/* Each scene has its own home and its own copy of the database. */
static void prepare(struct scene_run *run)
{
	run->folder = g_dir_make_tmp("dais-scene-XXXXXX", NULL);
	run->database = g_build_filename(run->folder, "board.db", NULL);
	g_autofree char *copy = g_strdup_printf("cp -r \"$SCENE_DB\"/. '%s'", run->folder);
	if (system(copy) != 0)
		fail(run, "the database could not be copied");
	run->env = g_ptr_array_new_with_free_func(g_free);
	const char *pass[] = { "PATH", "DAIS_DATA_DIR", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS" };
	for (unsigned i = 0; i < G_N_ELEMENTS(pass); i++)
		if (g_getenv(pass[i]))
			g_ptr_array_add(run->env, g_strdup_printf("%s=%s", pass[i], g_getenv(pass[i])));
	g_ptr_array_add(run->env, g_strdup("LC_ALL=C.UTF-8"));
	g_ptr_array_add(run->env, g_strdup("TZ=UTC"));
	g_ptr_array_add(run->env, g_strdup("TERM=xterm-256color"));
	g_ptr_array_add(run->env, g_strdup_printf("HOME=%s", run->folder));
	g_ptr_array_add(run->env, g_strdup_printf("XDG_STATE_HOME=%s/state", run->folder));
}

static void tell_fault(struct scene_run *run, const char *file, int number, const char *line)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_string_append_printf(text, "%s:%d: %s\n%s\n", file, number, line, run->fault);
	if (run->pty) {
		g_autofree char *screen = pty_screen(run->pty);
		g_string_append_printf(text, "the screen (frame %u):\n%s", pty_frames(run->pty), screen);
	}
	g_auto(GStrv) lines = g_strsplit(text->str, "\n", -1);
	for (char **p = lines; *p; p++)
		printf("# %s\n", *p);
	if (run->pty && g_getenv("SCENE_RAW"))
		g_file_set_contents(g_getenv("SCENE_RAW"), (const char *) pty_raw(run->pty)->data, pty_raw(run->pty)->len, NULL);
}

int main(int argc, char **argv)
{
	g_autofree char *script = NULL;
	if (argc != 2 || !g_file_get_contents(argv[1], &script, NULL, NULL))
		g_error("usage: scene FILE.scene");
	signal(SIGPIPE, SIG_IGN);
	struct scene_run run = { .w = 80, .h = 24 };
	prepare(&run);
	g_auto(GStrv) lines = g_strsplit(script, "\n", -1);
	int number = 0;
	for (char **line = lines; *line && !run.fault; line++) {
		number++;
		if (**line && **line != '#')
			play_line(&run, *line);
		if (run.fault)
			tell_fault(&run, argv[1], number, *line);
	}
	do_terminal(&run, "1");
	run.kept[0] = (struct kept) { .pty = run.pty, .argv = run.argv };
	for (unsigned i = 0; i < G_N_ELEMENTS(run.kept); i++) {
		pty_free(run.kept[i].pty);
		g_strfreev(run.kept[i].argv);
	}
	g_ptr_array_unref(run.env);
	g_free(run.database);
	g_autofree char *remove = g_strdup_printf("rm -rf '%s'", run.folder);
	if (system(remove) != 0)
		printf("# %s stays behind\n", run.folder);
	g_free(run.folder);
	bool good = !run.fault;
	g_free(run.fault);
	return good ? 0 : 1;
}
