// SPDX-License-Identifier: EUPL-1.2
// Reads any text as the synonyms of the default pack, and searches with them; and as synonyms.yaml
// of an authoring folder.
#include <landkaart/cocreatie.h>

#include "content-pack/compiler/synonyms_yaml.h"
#include "core/text/utf8.h"
#include "tests/fuzz/fuzzer.h"
#include "tests/hostile/pack_parts.h"

namespace {

using namespace landkaart;

// The default pack without bodies and assets. Each run replaces its synonyms.
const testing::PackParts& parts_of_pack() {
  static const testing::PackParts kParts = [] {
    const auto bytes = cocreatie().bytes();
    testing::PackParts parts =
        testing::take_apart({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    parts.set(SectionId::assets, {});
    return parts;
  }();
  return kParts;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = as_input(data, size);
  testing::PackParts parts = parts_of_pack();
  parts.set(SectionId::synonyms, std::string(text));
  const Pack pack = Pack::from_memory(testing::seal(parts));
  try {
    for (const char* query : {"samenwerken raad", "te veel regels", "participtie"}) {
      const SearchResult result = pack.search(query, {.limit = 3});
      static_cast<void>(result.total());
      static_cast<void>(result.suggestion());
      for (const Hit& hit : result.hits) static_cast<void>(hit.explain());
    }
  } catch (const Error&) {
  }
  MistakeList mistakes;
  if (is_valid_utf8(text)) read_synonyms(std::string(text), mistakes);
  return 0;
}
