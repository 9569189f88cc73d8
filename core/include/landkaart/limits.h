// SPDX-License-Identifier: EUPL-1.2
// The limits of the pack format, as content-pack/spec/v1.md sets them. The compiler writes no pack
// above a limit. The compiler checks the limits of ids, titles, summaries and words. A reader
// checks the other limits, and throws Error(limit_exceeded) or Error(malformed) when it reads a
// part of a pack that is above one, so that a hostile file cannot make a reader allocate memory
// without bound.
#pragma once

#include <cstdint>

#include "landkaart/export.h"

namespace landkaart::inline v0::limits {

inline constexpr std::uint32_t kSections = 64;
inline constexpr std::uint32_t kItems = 1u << 24;
inline constexpr std::uint32_t kIdBytes = 128;
inline constexpr std::uint32_t kTitleBytes = 1024;
inline constexpr std::uint32_t kSummaryBytes = 8192;
inline constexpr std::uint32_t kManifestBytes = 64 * 1024;
inline constexpr std::uint32_t kMapBytes = 16 * 1024 * 1024;
inline constexpr std::uint32_t kMapFeatures = 32'768;
inline constexpr std::uint32_t kMapPoints = 262'144;  // of all features together
inline constexpr std::uint32_t kSynonymBytes = 4 * 1024 * 1024;
inline constexpr std::uint32_t kDocumentBytes = 16 * 1024 * 1024 - 1;  // JSON of one item, inflated
inline constexpr std::uint32_t kBlockBytes = 32 * 1024;                // one block, inflated
inline constexpr std::uint32_t kInflationRatio = 1032;  // most inflated bytes for a deflated byte
inline constexpr std::uint32_t kTermBytes = 64;         // a longer word is cut off
inline constexpr std::uint32_t kRelatedItems = 16;      // of one item
inline constexpr std::uint32_t kFields = 8;             // searched fields, such as title and text
inline constexpr std::uint32_t kMarkupDepth = 32;       // nested elements in a body
// In a pack that the compiler writes, the header, the section directory and the top level of each
// dictionary lie before this offset.
inline constexpr std::uint32_t kDirectoryEnd = 16 * 1024;
inline constexpr std::uint32_t kStatementBytes = 64 * 1024;  // the release statement

}  // namespace landkaart::inline v0::limits
