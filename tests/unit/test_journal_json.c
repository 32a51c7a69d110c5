/* A journal as JSON: whatever an event may hold comes back as it was; what is not a journal is refused with its place. */
#include <string.h>
#include "exchange/journal_json.h"

static GPtrArray *list_of(const struct meeting_event *event)
{
	GPtrArray *events = g_ptr_array_new_with_free_func((GDestroyNotify) meeting_event_free);
	g_ptr_array_add(events, meeting_event_copy(event));
	return events;
}

/* The text that is written; g_free. */
static char *written(const GPtrArray *events)
{
	char *text = NULL;
	size_t length;
	FILE *out = open_memstream(&text, &length);
	g_assert_true(journal_json_write(out, events, NULL));
	fclose(out);
	char *copy = g_strndup(text, length);
	free(text);
	return copy;
}

static void comes_back(struct meeting_event *event)
{
	g_autoptr(GError) error = NULL;
	g_strlcpy(event->prev, journal_root, sizeof event->prev);
	meeting_event_hash(event, event->hash);
	g_autoptr(GPtrArray) events = list_of(event);
	g_autofree char *text = written(events), *again = NULL;
	g_autoptr(GPtrArray) back = journal_json_parse("j.json", text, strlen(text), &error);
	g_assert_no_error(error);
	g_assert_cmpuint(back->len, ==, 1);
	g_assert_true(meeting_event_follows(back->pdata[0], event->seq - 1, journal_root, &error));      /* every member is under the seal */
	again = written(back);
	g_assert_cmpstr(again, ==, text);
}

static char *random_text(void)
{
	GString *text = g_string_new(NULL);
	for (int n = g_test_rand_int_range(0, 12); n > 0; n--) {
		gunichar c = (gunichar) g_test_rand_int_range(1, g_test_rand_int_range(0, 2) ? 0x110000 : 0x100);
		if (g_unichar_validate(c))
			g_string_append_unichar(text, c);
	}
	return g_string_free(text, FALSE);
}

static void test_random(void)
{
	for (int i = 0; i < 2000; i++) {
		struct meeting_event event = { .seq = i + 1, .at = g_test_rand_int(), .kind = (unsigned) g_test_rand_int_range(0, MEETING_EVENTS),
			.id = random_text(), .who = random_text(), .seat = i % 2 ? random_text() : NULL, .other = i % 3 ? random_text() : NULL,
			.item = i % 5 ? g_test_rand_int_range(0, G_MAXINT) : 0, .motion = i % 7, .number = g_test_rand_int(),
			.word = random_text(), .text = random_text(), .note = random_text() };
		comes_back(&event);
		meeting_event_clear(&event);
	}
}

/* Times that no calendar of ours can write are seconds. */
static void test_ends(void)
{
	static const gint64 ends[] = { 0, -1, 1, 253402300799, 253402300800, -62135596800, -62135596801, -31000000000, -60000000000, G_MAXINT64, G_MININT64 };
	for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
		struct meeting_event event = { .seq = 1, .at = ends[i], .number = ends[i], .item = G_MAXINT, .id = (char *) "", .who = (char *) "a.1" };
		comes_back(&event);
	}
}

static void test_not_utf8(void)
{
	struct meeting_event event = { .seq = 7, .kind = MEETING_NOTE, .id = (char *) "a.1", .who = (char *) "a", .text = (char *) "caf\xe9" };
	g_autoptr(GPtrArray) events = list_of(&event);
	g_autoptr(GError) error = NULL;
	char *text = NULL;
	size_t length;
	FILE *out = open_memstream(&text, &length);
	g_assert_false(journal_json_write(out, events, &error));
	fclose(out);
	g_assert_nonnull(strstr(error->message, "event 7 (note)"));
	g_assert_cmpuint(length, ==, 0);
	free(text);
}

