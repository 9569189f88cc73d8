// SPDX-License-Identifier: EUPL-1.2
// RandomFolder, an authoring folder with a bit of everything, in which every text is out to break a
// format: the same folder for the same seed, on every machine.
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/support/temporary_folder.h"

namespace landkaart::testing {

class RandomFolder {
 public:
  struct Size {
    unsigned items = 20;  // each in a file of its own
    unsigned lines = 0;   // articles in one file of JSON lines
  };

  RandomFolder(unsigned seed, const Size& size);

  void write(TemporaryFolder& folder);

 private:
  using Json = nlohmann::ordered_json;

  unsigned below(unsigned end);
  bool sometimes() { return below(3) == 0; }
  template <typename List>
  const auto& one_of(const List& list) {
    return list[below(static_cast<unsigned>(std::size(list)))];
  }

  std::string text();       // any text, also none
  std::string some_text();  // with at least a letter in it
  std::string key() { return text().substr(0, longest_key_); }
  Json texts();
  Json value(unsigned depth);  // anything that JSON can say
  std::string body();

  void choose_ids();
  Json ids_of(Kind kind, const std::string& but);
  void add_common_keys(Json& item, Kind kind, const std::string& id);
  void add_keys_of_kind(Json& item, Kind kind, const std::string& id);
  Json item(Kind kind, const std::string& id);

  void write_pack_yaml(TemporaryFolder& folder);
  void write_items(TemporaryFolder& folder);
  void write_lines(TemporaryFolder& folder);
  void write_map(TemporaryFolder& folder);
  void write_synonyms(TemporaryFolder& folder);
  void write_assets(TemporaryFolder& folder);

  std::mt19937 random_;
  Size size_;
  std::size_t longest_key_ = 500;  // YAML takes no long ones
  std::map<Kind, std::vector<std::string>> ids_;
  std::vector<std::string> all_ids_, assets_;
};

}  // namespace landkaart::testing
