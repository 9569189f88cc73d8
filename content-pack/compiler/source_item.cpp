// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/source_item.h"

#include <algorithm>
#include <charconv>

#include "content-pack/compiler/asset_address.h"
#include "content-pack/compiler/body_addresses.h"
#include "content-pack/compiler/composed_letters.h"
#include "content-pack/compiler/dates.h"
#include "content-pack/compiler/front_matter_keys.h"
#include "content-pack/compiler/tagged_values.h"
#include "core/base/json.h"
#include "core/model/searched_text.h"
#include "core/text/headings.h"
#include "core/text/utf8.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

using Json = nlohmann::json;
using Type = SourceValue::Type;

constexpr int kGreatestInteger = 1'000'000;
constexpr int kGreatestInRange = 65'535;  // the item record holds 16 bits

// Reads the front matter of one item, key by key.
class ItemReader {
 public:
  ItemReader(SourceItem& item, Kind kind, MistakeList& mistakes)
      : item_(item), kind_(kind), mistakes_(mistakes) {}

  void read(const SourceValue& front_matter) {
    for (const auto& [key, value] : front_matter.map) read_member(key, value);
    for (const FrontMatterKey& key : front_matter_keys()) {
      const bool missing =
          key.required && belongs_to(key, kind_) && front_matter.find(key.name) == nullptr;
      if (missing) {
        mistakes_.add(item_.at, Message::missing_key, {key.name, key.example});
      }
    }
  }

 private:
  SourcePosition position(const SourceValue& value) const {
    return {item_.at.file, value.line, value.column};
  }

  void mistake(const SourceValue& at, Message message, const Arguments& arguments = {},
               std::string_view meant = {}) const {
    mistakes_.add(position(at), message, arguments, meant);
  }

  void read_member(const SourceValue& key, const SourceValue& value) {
    if (key.scalar.starts_with("x-")) {
      item_.document[key.scalar] = to_json(value);
      return;
    }
    const FrontMatterKey* known = find_key(key.scalar, kind_);
    if (known == nullptr) return report_unknown(key);
    switch (known->type) {
      case ValueType::id:
      case ValueType::text: return read_text(*known, value);
      case ValueType::text_list: return read_text_list(*known, value);
      case ValueType::integer: return read_integer(*known, value);
      case ValueType::date: return read_date(*known, value);
      case ValueType::boolean: return read_draft(*known, value);
      case ValueType::range: return read_range(*known, value);
      case ValueType::purpose: return read_purpose(value);
      case ValueType::difficulty: return read_difficulty(value);
      case ValueType::id_of:
      case ValueType::id_list: return read_ids(*known, value);
      case ValueType::steps: return read_steps(*known, value);
      case ValueType::asset: return read_asset(*known, value);
    }
  }

  void report_unknown(const SourceValue& key) {
    std::vector<std::string_view> known;
    for (const FrontMatterKey& candidate : front_matter_keys()) {
      if (belongs_to(candidate, kind_)) known.push_back(candidate.name);
    }
    mistake(key, Message::unknown_item_key, {key.scalar, name(kind_)},
            nearest_word(key.scalar, known));
  }

  void report_empty(const FrontMatterKey& key, const SourceValue& value) const {
    mistake(value, Message::empty_value, {key.name, key.example});
  }

  // Stores a scalar as text without white space at its end. Returns false after adding a mistake.
  bool parse_text(const SourceValue& value, std::string_view key, std::string& text) const {
    if (value.type != Type::scalar) {
      mistake(value, Message::must_be_text, {key});
      return false;
    }
    if (!is_valid_utf8(value.scalar)) {
      mistake(value, Message::not_yaml, {"an escape in this text is not a letter"});
      return false;
    }
    text = value.scalar;
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    return true;
  }

