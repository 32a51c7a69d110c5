#include "ptyscreen.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <utmp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vterm.h>

#define MARKER "\033]777;dais-frame;"

struct pty {
	int master, slave;             /* slave: ours, for looking at modes */
	int status, control;           /* pipes from and to the job-control parent */
	pid_t parent;
	pid_t program;
	VTerm *vt;
	VTermScreen *screen;
	int w, h;
	bool alternate, visible;
	int mouse;                     /* VTERM_PROP_MOUSE_* */
	char *title;
	unsigned frames;
	GByteArray *raw;
	GByteArray *held;              /* bytes that may be the beginning of a marker */
	struct termios before;
};

struct report { char what; int value; };

static int on_property(VTermProp property, VTermValue *value, void *data)
{
	struct pty *pty = data;
	if (property == VTERM_PROP_ALTSCREEN)
		pty->alternate = value->boolean;
	if (property == VTERM_PROP_CURSORVISIBLE)
		pty->visible = value->boolean;
	if (property == VTERM_PROP_MOUSE)
		pty->mouse = value->number;
	if (property == VTERM_PROP_TITLE) {
		g_free(pty->title);
		pty->title = g_strdup(value->string);
	}
	return 1;
}

static const VTermScreenCallbacks callbacks = { .settermprop = on_property };

/* What a shell does for its job: foreground, wait, tell; on "continue" foreground again. */
static void job_parent(const struct pty_options *options, int status, int control)
{
	signal(SIGTTOU, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	struct termios modes;
	tcgetattr(STDIN_FILENO, &modes);
	pid_t program = fork();
	if (program == 0) {
		setpgid(0, 0);
		tcsetpgrp(STDIN_FILENO, getpid());
		signal(SIGTTOU, SIG_DFL);
		signal(SIGHUP, options->ignore_hangup ? SIG_IGN : SIG_DFL);
		signal(SIGINT, SIG_DFL);      /* a suite started in the background would hand down ignored ones */
		signal(SIGQUIT, SIG_DFL);
		execve(options->argv[0], options->argv, options->env);
		_exit(127);
	}
	if (program < 0)
		_exit(1);      /* what follows would be about every process */
	setpgid(program, program);
	struct report report = { 'P', program };
	for (;;) {
		if (write(status, &report, sizeof report) != sizeof report)
			_exit(1);
		if (report.what == 'X' || report.what == 'K')
			_exit(0);
		if (report.what == 'S') {
			char go;
			tcsetpgrp(STDIN_FILENO, getpgrp());
			if (read(control, &go, 1) != 1)
				_exit(1);
			tcsetpgrp(STDIN_FILENO, program);
			kill(-program, SIGCONT);
		}
		int state = 0;
		while (waitpid(program, &state, WUNTRACED) < 0 && errno == EINTR)
			;
		if (WIFSTOPPED(state))
			report = (struct report) { 'S', WSTOPSIG(state) };
		else if (WIFEXITED(state))
			report = (struct report) { 'X', WEXITSTATUS(state) };
		else
			report = (struct report) { 'K', WTERMSIG(state) };
	}
}

struct pty *pty_start(const struct pty_options *options)
{
	struct pty *pty = g_new0(struct pty, 1);
	pty->w = options->w;
	pty->h = options->h;
	pty->visible = true;
	pty->raw = g_byte_array_new();
	pty->held = g_byte_array_new();
	struct winsize size = { .ws_col = options->w, .ws_row = options->h };
	int status[2], control[2];
	if (openpty(&pty->master, &pty->slave, NULL, NULL, &size) || pipe2(status, O_CLOEXEC) || pipe2(control, O_CLOEXEC))
		g_error("no pseudo-terminal: %s", g_strerror(errno));
	fcntl(pty->master, F_SETFD, FD_CLOEXEC);
	fcntl(pty->slave, F_SETFD, FD_CLOEXEC);
	tcgetattr(pty->slave, &pty->before);
	pty->vt = vterm_new(options->h, options->w);
	vterm_set_utf8(pty->vt, 1);
	pty->screen = vterm_obtain_screen(pty->vt);
	vterm_screen_set_callbacks(pty->screen, &callbacks, pty);
	vterm_screen_enable_altscreen(pty->screen, 1);
	vterm_screen_reset(pty->screen, 1);
	pty->parent = fork();
	if (pty->parent == 0) {
		close(pty->master);
		login_tty(pty->slave);
		job_parent(options, status[1], control[0]);
	}
	close(status[1]);
	close(control[0]);
	pty->status = status[0];
	pty->control = control[1];
	struct report report = { 0 };
	if (read(pty->status, &report, sizeof report) == sizeof report)
		pty->program = report.value;
	return pty;
}

void pty_free(struct pty *pty)
{
	if (!pty)
		return;
	int value;
	/* Once it has ended its number is -1, which as a process means all of them: looked at anew after the look at its state. */
	if (pty->program > 0)
		pty_state(pty, &value, 0);
	if (pty->program > 0) {
		kill(pty->program, SIGKILL);
		close(pty->control);
		kill(pty->program, SIGCONT);
	} else {
		close(pty->control);
	}
	waitpid(pty->parent, NULL, 0);
	close(pty->status);
	if (pty->master >= 0)
		close(pty->master);
	if (pty->slave >= 0)
		close(pty->slave);
	vterm_free(pty->vt);
	g_byte_array_unref(pty->raw);
	g_byte_array_unref(pty->held);
	g_free(pty->title);
	g_free(pty);
}

void pty_send(struct pty *pty, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t n = write(pty->master, bytes, length);
		if (n < 0 && errno != EINTR)
			return;
		if (n > 0) {
			bytes += n;
			length -= n;
		}
	}
}

