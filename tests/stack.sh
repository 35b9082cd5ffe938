#!/bin/sh
# The stack of docker-compose.yml, as far as it can be tried without images: its files are checked by the tools that they are meant for,
# and Prometheus, Alertmanager, node exporter and database exporter from Debian's packages run beside a real Daystream.
set -u

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
# shellcheck source=tests/lib.sh
. "$home/tests/lib.sh"
# shellcheck source=tests/stack/tools.sh
. "$home/tests/stack/tools.sh"

have_tools || (fetch_tools) || {
    echo "Prometheus, Alertmanager or the exporters are missing and could not be fetched (Debian: apt install $packages)." >&2
    exit 4
}
[ $# -gt 0 ] || set -- files panels alerts
for part in "$@"; do
    echo "stack: $part"
    # shellcheck source=/dev/null
    . "$home/tests/stack/$part.sh"
done
conclude stack
