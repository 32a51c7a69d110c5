noinst_LIBRARIES += libview.a
libview_a_SOURCES = \
	src/view/agenda_item_pane.c src/view/agenda_panes.c \
	src/view/big_text.c src/view/big_text.h src/view/big_title.c src/view/big_title.h \
	src/view/canvas.c src/view/canvas.h src/view/canvas_private.h src/view/canvas_print.c src/view/canvas_svg.c \
	src/view/case_columns.c src/view/case_columns.h src/view/case_detail_pane.c src/view/case_list_pane.c \
	src/view/chart_axis.c src/view/chart_bars.c src/view/chart_lines.c src/view/chart_multiples.c \
	src/view/chart_private.h src/view/chart_raster.c src/view/chart_remark.c src/view/chart_scale.c \
	src/view/chart_table.c src/view/chart_view.c src/view/chart_view.h \
	src/view/detail_findings.c src/view/detail_lines.c src/view/detail_lines.h src/view/detail_pane.c \
	src/view/docket_pane.c \
	src/view/frame.c src/view/frame_private.h src/view/frame_rows.c \
	src/view/layout.c src/view/layout.h \
	src/view/list.c src/view/list.h \
	src/view/meeting_agenda_pane.c src/view/meeting_ballots.c src/view/meeting_floor_pane.c src/view/meeting_idle.c src/view/meeting_progress.c \
	src/view/meeting_record_pane.c src/view/meeting_roll_pane.c \
	src/view/meeting_speaker_pane.c src/view/meeting_tally_pane.c src/view/meeting_view.c src/view/meeting_view.h \
	src/view/recommendation_lines.c src/view/recommendation_view.h src/view/recommendations_panes.c \
	src/view/member_lines.c src/view/members_panes.c src/view/members_view.h \
	src/view/overlay.c src/view/overlay.h \
	src/view/overview_open_pane.c src/view/overview_panes.c \
	src/view/pane.c src/view/pane.h \
	src/view/projector.c src/view/projector.h src/view/projector_cards.c src/view/projector_private.h src/view/projector_speaker.c \
	src/view/projector_vote.c \
	src/view/scene.h \
	src/view/trend_panes.c
