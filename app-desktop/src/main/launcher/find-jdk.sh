# Finds a JDK. Meant to be sourced, by POSIX shells: "find_jdk 25" sets jdk_home to the folder of a JDK of that
# version or newer and returns 0, or returns 1 if this machine seems to have none. Starts no JVM.

# Prints the major version of the JDK in folder $1, or nothing if there is none.
jdk_version() {
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 0
    while read -r line; do
        case $line in
            JAVA_VERSION=*)
                line=${line#JAVA_VERSION=\"}
                line=${line%%[!0-9]*}
                printf '%s' "$line"
                ;;
        esac
    done < "$1/release"
}

# Tells whether folder $1 holds a JDK of version $2 or newer.
is_jdk_from() {
    version=$(jdk_version "$1")
    [ -n "$version" ] && [ "$version" -ge "$2" ]
}

# Prints the folder of the JDK that "java" on the PATH belongs to, if it is on the PATH.
jdk_on_path() {
    java=$(command -v java) || return 0
    while [ -h "$java" ]; do
        link=$(readlink "$java")
        case $link in
            /*) java=$link ;;
            *) java=${java%/*}/$link ;;
        esac
    done
    (cd "${java%/*}/.." && pwd -P)
}

find_jdk() {
    for jdk_home in \
        "${JAVA_HOME:-}" \
        "$(jdk_on_path)" \
        /usr/lib/jvm/* \
        /usr/lib64/jvm/* \
        /usr/java/* \
        /opt/* \
        /opt/java/* \
        /opt/jdk/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
        "${HOME:-}"/.sdkman/candidates/java/* \
        "${HOME:-}"/.jdks/* \
        "${HOME:-}"/.m2/jdks/* \
        "${HOME:-}"/.gradle/jdks/* \
        "${HOME:-}"/.gradle/jdks/*/Contents/Home \
        "${HOME:-}"/.asdf/installs/java/* \
        "${HOME:-}"/.local/share/mise/installs/java/* \
        "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$jdk_home" ] && is_jdk_from "$jdk_home" "$1"; then
            return 0
        fi
    done
    jdk_home=
    return 1
}
