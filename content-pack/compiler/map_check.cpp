// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/map_check.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "content-pack/compiler/json_mistake.h"
#include "content-pack/compiler/source_item.h"
#include "core/map/map_features.h"
#include "core/text/names.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

using Json = nlohmann::json;

// The offsets at which the elements of the list "features" begin. Requires JSON with that list in
// its outermost object, and no other member of that name.
std::vector<std::size_t> feature_offsets(std::string_view json) {
  std::vector<std::size_t> offsets;
  std::string_view string;  // the last string that ended
  std::string_view key;     // the last key of the outermost object
  unsigned depth = 0;
  bool expects_element = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char letter = json[i];
    if (std::string_view(" \t\n").find(letter) != std::string_view::npos) continue;
    const bool closes = letter == ']' || letter == '}';
    const bool in_features = depth == 2 && key == "features";
    if (std::exchange(expects_element, false) && in_features && !closes) offsets.push_back(i);
    if (letter == '"') {
      const std::size_t begin = ++i;
      while (i < json.size() && json[i] != '"') i += json[i] == '\\' ? 2 : 1;
      string = json.substr(begin, i - begin);
    } else if (letter == '[' || letter == '{') {
      ++depth;
      expects_element = letter == '[' && depth == 2 && key == "features";
    } else if (closes) {
      --depth;
    } else if (letter == ':' && depth == 1) {
      key = string;
    } else if (letter == ',' && in_features) {
      expects_element = true;
    }
  }
  return offsets;
}

// Checks one feature and reports its first mistake.
class FeatureCheck {
 public:
  FeatureCheck(std::size_t number, SourcePosition at, MistakeList& mistakes)
      : number_(std::to_string(number)), at_(std::move(at)), mistakes_(mistakes) {}

  bool check(const Json& feature) {
    const Json* properties = member(feature, "properties");
    const Json* role = properties == nullptr ? nullptr : member(*properties, "role");
    if (role == nullptr) return false;
    const auto known = std::ranges::find_if(
        kRoleShapes, [&](const RoleShape& each) { return *role == Json(each.name); });
    if (known == kRoleShapes.end()) return refuse(Message::unknown_role, {number_, role->dump()});
    if (known->role != MapRole::road) {
      const Json* id = member(*properties, "id");
      if (id == nullptr) return false;
      if (!id->is_string()) return refuse(Message::map_id_not_text, {number_});
      const auto& text = id->get_ref<const std::string&>();
      check_id("id", text, at_, mistakes_);
      if (!is_valid_id(text)) return false;
      named_ = SourceMapFeature{std::string(known->name), {text, at_}};
    }
    const Json* geometry = member(feature, "geometry");
    const Json* type = geometry == nullptr ? nullptr : member(*geometry, "type");
    if (type == nullptr) return false;
    if (*type != Json(known->geometry)) {
      return refuse(Message::wrong_geometry, {number_, known->name, known->geometry});
    }
    const Json* coordinates = member(*geometry, "coordinates");
    return coordinates != nullptr && check_coordinates(*coordinates, known->role);
  }

  std::size_t points() const { return points_; }
  // Empty for a road.
  const std::optional<SourceMapFeature>& named() const { return named_; }

 private:
  bool refuse(Message message, const Arguments& arguments) {
    mistakes_.add(at_, message, arguments);
    return false;
  }

  // Returns nullptr after adding a mistake when the object does not have the member.
  const Json* member(const Json& object, const char* key) {
    if (object.is_object() && object.contains(key)) return &object.at(key);
    refuse(Message::feature_without_member, {number_, key});
    return nullptr;
  }

  bool check_coordinates(const Json& coordinates, MapRole role) {
    if (role == MapRole::road) {
      const bool is_line = coordinates.is_array() && coordinates.size() >= 2;
      return is_line ? check_points(coordinates) : refuse(Message::road_too_short, {number_});
    }
    if (role != MapRole::territory) return check_point(coordinates);
    constexpr std::size_t kFewestPoints = 4;
    const bool is_outline = coordinates.is_array() && coordinates.size() == 1 &&
                            coordinates[0].is_array() && coordinates[0].size() >= kFewestPoints;
    if (!is_outline) return refuse(Message::not_one_outline, {number_});
    const Json& outline = coordinates[0];
    if (!check_points(outline)) return false;
    const bool is_closed =
        outline.front()[0] == outline.back()[0] && outline.front()[1] == outline.back()[1];
    return is_closed || refuse(Message::open_outline, {number_});
  }

