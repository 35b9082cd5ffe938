# shellcheck shell=sh
# What has to be there before anything can be built or run; sourced by the launcher and by the tests.

fail() {
    printf '%s\n' "$*" >&2
    exit 4
}

major() { # major "version text": its first number, with Java's old 1.8 read as 8
    printf '%s\n' "$1" | sed -n 's/^[^0-9]*\(1\.\)\{0,1\}\([0-9][0-9]*\).*/\2/p' | head -n 1
}

# Sets java to the virtual machine of the JDK that JAVA_HOME or else the PATH names, and JAVA_HOME so that Maven takes the same one.
need_java() {
    advice="Install JDK 17 or newer (Debian: apt install openjdk-17-jdk-headless)"
    if [ -n "${JAVA_HOME:-}" ]; then
        [ -x "$JAVA_HOME/bin/javac" ] || fail "JAVA_HOME is $JAVA_HOME, where there is no JDK (no bin/javac). Set it to one, or unset it. $advice."
        javac=$JAVA_HOME/bin/javac
    else
        javac=$(command -v javac) || fail "A JDK is missing. $advice."
    fi
    found=$("$javac" -version 2>&1) || found="one that does not start: $found"
    [ "$(major "$found")" -ge 17 ] 2>/dev/null || fail "Daystream needs JDK 17 or newer; found: $found ($javac). $advice, or set JAVA_HOME."
    real=$(readlink -f "$javac" 2>/dev/null) || real=$javac
    jdk=$(dirname "$(dirname "$real")")
    if [ -x "$jdk/bin/java" ] && [ -f "$jdk/release" ]; then
        export JAVA_HOME="$jdk"
        java=$jdk/bin/java
    else
        java=$(dirname "$javac")/java
    fi
    [ -x "$java" ] || fail "There is a compiler at $javac but no java beside it. $advice."
}

need_maven() {
    advice="Install Maven 3.8 or newer (Debian: apt install maven)"
    command -v mvn >/dev/null 2>&1 || fail "Maven is missing. $advice."
    found=$(mvn -v 2>/dev/null | sed 's/\x1b\[[0-9;]*m//g' | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
    older=$(printf '%s\n3.8.0\n' "${found:-0}" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)
    [ "$older" = 3.8.0 ] || fail "Daystream needs Maven 3.8 or newer; found: ${found:-one that does not start} ($(command -v mvn)). $advice."
}

need_node() {
    advice="Install Node 20.19 or newer, which brings npm (https://nodejs.org)"
    command -v node >/dev/null 2>&1 || fail "Node is missing. $advice."
    found=$(node --version 2>/dev/null) || found="one that does not start"
    older=$(printf '%s\n20.19.0\n' "${found#v}" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)
    [ "$older" = 20.19.0 ] || fail "Daystream needs Node 20.19 or newer; found: $found ($(command -v node)). $advice."
    command -v npm >/dev/null 2>&1 || fail "npm is missing; it comes with Node. $advice."
}
