// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/source_item.h"

#include <algorithm>
#include <charconv>

#include "content-pack/compiler/asset_address.h"
#include "content-pack/compiler/composed_letters.h"
#include "content-pack/compiler/dates.h"
#include "content-pack/compiler/front_matter_keys.h"
#include "core/model/searched_text.h"
#include "core/text/utf8.h"
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
        mistakes_.add(item_.at, "\"" + std::string(key.name) + "\" is missing",
                      "add this key; it holds: " + std::string(key.meaning));
      }
    }
  }

 private:
  SourcePosition position(const SourceValue& value) const {
    return {item_.at.file, value.line, value.column};
  }

  void mistake(const SourceValue& at, std::string problem, std::string remedy) const {
    mistakes_.add(position(at), std::move(problem), std::move(remedy));
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
    mistake(key, "\"" + key.scalar + "\" is not a key of " + with_article(kind_),
            did_you_mean(key.scalar, known, kUnknownKeyRemedy));
  }

  void report_empty(const FrontMatterKey& key, const SourceValue& value) const {
    mistake(value, "\"" + std::string(key.name) + "\" is empty",
            "write a value; the key holds: " + std::string(key.meaning));
  }

  // Stores a scalar as text without white space at its end. Returns false after adding a mistake.
  bool parse_text(const SourceValue& value, std::string_view key, std::string& text) const {
    if (value.type != Type::scalar) {
      mistake(value, wrong_type(key, value, "text"), kTextRemedy);
      return false;
    }
    if (!is_valid_utf8(value.scalar)) {
      mistake(value, "\"" + std::string(key) + "\" is not UTF-8", "save the file as UTF-8");
      return false;
    }
    text = value.scalar;
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    return true;
  }

  bool parse_integer(const SourceValue& value, std::string_view key, int least, int greatest,
                     int& number) const {
    const std::string remedy =
        "write a whole number from " + std::to_string(least) + " to " + std::to_string(greatest);
    if (value.type != Type::scalar) {
      mistake(value, wrong_type(key, value, "a whole number"), remedy);
      return false;
    }
    const std::string& text = value.scalar;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = error != std::errc::invalid_argument && end == text.data() + text.size();
    const bool overflows = error == std::errc::result_out_of_range;
    const bool is_negative = text.starts_with('-');
    if (!is_number) {
      mistake(value, std::string(key) + ": \"" + text + "\" is not a whole number", remedy);
    } else if (overflows ? is_negative : number < least) {
      mistake(value, std::string(key) + ": " + text + " is too small", remedy);
    } else if (overflows || number > greatest) {
      mistake(value, std::string(key) + ": " + text + " is too large", remedy);
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
      item_.title = checked_length(value, key.name, text, limits::kTitleBytes);
    } else if (key.name == "summary") {
      item_.summary = checked_length(value, key.name, text, limits::kSummaryBytes);
    } else if (key.name == "language") {
      item_.language = text;
    } else {
      item_.document[std::string(key.name)] = text;
    }
  }

  std::string checked_length(const SourceValue& at, std::string_view key, const std::string& text,
                             std::size_t most) const {
    if (text.size() > most) {
      mistake(at,
              "\"" + std::string(key) + "\" has " + std::to_string(text.size()) +
                  " bytes, and at most " + std::to_string(most) + " are allowed",
              "shorten the text; an accented letter takes 2 bytes or more");
    }
    return text;
  }

  // The elements of a list. Adds a mistake and returns no elements when the value is not a list.
  const std::vector<SourceValue>& elements(const FrontMatterKey& key,
                                           const SourceValue& value) const {
    static const std::vector<SourceValue> kNone;
    if (value.type == Type::list) return value.list;
    mistake(value, wrong_type(key.name, value, "a list"),
            "write [one, two], or each element on its own line after a hyphen");
    return kNone;
  }

  void read_text_list(const FrontMatterKey& key, const SourceValue& value) {
    std::vector<std::string> texts;
    for (const SourceValue& element : elements(key, value)) {
      std::string text;
      if (parse_text(element, key.name, text)) texts.push_back(std::move(text));
    }
    if (key.name == "tags") {
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
    if (const std::string problem = date_problem(text); !problem.empty()) {
      return mistake(value, std::string(key.name) + ": " + problem, kDateRemedy);
    }
    item_.document[std::string(key.name)] = text;
  }

  void read_range(const FrontMatterKey& key, const SourceValue& value) {
    const SourceValue* min = value.find("min");
    const SourceValue* max = value.find("max");
    if (min == nullptr || max == nullptr || value.map.size() != 2) {
      mistake(value, "\"" + std::string(key.name) + "\" must have exactly the keys min and max",
              "write {min: 3, max: 12}");
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
      const std::string small = std::to_string(greatest), large = std::to_string(least);
      mistake(value, std::string(key.name) + ": min " + large + " is more than max " + small,
              "write {min: " + small + ", max: " + large + "}");
      return;
    }
    Range& range = key.name == "minutes" ? item_.record.minutes : item_.record.group_size;
    range = {static_cast<std::uint16_t>(least), static_cast<std::uint16_t>(greatest)};
  }

  void read_purpose(const SourceValue& value) {
    const auto purpose = purpose_from_name(value.scalar);
    if (!purpose) {
      mistake(value, "purpose: \"" + value.scalar + "\" is not a purpose",
              "write survive, build-competencies or learn-together");
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
      if (twice) {
        mistake(element, std::string(key.name) + ": \"" + id + "\" is listed twice",
                "remove one of the two");
      }
      if (!twice) references.push_back({std::move(id), position(element)});
    };
    if (key.type == ValueType::id_of) {
      read_id(value);
    } else {
      for (const SourceValue& element : elements(key, value)) read_id(element);
      if (key.required && value.type == Type::list && value.list.empty()) report_empty(key, value);
    }
    if (key.name == "themes") {
      item_.themes = std::move(references);
      return;
    }
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
        mistake(element, "a step must have a title, may have minutes, and has no other keys",
                "write {title: Kennismaken, minutes: 10}");
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

// The offset of a whole address in a body: "item:a" is not found inside "item:ab". Returns npos
// when the body does not have it.
std::size_t find_address(std::string_view address, std::string_view body) {
  const auto borders = [&](std::size_t at) {
    const std::size_t end = at + address.size();
    return at > 0 && std::string_view("(< ").find(body[at - 1]) != std::string_view::npos &&
           (end == body.size() ||
            std::string_view(")> \n").find(body[end]) != std::string_view::npos);
  };
  std::size_t at = body.find(address);
  while (at != std::string_view::npos && !borders(at)) at = body.find(address, at + 1);
  return at;
}

// The position of the first occurrence of an address in a body, or the start of the body when it
// does not occur: it is written with entities then.
SourcePosition position_of(std::string_view address, std::string_view body,
                           const SourcePosition& body_at) {
  const std::size_t at = find_address(address, body);
  if (at == std::string_view::npos) return body_at;
  const std::string_view before = body.substr(0, at);
  const auto lines = static_cast<unsigned>(std::ranges::count(before, '\n'));
  const std::size_t line_begin = before.rfind('\n') + 1;  // 0 on the first line
  const std::size_t column = code_points(before.substr(line_begin), before.size()) + 1;
  return {body_at.file, body_at.line + lines, static_cast<unsigned>(column)};
}

// Adds a link or an asset for each item: and asset: address in a body.
void add_addresses(const MarkupNode& node, std::string_view body, const SourcePosition& body_at,
                   SourceItem& item) {
  constexpr std::string_view kItem = "item:";
  constexpr std::string_view kAsset = "asset:";
  if (node.tag == Tag::link || node.tag == Tag::image) {
    const std::string_view address = node.text;
    const SourcePosition at = position_of(address, body, body_at);
    if (address.starts_with(kItem)) {
      const std::string target(address.substr(kItem.size()));
      const bool known = std::ranges::any_of(item.links, [&](const SourceLink& link) {
        return link.type == LinkType::mentions && link.to.target == target;
      });
      if (!known) item.links.push_back({LinkType::mentions, {target, at}});
    } else if (address.starts_with(kAsset)) {
      item.assets.push_back({asset_name(address), at});
    }
  }
  for (const MarkupNode& child : node.children) add_addresses(child, body, body_at, item);
}

}  // namespace

std::string id_problem(std::string_view id) {
  if (id.empty()) return "\"\" is empty";
  for (std::size_t i = 0; i < id.size();) {
    const std::size_t length = decode_utf8(id, i).length;
    const std::string_view letter = id.substr(i, length);
    if (!is_valid_id(letter)) {
      return "\"" + std::string(id) + "\" has \"" + std::string(letter) +
             "\", which ids cannot have";
    }
    i += length;
  }
  return "\"" + std::string(id) + "\" has " + std::to_string(id.size()) + " characters";
}

SourceItem read_item(const SourceValue& front_matter, std::string_view body, TextOrigin origin,
                     const SourcePosition& body_at, Kind kind, const std::string& file_id,
                     MistakeList& mistakes) {
  SourceItem item;
  item.at = {body_at.file, front_matter.line, 1};
  item.record.kind = kind;
  ItemReader(item, kind, mistakes).read(front_matter);
  const bool has_id = !item.id.empty();
  if (!has_id) item.id = file_id;
  if (item.id.empty()) {
    mistakes.add(item.at, "\"id\" is missing", std::string("add this key; ") + kIdRule);
  } else if (!is_valid_id(item.id)) {
    mistakes.add(item.at, (has_id ? "id: " : "the file name is the id, and ") + id_problem(item.id),
                 has_id ? kIdRule : std::string("rename the file, or add \"id\"; ") + kIdRule);
  }
  const MarkupNode tree = parse_markdown(body, origin, body_at, mistakes);
  add_addresses(tree, body, body_at, item);
  std::ranges::stable_sort(item.links, {}, &SourceLink::type);
  if (!tree.children.empty()) item.document["html"] = to_html(tree);
  item.names = searched_names(item.title, item.document);
  item.text = searched_text(item.document, to_plain_text(tree));
  if (const std::size_t bytes = item.document.dump().size(); bytes > limits::kDocumentBytes) {
    mistakes.add(item.at,
                 "this item takes " + std::to_string(bytes) +
                     " bytes, and at most 4 MiB (4194304 bytes) are allowed",
                 "split it into several items");
  }
  return item;
}

}  // namespace landkaart::inline v0
