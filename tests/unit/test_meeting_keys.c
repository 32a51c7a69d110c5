/*
 * The Meeting screen without a terminal: keys become events. Whatever is typed, the journal holds what the rules allow and nothing
 * else, and what is on the desk is what the journal says.
 */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include "app/app_private.h"
#include "app/meeting_words.h"
#include "config/config_file.h"
#include "store/meeting_store.h"

#define STARTS ((instant_t) 1734998400)      /* 23 December 2024, 18:00 in Riverton */

struct hall {
	char *folder, *path;
	struct store *store;
	struct board *board;
	struct app *app;
	struct canvas *canvas;
	id_t64 meeting;
};

static void add_item(struct hall *hall, int position, const char *number, bool consent, bool closed)
{
	struct agenda_item item = { .meeting_id = hall->meeting, .position = position, .number = (char *) number, .title = (char *) number,
		.public_title = (char *) number, .minutes = 10, .consent = consent, .closed = closed };
	g_assert_true(meeting_store_add_item(hall->store, &item, NULL));
}

static void fill(struct hall *hall)
{
	const struct body *body = hall->board->bodies->pdata[0];
	struct meeting_record record = { .body = body->id, .kind = (char *) "regular", .starts = STARTS, .title = (char *) "Regular meeting",
		.status = (char *) "posted" };
	g_assert_true(store_begin(hall->store, NULL));
	g_assert_true(meeting_store_insert(hall->store, &record, NULL));
	hall->meeting = record.id;
	add_item(hall, 1, "1", false, false);
	add_item(hall, 2, "C-1", true, false);
	add_item(hall, 3, "C-2", true, false);
	add_item(hall, 4, "4", false, false);
	add_item(hall, 5, "5", false, true);
	g_assert_true(store_commit(hall->store, NULL));
}

static void set_up(struct hall *hall, gconstpointer data)
{
	(void) data;
	const char *top = g_getenv("top_srcdir");
	g_autofree char *board = g_canonicalize_filename("fixtures/riverton.conf", top ? top : ".");
	g_autoptr(GPtrArray) faults = faults_new();
	hall->folder = g_dir_make_tmp("dais-keys-XXXXXX", NULL);
	hall->path = g_build_filename(hall->folder, "board.db", NULL);
	hall->board = board_file_load(board, faults);
	g_assert_nonnull(hall->board);
	hall->store = store_open(hall->path, STORE_CREATE, NULL);
	g_assert_nonnull(hall->store);
	fill(hall);
	struct app_options options = { .now = STARTS + 120, .session = "00000000000000aa" };
	hall->app = app_new(hall->store, hall->board, &options);
	hall->canvas = canvas_new(120, 40, false);
}

static void tear_down(struct hall *hall, gconstpointer data)
{
	(void) data;
	app_free(hall->app);
	canvas_free(hall->canvas);
	store_free(hall->store);
	board_free(hall->board);
	g_autoptr(GDir) files = g_dir_open(hall->folder, 0, NULL);
	for (const char *name; (name = g_dir_read_name(files));) {
		g_autofree char *path = g_build_filename(hall->folder, name, NULL);
		g_unlink(path);
	}
	g_rmdir(hall->folder);
	g_free(hall->folder);
	g_free(hall->path);
}

static void type(struct hall *hall, const char *keys)
{
	GError *error = NULL;
	app_draw(hall->app, hall->canvas, NULL);
	app_type(hall->app, keys, &error);
	g_assert_no_error(error);
	app_draw(hall->app, hall->canvas, NULL);
}

static const struct meeting *state(struct hall *hall)
{
	return desk_meeting(hall->app);
}

static const struct meeting_event *last(struct hall *hall)
{
	const GPtrArray *events = state(hall)->events;
	return events->len ? events->pdata[events->len - 1] : NULL;
}

static void shows(struct hall *hall, const char *words)
{
	g_autofree char *text = canvas_to_text(hall->canvas, true);
	if (!strstr(text, words))
		g_error("'%s' is not in\n%s", words, text);
}

/* Called to order, everybody of the ten here, the roll complete, item 1 open. */
static void begin(struct hall *hall)
{
	type(hall, "5Cypppppppppp<Enter>J");
	g_assert_cmpint(state(hall)->item, ==, 1);
}

static void begin_vote(struct hall *hall)
{
	begin(hall);
	type(hall, "Mmain motion<Enter>1To adopt it.<Enter>s2V");
	g_assert_nonnull(meeting_open_vote(state(hall)));
}

/* --- */

