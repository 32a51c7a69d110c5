/*
 * Measures a full-screen program from outside: starts it on a pseudo-terminal, plays the terminal (libvterm answers its queries
 * and keeps the screen), does what the arguments say in order, and prints every sample as "METRIC VALUE" on a line.
 *
 * usage: term_bench [ACTION...] -- PROGRAM [ARG...]
 *   start                     wait for the first screen: start.ms (its body complete), start.stable_ms, start.bytes
 *   send KEYS                 send, wait until nothing comes any more; no sample
 *   key NAME KEYS N           N times: send KEYS ("A|B": in turn), wait for the answer: NAME.ms (last byte), NAME.bytes, NAME.none (no answer)
 *   type NAME KEYS            each key of KEYS on its own, like `key` with a longer quiet time
 *   burst NAME KEYS N         KEYS N times in one write: NAME.ms until the last byte, NAME.bytes
 *   rest SECONDS              leave alone without a sample: what runs in the background ends
 *   idle SECONDS              leave alone: idle.wakeups, idle.cpu_ms, idle.bytes
 *   after NAME COMMAND        run COMMAND (sh), whose last line is the monotonic time in ms of its commit: NAME.ms until the screen changed
 *   dump FILE                 the screen as text
 * keys: characters, <Down> <PgDn> <PgUp> <Home> <End> <Enter> <Esc> <Tab> <BS> <C-x>
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <dirent.h>
#include <vterm.h>

#define COLS 120
#define ROWS 40
#define KEY_QUIET 6.0       /* ms without a byte: the answer to a key is over */
#define TYPE_QUIET 60.0     /* the same where an answer may come in parts */
#define SCREEN_QUIET 400.0  /* the same for a whole screen */
#define PATIENCE 60000.0

struct bench {
	pid_t child;
	int master;
	bool ended;
	VTerm *term;
	VTermScreen *screen;
	char buffer[1 << 20];    /* what came and was not yet shown to the terminal */
	size_t filled;
};

static double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double) t.tv_sec * 1e3 + (double) t.tv_nsec * 1e-6;
}

static void fail(const char *what)
{
	fprintf(stderr, "term_bench: %s: %s\n", what, strerror(errno));
	exit(2);
}

static void send_bytes(struct bench *b, const char *bytes, size_t n)
{
	while (n > 0 && !b->ended) {
		ssize_t k = write(b->master, bytes, n);

		if (k > 0) {
			bytes += k;
			n -= (size_t) k;
		} else if (errno != EAGAIN && errno != EINTR) {
			b->ended = true;
		} else {
			poll(&(struct pollfd) { .fd = b->master, .events = POLLOUT }, 1, 50);
		}
	}
}

/* Reads once, at most timeout ms from now. Gives the bytes and sets *at to when they came. */
static size_t receive(struct bench *b, double timeout, double *at)
{
	struct pollfd p = { .fd = b->master, .events = POLLIN };
	struct timespec wait = { .tv_sec = (time_t) (timeout / 1e3), .tv_nsec = (long) (timeout * 1e6) % 1000000000 };
	ssize_t n;

	if (b->ended || timeout < 0 || ppoll(&p, 1, &wait, NULL) <= 0)
		return 0;
	n = read(b->master, b->buffer + b->filled, sizeof b->buffer - b->filled);
	*at = now_ms();
	if (n <= 0) {
		b->ended = n == 0 || (errno != EAGAIN && errno != EINTR);
		return 0;
	}
	b->filled += (size_t) n;
	return (size_t) n;
}

/* Shows the terminal what came, and sends its replies. Kept out of the timed part of a key. */
static void digest(struct bench *b)
{
	char reply[512];
	size_t n;

	vterm_input_write(b->term, b->buffer, b->filled);
	b->filled = 0;
	while ((n = vterm_output_read(b->term, reply, sizeof reply)) > 0)
		send_bytes(b, reply, n);
}

static uint64_t screen_hash(struct bench *b, int first, int last)
{
	uint64_t hash = 14695981039346656037u;
	VTermScreenCell cell;

	for (VTermPos p = { .row = first }; p.row < last; p.row++) {
		for (p.col = 0; p.col < COLS; p.col++) {
			memset(&cell, 0, sizeof cell);
			vterm_screen_get_cell(b->screen, p, &cell);
			hash = (hash ^ (cell.chars[0] == ' ' ? 0 : cell.chars[0]) ^ ((uint64_t) cell.attrs.reverse << 40)) * 1099511628211u;
		}
	}
	return hash;
}

struct answer { double last, body; size_t bytes; };

/*
 * Everything that comes from t0 until `quiet` ms without a byte. body: when the screen without its first and last two rows (clock,
 * progress, messages) got the look it kept; only measured when watch is set, for the terminal must look at every piece.
 */
static struct answer receive_all(struct bench *b, double t0, double quiet, double patience, bool watch)
{
	struct answer answer = { .last = -1, .body = -1 };
	uint64_t hash = watch ? screen_hash(b, 1, ROWS - 2) : 0;
	double at, wait;
	size_t n;

