#include "domain/demo.h"

#include <math.h>
#include <string.h>
#include "domain/demo_words.h"

enum { SHORT_MONTHS = 48, LONG_MONTHS = 240, LONG_FROM = 20000, OPEN_MONTHS = 9 };

struct demo {
	struct demo_options options;
	month_t first;               /* month of the oldest case */
	unsigned months;
	gint64 *start;               /* start[m]: index of the first case of month m; months + 1 of them */
	GHashTable *open;            /* indices of open cases */
	gint64 *open_index;
};

/* What the salts of the random numbers stand for; allegation n adds 16 n. */
enum salt { SALT_DISTRICT = 1, SALT_CHANNEL, SALT_KIND, SALT_CLASS, SALT_DAYS, SALT_COUNT, SALT_SUMMARY, SALT_RACE,
	SALT_SEX, SALT_AGE, SALT_STATE, SALT_OCCURRED, SALT_ALLEGATION = 64 };
enum allegation_salt { A_CLASS, A_DETAIL, A_OFFICER, A_INVESTIGATOR, A_BOARD, A_BOARD_WORD, A_CHIEF, A_DISCIPLINE,
	A_STEP = 16 };

/* Complaints rise in summer and over the years; one month stands out, so that there is a signal to find. */
static double month_weight(const struct demo *demo, unsigned m)
{
	int number = month_number(demo->first + (month_t) m);
	double season = 1 + 0.22 * cos((number - 7) * G_PI / 6);
	double growth = 1 + 0.25 * m / demo->months;
	double noise = 0.9 + 0.2 * demo_unit(demo->options.seed, m, 777);
	bool signal = m + 9 == demo->months;
	return season * growth * noise * (signal ? 2.2 : 1);
}

/* The last month is the present one and only partly over. */
static double month_part(const struct demo *demo, unsigned m)
{
	if (m + 1 < demo->months)
		return 1;
	int day;
	day_to_civil(demo->options.today, NULL, NULL, &day);
	return day / 31.0;
}

static void spread_months(struct demo *demo)
{
	double all = 0, sum = 0;
	for (unsigned m = 0; m < demo->months; m++)
		all += month_weight(demo, m) * month_part(demo, m);
	demo->start = g_new0(gint64, demo->months + 1);
	for (unsigned m = 0; m < demo->months; m++) {
		sum += month_weight(demo, m) * month_part(demo, m);
		demo->start[m + 1] = llround(demo->options.cases * (sum / all));
	}
	demo->start[demo->months] = demo->options.cases;
}

/* Open cases: dense among the newest, thinning out over about nine months; always exactly as many as asked for. */
static void choose_open(struct demo *demo)
{
	gint64 n = demo->options.cases, open = demo->options.open;
	double spread = MAX((double) OPEN_MONTHS * n / demo->months - open, 0);
	demo->open = g_hash_table_new(g_int64_hash, g_int64_equal);
	demo->open_index = g_new(gint64, MAX(open, 1));
	for (gint64 k = 0; k < open; k++) {
		gint64 offset = k + (gint64) (spread * pow((double) k / open, 1.6));
		demo->open_index[k] = n - 1 - MIN(offset, n - open + k);
		g_hash_table_add(demo->open, &demo->open_index[k]);
	}
}

struct demo *demo_new(const struct demo_options *options)
{
	struct demo *demo = g_new0(struct demo, 1);
	demo->options = *options;
	demo->options.cases = CLAMP(options->cases, 1, 100000000);
	demo->options.open = CLAMP(options->open, 0, demo->options.cases);
	demo->months = demo->options.cases > LONG_FROM ? LONG_MONTHS : SHORT_MONTHS;
	demo->first = month_of_day(options->today) - (month_t) demo->months + 1;
	spread_months(demo);
	choose_open(demo);
	return demo;
}

void demo_free(struct demo *demo)
{
	if (!demo)
		return;
	g_hash_table_unref(demo->open);
	g_free(demo->open_index);
	g_free(demo->start);
	g_free(demo);
}

static double unit(const struct demo *demo, gint64 i, unsigned salt)
{
	return demo_unit(demo->options.seed, i + 1, salt);
}

