#include "domain/demo_words.h"

#include <string.h>

guint64 demo_hash(guint64 seed, guint64 a, guint64 b)
{
	guint64 z = seed + a * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15) + b * G_GUINT64_CONSTANT(0xD1B54A32D192ED03);
	z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

double demo_unit(guint64 seed, guint64 a, guint64 b)
{
	return (demo_hash(seed, a, b) >> 11) * (1.0 / 9007199254740992.0);
}

const char *demo_pick(const struct demo_choice *choices, double u)
{
	int all = 0, n = 0;
	for (; choices[n].word; n++)
		all += choices[n].weight;
	int left = u * all;
	for (int i = 0; i < n; i++)
		if ((left -= choices[i].weight) < 0)
			return choices[i].word;
	return choices[n - 1].word;
}

const struct demo_choice demo_classes[] = {
	{ "procedure", 24 }, { "discourtesy", 21 }, { "force", 14 }, { "search", 11 }, { "neglect", 10 },
	{ "stop", 8 }, { "arrest", 6 }, { "bias", 4 }, { "property", 2 }, { NULL, 0 },
};
const struct demo_choice demo_districts[] = {
	{ "south", 26 }, { "north", 22 }, { "central", 20 }, { "east", 16 }, { "harbour", 13 }, { "airport", 3 }, { NULL, 0 },
};
const struct demo_choice demo_channels[] = {
	{ "web", 38 }, { "phone", 27 }, { "walk_in", 18 }, { "email", 9 }, { "letter", 4 }, { "agency", 3 },
	{ "community", 1 }, { NULL, 0 },
};
const struct demo_choice demo_kinds[] = {
	{ "complaint", 88 }, { "review", 7 }, { "incident", 3 }, { "observation", 2 }, { NULL, 0 },
};
const struct demo_choice demo_findings[] = {
	{ "not_sustained", 38 }, { "unfounded", 23 }, { "exonerated", 20 }, { "sustained", 15 }, { "policy_failure", 2 },
	{ "closed_no_finding", 2 }, { NULL, 0 },
};
const struct demo_choice demo_races[] = {
	{ "white", 34 }, { "black", 31 }, { "latino", 20 }, { "asian", 6 }, { "declined", 9 }, { NULL, 0 },
};
const struct demo_choice demo_sexes[] = { { "male", 58 }, { "female", 38 }, { "declined", 4 }, { NULL, 0 } };
const struct demo_choice demo_force_types[] = {
	{ "hands", 62 }, { "firearm_shown", 16 }, { "cew", 10 }, { "spray", 5 }, { "baton", 3 }, { "canine", 3 },
	{ "firearm_fired", 1 }, { NULL, 0 },
};
const struct demo_choice demo_force_levels[] = { { "1", 70 }, { "2", 23 }, { "3", 6 }, { "4", 1 }, { NULL, 0 } };
const struct demo_choice demo_dispositions[] = {
	{ "exonerated", 86 }, { "policy_failure", 5 }, { "sustained", 4 }, { "pending", 5 }, { NULL, 0 },
};
const struct demo_choice demo_discipline[] = {
	{ "Training", 46 }, { "Written reprimand", 34 }, { "Suspension", 17 }, { "Dismissal", 3 }, { NULL, 0 },
};

/* States in which a case ends at intake. */
const struct demo_choice demo_early_ends[] = {
	{ "closed_intake", 45 }, { "no_jurisdiction", 22 }, { "referred_out", 15 }, { "withdrawn", 12 }, { "administratively_closed", 6 },
	{ NULL, 0 },
};

