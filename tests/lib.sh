# shellcheck shell=sh
# What the shell tests share: cases that are counted, what commands say and how they end, services that never outlive the tests.

# Nothing of the caller's settings may reach what is tested; the space in the path is there to be tripped over.
for setting in $(env | sed -n 's/^\(DAYSTREAM_[A-Z_]*\)=.*/\1/p'); do
    unset "$setting"
done
# Nor may a test ever reach the containers and volumes of somebody's stack.
export COMPOSE_PROJECT_NAME=daystream-test-$$
work=$(mktemp -d "${TMPDIR:-/tmp}/daystream test.XXXXXX")
work=$(cd "$work" && pwd -P)
passed=0
failed=0
skipped=0

# Runs a case in a subshell of its own, which ends at the first command that fails; what it printed is shown only then.
check() { # check "what holds" function [argument...]
    what=$1
    shift
    (
        set -eu
        "$@"
    ) >"$work/case.log" 2>&1
    # Not in the condition itself: there, the shell would not stop at failures.
    code=$?
    if [ "$code" -eq 0 ]; then
        passed=$((passed + 1))
        echo "  ok    $what"
    else
        failed=$((failed + 1))
        echo "  FAIL  $what"
        sed 's/^/        /' "$work/case.log" | tail -n 60
    fi
}

skip() { # skip "what" "why"
    skipped=$((skipped + 1))
    echo "  skip  $1: $2"
}

# Runs a command whose exit code must be the one given; what it says on both streams is in $work/said for says and never_says.
exits() { # exits code command...
    wanted=$1
    shift
    code=0
    "$@" >"$work/said" 2>&1 </dev/null || code=$?
    cat "$work/said"
    [ "$code" = "$wanted" ] || wrong "exit code $code instead of $wanted from: $*"
}

says() {
    grep -qF -- "$1" "$work/said" || wrong "not said: $1"
}

never_says() {
    ! grep -qF -- "$1" "$work/said" || wrong "should not have been said: $1"
}

wrong() {
    echo "WRONG: $*"
    return 1
}

# ---- services ----------------------------------------------------------------------------------------------------------------------

ask() {
    node "${home:?}/tests/ask.mjs" "$@"
}

# A shell lets its background jobs ignore SIGINT, and they pass that on; env can undo it.
default_interrupt=
if env --default-signal=INT true 2>/dev/null; then
    default_interrupt=--default-signal=INT
fi

# Starts a service in the background, with its data in $work/NAME, what it says in NAME.log, its exit code in NAME.code once it ended.
start() { # start name [VARIABLE=value...]
    name=$1
    shift
    rm -f "$work/$name.pid" "$work/$name.code"
    # shellcheck disable=SC2086,SC2016 # one word or none; expanded by the shell started there
    (
        code=0
        env $default_interrupt DAYSTREAM_DATA_DIR="$work/$name" DAYSTREAM_INGEST_EVERY=1h "$@" \
            sh -c 'echo $$ >"$1"; shift; exec "$@"' sh "$work/$name.pid" "$home/daystream" up >"$work/$name.log" 2>&1 </dev/null || code=$?
        echo "$code" >"$work/$name.code"
    ) &
}

pid_of() {
    cat "$work/$1.pid"
}

await() { # await seconds command...: until the command succeeds
    limit=$(($1 * 5))
    shift
    until "$@" >/dev/null 2>&1; do
        limit=$((limit - 1))
        [ "$limit" -gt 0 ] || return 1
        sleep 0.2
    done
}

ended() {
    [ -f "$work/$1.code" ]
}

# Waits until /readyz answers 200, or shows what the service said.
ready() { # ready name port [seconds]
    ask ready "http://127.0.0.1:$2/readyz" "${3:-90}" || {
        cat "$work/$1.log"
        wrong "$1 is not ready"
    }
}

# Sends a signal to a service, which must end with exit code 0 and leave no process behind. Ten seconds are the aim; the
# limit leaves room for a busy machine.
stops() { # stops name signal
    kill "-$2" "$(pid_of "$1")"
    await 20 ended "$1" || {
        cat "$work/$1.log"
        wrong "$1 did not end within 20 s of SIG$2"
    }
    cat "$work/$1.log"
    [ "$(cat "$work/$1.code")" = 0 ] || wrong "exit code $(cat "$work/$1.code") instead of 0"
    nothing_runs_on "$1"
}

# No process names the data directory in its arguments: neither the service nor its database.
nothing_runs_on() {
    left=$(processes_on "$1")
    [ -z "$left" ] || wrong "left behind: $left"
}

processes_on() { # processes_on name: or, with an empty name, on anything of these tests
    ps -A -ww -o pid= -o args= | PLACE="$work/${1:+$1/}" awk 'index($0, ENVIRON["PLACE"]) && !index($0, "sh -c")'
}

# The tests' own services and databases end with the tests, also when those are interrupted.
end_tests() {
    trap - EXIT INT TERM
    for signal in TERM KILL; do
        for pid in $(processes_on "" | awk '{ print $1 }'); do
            kill "-$signal" "$pid" 2>/dev/null || true
        done
        await 15 nothing_runs_on "" && break
    done
    rm -rf "${work:?}"
}
trap end_tests EXIT
trap 'end_tests; exit 130' INT
trap 'end_tests; exit 143' TERM

# The closing line, which the caller adds up, and the exit code.
conclude() {
    skips=
    [ "$skipped" -eq 0 ] || skips=", $skipped skipped"
    echo "$1: $passed passed, $failed failed$skips"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
