// SPDX-License-Identifier: EUPL-1.2
// Error, the exception that the library throws for a fault in a pack, a file or an argument, and
// its numeric codes.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <system_error>

#include "landkaart/export.h"

namespace landkaart::inline v0 {

// A number never changes its meaning and is never used again for another error. The command line
// program exits with these numbers.
enum class ErrorCode : int {
  invalid_argument = 10,     // an argument outside its domain, such as an unknown kind
  not_found = 12,            // the command line was given an id that the pack does not have
  time_limit_exceeded = 13,  // a search took longer than SearchOptions::time_limit
  out_of_memory = 14,        // the program has too little memory; Pack::try_open returns this code
  io = 20,                   // the operating system refused to read or write
  not_a_file = 21,           // the path names a folder or a device
  not_a_pack = 30,           // the file is empty or does not begin with the magic bytes of a pack
  newer_version = 31,        // the pack requires a newer version of the library
  truncated = 32,            // the file ends too early: before the end that its header states
  damaged = 33,              // a page, or the release statement, does not match its CRC-32
  malformed = 34,            // an offset, length or value breaks the specification of the format
  limit_exceeded = 35,       // a size is above a limit in landkaart/limits.h
  hash_mismatch = 36,        // verify() found content that does not match a hash in the pack
  unknown_critical = 37,  // the pack has a section that a reader must know, and this one does not
  source_mistakes = 50,   // the authoring folder has mistakes; SourceMistakes lists them
  source_findings = 51,   // a strict build has findings; SourceFindings lists them
};

// The name of a code as in the enumeration, such as "not_a_pack". Returns "unknown" for another
// value.
[[nodiscard]] LANDKAART_EXPORT const char* name(ErrorCode code) noexcept;

// Thrown for a damaged pack, a failure to read or write, an invalid argument, or a search that
// takes longer than its time limit. The only other exceptions that leave the library are
// std::bad_alloc, after which every object still works, and those of the functions that a program
// passes to the library. A lookup of an id that does not exist throws nothing: it returns an empty
// optional or an empty list.
class LANDKAART_EXPORT Error : public std::runtime_error {
 public:
  // The value of offset() when the place in the file is not known.
  static constexpr std::uint64_t kNoOffset = ~std::uint64_t{0};

  // `message` says what is wrong and, where possible, what to do about it. `where` and `offset` are
  // returned by the functions of the same name; what() returns all three in one line.
  Error(ErrorCode code, const std::string& message, std::string where = {},
        std::uint64_t offset = kNoOffset);
  // An error of the operating system, which cause() returns.
  Error(ErrorCode code, const std::string& message, std::string where, std::error_code cause);

  Error(const Error&) = default;
  Error& operator=(const Error&) = default;
  // Defined in the library, so that the type information of Error is in one place and a program
  // can catch an Error that the shared library throws.
  ~Error() override;

  [[nodiscard]] ErrorCode code() const noexcept { return code_; }
  // The path of a file, or "file:line:column" in an authoring folder. Empty when not known.
  [[nodiscard]] const std::string& where() const noexcept { return where_; }
  // The place of the error in bytes from the beginning of the pack file, or kNoOffset. The place is
  // known for a wrong page checksum, for a record that points outside its section, for the index of
  // a dictionary, and for a wrong place of the checksums in the header. It is kNoOffset for an
  // error within a record, because records can be stored compressed; the message then names the
  // record and the byte within that record.
  [[nodiscard]] std::uint64_t offset() const noexcept { return offset_; }
  // The error that the operating system reported, or an empty error code.
  [[nodiscard]] std::error_code cause() const noexcept { return cause_; }

 private:
  ErrorCode code_;
  std::string where_;
  std::uint64_t offset_;
  std::error_code cause_;
};

}  // namespace landkaart::inline v0
