/* The words and sentences of the invented data. Private to demo*.c. */
#ifndef DAIS_DOMAIN_DEMO_WORDS_H
#define DAIS_DOMAIN_DEMO_WORDS_H

#include <glib.h>
#include <stdint.h>

/* A random number that depends on nothing but its arguments (SplitMix64 finalizer; Steele, Lea, Flood 2014). */
guint64 demo_hash(guint64 seed, guint64 a, guint64 b);
/* The same in 0 <= x < 1. */
double demo_unit(guint64 seed, guint64 a, guint64 b);

struct demo_choice { const char *word; int weight; };
/* Picks by weight with u in 0..1; the list ends with a NULL word. */
const char *demo_pick(const struct demo_choice *choices, double u);

extern const struct demo_choice demo_classes[], demo_districts[], demo_channels[], demo_kinds[], demo_findings[],
	demo_races[], demo_sexes[], demo_force_types[], demo_force_levels[], demo_dispositions[], demo_discipline[],
	demo_early_ends[];
/* The detail of an allegation of a class. */
const char *demo_detail(const char *class, guint64 random);
/* A narrative of two or three invented sentences; g_free. */
char *demo_summary(const char *class, guint64 random);

#endif
