// SPDX-License-Identifier: EUPL-1.2
// What surrounds the marks of an emphasis decides whether Markdown sees them. Where the neighbour
// of a mark is in the way it is written as an entity, such as &#101; for an e.
#include "core/text/markdown_inline.h"

#include <algorithm>
#include <utility>

#include "core/text/utf8.h"

namespace landkaart::inline v0 {
namespace {

constexpr char32_t kEdge = '\n';  // what stands before the first node and after the last
constexpr char32_t kNoBreakSpace = 0xa0;

bool is_ascii_word(char32_t code) {
  const char32_t lower = code | 0x20;
  return (code >= '0' && code <= '9') || (lower >= 'a' && lower <= 'z');
}

bool is_ascii_punctuation(char32_t code) {
  return code > ' ' && code < 0x7f && !is_ascii_word(code);
}

// Spaces of Unicode are hard to see and count as white space beside a mark.
bool is_wide_space(char32_t code) {
  return code == kNoBreakSpace || code == 0x1680 || (code >= 0x2000 && code <= 0x200a) ||
         code == 0x202f || code == 0x205f || code == 0x3000;
}

// How CommonMark sees a letter beside a mark, as far as that is the same in all its versions.
enum class Side { space, punctuation, word, unknown };

Side side_of(char32_t code) {
  if (code == ' ' || code == '\n') return Side::space;
  if (is_ascii_punctuation(code) || is_wide_space(code)) return Side::punctuation;  // as an entity
  if (is_ascii_word(code)) return Side::word;
  const bool latin = code >= 0xc0 && code < 0x250 && code != 0xd7 && code != 0xf7;
  if (latin) return Side::word;
  return code >= 0x2010 && code < 0x2028 ? Side::punctuation : Side::unknown;
}

// Beside these any mark that touches its own content opens and closes.
bool is_open(char32_t code) {
  return side_of(code) == Side::space || side_of(code) == Side::punctuation;
}

char32_t last_code(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) --at;
  return decode_utf8(text, at).code;
}

// The first and the last letter that a node is written with.
char32_t first_code(const MarkupNode& node) {
  switch (node.tag) {
    case Tag::text: return node.text.empty() ? kEdge : decode_utf8(node.text, 0).code;
    case Tag::code: return '`';
    case Tag::link: return '[';
    case Tag::image: return '!';
    case Tag::line_break: return '\\';
    default: return '*';
  }
}

char32_t last_code(const MarkupNode& node) {
  switch (node.tag) {
    case Tag::text: return node.text.empty() ? kEdge : last_code(std::string_view(node.text));
    case Tag::code: return '`';
    case Tag::link:
    case Tag::image: return ')';
    case Tag::line_break: return '\n';
    default: return '*';
  }
}

// Whether marks just outside these nodes are seen whatever stands around them: they begin and end
// with a letter, and not with one that could become an entity for a mark inside.
bool begins_with_letter(const std::vector<MarkupNode>& nodes) {
  const MarkupNode& first = nodes.front();
  const bool alone = first.tag == Tag::text && code_points(first.text, first.text.size()) == 1;
  return side_of(first_code(first)) == Side::word && (!alone || nodes.size() == 1);
}

bool ends_with_letter(const std::vector<MarkupNode>& nodes) {
  const MarkupNode& last = nodes.back();
  const bool alone = last.tag == Tag::text && code_points(last.text, last.text.size()) == 1;
  return side_of(last_code(last)) == Side::word && (!alone || nodes.size() == 1);
}

bool holds_strong(const MarkupNode& node) {
  return node.tag == Tag::strong || std::ranges::any_of(node.children, holds_strong);
}

std::string entity(char32_t code) {
  if (code == kNoBreakSpace) return "&nbsp;";
  return "&#" + std::to_string(static_cast<std::uint32_t>(code)) + ";";
}

// Whether text from an & on would be read as an entity.
bool looks_like_entity(std::string_view text) {
  const auto end = std::ranges::find_if(text.substr(1), [](char c) {
    return !is_ascii_word(static_cast<unsigned char>(c)) && c != '#';
  });
  return end != text.end() && end != text.begin() + 1 && *end == ';';
}

// Where text at the start of a line needs a backslash, since a list, heading, quotation, fence,
// table or underline would begin there.
std::size_t escape_at_line_start(std::string_view text) {
  constexpr std::string_view kMarks = "#>+-=~|:";
  if (text.empty()) return std::string_view::npos;
  if (kMarks.find(text.front()) != std::string_view::npos) return 0;
  const std::size_t digits = text.find_first_not_of("0123456789");
  const bool list = digits != 0 && digits != std::string_view::npos &&
                    (text[digits] == '.' || text[digits] == ')');
  return list ? digits : std::string_view::npos;
}

// Whether a paragraph would be read as a definition, "[label]: address". Text is escaped so that it
// is not, but code in a link cannot be.
bool looks_like_definition(std::string_view text) {
  if (!text.starts_with('[')) return false;
  for (std::size_t at = text.find("]:"); at != std::string_view::npos;
       at = text.find("]:", at + 1)) {
    const std::size_t backslashes = at - 1 - text.find_last_not_of('\\', at - 1);
    if (backslashes % 2 == 0) return true;
  }
  return false;
}

class InlineWriter {
 public:
  explicit InlineWriter(InlinePlace place) : place_(place) {}

  std::string write(const std::vector<MarkupNode>& nodes) {
    write_nodes(nodes, kEdge);
    if (place_ == InlinePlace::lines && looks_like_definition(out_)) out_.insert(0, kNothing);
    return std::move(out_);
  }

