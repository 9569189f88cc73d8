// SPDX-License-Identifier: EUPL-1.2
// Error, the one exception type of the library, and its pinned numeric codes.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <system_error>

namespace landkaart::inline v0 {

// Numbers are pinned for ever and never reused; the command line exits with them.
enum class ErrorCode : int {
  invalid_argument = 10,  // a value that no call can mean, such as an unknown kind
  not_found = 12,         // an id that must exist does not
  io = 20,                // the operating system refused to read or write
  not_a_file = 21,        // a folder or device where a file is needed
  not_a_pack = 30,        // wrong magic bytes, or an empty file
  newer_version = 31,     // made for a newer reader than this one
  truncated = 32,         // the file is shorter than it says
  damaged = 33,           // a page does not match its checksum
  malformed = 34,         // an offset, length or value breaks the specification
  limit_exceeded = 35,    // larger than the format allows
  hash_mismatch = 36,     // the content is not what the root hash promises
  unknown_critical = 37,  // a section that this reader must know, and does not
  source_mistakes = 50,   // the authoring folder has mistakes; they are listed
  source_findings = 51,   // a strict build found something that an editor would mend
};

// The name of a code as it stands above, for messages and JSON.
const char* name(ErrorCode code) noexcept;

// Thrown for a damaged pack, a refused file or bad input. "Not there" is an empty optional instead.
class Error : public std::runtime_error {
 public:
  // `message` says what is wrong and what to do; `where` is a file, section or "file:line:column".
  Error(ErrorCode code, const std::string& message, std::string where = {},
        std::uint64_t offset = kNoOffset);
  // Likewise, because the operating system refused.
  Error(ErrorCode code, const std::string& message, std::string where, std::error_code cause);

  static constexpr std::uint64_t kNoOffset = ~std::uint64_t{0};

  ErrorCode code() const noexcept { return code_; }
  const std::string& where() const noexcept { return where_; }
  // The byte offset in the file, or kNoOffset.
  std::uint64_t offset() const noexcept { return offset_; }
  // What the operating system said; no error when it was not the one that refused.
  std::error_code cause() const noexcept { return cause_; }

 private:
  ErrorCode code_;
  std::string where_;
  std::uint64_t offset_;
  std::error_code cause_;
};

}  // namespace landkaart::inline v0