	while (!b->ended && (wait = answer.bytes ? quiet : t0 + patience - now_ms()) > 0) {
		n = receive(b, wait, &at);
		if (n == 0)
			break;
		answer.bytes += n;
		answer.last = at - t0;
		if (watch || b->filled > sizeof b->buffer / 2)
			digest(b);
		if (watch && screen_hash(b, 1, ROWS - 2) != hash) {
			hash = screen_hash(b, 1, ROWS - 2);
			answer.body = at - t0;
		}
	}
	digest(b);
	return answer;
}

/* One key of the text as bytes; gives the length in the text. */
static size_t one_key(const char *text, char bytes[16], size_t *n)
{
	static const struct { const char *name, *bytes; } table[] = {
		{ "<Down>", "\033OB" }, { "<PgDn>", "\033[6~" }, { "<PgUp>", "\033[5~" }, { "<Home>", "\033OH" }, { "<End>", "\033OF" },
		{ "<Enter>", "\r" }, { "<Esc>", "\033" }, { "<Tab>", "\t" }, { "<BS>", "\177" },
	};

	if (strncmp(text, "<C-", 3) == 0 && text[3] && text[4] == '>') {
		bytes[0] = text[3] & 0x1f;
		*n = 1;
		return 5;
	}
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		if (strncmp(text, table[i].name, strlen(table[i].name)) == 0) {
			*n = strlen(table[i].bytes);
			memcpy(bytes, table[i].bytes, *n);
			return strlen(table[i].name);
		}
	}
	bytes[0] = text[0];
	*n = 1;
	return 1;
}

static size_t all_keys(const char *text, char bytes[4096])
{
	size_t length = 0, n;

	while (*text && length < 4000) {
		text += one_key(text, bytes + length, &n);
		length += n;
	}
	return length;
}

static void report_answer(const char *name, struct answer answer)
{
	if (answer.bytes == 0) {
		printf("%s.none 1\n", name);
		return;
	}
	printf("%s.ms %.3f\n%s.bytes %zu\n", name, answer.last, name, answer.bytes);
}

/* KEYS may be two alternatives, "A|B", sent in turn. */
static void do_keys(struct bench *b, const char *name, const char *keys, int count)
{
	char one[4096], two[4096];
	const char *bar = strchr(keys, '|');
	char *first = strndup(keys, bar ? (size_t) (bar - keys) : strlen(keys));
	size_t n_one = all_keys(first, one), n_two = all_keys(bar ? bar + 1 : keys, two);

	free(first);
	for (int i = -6; i < count && !b->ended; i++) {      /* six to warm up */
		const char *bytes = i % 2 ? two : one;
		size_t n = i % 2 ? n_two : n_one;
		double t0 = now_ms();

		send_bytes(b, bytes, n);
		struct answer answer = receive_all(b, t0, KEY_QUIET, 500, false);
		if (i >= 0)
			report_answer(name, answer);
	}
}

static void do_type(struct bench *b, const char *name, const char *keys)
{
	char bytes[16];
	size_t n;

	while (*keys && !b->ended) {
		keys += one_key(keys, bytes, &n);
		double t0 = now_ms();

		send_bytes(b, bytes, n);
		report_answer(name, receive_all(b, t0, TYPE_QUIET, 5000, false));
	}
}

static void do_burst(struct bench *b, const char *name, const char *keys, int count)
{
	char one[4096], *all;
	size_t n = all_keys(keys, one);
	double t0;

	all = malloc(n * (size_t) count);
	for (int i = 0; i < count; i++)
		memcpy(all + (size_t) i * n, one, n);
	t0 = now_ms();
	send_bytes(b, all, n * (size_t) count);
	report_answer(name, receive_all(b, t0, 150, PATIENCE, false));
	free(all);
}

static double proc_field(pid_t pid, const char *file, const char *name)
{
	char path[64], line[256];
	double value = 0;
	FILE *in;

	snprintf(path, sizeof path, "/proc/%d/%s", (int) pid, file);
	in = fopen(path, "r");
	while (in && fgets(line, sizeof line, in)) {
		if (!name || strncmp(line, name, strlen(name)) == 0) {
			value = atof(line + (name ? strlen(name) : 0));
			break;
		}
	}
	if (in)
		fclose(in);
	return value;
}

static void do_idle(struct bench *b, double seconds)
{
	double wakeups = proc_field(b->child, "status", "voluntary_ctxt_switches:"), cpu = proc_field(b->child, "schedstat", NULL);
	double end = now_ms() + seconds * 1e3, at;
	size_t bytes = 0;

	while (now_ms() < end && !b->ended)
		bytes += receive(b, end - now_ms(), &at);
	printf("idle.wakeups %.0f\nidle.cpu_ms %.3f\nidle.bytes %zu\n", proc_field(b->child, "status", "voluntary_ctxt_switches:") - wakeups,
		(proc_field(b->child, "schedstat", NULL) - cpu) / 1e6, bytes);
	digest(b);
}

