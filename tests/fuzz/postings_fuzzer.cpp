// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a block of postings with positions, a skip entry and the entry of a word: readable,
// or an Error, and never more memory than the bytes account for.
#include "core/search/position_reader.h"
#include "core/search/posting_block.h"
#include "core/search/term_entry.h"
#include "landkaart/error.h"
#include "tests/fuzz/fuzzer.h"

namespace {

using namespace landkaart;

template <typename Read>
void attempt(const Read& read) {
  try {
    read();
  } catch (const Error&) {
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const Bytes bytes(data + 1, size - 1);
  const std::uint32_t count = 1 + data[0] % kPostingBlock;
  attempt([&] {
    Cursor cursor(bytes, "a test");
    PostingBlock block;
    read_posting_documents(cursor, count, 0, 100'000, block);
    read_posting_frequencies(cursor, data[0] >= 128, block);
    PositionReader reader(cursor, count);
    std::vector<std::uint32_t> positions;
    for (std::uint32_t i = 0; i < count; ++i) reader.read(block, (i * 37) % count, positions);
  });
  attempt([&] {
    Cursor cursor(bytes, "a test");
    read_skip_entry(cursor, 0, {true, true});
  });
  attempt([&] {
    Cursor cursor(bytes, "a test");
    decode_single_posting(cursor, true, true);
  });
  attempt([&] { decode_term_entry(bytes, "raadsleden", true); });
  return 0;
}
