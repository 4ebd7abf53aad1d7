# Finds the archive of classes with which the JVM opens the window sooner. Meant to be sourced, by POSIX shells.
# An archive fits one JVM and one copy of the program at one place; the JVM passes over what does not fit it.

# Prints the name of the archive for the JDK in folder $1 and the program in folder $2.
archive_name() {
    while read -r line; do
        case $line in
            JAVA_RUNTIME_VERSION=*)
                line=${line#*=\"}
                printf '%s-' "${line%\"}"
                ;;
        esac
    done < "$1/release"
    printf '%s' "$2" | cksum | tr ' ' -
}

# Sets archive to the one for the JDK in folder $1 and the program in folder $2: that which the program came with, or
# that in the user's cache. Where there is none yet, archive is empty and one is made for the next time, by and by and
# by a process of its own.
find_archive() {
    name=$(archive_name "$1" "$2").jsa
    for archive in "$2/archive/$name" "${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/backtestr/$name"; do
        if [ "$archive" -nt "$2/lib" ]; then
            return 0
        fi
    done
    if [ "${BACKTESTR_ARCHIVE:-}" != off ]; then
        (sleep 30 && exec nice -n 19 sh "$2/bin/make-archive.sh" "$archive") < /dev/null > /dev/null 2>&1 &
    fi
    archive=
}
