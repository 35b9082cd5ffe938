#!/bin/sh
# End to end: simulator, ingest, API and pages, as a user starts them; the pages in Chromium. CHROMIUM names the browser.
set -u

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
pictures=${DAYSTREAM_SCREENSHOTS:-}
# shellcheck source=tests/lib.sh
. "$home/tests/lib.sh"

# shellcheck disable=SC2046 # two words
set -- $(ask ports 3)
http=$1
simulator=$2
smtp=$3
url=http://127.0.0.1:$http

# A new day every 20 s, so that one arrives while a page is open.
start e2e DAYSTREAM_HTTP_PORT="$http" DAYSTREAM_SIMULATOR_PORT="$simulator" DAYSTREAM_FIRST_DAYS=10 DAYSTREAM_INGEST_EVERY=20s \
    DAYSTREAM_SMTP_URL="smtp://127.0.0.1:$smtp" DAYSTREAM_MAIL_FROM=study@daystream.example

first_days() {
    ready e2e "$http" 120
    ask json "$url/api/v1/participants" 'it.participants.filter(p => Date.parse(p.lastDay) - Date.parse(p.firstDay) >= 9 * 864e5).length' 3 120
}
check "up comes up with its first days" first_days

import_export() {
    node "$home/tests/fitabase.mjs" "$work/an export"
    cd "$work"
    set -- env DAYSTREAM_DATA_DIR=e2e DAYSTREAM_HTTP_PORT="$http" DAYSTREAM_SIMULATOR_PORT="$simulator" "$home/daystream" import
    exits 0 "$@" "an export" --zone America/New_York
    says "Steps: on 2 of 2 days the minutes add up to the export's daily figure."
    says "1 participants, 5,760 samples put in place."
    exits 0 "$@" "an export" --zone America/New_York
    says "1 participants, 0 samples put in place."
    exits 2 "$@" "an export" --zone Atlantis
    says "There is no time zone Atlantis"
    exits 2 "$@" "no export" --zone UTC
    exits 2 "$@" "an export"
    says "--zone"
    ask json "$url/api/v1/participants" 'it.participants.find(p => p.externalId === "9000000001").zone' America/New_York
}
check "an export is imported beside the running service, and repeated without effect" import_export

echo "pages in Chromium"
results=$work/e2e.json
(
    cd "$home/frontend" || exit 1
    DAYSTREAM_URL=$url DAYSTREAM_SCREENSHOTS=$pictures DAYSTREAM_MAIL_PORT=$smtp npm run --silent e2e -- --reporter=default --reporter=json --outputFile.json="$results"
)
in_browser=$?
if [ -s "$results" ]; then
    passed=$((passed + $(node -p 'JSON.parse(fs.readFileSync(process.argv[1])).numPassedTests' "$results")))
    failed=$((failed + $(node -p 'JSON.parse(fs.readFileSync(process.argv[1])).numFailedTests' "$results")))
fi
pages_passed() {
    [ "$in_browser" = 0 ] || wrong "the pages failed"
}
check "all pages passed" pages_passed

clean_end() {
    ask json "$url/api/v1/runs?state=failed" 'it.runs.length' 0
    stops e2e TERM
    exits 0 env DAYSTREAM_DATA_DIR="$work/e2e" "$home/daystream" verify
}
check "nothing failed, the service ends cleanly, and every roll-up agrees" clean_end
conclude e2e