  bool parse_integer(const SourceValue& value, std::string_view key, int least, int greatest,
                     int& number) const {
    const std::string& text = value.scalar;  // empty when the value is not a scalar
    const Arguments arguments{key, text, std::to_string(least), std::to_string(greatest)};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = error != std::errc::invalid_argument && end == text.data() + text.size();
    const bool overflows = error == std::errc::result_out_of_range;
    const bool is_negative = text.starts_with('-');
    if (!is_number) {
      mistake(value, Message::not_a_whole_number, arguments);
    } else if (overflows ? is_negative : number < least) {
      mistake(value, Message::number_too_small, arguments);
    } else if (overflows || number > greatest) {
      mistake(value, Message::number_too_large, arguments);
    } else {
      return true;
    }
    return false;
  }

  void read_text(const FrontMatterKey& key, const SourceValue& value) {
    std::string text;
    if (!parse_text(value, key.name, text)) return;
    if (key.required && text.empty()) report_empty(key, value);
    if (key.name == "id") {
      item_.id = text;
    } else if (key.name == "title") {
      item_.title = checked_text(value, key.name, text, limits::kTitleBytes);
    } else if (key.name == "summary") {
      item_.summary = checked_text(value, key.name, text, limits::kSummaryBytes);
    } else if (key.name == "language") {
      item_.language = checked_language(key.name, text, position(value), mistakes_);
    } else {
      if (key.name == "licence") check_licence(key.name, text, position(value), mistakes_);
      item_.document[std::string(key.name)] = text;
    }
  }

  // Reports a text that the pack cannot store as a title, summary or label. Returns it unchanged.
  std::string checked_text(const SourceValue& at, std::string_view key, const std::string& text,
                           std::size_t most) const {
    if (text.size() > most) {
      mistake(at, Message::text_too_long, {key, std::to_string(text.size()), std::to_string(most)});
    }
    if (has_control_character(text)) mistake(at, Message::control_character_in_value, {key});
    return text;
  }

  void check_count(const SourceValue& at, std::string_view key, std::size_t count,
                   std::size_t most) const {
    if (count <= most) return;
    mistake(at, Message::list_too_long, {key, std::to_string(count), std::to_string(most)});
  }

  // The elements of a list. Adds a mistake and returns no elements when the value is not a list.
  const std::vector<SourceValue>& elements(const FrontMatterKey& key,
                                           const SourceValue& value) const {
    static const std::vector<SourceValue> kNone;
    if (value.type == Type::list) return value.list;
    mistake(value, Message::must_be_list, {key.name});
    return kNone;
  }

  void read_text_list(const FrontMatterKey& key, const SourceValue& value) {
    std::vector<std::string> texts;
    for (const SourceValue& element : elements(key, value)) {
      std::string text;
      if (!parse_text(element, key.name, text)) continue;
      if (key.name == "tags") checked_text(element, key.name, text, limits::kLabelBytes);
      texts.push_back(std::move(text));
    }
    if (key.name == "tags") {
      check_count(value, key.name, texts.size(), limits::kTags);
      item_.tags = std::move(texts);
    } else {
      item_.document[std::string(key.name)] = texts;
    }
  }

  void read_integer(const FrontMatterKey& key, const SourceValue& value) {
    int number = 0;
    if (!parse_integer(value, key.name, 0, kGreatestInteger, number)) return;
    if (key.name == "order") item_.order = number;
    item_.document[std::string(key.name)] = number;
  }

  void read_date(const FrontMatterKey& key, const SourceValue& value) {
    std::string text;
    if (!parse_text(value, key.name, text)) return;
    if (const auto problem = date_problem(key.name, text)) {
      return mistake(value, problem->message, problem->arguments);
    }
    item_.document[std::string(key.name)] = text;
  }

  void read_draft(const FrontMatterKey& key, const SourceValue& value) {
    if (value.scalar != "true" && value.scalar != "false") {
      return mistake(value, Message::not_true_or_false, {key.name, value.scalar});
    }
    item_.is_draft = value.scalar == "true";
  }

