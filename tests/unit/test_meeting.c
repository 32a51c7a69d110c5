/* The state of a meeting: what may follow what, one state for each seat and vote, what a carried motion does. */
#include "meeting_script.h"

#include <string.h>

#define EVENT(...) ((struct meeting_event) { __VA_ARGS__ })
#define TEXT(words) (char *) (words)

static struct vote *last_vote(struct meeting *meeting)
{
	return meeting->votes->pdata[meeting->votes->len - 1];
}

static void test_roll(void)
{
	g_autoptr(meeting_t) m = script_begin();
	g_assert_cmpint(m->phase, ==, PHASE_OPEN);
	g_assert_cmpstr(meeting_member_name(m, m->presiding), ==, "Grace Thornbury");
	script_refused(m, EVENT(.kind = MEETING_ROLL_COMPLETED), "has not been called yet");
	script_refused(m, EVENT(.kind = MEETING_ARRIVED, .seat = TEXT("6"), .word = TEXT("present")), "vacant");
	script_refused(m, EVENT(.kind = MEETING_ARRIVED, .seat = TEXT("99"), .word = TEXT("present")), "no seat '99'");
	script_roll(m, "2 4");
	struct quorum quorum = meeting_quorum(m);
	g_assert_cmpint(quorum.present, ==, 4);
	g_assert_cmpint(quorum.seats, ==, 7);
	g_assert_cmpint(quorum.needed, ==, 4);
	g_assert_true(quorum.there);
	script_refused(m, EVENT(.kind = MEETING_ARRIVED, .seat = TEXT("1"), .word = TEXT("present")), "here already");
	script_do(m, EVENT(.kind = MEETING_ARRIVED, .seat = TEXT("2"), .word = TEXT("remote"), .text = TEXT("just cause")));
	g_assert_true(meeting_member(m, 1)->late);
	g_assert_cmpstr(meeting_member(m, 1)->provision, ==, "just cause");
	g_assert_false(meeting_member(m, 0)->late);
}

/* A slip in the roll is mended while it is called: neither came and left nor late. Afterwards members leave. */
static void test_roll_slip(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_do(m, EVENT(.kind = MEETING_ARRIVED, .seat = TEXT("1"), .word = TEXT("remote"), .text = TEXT("just cause")));
	script_do(m, EVENT(.kind = MEETING_ABSENT, .seat = TEXT("1")));
	g_assert_cmpint(meeting_member(m, 0)->presence, ==, PRESENCE_ABSENT);
	g_assert_cmpuint(meeting_member(m, 0)->stays->len, ==, 0);
	g_assert_null(meeting_member(m, 0)->provision);
	script_do(m, EVENT(.kind = MEETING_ARRIVED, .seat = TEXT("2"), .word = TEXT("present")));
	script_do(m, EVENT(.kind = MEETING_EXCUSED, .seat = TEXT("2"), .text = TEXT("ill")));
	script_do(m, EVENT(.kind = MEETING_ARRIVED, .seat = TEXT("2"), .word = TEXT("present")));
	g_assert_false(meeting_member(m, 1)->late);
	g_assert_cmpuint(meeting_member(m, 1)->stays->len, ==, 1);
	script_do(m, EVENT(.kind = MEETING_LEFT, .seat = TEXT("2")));
	script_do(m, EVENT(.kind = MEETING_EXCUSED, .seat = TEXT("2"), .text = TEXT("ill")));
	g_assert_cmpuint(meeting_member(m, 1)->stays->len, ==, 1);
	for (int i = 2; i < (int)m->members->len; i++)
		if (meeting_member(m, i)->name)
			script_do(m, EVENT(.kind = MEETING_ARRIVED, .seat = meeting_member(m, i)->seat, .word = TEXT("present")));
	script_do(m, EVENT(.kind = MEETING_ROLL_COMPLETED));
	script_refused(m, EVENT(.kind = MEETING_ABSENT, .seat = TEXT("3")), "record the departure instead");
}

static void test_main_motion(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_refused(m, EVENT(.kind = MEETING_MOVED, .motion = 1, .seat = TEXT("1"), .word = TEXT("main"), .text = TEXT("x")), "no item is open");
	script_item(m, 7);
	script_refused(m, EVENT(.kind = MEETING_MOVED, .motion = 1, .seat = TEXT("youth1"), .word = TEXT("main"), .text = TEXT("x"), .item = 7), "advisory");
	script_refused(m, EVENT(.kind = MEETING_MOVED, .motion = 1, .seat = TEXT("1"), .word = TEXT("main"), .item = 7), "needs its words");
	script_move(m, "1", NULL, "main", "To adopt the policy.");
	script_refused(m, EVENT(.kind = MEETING_VOTE_OPENED, .motion = 1, .number = 1, .word = TEXT("roll")), "no second");
	script_refused(m, EVENT(.kind = MEETING_SECONDED, .motion = 1, .seat = TEXT("1")), "cannot second");
	script_do(m, EVENT(.kind = MEETING_SECONDED, .motion = 1, .seat = TEXT("2")));
	script_refused(m, EVENT(.kind = MEETING_MOVED, .motion = 2, .seat = TEXT("3"), .word = TEXT("main"), .text = TEXT("y"), .item = 7), "motion 1 is pending");
	script_refused(m, EVENT(.kind = MEETING_ITEM_OPENED, .item = 8), "still pending");
	script_vote(m, "1=aye 2=aye 3=nay 4=aye 5=abstain youth1=nay youth2=nay");
	script_refused(m, EVENT(.kind = MEETING_VOTE_DECLARED, .motion = 1, .number = 1, .word = TEXT("carried")), "1 member has not answered");
	script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("chair"), .word = TEXT("aye")));
	script_refused(m, EVENT(.kind = MEETING_VOTE_DECLARED, .motion = 1, .number = 1, .word = TEXT("failed")), "by the rules this vote is 'carried'");
	script_declare(m);
	const struct vote *vote = last_vote(m);
	g_assert_cmpint(vote->result, ==, RESULT_CARRIED);
	g_assert_cmpint(vote->tally.yes, ==, 4);
	g_assert_cmpint(vote->tally.no, ==, 1);            /* the youth seats are shown and not counted */
	g_assert_cmpint(meeting_motion(m, 1)->state, ==, MOTION_CARRIED);
	g_assert_null(meeting_floor(m));
	g_assert_cmpint(meeting_item(m, 7)->decided_by, ==, 1);
}

