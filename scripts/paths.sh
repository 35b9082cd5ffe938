# shellcheck shell=sh
# Where things lie; sourced by the launcher and by cleanup.sh, which must agree on it.

# The one spelling of a directory, whether it exists or not: absolute, and without symbolic links as far as it exists.
# Relative paths start where the caller stands.
absolute() {
    if [ -d "$1" ]; then
        (CDPATH='' cd -- "$1" && pwd -P)
    elif parent=$(CDPATH='' cd -- "$(dirname -- "$1")" 2>/dev/null && pwd -P); then
        printf '%s/%s\n' "${parent%/}" "$(basename -- "$1")"
    else
        case $1 in
            /*) printf '%s\n' "$1" ;;
            *) printf '%s/%s\n' "$(pwd -P)" "$1" ;;
        esac
    fi
}

data_directory() { # data_directory home
    absolute "${DAYSTREAM_DATA_DIR:-$1/data}"
}

# The property that tells which processes work on a data directory: each command of the launcher carries it in its arguments.
log_property() { # log_property data-directory
    printf '%s\n' "-Ddaystream.log.file=$1/logs/daystream.log"
}
