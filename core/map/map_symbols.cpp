// SPDX-License-Identifier: EUPL-1.2
#include "core/map/map_symbols.h"

#include <array>

namespace landkaart::inline v0 {
namespace {

struct Stroke {
  std::string_view style, path;
};

struct Symbol {
  std::string_view name;
  Stroke strokes[5];
};

struct Pattern {
  double width, height;
  std::string_view path;
};

#include "core/map/map_symbols.inc"

// Whether a symbol can occur on a map with `land_sorts` land styles. "relief-3-0" cannot when the
// map has three or fewer.
bool is_used(std::string_view name, std::size_t land_sorts) {
  for (const std::string_view family : {"landmark-", "relief-"}) {
    if (!name.starts_with(family)) continue;
    const char sort = name[family.size()];
    return sort < '0' || sort > '9' || static_cast<std::size_t>(sort - '0') < land_sorts;
  }
  return true;
}

}  // namespace

ReliefSize relief_size(std::size_t land_sort) { return kReliefSizes.at(land_sort); }

std::string landmark_name(std::size_t land_sort) {
  return land_sort < kLandSorts ? "landmark-" + std::to_string(land_sort) : "landmark-sea";
}

std::string relief_name(std::size_t land_sort, int variant) {
  return "relief-" + std::to_string(land_sort) + "-" + std::to_string(variant);
}

std::string pattern_name(std::size_t land_sort) { return "pattern-" + std::to_string(land_sort); }

void define_symbols(SvgWriter& svg, const SymbolUse& use) {
  for (const Symbol& symbol : kSymbols) {
    if (!is_used(symbol.name, use.land_sorts)) continue;
    svg.open("g").attribute("id", use.id_prefix + "-" + std::string(symbol.name));
    for (const Stroke& stroke : symbol.strokes) {
      if (stroke.path.empty()) continue;
      svg.open("path").style(stroke.style).attribute("d", stroke.path).close();
    }
    svg.close();
  }
  for (std::size_t sort = 0; sort < std::min(use.land_sorts, kPatterns.size()); ++sort) {
    const Pattern& pattern = kPatterns[sort];
    svg.open("pattern").attribute("id", use.id_prefix + "-" + pattern_name(sort));
    svg.attribute("width", pattern.width).attribute("height", pattern.height);
    svg.attribute("patternUnits", "userSpaceOnUse");
    svg.open("path").style("grain-" + std::to_string(sort)).attribute("d", pattern.path).close();
    svg.close();
  }
}

}  // namespace landkaart::inline v0
