# Rules that hold for the whole house, each one cheap.
EXTRA_DIST += tests/sum.sh tests/valgrind.sh
print-unit-tests:
	@echo $(filter tests/unit/%,$(TESTS))
.PHONY: print-unit-tests

dist_check_SCRIPTS += tests/rules/layers.sh tests/rules/text.sh tests/rules/tree.sh tests/rules/completion.sh tests/rules/manual.sh tests/rules/spanish.sh
TESTS += tests/rules/layers.sh tests/rules/text.sh tests/rules/tree.sh tests/rules/completion.sh tests/rules/manual.sh tests/rules/spanish.sh
