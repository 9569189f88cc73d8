// SPDX-License-Identifier: EUPL-1.2
// Searches the default pack for any bytes. No query may throw, highlights must lie in their
// snippet, and the total must count every hit.
#include <cstdlib>
#include <string_view>

#include <landkaart/cocreatie.h>

#include "tests/fuzz/fuzzer.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto pack = landkaart::cocreatie();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static_cast<void>(pack.suggest(text, 3));
  static_cast<void>(
      pack.search(text, {.limit = 3, .match = landkaart::Match::all, .as_you_type = true}));
  const auto result = pack.search(text, {.limit = 3});
  static_cast<void>(result.offers());
  for (const auto& hit : result.hits) {
    static_cast<void>(hit.explain());
    const auto snippet = hit.snippet();
    for (const auto& mark : snippet.highlights) {
      if (mark.begin >= mark.end || mark.end > snippet.text.size()) std::abort();
    }
  }
  if (result.total() < result.hits.size()) std::abort();
  static_cast<void>(result.suggestion());
  return 0;
}
