#include "base/error.h"

G_DEFINE_QUARK(dais-error-quark, dais_error)

int dais_error_exit(const GError *error)
{
	return error->domain == DAIS_ERROR ? error->code : DAIS_ERROR_DATA;
}
