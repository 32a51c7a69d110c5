/* What the files of the export share. */
#ifndef DAIS_EXCHANGE_EXPORT_PRIVATE_H
#define DAIS_EXCHANGE_EXPORT_PRIVATE_H

#include "domain/meeting_public.h"
#include "exchange/export_json.h"
#include "exchange/json_build.h"

struct export_format {
	const char *name;
	const char *id;               /* the member that names an object: "id", "_id" */
	const char *people;           /* the list of persons */
	bool civic;                   /* Open Civic Data: ids and types of its own, motions inside their event */
};
struct exporting {
	const struct export_format *format;
	const struct board *board;
	JsonBuilder *json;
	struct export_count *count;
};

/* The id of an object by its plain name: itself, or "ocd-KIND/UUID" made of it. g_free. kind: "event", "organization", "person", ... */
char *export_id(const struct export_format *format, const char *kind, const char *plain);
void export_put_id(const struct exporting *exporting, const char *key, const char *kind, const char *plain);
/* The body or, where it met under another name, that: "pob". g_free. */
char *export_organization(const struct board *board, const struct meeting *meeting);
/* A time; one that is the call's is not known, and only its day is told. */
void export_put_time(const struct exporting *exporting, const struct meeting *meeting, const char *key, instant_t at);
void export_put_person(const struct exporting *exporting, const char *key, const struct meeting *meeting, int member);

/* export_event.c */
void export_put_event(const struct exporting *exporting, const struct export_meeting *one);
/* export_votes.c: motions as elements of the open list, votes likewise. */
void export_put_motions(const struct exporting *exporting, const struct export_meeting *one);
void export_put_votes(const struct exporting *exporting, const struct export_meeting *one);

#endif
