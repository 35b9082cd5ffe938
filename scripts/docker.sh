# shellcheck shell=sh
# The stack of docker-compose.yml; sourced by the launcher and by cleanup.sh. Needs home, and tools.sh before it.

# Compose's own rule for the name; docker-compose.yml gives the default.
project=${COMPOSE_PROJECT_NAME:-daystream}

need_docker() {
    advice="Install Docker Engine with Compose 2.24 or newer (https://docs.docker.com/engine/install)"
    command -v docker >/dev/null 2>&1 || fail "Docker is missing. $advice."
    docker compose version >/dev/null 2>&1 || fail "Docker has no compose command. $advice."
    docker info >/dev/null 2>&1 || fail "Docker does not answer. Is it running, and may you use it?"
}

# Builds and runs everything in the foreground; Ctrl-C stops it, and nothing is lost.
stack_up() {
    need_docker
    sh "${home:?}/scripts/secrets.sh"
    cd "$home"
    exec docker compose up --build "$@"
}

docker_answers() {
    command -v docker >/dev/null 2>&1 && docker info >/dev/null 2>&1
}

# Everything that compose made for the project, a kind and a name or number a line.
stack_things() {
    label=label=com.docker.compose.project=$project
    docker ps --all --filter "$label" --format 'container {{.Names}}'
    docker volume ls --filter "$label" --format 'volume {{.Name}}'
    docker network ls --filter "$label" --format 'network {{.Name}}'
    docker image ls --filter "reference=$project-backend" --filter "reference=$project-simulator" --format 'image {{.Repository}}:{{.Tag}}'
}

# Whether containers of the name belong to another checkout: then nothing of the name is ours to remove.
stack_of_others() {
    docker ps --all --filter "label=com.docker.compose.project=$project" \
        --format '{{.Label "com.docker.compose.project.working_dir"}}' | grep -vxF -- "${home:?}" | head -n 1
}

stack_remove() { # reads what stack_things printed
    while read -r kind name; do
        case $kind in
            container) docker rm --force "$name" ;;
            volume) docker volume rm --force "$name" ;;
            network) docker network rm "$name" ;;
            image) docker image rm "$name" ;;
        esac >/dev/null
        echo "removed $kind $name"
    done
}