static void test_questions(struct hall *hall, gconstpointer data)
{
	(void) data;
	type(hall, "5C<Enter>");
	g_assert_cmpint(state(hall)->phase, ==, PHASE_NONE);
	type(hall, "Cy");
	g_assert_cmpint(state(hall)->phase, ==, PHASE_OPEN);
	/* left open, the roll says by which key it is completed */
	type(hall, "pppppppppp<Esc>");
	shows(hall, " A roll ");
	type(hall, "A<Enter>");
	g_assert_true(state(hall)->roll_completed);
	type(hall, "JZ<Enter>Zn");
	g_assert_cmpint(state(hall)->phase, ==, PHASE_OPEN);
	type(hall, "Zy");
	g_assert_cmpint(state(hall)->phase, ==, PHASE_ADJOURNED);
}

static enum choice choice_of(struct hall *hall, const char *seat)
{
	const struct vote *vote = state(hall)->votes->pdata[state(hall)->votes->len - 1];
	return vote_ballot(vote, meeting_seat(state(hall), seat))->choice;
}

/* A member chosen by hand is asked, and then those who are due; what is taken back is asked again. */
static void test_roll(struct hall *hall, gconstpointer data)
{
	(void) data;
	begin_vote(hall);
	type(hall, "jjn");
	g_assert_cmpint(choice_of(hall, "3"), ==, CHOICE_NAY);
	type(hall, "ab");
	g_assert_cmpint(choice_of(hall, "1"), ==, CHOICE_AYE);
	g_assert_cmpint(choice_of(hall, "2"), ==, CHOICE_ABSTAIN);
	type(hall, "<Backspace>");
	g_assert_cmpint(choice_of(hall, "2"), ==, CHOICE_NONE);
	/* that of a member chosen by hand, not the last one */
	type(hall, "aku");
	g_assert_cmpint(choice_of(hall, "3"), ==, CHOICE_NONE);
	g_assert_cmpint(choice_of(hall, "2"), ==, CHOICE_AYE);
}

/* Letters of a vote are text while a text is typed, and nothing at all outside a vote. */
static void test_letters(struct hall *hall, gconstpointer data)
{
	(void) data;
	begin(hall);
	gint64 before = state(hall)->seq;
	type(hall, "anbrxpu");
	g_assert_cmpint(state(hall)->seq, ==, before);
	type(hall, "ianbrxpuDVMZ<Enter>");
	g_assert_cmpint(last(hall)->kind, ==, MEETING_NOTE);
	g_assert_cmpstr(last(hall)->text, ==, "anbrxpuDVMZ");
	g_assert_cmpint(state(hall)->seq, ==, before + 1);
}

/* Words that were refused, or left with Esc, stand there again. */
static void test_kept_words(struct hall *hall, gconstpointer data)
{
	(void) data;
	begin(hall);
	type(hall, "Mmain motion<Enter>1To adopt the policy<Esc>");
	g_assert_cmpuint(state(hall)->motions->len, ==, 0);
	type(hall, "Mmain motion<Enter>1 of May.<Enter>");
	g_assert_cmpstr(meeting_floor(state(hall))->text, ==, "To adopt the policy of May.");
}

static void test_declared(struct hall *hall, gconstpointer data)
{
	(void) data;
	begin_vote(hall);
	type(hall, "Dy");
	g_assert_nonnull(meeting_open_vote(state(hall)));
	type(hall, "aaaaaaaaD<Enter>");
	g_assert_nonnull(meeting_open_vote(state(hall)));
	type(hall, "Dy");
	g_assert_cmpint(meeting_motion(state(hall), 1)->state, ==, MOTION_CARRIED);
	gint64 before = state(hall)->seq;
	type(hall, "u");
	g_assert_cmpint(state(hall)->seq, ==, before);
	type(hall, "c<Enter>3n<Enter>misheard<Enter>");
	g_assert_cmpint(last(hall)->kind, ==, MEETING_VOTE_CORRECTED);
	g_assert_cmpint(choice_of(hall, "3"), ==, CHOICE_NAY);
	/* the sum beside the names is theirs, not the one that was declared */
	shows(hall, "needs Y > N: 5 > 1");
}

/* Nobody in the chair: said in whole at 80 columns. A reason beside a name does not say the name again, so that it is read. */
static void test_chair_away(struct hall *hall, gconstpointer data)
{
	(void) data;
	canvas_free(hall->canvas);
	hall->canvas = canvas_new(80, 24, false);
	type(hall, "5Cypppppxpppp<Enter>");
	shows(hall, "NOBODY PRESIDES: select a member, then :presiding\n");
	type(hall, "JMmain motion<Enter>");
	shows(hall, " is not here ");
}

static void test_speaker_less(struct hall *hall, gconstpointer data)
{
	(void) data;
	begin(hall);
	type(hall, "QAna<Enter><Enter><Enter>t<lt>");
	shows(hall, "Ana: 30 seconds less");
}