static void take(struct pty *pty, const guint8 *bytes, size_t n)
{
	g_byte_array_append(pty->raw, bytes, n);
	vterm_input_write(pty->vt, (const char *) bytes, n);
	/* Nobody answers the program's questions here: it must not ask any. */
	char answer[256];
	vterm_output_read(pty->vt, answer, sizeof answer);
}

/* Cuts the markers out of the stream; a marker cut in two by the reading waits for its rest. Gives how many were complete. */
static unsigned feed(struct pty *pty, const guint8 *bytes, size_t n)
{
	unsigned found = 0;
	g_byte_array_append(pty->held, bytes, n);
	guint8 *p = pty->held->data, *end = p + pty->held->len;
	while (p < end) {
		guint8 *escape = memchr(p, 27, end - p);
		size_t left = escape ? (size_t) (end - escape) : 0, most = MIN(left, strlen(MARKER));
		if (!escape) {
			take(pty, p, end - p);
			p = end;
			break;
		}
		take(pty, p, escape - p);
		p = escape;
		if (memcmp(escape, MARKER, most) != 0) {
			take(pty, p, 1);
			p++;
			continue;
		}
		guint8 *bell = left > most ? memchr(escape, 7, left) : NULL;
		if (!bell)
			break;
		found++;
		p = bell + 1;
	}
	g_byte_array_remove_range(pty->held, 0, p - pty->held->data);
	pty->frames += found;
	return found;
}

static bool read_some(struct pty *pty, int timeout_ms, unsigned *found)
{
	struct pollfd poll_fd = { .fd = pty->master, .events = POLLIN };
	guint8 bytes[16384];
	if (pty->master < 0 || poll(&poll_fd, 1, timeout_ms) <= 0)
		return false;
	ssize_t n = read(pty->master, bytes, sizeof bytes);
	if (n <= 0)
		return false;
	*found += feed(pty, bytes, n);
	return true;
}

bool pty_frame(struct pty *pty, int timeout_ms)
{
	gint64 end = g_get_monotonic_time() + timeout_ms * 1000LL;
	unsigned found = 0;
	while (!found) {
		gint64 left = (end - g_get_monotonic_time()) / 1000;
		if (left < 0 || !read_some(pty, left, &found))
			return false;
	}
	return true;
}

bool pty_read(struct pty *pty, int timeout_ms)
{
	unsigned found = 0;
	return read_some(pty, timeout_ms, &found);
}

