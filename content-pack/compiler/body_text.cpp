// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/body_text.h"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "content-pack/compiler/footnotes.h"
#include "content-pack/compiler/html_in_markdown.h"
#include "content-pack/compiler/markdown_walk.h"
#include "content-pack/compiler/text_places.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

class BodyReader : public MarkdownVisitor {
 public:
  BodyReader(unsigned first_line, ItemText& item)
      : first_line_(first_line), item_(item), places_({}, first_line), last_place_{first_line, 1} {}

  void begin(std::string_view markdown) override {
    markdown_ = markdown;
    places_ = TextPlaces(markdown, first_line_);
  }

  bool enter_block(MD_BLOCKTYPE type, void* detail) override {
    end_passage();
    blocks_.push_back(type);
    if (type == MD_BLOCK_H) heading_level_ = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level;
    return blocks_.size() < limits::kMarkupDepth;
  }

  void leave_block(MD_BLOCKTYPE type) override {
    if (type == MD_BLOCK_H) {
      const bool has_words = !passage_.pieces.empty();
      item_.headings.push_back(
          {heading_level_, has_words ? passage_.pieces.front().place : last_place_});
    }
    end_passage();
    blocks_.pop_back();
  }

  bool enter_span(MD_SPANTYPE type, void* detail) override {
    if (type == MD_SPAN_A) {
      links_.push_back(link_to(static_cast<MD_SPAN_A_DETAIL*>(detail)->href));
    } else if (type == MD_SPAN_IMG && pictures_++ == 0) {
      picture_ = link_to(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src);
    }
    return true;
  }

  // Ignores the end of a span that did not begin; parse_markdown() reports it.
  void leave_span(MD_SPANTYPE type) override {
    if (type == MD_SPAN_A && !links_.empty()) {
      item_.links.push_back(std::move(links_.back()));
      links_.pop_back();
    } else if (type == MD_SPAN_IMG && pictures_ > 0 && --pictures_ == 0) {
      item_.pictures.push_back(std::move(picture_));
    }
  }

  void text(MD_TEXTTYPE type, std::string_view text) override {
    if (type == MD_TEXT_HTML || type == MD_TEXT_CODE) remember_code(text);
    if (type == MD_TEXT_HTML) {
      if (name_in_tag(text) == "br") append(" ", std::nullopt);
      return;
    }
    if (!blocks_.empty() && blocks_.back() == MD_BLOCK_CODE) return;
    const std::optional<TextPlace> place = place_of(text);
    if (place) last_place_ = *place;
    if (type == MD_TEXT_NORMAL && begins_definition(text)) {
      item_.unsupported_marks.push_back({UnsupportedMark::Sort::definition, {}, last_place_});
    }
    switch (type) {
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR: return append(" ", std::nullopt);
      case MD_TEXT_ENTITY: return append(resolve_entity(text), place);
      case MD_TEXT_NULLCHAR: return append("\ufffd", place);
      default: return append(text, place);
    }
  }

  // Adds the marks of the footnotes that the body defines.
  void add_footnotes() {
    std::unordered_set<std::string_view> defined;
    for (const FootnoteMark& mark : outside_code(footnote_definitions(markdown_))) {
      defined.insert(mark.mark);
    }
    if (defined.empty()) return;
    for (const FootnoteMark& mark : outside_code(footnote_marks(markdown_))) {
      if (!defined.contains(mark.mark)) continue;
      item_.unsupported_marks.push_back(
          {UnsupportedMark::Sort::footnote, std::string(mark.mark), places_.at(mark.begin)});
    }
  }

 private:
  // The marks that are not in code or HTML. They must be in order.
  std::vector<FootnoteMark> outside_code(std::vector<FootnoteMark> marks) const {
    auto code = code_.begin();
    std::erase_if(marks, [&](const FootnoteMark& mark) {
      while (code != code_.end() && code->second <= mark.begin) ++code;
      return code != code_.end() && code->first <= mark.begin;
    });
    return marks;
  }

  void remember_code(std::string_view text) {
    if (const auto offset = offset_in(markdown_, text))
      code_.emplace_back(*offset, *offset + text.size());
  }

  // Whether `text` begins a line of a paragraph with a colon and a space.
  bool begins_definition(std::string_view text) const {
    if (!text.starts_with(": ") && !text.starts_with(":\t")) return false;
    const bool in_paragraph =
        !blocks_.empty() && (blocks_.back() == MD_BLOCK_P || blocks_.back() == MD_BLOCK_LI);
    const auto offset = offset_in(markdown_, text);
    if (!in_paragraph || !offset) return false;
    const std::string_view before = markdown_.substr(0, *offset);
    const std::size_t blanks = before.find_last_not_of(" \t>");
    return blanks == std::string_view::npos || before[blanks] == '\n';
  }

  TextLink link_to(const MD_ATTRIBUTE& address) const {
    const std::optional<TextPlace> place = place_of({address.text, address.size});
    return {{}, resolve_entities(address), place.value_or(last_place_)};
  }

  void append(std::string_view text, std::optional<TextPlace> place) {
    for (TextLink& link : links_) append_to(link, text);
    if (pictures_ > 0) return append_to(picture_, text);
    if (place || passage_.pieces.empty()) {
      passage_.pieces.push_back(
          {static_cast<std::uint32_t>(passage_.text.size()), place.value_or(last_place_)});
    }
    passage_.text += text;
  }

  void append_to(TextLink& link, std::string_view text) const {
    if (link.text.empty()) link.place = last_place_;
    link.text += text;
  }

  void end_passage() {
    if (passage_.text.find_first_not_of(" \t\n") != std::string::npos) {
      passage_.sort = sort_of_passage();
      item_.passages.push_back(std::move(passage_));
    }
    passage_ = {};
    links_.clear();
    pictures_ = 0;
  }

  Passage::Sort sort_of_passage() const {
    const auto telling = std::find_if(blocks_.rbegin(), blocks_.rend(), [](MD_BLOCKTYPE block) {
      return block == MD_BLOCK_H || block == MD_BLOCK_TH || block == MD_BLOCK_TD ||
             block == MD_BLOCK_LI || block == MD_BLOCK_QUOTE;
    });
    if (telling == blocks_.rend() || *telling == MD_BLOCK_QUOTE) return Passage::Sort::prose;
    return *telling == MD_BLOCK_LI ? Passage::Sort::list_item : Passage::Sort::label;
  }

  // The place of a text, or nothing when md4c made the text and it does not lie in the source.
  std::optional<TextPlace> place_of(std::string_view text) const {
    const auto offset = offset_in(markdown_, text);
    return offset ? std::optional(places_.at(*offset)) : std::nullopt;
  }

  unsigned first_line_;
  ItemText& item_;
  std::string_view markdown_;
  TextPlaces places_;
  std::vector<std::pair<std::size_t, std::size_t>> code_;  // begin and end in markdown_, in order
  std::vector<MD_BLOCKTYPE> blocks_;
  Passage passage_;
  std::vector<TextLink> links_;  // links that have begun and not ended
  TextLink picture_;             // the outermost picture that has begun and not ended
  unsigned pictures_ = 0;        // number of pictures that have begun and not ended
  unsigned heading_level_ = 0;
  TextPlace last_place_;
};

}  // namespace

void read_body_text(std::string_view body, unsigned first_line, ItemText& item) {
  BodyReader reader(first_line, item);
  walk_markdown(body, reader);
  reader.add_footnotes();
}

}  // namespace landkaart::inline v0
