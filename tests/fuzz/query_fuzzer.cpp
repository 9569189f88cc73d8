// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a query: none is an error.
#include <cstdlib>

#include <landkaart/cocreatie.h>

#include "tests/fuzz/fuzzer.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto pack = landkaart::cocreatie();
  const auto result = pack.search({reinterpret_cast<const char*>(data), size}, {.limit = 3});
  for (const auto& hit : result.hits) {
    const auto snippet = hit.snippet();
    for (const auto& mark : snippet.highlights) {
      if (mark.begin >= mark.end || mark.end > snippet.text.size()) std::abort();
    }
  }
  if (result.total() < result.hits.size()) std::abort();
  result.suggestion();
  return 0;
}
