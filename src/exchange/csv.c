#include "exchange/csv.h"

#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

enum { BLOCK = 256 * 1024, FIELD_BEGUN = 2 /* libcsv's state inside a field */, PLACE_NONE = 0 };

/* One reading: libcsv's parser, the record being collected and where in the file we are. */
struct reader {
	const char *path;
	struct csv_parser parser;
	char *bytes;                /* fields of the record so far, each with a NUL behind it */
	size_t used, room;
	size_t start[CSV_COLUMNS_MAX];
	size_t length[CSV_COLUMNS_MAX];
	const char *field[CSV_COLUMNS_MAX];
	unsigned n;
	unsigned closed_fields;     /* counts field ends, to tell one open quote from the next */
	unsigned open_mark;
	gint64 records, line, row_line;
	gint64 records_before;      /* when the line began */
	gint64 quote_line;          /* line where the quote that is open now began; PLACE_NONE when none is */
	bool after_cr;              /* the last block ended in CR: an LF in front of the next one belongs to it */
	bool stopped;
	csv_row_func *row;
	void *data;
	GError **error;
};

static char *shown_name(const char *path)
{
	g_autofree char *base = g_path_get_basename(path);
	return text_clean(base, -1, TEXT_CLEAN_LINE);
}

G_GNUC_PRINTF(3, 4)
static void stop_at(struct reader *reader, gint64 line, const char *format, ...)
{
	if (reader->stopped)
		return;
	reader->stopped = true;
	g_autofree char *name = shown_name(reader->path);
	va_list list;
	va_start(list, format);
	g_autofree char *what = g_strdup_vprintf(format, list);
	va_end(list);
	g_set_error(reader->error, DAIS_ERROR, DAIS_ERROR_DATA, "%s:%" G_GINT64_FORMAT ": %s", name, line, what);
}

static void too_long(struct reader *reader)
{
	if (reader->quote_line != PLACE_NONE && reader->quote_line != reader->line)
		stop_at(reader, reader->row_line, _("a field is longer than %d bytes; the quote opened on line %" PRId64
			" is most likely never closed: close it, or double it (\"\") where it is meant as text"),
			CSV_FIELD_MAX, reader->quote_line);
	else
		stop_at(reader, reader->row_line, _("a field is longer than %d bytes; shorten it or leave the column out"), CSV_FIELD_MAX);
}

static void need_room(struct reader *reader, size_t more)
{
	if (reader->used + more <= reader->room)
		return;
	while (reader->used + more > reader->room)
		reader->room *= 2;
	reader->bytes = g_realloc(reader->bytes, reader->room);
}

static void on_field(void *bytes, size_t length, void *data)
{
	struct reader *reader = data;
	reader->closed_fields++;
	if (reader->stopped)
		return;
	if (reader->n == CSV_COLUMNS_MAX) {
		stop_at(reader, reader->row_line, _("more than %d columns; is the separator right?"), CSV_COLUMNS_MAX);
		return;
	}
	if (length > CSV_FIELD_MAX) {
		too_long(reader);
		return;
	}
	if (reader->used + length > CSV_RECORD_MAX) {
		stop_at(reader, reader->row_line, _("a row is longer than %d bytes; shorten it or leave columns out"), CSV_RECORD_MAX);
		return;
	}
	need_room(reader, length + 1);
	reader->start[reader->n] = reader->used;
	reader->length[reader->n++] = length;
	if (length > 0)
		memcpy(reader->bytes + reader->used, bytes, length);
	reader->bytes[reader->used + length] = '\0';
	reader->used += length + 1;
}

static void give_record(struct reader *reader, unsigned n)
{
	struct csv_row row = { .number = ++reader->records, .line = reader->row_line, .field = reader->field, .length = reader->length, .n = n };
	reader->stopped = !reader->row(&row, reader->data, reader->error);
}

static void on_record(int terminator, void *data)
{
	struct reader *reader = data;
	(void) terminator;
	if (reader->stopped)
		return;
	for (unsigned i = 0; i < reader->n; i++)
		reader->field[i] = reader->bytes + reader->start[i];
	give_record(reader, reader->n);
	reader->n = 0;
	reader->used = 0;
}

static int no_space(unsigned char c)
{
	(void) c;
	return 0;    /* libcsv would trim fields; published bytes are kept as they are */
}

