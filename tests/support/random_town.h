// SPDX-License-Identifier: EUPL-1.2
// RandomTown writes an authoring folder as a municipality could have it: 1 to 9 themes, and 1 to 60
// topics and obstacles with Dutch titles of up to 8 words. map.geojson draws all, some or none of
// the topics and obstacles. The same seed gives the same folder.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace landkaart::testing {

class RandomTown {
 public:
  explicit RandomTown(unsigned seed);

  void write(TemporaryFolder& folder);
  // Adds a topic with a random id, title and order.
  void add_topic(TemporaryFolder& folder);
  // Removes the first topic or obstacle that map.geojson does not draw. Returns its id, or "" when
  // map.geojson draws all of them.
  std::string remove_one(TemporaryFolder& folder);

 private:
  struct Item {
    std::string file, id;
    bool drawn;  // in map.geojson
  };

  // A random number from 0 to `end` - 1.
  unsigned below(unsigned end) { return static_cast<unsigned>(random_() % end); }
  std::string title();
  void write_item(TemporaryFolder& folder, const std::string& kind, const std::string& id);
  void write_map(TemporaryFolder& folder);

  std::mt19937 random_;
  unsigned themes_, items_;
  unsigned drawn_in_hundred_;  // chance in % that map.geojson draws an item
  std::vector<Item> written_;
};

}  // namespace landkaart::testing
