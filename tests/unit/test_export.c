/*
 * Export and import of meetings: a meeting with everything that can become of a motion goes out, comes back, and goes out the same; recusals,
 * advisory votes, alternates and corrections are told apart; nothing of a closed session is in it; hostile documents are refused.
 */
#include "meeting_script.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>
#include "exchange/export_json.h"
#include "exchange/json_read.h"
#include "exchange/published.h"

#define DO(meeting, ...) script_do(meeting, (struct meeting_event) { __VA_ARGS__ })
#define TEXT(words) (char *) (words)

static const char *const format_names[] = { "popolo", "opencivic" };

static void vote(struct meeting *m, const char *answers)
{
	script_vote(m, answers);
	script_declare(m);
}

/* --- the meeting --- */

static void tabled_and_taken_up(struct meeting *m)
{
	script_item(m, 7);
	script_move(m, "1", "2", "main", "To release footage within 30 days.");                       /* 1 */
	DO(m, .kind = MEETING_MOVED, .motion = 2, .seat = TEXT("4"), .word = TEXT("amend"), .text = TEXT("\"30\" becomes \"10\""), .item = 7,
		.note = TEXT("To release footage within 10 days."));
	DO(m, .kind = MEETING_SECONDED, .motion = 2, .seat = TEXT("5"));
	vote(m, "1=aye 2=nay 3=aye 4=aye 5=aye chair=abstain youth1=nay youth2=abstain");
	script_move(m, "2", "1", "lay_on_table", NULL);                                                 /* 3 */
	vote(m, "1=aye 2=aye 3=aye 4=nay 5=aye chair=aye youth1=aye youth2=aye");
	DO(m, .kind = MEETING_MOVED, .motion = 4, .seat = TEXT("1"), .word = TEXT("take_from_table"), .number = 1, .item = 7);
	DO(m, .kind = MEETING_SECONDED, .motion = 4, .seat = TEXT("5"));
	vote(m, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye youth1=aye youth2=aye");
	vote(m, "1=aye 2=nay 3=aye 4=aye 5=nay chair=aye youth1=nay youth2=nay");                      /* 1 */
	DO(m, .kind = MEETING_MOVED, .motion = 5, .seat = TEXT("4"), .word = TEXT("reconsider"), .number = 1, .item = 7);
	DO(m, .kind = MEETING_SECONDED, .motion = 5, .seat = TEXT("2"));
	vote(m, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye youth1=aye youth2=aye");
	vote(m, "1=aye 2=nay 3=nay 4=nay 5=nay chair=aye youth1=nay youth2=nay");                      /* 1 again */
}

static void ends_of_motions(struct meeting *m)
{
	script_item(m, 3);
	script_move(m, "1", "2", "main", "To be withdrawn.");                                           /* 6 */
	DO(m, .kind = MEETING_WITHDRAWN, .motion = 6);
	script_move(m, "1", NULL, "main", "To fall.");                                                   /* 7 */
	DO(m, .kind = MEETING_FELL, .motion = 7);
	script_move(m, "1", "2", "main", "To be put off.");                                              /* 8 */
	DO(m, .kind = MEETING_MOVED, .motion = 9, .seat = TEXT("2"), .word = TEXT("point_of_order"), .text = TEXT("It was put off before."), .item = 3);
	DO(m, .kind = MEETING_RULED, .motion = 9, .word = TEXT("not_well_taken"), .text = TEXT("it was not"));
	script_move(m, "2", "1", "postpone", "To January.");                                             /* 10 */
	vote(m, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye youth1=aye youth2=aye");
	DO(m, .kind = MEETING_ITEM_CLOSED, .item = 3, .text = TEXT("Comments were heard."));
}

static void recused(struct meeting *m)
{
	script_item(m, 8);
	DO(m, .kind = MEETING_RECUSED, .seat = TEXT("4"), .item = 8, .word = TEXT("left"), .text = TEXT("her brother is a witness"));
	DO(m, .kind = MEETING_ARRIVED, .seat = TEXT("alt4"), .word = TEXT("remote"), .text = TEXT("just cause"));
	DO(m, .kind = MEETING_SEATED, .seat = TEXT("alt4"), .other = TEXT("4"));
	script_move(m, "alt4", "1", "main", "To issue the subpoena.");                                  /* 11 */
	DO(m, .kind = MEETING_RESTATED, .motion = 11, .text = TEXT("To issue the subpoena by Friday."));
	DO(m, .kind = MEETING_VOTE_OPENED, .motion = 11, .number = (int) m->votes->len + 1, .word = TEXT("consent"));
	DO(m, .kind = MEETING_OBJECTED, .motion = 11, .number = (int) m->votes->len, .seat = TEXT("3"));
	vote(m, "1=aye 2=recuse 3=nay 5=aye chair=nay alt4=aye youth1=aye youth2=aye");
	DO(m, .kind = MEETING_VOTE_CORRECTED, .motion = 11, .number = (int) m->votes->len, .seat = TEXT("3"), .word = TEXT("aye"), .text = TEXT("the clerk misheard"),
		.note = TEXT("carried"));
	DO(m, .kind = MEETING_RETURNED, .seat = TEXT("4"), .item = 8);
	script_move(m, "1", "3", "main", "To tell the chief.");                                         /* 12: seat 2 is still recused */
	vote(m, "1=aye 3=aye 4=aye 5=nay chair=aye youth1=aye youth2=aye");
}

static void behind_closed_doors(struct meeting *m)
{
	DO(m, .kind = MEETING_ITEM_ADDED, .item = 11, .text = TEXT("A letter of the mayor"), .number = 5);
	DO(m, .kind = MEETING_CLOSED_ANNOUNCED, .item = 9, .text = TEXT("Personnel, Gov. Code 54957"));
	script_item(m, 9);
	script_move(m, "1", "5", "main", "To take note of what counsel says.");                         /* 13 */
	DO(m, .kind = MEETING_CLOSED_ENTERED);
	vote(m, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye youth1=aye youth2=aye");
	script_move(m, "1", "5", "main", "SECRET motion");                                              /* 14 */
	vote(m, "1=aye 2=aye 3=aye 4=aye 5=aye chair=nay youth1=aye youth2=aye");
	DO(m, .kind = MEETING_VOTE_CORRECTED, .motion = 12, .number = (int) m->votes->len - 2, .seat = TEXT("5"), .word = TEXT("abstain"),
		.text = TEXT("SECRET reason"), .note = TEXT("carried"));
	DO(m, .kind = MEETING_ITEM_CLOSED, .item = 9, .text = TEXT("SECRET outcome"));
	DO(m, .kind = MEETING_CLOSED_LEFT);
	DO(m, .kind = MEETING_REPORTED_OUT, .text = TEXT("No reportable action."));
	script_item(m, 11);
	script_move(m, "1", "2", "urgency", "The answer is due tomorrow.");                             /* 15 */
	vote(m, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye youth1=aye youth2=aye");
	script_move(m, "1", "2", "main", "To answer it.");                                              /* 16 */
	DO(m, .kind = MEETING_VOTE_OPENED, .motion = 16, .number = (int) m->votes->len + 1, .word = TEXT("consent"));
	script_declare(m);
	DO(m, .kind = MEETING_MOVED, .motion = 17, .seat = TEXT("1"), .word = TEXT("rescind"), .number = 16, .item = 11);
	DO(m, .kind = MEETING_SECONDED, .motion = 17, .seat = TEXT("2"));
	vote(m, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye youth1=aye youth2=absent");
	script_move(m, "1", "2", "main", "To be left on the floor.");                                   /* 18 */
}

/* The last item of its agenda was added after the posting. */
static struct meeting *whole_meeting(void)
{
	struct meeting *m = script_begin_with("closing\taction\t\t\t1\t0\t0", "closing\taction\t\t\t1\t0\t0\t1");
	script_roll(m, "alt1 alt4");
	tabled_and_taken_up(m);
	ends_of_motions(m);
	recused(m);
	behind_closed_doors(m);
	DO(m, .kind = MEETING_ADJOURNED);
	return m;
}

/* --- out and in --- */

/* The board of the meeting's own rules. */
static struct board *board_of(const struct meeting *m)
{
	struct board *board = board_new();
	struct body *body = body_new();
	board->languages = g_strsplit("en es", " ", -1);
	board->zone = g_strdup(m->zone);
	board->procedure = procedure_copy(m->procedure);
	labels_add(&board->name, "en", m->board_name);
	body->id = g_strdup("pob");
	labels_add(&body->name, "en", m->body_name);
	g_ptr_array_add(board->bodies, body);
	return board;
}

static char *exported(const struct board *board, const struct meeting *m, const char *format, struct export_count *count)
{
	g_autoptr(GPtrArray) one = g_ptr_array_new();
	struct export_count unread = { 0 };
	g_ptr_array_add(one, (gpointer) m);
	g_autoptr(GPtrArray) all = export_meetings(board, one);
	return export_document(export_format_find(format), board, all, count ? count : &unread);
}

static struct vote_map *map_of(int layout)
{
	struct vote_map *map = vote_map_new();
	struct vote_outcome *pass = g_new0(struct vote_outcome, 1);
	*pass = (struct vote_outcome) { .word = g_strdup("pass"), .carried = true };
	map->layout = layout;
	map->result = g_strdup("result");
	map->aye = g_strsplit("yes", " ", -1);
	map->nay = g_strsplit("no", " ", -1);
	map->absent = g_strsplit("absent", " ", -1);
	g_ptr_array_add(map->outcomes, pass);
	return map;
}

/* The meetings of a document; NULL with error. */
static GPtrArray *read_back(const char *text, GError **error)
{
	g_autofree char *path = NULL;
	g_autoptr(GPtrArray) odd = g_ptr_array_new_with_free_func((GDestroyNotify) published_odd_free);
	struct import_map *map = import_map_new();
	int fd = g_file_open_tmp("dais-export-XXXXXX.json", &path, NULL);
	g_assert_cmpint(fd, >=, 0);
	close(fd);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	map->votes = map_of(VOTES_POPOLO);
	GPtrArray *meetings = published_read((const char *const[]) { path, NULL }, map->votes, "America/Chicago", odd, error);
	import_map_free(map);
	g_unlink(path);
	return meetings;
}

static struct meeting *replayed(const struct board *board, const struct published_meeting *published, GError **error)
{
	g_autoptr(GPtrArray) events = published_events(published, board, board->bodies->pdata[0]);
	g_autoptr(meeting_t) m = meeting_new();
	for (guint i = 0; i < events->len; i++) {
		struct meeting_event *event = events->pdata[i];
		event->seq = i + 1;
		g_strlcpy(event->prev, m->head, sizeof event->prev);
		meeting_event_hash(event, event->hash);
		if (!meeting_apply(m, event, error)) {
			g_prefix_error(error, "event %u (%s): ", i + 1, meeting_event_name(event->kind));
			return NULL;
		}
	}
	return g_steal_pointer(&m);
}

static void test_round_trip(void)
{
	g_autoptr(meeting_t) m = whole_meeting();
	g_autoptr(board_t) board = board_of(m);
	for (guint f = 0; f < G_N_ELEMENTS(format_names); f++) {
		g_autoptr(GError) error = NULL;
		g_autofree char *first = exported(board, m, format_names[f], NULL);
		g_autoptr(GPtrArray) meetings = read_back(first, &error);
		g_assert_no_error(error);
		g_assert_cmpuint(meetings->len, ==, 1);
		g_autoptr(meeting_t) again = replayed(board, meetings->pdata[0], &error);
		g_assert_no_error(error);
		g_autofree char *second = exported(board, again, format_names[f], NULL);
		g_assert_cmpstr(first, ==, second);
		for (guint v = 0; v < again->votes->len; v++) {
			const struct vote *one = again->votes->pdata[v];
			g_assert_cmpint(one->computed, ==, one->result);
		}
		published_meeting_free(g_ptr_array_steal_index(meetings, 0));
	}
}

/* Documents of others, found by the fuzzer: what is exported of them is read back as the same document. */
static void test_of_others(void)
{
#define ONE(text) "{\"events\":[{\"id\":\"e\",\"name\":\"M\",\"start_date\":\"2024-01-02\"}],\"motions\":[{\"id\":\"m\",\"event_id\":\"e\",\"text\":\"T\"}]," \
	"\"vote_events\":[{\"id\":\"v\",\"motion_id\":\"m\",\"result\":\"pass\",\"votes\":[" text "]}]}"
	static const char *const documents[] = {
		ONE("{\"option\":\"yes\",\"voter_name\":\"B\\u0007irch\"}"),        /* the id was of another name than the one written */
		ONE("{\"option\":\"yes\",\"voter_name\":\"\\u0019Ash\"},{\"option\":\"no\",\"voter_name\":\"Birch\"}"),        /* and so was the order */
		/* a year below 1000 was written with three digits, and is no time then */
		"{\"events\":[{\"id\":\"e\",\"name\":\"M\",\"start_date\":\"0222-03-02T10:00:00\"}],\"motions\":[],\"vote_events\":[]}",
	};
#undef ONE
	g_autoptr(meeting_t) of = whole_meeting();
	g_autoptr(board_t) board = board_of(of);
	for (guint i = 0; i < G_N_ELEMENTS(documents) * G_N_ELEMENTS(format_names); i++) {
		const char *format = format_names[i % G_N_ELEMENTS(format_names)];
		g_autoptr(GError) error = NULL;
		g_autoptr(GPtrArray) meetings = read_back(documents[i / G_N_ELEMENTS(format_names)], &error);
		g_assert_no_error(error);
		g_autoptr(meeting_t) m = replayed(board, meetings->pdata[0], &error);
		g_assert_no_error(error);
		g_autofree char *first = exported(board, m, format, NULL);
		g_autoptr(GPtrArray) back = read_back(first, &error);
		g_assert_no_error(error);
		g_autoptr(meeting_t) again = replayed(board, back->pdata[0], &error);
		g_assert_no_error(error);
		g_autofree char *second = exported(board, again, format, NULL);
		g_assert_cmpstr(first, ==, second);
	}
}

/* --- what is in it --- */

static JsonObject *at(JsonObject *root, const char *list, guint n)
{
	JsonObject *object = json_read_at(json_read_list(root, list), n);
	g_assert_nonnull(object);
	return object;
}

static void test_contents(void)
{
	static const struct { const char *disposition, *result; } ends[] = {
		{ "failed", "fail" }, { "carried", "pass" }, { "carried", "pass" }, { "carried", "pass" }, { "carried", "pass" }, { "withdrawn", NULL }, { "fell", NULL },
		{ "postponed", NULL }, { "ruled", NULL }, { "carried", "pass" }, { "carried", "pass" }, { "carried", "pass" }, { "pending", NULL }, { "carried", "pass" }, { "rescinded", "pass" },
		{ "carried", "pass" }, { "pending", NULL },
	};
	g_autoptr(meeting_t) m = whole_meeting();
	g_autoptr(board_t) board = board_of(m);
	struct export_count count = { 0 };
	g_autofree char *text = exported(board, m, "popolo", &count);
	g_autoptr(JsonParser) parser = json_parser_new();
	g_assert_true(json_parser_load_from_data(parser, text, -1, NULL));
	JsonObject *root = json_node_get_object(json_parser_get_root(parser));
	g_assert_null(strstr(text, "SECRET"));
	g_assert_nonnull(strstr(json_read_text(root, "note"), "recuse"));
	g_assert_cmpuint(json_read_length(json_read_list(root, "motions")), ==, G_N_ELEMENTS(ends));
	for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
		JsonObject *motion = at(root, "motions", i);
		g_assert_cmpstr(json_read_text(json_read_object(motion, "extras"), "disposition"), ==, ends[i].disposition);
		g_assert_cmpstr(json_read_text(motion, "result"), ==, ends[i].result);
	}
	g_assert_cmpuint(count.recused, ==, 2);      /* seat 2 twice */
	g_assert_cmpuint(count.motions, ==, 17);
	JsonArray *agenda = json_read_list(at(root, "events", 0), "agenda");
	for (guint i = 0; i < json_read_length(agenda); i++)
		g_assert_true(json_read_flag(json_read_object(json_read_at(agenda, i), "extras"), "posted") == (i < 9));
}

/* The vote with a recusal, an alternate, advisory seats and a correction: 4 ayes, 1 nay, 1 recused; two advisory votes apart. */
static void check_counts(JsonObject *vote, bool civic)
{
	static const struct { const char *option; int n; } counts[] = { { "yes", 4 }, { "no", 1 }, { "abstain", 0 }, { "absent", 0 }, { "not voting", 1 } };
	JsonObject *extras = json_read_object(vote, "extras"), *apart = json_read_object(extras, "counts");
	guint named[G_N_ELEMENTS(counts)] = { 0 };
	for (guint i = 0; i < G_N_ELEMENTS(counts); i++) {
		g_assert_cmpstr(json_read_text(at(vote, "counts", i), "option"), ==, counts[i].option);
		g_assert_cmpint(json_read_number(at(vote, "counts", i), "value"), ==, counts[i].n);
	}
	for (guint v = 0; v < json_read_length(json_read_list(vote, "votes")); v++) {
		JsonObject *ballot = at(vote, "votes", v), *own = json_read_object(ballot, "extras");
		for (guint i = 0; i < G_N_ELEMENTS(counts); i++)
			named[i] += !g_strcmp0(json_read_text(ballot, "option"), counts[i].option);
		bool recused = !g_strcmp0(json_read_text(own, "seat"), "2");
		g_assert_true(recused == !g_strcmp0(json_read_text(own, "choice"), "recuse"));
		if (recused && civic)
			g_assert_cmpstr(json_read_text(ballot, "note"), ==, "recuse");
		g_assert_cmpstr(json_read_text(own, "in_place_of"), ==, g_strcmp0(json_read_text(own, "seat"), "alt4") ? NULL : "4");
	}
	for (guint i = 0; i < G_N_ELEMENTS(counts); i++)
		g_assert_cmpuint(named[i], ==, counts[i].n);
	g_assert_cmpint(json_read_number(apart, "recuse"), ==, 1);
	g_assert_cmpuint(json_read_length(json_read_list(extras, "advisory_votes")), ==, 2);
	g_assert_cmpstr(json_read_text(at(extras, "corrections", 0), "was"), ==, "nay");
	g_assert_cmpstr(json_read_text(extras, "threshold"), ==, "majority_cast");
	g_assert_cmpstr(json_read_text(vote, "result"), ==, "pass");
}

static void test_recusal(void)
{
	g_autoptr(meeting_t) m = whole_meeting();
	g_autoptr(board_t) board = board_of(m);
	for (guint f = 0; f < G_N_ELEMENTS(format_names); f++) {
		g_autofree char *text = exported(board, m, format_names[f], NULL);
		g_autoptr(JsonParser) parser = json_parser_new();
		g_assert_true(json_parser_load_from_data(parser, text, -1, NULL));
		JsonArray *votes = json_read_list(json_node_get_object(json_parser_get_root(parser)), "vote_events");
		guint found = 0;
		for (guint v = 0; v < json_read_length(votes); v++) {
			JsonArray *corrections = json_read_list(json_read_object(json_read_at(votes, v), "extras"), "corrections");
			if (g_strcmp0(json_read_text(json_read_at(corrections, 0), "why"), "the clerk misheard"))
				continue;
			check_counts(json_read_at(votes, v), f == 1);
			found++;
		}
		g_assert_cmpuint(found, ==, 1);
	}
}

/* A chair who is not asked, a vote by voice, a member without a vote: nobody answers so, and yet it is read back. */
static void test_given_by_rules(void)
{
	static const char document[] = "{\"events\":[{\"id\":\"e\",\"start_date\":\"2024-12-16T18:00\",\"extras\":{\"key\":\"e\",\"roster\":["
		"{\"seat\":\"1\",\"name\":\"Ann\",\"voting\":true,\"quorum\":true,\"status\":\"present\"},{\"seat\":\"2\",\"name\":\"Bo\",\"voting\":true,\"quorum\":true,\"chair\":true,\"status\":\"present\"},"
		"{\"seat\":\"3\",\"name\":\"Cy\",\"voting\":true,\"status\":\"excused\"}]}}],\"motions\":[{\"id\":\"m\",\"event_id\":\"e\",\"text\":\"x\"}],"
		"\"vote_events\":[{\"id\":\"v\",\"motion_id\":\"m\",\"result\":\"pass\",\"votes\":[{\"option\":\"yes\",\"extras\":{\"seat\":\"1\"}},"
		"{\"option\":\"not voting\",\"extras\":{\"seat\":\"2\",\"choice\":\"silent\"}},{\"option\":\"absent\",\"extras\":{\"seat\":\"3\"}}]}]}";
	g_autoptr(meeting_t) m = script_begin();
	g_autoptr(board_t) board = board_of(m);
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) meetings = read_back(document, &error);
	g_assert_no_error(error);
	g_autoptr(meeting_t) read = replayed(board, meetings->pdata[0], &error);
	g_assert_no_error(error);
	const struct vote *one = meeting_vote(read, 1);
	g_assert_cmpint(one->tally.yes, ==, 1);
	g_assert_cmpint(one->tally.silent, ==, 1);
	g_assert_cmpint(one->tally.absent, ==, 1);
	g_assert_cmpint(meeting_member(read, 2)->presence, ==, PRESENCE_EXCUSED);
}

/* Documents of others, without a word of ours. */
static void test_foreign(void)
{
	static const char document[] = "{\"organizations\":[{\"id\":\"o\",\"name\":\"Harbour Council\"}],\"persons\":[{\"id\":\"p\",\"name\":\"Ann\"},{\"id\":\"q\",\"name\":\"Bo\"}],"
		"\"events\":[{\"id\":\"e\",\"organization_id\":\"o\",\"start_date\":\"2024-03-04\",\"location\":\"Hall\"}],\"motions\":[{\"id\":\"m\",\"event_id\":\"e\",\"text\":\"To pave it.\"}],"
		"\"vote_events\":[{\"id\":\"v\",\"motion_id\":\"m\",\"result\":\"pass\",\"votes\":[{\"voter_id\":\"p\",\"option\":\"yes\"},{\"voter_id\":\"q\",\"option\":\"not voting\"}]}]}";
	g_autoptr(meeting_t) m = script_begin();
	g_autoptr(board_t) board = board_of(m);
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) meetings = read_back(document, &error);
	g_assert_no_error(error);
	g_autoptr(meeting_t) read = replayed(board, meetings->pdata[0], &error);
	g_assert_no_error(error);
	g_assert_cmpstr(read->body_name, ==, "Harbour Council");
	g_assert_cmpstr(meeting_member_name(read, 1), ==, "Bo");
	g_assert_cmpint(meeting_vote(read, 1)->tally.yes, ==, 1);
	g_assert_cmpint(meeting_vote(read, 1)->tally.abstain + meeting_vote(read, 1)->tally.recused + meeting_vote(read, 1)->tally.no, ==, 0);
	g_assert_cmpint(meeting_motion(read, 1)->state, ==, MOTION_CARRIED);
}

static void test_refused(void)
{
	static const struct { const char *document, *words; } bad[] = {
		{ "[]", "not a document" },
		{ "{\"events\":{}}", "no events" },
		{ "{\"events\":[1]}", "no object" },
		{ "{\"events\":[{\"id\":\"e\"}]}", "no start_date" },
		{ "{\"events\":[{\"id\":\"e\",\"start_date\":\"soon\"}]}", "no time" },
		{ "{\"events\":[{\"start_date\":\"2024-01-01\"}]}", "no id" },
		{ "{\"events\":[{\"id\":\"e\",\"start_date\":\"2024-01-01\"},{\"id\":\"e\",\"start_date\":\"2024-01-01\"}]}", "given twice" },
		{ "{\"events\":[],\"motions\":[{\"id\":\"m\",\"event_id\":\"e\"}]}", "belongs to no event" },
		{ "{\"events\":[{\"id\":\"e\",\"start_date\":\"2024-01-01\"}],\"motions\":[{\"id\":\"m\",\"event_id\":\"e\",\"extras\":{\"item\":9}}]}", "out of range" },
		{ "{\"events\":[{\"id\":\"e\",\"start_date\":\"2024-01-01\"}],\"motions\":[{\"id\":\"m\",\"event_id\":\"e\",\"extras\":{\"about\":-1}}]}", "out of range" },
		{ "{\"events\":[],\"vote_events\":[{\"id\":\"v\",\"motion_id\":\"m\"}]}", "about no motion" },
		{ "{\"events\":[{\"id\":\"e\",\"start_date\":\"2024-01-01\"}],\"motions\":[{\"id\":\"m\",\"event_id\":\"e\"}],\"vote_events\":[{\"motion_id\":\"m\",\"votes\":[{\"option\":\"yes\"}]}]}", "whose it is" },
		{ "{\"events\":[{\"id\":\"e\",\"start_date\":\"2024-01-01\"}],\"motions\":[{\"id\":\"m\",\"event_id\":\"e\"}],\"vote_events\":[{\"motion_id\":\"m\",\"result\":\"maybe\"}]}", "no result" },
		{ "{\"events\":[{\"id\":\"e\",\"start_date\":\"2024-01-01\"}],\"motions\":[{\"id\":\"m\",\"event_id\":\"e\"}],"
			"\"vote_events\":[{\"motion_id\":\"m\",\"result\":\"pass\",\"extras\":{\"method\":\"duel\"}}]}", "no way to vote" },
		{ "{\"events\":[{\"id\":\"e\",\"start_date\":\"2024-01-01\"}],\"motions\":[{\"id\":\"m\",\"event_id\":\"e\"}],"
			"\"vote_events\":[{\"motion_id\":\"m\",\"result\":\"pass\",\"extras\":{\"corrections\":[{}]}}]}", "correction" },
		{ "{\"events\":[{\"id\":\"e\\u0000\"}]}", "" },
		{ "{\"events\":[", "" },
	};
	for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
		g_autoptr(GError) error = NULL;
		g_assert_null(read_back(bad[i].document, &error));
		g_assert_nonnull(error);
		if (!strstr(error->message, bad[i].words))
			g_error("%s: \"%s\" is not in \"%s\"", bad[i].document, bad[i].words, error->message);
	}
}

/* What reads well and yet fits together badly is refused when it becomes a journal. */
static void test_does_not_fit(void)
{
	static const char *const bad[] = {
		"\"extras\":{\"mover_seat\":\"99\"}",
		"\"classification\":\"duel\"",
		"\"extras\":{\"disposition\":\"voting\"}",
		"\"extras\":{\"seconder_seat\":\"nobody\"}",
	};
	g_autoptr(meeting_t) m = script_begin();
	g_autoptr(board_t) board = board_of(m);
	for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
		g_autofree char *document = g_strdup_printf("{\"events\":[{\"id\":\"e\",\"start_date\":\"2024-01-01\"}],\"motions\":[{\"id\":\"m\",\"event_id\":\"e\",%s}]}", bad[i]);
		g_autoptr(GError) error = NULL;
		g_autoptr(GPtrArray) meetings = read_back(document, &error);
		g_assert_no_error(error);
		g_assert_null(replayed(board, meetings->pdata[0], &error));
		g_assert_nonnull(error);
	}
}

/* Of a meeting recorded here an end is always an event of its own. */
static void test_settled(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_item(m, 7);
	script_move(m, "1", "2", "main", "To wait.");
	script_refused(m, (struct meeting_event) { .kind = MEETING_SETTLED, .motion = 1, .word = TEXT("carried") }, "published elsewhere");
	script_do(m, (struct meeting_event) { .kind = MEETING_VOTE_OPENED, .motion = 1, .number = 1, .word = TEXT("roll") });
	script_refused(m, (struct meeting_event) { .kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("1"), .word = TEXT("none"), .text = TEXT("Sick") },
		"no answer in a roll call");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/export/round-trip", test_round_trip);
	g_test_add_func("/export/contents", test_contents);
	g_test_add_func("/export/recusal", test_recusal);
	g_test_add_func("/export/given-by-rules", test_given_by_rules);
	g_test_add_func("/export/foreign", test_foreign);
	g_test_add_func("/export/refused", test_refused);
	g_test_add_func("/export/does-not-fit", test_does_not_fit);
	g_test_add_func("/export/settled", test_settled);
	g_test_add_func("/export/documents of others", test_of_others);
	return g_test_run();
}
