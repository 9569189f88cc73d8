// SPDX-License-Identifier: EUPL-1.2
// Plain text of a tree, and the one spelling of a tree.
#include <algorithm>
#include <utility>

#include "core/text/markup.h"

namespace landkaart {
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

// One line after another, each with the indent of the list it stands in.
class TextWriter {
 public:
  std::string take() { return std::move(out_); }

  void write_blocks(const MarkupNode& parent, std::size_t indent) {
    bool first = true;
    for (const MarkupNode& child : parent.children) {
      if (!std::exchange(first, false)) out_ += '\n';
      write_block(child, indent);
    }
  }

 private:
  void write_block(const MarkupNode& node, std::size_t indent) {
    switch (node.tag) {
      case Tag::unordered_list:
      case Tag::ordered_list:
        return write_list(node, indent);
      case Tag::block_quote:
        return write_blocks(node, indent);
      case Tag::table:
        for (const MarkupNode& row : node.children) write_row(row, indent);
        return;
      case Tag::code_block:
        return write_line(node.text, indent);
      case Tag::rule:
        return;
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

  // The text of an item stands on the line of its mark; the blocks inside it follow, indented.
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
    for (; child != item.children.end(); ++child) {
      if (is_block(child->tag)) {
        write_block(*child, indent + 2);
      } else {
        MarkupNode paragraph{Tag::paragraph, {}, 0, {*child}};
        write_block(paragraph, indent + 2);
      }
    }
  }

  void write_row(const MarkupNode& row, std::size_t indent) {
    std::string line;
    for (const MarkupNode& cell : row.children) {
      if (!line.empty()) line += " | ";
      append_inline_text(line, cell);
    }
    write_line(line, indent);
  }

  void write_line(std::string_view text, std::size_t indent) {
    out_.append(indent, ' ').append(text);
    out_ += '\n';
  }

  std::string out_;
};

bool is_space(char letter) {
  return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r' || letter == '\f' ||
         letter == '\v';
}

// Runs of white space become one space; `after_space` carries over from the text before.
void collapse(std::string& text, bool& after_space) {
  std::string collapsed;
  for (const char letter : text) {
    if (!is_space(letter)) collapsed.push_back(letter);
    if (is_space(letter) && !after_space) collapsed.push_back(' ');
    after_space = is_space(letter);
  }
  text = std::move(collapsed);
}

bool is_span(Tag tag) { return tag == Tag::emphasis || tag == Tag::strong; }

// Collapses white space over the inline nodes of one block.
void collapse_inline(std::vector<MarkupNode>& nodes, bool& after_space) {
  for (MarkupNode& node : nodes) {
    if (node.tag == Tag::text) {
      collapse(node.text, after_space);
    } else if (node.tag == Tag::line_break) {
      after_space = true;
    } else if (node.tag == Tag::image || node.tag == Tag::code) {
      after_space = false;
    } else if (!is_block(node.tag)) {
      collapse_inline(node.children, after_space);
    }
  }
}

bool trim_end(std::vector<MarkupNode>& nodes);

// Takes the space off the end of what came before a break or the end of a block.
bool trim_end(MarkupNode& node) {
  if (node.tag == Tag::text) {
    while (!node.text.empty() && node.text.back() == ' ') node.text.pop_back();
    return node.text.empty();
  }
  if (is_span(node.tag) || node.tag == Tag::link) return trim_end(node.children);
  return false;
}

bool trim_end(std::vector<MarkupNode>& nodes) {
  while (!nodes.empty() && trim_end(nodes.back())) nodes.pop_back();
  return nodes.empty();
}

// Moves a space at the edge of a span outside it, where Markdown can write it.
void move_spaces_out(std::vector<MarkupNode>& nodes) {
  std::vector<MarkupNode> moved;
  for (MarkupNode& node : nodes) {
    if (!is_span(node.tag)) {
      moved.push_back(std::move(node));
      continue;
    }
    move_spaces_out(node.children);
    const auto is_edge_space = [](const MarkupNode& edge, std::size_t at) {
      return edge.tag == Tag::text && !edge.text.empty() && edge.text[at] == ' ';
    };
    bool before = false;
    bool after = false;
    if (!node.children.empty() && is_edge_space(node.children.front(), 0)) {
      node.children.front().text.erase(0, 1);
      before = true;
    }
    if (!node.children.empty()) {
      const MarkupNode& last = node.children.back();
      if (!last.text.empty() && is_edge_space(last, last.text.size() - 1)) {
        node.children.back().text.pop_back();
        after = true;
      }
    }
    if (before) moved.push_back({Tag::text, " ", 0, {}});
    moved.push_back(std::move(node));
    if (after) moved.push_back({Tag::text, " ", 0, {}});
  }
  nodes = std::move(moved);
}

bool is_empty_inline(const MarkupNode& node) {
  if (node.tag == Tag::text || node.tag == Tag::code) return node.text.empty();
  return is_span(node.tag) && node.children.empty();
}

// Drops empty nodes, unwraps a span inside the same span, joins neighbours that are alike.
void simplify(std::vector<MarkupNode>& nodes, bool in_emphasis, bool in_strong) {
  std::vector<MarkupNode> simple;
  const auto add = [&](MarkupNode node) {
    const bool joins = !simple.empty() && simple.back().tag == node.tag;
    if (joins && node.tag == Tag::text) {
      simple.back().text += node.text;
    } else if (joins && is_span(node.tag)) {
      std::ranges::move(node.children, std::back_inserter(simple.back().children));
    } else {
      simple.push_back(std::move(node));
    }
  };
  for (MarkupNode& node : nodes) {
    if (is_span(node.tag) || node.tag == Tag::link) {
      simplify(node.children, in_emphasis || node.tag == Tag::emphasis,
               in_strong || node.tag == Tag::strong);
    }
    const bool doubled = (node.tag == Tag::emphasis && in_emphasis) ||
                         (node.tag == Tag::strong && in_strong);
    if (is_empty_inline(node)) continue;
    if (doubled) {
      for (MarkupNode& child : node.children) add(std::move(child));
    } else {
      add(std::move(node));
    }
  }
  nodes = std::move(simple);
}

// The inline nodes of one block, or of one run between the blocks of a list item.
void normalise_inline(std::vector<MarkupNode>& nodes) {
  for (int pass = 0; pass < 3; ++pass) {  // joining spans can bring new edges together
    bool after_space = true;
    collapse_inline(nodes, after_space);
    move_spaces_out(nodes);
    simplify(nodes, false, false);
    trim_end(nodes);
  }
  std::vector<MarkupNode> trimmed;
  for (MarkupNode& node : nodes) {
    if (node.tag == Tag::line_break) {
      trim_end(trimmed);
      if (trimmed.empty() || trimmed.back().tag == Tag::line_break) continue;
    }
    trimmed.push_back(std::move(node));
  }
  while (!trimmed.empty() && trimmed.back().tag == Tag::line_break) trimmed.pop_back();
  nodes = std::move(trimmed);
}

void normalise_list_item(MarkupNode& item) {
  std::vector<MarkupNode> children;
  std::vector<MarkupNode> run;
  const auto flush = [&] {
    normalise_inline(run);
    std::ranges::move(run, std::back_inserter(children));
    run.clear();
  };
  for (MarkupNode& child : item.children) {
    if (is_block(child.tag)) {
      flush();
      normalise(child);
      children.push_back(std::move(child));
    } else {
      run.push_back(std::move(child));
    }
  }
  flush();
  item.children = std::move(children);
}

}  // namespace

void normalise(MarkupNode& node) {
  switch (node.tag) {
    case Tag::paragraph:
    case Tag::heading:
    case Tag::table_header:
    case Tag::table_cell:
      return normalise_inline(node.children);
    case Tag::list_item:
      return normalise_list_item(node);
    default:
      for (MarkupNode& child : node.children) normalise(child);
      std::erase_if(node.children, [](const MarkupNode& child) {
        return child.tag == Tag::paragraph && child.children.empty();
      });
  }
}

std::string to_plain_text(const MarkupNode& node) {
  TextWriter writer;
  writer.write_blocks(node, 0);
  return writer.take();
}

}  // namespace landkaart
