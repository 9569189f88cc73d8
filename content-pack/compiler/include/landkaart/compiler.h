// SPDX-License-Identifier: EUPL-1.2
// The compiler: makes a pack from a folder of Markdown files, and writes a pack back as a folder.
// docs/authoring.md describes the folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "landkaart/error.h"
#include "landkaart/pack.h"

namespace landkaart::inline v0 {

// The language of problems and remedies.
enum class MessageLanguage { english, dutch };

// An error in the authoring folder. The folder compiles only after it has been corrected.
// docs/mistakes.md has each code with an example and its remedy.
struct Mistake {
  std::string file;     // relative to the folder: "topics/a.md"
  unsigned line = 0;    // from 1; 0 when the mistake concerns the file as a whole
  unsigned column = 0;  // in code points, from 1; 0 when the mistake concerns the file as a whole
  std::string code;     // "LK-R001"; never changes its meaning
  std::string problem;  // "there is no item \"wv-trojka\""
  std::string remedy;   // "did you mean wv-troika?"
};

// Thrown when a folder has mistakes. Holds the mistakes that were found, sorted by file and line.
// Text that is not YAML or JSON hides the mistakes in it, which are found after the text has been
// corrected. Nothing was written.
class SourceMistakes : public Error {
 public:
  explicit SourceMistakes(std::vector<Mistake> mistakes);
  const std::vector<Mistake>& mistakes() const { return mistakes_; }

 private:
  std::vector<Mistake> mistakes_;
};

// A place in the authoring folder that compiles but breaks an editorial rule: a sentence that is
// too long, an item that no other item links to. docs/authoring.md describes the rules.
struct Finding {
  std::string file;     // relative to the folder, as in Mistake
  unsigned line = 0;    // as in Mistake
  unsigned column = 0;  // as in Mistake
  std::string code;     // "LK-E001"
  std::string rule;     // "long-sentence"; a rule can have several codes
  std::string problem;
  std::string remedy;
};

// Thrown by a strict build. Holds all findings, sorted by file and line. Nothing was written.
class SourceFindings : public Error {
 public:
  explicit SourceFindings(std::vector<Finding> findings);
  const std::vector<Finding>& findings() const { return findings_; }

 private:
  std::vector<Finding> findings_;
};

// Chooses findings by their codes: "LK-E001". Mistakes are always reported.
struct FindingFilter {
  std::vector<std::string> only = {};    // when not empty, only findings with these codes
  std::vector<std::string> ignore = {};  // no findings with these codes; codes of findings only
};

struct Progress {
  std::string_view stage;  // "reading", "indexing", "compressing", "writing"
  std::uint64_t done = 0;
  std::uint64_t total = 0;
};

struct BuildOptions {
  // Number of threads; 0 means one for each core. The bytes of the pack do not depend on it.
  unsigned jobs = 0;
  // Store word positions, which make phrase search fast. Positions can take a quarter of the pack.
  bool with_positions = true;
  // Also compile the items with "draft: true".
  bool with_drafts = false;
  // Also compile the items whose valid-from is after `valid_on`.
  bool with_future = false;
  // The date, as YYYY-MM-DD, for which the pack is made. Empty means the date of `today`. A build
  // with this date or with_future that is not strict reads no clock and no environment variable, so
  // that a folder gives the same bytes on every day.
  std::string valid_on = {};
  // Called at each stage of the build, in the thread that called build().
  std::function<void(const Progress&)> progress = {};
  // Throw SourceFindings when lint() has findings. Does not change the bytes of a pack.
  bool strict = false;
  // The date of the build, as in LintOptions. The default of `valid_on`; a strict build compares
  // review dates with it.
  std::string today = {};
  // Path of a pack, usually the previous release. Places and lands that map.geojson does not draw
  // keep their position in the map of that pack, as long as each place lies inside the land of its
  // theme.
  std::filesystem::path previous = {};
  FindingFilter findings = {};  // for a strict build
  MessageLanguage messages_in = MessageLanguage::english;
};

// The items of a folder that a pack does not get.
struct LeftOut {
  std::uint64_t drafts = 0;  // items with "draft: true"
  std::uint64_t future = 0;  // items whose valid-from is after the date of the pack
  // The earliest valid-from of `future`, as YYYY-MM-DD: a build for this date has more items. Empty
  // when there is none.
  std::string next_date = {};
};

struct BuildReport {
  std::string root;         // root hash of the pack, in hexadecimal digits
  std::uint64_t items = 0;  // number of items in the pack
  std::uint64_t bytes = 0;  // size of the pack
  LeftOut left_out;
  std::vector<Mistake> notes;  // remarks that require no correction; their remedies are empty
};

// Compiles a folder into a pack file. Replaces an existing file only after the new pack is
// complete. Throws SourceMistakes, SourceFindings, or Error: io, limit_exceeded, or
// invalid_argument when `options.today` or `options.valid_on` is not a date, a code in
// `options.findings` is not one, or SOURCE_DATE_EPOCH is needed and is not a time; also the Error
// of Pack::open for `options.previous`.
BuildReport build(const std::filesystem::path& source, const std::filesystem::path& output,
                  const BuildOptions& options = {});

// Compiles a folder and returns the bytes of the pack, for Pack::from_memory. Throws as build().
std::string build_to_memory(const std::filesystem::path& source, const BuildOptions& options = {});

struct LintOptions {
  unsigned jobs = 0;  // number of threads; 0 means one for each core
  // The date, as YYYY-MM-DD, with which review-by and valid-from are compared. Empty means the
  // current date in UTC, or the date of the environment variable SOURCE_DATE_EPOCH, which counts
  // seconds since 1970-01-01 (reproducible-builds.org).
  std::string today = {};
  bool with_drafts = false;  // also check the items with "draft: true"
  bool with_future = false;  // also check the items whose valid-from is after `today`
  FindingFilter findings = {};
  MessageLanguage messages_in = MessageLanguage::english;
};

// Both lists are sorted by file and line. When an item cannot be read, rules that compare items add
// no findings.
struct LintReport {
  std::vector<Mistake> mistakes;
  std::vector<Finding> findings;
};

// Checks a folder for mistakes and for findings of the editorial rules. Writes nothing. Throws
// Error: io, or invalid_argument as build().
LintReport lint(const std::filesystem::path& source, const LintOptions& options = {});

// Writes a pack as an authoring folder. The version of the compiler that built the pack compiles
// the folder to a pack with the same root hash, with BuildOptions::with_future when the pack has
// items whose valid-from is later. `folder` must be new or empty. Verifies the pack first, because
// an export reads and writes everything in it. Throws Error: invalid_argument, io, damaged,
// malformed, limit_exceeded.
void export_pack(const Pack& pack, const std::filesystem::path& folder);

// Writes a small authoring folder as a starting point. `folder` must be new or empty. Throws Error:
// invalid_argument, io.
void init(const std::filesystem::path& folder);

// Writes a file as build() does: beside the target, then renamed, so that readers see the complete
// old file or the complete new file. Follows a symbolic link. Throws Error: io; not_a_file for a
// folder, a device or a pipe.
void write_file(const std::filesystem::path& path, std::string_view content);

// Returns a JSON Schema for the front matter of each kind and for pack.yaml, for text editors that
// check while typing. Each pair is a file name and the content of the file.
std::vector<std::pair<std::string, std::string>> json_schemas();

}  // namespace landkaart::inline v0
