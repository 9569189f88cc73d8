// SPDX-License-Identifier: EUPL-1.2
#include "core/map/map_words.h"

#include <algorithm>
#include <array>

namespace landkaart::inline v0 {
namespace {

// The first entry is used for languages that have no entry. A native speaker has not reviewed the
// Frisian words yet.
constexpr std::array kWords = {
    MapWords{"nl", "N", "Legenda", "obstakel", "weg", "route", "gekozen", "halte", "op deze kaart"},
    MapWords{"fy", "N", "Leginda", "obstakel", "wei", "rûte", "keazen", "halte", "op dizze kaart"},
    MapWords{"en", "N", "Legend", "obstacle", "road", "route", "selected", "stop", "on this map"},
    MapWords{"de", "N", "Legende", "Hindernis", "Weg", "Route", "ausgewählt", "Halt",
             "auf dieser Karte"},
    MapWords{"fr", "N", "Légende", "obstacle", "route", "itinéraire", "choisi", "étape",
             "sur cette carte"}};

}  // namespace

std::string_view main_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }

const MapWords& map_words(std::string_view language) {
  const auto found = std::ranges::find(kWords, main_language(language), &MapWords::language);
  return found == kWords.end() ? kWords.front() : *found;
}

}  // namespace landkaart::inline v0
