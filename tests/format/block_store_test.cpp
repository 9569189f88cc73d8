// SPDX-License-Identifier: EUPL-1.2
#include "core/format/block_store.h"

#include <atomic>
#include <random>
#include <thread>

#include <gtest/gtest.h>

#include "core/format/block_store_builder.h"
#include "landkaart/error.h"
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

}  // namespace
}  // namespace landkaart
