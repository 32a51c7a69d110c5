noinst_LIBRARIES += libview.a
libview_a_SOURCES = \
	src/view/canvas.c src/view/canvas.h src/view/canvas_private.h src/view/canvas_print.c src/view/canvas_svg.c \
	src/view/chart_view.h \
	src/view/list.c src/view/list.h \
	src/view/scene.h
