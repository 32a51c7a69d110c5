/* The document of the export: who took part, then meeting by meeting. */
#include "exchange/export_private.h"

#include <string.h>
#include "base/text.h"

static const struct export_format formats[] = {
	{ "popolo", "id", "persons", false },
	{ "opencivic", "_id", "people", true },
};

const struct export_format *export_format_find(const char *name)
{
	for (guint i = 0; i < G_N_ELEMENTS(formats); i++)
		if (!strcmp(formats[i].name, name))
			return &formats[i];
	return NULL;
}

/* --- names of things --- */

/* As a UUID of version 5 is made, but that the name space is ours. */
char *export_id(const struct export_format *format, const char *kind, const char *plain)
{
	/* Of the names as they are written, so that whoever reads them makes the same. */
	g_autofree char *clean = text_clean(plain, -1, TEXT_KEEP_NEWLINES);
	if (!format->civic)
		return g_steal_pointer(&clean);
	g_autofree char *name = g_strdup_printf("dais\n%s\n%s", kind, clean);
	g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA1, name, -1);
	return g_strdup_printf("ocd-%s/%.8s-%.4s-5%.3s-a%.3s-%.12s", kind, hash, hash + 8, hash + 13, hash + 17, hash + 20);
}

void export_put_id(const struct exporting *exporting, const char *key, const char *kind, const char *plain)
{
	g_autofree char *id = export_id(exporting->format, kind, plain);
	json_build_text(exporting->json, key, id);
}

void export_put_person(const struct exporting *exporting, const char *key, const struct meeting *meeting, int member)
{
	const char *name = meeting_member_name(meeting, member);
	g_autofree char *plain = g_strdup_printf("person/%s", name);
	if (*name)
		export_put_id(exporting, key, "person", plain);
}

static bool is_name_of(const struct body *body, const char *name)
{
	for (unsigned i = 0; body && i < body->name.n; i++)
		if (!g_strcmp0(body->name.v[i].text, name))
			return true;
	return false;
}

char *export_organization(const struct board *board, const struct meeting *meeting)
{
	const char *id = meeting->record.body ? meeting->record.body : "body", *name = meeting->body_name;
	if (!name || is_name_of(board_body(board, id), name))
		return g_strdup(id);
	g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA1, name, -1);
	return g_strdup_printf("%s:%.8s", id, hash);
}

void export_put_time(const struct exporting *exporting, const struct meeting *meeting, const char *key, instant_t at)
{
	char day[DAY_ISO_SIZE];
	if (at == meeting->called)
		json_build_text(exporting->json, key, day_iso(instant_day(at, meeting->zone), day));
	else
		json_build_time(exporting->json, key, at);
}

/* --- meetings in their order --- */

static void export_meeting_free(void *data)
{
	struct export_meeting *one = data;
	g_free(one->key);
	g_free(one);
}

static gint by_start(gconstpointer a, gconstpointer b)
{
	const struct export_meeting *one = *(void *const *) a, *two = *(void *const *) b;
	instant_t first = one->meeting->record.starts, second = two->meeting->record.starts;
	return first != second ? (first < second ? -1 : 1) : strcmp(one->key, two->key);
}

static char *key_of(const struct board *board, const struct meeting *meeting, GHashTable *taken)
{
	char day[DAY_ISO_SIZE];
	g_autofree char *organization = export_organization(board, meeting);
	int minutes = instant_minutes(meeting->record.starts, meeting->zone);
	char *key = g_strdup_printf("%s/%sT%02d:%02d", organization, day_iso(instant_day(meeting->record.starts, meeting->zone), day), minutes / 60, minutes % 60);
	int *before = g_hash_table_lookup(taken, key);
	if (!before) {
		g_hash_table_insert(taken, g_strdup(key), g_new0(int, 1));
		return key;
	}
	char *next = g_strdup_printf("%s/%04d", key, ++*before + 1);
	g_free(key);
	return next;
}

GPtrArray *export_meetings(const struct board *board, const GPtrArray *meetings)
{
	GPtrArray *all = g_ptr_array_new_with_free_func(export_meeting_free);
	g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	for (guint i = 0; i < meetings->len; i++) {
		const struct meeting *meeting = meetings->pdata[i];
		struct export_meeting *one = g_new0(struct export_meeting, 1);
		*one = (struct export_meeting) { meeting, key_of(board, meeting, taken), meeting->record.body ? board_body(board, meeting->record.body) : NULL };
		g_ptr_array_add(all, one);
	}
	g_ptr_array_sort(all, by_start);
	return all;
}

