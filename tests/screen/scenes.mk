SCENE_FILES = tests/screen/more.conf tests/screen/hostile.sh \
	tests/screen/ascii.scene \
	tests/screen/burst.scene \
	tests/screen/crash-abrt.scene \
	tests/screen/crash-segv.scene \
	tests/screen/export.scene \
	tests/screen/filter.scene \
	tests/screen/hangup.scene \
	tests/screen/help.scene \
	tests/screen/hostile.scene \
	tests/screen/live.scene \
	tests/screen/marks.scene \
	tests/screen/no-color.scene \
	tests/screen/palette.scene \
	tests/screen/paste.scene \
	tests/screen/quit.scene \
	tests/screen/resize.scene \
	tests/screen/signal-int.scene \
	tests/screen/signal-quit.scene \
	tests/screen/signals.scene \
	tests/screen/suspend.scene \
	tests/screen/term-dumb.scene \
	tests/screen/term-nosuch.scene \
	tests/screen/vt100.scene \
	tests/screen/walk.scene
