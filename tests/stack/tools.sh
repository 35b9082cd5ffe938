# shellcheck shell=sh
# Prometheus, Alertmanager and two exporters as Debian builds them, unpacked below target/: no package is installed, no daemon starts.

tools=$home/target/stack-tools
export PATH="$tools/usr/bin:$PATH"
packages="prometheus prometheus-alertmanager prometheus-node-exporter prometheus-postgres-exporter"
programs="prometheus promtool amtool prometheus-alertmanager prometheus-node-exporter prometheus-postgres-exporter"

# Debian's Alertmanager reads its templates from this one place.
mail_templates=/usr/share/prometheus/alertmanager

have_tools() {
    [ -f "$mail_templates/default.tmpl" ] || return 1
    for program in $programs; do
        command -v "$program" >/dev/null 2>&1 || return 1
    done
}

fetch_tools() {
    command -v apt-get >/dev/null 2>&1 && command -v dpkg >/dev/null 2>&1 || return 1
    mkdir -p "$tools/packages"
    cd "$tools/packages"
    # shellcheck disable=SC2086 # a list of names
    apt-get download -q $packages >download.log 2>&1 ||
        { refresh_lists && apt-get download -q $packages >download.log 2>&1; } || {
        tail -n 20 download.log
        return 1
    }
    for package in *.deb; do
        dpkg -x "$package" "$tools"
    done
    rm -f ./*.deb
    [ -f "$mail_templates/default.tmpl" ] || as_root sh -c "mkdir -p '$mail_templates' && cp '$tools$mail_templates'/*.tmpl '$mail_templates'"
}

refresh_lists() {
    as_root apt-get update -qq
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}