  void read_range(const FrontMatterKey& key, const SourceValue& value) {
    const SourceValue* min = value.find("min");
    const SourceValue* max = value.find("max");
    if (min == nullptr || max == nullptr || value.map.size() != 2) {
      mistake(value, Message::not_a_range, {key.name});
      return;
    }
    int least = 0;
    int greatest = 0;
    const std::string prefix = std::string(key.name) + ", ";
    if (!parse_integer(*min, prefix + "min", 1, kGreatestInRange, least) ||
        !parse_integer(*max, prefix + "max", 1, kGreatestInRange, greatest)) {
      return;
    }
    if (least > greatest) {
      mistake(value, Message::range_upside_down,
              {key.name, std::to_string(least), std::to_string(greatest)});
      return;
    }
    Range& range = key.name == "minutes" ? item_.record.minutes : item_.record.group_size;
    range = {static_cast<std::uint16_t>(least), static_cast<std::uint16_t>(greatest)};
  }

  void read_purpose(const SourceValue& value) {
    const auto purpose = purpose_from_name(value.scalar);
    if (!purpose) {
      mistake(value, Message::not_a_purpose, {value.scalar});
      return;
    }
    item_.record.purpose = static_cast<std::uint8_t>(*purpose);
  }

  void read_difficulty(const SourceValue& value) {
    int number = 0;
    if (parse_integer(value, "difficulty", 1, 3, number)) {
      item_.record.difficulty = static_cast<std::uint8_t>(number);
    }
  }

  void read_ids(const FrontMatterKey& key, const SourceValue& value) {
    std::vector<Reference> references;
    const auto read_id = [&](const SourceValue& element) {
      std::string id;
      if (!parse_text(element, key.name, id)) return;
      const bool twice = std::ranges::find(references, id, &Reference::target) != references.end();
      if (twice) mistake(element, Message::listed_twice, {key.name, id});
      if (!twice) references.push_back({std::move(id), position(element)});
    };
    if (key.type == ValueType::id_of) {
      read_id(value);
    } else {
      for (const SourceValue& element : elements(key, value)) read_id(element);
      if (key.required && value.type == Type::list && value.list.empty()) report_empty(key, value);
    }
    if (key.name == "themes") {
      check_count(value, key.name, references.size(), limits::kThemes);
      item_.themes = std::move(references);
      return;
    }
    if (key.name == "stops") check_count(value, key.name, references.size(), limits::kStops);
    const LinkType type = *link_type_from_name(key.name);
    for (Reference& reference : references) item_.links.push_back({type, std::move(reference)});
  }

  void read_steps(const FrontMatterKey& key, const SourceValue& value) {
    Json steps = Json::array();
    for (const SourceValue& element : elements(key, value)) {
      const SourceValue* title = element.find("title");
      const SourceValue* minutes = element.find("minutes");
      std::string text;
      if (title == nullptr || element.map.size() != (minutes == nullptr ? 1u : 2u)) {
        mistake(element, Message::not_a_step);
        continue;
      }
      if (!parse_text(*title, "steps, title", text)) continue;
      Json step = {{"title", text}};
      int number = 0;
      if (minutes != nullptr &&
          parse_integer(*minutes, "steps, minutes", 0, kGreatestInRange, number)) {
        step["minutes"] = number;
      }
      steps.push_back(std::move(step));
    }
    item_.document["steps"] = std::move(steps);
  }

  void read_asset(const FrontMatterKey& key, const SourceValue& value) {
    std::string path;
    if (!parse_text(value, key.name, path)) return;
    path = with_composed_letters(path);
    item_.assets.push_back({path, position(value)});
    item_.document[std::string(key.name)] = path;
  }

  SourceItem& item_;
  Kind kind_;
  MistakeList& mistakes_;
};

