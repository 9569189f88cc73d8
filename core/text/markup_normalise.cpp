// SPDX-License-Identifier: EUPL-1.2
//
// Problem: many trees look the same on a page, such as "<em>a</em><em>b</em>" and "<em>ab</em>", or
// "a<em> b</em>" and "a <em>b</em>". Markdown has a way to write only one of them. Packs store that
// one, so that exporting a pack as Markdown and building it again gives the same pack.
//
// Idea (our own): flatten and rebuild. The inline nodes of a block become a list of pieces: a word,
// a space, a line break, code or an image, each with the list of spans (emphasis, strong,
// strikethrough, link) around it, the outermost first. On that flat list white space is easy to
// tidy: spaces and breaks in a row become one gap, the gap leaves every span that does not continue
// on both of its sides, and gaps at the edges of the block disappear. Then the tree is built from
// left to right, as one writes nested brackets: each piece keeps the spans that it shares with the
// piece before it, closes the others and opens its own.
//
// The items of a list are then made either all tight (they hold text) or all loose (they hold
// paragraphs), because Markdown cannot mix the two in one list.
//
// Invariant: normalise() does not change a normalised tree. No gap stands at the edge of a block or
// beside another gap. It ends: each step is one pass over the nodes.
#include <algorithm>
#include <cassert>
#include <functional>
#include <utility>

#include "core/text/markup.h"

namespace landkaart::inline v0 {
namespace {

bool is_space(char letter) {
  return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r' || letter == '\f' ||
         letter == '\v';
}

// An emphasis, strong, strikethrough or link around a piece. Two neighbouring emphasis spans are
// equal and so are joined. Two links are equal only when they are the same node, so that
// neighbouring links stay two links.
struct Span {
  Tag tag;
  const MarkupNode* link;  // null for every other tag

  bool operator==(const Span&) const = default;
};
using Spans = std::vector<Span>;  // the outermost span first

// A word, a space, a line break, code or an image, with the spans around it.
struct Piece {
  MarkupNode node;
  Spans spans;

