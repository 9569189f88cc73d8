// SPDX-License-Identifier: EUPL-1.2
// Asset, a picture, video or other file that is stored in a pack.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "landkaart/export.h"

namespace landkaart::inline v0 {

// A value that is cheap to copy: the bytes stay in the pack. Several threads may read one Asset.
struct Asset {
  std::string name;        // the relative path below the folder assets/, such as "images/kring.png"
  std::string media_type;  // such as "image/png"
  std::span<const std::byte> content;
  std::shared_ptr<const void> owner;  // keeps `content` valid

  // Bytes [offset, offset + length) of the content, as an HTTP range request asks for them. The
  // range is cut off at the end of the content, and is empty when `offset` lies beyond the end.
  [[nodiscard]] std::span<const std::byte> range(std::size_t offset, std::size_t length) const {
    if (offset >= content.size()) return {};
    return content.subspan(offset, std::min(length, content.size() - offset));
  }
};

}  // namespace landkaart::inline v0
