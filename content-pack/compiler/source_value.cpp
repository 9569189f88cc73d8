// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/source_value.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>
#include <utility>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include "content-pack/compiler/json_mistake.h"

namespace landkaart::inline v0 {
namespace {

using Json = nlohmann::json;

// YAML aliases can make a small file expand to any number of values.
constexpr std::size_t kMostValues = 1'000'000;
// An alias can refer to a value that contains the alias, which would nest without end.
constexpr unsigned kDeepest = 64;

class YamlConverter {
 public:
  YamlConverter(const std::string& file, unsigned first_line, MistakeList& mistakes)
      : file_(file), first_line_(first_line), mistakes_(mistakes) {}

  SourceValue convert(const YAML::Node& node, unsigned depth = 0) {
    SourceValue value;
    value.line = static_cast<unsigned>(std::max(0, node.Mark().line)) + first_line_;
    value.column = static_cast<unsigned>(std::max(0, node.Mark().column)) + 1;
    if (++count_ > kMostValues || depth > kDeepest) {
      if (!std::exchange(refused_, true)) {
        mistakes_.add(position(value),
                      depth > kDeepest ? Message::nested_too_deep : Message::too_many_values);
      }
      return value;
    }
    switch (node.Type()) {
      case YAML::NodeType::Scalar:
        value.type = SourceValue::Type::scalar;
        value.scalar = node.Scalar();
        value.quoted = node.Tag() == "!";
        break;
      case YAML::NodeType::Sequence:
        value.type = SourceValue::Type::list;
        for (const auto& child : node) value.list.push_back(convert(child, depth + 1));
        break;
      case YAML::NodeType::Map:
        value.type = SourceValue::Type::map;
        for (const auto& member : node) {
          add_member(value, convert(member.first, depth + 1), member.second, depth + 1);
        }
        break;
      default: break;
    }
    return value;
  }

  bool refused() const { return refused_; }

 private:
  SourcePosition position(const SourceValue& value) const {
    return {file_, value.line, value.column};
  }

  void add_member(SourceValue& map, SourceValue key, const YAML::Node& node, unsigned depth) {
    if (map.find(key.scalar) != nullptr) {
      mistakes_.add(position(key), Message::key_given_twice, {key.scalar});
      return;
    }
    SourceValue value = convert(node, depth);
    if (value.type == SourceValue::Type::null) {  // yaml-cpp gives the position of the next token
      value.line = key.line;
      value.column = key.column;
    }
    map.map.push_back({std::move(key), std::move(value)});
  }

  const std::string& file_;
  unsigned first_line_;
  MistakeList& mistakes_;
  std::size_t count_ = 0;
  bool refused_ = false;
};

bool is_within_depth(const Json& json, unsigned depth) {
  return !json.is_structured() ||
         (depth > 0 && std::all_of(json.begin(), json.end(), [&](const Json& child) {
            return is_within_depth(child, depth - 1);
          }));
}

SourceValue convert_json(const Json& json) {
  SourceValue value;
  if (json.is_array()) {
    value.type = SourceValue::Type::list;
    for (const Json& child : json) value.list.push_back(convert_json(child));
  } else if (json.is_object()) {
    value.type = SourceValue::Type::map;
    for (const auto& [key, child] : json.items()) {
      SourceValue key_value;
      key_value.type = SourceValue::Type::scalar;
      key_value.scalar = key;
      value.map.push_back({std::move(key_value), convert_json(child)});
    }
  } else if (!json.is_null()) {
    value.type = SourceValue::Type::scalar;
    value.quoted = json.is_string();
    value.scalar = json.is_string() ? json.get<std::string>() : json.dump();
  }
  return value;
}

// Appends "...", the YAML mark of the end of a document. Without the mark, yaml-cpp accepts a
// quoted scalar that has no closing quote.
std::string with_end(std::string_view text) {
  return std::string(text) + (text.ends_with('\n') ? "...\n" : "\n...\n");
}

// The line that has a mark of yaml-cpp, without its line feed.
std::string_view line_of(std::string_view text, const YAML::Mark& mark) {
  const auto end = static_cast<std::size_t>(std::max(0, mark.pos));
  const std::size_t begin = text.substr(0, end).rfind('\n') + 1;  // 0 on the first line
  return text.substr(begin, text.find('\n', begin) - begin);
}

// Whether the indentation of a line has a tab.
bool is_indented_with_tab(std::string_view line) {
  return line.substr(0, line.find_first_not_of(" \t")).find('\t') != std::string_view::npos;
}

void report_not_yaml(std::string_view text, const YAML::Exception& error, SourcePosition at,
                     MistakeList& mistakes) {
  const std::string_view line = line_of(text, error.mark);
  if (is_indented_with_tab(line)) {
    at.column = static_cast<unsigned>(line.find('\t')) + 1;
    mistakes.add(at, Message::tab_in_yaml);
  } else if (error.msg == YAML::ErrorMsg::DOC_IN_SCALAR) {
    mistakes.add(at, Message::open_quote_in_yaml);
  } else if (error.msg == YAML::ErrorMsg::MAP_VALUE) {
    mistakes.add(at, Message::colon_in_yaml);
  } else {
    mistakes.add(at, Message::not_yaml, {error.msg});
  }
}

// Counts the documents of a YAML text and keeps no values. YAML::LoadAll would never end for a text
// in which a comma stands where a value should begin: it reads the comma as an empty document again
// and again.
class DocumentCounter : public YAML::EventHandler {
 public:
  explicit DocumentCounter(std::string_view text) : text_(text) {}