void pty_resize(struct pty *pty, int w, int h)
{
	struct winsize size = { .ws_col = w, .ws_row = h };
	pty->w = w;
	pty->h = h;
	vterm_set_size(pty->vt, h, w);
	ioctl(pty->master, TIOCSWINSZ, &size);
}

void pty_signal(struct pty *pty, int number)
{
	if (pty->program > 0)
		kill(pty->program, number);
}

void pty_continue(struct pty *pty)
{
	ssize_t n = write(pty->control, "c", 1);
	g_assert(n == 1);
}

void pty_hang_up(struct pty *pty)
{
	close(pty->slave);
	close(pty->master);
	pty->slave = pty->master = -1;
}

char pty_state(struct pty *pty, int *value, int timeout_ms)
{
	struct pollfd poll_fd = { .fd = pty->status, .events = POLLIN };
	struct report report = { 0 };
	gint64 end = g_get_monotonic_time() + timeout_ms * 1000LL;
	do {
		/* What it writes on its way out must be read, or it would wait for us. */
		unsigned found = 0;
		while (read_some(pty, 0, &found))
			;
		if (poll(&poll_fd, 1, MIN(timeout_ms, 5)) > 0 && read(pty->status, &report, sizeof report) == sizeof report) {
			*value = report.value;
			if (report.what != 'S')
				pty->program = -1;
			while (read_some(pty, 0, &found))
				;
			return report.what;
		}
	} while (g_get_monotonic_time() < end);
	return 0;
}

unsigned pty_frames(const struct pty *pty)
{
	return pty->frames;
}

static void append_cell(GString *out, const VTermScreenCell *cell)
{
	if (cell->chars[0] == (uint32_t) -1)
		return;
	if (!cell->chars[0])
		g_string_append_c(out, ' ');
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
		g_string_append_unichar(out, cell->chars[i]);
}

char *pty_row(struct pty *pty, int y)
{
	GString *out = g_string_new(NULL);
	for (int x = 0; x < pty->w; x++) {
		VTermScreenCell cell;
		vterm_screen_get_cell(pty->screen, (VTermPos) { .row = y, .col = x }, &cell);
		append_cell(out, &cell);
	}
	while (out->len && out->str[out->len - 1] == ' ')
		g_string_truncate(out, out->len - 1);
	return g_string_free(out, FALSE);
}

char *pty_screen(struct pty *pty)
{
	GString *out = g_string_new(NULL);
	for (int y = 0; y < pty->h; y++) {
		g_autofree char *row = pty_row(pty, y);
		g_string_append_printf(out, "%s\n", row);
	}
	return g_string_free(out, FALSE);
}

void pty_cursor(const struct pty *pty, int *x, int *y)
{
	VTermPos position;
	vterm_state_get_cursorpos(vterm_obtain_state(pty->vt), &position);
	*x = position.col;
	*y = position.row;
}

bool pty_alternate(const struct pty *pty) { return pty->alternate; }
bool pty_cursor_visible(const struct pty *pty) { return pty->visible; }
const char *pty_mouse(const struct pty *pty)
{
	static const char *const names[] = { [VTERM_PROP_MOUSE_NONE] = "none", [VTERM_PROP_MOUSE_CLICK] = "clicks", [VTERM_PROP_MOUSE_DRAG] = "drags",
		[VTERM_PROP_MOUSE_MOVE] = "moves" };
	return names[pty->mouse];
}
const char *pty_title(const struct pty *pty) { return pty->title ? pty->title : ""; }
int pty_height(const struct pty *pty) { return pty->h; }
const GByteArray *pty_raw(const struct pty *pty) { return pty->raw; }

bool pty_modes_equal(const struct pty *pty)
{
	struct termios now;
	return tcgetattr(pty->slave, &now) == 0 && now.c_iflag == pty->before.c_iflag && now.c_oflag == pty->before.c_oflag &&
		now.c_lflag == pty->before.c_lflag && memcmp(now.c_cc, pty->before.c_cc, sizeof now.c_cc) == 0;
}
