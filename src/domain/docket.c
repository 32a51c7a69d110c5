#include "domain/docket.h"

#include <inttypes.h>
#include <string.h>
#include "base/i18n.h"
#include "base/text.h"

const char *const docket_reason_ids[] = {
#define X(id, name, text) [DOCKET_##id] = name,
	DOCKET_LIST(X)
#undef X
	NULL
};

enum docket_reason docket_reason_find(const char *id)
{
	return text_index(docket_reason_ids, id);
}

const struct agenda_entry *docket_entry_of(const struct body *body, unsigned reasons)
{
	for (int reason = 0; reason < DOCKET_REASONS; reason++)
		for (guint i = 0; body && (reasons >> reason & 1) && i < body->agenda->len; i++) {
			const struct agenda_entry *entry = body->agenda->pdata[i];
			if (entry->docket && g_strv_contains((const char *const *) entry->docket, docket_reason_ids[reason]))
				return entry;
		}
	return NULL;
}

const char *docket_reason_words(enum docket_reason reason)
{
	static const char *const words[] = {
#define X(id, name, text) [DOCKET_##id] = text,
		DOCKET_LIST(X)
#undef X
	};
	return i18n_word(words[reason]);
}

instant_t docket_from(instant_t now, const char *zone)
{
	return instant_at(instant_day(now, zone), 0, zone);
}

static char *key_of(const char *kind, id_t64 id)
{
	return g_strdup_printf("%s:%" PRId64, kind, id);
}

char *docket_key_case(id_t64 id)
{
	return key_of("case", id);
}

char *docket_key_recommendation(id_t64 id)
{
	return key_of("recommendation", id);
}

char *docket_key_minutes(id_t64 meeting)
{
	return key_of("minutes", meeting);
}

char *docket_key_request(id_t64 id)
{
	return key_of("request", id);
}

static id_t64 id_of(const char *kind, const char *key)
{
	const char *colon = key ? strchr(key, ':') : NULL;
	bool is = colon && strlen(kind) == (size_t) (colon - key) && !strncmp(key, kind, strlen(kind));
	return is ? g_ascii_strtoll(colon + 1, NULL, 10) : 0;
}

id_t64 docket_key_is_case(const char *key)
{
	return id_of("case", key);
}

id_t64 docket_key_is_recommendation(const char *key)
{
	return id_of("recommendation", key);
}

id_t64 docket_key_is_minutes(const char *key)
{
	return id_of("minutes", key);
}

bool docket_key_is_carried(const char *key)
{
	return key && g_str_has_prefix(key, "carried:");
}
