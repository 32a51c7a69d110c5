#!/bin/sh
# Clerks killed while they record: 50 in make check, 1,000 in make torture.
exec "$top_builddir/tests/torture/torture" kill "${TORTURE_KILLS:-50}"
