// SPDX-License-Identifier: EUPL-1.2
// The entries and the header of the search sections: skip entries, length codes, and dictionary
// entries of words.
#include "core/search/search_layout.h"

#include <gtest/gtest.h>

#include "core/search/term_entry.h"
#include "landkaart/error.h"

namespace landkaart {
namespace {

TEST(SkipEntry, HoldsFormsAndPositionsOnlyWhenTheListHasThem) {
  SkipEntry written{130, 70, 300, 5, {}};
  written.fields[7] = {3, 12};
  for (const bool has_positions : {false, true}) {
    for (const bool has_forms : {false, true}) {
      const ListTraits traits{has_positions, has_forms};
      std::string bytes;
      append_skip_entry(bytes, written, 100, traits);
      EXPECT_EQ(bytes.size(), 5u + (has_positions ? 2 : 0) + (has_forms ? 1 : 0));
      Cursor cursor(as_bytes(bytes), "a test");
      const SkipEntry read = read_skip_entry(cursor, 100, traits);
      EXPECT_EQ(read.last_document, 130u);
      EXPECT_EQ(read.positions_bytes, has_positions ? 300u : 0u);
      EXPECT_EQ(read.forms, has_forms ? 5 : 1);
      EXPECT_EQ(read.fields[7].greatest_frequency, 3u);
      EXPECT_EQ(read.fields[7].least_length_code, 12);
    }
  }
}

TEST(LengthCode, RisesToTheGreatestLength) {
  EXPECT_EQ(length_code(39), 39);
  EXPECT_EQ(length_code(40), 40);
  EXPECT_EQ(length_code(44), 40);
  EXPECT_EQ(length_code(45), 41);
  EXPECT_EQ(length_code(79), 47);
  EXPECT_EQ(length_code(80), 48);
  EXPECT_EQ(length_of_code(48), 80u);
  EXPECT_EQ(length_of_code(49), 90u);
  EXPECT_EQ(length_code(~0u), 40 + 26 * 8 + 4);
}

TEST(SearchHeader, IsReadAsItWasWritten) {
  SearchHeader written;
  written.documents = 12;
  written.has_order = true;
  written.saturation = 1.5;
  written.fields = {{"title", 2.5, 1.0, 70'000}, {"body", 1, 0.125, 1ull << 40}};
  const std::string bytes = encode_search_header(written);
  const SearchHeader read = decode_search_header(as_bytes(bytes));
  EXPECT_EQ(read.documents, 12u);
  EXPECT_FALSE(read.has_positions);
  EXPECT_TRUE(read.has_order);
  EXPECT_EQ(read.saturation, 1.5);
  ASSERT_EQ(read.fields.size(), 2u);
  EXPECT_EQ(read.fields[0].name, "title");
  EXPECT_EQ(read.fields[0].weight, 2.5);
  EXPECT_EQ(read.fields[0].length_weight, 1);
  EXPECT_EQ(read.fields[1].length_weight, 0.125);
  EXPECT_EQ(read.fields[1].total_length, 1ull << 40);
  written.has_positions = true;
  written.has_order = false;
  written.fields[0].length_weight = 1.001;
  const std::string wrong = encode_search_header(written);
  EXPECT_THROW(decode_search_header(as_bytes(wrong)), Error) << "a length weight above 1";
}

TEST(SearchHeader, HasAtMost8Fields) {
  SearchHeader header;
  header.fields.resize(8);
  const std::string most = encode_search_header(header);
  EXPECT_EQ(decode_search_header(as_bytes(most)).fields.size(), 8u);
  header.fields.resize(9);
  const std::string more = encode_search_header(header);
  EXPECT_THROW(decode_search_header(as_bytes(more)), Error);
}

// The parts of a form after they were written and read.
std::vector<std::string> parts_of(std::string_view form, const std::vector<std::string>& parts) {
  TermEntry written;
  written.form_number = 1;
  written.form_parts = parts;
  const std::string bytes = encode_term_entry(written, form, false);
  return decode_term_entry(as_bytes(bytes), form, false).form_parts;
}

TEST(TermEntry, HoldsPartsThatTheFormContainsAndOthers) {
  using Parts = std::vector<std::string>;
  const std::string letters31(31, 'a'), letters32(32, 'a');
  for (const Parts& parts :
       {Parts{"raad", "huis"}, Parts{"huis", "raad"}, Parts{"gemeente", "raad"}, Parts{"s", "s"}}) {
    EXPECT_EQ(parts_of("raadshuis", parts), parts);
  }
  EXPECT_EQ(parts_of("xxxxxxraad", {"raad"}), Parts{"raad"}) << "6 letters are passed over";
  EXPECT_EQ(parts_of("xxxxxxxraad", {"raad"}), Parts{"raad"}) << "7 letters are not";
  EXPECT_EQ(parts_of(letters32, {letters31}), Parts{letters31});
  EXPECT_EQ(parts_of(letters32, {letters32}), Parts{letters32});
}

TEST(TermEntry, APartInTheFormTakesOneByte) {
  TermEntry entry;
  const auto length = [&](std::string_view form, const std::vector<std::string>& parts) {
    entry.form_parts = parts;
    return encode_term_entry(entry, form, false).size() - 3;  // without head, count and frequency
  };
  EXPECT_EQ(length("raadshuis", {"raad", "huis"}), 2u);
  EXPECT_EQ(length("xxxxxxraad", {"raad"}), 1u);
  EXPECT_EQ(length("xxxxxxxraad", {"raad"}), 6u);
}

TEST(TermEntry, RejectsWhatCannotBe) {
  const auto rejects = [](const std::string& bytes) {
    EXPECT_THROW(decode_term_entry(as_bytes(bytes), "raad", true), Error) << bytes.size();
  };
  EXPECT_NO_THROW(decode_term_entry(as_bytes({"\x08\0", 2}), "raad", true));
  rejects({"\x09\0", 2});            // the number of a form is at most 8
  rejects({"\x11\0", 2});            // 0 entries back
  rejects({"\x21\x01\x05\0", 4});    // a part of 5 letters in a form of 4
  rejects({"\xc1\0\x05\0\0", 5});    // a lemma that keeps 5 letters of 4
  rejects({"\x81\x02\x01\0\0", 5});  // a list of parts whose single posting is cut off
}

TEST(TermEntry, HasThePlaceOfSkipEntriesFrom129DocumentsOn) {
  TermEntry written;
  written.words.offset = 1000;
  written.words.length = 300;
  written.words.skips_offset = 40;
  written.words.skips_length = 12;
  for (const std::uint32_t documents : {2u, 128u, 129u}) {
    written.words.document_frequency = documents;
    const std::string bytes = encode_term_entry(written, "raad", false);
    EXPECT_EQ(bytes.size(), documents == 2 ? 6u : documents == 128 ? 7u : 9u);
    const TermEntry read = decode_term_entry(as_bytes(bytes), "raad", false);
    EXPECT_EQ(read.words.document_frequency, documents);
    EXPECT_EQ(read.words.length, 300u);
    EXPECT_EQ(read.words.skips_offset, documents > 128 ? 40u : 0u);
    EXPECT_EQ(read.words.skips_length, documents > 128 ? 12u : 0u);
  }
}

// The bytes that an entry of the form takes with one compound part.
std::size_t bytes_with_part(const std::string& form, const std::string& part) {
  TermEntry entry;
  entry.form_number = 1;
  entry.form_parts = {part};
  const std::string coded = encode_term_entry(entry, form, false);
  EXPECT_EQ(decode_term_entry(as_bytes(coded), form, false).form_parts, entry.form_parts);
  return coded.size();
}

TEST(TermEntry, SpellsOutAPartBehindMoreThan6BytesOrOfMoreThan31Bytes) {
  const std::size_t short_entry = bytes_with_part("raadslid", "raad");
  EXPECT_EQ(bytes_with_part("xxxxxxraad", "raad"), short_entry);
  EXPECT_EQ(bytes_with_part("xxxxxxxraad", "raad"), short_entry + 5) << "a length and 4 bytes";
  EXPECT_EQ(bytes_with_part(std::string(31, 'a') + "x", std::string(31, 'a')), short_entry);
  EXPECT_EQ(bytes_with_part(std::string(32, 'a') + "x", std::string(32, 'a')), short_entry + 33);
}

}  // namespace
}  // namespace landkaart
