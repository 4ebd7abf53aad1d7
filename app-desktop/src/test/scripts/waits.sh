#!/bin/sh
# Lives through the first hour in the program as it is packaged, on a screen of 1920x1080 that nobody sees, and prints how
# long the window's thread took to answer meanwhile. Needs xvfb and ../shared/data; build the program first.
set -eu
cd "$(dirname "$0")/../../../.."
program=$PWD/app-desktop/target/backtestr
[ -x "$program/bin/backtestr" ] || { echo "waits: $program is not there; run ./mvnw verify -DskipTests first" >&2; exit 1; }
exec xvfb-run -a -s "-screen 0 1920x1080x24" ./mvnw -ntp -pl engine-core,data-duckdb,render-fx,app-desktop test \
    -Dtest=PackagedHourTest -Dsurefire.failIfNoSpecifiedTests=false "-Dbacktestr.hour.program=$program" "$@"
