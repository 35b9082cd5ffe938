#!/bin/sh
# Resets this checkout to nothing: deletes the data, and the containers, volumes, networks and images of its compose project, after
# asking; --yes is for scripts. Refuses while a service outside of containers works on the data. Removes only what Daystream itself has
# made. Exit codes: 0 removed, or there was nothing; 1 not confirmed; 2 wrong command line; 4 Daystream runs.
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
# shellcheck source=scripts/paths.sh
. "$home/scripts/paths.sh"
# shellcheck source=scripts/docker.sh
. "$home/scripts/docker.sh"
data=$(data_directory "$home")
lake=$(absolute "${DAYSTREAM_LAKE_DIR:-$data/lake}")

ours="postgresql postgresql.gate postgresql.users service.lock logs"
lake_ours="fitbit fitabase"

usage() {
    echo "usage: ./cleanup.sh [--yes]    deletes the data in $data and the containers and volumes of the project $project, after asking"
}

list() { # the paths that there are to remove
    for name in $ours; do
        [ ! -e "$data/$name" ] || printf '%s\n' "$data/$name"
    done
    for name in $lake_ours; do
        [ ! -e "$lake/$name" ] || printf '%s\n' "$lake/$name"
    done
}

# What there is in Docker, if it can be asked.
list_stack() {
    if docker_answers; then
        other=$(stack_of_others)
        if [ -n "$other" ]; then
            echo "The compose project $project belongs to $other; its containers and volumes are left alone." >&2
        else
            stack_things
        fi
    elif [ -e "$home/.env" ]; then
        echo "Docker cannot be asked: containers and volumes of the project $project, if there are any, are left alone." >&2
    fi
}

refuse_while_in_use() {
    users=$(ps -A -ww -o pid= -o args= | OURS="$(log_property "$data") " awk 'index($0, ENVIRON["OURS"]) { printf "%s ", $1 }')
    users=${users% }
    [ -z "$users" ] || {
        echo "Daystream works on $data (process $users). Stop it first (Ctrl-C), then run this again." >&2
        exit 4
    }
}

confirm() {
    echo "This deletes for good:"
    list | while read -r path; do
        echo "  $path ($(du -sh "$path" 2>/dev/null | cut -f1))"
    done
    [ -z "$stack" ] || printf '%s\n' "$stack" | sed 's/^/  /'
    [ -z "${DAYSTREAM_DATABASE_URL:-}" ] || echo "The database that DAYSTREAM_DATABASE_URL names is not touched."
    printf 'Type yes to go on: '
    read -r answer || answer=no
    [ "$answer" = yes ] || {
        echo "Nothing was removed."
        exit 1
    }
}

stop_database_left_behind() { # by a service that was killed
    [ -f "$data/postgresql/postmaster.pid" ] || return 0
    pid=$(head -n 1 "$data/postgresql/postmaster.pid")
    kill -0 "$pid" 2>/dev/null && ps -ww -o args= -p "$pid" | grep -qF -- "$data/postgresql" || return 0
    kill -INT "$pid"
    tries=0
    while kill -0 "$pid" 2>/dev/null; do
        tries=$((tries + 1))
        [ "$tries" -le 60 ] || {
            echo "The database that was left behind (process $pid) does not stop." >&2
            exit 4
        }
        sleep 0.5
    done
    echo "stopped the database left behind (process $pid)"
}

case "${1:-}${2:-}" in
    --yes) yes=true ;;
    '') yes=false ;;
    --help | -h)
        usage
        exit 0
        ;;
    *)
        usage >&2
        exit 2
        ;;
esac

stack=$(list_stack)
if [ -z "$(list)$stack" ]; then
    echo "There is nothing to remove in $data."
    exit 0
fi
refuse_while_in_use
if [ "$yes" = false ]; then
    confirm
    refuse_while_in_use
fi
stop_database_left_behind
[ -z "$stack" ] || printf '%s\n' "$stack" | stack_remove
list | while read -r path; do
    rm -rf "${path:?}"
    echo "removed $path"
done
# What is not ours stays, and the directory with it.
for directory in "$lake" "$data"; do
    [ ! -d "$directory" ] || ! rmdir "$directory" 2>/dev/null || echo "removed $directory"
done
if [ -d "$data" ]; then
    echo "What else lies in $data was left alone."
fi
[ ! -e "$home/.env" ] || echo "The settings in $home/.env were kept."
