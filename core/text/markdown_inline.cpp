// SPDX-License-Identifier: EUPL-1.2
//
// Problem: write a tree of inline nodes as Markdown such that every parser of CommonMark reads the
// same tree back. Emphasis is the hard part. Whether a run of * or _ opens or closes an emphasis
// depends on the characters on both sides of the run (the rules of left-flanking and right-flanking
// delimiter runs in the CommonMark specification), and versions of CommonMark disagree about which
// Unicode characters are punctuation.
//
// Idea: each character beside a run is a space, punctuation, a word character, or unknown when
// versions disagree. A run between a space or punctuation on its outside and any content on its
// inside always works. Where the outside is something else, and the content does not begin (or end)
// with a word character, the neighbour outside is written as an entity, such as &#101; for "e". The
// source then has "&" or ";" beside the run, which is punctuation in every version. Emphasis is
// written with _ and inside a word with *, because _ does not work inside words; strong text is
// always written with **, and struck-out text with ~~. All other characters with a meaning get a
// backslash.
//
// The approach is our own. Invariant: parsing the output gives the nodes again; the round-trip test
// checks 30,000 random texts. Each node is written once, so the writer ends after one pass.
#include "core/text/markdown_inline.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/text/autolinks.h"
#include "core/text/utf8.h"

