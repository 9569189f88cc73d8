// SPDX-License-Identifier: EUPL-1.2
// The encodings of postings, positions, skip entries and entries of the dictionary.
#include <array>
#include <random>

#include <gtest/gtest.h>

#include "core/search/position_reader.h"
#include "core/search/posting_block.h"
#include "core/search/search_layout.h"
#include "core/search/term_entry.h"
#include "tests/support/error_code.h"

namespace landkaart {
namespace {

using testing::error_code;

std::vector<Posting> random_postings(std::mt19937& random, std::size_t count) {
  std::vector<Posting> postings;
  std::uint32_t document = 0;
  for (std::size_t i = 0; i < count; ++i) {
    Posting posting;
    posting.document = document;
    posting.forms = static_cast<std::uint8_t>(1 + random() % 7);
    document += static_cast<std::uint32_t>(1 + random() % 50);
    for (const std::size_t field : {0u, 2u}) {
      posting.frequencies[field] = static_cast<std::uint32_t>(random() % 4);
      auto position = static_cast<std::uint32_t>(random() % 100);
      for (std::uint32_t k = 0; k < posting.frequencies[field]; ++k) {
        position += static_cast<std::uint32_t>(1 + random() % 300);
        posting.positions.push_back(position);
      }
    }
    postings.push_back(std::move(posting));
  }
  return postings;
}

TEST(PostingBlock, ReadsDocumentsFrequenciesFormsAndPositions) {
  std::mt19937 random(3);
  for (const std::size_t count : {1u, 2u, 127u, 128u}) {
    const std::vector<Posting> postings = random_postings(random, count);
    std::string bytes;
    std::string positions;
    append_posting_block(bytes, postings, 0, true);
    append_positions(positions, postings);
    Cursor cursor(as_bytes(bytes), "a test");
    PositionReader reader(as_bytes(positions), static_cast<std::uint32_t>(count));
    std::vector<std::uint32_t> read;
    PostingBlock block;
    read_posting_documents(cursor, static_cast<std::uint32_t>(count), 0, 1'000'000, block);
    read_posting_frequencies(cursor, true, block);
    EXPECT_TRUE(cursor.at_end());
    for (std::uint32_t i = 0; i < count; ++i) {
      ASSERT_EQ(block.documents[i], postings[i].document);
      ASSERT_EQ(block.forms[i], postings[i].forms);
      for (std::size_t f = 0; f < limits::kFields; ++f) {
        ASSERT_EQ(block.frequency(f, i), postings[i].frequencies[f]);
      }
      reader.read(block, i, read);
      ASSERT_EQ(read, postings[i].positions);
    }
  }
}

TEST(PositionReader, ReadsThePositionsOfPostingsInAnyOrder) {
  std::mt19937 random(8);
  const std::vector<Posting> postings = random_postings(random, 100);
  std::string bytes, positions;
  append_posting_block(bytes, postings, 0, true);
  append_positions(positions, postings);
  Cursor cursor(as_bytes(bytes), "a test");
  PostingBlock block;
  read_posting_documents(cursor, 100, 0, 1'000'000, block);
  read_posting_frequencies(cursor, true, block);
  PositionReader reader(as_bytes(positions), 100);
  std::vector<std::uint32_t> read;
  for (int i = 0; i < 500; ++i) {
    const auto index = static_cast<std::uint32_t>(random() % 100);
    reader.read(block, index, read);
    ASSERT_EQ(read, postings[index].positions);
  }
}

TEST(PositionReader, RejectsAGroupThatBeginsAfterTheEnd) {
  EXPECT_THROW(PositionReader(as_bytes("\x7f\x01"), 20), Error);
}

TEST(PostingBlock, RejectsADocumentAboveTheNumberOfDocuments) {
  std::mt19937 random(4);
  const std::vector<Posting> postings = random_postings(random, 10);
  std::string bytes;
  append_posting_block(bytes, postings, 0, true);
  Cursor cursor(as_bytes(bytes), "a test");
  PostingBlock block;
  EXPECT_THROW(read_posting_documents(cursor, 10, 0, postings.back().document, block), Error);
}

TEST(LengthCode, IsExactBelow40AndThenRoundsDownByAtMostAnEighth) {
  std::uint8_t previous = 0;
  for (std::uint32_t length = 0; length < 200'000; ++length) {
    const std::uint8_t code = length_code(length);
    const std::uint32_t decoded = length_of_code(code);
    ASSERT_GE(code, previous);
    ASSERT_LE(decoded, length);
    if (length < 40) {
      ASSERT_EQ(decoded, length);
    } else {
      ASSERT_LT(length - decoded, length / 8 + 1);
    }
    previous = code;
  }
}

TEST(LengthCode, OfEachCodeIsTheCodeOfItsLength) {
  for (std::uint8_t code = 0; code <= 252; ++code) {
    ASSERT_EQ(length_code(length_of_code(code)), code);
    if (code == 0) continue;
    ASSERT_GT(length_of_code(code), length_of_code(code - 1));
    ASSERT_EQ(length_code(length_of_code(code) - 1), code - 1);
  }
  EXPECT_EQ(length_code(~0u), 252) << "the code of the greatest length of 32 bits";
  EXPECT_EQ(length_of_code(252), 60u << 26);
}

TEST(SkipEntry, ReadsWhatWasWritten) {
  SkipEntry written{500, 70, 300, 5, {}};
  written.fields[0] = {3, 12};
  written.fields[2] = {1, 255};
  std::string bytes;
  append_skip_entry(bytes, written, 100, {true, true});
  Cursor cursor(as_bytes(bytes), "a test");
  const SkipEntry read = read_skip_entry(cursor, 100, {true, true});
  EXPECT_TRUE(cursor.at_end());
  EXPECT_EQ(read.last_document, 500u);
  EXPECT_EQ(read.list_bytes, 70u);
  EXPECT_EQ(read.positions_bytes, 300u);
  EXPECT_EQ(read.forms, 5);
  EXPECT_EQ(read.fields[0].greatest_frequency, 3u);
  EXPECT_EQ(read.fields[0].least_length_code, 12);
  EXPECT_EQ(read.fields[1].greatest_frequency, 0u);
  EXPECT_EQ(read.fields[2].greatest_frequency, 1u);
  EXPECT_EQ(read.fields[2].least_length_code, 255);
}

TEST(SkipEntry, RejectsADocumentOver32Bits) {
  const SkipEntry written{~0u, 70, 300, 5, {}};
  std::string bytes;
  append_skip_entry(bytes, written, 0, {});
  Cursor first(as_bytes(bytes), "a test");
  EXPECT_EQ(read_skip_entry(first, 0, {}).last_document, ~0u);
  Cursor second(as_bytes(bytes), "a test");
  EXPECT_THROW(read_skip_entry(second, 1, {}), Error);
}

// Compares all members, unlike operator==, which only tells whether two places are the same list.
void expect_equal(const ListPlace& found, const ListPlace& expected) {
  EXPECT_EQ(found.document_frequency, expected.document_frequency);
  EXPECT_EQ(found.offset, expected.offset);
  EXPECT_EQ(found.length, expected.length);
  EXPECT_EQ(found.positions_offset, expected.positions_offset);
  EXPECT_EQ(found.positions_length, expected.positions_length);
  EXPECT_EQ(found.skips_offset, expected.skips_offset);
  EXPECT_EQ(found.skips_length, expected.skips_length);
}

TEST(TermEntry, ReadsLemmaPartsAndLists) {
  TermEntry written;
  written.form_number = 2;
  written.lemma = "raadslid";
  written.is_function_word = true;
  written.has_forms = true;
  written.form_parts = {"raad", "lid"};
  written.words = {200, {}, 1000, 300, 2000, 400, 3000, 12};
  written.parts = {3, {}, 7, 9, 0, 0, 0, 0};
  const std::string bytes = encode_term_entry(written, "raadsleden", true);
  const TermEntry read = decode_term_entry(as_bytes(bytes), "raadsleden", true);
  EXPECT_EQ(read.form_number, 2);
  EXPECT_EQ(read.lemma, "raadslid");
  EXPECT_TRUE(read.is_function_word);
  EXPECT_TRUE(read.has_forms);
  EXPECT_EQ(read.refers_back, 0u);
  EXPECT_EQ(read.form_parts, written.form_parts);
  expect_equal(read.words, written.words);
  expect_equal(read.parts, written.parts);
}

TEST(TermEntry, HasNoSkipEntriesAndNoPositionsWhereTheListHasNone) {
  TermEntry written;
  written.words = {128, {}, 1000, 300, 2000, 400, 3000, 12};
  const TermEntry read =
      decode_term_entry(as_bytes(encode_term_entry(written, "wijk", false)), "wijk", false);
  expect_equal(read.words, {128, {}, 1000, 300, 0, 0, 0, 0});
  EXPECT_FALSE(read.is_function_word);
  EXPECT_FALSE(read.has_forms);
  EXPECT_TRUE(read.lemma.empty());
  EXPECT_TRUE(read.form_parts.empty());
}

TEST(TermEntry, HoldsTheOnlyPostingOfAList) {
  Posting posting{77, {0, 2}, 1, {3, 9}};
  const std::string single = encode_single_posting(posting, false, true);
  TermEntry written;
  written.words.document_frequency = 1;
  written.words.inline_posting = as_bytes(single);
  const std::string bytes = encode_term_entry(written, "wijk", true);
  const TermEntry read = decode_term_entry(as_bytes(bytes), "wijk", true);
  ASSERT_EQ(read.words.document_frequency, 1u);
  Cursor cursor(read.words.inline_posting, "a test");
  const Posting found = decode_single_posting(cursor, false, true);
  EXPECT_EQ(found.document, 77u);
  EXPECT_EQ(found.frequencies, posting.frequencies);
  EXPECT_EQ(found.positions, posting.positions);
}

TEST(TermEntry, OfAFurtherFormHoldsOnlyABackReference) {
  TermEntry written;
  written.form_number = 1;
  written.refers_back = 3;
  written.lemma = "is not written";
  const std::string bytes = encode_term_entry(written, "woningen", true);
  EXPECT_EQ(bytes.size(), 2u);
  const TermEntry read = decode_term_entry(as_bytes(bytes), "woningen", true);
  EXPECT_EQ(read.refers_back, 3u);
  EXPECT_EQ(read.form_number, 1);
  EXPECT_TRUE(read.lemma.empty());
}

TEST(PostingBlock, RejectsTheSamePositionTwice) {
  const std::string coded(1, kRiceAllZero);
  const auto attempt = [&](std::uint32_t frequency, bool skip) {
    Cursor cursor(as_bytes(coded), "a test");
    RiceReader reader(cursor);
    std::vector<std::uint32_t> positions;
    if (skip) {
      skip_positions(reader, frequency);
    } else {
      read_positions(reader, frequency, positions);
    }
  };
  for (const bool skip : {false, true}) {
    EXPECT_NO_THROW(attempt(1, skip));
    EXPECT_THROW(attempt(2, skip), Error);
  }
}

TEST(PostingBlock, WithoutFormsEveryPostingHasTheFirstForm) {
  std::mt19937 random(5);
  std::vector<Posting> postings = random_postings(random, 40);
  std::string with, without;
  append_posting_block(with, postings, 0, true);
  append_posting_block(without, postings, 0, false);
  EXPECT_LT(without.size(), with.size());
  Cursor cursor(as_bytes(without), "a test");
  PostingBlock block;
  read_posting_documents(cursor, 40, 0, 1'000'000, block);
  read_posting_frequencies(cursor, false, block);
  EXPECT_TRUE(cursor.at_end());
  for (std::uint32_t i = 0; i < 40; ++i) {
    ASSERT_EQ(block.forms[i], 1u);
    ASSERT_EQ(block.all_frequencies(i), postings[i].frequencies);
  }
}

TEST(PostingBlock, OfOneFieldStoresFrequenciesLess1) {
  std::vector<Posting> postings(3);
  for (std::uint32_t i = 0; i < 3; ++i) {
    postings[i].document = 10 + i;
    postings[i].frequencies[5] = 1;
  }
  EXPECT_EQ(fields_in(postings), 1 << 5);
  std::string bytes;
  append_posting_block(bytes, postings, 10, false);
  EXPECT_EQ(bytes, std::string("\0\x20\0", 3)) << "gaps of 0, the field, frequencies of 1";
  Cursor cursor(as_bytes(bytes), "a test");
  PostingBlock block;
  read_posting_documents(cursor, 3, 10, 13, block);
  read_posting_frequencies(cursor, false, block);
  EXPECT_EQ(block.documents[2], 12u);
  EXPECT_EQ(block.frequency(5, 2), 1u);
  EXPECT_EQ(block.frequency(4, 2), 0u);
}

TEST(SinglePosting, IsReadAsItWasWritten) {
  Posting written;
  written.document = 70'000;
  written.frequencies[1] = 2;
  written.frequencies[6] = 1;
  written.forms = 6;
  written.positions = {5, 900, 0};
  for (const bool has_forms : {false, true}) {
    for (const bool has_positions : {false, true}) {
      const std::string bytes = encode_single_posting(written, has_forms, has_positions);
      Cursor cursor(as_bytes(bytes), "a test");
      const Posting read = decode_single_posting(cursor, has_forms, has_positions);
      EXPECT_TRUE(cursor.at_end());
      EXPECT_EQ(read.document, written.document);
      EXPECT_EQ(read.frequencies, written.frequencies);
      EXPECT_EQ(read.forms, has_forms ? 6 : 1);
      EXPECT_EQ(read.positions, has_positions ? written.positions : std::vector<std::uint32_t>{});
    }
  }
}

// Decodes the positions of 16 postings with one position each, in two groups.
std::vector<std::uint32_t> positions_of_16(const std::string& bytes, std::uint32_t frequency = 1) {
  PostingBlock block;
  block.count = 16;
  block.fields = 1;
  block.frequencies[0].fill(frequency);
  PositionReader reader(as_bytes(bytes), 16);
  std::vector<std::uint32_t> all, positions;
  for (std::uint32_t i = 0; i < 16; ++i) {
    reader.read(block, i, positions);
    all.insert(all.end(), positions.begin(), positions.end());
  }
  return all;
}

TEST(PositionReader, RejectsGroupsThatShareBytesAndBytesOfNoGroup) {
  const std::string zeros(1, kRiceAllZero);
  EXPECT_EQ(positions_of_16("\1" + zeros + zeros), std::vector<std::uint32_t>(16, 0));
  EXPECT_THROW(positions_of_16(std::string("\0", 1) + zeros), Error) << "the first has no bytes";
  EXPECT_THROW(positions_of_16("\1" + zeros), Error) << "the second has no bytes";
  EXPECT_THROW(positions_of_16("\2" + zeros + "x" + zeros), Error) << "a byte after the first";
  EXPECT_THROW(positions_of_16("\1" + zeros + zeros + "x"), Error) << "a byte after the second";
}

TEST(PositionReader, RejectsAGroupThatReadsIntoTheNextGroup) {
  // k is 0, and each byte 0x55 holds four numbers 1.
  const std::string two("\0\x55\x55", 3), one("\0\x55", 2);
  EXPECT_EQ(positions_of_16("\3" + two + two).size(), 16u);
  EXPECT_THROW(positions_of_16("\2" + one + two), Error);
}

TEST(PostingBlock, RejectsAPositionOutsideEveryField) {
  const auto positions_to = [](std::uint32_t last) {
    std::string bytes;
    append_rice(bytes, std::array{last - 7, 7u});
    Cursor cursor(as_bytes(bytes), "a test");
    RiceReader reader(cursor);
    std::vector<std::uint32_t> positions;
    read_positions(reader, 2, positions);
    return positions.back();
  };
  EXPECT_EQ(positions_to(limits::kFieldWords - 1), limits::kFieldWords - 1);
  EXPECT_EQ(error_code([&] { positions_to(limits::kFieldWords); }), ErrorCode::limit_exceeded);
}

TEST(RiceReader, RejectsANumberOver32Bits) {
  std::string bytes(1, 31);  // k; then 40 one bits, a zero bit and 31 low bits
  bytes += std::string(5, '\xff') + std::string(8, '\0');
  Cursor cursor(as_bytes(bytes), "a test");
  RiceReader reader(cursor);
  EXPECT_THROW(reader.next(), Error);
}

// A block of one posting in document 0, of which the bytes after the gap are given.
PostingBlock block_of(const std::string& frequencies, bool has_forms) {
  Cursor cursor(as_bytes(frequencies), "a test");
  PostingBlock block;
  block.count = 1;
  read_posting_frequencies(cursor, has_forms, block);
  return block;
}

// Packed runs of one number: the width in bits, then the number.
TEST(PostingBlock, RejectsFieldsFormsAndFrequenciesThatNoBuilderWrites) {
  EXPECT_EQ(block_of(std::string("\1\0", 2), false).frequencies[0][0], 1u);
  EXPECT_THROW(block_of(std::string("\0", 1), false), Error) << "no fields";
  EXPECT_THROW(block_of(std::string("\3\0\x8\1", 4), false), Error) << "nothing in field 0";
  EXPECT_EQ(block_of(std::string("\1\0\x8\xfe", 4), true).forms[0], 0xffu);
  EXPECT_THROW(block_of(std::string("\1\0\x8\xff", 4), true), Error) << "a mask of 9 bits";
  EXPECT_THROW(block_of(std::string("\1\0\x20\xff\xff\xff\xff", 7), true), Error) << "32 bits";
  const std::string most("\1\x20\xff\xff\x0f\0", 6), more("\1\x20\0\0\x10\0", 6);
  EXPECT_EQ(block_of(most, false).frequencies[0][0], limits::kFieldWords);
  EXPECT_EQ(error_code([&] { block_of(more, false); }), ErrorCode::limit_exceeded);
  EXPECT_EQ(error_code([&] { block_of(std::string("\1\x20\xff\xff\xff\xff", 6), false); }),
            ErrorCode::limit_exceeded);
}

TEST(SinglePosting, RejectsFieldsFormsAndFrequenciesThatNoBuilderWrites) {
  const auto read = [](const std::string& bytes, bool has_forms) {
    Cursor cursor(as_bytes(bytes), "a test");
    return decode_single_posting(cursor, has_forms, false);
  };
  EXPECT_EQ(read("\5\1\1", false).document, 5u);
  EXPECT_THROW(read(std::string("\5\0", 2), false), Error) << "no fields";
  EXPECT_THROW(read(std::string("\5\1\0", 3), false), Error) << "a frequency of 0";
  EXPECT_THROW(read(std::string("\5\1\1\0", 4), true), Error) << "no forms";
  EXPECT_EQ(error_code([&] { read("\5\1\x81\x80\x40", false); }), ErrorCode::limit_exceeded);
}

TEST(TermEntry, HasAtMost16PartsWithLetters) {
  TermEntry written;
  const std::string form(64, 'a');
  written.form_parts.assign(limits::kFormParts, "aaaa");
  const auto read = [&](const TermEntry& entry, const std::string& key) {
    const std::string bytes = encode_term_entry(entry, key, true);
    return decode_term_entry(as_bytes(bytes), key, true).form_parts;
  };
  EXPECT_EQ(read(written, form), written.form_parts);
  written.form_parts.push_back("a");
  EXPECT_EQ(error_code([&] { read(written, form); }), ErrorCode::limit_exceeded);
  written.form_parts = {""};
  EXPECT_EQ(error_code([&] { read(written, form); }), ErrorCode::malformed);
}

TEST(TermEntry, HasWordsOfAtMost64Bytes) {
  const std::string most(limits::kTermBytes, 'a'), more(limits::kTermBytes + 1, 'a');
  const auto read = [](const std::string& form, const std::string& lemma, const std::string& part) {
    TermEntry entry;
    entry.lemma = lemma;
    entry.form_parts = {part};
    const std::string bytes = encode_term_entry(entry, form, true);
    decode_term_entry(as_bytes(bytes), form, true);
  };
  EXPECT_NO_THROW(read(most, most, most));
  EXPECT_EQ(error_code([&] { read(more, "a", "a"); }), ErrorCode::limit_exceeded);
  EXPECT_EQ(error_code([&] { read("a", more, "a"); }), ErrorCode::limit_exceeded);
  EXPECT_EQ(error_code([&] { read("a", "a", more); }), ErrorCode::limit_exceeded);
}

TEST(TermEntry, EndsAtItsEnd) {
  TermEntry back, owner;
  back.refers_back = 3;
  owner.words = {2, {}, 1, 2, 3, 4, 0, 0};
  for (const TermEntry& entry : {back, owner, TermEntry()}) {
    const std::string bytes = encode_term_entry(entry, "wijk", true);
    EXPECT_NO_THROW(decode_term_entry(as_bytes(bytes), "wijk", true));
    EXPECT_THROW(decode_term_entry(as_bytes(bytes + 'x'), "wijk", true), Error);
  }
}

}  // namespace
}  // namespace landkaart
