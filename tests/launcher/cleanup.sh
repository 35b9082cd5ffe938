# shellcheck shell=sh
# cleanup.sh on data that lie still.

data_to_clean() {
    data="$work/to clean"
    rm -rf "${data:?}" "$work/lake elsewhere"
    mkdir -p "$data/postgresql/base" "$data/logs" "$data/lake/fitbit/1" "$data/lake/fitabase"
    touch "$data/service.lock" "$data/postgresql.gate" "$data/postgresql.users" "$data/logs/daystream.log" "$data/lake/fitbit/1/day.json"
}

cleanup() {
    env DAYSTREAM_DATA_DIR="$work/to clean" "$home/cleanup.sh" "$@"
}

asks_first() { # asks_first answer
    data_to_clean
    code=0
    printf '%s' "$1" | cleanup >"$work/said" 2>&1 || code=$?
    [ "$code" = 1 ] || wrong "exit code $code"
    says "This deletes for good:"
    says "$data/postgresql"
    says "Nothing was removed."
    [ -f "$data/lake/fitbit/1/day.json" ]
    [ -d "$data/postgresql/base" ]
}
check "no keeps everything" asks_first "no
"
check "y is not yes" asks_first "y
"
check "no answer keeps everything" asks_first ""

removes() { # removes how: asked or --yes
    data_to_clean
    if [ "$1" = asked ]; then
        echo yes | cleanup >"$work/said"
    else
        exits 0 cleanup --yes
    fi
    says "removed $data/postgresql"
    [ ! -e "$data" ] || wrong "something stayed: $(find "$data")"
    exits 0 cleanup --yes
    says "There is nothing to remove"
}
check "yes removes everything" removes asked
check "--yes removes without asking" removes --yes

foreign_files() {
    data_to_clean
    echo mine >"$data/thesis.txt"
    echo mine >"$data/lake/notes.txt"
    mkdir -p "$data/lake/other"
    exits 0 cleanup --yes
    says "left alone"
    [ "$(cat "$data/thesis.txt" "$data/lake/notes.txt")" = "mine
mine" ]
    [ -d "$data/lake/other" ]
    [ ! -e "$data/postgresql" ]
    [ ! -e "$data/lake/fitbit" ]
}
check "what is not ours stays" foreign_files

lake_elsewhere() {
    data_to_clean
    mkdir -p "$work/lake elsewhere/fitbit/2" "$work/lake elsewhere/photos"
    cd "$work"
    exits 0 env DAYSTREAM_DATA_DIR="to clean" DAYSTREAM_LAKE_DIR="./lake elsewhere" "$home/cleanup.sh" --yes
    [ ! -e "lake elsewhere/fitbit" ]
    [ -d "lake elsewhere/photos" ]
}
check "relative paths, and a lake elsewhere" lake_elsewhere

wrong_arguments() {
    data_to_clean
    exits 2 cleanup --force
    says "usage: ./cleanup.sh [--yes]"
    exits 2 cleanup --yes everything
    exits 0 cleanup --help
    [ -d "$data/postgresql" ]
}
check "wrong arguments" wrong_arguments

# A docker that has one container, one volume and one network of the project, and writes down what it is told to remove.
fake_docker() { # fake_docker checkout-of-the-container
    mkdir -p "$work/docker"
    cat >"$work/docker/docker" <<FAKE
#!/bin/sh
case "\$*" in
    *working_dir*) echo "$1" ;;
    "ps --all --filter label=com.docker.compose.project=$COMPOSE_PROJECT_NAME --format container"*) echo "container one" ;;
    "volume ls --filter label=com.docker.compose.project=$COMPOSE_PROJECT_NAME "*) echo "volume two" ;;
    "network ls --filter label=com.docker.compose.project=$COMPOSE_PROJECT_NAME "*) echo "network three" ;;
    rm\ * | volume\ rm\ * | network\ rm\ * | image\ rm\ *) echo "\$*" >>"$work/docker/removed" ;;
esac
FAKE
    chmod +x "$work/docker/docker"
    rm -f "$work/docker/removed"
}

with_containers() {
    fake_docker "$home"
    data_to_clean
    export PATH="$work/docker:$PATH"
    code=0
    echo no | cleanup >"$work/said" 2>&1 || code=$?
    [ "$code" = 1 ]
    says "  container one"
    says "  volume two"
    [ ! -e "$work/docker/removed" ] || wrong "something was removed unasked"
    exits 0 cleanup --yes
    says "removed volume two"
    [ "$(cat "$work/docker/removed")" = "rm --force one
volume rm --force two
network rm three" ] || wrong "removed: $(cat "$work/docker/removed")"
    [ ! -e "$data" ]
}
check "containers, volumes and networks of the compose project go too, and nothing else" with_containers

containers_of_others() {
    fake_docker /somewhere/else
    data_to_clean
    PATH="$work/docker:$PATH" exits 0 cleanup --yes
    says "belongs to /somewhere/else"
    [ ! -e "$work/docker/removed" ] || wrong "removed: $(cat "$work/docker/removed")"
    [ ! -e "$data" ]
}
check "containers of another checkout stay" containers_of_others
