// SPDX-License-Identifier: EUPL-1.2
// lint() and strict builds as a whole: the reports, their order, and their lines and columns.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <tuple>

#include "tests/compiler/editorial/findings_in.h"
#include "tests/compiler/random_folder.h"
#include "tests/text/random_markdown.h"

namespace landkaart::testing {
namespace {

TemporaryFolder& write_vague_article(TemporaryFolder& folder) {
  return folder.write_pack_yaml().write_item("articles/a.md", "title: A\n",
                                             "[hier](https://a.example)\n");
}

TEST(Lint, ReportsPlaceRuleProblemAndRemedy) {
  TemporaryFolder folder;
  const LintReport report = lint(write_vague_article(folder).path());
  EXPECT_TRUE(report.mistakes.empty());
  ASSERT_EQ(report.findings.size(), 1u);
  const Finding& finding = report.findings[0];
  EXPECT_EQ(std::tie(finding.file, finding.line, finding.column),
            std::make_tuple("articles/a.md", 4u, 2u));
  EXPECT_EQ(finding.rule, "link-text");
  EXPECT_EQ(finding.problem, "\"hier\" does not say where this link leads");
  EXPECT_EQ(finding.remedy, "write a text that names the target, such as its title");
}

TEST(Lint, FindsNothingInTheFolderThatInitWrites) {
  TemporaryFolder folder;
  init(folder.path() / "nieuw");
  const LintReport report = lint(folder.path() / "nieuw");
  EXPECT_TRUE(report.mistakes.empty());
  for (const Finding& finding : report.findings) ADD_FAILURE() << finding.file << finding.problem;
}

TEST(Lint, SortsByFileAndLine) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  for (const std::string name : {"topics/c.md", "articles/b.md", "articles/a.md"}) {
    folder.write_item(name, "title: Governance\n",
                      "### Drie\n\n[hier](https://a.example)\n\n[link](https://a.example)\n");
  }
  const auto findings = lint(folder.path(), kSomeDay).findings;
  EXPECT_EQ(findings.size(), 12u);
  EXPECT_TRUE(std::ranges::is_sorted(findings, {}, [](const Finding& finding) {
    return std::tie(finding.file, finding.line, finding.column);
  }));
}

TEST(Lint, FindsTheSameWithAnyNumberOfJobs) {
  TemporaryFolder folder;
  RandomFolder(3, {.items = 60, .lines = 600}).write(folder);
  const auto problems = [&](unsigned jobs) {
    Lines lines;
    for (const Finding& finding :
         lint(folder.path(), {.jobs = jobs, .today = "2026-01-01"}).findings) {
      lines.push_back(finding.file + std::to_string(finding.line) + finding.rule + finding.problem);
    }
    return lines;
  };
  EXPECT_FALSE(problems(1).empty());
  EXPECT_EQ(problems(1), problems(7));
}

TEST(Lint, AppliesOnlyRulesForOneItemWhenAnItemCannotBeRead) {
  TemporaryFolder folder;
  write_vague_article(folder).write("terms/governance.md", "geen front matter\n");
  folder.write_item("articles/b.md", "title: Governance\nrelated: [a]\n");
  const LintReport report = lint(folder.path());
  EXPECT_EQ(report.mistakes.size(), 1u);
  ASSERT_EQ(report.findings.size(), 1u) << "a term may explain it";
  EXPECT_EQ(report.findings[0].rule, "link-text");
}

TEST(Lint, ComparesItemsDespiteMistakes) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/a.md", "title: Governance\nrelated: [weg]\n");
  const LintReport report = lint(folder.path());
  EXPECT_EQ(report.mistakes.size(), 1u);
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(report.findings[0].rule, "jargon-without-term");
}

TEST(Lint, ReportsOnlyAMissingPackYaml) {
  TemporaryFolder folder;
  EXPECT_EQ(lint(folder.path()).mistakes.at(0).problem, "this folder has no pack.yaml");
  EXPECT_TRUE(lint(folder.path()).findings.empty());
}

