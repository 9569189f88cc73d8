// SPDX-License-Identifier: EUPL-1.2
// The compiler: from a folder of Markdown to a pack, and back. docs/authoring.md describes the
// folder.
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

// Something in the authoring folder that must be mended.
struct Mistake {
  std::string file;   // relative to the folder
  unsigned line = 0;  // from 1; 0 when it concerns the file as a whole
  unsigned column = 0;
  std::string problem;  // "this link leads to an item that does not exist: wv-trojka"
  std::string remedy;   // "did you mean wv-troika?"
};

// Thrown when a folder has mistakes: all of them, in order of file and line. Nothing was written.
class SourceMistakes : public Error {
 public:
  explicit SourceMistakes(std::vector<Mistake> mistakes);
  const std::vector<Mistake>& mistakes() const { return mistakes_; }

 private:
  std::vector<Mistake> mistakes_;
};

// Something in the authoring folder that compiles, and that an editor would mend: a sentence that
// is too long, an item that no relation reaches. docs/authoring.md describes the rules.
struct Finding {
  std::string file;
  unsigned line = 0;
  unsigned column = 0;
  std::string rule;  // "long-sentence"
  std::string problem;
  std::string remedy;
};

// Thrown by a strict build: all findings, in order of file and line. Nothing was written.
class SourceFindings : public Error {
 public:
  explicit SourceFindings(std::vector<Finding> findings);
  const std::vector<Finding>& findings() const { return findings_; }

 private:
  std::vector<Finding> findings_;
};

struct Progress {
  std::string_view stage;  // "reading", "indexing", "compressing", "writing"
  std::uint64_t done = 0;
  std::uint64_t total = 0;
};

struct BuildOptions {
  unsigned jobs = 0;  // threads; 0: one for each core. The bytes are the same for any number.
  bool with_positions = true;                          // phrases are quick; a quarter of the size
  std::function<void(const Progress&)> progress = {};  // called from the calling thread
  bool strict = false;     // refuse a folder with findings; the bytes of others stay the same
  std::string today = {};  // for a strict build, as in LintOptions
  // A pack, mostly the release before this one: what nobody drew stays where its map has it.
  std::filesystem::path previous = {};
};

struct BuildReport {
  std::string root;  // of the pack that was made
  std::uint64_t items = 0;
  std::uint64_t bytes = 0;
  std::vector<Mistake> notes;  // what the packager should know and need not mend; no remedies
};

// Compiles a folder into a pack file. An earlier file stays as it was until the new one is
// complete. Throws SourceMistakes, SourceFindings, or Error: io, limit_exceeded, and
// invalid_argument for a day that does not exist.
BuildReport build(const std::filesystem::path& source, const std::filesystem::path& output,
                  const BuildOptions& options = {});

// Likewise, into memory, as Pack::from_memory takes it.
std::string build_to_memory(const std::filesystem::path& source, const BuildOptions& options = {});

struct LintOptions {
  unsigned jobs = 0;  // threads; 0: one for each core
  // YYYY-MM-DD, with which dates of review are compared. When empty, what the system's clock says.
  std::string today = {};
};

// Both in order of file and line. While an item cannot be read, rules that compare items find
// nothing.
struct LintReport {
  std::vector<Mistake> mistakes;  // what must be mended before the folder compiles
  std::vector<Finding> findings;
};

// Reads a folder as an editor would; nothing is written. Throws Error: io, invalid_argument.
LintReport lint(const std::filesystem::path& source, const LintOptions& options = {});

// Writes everything in a pack back as an authoring folder, which compiles to the same root. The
// folder must be new or empty. Throws Error: invalid_argument, io.
void export_pack(const Pack& pack, const std::filesystem::path& folder);

// Writes a small folder to start from. The folder must be new or empty. Throws Error.
void init(const std::filesystem::path& folder);

// JSON Schemas of the front matter for editors: file name and content.
std::vector<std::pair<std::string, std::string>> json_schemas();

}  // namespace landkaart::inline v0
