#!/bin/sh
# Resets this checkout to nothing: stops what runs on its data directory and deletes the data. Asks first; --yes is for scripts.
set -eu

home=$(cd "$(dirname "$0")" && pwd)
data=${DAYSTREAM_DATA_DIR:-$home/data}
lake=${DAYSTREAM_LAKE_DIR:-$data/lake}

case "${1:-}" in
    --yes) yes=true ;;
    '') yes=false ;;
    *)
        echo "usage: ./cleanup.sh [--yes]" >&2
        exit 2
        ;;
esac

if [ ! -d "$data" ] && [ ! -d "$lake" ]; then
    echo "There is nothing to remove: $data does not exist."
    exit 0
fi

# Only what Daystream itself has made is removed; a directory that holds anything else stays.
ours="postgresql postgresql.gate postgresql.users service.lock logs lake"

if [ "$yes" = false ]; then
    echo "This deletes for good:"
    for name in $ours; do
        [ ! -e "$data/$name" ] || echo "  $data/$name ($(du -sh "$data/$name" 2>/dev/null | cut -f1))"
    done
    [ "$lake" = "$data/lake" ] || [ ! -d "$lake" ] || echo "  fitbit and fitabase payloads in $lake"
    if [ -n "${DAYSTREAM_DATABASE_URL:-}" ]; then
        echo "The database named by DAYSTREAM_DATABASE_URL is not touched."
    fi
    printf 'Type yes to go on: '
    read -r answer || answer=no
    [ "$answer" = yes ] || {
        echo "Nothing was removed."
        exit 1
    }
fi

# A service that runs would write on: it holds the lock for as long as it lives.
if [ -f "$data/service.lock" ] && command -v flock >/dev/null 2>&1 && ! flock -n "$data/service.lock" true; then
    echo "Daystream runs on $data. Stop it first (Ctrl-C), then run this again." >&2
    exit 4
fi

# A database that a killed service left behind.
if [ -f "$data/postgresql/postmaster.pid" ]; then
    pid=$(head -n 1 "$data/postgresql/postmaster.pid")
    if kill -0 "$pid" 2>/dev/null && ps -o args= -p "$pid" | grep -q "$data/postgresql"; then
        kill -INT "$pid"
        for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
            kill -0 "$pid" 2>/dev/null || break
            sleep 0.5
        done
        echo "stopped the database left behind (process $pid)"
    fi
fi

for name in $ours; do
    if [ -e "$data/$name" ]; then
        rm -rf "${data:?}/$name"
        echo "removed $data/$name"
    fi
done
if [ "$lake" != "$data/lake" ]; then
    for source in fitbit fitabase; do
        if [ -d "$lake/$source" ]; then
            rm -rf "${lake:?}/$source"
            echo "removed $lake/$source"
        fi
    done
fi
rmdir "$data" 2>/dev/null && echo "removed $data" || true
