// SPDX-License-Identifier: EUPL-1.2
#include "core/map/lettering.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "core/text/utf8.h"

namespace landkaart::inline v0 {
namespace {

// Advance widths of the characters from space to tilde, in thousandths of the font size.
constexpr std::array<std::uint16_t, 95> kAscii = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};

constexpr std::string_view kEllipsis = "\xe2\x80\xa6";

// Characters from `begin` up to and without `end` have this width.
struct WidthRange {
  char32_t begin, end;
  std::uint16_t width;
};

// Rough estimates are enough beyond ASCII, because the drawing stretches each line to the estimated
// length.
constexpr std::array kRanges = {WidthRange{0x00a0, 0x00c0, 450},   WidthRange{0x00c0, 0x00df, 700},
                                WidthRange{0x00df, 0x0100, 540},   WidthRange{0x0300, 0x0370, 0},
                                WidthRange{0x200b, 0x2010, 0},     WidthRange{0x2010, 0x2018, 800},
                                WidthRange{0x2018, 0x2020, 300},   WidthRange{0x2026, 0x2027, 1000},
                                WidthRange{0x1100, 0x11ff, 1000},  WidthRange{0x2e80, 0xd7ff, 1000},
                                WidthRange{0xf900, 0xfb00, 1000},  WidthRange{0xff00, 0xff61, 1000},
                                WidthRange{0x1f000, 0x40000, 1250}};

std::uint16_t width_of(char32_t letter) {
  if (letter < ' ') return 0;
  if (letter <= '~') return kAscii[letter - ' '];
  for (const WidthRange& range : kRanges) {
    if (letter >= range.begin && letter < range.end) return range.width;
  }
  return 620;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  while ((begin = text.find_first_not_of(' ', begin)) != std::string_view::npos) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return words;
}

struct Word {
  std::string_view text;
  double width;
};

// Fills lines with words up to `width`. Returns the index of the first word of each line. A word
// that is wider than `width` has a line of its own.
std::vector<std::size_t> fill_lines(const std::vector<Word>& words, double space, double width) {
  std::vector<std::size_t> begins;
  double used = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool fits = !begins.empty() && used + space + words[i].width <= width;
    used = fits ? used + space + words[i].width : words[i].width;
    if (!fits) begins.push_back(i);
  }
  return begins;
}

// Like fill_lines, but with lines of about the same length: uses the smallest width, in steps of
// 5 %, that does not need more lines.
std::vector<std::size_t> even_lines(const std::vector<Word>& words, double space, double width) {
  std::vector<std::size_t> begins = fill_lines(words, space, width);
  for (double narrower = width * 0.95; begins.size() > 1 && narrower > width * 0.4;
       narrower -= width * 0.05) {
    std::vector<std::size_t> even = fill_lines(words, space, narrower);
    if (even.size() > begins.size()) break;
    begins = std::move(even);
  }
  return begins;
}

std::string joined(std::span<const Word> words) {
  std::string line;
  for (const Word& word : words) line += (line.empty() ? "" : " ") + std::string(word.text);
  return line;
}

// Removes characters from the end of `line` until it fits `width` with an ellipsis after it.
void shorten(std::string& line, double font_size, double width) {
  const double room = width - text_width(kEllipsis, font_size);
  std::string kept;
  double used = 0;
  for (std::size_t at = 0; at < line.size();) {
    const DecodedLetter letter = decode_utf8(line, at);
    used += width_of(letter.code) * font_size / 1000;
    if (used > room) break;
    kept += line.substr(at, letter.length);
    at += letter.length;
  }
  while (kept.ends_with(' ')) kept.pop_back();
  line = kept + std::string(kEllipsis);
}

}  // namespace

double text_width(std::string_view text, double font_size) {
  double thousandths = 0;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedLetter letter = decode_utf8(text, at);
    thousandths += width_of(letter.code);
    at += letter.length;
  }
  return thousandths * font_size / 1000;
}

std::vector<std::string> break_lines(std::string_view text, double font_size, double width,
                                     std::size_t most_lines) {
  std::vector<Word> words;
  for (const std::string_view word : words_of(text)) {
    words.push_back({word, text_width(word, font_size)});
  }
  std::vector<std::size_t> begins = even_lines(words, text_width(" ", font_size), width);
  // When there are too many lines, the last line that is kept gets all the words that remain.
  if (begins.size() > most_lines) begins.resize(most_lines);
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : words.size();
    lines.push_back(joined(std::span(words).subspan(begins[i], end - begins[i])));
    if (text_width(lines.back(), font_size) > width * 1.15) shorten(lines.back(), font_size, width);
  }
  return lines;
}

}  // namespace landkaart::inline v0
