// SPDX-License-Identifier: EUPL-1.2
// Canonical Markdown of a tree: CommonMark with tables, one spelling for each tree, written so that
// parsing it gives the same tree again.
#include <algorithm>
#include <string>
#include <utility>

#include "core/text/markdown_inline.h"
#include "core/text/markup.h"

namespace landkaart::inline v0 {
namespace {

constexpr unsigned kGreatestNumber = 999'999'999;  // of a list item, in CommonMark

// A mark with nothing behind it could be an underline, or text of the paragraph before it.
std::string something(const std::string& content) {
  return content.empty() ? std::string(kNothing) : content;
}

// The lines of one block, without its indent. A list has - and 1. as marks, or the other: * and 1).
std::string block_markdown(const MarkupNode& node, bool other_mark);

std::string prefixed(std::string_view lines, std::string_view first, std::string_view others) {
  std::string out(first);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out += lines[i];
    if (lines[i] == '\n' && i + 1 < lines.size()) {
      const bool blank = lines[i + 1] == '\n';
      out += blank ? others.substr(0, others.find_last_not_of(' ') + 1) : others;
    }
  }
  return out;
}

bool is_list(Tag tag) { return tag == Tag::unordered_list || tag == Tag::ordered_list; }

// Blocks one after another. `other_mark` is for the first of them; a list directly after a list of
// its own sort gets the other mark.
std::string blocks_markdown(const std::vector<MarkupNode>& nodes, std::string_view separator,
                            bool other_mark = false) {
  std::string out;
  const MarkupNode* previous = nullptr;
  for (const MarkupNode& node : nodes) {
    if (previous != nullptr) {
      other_mark = is_list(node.tag) && previous->tag == node.tag && !other_mark;
      out += separator;
    }
    out += block_markdown(node, other_mark);
    previous = &node;
  }
  return out;
}

bool has_child(const MarkupNode& item, bool (*is_sought)(Tag)) {
  return std::ranges::any_of(item.children, is_sought, &MarkupNode::tag);
}

// Whether blank lines stand between the items and their blocks. They make paragraphs of the text in
// items; where there is none they only keep blocks apart.
bool is_loose(const MarkupNode& list) {
  const auto any_item = [&](auto condition) {
    return std::ranges::any_of(list.children, condition);
  };
  const auto is_paragraph = [](Tag tag) { return tag == Tag::paragraph; };
  const auto is_inline = [](Tag tag) { return !is_block(tag); };
  if (any_item([&](const MarkupNode& item) { return has_child(item, is_paragraph); })) return true;
  if (any_item([&](const MarkupNode& item) { return has_child(item, is_inline); })) return false;
  return any_item([](const MarkupNode& item) { return item.children.size() > 1; });
}

// The blocks of a list item, its runs of inline nodes gathered into paragraphs.
std::vector<MarkupNode> item_blocks(const MarkupNode& item) {
  std::vector<MarkupNode> blocks;
  bool in_run = false;
  for (const MarkupNode& child : item.children) {
    if (is_block(child.tag)) {
      blocks.push_back(child);
      in_run = false;
    } else {
      if (!in_run) blocks.push_back({Tag::paragraph, {}, 0, {}});
      blocks.back().children.push_back(child);
      in_run = true;
    }
  }
  return blocks;
}

std::string list_markdown(const MarkupNode& list, bool other_mark) {
  const bool ordered = list.tag == Tag::ordered_list;
  const bool inner_mark = !ordered && !other_mark;  // "- - -" would be a rule
  const std::string_view separator = is_loose(list) ? "\n\n" : "\n";
  unsigned number = list.number;
  std::string out;
  for (const MarkupNode& item : list.children) {
    if (!out.empty()) out += separator;
    std::string mark = ordered ? std::to_string(number) + (other_mark ? ") " : ". ")
                               : std::string(other_mark ? "* " : "- ");
    number = std::min(number + 1, kGreatestNumber);
    const std::string content = blocks_markdown(item_blocks(item), separator, inner_mark);
    out += prefixed(something(content), mark, std::string(mark.size(), ' '));
  }
  return out;
}

std::string row_markdown(const MarkupNode& row) {
  std::string out = "|";
  for (const MarkupNode& cell : row.children) {
    out += " " + inline_markdown(cell.children, InlinePlace::table_cell) + " |";
  }
  return out;
}

std::string table_markdown(const MarkupNode& table) {
  std::string out;
  for (std::size_t i = 0; i < table.children.size(); ++i) {
    if (i > 0) out += '\n';
    out += row_markdown(table.children[i]);
    if (i == 0) {
      out += "\n|";
      for (std::size_t c = 0; c < table.children[0].children.size(); ++c) out += " --- |";
    }
  }
  return out;
}

std::string code_markdown(std::string_view code) {
  const std::string fence(std::max<std::size_t>(3, longest_run(code, '`') + 1), '`');
  std::string out = fence + "\n";
  out += code;
  if (!code.empty() && code.back() != '\n') out += '\n';
  return out + fence;
}

bool holds_break(const MarkupNode& node) {
  return node.tag == Tag::line_break || std::ranges::any_of(node.children, holds_break);
}

// Over several lines when it has breaks, which only a heading of the second level can have.
std::string heading_markdown(const MarkupNode& heading) {
  if (heading.number == 2 && holds_break(heading)) {
    return inline_markdown(heading.children, InlinePlace::lines) + "\n---";
  }
  return std::string(heading.number, '#') + " " +
         inline_markdown(heading.children, InlinePlace::heading);
}

std::string block_markdown(const MarkupNode& node, bool other_mark) {
  switch (node.tag) {
    case Tag::heading: return heading_markdown(node);
    case Tag::unordered_list:
    case Tag::ordered_list: return list_markdown(node, other_mark);
    case Tag::block_quote:
      return prefixed(something(blocks_markdown(node.children, "\n\n")), "> ", "> ");
    case Tag::code_block: return code_markdown(node.text);
    case Tag::rule: return "___";
    case Tag::table: return table_markdown(node);
    default: return inline_markdown(node.children, InlinePlace::lines);
  }
}

}  // namespace

std::string to_markdown(const MarkupNode& node) {
  const std::string out = blocks_markdown(node.children, "\n\n");
  return out.empty() ? out : out + "\n";
}

}  // namespace landkaart::inline v0
