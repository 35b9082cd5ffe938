# shellcheck shell=sh
# A service that is killed in the middle of its first days, and starts again.

# shellcheck disable=SC2046 # two words
set -- $(ask ports 2)
http=$1
simulator=$2
api=http://127.0.0.1:$http/api/v1

start killed DAYSTREAM_HTTP_PORT="$http" DAYSTREAM_SIMULATOR_PORT="$simulator" DAYSTREAM_FIRST_DAY=2024-02-01 DAYSTREAM_FIRST_DAYS=40

killed_in_the_middle() {
    ready killed "$http" 120
    ask json "$api/participants" 'it.participants.some(p => p.lastDay && Date.parse(p.lastDay) > Date.parse(p.firstDay))' true 60
    kill -9 "$(pid_of killed)"
    await 10 ended killed
    await 10 simulator_is_gone
}
simulator_is_gone() {
    ! ps -A -ww -o args= | grep -F -- "dev.daystream.simulator.Main" | grep -qF -- "--port=$simulator "
}
check "kill -9 takes the simulator along" killed_in_the_middle

start killed DAYSTREAM_HTTP_PORT="$http" DAYSTREAM_SIMULATOR_PORT="$simulator" DAYSTREAM_FIRST_DAY=2024-02-01 DAYSTREAM_FIRST_DAYS=40

goes_on() {
    # Ten seconds are the aim; the limit leaves room for a busy machine.
    ready killed "$http" 20
    ask json "$api/participants" 'it.participants.map(p => (Date.parse(p.lastDay) - Date.parse(p.firstDay)) / 864e5 + 1).join()' 40,40,40 180
    for id in 1 2 3; do
        ask json "$api/participants/$id/days?from=2024-02-01&to=2024-03-11&limit=60" 'it.days.filter(day => Object.keys(day.metrics).length > 0).length' 40 60
        # Each day of each data type is in place once: no second storing, no correction.
        ask json "$api/runs?participant=$id&state=stored&limit=1000" \
            'it.runs.length > 40 && it.next === null && new Set(it.runs.map(run => run.date + run.dataType)).size === it.runs.length' true
        ask json "$api/runs?participant=$id&state=stored&limit=1000" 'it.runs.filter(run => run.revision !== 1).length' 0
    done
    ask json "$api/runs?state=failed" 'it.runs.length' 0
    stops killed TERM
    exits 0 env DAYSTREAM_DATA_DIR="$work/killed" "$home/daystream" verify
    says "every roll-up agrees with them."
}
check "the next start is ready at once, goes on, and takes no day twice" goes_on

start killed DAYSTREAM_HTTP_PORT="$http" DAYSTREAM_SIMULATOR_PORT=0 DAYSTREAM_FIRST_DAY=2024-02-01 DAYSTREAM_FIRST_DAYS=40

database_left_behind() {
    ready killed "$http"
    kill -9 "$(pid_of killed)"
    await 10 ended killed
    grep -q . "$work/killed/postgresql/postmaster.pid"
    exits 0 env DAYSTREAM_DATA_DIR="$work/killed" "$home/cleanup.sh" --yes
    says "stopped the database left behind"
    says "removed $work/killed/postgresql"
    [ ! -e "$work/killed" ]
    nothing_runs_on killed
}
check "cleanup stops the database that a killed service left" database_left_behind
