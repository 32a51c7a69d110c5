# Scenes: the real program in a pseudo-terminal (tests/screen/scene.c says what a scene may say).
if HAVE_VTERM
check_PROGRAMS += tests/screen/scene
tests_screen_scene_SOURCES = tests/screen/scene.c tests/screen/ptyscreen.c tests/screen/ptyscreen.h tests/screen/raw.c tests/screen/raw.h
tests_screen_scene_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/screen
tests_screen_scene_CFLAGS = $(AM_CFLAGS) $(VTERM_CFLAGS)
tests_screen_scene_LDADD = $(GLIB_LIBS) $(VTERM_LIBS) -lutil
endif
dist_check_SCRIPTS += tests/screen/scenes.sh
TESTS += tests/screen/scenes.sh
include tests/screen/scenes.mk
EXTRA_DIST += $(SCENE_FILES)

check_PROGRAMS += tests/unit/test_keymap tests/unit/test_line
tests_unit_test_keymap_SOURCES = tests/unit/test_keymap.c
tests_unit_test_keymap_LDADD = $(LINK_APP)
tests_unit_test_line_SOURCES = tests/unit/test_line.c
tests_unit_test_line_LDADD = $(LINK_APP)
TESTS += tests/unit/test_keymap tests/unit/test_line

check_PROGRAMS += tests/unit/test_state tests/unit/test_session
tests_unit_test_state_SOURCES = tests/unit/test_state.c
tests_unit_test_state_LDADD = $(LINK_APP)
tests_unit_test_session_SOURCES = tests/unit/test_session.c $(tests_model_city)
tests_unit_test_session_LDADD = $(LINK_APP)
TESTS += tests/unit/test_state tests/unit/test_session

check_PROGRAMS += tests/unit/test_meeting_keys
tests_unit_test_meeting_keys_SOURCES = tests/unit/test_meeting_keys.c
tests_unit_test_meeting_keys_LDADD = $(LINK_APP)
TESTS += tests/unit/test_meeting_keys

check_PROGRAMS += tests/unit/test_help_words
tests_unit_test_help_words_SOURCES = tests/unit/test_help_words.c
tests_unit_test_help_words_LDADD = $(LINK_APP)
TESTS += tests/unit/test_help_words

check_PROGRAMS += tests/unit/test_agenda_keys tests/unit/test_agenda_drag
tests_agenda_room = tests/unit/agenda_room.c tests/unit/agenda_room.h
tests_unit_test_agenda_keys_SOURCES = tests/unit/test_agenda_keys.c $(tests_agenda_room)
tests_unit_test_agenda_keys_LDADD = $(LINK_APP)
tests_unit_test_agenda_drag_SOURCES = tests/unit/test_agenda_drag.c $(tests_agenda_room)
tests_unit_test_agenda_drag_LDADD = $(LINK_APP)
TESTS += tests/unit/test_agenda_keys tests/unit/test_agenda_drag
