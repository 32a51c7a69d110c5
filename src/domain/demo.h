/*
 * Invented oversight data of the fictional city of Riverton: for the demonstration database, for pictures, tests and bench.
 * Pure and reproducible: the same seed, size and day give the same data on every machine. Words are those of
 * fixtures/riverton.conf. No real person or place is meant.
 */
#ifndef DAIS_DOMAIN_DEMO_H
#define DAIS_DOMAIN_DEMO_H

#include "domain/record.h"

struct demo_options {
	guint64 seed;
	gint64 cases;        /* 1 .. 100,000,000; above 20,000 they spread over 20 years, else over 4 */
	gint64 open;         /* how many of them are open; clamped to cases; they are among the newest */
	day_t today;
	const char *lang;    /* in which the titles of the meetings are written; NULL: the board's first */
};

struct demo;
struct demo *demo_new(const struct demo_options *options);
void demo_free(struct demo *demo);
typedef struct demo demo_t;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(demo_t, demo_free)

#define DEMO_ALLEGATIONS_MOST 4
#define DEMO_EVENTS_MOST 15
struct demo_case {
	struct case_record record;             /* number "C-2024-0187", oldest case first */
	struct person_record complainant;
	struct allegation_record allegation[DEMO_ALLEGATIONS_MOST];
	unsigned allegations;                  /* 1.6 on average */
	bool disagrees;                        /* the chief, on one of them at least */
	struct case_event event[DEMO_EVENTS_MOST];
	unsigned events;
};
/* Case i (0 .. cases - 1), in the order they were received. demo_case_clear frees what it holds. */
void demo_case_make(const struct demo *demo, gint64 i, struct demo_case *out);
void demo_case_clear(struct demo_case *made);

/* Reports of force: about one for every three cases. */
gint64 demo_force_count(const struct demo *demo);
void demo_force_make(const struct demo *demo, gint64 i, struct force_record *out);

#endif
