/* What the readers of published JSON share: members of an object that are what they should be, or as if they were not there. */
#ifndef DAIS_EXCHANGE_JSON_READ_H
#define DAIS_EXCHANGE_JSON_READ_H

#include <json-glib/json-glib.h>
#include <stdbool.h>

/* The object that a file of JSON is, by the strict door (json_strict.h). The parser owns it; NULL with DAIS_ERROR_DATA that names the file.
 * what: "a matter", for the message. */
JsonObject *json_read_file(JsonParser *parser, const char *path, const char *what, GError **error);

/* Borrowed; NULL, 0 or false where there is none. object may be NULL. */
const char *json_read_text(JsonObject *object, const char *key);
gint64 json_read_number(JsonObject *object, const char *key);
bool json_read_flag(JsonObject *object, const char *key);
JsonArray *json_read_list(JsonObject *object, const char *key);
JsonObject *json_read_object(JsonObject *object, const char *key);
/* The n-th element of a list if it is an object; NULL. */
JsonObject *json_read_at(JsonArray *list, guint n);
guint json_read_length(JsonArray *list);        /* 0 for NULL */

#endif
