// SPDX-License-Identifier: EUPL-1.2
// Builds the three sections of a StringDictionary.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/format/string_dictionary_layout.h"

namespace landkaart::inline v0 {

// Call add() for each key, and then finish() once. The keys must be added in strictly ascending
// byte order.
class StringDictionaryBuilder {
 public:
  void add(std::string_view key, std::string_view value);

  struct Sections {
    std::string top, pages, blocks;
  };
  Sections finish();

 private:
  std::vector<KeyTableEntry> block_keys_;
  std::string blocks_;
  std::string previous_;
  std::uint32_t size_ = 0;
};

}  // namespace landkaart::inline v0
