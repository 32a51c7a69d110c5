noinst_LIBRARIES += libaction.a
libaction_a_SOURCES = \
	src/action/demo_action.c src/action/demo_action.h \
	src/action/import_action.h \
	src/action/init_action.c src/action/init_action.h
