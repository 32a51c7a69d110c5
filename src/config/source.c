#include "config/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "config/fault.h"
#include "config/scan.h"

#define SOURCE_MOST (1024 * 1024)
#define INCLUDE_DEPTH 8

/* Lines from `start` of the joined text on are lines from `line` on of a file. */
struct span { int start; guint file; int line; };

/* One file on its way into the joined text. */
struct loading {
	struct source *source;
	GPtrArray *faults;
	const char *root;        /* folder that includes may not leave; NULL: none are allowed */
	guint file;              /* index in source->files */
	int depth;
	int joined_lines;        /* finished lines of the joined text */
};

static int descriptor_close(int fd)
{
	if (fd >= 0)
		close(fd);
	return -1;
}

/* O_NONBLOCK: opening a FIFO must not wait for somebody to write into it. */
static char *file_read(const char *path, gsize *length, const char **why)
{
	struct stat info;
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	if (fd < 0 || fstat(fd, &info) < 0) {
		*why = g_strerror(errno);
		descriptor_close(fd);
		return NULL;
	}
	if (!S_ISREG(info.st_mode) || info.st_size > SOURCE_MOST) {
		*why = S_ISREG(info.st_mode)
			? _("it is larger than 1 MiB, more than such a file ever needs; is it the right file?")
			: _("it is not a regular file; give the name of a text file");
		descriptor_close(fd);
		return NULL;
	}
	char *text = g_malloc(SOURCE_MOST + 1);
	ssize_t got;
	*length = 0;
	while (*length < SOURCE_MOST && (got = read(fd, text + *length, SOURCE_MOST - *length)) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			*why = g_strerror(errno);
			g_clear_pointer(&text, g_free);
			break;
		}
		*length += (gsize) got;
	}
	descriptor_close(fd);
	return text;
}

static int count_lines(const char *text, gsize length)
{
	int lines = 0;
	for (const char *p = text; (p = memchr(p, '\n', length - (gsize) (p - text))) != NULL; p++)
		lines++;
	return lines;
}

/* A bad byte is told by its line; most often the file is in a Windows encoding. */
static bool text_good(const struct loading *loading, const char *text, gsize length)
{
	const char *name = loading->source->files->pdata[loading->file], *bad = NULL;
	if (length >= 2 && (memcmp(text, "\xff\xfe", 2) == 0 || memcmp(text, "\xfe\xff", 2) == 0)) {
		faults_add(loading->faults, name, 1, _("this file is in UTF-16; save it as UTF-8"));
		return false;
	}
	if (g_utf8_validate(text, (gssize) length, &bad))
		return true;
	int line = count_lines(text, (gsize) (bad - text)) + 1;
	if (*bad == '\0')
		faults_add(loading->faults, name, line, _("this line holds a NUL byte; is it a text file?"));
	else
		faults_add(loading->faults, name, line, _("byte 0x%02X is not UTF-8; save the file as UTF-8"),
			(unsigned char) *bad);
	return false;
}

static void join(struct loading *loading, int file_line, const char *text, gsize length)
{
	struct span span = { .start = loading->joined_lines, .file = loading->file, .line = file_line };
	g_array_append_val(loading->source->spans, span);
	g_string_append_len(loading->source->text, text, (gssize) length);
	loading->joined_lines += count_lines(text, length);
}

static bool file_join(struct loading *loading, const char *path, const char *shown);

/* The real path of an included file when it lies in the root folder or below, else NULL with a fault. */
static char *include_path(struct loading *loading, const char *from, const struct token *token)
{
	const char *name = loading->source->files->pdata[loading->file];
	g_autofree char *word = g_strndup(token->start, token->length), *folder = g_path_get_dirname(from);
	g_autofree char *joined = g_path_is_absolute(word) ? g_strdup(word) : g_build_filename(folder, word, NULL);
	if (loading->root == NULL || loading->depth >= INCLUDE_DEPTH) {
		faults_add(loading->faults, name, token->line, loading->root == NULL
			? _("@include is not possible here; put the text in its place")
			: _("files include each other more than 8 deep; a file must not include itself"));
		return NULL;
	}
	char *real = realpath(joined, NULL);
	if (real == NULL) {
		faults_add(loading->faults, name, token->line, _("cannot include '%s': %s; names are relative to this file"),
			word, g_strerror(errno));
		return NULL;
	}
	gsize root = strlen(loading->root);
	if (strncmp(real, loading->root, root) == 0 && (real[root] == '/' || loading->root[root - 1] == '/'))
		return real;
	faults_add(loading->faults, name, token->line,
		_("'%s' is outside the folder of this file; copy it into the folder"), word);
	free(real);
	return NULL;
}

