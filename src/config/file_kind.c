/* Which kind of file it is, by the keys that stand in it. */
#include "base/i18n.h"
#include "config/config_file.h"
#include "config/reader.h"

static int known_keys(const config_setting_t *root, const struct key_group *group)
{
	int known = 0;
	for (const struct key *key = group->keys; key->name != NULL; key++)
		known += config_setting_get_member(root, key->name) != NULL;
	return known;
}

const char *config_file_kind(const char *path, GPtrArray *faults)
{
	static const struct { const char *name; const struct key_group *keys; } kinds[] = {
		{ "board", &board_keys }, { "theme", &theme_keys }, { "map", &map_keys },
	};
	struct reader reader;
	const char *kind = NULL;
	int most = 0;
	bool open = reader_open(&reader, path, faults);
	for (unsigned i = 0; open && i < G_N_ELEMENTS(kinds); i++) {
		int known = known_keys(config_root_setting(&reader.config), kinds[i].keys);
		if (known > most) {
			most = known;
			kind = kinds[i].name;
		}
	}
	if (open && kind == NULL)
		faults_add(faults, path, 0,
			_("this is neither a board file (with 'bodies') nor a theme (with 'roles') nor a map (with 'files')"));
	reader_close(&reader);
	return kind;
}
