// SPDX-License-Identifier: EUPL-1.2
// Language tags, licences and versions in pack.yaml and front matter.
#include <landkaart/landkaart.h>

#include "tests/compiler/mistakes_in.h"

namespace landkaart::testing {
namespace {

// Builds a pack whose pack.yaml has this value instead of the value of write_pack_yaml().
TemporaryFolder& write_pack_with(TemporaryFolder& folder, const std::string& key,
                                 const std::string& value) {
  std::string yaml;
  const std::pair<std::string, std::string> lines[] = {
      {"id", "proef"},    {"title", "Proef"},     {"version", "1.0.0"},
      {"language", "nl"}, {"publisher", "Proef"}, {"licence", "CC0-1.0"},
  };
  for (const auto& [name, usual] : lines) {
    yaml += name + ": " + (name == key ? value : usual) + "\n";
  }
  return folder.write("pack.yaml", yaml);
}

bool compiles(const std::string& key, const std::string& value) {
  TemporaryFolder folder;
  write_pack_with(folder, key, value);
  return folder.build().size() == 0;
}

std::string mistake(const std::string& key, const std::string& value) {
  TemporaryFolder folder;
  const Lines lines = write_pack_with(folder, key, value).mistakes();
  return lines.size() == 1 ? lines[0] : std::to_string(lines.size()) + " mistakes";
}

std::string remedy(const std::string& key, const std::string& value) {
  TemporaryFolder folder;
  const Lines lines = remedies(write_pack_with(folder, key, value));
  return lines.size() == 1 ? lines[0] : std::to_string(lines.size()) + " remedies";
}

TEST(LanguageTags, AreWrittenInTheCaseOfBcp47) {
  const std::pair<std::string, std::string> tags[] = {{"NL", "nl"},
                                                      {"nl-be", "nl-BE"},
                                                      {"EN-gb", "en-GB"},
                                                      {"sr-latn-rs", "sr-Latn-RS"},
                                                      {"de-CH-1901", "de-CH-1901"},
                                                      {"GOS", "gos"},
                                                      {"en-X-TWAIN", "en-x-twain"}};
  for (const auto& [written, normal] : tags) {
    TemporaryFolder folder;
    write_pack_with(folder, "language", written);
    EXPECT_EQ(folder.build().manifest().language, normal);
  }
}

TEST(LanguageTags, OfAnItemAreWrittenInTheCaseOfBcp47) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/a.md", "title: A\nlanguage: EN\n");
  EXPECT_EQ(folder.build().item("a")->language(), "en");
}

TEST(LanguageTags, InCapitalsAreAnalysedAsDutch) {
  TemporaryFolder folder;
  write_pack_with(folder, "language", "NL").write_item("articles/a.md", "title: Woningen\n");
  EXPECT_EQ(folder.build().search("woning").hits.size(), 1u);
}

TEST(LanguageTags, MustHaveTheirShape) {
  for (const std::string tag : {"nederlands", "n", "nl_NL", "nl-", "-nl", "nl--BE", "x-eigen"}) {
    EXPECT_EQ(mistake("language", tag),
              "pack.yaml:4:11: language: \"" + tag + "\" is not a language tag");
  }
}

TEST(LanguageTags, MustNameALanguageThatExists) {
  EXPECT_EQ(mistake("language", "qq"), "pack.yaml:4:11: language: there is no language \"qq\"");
  EXPECT_EQ(remedy("language", "nld"), "did you mean nl?");
  EXPECT_EQ(remedy("language", "dut-NL"), "did you mean nl?");
}

TEST(Licences, AreExpressionsOfSpdx) {
  for (const std::string licence :
       {"CC-BY-4.0", "EUPL-1.2", "LicenseRef-Gemeente", "GPL-2.0-only WITH Classpath-exception-2.0",
        "(CC-BY-4.0 OR EUPL-1.2) AND MIT", "Apache-2.0+", "DocumentRef-a:LicenseRef-b"}) {
    EXPECT_TRUE(compiles("licence", licence)) << licence;
  }
}

TEST(Licences, MustHaveNamesOfTheList) {
  EXPECT_EQ(mistake("licence", "CC-BY"),
            "pack.yaml:6:10: licence: \"CC-BY\" is not an SPDX licence");
  EXPECT_EQ(remedy("licence", "CC-BY"), "did you mean CC-BY-4.0?");
  EXPECT_EQ(remedy("licence", "cc-by-4.0"), "did you mean CC-BY-4.0?");
  EXPECT_EQ(remedy("licence", "MIT WITH Classpath-exception-2.1"),
            "did you mean Classpath-exception-2.0?");
}

TEST(Licences, MustBeWholeExpressions) {
  for (const std::string licence : {"MIT EUPL-1.2", "(MIT", "MIT)", "MIT AND", "OR MIT", "MIT WITH",
                                    "(MIT) WITH Classpath-exception-2.0"}) {
    EXPECT_EQ(mistake("licence", licence),
              "pack.yaml:6:10: licence: \"" + licence + "\" is not an SPDX licence expression");
  }
}

TEST(Versions, AreSemantic) {
  for (const std::string version : {"0.0.0", "1.4.0", "10.20.30-rc.1+2026.11", "1.0.0-x-y.0a"}) {
    EXPECT_TRUE(compiles("version", version)) << version;
  }
  for (const std::string version : {"1", "1.0", "v1.0.0", "01.0.0", "1.0.0-", "1.0.0-01", "1.0.0+",
                                    "1.0.0.0", "een", "1.0.0-é"}) {
    EXPECT_EQ(mistake("version", version),
              "pack.yaml:3:10: version: \"" + version + "\" is not a semantic version");
  }
}

TEST(Versions, AreProposedFromTheNumbersThatAreThere) {
  EXPECT_EQ(remedy("version", "2"), "write three numbers, such as 2.0.0");
  EXPECT_EQ(remedy("version", "v2.1"), "write three numbers, such as 2.1.0");
  EXPECT_EQ(remedy("version", "een"), "write three numbers, such as 1.0.0");
}

}  // namespace
}  // namespace landkaart::testing
