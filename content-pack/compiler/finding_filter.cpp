// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/finding_filter.h"

#include <algorithm>

#include "content-pack/compiler/messages.h"

namespace landkaart::inline v0 {
namespace {

const MessageText& text_of_code(const std::string& code) {
  const auto texts = message_texts();
  const auto found = std::ranges::find(texts, code, &MessageText::code);
  if (found != texts.end()) return *found;
  throw Error(ErrorCode::invalid_argument,
              "there is no code \"" + code + "\"; docs/mistakes.md lists the codes");
}

bool has(const std::vector<std::string>& codes, const std::string& code) {
  return std::ranges::find(codes, code) != codes.end();
}

}  // namespace

void check_filter(const FindingFilter& filter) {
  for (const std::string& code : filter.only) (void)text_of_code(code);
  for (const std::string& code : filter.ignore) {
    if (!text_of_code(code).rule.empty()) continue;
    throw Error(ErrorCode::invalid_argument,
                code + " is a mistake, and only findings can be ignored; correct the mistake");
  }
}

std::vector<Finding> filtered(std::vector<Finding> findings, const FindingFilter& filter) {
  std::erase_if(findings, [&](const Finding& finding) {
    return (!filter.only.empty() && !has(filter.only, finding.code)) ||
           has(filter.ignore, finding.code);
  });
  return findings;
}

}  // namespace landkaart::inline v0
