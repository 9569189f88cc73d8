// SPDX-License-Identifier: EUPL-1.2
// Prints mistakes and findings as "file:line:column: …", a form from which text editors can open
// the position.
#include <algorithm>
#include <ostream>
#include <tuple>

#include "bindings/cli/output.h"

namespace landkaart::inline v0 {
namespace {

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

}  // namespace

void print_report(std::ostream& out, const LintReport& report) {
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
  for (const Finding& line : lines) {
    out << printable(line.file);
    if (line.line > 0) out << ':' << line.line << ':' << line.column;
    out << ": " << printable(line.problem) << "; " << printable(line.remedy);
    out << " [" << line.code << (line.rule.empty() ? "" : " ") << line.rule << "]\n";
  }
}

std::string report_total(const LintReport& report) {
  std::string total;
  if (!report.mistakes.empty()) total = counted(report.mistakes.size(), "mistake");
  if (!report.mistakes.empty() && !report.findings.empty()) total += " and ";
  if (!report.findings.empty()) total += counted(report.findings.size(), "finding");
  return total;
}

}  // namespace landkaart::inline v0
