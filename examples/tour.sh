#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# A tour of real answers from the default pack: tour.sh PATH-OF-LANDKAART
set -eu
landkaart=$1
folder=$(dirname "$landkaart")

show() {
  printf '\n\033[1m$ landkaart %s\033[0m\n' "$*"
  "$landkaart" "$@"
}

echo "An official is stuck. This is what the default pack, built a moment ago, has to say."
show info
show search "ik sta er alleen voor" --limit 3
show route ob-eenzame-samenwerker
show work-forms --group-size 8 --max-minutes 30
show show wv-troika
show map --output "$folder/cocreatie.svg"
ls -l "$folder/cocreatie.svg"
printf '\nThe program is %s; try: %s --help\n' "$landkaart" "$landkaart"
