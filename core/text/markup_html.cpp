// SPDX-License-Identifier: EUPL-1.2
// parse_html and to_html, for the HTML subset. The parser is strict: it accepts one spelling of
// each tag and attribute, the one that the writer produces, and rejects everything else.
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "core/base/malformed.h"
#include "core/text/markup.h"
#include "core/text/names.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

struct Element {
  Tag tag;
  std::string_view name;
};

constexpr std::array kElements = {Element{Tag::paragraph, "p"},
                                  Element{Tag::unordered_list, "ul"},
                                  Element{Tag::ordered_list, "ol"},
                                  Element{Tag::list_item, "li"},
                                  Element{Tag::block_quote, "blockquote"},
                                  Element{Tag::code_block, "pre"},
                                  Element{Tag::rule, "hr"},
                                  Element{Tag::table, "table"},
                                  Element{Tag::table_row, "tr"},
                                  Element{Tag::table_header, "th"},
                                  Element{Tag::table_cell, "td"},
                                  Element{Tag::emphasis, "em"},
                                  Element{Tag::strong, "strong"},
                                  Element{Tag::strikethrough, "del"},
                                  Element{Tag::code, "code"},
                                  Element{Tag::link, "a"},
                                  Element{Tag::image, "img"},
                                  Element{Tag::line_break, "br"}};

// The value of the attribute align for each Alignment.
constexpr std::array<std::string_view, 4> kAlignments = {"", "left", "center", "right"};

constexpr unsigned kSmallestHeading = 2;
constexpr unsigned kLargestHeading = 6;

std::string_view name_of(Tag tag) { return std::ranges::find(kElements, tag, &Element::tag)->name; }

bool is_inline(Tag tag) { return tag >= Tag::emphasis || tag == Tag::text; }

// Whether `child` may be a direct child of `parent` in the subset.
bool may_hold(Tag parent, Tag child) {
  switch (parent) {
    case Tag::document:
    case Tag::block_quote: return is_block(child);
    case Tag::list_item: return is_block(child) || is_inline(child);
    case Tag::unordered_list:
    case Tag::ordered_list: return child == Tag::list_item;
    case Tag::table: return child == Tag::table_row;
    case Tag::table_row: return child == Tag::table_header || child == Tag::table_cell;
    case Tag::paragraph:
    case Tag::heading:
    case Tag::table_header:
    case Tag::table_cell:
    case Tag::emphasis:
    case Tag::strong:
    case Tag::strikethrough:
    case Tag::link: return is_inline(child);
    default: return false;
  }
}

class HtmlParser {
 public:
  explicit HtmlParser(std::string_view html) : html_(html) {}

  MarkupNode parse() {
    MarkupNode document;
    parse_children(document, 0);
    if (!rest().empty()) fail("a closing tag has no opening tag");
    return document;
  }

 private:
  std::string_view rest() const { return html_.substr(offset_); }

  [[noreturn]] void fail(const std::string& problem) const {
    malformed("a body is not in the allowed subset of HTML: " + problem + " (at byte " +
              std::to_string(offset_) + " of the HTML)");
  }

  // Moves past `expected` when it comes next. Returns false, and does not move, when it does not.
  bool skip(std::string_view expected) {
    if (!rest().starts_with(expected)) return false;
    offset_ += expected.size();
    return true;
  }

  void expect(std::string_view expected) {
    if (!skip(expected)) fail("expected " + std::string(expected));
  }

  // Reads text up to `end` or '<', and decodes the four allowed entities.
  std::string parse_text(char end) {
    std::string text;
    while (offset_ < html_.size() && html_[offset_] != end && html_[offset_] != '<') {
      if (html_[offset_] == '>' || html_[offset_] == '"') {
        fail("'>' and '\"' in text must be written as &gt; and &quot;");
      }
      if (html_[offset_] != '&') {
        const auto next = std::ranges::find_if(rest(), [](char byte) {
          return byte == '&' || byte == '<' || byte == '>' || byte == '"';
        });
        text.append(rest().begin(), next);
        offset_ = static_cast<std::size_t>(next - html_.begin());
      } else if (skip("&amp;")) {
        text.push_back('&');
      } else if (skip("&lt;")) {
        text.push_back('<');
      } else if (skip("&gt;")) {
        text.push_back('>');
      } else if (skip("&quot;")) {
        text.push_back('"');
      } else {
        fail("'&' must begin one of &amp; &lt; &gt; &quot;");
      }
    }
    return text;
  }

