// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/html_in_markdown.h"

#include <algorithm>
#include <array>

#include "core/text/ascii.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::string_view kGaps = " \t\n";

bool begins_tag(std::string_view html) {
  return html.size() > 1 && html[0] == '<' &&
         (is_ascii_letter(html[1]) || html[1] == '/' || html[1] == '!' || html[1] == '?');
}

// The length of the tag at the start of `html`. A > between quotes does not end a tag.
std::size_t length_of_tag(std::string_view html) {
  char quote = 0;
  for (std::size_t i = 1; i < html.size(); ++i) {
    if (quote != 0) {
      if (html[i] == quote) quote = 0;
    } else if (html[i] == '"' || html[i] == '\'') {
      quote = html[i];
    } else if (html[i] == '>') {
      return i + 1;
    }
  }
  return html.size();
}

std::size_t length_of_comment(std::string_view html) {
  constexpr std::string_view kEnd = "-->";
  const std::size_t end = html.find(kEnd, 2);  // "<!-->" is a whole comment
  return end == std::string_view::npos ? html.size() : end + kEnd.size();
}

std::size_t length_of_text(std::string_view html) {
  std::size_t end = 1;
  while (end < html.size() && !begins_tag(html.substr(end))) ++end;
  return end;
}

struct MarkdownInstead {
  std::string_view elements;  // with a space around each name
  Wording wording;
};

constexpr std::array kAdvice = {
    MarkdownInstead{" b strong ", {"write **text**", "schrijf **tekst**"}},
    MarkdownInstead{" i em cite var dfn ", {"write *text*", "schrijf *tekst*"}},
    MarkdownInstead{" del s strike ", {"write ~~text~~", "schrijf ~~tekst~~"}},
    MarkdownInstead{" a ", {"write [text](https://…)", "schrijf [tekst](https://…)"}},
    MarkdownInstead{" img picture source ",
                    {"write ![description](asset:PATH)", "schrijf ![beschrijving](asset:PAD)"}},
    MarkdownInstead{" code kbd samp tt ", {"write `text`", "schrijf `tekst`"}},
    MarkdownInstead{" pre ",
                    {"write ``` above and below the text", "zet ``` boven en onder de tekst"}},
    MarkdownInstead{" h1 h2 h3 h4 h5 h6 summary details ",
                    {"write ## and the text of the heading", "schrijf ## en de tekst van de kop"}},
    MarkdownInstead{
        " ul ol li dl dt dd ",
        {"write - or 1. before each item of the list", "zet - of 1. voor elk punt van de lijst"}},
    MarkdownInstead{" blockquote ", {"write > before each line", "zet > voor elke regel"}},
    MarkdownInstead{
        " q ", {"write the text between quotation marks", "zet de tekst tussen aanhalingstekens"}},
    MarkdownInstead{" hr ",
                    {"write --- between two empty lines", "schrijf --- tussen twee lege regels"}},
    MarkdownInstead{" table thead tbody tfoot tr th td caption ",
                    {"write | a | b |, then | --- | --- |, then the other rows",
                     "schrijf | a | b |, dan | --- | --- |, dan de andere rijen"}},
    MarkdownInstead{
        " p div span section article center font u ins mark small big abbr figure figcaption ",
        {"write the text without this tag, with an empty line before each paragraph",
         "schrijf de tekst zonder deze tag, met een lege regel voor elke alinea"}},
    MarkdownInstead{" sub sup ", {"write ₂ or ² as one character", "schrijf ₂ of ² als één teken"}},
    MarkdownInstead{
        " video audio iframe embed object ",
        {"write an item in videos/ and link to it", "maak een item in videos/ en link daarnaar"}},
    MarkdownInstead{" script style link meta ", {"delete this tag", "haal deze tag weg"}}};

constexpr Wording kInMarkdown{"write it in Markdown", "schrijf het in Markdown"};

}  // namespace

std::vector<HtmlPiece> split_html(std::string_view html) {
  using Sort = HtmlPiece::Sort;
  std::vector<HtmlPiece> pieces;
  std::size_t at = html.find_first_not_of(kGaps);
  while (at < html.size()) {
    const std::string_view rest = html.substr(at);
    const bool comment = rest.starts_with("<!--");
    const bool tag = !comment && begins_tag(rest);
    const std::size_t length = comment ? length_of_comment(rest)
                               : tag   ? length_of_tag(rest)
                                       : length_of_text(rest);
    const std::string_view text = rest.substr(0, length);
    const Sort sort = comment                                           ? Sort::comment
                      : !tag                                            ? Sort::text
                      : name_in_tag(text) == "br" && text.back() == '>' ? Sort::line_break
                                                                        : Sort::tag;
    pieces.push_back({sort, at, text});
    at = html.find_first_not_of(kGaps, at + length);
  }
  return pieces;
}

std::string name_in_tag(std::string_view tag) {
  tag.remove_prefix(std::min(tag.find_first_not_of("</"), tag.size()));
  if (tag.empty() || !is_ascii_letter(tag.front())) return {};
  const auto end =
      std::ranges::find_if(tag, [](char c) { return !is_ascii_letter_or_digit(c) && c != '-'; });
  return ascii_lower_case({tag.begin(), end});
}

const Wording& markdown_instead_of(std::string_view element) {
  const std::string sought = " " + std::string(element) + " ";
  const auto found = std::ranges::find_if(kAdvice, [&](const MarkdownInstead& advice) {
    return advice.elements.find(sought) != std::string_view::npos;
  });
  return found == kAdvice.end() ? kInMarkdown : found->wording;
}

}  // namespace landkaart::inline v0
