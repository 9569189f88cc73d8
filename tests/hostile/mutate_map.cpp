// SPDX-License-Identifier: EUPL-1.2
// Changes of the map: many or far places, roads, lands, and values of other types.
#include <algorithm>
#include <cmath>

#include "landkaart/limits.h"
#include "tests/hostile/mutate.h"
#include "tests/hostile/mutate_json.h"

namespace landkaart::testing {
namespace {

// JSON values of a map above which no change makes the map larger; four times the limit of the
// format. Without this bound, changes after each other multiplied a map to more than a gigabyte.
constexpr std::size_t kMostValues = 4 * limits::kJsonValues;

std::size_t values_in(const Json& value) {
  std::size_t values = 1;
  if (value.is_structured()) {
    for (const Json& member : value) values += values_in(member);
  }
  return values;
}

double coordinate(MutationDice& dice) { return static_cast<double>(dice.below(1'000'000)) / 1000; }

std::string role_of(const Json& feature) {
  const Json* const properties =
      feature.is_object() && feature.contains("properties") ? &feature["properties"] : nullptr;
  return properties != nullptr && properties->is_object() && properties->contains("role") &&
                 (*properties)["role"].is_string()
             ? (*properties)["role"].get<std::string>()
             : std::string();
}

std::vector<Json> with_role(const Json& features, std::string_view role) {
  std::vector<Json> found;
  for (const Json& feature : features) {
    if (role_of(feature) == role) found.push_back(feature);
  }
  return found;
}

void add_places(Json& features, MutationDice& dice) {
  const std::vector<Json> places = with_role(features, "place");
  if (places.empty()) return;
  std::size_t values = values_in(features);
  for (int left = dice.one_of({2, 50, 400, 3000}); left > 0 && values < kMostValues; --left) {
    Json place = dice.one_of(places);
    if (!dice.one_in(5)) {
      place["geometry"]["coordinates"] = {coordinate(dice), coordinate(dice)};
    }
    values += values_in(place);
    features.push_back(std::move(place));
  }
}

void add_roads(Json& features, MutationDice& dice) {
  for (int left = dice.one_of({10, 300, 3000}); left > 0; --left) {
    Json line = Json::array();
    for (int points = dice.one_of({2, 5, 40}); points > 0; --points) {
      line.push_back({coordinate(dice), coordinate(dice)});
    }
    features.push_back({{"type", "Feature"},
                        {"geometry", {{"type", "LineString"}, {"coordinates", std::move(line)}}},
                        {"properties", {{"role", "road"}}}});
  }
}

void change_outlines(Json& features, MutationDice& dice) {
  std::size_t values = values_in(features);
  for (Json& feature : features) {
    if (role_of(feature) != "territory" || !dice.one_in(2) || values >= kMostValues) continue;
    Json outline = Json::array();
    for (int points = dice.one_of({3, 10, 2000}); points > 0; --points) {
      outline.push_back({dice.one_of({0.0, 1e6, -1e6, 500.0, coordinate(dice)}),
                         dice.one_of({0.0, 1e6, -1e6, 500.0, coordinate(dice)})});
    }
    outline.push_back(outline.front());
    values += values_in(outline);
    feature["geometry"]["coordinates"] = Json::array({std::move(outline)});
  }
}

void scale(Json& value, double factor) {
  if (value.is_number()) {
    value = std::clamp(value.get<double>() * factor, -1e6, 1e6);
  } else if (value.is_array()) {
    for (Json& each : value) scale(each, factor);
  }
}

void add_lands(Json& features, MutationDice& dice) {
  const std::vector<Json> lands = with_role(features, "territory");
  if (lands.empty()) return;
  std::size_t values = values_in(features);
  for (int left = dice.one_of({3, 97, 200}); left > 0 && values < kMostValues; --left) {
    Json land = dice.one_of(lands);
    scale(land["geometry"]["coordinates"], 0.1 + coordinate(dice) / 500);
    values += values_in(land);
    features.push_back(std::move(land));
  }
}

}  // namespace

void mutate_map(PackParts& parts, MutationDice& dice) {
  PackSection* const section = parts.find(SectionId::map);
  if (section == nullptr) return;
  Json value = Json::parse(section->logical(), nullptr, false);
  if (!value.is_object() || !value["features"].is_array()) return;
  Json& features = value["features"];
  switch (dice.below(8)) {
    case 0: add_places(features, dice); break;
    case 1: change_outlines(features, dice); break;
    case 2: add_roads(features, dice); break;
    case 3: {
      const double factor = dice.one_of({0.0, 1e-9, 1e3, 1e6});
      for (Json& feature : features) scale(feature["geometry"]["coordinates"], factor);
      break;
    }
    case 4: add_lands(features, dice); break;
    case 5: value = hostile_json(dice); break;
    default:
      for (int left = dice.one_of({1, 3, 20}); left > 0; --left) change_one_value(value, dice);
  }
  parts.set_deflated(SectionId::map, to_bytes(value));
}

}  // namespace landkaart::testing
