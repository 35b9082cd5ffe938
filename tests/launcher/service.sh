# shellcheck shell=sh
# The service from its first start to its end, beside another one and beside the other commands.

# shellcheck disable=SC2046 # four words
set -- $(ask ports 5)
http=$1
simulator=$2
other_http=$3
other_simulator=$4
third_http=$5
api=http://127.0.0.1:$http/api/v1

on() { # on name command...: a command of the launcher on the data of a service
    data=$work/$1
    shift
    env DAYSTREAM_DATA_DIR="$data" DAYSTREAM_HTTP_PORT="$http" DAYSTREAM_SIMULATOR_PORT="$simulator" "$home/daystream" "$@"
}

start first DAYSTREAM_HTTP_PORT="$http" DAYSTREAM_SIMULATOR_PORT="$simulator"
start second DAYSTREAM_HTTP_PORT="$other_http" DAYSTREAM_SIMULATOR_PORT="$other_simulator" DAYSTREAM_FIRST_DAYS=2

first_start() {
    ready first "$http" 120
    for line in "configuration  is in order" "database       embedded PostgreSQL" "migrations " "simulator      on http://127.0.0.1:$simulator" \
        "ingest " "dashboard      http://localhost:$http"; do
        grep -qF "$line" "$work/first.log" || wrong "up did not say: $line"
    done
    ask json "$api/participants" 'it.participants.map(p => p.id + " " + p.name).join()' "1 Alice,2 Bob,3 Charlie"
    ask json "$api/participants" 'new Set(it.participants.map(p => p.zone)).size' 3
    ask json "$api/participants" 'it.participants.map(p => p.lastDay && (Date.parse(p.lastDay) - Date.parse(p.firstDay)) / 864e5 + 1).join()' 30,30,30 180
    for id in 1 2 3; do
        ask json "$api/participants/$id/days?limit=40" 'it.days.filter(day => Object.keys(day.metrics).length > 0).length' 30 60
    done
    ask json "$api/runs?state=failed" 'it.runs.length' 0
}
check "a first start makes three participants with thirty days each" first_start

side_by_side() {
    ready second "$other_http" 120
    ask json "http://127.0.0.1:$other_http/api/v1/participants" 'it.participants.map(p => p.name).join()' Alice,Bob,Charlie
    ask json "http://127.0.0.1:$other_http/api/v1/participants" \
        'it.participants.map(p => p.lastDay && (Date.parse(p.lastDay) - Date.parse(p.firstDay)) / 864e5 + 1).join()' 2,2,2 120
}
check "two services run side by side" side_by_side

same_data_directory() {
    exits 4 env DAYSTREAM_DATA_DIR="$work/first" DAYSTREAM_HTTP_PORT="$third_http" DAYSTREAM_SIMULATOR_PORT=0 "$home/daystream" up
    says "Daystream already runs on $work/first. Set DAYSTREAM_DATA_DIR and the ports for a second one."
    ask ready "http://127.0.0.1:$http/readyz" 5
}
check "a second up on the same data is refused, and harms nothing" same_data_directory

taken_http_port() {
    exits 4 env DAYSTREAM_DATA_DIR="$work/third" DAYSTREAM_HTTP_PORT="$http" DAYSTREAM_SIMULATOR_PORT=0 DAYSTREAM_FIRST_DAYS=1 "$home/daystream" up
    says "$http"
    says "Set DAYSTREAM_HTTP_PORT to another one."
    nothing_runs_on third
}
check "a taken HTTP port is named with what to do" taken_http_port

taken_simulator_port() {
    exits 4 env DAYSTREAM_DATA_DIR="$work/third" DAYSTREAM_HTTP_PORT=0 DAYSTREAM_SIMULATOR_PORT="$simulator" DAYSTREAM_FIRST_DAYS=1 "$home/daystream" up
    says "$simulator"
    says "Set DAYSTREAM_SIMULATOR_PORT to another one."
    nothing_runs_on third
}
check "a taken simulator port is named with what to do" taken_simulator_port

status_and_verify() {
    exits 0 on first status
    says "Alice"
    says "30 days from"
    exits 0 on first verify
    says "every roll-up agrees with them."
}
check "status and verify while the service runs" status_and_verify

january="from=2024-01-01&to=2024-01-03"

backfill_beside() {
    exits 0 on first backfill --participant 2 --from 2024-01-01 --to 2024-01-03
    says "3 of 3 days"
    ask json "$api/participants/2/days?$january" 'it.days.filter(day => day.metrics.steps.count > 0).length' 3
    ask json "$api/participants/1/days?$january" 'it.days.filter(day => day.metrics.steps).length' 0
    ask json "$api/runs?participant=2&trigger=backfill&state=stored&limit=1000" 'it.runs.length > 0' true
    exits 0 on first backfill --participant 2 --from 2024-01-01 --to 2024-01-03
    ask json "$api/runs?participant=2&trigger=backfill&limit=1000" 'it.runs.filter(run => run.revision > 1).length' 0
    exits 2 on first backfill --participant 99 --from 2024-01-01 --to 2024-01-03
    says "There is no participant 99."
    ask json "$api/jobs?kind=backfill" 'it.jobs.map(job => job.trigger + " " + job.state + " " + job.exitCode).join()' "command done 0,command done 0"
}
check "backfill while the service runs; again changes nothing" backfill_beside

