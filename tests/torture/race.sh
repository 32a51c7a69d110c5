#!/bin/sh
# Two programs record into one journal at the same time.
exec "$top_builddir/tests/torture/torture" race "${TORTURE_EVENTS:-300}"
