#!/bin/sh
# Lives through the first hour on a screen of 1920x1080 that nobody sees, puts its pictures into docs/images/first-hour,
# and prints how long the window's thread took to answer meanwhile. Needs xvfb and ../shared/data.
set -eu
cd "$(dirname "$0")/../../../.."
exec xvfb-run -a -s "-screen 0 1920x1080x24" ./mvnw -ntp -pl app-desktop -am test \
    -Dtest=FirstHourTest -Dsurefire.failIfNoSpecifiedTests=false \
    -Djvm.headless=-Dprism.order=sw "-Dbacktestr.hour.pictures=$PWD/docs/images/first-hour" "$@"