  int count() const { return count_; }
  const YAML::Mark& last() const { return last_; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    const auto at = static_cast<std::size_t>(std::max(0, mark.pos));
    if (at < text_.size() && text_[at] == ',') {
      throw YAML::ParserException(mark, "a comma stands where a value should begin");
    }
    ++count_;
    last_ = mark;
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}

 private:
  std::string_view text_;
  int count_ = 0;
  YAML::Mark last_;
};

template <typename Number>
bool parse_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

Json scalar_to_json(const SourceValue& value) {
  const std::string& text = value.scalar;
  if (value.quoted) return text;
  if (text == "true" || text == "false") return text == "true";
  if (text == "null" || text == "~" || text.empty()) return nullptr;
  std::int64_t integer = 0;
  if (parse_number(text, integer)) return integer;
  std::uint64_t large = 0;
  if (parse_number(text, large)) return large;
  // An integer of more than 64 bits stays text, because a double would change its value.
  double real = 0;
  const bool fraction = text.find_first_of(".eE") != std::string::npos &&
                        text.find_first_not_of("+-.eE0123456789") == std::string::npos;
  if (fraction && parse_number(text, real) && std::isfinite(real)) return real;
  return text;
}

}  // namespace

const SourceValue* SourceValue::find(std::string_view key) const {
  const auto found =
      std::ranges::find_if(map, [&](const auto& member) { return member.key.scalar == key; });
  return found == map.end() ? nullptr : &found->value;
}

std::optional<SourceValue> parse_yaml(std::string_view text, const std::string& file,
                                      unsigned first_line, MistakeList& mistakes) {
  const auto position = [&](const YAML::Mark& mark) -> SourcePosition {
    return {file, static_cast<unsigned>(std::max(0, mark.line)) + first_line,
            static_cast<unsigned>(std::max(0, mark.column)) + 1};
  };
  // yaml-cpp turns U+0000 into bytes that are not UTF-8.
  if (const std::size_t found = text.find('\0'); found != std::string_view::npos) {
    mistakes.add(position_in(text, found, SourcePosition{file, first_line}), Message::not_yaml,
                 {Wording{"the character U+0000 is not allowed", "het teken U+0000 mag niet"}});
    return std::nullopt;
  }
  try {
    const std::string yaml = with_end(text);
    std::istringstream stream(yaml);
    YAML::Parser parser(stream);
    DocumentCounter documents(text);
    while (documents.count() < 2 && parser.HandleNextDocument(documents)) {
    }
    if (documents.count() < 2) {
      YamlConverter converter(file, first_line, mistakes);
      SourceValue value = converter.convert(YAML::Load(yaml));
      return converter.refused() ? std::nullopt : std::optional(std::move(value));
    }
    mistakes.add(position(documents.last()), Message::second_yaml_document);
  } catch (const YAML::Exception& error) {
    report_not_yaml(text, error, position(error.mark), mistakes);
  }
  return std::nullopt;
}

std::optional<SourceValue> parse_json(std::string_view text, const std::string& file, unsigned line,
                                      MistakeList& mistakes) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) {
    const std::size_t offset = find_json_mistake(text).value_or(0);
    mistakes.add(position_in(text, offset, SourcePosition{file, line}), Message::not_json);
    return std::nullopt;
  }
  if (is_within_depth(json, kDeepest)) return convert_json(json);
  mistakes.add({file, line, 1}, Message::nested_too_deep);
  return std::nullopt;
}

Json to_json(const SourceValue& value) {
  switch (value.type) {
    case SourceValue::Type::null: return nullptr;
    case SourceValue::Type::scalar: return scalar_to_json(value);
    case SourceValue::Type::list: {
      Json list = Json::array();
      for (const SourceValue& child : value.list) list.push_back(to_json(child));
      return list;
    }
    case SourceValue::Type::map: {
      Json map = Json::object();
      for (const auto& [key, child] : value.map) map[key.scalar] = to_json(child);
      return map;
    }
  }
  return nullptr;
}

bool is_number_bool_or_null(std::string_view scalar) {
  SourceValue value;
  value.scalar = scalar;
  return scalar == "Null" || scalar == "NULL" || !scalar_to_json(value).is_string();
}

}  // namespace landkaart::inline v0
