/* Published votes into a database: a meeting and a journal each, and what the rules of the body say of every result. */
#ifndef DAIS_ACTION_VOTES_ACTION_H
#define DAIS_ACTION_VOTES_ACTION_H

#include "domain/import_map.h"
#include "domain/meeting.h"
#include "exchange/published.h"
#include "store/store.h"

struct votes_report {
	unsigned meetings, known;         /* new; in the database already */
	unsigned rows;                    /* items published */
	unsigned motions;                 /* of them with votes and a result */
	unsigned votes, failed;           /* votes by name; motions published as failed */
	unsigned unnamed;                 /* a result published without names: nothing to compute */
	unsigned agree;                   /* computed as published */
	GPtrArray *disagreements;         /* char *: meeting, item, published, computed, the arithmetic */
	GPtrArray *changed;               /* char *: meetings known already, of which something else is published now; nothing was changed */
	GPtrArray *recorded;              /* char *: meetings of a document that are here already under another name: recorded, or from another source */
	GPtrArray *odd;                   /* struct published_odd *: what the map does not know, kept as published */
};
void votes_report_free(struct votes_report *report);
struct votes_options { bool dry_run, strict; };    /* keep nothing; keep nothing of anything where something is odd */
/* All files or nothing of each meeting; a meeting that is there already is counted as known. NULL with error. */
struct votes_report *votes_import(struct store *store, const struct board *board, const struct import_map *map, const char *const *paths,
	const struct votes_options *options, GError **error);

#endif
