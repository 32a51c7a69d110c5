/* Progress on stderr, and the key that stops long work. */
#include "cli/cli.h"

#include <inttypes.h>
#include <signal.h>
#include <unistd.h>
#include "base/i18n.h"
#include "base/text.h"

#define SHOW_AFTER (G_USEC_PER_SEC / 2)
#define SHOW_EVERY (G_USEC_PER_SEC / 5)

/* Set by SIGINT and SIGTERM; a signal handler has nowhere else to write to. */
static volatile sig_atomic_t stopped;

static void stop(int number)
{
	(void) number;
	stopped = 1;
}

struct cli_progress cli_progress_start(const char *unit)
{
	struct sigaction action = { .sa_handler = stop, .sa_flags = (int) SA_RESETHAND };
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	return (struct cli_progress) { .unit = unit, .began = g_get_monotonic_time(),
		.terminal = isatty(STDERR_FILENO) == 1 };
}

/* "45,056 cases, 45 %, 68,000 a second, 1 s left"; bytes are told in megabytes. */
static char *progress_line(const struct cli_progress *progress, gint64 done, gint64 total, gint64 spent)
{
	char count[28], rate[28];
	double speed = (double) done / (double) MAX(spent, 1) * G_USEC_PER_SEC;
	gint64 left = speed > 0 ? (gint64) ((double) (total - done) / speed + 0.5) : 0;
	int percent = (int) (100 * done / MAX(total, 1));
	if (done > total)
		return g_strdup(_("building the indexes ..."));
	if (!progress->unit)
		return g_strdup_printf(_("%.1f of %.1f MB, %d %%, %.1f MB a second, %" PRId64 " s left"),
			(double) done / 1e6,
			(double) total / 1e6, percent, speed / 1e6, left);
	return g_strdup_printf(_("%s %s, %d %%, %s a second, %" PRId64 " s left"), text_number(done, count),
		progress->unit, percent, text_number((gint64) speed, rate), left);
}

static void show(struct cli_progress *progress, gint64 done, gint64 total, gint64 spent)
{
	g_autofree char *line = progress_line(progress, done, total, spent);
	int width = text_width(line);
	fprintf(stderr, "\r%s%*s", line, MAX(progress->width - width, 0), "");
	fflush(stderr);
	progress->width = width;
}

bool cli_progress_step(gint64 done, gint64 total, void *data)
{
	struct cli_progress *progress = data;
	gint64 now = g_get_monotonic_time();
	if (progress->terminal && done > 0 && now - progress->began > SHOW_AFTER && (done > total
		|| now - progress->shown > SHOW_EVERY)) {
		show(progress, done, total, now - progress->began);
		progress->shown = now;
	}
	return !stopped;
}

void cli_progress_end(struct cli_progress *progress)
{
	if (progress->width > 0)
		fprintf(stderr, "\r%*s\r", progress->width, "");
	progress->width = 0;
	signal(SIGINT, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
}