zones_beside() {
    exits 0 on first participants list
    says "America/New_York"
    exits 0 on first participants list --json
    says '"externalId"'
    exits 0 on first participants zone set 2 Asia/Kathmandu --from 2024-01-02
    says "2024-01-01 lasts 13.25 hours"
    says "were read with other zones"
    says "./daystream reparse --participant 2 --from 2024-01-01 --to"
    ask json "$api/participants/2/days?from=2024-01-01&to=2024-01-02" 'it.days.map(day => day.kind + " " + day.hours).join()' "travel 13.25,usual 24"
    exits 2 on first participants zone remove 2 --from 2024-01-05
    says "no single change of zone is there; there are 2024-01-01T18:15:00Z (Asia/Kathmandu)"
    exits 0 on first participants zone remove 2 --from 2024-01-02 --reparse
    says "Nothing was read with other zones."
    exits 0 on first participants zone show 2
    never_says "other zones"
    exits 2 on first participants zone show 99
    says "There is no participant 99."
}
check "zones are changed and changed back while the service runs" zones_beside

enrolment_beside() {
    exits 0 on first participants enrol 2 --until 2024-01-02
    exits 0 on first backfill --participant 2 --from 2024-01-01 --to 2024-01-03
    says "participant 2: 1 days are left out"
    says "2 of 2 days"
    exits 2 on first participants enrol 2 --from 2024-01-03
    says "lies before the first day"
    exits 0 on first participants enrol 2 --until none
    says "takes part from the first day with data on"
    exits 0 on first participants rename 2 Robert
    ask json "$api/participants/2" 'it.participant.name' Robert
    exits 0 on first participants rename 2 Bob
}
check "enrolment and name are changed while the service runs" enrolment_beside

sql() { # sql name statement
    java -cp "$home/backend/target/lib/*" "$home/tests/launcher/Sql.java" "$work/$1" "$2"
}

broken_roll_up() {
    sql second "UPDATE rollup_1h SET sum = sum + 1 WHERE ctid = (SELECT min(ctid) FROM rollup_1h)" | grep -qx "1 rows"
    exits 6 on second verify
    says "rollup_1h: series"
    says "Make them anew with: ./daystream verify --repair"
    exits 0 on second verify --repair
    says "made anew"
    says "All roll-ups agree with the samples now."
    exits 0 on second verify
}
check "verify finds a roll-up that is wrong, and repairs it" broken_roll_up

cleanup_refuses() {
    exits 4 env DAYSTREAM_DATA_DIR="$work/first" "$home/cleanup.sh" --yes
    says "Daystream works on $work/first"
    exits 4 env DAYSTREAM_DATA_DIR="$work/first" "$home/daystream" reset --yes
    [ -d "$work/first/postgresql" ]
    ask ready "http://127.0.0.1:$http/readyz" 5
}
check "cleanup refuses while the service runs" cleanup_refuses

simulator_ended() { # simulator_ended port
    ! ps -A -ww -o args= | grep -F -- "dev.daystream.simulator.Main" | grep -qF -- "--port=$1 " || wrong "the simulator still runs"
}

stops_with_its_simulator() { # stops_with_its_simulator name signal simulator-port
    stops "$1" "$2"
    grep -q "^  stopped$" "$work/$1.log"
    await 3 simulator_ended "$3"
}
if [ -n "$default_interrupt" ]; then
    check "Ctrl-C ends the service, its database and its simulator" stops_with_its_simulator first INT "$simulator"
else
    skip "Ctrl-C" "env cannot restore SIGINT here"
    check "SIGTERM ends the first service too" stops_with_its_simulator first TERM "$simulator"
fi
check "SIGTERM ends the other one likewise" stops_with_its_simulator second TERM "$other_simulator"

without_service() {
    exits 0 on first status
    says "30 days from"
    exits 0 on first backfill --participant 2 --from 2024-01-04 --to 2024-01-05
    says "2 of 2 days"
    exits 0 on first verify
    says "every roll-up agrees with them."
    exits 0 on first ingest --participant 3 --date 2024-02-29
    says "participant 3, 2024-02-29"
    nothing_runs_on first
}
check "status, backfill, verify and ingest without the service" without_service


early_end() {
    start early DAYSTREAM_HTTP_PORT=0 DAYSTREAM_SIMULATOR_PORT=0
    await 60 grep -q "configuration  is in order" "$work/early.log"
    stops early TERM
}
check "SIGTERM while it starts ends it too" early_end
