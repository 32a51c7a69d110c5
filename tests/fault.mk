# Faults injected into the running program: tests/fault/README.md lists them. `make fault` plays also what takes longer.
dist_check_SCRIPTS += tests/fault/scenes.sh tests/fault/nth.sh tests/fault/endings.sh
TESTS += tests/fault/scenes.sh tests/fault/nth.sh tests/fault/endings.sh
EXTRA_DIST += tests/fault/README.md tests/fault/lib.sh $(FAULT_SCENES)
FAULT_SCENES = \
	tests/fault/altered.scene \
	tests/fault/clock.scene \
	tests/fault/config.scene \
	tests/fault/crash-vote.scene \
	tests/fault/emptied.scene \
	tests/fault/file-size.scene \
	tests/fault/follower-stopped.scene \
	tests/fault/full-calls.scene \
	tests/fault/full-disk.scene \
	tests/fault/gone.scene \
	tests/fault/hangup-vote.scene \
	tests/fault/late-vote.scene \
	tests/fault/locked-short.scene \
	tests/fault/locked.scene \
	tests/fault/notify-lost.scene \
	tests/fault/other-user.scene \
	tests/fault/reader.scene \
	tests/fault/readonly-mount.scene \
	tests/fault/replaced.scene \
	tests/fault/signals-vote.scene \
	tests/fault/sizes-vote.scene \
	tests/fault/slow-terminal.scene \
	tests/fault/suspend-vote.scene \
	tests/fault/sync-fails.scene \
	tests/fault/sync-lasting.scene \
	tests/fault/wal-lost.scene \
	tests/fault/wal-older.scene \
	tests/fault/wal-other.scene \
	tests/fault/write-fails.scene \
	tests/fault/zone.scene

fault: all $(check_PROGRAMS)
	FAULT_ALL=1 FAULT_ROUNDS=500 $(MAKE) $(AM_MAKEFLAGS) check TESTS='tests/fault/scenes.sh tests/fault/nth.sh tests/fault/endings.sh'
.PHONY: fault