  // True for a space or a line break.
  bool is_gap() const {
    return node.tag == Tag::line_break || (node.tag == Tag::text && node.text == " ");
  }
};

// Removes from `spans` everything after the longest common prefix with `others`.
void keep_common_prefix(Spans& spans, const Spans& others) {
  const auto end = std::ranges::mismatch(spans, others).in1;
  spans.erase(end, spans.end());
}

// Replaces each run of white space by one space, and removes white space at both ends.
std::string collapsed(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    if (!is_space(letter)) {
      out += letter;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

class Normaliser {
 public:
  std::vector<MarkupNode> normalise(const std::vector<MarkupNode>& nodes) {
    split_into_pieces(nodes, {});
    merge_gaps();
    std::vector<MarkupNode> built;
    for (Piece& piece : pieces_) build(built, std::move(piece));
    return built;
  }

 private:
  void split_into_pieces(const std::vector<MarkupNode>& nodes, const Spans& spans) {
    for (const MarkupNode& node : nodes) {
      if (node.tag == Tag::text) {
        add_words(node.text, spans);
      } else if (node.tag == Tag::image) {
        const std::string alt = node.children.empty() ? "" : node.children.front().text;
        pieces_.push_back(
            {{Tag::image, node.text, 0, {{Tag::text, collapsed(alt), 0, {}}}}, spans});
      } else if (is_leaf(node.tag)) {
        if (node.tag != Tag::code || !node.text.empty()) pieces_.push_back({node, spans});
      } else {
        split_into_pieces(node.children, inside(spans, node));
      }
    }
  }

  // `spans` with the span of `node` added. A span inside a span with the same tag has no effect on
  // a page and is left out.
  static Spans inside(Spans spans, const MarkupNode& node) {
    const bool doubled = std::ranges::find(spans, node.tag, &Span::tag) != spans.end();
    if (!doubled) spans.push_back({node.tag, node.tag == Tag::link ? &node : nullptr});
    return spans;
  }

  void add_words(std::string_view text, const Spans& spans) {
    for (std::size_t begin = 0; begin < text.size();) {
      const bool space = is_space(text[begin]);
      std::size_t end = begin + 1;
      while (end < text.size() && is_space(text[end]) == space) ++end;
      pieces_.push_back(
          {{Tag::text, space ? " " : std::string(text.substr(begin, end - begin)), 0, {}}, spans});
      begin = end;
    }
  }

  // Replaces gaps in a row by one gap: a line break if there was one, else a space. The gap keeps
  // only the spans that it shares with the pieces before and after it. Removes gaps at the edges of
  // the block.
  void merge_gaps() {
    std::vector<Piece> merged;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (!pieces_[i].is_gap()) {
        merged.push_back(std::move(pieces_[i]));
        continue;
      }
      Piece gap = std::move(pieces_[i]);
      for (; i + 1 < pieces_.size() && pieces_[i + 1].is_gap(); ++i) {
        keep_common_prefix(gap.spans, pieces_[i + 1].spans);
        if (pieces_[i + 1].node.tag == Tag::line_break) gap.node = std::move(pieces_[i + 1].node);
      }
      if (merged.empty() || i + 1 == pieces_.size()) continue;
      keep_common_prefix(gap.spans, merged.back().spans);
      keep_common_prefix(gap.spans, pieces_[i + 1].spans);
      merged.push_back(std::move(gap));
    }
    pieces_ = std::move(merged);
  }

  // Appends a piece to the tree. open_ holds the spans around the piece before it; the spans that
  // both have stay open, and the others of this piece are opened.
  void build(std::vector<MarkupNode>& built, Piece piece) {
    keep_common_prefix(open_, piece.spans);
    std::vector<MarkupNode>* place = &built;
    for (std::size_t depth = 0; depth < piece.spans.size(); ++depth) {
      const Span& span = piece.spans[depth];
      if (depth == open_.size()) {
        place->push_back({span.tag, span.link == nullptr ? "" : span.link->text, 0, {}});
        open_.push_back(span);
      }
      place = &place->back().children;
    }
    assert(open_ == piece.spans);
    const bool joins = !place->empty() && place->back().tag == piece.node.tag &&
                       (piece.node.tag == Tag::text || piece.node.tag == Tag::code);
    if (joins) {
      place->back().text += piece.node.text;
    } else {
      place->push_back(std::move(piece.node));
    }
  }

  std::vector<Piece> pieces_;
  Spans open_;
};

void normalise_inline(std::vector<MarkupNode>& nodes) { nodes = Normaliser().normalise(nodes); }

// True for a paragraph or quotation without content.
bool is_empty_block(const MarkupNode& block) {
  return (block.tag == Tag::paragraph || block.tag == Tag::block_quote) && block.children.empty();
}

// A list item mixes inline nodes and blocks. Each run of inline nodes between two blocks is
// normalised like a paragraph.
void normalise_list_item(MarkupNode& item) {
  std::vector<MarkupNode> children;
  std::vector<MarkupNode> run;
  const auto flush = [&] {
    normalise_inline(run);
    std::ranges::move(run, std::back_inserter(children));
    run.clear();
  };
  for (MarkupNode& child : item.children) {
    if (!is_block(child.tag)) {
      run.push_back(std::move(child));
      continue;
    }
    normalise(child);
    if (is_empty_block(child)) {
      // A removed block leaves a space, so that the words before and after it are not joined.
      run.push_back({Tag::text, " ", 0, {}});
      continue;
    }
    flush();
    children.push_back(std::move(child));
  }
  flush();
  item.children = std::move(children);
}

// Puts each run of inline nodes of a list item into a paragraph of its own.
void wrap_text_in_paragraphs(MarkupNode& item) {
  std::vector<MarkupNode> blocks;
  bool in_run = false;
  for (MarkupNode& child : item.children) {
    const bool block = is_block(child.tag);
    if (!block && !in_run) blocks.push_back({Tag::paragraph, {}, 0, {}});
    std::vector<MarkupNode>& place = block ? blocks : blocks.back().children;
    place.push_back(std::move(child));
    in_run = !block;
  }
  item.children = std::move(blocks);
}

// Whether Markdown can write `next` after `node` without a blank line between them. It cannot when
// it would read `next` as a continuation of the last line of `node`.
bool can_follow_directly(const MarkupNode& node, const MarkupNode& next) {
  const bool runs_on = !is_block(node.tag) || node.tag == Tag::unordered_list ||
                       node.tag == Tag::ordered_list || node.tag == Tag::block_quote;
  const bool continues = !is_block(next.tag) || next.tag == Tag::table ||
                         (next.tag == Tag::ordered_list && next.number != 1) ||
                         (next.tag == Tag::heading && contains_line_break(next));
  const bool inline_run = !is_block(node.tag) && !is_block(next.tag);
  const bool quotes = node.tag == Tag::block_quote && next.tag == Tag::block_quote;
  return inline_run || !((runs_on && continues) || quotes || node.tag == Tag::table);
}

bool can_be_tight(const MarkupNode& item) {
  return std::ranges::adjacent_find(item.children, std::not_fn(can_follow_directly)) ==
         item.children.end();
}

// In a tight list the items hold text, and in a loose list they hold paragraphs. A list that mixes
// the two, or has a tight item that needs a blank line, becomes loose. A loose list whose only item
// has only one block becomes tight, because it has no place for the blank line that marks a loose
// list.
void make_tight_or_loose(MarkupNode& list) {
  const auto any_child = [&](auto condition) {
    return std::ranges::any_of(list.children, [&](const MarkupNode& item) {
      return std::ranges::any_of(item.children, condition, &MarkupNode::tag);
    });
  };
  const bool loose = any_child([](Tag tag) { return tag == Tag::paragraph; });
  const bool tight = any_child([](Tag tag) { return !is_block(tag); });
  if (tight && (loose || !std::ranges::all_of(list.children, can_be_tight))) {
    for (MarkupNode& item : list.children) wrap_text_in_paragraphs(item);
  } else if (loose && list.children.size() == 1 && list.children.front().children.size() == 1) {
    list.children.front().children = std::move(list.children.front().children.front().children);
  }
}

}  // namespace

void normalise(MarkupNode& node) {
  switch (node.tag) {
    case Tag::paragraph:
    case Tag::heading:
    case Tag::table_header:
    case Tag::table_cell: return normalise_inline(node.children);
    case Tag::list_item: return normalise_list_item(node);
    default: break;
  }
  for (MarkupNode& child : node.children) normalise(child);
  std::erase_if(node.children, is_empty_block);
  if (node.tag == Tag::unordered_list || node.tag == Tag::ordered_list) make_tight_or_loose(node);
}

}  // namespace landkaart::inline v0
