// SPDX-License-Identifier: EUPL-1.2
#include "core/map/map_words.h"

#include <algorithm>
#include <array>

namespace landkaart {
namespace {

// Frisian, which design and standards ask for, waits for a native reader.
constexpr std::array kWords = {MapWords{"en", "N", "Legend", "obstacle", "road", "route",
                                        "selected", "stop", "areas", "on this map"},
                               MapWords{"nl", "N", "Legenda", "obstakel", "weg", "route", "gekozen",
                                        "halte", "gebieden", "op deze kaart"},
                               MapWords{"de", "N", "Legende", "Hindernis", "Weg", "Route",
                                        "ausgewählt", "Halt", "Gebiete", "auf dieser Karte"},
                               MapWords{"fr", "N", "Légende", "obstacle", "route", "itinéraire",
                                        "choisi", "étape", "régions", "sur cette carte"}};

}  // namespace

const MapWords& map_words(std::string_view language) {
  const std::string_view main = language.substr(0, language.find('-'));
  const auto found = std::ranges::find(kWords, main, &MapWords::language);
  return found == kWords.end() ? kWords.front() : *found;
}

}  // namespace landkaart