  std::string parse_attribute(std::string_view name) {
    expect(" " + std::string(name) + "=\"");
    std::string value = parse_text('"');
    expect("\"");
    return value;
  }

  unsigned parse_number(std::string_view digits) const {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size()) {
      fail("the start of a list must be a number from 0 to 4294967295");
    }
    return number;
  }

  // Reads the attribute align of a cell. A cell without it has Alignment::none.
  unsigned parse_alignment() {
    if (!rest().starts_with(' ')) return 0;
    const auto found =
        std::find(kAlignments.begin() + 1, kAlignments.end(), parse_attribute("align"));
    if (found == kAlignments.end()) fail("a cell must be aligned left, center or right");
    return static_cast<unsigned>(found - kAlignments.begin());
  }

  std::string parse_address(std::string_view attribute) {
    std::string address = parse_attribute(attribute);
    if (!is_safe_address(address)) {
      fail(
          "an address must begin with item:, asset:, https:, http:, mailto:, tel: or # and have no "
          "spaces");
    }
    constexpr std::string_view kItem = "item:";
    if (address.starts_with(kItem)) {
      const std::string_view target = std::string_view(address).substr(kItem.size());
      if (!is_valid_id(target.substr(0, target.find('#')))) {
        fail("an address that begins with item: must go on with an id");
      }
    }
    return address;
  }

  // `depth` is the number of elements around the children.
  void parse_children(MarkupNode& parent, unsigned depth) {
    while (!rest().empty() && !rest().starts_with("</")) {
      MarkupNode child = rest().starts_with('<') ? parse_element(depth) : parse_text_node();
      if (!may_hold(parent.tag, child.tag)) {
        fail("an element or text is inside an element that may not contain it");
      }
      parent.children.push_back(std::move(child));
    }
  }

  MarkupNode parse_text_node() {
    count_node();
    return {Tag::text, parse_text('<'), 0, {}};
  }

  void count_node() {
    if (++nodes_ > limits::kMarkupNodes) {
      beyond_limit("a body", limits::kMarkupNodes, "elements and texts");
    }
  }

  MarkupNode parse_element(unsigned depth) {
    expect("<");
    count_node();
    const std::size_t length = rest().find_first_of(" >");
    if (length == std::string_view::npos) fail("a tag has no '>'");
    const std::string_view name = rest().substr(0, length);
    offset_ += length;
    MarkupNode node;
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '2' && name[1] <= '6') {
      node.tag = Tag::heading;
      node.number = static_cast<unsigned>(name[1] - '0');
    } else {
      const auto element = std::ranges::find(kElements, name, &Element::name);
      if (element == kElements.end()) {
        fail("the element <" + std::string(name) + "> is not allowed");
      }
      node.tag = element->tag;
    }
    const unsigned elements = node.tag == Tag::code_block ? 2 : 1;  // <pre> holds a <code>
    if (depth + elements > limits::kMarkupDepth) {
      beyond_limit("a body", limits::kMarkupDepth, "elements inside each other");
    }
    parse_attributes_and_content(node, name, depth);
    return node;
  }

  // Reads from after the name of the opening tag to the end of the closing tag. br, hr and img have
  // no content and no closing tag.
  void parse_attributes_and_content(MarkupNode& node, std::string_view name, unsigned depth) {
    switch (node.tag) {
      case Tag::rule:
      case Tag::line_break: expect(">"); return;
      case Tag::image:
        node.text = parse_address("src");
        node.children.push_back({Tag::text, parse_attribute("alt"), 0, {}});
        expect(">");
        return;
      case Tag::code_block:
        expect("><code>");
        node.text = parse_text('<');
        expect("</code>");
        break;
      case Tag::code:
        expect(">");
        node.text = parse_text('<');
        break;
      case Tag::link:
        node.text = parse_address("href");
        expect(">");
        parse_children(node, depth + 1);
        break;
      case Tag::table_header:
      case Tag::table_cell:
        node.number = parse_alignment();
        expect(">");
        parse_children(node, depth + 1);
        break;
      case Tag::ordered_list:
        node.number = rest().starts_with(' ') ? parse_number(parse_attribute("start")) : 1;
        [[fallthrough]];
      default: expect(">"); parse_children(node, depth + 1);
    }
    expect("</" + std::string(name) + ">");
  }

  std::string_view html_;
  std::size_t offset_ = 0;
  std::uint32_t nodes_ = 0;
};

