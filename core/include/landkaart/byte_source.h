// SPDX-License-Identifier: EUPL-1.2
// ByteSource, the bytes of a pack that are neither in a file nor in memory, such as those of an
// object store, an archive or a resource of the program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "landkaart/export.h"

namespace landkaart::inline v0 {

// A program derives from this class and passes an object to Pack::open. Pack::open and
// Pack::try_open call both functions in the thread that calls them, and do not use the source after
// they return.
class LANDKAART_EXPORT ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource();

  // The number of bytes of the whole pack.
  [[nodiscard]] virtual std::uint64_t size() const = 0;
  // Fills the whole of `into` with the bytes from `offset` on, which lie within size(). When it
  // cannot, it must throw; Pack::open lets the exception through.
  virtual void read(std::uint64_t offset, std::span<std::byte> into) const = 0;
};

}  // namespace landkaart::inline v0
