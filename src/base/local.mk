noinst_LIBRARIES += libbase.a
libbase_a_SOURCES = \
	src/base/date.c src/base/date_words.c src/base/date.h \
	src/base/error.c src/base/error.h \
	src/base/i18n.h \
	src/base/role.c src/base/role.h \
	src/base/text.c src/base/text_field.c src/base/text_word.c src/base/text.h
