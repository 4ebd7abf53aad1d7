#!/bin/sh
# Moves a parameter's slider in the program as it is packaged, on a screen of 1920x1080 that nobody sees, and prints how long
# the curve of equity takes to follow over a year of ticks, 30 million, which are generated into HOME where it does not
# exist. Needs xvfb; build the program first. Usage: slider.sh HOME [options of mvnw]
set -eu
[ $# -ge 1 ] || { echo "slider: name a home folder, which is made if there is none" >&2; exit 2; }
home=$(realpath -m "$1")
shift
cd "$(dirname "$0")/../../../.."
program=$PWD/app-desktop/target/backtestr
[ -x "$program/bin/backtestr" ] || { echo "slider: $program is not there; run ./mvnw verify -DskipTests first" >&2; exit 1; }
[ -d "$home" ] || "$program/bin/backtestr" --home "$home" generate YEAR --ticks 30e6 --ticks-per-day 115000 --seed 1
exec xvfb-run -a -s "-screen 0 1920x1080x24" ./mvnw -ntp -pl engine-core,data-duckdb,render-fx,app-desktop test \
    -Dtest=PackagedSliderTest -Dsurefire.failIfNoSpecifiedTests=false \
    "-Dbacktestr.slider.program=$program" "-Dbacktestr.slider.home=$home" "$@"
