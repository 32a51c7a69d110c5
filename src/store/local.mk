noinst_LIBRARIES += libstore.a
libstore_a_SOURCES = \
	src/store/case_store.h src/store/force_store.h src/store/meeting_store.h \
	src/store/raw_store.h src/store/rollup_store.h src/store/store.h src/store/word_store.h
libstore_a_CFLAGS = $(AM_CFLAGS) $(SQLITE_CFLAGS)
