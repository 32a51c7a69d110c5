/* Text for the files a person writes (libconfig). */
#ifndef DAIS_ACTION_CONF_TEXT_H
#define DAIS_ACTION_CONF_TEXT_H

/* The text in double quotes, with what needs it escaped. g_free. */
char *conf_quoted(const char *text);

#endif
