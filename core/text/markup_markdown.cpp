// SPDX-License-Identifier: EUPL-1.2
// Canonical Markdown of a tree: CommonMark with tables, one spelling for each tree, written so that
// parsing it gives the same tree again.
#include <algorithm>
#include <string>
#include <utility>

#include "core/text/markup.h"
#include "core/text/utf8.h"

namespace landkaart {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool joins_words(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return byte >= 0x80 || is_digit(letter) || ((letter | 0x20) >= 'a' && (letter | 0x20) <= 'z');
}

std::size_t longest_run(std::string_view text, char letter) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == letter ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// Whether text at the start of a line would begin a list, heading, quotation or fence there.
std::size_t escape_position_at_line_start(std::string_view text) {
  constexpr std::string_view kMarks = "#>+-=~";
  if (text.empty()) return std::string_view::npos;
  if (kMarks.find(text.front()) != std::string_view::npos) return 0;
  const std::size_t digits = text.find_first_not_of("0123456789");
  const bool list = digits != 0 && digits != std::string_view::npos &&
                    (text[digits] == '.' || text[digits] == ')');
  return list ? digits : std::string_view::npos;
}

// Writes the inline nodes of one block.
class InlineWriter {
 public:
  explicit InlineWriter(bool in_heading) : in_heading_(in_heading) {}

  std::string write(const std::vector<MarkupNode>& nodes) {
    write_nodes(nodes, '\0');
    return std::move(out_);
  }

 private:
  // `after` is the first letter of what follows these nodes, for the choice between * and _.
  void write_nodes(const std::vector<MarkupNode>& nodes, char after) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      write_node(nodes[i], i + 1 < nodes.size() ? first_letter(nodes[i + 1]) : after);
    }
  }

  static char first_letter(const MarkupNode& node) {
    if (node.tag == Tag::text) return node.text.empty() ? '\0' : node.text.front();
    return '*';
  }

  void write_node(const MarkupNode& node, char after) {
    switch (node.tag) {
      case Tag::text:
        return write_text(node.text);
      case Tag::line_break:
        out_ += "\\\n";
        return;
      case Tag::code:
        return write_code(node.text);
      case Tag::strong:
        out_ += "**";
        write_nodes(node.children, '*');
        out_ += "**";
        return;
      case Tag::emphasis: {
        const bool inside_word =
            (!out_.empty() && joins_words(out_.back())) || joins_words(after);
        const char mark = inside_word ? '*' : '_';
        out_ += mark;
        write_nodes(node.children, mark);
        out_ += mark;
        return;
      }
      case Tag::image:
        out_ += '!';
        [[fallthrough]];
      case Tag::link:
        out_ += '[';
        write_nodes(node.children, ']');
        out_ += "](";
        write_address(node.text);
        out_ += ')';
        return;
      default:
        return;
    }
  }

  bool at_line_start() const { return out_.empty() || out_.back() == '\n'; }

  void write_text(std::string_view text) {
    const std::size_t line_start =
        at_line_start() ? escape_position_at_line_start(text) : std::string_view::npos;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char letter = text[i];
      const bool special = std::string_view("\\`*_[]<&|").find(letter) != std::string_view::npos ||
                           (in_heading_ && letter == '#') ||
                           (letter == '!' && i + 1 == text.size());
      if (special || i == line_start) out_ += '\\';
      out_ += letter;
    }
  }

  void write_code(std::string_view text) {
    const std::string fence(longest_run(text, '`') + 1, '`');
    const bool blank = text.find_first_not_of(' ') == std::string_view::npos;
    const bool pad = !blank && (text.front() == '`' || text.back() == '`' ||
                                (text.front() == ' ' && text.back() == ' '));
    out_ += fence;
    if (pad) out_ += ' ';
    for (const char letter : text) out_ += letter;
    if (pad) out_ += ' ';
    out_ += fence;
  }

  void write_address(std::string_view address) {
    const bool plain = std::ranges::all_of(address, [](char letter) {
      return joins_words(letter) || std::string_view(":/?#@!$',;=._~%+-").find(letter) !=
                                        std::string_view::npos;
    });
    if (plain) {
      out_ += address;
      return;
    }
    out_ += '<';
    for (const char letter : address) {
      if (std::string_view("\\<>&").find(letter) != std::string_view::npos) out_ += '\\';
      out_ += letter;
    }
    out_ += '>';
  }

  std::string out_;
  bool in_heading_;
};

std::string inline_markdown(const std::vector<MarkupNode>& nodes, bool in_heading = false) {
  return InlineWriter(in_heading).write(nodes);
}

// The lines of one block, without its indent.
std::string block_markdown(const MarkupNode& node, bool second_list);

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

// Blocks one after another; a list directly after a list of its own sort gets the other mark.
std::string blocks_markdown(const std::vector<MarkupNode>& nodes, std::string_view separator) {
  std::string out;
  const MarkupNode* previous = nullptr;
  bool second_list = false;
  for (const MarkupNode& node : nodes) {
    second_list = is_list(node.tag) && previous != nullptr && previous->tag == node.tag &&
                  !second_list;
    if (previous != nullptr) out += separator;
    out += block_markdown(node, second_list);
    previous = &node;
  }
  return out;
}

bool is_loose(const MarkupNode& list) {
  return std::ranges::any_of(list.children, [](const MarkupNode& item) {
    return std::ranges::any_of(item.children,
                               [](const MarkupNode& child) { return child.tag == Tag::paragraph; });
  });
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

std::string list_markdown(const MarkupNode& list, bool second_list) {
  const bool loose = is_loose(list);
  unsigned number = list.number;
  std::string out;
  for (const MarkupNode& item : list.children) {
    if (!out.empty()) out += loose ? "\n\n" : "\n";
    std::string mark = list.tag == Tag::unordered_list
                           ? std::string(second_list ? "*" : "-")
                           : std::to_string(number++) + (second_list ? ")" : ".");
    const std::string content = blocks_markdown(item_blocks(item), loose ? "\n\n" : "\n");
    if (content.empty()) {
      out += mark;
    } else {
      mark += ' ';
      out += prefixed(content, mark, std::string(mark.size(), ' '));
    }
  }
  return out;
}

std::string row_markdown(const MarkupNode& row) {
  std::string out = "|";
  for (const MarkupNode& cell : row.children) {
    std::string text = inline_markdown(cell.children);
    out += " " + text + " |";
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

std::string block_markdown(const MarkupNode& node, bool second_list) {
  switch (node.tag) {
    case Tag::heading:
      return std::string(node.number, '#') + " " + inline_markdown(node.children, true);
    case Tag::unordered_list:
    case Tag::ordered_list:
      return list_markdown(node, second_list);
    case Tag::block_quote:
      return prefixed(blocks_markdown(node.children, "\n\n"), "> ", "> ");
    case Tag::code_block:
      return code_markdown(node.text);
    case Tag::rule:
      return "___";
    case Tag::table:
      return table_markdown(node);
    default:
      return inline_markdown(node.children);
  }
}

}  // namespace

std::string to_markdown(const MarkupNode& node) {
  const std::string out = blocks_markdown(node.children, "\n\n");
  return out.empty() ? out : out + "\n";
}

}  // namespace landkaart
