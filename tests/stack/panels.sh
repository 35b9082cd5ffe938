# shellcheck shell=sh
# Prometheus watches a running Daystream, its database and this machine; every panel of every dashboard must show something.

# shellcheck disable=SC2046 # seven words
set -- $(ask ports 7)
http=$1 simulator=$2 prometheus=$3 alertmanager=$4 host=$5 database=$6 mail=$7
password=stack1test
mkdir "$work/mails" "$work/sql"

# Runs a program in the background until the tests end; its name is in its arguments, by the path of the log.
run() { # run name command...
    name=$1
    shift
    "$@" >"$work/$name.log" 2>&1 </dev/null &
    echo $! >"$work/$name.pid"
    started="${started:-} $name"
}
stop_all() {
    for name in ${started:-}; do
        kill "$(cat "$work/$name.pid")" 2>/dev/null || true
    done
    end_tests
}
trap stop_all EXIT
trap 'stop_all; exit 130' INT
trap 'stop_all; exit 143' TERM

# The files of the stack as they are, but for addresses and for how long things are waited for.
for_here() {
    sed -e "s/backend:3000/127.0.0.1:$http/; s/postgres-exporter:9187/127.0.0.1:$database/; s/node-exporter:9100/127.0.0.1:$host/" \
        -e "s/alertmanager:9093/127.0.0.1:$alertmanager/; s/localhost:9090/127.0.0.1:$prometheus/" \
        -e "s/mailpit:1025/127.0.0.1:$mail/; s#/etc/alertmanager#$home/monitoring/alertmanager#" \
        -e 's/_interval: 15s/_interval: 1s/; s/_timeout: 10s/_timeout: 1s/; s/group_wait: .*/group_wait: 1s/; s/group_interval: .*/group_interval: 2s/' \
        -e 's/^\( *\)for: .*/\1for: 2s/; s/"cadvisor:8080"//' "$1"
}
mkdir "$work/rules"
for_here "$home/monitoring/prometheus/prometheus.yml" >"$work/prometheus.yml"
for_here "$home/monitoring/alertmanager/alertmanager.yml" >"$work/alertmanager.yml"
for file in "$home"/monitoring/prometheus/rules/*.yml; do
    for_here "$file" >"$work/rules/$(basename "$file")"
done

start stack DAYSTREAM_HTTP_PORT="$http" DAYSTREAM_SIMULATOR_PORT="$simulator" DAYSTREAM_FIRST_DAYS=5 DAYSTREAM_INGEST_EVERY=5s \
    DAYSTREAM_VERIFY_AT="*/15 * * * * ?"

queries() {
    java -cp "$home/backend/target/lib/*" "$home/tests/stack/Queries.java" "$work/stack" "$@"
}

service_starts() {
    ready stack "$http" 120
    ask json "http://127.0.0.1:$http/api/v1/participants" 'it.participants.filter(p => Date.parse(p.lastDay) - Date.parse(p.firstDay) >= 4 * 864e5).length' 3 120
}
check "a Daystream with its first days" service_starts

roles() {
    queries roles "$home/monitoring/database/roles.sql" "$password"
    queries roles "$home/monitoring/database/roles.sql" "$password" | tail -n 1 >"$work/port"
}
check "the roles of the stack are made, twice over" roles

run mailbox node "$home/tests/stack/mailbox.mjs" "$mail" "$work/mails"
run host prometheus-node-exporter --web.listen-address="127.0.0.1:$host"
run database env DATA_SOURCE_NAME="postgres://daystream_monitor:$password@127.0.0.1:$(cat "$work/port")/daystream?sslmode=disable" \
    prometheus-postgres-exporter --web.listen-address="127.0.0.1:$database"
run alertmanager prometheus-alertmanager --config.file="$work/alertmanager.yml" --storage.path="$work/alerts" \
    --web.listen-address="127.0.0.1:$alertmanager" --cluster.listen-address=
run prometheus prometheus --config.file="$work/prometheus.yml" --storage.tsdb.path="$work/metrics" --web.listen-address="127.0.0.1:$prometheus"

targets_up() {
    ask ready "http://127.0.0.1:$alertmanager/-/ready" 30 || { cat "$work/alertmanager.log"; return 1; }
    ask ready "http://127.0.0.1:$prometheus/-/ready" 60 || { cat "$work/prometheus.log"; return 1; }
    ask json "http://127.0.0.1:$prometheus/api/v1/targets" 'it.data.activeTargets.filter(t => t.health === "up").map(t => t.labels.job).sort().join()' \
        alertmanager,daystream,host,postgres,prometheus 30
}
check "Prometheus reaches service, database exporter, node exporter, Alertmanager and itself" targets_up

# Requests of every kind, so that the API has something to tell.
use_api() {
    api=http://127.0.0.1:$http/api/v1
    for resolution in raw 1m 1h 1d; do
        curl -fsS -o "$work/answer" "$api/participants/1/series?metrics=heart_rate&resolution=$resolution"
    done
    curl -fsS -o "$work/answer" "$api/participants/1/days"
    [ "$(curl -sS -o "$work/answer" -w '%{http_code}' "$api/participants/1/series?nonsense=1")" = 400 ]
}

# Nothing here exports metrics of containers.
prometheus_panels() {
    (while :; do use_api && sleep 1; done) >"$work/use.log" 2>&1 &
    user=$!
    code=0
    node "$home/tests/stack/panels.mjs" prometheus "$home/grafana/dashboards" "http://127.0.0.1:$prometheus" 90 \
        container_ || code=$?
    kill "$user"
    return "$code"
}
use_api_once() {
    use_api
}
check "the API is used" use_api_once
check "every PromQL panel is answered with data" prometheus_panels

sql_panels() {
    node "$home/tests/stack/panels.mjs" sql "$home/grafana/dashboards" "$work/sql"
    [ "$(find "$work/sql" -name '*.sql' | wc -l)" -ge 30 ]
    queries ask "$work/sql" "$password"
}
check "every SQL panel is answered with data, asked by the read-only role" sql_panels
