// SPDX-License-Identifier: EUPL-1.2
// Budget bounds the work of one call. A hostile pack can pass every check of its parts and still
// make their costs multiply, such as many words that each have many synonyms.
#pragma once

#include <cstdint>
#include <string>

#include "landkaart/error.h"

namespace landkaart::inline v0 {

// Counts units of work; the owner says what a unit is, such as one posting. One call owns a Budget,
// so it needs no lock.
class Budget {
 public:
  // `work` names the call in the message of the error, such as "the search".
  Budget(std::uint64_t units, const char* work) : left_(units), work_(work) {}

  // Throws Error(limit_exceeded) when fewer than `units` are left.
  void spend(std::uint64_t units) {
    if (units > left_) exceeded();
    left_ -= units;
  }
  std::uint64_t left() const { return left_; }

 private:
  [[noreturn]] void exceeded() const {
    throw Error(ErrorCode::limit_exceeded,
                std::string(work_) + " takes more work than a pack of this size can need");
  }

  std::uint64_t left_;
  const char* work_;
};

}  // namespace landkaart::inline v0
