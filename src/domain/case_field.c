#include "domain/case_field.h"

#include <string.h>
#include "base/i18n.h"

static const struct case_field_info fields[CASE_FIELDS] = {
#define X(id, key_, title_, type_, sortable_, help_) \
	[CASE_FIELD_##id] = { .key = key_, .title = title_, .help = help_, .type = type_, .sortable = sortable_ },
	CASE_FIELD_LIST(X)
#undef X
};

const struct case_field_info *case_field_info(enum case_field field)
{
	return &fields[field];
}

enum case_field case_field_find(const char *key)
{
	enum case_field field = 0;
	while (field < CASE_FIELDS && strcmp(fields[field].key, key))
		field++;
	return field;
}
