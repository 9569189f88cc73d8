// SPDX-License-Identifier: EUPL-1.2
// MarkupNode, a tree for the small safe subset of HTML in which bodies are stored, with functions
// that read it from HTML and write it as HTML, plain text or canonical Markdown. A tree cannot
// express anything outside the subset, such as a script.
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
  strikethrough,
  code,
  link,
  image,
  line_break,
};

// How the words of a table cell are aligned.
enum class Alignment : unsigned { none, left, center, right };

struct MarkupNode {
  Tag tag = Tag::document;
  // The text of a text, code or code_block node; the address of a link or image. The alternative
  // text of an image is its only child.
  std::string text;
  // The level of a heading (2 to 6), the number of the first item of an ordered list, or the
  // Alignment of a table cell.
  unsigned number = 0;
  std::vector<MarkupNode> children;

  bool operator==(const MarkupNode&) const = default;
};

// True for the elements that a document or quotation can contain: paragraph, heading, list, block
// quote, code block, rule and table.
bool is_block(Tag tag);
// True for nodes that never have children: text, code, code block, line break and rule.
bool is_leaf(Tag tag);
// Whether the node or one of its descendants is a line break.
bool contains_line_break(const MarkupNode& node);

// Whether `address` is allowed in a link or image: it begins with item:, asset:, https:, http:,
// mailto:, tel: or # and has no spaces and no control characters (bytes 0 to 32).
bool is_safe_address(std::string_view address);

// The most bytes of Markdown or plain text that is made of a tree. Indents and marks of quotations
// can make lines much longer than those of the body: a code block of empty lines that lies in 30
// quotations becomes 60 times as long.
inline constexpr std::size_t kDerivedBytes = 16 * 1024 * 1024;

// Throws Error: malformed for anything outside the subset; limit_exceeded when the body has more
// than 131,072 elements and texts, or elements nested more than 32 deep. Takes time in proportion
// to the length, and memory for at most 131,072 nodes and the length.
MarkupNode parse_html(std::string_view html);

// Rewrites a tree so that trees that look the same on a page become equal: collapses white space,
// removes empty spans and joins neighbouring spans of the same sort.
void normalise(MarkupNode& node);

std::string to_html(const MarkupNode& node);
// These two take time in proportion to the tree and the result. They throw Error(limit_exceeded)
// when the result has more than kDerivedBytes.
std::string to_plain_text(const MarkupNode& node);
// Parsing the result as Markdown gives the same tree again. Requires a normalised tree that was
// parsed from Markdown.
std::string to_markdown(const MarkupNode& node);

}  // namespace landkaart::inline v0
