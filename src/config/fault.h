/* Faults of a configuration file, all of them at once, each as "file:line: what is wrong; what to do". */
#ifndef DAIS_CONFIG_FAULT_H
#define DAIS_CONFIG_FAULT_H

#include <glib.h>

struct fault { char *file; int line; char *text; };
typedef GPtrArray faults_t;             /* of struct fault * */

GPtrArray *faults_new(void);            /* g_ptr_array_unref frees */
void faults_add(GPtrArray *faults, const char *file, int line, const char *format, ...) G_GNUC_PRINTF(4, 5);
/* All faults as lines, in file order; g_free. */
char *faults_text(const GPtrArray *faults);
/* A DAIS_ERROR_CONFIG carrying the lines, for callers that cannot show a list. */
void faults_to_error(const GPtrArray *faults, GError **error);

#endif
