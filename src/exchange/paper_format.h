/* Papers (domain/paper.h) as files. Each writer cleans and escapes what it is given for its own readers. */
#ifndef DAIS_EXCHANGE_PAPER_FORMAT_H
#define DAIS_EXCHANGE_PAPER_FORMAT_H

#include <stdio.h>
#include "domain/paper.h"

struct paper_format { const char *name, *extension; void (*write)(FILE *out, const struct paper *paper); };
extern const struct paper_format paper_formats[];      /* "text", "html", "md"; ends with a NULL name */
/* NULL where there is none of this name. */
const struct paper_format *paper_format_find(const char *name);

/*
 * The address that a cell of a list ends with, if it may be given as a link: of http or https, of nothing but the letters that an address
 * has (RFC 3986), so that it needs no cleaning and cannot end the markup around it, and with nothing before the host that could be
 * taken for it ("city.gov@elsewhere"). Borrowed; NULL: the cell is plain text.
 */
const char *paper_format_link(const struct block *block, guint cell);

/* At most 80 cells wide; tables as wide as they need within it. */
void paper_write_text(FILE *out, const struct paper *paper);
/* One file, no script, for screen readers and for printing. */
void paper_write_html(FILE *out, const struct paper *paper);
void paper_write_md(FILE *out, const struct paper *paper);

#endif
