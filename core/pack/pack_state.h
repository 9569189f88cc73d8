// SPDX-License-Identifier: EUPL-1.2
// PackState, the state that all handles to one opened pack share. It owns the container and the
// readers of the sections: the item table, the links, the search index, the bodies, the assets and
// the map.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/base/once.h"
#include "core/format/block_store.h"
#include "core/format/container.h"
#include "core/map/map_features.h"
#include "core/model/asset_table.h"
#include "core/model/item_table.h"
#include "core/model/link_table.h"
#include "core/model/related_table.h"
#include "core/search/analysed_text.h"
#include "core/search/scoring.h"
#include "core/search/search_index.h"
#include "core/search/synonyms.h"
#include "landkaart/pack.h"

namespace landkaart::inline v0 {

class PackState : public std::enable_shared_from_this<PackState> {
 public:
  static std::shared_ptr<const PackState> open(SharedBytes file, const OpenOptions& options);
  PackState(SharedBytes file, const OpenOptions& options);

  Item item(Ordinal ordinal) const { return Item(shared_from_this(), ordinal); }
  std::vector<Item> items(const std::vector<Ordinal>& ordinals) const;

  // The stored JSON document of an item.
  std::string document(Ordinal ordinal) const;
  const Map& map() const;
  // The words of one text of an item, from a cache of recently used texts. `number` tells the texts
  // of an item apart and is below 256. `make` returns the text when the cache does not have it.
  // Throws Error(malformed) and what `make` throws.
  std::shared_ptr<const AnalysedText> analysed_text(Ordinal ordinal, std::size_t number,
                                                    const std::function<std::string()>& make,
                                                    WordAnalyser& analyser) const;
  // The first call of each of these two functions computes the value and stores it, because opening
  // a pack must not take longer for a larger pack.
  const Scoring& scoring() const;
  const Synonyms& synonyms() const;

  const Container container;
  const Manifest manifest;
  const ItemTable table;
  const LinkTable links;
  const RelatedTable related;
  const SearchIndex index;
  const BlockStore bodies;
  const AssetTable assets;

 private:
  using PlacesById = std::map<std::string, Point>;

  Map load_map() const;
  void add_feature(Map::Content& content, MapFeature feature) const;
  Journey walk_from(Ordinal from, std::span<const LinkType> types, bool with_itself,
                    const PlacesById& places) const;

  mutable RecentCache<AnalysedText> analysed_texts_;
  mutable Once map_loaded_;
  mutable std::optional<Map> map_;
  mutable Once scoring_made_, synonyms_loaded_;
  mutable std::optional<Scoring> scoring_;
  mutable Synonyms synonyms_;
};

}  // namespace landkaart::inline v0
