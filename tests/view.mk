# The drawing tests: models written out by hand, drawn on a canvas, compared with tests/view/golden.
VIEW_LITERALS = tests/view/literal.h tests/view/literal_chart.c tests/view/literal_scene.c tests/view/literal_meeting.c tests/view/literal_members.c tests/view/literal_recommendations.c $(tests_meeting_script)
VIEW_GOLDEN = tests/view/golden_file.c tests/view/golden_file.h
check_PROGRAMS += tests/view/test_canvas tests/view/test_golden
tests_view_test_canvas_SOURCES = tests/view/test_canvas.c $(VIEW_LITERALS)
tests_view_test_canvas_LDADD = $(LINK_VIEW)
tests_view_test_golden_SOURCES = tests/view/test_golden.c $(VIEW_LITERALS) $(VIEW_GOLDEN)
tests_view_test_golden_LDADD = $(LINK_VIEW)
check_PROGRAMS += tests/view/test_projector
tests_view_test_projector_SOURCES = tests/view/test_projector.c $(VIEW_GOLDEN) tests/unit/meeting_script.c tests/unit/meeting_script.h
tests_view_test_projector_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit
tests_view_test_projector_LDADD = $(LINK_VIEW)
TESTS += tests/view/test_canvas tests/view/test_golden tests/view/test_projector
EXTRA_DIST += tests/view/golden

# Rewrites the goldens from what is drawn now. Read the difference before you commit it.
update-goldens: tests/view/test_golden tests/view/test_projector
	$(MKDIR_P) $(srcdir)/tests/view/golden
	for test in golden projector; do \
		DAIS_UPDATE_GOLDENS=1 top_srcdir=$(srcdir) LC_ALL=C.UTF-8 TZ=UTC tests/view/test_$$test -p /view/golden >/dev/null || exit 1; \
	done
.PHONY: update-goldens