/* After feeding part of a line: where does the record begin, where the quote, and is the field growing out of hand? */
static void note_place(struct reader *reader, bool line_ended)
{
	bool inside = reader->parser.quoted && reader->parser.pstate >= FIELD_BEGUN;
	if (!inside)
		reader->quote_line = PLACE_NONE;
	else if (reader->quote_line == PLACE_NONE || reader->open_mark != reader->closed_fields) {
		reader->quote_line = reader->line;
		reader->open_mark = reader->closed_fields;
	}
	if (reader->parser.entry_pos > CSV_FIELD_MAX)
		too_long(reader);
	if (!line_ended)
		return;
	reader->line++;
	if (reader->parser.pstate == 0) {
		reader->row_line = reader->line;
		reader->records += reader->records > 0 && reader->records == reader->records_before;    /* an empty line */
	}
	reader->records_before = reader->records;
}

/*
 * A whole line without quotes, between records: cut at the separators where it stands. Most published files are nothing else,
 * and this reads them several times as fast as going through libcsv byte by byte; what comes out is the same.
 */
static bool cut_plain(struct reader *reader, char *bytes, size_t length)
{
	size_t end = length - 1;
	if (reader->parser.pstate != 0 || memchr(bytes, '"', length))
		return false;
	end -= end > 0 && bytes[end] == '\n' && bytes[end - 1] == '\r';
	if (end == 0)
		return true;
	bytes[end] = '\0';
	unsigned n = 0;
	for (char *at = bytes, *stop = bytes + end; at; n++) {
		if (n == CSV_COLUMNS_MAX) {
			stop_at(reader, reader->line, _("more than %d columns; is the separator right?"), CSV_COLUMNS_MAX);
			return true;
		}
		char *next = memchr(at, reader->parser.delim_char, (size_t) (stop - at));
		reader->field[n] = at;
		reader->length[n] = (size_t) ((next ? next : stop) - at);
		if (next)
			*next++ = '\0';
		at = next;
	}
	give_record(reader, n);
	return true;
}

static void feed(struct reader *reader, char *bytes, size_t length, bool line_ended)
{
	if (line_ended && cut_plain(reader, bytes, length)) {
		note_place(reader, true);
		return;
	}
	if (csv_parse(&reader->parser, bytes, length, on_field, on_record, reader) != length)
		stop_at(reader, reader->line, "%s", csv_strerror(csv_error(&reader->parser)));
	note_place(reader, line_ended);
}

/* Bytes of the first line in the block with its end (LF, CRLF or CR); 0 when no line ends here. */
static size_t line_length(const char *bytes, size_t length)
{
	const char *lf = memchr(bytes, '\n', length);
	size_t whole = lf ? (size_t) (lf - bytes) + 1 : length;
	const char *cr = memchr(bytes, '\r', whole);
	if (!cr || (lf && cr + 1 == lf))
		return lf ? whole : 0;
	return (size_t) (cr - bytes) + 1;
}

static void feed_block(struct reader *reader, char *bytes, size_t length)
{
	if (reader->after_cr && length > 0 && bytes[0] == '\n') {
		csv_parse(&reader->parser, bytes, 1, on_field, on_record, reader);
		bytes++;
		length--;
	}
	if (length == 0)
		return;
	reader->after_cr = bytes[length - 1] == '\r';
	while (length > 0 && !reader->stopped) {
		size_t part = line_length(bytes, length);
		feed(reader, bytes, part ? part : length, part != 0);
		bytes += part ? part : length;
		length -= part ? part : length;
	}
}

/* What people take for CSV, by its first bytes. */
static const struct { const char *begins; size_t length; const char *words; } other_files[] = {
	{ "PK\003\004", 4, N_("this is a spreadsheet (.xlsx, .ods) or another zipped file; save it as \"CSV UTF-8\", or unpack it") },
	{ "\xd0\xcf\x11\xe0", 4, N_("this is an Excel workbook (.xls); save it as \"CSV UTF-8\"") },
	{ "\x1f\x8b", 2, N_("this file is compressed (gzip); unpack it first") },
	{ "%PDF-", 5, N_("this is a PDF; ask its publisher for CSV") },
	{ "SQLite format 3", 15, N_("this is a database; the database comes first on the command line, then the files of data") },
	{ "<!DOCTYPE", 9, N_("this is a web page and no CSV; was it downloaded by the right link?") },
	{ "<!doctype", 9, N_("this is a web page and no CSV; was it downloaded by the right link?") },
	{ "{", 1, N_("this is JSON and no CSV; ask its publisher for CSV, or convert it") },
	{ "[{", 2, N_("this is JSON and no CSV; ask its publisher for CSV, or convert it") },
	{ "[\n", 2, N_("this is JSON and no CSV; ask its publisher for CSV, or convert it") },
	{ "<html", 5, N_("this is a web page and no CSV; was it downloaded by the right link?") },
};