static void test_ballots(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "2");
	script_item(m, 7);
	script_move(m, "1", "3", "main", "To adopt the policy.");
	script_vote(m, "");
	g_assert_cmpstr(meeting_member(m, meeting_next_voter(m))->seat, ==, "1");
	script_refused(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("2"), .word = TEXT("nay")), "not here");
	script_refused(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("alt1"), .word = TEXT("aye")), "not on the roll");
	script_refused(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("1"), .word = TEXT("maybe")), "no answer");
	script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("1"), .word = TEXT("pass")));
	script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("3"), .word = TEXT("aye")));
	script_refused(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("3"), .word = TEXT("aye")), "has answered");
	script_do(m, EVENT(.kind = MEETING_VOTE_TAKEN_BACK, .motion = 1, .number = 1, .seat = TEXT("3")));
	script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("3"), .word = TEXT("nay")));
	script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("4"), .word = TEXT("recuse")));
	g_assert_nonnull(meeting_recusal(m, meeting_seat(m, "4"), 7));
	script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("5"), .word = TEXT("aye")));
	g_assert_cmpstr(meeting_member(m, meeting_next_voter(m))->seat, ==, "youth1");
	script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("youth1"), .word = TEXT("aye")));
	script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("youth2"), .word = TEXT("aye")));
	script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("chair"), .word = TEXT("aye")));
	g_assert_cmpstr(meeting_member(m, meeting_next_voter(m))->seat, ==, "1");        /* who passed is asked again */
	script_refused(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("1"), .word = TEXT("pass")), "passed already");
	/* A member who comes in before the result is asked; one who has answered and goes keeps the answer. */
	script_do(m, EVENT(.kind = MEETING_ARRIVED, .seat = TEXT("2"), .word = TEXT("present")));
	script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("2"), .word = TEXT("nay")));
	script_do(m, EVENT(.kind = MEETING_LEFT, .seat = TEXT("5")));
	script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("1"), .word = TEXT("aye")));
	script_declare(m);
	const struct tally *tally = &last_vote(m)->tally;
	g_assert_cmpint(tally->yes, ==, 3);
	g_assert_cmpint(tally->no, ==, 2);
	g_assert_cmpint(tally->recused, ==, 1);
	g_assert_cmpint(tally->yes + tally->no + tally->abstain + tally->recused + tally->absent + tally->silent, ==, 6);
}

static void test_amendments(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_item(m, 7);
	script_move(m, "1", "2", "main", "Within 30 days.");
	script_do(m, EVENT(.kind = MEETING_MOVED, .motion = 2, .seat = TEXT("3"), .word = TEXT("amend"), .text = TEXT("30 becomes 10"), .note = TEXT("Within 10 days."), .item = 7));
	script_do(m, EVENT(.kind = MEETING_SECONDED, .motion = 2, .seat = TEXT("4")));
	script_move(m, "5", "4", "amend", "10 becomes 15");
	script_refused(m, EVENT(.kind = MEETING_MOVED, .motion = 4, .seat = TEXT("1"), .word = TEXT("amend"), .text = TEXT("z"), .item = 7), "cannot be amended further");
	g_autofree char *first = motion_name(m, meeting_motion(m, 2)), *second = motion_name(m, meeting_motion(m, 3));
	g_assert_cmpstr(first, ==, "1a");
	g_assert_cmpstr(second, ==, "1b");
	script_vote(m, "1=nay 2=nay 3=nay 4=nay 5=aye chair=nay");
	script_declare(m);
	g_assert_cmpint(meeting_floor(m)->number, ==, 2);
	script_vote(m, "1=aye 2=aye 3=aye 4=aye 5=aye chair=nay");
	script_declare(m);
	g_assert_cmpstr(meeting_motion(m, 1)->text, ==, "Within 10 days.");
	g_assert_cmpstr(meeting_motion(m, 1)->original, ==, "Within 30 days.");
	g_assert_cmpint(meeting_floor(m)->number, ==, 1);
}

/* More than half said yes, and two thirds were needed. */
static void test_two_thirds(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_item(m, 7);
	script_move(m, "1", "2", "main", "To adopt the policy.");
	script_move(m, "3", "4", "previous_question", NULL);
	script_vote(m, "1=aye 2=aye 3=aye 4=nay 5=nay chair=abstain");
	script_declare(m);
	g_assert_cmpint(last_vote(m)->result, ==, RESULT_FAILED);
	g_assert_true(motion_debatable(m, meeting_motion(m, 1)));
	script_move(m, "3", "4", "previous_question", NULL);
	script_vote(m, "1=aye 2=aye 3=aye 4=aye 5=nay chair=abstain");
	script_declare(m);
	g_assert_cmpint(last_vote(m)->result, ==, RESULT_CARRIED);
	g_assert_false(motion_debatable(m, meeting_motion(m, 1)));
	script_refused(m, EVENT(.kind = MEETING_MOVED, .motion = 4, .seat = TEXT("1"), .word = TEXT("amend"), .text = TEXT("x"), .item = 7), "previous question was ordered");
	script_move(m, "1", "2", "lay_on_table", NULL);
}

