// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json.h"

#include <string>
#include <utility>
#include <vector>

#include "core/base/malformed.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

using Json = nlohmann::json;

// Empties all arrays and objects from the inside out, because the destructor of an empty one
// allocates nothing. The pointer to the elements is null when an allocation failed just after
// nlohmann::json had set the type.
void empty_all(Json& value) noexcept {
  if (auto* array = value.get_ptr<Json::array_t*>()) {
    for (Json& element : *array) empty_all(element);
    array->clear();
  } else if (auto* object = value.get_ptr<Json::object_t*>()) {
    for (auto& [name, element] : *object) empty_all(element);
    object->clear();
  }
}

// Receives the events of the parser, builds the value, and counts levels and values. The name and
// the parameters of each function are those that nlohmann::json::sax_parse requires. A function
// returns false to stop the parser.
class Builder {
 public:
  explicit Builder(Json& root) : root_(root) {}

  bool null() { return add(nullptr); }
  bool boolean(bool value) { return add(value); }
  bool number_integer(Json::number_integer_t value) { return add(value); }
  bool number_unsigned(Json::number_unsigned_t value) { return add(value); }
  bool number_float(Json::number_float_t value, const std::string&) { return add(value); }
  bool string(std::string& value) { return add(std::move(value)); }
  bool binary(Json::binary_t&) { return false; }  // JSON text has no binary values
  bool start_object(std::size_t) { return open(Json::value_t::object); }
  bool end_object() { return close(); }
  bool start_array(std::size_t) { return open(Json::value_t::array); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    count_value();
    auto& members = open_.back()->get_ref<Json::object_t&>();
    const auto [member, is_new] = members.try_emplace(std::move(name));
    member_ = &member->second;
    return is_new;
  }

  bool parse_error(std::size_t, const std::string&, const Json::exception&) { return false; }

 private:
  bool add(Json value) {
    count_value();
    if (open_.empty()) {
      last_ = &root_;
    } else if (open_.back()->is_array()) {
      open_.back()->push_back(nullptr);
      last_ = &open_.back()->back();
    } else {
      last_ = member_;
    }
    *last_ = std::move(value);
    return true;
  }

  bool open(Json::value_t type) {
    add(Json(type));
    if (open_.size() == limits::kJsonDepth)
      beyond_limit("a JSON text", limits::kJsonDepth, "levels");
    open_.push_back(last_);
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  void count_value() {
    if (++values_ > limits::kJsonValues)
      beyond_limit("a JSON text", limits::kJsonValues, "values and names");
  }

  Json& root_;
  std::vector<Json*> open_;   // the arrays and objects that are not complete, outermost first
  Json* last_ = nullptr;      // the value that was added last
  Json* member_ = nullptr;    // the value of the member whose name was read last
  std::uint32_t values_ = 0;  // values, and names of members
};

}  // namespace

JsonTree::~JsonTree() { empty_all(*this); }

JsonTree parse_untrusted_json(std::string_view text) {
  JsonTree tree;
  Builder builder(tree);
  if (Json::sax_parse(text, &builder)) return tree;
  JsonTree discarded;
  static_cast<Json&>(discarded) = Json(Json::value_t::discarded);
  return discarded;
}

}  // namespace landkaart::inline v0
