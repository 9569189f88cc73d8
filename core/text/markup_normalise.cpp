// SPDX-License-Identifier: EUPL-1.2
// normalise: the one spelling of a tree. The inline nodes of a block are taken apart into pieces,
// each with the spans around it; white space is settled there, and the tree is built again.
#include <algorithm>
#include <functional>
#include <utility>

#include "core/text/markup.h"

namespace landkaart::inline v0 {
namespace {

bool is_space(char letter) {
  return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r' || letter == '\f' ||
         letter == '\v';
}

// An emphasis, strong or link around a piece. Emphasis beside emphasis is one emphasis; a link
// stays apart from a link beside it.
struct Span {
  Tag tag;
  const MarkupNode* link;

  bool operator==(const Span&) const = default;
};
using Spans = std::vector<Span>;  // from the outside in

// A word, a space, a break, code or an image.
struct Piece {
  MarkupNode node;
  Spans spans;

  bool is_gap() const {
    return node.tag == Tag::line_break || (node.tag == Tag::text && node.text == " ");
  }
};

void keep_common(Spans& spans, const Spans& others) {
  const auto end = std::ranges::mismatch(spans, others).in1;
  spans.erase(end, spans.end());
}

// Runs of white space become one space, without any at the edges.
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
    take_apart(nodes, {});
    settle_gaps();
    std::vector<MarkupNode> built;
    for (Piece& piece : pieces_) build(built, std::move(piece));
    return built;
  }

 private:
  void take_apart(const std::vector<MarkupNode>& nodes, const Spans& spans) {
    for (const MarkupNode& node : nodes) {
      if (node.tag == Tag::text) {
        take_words(node.text, spans);
      } else if (node.tag == Tag::image) {
        const std::string alt = node.children.empty() ? "" : node.children.front().text;
        pieces_.push_back(
            {{Tag::image, node.text, 0, {{Tag::text, collapsed(alt), 0, {}}}}, spans});
      } else if (is_leaf(node.tag)) {
        if (node.tag != Tag::code || !node.text.empty()) pieces_.push_back({node, spans});
      } else {
        take_apart(node.children, inside(spans, node));
      }
    }
  }

  // A span inside a span of its sort adds nothing.
  static Spans inside(Spans spans, const MarkupNode& node) {
    const bool doubled = std::ranges::find(spans, node.tag, &Span::tag) != spans.end();
    if (!doubled) spans.push_back({node.tag, node.tag == Tag::link ? &node : nullptr});
    return spans;
  }

  void take_words(std::string_view text, const Spans& spans) {
    for (std::size_t begin = 0; begin < text.size();) {
      const bool space = is_space(text[begin]);
      std::size_t end = begin + 1;
      while (end < text.size() && is_space(text[end]) == space) ++end;
      pieces_.push_back(
          {{Tag::text, space ? " " : std::string(text.substr(begin, end - begin)), 0, {}}, spans});
      begin = end;
    }
  }

  // Spaces and breaks in a row become one, outside the spans that begin or end there; at the edges
  // of the block they go.
  void settle_gaps() {
    std::vector<Piece> settled;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (!pieces_[i].is_gap()) {
        settled.push_back(std::move(pieces_[i]));
        continue;
      }
      Piece gap = std::move(pieces_[i]);
      for (; i + 1 < pieces_.size() && pieces_[i + 1].is_gap(); ++i) {
        keep_common(gap.spans, pieces_[i + 1].spans);
        if (pieces_[i + 1].node.tag == Tag::line_break) gap.node = std::move(pieces_[i + 1].node);
      }
      if (settled.empty() || i + 1 == pieces_.size()) continue;
      keep_common(gap.spans, settled.back().spans);
      keep_common(gap.spans, pieces_[i + 1].spans);
      settled.push_back(std::move(gap));
    }
    pieces_ = std::move(settled);
  }

  // Adds a piece at the end, inside the spans that are still open there and those that it opens.
  void build(std::vector<MarkupNode>& built, Piece piece) {
    keep_common(open_, piece.spans);
    std::vector<MarkupNode>* place = &built;
    for (std::size_t depth = 0; depth < piece.spans.size(); ++depth) {
      const Span& span = piece.spans[depth];
      if (depth == open_.size()) {
        place->push_back({span.tag, span.link == nullptr ? "" : span.link->text, 0, {}});
        open_.push_back(span);
      }
      place = &place->back().children;
    }
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

bool says_nothing(const MarkupNode& block) {
  return (block.tag == Tag::paragraph || block.tag == Tag::block_quote) && block.children.empty();
}

// The inline nodes between the blocks of a list item are normalised run by run.
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
    if (says_nothing(child)) {
      run.push_back({Tag::text, " ", 0, {}});  // words on both sides stay apart
      continue;
    }
    flush();
    children.push_back(std::move(child));
  }
  flush();
  item.children = std::move(children);
}

// The runs of inline nodes of an item become paragraphs.
void loosen(MarkupNode& item) {
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

bool holds_break(const MarkupNode& node) {
  return node.tag == Tag::line_break || std::ranges::any_of(node.children, holds_break);
}

// Whether two nodes can follow each other without a blank line between them: the next one must not
// continue the last line of the one before.
bool can_touch(const MarkupNode& node, const MarkupNode& next) {
  const bool runs_on = !is_block(node.tag) || node.tag == Tag::unordered_list ||
                       node.tag == Tag::ordered_list || node.tag == Tag::block_quote;
  const bool continues = !is_block(next.tag) || next.tag == Tag::table ||
                         (next.tag == Tag::ordered_list && next.number != 1) ||
                         (next.tag == Tag::heading && holds_break(next));
  const bool inline_run = !is_block(node.tag) && !is_block(next.tag);
  const bool quotes = node.tag == Tag::block_quote && next.tag == Tag::block_quote;
  return inline_run || !((runs_on && continues) || quotes || node.tag == Tag::table);
}

bool can_be_tight(const MarkupNode& item) {
  return std::ranges::adjacent_find(item.children, std::not_fn(can_touch)) == item.children.end();
}

// A list is either tight, and its items hold text, or loose, and they hold paragraphs. What
// Markdown cannot write so becomes the other: a loose list has a place for a blank line.
void settle_list(MarkupNode& list) {
  const auto any_child = [&](auto condition) {
    return std::ranges::any_of(list.children, [&](const MarkupNode& item) {
      return std::ranges::any_of(item.children, condition, &MarkupNode::tag);
    });
  };
  const bool loose = any_child([](Tag tag) { return tag == Tag::paragraph; });
  const bool tight = any_child([](Tag tag) { return !is_block(tag); });
  if (tight && (loose || !std::ranges::all_of(list.children, can_be_tight))) {
    for (MarkupNode& item : list.children) loosen(item);
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
  std::erase_if(node.children, says_nothing);
  if (node.tag == Tag::unordered_list || node.tag == Tag::ordered_list) settle_list(node);
}

}  // namespace landkaart::inline v0