static void test_precedence(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_item(m, 7);
	g_autofree char *nothing = meeting_why_not(m, procedure_kind(m->procedure, "refer"), 0);
	g_assert_nonnull(strstr(nothing, "no motion is pending"));
	script_move(m, "1", "2", "main", "To adopt the policy.");
	script_move(m, "3", "4", "postpone", "To January.");
	g_autofree char *lower = meeting_why_not(m, procedure_kind(m->procedure, "refer"), 0);
	g_autofree char *higher = meeting_why_not(m, procedure_kind(m->procedure, "lay_on_table"), 0);
	g_autofree char *recess = meeting_why_not(m, procedure_kind(m->procedure, "recess"), 0);
	g_assert_nonnull(strstr(lower, "has precedence"));
	g_assert_null(higher);
	g_assert_null(recess);
	script_vote(m, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye");
	script_declare(m);
	g_assert_cmpint(meeting_motion(m, 1)->state, ==, MOTION_POSTPONED);
	g_assert_cmpint(meeting_motion(m, 1)->disposed_by, ==, 2);
	g_assert_null(meeting_floor(m));
}

static void test_table_and_take(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_item(m, 7);
	script_move(m, "1", "2", "main", "To adopt the policy.");
	script_move(m, "3", "4", "amend", "with a report each year");
	script_move(m, "5", "4", "lay_on_table", NULL);
	script_vote(m, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye");
	script_declare(m);
	g_assert_cmpint(meeting_motion(m, 2)->state, ==, MOTION_TABLED);
	script_item(m, 8);
	script_do(m, EVENT(.kind = MEETING_MOVED, .motion = 4, .seat = TEXT("1"), .word = TEXT("take_from_table"), .number = 1, .item = 8));
	script_do(m, EVENT(.kind = MEETING_SECONDED, .motion = 4, .seat = TEXT("2")));
	script_vote(m, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye");
	script_declare(m);
	g_assert_cmpint(m->pending->len, ==, 2);
	g_assert_cmpint(meeting_floor(m)->number, ==, 2);
}

static void test_reconsider(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_item(m, 7);
	script_move(m, "1", "2", "main", "To adopt the policy.");
	script_vote(m, "1=aye 2=aye 3=nay 4=aye 5=aye chair=abstain");
	script_declare(m);
	script_refused(m, EVENT(.kind = MEETING_MOVED, .motion = 2, .seat = TEXT("3"), .word = TEXT("reconsider"), .number = 1, .item = 7), "prevailing side");
	script_refused(m, EVENT(.kind = MEETING_MOVED, .motion = 2, .seat = TEXT("chair"), .word = TEXT("reconsider"), .number = 1, .item = 7), "prevailing side");
	script_do(m, EVENT(.kind = MEETING_MOVED, .motion = 2, .seat = TEXT("1"), .word = TEXT("reconsider"), .number = 1, .item = 7));
	script_do(m, EVENT(.kind = MEETING_SECONDED, .motion = 2, .seat = TEXT("3")));
	script_vote(m, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye");
	script_declare(m);
	g_assert_cmpint(meeting_floor(m)->number, ==, 1);
	script_vote(m, "1=nay 2=nay 3=nay 4=nay 5=aye chair=nay");
	script_declare(m);
	g_assert_cmpint(meeting_motion(m, 1)->state, ==, MOTION_FAILED);
	script_refused(m, EVENT(.kind = MEETING_MOVED, .motion = 3, .seat = TEXT("1"), .word = TEXT("reconsider"), .number = 1, .item = 7), "cannot be brought back");
}

static void test_rescind(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "4 5");
	script_item(m, 7);
	script_move(m, "1", "2", "main", "To adopt the policy.");
	script_vote(m, "1=aye 2=aye 3=aye chair=aye");
	script_declare(m);
	script_do(m, EVENT(.kind = MEETING_MOVED, .motion = 2, .seat = TEXT("1"), .word = TEXT("rescind"), .number = 1, .item = 7));
	script_do(m, EVENT(.kind = MEETING_SECONDED, .motion = 2, .seat = TEXT("3")));
	script_vote(m, "1=aye 2=aye 3=nay chair=abstain");      /* two thirds of the votes cast, not a majority of the membership */
	script_declare(m);
	g_assert_cmpint(meeting_motion(m, 1)->state, ==, MOTION_RESCINDED);
}

static void test_consent_calendar(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_refused(m, EVENT(.kind = MEETING_ITEM_PULLED, .item = 7, .seat = TEXT("2")), "not on the consent calendar");
	script_do(m, EVENT(.kind = MEETING_ITEM_PULLED, .item = 5, .seat = TEXT("2")));
	script_item(m, 4);
	script_move(m, "1", "3", "consent", NULL);
	script_vote(m, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye");
	script_declare(m);
	g_assert_cmpint(meeting_item(m, 4)->decided_by, ==, 1);
	g_assert_cmpint(meeting_item(m, 6)->decided_by, ==, 1);
	g_assert_cmpint(meeting_item(m, 6)->state, ==, ITEM_DONE);
	g_assert_cmpint(meeting_item(m, 5)->decided_by, ==, 0);
	g_assert_cmpint(meeting_item(m, 5)->state, ==, ITEM_WAITING);
	script_refused(m, EVENT(.kind = MEETING_ITEM_PULLED, .item = 6, .seat = TEXT("2")), "was adopted");
}

static void test_quorum_lost(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "4 5");
	script_item(m, 7);
	script_move(m, "1", "2", "main", "To adopt the policy.");
	script_vote(m, "1=aye 2=aye 3=aye");
	script_do(m, EVENT(.kind = MEETING_LEFT, .seat = TEXT("3")));
	g_assert_false(meeting_quorum(m).there);
	script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("chair"), .word = TEXT("aye")));
	script_refused(m, EVENT(.kind = MEETING_VOTE_DECLARED, .motion = 1, .number = 1, .word = TEXT("carried")), "the quorum was lost (3 of 4 needed)");
	script_do(m, EVENT(.kind = MEETING_VOTE_CANCELLED, .motion = 1, .number = 1, .text = TEXT("quorum lost")));
	script_refused(m, EVENT(.kind = MEETING_VOTE_OPENED, .motion = 1, .number = 2, .word = TEXT("roll")), "there is no quorum");
	g_autofree char *main_ = meeting_why_not(m, procedure_kind(m->procedure, "amend"), 0), *adjourn = meeting_why_not(m, procedure_kind(m->procedure, "adjourn"), 0);
	g_assert_nonnull(strstr(main_, "no quorum"));
	g_assert_null(adjourn);
	script_do(m, EVENT(.kind = MEETING_ARRIVED, .seat = TEXT("4"), .word = TEXT("present")));
	script_vote(m, "1=aye 2=aye 4=aye chair=aye");
	script_declare(m);
	g_assert_cmpint(last_vote(m)->result, ==, RESULT_CARRIED);
}

static void test_recusal_and_alternate(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_item(m, 8);
	script_refused(m, EVENT(.kind = MEETING_RECUSED, .seat = TEXT("1"), .item = 8, .word = TEXT("stays")), "leaves the room");
	script_refused(m, EVENT(.kind = MEETING_SEATED, .seat = TEXT("alt1"), .other = TEXT("1")), "not here");
	script_do(m, EVENT(.kind = MEETING_ARRIVED, .seat = TEXT("alt1"), .word = TEXT("present")));
	script_refused(m, EVENT(.kind = MEETING_SEATED, .seat = TEXT("alt1"), .other = TEXT("1")), "here and not recused");
	script_do(m, EVENT(.kind = MEETING_RECUSED, .seat = TEXT("1"), .item = 8, .word = TEXT("left"), .text = TEXT("owns the building")));
	script_refused(m, EVENT(.kind = MEETING_MOVED, .motion = 1, .seat = TEXT("1"), .word = TEXT("main"), .text = TEXT("x"), .item = 8), "is recused");
	script_do(m, EVENT(.kind = MEETING_SEATED, .seat = TEXT("alt1"), .other = TEXT("1")));
	g_assert_cmpint(meeting_quorum(m).present, ==, 6);
	script_move(m, "alt1", "2", "main", "To issue the subpoena.");
	script_vote(m, "alt1=aye 2=aye 3=aye 4=aye 5=nay chair=nay");
	script_declare(m);
	g_assert_cmpint(last_vote(m)->tally.yes, ==, 4);
	g_assert_null(vote_ballot(last_vote(m), meeting_seat(m, "1")));
	script_item(m, 10);
	g_assert_true(member_votes(meeting_member(m, meeting_seat(m, "1"))));          /* for that item only */
	g_assert_false(member_votes(meeting_member(m, meeting_seat(m, "alt1"))));
}

/* One seat is never counted twice, and who left during the vote keeps nobody out of the place after it. */
/* Seat 5 is without training. By the gate it is in the room, and on an item about a case it has no vote. */
static void test_training_gate(void)
{
	g_autoptr(meeting_t) m = script_begin_with("\nrules\t", "\ntraining\t2\t1\tCode 7\nrules\t");
	script_roll(m, "");
	script_item(m, 7);
	script_move(m, "1", "2", "main", "the policy");
	script_vote(m, "1=aye");
	g_assert_cmpint(vote_ballot(meeting_open_vote(m), meeting_seat(m, "5"))->choice, ==, CHOICE_NONE);
	script_do(m, EVENT(.kind = MEETING_VOTE_CANCELLED, .motion = 1, .number = 1, .text = (char *) "a test"));
	script_do(m, EVENT(.kind = MEETING_WITHDRAWN, .motion = 1));
	script_item(m, 8);
	int motion = script_move(m, "5", "2", "main", "subpoena");      /* it may move; what it lacks is the vote */
	struct tally expected = meeting_expected_tally(m, meeting_motion(m, motion));
	g_assert_cmpint(expected.untrained, ==, 1);
	g_assert_cmpint(expected.open, ==, 5);
	g_assert_cmpint(tally_present(&expected, &m->procedure->rules), ==, 6);
	script_vote(m, "1=aye 2=aye 3=nay 4=nay");
	script_refused(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = motion, .number = 2, .seat = (char *) "5", .word = (char *) "aye"),
		"has no vote on a case before the training is done");
	script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = motion, .number = 2, .seat = (char *) "chair", .word = (char *) "aye"));
	g_assert_true(meeting_vote_complete(m));
	script_declare(m);
	script_refused(m, EVENT(.kind = MEETING_VOTE_CORRECTED, .motion = motion, .number = 2, .seat = (char *) "5", .word = (char *) "aye",
		.text = (char *) "why", .note = (char *) "carried"), "has no vote on a case");
	g_assert_cmpint(meeting_quorum(m).present, ==, 6);
}

