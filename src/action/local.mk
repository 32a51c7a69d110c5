noinst_LIBRARIES += libaction.a
libaction_a_SOURCES = \
	src/action/import_action.h
