# shellcheck shell=sh
# A checkout with nothing to build and tools that only pretend: what the launcher itself does can be seen within milliseconds.

fake_checkout() { # fake_checkout directory
    mkdir -p "$1/frontend/src" "$1/frontend/public" "$1/frontend/tools" "$1/.mvn"
    for module in metrics simulator backend bench db api; do
        mkdir -p "$1/$module/src"
        echo one >"$1/$module/src/one"
    done
    for file in pom.xml frontend/index.html frontend/package.json frontend/package-lock.json frontend/vite.config.ts \
        frontend/tsconfig.json frontend/tsconfig.base.json frontend/tsconfig.app.json frontend/tsconfig.node.json; do
        echo one >"$1/$file"
    done
    cp -R "${home:?}/daystream" "$home/cleanup.sh" "$home/scripts" "$1"
}

# Tools that are always there, and no other.
bare_path() { # bare_path directory
    mkdir -p "$1"
    for tool in sh env cat sed awk head sort tail find cksum dirname basename readlink mkdir rm rmdir touch grep ls cp mv tr cut sleep ps du kill \
        flock chmod; do
        found=$(command -v "$tool") && [ -x "$found" ] && ln -sf "$found" "$1/$tool"
    done
    return 0
}

tool() { # tool directory name: the script of a pretended tool comes on standard input
    {
        echo '#!/bin/sh'
        cat
    } >"$1/$2"
    chmod +x "$1/$2"
}

# Each writes down how it was called; the sleep of $work/slow makes Maven take its time.
fake_tools() { # fake_tools directory
    bare_path "$1"
    tool "$1" javac <<'SH'
echo "javac 17.0.1"
SH
    tool "$1" java <<'SH'
printf 'in %s\n' "$(pwd -P)"
printf 'data %s\n' "$DAYSTREAM_DATA_DIR"
printf 'argument %s\n' "$@"
SH
    tool "$1" mvn <<SH
case \$1 in
    -v) echo "Apache Maven 3.8.7"; exit 0 ;;
esac
echo "mvn" >>"$work/calls"
[ ! -f "$work/broken" ] || { echo "COMPILATION ERROR"; exit 1; }
[ ! -f "$work/slow" ] || { echo \$\$ >"$work/mvn.pid.fake"; exec sleep "\$(cat "$work/slow")"; }
while [ \$# -gt 0 ]; do [ "\$1" != -f ] || home=\$(dirname "\$2"); shift; done
mkdir -p "\$home/backend/target/classes/dev/daystream" "\$home/backend/target/lib" "\$home/simulator/target/lib"
touch "\$home/backend/target/classes/dev/daystream/Main.class"
SH
    tool "$1" node <<'SH'
echo v20.19.0
SH
    tool "$1" npm <<SH
echo "npm \$3" >>"$work/calls"
mkdir -p "\$2/dist" "\$2/node_modules"
touch "\$2/dist/index.html" "\$2/node_modules/.package-lock.json"
SH
}

calls() {
    [ ! -f "$work/calls" ] || cat "$work/calls"
}

called() { # called times word: how often a tool was called
    times=$(calls | grep -cxF -- "$2") || true
    [ "$times" = "$1" ] || wrong "$2 was called $times times instead of $1"
}

# Makes $work/tools and $work/checkout anew; FAKE runs a command with those tools alone.
fresh_fake() {
    rm -rf "${work:?}/tools" "$work/checkout" "$work/calls" "$work/slow" "$work/broken"
    fake_checkout "$work/checkout"
    fake_tools "$work/tools"
}

with_tools() {
    env -u JAVA_HOME PATH="$work/tools" "$@"
}