/* Who comes late to a vote on a case has none either; the consent calendar decides cases too; the board may count the member as not present. */
static void test_training_gate_elsewhere(void)
{
	g_autoptr(meeting_t) m = script_begin_with("\nrules\t", "\ntraining\t2\t0\t\nrules\t");
	script_roll(m, "5");
	script_item(m, 4);
	int motion = script_move(m, "1", "2", "consent", "the consent calendar");
	script_vote(m, "1=aye");
	script_do(m, EVENT(.kind = MEETING_ARRIVED, .seat = (char *) "5", .word = (char *) "present"));
	g_assert_cmpint(vote_ballot(meeting_open_vote(m), meeting_seat(m, "5"))->choice, ==, CHOICE_UNTRAINED);
	g_assert_cmpint(meeting_open_vote(m)->tally.untrained, ==, 1);
	g_assert_cmpint(tally_present(&meeting_open_vote(m)->tally, &m->procedure->rules), ==, 5);
	g_assert_cmpint(meeting_quorum(m).present, ==, 5);      /* item 4 is about a case */
	script_do(m, EVENT(.kind = MEETING_VOTE_CANCELLED, .motion = motion, .number = 1, .text = (char *) "a test"));
	script_do(m, EVENT(.kind = MEETING_WITHDRAWN, .motion = motion));
	script_item(m, 7);
	g_assert_cmpint(meeting_quorum(m).present, ==, 6);
	script_move(m, "1", "2", "consent", "the consent calendar");
	script_vote(m, "");
	g_assert_cmpint(meeting_open_vote(m)->tally.untrained, ==, 1);
	g_autoptr(meeting_t) before = script_begin();      /* a journal of before there was a gate */
	script_roll(before, "");
	script_item(before, 8);
	script_move(before, "1", "2", "main", "subpoena");
	script_vote(before, "5=aye");
	g_assert_cmpint(meeting_open_vote(before)->tally.yes, ==, 1);
}

