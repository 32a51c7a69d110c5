noinst_LIBRARIES += libexchange.a
libexchange_a_SOURCES = \
	src/exchange/csv.c src/exchange/csv.h \
	src/exchange/csv_write.c \
	src/exchange/decode.c src/exchange/decode.h \
	src/exchange/journal_json.c src/exchange/journal_json.h \
	src/exchange/agenda_json.c src/exchange/agenda_json.h \
	src/exchange/calendar.c src/exchange/calendar.h \
	src/exchange/export_event.c src/exchange/export_private.h \
	src/exchange/export_json.c src/exchange/export_json.h \
	src/exchange/export_votes.c \
	src/exchange/json_build.c src/exchange/json_build.h \
	src/exchange/json_read.c src/exchange/json_read.h \
	src/exchange/json_strict.c src/exchange/json_strict.h \
	src/exchange/json_text.c src/exchange/json_text.h \
	src/exchange/minutes_json.c src/exchange/minutes_json.h src/exchange/minutes_json_private.h \
	src/exchange/minutes_json_motions.c \
	src/exchange/paper_format.c src/exchange/paper_format.h \
	src/exchange/paper_html.c \
	src/exchange/paper_md.c \
	src/exchange/paper_text.c \
	src/exchange/published.c src/exchange/published.h src/exchange/published_private.h \
	src/exchange/published_chart.c \
	src/exchange/published_document.c \
	src/exchange/published_legistar.c \
	src/exchange/table.c src/exchange/table.h
libexchange_a_CFLAGS = $(AM_CFLAGS) $(JSON_CFLAGS) $(ICAL_CFLAGS)
