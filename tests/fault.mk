# Faults injected into the running program: tests/fault/README.md lists them.
dist_check_SCRIPTS += tests/fault/scenes.sh
TESTS += tests/fault/scenes.sh
EXTRA_DIST += tests/fault/README.md tests/fault/lib.sh $(FAULT_SCENES)
FAULT_SCENES = \
	tests/fault/emptied.scene \
	tests/fault/full-calls.scene \
	tests/fault/full-disk.scene \
	tests/fault/gone.scene \
	tests/fault/other-user.scene \
	tests/fault/readonly-mount.scene \
	tests/fault/replaced.scene \
	tests/fault/sync-fails.scene \
	tests/fault/write-fails.scene