 private:
  // `after` is the letter that will follow these nodes.
  void write_nodes(const std::vector<MarkupNode>& nodes, char32_t after) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      write_node(nodes[i], i + 1 < nodes.size() ? first_code(nodes[i + 1]) : after);
    }
  }

  void write_node(const MarkupNode& node, char32_t after) {
    switch (node.tag) {
      case Tag::text: return write_text(node.text, after);
      case Tag::line_break: out_ += place_ == InlinePlace::lines ? "\\\n" : " "; return;
      case Tag::code: return write_code(node.text);
      case Tag::strong: return write_strong(node, after);
      case Tag::emphasis: return write_emphasis(node, after);
      case Tag::image: out_ += '!'; [[fallthrough]];
      case Tag::link:
        out_ += '[';
        write_nodes(node.children, ']');
        out_ += "](";
        write_address(node.text);
        out_ += ')';
        return;
      default: return;
    }
  }

  char32_t before() const { return out_.empty() ? kEdge : last_code(std::string_view(out_)); }

  void write_strong(const MarkupNode& node, char32_t after) {
    if (node.children.empty()) return;
    if (!begins_with_letter(node.children) && !is_open(before())) encode_last_letter();
    out_ += "**";
    const bool was_in_strong = std::exchange(in_strong_, true);
    write_nodes(node.children, '*');
    in_strong_ = was_in_strong;
    out_ += "**";
    encode_next_ = !ends_with_letter(node.children) && !is_open(after);
  }

  // _ needs open sides, * does inside a word too; * stays away from the ** of strong text.
  void write_emphasis(const MarkupNode& node, char32_t after) {
    if (node.children.empty()) return;
    const bool open = is_open(before()) && is_open(after);
    const bool starred = !open && !in_strong_ && before() != '*' && after != '*' &&
                         begins_with_letter(node.children) && ends_with_letter(node.children) &&
                         !holds_strong(node);
    if (!open && !starred && !is_open(before())) encode_last_letter();
    const char mark = starred ? '*' : '_';
    out_ += mark;
    write_nodes(node.children, static_cast<unsigned char>(mark));
    out_ += mark;
    encode_next_ = !starred && !is_open(after);
  }

  void encode_last_letter() {
    const char32_t code = before();
    while ((static_cast<unsigned char>(out_.back()) & 0xc0) == 0x80) out_.pop_back();
    out_.pop_back();
    out_ += entity(code);
  }

  bool at_line_start() const {
    return place_ == InlinePlace::lines && (out_.empty() || out_.back() == '\n');
  }

  void write_text(std::string_view text, char32_t after) {
    const std::size_t line_start = at_line_start() ? escape_at_line_start(text) : text.size();
    for (std::size_t i = 0; i < text.size();) {
      const DecodedLetter letter = decode_utf8(text, i);
      const bool whole = letter.length > 1 || letter.code < 0x80;  // broken bytes stay as they are
      if (is_wide_space(letter.code) || (std::exchange(encode_next_, false) && whole)) {
        out_ += entity(letter.code);
      } else {
        const bool last = i + 1 == text.size();
        if (is_special(text.substr(i), last ? after : kEdge) || i == line_start) out_ += '\\';
        out_ += text.substr(i, letter.length);
      }
      i += letter.length;
    }
  }

  bool is_special(std::string_view text, char32_t after) const {
    switch (text.front()) {
      case '\\':
      case '`':
      case '*':
      case '_':
      case '[':
      case ']':
      case '<': return true;
      case '&': return looks_like_entity(text);
      case '!': return text.size() == 1 && after == '[';
      case '#': return place_ == InlinePlace::heading;
      case '|': return place_ == InlinePlace::table_cell;
      default: return false;
    }
  }

  void write_code(std::string_view text) {
    const std::string fence(longest_run(text, '`') + 1, '`');
    const bool blank = text.find_first_not_of(' ') == std::string_view::npos;
    const bool pad = !blank && (text.front() == '`' || text.back() == '`' ||
                                (text.front() == ' ' && text.back() == ' '));
    const std::string_view space = pad ? " " : "";
    out_.append(fence).append(space).append(text).append(space).append(fence);
  }

  // Between < and > when it has a letter that could mean something else.
  void write_address(std::string_view address) {
    std::string escaped;
    for (std::size_t i = 0; i < address.size(); ++i) {
      if (!is_plain_in_address(address, i)) escaped += '\\';
      escaped += address[i];
    }
    const bool plain = escaped.size() == address.size();
    out_ += plain ? escaped : "<" + escaped + ">";
  }

  static bool is_plain_in_address(std::string_view address, std::size_t at) {
    const auto is_word_at = [&](std::size_t i) {
      return i < address.size() && is_ascii_word(static_cast<unsigned char>(address[i]));
    };
    if (address[at] == '_') return is_word_at(at - 1) && is_word_at(at + 1);
    return !is_ascii_punctuation(static_cast<unsigned char>(address[at])) ||
           std::string_view(":/?#@!$',;=.~%+-").find(address[at]) != std::string_view::npos;
  }

  std::string out_;
  InlinePlace place_;
  bool in_strong_ = false;
  bool encode_next_ = false;  // the first letter of the text that follows
};

}  // namespace

std::string inline_markdown(const std::vector<MarkupNode>& nodes, InlinePlace place) {
  return InlineWriter(place).write(nodes);
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

}  // namespace landkaart::inline v0