/* A change by another process: from its commit to the last byte of the frame that shows it. */
static void do_after(struct bench *b, const char *name, const char *command)
{
	char line[256];
	double committed = -1, first = now_ms();
	FILE *out = popen(command, "r");

	if (!out)
		fail(command);
	while (fgets(line, sizeof line, out))
		committed = atof(line);
	if (pclose(out) != 0 || committed < 0) {
		printf("%s.failed 1\n", name);
		return;
	}
	struct answer answer = receive_all(b, first, 100, 3000, false);
	if (answer.bytes)
		printf("%s.ms %.3f\n", name, first + answer.last - committed);
	else
		printf("%s.none 1\n", name);
}

static void do_dump(struct bench *b, const char *path)
{
	char line[COLS * 8 + 1];
	FILE *out = fopen(path, "w");

	if (!out)
		fail(path);
	for (int row = 0; row < ROWS; row++) {
		size_t n = vterm_screen_get_text(b->screen, line, sizeof line - 1, (VTermRect) { row, row + 1, 0, COLS });

		fprintf(out, "%.*s\n", (int) n, line);
	}
	fclose(out);
}

static void do_start(struct bench *b, double t0)
{
	struct answer answer = receive_all(b, t0, SCREEN_QUIET, PATIENCE, true);

	printf("start.ms %.3f\nstart.stable_ms %.3f\nstart.bytes %zu\n", answer.body, answer.last, answer.bytes);
}

static double spawn(struct bench *b, char **argv)
{
	struct winsize size = { .ws_row = ROWS, .ws_col = COLS };
	double t0 = now_ms();

	b->child = forkpty(&b->master, NULL, NULL, &size);
	if (b->child < 0)
		fail("forkpty");
	if (b->child == 0) {
		setenv("TERM", "xterm-256color", 1);
		setenv("LC_ALL", "C.UTF-8", 1);
		execvp(argv[0], argv);
		_exit(127);
	}
	fcntl(b->master, F_SETFL, O_NONBLOCK);
	b->term = vterm_new(ROWS, COLS);
	vterm_set_utf8(b->term, 1);
	b->screen = vterm_obtain_screen(b->term);
	vterm_screen_enable_altscreen(b->screen, 1);
	vterm_screen_reset(b->screen, 1);
	return t0;
}

/* Ends the program: asks, then hangs up, then kills; only ever the one started here. */
static void end_child(struct bench *b)
{
	for (int i = 0; i < 400; i++) {
		if (waitpid(b->child, NULL, WNOHANG) == b->child)
			return;
		if (i == 0)
			kill(b->child, SIGTERM);
		receive(b, 5, &(double) { 0 });
		b->filled = 0;
	}
	kill(b->child, SIGKILL);
	waitpid(b->child, NULL, 0);
}

static int do_action(struct bench *b, double t0, char **word)
{
	char bytes[4096];

	if (strcmp(word[0], "start") == 0) {
		do_start(b, t0);
		return 1;
	} else if (strcmp(word[0], "send") == 0) {
		size_t n = all_keys(word[1], bytes);
		double sent = now_ms();

		send_bytes(b, bytes, n);
		receive_all(b, sent, SCREEN_QUIET, 2000, false);
		return 2;
	} else if (strcmp(word[0], "key") == 0) {
		do_keys(b, word[1], word[2], atoi(word[3]));
		return 4;
	} else if (strcmp(word[0], "type") == 0) {
		do_type(b, word[1], word[2]);
		return 3;
	} else if (strcmp(word[0], "burst") == 0) {
		do_burst(b, word[1], word[2], atoi(word[3]));
		return 4;
	} else if (strcmp(word[0], "rest") == 0) {
		for (double end = now_ms() + atof(word[1]) * 1e3, at; now_ms() < end && !b->ended; digest(b))
			receive(b, end - now_ms(), &at);
		return 2;
	} else if (strcmp(word[0], "idle") == 0) {
		do_idle(b, atof(word[1]));
		return 2;
	} else if (strcmp(word[0], "after") == 0) {
		do_after(b, word[1], word[2]);
		return 3;
	} else if (strcmp(word[0], "dump") == 0) {
		do_dump(b, word[1]);
		return 2;
	}
	fprintf(stderr, "term_bench: unknown action %s\n", word[0]);
	exit(2);
}

int main(int argc, char **argv)
{
	static struct bench bench;
	int words = 1;
	double t0;

	while (words < argc && strcmp(argv[words], "--") != 0)
		words++;
	if (words + 1 >= argc) {
		fprintf(stderr, "usage: term_bench [ACTION...] -- PROGRAM [ARG...]\n");
		return 2;
	}
	t0 = spawn(&bench, argv + words + 1);
	for (int i = 1; i < words && !bench.ended;)
		i += do_action(&bench, t0, argv + i);
	if (bench.ended)
		printf("ended 1\n");
	end_child(&bench);
	vterm_free(bench.term);
	return 0;
}
