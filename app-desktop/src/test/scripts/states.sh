#!/bin/sh
# Takes a picture of each main state of the window, dark and light, on screens of 1280x720, 1920x1080 and 3840x2160,
# the last also with twice as many pixels for each, and puts them into the folder named. Needs xvfb and ../shared/data.
set -eu
folder=$(mkdir -p "$1" && cd "$1" && pwd)
shift
cd "$(dirname "$0")/../../../.."
for size in 1280x720:1 1920x1080:1 3840x2160:1 3840x2160:2; do
    screen=${size%:*}
    scale=${size#*:}
    xvfb-run -a -s "-screen 0 ${screen}x24" ./mvnw -ntp -pl engine-core,data-duckdb,render-fx,app-desktop test \
        -Dtest=StatePicturesTest -Dsurefire.failIfNoSpecifiedTests=false \
        "-Djvm.headless=-Dprism.order=sw -Dglass.gtk.uiScale=$scale" \
        "-Dbacktestr.hour.pictures=$folder/$screen-$scale" "$@"
done
