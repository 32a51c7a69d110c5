/* The parts of the minutes; each has a file. */
#ifndef DAIS_DOMAIN_MINUTES_PRIVATE_H
#define DAIS_DOMAIN_MINUTES_PRIVATE_H

#include "base/i18n.h"
#include "domain/event_words.h"
#include "domain/minutes.h"

struct minutes { const struct meeting *meeting; struct paper *paper; const char *lang; };

/* "18:42" in the meeting's zone; buf of at least 6 bytes. Returns buf. */
const char *minutes_clock(const struct minutes *minutes, instant_t when, char buf[8]);
/* "16 December 2024" untranslated by locale: the ISO day; buf as for day_iso. */
const char *minutes_day(const struct minutes *minutes, instant_t when, char *buf);
/* minutes_people.c: attendance with times, quorum. */
void minutes_attendance(struct minutes *minutes);
/* minutes_votes.c: one motion with all that became of it. */
void minutes_motion(struct minutes *minutes, const struct motion *motion);

#endif
