// SPDX-License-Identifier: EUPL-1.2
// Helpers for the tests of the editorial rules: lint small folders and return the findings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace landkaart::testing {

using Lines = std::vector<std::string>;

inline const LintOptions kSomeDay{.jobs = 1, .today = "2026-06-15"};

// The findings of one rule, or of all rules when `rule` is empty, each as
// "file:line:column: problem".
inline Lines findings_in(const TemporaryFolder& folder, std::string_view rule = {}) {
  const LintReport report = lint(folder.path(), kSomeDay);
  for (const Mistake& mistake : report.mistakes) ADD_FAILURE() << mistake.problem;
  Lines lines;
  for (const Finding& finding : report.findings) {
    if (!rule.empty() && finding.rule != rule) continue;
    lines.push_back(finding.file + ":" + std::to_string(finding.line) + ":" +
                    std::to_string(finding.column) + ": " + finding.problem);
  }
  return lines;
}

// The findings of one rule in a folder with one article, a.md. Its body begins on line 4.
inline Lines findings_in_body(std::string_view rule, std::string_view body,
                              std::string_view title = "A") {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("articles/a.md", "title: " + std::string(title) + "\n", body);
  return findings_in(folder, rule);
}

// `text` repeated `count` times, with a space after each copy.
inline std::string times(unsigned count, std::string_view text) {
  std::string all;
  for (unsigned i = 0; i < count; ++i) all.append(text).append(" ");
  return all;
}

}  // namespace landkaart::testing
