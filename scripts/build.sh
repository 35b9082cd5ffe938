# shellcheck shell=sh
# Builds what is out of date; sourced by the launcher and by the tests. Needs home, and tools.sh before it.
# What was built is known by the content of its sources, so neither clocks nor checkouts, deletions or moves mislead it.

stamps="${home:?}/target/stamps"

java_sources="pom.xml .mvn metrics simulator backend bench db api"
dashboard_sources="frontend/src frontend/public frontend/tools frontend/index.html frontend/package.json frontend/package-lock.json
    frontend/tsconfig.json frontend/tsconfig.base.json frontend/tsconfig.app.json frontend/tsconfig.node.json frontend/vite.config.ts api"

fingerprint() { # fingerprint path...: of the names and contents of all files under paths of the checkout; tests are no part of what runs
    (cd "$home" && find "$@" \( -name target -o -name node_modules -o -name dist -o -path '*/src/test' \) -prune -o -type f -exec cksum {} + | LC_ALL=C sort | cksum)
}

java_fingerprint() {
    # shellcheck disable=SC2086 # a list of paths
    fingerprint $java_sources
}

dashboard_fingerprint() {
    # shellcheck disable=SC2086 # a list of paths
    fingerprint $dashboard_sources
}

built() { # built name fingerprint: true if the last finished build was of these sources
    [ -f "$stamps/$1" ] && [ "$(cat "$stamps/$1")" = "$2" ]
}

# At most one build at a time in a checkout, also when several commands are started at once.
build_alone() {
    mkdir -p "$stamps" 2>/dev/null || true
    if ! [ -w "$stamps" ] || ! command -v flock >/dev/null 2>&1; then
        "$@"
        return
    fi
    exec 9>"$stamps/lock"
    flock -n 9 || {
        echo "waiting for another build in this checkout"
        flock 9
    }
    "$@"
    exec 9>&-
}

begin_build() { # begin_build name
    [ -w "$home" ] || fail "What is built in $home is out of date or missing, and nothing can be written there."
    mkdir -p "$stamps"
    rm -f "$stamps/$1"
    touch "$stamps/$1.begun"
}

end_build() { # end_build name fingerprint
    printf '%s\n' "$2" >"$stamps/$1"
    rm -f "$stamps/$1.begun"
}

# Runs a build step so that Ctrl-C or SIGTERM ends it too, instead of leaving it at work behind our back.
interruptible() {
    "$@" &
    step=$!
    trap 'stop_step 130' INT
    trap 'stop_step 143' TERM HUP
    code=0
    wait "$step" || code=$?
    trap - INT TERM HUP
    return "$code"
}

stop_step() {
    kill "$step" 2>/dev/null || true
    wait "$step" 2>/dev/null || true
    printf '\nThe build was interrupted; the next start does it again.\n' >&2
    exit "$1"
}

build_java() {
    sources=$(java_fingerprint)
    if built java "$sources" && [ -f "$home/backend/target/classes/dev/daystream/Main.class" ] && [ -d "$home/backend/target/lib" ] &&
        [ -d "$home/simulator/target/lib" ]; then
        return 0
    fi
    need_maven
    echo "building the service (a minute or two the first time)"
    clear_half_built
    begin_build java
    interruptible mvn -q -B -Dstyle.color=never -f "$home/pom.xml" -Dmaven.test.skip=true -Dspotless.check.skip=true package ||
        fail "The service could not be built; Maven's words are above."
    end_build java "$sources"
}

# A build that was killed may have left half a file that looks newer than its source.
clear_half_built() {
    [ -f "$stamps/java.begun" ] || return 0
    for module in metrics simulator backend bench; do
        rm -rf "$home/$module/target/classes" "$home/$module/target/lib"
    done
}

build_dashboard() {
    sources=$(dashboard_fingerprint)
    if built dashboard "$sources" && [ -f "$home/frontend/dist/index.html" ]; then
        return 0
    fi
    need_node
    echo "building the dashboard"
    begin_build dashboard
    install_node_modules
    interruptible npm --prefix "$home/frontend" run build >"$stamps/dashboard.log" 2>&1 || {
        cat "$stamps/dashboard.log" >&2
        fail "The dashboard could not be built (npm run build); its words are above."
    }
    end_build dashboard "$sources"
}

install_node_modules() {
    packages=$(fingerprint frontend/package-lock.json)
    if built packages "$packages" && [ -f "$home/frontend/node_modules/.package-lock.json" ]; then
        return 0
    fi
    begin_build packages
    interruptible npm --prefix "$home/frontend" ci --no-audit --no-fund >"$stamps/npm.log" 2>&1 || {
        cat "$stamps/npm.log" >&2
        fail "The dashboard's packages could not be installed (npm ci); its words are above."
    }
    end_build packages "$packages"
}
