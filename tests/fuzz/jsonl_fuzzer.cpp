// SPDX-License-Identifier: EUPL-1.2
// Reads each line of any text as an article in a .jsonl file. A line must become an item or
// mistakes.
#include "content-pack/compiler/source_item.h"
#include "core/text/utf8.h"
#include "tests/fuzz/fuzzer.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace landkaart;
  std::string_view text = as_input(data, size);
  if (!is_valid_utf8(text)) return 0;
  MistakeList mistakes;
  for (unsigned line = 1; !text.empty(); ++line) {
    const std::size_t end = text.find('\n');
    const auto value = parse_json(text.substr(0, end), "fuzz.jsonl", line, mistakes);
    if (value && value->type == SourceValue::Type::map) {
      read_item(*value, "Tekst.", TextOrigin::written_here, {"fuzz.jsonl", line, 1}, Kind::article,
                "fuzz", mistakes);
      static_cast<void>(to_json(*value));
    }
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return 0;
}
