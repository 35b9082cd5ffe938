#!/bin/sh
# End to end: simulator, ingest, API and pages, as a user starts them; the pages in Chromium. CHROMIUM names the browser.
set -u

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
pictures=${DAYSTREAM_SCREENSHOTS:-}
# Real people, if their export lies beside the checkout: docs/fitabase.md says where it comes from.
fitabase=${DAYSTREAM_FITABASE:-$home/../shared/data/fitabase}
# shellcheck source=tests/lib.sh
. "$home/tests/lib.sh"

# shellcheck disable=SC2046 # two words
set -- $(ask ports 3)
http=$1
simulator=$2
smtp=$3
url=http://127.0.0.1:$http

# A new day every 20 s, so that one arrives while a page is open.
start e2e DAYSTREAM_HTTP_PORT="$http" DAYSTREAM_SIMULATOR_PORT="$simulator" DAYSTREAM_FIRST_DAYS=10 DAYSTREAM_INGEST_EVERY=20s

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
    says "Steps: on 2 of 2 days with minutes these add up to the export's daily value."
    says "Imported: 1 participant, 5,760 samples and 14 daily values stored, 0 days unchanged, 0 records rejected."
    exits 0 "$@" "an export" --zone America/New_York
    says "Imported: 1 participant, 0 samples and 0 daily values stored, 6 days unchanged, 0 records rejected."
    exits 2 "$@" "an export" --zone Atlantis
    says "There is no time zone Atlantis"
    exits 2 "$@" "no export" --zone UTC
    exits 2 "$@" "an export"
    says "--zone"
    ask json "$url/api/v1/participants" 'it.participants.find(p => p.externalId === "9000000001").zone' America/New_York
}
check "an export is imported beside the running service, and repeated without effect" import_export

# Drives the pages of a service in Chromium, and counts their cases with the others.
imported=
mail=
bad_days=
in_chromium() { # in_chromium name url [file...]
    results=$work/$1.json
    pages=$2
    shift 2
    (
        cd "$home/frontend" || exit 1
        DAYSTREAM_URL=$pages DAYSTREAM_FITABASE=$imported DAYSTREAM_BAD_DAYS=$bad_days DAYSTREAM_SCREENSHOTS=$pictures DAYSTREAM_MAIL_PORT=$mail npm run --silent e2e -- \
            --reporter=default --reporter=json --outputFile.json="$results" "$@"
    )
    in_browser=$?
    if [ -s "$results" ]; then
        passed=$((passed + $(node -p 'JSON.parse(fs.readFileSync(process.argv[1])).numPassedTests' "$results")))
        failed=$((failed + $(node -p 'JSON.parse(fs.readFileSync(process.argv[1])).numFailedTests' "$results")))
    fi
}
pages_passed() {
    [ "$in_browser" = 0 ] || wrong "the pages failed"
}
echo "pages in Chromium"
in_chromium simulated "$url"
check "all pages passed" pages_passed

clean_end() {
    ask json "$url/api/v1/runs?state=failed" 'it.runs.length' 0
    stops e2e TERM
    exits 0 env DAYSTREAM_DATA_DIR="$work/e2e" "$home/daystream" verify
}
check "nothing failed, the service ends cleanly, and every roll-up agrees" clean_end

# Wear and nights are written about only while they are of the last days, so these participants were measured until yesterday.
recent=$(node -p 'new Date(Date.now() - 10 * 864e5).toISOString().slice(0, 10)')
start desk DAYSTREAM_HTTP_PORT="$http" DAYSTREAM_SIMULATOR_PORT="$simulator" DAYSTREAM_FIRST_DAY="$recent" DAYSTREAM_FIRST_DAYS=10 \
    DAYSTREAM_SMTP_URL="smtp://127.0.0.1:$smtp" DAYSTREAM_MAIL_FROM=study@daystream.example
recent_days() {
    ready desk "$http" 120
    ask json "$url/api/v1/study" 'it.rows.filter(r => r.period && r.nightsOf === 7).length' 3 120
}
check "a study comes up whose participants were measured until yesterday" recent_days
echo "the study desk in Chromium"
mail=$smtp
in_chromium desk "$url" study
check "the study desk passed" pages_passed
mail=
desk_end() {
    stops desk TERM
}
check "the service ends cleanly" desk_end

# One participant with bad days, by a server that has known days alone; some come late.
bad_days_arrive() {
    ready bad "$http" 120
    ask json "$url/api/v1/participants" 'it.participants.filter(p => p.lastDay === "2026-10-31").length' 3 300
    node -e 'fetch(process.argv[1], { method: "POST" })' "http://127.0.0.1:$simulator/late"
    exits 0 env DAYSTREAM_DATA_DIR="$work/bad" DAYSTREAM_HTTP_PORT="$http" DAYSTREAM_FITBIT_URL="http://127.0.0.1:$simulator" \
        "$home/daystream" backfill --participant 1 --from 2026-10-22 --to 2026-10-23
}

bad_end() {
    kill "$server"
    stops bad TERM
    exits 0 env DAYSTREAM_DATA_DIR="$work/bad" "$home/daystream" verify
}

# It names the directory of the tests, so that it ends with them.
java -Ddaystream.tests="$work/bad" "$home/backend/src/test/java/dev/daystream/baddays/BadDaysServer.java" "$simulator" >"$work/baddays.log" 2>&1 &
server=$!
start bad DAYSTREAM_HTTP_PORT="$http" DAYSTREAM_SIMULATOR=true DAYSTREAM_FITBIT_URL="http://127.0.0.1:$simulator" \
    DAYSTREAM_FIRST_DAY=2026-10-01 DAYSTREAM_FIRST_DAYS=31 DAYSTREAM_INGEST_EVERY=7d \
    DAYSTREAM_SMTP_URL="smtp://127.0.0.1:$smtp" DAYSTREAM_MAIL_FROM=study@daystream.example
check "bad days arrive, some late" bad_days_arrive
echo "pages in Chromium, on bad days"
bad_days=yes
mail=$smtp
in_chromium bad "$url" badday
check "the pages have the right answers" pages_passed
bad_days=
mail=
check "the service ends cleanly, and every roll-up agrees" bad_end

import_real() {
    ready real "$http" 120
    exits 0 env DAYSTREAM_DATA_DIR="$work/real" DAYSTREAM_HTTP_PORT="$http" DAYSTREAM_SIMULATOR=false \
        "$home/daystream" import "$fitabase" --zone America/New_York
    says "33 participants"
    ask json "$url/api/v1/participants?limit=1000" 'it.participants.length' 33
}

real_end() {
    stops real TERM
    exits 0 env DAYSTREAM_DATA_DIR="$work/real" "$home/daystream" verify
}

if [ -d "$fitabase" ]; then
    start real DAYSTREAM_HTTP_PORT="$http" DAYSTREAM_SIMULATOR=false
    check "an export of 33 real people is imported" import_real
    echo "pages in Chromium, on real people"
    imported=$fitabase
    in_chromium real "$url" fitabase
    check "the pages show what the export says" pages_passed
    check "the service ends cleanly, and every roll-up agrees" real_end
else
    skip "the pages on real people" "there is no export at $fitabase; DAYSTREAM_FITABASE names one"
fi
conclude e2e
