#!/bin/sh
# Makes an archive of the classes that the window needs: make-archive.sh FILE. The window is opened twice for it, without
# a screen, and closes by itself: on an empty home folder, then on what that has left, as it is opened most often.
# Without arguments the archive is made where the program looks for it first. Says what went wrong and ends well where
# none can be made: it is not needed.
set -eu

application=$(cd "$(dirname "$0")/.." && pwd -P)
. "$application/bin/find-jdk.sh"
. "$application/bin/class-archive.sh"
find_jdk 25 || exit 0
archive=${1:-$application/archive/$(archive_name "$jdk_home" "$application").jsa}

# Two at a time would do the same work twice; what a killed one left behind is of no account after a while.
making=$archive.making
mkdir -p "$(dirname "$archive")"
[ -z "$(find "$making" -prune -mmin +10 2> /dev/null)" ] || rm -rf "$making"
mkdir "$making" 2> /dev/null || exit 0
trap 'rm -rf "$making"' EXIT
trap 'exit 1' HUP INT TERM

# rehearse OPTION-OF-THE-JVM
rehearse() {
    DISPLAY=none BACKTESTR_ARCHIVE=off JAVA_HOME=$jdk_home \
        BACKTESTR_JAVA_OPTS="-Dglass.platform=Headless -Dprism.order=sw -Dbacktestr.rehearsal=true" \
        JDK_JAVA_OPTIONS="$1" \
        "$application/bin/backtestr" --home "$making/home" > "$making/said" 2>&1 &
    window=$!
    left=120
    while kill -0 $window 2> /dev/null && [ $left -gt 0 ]; do
        sleep 1
        left=$((left - 1))
    done
    kill $window 2> /dev/null || true
    wait $window
}

archiving=-XX:ArchiveClassesAtExit=\"$making/classes.jsa\"
(rehearse '') || true # whether it went well shows in what follows
if (rehearse "$archiving" || rehearse "$archiving") && [ -s "$making/classes.jsa" ]; then
    mv "$making/classes.jsa" "$archive"
    echo "$archive"
else
    echo "make-archive: none could be made, the window opens without; the last of what was said:" >&2
    tail -n 5 "$making/said" >&2 || true
fi
