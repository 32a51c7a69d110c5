/* A new database for the bodies of a board file. */
#ifndef DAIS_ACTION_INIT_ACTION_H
#define DAIS_ACTION_INIT_ACTION_H

#include "base/date.h"
#include "store/store.h"

/* Makes the database (refused where a file is there) and notes the path of its board file: relative to the database's folder where
 * the board file lies in it, so that both can be moved together, else absolute. NULL with an error; then no file is left behind. */
struct store *init_database(const char *path, const char *board_path, instant_t now, GError **error);
/* The path of the board file a database names, resolved against the database's folder; NULL when it names none. g_free. */
char *init_board_path(struct store *store);

#endif
