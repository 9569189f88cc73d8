// SPDX-License-Identifier: EUPL-1.2
#include "core/map/map_style.h"

#include <algorithm>
#include <array>

namespace landkaart::inline v0 {
namespace {

struct Colour {
  std::string_view token, light, dark, print, forced;
};

struct Face {
  std::string_view token, families;
};

struct Rule {
  std::string_view style, declarations;
};

#include "core/map/map_style.inc"

// Calls visit(property, value) for each declaration of a rule: "fill:@sea;opacity:.5" has two.
template <typename Visit>
void for_each_declaration(std::string_view declarations, Visit visit) {
  while (!declarations.empty()) {
    const std::size_t end = std::min(declarations.find(';'), declarations.size());
    const std::string_view declaration = declarations.substr(0, end);
    const std::size_t colon = declaration.find(':');
    visit(declaration.substr(0, colon), declaration.substr(colon + 1));
    declarations.remove_prefix(std::min(end + 1, declarations.size()));
  }
}

// The list of font families for the name of a face; empty for an unknown name.
std::string_view families(std::string_view token) {
  const auto face = std::ranges::find(kFaces, token, &Face::token);
  return face == kFaces.end() ? std::string_view() : face->families;
}

// `value`, or the colour or font families that it names when it begins with @.
std::string resolved(std::string_view value, Palette palette) {
  if (!value.starts_with('@')) return std::string(value);
  value.remove_prefix(1);
  const std::string_view family = families(value);
  return std::string(family.empty() ? colour(value, palette) : family);
}

bool is_length(std::string_view property) {
  return property == "font-size" || property == "letter-spacing" || property == "stroke-width";
}

// `value` as CSS: a name that begins with @ becomes a custom property, and lengths get the unit px.
std::string css_value(std::string_view property, std::string_view value) {
  if (value.starts_with('@')) return "var(--landkaart-" + std::string(value.substr(1)) + ")";
  return std::string(value) + (is_length(property) ? "px" : "");
}

// The custom properties of all colours, with the values in one column of the table.
std::string properties(std::string_view Colour::*column) {
  std::string css;
  for (const Colour& colour : kColours) {
    css += "--landkaart-" + std::string(colour.token) + ":" + std::string(colour.*column) + ";";
  }
  return css;
}

}  // namespace

std::string_view colour(std::string_view token, Palette palette) {
  const auto found = std::ranges::find(kColours, token, &Colour::token);
  if (found == kColours.end()) return {};
  return palette == Palette::light ? found->light
                                   : (palette == Palette::dark ? found->dark : found->print);
}

std::string literal_attributes(std::string_view style, Palette palette) {
  std::string attributes;
  const auto rule = std::ranges::find(kRules, style, &Rule::style);
  if (rule == kRules.end()) return attributes;
  for_each_declaration(rule->declarations, [&](std::string_view property, std::string_view value) {
    attributes += " " + std::string(property) + "=\"" + resolved(value, palette) + "\"";
  });
  return attributes;
}

std::string build_map_stylesheet() {
  std::string css = "/* SPDX-License-Identifier: EUPL-1.2 */\n:where(.landkaart-map){";
  for (const Face& face : kFaces) {
    css += "--landkaart-" + std::string(face.token) + ":" + std::string(face.families) + ";";
  }
  css += properties(&Colour::light) + "}\n";
  const auto under = [&](std::string_view condition, std::string_view maps,
                         std::string_view Colour::*column) {
    css += "@media " + std::string(condition) + "{:where(" + std::string(maps) + "){" +
           properties(column) + "}}\n";
  };
  // The class landkaart-light on an element keeps the maps inside it light in dark mode. Print and
  // forced colours apply to all maps.
  under("(prefers-color-scheme:dark)", ".landkaart-map:not(.landkaart-light *)", &Colour::dark);
  under("print", ".landkaart-map", &Colour::print);
  under("(forced-colors:active)", ".landkaart-map", &Colour::forced);
  for (const Rule& rule : kRules) {
    css += ".landkaart-" + std::string(rule.style) + "{";
    for_each_declaration(rule.declarations, [&](std::string_view property, std::string_view value) {
      css += std::string(property) + ":" + css_value(property, value) + ";";
    });
    css += "}\n";
  }
  return css + std::string(kPageRules);
}

}  // namespace landkaart::inline v0
