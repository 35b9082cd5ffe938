# shellcheck shell=sh
# What is out of date is built, once, and nothing else.

up() {
    with_tools "$work/checkout/daystream" up
}

built_once() {
    fresh_fake
    exits 0 up
    says "building the service"
    says "building the dashboard"
    exits 0 up
    never_says "building"
    called 1 mvn
    called 1 "npm ci"
    called 1 "npm run"
}
check "the second start builds nothing" built_once

content_counts() {
    fresh_fake
    exits 0 up
    touch "$work/checkout/backend/src/one" "$work/checkout/frontend/src"
    touch -t 209901010000 "$work/checkout/pom.xml"
    exits 0 up
    called 1 mvn
    echo two >"$work/checkout/backend/src/one"
    touch -t 199901010000 "$work/checkout/backend/src/one"
    exits 0 up
    called 2 mvn
    called 1 "npm run"
    rm "$work/checkout/db/src/one"
    exits 0 up
    called 3 mvn
    mkdir -p "$work/checkout/backend/src/test"
    echo one >"$work/checkout/backend/src/test/one"
    exits 0 up
    called 3 mvn
    echo two >"$work/checkout/frontend/index.html"
    exits 0 up
    called 3 mvn
    called 2 "npm run"
    called 1 "npm ci"
    rm -r "$work/checkout/backend/target"
    exits 0 up
    called 4 mvn
}
check "contents decide, not times; deleted files and results count" content_counts

contract_counts_for_both() {
    fresh_fake
    exits 0 up
    echo two >"$work/checkout/api/src/one"
    exits 0 up
    called 2 mvn
    called 2 "npm run"
}
check "the API contract belongs to service and dashboard" contract_counts_for_both

commands_need_no_dashboard() {
    fresh_fake
    rm "$work/tools/node" "$work/tools/npm"
    exits 0 with_tools "$work/checkout/daystream" status
    says "argument status"
    exits 0 with_tools env DAYSTREAM_STATIC_DIR=elsewhere "$work/checkout/daystream" up
}
check "commands without pages build no dashboard" commands_need_no_dashboard

failed_build() {
    fresh_fake
    touch "$work/broken"
    exits 4 up
    says "COMPILATION ERROR"
    says "The service could not be built"
    never_says "argument"
    rm "$work/broken"
    exits 0 up
    called 2 mvn
}
check "a failed build is said, and made up for" failed_build

interrupted_build() { # interrupted_build signal exit-code
    fresh_fake
    exits 0 up
    echo 30 >"$work/slow"
    echo two >"$work/checkout/pom.xml"
    rm -f "$work/mvn.pid.fake"
    # shellcheck disable=SC2086 # one word or none
    env -u JAVA_HOME $default_interrupt PATH="$work/tools" "$work/checkout/daystream" up >"$work/interrupted.log" 2>&1 &
    launcher=$!
    await 10 test -s "$work/mvn.pid.fake"
    kill "-$1" "$launcher"
    code=0
    wait "$launcher" || code=$?
    [ "$code" = "$2" ] || wrong "exit code $code instead of $2"
    ! kill -0 "$(cat "$work/mvn.pid.fake")" 2>/dev/null || wrong "Maven was left at work"
    grep -qF "The build was interrupted" "$work/interrupted.log"
    touch "$work/checkout/backend/target/lib/half-a.jar"
    rm "$work/slow"
    exits 0 up
    called 3 mvn
    [ ! -e "$work/checkout/backend/target/lib/half-a.jar" ] || wrong "what a killed build left was kept"
}
if [ -n "${default_interrupt:-}" ]; then
    check "Ctrl-C during a build ends Maven too" interrupted_build INT 130
else
    skip "Ctrl-C during a build" "env cannot restore SIGINT here"
fi
check "SIGTERM during a build ends Maven too" interrupted_build TERM 143

started_together() {
    fresh_fake
    together=
    for number in 1 2 3 4; do
        with_tools "$work/checkout/daystream" status >"$work/together.$number" 2>&1 &
        together="$together $!"
    done
    for one in $together; do
        wait "$one" || wrong "one of them failed"
    done
    called 1 mvn
}
if command -v flock >/dev/null 2>&1; then
    check "several started at once build once" started_together
else
    skip "several started at once" "there is no flock"
fi

called_from_elsewhere() {
    fresh_fake
    mkdir -p "$work/elsewhere" "$work/links"
    ln -sf "../checkout/daystream" "$work/links/daystream"
    ln -sf "$work/links/daystream" "$work/links/again"
    cd "$work/elsewhere"
    exits 0 with_tools "$work/links/again" import exports --zone Europe/Berlin
    says "in $work/elsewhere"
    says "data $work/checkout/data"
    says "argument exports"
    says "argument $work/checkout/backend/target/classes:$work/checkout/backend/target/lib/*"
    exits 0 with_tools env CDPATH="$work" sh ../checkout/daystream status
    says "data $work/checkout/data"
}
check "called through symbolic links and from another directory" called_from_elsewhere

relative_data_directory() {
    fresh_fake
    mkdir -p "$work/elsewhere"
    cd "$work/elsewhere"
    for given in mine ./mine ../elsewhere/mine "$work/elsewhere/mine/"; do
        exits 0 with_tools env DAYSTREAM_DATA_DIR="$given" "$work/checkout/daystream" status
        says "data $work/elsewhere/mine"
        says "argument -Ddaystream.log.file=$work/elsewhere/mine/logs/daystream.log"
    done
    mkdir mine
    ln -s mine alias
    exits 0 with_tools env DAYSTREAM_DATA_DIR=alias "$work/checkout/daystream" status
    says "data $work/elsewhere/mine"
    exits 0 with_tools env DAYSTREAM_DATA_DIR= "$work/checkout/daystream" status
    says "data $work/checkout/data"
}
check "a relative data directory starts where the caller stands" relative_data_directory

read_only_checkout() {
    fresh_fake
    chmod 755 "$work"
    exits 0 up
    chmod -R a-w "$work/checkout"
    set -- setpriv --reuid=65534 --regid=65534 --clear-groups env -u JAVA_HOME PATH="$work/tools" DAYSTREAM_DATA_DIR=/nowhere "$work/checkout/daystream" up
    exits 0 "$@"
    says "argument up"
    echo two >"$work/checkout/pom.xml"
    exits 4 "$@"
    says "nothing can be written there"
    chmod -R u+w "$work/checkout"
}
if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null 2>&1; then
    check "a checkout that cannot be written runs what is built in it" read_only_checkout
else
    skip "a checkout that cannot be written" "needs root and setpriv"
fi

colon_in_the_path() {
    fresh_fake
    mv "$work/checkout" "$work/with:colon"
    exits 4 with_tools "$work/with:colon/daystream" status
    says "colon"
}
check "a colon in the checkout's path is refused in words" colon_in_the_path
