// SPDX-License-Identifier: EUPL-1.2
#include "core/search/title_key.h"

#include <algorithm>

#include "core/text/tokenizer.h"

namespace landkaart::inline v0 {

std::string title_key(std::string_view title) {
  std::string key;
  Tokenizer tokenizer(title);
  for (Token token; tokenizer.next(token);) {
    if (key.size() + 1 + token.folded.size() > kMostTitleKeyBytes) break;
    if (!key.empty()) key += ' ';
    key += token.folded;
  }
  return key;
}

std::vector<std::string> title_keys(std::string_view lines) {
  std::vector<std::string> keys;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    std::string key = title_key(lines.substr(0, end));
    if (!key.empty()) keys.push_back(std::move(key));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return keys;
}

}  // namespace landkaart::inline v0
