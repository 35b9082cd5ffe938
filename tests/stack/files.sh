# shellcheck shell=sh
# The files of the stack, each checked by the tool that it is meant for.

compose_rules() {
    java -cp "$home/backend/target/lib/*" "$home/tests/stack/YamlToJson.java" "$home/docker-compose.yml" >"$work/compose.json"
    node "$home/tests/stack/compose.mjs" "$home" <"$work/compose.json"
}
check "docker-compose.yml: images pinned, ports on the loopback, database private, secrets demanded" compose_rules

secrets() {
    sh "$home/scripts/secrets.sh" "$work/env"
    [ "$(stat -c %a "$work/env")" = 600 ] || wrong "others may read it"
    [ "$(sed -n -E 's/^[A-Z]+_(PASSWORD|SECRET)=([0-9a-f]{32})$/\2/p' "$work/env" | sort -u | wc -l)" = 5 ] || wrong "not five different secrets"
    cp "$work/env" "$work/env before"
    sh "$home/scripts/secrets.sh" "$work/env"
    cmp "$work/env" "$work/env before"
}
check "secrets.sh makes five secrets that nobody else may read, and keeps them" secrets

compose_by_docker() {
    docker compose --project-directory "$home" --env-file "$work/env" --profile admin config --quiet
    ! docker compose --project-directory "$home" --env-file "$home/.env.example" config --quiet >"$work/said" 2>&1 || wrong "no secret was missed"
    says "run sh scripts/secrets.sh"
}
if docker compose version >/dev/null 2>&1; then
    check "docker compose takes it, and says which secret is missing" compose_by_docker
else
    skip "docker compose takes it" "there is no docker compose here"
fi

prometheus_files() {
    promtool check config "$home/monitoring/prometheus/prometheus.yml"
}
check "promtool takes Prometheus's configuration and all rules" prometheus_files

rules_test() {
    promtool test rules "$1"
}
for file in "$home"/monitoring/prometheus/tests/*.yml; do
    check "promtool test rules: $(basename "$file" .yml)" rules_test "$file"
done
check "every alert has a runbook, a test that fires and one that does not" node "$home/tests/stack/alerts.mjs" "$home"
check "amtool takes Alertmanager's configuration" amtool check-config "$home/monitoring/alertmanager/alertmanager.yml"

provisioning() {
    for file in "$home"/grafana/provisioning/*/*.yml; do
        java -cp "$home/backend/target/lib/*" "$home/tests/stack/YamlToJson.java" "$file" >"$work/provisioning.json"
    done
    java -cp "$home/backend/target/lib/*" "$home/tests/stack/YamlToJson.java" "$home/grafana/provisioning/datasources/datasources.yml" >"$work/sources.json"
    [ "$(node -p 'JSON.parse(fs.readFileSync(process.argv[1])).datasources.map(it => it.uid).join()' "$work/sources.json")" = prometheus,alertmanager,timescaledb ]
}
check "Grafana's provisioning can be read and names the data sources" provisioning
