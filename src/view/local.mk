noinst_LIBRARIES += libview.a
libview_a_SOURCES = \
	src/view/canvas.c src/view/canvas.h src/view/canvas_private.h src/view/canvas_print.c src/view/canvas_svg.c \
	src/view/chart_axis.c src/view/chart_bars.c src/view/chart_lines.c src/view/chart_multiples.c \
	src/view/chart_private.h src/view/chart_raster.c src/view/chart_remark.c src/view/chart_scale.c \
	src/view/chart_table.c src/view/chart_view.c src/view/chart_view.h \
	src/view/list.c src/view/list.h \
	src/view/scene.h
