// SPDX-License-Identifier: EUPL-1.2
// Asset, a picture, video or other file in a pack.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace landkaart::inline v0 {

// Cheap to copy; keeps its pack alive.
struct Asset {
  std::string name;        // "images/kring.png"
  std::string media_type;  // "image/png"
  std::span<const std::byte> content;
  std::shared_ptr<const void> owner;

  // Bytes [offset, offset + length), cut off at the end of the content; for range requests.
  std::span<const std::byte> range(std::size_t offset, std::size_t length) const {
    if (offset >= content.size()) return {};
    return content.subspan(offset, std::min(length, content.size() - offset));
  }
};

}  // namespace landkaart::inline v0
