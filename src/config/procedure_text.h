/* fixtures/procedure.conf, built in: the usual rules for boards that give none of their own. */
#ifndef DAIS_CONFIG_PROCEDURE_TEXT_H
#define DAIS_CONFIG_PROCEDURE_TEXT_H

extern const char procedure_text[];

#endif
