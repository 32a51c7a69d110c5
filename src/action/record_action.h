/*
 * Recording a meeting: the only writer of journals. Each call checks the event against the state (meeting_check), appends it in one
 * transaction that names the event it follows, and reports what became of it. It changes no state itself: the caller reads the new
 * event back from the store (model/meeting_model) and paints only then.
 */
#ifndef DAIS_ACTION_RECORD_ACTION_H
#define DAIS_ACTION_RECORD_ACTION_H

#include "domain/meeting.h"
#include "store/clerk_lock.h"
#include "store/store.h"

enum record_outcome {
	RECORDED,
	RECORD_REFUSED,      /* not in order: error says why; nothing was written */
	RECORD_MOVED,        /* another program recorded something first: catch up, look, and press again */
	RECORD_FAILED,       /* not written: disk full, read-only ... */
	RECORD_UNKNOWN,      /* may or may not be written: open the database again and settle it with clerk_settle */
};

/* One program that records one meeting. */
struct clerk {
	struct store *store;         /* borrowed */
	id_t64 meeting;
	char *who;                   /* the login */
	char *session;               /* 16 hexadecimal digits, unique to this program */
	gint64 events;               /* recorded or tried so far: makes ids */
	char *unknown;               /* id of the event whose outcome is unknown; NULL */
	struct clerk_lock *lock;     /* NULL: follows only */
};
/* session: NULL makes one by chance; given for reproducible papers. Opens no lock. */
struct clerk *clerk_new(struct store *store, id_t64 meeting, const char *who, const char *session);
void clerk_free(struct clerk *clerk);
/* Takes the record if nobody holds it. False with *holder filled (somebody else does) or with error. */
bool clerk_take(struct clerk *clerk, instant_t now, struct clerk_holder *holder, GError **error);
/* Takes it from somebody else and records that, with the reason (required). What cannot be recorded takes nothing away.
 * RECORDED and still no lock: the clerk file could not be put there; take over once more. */
enum record_outcome clerk_take_over(struct clerk *clerk, const struct meeting *meeting, const char *reason, instant_t now, GError **error);
/* Records one event; kind and its members are the caller's, the rest is filled here. The lock must be held. */
enum record_outcome clerk_record(struct clerk *clerk, const struct meeting *meeting, struct meeting_event *event, instant_t now, GError **error);
/* Calls the meeting to order: freezes roster, agenda and rules of the board file. presiding: a seat id, NULL: the chair. */
enum record_outcome clerk_call(struct clerk *clerk, const struct meeting *meeting, const struct board *board, const char *presiding, instant_t now, GError **error);
/* Votes on the projector: 0 as the rules say, 1 live, 2 when all are in. Kept beside the journal, for it changes nothing of the meeting. */
bool clerk_reveal(struct clerk *clerk, int reveal, GError **error);
/* After RECORD_UNKNOWN, on a store opened anew: 1 it was recorded, 0 it was not, -1 error. */
int clerk_settle(struct clerk *clerk, struct store *store, GError **error);

/* Rebuilds a meeting from the events of a journal (struct meeting_event *) in one transaction: meeting row, agenda, journal. Numbers,
 * times (that of the event before), ids, logins and seals are made where they are missing, the same for the same events, and must be
 * right where they are given. Gives the new meeting's id, or 0: an event that is not in order stops it, naming its seq, and nothing is
 * written. A journal that is there already is refused. */
id_t64 record_replay(struct store *store, const GPtrArray *events, GError **error);

#endif