static void test_by_hand(void)
{
	static const char text[] = "\xef\xbb\xbf[ { \"kind\": \"note\", \"at\": 1734372000 },\r\n\t{ \"at\": \"2024-12-16T18:00:00Z\", \"kind\": \"note\", \"text\": \"\\u00e9\\ud83d\\ude00\\/\" } ]\n";
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) events = journal_json_parse("j.json", text, strlen(text), &error);
	g_assert_no_error(error);
	g_assert_cmpuint(events->len, ==, 2);
	const struct meeting_event *one = events->pdata[0], *two = events->pdata[1];
	g_assert_cmpint(one->at, ==, two->at);
	g_assert_cmpstr(two->text, ==, "é😀/");
	g_assert_cmpint(one->seq, ==, 0);
	g_assert_null(one->id);
	g_assert_cmpstr(one->hash, ==, "");
	g_autofree char *out = written(events);
	g_autoptr(GPtrArray) back = journal_json_parse("j.json", out, strlen(out), NULL);
	g_assert_nonnull(back);                  /* what has no seal is written without one */
}

static void test_refused(void)
{
	static const struct { const char *text, *words; } cases[] = {
		{ "", "array of events" }, { "{}", "array of events" }, { "7", "array of events" }, { "[ 1 ]", "event 1: each event is an object" },
		{ "[{\"kind\":\"note\"},\n{\"kind\":\"note\",\"seat\":null}]", "event 2: 'seat' must be a text" },
		{ "[{\"kind\":\"note\",\"item\":true}]", "'item' must be a whole number" }, { "[{\"kind\":\"note\",\"number\":1.5}]", "whole number" },
		{ "[{\"kind\":\"note\",\"motion\":2147483648}]", "'motion' is out of range" },
		{ "[{\"kind\":\"note\",\"number\":9223372036854775808}]", "j.json:1: a number is too large" },
		{ "[{\"kind\":\"note\",\"number\":010}]", "this is no number" }, { "[{\"kind\":\"note\",\"number\":0x10}]", "not JSON" },
		{ "[{\"kind\":\"note\",\"number\":--1}]", "this is no number" }, { "[{\"kind\":\"note\",\"number\":nul}]", "not JSON" },
		{ "[{\"kind\":\"note\",\"hash\":\"ABC\"}]", "'hash' must be 64 digits" }, { "[{\"kind\":7}]", "'kind' must be a text" },
		{ "[{\"kind\":\"note\",\n\"text\":\"a\\u0000b\"}]", "j.json:2: the character \\u0000" },
		{ "[{\"kind\":\"note\",\"text\":\"\\ud800\"}]", "half a character" }, { "[{\"kind\":\"note\",\"text\":\"\\udc00\\ud800\"}]", "half a character" },
		{ "[{\"kind\":\"note\",\"text\":\"\\ud800\\u0041\"}]", "half a character" }, { "[{\"kind\":\"note\",\"text\":\"\\x\"}]", "after \\" },
		{ "[{\"kind\":\"note\",\"text\":\"\\u12\"}]", "four digits" }, { "[{\"kind\":\"note\",\"text\":\"a\nb\"}]", "a text ends on its line" },
		{ "[{\"kind\":\"note\",\"text\":\"a", "no closing quote" }, { "[{\"kind\":\"note\",\"text\":\"\xc0\x80\"}]", "not UTF-8" },
		{ "[{'kind':'note'}]", "not JSON" }, { "[{\"kind\":\"note\"}] // done", "something follows the end" }, { "[] []", "something follows the end" },
		{ "[{\"kind\":\"note\",\"kind\":\"note\"}]", "the same member twice" }, { "[{\"kind\":\"note\",\"text\":[[]]}]", "nested too deep" },
		{ "]", "closed that was not opened" }, { "[{\"kind\":\"note\"", "j.json:" }, { "[{\"kind\":\"note\" \"text\":\"a\"}]", "j.json:1" },
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GError) error = NULL;
		g_autofree char *exact = g_memdup2(cases[i].text, strlen(cases[i].text) + 1);
		g_autoptr(GPtrArray) events = journal_json_parse("j.json", exact, strlen(exact), &error);
		if (events || !strstr(error->message, cases[i].words))
			g_error("%s: \"%s\" does not say \"%s\"", cases[i].text, events ? "read" : error->message, cases[i].words);
		g_assert_true(g_str_has_prefix(error->message, "j.json:"));
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/journal json/any text comes back", test_random);
	g_test_add_func("/journal json/ends of numbers and times", test_ends);
	g_test_add_func("/journal json/not UTF-8", test_not_utf8);
	g_test_add_func("/journal json/by hand", test_by_hand);
	g_test_add_func("/journal json/refused", test_refused);
	return g_test_run();
}
