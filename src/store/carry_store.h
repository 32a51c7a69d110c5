/* What the last meetings of a body left undone, from their journals: read once, for the docket and for carrying over. */
#ifndef DAIS_STORE_CARRY_STORE_H
#define DAIS_STORE_CARRY_STORE_H

#include "domain/agenda_carry.h"
#include "domain/record.h"
#include "store/store.h"

enum carry_state {
	CARRY_READ,           /* items has what it left, maybe nothing */
	CARRY_NO_MEETING,     /* no earlier meeting was held or called to order */
	CARRY_NO_RECORD,      /* it was held, but not recorded with dais: what it left is not known */
	CARRY_NOT_OVER,       /* it was called to order and is not adjourned */
};
struct carry_list {
	enum carry_state state;
	id_t64 meeting;       /* the last one; 0 with CARRY_NO_MEETING */
	instant_t starts;     /* when it began by the calendar */
	GPtrArray *items;     /* struct carried *, owned; NULL but for CARRY_READ */
};
/*
 * Of the last meeting of the body that begins before `before` (G_MAXINT64: of all) and was held or called to order. Where that was no regular one,
 * its business was what it was called for: what those before it left undone, back to the last regular one, is there too, unless a later one of them
 * took it up. As many journals are replayed. meetings: all of them by start (struct meeting_record *). body: its word, NULL where a meeting names none; kind: of the meeting it would go
 * on to. False with error, also where such a journal is damaged: the list then is empty. carry_list_clear.
 */
bool carry_store_last(struct store *store, const struct board *board, const GPtrArray *meetings, const char *body, instant_t before, const char *kind,
	struct carry_list *list, GError **error);
void carry_list_clear(struct carry_list *list);
/* Fills `continued` of those items of the meeting (struct agenda_item *) that were not posted for it, but were on the posted agenda of an earlier one
 * that continued them (carry_is_continued), no longer ago than the rules of its body allow. What a record that cannot be read left undone is not
 * known to be continued. False with error. */
bool carry_store_continued(struct store *store, const struct board *board, const struct meeting_record *meeting, const GPtrArray *items, GError **error);
/* The docket key with which something came onto an agenda first, before it was carried over under this one: "case:12" of "carried:41". NULL: with
 * none, also with error; g_free. */
char *carry_store_origin(struct store *store, const char *docket, GError **error);

#endif
