/* Text from outside must reach the terminal readable and harmless, and take exactly the cells we think it takes. */
#include <locale.h>
#include <string.h>
#include <unistr.h>
#include <wchar.h>
#include "base/text.h"

static void check_clean(const char *bytes, gssize len, unsigned flags, const char *expected)
{
	g_autofree char *clean = text_clean(bytes, len, flags);
	g_assert_cmpstr(clean, ==, expected);
	g_assert_true(text_is_clean(clean, flags));
	if (len < 0)
		g_assert_cmpint(text_is_clean(bytes, flags), ==, strcmp(bytes, expected) == 0);
}

static void test_plain(void)
{
	check_clean("", -1, 0, "");
	check_clean("Case C-2024-0187: use of force", -1, 0, "Case C-2024-0187: use of force");
	check_clean("Rambla de Sant Jordi, piso 3º; niño, Łódź, Ωμέγα, 東京", -1, 0, "Rambla de Sant Jordi, piso 3º; niño, Łódź, Ωμέγα, 東京");
	check_clean("a\tb\r\nc\nd\re", -1, 0, "a b c d e");
	check_clean("a\tb\r\nc\nd\re", -1, TEXT_KEEP_NEWLINES, "a b\nc\nd e");
	check_clean("cut here", 3, 0, "cut");
}

static void test_controls(void)
{
	check_clean("\033]0;owned\007", -1, 0, "^[]0;owned^G");
	check_clean("\033[31mred\033[0m", -1, 0, "^[[31mred^[[0m");
	check_clean("a\bb\177", -1, 0, "a^Hb^?");
	check_clean("nul\0here", 8, 0, "nul^@here");
	/* C1: as code points and as raw bytes */
	check_clean("\302\23331m", -1, 0, "<9B>31m");
	check_clean("\302\205x\302\200", -1, 0, "<85>x<80>");
	check_clean("\23331m\235", -1, 0, "\\x9B31m\\x9D");
}

static void test_invalid(void)
{
	check_clean("\377\376", -1, 0, "\\xFF\\xFE");
	check_clean("Jos\351", -1, 0, "Jos\\xE9");                        /* Latin-1 */
	check_clean("\300\257", -1, 0, "\\xC0\\xAF");                      /* overlong slash */
	check_clean("\340\200\257", -1, 0, "\\xE0\\x80\\xAF");
	check_clean("\355\240\200", -1, 0, "\\xED\\xA0\\x80");             /* surrogate */
	check_clean("\364\220\200\200", -1, 0, "\\xF4\\x90\\x80\\x80");    /* beyond U+10FFFF */
	check_clean("x\342\202", -1, 0, "x\\xE2\\x82");                    /* cut short */
	check_clean("\342\202\254", 2, 0, "\\xE2\\x82");                   /* cut short by len */
}

static void test_deceivers(void)
{
	check_clean("user\342\200\256gpj.exe", -1, 0, "user<U+202E>gpj.exe");
	check_clean("a\342\201\246b\342\201\251", -1, 0, "a<U+2066>b<U+2069>");
	check_clean("\342\200\216\342\200\217\330\234", -1, 0, "<U+200E><U+200F><U+061C>");
	check_clean("O\342\200\213kafor", -1, 0, "O<U+200B>kafor");
	check_clean("x\342\200\215y\342\201\240z\357\273\277", -1, 0, "x<U+200D>y<U+2060>z<U+FEFF>");
	check_clean("a\342\200\250b\342\200\251c", -1, 0, "a<U+2028>b<U+2029>c");
	check_clean("hi\363\240\201\201\363\240\201\277", -1, 0, "hi<U+E0041><U+E007F>");
	check_clean("so\302\255ft", -1, 0, "so<U+00AD>ft");
	check_clean("\343\205\244", -1, 0, "<U+3164>");                    /* Hangul filler: draws nothing, two cells */
	check_clean("a\357\270\217\363\240\204\200", -1, 0, "a<U+FE0F><U+E0100>");
	check_clean("\356\200\200\363\260\200\200", -1, 0, "<U+E000><U+F0000>");
	check_clean("\357\277\277\315\270", -1, 0, "<U+FFFF><U+0378>");
	check_clean("\360\237\221\251\342\200\215\360\237\232\200", -1, 0, "\360\237\221\251<U+200D>\360\237\232\200");
}

