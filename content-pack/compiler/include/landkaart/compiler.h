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

namespace landkaart {

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

struct Progress {
  std::string_view stage;  // "reading", "indexing", "compressing", "writing"
  std::uint64_t done = 0;
  std::uint64_t total = 0;
};

struct BuildOptions {
  unsigned jobs = 0;  // threads; 0: one for each core. The bytes are the same for any number.
  bool with_positions = true;                          // needed for phrases; a quarter of the size
  std::function<void(const Progress&)> progress = {};  // called from the calling thread
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
// complete. Throws SourceMistakes, or Error: io, limit_exceeded.
BuildReport build(const std::filesystem::path& source, const std::filesystem::path& output,
                  const BuildOptions& options = {});

// Likewise, into memory, as Pack::from_memory takes it.
std::string build_to_memory(const std::filesystem::path& source, const BuildOptions& options = {});

// Everything that must be mended before a folder compiles, in order of file and line; nothing is
// written. Throws Error: io.
std::vector<Mistake> lint(const std::filesystem::path& source);

// Writes everything in a pack back as an authoring folder, which compiles to the same root. The
// folder must be new or empty. Throws Error: invalid_argument, io.
void export_pack(const Pack& pack, const std::filesystem::path& folder);

// Writes a small folder to start from. The folder must be new or empty. Throws Error.
void init(const std::filesystem::path& folder);

// JSON Schemas of the front matter for editors: file name and content.
std::vector<std::pair<std::string, std::string>> json_schemas();

}  // namespace landkaart
