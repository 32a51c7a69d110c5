#include "domain/record.h"

#include "base/i18n.h"
#include "base/text.h"

static const char *const word_lists[WORD_LISTS] = {
#define X(id, name) [WORDS_##id] = name,
	WORD_LIST(X)
#undef X
};

static const char *const stages[STAGES] = {
#define X(id, name) [STAGE_##id] = name,
	STAGE_LIST(X)
#undef X
};

const char *const meeting_kinds[] = {
#define X(id, name) name,
	MEETING_KIND_LIST(X)
#undef X
	NULL
};

const char *word_list_name(enum word_list list)
{
	return word_lists[list];
}

const char *stage_name(enum stage stage)
{
	return stages[stage];
}

enum stage stage_find(const char *name)
{
	int stage = 0;
	while (stage < STAGES && g_strcmp0(stage_name(stage), name) != 0)
		stage++;
	return stage;
}

const char *stage_title(enum stage stage)
{
	static const char *const titles[STAGES] = { [STAGE_INVESTIGATOR] = N_("investigator"), [STAGE_BOARD] = N_("board"),
		[STAGE_CHIEF] = N_("chief"), [STAGE_FINAL] = N_("final") };
	return _(titles[stage]);
}

void case_record_clear(struct case_record *record)
{
	g_free(record->number);
	g_free(record->body);
	g_free(record->kind);
	g_free(record->district);
	g_free(record->channel);
	g_free(record->source);
	g_free(record->privacy);
	g_free(record->state);
	g_free(record->class);
	g_free(record->summary);
	*record = (struct case_record) { 0 };
}

void person_record_clear(struct person_record *record)
{
	g_free(record->role);
	g_free(record->ref);
	g_free(record->race);
	g_free(record->sex);
	g_free(record->unit);
	*record = (struct person_record) { .age = -1 };
}

void allegation_record_clear(struct allegation_record *record)
{
	g_free(record->key);
	g_free(record->class);
	g_free(record->detail);
	for (int stage = 0; stage < STAGES; stage++)
		g_free(record->finding[stage]);
	g_free(record->discipline);
	g_free(record->closure);
	person_record_clear(&record->officer);
	*record = (struct allegation_record) { .officer.age = -1 };
}

void force_record_clear(struct force_record *record)
{
	g_free(record->number);
	g_free(record->body);
	g_free(record->district);
	g_free(record->type);
	g_free(record->level);
	g_free(record->status);
	g_free(record->disposition);
	person_record_clear(&record->subject);
	person_record_clear(&record->officer);
	*record = (struct force_record) { .subject.age = -1, .officer.age = -1 };
}

void case_event_clear(struct case_event *event)
{
	g_free(event->who);
	g_free(event->what);
	g_free(event->from);
	g_free(event->to);
	g_free(event->why);
	g_free(event->stage);
	g_free(event->clock);
	g_free(event->was);
	g_free(event->value);
	*event = (struct case_event) { 0 };
}

void meeting_record_clear(struct meeting_record *record)
{
	g_free(record->body);
	g_free(record->kind);
	g_free(record->place);
	g_free(record->title);
	g_free(record->status);
	*record = (struct meeting_record) { 0 };
}

enum meeting_kind meeting_kind_find(const char *word)
{
	return text_index(meeting_kinds, word);
}

const char *meeting_kind_label(const char *word)
{
	enum meeting_kind kind = meeting_kind_find(word);
	if (kind == MEETING_KIND_ADJOURNED)
		return C_("meeting", "adjourned");
	return kind == MEETING_KINDS ? word : _(meeting_kinds[kind]);
}

const char *meeting_status_label(const char *status)
{
	static const char *const known[] = { N_("planned"), N_("posted"), N_("cancelled"), N_("held"), NULL };
	for (guint i = 0; status && known[i]; i++)
		if (!g_strcmp0(status, known[i]))
			return _(known[i]);
	return status;
}

void meeting_detail_clear(struct meeting_detail *detail)
{
	g_free(detail->posted_by);
	g_free(detail->series);
	g_free(detail->why);
	*detail = (struct meeting_detail) { 0 };
}

void attachment_free(void *data)
{
	struct attachment *attachment = data;
	g_free(attachment->label);
	g_free(attachment->target);
	g_free(attachment);
}

void agenda_item_clear(struct agenda_item *item)
{
	g_free(item->number);
	g_free(item->title);
	g_free(item->public_title);
	g_free(item->section);
	g_free(item->action);
	g_free(item->presenter);
	g_free(item->case_number);
	g_free(item->entry);
	g_free(item->docket);
	g_free(item->mover);
	g_free(item->brief);
	if (item->attachments)
		g_ptr_array_unref(item->attachments);
	*item = (struct agenda_item) { 0 };
}

void training_record_free(void *data)
{
	struct training_record *record = data;
	g_free(record->body);
	g_free(record->seat);
	g_free(record->holder);
	g_free(record->course);
	g_free(record->who);
	g_free(record);
}

void disclosure_record_free(void *data)
{
	struct disclosure_record *record = data;
	g_free(record->body);
	g_free(record->seat);
	g_free(record->holder);
	g_free(record->matter);
	g_free(record->about);
	g_free(record->who);
	g_free(record);
}