TEST(Lint, ReportsTheLineOfAJsonItemAndOfItsBody) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write(
      "articles/bulk.jsonl",
      "{\"id\": \"a\", \"title\": \"A\"}\n"
      "{\"id\": \"b\", \"title\": \"B\", \"body\": \"Tekst.\\n\\n[hier](https://a.example)\"}\n"
      "{\"id\": \"c\", \"title\": \"Governance\"}\n");
  EXPECT_EQ(findings_in(folder),
            (Lines{"articles/bulk.jsonl:2:1: \"hier\" does not say where this link leads (line 3 "
                   "of the body)",
                   "articles/bulk.jsonl:3:1: not every reader knows the word \"governance\""}));
}

TEST(StrictBuild, RefusesAFolderWithFindings) {
  TemporaryFolder folder;
  write_vague_article(folder);
  const std::filesystem::path pack = folder.path() / "uit.lkp";
  try {
    build(folder.path(), pack, {.strict = true});
    FAIL() << "it compiled";
  } catch (const SourceFindings& error) {
    EXPECT_EQ(error.code(), ErrorCode::source_findings);
    ASSERT_EQ(error.findings().size(), 1u);
    EXPECT_EQ(std::string(error.what()).substr(0, 46),
              "1 finding in the source; nothing was written\na");
  }
  EXPECT_FALSE(std::filesystem::exists(pack));
  EXPECT_EQ(build(folder.path(), pack).items, 1u);
}

TEST(StrictBuild, MakesTheSameBytesAsABuildThatIsNotStrict) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/a.md", "title: A\nreview-by: 2026-06-15\n",
                                      "Tekst.\n");
  EXPECT_EQ(build_to_memory(folder.path(), {.strict = true, .today = "2026-06-15"}),
            build_to_memory(folder.path()));
  EXPECT_THROW(build_to_memory(folder.path(), {.strict = true, .today = "2026-06-16"}),
               SourceFindings);
}

TEST(StrictBuild, ThrowsMistakesBeforeFindings) {
  TemporaryFolder folder;
  write_vague_article(folder).write_item("articles/b.md", "titel: B\n");
  EXPECT_THROW(build_to_memory(folder.path(), {.strict = true}), SourceMistakes);
}

unsigned lines_in(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const auto newlines = std::count(std::istreambuf_iterator<char>(file), {}, '\n');
  return static_cast<unsigned>(newlines) + 1;
}

// Checks the lines and columns of all findings in a folder, and returns their number.
std::size_t expect_lines_within_files(const TemporaryFolder& folder) {
  const std::vector<Finding> findings = lint(folder.path(), kSomeDay).findings;
  for (const Finding& finding : findings) {
    if (finding.rule == "unused-asset") continue;  // concerns a whole file
    EXPECT_GE(finding.line, 1u) << finding.rule << finding.problem;
    EXPECT_GE(finding.column, 1u) << finding.rule << finding.problem;
    EXPECT_LE(finding.line, lines_in(folder.path() / finding.file))
        << finding.file << finding.problem;
  }
  return findings.size();
}

TEST(Lint, StaysWithinTheLinesOfRandomMarkdown) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write("assets/images/kring.png", "png");
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    const std::string body =
        RandomMarkdown(seed).text() + "\n\n" + RandomMarkdown(seed + 1000).text();
    folder.write_item("articles/a" + std::to_string(seed) + ".md", "title: Governance\n", body);
  }
  EXPECT_GE(expect_lines_within_files(folder), 400u) << "each title has a word without a term";
}

TEST(Lint, StaysWithinTheLinesOfRandomFolders) {
  std::size_t findings = 0;
  for (unsigned seed = 0; seed < 20; ++seed) {
    TemporaryFolder folder;
    RandomFolder(seed, {.items = 30, .lines = 20}).write(folder);
    EXPECT_TRUE(lint(folder.path(), kSomeDay).mistakes.empty());
    findings += expect_lines_within_files(folder);
  }
  EXPECT_GT(findings, 0u);
}

}  // namespace
}  // namespace landkaart::testing
