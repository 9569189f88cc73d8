// SPDX-License-Identifier: EUPL-1.2
#include "tests/text/random_markdown.h"

#include <array>

namespace landkaart::testing {
namespace {

// Words, spaces and characters with a meaning in Markdown, plain and with a backslash.
constexpr auto kPieces = std::to_array<std::string_view>({
    "a",
    "b c",
    "woord",
    " ",
    "  ",
    " ",
    " ",
    "*",
    "**",
    "_",
    "__",
    "`",
    "``",
    "~",
    "~~~",
    "~~",
    "\\~",
    "[",
    "]",
    "[]",
    "(",
    ")",
    "!",
    "![",
    "&",
    "&amp;",
    "&lt;",
    "&nbsp;",
    "&#32;",
    "&#9;",
    "&#10;",
    "&#42;",
    "&#160;",
    "&#x1F600;",
    "|",
    " | ",
    "#",
    " #",
    "##",
    ">",
    "+",
    "-",
    "--",
    "---",
    "=",
    "==",
    ":",
    ":-",
    "1",
    "1.",
    "2)",
    "10.",
    "0.",
    "\\",
    "\\\\",
    "\\*",
    "\\_",
    "\\`",
    "\\[",
    "\\]",
    "\\<",
    "\\&",
    "\\|",
    "\\#",
    "\\!",
    "\\a",
    "\\\n",
    "  \n",
    "\n",
    "<",
    "< ",
    "\"",
    "'",
    ".",
    ",",
    "é",
    "één",
    "“",
    "”",
    "’",
    "…",
    "—",
    "\u00a0",
    "\u2003",
    "\u0301",
    "e\u0301",
    "日本",
    "🙂",
    "\u200b",
    "×",
    "©",
    "€",
    "٠",
    "\t",
    "/",
    "$",
    "%",
    "@",
    ";",
    "?",
    "^",
    "{",
    "}",
    "[ ] ",
    "[x] ",
    "https://a.nl/",
    "https://a",
    "://",
    "www.",
    "www.b.nl",
    "c@d.nl",
    "e@",
    "http://f.nl/g?h=1&i",
    ".nl",
    "https",
    "mailto:",
    "https\\://j.nl",
    "/k.nl",
});

constexpr auto kAddresses = std::to_array<std::string_view>({
    "item:x",
    "item:wv-troika",
    "asset:images/kring.png",
    "https://example.nl/a_b?c=1&d=2*3",
    "<https://example.nl/(x)>",
    "https://example.nl/(x)",
    "mailto:a@b.nl",
    "tel:+31-6",
    "#kop",
    "#",
    "http://é.nl/`|~",
    "<http://a.nl/\\>\\<>",
    "https://a.nl/&amp;&copy;&#124;",
    "https://a.nl/\\\\\\*",
    "http://a.nl/[x]",
    "http://a.nl/]*_",
    "https://a.nl/'\"",
    "<#>",
    "https://a.nl/\\`",
});

// The same address as the address of an asset, because a picture must be an asset.
std::string picture_address(std::string address) {
  const std::size_t begin = address.starts_with('<') ? 1 : 0;
  const std::size_t colon = address.find(':');
  const std::size_t end = colon == std::string::npos ? begin : colon + 1;
  return address.replace(begin, end - begin, "asset:");
}

std::string indented(const std::string& lines, const std::string& first,
                     const std::string& others) {
  std::string out = first;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out += lines[i];
    if (lines[i] == '\n' && i + 1 < lines.size()) out += others;
  }
  return out;
}

}  // namespace

std::string RandomMarkdown::text() { return one_in(3) ? random_lines() : blocks(0); }

std::string RandomMarkdown::inlines(unsigned depth) {
  std::string out;
  for (std::uint32_t left = below(depth == 0 ? 7 : 4) + 1; left > 0; --left) {
    out += inline_piece(depth);
  }
  return out;
}

std::string RandomMarkdown::inline_piece(unsigned depth) {
  if (depth < 4 && one_in(3)) return span(depth + 1);
  return std::string(kPieces[one_in(3) ? below(4) : below(kPieces.size())]);
}

std::string RandomMarkdown::span(unsigned depth) {
  const std::string address(kAddresses[below(kAddresses.size())]);
  switch (below(10)) {
    case 0: return "*" + inlines(depth) + "*";
    case 1: return "_" + inlines(depth) + "_";
    case 2: return "**" + inlines(depth) + "**";
    case 3: return "__" + inlines(depth) + "__";
    case 4: {
      const std::string fence(below(3) + 1, '`');
      return fence + inlines(4) + fence;
    }
    case 8: return "~~" + inlines(depth) + "~~";
    case 9: return "~" + inlines(depth) + "~";
    case 5: return "![" + inlines(depth) + "](" + picture_address(address) + ")";
    case 6: return one_in(4) ? "<https://example.nl/_a*>" : "***" + inlines(depth) + "***";
    default: return "[" + inlines(depth) + "](" + address + ")";
  }
}