static void test_two_alternates(void)
{
	g_autoptr(meeting_t) m = script_begin_with("seat\talt4\tLuis Barragán\tAlternate, seat 4\t3\t4\t0", "seat\talt4\tLuis Barragán\tAlternate, seat 4\t3\t1\t0");
	script_roll(m, "1");
	script_item(m, 7);
	script_do(m, EVENT(.kind = MEETING_ARRIVED, .seat = TEXT("alt1"), .word = TEXT("present")));
	script_do(m, EVENT(.kind = MEETING_ARRIVED, .seat = TEXT("alt4"), .word = TEXT("present")));
	script_do(m, EVENT(.kind = MEETING_SEATED, .seat = TEXT("alt1"), .other = TEXT("1")));
	script_refused(m, EVENT(.kind = MEETING_SEATED, .seat = TEXT("alt4"), .other = TEXT("1")), "sits for seat 1 already");
	g_assert_cmpint(meeting_quorum(m).present, ==, 6);
	script_move(m, "2", "3", "main", "To adopt the policy.");
	script_vote(m, "alt1=aye 2=aye 3=aye 4=aye 5=nay chair=nay");
	script_do(m, EVENT(.kind = MEETING_LEFT, .seat = TEXT("alt1")));
	script_declare(m);
	script_do(m, EVENT(.kind = MEETING_SEATED, .seat = TEXT("alt4"), .other = TEXT("1")));
	g_assert_cmpint(meeting_quorum(m).present, ==, 6);
}

/* A time that no clock gives. */
static void test_far_away(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_refused(m, EVENT(.kind = MEETING_NOTE, .text = TEXT("x"), .at = G_MAXINT64), "years 1 to 9999");
	script_refused(m, EVENT(.kind = MEETING_NOTE, .text = TEXT("x"), .at = G_MININT64), "years 1 to 9999");
}

static void test_correction(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "5");
	script_item(m, 7);
	script_move(m, "1", "2", "main", "To adopt the policy.");
	script_vote(m, "1=aye 2=aye 3=aye 4=nay chair=nay");
	script_refused(m, EVENT(.kind = MEETING_VOTE_CORRECTED, .motion = 1, .number = 1, .seat = TEXT("3"), .word = TEXT("nay"), .text = TEXT("misheard"), .note = TEXT("failed")),
		"a vote is being taken");
	script_declare(m);
	script_refused(m, EVENT(.kind = MEETING_VOTE_TAKEN_BACK, .motion = 1, .number = 1, .seat = TEXT("3")), "no vote is open");
	script_refused(m, EVENT(.kind = MEETING_VOTE_CORRECTED, .motion = 1, .number = 1, .seat = TEXT("3"), .word = TEXT("nay"), .note = TEXT("failed")), "needs words");
	script_refused(m, EVENT(.kind = MEETING_VOTE_CORRECTED, .motion = 1, .number = 1, .seat = TEXT("5"), .word = TEXT("nay"), .text = TEXT("x"), .note = TEXT("failed")),
		"nobody absent votes");
	script_refused(m, EVENT(.kind = MEETING_VOTE_CORRECTED, .motion = 1, .number = 1, .seat = TEXT("3"), .word = TEXT("nay"), .text = TEXT("x"), .note = TEXT("carried")),
		"the result is then 'failed'");
	script_do(m, EVENT(.kind = MEETING_VOTE_CORRECTED, .motion = 1, .number = 1, .seat = TEXT("3"), .word = TEXT("nay"), .text = TEXT("misheard"), .note = TEXT("failed")));
	const struct vote *vote = last_vote(m);
	g_assert_cmpint(vote->result, ==, RESULT_FAILED);
	g_assert_cmpint(vote->tally.no, ==, 3);
	const struct correction *correction = &g_array_index(vote->corrections, struct correction, 0);
	g_assert_cmpint(correction->from, ==, CHOICE_AYE);
	g_assert_cmpint(correction->before, ==, RESULT_CARRIED);
	g_assert_cmpstr(correction->why, ==, "misheard");
	g_assert_cmpint(meeting_motion(m, 1)->state, ==, MOTION_FAILED);
}

