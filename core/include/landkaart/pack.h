// SPDX-License-Identifier: EUPL-1.2
// Pack, the way in: opens a pack file and answers questions about the material in it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "landkaart/asset.h"
#include "landkaart/item.h"
#include "landkaart/manifest.h"
#include "landkaart/map.h"
#include "landkaart/search.h"

namespace landkaart::inline v0 {

struct OpenOptions {
  // The most memory that inflated bodies may take between calls; and texts in which words were looked
  // up, for snippets and phrases, as much again.
  std::size_t cache_bytes = 4 * 1024 * 1024;
};

// What is left out does not matter; what is given must all be true.
struct ItemFilter {
  std::optional<Kind> kind = std::nullopt;
  std::string theme = {};  // an id
  std::string tag = {};
  std::string language = {};  // BCP 47
};

struct WorkFormFilter {
  std::optional<Purpose> purpose = std::nullopt;
  std::optional<int> group_size = std::nullopt;   // people: lies within minimum and maximum
  std::optional<int> max_minutes = std::nullopt;  // the shortest duration fits in it
  std::optional<Difficulty> max_difficulty = std::nullopt;
  std::string theme = {};     // an id
  std::string obstacle = {};  // an id: only work forms on its route
};

// From an obstacle to what helps.
struct Route {
  Item obstacle;
  std::vector<Item> topics, work_forms, articles, stories;
  std::string another_way;  // when to stop, or to choose another way
};

// Cheap to copy, immutable, safe from any number of threads. Throws Error when the file is damaged;
// an id that is not there is an empty optional or an empty list.
class Pack {
 public:
  // Maps the file; takes the same time whatever its size. Replace a pack by renaming a new file
  // over it; never write into one that is open. Throws Error: io, not_a_file, not_a_pack,
  // truncated, newer_version, damaged, malformed, limit_exceeded, unknown_critical.
  static Pack open(const std::filesystem::path& path, const OpenOptions& options = {});
  // A pack in memory, which is taken over.
  static Pack from_memory(std::string content, const OpenOptions& options = {});
  // A pack in memory that lives as long as the program, such as an embedded one.
  static Pack from_static(std::span<const std::byte> content, const OpenOptions& options = {});

  const Manifest& manifest() const;
  // The bytes of the whole file.
  std::span<const std::byte> bytes() const;

  // Number of items of all kinds.
  std::size_t size() const;
  // By id, or by an id that redirects.
  std::optional<Item> item(std::string_view id) const;
  // In the order of the pack.
  std::vector<Item> items(const ItemFilter& filter = {}) const;
  std::vector<Item> work_forms(const WorkFormFilter& filter = {}) const;
  // Empty when there is no such obstacle.
  std::optional<Route> route(std::string_view obstacle) const;
  // Ids of removed items, each with the id it leads to.
  std::vector<std::pair<std::string, std::string>> redirects() const;

  // No query is an error.
  SearchResult search(std::string_view query, const SearchOptions& options = {}) const;
  // Titles, and after them words, that complete what is typed so far; small mistakes are forgiven.
  std::vector<Suggestion> suggest(std::string_view text, std::size_t limit = 8) const;
  // The synonym groups of the pack as JSON: [{"term", "equal", "related"}].
  std::string synonyms() const;

  Map map() const;

  // In order of name.
  std::vector<Asset> assets() const;
  std::optional<Asset> asset(std::string_view name) const;

 private:
  explicit Pack(std::shared_ptr<const PackState> state) : state_(std::move(state)) {}

  std::shared_ptr<const PackState> state_;
};

}  // namespace landkaart::inline v0
