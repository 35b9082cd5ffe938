# shellcheck shell=sh
# Alerts for real, on what panels.sh has started: something stops, and the mail arrives.

mails() { # mails text: files of the mails that hold it
    grep -lF -- "$1" "$work"/mails/*.eml 2>/dev/null
}

exporter_stops() {
    kill "$(cat "$work/host.pid")"
    await 60 mails "TargetDown (warning), firing" || wrong "no mail"
    mails "host does not answer."
    mails "runbook: docs/runbooks/TargetDown.md"
}
check "the node exporter stops: a mail says so and names the runbook" exporter_stops

database_stops() {
    kill -INT "$(head -n 1 "$work/stack/postgresql/postmaster.pid")"
    await 90 mails "DatabaseDown (critical), firing" || wrong "no mail"
    grep -h "^Subject:" "$(mails "DatabaseDown (critical), firing" | head -n 1)" | grep -F "[Daystream]"
}
check "the database stops: a mail says so" database_stops

# Alerts that follow from a database that is down are held back; others are not.
held_back() {
    now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
    alert() {
        printf '{"labels":{"alertname":"%s","severity":"warning","part":"%s","needs":"%s"},"annotations":{"summary":"made up"},"startsAt":"%s"}' "$1" "$2" "$3" "$now"
    }
    curl -fsS -H 'Content-Type: application/json' "http://127.0.0.1:$alertmanager/api/v2/alerts" \
        -d "[$(alert ApiSlow api 'service database'),$(alert SourceBehind ingest 'service database'),$(alert HostMemoryLow host ''),$(alert DiskFilling host '')]"
    state='name => it.filter(a => a.labels.alertname === name).map(a => a.status.state).join()'
    alerts=http://127.0.0.1:$alertmanager/api/v2/alerts
    ask json "$alerts" "($state)('ApiSlow')" suppressed 20
    ask json "$alerts" "($state)('SourceBehind')" suppressed 20
    ask json "$alerts" "($state)('HostMemoryLow')" active 20
    await 30 mails "HostMemoryLow (warning), firing" || wrong "no mail"
    mails "HostMemoryLow (warning), firing" | xargs -d '\n' grep -lF "DiskFilling (warning), firing"
    ! mails "SourceBehind (warning), firing" || wrong "a mail for what follows from the database"
}
check "what follows from it is held back, and what belongs together comes in one mail" held_back
