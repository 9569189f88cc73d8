// SPDX-License-Identifier: EUPL-1.2
// Prints mistakes and findings as "file:line:column: …", a form from which text editors can open
// the position.
#include <algorithm>
#include <functional>
#include <iomanip>
#include <map>
#include <ostream>
#include <tuple>

#include "bindings/cli/output.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kMostLines = 20;      // a longer report is printed as a summary
constexpr std::size_t kShownOfOneCode = 3;  // in a summary

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::vector<Finding> lines_of(const LintReport& report) {
  std::vector<Finding> lines = report.findings;
  for (const Mistake& mistake : report.mistakes) {
    lines.push_back({mistake.file,
                     mistake.line,
                     mistake.column,
                     mistake.code,
                     {},
                     mistake.problem,
                     mistake.remedy});
  }
  std::ranges::stable_sort(
      lines, {}, [](const Finding& line) { return std::tie(line.file, line.line, line.column); });
  return lines;
}

void print_line(std::ostream& out, const Finding& line) {
  out << printable(line.file);
  if (line.line > 0) out << ':' << line.line << ':' << line.column;
  out << ": " << printable(line.problem) << "; " << printable(line.remedy) << " [" << line.code
      << (line.rule.empty() ? "" : " ") << line.rule << "]\n";
}

void print_counts(std::ostream& out, const std::map<std::string, std::size_t>& counts,
                  MessageLanguage language) {
  std::vector<std::pair<std::string, std::size_t>> rows(counts.begin(), counts.end());
  std::ranges::stable_sort(rows, std::ranges::greater(),
                           [](const auto& row) { return row.second; });
  out << (language == MessageLanguage::dutch ? "Hierboven staan de eerste 3 van elke code; "
                                               "--all toont alles. Aantal per code:\n"
                                             : "Above are the first 3 of each code; "
                                               "--all prints all. Number of each code:\n");
  for (const auto& [code, count] : rows) out << std::setw(7) << count << "  " << code << '\n';
}

}  // namespace

void print_report(std::ostream& out, const LintReport& report, const ReportOptions& options) {
  const std::vector<Finding> lines = lines_of(report);
  const bool summary = !options.all && lines.size() > kMostLines;
  std::map<std::string, std::size_t> counts;
  for (const Finding& line : lines) {
    if (++counts[line.code] <= kShownOfOneCode || !summary) print_line(out, line);
  }
  if (summary) print_counts(out, counts, options.language);
}

std::string report_total(const LintReport& report, MessageLanguage language) {
  const bool dutch = language == MessageLanguage::dutch;
  std::string total;
  if (!report.mistakes.empty()) {
    total =
        counted(report.mistakes.size(), dutch ? "fout" : "mistake", dutch ? "fouten" : "mistakes");
  }
  if (!report.mistakes.empty() && !report.findings.empty()) total += dutch ? " en " : " and ";
  if (!report.findings.empty()) {
    total += counted(report.findings.size(), dutch ? "opmerking" : "finding",
                     dutch ? "opmerkingen" : "findings");
  }
  return total;
}

void print_left_out(std::ostream& out, const LeftOut& left_out, MessageLanguage language) {
  const bool dutch = language == MessageLanguage::dutch;
  const auto begin = [&](std::size_t count, std::string_view one, std::string_view many) {
    out << (dutch ? "weggelaten: " : "left out: ") << counted(count, one, many);
  };
  const auto end = [&](std::size_t count, std::string_view option) {
    const std::string_view them = dutch ? " neemt ze mee" : " compiles them";
    const std::string_view it = dutch ? " neemt het mee" : " compiles it";
    out << "; " << option << (count == 1 ? it : them) << '\n';
  };
  if (left_out.drafts > 0) {
    begin(left_out.drafts, dutch ? "concept" : "draft", dutch ? "concepten" : "drafts");
    end(left_out.drafts, "--drafts");
  }
  if (left_out.future > 0) {
    begin(left_out.future, dutch ? "item dat later geldt" : "item that holds later",
          dutch ? "items die later gelden" : "items that hold later");
    const std::string_view first = dutch ? ", het eerste vanaf " : ", the first from ";
    const std::string_view from = dutch ? ", vanaf " : ", from ";
    out << (left_out.future == 1 ? from : first) << left_out.next_date;
    end(left_out.future, "--future");
  }
}

}  // namespace landkaart::inline v0