void append_escaped(std::string& out, std::string_view text) {
  for (const char letter : text) {
    switch (letter) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out.push_back(letter);
    }
  }
}

void append_html(std::string& out, const MarkupNode& node);

void append_children(std::string& out, const MarkupNode& node) {
  for (const MarkupNode& child : node.children) append_html(out, child);
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out.append(" ").append(name).append("=\"");
  append_escaped(out, value);
  out += '"';
}

bool is_cell(Tag tag) { return tag == Tag::table_header || tag == Tag::table_cell; }

void append_html(std::string& out, const MarkupNode& node) {
  if (node.tag == Tag::document) return append_children(out, node);
  if (node.tag == Tag::text) return append_escaped(out, node.text);
  const std::string name =
      node.tag == Tag::heading
          ? "h" + std::to_string(std::clamp(node.number, kSmallestHeading, kLargestHeading))
          : std::string(name_of(node.tag));
  out += "<" + name;
  if (node.tag == Tag::link) append_attribute(out, "href", node.text);
  if (node.tag == Tag::image) {
    append_attribute(out, "src", node.text);
    append_attribute(out, "alt", node.children.empty() ? "" : node.children.front().text);
  }
  if (node.tag == Tag::ordered_list && node.number != 1) {
    append_attribute(out, "start", std::to_string(node.number));
  }
  if (is_cell(node.tag) && node.number != 0) {
    append_attribute(out, "align", kAlignments.at(node.number));
  }
  out += '>';
  if (node.tag == Tag::rule || node.tag == Tag::line_break || node.tag == Tag::image) return;
  if (node.tag == Tag::code_block) out += "<code>";
  if (is_leaf(node.tag)) append_escaped(out, node.text);
  append_children(out, node);
  if (node.tag == Tag::code_block) out += "</code>";
  out += "</" + name + ">";
}

}  // namespace

bool is_block(Tag tag) {
  return tag >= Tag::paragraph && tag <= Tag::table && tag != Tag::list_item;
}

bool is_leaf(Tag tag) {
  return tag == Tag::text || tag == Tag::code || tag == Tag::code_block || tag == Tag::line_break ||
         tag == Tag::rule;
}

bool contains_line_break(const MarkupNode& node) {
  return node.tag == Tag::line_break || std::ranges::any_of(node.children, contains_line_break);
}

bool is_safe_address(std::string_view address) {
  constexpr std::array<std::string_view, 7> kAllowed = {
      "item:", "asset:", "https:", "http:", "mailto:", "tel:", "#"};
  const bool printable =
      std::ranges::none_of(address, [](char c) { return static_cast<unsigned char>(c) <= ' '; });
  return printable && std::ranges::any_of(kAllowed, [&](std::string_view start) {
           return address.starts_with(start);
         });
}

MarkupNode parse_html(std::string_view html) { return HtmlParser(html).parse(); }

std::string to_html(const MarkupNode& node) {
  std::string out;
  append_html(out, node);
  return out;
}

}  // namespace landkaart::inline v0
