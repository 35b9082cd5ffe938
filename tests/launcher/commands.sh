# shellcheck shell=sh
# The program's command line and configuration, as far as they can be wrong.

daystream() {
    env DAYSTREAM_DATA_DIR="$work/nothing yet" "${home:?}/daystream" "$@"
}

wrong_command_line() { # wrong_command_line "what is said" argument...
    said=$1
    shift
    exits 2 daystream "$@"
    says "$said"
    [ ! -e "$work/nothing yet/postgresql" ] || wrong "a database was started for nothing"
}

check "up takes no argument" wrong_command_line "again" up again
check "up knows no option of others" wrong_command_line "--participant" up --participant 2
check "status takes no argument" wrong_command_line "all" status all
check "verify knows no such option" wrong_command_line "--nonsense" verify --nonsense
check "backfill wants its dates" wrong_command_line "--from" backfill
check "backfill wants the second date" wrong_command_line "--to" backfill --from 2024-01-01
check "backfill wants dates that are" wrong_command_line "2024-02-30" backfill --from 2024-02-30 --to 2024-03-01
check "backfill wants dates in order" wrong_command_line "lies before" backfill --from 2024-01-03 --to 2024-01-01
check "backfill wants days that have been" wrong_command_line "future" backfill --from 2998-12-31 --to 2999-01-01
check "backfill takes ten years at most" wrong_command_line "At most 3660 days" backfill --from 2004-01-01 --to 2024-01-01
check "impute wants a metric that there is" wrong_command_line "There is no metric pulse" impute --metric pulse
check "impute wants a metric that may be imputed" wrong_command_line "never imputed" impute --metric floors
check "impute wants a method that there is" wrong_command_line "no method magic" impute --method magic
check "impute wants dates in order" wrong_command_line "lies before" impute --from 2024-01-03 --to 2024-01-01
check "impute undoes one run, and nothing else" wrong_command_line "stand alone" impute --undo 1 --metric steps
check "impute wants the number of a run" wrong_command_line "last" impute --undo last
check "backfill wants a number for a participant" wrong_command_line "bob" backfill --participant bob --from 2024-01-01 --to 2024-01-01
check "export wants its dates" wrong_command_line "--from" export --format csv -
check "export wants dates in order" wrong_command_line "lies before" export --from 2024-01-03 --to 2024-01-01 out.csv
check "export wants a format that there is" wrong_command_line "--format csv, json or parquet" export --from 2024-01-01 --to 2024-01-02 out.xlsx
check "export wants a resolution that there is" wrong_command_line "not 5m" export --from 2024-01-01 --to 2024-01-02 --resolution 5m out.csv
check "export wants a fill that there is" wrong_command_line "not all" export --from 2024-01-01 --to 2024-01-02 --fill all out.csv

export_keeps_files() {
    echo "mine" >"$work/kept.csv"
    exits 2 daystream export --from 2024-01-01 --to 2024-01-02 "$work/kept.csv"
    says "exists already; --force replaces a file"
    [ "$(cat "$work/kept.csv")" = mine ]
}
check "export replaces no file" export_keeps_files
check "ingest of a participant wants a date" wrong_command_line "--participant needs --date" ingest --participant 1
check "participants wants a subcommand" wrong_command_line "Missing required subcommand" participants
check "a zone that is none is refused with the nearest" wrong_command_line "there is no time zone 'Europe/Berln'; did you mean Europe/Berlin?" \
    participants zone set 1 Europe/Berln --from 2026-06-10
check "a change of zone wants its time" wrong_command_line "--from" participants zone set 1 Europe/Berlin
check "a change of zone wants a day that is" wrong_command_line "there is no day 2026-02-30" participants zone set 1 Europe/Berlin --from 2026-02-30
check "a change of zone wants an offset" wrong_command_line "is not an instant with offset" \
    participants zone set 1 Europe/Berlin --from 2026-06-10T18:00:00
check "a change of zone is at a whole minute" wrong_command_line "whole minute" participants zone remove 1 --from 2026-06-10T18:00:30Z
check "an enrolment wants a date" wrong_command_line "Say --from, --until or both" participants enrol 1
check "an enrolment wants a date that is" wrong_command_line "'2026-02-30' is not a date" participants enrol 1 --until 2026-02-30

every_command_has_help() {
    for command in up ingest backfill status verify participants; do
        exits 0 daystream "$command" --help
        says "Usage: daystream $command"
    done
}
check "every command has help" every_command_has_help

wrong_configuration() {
    exits 3 env DAYSTREAM_HTTP_PORT=70000 DAYSTREAM_INGEST_EVERY=soon DAYSTREAM_FIRST_DAY=2026-02-30 DAYSTREAM_DAILY_AT=noon \
        DAYSTREAM_DATABASE_URL=mysql://me:secret@host/days DAYSTREAM_HTP_PORT=1 DAYSTREAM_DATA_DIR="$work/nothing yet" "${home:?}/daystream" "$1"
    says "The configuration is wrong:"
    says "DAYSTREAM_HTTP_PORT=70000: must lie between 0 and 65535"
    says "DAYSTREAM_INGEST_EVERY=soon: must be a duration"
    says "DAYSTREAM_FIRST_DAY=2026-02-30: must be a date"
    says "DAYSTREAM_DAILY_AT=noon: must be a Quartz cron expression"
    says "DAYSTREAM_DATABASE_URL: it must start with postgres://"
    says "DAYSTREAM_HTP_PORT is not a setting; did you mean DAYSTREAM_HTTP_PORT?"
    never_says secret
}
check "up names all that is wrong in the configuration" wrong_configuration up
check "status does too" wrong_configuration status

nothing_yet() {
    exits 0 daystream status
    says "There is nothing in $work/nothing yet yet. Start with: ./daystream up"
    [ ! -e "$work/nothing yet/postgresql" ]
}
check "status of nothing says how to start" nothing_yet

unusable_data_directory() {
    echo "a file" >"$work/a file"
    exits 4 env DAYSTREAM_DATA_DIR="$work/a file" "$home/daystream" up
    says "The data directory $work/a file cannot be used"
}
check "a data directory that cannot be one" unusable_data_directory

unreachable_database() {
    exits 4 env DAYSTREAM_DATABASE_URL="postgres://me:secret@127.0.0.1:$(ask ports 1)/days" DAYSTREAM_DATA_DIR="$work/nothing yet" "$home/daystream" status
    never_says secret
    never_says "Exception"
    says "127.0.0.1"
}
check "a named database that does not answer" unreachable_database
