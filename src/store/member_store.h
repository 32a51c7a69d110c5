/* Trainings and conflict disclosures of the holders of seats. The seats themselves stand in the board file. */
#ifndef DAIS_STORE_MEMBER_STORE_H
#define DAIS_STORE_MEMBER_STORE_H

#include "domain/record.h"
#include "store/store.h"

/* Adds a record inside a transaction; its id is set. */
bool member_store_add_training(struct store *store, struct training_record *record, GError **error);
bool member_store_add_disclosure(struct store *store, struct disclosure_record *record, GError **error);
/* Ends a disclosure that is in force; false with DAIS_ERROR_NOT_FOUND where there is none with this id, or it was ended already. */
bool member_store_end_disclosure(struct store *store, id_t64 id, instant_t at, GError **error);

/* Of one body (NULL: of all); NULL with error. struct training_record *, the earliest day first; struct disclosure_record *, in the
 * order in which they were made, ended ones too. */
GPtrArray *member_store_trainings(struct store *store, const char *body, GError **error);
GPtrArray *member_store_disclosures(struct store *store, const char *body, GError **error);

#endif
