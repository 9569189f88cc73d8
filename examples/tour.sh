#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Shows the answers of the command line to a few questions about the default pack. Usage: tour.sh PATH-OF-LANDKAART
set -eu
landkaart=$1
folder=$(dirname "$landkaart")

show() {
  printf '\n\033[1m$ landkaart %s\033[0m\n' "$*"
  "$landkaart" "$@"
}

echo "A municipal official is stuck. These commands look for help in the default pack."
show info
show search "ik sta er alleen voor" --limit 3
show route ob-eenzame-samenwerker
show work-forms --group-size 8 --max-minutes 30
show show wv-troika
show map --output "$folder/cocreatie.svg"
ls -l "$folder/cocreatie.svg"
printf '\nThe program is %s. For its commands run: %s --help\n' "$landkaart" "$landkaart"