std::string RandomMarkdown::lines() {
  std::string out = inlines(0);
  while (one_in(4)) out += (one_in(2) ? "\\\n" : "\n") + inlines(0);
  return out;
}

std::string RandomMarkdown::blocks(unsigned depth) {
  std::string out = block(depth);
  for (std::uint32_t left = below(4); left > 0; --left) {
    out += (one_in(4) ? "\n" : "\n\n") + block(depth);
  }
  return out;
}

std::string RandomMarkdown::block(unsigned depth) {
  switch (below(depth < 4 ? 13 : 8)) {
    case 0: return std::string(below(5) + 2, '#') + " " + inlines(0);
    case 1: return lines() + "\n---";
    case 2: return one_in(2) ? "***" : "- - -";
    case 3: return table();
    case 4: return code();
    case 5: return one_in(3) ? "[ref]: item:x" : lines();
    case 8: return indented(blocks(depth + 1), "> ", one_in(6) ? "" : "> ");
    case 9:
    case 10:
    case 11: return list(depth);
    default: return lines();
  }
}

std::string RandomMarkdown::list(unsigned depth) {
  constexpr auto kMarks = std::to_array<std::string_view>(
      {"-", "-", "*", "+", "1.", "1.", "1)", "0.", "7.", "999999999."});
  const std::string mark(kMarks[below(kMarks.size())]);
  const std::string_view between = one_in(2) ? "\n" : "\n\n";
  std::string out;
  for (std::uint32_t left = below(3) + 1; left > 0; --left) {
    if (!out.empty()) out += one_in(6) ? "\n\n" : between;
    const std::string first = mark + std::string(one_in(6) ? below(3) + 1 : 1, ' ');
    const std::string task = one_in(6) ? (one_in(2) ? "[ ] " : "[X] ") : "";
    const std::string content = task + (one_in(12) ? "" : one_in(2) ? lines() : blocks(depth + 1));
    out += indented(content, first, std::string(first.size(), ' '));
  }
  return out;
}

std::string RandomMarkdown::table() {
  constexpr auto kDelimiters =
      std::to_array<std::string_view>({"---", ":-:", ":--", "--:", " --- ", "-", ":-"});
  const std::uint32_t columns = below(3) + 1;
  std::string out;
  for (std::uint32_t row = 0, rows = below(3) + 2; row < rows; ++row) {
    if (row > 0) out += '\n';
    out += '|';
    for (std::uint32_t column = 0; column < columns; ++column) {
      out += row == 1    ? std::string(kDelimiters[below(kDelimiters.size())])
             : one_in(6) ? ""
                         : " " + inlines(1) + (one_in(3) ? "<br>" + inlines(1) : " ");
      out += '|';
    }
  }
  return out;
}

std::string RandomMarkdown::code() {
  if (one_in(4)) return "    " + inlines(4);
  const std::string fence = one_in(3) ? "~~~" : std::string(below(3) + 3, '`');
  std::string out = fence + (one_in(3) ? "cpp\n" : "\n");
  for (std::uint32_t left = below(4); left > 0; --left) {
    out += one_in(3) ? "\n" : std::string(below(3), ' ') + inlines(4) + "\n";
  }
  return one_in(8) ? out : out + fence;
}

std::string RandomMarkdown::random_lines() {
  constexpr auto kStarts = std::to_array<std::string_view>(
      {"",       "",     "",       "- ",   "-",           "* ",        "+   ",   "1. ",    "2. ",
       "3) ",    "> ",   ">",      "## ",  "##",          "  ",        "    ",   "   ",    "\t",
       "```",    "~~~",  "***",    "---",  "===",         "| a | b |", "| - |",  "|-|-|",  ":-:",
       "| :- |", "-:",   "[^1]: ", "[^1]", "[r]: item:x", "&#32;",     "- [ ] ", "- [x] ", "[ ] ",
       "- ## ",  "> - ", "- > ",   "* * ", "> > ",        "- - "});
  std::string out;
  for (std::uint32_t left = below(9) + 1; left > 0; --left) {
    for (std::uint32_t starts = below(4); starts > 0; --starts)
      out += kStarts[below(kStarts.size())];
    if (!one_in(4)) out += inlines(2);
    out += '\n';
  }
  return out;
}

}  // namespace landkaart::testing
