// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/map_source.h"

#include <cmath>
#include <utility>

#include "content-pack/compiler/map_check.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

using Json = nlohmann::json;

// Rounds coordinates to hundredths and removes the height of each point. Whole numbers become
// integers: 12, not 12.0.
void round_numbers(Json& json) {
  constexpr double kHundredth = 100;
  if (json.is_number()) {
    const double rounded = std::round(json.get<double>() * kHundredth) / kHundredth;
    if (rounded == std::trunc(rounded)) {
      json = static_cast<std::int64_t>(rounded);
    } else {
      json = rounded;
    }
  } else if (json.is_array()) {
    const bool point = !json.empty() && json.front().is_number();
    if (point) json.erase(json.begin() + 2, json.end());
    for (Json& child : json) round_numbers(child);
  }
}

// The map with the members that the format specifies and with x- properties. Other members are
// dropped.
Json canonical(const Json& document) {
  Json features = Json::array();
  for (const Json& feature : document["features"]) {
    Json coordinates = feature["geometry"]["coordinates"];
    round_numbers(coordinates);
    Json properties = Json::object();
    for (const auto& [key, value] : feature["properties"].items()) {
      if (key == "id" || key == "role" || key.starts_with("x-")) properties[key] = value;
    }
    features.push_back(
        {{"type", "Feature"},
         {"properties", properties},
         {"geometry", {{"type", feature["geometry"]["type"]}, {"coordinates", coordinates}}}});
  }
  return {{"type", "FeatureCollection"}, {"features", features}};
}

}  // namespace

void read_map(std::string_view geojson, SourceFolder& source, MistakeList& mistakes) {
  std::optional<CheckedMap> checked = check_map(geojson, mistakes);
  if (!checked) return;
  source.map_features = std::move(checked->named);
  const Json map = canonical(checked->document);
  if (!map["features"].empty()) source.map = map.dump();
  if (source.map.size() > limits::kMapBytes) {
    mistakes.add({kMapFile}, Message::map_too_large,
                 {std::to_string(source.map.size()), std::to_string(limits::kMapBytes)});
  }
}

}  // namespace landkaart::inline v0
