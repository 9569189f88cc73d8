// SPDX-License-Identifier: EUPL-1.2
// Decodes any bytes as each structure of a posting list: a block of postings with positions, a skip
// entry, a single posting, and the dictionary entry of a word. Each decoder must throw Error or
// return values that keep the promises of its header. No decoder may allocate more than a fixed
// number of bytes for each byte of input.
#include <algorithm>

#include "core/search/position_reader.h"
#include "core/search/posting_block.h"
#include "core/search/term_entry.h"
#include "landkaart/error.h"
#include "tests/fuzz/fuzzer.h"
#include "tests/support/allocations.h"

namespace {

using namespace landkaart;

constexpr std::uint32_t kDocuments = 100'000;
// Each input bit can code a position of 4 bytes, and a vector doubles when it grows.
constexpr std::size_t kBytesForEachByte = 2 * 8 * sizeof(std::uint32_t);
constexpr std::size_t kFixedBytes = 16 * 1024;

template <typename Read>
void attempt(std::size_t input_bytes, const Read& read) {
  testing::reset_peaks();
  try {
    read();
  } catch (const Error&) {
  }
  demand(testing::largest_allocation() <= kFixedBytes + kBytesForEachByte * input_bytes,
         "memory is in proportion to the input");
}

// Requires that the positions ascend within each field.
void check_positions(const Frequencies& frequencies, const std::vector<std::uint32_t>& positions) {
  std::size_t next = 0;
  for (const std::uint32_t frequency : frequencies) {
    for (std::uint32_t i = 0; i < frequency; ++i, ++next) {
      demand(next < positions.size(), "there are as many positions as the frequencies say");
      demand(i == 0 || positions[next] != positions[next - 1], "no position occurs twice");
    }
  }
  demand(next == positions.size(), "there are as many positions as the frequencies say");
}

// Requires that a decoded block is the same after it is encoded and decoded once more.
void check_round_trip(const PostingBlock& block, bool has_forms) {
  std::vector<Posting> postings(block.count);
  for (std::uint32_t i = 0; i < block.count; ++i) {
    postings[i].document = block.documents[i];
    postings[i].frequencies = block.all_frequencies(i);
    postings[i].forms = static_cast<std::uint8_t>(block.forms[i]);
    if (postings[i].forms == 0 || postings[i].forms != block.forms[i]) return;  // over 8 bits
  }
  std::string bytes;
  append_posting_block(bytes, postings, 0, has_forms);
  Cursor cursor(as_bytes(bytes), "a block that was encoded again");
  PostingBlock again;
  read_posting_documents(cursor, block.count, 0, kDocuments, again);
  read_posting_frequencies(cursor, has_forms, again);
  demand(cursor.at_end(), "a block ends where its encoding ends");
  for (std::uint32_t i = 0; i < block.count; ++i) {
    demand(again.documents[i] == block.documents[i], "documents survive a round trip");
    demand(again.forms[i] == block.forms[i], "forms survive a round trip");
    demand(again.all_frequencies(i) == block.all_frequencies(i),
           "frequencies survive a round trip");
  }
}

void read_block(Bytes bytes, std::uint32_t count, bool has_forms) {
  Cursor cursor(bytes, "a fuzzed block");
  PostingBlock block;
  read_posting_documents(cursor, count, 0, kDocuments, block);
  for (std::uint32_t i = 0; i < count; ++i) {
    demand(block.documents[i] < kDocuments, "a document exists");
    demand(i == 0 || block.documents[i - 1] < block.documents[i], "documents ascend");
  }
  read_posting_frequencies(cursor, has_forms, block);
  check_round_trip(block, has_forms);
  PositionReader reader(cursor.rest(), count);
  std::vector<std::uint32_t> positions;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t index = i * 37 % count;
    reader.read(block, index, positions);
    check_positions(block.all_frequencies(index), positions);
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const Bytes bytes(data + 1, size - 1);
  const std::uint32_t count = 1 + data[0] % kPostingBlock;
  const bool has_forms = data[0] >= 128;
  attempt(size, [&] { read_block(bytes, count, has_forms); });
  attempt(size, [&] {
    Cursor cursor(bytes, "a fuzzed skip entry");
    const SkipEntry entry = read_skip_entry(cursor, 0, {true, true});
    std::string again;
    append_skip_entry(again, entry, 0, {true, true});
    Cursor second(as_bytes(again), "a skip entry that was encoded again");
    const SkipEntry read = read_skip_entry(second, 0, {true, true});
    demand(read.last_document == entry.last_document && read.list_bytes == entry.list_bytes &&
               read.positions_bytes == entry.positions_bytes && read.forms == entry.forms,
           "a skip entry survives a round trip");
  });
  attempt(size, [&] {
    Cursor cursor(bytes, "a fuzzed posting");
    const Posting posting = decode_single_posting(cursor, true, true);
    check_positions(posting.frequencies, posting.positions);
  });
  attempt(size, [&] {
    const TermEntry entry = decode_term_entry(bytes, "raadsleden", true);
    demand(entry.form_number <= kMostForms, "a form has a number up to 8");
    for (const std::string& part : entry.form_parts) {
      demand(part.size() <= size + 10, "a part is in the form or in the entry");
    }
  });
  return 0;
}
