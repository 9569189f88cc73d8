// SPDX-License-Identifier: EUPL-1.2
// Markup, the small safe subset of HTML in which bodies are written: a tree, read from HTML,
// written as HTML, plain text or canonical Markdown. Nothing outside the subset can be expressed in
// it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace landkaart::inline v0 {

enum class Tag : unsigned char {
  document,
  text,
  paragraph,
  heading,
  unordered_list,
  ordered_list,
  list_item,
  block_quote,
  code_block,
  rule,
  table,
  table_row,
  table_header,
  table_cell,
  emphasis,
  strong,
  code,
  link,
  image,
  line_break,
};

struct MarkupNode {
  Tag tag = Tag::document;
  std::string text;     // of text and code; the address of a link or image; the alt text is a child
  unsigned number = 0;  // level of a heading (2 to 6), start of an ordered list
  std::vector<MarkupNode> children;

  bool operator==(const MarkupNode&) const = default;
};

bool is_block(Tag tag);
// Text, code and breaks without children.
bool is_leaf(Tag tag);

// Whether a link or image may lead there: item:, asset:, https:, http:, mailto:, tel: or #fragment.
bool is_safe_address(std::string_view address);

// Throws Error(malformed) for anything outside the subset.
MarkupNode parse_html(std::string_view html);

// One spelling for each tree: white space collapsed, empty and doubled spans removed.
void normalise(MarkupNode& node);

std::string to_html(const MarkupNode& node);
std::string to_plain_text(const MarkupNode& node);
// parse(to_markdown(tree)) is the same tree again, for every normalised tree that Markdown can
// make.
std::string to_markdown(const MarkupNode& node);

}  // namespace landkaart::inline v0
