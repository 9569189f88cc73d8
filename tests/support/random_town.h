// SPDX-License-Identifier: EUPL-1.2
// RandomTown, the sources of a municipality's own pack: themes with few or many topics and
// obstacles under long Dutch titles, drawn in part or not at all. The same for the same seed.
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
  // One topic more, somewhere in the order.
  void add_topic(TemporaryFolder& folder);
  // One topic or obstacle less, of those that no map.geojson names; its id.
  std::string remove_one(TemporaryFolder& folder);

 private:
  struct Item {
    std::string file, id;
    bool drawn;
  };

  unsigned below(unsigned end) { return static_cast<unsigned>(random_() % end); }
  std::string title();
  void write_item(TemporaryFolder& folder, const std::string& kind, const std::string& id);
  void write_map(TemporaryFolder& folder);

  std::mt19937 random_;
  unsigned themes_, items_;
  unsigned drawn_in_hundred_;  // the chance of an item to be on a map.geojson
  std::vector<Item> written_;
};

}  // namespace landkaart::testing
