#!/bin/sh
# Tells how long the packaged program takes until its window is on a display of 1920x1080 that nobody sees, which is
# somewhat before it is painted: cold-start.sh HOME [STARTS]. Needs xvfb and x11-utils; build the program first.
set -eu
if [ -z "${BACKTESTR_COLD_START:-}" ]; then
    BACKTESTR_COLD_START=inside exec xvfb-run -a -s "-screen 0 1920x1080x24" "$0" "$@"
fi
program=$(cd "$(dirname "$0")/../../.." && pwd)/target/backtestr/bin/backtestr
home=$1
left=${2:-7}
while [ "$left" -gt 0 ]; do
    left=$((left - 1))
    begun=$(date +%s%N)
    "$program" --home "$home" > /dev/null 2>&1 &
    started=$!
    until xwininfo -root -tree | grep -q '"BackTestr"'; do
        kill -0 $started || { echo "cold-start: the program ended before it had a window" >&2; exit 1; }
        sleep 0.02
    done
    echo "$((($(date +%s%N) - begun) / 1000000)) ms"
    sleep 4 # what goes on behind the window is no part of the next start
    kill $started
    wait $started || true
done
