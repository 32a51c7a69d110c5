/* Theme files: colours and attributes of every role. */
#include <string.h>

#include "base/i18n.h"
#include "config/config_file.h"
#include "config/theme_read.h"

/* Colours as read: what is not given is COLOR_UNSET until the role `text` fills it. */
struct style_line { int fg, bg; unsigned attributes; };
#define COLOR_UNSET (-2)

static const struct key style_rows[] = {
	{ "fg", KEY_INT, .at = offsetof(struct style_line, fg), .least = 0, .most = 255 },
	{ "bg", KEY_INT, .at = offsetof(struct style_line, bg), .least = 0, .most = 255 },
	{ "bold", KEY_FLAG, .at = offsetof(struct style_line, attributes), .most = ROLE_BOLD },
	{ "reverse", KEY_FLAG, .at = offsetof(struct style_line, attributes), .most = ROLE_REVERSE },
	{ "underline", KEY_FLAG, .at = offsetof(struct style_line, attributes), .most = ROLE_UNDERLINE },
	{ .name = NULL },
};
static const struct key_group style_keys = { N_("this role"), style_rows };

static int color_or(int color, int otherwise)
{
	return color == COLOR_UNSET ? otherwise : color;
}

/* The table of roles has `text` first, so that the others find its colours. */
static void read_role(struct reader *reader, config_setting_t *setting, void *object)
{
	struct theme *theme = object;
	struct style_line line = { COLOR_UNSET, COLOR_UNSET, 0 };
	enum role role = ROLE_TEXT;
	while (role < ROLE_COUNT && strcmp(role_name(role), config_setting_name(setting)) != 0)
		role++;
	reader_group(reader, setting, &style_keys, &line);
	const struct role_style *text = role == ROLE_TEXT ? NULL : &theme->role[ROLE_TEXT];
	theme->role[role] = (struct role_style) {
		.fg = (int16_t) color_or(line.fg, text == NULL ? COLOR_NONE : text->fg),
		.bg = (int16_t) color_or(line.bg, text == NULL ? COLOR_NONE : text->bg),
		.attributes = (uint8_t) line.attributes,
	};
}

static const struct key role_rows[] = {
#define X(id, name, letter, attribute) { name, KEY_GROUP, .required = true, .group = &style_keys, .each = read_role },
	ROLE_LIST(X)
#undef X
	{ .name = NULL },
};
static const struct key_group role_keys = { N_("'roles'"), role_rows };

static void read_roles(struct reader *reader, config_setting_t *setting, void *object)
{
	reader_group(reader, setting, &role_keys, object);
}

static void read_theme_name(struct reader *reader, config_setting_t *setting, void *object)
{
	struct theme *theme = object;
	const char *name = reader_id(reader, setting);
	if (name == NULL)
		return;
	if (g_strlcpy(theme->name, name, sizeof theme->name) >= sizeof theme->name)
		reader_fault(reader, setting, _("the name of a theme has at most %zu letters; shorten it"),
			sizeof theme->name - 1);
}

static const struct key theme_rows[] = {
	{ "theme", KEY_OTHER, .required = true, .each = read_theme_name },
	{ "minimum_contrast", KEY_NUMBER, .at = offsetof(struct theme, minimum_contrast), .required = true, .least = 1,
	.most = 21 },
	{ "roles", KEY_GROUP, .required = true, .group = &role_keys, .each = read_roles },
	{ .name = NULL },
};
const struct key_group theme_keys = { N_("the theme file"), theme_rows };

void theme_read(struct reader *reader, struct theme *theme)
{
	*theme = (struct theme) { .minimum_contrast = 4.5 };
	for (int role = 0; role < ROLE_COUNT; role++)
		theme->role[role] = (struct role_style) { COLOR_NONE, COLOR_NONE, role_fallback((enum role) role) };
	reader_group(reader, config_root_setting(&reader->config), &theme_keys, theme);
}

bool theme_file_load(const char *path, struct theme *theme, GPtrArray *faults)
{
	struct reader reader;
	if (reader_open(&reader, path, faults))
		theme_read(&reader, theme);
	return reader_close(&reader);
}
