/*
 * What is known of an agenda item, as one table: prompts, the words of the history, the history's texts and comparisons read it.
 */
#ifndef DAIS_DOMAIN_AGENDA_FIELD_H
#define DAIS_DOMAIN_AGENDA_FIELD_H

#include "domain/record.h"

enum agenda_value { AGENDA_TEXT, AGENDA_NUMBER, AGENDA_FLAG, AGENDA_ATTACHMENTS };

enum agenda_field_flags {
	FIELD_EDITED = 1,      /* a person may change it */
	FIELD_POSTED = 2,      /* part of what was posted: it stays as it is once the agenda was (DOMAIN.md 1.2) */
	FIELD_NEEDED = 4,      /* never empty */
};

/* X(enum suffix, name in the history, label, value, member, flags); those that a person edits come first */
#define AGENDA_FIELD_LIST(X) \
	X(TITLE, "title", N_("title"), TEXT, title, FIELD_EDITED | FIELD_POSTED | FIELD_NEEDED) \
	X(PUBLIC_TITLE, "public_title", N_("public title"), TEXT, public_title, FIELD_EDITED | FIELD_POSTED) \
	X(SECTION, "section", N_("section"), TEXT, section, FIELD_EDITED | FIELD_POSTED) \
	X(ACTION, "action", N_("action"), TEXT, action, FIELD_EDITED | FIELD_POSTED) \
	X(MINUTES, "minutes", N_("minutes"), NUMBER, minutes, FIELD_EDITED) \
	X(CONSENT, "consent", N_("consent"), FLAG, consent, FIELD_EDITED | FIELD_POSTED) \
	X(CLOSED, "closed", N_("closed session"), FLAG, closed, FIELD_EDITED | FIELD_POSTED) \
	X(PRESENTER, "presenter", N_("presenter"), TEXT, presenter, FIELD_EDITED) \
	X(MOVER, "mover", N_("mover"), TEXT, mover, FIELD_EDITED) \
	X(CASE, "case", N_("case"), TEXT, case_number, FIELD_EDITED | FIELD_POSTED) \
	X(BRIEF, "brief", N_("brief description"), TEXT, brief, FIELD_EDITED | FIELD_POSTED) \
	X(ATTACHMENTS, "attachments", N_("attachments"), ATTACHMENTS, attachments, FIELD_EDITED) \
	X(NUMBER, "number", N_("number"), TEXT, number, 0) \
	X(ENTRY, "entry", N_("template entry"), TEXT, entry, 0) \
	X(DOCKET, "docket", N_("docket"), TEXT, docket, 0) \
	X(CARRIED, "carried", N_("carried over"), NUMBER, carried, 0) \
	X(UNPOSTED, "unposted", N_("not posted"), FLAG, unposted, 0)
enum agenda_field {
#define X(id, name, label, value, member, flags) AGENDA_FIELD_##id,
	AGENDA_FIELD_LIST(X)
#undef X
	AGENDA_FIELDS
};

struct agenda_field_info {
	const char *name;
	const char *label;         /* to be translated where it is shown */
	enum agenda_value value;
	size_t at;                 /* offset in struct agenda_item */
	unsigned flags;            /* enum agenda_field_flags */
};
const struct agenda_field_info *agenda_field_info(enum agenda_field field);
enum agenda_field agenda_field_find(const char *name);      /* or AGENDA_FIELDS */

/* What the item has there, as text: a number in digits, a flag "yes", attachments one a line, label and target separated by a tab (no label:
 * the target alone). NULL: nothing, also for 0 and false. g_free. */
char *agenda_field_get(const struct agenda_item *item, enum agenda_field field);
/* Puts such a text there; NULL or "" is nothing. False with a sentence: it is no number, too long, needed ...; the item then is as it was. */
bool agenda_field_set(struct agenda_item *item, enum agenda_field field, const char *text, GError **error);

struct agenda_item *agenda_item_copy(const struct agenda_item *item);
void agenda_item_free(void *item);                           /* struct agenda_item * on the heap */
/* The same in every field; ids and positions are not looked at. */
bool agenda_item_same(const struct agenda_item *a, const struct agenda_item *b);

#endif
