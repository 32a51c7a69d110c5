noinst_LIBRARIES += libstore.a
libstore_a_SOURCES = \
	src/store/agenda_store.c src/store/agenda_store.h \
	src/store/carry_store.c src/store/carry_store.h \
	src/store/case_file.c src/store/case_file.h \
	src/store/case_read.c \
	src/store/case_scan.c \
	src/store/case_search.c \
	src/store/case_store.h \
	src/store/case_write.c \
	src/store/clock_store.c src/store/clock_store.h \
	src/store/docket_store.c src/store/docket_store.h \
	src/store/force_store.c src/store/force_store.h \
	src/store/clerk_lock.c src/store/clerk_lock.h \
	src/store/head_file.c src/store/head_file.h \
	src/store/journal_store.c src/store/journal_store.h \
	src/store/member_store.c src/store/member_store.h \
	src/store/meeting_store.c src/store/meeting_store.h \
	src/store/open.c \
	src/store/raw_store.c src/store/raw_store.h \
	src/store/recommendation_store.c src/store/recommendation_store.h \
	src/store/rollup_store.c src/store/rollup_store.h \
	src/store/schema.c \
	src/store/search.c \
	src/store/statement.c src/store/statement.h \
	src/store/store.c src/store/store.h src/store/store_private.h \
	src/store/word_store.c src/store/word_store.h
libstore_a_CFLAGS = $(AM_CFLAGS) $(SQLITE_CFLAGS)
