// SPDX-License-Identifier: EUPL-1.2
// RandomFolder writes a random authoring folder with items of all kinds, a map, synonyms and
// assets. Its texts are chosen to break parsers and writers of YAML, JSON and Markdown. The same
// seed gives the same folder on every machine.
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
    unsigned items = 20;  // items that each have a file
    unsigned lines = 0;   // articles that share one JSONL file
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

  std::string text();       // any text; may be empty
  std::string label();      // a text without control characters; may be empty
  std::string some_text();  // a text with at least one letter
  std::string key() { return text().substr(0, longest_key_); }
  Json texts();
  Json value(unsigned depth);  // a JSON value of any type
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
  std::size_t longest_key_ = 500;  // in bytes; YAML limits the length of a key
  std::map<Kind, std::vector<std::string>> ids_;
  std::vector<std::string> all_ids_, assets_;
};

}  // namespace landkaart::testing
