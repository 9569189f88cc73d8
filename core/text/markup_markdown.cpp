// SPDX-License-Identifier: EUPL-1.2
// to_markdown, which writes a tree as canonical Markdown: CommonMark with tables, always in the
// same spelling, so that parsing the result gives the same tree again. This file writes blocks;
// markdown_inline.cpp writes the text inside them.
#include <algorithm>
#include <string>
#include <utility>

#include "core/text/markdown_inline.h"
#include "core/text/markup.h"

namespace landkaart::inline v0 {
namespace {

constexpr unsigned kGreatestListNumber = 999'999'999;  // CommonMark allows nine digits

// `content`, or a space as an entity when it is empty. A lone "-" or ">" on a line may have another
// meaning: an underline that makes the line above a heading, or text of the paragraph above.
std::string never_empty(const std::string& content) {
  return content.empty() ? std::string(kDroppedSpace) : content;
}

// The lines of one block, without an indent. A list is written with the markers "-" and "1.", or
// with the alternative markers "*" and "1)".
std::string block_markdown(const MarkupNode& node, bool alternative_marker);

// Writes `first` before the first line and `others` before each other line. A blank line gets
// `others` without its trailing spaces.
std::string with_line_prefixes(std::string_view lines, std::string_view first,
                               std::string_view others) {
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

// Writes blocks one after another. `alternative_marker` applies to the first block. A list directly
// after a list of the same sort gets the marker that the list before it does not have, because
// Markdown joins two such lists with the same marker.
std::string blocks_markdown(const std::vector<MarkupNode>& nodes, std::string_view separator,
                            bool alternative_marker = false) {
  std::string out;
  const MarkupNode* previous = nullptr;
  for (const MarkupNode& node : nodes) {
    if (previous != nullptr) {
      alternative_marker = is_list(node.tag) && previous->tag == node.tag && !alternative_marker;
      out += separator;
    }
    out += block_markdown(node, alternative_marker);
    previous = &node;
  }
  return out;
}

bool has_child(const MarkupNode& item, bool (*is_sought)(Tag)) {
  return std::ranges::any_of(item.children, is_sought, &MarkupNode::tag);
}

// Whether a list is loose: written with blank lines between its items and their blocks. In a loose
// list Markdown makes paragraphs of the text in the items. A list with paragraphs is therefore
// loose, and a list with bare text is tight. A list with neither is loose when an item has several
// blocks, only to separate those blocks.
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

// The blocks of a list item. Inline nodes that follow each other are put into one paragraph.
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

std::string list_markdown(const MarkupNode& list, bool alternative_marker) {
  const bool ordered = list.tag == Tag::ordered_list;
  // A list inside "- " begins with "* ", because "- - -" would be a horizontal rule.
  const bool inner_alternative = !ordered && !alternative_marker;
  const std::string_view separator = is_loose(list) ? "\n\n" : "\n";
  unsigned number = list.number;
  std::string out;
  for (const MarkupNode& item : list.children) {
    if (!out.empty()) out += separator;
    std::string mark = ordered ? std::to_string(number) + (alternative_marker ? ") " : ". ")
                               : std::string(alternative_marker ? "* " : "- ");
    number = std::min(number + 1, kGreatestListNumber);
    const std::string content = blocks_markdown(item_blocks(item), separator, inner_alternative);
    out += with_line_prefixes(never_empty(content), mark, std::string(mark.size(), ' '));
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

// A heading of level 2 with line breaks is written as several lines with the underline "---". Other
// headings that come from Markdown have no line breaks: Markdown allows several lines only with an
// underline, which means level 2 or level 1, and bodies have no level 1.
std::string heading_markdown(const MarkupNode& heading) {
  if (heading.number == 2 && contains_line_break(heading)) {
    return inline_markdown(heading.children, InlinePlace::lines) + "\n---";
  }
  return std::string(heading.number, '#') + " " +
         inline_markdown(heading.children, InlinePlace::heading);
}

std::string block_markdown(const MarkupNode& node, bool alternative_marker) {
  switch (node.tag) {
    case Tag::heading: return heading_markdown(node);
    case Tag::unordered_list:
    case Tag::ordered_list: return list_markdown(node, alternative_marker);
    case Tag::block_quote:
      return with_line_prefixes(never_empty(blocks_markdown(node.children, "\n\n")), "> ", "> ");
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
