// SPDX-License-Identifier: EUPL-1.2
#include "core/map/lettering.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/text/utf8.h"

namespace landkaart {
namespace {

// Advance widths from space to tilde, in thousandths of the font size.
constexpr std::array<std::uint16_t, 95> kAscii = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};

constexpr std::string_view kEllipsis = "\xe2\x80\xa6";

struct WidthRange {
  char32_t begin, end;
  std::uint16_t width;
};

// Beyond ASCII a rough estimate is enough: the length of the line is fixed to it.
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

// Filled greedily up to a width; a word that is wider stands alone.
std::vector<std::string> fill_lines(const std::vector<std::string_view>& words, double font_size,
                                    double width) {
  std::vector<std::string> lines;
  for (const std::string_view word : words) {
    if (!lines.empty()) {
      const std::string longer = lines.back() + " " + std::string(word);
      if (text_width(longer, font_size) <= width) {
        lines.back() = longer;
        continue;
      }
    }
    lines.emplace_back(word);
  }
  return lines;
}

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
  const std::vector<std::string_view> words = words_of(text);
  std::vector<std::string> lines = fill_lines(words, font_size, width);
  // As even as the same number of lines allows.
  for (double narrower = width * 0.95; lines.size() > 1 && narrower > width * 0.4;
       narrower -= width * 0.05) {
    std::vector<std::string> even = fill_lines(words, font_size, narrower);
    if (even.size() > lines.size()) break;
    lines = std::move(even);
  }
  if (lines.size() > most_lines) {
    lines = fill_lines(words, font_size, width);
    for (std::size_t i = most_lines; i < lines.size(); ++i) lines[most_lines - 1] += " " + lines[i];
    lines.resize(most_lines);
  }
  for (std::string& line : lines) {
    if (text_width(line, font_size) > width * 1.15) shorten(line, font_size, width);
  }
  return lines;
}

}  // namespace landkaart
