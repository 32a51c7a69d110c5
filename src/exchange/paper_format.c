#include "exchange/paper_format.h"

#include <stdbool.h>
#include <string.h>

const struct paper_format paper_formats[] = {
	{ "text", "txt", paper_write_text },
	{ "html", "html", paper_write_html },
	{ "md", "md", paper_write_md },
	{ NULL, NULL, NULL },
};

const struct paper_format *paper_format_find(const char *name)
{
	for (const struct paper_format *format = paper_formats; format->name; format++)
		if (!strcmp(format->name, name))
			return format;
	return NULL;
}

static bool is_followed(const char *address)
{
	static const char *const schemes[] = { "https://", "http://" };
	for (guint i = 0; i < G_N_ELEMENTS(schemes); i++) {
		const char *host = address + strlen(schemes[i]);
		if (!g_str_has_prefix(address, schemes[i]))
			continue;
		size_t authority = strcspn(host, "/?#");
		return g_ascii_isalnum(*host) && !memchr(host, '@', authority)
			&& !host[strspn(host, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#@!$&()*+,;=%")];
	}
	return false;
}

const char *paper_format_link(const struct block *block, guint cell)
{
	const char *address = block->links && cell < g_strv_length(block->links) ? block->links[cell] : NULL;
	return address && is_followed(address) && g_str_has_suffix(block->cells[cell], address) ? address : NULL;
}
