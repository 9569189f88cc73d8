// SPDX-License-Identifier: EUPL-1.2
#include "core/format/block_store.h"

#include <algorithm>

#include "core/base/malformed.h"
#include "core/format/inflate.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::uint64_t kEntryBytes = 16;
constexpr std::uint64_t kIndexHeaderBytes = 8;

}  // namespace

BlockStore::BlockStore(Section index, Section blocks, std::size_t cache_bytes)
    : index_(index), blocks_(blocks), cache_(cache_bytes) {
  count_ = load_little_endian<std::uint32_t>(index_.read(0, kIndexHeaderBytes).data());
  if (index_.size() != kIndexHeaderBytes + (std::uint64_t{count_} + 1) * kEntryBytes) {
    malformed("the index of blocks has the wrong length");
  }
  const Border first = border(0);
  const Border last = border(count_);
  if (first.begin != 0 || first.stored != 0 || last.begin != size() ||
      last.stored != blocks_.size()) {
    malformed("the blocks do not begin and end with section 'body'");
  }
}

BlockStore::Border BlockStore::border(std::uint32_t number) const {
  const std::uint64_t offset = kIndexHeaderBytes + std::uint64_t{number} * kEntryBytes;
  Cursor cursor(index_.read(offset, kEntryBytes), "the index of blocks");
  const std::uint64_t begin = cursor.u64();
  return {begin, cursor.u64()};
}

BlockStore::Block BlockStore::block(std::uint32_t number) const {
  const Border from = border(number);
  const Border to = border(number + 1);
  if (to.begin <= from.begin || to.begin > size() || to.stored <= from.stored) {
    malformed("the index of blocks is not in ascending order");
  }
  if (to.begin - from.begin > limits::kBlockBytes ||
      to.stored - from.stored > limits::kStoredBlockBytes) {
    throw Error(ErrorCode::limit_exceeded, "a block of bodies is larger than the format allows");
  }
  return {from.begin, to.begin, from.stored, to.stored};
}

void BlockStore::check_index() const {
  for (std::uint32_t number = 0; number < count_; ++number) block(number);
}

// The number of the block that holds byte `offset` of the stream.
std::uint32_t BlockStore::block_at(std::uint64_t offset) const {
  std::uint32_t low = 0;
  std::uint32_t high = count_;
  while (high - low > 1) {
    const std::uint32_t middle = low + (high - low) / 2;
    (border(middle).begin <= offset ? low : high) = middle;
  }
  return low;
}

// Rejects a part that lies outside the stream or is larger than its blocks can inflate to. Runs
// before memory is allocated, because a hostile pack can state any length.
void BlockStore::check_claim(std::uint64_t offset, std::uint64_t length) const {
  if (offset > size() || length > size() - offset) malformed("a body lies outside section 'body'");
  if (length > limits::kDocumentBytes || length / limits::kInflationRatio > blocks_.size()) {
    throw Error(ErrorCode::limit_exceeded, "a body is larger than the format allows");
  }
}

std::string BlockStore::read(std::uint64_t offset, std::uint64_t length) const {
  check_claim(offset, length);
  std::string out;
  if (length == 0) return out;
  const std::uint64_t end = offset + length;
  for (std::uint32_t number = block_at(offset); offset < end; ++number) {
    if (number >= count_) malformed("a body goes on after the last block");
    const Block block = this->block(number);
    if (offset < block.begin || offset >= block.end) malformed("the index of blocks has a gap");
    const std::uint64_t wanted = std::min(end, block.end) - block.begin;
    const auto bytes = inflated(number, block, wanted);
    out.append(*bytes, static_cast<std::size_t>(offset - block.begin),
               static_cast<std::size_t>(block.begin + wanted - offset));
    offset = block.begin + wanted;
  }
  return out;
}

// Returns at least the first `wanted` bytes of a block.
std::shared_ptr<const std::string> BlockStore::inflated(std::uint32_t number, const Block& block,
                                                        std::uint64_t wanted) const {
  auto cached = cache_.find(number);
  if (cached && cached->size() >= wanted) return cached;
  // The second read of a block inflates all of it, because more parts of it are likely to be read.
  const std::uint64_t length = cached ? block.end - block.begin : wanted;
  const Bytes stored = blocks_.read(block.stored_begin, block.stored_end - block.stored_begin);
  auto bytes = std::make_shared<const std::string>(inflate(stored, length));
  cache_.insert(number, bytes, bytes->size());
  return bytes;
}

}  // namespace landkaart::inline v0
