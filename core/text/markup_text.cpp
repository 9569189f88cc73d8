// SPDX-License-Identifier: EUPL-1.2
// to_plain_text, which writes a tree as text without markup, for search, snippets and `text()`.
#include <algorithm>
#include <utility>

#include "core/base/malformed.h"
#include "core/text/markup.h"

namespace landkaart::inline v0 {
namespace {

void append_inline_text(std::string& out, const MarkupNode& node) {
  if (node.tag == Tag::line_break) {
    out += '\n';
  } else if (node.tag == Tag::text || node.tag == Tag::code) {
    out += node.text;
  } else {
    for (const MarkupNode& child : node.children) append_inline_text(out, child);
  }
}

// Writes blocks as lines. Blocks inside a list item are indented by 2 spaces for each level.
class TextWriter {
 public:
  std::string finish() { return std::move(out_); }

  void write_blocks(const MarkupNode& parent, std::size_t indent) {
    bool first = true;
    for (const MarkupNode& child : parent.children) {
      if (child.tag == Tag::rule) continue;
      if (!std::exchange(first, false)) out_ += '\n';
      write_block(child, indent);
    }
  }

 private:
  void write_block(const MarkupNode& node, std::size_t indent) {
    switch (node.tag) {
      case Tag::unordered_list:
      case Tag::ordered_list: return write_list(node, indent);
      case Tag::block_quote: return write_blocks(node, indent);
      case Tag::table:
        for (const MarkupNode& row : node.children) write_row(row, indent);
        return;
      case Tag::code_block: return write_code(node.text, indent);
      case Tag::rule: return;
      default: {
        std::string text;
        append_inline_text(text, node);
        write_line(text, indent);
      }
    }
  }

  void write_list(const MarkupNode& list, std::size_t indent) {
    unsigned number = list.number;
    for (const MarkupNode& item : list.children) {
      const std::string mark =
          list.tag == Tag::ordered_list ? std::to_string(number++) + ". " : "- ";
      write_item(item, mark, indent);
    }
  }

  // Writes the first text or paragraph of an item on the line of its mark ("- " or "1. "), and its
  // other blocks on the lines after it, indented by 2 more spaces.
  void write_item(const MarkupNode& item, const std::string& mark, std::size_t indent) {
    std::string line = mark;
    auto child = item.children.begin();
    if (child != item.children.end() && child->tag == Tag::paragraph) {
      append_inline_text(line, *child++);
    }
    for (; child != item.children.end() && !is_block(child->tag); ++child) {
      append_inline_text(line, *child);
    }
    write_line(line, indent);
    while (child != item.children.end()) {
      if (is_block(child->tag)) {
        write_block(*child++, indent + 2);
        continue;
      }
      line.clear();
      while (child != item.children.end() && !is_block(child->tag)) {
        append_inline_text(line, *child++);
      }
      write_line(line, indent + 2);
    }
  }

  void write_code(std::string_view code, std::size_t indent) {
    while (!code.empty()) {
      const std::size_t end = std::min(code.find('\n'), code.size());
      write_line(code.substr(0, end), indent);
      code.remove_prefix(std::min(end + 1, code.size()));
    }
  }

  void write_row(const MarkupNode& row, std::size_t indent) {
    std::string line;
    for (std::size_t i = 0; i < row.children.size(); ++i) {
      if (i > 0) line += " | ";
      append_inline_text(line, row.children[i]);
    }
    write_line(line, indent);
  }

  void write_line(std::string_view text, std::size_t indent) {
    if (out_.size() + indent + text.size() >= kDerivedBytes) {
      beyond_limit("the plain text of a body", kDerivedBytes, "bytes");
    }
    out_.append(indent, ' ').append(text);
    out_ += '\n';
  }

  std::string out_;
};

}  // namespace

std::string to_plain_text(const MarkupNode& node) {
  TextWriter writer;
  writer.write_blocks(node, 0);
  return writer.finish();
}

}  // namespace landkaart::inline v0
