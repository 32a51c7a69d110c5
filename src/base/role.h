/*
 * What a cell of the screen means. Panes paint roles, themes give each role its colours, the terminal shows them.
 * Adding a role: one line here, then one line in each file of themes/ (a test lists the missing ones).
 */
#ifndef DAIS_BASE_ROLE_H
#define DAIS_BASE_ROLE_H

#include <stdint.h>

/* X(enum suffix, name in theme files, one letter in golden style planes, fallback attribute without colours) */
#define ROLE_LIST(X) \
	X(TEXT, "text", '.', 0) \
	X(DIM, "dim", 'd', 0) \
	X(TITLE, "title", 't', ROLE_BOLD) \
	X(HEADING, "heading", 'h', ROLE_BOLD) \
	X(BORDER, "border", 'b', 0) \
	X(BORDER_ACTIVE, "border_active", 'B', ROLE_BOLD) \
	X(TAB, "tab", 'n', 0) \
	X(TAB_ACTIVE, "tab_active", 'N', ROLE_REVERSE) \
	X(SELECTED, "selected", 's', ROLE_REVERSE) \
	X(SELECTED_BLUR, "selected_blur", 'u', ROLE_UNDERLINE) \
	X(MARKED, "marked", 'm', ROLE_BOLD) \
	X(ACCENT, "accent", 'a', ROLE_BOLD) \
	X(ALERT, "alert", '!', ROLE_BOLD) \
	X(WARN, "warn", 'w', ROLE_UNDERLINE) \
	X(GOOD, "good", 'g', 0) \
	X(MATCH, "match", 'x', ROLE_UNDERLINE) \
	X(KEY, "key", 'k', ROLE_BOLD) \
	X(MESSAGE, "message", 'e', 0) \
	X(ERROR, "error", 'E', ROLE_BOLD) \
	X(PROMPT, "prompt", 'p', ROLE_BOLD) \
	X(CHART_1, "chart_1", '1', 0) \
	X(CHART_2, "chart_2", '2', 0) \
	X(CHART_3, "chart_3", '3', 0) \
	X(CHART_4, "chart_4", '4', 0) \
	X(CHART_AXIS, "chart_axis", 'A', 0) \
	X(CHART_LIMIT, "chart_limit", 'L', 0) \
	X(CHART_SIGNAL, "chart_signal", 'S', ROLE_BOLD)

enum role {
#define X(id, name, letter, attribute) ROLE_##id,
	ROLE_LIST(X)
#undef X
	ROLE_COUNT
};

enum role_attribute { ROLE_BOLD = 1, ROLE_REVERSE = 2, ROLE_UNDERLINE = 4 };

/* Colours of one role: xterm-256 palette indices, or COLOR_NONE for the terminal's own. */
#define COLOR_NONE (-1)
struct role_style {
	int16_t fg;          /* 0..255 or COLOR_NONE */
	int16_t bg;          /* 0..255 or COLOR_NONE */
	uint8_t attributes;  /* enum role_attribute bits */
};

/* A theme: a style per role, and the contrast its text must reach (WCAG: 4.5; projector themes 7). */
struct theme {
	char name[32];
	double minimum_contrast;
	struct role_style role[ROLE_COUNT];
};

const char *role_name(enum role role);    /* as written in theme files */
char role_letter(enum role role);         /* as written in golden style planes */
/* The role for filled blocks that mean this: the mono theme reverses alert, and a reversed full block is not to be seen. */
enum role role_solid(enum role role);
uint8_t role_fallback(enum role role);    /* attributes when the terminal has no colours */

#endif
