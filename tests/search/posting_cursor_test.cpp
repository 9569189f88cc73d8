// SPDX-License-Identifier: EUPL-1.2
// PostingCursor on lists of one block and of several blocks of 128 postings.
#include "core/search/posting_cursor.h"

#include <functional>

#include <gtest/gtest.h>

#include "landkaart/error.h"
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

// An index with one list, of 300 documents "raad", with changed skip entries.
class ForgedSkipEntries : public ::testing::Test {
 protected:
  static constexpr ListTraits kTraits = {.has_positions = true, .has_forms = false};

  using Entries = std::vector<SkipEntry>;

  // Goes through the list and reads all positions. Returns the message of the error, or "none".
  static std::string mistake_after(const std::function<void(Entries&)>& change) {
    SearchSections sections = testing::build_sections(testing::Documents(300, {"raad en raad"}), 1);
    change_entries(sections.skips, change);
    const testing::BuiltIndex built(std::move(sections), 300);
    const Term term = built.index->find("raad").value();
    try {
      static_cast<void>(built.index->postings(term.words, built.index->word_traits(term)));
    } catch (const Error& error) {
      return error.what();
    }
    return "none";
  }

  static void expect_mistake(std::string_view message,
                             const std::function<void(Entries&)>& change) {
    const std::string mistake = mistake_after(change);
    EXPECT_NE(mistake.find(message), std::string::npos) << mistake;
  }

 private:
  // The section has the entries of "en", then those of "raad".
  static void change_entries(std::string& bytes, const std::function<void(Entries&)>& change) {
    Cursor cursor(as_bytes(bytes), "a test");
    const auto read_list = [&] {
      Entries entries;
      for (int block = 0; block < 3; ++block) {
        const std::uint32_t previous = entries.empty() ? 0 : entries.back().last_document;
        entries.push_back(read_skip_entry(cursor, previous, kTraits));
      }
      return entries;
    };
    read_list();
    const std::size_t begin = cursor.position();
    Entries entries = read_list();
    change(entries);
    std::string changed = bytes.substr(0, begin);
    std::uint32_t previous = 0;
    for (const SkipEntry& entry : entries) {
      append_skip_entry(changed, entry, previous, kTraits);
      previous = entry.last_document;
    }
    ASSERT_EQ(changed.size(), bytes.size()) << "the dictionary states the length";
    bytes = changed;
  }
};

TEST_F(ForgedSkipEntries, AreReadWhenTheyAreRight) {
  EXPECT_EQ(mistake_after([](Entries&) {}), "none");
}

TEST_F(ForgedSkipEntries, MustStateTheLengthsOfTheBlocks) {
  constexpr std::string_view kMessage = "state other lengths";
  expect_mistake(kMessage, [](Entries& entries) { ++entries[2].list_bytes; });
  expect_mistake(kMessage, [](Entries& entries) { --entries[2].list_bytes; });
  expect_mistake(kMessage, [](Entries& entries) { entries[1].list_bytes = 127; });
  expect_mistake(kMessage, [](Entries& entries) { ++entries[2].positions_bytes; });
  expect_mistake(kMessage, [](Entries& entries) { --entries[2].positions_bytes; });
}

TEST_F(ForgedSkipEntries, MayNotMakeBlocksShareBytes) {
  // The first block is read again as the second block.
  EXPECT_NE(mistake_after([](Entries& entries) {
              entries[2].list_bytes += entries[0].list_bytes;
              entries[0].list_bytes = 0;
            }),
            "none");
  expect_mistake("has bytes after a block", [](Entries& entries) {
    ++entries[0].list_bytes;
    --entries[1].list_bytes;
  });
}

TEST_F(ForgedSkipEntries, MayNotMakeBlocksSharePositions) {
  const std::string mistake = mistake_after([](Entries& entries) {
    ++entries[0].positions_bytes;
    --entries[1].positions_bytes;
  });
  EXPECT_NE(mistake, "none");
}

TEST_F(ForgedSkipEntries, MustStateDocumentsThatAscend) {
  expect_mistake("document number",
                 [](Entries& entries) { entries[2].last_document = entries[1].last_document; });
  expect_mistake("last document differs", [](Entries& entries) { --entries[0].last_document; });
  expect_mistake("document number", [](Entries& entries) { ++entries[2].last_document; });
}

}  // namespace
}  // namespace landkaart
