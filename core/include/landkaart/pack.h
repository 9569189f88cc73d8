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

// How Pack::open gets the bytes of a file.
enum class FileAccess {
  // Maps the file into memory. Opening reads small parts only, and several programs share the
  // memory. A program that shortens or overwrites the file while a handle exists ends this program
  // (signal SIGBUS on POSIX) or changes the answers. So replace the file by renaming another file
  // over it, as `landkaart build` does. On Windows, other programs cannot write to a mapped file.
  map,
  // Reads the whole file into memory. Changes of the file after opening have no effect. A file that
  // is shortened during reading gives Error(io).
  read,
};

struct OpenOptions {
  // The most memory, in bytes, for inflated bodies that the pack keeps for later calls. The words
  // of texts, kept for snippets and phrases, may take as much again. With 0 the pack keeps neither.
  std::size_t cache_bytes = 4 * 1024 * 1024;
  // For a file that another program may overwrite in place, choose FileAccess::read.
  FileAccess file_access = FileAccess::map;
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
// then returns an empty optional. A filter whose only value is unknown accepts no item, so that the
// list is empty. In the functions of Pack, the id of a removed item stands for the item to which
// the id redirects.
//
// Opening reads small parts of the pack only, such as the header and the manifest. A function that
// reads another part throws Error (damaged, malformed, limit_exceeded) when that part is damaged.
class LANDKAART_EXPORT Pack {
 public:
  // Opens a file. With FileAccess::map, the time hardly depends on the size of the file, because
  // only small parts of the file are read. Throws Error: io, not_a_file, not_a_pack, truncated,
  // newer_version, damaged, malformed, limit_exceeded, unknown_critical; std::bad_alloc.
  [[nodiscard]] static Pack open(const std::filesystem::path& path,
                                 const OpenOptions& options = {});
  // Reads all bytes of the source into memory, in one call of source.read(). Throws the exceptions
  // of the source, std::bad_alloc when the pack does not fit in memory, and Error as above except
  // io and not_a_file.
  [[nodiscard]] static Pack open(const ByteSource& source, const OpenOptions& options = {});
  // Opens bytes in memory, and keeps them. Throws Error as above, except io and not_a_file.
  [[nodiscard]] static Pack from_memory(std::string content, const OpenOptions& options = {});
  // Opens bytes that must stay valid and unchanged while a handle exists, such as bytes that are
  // compiled into the program. Throws Error as above, except io and not_a_file.
  [[nodiscard]] static Pack from_static(std::span<const std::byte> content,
                                        const OpenOptions& options = {});

  // Like open(), but returns the Error instead of throwing it, and Error(out_of_memory) for
  // std::bad_alloc. Exceptions of the source are still thrown.
  static OpenResult try_open(const std::filesystem::path& path, const OpenOptions& options = {});
  static OpenResult try_open(const ByteSource& source, const OpenOptions& options = {});

  // The description of the pack that its publisher stored in it.
  [[nodiscard]] const Manifest& manifest() const;
  // The bytes of the whole pack file. Valid while a handle exists.
  [[nodiscard]] std::span<const std::byte> bytes() const;

  // The number of items of all kinds.
  [[nodiscard]] std::size_t size() const;
  // The item with an id, or an empty optional.
  [[nodiscard]] std::optional<Item> item(std::string_view id) const;
  // The items that satisfy a filter, in the order of the pack: by kind, and within a kind as the
  // compiler arranged them. When the filter names an obstacle: in the order of its links.
  [[nodiscard]] std::vector<Item> items(const ItemFilter& filter = {}) const;
  // The items of items(filter) that are work forms, in the same order.
  [[nodiscard]] std::vector<Item> work_forms(const ItemFilter& filter = {}) const;
  // The items of items(filter), tested one by one while a program iterates over the range. Use a
  // range to stop early or to save the memory of a list.
  [[nodiscard]] ItemRange item_range(const ItemFilter& filter = {}) const;
  // The items of work_forms(filter), tested in the same way.
  [[nodiscard]] ItemRange work_form_range(const ItemFilter& filter = {}) const;
  // An obstacle with the items to which it links. Empty when no item has the id, or when the item
  // is not an obstacle.
  [[nodiscard]] std::optional<Route> route(std::string_view obstacle) const;
  // The ids of removed items, each with the id of the item to which it redirects, in order of the
  // removed id; at most limits::kRedirects. Reads all ids of the pack.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> redirects() const;

  // Any text is a valid query. landkaart/search.h describes the result.
  [[nodiscard]] SearchResult search(std::string_view query,
                                    const SearchOptions& options = {}) const;
  // Completions of a text that somebody is typing: titles of items first, then words. Tolerates
  // small spelling mistakes.
  [[nodiscard]] std::vector<Suggestion> suggest(std::string_view text, std::size_t limit = 8) const;
  // The groups of synonyms as JSON: [{"term": "raad", "equal": [...], "related": [...]}].
  [[nodiscard]] std::string synonyms() const;

  // The map of the pack. The first call reads the map, and later calls return the same one.
  [[nodiscard]] Map map() const;

  // All assets, in order of name; at most limits::kAssets. A name is a relative path that every
  // file system can store, and the media type is never one that a browser runs as a page or a
  // script.
  [[nodiscard]] std::vector<Asset> assets() const;
  // The asset with a name, or an empty optional.
  [[nodiscard]] std::optional<Asset> asset(std::string_view name) const;

 private:
  explicit Pack(std::shared_ptr<const PackState> state) : state_(std::move(state)) {}

  std::shared_ptr<const PackState> state_;
};

// The result of Pack::try_open: a Pack, or the Error that prevented opening the pack.
class [[nodiscard]] OpenResult {
 public:
  OpenResult(Pack pack) : result_(std::move(pack)) {}
  OpenResult(Error error) : result_(std::move(error)) {}

  // True when there is a Pack, false when there is an Error.
  [[nodiscard]] bool has_value() const noexcept { return result_.index() == 0; }
  // The same as has_value().
  explicit operator bool() const noexcept { return has_value(); }

  // The Pack. Throws the Error when there is no Pack.
  [[nodiscard]] const Pack& value() const {
    if (!has_value()) throw error();
    return *std::get_if<Pack>(&result_);
  }
  // The Pack. Requires has_value().
  [[nodiscard]] const Pack& operator*() const noexcept { return *std::get_if<Pack>(&result_); }
  // A member of the Pack. Requires has_value().
  [[nodiscard]] const Pack* operator->() const noexcept { return std::get_if<Pack>(&result_); }
  // The Error. Requires !has_value().
  [[nodiscard]] const Error& error() const noexcept { return *std::get_if<Error>(&result_); }

 private:
  std::variant<Pack, Error> result_;
};

}  // namespace landkaart::inline v0