static bool include(struct loading *loading, const char *from, const struct token *token)
{
	g_autofree char *real = include_path(loading, from, token);
	if (real == NULL)
		return false;
	g_autofree char *folder = g_path_get_dirname(loading->source->path);
	const char *below = real + strlen(loading->root);
	g_autofree char *shown = g_build_filename(folder, below, NULL);
	struct loading inner = *loading;
	inner.depth++;
	bool good = file_join(&inner, real, strcmp(folder, ".") == 0 ? shown + 2 : shown);
	loading->joined_lines = inner.joined_lines;
	return good;
}

/* Most files include nothing; this spares them a pass over their tokens. */
static bool may_include(const char *text, gsize length)
{
	const char *at = text, *end = text + length;
	while ((at = g_strstr_len(at, end - at, "@include")) != NULL) {
		const char *before = at++;
		while (before > text && (before[-1] == ' ' || before[-1] == '\t'))
			before--;
		if (before == text || before[-1] == '\n')
			return true;
	}
	return false;
}

/* Joins a file's text piece by piece, each @include line replaced by the file it names. */
static bool text_join(struct loading *loading, const char *path, const char *text, gsize length)
{
	struct scan scan;
	struct token token;
	const char *from = text;
	int from_line = 1;
	bool good = true;
	scan_init(&scan, text, may_include(text, length) ? length : 0);
	while ((token = scan_next(&scan)).kind != TOKEN_END && token.kind != TOKEN_BAD) {
		if (token.kind != TOKEN_INCLUDE)
			continue;
		const char *line = token.start;
		while (line > text && line[-1] != '\n')
			line--;
		join(loading, from_line, from, (gsize) (line - from));
		good &= include(loading, path, &token);
		from = scan.at;
		from_line = token.line;
	}
	join(loading, from_line, from, length - (gsize) (from - text));
	if (loading->depth > 0 && length > 0 && text[length - 1] != '\n') {
		g_string_append_c(loading->source->text, '\n');
		loading->joined_lines++;
	}
	return good;
}

static bool bytes_join(struct loading *loading, const char *path, const char *text, gsize length)
{
	if (!text_good(loading, text, length))
		return false;
	if (length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		text += 3;
		length -= 3;
	}
	if (loading->source->text->len + length > SOURCE_MOST) {
		faults_add(loading->faults, loading->source->path, 0,
			_("with all it includes this is larger than 1 MiB; take out what is not needed"));
		return false;
	}
	return text_join(loading, path, text, length);
}

static bool file_join(struct loading *loading, const char *path, const char *shown)
{
	const char *why = NULL;
	gsize length = 0;
	loading->file = loading->source->files->len;
	g_ptr_array_add(loading->source->files, g_strdup(shown));
	g_autofree char *text = file_read(path, &length, &why);
	if (text == NULL) {
		faults_add(loading->faults, shown, 0, _("cannot read this file: %s"), why);
		return false;
	}
	return bytes_join(loading, path, text, length);
}

static void source_init(struct source *source, const char *path)
{
	*source = (struct source) {
		.path = g_strdup(path), .text = g_string_new(NULL),
		.files = g_ptr_array_new_with_free_func(g_free),
		.spans = g_array_new(FALSE, FALSE, sizeof(struct span)),
	};
}

bool source_load(struct source *source, const char *path, GPtrArray *faults)
{
	source_init(source, path);
	g_autofree char *real = realpath(path, NULL), *root = real == NULL ? NULL : g_path_get_dirname(real);
	struct loading loading = { .source = source, .faults = faults, .root = root };
	return file_join(&loading, real == NULL ? path : real, path);
}

bool source_load_text(struct source *source, const char *name, const char *text, gsize length, GPtrArray *faults)
{
	source_init(source, name);
	g_ptr_array_add(source->files, g_strdup(name));
	struct loading loading = { .source = source, .faults = faults };
	return bytes_join(&loading, name, text, length);
}

void source_clear(struct source *source)
{
	g_free(source->path);
	g_string_free(source->text, TRUE);
	g_ptr_array_unref(source->files);
	g_array_unref(source->spans);
}

const char *source_place(const struct source *source, int line, int *file_line)
{
	const struct span *found = NULL;
	for (guint i = 0; i < source->spans->len; i++) {
		const struct span *span = &g_array_index(source->spans, struct span, i);
		if (span->start > line - 1 && found != NULL)
			break;
		found = span;
	}
	*file_line = found == NULL ? line : found->line + (line - 1 - found->start);
	return source->files->pdata[found == NULL ? 0 : found->file];
}
