// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/markdown_walk.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <vector>

#include "content-pack/compiler/footnotes.h"
#include "content-pack/compiler/html_entities.h"
#include "content-pack/compiler/markdown_autolinks.h"
#include "content-pack/compiler/markdown_parser.h"
#include "content-pack/compiler/short_delimiter_rows.h"
#include "core/text/utf8.h"

namespace landkaart::inline v0 {
namespace {

std::string with_rows(std::string_view markdown, const std::vector<WidenedRow>& rows) {
  std::string copy;
  std::size_t done = 0;
  for (const WidenedRow& row : rows) {
    copy.append(markdown.substr(done, row.begin - done)).append(row.row);
    done = row.begin + row.size;
  }
  return copy.append(markdown.substr(done));
}

// Replaces the colon of "[^1]: a", so that md4c reads text and not the definition of a link.
void mask_footnotes(std::string& copy) {
  for (const FootnoteMark& definition : footnote_definitions(copy)) {
    copy[definition.begin + definition.mark.size()] = 'x';
  }
}

// Passes on the calls for a copy of a text with widened rows, with views of the text itself.
class SourceViews : public MarkdownVisitor {
 public:
  SourceViews(std::string_view source, const std::vector<WidenedRow>& rows, MarkdownVisitor& inner)
      : source_(source), inner_(inner) {
    std::size_t grown = 0;
    for (const WidenedRow& row : rows) {
      const std::size_t begin = row.begin + grown;
      grown += row.row.size() - row.size;  // may wrap around: rows can shrink
      places_.push_back({begin, begin + row.row.size(), row.begin, row.size});
    }
  }

  void begin(std::string_view copy) override {
    copy_ = copy;
    inner_.begin(source_);
  }
  bool enter_block(MD_BLOCKTYPE type, void* detail) override {
    return inner_.enter_block(type, detail);
  }
  void leave_block(MD_BLOCKTYPE type) override { inner_.leave_block(type); }
  bool enter_span(MD_SPANTYPE type, void* detail) override {
    if (type == MD_SPAN_A) {
      MD_SPAN_A_DETAIL link = *static_cast<MD_SPAN_A_DETAIL*>(detail);
      link.href.text = in_source({link.href.text, link.href.size}).data();
      return inner_.enter_span(type, &link);
    }
    if (type == MD_SPAN_IMG) {
      MD_SPAN_IMG_DETAIL image = *static_cast<MD_SPAN_IMG_DETAIL*>(detail);
      image.src.text = in_source({image.src.text, image.src.size}).data();
      return inner_.enter_span(type, &image);
    }
    return inner_.enter_span(type, detail);
  }
  void leave_span(MD_SPANTYPE type) override { inner_.leave_span(type); }
  void text(MD_TEXTTYPE type, std::string_view text) override {
    inner_.text(type, in_source(text));
  }

 private:
  // The same text in the source; a text that md4c made, such as "\n", stays as it is.
  std::string_view in_source(std::string_view text) const {
    const auto offset = offset_in(copy_, text);
    if (!offset) return text;
    const auto after = std::ranges::upper_bound(places_, *offset, {}, &Place::begin);
    if (after == places_.begin()) return source_.substr(*offset, text.size());
    const Place& place = *std::prev(after);
    if (*offset < place.end) return source_.substr(place.source_begin, place.source_size);
    const std::size_t source_end = place.source_begin + place.source_size;
    return source_.substr(source_end + (*offset - place.end), text.size());
  }

  // Where a widened row lies in the copy and in the source.
  struct Place {
    std::size_t begin;
    std::size_t end;
    std::size_t source_begin;
    std::size_t source_size;
  };

  std::string_view source_;
  MarkdownVisitor& inner_;
  std::vector<Place> places_;
  std::string_view copy_;
};

}  // namespace

std::optional<std::size_t> offset_in(std::string_view source, std::string_view view) {
  const std::less_equal<const char*> not_after;  // also for pointers into different texts
  const bool inside = view.data() != nullptr && not_after(source.data(), view.data()) &&
                      not_after(view.data() + view.size(), source.data() + source.size());
  if (!inside) return std::nullopt;
  return static_cast<std::size_t>(view.data() - source.data());
}

std::string resolve_entity(std::string_view entity) {
  if (!entity.starts_with("&#")) {
    const std::string_view text = html_entity(entity.substr(1, entity.size() - 2));
    return std::string(text.empty() ? entity : text);
  }
  const bool hexadecimal = entity.size() > 2 && (entity[2] | 0x20) == 'x';
  const std::string digits(entity.substr(hexadecimal ? 3 : 2));
  const unsigned long code = std::strtoul(digits.c_str(), nullptr, hexadecimal ? 16 : 10);
  std::string text;
  const bool letter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
  append_utf8(text,
              letter || code == '\n' || code == '\t' ? static_cast<char32_t>(code) : kReplacement);
  return text;
}

std::string resolve_entities(const MD_ATTRIBUTE& attribute) {
  std::string text;
  for (int i = 0;
       attribute.substr_offsets != nullptr && attribute.substr_offsets[i] < attribute.size; ++i) {
    const std::string_view part(attribute.text + attribute.substr_offsets[i],
                                attribute.substr_offsets[i + 1] - attribute.substr_offsets[i]);
    text += attribute.substr_types[i] == MD_TEXT_ENTITY ? resolve_entity(part) : std::string(part);
  }
  return text;
}

void walk_markdown(std::string_view markdown, MarkdownVisitor& visitor) {
  AutolinkVisitor autolinks(visitor);
  const std::vector<WidenedRow> rows = widened_rows(markdown);
  SourceViews views(markdown, rows, autolinks);
  std::string copy = with_rows(markdown, rows);
  mask_footnotes(copy);
  parse_with_md4c(with_masked_addresses(copy), views);
}

}  // namespace landkaart::inline v0
