// SPDX-License-Identifier: EUPL-1.2
// Any text as the front matter of an item: it is read, or its mistakes are listed.
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
  }
  return 0;
}