static unsigned find_month(const struct demo *demo, gint64 i)
{
	unsigned low = 0, high = demo->months - 1;
	while (low < high) {
		unsigned middle = (low + high) / 2;
		if (demo->start[middle + 1] > i)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

static day_t received_day(const struct demo *demo, gint64 i, unsigned m)
{
	day_t first = month_first_day(demo->first + (month_t) m), next = month_first_day(demo->first + (month_t) m + 1);
	if (m + 1 == demo->months)
		next = demo->options.today + 1;
	gint64 n = demo->start[m + 1] - demo->start[m];
	return first + (day_t) ((next - first) * (i - demo->start[m]) / MAX(n, 1));
}

/* The number counts from 1 in each year. */
static char *case_number(const struct demo *demo, gint64 i, unsigned m)
{
	month_t month = demo->first + (month_t) m;
	int back = MIN((int) m, month_number(month) - 1);
	gint64 before = demo->start[m - (unsigned) back];
	return g_strdup_printf("C-%d-%04" G_GINT64_FORMAT, month_year(month), i - before + 1);
}

/* Days to close: log-normal around 68 days with a long tail, force and bias longer. */
static int days_to_close(const struct demo *demo, gint64 i, const char *class)
{
	double a = unit(demo, i, SALT_DAYS), b = unit(demo, i, SALT_DAYS + 256);
	double normal = sqrt(-2 * log(fmax(a, 1e-9))) * cos(2 * G_PI * b);
	double slow = !strcmp(class, "force") || !strcmp(class, "bias") ? 1.5 : 1;
	return CLAMP((int) (slow * exp(4.2 + 0.55 * normal)), 3, 700);
}

struct step { const char *state; double at; };    /* at: share of the whole time */
static const struct step path[] = {
	{ "received", 0 }, { "intake_review", 0.02 }, { "preliminary_review", 0.07 }, { "investigation", 0.14 },
	{ "investigation_complete", 0.66 }, { "staff_recommendation", 0.72 }, { "board_agenda", 0.78 },
	{ "board_review", 0.82 }, { "findings_adopted", 0.85 }, { "chief_response_due", 0.86 }, { "chief_concurs", 0.96 },
	{ "final_decision", 0.98 }, { "closed", 1 },
};
enum { STEP_INVESTIGATION = 3, STEP_CHIEF = 10, STEP_FINAL = 11, STEP_LAST = G_N_ELEMENTS(path) - 1 };

/* Ways out before an investigation: the last step gets the state in which the case ends. */
static const struct step short_path[] = { { "received", 0 }, { "intake_review", 0.2 }, { "closed_intake", 1 } };
static const struct step preliminary_path[] = { { "received", 0 }, { "intake_review", 0.1 },
	{ "preliminary_review", 0.3 }, { "closed_prelim", 1 } };
static const struct step mediation_path[] = { { "received", 0 }, { "intake_review", 0.1 }, { "mediation_offered", 0.25 },
	{ "mediation_scheduled", 0.5 }, { "mediated", 1 } };

/* The way of one case: its steps up to the last one taken, and the state it is in. */
struct way { const struct step *steps; unsigned last; const char *state; };

/* A closed case went the whole way, or came to an early end: quick ones were closed at intake. */
static struct way closed_way(const struct demo *demo, gint64 i, int days)
{
	double u = unit(demo, i, SALT_STATE);
	if (days <= 25)
		return (struct way) { short_path, 2, demo_pick(demo_early_ends, u) };
	if (days < 60 && u < 0.12)
		return (struct way) { preliminary_path, 3, u < 0.07 ? "closed_prelim" : "concur_with_ia" };
	if (u > 0.95)
		return (struct way) { mediation_path, 4, "mediated" };
	return (struct way) { path, STEP_LAST, "closed" };
}

/* Where an open case stands, by its age. */
static unsigned open_step(const struct demo *demo, gint64 i, int age)
{
	double u = unit(demo, i, SALT_STATE);
	if (age < 6)
		return u < 0.4 ? 0 : 1;
	if (age < 20)
		return u < 0.4 ? 1 : 2;
	if (age < 75)
		return u < 0.15 ? 2 : STEP_INVESTIGATION;
	return STEP_INVESTIGATION + (unsigned) (u * u * 6.99);
}

static void add_event(struct demo_case *made, day_t day, int minutes, const char *what, const char *from,
	const char *to)
{
	made->event[made->events++] = (struct case_event) {
		.when = (instant_t) day * 86400 + minutes * 60, .who = g_strdup(what[0] == 'r' ? "web" : "staff"),
		.what = g_strdup(what), .from = g_strdup(from), .to = g_strdup(to),
	};
}

/* The chief gave the reasons on the day of the answer. */
static void add_answer(struct demo_case *made)
{
	instant_t when = made->event[made->events - 1].when;
	add_event(made, 0, 0, "answer", NULL, NULL);
	made->event[made->events - 1].when = when;
	made->event[made->events - 1].why = g_strdup("The chief's letter is in the file.");
}

static void make_events(const struct demo *demo, gint64 i, struct demo_case *made, const struct way *way)
{
	day_t end = made->record.open ? demo->options.today : made->record.closed;
	int passed = end - made->record.received;
	int whole = made->record.open ? MAX((int) (passed / fmax(way->steps[way->last].at + 0.06, 0.1)), 1) : passed;
	bool disagrees = made->disagrees && way->steps == path;
	const char *from = NULL;
	for (unsigned s = 0; s <= way->last; s++) {
		const char *to = s == way->last ? way->state : s == STEP_CHIEF && disagrees ? "chief_disagrees"
			: way->steps[s].state;
		day_t day = made->record.received + (day_t) (whole * way->steps[s].at);
		add_event(made, MIN(day, end), 540 + (int) (demo_hash(demo->options.seed, i, 500 + s) % 420),
			s == 0 ? "received" : "state", from, to);
		from = made->event[made->events - 1].to;
		if (s == STEP_CHIEF && disagrees && way->last > STEP_CHIEF)
			add_answer(made);
	}
}

static const char *other_finding(const char *finding, double u)
{
	return !strcmp(finding, "sustained") ? (u < 0.7 ? "not_sustained" : "exonerated")
		: u < 0.5 ? "sustained" : "not_sustained";
}

/* The board mostly follows the investigator, the chief mostly the board. Gives whether the chief disagrees. */
static bool make_findings(const struct demo *demo, gint64 i, unsigned n, struct allegation_record *allegation,
	const struct way *way)
{
	unsigned salt = SALT_ALLEGATION + n * A_STEP, step = way->last;
	if (way->steps != path) {
		allegation->finding[STAGE_FINAL] = g_strdup("closed_no_finding");
		allegation->closure = g_strdup(way->state);
		return false;
	}
	if (step <= STEP_INVESTIGATION + 1) {
		allegation->finding[STAGE_BOARD] = g_strdup("pending");
		return false;
	}
	const char *investigator = demo_pick(demo_findings, unit(demo, i, salt + A_INVESTIGATOR));
	const char *board = investigator, *chief;
	allegation->finding[STAGE_INVESTIGATOR] = g_strdup(investigator);
	if (unit(demo, i, salt + A_BOARD) < 0.14)
		board = other_finding(investigator, unit(demo, i, salt + A_BOARD_WORD));
	allegation->finding[STAGE_BOARD] = g_strdup(step < 8 ? "pending" : board);
	if (step < STEP_CHIEF)
		return false;
	double u = unit(demo, i, salt + A_CHIEF);
	chief = u < (strcmp(board, "sustained") ? 0.02 : 0.3) ? other_finding(board, u * 3) : board;
	allegation->finding[STAGE_CHIEF] = g_strdup(chief);
	if (step >= STEP_FINAL) {
		allegation->finding[STAGE_FINAL] = g_strdup(chief);
		if (!strcmp(chief, "sustained"))
			allegation->discipline = g_strdup(demo_pick(demo_discipline, unit(demo, i, salt + A_DISCIPLINE)));
	}
	return strcmp(chief, board) != 0;
}

static void make_officer(const struct demo *demo, gint64 i, unsigned salt, struct person_record *officer)
{
	double u = unit(demo, i, salt);
	gint64 pool = MAX(60, demo->options.cases / 80), which = (gint64) (pool * u * u);
	*officer = (struct person_record) {
		.role = g_strdup("officer"), .ref = g_strdup_printf("R-%05" G_GINT64_FORMAT, which + 1), .age = -1,
		.race = g_strdup(demo_pick(demo_races, demo_unit(demo->options.seed, which, 901))),
		.sex = g_strdup(demo_pick(demo_sexes, demo_unit(demo->options.seed, which, 902) * 0.95)),
	};
}

static void make_allegations(const struct demo *demo, gint64 i, struct demo_case *made, const struct way *way)
{
	double u = unit(demo, i, SALT_COUNT);
	made->allegations = u < 0.58 ? 1 : u < 0.86 ? 2 : u < 0.96 ? 3 : 4;
	for (unsigned n = 0; n < made->allegations; n++) {
		unsigned salt = SALT_ALLEGATION + n * A_STEP;
		struct allegation_record *allegation = &made->allegation[n];
		*allegation = (struct allegation_record) { 0 };
		const char *class = n == 0 ? made->record.class : demo_pick(demo_classes, unit(demo, i, salt + A_CLASS));
		allegation->key = g_strdup_printf("%s.%u", made->record.number, n + 1);
		allegation->class = g_strdup(class);
		allegation->detail = g_strdup(demo_detail(class, demo_hash(demo->options.seed, i, salt + A_DETAIL)));
		make_officer(demo, i, salt + A_OFFICER, &allegation->officer);
		made->disagrees |= make_findings(demo, i, n, allegation, way);
	}
}

static void make_complainant(const struct demo *demo, gint64 i, struct person_record *person)
{
	double age = unit(demo, i, SALT_AGE);
	*person = (struct person_record) {
		.role = g_strdup("complainant"), .age = age < 0.1 ? -1 : 16 + (int) (62 * age * age),
		.race = g_strdup(demo_pick(demo_races, unit(demo, i, SALT_RACE))),
		.sex = g_strdup(demo_pick(demo_sexes, unit(demo, i, SALT_SEX))),
	};
}

void demo_case_make(const struct demo *demo, gint64 i, struct demo_case *out)
{
	unsigned m = find_month(demo, i);
	struct case_record *record = &out->record;
	bool open = g_hash_table_contains(demo->open, &i);
	*out = (struct demo_case) { .record = { .received = received_day(demo, i, m), .open = open,
		.closed = DAY_UNKNOWN, .due = DAY_UNKNOWN } };
	bool signal = m + 9 == demo->months && unit(demo, i, SALT_CLASS + 256) < 0.35;
	const char *class = signal ? "force" : demo_pick(demo_classes, unit(demo, i, SALT_CLASS));
	record->number = case_number(demo, i, m);
	record->class = g_strdup(class);
	record->district = g_strdup(demo_pick(demo_districts, unit(demo, i, SALT_DISTRICT)));
	record->channel = g_strdup(demo_pick(demo_channels, unit(demo, i, SALT_CHANNEL)));
	record->kind = g_strdup(demo_pick(demo_kinds, unit(demo, i, SALT_KIND)));
	record->occurred = record->received - (day_t) (unit(demo, i, SALT_OCCURRED) * unit(demo, i, SALT_OCCURRED) * 40);
	record->summary = demo_summary(class, demo_hash(demo->options.seed, i, SALT_SUMMARY));
	int age = demo->options.today - record->received, days = days_to_close(demo, i, class);
	days = days <= age ? days : age * 3 / 4;
	if (!open)
		record->closed = record->received + days;
	unsigned step = open ? open_step(demo, i, age) : 0;
	struct way way = open ? (struct way) { path, step, path[step].state } : closed_way(demo, i, days);
	make_allegations(demo, i, out, &way);
	if (way.steps == path && way.last == STEP_CHIEF && out->disagrees)
		way.state = "chief_disagrees";
	record->state = g_strdup(way.state);
	make_complainant(demo, i, &out->complainant);
	make_events(demo, i, out, &way);
}

void demo_case_clear(struct demo_case *made)
{
	case_record_clear(&made->record);
	person_record_clear(&made->complainant);
	for (unsigned i = 0; i < made->allegations; i++)
		allegation_record_clear(&made->allegation[i]);
	for (unsigned i = 0; i < made->events; i++)
		case_event_clear(&made->event[i]);
	made->allegations = made->events = 0;
}

gint64 demo_force_count(const struct demo *demo)
{
	return demo->options.cases / 3;
}

void demo_force_make(const struct demo *demo, gint64 i, struct force_record *out)
{
	guint64 salt = 5000;
	gint64 near = MIN(i * 3, demo->options.cases - 1);
	unsigned m = find_month(demo, near);
	*out = (struct force_record) {
		.number = g_strdup_printf("F-%d-%04" G_GINT64_FORMAT, month_year(demo->first + (month_t) m), i + 1),
		.district = g_strdup(demo_pick(demo_districts, unit(demo, i, salt))),
		.type = g_strdup(demo_pick(demo_force_types, unit(demo, i, salt + 1))),
		.level = g_strdup(demo_pick(demo_force_levels, unit(demo, i, salt + 2))),
		.disposition = g_strdup(demo_pick(demo_dispositions, unit(demo, i, salt + 3))),
		.occurred = received_day(demo, near, m),
		.subject_injured = unit(demo, i, salt + 4) < 0.18, .officer_injured = unit(demo, i, salt + 5) < 0.06,
	};
	out->status = g_strdup(!strcmp(out->disposition, "pending") ? "open" : "complete");
	make_complainant(demo, i + 7, &out->subject);
	g_free(out->subject.role);
	out->subject.role = g_strdup("subject");
	make_officer(demo, i, salt + 6, &out->officer);
}