namespace landkaart::inline v0 {
namespace {

constexpr char32_t kEdge = '\n';  // stands for the edge of the block, before and after all nodes
constexpr char32_t kNoBreakSpace = 0xa0;

bool is_ascii_word(char32_t code) {
  const char32_t lower = code | 0x20;
  return (code >= '0' && code <= '9') || (lower >= 'a' && lower <= 'z');
}

bool is_ascii_punctuation(char32_t code) {
  return code > ' ' && code < 0x7f && !is_ascii_word(code);
}

// The spaces of Unicode beyond ASCII. They are written as entities, because an author cannot see
// the difference between these spaces and an ordinary space.
bool is_wide_space(char32_t code) {
  return code == kNoBreakSpace || code == 0x1680 || (code >= 0x2000 && code <= 0x200a) ||
         code == 0x202f || code == 0x205f || code == 0x3000;
}

// How CommonMark classifies a character beside a run of * or _. `unknown` stands for characters
// that versions of CommonMark, or parsers, classify differently.
enum class Side { space, punctuation, word, unknown };

Side side_of(char32_t code) {
  if (code == ' ' || code == '\n') return Side::space;
  // A wide space is written as an entity, of which & and ; are punctuation.
  if (is_ascii_punctuation(code) || is_wide_space(code)) return Side::punctuation;
  if (is_ascii_word(code)) return Side::word;
  const bool latin = code >= 0xc0 && code < 0x250 && code != 0xd7 && code != 0xf7;
  if (latin) return Side::word;
  return code >= 0x2010 && code < 0x2028 ? Side::punctuation : Side::unknown;
}

// Beside such a character a run of * or _ that touches its own content always opens or closes.
bool is_space_or_punctuation(char32_t code) {
  return side_of(code) == Side::space || side_of(code) == Side::punctuation;
}

char32_t last_code(std::string_view text) { return decode_utf8(text, last_letter(text)).code; }

// first_code and last_code: the first and last character of the Markdown that a node becomes.
char32_t first_code(const MarkupNode& node) {
  switch (node.tag) {
    case Tag::text: return node.text.empty() ? kEdge : decode_utf8(node.text, 0).code;
    case Tag::code: return '`';
    case Tag::link: return '[';
    case Tag::image: return '!';
    case Tag::line_break: return '\\';
    case Tag::strikethrough: return '~';
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
    case Tag::strikethrough: return '~';
    default: return '*';
  }
}

// Whether the nodes begin (or end) with a word character, so that a run of * just outside them
// works whatever the character on the other side of the run is. A text of one character does not
// count when other nodes follow, because a mark inside may turn that character into an entity.
bool begins_with_letter(std::span<const MarkupNode> nodes) {
  const MarkupNode& first = nodes.front();
  const bool alone = first.tag == Tag::text && code_points(first.text, first.text.size()) == 1;
  return side_of(first_code(first)) == Side::word && (!alone || nodes.size() == 1);
}

bool ends_with_letter(std::span<const MarkupNode> nodes) {
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

// Whether Markdown reads the start of `text`, which is an &, as an entity: "&amp;", "&#38;".
bool looks_like_entity(std::string_view text) {
  const auto end = std::ranges::find_if(text.substr(1), [](char c) {
    return !is_ascii_word(static_cast<unsigned char>(c)) && c != '#';
  });
  return end != text.end() && end != text.begin() + 1 && *end == ';';
}

// The offset in `text` that needs a backslash when `text` begins a line, because the line would
// otherwise begin a list, heading, quotation, fence, table or underline. npos when no backslash is
// needed.
std::size_t escape_at_line_start(std::string_view text) {
  constexpr std::string_view kMarks = "#>+-=~|:";
  if (text.empty()) return std::string_view::npos;
  if (kMarks.find(text.front()) != std::string_view::npos) return 0;
  const std::size_t digits = text.find_first_not_of("0123456789");
  const bool list = digits != 0 && digits != std::string_view::npos &&
                    (text[digits] == '.' || text[digits] == ')');
  return list ? digits : std::string_view::npos;
}

// Whether Markdown reads the paragraph `text` as a link reference definition: "[label]: address".
// The backslashes before [ and ] in texts prevent that, but code inside a link has no backslashes:
// "[`]:`](#)".
bool is_reference_definition(std::string_view text) {
  if (!text.starts_with('[')) return false;
  for (std::size_t at = text.find("]:"); at != std::string_view::npos;
       at = text.find("]:", at + 1)) {
    const std::size_t backslashes = at - 1 - text.find_last_not_of('\\', at - 1);
    if (backslashes % 2 == 0) return true;
  }
  return false;
}

// Whether Markdown reads <text> as a link to the address of mail to `text`, such as <naam@a.nl>.
bool is_mail_name(std::string_view text) {
  constexpr std::size_t kLongest = 64;  // CommonMark allows 63 characters in each part of a host
  const std::size_t at = text.find('@');
  if (at == 0 || at == std::string_view::npos || text.size() > kLongest) return false;
  char before = '@';
  for (const char byte : text.substr(at + 1)) {
    const bool joins = byte == '.' || byte == '-';
    if (!joins && !is_ascii_word(static_cast<unsigned char>(byte))) return false;
    if (joins && !is_ascii_word(static_cast<unsigned char>(before))) return false;
    before = byte;
  }
  return is_ascii_word(static_cast<unsigned char>(before)) &&
         std::ranges::all_of(text.substr(0, at), [](char byte) {
           return is_ascii_word(static_cast<unsigned char>(byte)) ||
                  std::string_view(".-_+").find(byte) != std::string_view::npos;
         });
}

// Whether Markdown reads <address> as a link to that address.
bool is_absolute_address(std::string_view address) {
  const std::size_t colon = address.find(':');
  if (colon == std::string_view::npos || colon < 2) return false;
  for (std::size_t i = 0; i < address.size();) {
    const DecodedLetter letter = decode_utf8(address, i);
    if (letter.code <= ' ' || letter.code == 0x7f || is_wide_space(letter.code)) return false;
    if (i < colon && !is_ascii_word(letter.code)) return false;
    if (std::string_view("<>\\`|").find(address[i]) != std::string_view::npos) return false;
    if (address[i] == '&' && looks_like_entity(address.substr(i))) return false;
    i += letter.length;
  }
  return true;
}

// Whether a link is written between < and >, because its text is its address.
bool is_written_as_address(const MarkupNode& link) {
  if (link.children.size() != 1 || link.children.front().tag != Tag::text) return false;
  const std::string& text = link.children.front().text;
  if (text == link.text) return is_absolute_address(text);
  return link.text == "mailto:" + text && is_mail_name(text);
}

// The smallest length, from 1, that no run of `letter` in `text` has: 2 for '`' in "a`b```".
std::size_t shortest_missing_run(std::string_view text, char letter) {
  std::set<std::size_t> lengths;
  std::size_t run = 0;
  for (const char c : text) {
    if (c == letter) {
      ++run;
    } else {
      lengths.insert(std::exchange(run, 0));
    }
  }
  lengths.insert(run);
  std::size_t length = 1;
  while (lengths.contains(length)) ++length;
  return length;
}

class InlineWriter {
 public:
  explicit InlineWriter(InlinePlace place) : place_(place) {}

  std::string write(std::span<const MarkupNode> nodes) {
    write_nodes(nodes, kEdge);
    if (place_ == InlinePlace::lines && is_reference_definition(out_))
      out_.insert(0, kDroppedSpace);
    return std::move(out_);
  }

 private:
  // `after` is the character that will be written after these nodes.
  void write_nodes(std::span<const MarkupNode> nodes, char32_t after) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      write_node(nodes[i], i + 1 < nodes.size() ? first_code(nodes[i + 1]) : after);
    }
  }

