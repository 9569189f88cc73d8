// SPDX-License-Identifier: EUPL-1.2
#include "core/map/map_features.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "core/text/names.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

using Json = nlohmann::json;

// `feature` is the index of the feature; the message counts from 1.
[[noreturn]] void fail(std::size_t feature, const std::string& problem) {
  throw Error(ErrorCode::malformed,
              "the map: feature " + std::to_string(feature + 1) + " " + problem);
}

[[noreturn]] void fail_too_large() {
  throw Error(ErrorCode::limit_exceeded,
              "the map has more than " + std::to_string(limits::kMapFeatures) + " features or " +
                  std::to_string(limits::kMapPoints) + " points");
}

const Json& member(const Json& object, const char* key, std::size_t feature) {
  if (!object.is_object() || !object.contains(key)) {
    fail(feature, std::string("has no \"") + key + "\"");
  }
  return object.at(key);
}

Point parse_point(const Json& json, std::size_t feature) {
  const bool pair =
      json.is_array() && json.size() >= 2 && json[0].is_number() && json[1].is_number();
  if (!pair) fail(feature, "has a coordinate that is not a pair of numbers");
  const Point point{json[0].get<double>(), json[1].get<double>()};
  if (!(std::abs(point.x) <= kGreatestCoordinate && std::abs(point.y) <= kGreatestCoordinate)) {
    fail(feature, "lies further than a million units away");
  }
  return point;
}

std::vector<Point> parse_line(const Json& json, std::size_t feature) {
  if (!json.is_array()) fail(feature, "has coordinates that are not a list");
  std::vector<Point> line;
  for (const Json& point : json) line.push_back(parse_point(point, feature));
  return line;
}

std::vector<Point> parse_geometry(const Json& coordinates, MapRole role, std::size_t feature) {
  if (role == MapRole::place || role == MapRole::hazard) return {parse_point(coordinates, feature)};
  if (role == MapRole::road) {
    std::vector<Point> line = parse_line(coordinates, feature);
    if (line.size() < 2) fail(feature, "is a road of fewer than two points");
    return line;
  }
  if (!coordinates.is_array() || coordinates.size() != 1) {
    fail(feature, "must be one closed outline, without holes");
  }
  std::vector<Point> outline = parse_line(coordinates[0], feature);
  if (outline.size() < 4 || outline.front() != outline.back()) {
    fail(feature, "has an outline that is not closed: repeat the first point at the end");
  }
  return outline;
}

// An id is written into links of a drawing and of pages, so it must not hold markup.
std::string parse_id(const Json& json, std::size_t feature) {
  if (!json.is_string()) fail(feature, "has an id that is not text");
  const auto& id = json.get_ref<const std::string&>();
  if (id.size() > limits::kIdBytes) {
    throw Error(ErrorCode::limit_exceeded, "the map: feature " + std::to_string(feature + 1) +
                                               " has an id of more than 128 characters");
  }
  if (!is_valid_id(id)) {
    fail(feature, "has an id with other characters than a-z, 0-9 and -");
  }
  return id;
}

MapFeature parse_feature(const Json& json, std::size_t number) {
  const Json& properties = member(json, "properties", number);
  const Json& role = member(properties, "role", number);
  const auto shape = std::ranges::find_if(
      kRoleShapes, [&](const RoleShape& known) { return role == Json(known.name); });
  if (shape == kRoleShapes.end())
    fail(number, "has a role that is not territory, place, hazard or road");
  MapFeature feature;
  feature.role = shape->role;
  const Json& geometry = member(json, "geometry", number);
  if (member(geometry, "type", number) != Json(shape->geometry)) {
    fail(number,
         "is a " + std::string(shape->name) + " and must be a " + std::string(shape->geometry));
  }
  feature.points = parse_geometry(member(geometry, "coordinates", number), feature.role, number);
  if (feature.role != MapRole::road)
    feature.id = parse_id(member(properties, "id", number), number);
  return feature;
}

}  // namespace

std::vector<MapFeature> parse_map(std::string_view geojson) {
  const JsonTree document = parse_untrusted_json(geojson);
  if (document.is_discarded() || !document.is_object() || !document.contains("features") ||
      !document["features"].is_array()) {
    throw Error(ErrorCode::malformed, "the map is not a GeoJSON FeatureCollection");
  }
  std::vector<MapFeature> features;
  std::size_t points = 0;
  for (const Json& feature : document["features"]) {
    features.push_back(parse_feature(feature, features.size()));
    points += features.back().points.size();
    if (features.size() > limits::kMapFeatures || points > limits::kMapPoints) fail_too_large();
  }
  return features;
}

}  // namespace landkaart::inline v0
