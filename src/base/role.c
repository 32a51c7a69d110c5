#include "base/role.h"

static const struct { const char *name; char letter; uint8_t fallback; } roles[ROLE_COUNT] = {
#define X(id, name, letter, attribute) [ROLE_##id] = { name, letter, attribute },
	ROLE_LIST(X)
#undef X
};

const char *role_name(enum role role)
{
	return roles[role].name;
}

char role_letter(enum role role)
{
	return roles[role].letter;
}

enum role role_solid(enum role role)
{
	return role == ROLE_ALERT ? ROLE_CHART_SIGNAL : role;
}

uint8_t role_fallback(enum role role)
{
	return roles[role].fallback;
}
