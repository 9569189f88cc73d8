// SPDX-License-Identifier: EUPL-1.2
// Reads any text as the front matter of an item of each kind. Reading must end with an item or with
// mistakes, and each passage of text must have the number of a line of the front matter.
#include <algorithm>
#include <cstdlib>

#include "content-pack/compiler/front_matter_text.h"
#include "content-pack/compiler/source_item.h"
#include "core/text/utf8.h"
#include "tests/fuzz/fuzzer.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace landkaart;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!is_valid_utf8(text)) return 0;
  MistakeList mistakes;
  const auto value = parse_yaml(text, "fuzz.md", 2, mistakes);
  if (!value) return 0;
  for (std::uint8_t kind = 1; kind <= kKinds; ++kind) {
    read_item(*value, "Tekst.", TextOrigin::written_here, {"fuzz.md", 9, 1},
              static_cast<Kind>(kind), "fuzz", mistakes);
    ItemText item;
    item.kind = static_cast<Kind>(kind);
    read_front_matter_text(*value, {text, 2}, item);
    for (const Passage& passage : item.passages) {
      const unsigned line = passage.place_of(passage.text.size()).line;
      if (line < 2 || line > std::ranges::count(text, '\n') + 2) std::abort();
    }
  }
  return 0;
}
