#include "domain/agenda_field.h"

#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

enum { MINUTES_MOST = 1440 };      /* of a day */

static const struct agenda_field_info fields[AGENDA_FIELDS] = {
#define X(id, name_, label_, value_, member, flags_) [AGENDA_FIELD_##id] = { .name = name_, .label = label_, .value = AGENDA_##value_, \
	.at = offsetof(struct agenda_item, member), .flags = flags_ },
	AGENDA_FIELD_LIST(X)
#undef X
};

const struct agenda_field_info *agenda_field_info(enum agenda_field field)
{
	return &fields[field];
}

enum agenda_field agenda_field_find(const char *name)
{
	int field = 0;
	while (field < AGENDA_FIELDS && strcmp(fields[field].name, name))
		field++;
	return field;
}

/* Where the item keeps a field; the cast is to what the table says lies there. */
#define PLACE(type, item, field) ((type *) (void *) ((char *) (item) + fields[field].at))
#define FACT(type, item, field) (*(const type *) (const void *) ((const char *) (item) + fields[field].at))

static char *attachments_text(const GPtrArray *attachments)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < attachments->len; i++) {
		const struct attachment *attachment = attachments->pdata[i];
		if (i)
			g_string_append_c(out, '\n');
		if (attachment->label) {
			text_field_append(out, attachment->label);
			g_string_append_c(out, '\t');
		}
		text_field_append(out, attachment->target);
	}
	return g_string_free(out, FALSE);
}

char *agenda_field_get(const struct agenda_item *item, enum agenda_field field)
{
	const GPtrArray *attachments;
	int number;
	switch (fields[field].value) {
	case AGENDA_TEXT: return g_strdup(FACT(char *, item, field));
	case AGENDA_NUMBER:
		number = FACT(int, item, field);
		return number ? g_strdup_printf("%d", number) : NULL;
	case AGENDA_FLAG: return FACT(bool, item, field) ? g_strdup("yes") : NULL;
	case AGENDA_ATTACHMENTS:
		attachments = FACT(GPtrArray *, item, field);
		return attachments && attachments->len ? attachments_text(attachments) : NULL;
	}
	return NULL;
}

static bool refuse(GError **error, enum agenda_field field, const char *why)
{
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, "%s: %s", _(fields[field].label), why);
	return false;
}

static bool set_number(struct agenda_item *item, enum agenda_field field, const char *text, GError **error)
{
	gint64 number = 0;
	if (text && !g_ascii_string_to_signed(text, 10, 0, MINUTES_MOST, &number, NULL)) {
		g_autofree char *why = g_strdup_printf(_("'%s' is no number from 0 to %d"), text, MINUTES_MOST);
		return refuse(error, field, why);
	}
	*PLACE(int, item, field) = (int) number;
	return true;
}

static struct attachment *attachment_of(const char *line)
{
	const char *tab = strchr(line, '\t');
	g_autofree char *label = tab ? g_strndup(line, (gsize) (tab - line)) : NULL;
	struct attachment *attachment = g_new0(struct attachment, 1);
	attachment->label = label && *label ? text_field_read(label) : NULL;
	attachment->target = text_field_read(tab ? tab + 1 : line);
	return attachment;
}

static bool set_attachments(struct agenda_item *item, enum agenda_field field, const char *text, GError **error)
{
	g_auto(GStrv) lines = g_strsplit(text ? text : "", "\n", -1);
	g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(attachment_free);
	for (char **line = lines; *line; line++) {
		struct attachment *attachment = attachment_of(*line);
		g_ptr_array_add(list, attachment);
		if (!*attachment->target)
			return refuse(error, field, _("an attachment needs a path or an address"));
	}
	if (item->attachments)
		g_ptr_array_unref(item->attachments);
	item->attachments = list->len ? g_steal_pointer(&list) : NULL;
	return true;
}

static bool set_text(struct agenda_item *item, enum agenda_field field, const char *text)
{
	char **place = PLACE(char *, item, field);
	g_free(*place);
	*place = g_strdup(text);
	return true;
}

bool agenda_field_set(struct agenda_item *item, enum agenda_field field, const char *text, GError **error)
{
	if (text && !*text)
		text = NULL;
	if (!text && fields[field].flags & FIELD_NEEDED)
		return refuse(error, field, _("an item needs one"));
	if (text && !g_utf8_validate(text, -1, NULL))
		return refuse(error, field, _("the text is not UTF-8"));
	switch (fields[field].value) {
	case AGENDA_TEXT: return set_text(item, field, text);
	case AGENDA_NUMBER: return set_number(item, field, text, error);
	case AGENDA_FLAG: *PLACE(bool, item, field) = text != NULL; return true;
	case AGENDA_ATTACHMENTS: return set_attachments(item, field, text, error);
	}
	return false;
}

static GPtrArray *copy_attachments(const GPtrArray *from)
{
	GPtrArray *to = from ? g_ptr_array_new_with_free_func(attachment_free) : NULL;
	for (guint i = 0; from && i < from->len; i++) {
		const struct attachment *one = from->pdata[i];
		struct attachment *copy = g_new0(struct attachment, 1);
		*copy = (struct attachment) { .id = one->id, .label = g_strdup(one->label), .target = g_strdup(one->target) };
		g_ptr_array_add(to, copy);
	}
	return to;
}

struct agenda_item *agenda_item_copy(const struct agenda_item *item)
{
	struct agenda_item *copy = g_new0(struct agenda_item, 1);
	copy->id = item->id;
	copy->meeting_id = item->meeting_id;
	copy->position = item->position;
	for (int field = 0; field < AGENDA_FIELDS; field++)
		switch (fields[field].value) {
		case AGENDA_TEXT: *PLACE(char *, copy, field) = g_strdup(FACT(char *, item, field)); break;
		case AGENDA_NUMBER: *PLACE(int, copy, field) = FACT(int, item, field); break;
		case AGENDA_FLAG: *PLACE(bool, copy, field) = FACT(bool, item, field); break;
		case AGENDA_ATTACHMENTS: *PLACE(GPtrArray *, copy, field) = copy_attachments(FACT(GPtrArray *, item, field)); break;
		}
	return copy;
}

void agenda_item_free(void *item)
{
	agenda_item_clear(item);
	g_free(item);
}

bool agenda_item_same(const struct agenda_item *a, const struct agenda_item *b)
{
	for (int field = 0; field < AGENDA_FIELDS; field++) {
		g_autofree char *one = agenda_field_get(a, field), *other = agenda_field_get(b, field);
		if (g_strcmp0(one, other))
			return false;
	}
	return true;
}