  void write_node(const MarkupNode& node, char32_t after) {
    switch (node.tag) {
      case Tag::text: return write_text(node.text, after);
      case Tag::line_break: out_ += place_ == InlinePlace::lines ? "\\\n" : "<br>"; return;
      case Tag::code: return write_code(node.text);
      case Tag::strong: {
        const bool was_in_strong = std::exchange(in_strong_, true);
        write_between("**", node, after);
        in_strong_ = was_in_strong;
        return;
      }
      case Tag::strikethrough: return write_between("~~", node, after);
      case Tag::emphasis: return write_emphasis(node, after);
      case Tag::image: out_ += '!'; [[fallthrough]];
      case Tag::link:
        if (is_written_as_address(node)) {
          out_.append("<").append(node.children.front().text).append(">");
          return;
        }
        out_ += '[';
        in_link_ = true;
        write_nodes(node.children, ']');
        in_link_ = false;
        out_ += "](";
        write_address(node.text);
        out_ += ')';
        return;
      default: return;
    }
  }

  // The last character written so far.
  char32_t before() const { return out_.empty() ? kEdge : last_code(std::string_view(out_)); }

  // Writes the children between two runs of the mark "**" or "~~".
  void write_between(std::string_view mark, const MarkupNode& node, char32_t after) {
    if (node.children.empty()) return;
    if (!begins_with_letter(node.children) && !is_space_or_punctuation(before()))
      encode_last_letter();
    out_ += mark;
    write_nodes(node.children, static_cast<unsigned char>(mark.front()));
    out_ += mark;
    encode_next_ = !ends_with_letter(node.children) && !is_space_or_punctuation(after);
  }

  // Writes _ when both outer neighbours are a space or punctuation, because _ does not work inside
  // a word, and otherwise * where that is safe: not beside another * and not together with **.
  // Where neither works, it writes _ and turns the neighbours into entities.
  void write_emphasis(const MarkupNode& node, char32_t after) {
    if (node.children.empty()) return;
    const bool open = is_space_or_punctuation(before()) && is_space_or_punctuation(after);
    const bool starred = !open && !in_strong_ && before() != '*' && after != '*' &&
                         begins_with_letter(node.children) && ends_with_letter(node.children) &&
                         !holds_strong(node);
    if (!open && !starred && !is_space_or_punctuation(before())) encode_last_letter();
    const char mark = starred ? '*' : '_';
    out_ += mark;
    write_nodes(node.children, static_cast<unsigned char>(mark));
    out_ += mark;
    encode_next_ = !starred && !is_space_or_punctuation(after);
  }

  // Replaces the last character written so far by its entity.
  void encode_last_letter() {
    const char32_t code = before();
    out_.resize(last_letter(out_));
    out_ += entity(code);
  }

  bool at_line_start() const {
    return place_ == InlinePlace::lines && (out_.empty() || out_.back() == '\n');
  }

  void write_text(std::string_view text, char32_t after) {
    const std::size_t line_start = at_line_start() ? escape_at_line_start(text) : text.size();
    for (std::size_t i = 0; i < text.size();) {
      const DecodedLetter letter = decode_utf8(text, i);
      const bool whole = letter.length > 1 || letter.code < 0x80;  // false for a broken byte
      if (is_wide_space(letter.code) || (std::exchange(encode_next_, false) && whole)) {
        out_ += entity(letter.code);
      } else {
        const bool last = i + 1 == text.size();
        if (is_special(text.substr(i), last ? after : kEdge) || i == line_start ||
            (!in_link_ && may_mark_autolink(text, i))) {
          out_ += '\\';
        }
        out_ += text.substr(i, letter.length);
      }
      i += letter.length;
    }
  }

  // Whether the first character of `text` needs a backslash. `after` is the character that will be
  // written after `text`.
  bool is_special(std::string_view text, char32_t after) const {
    switch (text.front()) {
      case '\\':
      case '`':
      case '*':
      case '_':
      case '~':
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

  // Uses the shortest fence of backticks that is no run inside the code: "`" for "a``b". Pads with
  // a space where the code begins or ends with a backtick, or with a space that Markdown would
  // strip.
  void write_code(std::string_view text) {
    const std::string fence(shortest_missing_run(text, '`'), '`');
    const bool blank = text.find_first_not_of(' ') == std::string_view::npos;
    const bool pad = !blank && (text.front() == '`' || text.back() == '`' ||
                                (text.front() == ' ' && text.back() == ' '));
    const std::string_view space = pad ? " " : "";
    out_.append(fence).append(space).append(text).append(space).append(fence);
  }

  // Writes an address. If it has special characters, puts a backslash before each of them, and the
  // address between < and >. Any other address is written as it is.
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
           std::string_view(":/?#@!$',;=.%+-").find(address[at]) != std::string_view::npos;
  }

  std::string out_;
  InlinePlace place_;
  bool in_strong_ = false;
  bool in_link_ = false;      // true: an address in the text is no link of its own
  bool encode_next_ = false;  // true: the first character of the next text becomes an entity
};

}  // namespace

std::string inline_markdown(std::span<const MarkupNode> nodes, InlinePlace place) {
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
