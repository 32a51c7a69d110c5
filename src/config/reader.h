/*
 * Typed reading of libconfig groups by tables: one row says the name of a key, its type, where it goes and whether it
 * must be there. The loader, "did you mean" and the test of the manual pages all read the same rows. Only src/config
 * includes this.
 */
#ifndef DAIS_CONFIG_READER_H
#define DAIS_CONFIG_READER_H

#include <libconfig.h>
#include <stdbool.h>
#include <stddef.h>

#include "config/fault.h"
#include "config/source.h"
#include "domain/board.h"

struct reader {
	config_t config;
	struct source source;
	GPtrArray *faults;
	GPtrArray *warnings;         /* what may stay but is pointed out; NULL: nobody asks */
	unsigned warned;             /* how often there was something to point out, asked for or not */
	guint faults_before;         /* faults of other files that were there already */
	const char *const *languages;    /* that labels must have; NULL: not known yet */
	void *data;                  /* the board, theme or map being read */
	struct procedure *procedure; /* the rules being read */
};

enum key_type {
	KEY_TEXT,        /* char *: text, not empty */
	KEY_ID,          /* char *: letters, digits, '_' and '-' */
	KEY_LABEL,       /* struct labels: a text for each language */
	KEY_NAME,        /* struct labels: the same, but one text will do for all (names of places and people) */
	KEY_INT,         /* int: least..most */
	KEY_INT64,       /* gint64: least..most */
	KEY_BOOL,        /* bool */
	KEY_FLAG,        /* unsigned: true sets the bits in most, false clears them */
	KEY_NUMBER,      /* double: least..most */
	KEY_DATE,        /* day_t: "2024-05-31" */
	KEY_TEXTS,       /* char **: array of texts */
	KEY_IDS,         /* char **: array of ids */
	KEY_WORD,        /* int: index of the text in words */
	KEY_GROUP,       /* one group of keys, read by each */
	KEY_LIST,        /* list of groups, each read by each */
	KEY_OTHER,       /* anything, read by each */
};

struct key_group;
struct key {
	const char *name;
	enum key_type type;
	size_t at;                   /* offset in the object */
	bool required;
	gint64 least, most;
	const char *const *words;    /* KEY_WORD: ends with NULL */
	const struct key_group *group;     /* what stands inside; NULL when that is not a group of fixed keys */
	void (*each)(struct reader *reader, config_setting_t *setting, void *object);
};
struct key_group {
	const char *name;            /* "seat": for messages */
	const struct key *keys;      /* ends with a NULL name */
};

/* Reads and parses a file; false with faults told when there is nothing to read from. reader_close in either case. */
bool reader_open(struct reader *reader, const char *path, GPtrArray *faults);
bool reader_open_text(struct reader *reader, const char *name, const char *text, gsize length, GPtrArray *faults);
/* True when nothing was wrong since it was opened. */
bool reader_close(struct reader *reader);

/* A fault at a setting's place. */
void reader_fault(struct reader *reader, const config_setting_t *setting, const char *format, ...) G_GNUC_PRINTF(3, 4);
/* The same for what is no fault, where somebody asks for warnings. */
void reader_warn(struct reader *reader, const config_setting_t *setting, const char *format, ...) G_GNUC_PRINTF(3, 4);
/* "did you mean 'x'?" for a word that is not known, else what to do otherwise. g_free. */
char *reader_hint(const char *word, const char *const *candidates, const char *otherwise);
int reader_line(const struct reader *reader, const config_setting_t *setting);

/* Reads a group by its table into object, in the order of the table; unknown and missing keys are told. */
void reader_group(struct reader *reader, config_setting_t *setting, const struct key_group *group, void *object);
/* One key of a table, at the place the table says. */
void reader_key(struct reader *reader, config_setting_t *setting, const struct key *key, void *object);
/* A text of a setting, or NULL with a fault. Borrowed. */
const char *reader_text(struct reader *reader, const config_setting_t *setting, const char *what);
/* An array or list of texts; one text alone will do. Never NULL. g_strfreev. */
enum texts_kind { TEXTS_ANY /* also empty ones */, TEXTS_FULL, TEXTS_IDS };
char **reader_texts(struct reader *reader, const config_setting_t *setting, enum texts_kind kind);
/* An id of a setting, or NULL with a fault. Borrowed. */
const char *reader_id(struct reader *reader, const config_setting_t *setting);
/* A date of a setting, or DAY_UNKNOWN with a fault. */
day_t reader_day(struct reader *reader, const config_setting_t *setting);
/* The n-th group of the list that stands under a key of a group: the setting behind the n-th element read from it. */
const config_setting_t *reader_nth_group(const config_setting_t *setting, const char *key, guint n);
bool reader_is_list(const config_setting_t *setting);

/* All tables, for finding out what a file is and for the test of the manual. */
extern const struct key_group board_keys, theme_keys, map_keys;

#endif
