/* What tests of papers look for in them. */
#ifndef DAIS_TESTS_UNIT_PAPER_CHECK_H
#define DAIS_TESTS_UNIT_PAPER_CHECK_H

/* The text is that of the file in tests/unit/papers (written anew by make update-papers). */
void paper_is(const char *file, const char *text);
void paper_has(const char *text, const char *words);
void paper_has_not(const char *text, const char *words);

#endif