static void test_consent_and_voice(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_item(m, 2);
	script_move(m, "1", "2", "minutes", "To approve the minutes.");
	script_do(m, EVENT(.kind = MEETING_VOTE_OPENED, .motion = 1, .number = 1, .word = TEXT("consent")));
	script_refused(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("1"), .word = TEXT("aye")), "no roll");
	script_do(m, EVENT(.kind = MEETING_OBJECTED, .motion = 1, .number = 1, .seat = TEXT("3")));
	g_assert_null(meeting_open_vote(m));
	g_assert_cmpint(meeting_floor(m)->state, ==, MOTION_PENDING);
	script_do(m, EVENT(.kind = MEETING_VOTE_OPENED, .motion = 1, .number = 2, .word = TEXT("voice")));
	script_do(m, EVENT(.kind = MEETING_VOTE_DECLARED, .motion = 1, .number = 2, .word = TEXT("carried")));
	g_assert_cmpint(meeting_motion(m, 1)->state, ==, MOTION_CARRIED);
}

/* The last field of the rules, frozen where the board file asks for it: 1 while a member is remote, 2 at an emergency meeting. */
static void test_roll_call(void)
{
	g_autoptr(meeting_t) m = script_begin_with("\t3\t6\t12\t0", "\t3\t6\t12\t0\t1");
	g_autoptr(meeting_t) emergency = script_begin_with("\t3\t6\t12\t0", "\t3\t6\t12\t0\t2");
	script_roll(m, "5");
	script_item(m, 2);
	script_move(m, "1", "2", "minutes", "To approve the minutes.");
	g_assert_null(meeting_roll_call(m));
	script_do(m, EVENT(.kind = MEETING_ARRIVED, .seat = TEXT("5"), .word = TEXT("remote"), .text = TEXT("just cause")));
	static const char *const others[] = { "voice", "hands", "consent" };
	for (unsigned i = 0; i < G_N_ELEMENTS(others); i++)
		script_refused(m, EVENT(.kind = MEETING_VOTE_OPENED, .motion = 1, .number = 1, .word = TEXT(others[i])), "takes part remotely");
	script_do(m, EVENT(.kind = MEETING_VOTE_OPENED, .motion = 1, .number = 1, .word = TEXT("roll")));
	g_assert_null(meeting_roll_call(emergency));
	g_free(emergency->record.kind);
	emergency->record.kind = g_strdup("emergency");
	g_assert_nonnull(meeting_roll_call(emergency));
}

static void test_unposted(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "5");
	script_do(m, EVENT(.kind = MEETING_ITEM_ADDED, .item = 11, .text = TEXT("Letter to the council")));
	script_item(m, 11);
	script_refused(m, EVENT(.kind = MEETING_MOVED, .motion = 1, .seat = TEXT("1"), .word = TEXT("main"), .text = TEXT("To send it."), .item = 11), "was not posted");
	script_move(m, "1", "2", "urgency", "It arose after posting.");
	script_vote(m, "1=aye 2=aye 3=aye 4=nay chair=nay");
	script_declare(m);
	g_assert_cmpint(last_vote(m)->result, ==, RESULT_FAILED);             /* 3 of 5 is less than two thirds */
	script_move(m, "1", "2", "urgency", "It arose after posting.");
	script_vote(m, "1=aye 2=aye 3=aye 4=aye chair=nay");
	script_declare(m);
	g_assert_true(meeting_item(m, 11)->urgent);
	script_move(m, "1", "2", "main", "To send it.");
}

/* Posted for a meeting a few days earlier and continued from it: nothing has to be found first. */
static void test_continued(void)
{
	g_autoptr(meeting_t) m = script_begin_with("Body-worn camera policy\t\thearing\taction\t\t\t25\t0\t0", "Body-worn camera policy\t\thearing\taction\t\t\t25\t0\t0\t1\t1734134400");
	script_roll(m, "5");
	script_item(m, 7);
	g_assert_true(meeting_item(m, 7)->unposted);
	g_assert_cmpint(meeting_item(m, 7)->continued, ==, 1734134400);
	script_move(m, "1", "2", "main", "To adopt it.");
}