// The first letter of an id that ids cannot have; empty when there is none.
std::string_view letter_not_allowed(std::string_view id) {
  for (std::size_t i = 0; i < id.size();) {
    const std::string_view letter = id.substr(i, decode_utf8(id, i).length);
    if (!is_valid_id(letter)) return letter;
    i += letter.size();
  }
  return {};
}

std::vector<std::string> sorted_anchors(const MarkupNode& tree) {
  std::vector<std::string> anchors;
  for (Heading& heading : headings_of(tree)) {
    if (!heading.anchor.empty()) anchors.push_back(std::move(heading.anchor));
  }
  std::ranges::sort(anchors);
  return anchors;
}

// The number of elements and texts in a body, as a reader counts them: the alternative text of an
// image is an attribute.
std::size_t elements_and_texts(const MarkupNode& node) {
  std::size_t count = 0;
  for (const MarkupNode& child : node.children) {
    count += 1 + (child.tag == Tag::image ? 0 : elements_and_texts(child));
  }
  return count;
}

// Reports a document with more bytes or values than a reader accepts.
void check_document(const SourceItem& item, MistakeList& mistakes) {
  const std::string document = item.document.dump();
  if (document.size() > limits::kDocumentBytes) {
    mistakes.add(item.at, Message::item_too_large, {std::to_string(document.size())});
  }
  if (document.size() < limits::kJsonValues) return;  // each value takes a byte or more
  try {
    parse_untrusted_json(document);
  } catch (const Error&) {
    mistakes.add(item.at, Message::too_many_values_in_item, {std::to_string(limits::kJsonValues)});
  }
}

void check_file_id(std::string_view id, const SourcePosition& at, MistakeList& mistakes) {
  if (id.empty()) return mistakes.add(at, Message::missing_id);
  if (is_valid_id(id)) return;
  if (const std::string_view letter = letter_not_allowed(id); !letter.empty()) {
    mistakes.add(at, Message::letter_in_file_name, {id, letter});
  } else {
    mistakes.add(at, Message::wrong_length_of_file_name, {std::to_string(id.size())});
  }
}

}  // namespace

void check_id(std::string_view key, std::string_view id, const SourcePosition& at,
              MistakeList& mistakes) {
  if (is_valid_id(id)) return;
  if (const std::string_view letter = letter_not_allowed(id); !letter.empty()) {
    mistakes.add(at, Message::letter_in_id, {key, id, letter});
  } else {
    mistakes.add(at, Message::wrong_length_of_id, {key, std::to_string(id.size())});
  }
}

SourceItem read_item(const SourceValue& front_matter, std::string_view body, TextOrigin origin,
                     const SourcePosition& body_at, Kind kind, const std::string& file_id,
                     MistakeList& mistakes) {
  SourceItem item;
  item.at = {body_at.file, front_matter.line, 1};
  item.record.kind = kind;
  ItemReader(item, kind, mistakes).read(front_matter);
  if (item.id.empty()) {
    item.id = file_id;
    check_file_id(file_id, item.at, mistakes);
  } else {
    check_id("id", item.id, item.at, mistakes);
  }
  MarkupNode tree = parse_markdown(body, origin, body_at, mistakes);
  item.anchors = sorted_anchors(tree);
  if (origin == TextOrigin::exported_elsewhere) {
    unwrap_lost_anchors(tree, body, body_at, item.anchors, mistakes);
    normalise(tree);
  }
  add_addresses(tree, body, body_at, item);
  std::ranges::stable_sort(item.links, {}, &SourceLink::type);
  if (!tree.children.empty()) item.document["html"] = to_html(tree);
  item.names = searched_names(item.title, item.document);
  item.text = searched_text(item.document, to_plain_text(tree));
  if (const std::size_t count = elements_and_texts(tree); count > limits::kMarkupNodes) {
    mistakes.add(body_at, Message::too_many_elements,
                 {std::to_string(count), std::to_string(limits::kMarkupNodes)});
  }
  check_document(item, mistakes);
  return item;
}

}  // namespace landkaart::inline v0
