#include "exchange/calendar.h"

#include <libical/ical.h>
#include "base/text.h"

static struct icaltimetype utc(instant_t when)
{
	return icaltime_from_timet_with_zone((time_t) when, 0, icaltimezone_get_utc_timezone());
}

static void add_text(icalcomponent *to, icalproperty *(*make)(const char *), const char *text, const char *lang)
{
	if (!text || !*text)
		return;
	g_autofree char *clean = text_clean(text, -1, TEXT_KEEP_NEWLINES);
	icalproperty *property = make(clean);
	if (lang)
		icalproperty_add_parameter(property, icalparameter_new_language(lang));
	icalcomponent_add_property(to, property);
}

static icalcomponent *event_component(const struct calendar_event *event)
{
	icalcomponent *component = icalcomponent_new_vevent();
	icalcomponent_add_property(component, icalproperty_new_dtstamp(utc(event->modified ? event->modified : event->stamp)));
	add_text(component, icalproperty_new_uid, event->uid, NULL);
	icalcomponent_add_property(component, icalproperty_new_dtstart(utc(event->starts)));
	if (event->ends)
		icalcomponent_add_property(component, icalproperty_new_dtend(utc(event->ends)));
	add_text(component, icalproperty_new_summary, event->summary, event->lang);
	add_text(component, icalproperty_new_location, event->location, NULL);
	add_text(component, icalproperty_new_description, event->description, event->lang);
	icalcomponent_add_property(component, icalproperty_new_status(event->cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
	icalcomponent_add_property(component, icalproperty_new_sequence(event->sequence));
	if (event->modified)
		icalcomponent_add_property(component, icalproperty_new_lastmodified(utc(event->modified)));
	return component;
}

void calendar_write(FILE *out, const struct calendar_event *event)
{
	icalcomponent *calendar = icalcomponent_new_vcalendar();
	icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
	icalcomponent_add_property(calendar, icalproperty_new_prodid("-//dais//agenda//EN"));
	icalcomponent_add_component(calendar, event_component(event));
	char *text = icalcomponent_as_ical_string_r(calendar);
	fputs(text, out);
	icalmemory_free_buffer(text);
	icalcomponent_free(calendar);
}
