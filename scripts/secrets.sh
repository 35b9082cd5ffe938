#!/bin/sh
# Writes .env, or the file named, from .env.example: secrets that are empty there get random values. An existing file is kept.
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
file=${1:-$home/.env}
[ ! -e "$file" ] || exit 0

random() { # 32 characters of 16 kinds: nothing that a URL or a shell could stumble over
    od -An -N16 -tx1 /dev/urandom | tr -d ' \n'
}

umask 077
while IFS= read -r line; do
    case $line in
        ALERT_MAIL_PASSWORD=) printf '%s\n' "$line" ;;
        *_PASSWORD= | *_SECRET=) printf '%s%s\n' "$line" "$(random)" ;;
        *) printf '%s\n' "$line" ;;
    esac
done <"$home/.env.example" >"$file.new"
mv "$file.new" "$file"
echo "wrote $file with new passwords; Grafana's is GRAFANA_PASSWORD (user admin)"
