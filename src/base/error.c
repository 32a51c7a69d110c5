#include "base/error.h"

G_DEFINE_QUARK(dais-error-quark, dais_error)

bool error_refuse(GError **error, enum dais_error code, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *words = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_set_error_literal(error, DAIS_ERROR, code, words);
	return false;
}

int dais_error_exit(const GError *error)
{
	return error->domain == DAIS_ERROR ? error->code : DAIS_ERROR_DATA;
}
