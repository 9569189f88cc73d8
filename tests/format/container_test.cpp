// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "core/format/deflate.h"
#include "core/format/inflate.h"
#include "landkaart/limits.h"
#include "tests/broken/reseal.h"
#include "tests/format/built_container.h"
#include "tests/support/error_code.h"

namespace landkaart {
namespace {

using testing::BuiltContainer;
using testing::error_code;

const std::vector<SectionContent> kSections = {
    {SectionId::manifest, kCritical, "{}", Encoding::plain, 0},
    {SectionId::texts, kCritical, std::string(3 * kPageBytes, 't'), Encoding::plain, 0},
    {SectionId::assets, 0, std::string(2 * kPageBytes, 'a'), Encoding::plain, 0}};

TEST(Container, FindsItsSections) {
  const BuiltContainer built(kSections);
  EXPECT_EQ(as_text(built.container->require(SectionId::manifest).all()), "{}");
  EXPECT_EQ(built.container->require(SectionId::texts).size(), 3 * kPageBytes);
  EXPECT_FALSE(built.container->find(SectionId::map));
  EXPECT_EQ(error_code([&] { built.container->require(SectionId::map); }), ErrorCode::malformed);
}

TEST(Container, RejectsReadingOutsideASection) {
  const BuiltContainer built(kSections);
  const Section section = built.container->require(SectionId::texts);
  EXPECT_EQ(section.read(section.size(), 0).size(), 0u);
  EXPECT_EQ(error_code([&] { section.read(section.size(), 1); }), ErrorCode::malformed);
  EXPECT_EQ(error_code([&] { section.read(1, ~std::uint64_t{0}); }), ErrorCode::malformed);
  EXPECT_EQ(error_code([&] { section.read(~std::uint64_t{0}, 1); }), ErrorCode::malformed);
}

TEST(Container, FindsDamageInAPageWhenThePageIsFirstRead) {
  BuiltContainer built(kSections);
  const std::uint64_t damaged =
      built.container->require(SectionId::assets).entry().offset + kPageBytes;
  (*built.file)[damaged] = 'x';
  built.open();
  EXPECT_EQ(built.container->require(SectionId::texts).all().size(), 3 * kPageBytes);
  EXPECT_EQ(error_code([&] { built.container->require(SectionId::assets).all(); }),
            ErrorCode::damaged);
}

TEST(Container, AlignsSectionsToEightBytes) {
  const BuiltContainer built(kSections);
  for (const SectionEntry& entry : built.container->directory()) EXPECT_EQ(entry.offset % 8, 0u);
}

TEST(Container, IgnoresAnUnknownSectionUnlessItIsCritical) {
  const auto unknown = static_cast<SectionId>(four_letters("zzzz"));
  EXPECT_NO_THROW(BuiltContainer({{unknown, 0, "?", Encoding::plain, 0}}));
  EXPECT_EQ(error_code([&] {
              BuiltContainer({{unknown, kCritical, "?", Encoding::plain, 0}});
            }),
            ErrorCode::unknown_critical);
}

TEST(Container, AnErrorOfReadingNamesThePlaceInTheFile) {
  const BuiltContainer built(kSections);
  const Section section = built.container->require(SectionId::texts);
  const auto offset_of = [&](std::uint64_t offset, std::uint64_t length) {
    try {
      section.read(offset, length);
    } catch (const Error& error) {
      return error.offset();
    }
    return Error::kNoOffset;
  };
  const std::uint64_t begin = section.entry().offset;
  EXPECT_EQ(offset_of(10, section.size()), begin + 10);
  EXPECT_EQ(offset_of(~std::uint64_t{0}, 1), begin + section.size()) << "at most the section's end";
}

TEST(Container, ChecksEachPageOnlyOnce) {
  const BuiltContainer built(kSections);
  const Section texts = built.container->require(SectionId::texts);
  texts.all();
  (*built.file)[texts.entry().offset + kPageBytes] = 'x';
  EXPECT_NO_THROW(texts.all());
  const Section assets = built.container->require(SectionId::assets);
  (*built.file)[assets.entry().offset + kPageBytes] = 'x';
  EXPECT_EQ(error_code([&] { assets.all(); }), ErrorCode::damaged);
}

// Writes an integer over the bytes of a file at an offset.
template <typename Integer>
void overwrite(std::string& file, std::size_t offset, Integer value) {
  std::string bytes;
  append_little_endian(bytes, value);
  file.replace(offset, bytes.size(), bytes);
}

// The code of the error from opening a container in which one integer is overwritten.
template <typename Integer>
ErrorCode code_with(std::size_t offset, Integer value) {
  BuiltContainer built(kSections);
  overwrite(*built.file, offset, value);
  testing::reseal(*built.file);
  return error_code([&] { built.open(); });
}

// Offsets in the file, as content-pack/spec/v1.md gives them.
constexpr std::size_t kVersionAt = 8, kMinimumReaderAt = 10, kSectionCountAt = 12,
                      kItemCountAt = 16;
constexpr std::size_t kChecksumOffsetAt = 24, kContentLengthAt = 32;
constexpr std::size_t kOffsetInEntry = 8, kStoredLengthInEntry = 16, kLogicalLengthInEntry = 24;

std::size_t entry_at(std::size_t index) { return kHeaderBytes + index * kDirectoryEntryBytes; }

TEST(Container, OpensAVersionThatThisReaderIsEnoughFor) {
  EXPECT_EQ(code_with(kVersionAt, std::uint16_t{9}), ErrorCode{});
  EXPECT_EQ(code_with(kMinimumReaderAt, std::uint16_t{2}), ErrorCode::newer_version);
  EXPECT_EQ(code_with(kVersionAt, std::uint16_t{0}), ErrorCode::malformed);
}

TEST(Container, RejectsMoreSectionsOrItemsThanTheLimits) {
  EXPECT_EQ(code_with(kSectionCountAt, limits::kSections + 1), ErrorCode::limit_exceeded);
  EXPECT_EQ(code_with(kItemCountAt, limits::kItems + 1), ErrorCode::limit_exceeded);
  EXPECT_EQ(code_with(kItemCountAt, limits::kItems), ErrorCode{});
}

TEST(Container, OpensAsManySectionsAsTheLimit) {
  std::vector<SectionContent> sections;
  for (std::uint32_t i = 0; i < limits::kSections; ++i) {
    sections.push_back(
        {static_cast<SectionId>(four_letters("zzz0") + (i << 24)), 0, "?", Encoding::plain, 0});
  }
  EXPECT_EQ(BuiltContainer(sections).container->directory().size(), limits::kSections);
}

TEST(Container, RejectsChecksumsThatLieElsewhere) {
  const BuiltContainer built(kSections);
  const std::uint64_t checksums = built.container->header().checksum_offset;
  const std::uint64_t length = built.container->header().content_length;
  EXPECT_EQ(code_with(kChecksumOffsetAt, std::uint64_t{kHeaderBytes}), ErrorCode::malformed);
  EXPECT_EQ(code_with(kChecksumOffsetAt, length + 1), ErrorCode::malformed);
  EXPECT_EQ(code_with(kChecksumOffsetAt, checksums - 1), ErrorCode::malformed);
  EXPECT_EQ(code_with(kContentLengthAt, length - 4), ErrorCode::malformed);
  EXPECT_EQ(code_with(kContentLengthAt, length + 1), ErrorCode::truncated);
}

TEST(Container, RejectsSectionsThatOverlapOrLieOutside) {
  const BuiltContainer built(kSections);
  const auto& directory = built.container->directory();
  const std::uint64_t checksums = built.container->header().checksum_offset;
  const std::size_t first = entry_at(0), second = entry_at(1), last = entry_at(2);
  const std::uint64_t second_begin = directory[1].offset;
  EXPECT_EQ(code_with(first + kOffsetInEntry, std::uint64_t{kHeaderBytes}), ErrorCode::malformed);
  EXPECT_EQ(code_with(second + kOffsetInEntry, directory[0].offset), ErrorCode::malformed);
  EXPECT_EQ(code_with(second + kOffsetInEntry, second_begin - 7), ErrorCode::malformed);
  EXPECT_EQ(code_with(second + kOffsetInEntry, second_begin - 6), ErrorCode{})
      << "the first section has 2 bytes, and 6 bytes fill up to a multiple of 8";
  EXPECT_EQ(code_with(last + kOffsetInEntry, directory[2].offset + 1), ErrorCode::malformed);
  EXPECT_EQ(code_with(last + kOffsetInEntry, checksums + 1), ErrorCode::malformed);
  EXPECT_EQ(code_with(last + kStoredLengthInEntry, directory[2].stored_length + 1),
            ErrorCode::malformed);
}

TEST(Container, AnEmptySectionMayLieAtTheEnd) {
  auto sections = kSections;
  sections.push_back({SectionId::map, 0, "", Encoding::plain, 0});
  EXPECT_EQ(BuiltContainer(sections).container->require(SectionId::map).all().size(), 0u);
}

TEST(Container, RejectsAPlainSectionWithTwoLengths) {
  EXPECT_EQ(code_with(entry_at(1) + kLogicalLengthInEntry, std::uint64_t{1}), ErrorCode::malformed);
}

TEST(Container, RejectsASectionThatOccursTwice) {
  const auto code = [](const std::vector<SectionContent>& sections) {
    return error_code([&] { BuiltContainer{sections}; });
  };
  EXPECT_EQ(code({kSections[0], kSections[0]}), ErrorCode::malformed);
  const SectionContent unknown{static_cast<SectionId>(four_letters("zzzz")), 0, "?",
                               Encoding::plain, 0};
  EXPECT_EQ(code({unknown, unknown}), ErrorCode::malformed);
}

TEST(Container, AllowsEachEncodingForItsSectionsOnly) {
  const auto opens = [](SectionId id, Encoding encoding) {
    try {
      BuiltContainer({{id, 0, "?", encoding, 1}});
      return true;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::malformed);
      return false;
    }
  };
  EXPECT_TRUE(opens(SectionId::bodies, Encoding::deflated_blocks));
  EXPECT_FALSE(opens(SectionId::map, Encoding::deflated_blocks));
  EXPECT_TRUE(opens(SectionId::map, Encoding::deflated));
  EXPECT_TRUE(opens(SectionId::synonyms, Encoding::deflated));
  EXPECT_FALSE(opens(SectionId::bodies, Encoding::deflated));
  EXPECT_FALSE(opens(SectionId::bodies, static_cast<Encoding>(3)));
  EXPECT_TRUE(opens(static_cast<SectionId>(four_letters("zzzz")), static_cast<Encoding>(3)))
      << "an unknown section may have any encoding";
}

TEST(Container, RejectsASectionThatClaimsToInflateFurtherThanDeflateCan) {
  const auto code = [](std::uint64_t logical_length) {
    try {
      BuiltContainer({{SectionId::map, 0, "ab", Encoding::deflated, logical_length}});
      return ErrorCode{};
    } catch (const Error& error) {
      return error.code();
    }
  };
  EXPECT_EQ(code(3 * limits::kInflationRatio - 1), ErrorCode{});
  EXPECT_EQ(code(3 * limits::kInflationRatio), ErrorCode::limit_exceeded);
}

TEST(Section, ContentIsInflatedUpToTheLimitOfTheCaller) {
  const std::string text(5000, 'k');
  const BuiltContainer built({{SectionId::map, 0, deflate(text), Encoding::deflated, text.size()},
                              {SectionId::manifest, 0, "{}", Encoding::plain, 0}});
  EXPECT_EQ(built.container->require(SectionId::map).content(5000), text);
  EXPECT_EQ(built.container->require(SectionId::manifest).content(2), "{}");
  EXPECT_EQ(error_code([&] { built.container->require(SectionId::map).content(4999); }),
            ErrorCode::limit_exceeded);
}

TEST(Container, SplitsTheFileIntoContentAndStatement) {
  BuiltContainer built(kSections);
  const std::size_t length = built.file->size();
  *built.file += "the statement";
  built.open();
  EXPECT_EQ(built.container->content().size(), length);
  EXPECT_EQ(as_text(built.container->statement()), "the statement");
  EXPECT_EQ(built.container->file().size(), built.file->size());
}

TEST(Container, RejectsAFileByHowItBegins) {
  const BuiltContainer built(kSections);
  const auto code = [](std::string file) {
    auto kept = std::make_shared<const std::string>(std::move(file));
    return error_code([&] { Container(SharedBytes{as_bytes(*kept), kept}); });
  };
  EXPECT_EQ(code(""), ErrorCode::not_a_pack);
  EXPECT_EQ(code("PK"), ErrorCode::not_a_pack);
  EXPECT_EQ(code(built.file->substr(0, 3)), ErrorCode::truncated);
  EXPECT_EQ(code(built.file->substr(0, kHeaderBytes - 1)), ErrorCode::truncated);
  EXPECT_EQ(code(built.file->substr(0, kHeaderBytes)), ErrorCode::truncated);
}

TEST(Layout, ASectionNameHasAQuestionMarkForAByteThatCannotBePrinted) {
  EXPECT_EQ(section_name(SectionId::map), "map ");
  EXPECT_EQ(section_name(static_cast<SectionId>(0x7f'1f'7e'20)), " ~??");
}

TEST(Layout, HeaderAndSectionEntryAreReadAsTheyWereWritten) {
  Header written;
  written.version = 7;
  written.minimum_reader = 3;
  written.section_count = 5;
  written.item_count = 70'000;
  written.checksum_offset = 1ull << 40;
  written.content_length = 1ull << 41;
  written.root.fill(9);
  std::string bytes;
  append_header(bytes, written);
  ASSERT_EQ(bytes.size(), kHeaderBytes);
  const SectionEntry entry{SectionId::map, kHashed, Encoding::deflated,
                           1ull << 33,     500,     1ull << 34};
  append_section_entry(bytes, entry);
  ASSERT_EQ(bytes.size(), kHeaderBytes + kDirectoryEntryBytes);
  Cursor cursor(as_bytes(bytes), "a test");
  const Header header = read_header(cursor);
  EXPECT_EQ(header.version, 7);
  EXPECT_EQ(header.minimum_reader, 3);
  EXPECT_EQ(header.section_count, 5u);
  EXPECT_EQ(header.item_count, 70'000u);
  EXPECT_EQ(header.checksum_offset, 1ull << 40);
  EXPECT_EQ(header.content_length, 1ull << 41);
  EXPECT_EQ(header.root, written.root);
  const SectionEntry read = read_section_entry(cursor);
  EXPECT_EQ(read.id, SectionId::map);
  EXPECT_EQ(read.flags, kHashed);
  EXPECT_EQ(read.encoding, Encoding::deflated);
  EXPECT_EQ(read.offset, 1ull << 33);
  EXPECT_EQ(read.stored_length, 500u);
  EXPECT_EQ(read.logical_length, 1ull << 34);
  EXPECT_TRUE(cursor.at_end());
}

TEST(Inflate, StopsAtTheLengthThatIsAskedFor) {
  const std::string text = "Wie missen wij in deze kring?";
  const std::string deflated = deflate(text);
  EXPECT_EQ(inflate(as_bytes(deflated), text.size()), text);
  EXPECT_EQ(inflate(as_bytes(deflated), 3), "Wie");
  EXPECT_EQ(inflate(as_bytes(deflated), 0), "");
  EXPECT_EQ(error_code([&] { inflate(as_bytes(deflated), text.size() + 1); }),
            ErrorCode::malformed);
  EXPECT_EQ(error_code([&] { inflate(as_bytes("\xff\xff\xff"), 3); }), ErrorCode::malformed);
}

TEST(Container, OpensWithoutSections) {
  EXPECT_TRUE(BuiltContainer(std::vector<SectionContent>{}).container->directory().empty());
}

TEST(Container, HasTheRightNumberOfChecksumsAroundEachPageBoundary) {
  const std::size_t before = kHeaderBytes + kDirectoryEntryBytes;
  for (std::size_t end = kPageBytes - 2; end <= kPageBytes + 2; ++end) {
    const std::string text(end - before, 't');
    const BuiltContainer built({{SectionId::texts, 0, text, Encoding::plain, 0}});
    const Header& header = built.container->header();
    EXPECT_EQ(header.checksum_offset, end);
    EXPECT_EQ(header.content_length, end + (end <= kPageBytes ? 4 : 8));
    EXPECT_EQ(built.file->size(), header.content_length);
    EXPECT_EQ(as_text(built.container->require(SectionId::texts).all()), text);
  }
}

TEST(Container, LeavesFewerThan8BytesBetweenSections) {
  for (std::size_t length = 0; length <= 9; ++length) {
    const BuiltContainer built(
        {{SectionId::texts, 0, std::string(length, 't'), Encoding::plain, 0}, kSections[0]});
    const auto& directory = built.container->directory();
    EXPECT_EQ(directory[0].offset, kHeaderBytes + 2 * kDirectoryEntryBytes);
    EXPECT_EQ(directory[1].offset - directory[0].offset, (length + 7) / 8 * 8);
  }
}

TEST(Container, FindsDamageInEachPageWhateverPagesWereReadBefore) {
  constexpr std::size_t kPages = 200;
  BuiltContainer built(
      {{SectionId::texts, 0, std::string(kPages * kPageBytes, 't'), Encoding::plain, 0}});
  const std::uint64_t begin = built.container->require(SectionId::texts).entry().offset;
  for (std::size_t page = 1; page < kPages; page += 3) (*built.file)[page * kPageBytes] = 'x';
  built.open();
  const Section texts = built.container->require(SectionId::texts);
  for (std::size_t page = kPages - 1; page > 0; --page) {
    const auto read = [&] { texts.read(page * kPageBytes - begin, 1); };
    if (page % 3 == 1) {
      EXPECT_EQ(error_code(read), ErrorCode::damaged) << page;
    } else {
      EXPECT_NO_THROW(read()) << page;
    }
  }
}

TEST(Container, AnErrorInTheChecksumsPointsToTheirOffsetInTheHeader) {
  BuiltContainer built(kSections);
  overwrite(*built.file, kContentLengthAt, built.container->header().content_length - 4);
  try {
    built.open();
    FAIL() << "one checksum too few was accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.offset(), kChecksumOffsetAt);
  }
}

TEST(Container, AFileOfAHeaderAloneIsMalformedWhenItClaimsNoMore) {
  BuiltContainer built(kSections);
  built.file->resize(kHeaderBytes);
  overwrite(*built.file, kContentLengthAt, std::uint64_t{kHeaderBytes});
  EXPECT_EQ(error_code([&] { built.open(); }), ErrorCode::malformed);
}

}  // namespace
}  // namespace landkaart