static void test_marks(void)
{
	check_clean("e\314\201te\314\201", -1, 0, "e\314\201te\314\201");
	check_clean("\314\201e", -1, 0, "<U+0301>e");                      /* nothing to sit on */
	check_clean("a\n\314\201", -1, TEXT_KEEP_NEWLINES, "a\n<U+0301>");
	GString *many = g_string_new("a");
	for (int i = 0; i < 200; i++)
		g_string_append(many, "\314\210");
	g_autofree char *clean = text_clean(many->str, -1, 0);
	int cells;
	g_assert_cmpuint(text_next(clean, &cells), ==, 1 + 4 * 2);
	g_assert_cmpint(cells, ==, 1);
	g_assert_cmpint(text_width(clean), ==, 1 + 196 * (int) strlen("<U+0308>"));
	g_assert_true(text_is_clean(clean, 0));
	g_string_free(many, TRUE);
}

static void test_ascii(void)
{
	check_clean("na\303\257ve \342\200\234quote\342\200\235 \342\200\224 5 \302\260", -1, TEXT_ASCII, "naive \"quote\" - 5 deg");
	check_clean("\305\201\303\263d\305\272, Stra\303\237e, \303\206ON, \302\275", -1, TEXT_ASCII, "Lodz, Strasse, AEON, 1/2");
	check_clean("\346\235\261", -1, TEXT_ASCII, "<U+6771>");
	check_clean("e\314\201", -1, TEXT_ASCII, "e");
	check_clean("\342\200\256", -1, TEXT_ASCII, "<U+202E>");
}

/* Whatever comes in, what goes out is valid, free of controls, clean by its own test, and nothing vanishes silently. */
static void test_any_bytes(void)
{
	GRand *rand = g_rand_new_with_seed(7);
	for (int round = 0; round < 20000; round++) {
		char bytes[24];
		int n = g_rand_int_range(rand, 0, sizeof bytes);
		for (int i = 0; i < n; i++)
			bytes[i] = (char) (g_rand_int_range(rand, 0, 3) ? g_rand_int_range(rand, 128, 256) : g_rand_int_range(rand, 0, 128));
		for (unsigned flags = 0; flags < 4; flags++) {
			g_autofree char *clean = text_clean(bytes, n, flags);
			g_assert_null(u8_check((const uint8_t *) clean, strlen(clean)));
			g_assert_true(text_is_clean(clean, flags));
			for (const char *p = clean; *p; p++)
				g_assert_true((unsigned char) *p >= 32 || (*p == '\n' && flags & TEXT_KEEP_NEWLINES));
			int width = 0, cells;
			for (const char *p = clean; *p; p += text_next(p, &cells)) {
				text_next(p, &cells);
				g_assert_cmpint(cells, <=, 2);
				width += cells;
			}
			g_assert_cmpint(text_width(clean), ==, width);
		}
	}
	g_rand_free(rand);
}

/* Every character that passes as clean takes the cells wcwidth says, since ncurses goes by that. */
static void test_widths_of_libc(void)
{
	if (wcwidth(0x4e00) != 2) {
		g_test_skip("no UTF-8 locale here");
		return;
	}
	for (gunichar c = 32; c < 0x30000; c++) {
		char text[8] = "a";
		if (c >= 0xd800 && c < 0xe000)
			continue;
		text[1 + g_unichar_to_utf8(c, text + 1)] = '\0';
		if (!text_is_clean(text, 0))
			continue;
		int cells = text_width(text) - 1;
		if (wcwidth((wchar_t) c) >= 0 && cells != wcwidth((wchar_t) c))
			g_error("U+%04X: %d cells, wcwidth %d", c, cells, wcwidth((wchar_t) c));
	}
}

static void test_fit(void)
{
	int used;
	g_assert_cmpint(text_width("abc"), ==, 3);
	g_assert_cmpint(text_width("東京x"), ==, 5);
	g_assert_cmpint(text_width("e\314\201"), ==, 1);
	g_assert_cmpuint(text_fit("東京x", 3, &used), ==, 3);
	g_assert_cmpint(used, ==, 2);
	g_assert_cmpuint(text_fit("abe\314\201", 3, NULL), ==, 5);      /* the mark comes along */
	g_assert_cmpuint(text_fit("abc", 0, &used), ==, 0);
	g_assert_cmpint(used, ==, 0);
	g_assert_cmpuint(text_fit("abc", -5, NULL), ==, 0);
}

static void check_clip(const char *text, int cells, const char *mark, const char *expected)
{
	g_autofree char *clipped = text_clip(text, cells, mark);
	g_assert_cmpstr(clipped, ==, expected);
	g_assert_cmpint(text_width(clipped), <=, MAX(cells, 0));
}

