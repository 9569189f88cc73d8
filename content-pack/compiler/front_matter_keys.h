// SPDX-License-Identifier: EUPL-1.2
// The one table of what may stand in front matter: checks, JSON Schemas and export all come from
// it.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "landkaart/kind.h"

namespace landkaart::inline v0 {

enum class ValueType {
  id,
  text,
  text_list,
  integer,  // 0 to 1,000,000
  date,     // YYYY-MM-DD
  range,    // {min: 3, max: 12}
  purpose,
  difficulty,
  id_of,  // one id
  id_list,
  steps,  // list of {title, minutes}
  asset,  // a path under assets/
};

// Where a value ends up in the pack.
enum class Stored { record, link, document };

struct FrontMatterKey {
  std::string_view name;
  ValueType type;
  Stored stored;
  std::string_view kind;  // the one kind that has it; empty: every kind
  bool required;
  std::string_view meaning;  // for editors
};

std::span<const FrontMatterKey> front_matter_keys();

// Whether the key may stand in an item of this kind.
bool belongs_to(const FrontMatterKey& key, Kind kind);
const FrontMatterKey* find_key(std::string_view name, Kind kind);

// For a key whose value is one id or a list: the kind that the ids must be of, or nothing for any
// kind.
std::optional<Kind> target_kind(std::string_view key_name);

// The folder of a kind: "work-forms".
std::string_view folder_of(Kind kind);
std::optional<Kind> kind_of_folder(std::string_view folder);

// In pack.yaml and in the manifest: false when the pack keeps no positions of words.
inline constexpr const char* kPositionsKey = "positions";

struct PackKey {
  std::string_view name;
  bool required;
  std::string_view meaning;
};
// The keys of pack.yaml, without release and redirects, which are not text.
std::span<const PackKey> pack_text_keys();

}  // namespace landkaart::inline v0
