# What must survive: clerks killed at any moment, two clerks at once. `make torture` takes longer and proves more.
check_PROGRAMS += tests/torture/torture
tests_torture_torture_SOURCES = tests/torture/torture.c tests/unit/meeting_script.c tests/unit/meeting_script.h
tests_torture_torture_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit
tests_torture_torture_LDADD = $(LINK_ACTION)
dist_check_SCRIPTS += tests/torture/kill.sh tests/torture/race.sh
TESTS += tests/torture/kill.sh tests/torture/race.sh

torture: tests/torture/torture
	top_srcdir=$(srcdir) tests/torture/torture kill 1000
	top_srcdir=$(srcdir) tests/torture/torture race 20000
.PHONY: torture
