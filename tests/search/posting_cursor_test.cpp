// SPDX-License-Identifier: EUPL-1.2
// PostingCursor on lists of one block and of several blocks of 128 postings.
#include "core/search/posting_cursor.h"

#include <gtest/gtest.h>

#include "tests/search/random_documents.h"

namespace landkaart {
namespace {

constexpr std::uint32_t kDocuments = 1200;

// "raad" is in every third document, twice at positions 1 and 3; "een" is in one document.
testing::Documents every_third() {
  testing::Documents documents(kDocuments, {"de wijk"});
  for (std::uint32_t i = 0; i < kDocuments; i += 3) documents[i] = {"de raad en raad"};
  documents[7] = {"een wijk"};
  return documents;
}

class PostingCursors : public ::testing::Test {
 protected:
  PostingCursor cursor(std::string_view word) {
    term_ = built_.index->find(word);
    return PostingCursor(*built_.index, term_->words, built_.index->word_traits(*term_));
  }

 private:
  testing::BuiltIndex built_{every_third()};
  std::optional<Term> term_;
};

TEST_F(PostingCursors, GoThroughEveryBlockOfAList) {
  PostingCursor raad = cursor("raad");
  EXPECT_EQ(raad.size(), kDocuments / 3);
  EXPECT_EQ(raad.blocks(), 4u) << "400 postings";
  std::uint32_t document = raad.seek(0);
  for (std::uint32_t expected = 0; expected < kDocuments; expected += 3) {
    ASSERT_EQ(document, expected);
    ASSERT_EQ(raad.block().frequency(0, raad.index()), 2u);
    std::vector<std::uint32_t> positions;
    raad.read_positions(positions);
    ASSERT_EQ(positions, std::vector<std::uint32_t>({1, 3}));
    document = raad.next();
  }
  EXPECT_EQ(document, kNoDocument);
}

TEST_F(PostingCursors, SeekTheFirstDocumentThatIsNotLess) {
  for (const std::uint32_t step : {1u, 2u, 5u, 40u, 300u, 500u}) {
    PostingCursor raad = cursor("raad");
    for (std::uint32_t wanted = 0; wanted < kDocuments - 2; wanted += step) {
      ASSERT_EQ(raad.seek(wanted), (wanted + 2) / 3 * 3) << wanted;
    }
    EXPECT_EQ(raad.seek(kDocuments - 2), kNoDocument);
  }
}

TEST_F(PostingCursors, BeginAgainAfterRewind) {
  PostingCursor raad = cursor("raad");
  for (const std::uint32_t wanted : {0u, 9u, 600u, 1197u, 1199u}) {
    raad.seek(wanted);
    raad.rewind();
    EXPECT_EQ(raad.seek(0), 0u) << wanted;
    EXPECT_EQ(raad.seek(900), 900u) << wanted;
    raad.rewind();
  }
}

TEST_F(PostingCursors, ReadASinglePosting) {
  PostingCursor one = cursor("een");
  EXPECT_EQ(one.seek(0), 7u);
  std::vector<std::uint32_t> positions;
  one.read_positions(positions);
  EXPECT_EQ(positions, std::vector<std::uint32_t>({0}));
  EXPECT_EQ(one.next(), kNoDocument);
  one.rewind();
  EXPECT_EQ(one.seek(8), kNoDocument);
}

}  // namespace
}  // namespace landkaart