static const struct { const char *class; const char *detail[4]; } details[] = {
	{ "force", { "Takedown after compliance", "Handcuffs too tight", "Electric weapon used", "Struck during arrest" } },
	{ "search", { "Car searched without consent", "Home entered without a warrant", "Phone looked through", "Pat-down without a reason" } },
	{ "bias", { "Remark about origin", "Stopped because of appearance", "Spoken to in a belittling way", "Different treatment of passengers" } },
	{ "discourtesy", { "Rude language", "Refused to answer", "Shouting", "Mocking tone" } },
	{ "neglect", { "No report written", "Did not come", "Evidence not collected", "Call not returned" } },
	{ "arrest", { "No ground given", "Held too long", "Wrong person", "Not told of the charge" } },
	{ "stop", { "No ground for a traffic stop", "Stopped twice in one day", "Stop not recorded", "Kept waiting" } },
	{ "procedure", { "Camera not switched on", "Name and badge not given", "No interpreter called", "Form not handed over" } },
	{ "property", { "Phone not returned", "Door damaged", "Money missing", "Car towed without notice" } },
};

const char *demo_detail(const char *class, guint64 random)
{
	for (unsigned i = 0; i < G_N_ELEMENTS(details); i++)
		if (!strcmp(details[i].class, class))
			return details[i].detail[random % 4];
	return "Other conduct";
}

static const char *const places[] = { "Canal Street", "the bus depot", "Old Market", "Pier 4", "Linden Avenue",
	"the school on Mill Road", "Station Square", "a car park on Fifth", "the river path", "Quarry Heights", "a corner shop",
	"the tram stop at Weir Lane" };
static const char *const starts[] = { "The complainant was stopped at %s.", "Officers came to %s after a call about noise.",
	"A traffic stop took place near %s.", "The complainant asked for help at %s.", "Two young people were spoken to at %s.",
	"An event at %s was cleared in the evening.", "The complainant was a witness at %s." };
static const struct { const char *class; const char *said[3]; } middles[] = {
	{ "force", { "The complainant says that a takedown followed after both hands were shown.",
		"The handcuffs are said to have been so tight that the wrists bled.", "An electric weapon was used after the order had been obeyed." } },
	{ "search", { "A bag and a phone were searched; no reason was given.", "The car was searched although the complainant said no.",
		"Officers entered the home and showed no warrant." } },
	{ "bias", { "A remark was made about where the complainant comes from.", "Others who did the same were not stopped.",
		"The passengers were treated differently from the driver." } },
	{ "discourtesy", { "The officer is said to have used insulting words.", "The complainant's questions were mocked.",
		"The officer is said to have shouted at a child." } },
	{ "neglect", { "The complainant waited for more than an hour and no report was written.", "Nobody came although two calls were made.",
		"A recording was offered as evidence and not collected." } },
	{ "arrest", { "The complainant was held and let go without a charge.", "The complainant was taken for somebody else.",
		"No reason was given for the arrest." } },
	{ "stop", { "It was the second stop on the same day.", "No ground was given for the stop.", "The stop is not in the records." } },
	{ "procedure", { "The complainant asked for a name and a badge number and was given none.", "An interpreter was asked for and none was called.",
		"The form for complaints was not handed over." } },
	{ "property", { "A door was damaged and nobody said who pays.", "A phone was taken and not given back.",
		"The car was towed without notice." } },
};
static const char *const ends[] = { "Video of one camera is missing.", "There are two witnesses.", "The complainant asks for mediation.",
	"Photographs were handed in.", "The body-worn camera was off for part of the time.", "The complainant wants the record corrected.",
	"A neighbour filmed part of it.", "" };

static const char *said(const char *class, guint64 random)
{
	for (unsigned i = 0; i < G_N_ELEMENTS(middles); i++)
		if (!strcmp(middles[i].class, class))
			return middles[i].said[random % 3];
	return "";
}

char *demo_summary(const char *class, guint64 random)
{
	const char *place = places[random % G_N_ELEMENTS(places)];
	const char *start = starts[(random >> 8) % G_N_ELEMENTS(starts)];
	const char *hole = strstr(start, "%s");
	const char *end = ends[(random >> 24) % G_N_ELEMENTS(ends)];
	return g_strdup_printf("%.*s%s%s %s%s%s", (int) (hole - start), start, place, hole + 2, said(class, random >> 16),
		*end ? " " : "", end);
}