static bool is_other_file(struct reader *reader, const char *bytes, size_t length)
{
	for (unsigned i = 0; i < G_N_ELEMENTS(other_files); i++)
		if (length >= other_files[i].length && memcmp(bytes, other_files[i].begins, other_files[i].length) == 0) {
			stop_at(reader, 1, "%s", _(other_files[i].words));
			return true;
		}
	return false;
}

/* A NUL byte never belongs to CSV; UTF-16 is where they come from. */
static bool block_is_text(struct reader *reader, const char *bytes, size_t length, bool first)
{
	if (first && is_other_file(reader, bytes, length))
		return false;
	if (first && length >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0)) {
		stop_at(reader, 1, _("this file is UTF-16; save it as \"CSV UTF-8\", or convert it: iconv -f UTF-16 -t UTF-8"));
		return false;
	}
	const char *nul = memchr(bytes, '\0', length);
	if (!nul)
		return true;
	if (first && nul - bytes < 4) {
		stop_at(reader, 1, _("this file looks like UTF-16 or is no text at all; save it as \"CSV UTF-8\""));
		return false;
	}
	gint64 line = reader->line;
	for (const char *p = bytes; p < nul; p++)
		line += *p == '\n';
	stop_at(reader, line, _("a NUL byte stands in the line; the file is damaged or is no text"));
	return false;
}

static bool read_blocks(struct reader *reader, int fd, gint64 total, csv_progress_func *progress)
{
	g_autofree char *block = g_malloc(BLOCK);
	gint64 done = 0;
	for (;;) {
		ssize_t got = read(fd, block, BLOCK);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			stop_at(reader, reader->line, _("cannot be read: %s"), g_strerror(errno));
			return false;
		}
		if (got == 0)
			return true;
		if (!block_is_text(reader, block, got, done == 0))
			return false;
		size_t skip = done == 0 && got >= 3 && memcmp(block, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
		feed_block(reader, block + skip, got - skip);
		done += got;
		if (reader->stopped)
			return false;
		if (progress && !progress(done, MAX(total, done), reader->data)) {
			g_set_error(reader->error, DAIS_ERROR, DAIS_ERROR_INTERRUPTED, _("interrupted"));
			return false;
		}
	}
}

static bool read_end(struct reader *reader)
{
	if (reader->parser.quoted && reader->parser.pstate == FIELD_BEGUN) {
		stop_at(reader, reader->quote_line, _("a quote opened on this line is never closed; close it, or double it (\"\") "
			"where it is meant as text"));
		return false;
	}
	if (csv_fini(&reader->parser, on_field, on_record, reader) != 0)
		stop_at(reader, reader->line, "%s", csv_strerror(csv_error(&reader->parser)));
	return !reader->stopped;
}

static int open_regular(const char *path, gint64 *size, GError **error)
{
	g_autofree char *name = shown_name(path);
	struct stat info;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);    /* non-blocking: a FIFO must not hang us */
	if (fd < 0 || fstat(fd, &info) < 0) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: cannot be opened: %s"), name, g_strerror(errno));
		if (fd >= 0)
			close(fd);
		return -1;
	}
	if (!S_ISREG(info.st_mode)) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: is not a regular file; save the data in a file first"), name);
		close(fd);
		return -1;
	}
	*size = info.st_size;
	return fd;
}

bool csv_read(const char *path, char separator, csv_row_func *row, csv_progress_func *progress, void *data, GError **error)
{
	gint64 size = 0;
	int fd = open_regular(path, &size, error);
	if (fd < 0)
		return false;
	struct reader *reader = g_new0(struct reader, 1);
	*reader = (struct reader) { .path = path, .room = 4096, .line = 1, .row_line = 1, .row = row, .data = data, .error = error };
	reader->bytes = g_malloc(reader->room);
	bool ok = csv_init(&reader->parser, CSV_APPEND_NULL) == 0;
	if (ok) {
		csv_set_delim(&reader->parser, (unsigned char) separator);
		csv_set_space_func(&reader->parser, no_space);
		ok = read_blocks(reader, fd, size, progress) && read_end(reader);
		csv_free(&reader->parser);
	} else {
		g_set_error_literal(error, DAIS_ERROR, DAIS_ERROR_DATA, _("not enough memory to read CSV"));
	}
	g_free(reader->bytes);
	g_free(reader);
	close(fd);
	return ok;
}
