// SPDX-License-Identifier: EUPL-1.2
// The table of all front-matter keys. The compiler's checks, the JSON Schemas and export all use
// this table.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "landkaart/kind.h"

namespace landkaart::inline v0 {

enum class ValueType {
  id,
  text,
  text_list,
  integer,  // 0 to 1,000,000
  date,     // YYYY-MM-DD
  boolean,  // true or false
  range,    // {min: 3, max: 12}, each from 1 to 65,535
  purpose,
  difficulty,
  id_of,  // one id
  id_list,
  steps,  // list of {title, minutes}
  asset,  // a path below assets/
};

// The part of the pack that stores a value: the item record (with title, summary and labels), the
// link table, or the JSON document of the item. A pack does not store whether an item is a draft.
enum class Stored { record, link, document, nowhere };

struct FrontMatterKey {
  std::string_view name;
  ValueType type;
  Stored stored;
  std::string_view kind;  // the only kind that has the key; empty when every kind has it
  bool required;
  std::string_view meaning;       // a description for authors, in JSON Schemas
  std::string_view example = {};  // a line of front matter; required keys have one
};

std::span<const FrontMatterKey> front_matter_keys();

// Whether items of this kind may have the key.
bool belongs_to(const FrontMatterKey& key, Kind kind);
// Returns the key with this name that items of this kind may have, or nullptr.
const FrontMatterKey* find_key(std::string_view name, Kind kind);

// For a key whose value is an id or a list of ids: the kind that the ids must have. Nothing for a
// key that allows several kinds, such as related, and for translation-of, which requires the kind
// of the item itself.
std::optional<Kind> target_kind(std::string_view key_name);

// The folder that holds the items of a kind: "work-forms".
std::string_view folder_of(Kind kind);
std::optional<Kind> kind_of_folder(std::string_view folder);
inline constexpr std::string_view kAssetFolder = "assets";
// The names at the top of an authoring folder that a build reads: pack.yaml, map.geojson and
// synonyms.yaml, and assets and the folder of each kind.
std::vector<std::string_view> source_files();
std::vector<std::string_view> source_folders();

// A key of pack.yaml and of the manifest. Its value is false when the pack stores no word
// positions.
inline constexpr const char* kPositionsKey = "positions";
// A key of pack.yaml only: names of files and folders at the top that no build reads.
inline constexpr const char* kNotReadKey = "not-read";

struct PackKey {
  std::string_view name;
  bool required;
  std::string_view meaning;
  std::string_view example;  // a line of pack.yaml
};
// The keys of pack.yaml whose values are text: all except release, positions, not-read, redirects
// and the x- keys.
std::span<const PackKey> pack_text_keys();

}  // namespace landkaart::inline v0
