// SPDX-License-Identifier: EUPL-1.2
// to_markdown, which writes a tree as canonical Markdown: CommonMark with tables and
// strikethrough, always in the same spelling, so that parsing the result gives the same tree again.
// This file writes blocks; markdown_inline.cpp writes the text inside them.
#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "core/base/malformed.h"
#include "core/text/markdown_inline.h"
#include "core/text/markup.h"

namespace landkaart::inline v0 {
namespace {

constexpr unsigned kGreatestListNumber = 999'999'999;  // CommonMark allows nine digits

bool is_list(Tag tag) { return tag == Tag::unordered_list || tag == Tag::ordered_list; }

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

std::string row_markdown(const MarkupNode& row) {
  std::string out = "|";
  for (const MarkupNode& cell : row.children) {
    out += " " + inline_markdown(cell.children, InlinePlace::table_cell) + " |";
  }
  return out;
}

// The cell below the header of a column, which says how the column is aligned.
std::string_view delimiter_of(const MarkupNode& header) {
  switch (static_cast<Alignment>(header.number)) {
    case Alignment::left: return ":---";
    case Alignment::center: return ":---:";
    case Alignment::right: return "---:";
    default: return "---";
  }
}

std::string table_markdown(const MarkupNode& table) {
  std::string out;
  for (std::size_t i = 0; i < table.children.size(); ++i) {
    if (i > 0) out += '\n';
    out += row_markdown(table.children[i]);
    if (i == 0) {
      out += "\n|";
      for (const MarkupNode& header : table.children[0].children) {
        out.append(" ").append(delimiter_of(header)).append(" |");
      }
    }
  }
  return out;
}

// Code with three backticks in a row gets a fence of tildes, because the compiler refuses a line
// with more than 30 backticks in a row, and a fence of backticks is longer than any in the code.
std::string code_markdown(std::string_view code) {
  const char mark = longest_run(code, '`') < 3 ? '`' : '~';
  const std::string fence(std::max<std::size_t>(3, longest_run(code, mark) + 1), mark);
  std::string out = fence + "\n";
  out += code;
  if (!code.empty() && code.back() != '\n') out += '\n';
  return out + fence;
}

// A heading of level 2 with line breaks is written as several lines with the underline "---".
// Markdown allows several lines only with an underline, so other headings have <br>.
std::string heading_markdown(const MarkupNode& heading) {
  if (heading.number == 2 && contains_line_break(heading)) {
    return inline_markdown(heading.children, InlinePlace::lines) + "\n---";
  }
  return std::string(heading.number, '#') + " " +
         inline_markdown(heading.children, InlinePlace::heading);
}

// Writes blocks into one text. The prefix of a line consists of the indents of the list items and
// the marks of the quotations around the line.
class BlockWriter {
 public:
  std::string finish() {
    if (!out_.empty()) out_ += '\n';
    return std::move(out_);
  }

  // Writes blocks one after another. `alternative_marker` applies to the first block. A list
  // directly after a list of the same sort gets the marker that the list before it does not have,
  // because Markdown joins two such lists with the same marker.
  void write_blocks(const std::vector<MarkupNode>& nodes, std::string_view separator) {
    const MarkupNode* previous = nullptr;
    bool alternative_marker = false;
    for (const MarkupNode& node : nodes) {
      if (previous != nullptr) {
        alternative_marker = is_list(node.tag) && previous->tag == node.tag && !alternative_marker;
        append(separator);
      }
      write_block(node, alternative_marker);
      previous = &node;
    }
  }

 private:
  // A list is written with the markers "-" and "1.", or with the alternative markers "*" and "1)".
  void write_block(const MarkupNode& node, bool alternative_marker) {
    switch (node.tag) {
      case Tag::heading: return append(heading_markdown(node));
      case Tag::unordered_list:
      case Tag::ordered_list: return write_list(node, alternative_marker);
      case Tag::block_quote:
        return write_inside("> ", "> ", [&] { write_blocks(node.children, "\n\n"); });
      case Tag::code_block: return append(code_markdown(node.text));
      case Tag::rule: return append("___");
      case Tag::table: return append(table_markdown(node));
      default: append(inline_markdown(node.children, InlinePlace::lines));
    }
  }

  void write_list(const MarkupNode& list, bool alternative_marker) {
    const bool ordered = list.tag == Tag::ordered_list;
    // A list inside "- " begins with "* ", because "- - -" would be a horizontal rule.
    const bool inner_alternative = !ordered && !alternative_marker;
    const std::string_view separator = is_loose(list) ? "\n\n" : "\n";
    unsigned number = list.number;
    for (const MarkupNode& item : list.children) {
      if (&item != &list.children.front()) append(separator);
      const std::string mark = ordered ? std::to_string(number) + (alternative_marker ? ") " : ". ")
                                       : std::string(alternative_marker ? "* " : "- ");
      number = std::min(number + 1, kGreatestListNumber);
      write_inside(mark, std::string(mark.size(), ' '),
                   [&] { write_item(item, separator, inner_alternative); });
    }
  }

  // Writes the blocks of a list item. Inline nodes that follow each other are one paragraph.
  void write_item(const MarkupNode& item, std::string_view separator, bool alternative_marker) {
    using Nodes = std::span<const MarkupNode>;
    Tag previous = Tag::document;  // no block of an item has this tag
    for (Nodes left = item.children; !left.empty();) {
      const auto end = std::ranges::find_if(left, is_block, &MarkupNode::tag);
      const auto inlines = static_cast<std::size_t>(end - left.begin());
      const Tag tag = inlines > 0 ? Tag::paragraph : left.front().tag;
      if (previous != Tag::document) {
        alternative_marker = is_list(tag) && previous == tag && !alternative_marker;
        append(separator);
      }
      if (inlines > 0) {
        append(inline_markdown(left.first(inlines), InlinePlace::lines));
      } else {
        write_block(left.front(), alternative_marker);
      }
      left = left.subspan(std::max<std::size_t>(inlines, 1));
      previous = tag;
    }
  }

  // Writes `mark`, and then what `write` writes, with `prefix` before each of its lines except the
  // first. Content of no bytes becomes a space as an entity.
  template <typename Write>
  void write_inside(std::string_view mark, std::string_view prefix, const Write& write) {
    append(mark);
    const std::size_t outer = prefix_.size();
    prefix_ += prefix;
    const std::size_t begin = out_.size();
    write();
    if (out_.size() == begin) append(kDroppedSpace);
    prefix_.resize(outer);
  }

  // Appends text of any number of lines. The prefix of a line is written together with its first
  // character: after a line feed, the line can still turn out to belong to an outer block. A blank
  // line gets the prefix without its trailing spaces.
  void append(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
      const std::string_view line = text.substr(0, end);
      text.remove_prefix(end);
      if (out_.size() + prefix_.size() + line.size() >= kDerivedBytes) {
        beyond_limit("the Markdown of a body", kDerivedBytes, "bytes");
      }
      if (!out_.empty() && out_.back() == '\n') {
        const bool blank = line == "\n";
        out_.append(prefix_, 0, blank ? prefix_.find_last_not_of(' ') + 1 : prefix_.size());
      }
      out_ += line;
    }
  }

  std::string out_;
  std::string prefix_;
};

}  // namespace

std::string to_markdown(const MarkupNode& node) {
  BlockWriter writer;
  writer.write_blocks(node.children, "\n\n");
  return writer.finish();
}

}  // namespace landkaart::inline v0
