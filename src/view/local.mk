noinst_LIBRARIES += libview.a
libview_a_SOURCES = \
	src/view/canvas.h src/view/chart_view.h src/view/list.h src/view/scene.h