/* --- who took part: each person, organization, post and membership once, in order of their ids --- */

struct part { const char *kind; char *id, *organization, *person; const struct export_meeting *one; int member; };

static void part_free(void *data)
{
	struct part *part = data;
	g_free(part->id);
	g_free(part->organization);
	g_free(part->person);
	g_free(part);
}

static void add_part(GHashTable *parts, const char *kind, char *id, const char *organization, const char *person, const struct export_meeting *one, int member)
{
	struct part *part = g_new0(struct part, 1);
	*part = (struct part) { kind, text_clean(id, -1, TEXT_KEEP_NEWLINES), g_strdup(organization), g_strdup(person), one, member };
	char *key = g_strdup_printf("%s\n%s", kind, part->id);
	g_free(id);
	if (g_hash_table_contains(parts, key)) {
		part_free(part);
		g_free(key);
	} else {
		g_hash_table_insert(parts, key, part);
	}
}

/* A seat without a title is only a place in a list of names: there is no post. */
static void add_member(GHashTable *parts, const struct export_meeting *one, const char *organization, int index)
{
	const struct member *member = meeting_member(one->meeting, index);
	bool post = member->title && *member->title;
	g_autofree char *seat = post ? g_strdup_printf("%s/seat/%s", organization, member->seat) : NULL, *person = g_strdup_printf("person/%s", member->name ? member->name : "");
	if (post)
		add_part(parts, "post", g_strdup(seat), organization, NULL, one, index);
	if (!member->name)
		return;
	add_part(parts, "person", g_strdup(person), NULL, NULL, one, index);
	add_part(parts, "membership", g_strdup_printf("%s %s", person, post ? seat : organization), organization, person, one, index);
}

static void add_meeting(GHashTable *parts, const struct export_meeting *one, const char *organization)
{
	add_part(parts, "organization", g_strdup(organization), NULL, NULL, one, -1);
	for (const struct body *body = one->body ? one->body->parent : NULL; body; body = body->parent)
		add_part(parts, "organization", g_strdup(body->id), NULL, NULL, NULL, -1);
	for (guint i = 0; i < one->meeting->members->len; i++)
		add_member(parts, one, organization, (int) i);
}

static void put_organization(const struct exporting *exporting, const struct part *part)
{
	JsonBuilder *json = exporting->json;
	const struct body *body = board_body(exporting->board, part->id);
	const struct body *of = body ? body : part->one ? part->one->body : NULL, *parent = body ? body->parent : NULL;
	json_build_text(json, "name", body ? labels_get(&body->name, NULL) : part->one ? part->one->meeting->body_name : NULL);
	json_build_text(json, "classification", exporting->format->civic ? "commission" : "body");
	if (parent)
		export_put_id(exporting, "parent_id", "organization", parent->id);
	json_builder_set_member_name(json, "extras");
	json_builder_begin_object(json);
	json_build_text(json, "body", of ? of->id : part->one->meeting->record.body);
	json_builder_end_object(json);
}

static const char *role_of(const struct member *member)
{
	static const char *const roles[MEMBER_GROUPS] = { [GROUP_VOTING] = "member", [GROUP_ALTERNATE] = "alternate", [GROUP_ADVISORY] = "advisory" };
	return member->flags & SEAT_CHAIR ? "chair" : roles[member_group(member)];
}

/* Dates of the term where the board file still has this person in this seat. */
static void put_term(const struct exporting *exporting, const struct part *part, const struct member *member)
{
	const struct seat *seat = part->one->body ? body_seat(part->one->body, member->seat) : NULL;
	char day[DAY_ISO_SIZE];
	if (!seat || g_strcmp0(seat->holder, member->name) != 0)
		return;
	if (seat->term_start != DAY_UNKNOWN)
		json_build_text(exporting->json, "start_date", day_iso(seat->term_start, day));
	if (seat->term_end != DAY_UNKNOWN)
		json_build_text(exporting->json, "end_date", day_iso(seat->term_end, day));
}