static void test_closed_session(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_item(m, 9);
	script_refused(m, EVENT(.kind = MEETING_CLOSED_ENTERED), "announce first");
	script_do(m, EVENT(.kind = MEETING_CLOSED_ANNOUNCED, .item = 9, .text = TEXT("Personnel, section 54957")));
	script_do(m, EVENT(.kind = MEETING_CLOSED_ENTERED));
	script_refused(m, EVENT(.kind = MEETING_ADJOURNED), "closed session");
	script_move(m, "1", "2", "main", "To name a director.");
	g_assert_true(meeting_floor(m)->in_closed);
	script_refused(m, EVENT(.kind = MEETING_CLOSED_LEFT), "still pending");
	script_vote(m, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye");
	script_declare(m);
	script_refused(m, EVENT(.kind = MEETING_REPORTED_OUT, .text = TEXT("x")), "closed session");
	script_do(m, EVENT(.kind = MEETING_CLOSED_LEFT));
	script_do(m, EVENT(.kind = MEETING_REPORTED_OUT, .text = TEXT("A director was named, 6-0.")));
	script_refused(m, EVENT(.kind = MEETING_REPORTED_OUT, .text = TEXT("again")), "reported already");
}

static void test_speakers(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_item(m, 3);
	script_do(m, EVENT(.kind = MEETING_SPEAKER_QUEUED, .number = 1, .item = 3));
	script_do(m, EVENT(.kind = MEETING_SPEAKER_QUEUED, .number = 2, .item = 3, .text = TEXT("R. Alder"), .word = TEXT("interpreter")));
	g_assert_cmpint(meeting_speaker(m, 1)->seconds, ==, 180);
	g_assert_cmpint(meeting_speaker(m, 2)->seconds, ==, 360);          /* doubled: Gov. Code 54954.3 */
	script_do(m, EVENT(.kind = MEETING_SPEAKER_STARTED, .number = 1, .other = TEXT("180"), .at = SCRIPT_BEGINS + 1000));
	script_refused(m, EVENT(.kind = MEETING_SPEAKER_STARTED, .number = 2, .other = TEXT("360")), "has the floor");
	g_assert_cmpint(speaker_left(meeting_speaking(m), SCRIPT_BEGINS + 1060), ==, 120);
	script_do(m, EVENT(.kind = MEETING_SPEAKER_PAUSED, .number = 1, .at = SCRIPT_BEGINS + 1100));
	g_assert_cmpint(speaker_left(meeting_speaking(m), SCRIPT_BEGINS + 9999), ==, 80);
	script_do(m, EVENT(.kind = MEETING_SPEAKER_RESUMED, .number = 1, .at = SCRIPT_BEGINS + 2000));
	script_do(m, EVENT(.kind = MEETING_SPEAKER_EXTENDED, .number = 1, .other = TEXT("30"), .at = SCRIPT_BEGINS + 2010));
	g_assert_cmpint(speaker_left(meeting_speaking(m), SCRIPT_BEGINS + 2200), ==, -90);
	script_do(m, EVENT(.kind = MEETING_SPEAKER_ENDED, .number = 1, .at = SCRIPT_BEGINS + 2200));
	g_assert_null(meeting_speaking(m));
}

static void test_chair_rule(void)
{
	g_autofree char *frozen = script_frozen();
	g_assert_nonnull(strstr(frozen, "\nrules\t"));
	g_autoptr(meeting_t) m = script_begin();
	m->procedure->rules.chair = CHAIR_WHEN_DECISIVE;
	script_roll(m, "5");
	script_item(m, 7);
	script_move(m, "1", "2", "main", "To adopt the policy.");
	script_vote(m, "1=aye 2=aye 3=nay 4=nay youth1=aye youth2=aye");
	g_assert_cmpstr(meeting_member(m, meeting_next_voter(m))->seat, ==, "chair");
	g_assert_true(meeting_vote_complete(m));
	script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT("chair"), .word = TEXT("aye")));
	script_declare(m);
	g_assert_cmpint(last_vote(m)->result, ==, RESULT_CARRIED);
	script_item(m, 8);
	script_move(m, "1", "2", "main", "To issue it.");
	script_vote(m, "1=aye 2=aye 3=aye 4=nay youth1=aye youth2=aye");
	script_do(m, EVENT(.kind = MEETING_VOTE_TAKEN_BACK, .motion = 2, .number = 2, .seat = TEXT("4")));
	script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 2, .number = 2, .seat = TEXT("4"), .word = TEXT("aye")));
	g_assert_cmpint(meeting_next_voter(m), ==, -1);
	script_refused(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 2, .number = 2, .seat = TEXT("chair"), .word = TEXT("aye")), "only where it changes");
	script_declare(m);
	g_assert_cmpint(last_vote(m)->tally.silent, ==, 1);
}

static void test_the_end(void)
{
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_do(m, EVENT(.kind = MEETING_RECESS, .number = 10));
	script_refused(m, EVENT(.kind = MEETING_ITEM_OPENED, .item = 1), "in recess");
	script_do(m, EVENT(.kind = MEETING_RECONVENED));
	script_do(m, EVENT(.kind = MEETING_ADJOURNED));
	script_refused(m, EVENT(.kind = MEETING_NOTE, .text = TEXT("late")), "adjourned");
	script_do(m, EVENT(.kind = MEETING_MINUTES_CORRECTED, .text = TEXT("Item 3: three speakers, not two.")));
	script_do(m, EVENT(.kind = MEETING_MINUTES_APPROVED, .word = TEXT("as_corrected"), .text = TEXT("motion 1 of 20 January 2025")));
	script_refused(m, EVENT(.kind = MEETING_MINUTES_CORRECTED, .text = TEXT("more")), "were approved");
	g_assert_cmpint(g_array_index(meeting_member(m, 0)->stays, struct stay, 0).until, ==, m->adjourned);
}

/* Replaying the events of a meeting gives the same meeting, and the order in which members answer changes nothing. */
static void test_order_of_answers(void)
{
	static const char *const seats[] = { "1", "2", "3", "4", "5", "chair" }, *const answers[] = { "aye", "nay", "abstain", "recuse", "absent", "aye" };
	g_autoptr(GRand) chance = g_rand_new_with_seed(9);
	struct tally first = { 0 };
	for (int round = 0; round < 200; round++) {
		g_autoptr(meeting_t) m = script_begin();
		int order[6] = { 0, 1, 2, 3, 4, 5 };
		for (int i = 5; i > 0; i--) {
			int j = g_rand_int_range(chance, 0, i + 1), kept = order[i];
			order[i] = order[j];
			order[j] = kept;
		}
		script_roll(m, "");
		script_item(m, 7);
		script_move(m, "1", "2", "main", "To adopt the policy.");
		script_vote(m, "");
		for (int i = 0; i < 6; i++)
			script_do(m, EVENT(.kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = TEXT(seats[order[i]]), .word = TEXT(answers[order[i]])));
		script_declare(m);
		if (round == 0)
			first = last_vote(m)->tally;
		g_assert_cmpmem(&first, sizeof first, &last_vote(m)->tally, sizeof first);
		g_autoptr(meeting_t) again = meeting_new();
		for (guint i = 0; i < m->events->len; i++) {
			g_assert_true(meeting_event_follows(m->events->pdata[i], again->seq, again->head, NULL));
			g_assert_true(meeting_apply(again, m->events->pdata[i], NULL));
		}
		g_assert_cmpstr(again->head, ==, m->head);
		g_assert_cmpint(last_vote(again)->result, ==, last_vote(m)->result);
	}
}

