// SPDX-License-Identifier: EUPL-1.2
// Any text as the body of an item: what compiles can be written as HTML and as Markdown and read
// again.
#include <cstdlib>

#include "content-pack/compiler/markdown.h"
#include "core/text/utf8.h"
#include "landkaart/error.h"
#include "tests/fuzz/fuzzer.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace landkaart;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!is_valid_utf8(text)) return 0;
  MistakeList mistakes;
  const SourcePosition start{"fuzz.md", 1, 1};
  const MarkupNode tree = parse_markdown(text, TextOrigin::written_here, start, mistakes);
  if (!mistakes.empty()) return 0;
  if (parse_html(to_html(tree)) != tree) std::abort();
  to_plain_text(tree);
  const MarkupNode again =
      parse_markdown(to_markdown(tree), TextOrigin::written_here, start, mistakes);
  if (!mistakes.empty() || again != tree) std::abort();
  return 0;
}
