#!/bin/sh
# Tests of the launcher: first its own doings with pretended tools, then the program itself, run as a user runs it.
set -u

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
# shellcheck source=tests/lib.sh
. "$home/tests/lib.sh"
# shellcheck source=tests/launcher/fake.sh
. "$home/tests/launcher/fake.sh"

[ $# -gt 0 ] || set -- tools build commands cleanup service crash
for part in "$@"; do
    echo "launcher: $part"
    # shellcheck source=/dev/null
    . "$home/tests/launcher/$part.sh"
done
conclude launcher
