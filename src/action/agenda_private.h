/* One edit of an agenda, for the files of src/action. */
#ifndef DAIS_ACTION_AGENDA_PRIVATE_H
#define DAIS_ACTION_AGENDA_PRIVATE_H

#include "action/agenda_action.h"
#include "base/error.h"
#include "base/i18n.h"
#include "store/agenda_store.h"
#include "store/meeting_store.h"

/* What is read inside the transaction of an edit. */
struct agenda_edit {
	struct meeting_record meeting;
	const struct body *body;          /* NULL: the board file does not have it */
	GPtrArray *before;                /* struct agenda_item *, as they are */
	GPtrArray *entries;               /* of the template, for this kind of meeting; NULL without a body */
	GPtrArray *changes;               /* struct agenda_change * */
	struct agenda agenda;             /* a copy, to be changed */
};
/* Begins the transaction and reads; anything but AGENDA_DONE ended it again. agenda_finish or agenda_leave must follow. */
enum agenda_outcome agenda_begin(struct agenda_hand *hand, struct agenda_edit *edit, GError **error);
/* Does the operation (taken over), writes items and history, commits. undoes: seq of the change that is taken back or done again; 0 none. */
enum agenda_outcome agenda_finish(struct agenda_hand *hand, struct agenda_edit *edit, struct agenda_op *op, gint64 undoes, char **words, GError **error);
/* Ends it without a change; gives the outcome back. */
enum agenda_outcome agenda_leave(struct agenda_hand *hand, struct agenda_edit *edit, enum agenda_outcome outcome);
/* Sets the error; always AGENDA_REFUSED. */
enum agenda_outcome agenda_refuse(GError **error, const char *words);

#endif