static void test_clip(void)
{
	check_clip("discourtesy", 11, "…", "discourtesy");
	check_clip("discourtesy", 10, "…", "discourte…");
	check_clip("東京タワー", 6, "…", "東京…");
	check_clip("discourtesy", 2, "...", "..");
	check_clip("discourtesy", 0, "~", "");
	check_clip("discourtesy", -1, "~", "");
	check_clip("", 3, "~", "");
}

static void check_wrap(const char *text, int cells, const char *expected)
{
	g_auto(GStrv) lines = text_wrap(text, cells);
	g_autofree char *joined = g_strjoinv("|", lines);
	g_assert_cmpstr(joined, ==, expected);
}

static void test_wrap(void)
{
	check_wrap("the quick brown fox", 10, "the quick|brown fox");
	check_wrap("the quick", 9, "the quick");
	check_wrap("a verylongword b", 5, "a|veryl|ongwo|rd b");
	check_wrap("one\n\ntwo", 10, "one||two");
	check_wrap("東京タワー", 4, "東京|タワ|ー");
	check_wrap("東a", 1, "?|a");
	check_wrap("a  b", 1, "a|b");
}

static void test_number(void)
{
	char buf[28];
	g_assert_cmpstr(text_number(0, buf), ==, "0");
	g_assert_cmpstr(text_number(999, buf), ==, "999");
	g_assert_cmpstr(text_number(1000, buf), ==, "1,000");
	g_assert_cmpstr(text_number(-1234567, buf), ==, "-1,234,567");
	g_assert_cmpstr(text_number(G_MININT64, buf), ==, "-9,223,372,036,854,775,808");
}

static void check_fold(const char *text, const char *expected)
{
	g_autofree char *folded = text_fold(text);
	g_assert_cmpstr(folded, ==, expected);
	g_autofree char *again = text_fold(folded);
	g_assert_cmpstr(again, ==, expected);
}

static void test_fold(void)
{
	check_fold("  Not \t Sustained\n", "not sustained");
	check_fold("STRASSE", "strasse");
	check_fold("Straße", "strasse");
	check_fold("NIN\314\203O", "niño");                    /* decomposed and capital */
	check_fold("Ünfounded\302\240 x", "ünfounded x");      /* no-break space */
	check_fold("", "");
	check_fold("  ", "");
	check_fold("bad \377 byte", "bad \357\277\275 byte");
}

static void test_blank(void)
{
	const char *const blank[] = { NULL, "", "   ", "\t\n", "\xc2\xa0", "\xe3\x80\x80 " }, *const words[] = { "a", " . ", "\xc2\xa0x" };
	for (gsize i = 0; i < G_N_ELEMENTS(blank); i++)
		g_assert_true(text_is_blank(blank[i]));
	for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
		g_assert_false(text_is_blank(words[i]));
}

static void test_nearest(void)
{
	static const char *const words[] = { "district", "import", "state", "received", NULL };
	g_assert_cmpstr(text_nearest("distrct", words), ==, "district");
	g_assert_cmpstr(text_nearest("improt", words), ==, "import");
	g_assert_cmpstr(text_nearest("STATE", words), ==, "state");
	g_assert_cmpstr(text_nearest("recieved", words), ==, "received");
	g_assert_null(text_nearest("xyzzy", words));
	g_assert_null(text_nearest("", words));
}

int main(int argc, char **argv)
{
	setlocale(LC_ALL, "");
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/text/clean/plain", test_plain);
	g_test_add_func("/text/clean/controls", test_controls);
	g_test_add_func("/text/clean/invalid", test_invalid);
	g_test_add_func("/text/clean/deceivers", test_deceivers);
	g_test_add_func("/text/clean/marks", test_marks);
	g_test_add_func("/text/clean/ascii", test_ascii);
	g_test_add_func("/text/clean/any-bytes", test_any_bytes);
	g_test_add_func("/text/width/libc", test_widths_of_libc);
	g_test_add_func("/text/fit", test_fit);
	g_test_add_func("/text/clip", test_clip);
	g_test_add_func("/text/wrap", test_wrap);
	g_test_add_func("/text/number", test_number);
	g_test_add_func("/text/fold", test_fold);
	g_test_add_func("/text/blank", test_blank);
	g_test_add_func("/text/nearest", test_nearest);
	return g_test_run();
}