  bool check_points(const Json& points) {
    return std::all_of(points.begin(), points.end(),
                       [&](const Json& point) { return check_point(point); });
  }

  bool check_point(const Json& point) {
    ++points_;
    const bool is_pair =
        point.is_array() && point.size() >= 2 && point[0].is_number() && point[1].is_number();
    if (!is_pair) return refuse(Message::not_a_point, {number_});
    const bool is_near = std::abs(point[0].get<double>()) <= kGreatestCoordinate &&
                         std::abs(point[1].get<double>()) <= kGreatestCoordinate;
    return is_near || refuse(Message::point_too_far, {number_});
  }

  std::string number_;
  SourcePosition at_;
  MistakeList& mistakes_;
  std::size_t points_ = 0;
  std::optional<SourceMapFeature> named_;
};

void report_not_json(std::string_view geojson, MistakeList& mistakes) {
  const auto offset = find_json_mistake(geojson);  // nothing when an object has a member twice
  mistakes.add(offset ? position_in(geojson, *offset, kMapFile) : SourcePosition{kMapFile, 1, 1},
               Message::map_not_json);
}

std::optional<CheckedMap> parse(std::string_view geojson, MistakeList& mistakes) {
  try {
    CheckedMap map{parse_untrusted_json(geojson), {}};
    if (!map.document.is_discarded()) return map;
    report_not_json(geojson, mistakes);
  } catch (const Error&) {  // above limits::kJsonDepth or limits::kJsonValues
    mistakes.add({kMapFile}, Message::map_beyond_json_limits,
                 {std::to_string(limits::kJsonValues), std::to_string(limits::kJsonDepth)});
  }
  return std::nullopt;
}

// The offset of an id in quotes between two offsets. Returns `begin` when the file writes the id
// with escapes.
std::size_t offset_of_id(std::string_view geojson, std::size_t begin, std::size_t end,
                         const std::string& id) {
  const std::size_t found = geojson.substr(0, end).find("\"" + id + "\"", begin);
  return found == std::string_view::npos ? begin : found;
}

bool has_features(const Json& document) {
  return document.is_object() && document.contains("features") && document["features"].is_array();
}

}  // namespace

std::optional<CheckedMap> check_map(std::string_view geojson, MistakeList& mistakes) {
  std::optional<CheckedMap> map = parse(geojson, mistakes);
  if (!map) return std::nullopt;
  if (!has_features(map->document)) {
    mistakes.add({kMapFile, 1, 1}, Message::not_a_feature_collection);
    return std::nullopt;
  }
  const Json& features = map->document["features"];
  std::vector<std::size_t> offsets = feature_offsets(geojson);
  offsets.resize(features.size());  // all 0 when the file writes the name of the list with escapes
  PositionReader positions(geojson, kMapFile);
  bool is_valid = true;
  std::size_t points = 0;
  for (std::size_t i = 0; i < features.size(); ++i) {
    FeatureCheck feature(i + 1, positions.at(offsets[i]), mistakes);
    if (!feature.check(features[i])) is_valid = false;
    points += feature.points();
    if (!feature.named()) continue;
    const std::size_t end = i + 1 < offsets.size() ? offsets[i + 1] : geojson.size();
    const std::size_t id = offset_of_id(geojson, offsets[i], end, feature.named()->item.target);
    map->named.push_back(*feature.named());
    map->named.back().item.at = positions.at(id);
  }
  if (features.size() > limits::kMapFeatures || points > limits::kMapPoints) {
    mistakes.add({kMapFile}, Message::too_much_on_map,
                 {std::to_string(limits::kMapFeatures), std::to_string(limits::kMapPoints)});
    is_valid = false;
  }
  if (!is_valid) map.reset();
  return map;
}

}  // namespace landkaart::inline v0
