// SPDX-License-Identifier: EUPL-1.2
// The text of an Error is its message, followed by the place where it was found.
#include "landkaart/error.h"

#include <utility>

namespace landkaart::inline v0 {
namespace {

std::string describe(const std::string& message, const std::string& where, std::uint64_t offset) {
  std::string text = message;
  if (!where.empty()) text += " [" + where + "]";
  if (offset != Error::kNoOffset) text += " at byte " + std::to_string(offset);
  return text;
}

}  // namespace

Error::Error(ErrorCode code, const std::string& message, std::string where, std::uint64_t offset)
    : std::runtime_error(describe(message, where, offset)),
      code_(code),
      where_(std::move(where)),
      offset_(offset) {}

Error::Error(ErrorCode code, const std::string& message, std::string where, std::error_code cause)
    : Error(code, message, std::move(where)) {
  cause_ = cause;
}

Error::~Error() = default;

const char* name(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::invalid_argument: return "invalid_argument";
    case ErrorCode::not_found: return "not_found";
    case ErrorCode::time_limit_exceeded: return "time_limit_exceeded";
    case ErrorCode::out_of_memory: return "out_of_memory";
    case ErrorCode::io: return "io";
    case ErrorCode::not_a_file: return "not_a_file";
    case ErrorCode::not_a_pack: return "not_a_pack";
    case ErrorCode::newer_version: return "newer_version";
    case ErrorCode::truncated: return "truncated";
    case ErrorCode::damaged: return "damaged";
    case ErrorCode::malformed: return "malformed";
    case ErrorCode::limit_exceeded: return "limit_exceeded";
    case ErrorCode::hash_mismatch: return "hash_mismatch";
    case ErrorCode::unknown_critical: return "unknown_critical";
    case ErrorCode::source_mistakes: return "source_mistakes";
    case ErrorCode::source_findings: return "source_findings";
  }
  return "unknown";
}

}  // namespace landkaart::inline v0