/* Any event at any time: refused or applied, never a crash, and always one state for each place on the roll. */
static void test_anything(void)
{
	static const char *const words[] = { "present", "remote", "left", "stays", "main", "amend", "roll", "voice", "consent", "aye", "nay", "abstain", "recuse", "pass",
		"absent", "carried", "failed", "previous_question", "lay_on_table", "take_from_table", "reconsider", "rescind", "adjourn", "withdraw", "divide",
		"point_of_order", "well_taken", "urgency", "refer", "out_of_order", "interpreter", "as_written", "hands" };
	static const char *const seats[] = { "1", "2", "3", "4", "5", "6", "chair", "youth1", "alt1", "alt4", "nobody" };
	g_autoptr(GRand) chance = g_rand_new_with_seed(7);
	guint applied = 0;
	for (int round = 0; round < 40; round++) {
		g_autoptr(meeting_t) m = script_begin();
		if (round % 2)
			script_roll(m, "");
		for (int i = 0; i < 4000; i++) {
			struct meeting_event event = { .kind = g_rand_int_range(chance, MEETING_ARRIVED, MEETING_EVENTS), .seq = m->seq + 1, .at = SCRIPT_BEGINS + i,
				.id = TEXT("x.1"), .who = TEXT("x"), .seat = TEXT(seats[g_rand_int_range(chance, 0, G_N_ELEMENTS(seats))]),
				.word = TEXT(words[g_rand_int_range(chance, 0, G_N_ELEMENTS(words))]), .text = TEXT("words"), .item = g_rand_int_range(chance, 0, 13) };
			const struct motion *floor = meeting_floor(m);
			event.motion = event.kind == MEETING_MOVED ? (int) m->motions->len + 1 : floor ? floor->number : g_rand_int_range(chance, 0, 4);
			event.number = event.kind == MEETING_VOTE_OPENED ? (gint64) m->votes->len + 1 : event.kind == MEETING_SPEAKER_QUEUED ? (gint64) m->speakers->len + 1
				: event.kind == MEETING_MOVED ? g_rand_int_range(chance, 0, 1 + (int) m->motions->len) : (gint64) m->votes->len;
			if (event.kind == MEETING_VOTE_OPENED)
				event.text = NULL;
			if (event.kind == MEETING_MOVED)
				event.item = m->item;
			if (event.kind == MEETING_ADJOURNED && i < 3900)
				continue;
			applied += meeting_apply(m, &event, NULL);
			const struct vote *vote = m->votes->len ? last_vote(m) : NULL;
			if (vote) {
				const struct tally *t = &vote->tally;
				int counted = 0;
				for (guint b = 0; b < vote->ballots->len; b++)
					counted += g_array_index(vote->ballots, struct ballot, b).counts;
				g_assert_cmpint(t->yes + t->no + t->abstain + t->recused + t->absent + t->silent + t->open, ==, counted);
			}
		}
	}
	g_assert_cmpuint(applied, >, 2000);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/meeting/roll", test_roll);
	g_test_add_func("/meeting/roll slip", test_roll_slip);
	g_test_add_func("/meeting/main motion", test_main_motion);
	g_test_add_func("/meeting/ballots", test_ballots);
	g_test_add_func("/meeting/amendments", test_amendments);
	g_test_add_func("/meeting/two thirds", test_two_thirds);
	g_test_add_func("/meeting/precedence", test_precedence);
	g_test_add_func("/meeting/on and off the table", test_table_and_take);
	g_test_add_func("/meeting/reconsider", test_reconsider);
	g_test_add_func("/meeting/rescind", test_rescind);
	g_test_add_func("/meeting/consent calendar", test_consent_calendar);
	g_test_add_func("/meeting/quorum lost and regained", test_quorum_lost);
	g_test_add_func("/meeting/recusal and alternate", test_recusal_and_alternate);
	g_test_add_func("/meeting/two alternates", test_two_alternates);
	g_test_add_func("/meeting/no vote on a case without training", test_training_gate);
	g_test_add_func("/meeting/no vote on a case, elsewhere", test_training_gate_elsewhere);
	g_test_add_func("/meeting/far away", test_far_away);
	g_test_add_func("/meeting/correction", test_correction);
	g_test_add_func("/meeting/unanimous consent and voice", test_consent_and_voice);
	g_test_add_func("/meeting/only by roll call", test_roll_call);
	g_test_add_func("/meeting/item not posted", test_unposted);
	g_test_add_func("/meeting/item continued", test_continued);
	g_test_add_func("/meeting/closed session", test_closed_session);
	g_test_add_func("/meeting/speakers", test_speakers);
	g_test_add_func("/meeting/chair votes when decisive", test_chair_rule);
	g_test_add_func("/meeting/the end", test_the_end);
	g_test_add_func("/meeting/order of answers and replay", test_order_of_answers);
	g_test_add_func("/meeting/anything at any time", test_anything);
	return g_test_run();
}