static void put_membership(const struct exporting *exporting, const struct part *part, const struct member *member)
{
	export_put_id(exporting, "person_id", "person", part->person);
	export_put_id(exporting, "organization_id", "organization", part->organization);
	g_autofree char *post = g_strdup_printf("%s/seat/%s", part->organization, member->seat);
	if (member->title && *member->title) {
		export_put_id(exporting, "post_id", "post", post);
		put_term(exporting, part, member);
	}
	json_build_text(exporting->json, "role", role_of(member));
}

static void put_part(const struct exporting *exporting, const struct part *part)
{
	const struct member *member = part->one ? meeting_member(part->one->meeting, part->member) : NULL;
	JsonBuilder *json = exporting->json;
	json_builder_begin_object(json);
	export_put_id(exporting, exporting->format->id, part->kind, part->id);
	if (exporting->format->civic)
		json_build_text(json, "_type", part->kind);
	if (!strcmp(part->kind, "organization")) {
		put_organization(exporting, part);
	} else if (!strcmp(part->kind, "person")) {
		json_build_text(json, "name", member->name);
	} else if (!strcmp(part->kind, "post")) {
		json_build_text(json, "label", member->title);
		export_put_id(exporting, "organization_id", "organization", part->organization);
		json_build_text(json, "role", role_of(member));
	} else {
		put_membership(exporting, part, member);
	}
	json_builder_end_object(json);
}

static gint by_id(gconstpointer a, gconstpointer b)
{
	const struct part *one = *(void *const *) a, *two = *(void *const *) b;
	return strcmp(one->id, two->id);
}

static void put_parts(const struct exporting *exporting, GHashTable *parts, const char *kind, const char *key)
{
	g_autoptr(GPtrArray) all = g_ptr_array_new();
	GHashTableIter iter;
	gpointer part;
	for (g_hash_table_iter_init(&iter, parts); g_hash_table_iter_next(&iter, NULL, &part);)
		if (!strcmp(((const struct part *) part)->kind, kind))
			g_ptr_array_add(all, part);
	g_ptr_array_sort(all, by_id);
	json_build_list(exporting->json, key);
	for (guint i = 0; i < all->len; i++)
		put_part(exporting, all->pdata[i]);
	json_builder_end_array(exporting->json);
}

static void put_all_parts(const struct exporting *exporting, const GPtrArray *meetings)
{
	g_autoptr(GHashTable) parts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, part_free);
	for (guint i = 0; i < meetings->len; i++) {
		const struct export_meeting *one = meetings->pdata[i];
		g_autofree char *organization = export_organization(exporting->board, one->meeting);
		add_meeting(parts, one, organization);
	}
	put_parts(exporting, parts, "organization", "organizations");
	put_parts(exporting, parts, "person", exporting->format->people);
	put_parts(exporting, parts, "post", "posts");
	put_parts(exporting, parts, "membership", "memberships");
}

/* --- the document --- */

static void put_each(const struct exporting *exporting, const GPtrArray *meetings, const char *key,
	void (*put)(const struct exporting *exporting, const struct export_meeting *one))
{
	json_build_list(exporting->json, key);
	for (guint i = 0; i < meetings->len; i++)
		put(exporting, meetings->pdata[i]);
	json_builder_end_array(exporting->json);
}

char *export_document(const struct export_format *format, const struct board *board, const GPtrArray *meetings, struct export_count *count)
{
	g_autoptr(JsonBuilder) json = json_builder_new();
	struct exporting exporting = { format, board, json, count };
	json_builder_begin_object(json);
	json_build_text(json, "format", format->name);
	json_build_text(json, "note", "This format has no option for a recusal. A recused member is written as 'not voting', and extras.choice of the vote says "
		"'recuse'; so do members who preside without voting ('silent') or have no vote before a training ('untrained'). Do not count 'not voting' as an "
		"abstention or an absence. Votes of advisory seats are in extras.advisory_votes and in no count. What was said in closed session is not here.");
	put_all_parts(&exporting, meetings);
	put_each(&exporting, meetings, "events", export_put_event);
	if (!format->civic)
		put_each(&exporting, meetings, "motions", export_put_motions);
	put_each(&exporting, meetings, "vote_events", export_put_votes);
	json_builder_end_object(json);
	return json_build_finish(json);
}
