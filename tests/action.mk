dist_check_SCRIPTS += tests/cli/import.sh tests/cli/real-data.sh
TESTS += tests/cli/import.sh tests/cli/real-data.sh
