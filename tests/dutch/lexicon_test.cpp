// SPDX-License-Identifier: EUPL-1.2
// The lexicon as a whole: conditions that hold for every word, and files that are not a lexicon.
#include <gtest/gtest.h>

#include <landkaart/error.h>

#include "content-pack/compiler/dutch/lexicon_bytes.h"
#include "core/text/tokenizer.h"
#include "core/update/sha256.h"
#include "tests/dutch/dutch.h"

namespace landkaart {
namespace {

constexpr std::size_t kMostBytes = 700'000;

Bytes lexicon_file() {
  return Bytes(reinterpret_cast<const std::uint8_t*>(kLexiconWords), kLexiconBytes);
}

const Lexicon& lexicon() {
  static const Lexicon kRead(lexicon_file());
  return kRead;
}

TEST(Lexicon, IsNamedByItsHash) {
  EXPECT_EQ(lexicon_hash(), hexadecimal(sha256({as_text(lexicon_file())})));
}

TEST(Lexicon, IsSmall) { EXPECT_LT(kLexiconBytes, kMostBytes); }

TEST(Lexicon, FindsEveryWordByItsLetters) {
  ASSERT_GT(lexicon().size(), 100'000u);
  for (WordNumber word = 0; word < lexicon().size(); ++word) {
    ASSERT_EQ(lexicon().find(lexicon().text(word)), word);
  }
  EXPECT_EQ(lexicon().find("zxqv"), kNotListed);
  EXPECT_EQ(lexicon().find(""), kNotListed);
}

TEST(Lexicon, HoldsWordsAsTheTokenizerFoldsThem) {
  std::string folded;
  for (WordNumber word = 0; word < lexicon().size(); ++word) {
    folded.clear();
    append_folded(folded, lexicon().text(word));
    ASSERT_EQ(folded, lexicon().text(word));
  }
}

TEST(Lexicon, GivesALemmaThatIsItsOwnLemma) {
  for (WordNumber word = 0; word < lexicon().size(); ++word) {
    const WordNumber lemma = lexicon().lemma(word);
    ASSERT_EQ(lexicon().lemma(lemma), lemma) << lexicon().text(word);
  }
}

TEST(Lexicon, FindsTheLemmaOfEveryInflection) {
  for (WordNumber word = 0; word < lexicon().size(); ++word) {
    const std::string lemma = lemma_of(lexicon().text(word));
    ASSERT_EQ(lemma_of(lemma), lemma);
    for (const std::string& form : inflections_of(lemma)) {
      ASSERT_EQ(lemma_of(form), lemma) << form;
      ASSERT_NE(form, lemma);
    }
  }
}

TEST(Lexicon, GivesMadeUpCompoundsALemmaThatIsItsOwnLemma) {
  for (WordNumber word = 1; word < lexicon().size(); word += 7) {
    const std::string form = std::string(lexicon().text(word / 2)) += lexicon().text(word);
    const std::string lemma = lemma_of(form);
    ASSERT_EQ(lemma_of(lemma), lemma) << form;
    for (const std::string& other : inflections_of(lemma)) ASSERT_EQ(lemma_of(other), lemma);
  }
}

TEST(Lexicon, IsRefusedWhenItIsCutOrChanged) {
  const std::string file(as_text(lexicon_file()));
  const auto code = [](const std::string& content) {
    try {
      Lexicon{as_bytes(content)};
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode{};
  };
  EXPECT_EQ(code(file), ErrorCode{});
  EXPECT_EQ(code(file.substr(0, 7)), ErrorCode::malformed);
  EXPECT_EQ(code(file.substr(0, file.size() / 2)), ErrorCode::malformed);
  std::string other_magic = file;
  other_magic[0] = 'x';
  EXPECT_EQ(code(other_magic), ErrorCode::malformed);
  std::string other_count = file;
  other_count[8] = static_cast<char>(~other_count[8]);  // the number of words
  EXPECT_EQ(code(other_count), ErrorCode::malformed);
}

}  // namespace
}  // namespace landkaart
