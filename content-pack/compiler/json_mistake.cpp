// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/json_mistake.h"

#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

namespace landkaart::inline v0 {
namespace {

using Json = nlohmann::json;

// Keeps no value, only the place of the mistake. The exceptions of nlohmann::json do not all have
// a place: that for a large number has none.
class MistakePlace final : public nlohmann::json_sax<Json> {
 public:
  std::optional<std::size_t> offset;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(Json::number_integer_t) override { return true; }
  bool number_unsigned(Json::number_unsigned_t) override { return true; }
  bool number_float(Json::number_float_t, const std::string&) override { return true; }
  bool string(std::string&) override { return true; }
  bool binary(Json::binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(std::string&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t bytes_read, const std::string&, const Json::exception&) override {
    offset = std::max<std::size_t>(bytes_read, 1) - 1;
    return false;
  }
};

}  // namespace

std::optional<std::size_t> find_json_mistake(std::string_view text) {
  MistakePlace place;
  Json::sax_parse(text, &place);
  if (place.offset) place.offset = std::min(*place.offset, text.size());
  return place.offset;
}

}  // namespace landkaart::inline v0
