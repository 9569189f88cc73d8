// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/short_delimiter_rows.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "content-pack/compiler/markdown_parser.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::string_view kBlanks = " \t";
constexpr unsigned kDepthOfParagraph = 2;     // of a paragraph that is in the document only
constexpr std::size_t kFewestCharacters = 3;  // of a cell of a delimiter row in md4c

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

bool is_delimiter_cell(std::string_view cell) {
  if (cell.starts_with(':')) cell.remove_prefix(1);
  if (cell.ends_with(':')) cell.remove_suffix(1);
  return !cell.empty() && cell.find_first_not_of('-') == std::string_view::npos;
}

// The cells of a delimiter row, or nothing when the line is another text. A row without a bar is
// one cell with a colon, because a line of dashes makes a heading of the line before.
std::optional<std::vector<std::string_view>> delimiter_cells(std::string_view line) {
  line = trimmed(line);
  if (line.find_first_not_of("|:- \t") != std::string_view::npos) return std::nullopt;
  if (line.find_first_of("|:") == std::string_view::npos) return std::nullopt;
  if (line.starts_with('|')) line.remove_prefix(1);
  if (line.ends_with('|')) line.remove_suffix(1);
  std::vector<std::string_view> cells;
  for (;;) {
    const std::size_t bar = line.find('|');
    cells.push_back(trimmed(line.substr(0, bar)));
    if (!is_delimiter_cell(cells.back())) return std::nullopt;
    if (bar == std::string_view::npos) return cells;
    line.remove_prefix(bar + 1);
  }
}

bool has_short_cell(const std::vector<std::string_view>& cells) {
  return std::ranges::any_of(cells,
                             [](std::string_view cell) { return cell.size() < kFewestCharacters; });
}

// Whether md4c reads the row as text: a cell is short, or no bar stands beside the only cell.
bool needs_widening(std::string_view line) {
  const auto cells = delimiter_cells(line);
  return cells && (has_short_cell(*cells) || line.find('|') == std::string_view::npos);
}

std::string widened(const std::vector<std::string_view>& cells) {
  std::string row = "|";
  for (const std::string_view cell : cells) {
    row += cell.starts_with(':') ? ":---" : "---";
    row += cell.ends_with(':') ? ":|" : "|";
  }
  return row;
}

std::size_t bars_outside_escapes(std::string_view line) {
  std::size_t bars = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == '|') {
      ++bars;
    }
  }
  return bars;
}

// Whether a line of a paragraph would be code, a list, HTML or the definition of a link when an
// empty line comes before it.
bool begins_other_block(std::string_view line) {
  constexpr std::size_t kIndentOfCode = 4;
  line = line.substr(0, line.find('\n'));
  const std::size_t indent = std::min(line.find_first_not_of(kBlanks), line.size());
  if (indent >= kIndentOfCode || line.substr(0, indent).find('\t') != std::string_view::npos) {
    return true;
  }
  line.remove_prefix(indent);
  if (line.starts_with('<')) return true;
  if (line.starts_with('[')) return line.find("]:") != std::string_view::npos;
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  const std::string_view marks = digits > 0 ? ".)" : "-+*";
  const std::string_view rest = line.substr(digits);
  return !rest.empty() && marks.find(rest.front()) != std::string_view::npos &&
         (rest.size() == 1 || kBlanks.find(rest[1]) != std::string_view::npos);
}

// Finds the rows that md4c reads as a line of a paragraph, below its first line.
class RowFinder : public MarkdownVisitor {
 public:
  std::vector<WidenedRow> finish() { return std::move(rows_); }

  void begin(std::string_view markdown) override { markdown_ = markdown; }
  bool enter_block(MD_BLOCKTYPE type, void*) override {
    ++depth_;
    begin_block(type == MD_BLOCK_P || type == MD_BLOCK_LI);
    return true;
  }
  void leave_block(MD_BLOCKTYPE) override {
    --depth_;
    begin_block(false);
  }
  bool enter_span(MD_SPANTYPE, void*) override { return true; }
  void leave_span(MD_SPANTYPE) override {}

  void text(MD_TEXTTYPE type, std::string_view text) override {
    if (!may_hold_row_) return;
    if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) {
      ++line_;
      header_text_ = std::exchange(first_text_, {});
      return;
    }
    if (first_text_.data() != nullptr) return;
    first_text_ = text;
    if (line_ >= 1 && type == MD_TEXT_NORMAL) add_row(text);
  }

 private:
  void begin_block(bool may_hold_row) {
    may_hold_row_ = may_hold_row;
    line_ = 0;
    first_text_ = header_text_ = {};
  }

  // `text` is the first text of its line.
  void add_row(std::string_view text) {
    const auto begin = static_cast<std::size_t>(text.data() - markdown_.data());
    const std::size_t line_begin = markdown_.rfind('\n', begin) + 1;
    const std::size_t line_end = std::min(markdown_.find('\n', begin), markdown_.size());
    const std::string_view before = markdown_.substr(line_begin, begin - line_begin);
    const std::string_view row = trimmed(markdown_.substr(begin, line_end - begin));
    const bool whole = before.find_first_not_of(" \t>") == std::string_view::npos;
    const auto cells = delimiter_cells(row);
    if (!whole || !cells || line_begin == 0) return;
    if (line_ == 1 && !needs_widening(row)) return;  // not below a header that md4c reads
    if (cells->size() != header_cells(line_begin - 1)) return;
    if (line_ > 1) {
      const std::size_t header = begin_of_line(line_begin - 1);
      if (depth_ > kDepthOfParagraph || begins_other_block(markdown_.substr(header))) return;
      rows_.push_back({header, 0, "\n"});
    }
    rows_.push_back({begin, row.size(), widened(*cells)});
    may_hold_row_ = false;
  }

  std::size_t begin_of_line(std::size_t end) const {
    return end == 0 ? 0 : markdown_.rfind('\n', end - 1) + 1;
  }

  // The number of cells in the line that ends at `end` and begins with header_text_ or a mark.
  std::size_t header_cells(std::size_t end) const {
    const std::size_t begin = begin_of_line(end);
    const std::string_view line = trimmed(markdown_.substr(begin, end - begin));
    const std::size_t bars = bars_outside_escapes(line);
    const bool escaped = line.ends_with("\\|");
    const std::size_t outer =
        (header_text_.starts_with('|') && !is_escaped(header_text_) ? 1u : 0u) +
        (line.ends_with('|') && !escaped ? 1u : 0u);
    return bars + 1 - std::min(outer, bars);
  }

  bool is_escaped(std::string_view text) const {
    return text.data() != markdown_.data() && text.data()[-1] == '\\';
  }

  std::string_view markdown_;
  std::vector<WidenedRow> rows_;
  bool may_hold_row_ = false;
  unsigned depth_ = 0;            // blocks that have begun and not ended
  std::string_view header_text_;  // the first text of the line before
  unsigned line_ = 0;             // of the block
  std::string_view first_text_;   // of the line
};

bool may_have_row(std::string_view markdown) {
  while (!markdown.empty()) {
    std::string_view line = markdown.substr(0, markdown.find('\n'));
    markdown.remove_prefix(std::min(line.size() + 1, markdown.size()));
    line.remove_prefix(std::min(line.find_first_not_of(" \t>"), line.size()));
    if (delimiter_cells(line)) return true;
  }
  return false;
}

}  // namespace

std::vector<WidenedRow> widened_rows(std::string_view markdown) {
  RowFinder finder;
  if (may_have_row(markdown)) parse_with_md4c(markdown, finder);
  return finder.finish();
}

}  // namespace landkaart::inline v0
