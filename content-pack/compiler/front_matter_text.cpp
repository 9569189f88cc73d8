// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/front_matter_text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "content-pack/compiler/dates.h"
#include "content-pack/compiler/front_matter_keys.h"
#include "content-pack/compiler/text_places.h"
#include "content-pack/compiler/written_scalar.h"
#include "core/text/utf8.h"

namespace landkaart::inline v0 {
namespace {

using Type = SourceValue::Type;

// The keys whose values consist of sentences.
constexpr auto kProse =
    std::to_array<std::string_view>({"summary", "when", "when-not", "online", "accessibility",
                                     "origin", "licence-note", "another-way", "transcript"});

class FrontMatterReader {
 public:
  FrontMatterReader(const WrittenYaml& yaml, ItemText& item)
      : yaml_(yaml), item_(item), places_(yaml.text, yaml.first_line), line_begins_{0} {
    for (std::size_t i = 0; i < yaml.text.size(); ++i) {
      if (yaml.text[i] == '\n') line_begins_.push_back(i + 1);
    }
  }

  void read(const SourceValue& front_matter) {
    for (const auto& [key, value] : front_matter.map) read_member(key.scalar, value);
    if (const SourceValue* minutes = front_matter.find("minutes")) {
      item_.least_minutes = number_in(*minutes, "min").value_or(0);
      item_.most_minutes = number_in(*minutes, "max").value_or(0);
    }
  }

 private:
  static TextPlace place(const SourceValue& value) { return {value.line, value.column}; }

  void read_member(std::string_view key, const SourceValue& value) {
    const auto prose = std::ranges::find(kProse, key);
    if (prose != kProse.end()) return read_passages(*prose, Passage::Sort::prose, value);
    if (key == "title") {
      item_.names.insert(item_.names.begin(), value.scalar);
      return read_passages("title", Passage::Sort::label, value);
    }
    if (key == "alternative-titles") return read_texts(value, item_.names);
    if (key == "sources") return read_texts(value, item_.sources);
    if (key == "materials") {
      for (const SourceValue& each : value.list) {
        read_passages("materials", Passage::Sort::list_item, each);
      }
    }
    if (key == "steps") return read_steps(value);
    if (key == "valid-from" || key == "review-by") read_date(key, value);
    if (key == "file") item_.video_file = value.scalar;
    if (key == "captions") item_.captions = {value.scalar, place(value)};
    const FrontMatterKey* known = find_key(key, item_.kind);
    if (known == nullptr) return;
    if (known->type == ValueType::id_of) item_.relations.push_back({value.scalar, place(value)});
    if (known->type == ValueType::id_list) {
      for (const SourceValue& id : value.list) item_.relations.push_back({id.scalar, place(id)});
    }
  }

  static void read_texts(const SourceValue& value, std::vector<std::string>& texts) {
    for (const SourceValue& text : value.list) texts.push_back(text.scalar);
  }

  // Leaves out a text that is not a date, because it is a mistake.
  void read_date(std::string_view key, const SourceValue& value) {
    if (date_problem(key, value.scalar)) return;
    DateText& date = key == "valid-from" ? item_.valid_from : item_.review_by;
    date = {value.scalar, place(value)};
  }

  static std::optional<int> number_in(const SourceValue& value, std::string_view key) {
    const SourceValue* found = value.find(key);
    int number = 0;
    if (found == nullptr) return std::nullopt;
    const std::string& text = found->scalar;
    const bool read =
        std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc();
    return read ? std::optional(number) : std::nullopt;
  }

  void read_steps(const SourceValue& value) {
    for (const SourceValue& step : value.list) {
      const SourceValue* title = step.find("title");
      if (title == nullptr) continue;
      read_passages("steps", Passage::Sort::list_item, *title);
      item_.steps.push_back({number_in(step, "minutes"), place(step)});
    }
  }

  // Adds each line of a value as a passage. YAML has already folded the source lines of a paragraph
  // into one line.
  void read_passages(std::string_view key, Passage::Sort sort, const SourceValue& value) {
    if (value.type != Type::scalar || !is_valid_utf8(value.scalar)) return;
    const std::size_t begin = offset_of(value);
    WrittenScalar written(yaml_.text.substr(begin));
    std::string_view rest = value.scalar;
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      Passage passage{sort, key, std::string(line), {}};
      place_pieces(passage, written, begin, place(value));
      if (!passage.pieces.empty()) item_.passages.push_back(std::move(passage));
    }
  }

  // Adds the pieces of a passage. A new piece begins wherever the source has bytes between two
  // letters that the text does not have, such as an escape or indentation. A passage of white space
  // gets no pieces. `begin` is the offset of the value in the source.
  void place_pieces(Passage& passage, WrittenScalar& written, std::size_t begin, TextPlace start) {
    std::size_t expected = 0;
    for (std::size_t i = 0; i < passage.text.size();) {
      const std::uint32_t length = decode_utf8(passage.text, i).length;
      const std::string_view letter = std::string_view(passage.text).substr(i, length);
      if (letter != " " && letter != "\t") {
        const std::size_t here = begin + written.next(letter);
        if (passage.pieces.empty() || here != expected) {
          const std::size_t at = passage.pieces.empty() ? 0 : i;
          passage.pieces.push_back(
              {static_cast<std::uint32_t>(at), yaml_.text.empty() ? start : places_.at(here)});
        }
        expected = here;
      }
      expected += length;
      i += length;
    }
  }

  // The offset of a value in the YAML source; 0 when it is not known.
  std::size_t offset_of(const SourceValue& value) const {
    const std::size_t line = value.line - yaml_.first_line;
    if (yaml_.text.empty() || value.line < yaml_.first_line || line >= line_begins_.size()) {
      return 0;
    }
    return std::min(line_begins_[line] + value.column - 1, yaml_.text.size());
  }

  const WrittenYaml& yaml_;
  ItemText& item_;
  TextPlaces places_;
  std::vector<std::size_t> line_begins_;
};

}  // namespace

void read_front_matter_text(const SourceValue& front_matter, const WrittenYaml& yaml,
                            ItemText& item) {
  FrontMatterReader(yaml, item).read(front_matter);
}

}  // namespace landkaart::inline v0
