// SPDX-License-Identifier: EUPL-1.2
// Pack, the entry point of the library: it opens a pack file and answers questions about the items
// in it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "landkaart/asset.h"
#include "landkaart/byte_source.h"
#include "landkaart/error.h"
#include "landkaart/export.h"
#include "landkaart/item.h"
#include "landkaart/item_filter.h"
#include "landkaart/manifest.h"
#include "landkaart/map.h"
#include "landkaart/search.h"

namespace landkaart::inline v0 {

class OpenResult;

struct OpenOptions {
  // The most memory, in bytes, for inflated bodies that the pack keeps for later calls. The words
  // of texts, kept for snippets and phrases, may take as much again. With 0 the pack keeps neither.
  std::size_t cache_bytes = 4 * 1024 * 1024;
};

// An obstacle with the items to which it links, each list in the order that the author gave.
struct Route {
  Item obstacle;
  std::vector<Item> topics, work_forms, articles, stories;
  std::string another_way;  // when to stop or to choose another way; can be empty
};

// A handle to an opened pack: cheap to copy, immutable, and safe to use from several threads.
//
// An id, tag or name that the pack does not have is not an error. A function that returns one thing
// then returns an empty optional, and a filter that names nothing else returns an empty list. The
// id of a removed item stands for the item to which it redirects, in every function that takes an
// id.
//
// Opening reads small parts of the pack only, such as the header and the manifest. Every other
// function throws Error (damaged, malformed, limit_exceeded) when the part that it reads is
// damaged.
class LANDKAART_EXPORT Pack {
 public:
  // Maps a file into memory. The time does not depend on the size of the file. The file must not
  // change while a handle exists; to replace it, rename a new file over it. Throws Error: io,
  // not_a_file, not_a_pack, truncated, newer_version, damaged, malformed, limit_exceeded,
  // unknown_critical.
  [[nodiscard]] static Pack open(const std::filesystem::path& path,
                                 const OpenOptions& options = {});
  // Reads all bytes of the source into memory, in one call of source.read(). Throws what the source
  // throws, std::bad_alloc, and Error as above except io and not_a_file.
  [[nodiscard]] static Pack open(const ByteSource& source, const OpenOptions& options = {});
  // Opens bytes in memory, and keeps them. Throws Error as above, except io and not_a_file.
  [[nodiscard]] static Pack from_memory(std::string content, const OpenOptions& options = {});
  // Opens bytes that must stay valid and unchanged while a handle exists, such as bytes that are
  // compiled into the program. Throws Error as above, except io and not_a_file.
  [[nodiscard]] static Pack from_static(std::span<const std::byte> content,
                                        const OpenOptions& options = {});

  // Like open(), but returns the Error instead of throwing it. Other exceptions, such as
  // std::bad_alloc and those of the source, are still thrown.
  static OpenResult try_open(const std::filesystem::path& path, const OpenOptions& options = {});
  static OpenResult try_open(const ByteSource& source, const OpenOptions& options = {});

  [[nodiscard]] const Manifest& manifest() const;
  // The bytes of the whole pack file. Valid while a handle exists.
  [[nodiscard]] std::span<const std::byte> bytes() const;

  // The number of items of all kinds.
  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] std::optional<Item> item(std::string_view id) const;
  // The items that satisfy a filter, in the order of the pack: by kind, and within a kind as the
  // compiler arranged them. When the filter names an obstacle: in the order of its links.
  [[nodiscard]] std::vector<Item> items(const ItemFilter& filter = {}) const;
  // The items that satisfy a filter and are work forms, in the same order.
  [[nodiscard]] std::vector<Item> work_forms(const ItemFilter& filter = {}) const;
  // The same items, tested one by one while a program iterates over the range. Use a range to stop
  // early or to save the memory of a list.
  [[nodiscard]] ItemRange item_range(const ItemFilter& filter = {}) const;
  [[nodiscard]] ItemRange work_form_range(const ItemFilter& filter = {}) const;
  // Empty when no item has the id, or when the item is not an obstacle.
  [[nodiscard]] std::optional<Route> route(std::string_view obstacle) const;
  // The ids of removed items, each with the id of the item to which it redirects, in order of the
  // removed id.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> redirects() const;

  // Any text is a valid query. landkaart/search.h describes the result.
  [[nodiscard]] SearchResult search(std::string_view query,
                                    const SearchOptions& options = {}) const;
  // Completions of a text that somebody is typing: titles of items first, then words. Tolerates
  // small spelling mistakes.
  [[nodiscard]] std::vector<Suggestion> suggest(std::string_view text, std::size_t limit = 8) const;
  // The groups of synonyms as JSON: [{"term": "raad", "equal": [...], "related": [...]}].
  [[nodiscard]] std::string synonyms() const;

  [[nodiscard]] Map map() const;

  // In order of name.
  [[nodiscard]] std::vector<Asset> assets() const;
  [[nodiscard]] std::optional<Asset> asset(std::string_view name) const;

 private:
  explicit Pack(std::shared_ptr<const PackState> state) : state_(std::move(state)) {}

  std::shared_ptr<const PackState> state_;
};

// What Pack::try_open returns: a Pack, or the Error that prevented opening it.
class [[nodiscard]] OpenResult {
 public:
  OpenResult(Pack pack) : result_(std::move(pack)) {}
  OpenResult(Error error) : result_(std::move(error)) {}

  [[nodiscard]] bool has_value() const noexcept { return result_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  // Throws the Error when there is no pack.
  [[nodiscard]] const Pack& value() const {
    if (!has_value()) throw error();
    return *std::get_if<Pack>(&result_);
  }
  // Requires has_value().
  [[nodiscard]] const Pack& operator*() const noexcept { return *std::get_if<Pack>(&result_); }
  [[nodiscard]] const Pack* operator->() const noexcept { return std::get_if<Pack>(&result_); }
  // Requires !has_value().
  [[nodiscard]] const Error& error() const noexcept { return *std::get_if<Error>(&result_); }

 private:
  std::variant<Pack, Error> result_;
};

}  // namespace landkaart::inline v0
