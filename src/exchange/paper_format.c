#include "exchange/paper_format.h"

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
