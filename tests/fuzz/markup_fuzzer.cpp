// SPDX-License-Identifier: EUPL-1.2
// Reads any bytes as the stored HTML of a body, as a reader does. A body in the subset must be
// written as the same HTML, and its texts may not be larger than its elements can make them.
#include "core/text/markup.h"
#include "landkaart/error.h"
#include "tests/fuzz/fuzzer.h"

namespace {

// A list item that begins at number 999,999,999 takes 12 bytes for each of 32 levels of
// indentation, and is at least 9 bytes of HTML.
constexpr std::size_t kTextForEachByte = 64;

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace landkaart;
  const std::string_view html = as_input(data, size);
  try {
    MarkupNode tree = parse_html(html);
    demand(to_html(tree) == html, "the HTML of a body has one spelling");
    demand(to_plain_text(tree).size() <= kTextForEachByte * (size + 1), "plain text is small");
    normalise(tree);
    demand(to_markdown(tree).size() <= kTextForEachByte * (size + 1), "Markdown is small");
  } catch (const Error& error) {
    demand(error.code() == ErrorCode::malformed || error.code() == ErrorCode::limit_exceeded,
           "a body is malformed or above a limit");
  }
  return 0;
}
