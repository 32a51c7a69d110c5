/* The fields of an item: a menu of all, and menus of what a field may hold. */
#include "app/app_private.h"
#include "base/text.h"

static void ask_field(struct app *app, enum agenda_field field);

/* --- all fields --- */

static const char *section_words(const struct app *app, const char *section)
{
	return board_label(app->board, agenda_body(app), "section", section, app->session.lang);
}

/* What a field holds, in words. */
static char *shown(const struct app *app, const struct agenda_item *item, enum agenda_field field)
{
	const struct agenda_field_info *info = agenda_field_info(field);
	g_autofree char *text = agenda_field_get(item, field);
	const struct body *body = agenda_body(app);
	const struct seat *mover = body && field == AGENDA_FIELD_MOVER ? body_seat(body, item->mover) : NULL;
	if (mover && mover->holder)
		return g_strdup(mover->holder);
	if (field == AGENDA_FIELD_SECTION && text)
		return g_strdup(section_words(app, text));
	if (info->value == AGENDA_FLAG)
		return g_strdup(text ? _("yes") : _("no"));
	if (info->value == AGENDA_ATTACHMENTS)
		return g_strdup_printf("%u", item->attachments ? item->attachments->len : 0);
	return g_strdup(text ? text : "");
}

static void fields_fill(struct app *app)
{
	static const char keys[] = "tpsamcxrovb@";
	const struct agenda_item *item = agenda_asked(app);
	if (!item)
		return;
	app->menu.view.title = g_strdup_printf(_("Item %s: change what?"), item->number ? item->number : "");
	app->menu.view.foot = g_strdup(_("key or Enter  Esc leaves"));
	for (int field = 0; agenda_field_info(field)->flags & FIELD_EDITED; field++) {
		char key[2] = { keys[field], 0 };
		const char *label = _(agenda_field_info(field)->label);
		g_autofree char *value = shown(app, item, field), *text = g_strdup_printf("%s%*s%s", label, MAX(1, 20 - text_width(label)), "", value);
		menu_add(app, field, (guint32) keys[field], key, text, NULL);
	}
}

static void fields_choose(struct app *app, int value)
{
	ask_field(app, value);
}

void run_agenda_edit(struct app *app)
{
	if (agenda_ask_about(app, false))
		menu_pick(app, &(struct picker) { .fill = fields_fill, .choose = fields_choose });
}

/* --- what is done about an item --- */

static const char *const actions[] = { N_("action"), N_("information"), N_("hearing") };

static void action_fill(struct app *app)
{
	static const char keys[] = "aih";
	app->menu.view.title = g_strdup(_("What does the body do about it?"));
	app->menu.view.foot = g_strdup(_("key or Enter  Esc leaves"));
	for (int i = 0; i < (int) G_N_ELEMENTS(actions); i++) {
		char key[2] = { keys[i], 0 };
		menu_add(app, i, (guint32) keys[i], key, _(actions[i]), NULL);
	}
}

static void action_choose(struct app *app, int value)
{
	agenda_put(app, AGENDA_FIELD_ACTION, actions[value]);
}

/* --- sections: those of the template and of the agenda --- */

static void add_section(GPtrArray *all, const char *section)
{
	if (section && !g_ptr_array_find_with_equal_func(all, section, g_str_equal, NULL))
		g_ptr_array_add(all, (gpointer) section);
}

/* Borrowed from board and agenda. */
static GPtrArray *sections(const struct app *app)
{
	const struct body *body = agenda_body(app);
	GPtrArray *all = g_ptr_array_new();
	for (guint i = 0; body && i < body->agenda->len; i++)
		add_section(all, ((const struct agenda_entry *) body->agenda->pdata[i])->section);
	for (guint i = 0; i < app->session.agenda->items->len; i++)
		add_section(all, ((const struct agenda_item *) app->session.agenda->items->pdata[i])->section);
	return all;
}

static void section_fill(struct app *app)
{
	g_autoptr(GPtrArray) all = sections(app);
	app->menu.view.title = g_strdup(_("To which section does it belong?"));
	app->menu.view.foot = g_strdup(_("Enter takes it  Esc leaves"));
	for (guint i = 0; i < all->len; i++)
		menu_add(app, (int) i + 1, 0, "", section_words(app, all->pdata[i]), NULL);
	menu_add(app, 0, '+', "+", _("another, in words"), NULL);
}

static void section_choose(struct app *app, int value)
{
	g_autoptr(GPtrArray) all = sections(app);
	if (value > 0 && value <= (int) all->len)
		agenda_put(app, AGENDA_FIELD_SECTION, all->pdata[value - 1]);
	else
		agenda_ask_words(app, AGENDA_FIELD_SECTION);
}

/* --- who brings it --- */

