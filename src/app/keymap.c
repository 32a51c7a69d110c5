#include "app/keymap.h"
#include <string.h>
#include "base/i18n.h"
#include "base/text.h"

static const struct { const char *name; guint32 key; } names[] = {
#define X(id, name) { name, DKEY_##id },
	KEY_X_LIST(X)
#undef X
	{ "Space", ' ' }, { "lt", '<' },
};

guint32 key_parse(const char **text)
{
	const char *p = *text;
	if (*p == '\0')
		return 0;
	const char *end = *p == '<' ? strchr(p, '>') : NULL;
	if (!end || end == p + 1) {
		gunichar c = g_utf8_get_char_validated(p, -1);
		if (c == (gunichar) -1 || c == (gunichar) -2)
			return 0;
		*text = g_utf8_next_char(p);
		return c;
	}
	g_autofree char *name = g_strndup(p + 1, end - p - 1);
	*text = end + 1;
	if (g_str_has_prefix(name, "C-") && g_ascii_islower(name[2]) && !name[3])
		return DKEY_CTRL | name[2];
	for (unsigned i = 0; i < G_N_ELEMENTS(names); i++)
		if (strcmp(names[i].name, name) == 0)
			return names[i].key;
	return 0;
}

char *key_words(const char *keys)
{
	static const char *const labels[] = { NC_("key", "Up"), NC_("key", "Down"), NC_("key", "Left"), NC_("key", "Right"), NC_("key", "Home"),
		NC_("key", "End"), NC_("key", "PgUp"), NC_("key", "PgDn"), NC_("key", "Enter"), NC_("key", "Backspace"), NC_("key", "Del"),
		NC_("key", "Ins"), NC_("key", "Space"), NC_("key", "S-Up"), NC_("key", "S-Down"), NC_("key", "S-Tab") };
	g_auto(GStrv) words = g_strsplit(keys, " ", -1);
	for (char **word = words; *word; word++)
		for (unsigned i = 0; i < G_N_ELEMENTS(labels); i++)
			if (strcmp(strchr(labels[i], '\004') + 1, *word) == 0) {
				g_free(*word);
				*word = g_strdup(i18n_word(labels[i]));
				break;
			}
	return g_strjoinv(" ", words);
}

char *key_show(guint32 key)
{
	if (key & DKEY_CTRL)
		return g_strdup_printf("Ctrl-%c", g_ascii_toupper(key & 0x7f));
	for (unsigned i = 0; i < G_N_ELEMENTS(names); i++)
		if (names[i].key == key && key != '<')
			return key_words(names[i].name);
	char utf8[8] = "";
	g_unichar_to_utf8(key, utf8);
	return g_strdup(utf8);
}

bool keymap_bind(struct keymap *keymap, int command, enum command_scope scope, const char *keys)
{
	g_auto(GStrv) words = g_strsplit(keys, " ", -1);
	for (char **word = words; *word; word++) {
		struct binding binding = { .command = command, .scope = scope };
		for (const char *p = *word; *p;) {
			guint32 key = key_parse(&p);
			if (!key || binding.n == KEY_SEQUENCE)
				return false;
			binding.key[binding.n++] = key;
		}
		if (binding.n)
			g_array_append_val(keymap->bindings, binding);
	}
	return true;
}

void keymap_init(struct keymap *keymap)
{
	*keymap = (struct keymap) { .bindings = g_array_new(FALSE, FALSE, sizeof(struct binding)) };
	for (int id = 0; id < COMMANDS; id++) {
		bool good = keymap_bind(keymap, id, command_get(id)->scope, command_get(id)->keys);
		g_assert(good);
	}
}

void keymap_clear(struct keymap *keymap)
{
	g_array_unref(keymap->bindings);
}

/* Keys of the Meeting screen stay in force while a roll is called. */
static bool in_force(const struct binding *binding, enum command_scope scope)
{
	return binding->scope == SCOPE_ANY || binding->scope == scope || (binding->scope == SCOPE_MEETING && scope >= SCOPE_ROLL);
}

static bool together(const struct binding *a, const struct binding *b)
{
	return in_force(a, b->scope) || in_force(b, a->scope);
}

int keymap_feed(struct keymap *keymap, enum command_scope scope, guint32 key)
{
	keymap->pending[keymap->n_pending++] = key;
	unsigned n = keymap->n_pending;
	bool prefix = false;
	for (unsigned i = 0; i < keymap->bindings->len; i++) {
		const struct binding *binding = &g_array_index(keymap->bindings, struct binding, i);
		if (!in_force(binding, scope) || binding->n < n || memcmp(binding->key, keymap->pending, n * sizeof key))
			continue;
		if (binding->n == n) {
			keymap->n_pending = 0;
			return binding->command;
		}
		prefix = true;
	}
	if (!prefix)
		keymap->n_pending = 0;
	return prefix ? KEYMAP_PREFIX : KEYMAP_NOTHING;
}

char *keymap_conflicts(const struct keymap *keymap)
{
	g_autoptr(GString) out = g_string_new(NULL);
	for (unsigned i = 0; i < keymap->bindings->len; i++)
		for (unsigned j = i + 1; j < keymap->bindings->len; j++) {
			const struct binding *a = &g_array_index(keymap->bindings, struct binding, i);
			const struct binding *b = &g_array_index(keymap->bindings, struct binding, j);
			if (together(a, b) && !memcmp(a->key, b->key, MIN(a->n, b->n) * sizeof a->key[0]))
				g_string_append_printf(out, "'%s' and '%s' answer to the same keys\n",
					command_get(a->command)->name, command_get(b->command)->name);
		}
	return out->len ? g_string_free(g_steal_pointer(&out), FALSE) : NULL;
}

char *keymap_next(const struct keymap *keymap, enum command_scope scope)
{
	g_autoptr(GString) out = g_string_new(NULL);
	for (unsigned i = 0; i < keymap->bindings->len; i++) {
		const struct binding *binding = &g_array_index(keymap->bindings, struct binding, i);
		if (!in_force(binding, scope) || binding->n <= keymap->n_pending ||
				memcmp(binding->key, keymap->pending, keymap->n_pending * sizeof binding->key[0]))
			continue;
		g_autofree char *shown = key_show(binding->key[keymap->n_pending]);
		g_string_append_printf(out, "%s%s %s", out->len ? "   " : "", shown, _(command_get(binding->command)->word));
	}
	return g_string_free(g_steal_pointer(&out), FALSE);
}