/* The number that was typed chooses its item, whatever else has these letters in it: 5 is not C-25. */
static void test_item_by_number(struct hall *hall, gconstpointer data)
{
	(void) data;
	g_assert_true(store_begin(hall->store, NULL));
	add_item(hall, 6, "15", false, false);
	add_item(hall, 7, "1b", false, false);
	g_assert_true(store_commit(hall->store, NULL));
	type(hall, "5Cypppppppppp<Enter>#1B<Enter>");
	g_assert_cmpint(state(hall)->item, ==, 7);
	type(hall, "#5<Enter>");
	g_assert_cmpint(state(hall)->item, ==, 5);
	type(hall, "#15<Enter>");
	g_assert_cmpint(state(hall)->item, ==, 6);
	type(hall, "#1<Enter>");
	g_assert_cmpint(state(hall)->item, ==, 1);
}

/* At 80 columns the subject of a long question is cut, never what is asked. */
static void test_question_is_read(struct hall *hall, gconstpointer data)
{
	(void) data;
	canvas_free(hall->canvas);
	hall->canvas = canvas_new(80, 24, false);
	type(hall, "5Cypppr");
	shows(hall, "; under which provision");
}

static void test_words(void)
{
	struct tally tally = { .yes = 1, .no = 0, .abstain = 2, .recused = 1 };
	g_autofree char *words = words_of_tally(&tally);
	g_assert_cmpstr(words, ==, "1 aye, 0 nays, 2 abstain, 1 recused");
}

/* --- any keys at all --- */

static guint32 any_key(GRand *rand)
{
	static const guint32 special[] = { DKEY_ENTER, DKEY_ENTER, DKEY_ENTER, DKEY_ESC, DKEY_TAB, DKEY_UP, DKEY_DOWN, DKEY_BACKSPACE, DKEY_HOME, DKEY_PGDN };
	static const char often[] = "CyApppppppppppJMs1234VaaaannnbrxpuDyyvcQtN<>IORSUfLBWio#jkjk";
	int n = g_rand_int_range(rand, 0, 10);
	if (n < 3)
		return special[g_rand_int_range(rand, 0, G_N_ELEMENTS(special))];
	return n < 9 ? (guint32) often[g_rand_int_range(rand, 0, sizeof often - 1)] : (guint32) g_rand_int_range(rand, ' ', 0x7f);
}

static void journal_is_sound(struct hall *hall)
{
	GError *error = NULL;
	struct meeting_model *fresh = meeting_model_load(hall->store, hall->board, hall->meeting, STARTS, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(fresh->broken, ==, NULL);
	g_assert_cmpint(fresh->meeting->seq, ==, state(hall)->seq);
	g_assert_cmpstr(fresh->meeting->head, ==, state(hall)->head);
	meeting_model_free(fresh);
}

static void test_any_keys(struct hall *hall, gconstpointer data)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(GPOINTER_TO_UINT(data));
	g_assert_cmpint(g_chdir(hall->folder), ==, 0);      /* an export goes there */
	begin(hall);
	for (int i = 0; i < 1500; i++) {
		if (hall->app->scene.screen != SCREEN_MEETING && hall->app->menu.kind == OVERLAY_NONE && hall->app->prompt.kind == PROMPT_NONE)
			type(hall, "5");
		app_draw(hall->app, hall->canvas, NULL);
		hall->app->desk.unseen = false;
		app_key(hall->app, any_key(rand));
		g_assert_true(!hall->app->desk.unseen || last(hall));
		if (i % 100 == 99)
			journal_is_sound(hall);
	}
	g_assert_cmpint(state(hall)->seq, >, 20);
	g_assert_cmpint(g_chdir("/"), ==, 0);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/meeting-keys/questions", struct hall, NULL, set_up, test_questions, tear_down);
	g_test_add("/meeting-keys/roll", struct hall, NULL, set_up, test_roll, tear_down);
	g_test_add("/meeting-keys/letters", struct hall, NULL, set_up, test_letters, tear_down);
	g_test_add("/meeting-keys/kept-words", struct hall, NULL, set_up, test_kept_words, tear_down);
	g_test_add("/meeting-keys/declared", struct hall, NULL, set_up, test_declared, tear_down);
	g_test_add("/meeting-keys/chair-away", struct hall, NULL, set_up, test_chair_away, tear_down);
	g_test_add("/meeting-keys/speaker-less", struct hall, NULL, set_up, test_speaker_less, tear_down);
	g_test_add("/meeting-keys/item-by-number", struct hall, NULL, set_up, test_item_by_number, tear_down);
	g_test_add("/meeting-keys/question-is-read", struct hall, NULL, set_up, test_question_is_read, tear_down);
	g_test_add_func("/meeting-keys/words", test_words);
	for (unsigned seed = 1; seed <= 4; seed++) {
		g_autofree char *name = g_strdup_printf("/meeting-keys/any-%u", seed);
		g_test_add(name, struct hall, GUINT_TO_POINTER(seed), set_up, test_any_keys, tear_down);
	}
	return g_test_run();
}