static void mover_fill(struct app *app)
{
	const struct body *body = agenda_body(app);
	app->menu.view.title = g_strdup(_("Who brings it?"));
	app->menu.view.foot = g_strdup(_("Enter takes it  Esc leaves"));
	for (guint i = 0; i < body->seats->len; i++) {
		const struct seat *seat = body->seats->pdata[i];
		if (seat->holder)
			menu_add(app, (int) i + 1, 0, "", seat->holder, labels_get(&seat->title, app->session.lang));
	}
	menu_add(app, 0, '0', "0", _("nobody"), NULL);
}

static void mover_choose(struct app *app, int value)
{
	const struct body *body = agenda_body(app);
	agenda_put(app, AGENDA_FIELD_MOVER, value > 0 && value <= (int) body->seats->len ? ((const struct seat *) body->seats->pdata[value - 1])->id : NULL);
}

/* --- attachments --- */

static void put_attachments(struct app *app, const struct agenda_item *item)
{
	g_autofree char *text = agenda_field_get(item, AGENDA_FIELD_ATTACHMENTS);
	agenda_put(app, AGENDA_FIELD_ATTACHMENTS, text);
}

/* The item that is asked about, to be changed; agenda_item_free; NULL: it is gone. */
static struct agenda_item *asked_copy(struct app *app)
{
	const struct agenda_item *item = agenda_asked(app);
	return item ? agenda_item_copy(item) : NULL;
}

static void take_label(struct app *app, const char *text)
{
	struct agenda_desk *desk = &app->agenda_desk;
	struct agenda_item *item = asked_copy(app);
	if (!item)
		return;
	struct attachment *attachment = g_new0(struct attachment, 1);
	attachment->target = g_steal_pointer(&desk->label);
	attachment->label = *text ? g_strdup(text) : NULL;
	if (!item->attachments)
		item->attachments = g_ptr_array_new_with_free_func(attachment_free);
	g_ptr_array_add(item->attachments, attachment);
	put_attachments(app, item);
	agenda_item_free(item);
}

static void take_target(struct app *app, const char *text)
{
	g_free(app->agenda_desk.label);
	app->agenda_desk.label = g_strdup(text);
	prompt_ask(app, g_strdup(_("what it is called (may be empty)")), NULL, false, take_label);
}

static void take_out(struct app *app, const char *text)
{
	(void) text;
	struct agenda_item *item = asked_copy(app);
	if (!item)
		return;
	if (item->attachments && app->agenda_desk.attachment < (int) item->attachments->len)
		g_ptr_array_remove_index(item->attachments, (guint) app->agenda_desk.attachment);
	put_attachments(app, item);
	agenda_item_free(item);
}

static void attachments_fill(struct app *app)
{
	const struct agenda_item *item = agenda_asked(app);
	if (!item)
		return;
	app->menu.view.title = g_strdup_printf(_("Attachments of item %s"), item->number ? item->number : "");
	app->menu.view.foot = g_strdup(_("+ adds one  Enter takes the selected one out  Esc leaves"));
	menu_add(app, 0, '+', "+", _("add a file by its path, or an address"), NULL);
	for (guint i = 0; item->attachments && i < item->attachments->len; i++) {
		const struct attachment *attachment = item->attachments->pdata[i];
		g_autofree char *text = attachment->label ? g_strdup_printf("%s: %s", attachment->label, attachment->target) : g_strdup(attachment->target);
		menu_add(app, (int) i + 1, 0, "", text, NULL);
	}
}

static void attachments_choose(struct app *app, int value)
{
	const struct agenda_item *item = agenda_asked(app);
	if (value == 0) {
		prompt_ask(app, g_strdup(_("path of the file, or its address (https://...)")), NULL, true, take_target);
		return;
	}
	if (!item || !item->attachments || value > (int) item->attachments->len)
		return;
	app->agenda_desk.attachment = value - 1;
	prompt_question(app, g_strdup_printf(_("take out the attachment %s?"), ((const struct attachment *) item->attachments->pdata[value - 1])->target),
		false, take_out);
}

static void ask_attachments(struct app *app)
{
	menu_pick(app, &(struct picker) { .fill = attachments_fill, .choose = attachments_choose });
}

void run_agenda_attach(struct app *app)
{
	if (agenda_ask_about(app, false))
		ask_attachments(app);
}

/* --- one field --- */

static void ask_field(struct app *app, enum agenda_field field)
{
	switch (field) {
	case AGENDA_FIELD_ACTION: menu_pick(app, &(struct picker) { .fill = action_fill, .choose = action_choose }); break;
	case AGENDA_FIELD_SECTION: menu_pick(app, &(struct picker) { .fill = section_fill, .choose = section_choose }); break;
	case AGENDA_FIELD_CONSENT:
	case AGENDA_FIELD_CLOSED: agenda_toggle(app, field); break;
	case AGENDA_FIELD_ATTACHMENTS: ask_attachments(app); break;
	case AGENDA_FIELD_MOVER:
		if (agenda_body(app))
			menu_pick(app, &(struct picker) { .fill = mover_fill, .choose = mover_choose });
		else
			agenda_ask_words(app, field);
		break;
	default: agenda_ask_words(app, field); break;
	}
}
