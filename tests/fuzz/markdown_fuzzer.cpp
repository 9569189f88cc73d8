// SPDX-License-Identifier: EUPL-1.2
// Compiles any text as the body of an item. A body without mistakes must be the same tree after it
// is written as HTML or as Markdown and read again. Each finding of the linter must have the number
// of a line of the text.
#include <algorithm>
#include <cstdlib>

#include "content-pack/compiler/body_text.h"
#include "content-pack/compiler/editorial/findings.h"
#include "content-pack/compiler/markdown.h"
#include "core/text/utf8.h"
#include "landkaart/error.h"
#include "tests/fuzz/fuzzer.h"
#include "tests/support/item_addresses.h"

namespace {

void check_findings(std::string_view text) {
  using namespace landkaart;
  ItemText item;
  item.language = "nl";
  item.at = {1, 1};
  read_body_text(text, 1, item);
  FolderText folder;
  folder.items = {&item};
  for (const Finding& finding : find_in(folder, 1)) {
    if (finding.line < 1 || finding.line > std::ranges::count(text, '\n') + 1) std::abort();
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace landkaart;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!is_valid_utf8(text)) return 0;
  check_findings(text);
  MistakeList mistakes;
  const SourcePosition start{"fuzz.md", 1, 1};
  const MarkupNode tree = parse_markdown(text, TextOrigin::written_here, start, mistakes);
  if (!mistakes.empty()) return 0;
  if (testing::item_addresses_have_ids(tree) && parse_html(to_html(tree)) != tree) std::abort();
  to_plain_text(tree);
  const MarkupNode again =
      parse_markdown(to_markdown(tree), TextOrigin::written_here, start, mistakes);
  if (!mistakes.empty() || again != tree) std::abort();
  return 0;
}
