// SPDX-License-Identifier: EUPL-1.2
#include "core/format/block_store.h"

#include <atomic>
#include <random>
#include <thread>

#include <gtest/gtest.h>

#include "core/format/block_store_builder.h"
#include "core/format/deflate.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"
#include "tests/format/built_container.h"

namespace landkaart {
namespace {

// 200 pieces of 0 to 100,000 bytes, mostly below 3000, of words that deflate well.
std::vector<std::string> random_pieces(unsigned seed) {
  std::mt19937 random(seed);
  std::vector<std::string> pieces;
  for (int i = 0; i < 200; ++i) {
    std::string piece;
    const std::size_t length = random() % 10 == 0 ? random() % 100'000 : random() % 3000;
    while (piece.size() < length) piece += "woord" + std::to_string(random() % 500) + " ";
    piece.resize(length);
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

BlockStoreBuilder::Sections build_blocks(const std::vector<std::string>& pieces, unsigned jobs) {
  BlockStoreBuilder builder;
  for (const std::string& piece : pieces) builder.add(piece);
  return builder.finish(jobs);
}

struct BuiltStore {
  testing::BuiltContainer built;
  BlockStore store;
  std::string stream;

  static testing::BuiltContainer build(const std::vector<std::string>& pieces) {
    const auto sections = build_blocks(pieces, 2);
    return testing::BuiltContainer({{SectionId::body_index, 0, sections.index, Encoding::plain, 0},
                                    {SectionId::bodies, 0, sections.blocks,
                                     Encoding::deflated_blocks, sections.logical_length}});
  }

  BuiltStore(const std::vector<std::string>& pieces, std::size_t cache_bytes)
      : built(build(pieces)),
        store(built.container->require(SectionId::body_index),
              built.container->require(SectionId::bodies), cache_bytes) {
    for (const std::string& piece : pieces) stream += piece;
  }
};

TEST(BlockStore, ReadsAnyPartOfTheStream) {
  for (const std::size_t cache_bytes : {0u, 40'000u, 10'000'000u}) {
    const BuiltStore built(random_pieces(1), cache_bytes);
    std::mt19937 random(2);
    ASSERT_EQ(built.store.size(), built.stream.size());
    for (int i = 0; i < 500; ++i) {
      const std::size_t offset = random() % (built.stream.size() + 1);
      const std::size_t length =
          random() % std::min<std::size_t>(70'000, built.stream.size() - offset + 1);
      ASSERT_EQ(built.store.read(offset, length), built.stream.substr(offset, length));
    }
  }
}

TEST(BlockStore, RejectsAPartOutsideTheStream) {
  const BuiltStore built({"abc"}, 0);
  EXPECT_THROW(built.store.read(0, 4), Error);
  EXPECT_THROW(built.store.read(4, 0), Error);
  EXPECT_THROW(built.store.read(1, ~std::uint64_t{0}), Error);
}

TEST(BlockStore, CanBeEmpty) {
  const BuiltStore built({}, 0);
  EXPECT_EQ(built.store.read(0, 0), "");
}

TEST(BlockStore, HasTheSameBytesForAnyNumberOfThreads) {
  const auto pieces = random_pieces(3);
  const auto one = build_blocks(pieces, 1);
  const auto two = build_blocks(pieces, 2);
  EXPECT_EQ(one.blocks, two.blocks);
  EXPECT_EQ(one.index, two.index);
}

TEST(BlockStore, CanBeReadByManyThreadsAtOnce) {
  const BuiltStore built(random_pieces(4), 100'000);
  std::atomic<int> wrong = 0;
  std::vector<std::jthread> threads;
  for (unsigned seed = 0; seed < 4; ++seed) {
    threads.emplace_back([&, seed] {
      std::mt19937 random(seed);
      for (int i = 0; i < 300; ++i) {
        const std::size_t offset = random() % (built.stream.size() - 5000);
        if (built.store.read(offset, 5000) != built.stream.substr(offset, 5000)) ++wrong;
      }
    });
  }
  threads.clear();
  EXPECT_EQ(wrong, 0);
}

// The offset in the stream at which each block begins, and at the end the length of the stream.
std::vector<std::uint64_t> block_borders(const BlockStoreBuilder::Sections& sections) {
  const Bytes index = as_bytes(sections.index);
  const auto count = load_little_endian<std::uint32_t>(index.data());
  EXPECT_EQ(index.size(), 8 + 16 * (std::size_t{count} + 1));
  std::vector<std::uint64_t> borders;
  for (std::size_t at = 8; at < index.size(); at += 16) {
    borders.push_back(load_little_endian<std::uint64_t>(index.data() + at));
  }
  return borders;
}

std::vector<std::uint64_t> borders_of(const std::vector<std::size_t>& lengths) {
  std::vector<std::string> pieces;
  for (const std::size_t length : lengths) pieces.emplace_back(length, 'x');
  return block_borders(build_blocks(pieces, 1));
}

constexpr std::size_t kKiB = 1024;

TEST(BlockStoreBuilder, FillsABlockTo24KiB) {
  EXPECT_EQ(borders_of({24 * kKiB}), (std::vector<std::uint64_t>{0, 24 * kKiB}));
  EXPECT_EQ(borders_of({20 * kKiB, 4 * kKiB}), (std::vector<std::uint64_t>{0, 24 * kKiB}));
}

TEST(BlockStoreBuilder, StartsABlockWithAPieceThatDoesNotFit) {
  EXPECT_EQ(borders_of({20 * kKiB, 4 * kKiB + 1}),
            (std::vector<std::uint64_t>{0, 20 * kKiB, 24 * kKiB + 1}));
  EXPECT_EQ(borders_of({10 * kKiB, 10 * kKiB, 10 * kKiB}),
            (std::vector<std::uint64_t>{0, 20 * kKiB, 30 * kKiB}));
  EXPECT_EQ(borders_of({20 * kKiB, 10 * kKiB, 10 * kKiB}),
            (std::vector<std::uint64_t>{0, 20 * kKiB, 40 * kKiB}));
}

TEST(BlockStoreBuilder, CutsALongPieceEvery24KiB) {
  EXPECT_EQ(borders_of({60 * kKiB}),
            (std::vector<std::uint64_t>{0, 24 * kKiB, 48 * kKiB, 60 * kKiB}));
  EXPECT_EQ(borders_of({48 * kKiB, 1}),
            (std::vector<std::uint64_t>{0, 24 * kKiB, 48 * kKiB, 48 * kKiB + 1}));
}

TEST(BlockStoreBuilder, MakesNoEmptyBlocks) {
  EXPECT_EQ(borders_of({}), (std::vector<std::uint64_t>{0}));
  EXPECT_EQ(borders_of({0, 0}), (std::vector<std::uint64_t>{0}));
  EXPECT_EQ(borders_of({24 * kKiB, 0}), (std::vector<std::uint64_t>{0, 24 * kKiB}));
}

// One block in an index: the offset in the stream and the offset in the stored bytes.
struct IndexEntry {
  std::uint64_t begin, stored_begin;
};

// A store of blocks with "a" repeated, of which the index says what the test wants.
struct ForgedStore {
  testing::BuiltContainer built;

  static std::string encoded(std::uint32_t count, const std::vector<IndexEntry>& entries) {
    std::string index;
    append_little_endian(index, count);
    append_little_endian(index, std::uint32_t{0});
    for (const IndexEntry& entry : entries) {
      append_little_endian(index, entry.begin);
      append_little_endian(index, entry.stored_begin);
    }
    return index;
  }

  ForgedStore(std::uint32_t count, const std::vector<IndexEntry>& entries, std::uint64_t length,
              const std::string& stored_bytes = stored())
      : built({{SectionId::body_index, 0, encoded(count, entries), Encoding::plain, 0},
               {SectionId::bodies, 0, stored_bytes, Encoding::deflated_blocks, length}}) {}

  // 100 times "a"; the deflated bytes of one block.
  static std::string stored() { return build_blocks({std::string(100, 'a')}, 1).blocks; }

  ErrorCode code_of(std::uint64_t offset, std::uint64_t length) const {
    try {
      BlockStore(built.container->require(SectionId::body_index),
                 built.container->require(SectionId::bodies), 0)
          .read(offset, length);
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode{};
  }
};

TEST(BlockStore, ReadsAForgedIndexThatIsRight) {
  const std::uint64_t size = ForgedStore::stored().size();
  EXPECT_EQ((ForgedStore(1, {{0, 0}, {100, size}}, 100).code_of(0, 100)), ErrorCode{});
}

TEST(BlockStore, RejectsAnIndexOfAnotherLength) {
  const std::uint64_t size = ForgedStore::stored().size();
  EXPECT_EQ((ForgedStore(2, {{0, 0}, {100, size}}, 100).code_of(0, 100)), ErrorCode::malformed);
  EXPECT_EQ((ForgedStore(0, {{0, 0}, {100, size}}, 100).code_of(0, 100)), ErrorCode::malformed);
}

TEST(BlockStore, RejectsAStreamThatBeginsBehindItsFirstByte) {
  const std::uint64_t size = ForgedStore::stored().size();
  EXPECT_EQ((ForgedStore(1, {{1, 0}, {100, size}}, 100).code_of(0, 10)), ErrorCode::malformed);
}

TEST(BlockStore, RejectsBlocksThatDoNotFillTheStreamAndTheStoredBytes) {
  const std::uint64_t size = ForgedStore::stored().size();
  EXPECT_EQ((ForgedStore(1, {{0, 0}, {100, size}}, 200).code_of(0, 0)), ErrorCode::malformed);
  EXPECT_EQ((ForgedStore(0, {{0, 0}}, 100).code_of(0, 0)), ErrorCode::malformed);
  EXPECT_EQ((ForgedStore(1, {{0, 1}, {100, size}}, 100).code_of(0, 0)), ErrorCode::malformed);
  EXPECT_EQ((ForgedStore(1, {{0, 0}, {100, size - 1}}, 100).code_of(0, 0)), ErrorCode::malformed);
}

TEST(BlockStore, RejectsBlocksThatShareStoredBytes) {
  const std::string one = ForgedStore::stored(), three = one + one + one;
  const std::uint64_t size = one.size();
  // The second block ends where it begins, and the third has the bytes of the second and its own.
  const ForgedStore forged(3, {{0, 0}, {100, size}, {200, size}, {300, 3 * size}}, 300, three);
  EXPECT_EQ(forged.code_of(0, 100), ErrorCode{});
  EXPECT_EQ(forged.code_of(100, 1), ErrorCode::malformed);
  const BlockStore store(forged.built.container->require(SectionId::body_index),
                         forged.built.container->require(SectionId::bodies), 0);
  EXPECT_THROW(store.check_index(), Error);
  EXPECT_NO_THROW(BuiltStore(random_pieces(1), 0).store.check_index());
}

TEST(BlockStore, RejectsABlockThatTakesMoreThan64KiB) {
  const auto code = [](std::size_t bytes) {
    const std::string stored =
        ForgedStore::stored() + std::string(bytes - ForgedStore::stored().size(), '?');
    return ForgedStore(1, {{0, 0}, {100, bytes}}, 100, stored).code_of(0, 100);
  };
  EXPECT_EQ(code(limits::kStoredBlockBytes), ErrorCode{});
  EXPECT_EQ(code(limits::kStoredBlockBytes + 1), ErrorCode::limit_exceeded);
}

TEST(BlockStore, RejectsABlockThatEndsBehindTheStream) {
  const std::uint64_t size = ForgedStore::stored().size();
  EXPECT_EQ((ForgedStore(1, {{0, 0}, {101, size}}, 100).code_of(0, 100)), ErrorCode::malformed);
}

TEST(BlockStore, RejectsAnEmptyBlock) {
  const std::uint64_t size = ForgedStore::stored().size();
  EXPECT_EQ((ForgedStore(1, {{0, 0}, {0, size}}, 100).code_of(0, 1)), ErrorCode::malformed);
}

TEST(BlockStore, RejectsABlockOfMoreThan32KiB) {
  // Unused bytes behind the block, so that the section may claim to inflate to 32 KiB.
  const std::string stored = ForgedStore::stored() + std::string(100, '?');
  const std::uint64_t most = 32 * 1024;
  const auto code = [&](std::uint64_t length) {
    return ForgedStore(1, {{0, 0}, {length, stored.size()}}, length, stored).code_of(0, 100);
  };
  EXPECT_EQ(code(most), ErrorCode{}) << "only 100 bytes are inflated";
  EXPECT_EQ(code(most + 1), ErrorCode::limit_exceeded);
}

TEST(BlockStore, RejectsStoredBytesThatRunBackwardsOrLieOutside) {
  const std::uint64_t size = ForgedStore::stored().size();
  EXPECT_EQ((ForgedStore(1, {{0, size}, {100, 0}}, 100).code_of(0, 1)), ErrorCode::malformed);
  EXPECT_EQ((ForgedStore(1, {{0, 0}, {100, size + 1}}, 100).code_of(0, 1)), ErrorCode::malformed);
}

TEST(BlockStore, RejectsABodyThatIsLongerThanTheStoredBytesCanInflateTo) {
  const std::uint64_t size = ForgedStore::stored().size();
  const std::uint64_t most = size * limits::kInflationRatio + limits::kInflationRatio - 1;  // bytes
  const ForgedStore forged(1, {{0, 0}, {most, size}}, most);
  EXPECT_EQ(forged.code_of(0, most), ErrorCode::malformed) << "the block has 100 bytes";
  const BuiltStore built({"abc"}, 0);
  EXPECT_EQ(built.store.read(3, 0), "");
}

TEST(BlockStoreBuilder, DeflatesEachBlockByItself) {
  const std::string first(20 * kKiB, 'a'), second(20 * kKiB, 'b'), third(kKiB, 'c');
  EXPECT_EQ(build_blocks({first, second, third}, 1).blocks,
            deflate(first) + deflate(second + third));
}

TEST(BlockStore, RejectsABodyOfMoreThan4MiB) {
  const BuiltStore built({std::string(limits::kDocumentBytes + 1, 'a')}, 0);
  EXPECT_EQ(built.store.read(0, limits::kDocumentBytes).size(), limits::kDocumentBytes);
  EXPECT_THROW(built.store.read(0, limits::kDocumentBytes + 1), Error);
}

}  // namespace
}  // namespace landkaart
