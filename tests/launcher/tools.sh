# shellcheck shell=sh
# A missing or too old tool is named with what to install.

tool_is_named() { # tool_is_named "what is said" name [script]
    fresh_fake
    said=$1
    name=$2
    rm "$work/tools/$name"
    [ $# -lt 3 ] || echo "$3" | tool "$work/tools" "$name"
    exits 4 with_tools "$work/checkout/daystream" up
    says "$said"
    never_says "argument"
}

check "no JDK" tool_is_named "A JDK is missing. Install JDK 17 or newer (Debian: apt install openjdk-17-jdk-headless)." javac
check "JDK 11" tool_is_named "Daystream needs JDK 17 or newer; found: javac 11.0.2" javac 'echo "javac 11.0.2"'
check "JDK 8" tool_is_named "Daystream needs JDK 17 or newer; found: javac 1.8.0_402" javac 'echo "javac 1.8.0_402" >&2'
check "a JDK that does not start" tool_is_named "found: one that does not start: broken" javac 'echo broken; exit 1'
check "no java beside javac" tool_is_named "but no java beside it" java
check "no Maven" tool_is_named "Maven is missing. Install Maven 3.8 or newer (Debian: apt install maven)." mvn
check "Maven 3.6" tool_is_named "Daystream needs Maven 3.8 or newer; found: 3.6.3" mvn 'echo "Apache Maven 3.6.3 (x)"'
check "a Maven that does not start" tool_is_named "found: one that does not start" mvn 'exit 1'
check "no Node" tool_is_named "Node is missing. Install Node 20.19 or newer, which brings npm (https://nodejs.org)." node
check "Node 18" tool_is_named "Daystream needs Node 20.19 or newer; found: v18.20.4" node 'echo v18.20.4'
check "Node 20.9" tool_is_named "found: v20.9.0" node 'echo v20.9.0'
check "no npm" tool_is_named "npm is missing; it comes with Node." npm

newer_tools_are_welcome() {
    fresh_fake
    echo 'echo "javac 25"' | tool "$work/tools" javac
    echo 'echo v100.1.0' | tool "$work/tools" node
    exits 0 with_tools "$work/checkout/daystream" up
    says "argument dev.daystream.Main"
}
check "newer tools are welcome" newer_tools_are_welcome

broken_java_home() {
    fresh_fake
    exits 4 env PATH="$work/tools" JAVA_HOME="$work/nowhere" "$work/checkout/daystream" up
    says "JAVA_HOME is $work/nowhere, where there is no JDK"
}
check "a JAVA_HOME without a JDK" broken_java_home

java_home_first() {
    fresh_fake
    mkdir -p "$work/my jdk/bin"
    cp "$work/tools/javac" "$work/my jdk/bin/javac"
    echo 'echo mine "$JAVA_HOME"' | tool "$work/my jdk/bin" java
    touch "$work/my jdk/release"
    exits 0 env PATH="$work/tools" JAVA_HOME="$work/my jdk" "$work/checkout/daystream" status
    says "mine $work/my jdk"
}
check "JAVA_HOME comes before the PATH" java_home_first

help_needs_no_tools() {
    fresh_fake
    rm "$work/tools/javac" "$work/tools/mvn" "$work/tools/node" "$work/tools/npm"
    exits 0 with_tools "$work/checkout/daystream" help
    says "./daystream backfill"
    says "Exit codes: 0 done"
    exits 0 with_tools "$work/checkout/daystream"
    exits 0 with_tools "$work/checkout/daystream" --help
    exits 2 with_tools "$work/checkout/daystream" levitate
    says "There is no command levitate."
    says "./daystream up "
    [ -z "$(calls)" ]
}
check "help and an unknown command need nothing installed" help_needs_no_tools
