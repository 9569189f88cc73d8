// SPDX-License-Identifier: EUPL-1.2
#include "core/search/document_words.h"

#include <gtest/gtest.h>

namespace landkaart {
namespace {

using Words = std::vector<std::string>;

TEST(HyphenPieces, AreTheFoldedPiecesOfFourLettersOrMore) {
  EXPECT_EQ(hyphen_pieces("Zorg-coöperatie"), Words({"zorg", "cooperatie"}));
  EXPECT_EQ(hyphen_pieces("co-creatie"), Words({"creatie"}));
  EXPECT_EQ(hyphen_pieces("raad\u2010huis\u2011plein"), Words({"raad", "huis", "plein"}));
  EXPECT_EQ(hyphen_pieces("raadhuis"), Words()) << "it has no hyphen";
  EXPECT_EQ(hyphen_pieces("a-b"), Words());
  EXPECT_EQ(hyphen_pieces("raad-"), Words({"raad"}));
}

TEST(HyphenPieces, EndWhereTheWordIsCutOff) {
  std::string word;
  for (int i = 0; i < 40; ++i) word += "raad-";
  EXPECT_EQ(hyphen_pieces(word), Words(16, "raad"));
  EXPECT_EQ(hyphen_pieces("de-" + word).size(), 15u) << "the last piece lies on the border";
}

// Reads documents of two fields: the number of the document, and "de Raad-zaal".
std::vector<WordChunk> read_words(std::uint32_t documents, unsigned jobs) {
  std::vector<std::string> numbers;
  for (std::uint32_t i = 0; i < documents; ++i) numbers.push_back("nummer" + std::to_string(i));
  return read_document_words(
      documents, 2,
      [&](std::uint32_t document, std::size_t field) {
        return field == 0 ? std::string_view(numbers[document]) : "de Raad-zaal";
      },
      [](std::uint32_t) { return nullptr; }, jobs);
}

TEST(DocumentWords, HaveDocumentFieldAndPosition) {
  const auto chunks = read_words(3, 1);
  ASSERT_EQ(chunks.size(), 1u);
  EXPECT_EQ(chunks[0].lengths, std::vector<std::uint32_t>({1, 2, 1, 2, 1, 2}));
  const auto& number = chunks[0].forms.at("nummer1").occurrences;
  ASSERT_EQ(number.size(), 1u);
  EXPECT_EQ(number[0].document, 1u);
  EXPECT_EQ(number[0].field, 0);
  const FormOccurrences& hall = chunks[0].forms.at("raadzaal");
  ASSERT_EQ(hall.occurrences.size(), 3u);
  EXPECT_EQ(hall.occurrences[2].document, 2u);
  EXPECT_EQ(hall.occurrences[2].field, 1);
  EXPECT_EQ(hall.occurrences[2].position, 1u);
  EXPECT_EQ(hall.pieces, Words({"raad", "zaal"}));
}

TEST(DocumentWords, AreReadOnceEachInChunksThatDoNotDependOnTheJobs) {
  for (const unsigned jobs : {1u, 3u}) {
    const auto chunks = read_words(2500, jobs);
    std::uint32_t next = 0;
    for (const WordChunk& chunk : chunks) {
      EXPECT_EQ(chunk.first_document, next);
      next += static_cast<std::uint32_t>(chunk.lengths.size() / 2);
      for (const auto& [form, found] : chunk.forms) {
        for (const Occurrence& place : found.occurrences) {
          EXPECT_GE(place.document, chunk.first_document);
          EXPECT_LT(place.document, next);
        }
      }
    }
    EXPECT_EQ(next, 2500u);
  }
}

}  // namespace
}  // namespace landkaart
