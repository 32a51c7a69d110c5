/*
 * The agenda of a meeting while it is put together: a list of items and the operations that change it. An operation says all it needs to
 * be done, taken back, told in words, and written down. Pure: the store keeps the items and the history (store/agenda_store), the action
 * does both in one transaction (action/agenda_action).
 */
#ifndef DAIS_DOMAIN_AGENDA_H
#define DAIS_DOMAIN_AGENDA_H

#include "domain/agenda_field.h"
#include "domain/docket.h"

struct agenda {
	GPtrArray *items;             /* struct agenda_item *, owned, in order; position is the index from 1 */
	const GPtrArray *entries;     /* struct agenda_entry *: the body's template, for numbers and places; NULL none */
	bool posted;                  /* what was posted stays as it is; what is added is marked */
};
/* Takes the items over (an array that frees them) and puts their positions in order. */
void agenda_init(struct agenda *agenda, GPtrArray *items, const GPtrArray *entries, bool posted);
void agenda_clear(struct agenda *agenda);
/* Index of the item with this id; -1. */
int agenda_find(const struct agenda *agenda, id_t64 id);

/*
 * Numbers. An agenda is numbered 1, 2, 3 ... in its order; items of a part whose entry has a prefix (the consent calendar: "CA-") are
 * counted on their own. As long as an agenda has these numbers it keeps them through every change; one that was posted, or came with
 * numbers of its own, keeps each item's, and a new one gets that of the item before it with a letter: "7a".
 */
bool agenda_is_numbered(const struct agenda *agenda);
void agenda_number(struct agenda *agenda);

/* Expected minutes of all items; *unknown (may be NULL) how many of them say nothing. */
int agenda_minutes_sum(const GPtrArray *items, int *unknown);
/* The position from 1 at which an item that names none belongs: what is carried over behind the entry of its section that takes it, and what came
 * there before; else behind the last one of its section, of the consent calendar or of the closed
 * session; else before the closing part of the template. */
int agenda_place(const struct agenda *agenda, const struct agenda_item *item);
/* The position from 1 behind the item of this entry of the template and what came from the docket to it already; 0: the entry is not on the
 * agenda. items: struct agenda_item *, by position. */
int agenda_place_of_entry(const GPtrArray *items, const char *entry);
/* The entries of a body's template that stand on the agenda of a meeting of this kind, in order: const struct agenda_entry *, borrowed. */
GPtrArray *agenda_template(const struct body *body, const char *kind);
/* The index of the item as the template gave it that waits to be filled in with what is due for this reason: of an entry that takes this one
 * reason and no other, not retitled, and not posted. -1: none does. */
int agenda_vacancy(const struct agenda *agenda, enum docket_reason reason);
/* An item of such an entry: its title in the board's first language, not yet numbered or placed. */
struct agenda_item *agenda_item_of_entry(const struct agenda_entry *entry);

#define AGENDA_OP_LIST(X) X(ADD, "add") X(REMOVE, "remove") X(MOVE, "move") X(SET, "set") X(FILL, "fill") X(POST, "post")
enum agenda_op_kind {
#define X(id, name) AGENDA_OP_##id,
	AGENDA_OP_LIST(X)
#undef X
	AGENDA_OPS
};
struct agenda_op {
	enum agenda_op_kind kind;
	GPtrArray *items;             /* struct agenda_item *, owned; ADD, REMOVE: by their positions; FILL: as it was, as it becomes */
	id_t64 item;                  /* MOVE, SET */
	int from, to;                 /* MOVE: positions */
	enum agenda_field field;      /* SET */
	char *was, *became;           /* SET: as agenda_field_get gives them */
	bool fresh;                   /* of a person, not from the history: whether numbers are kept in order is found out */
	bool numbers;                 /* the agenda had the numbers of its order, and has them after it */
	char *number, *title;         /* MOVE, SET: what the item was called before it, for the words */
	char *beside;                 /* MOVE: the number of the item it was moved before (up) or after (down) */
};
void agenda_op_free(struct agenda_op *op);
typedef struct agenda_op agenda_op_t;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(agenda_op_t, agenda_op_free)

/* Operations of a person; what they need beside that is filled in by agenda_do. */
struct agenda_op *agenda_op_add(const struct agenda_item *item);     /* copied; position 0: where it belongs */
struct agenda_op *agenda_op_add_all(GPtrArray *items);               /* taken over */
struct agenda_op *agenda_op_remove(id_t64 item);
struct agenda_op *agenda_op_move(id_t64 item, int to);
struct agenda_op *agenda_op_set(id_t64 item, enum agenda_field field, const char *text);
/* What is due takes the place of an item that waits for it, which keeps its part of the agenda and its minutes; both are copied. */
struct agenda_op *agenda_op_fill(const struct agenda_item *place, const struct agenda_item *due);
struct agenda_op *agenda_op_post(void);
/* Does it, and completes op so that it can be taken back. Items that are added must have their ids. False with a sentence: it is not in
 * order; nothing changed. */
bool agenda_do(struct agenda *agenda, struct agenda_op *op, GError **error);
/* What takes a done operation back; NULL: nothing does (the agenda was posted). */
struct agenda_op *agenda_op_inverse(const struct agenda_op *op);
/* "moved item 7 before item 5": what was done, without who; g_free. */
char *agenda_op_words(const struct agenda_op *op);

#endif
