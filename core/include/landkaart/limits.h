// SPDX-License-Identifier: EUPL-1.2
// The limits of the pack format, as content-pack/spec/v1.md sets them. The compiler writes no pack
// above a limit. A reader throws Error(limit_exceeded) when it reads a part of a pack that is above
// a limit, before it allocates memory by a number that the pack states. The values are chosen so
// that one call of the library needs at most 64 MiB of memory above the size of the pack.
#pragma once

#include <cstdint>

#include "landkaart/export.h"

namespace landkaart::inline v0::limits {

// The file.
inline constexpr std::uint32_t kSections = 64;
inline constexpr std::uint32_t kItems = 1u << 24;
inline constexpr std::uint32_t kManifestBytes = 64 * 1024;
inline constexpr std::uint32_t kStatementBytes = 64 * 1024;       // the release statement
inline constexpr std::uint32_t kDocumentBytes = 4 * 1024 * 1024;  // JSON of one item, inflated
inline constexpr std::uint32_t kBlockBytes = 32 * 1024;           // one block of bodies, inflated
inline constexpr std::uint32_t kStoredBlockBytes = 64 * 1024;  // one block of bodies, deflated
inline constexpr std::uint32_t kInflationRatio = 1032;  // most inflated bytes for a deflated byte
// In a pack that the compiler writes, the header, the section directory and the top level of each
// dictionary lie before this offset.
inline constexpr std::uint32_t kDirectoryEnd = 16 * 1024;
inline constexpr std::uint32_t kDictionaryTopBytes = 3 * 1024;  // the key table of one top

// JSON: the manifest, the release statement, the map, the synonyms and the document of an item.
inline constexpr std::uint32_t kJsonDepth = 100;       // nested arrays and objects
inline constexpr std::uint32_t kJsonValues = 524'288;  // values, and names of members, in one text

// Items.
inline constexpr std::uint32_t kIdBytes = 128;
inline constexpr std::uint32_t kTitleBytes = 1024;
inline constexpr std::uint32_t kSummaryBytes = 8192;
inline constexpr std::uint32_t kLabelBytes = 256;   // a language or a tag
inline constexpr std::uint32_t kThemes = 64;        // of one item
inline constexpr std::uint32_t kTags = 256;         // of one item
inline constexpr std::uint32_t kLinks = 16'384;     // from one item
inline constexpr std::uint32_t kStops = 1024;       // of one journey
inline constexpr std::uint32_t kRelatedItems = 16;  // of one item
inline constexpr std::uint32_t kRedirects = 131'072;
inline constexpr std::uint32_t kMarkupDepth = 32;       // nested elements in a body
inline constexpr std::uint32_t kMarkupNodes = 131'072;  // elements and texts in a body
inline constexpr std::uint32_t kAssets = 65'536;
inline constexpr std::uint32_t kAssetNameBytes = 512;

// Search.
inline constexpr std::uint32_t kFields = 8;  // searched fields, such as title and text
inline constexpr std::uint32_t kFieldWords = 1024 * 1024;  // in one field of one item
inline constexpr std::uint32_t kTermBytes = 64;            // a longer word of a text is cut off
inline constexpr std::uint32_t kFormParts = 16;            // parts of one compound
inline constexpr std::uint32_t kSynonymBytes = 1024 * 1024;
inline constexpr std::uint32_t kSynonymGroups = 16'384;
inline constexpr std::uint32_t kSynonymsOfWord = 64;  // equal and related words of one term

// The map.
inline constexpr std::uint32_t kMapBytes = 8 * 1024 * 1024;
inline constexpr std::uint32_t kMapFeatures = 8'192;
inline constexpr std::uint32_t kMapPoints = 131'072;  // of all features together
// Walks on the map, one for each journey and obstacle, plus the stops of all walks together.
inline constexpr std::uint32_t kMapStops = 131'072;

}  // namespace landkaart::inline v0::limits
