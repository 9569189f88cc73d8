// SPDX-License-Identifier: EUPL-1.2
#include "core/search/document_order.h"

#include <algorithm>
#include <bit>

#include "core/base/bit_writer.h"
#include "core/base/malformed.h"

namespace landkaart::inline v0 {
namespace {

unsigned width_for(std::size_t documents) {
  return documents < 2 ? 1 : static_cast<unsigned>(std::bit_width(documents - 1));
}

}  // namespace

std::string encode_document_order(const std::vector<std::uint32_t>& items) {
  const unsigned width = width_for(items.size());
  std::string out;
  BitWriter bits(out);
  for (const std::uint32_t item : items) bits.add(item, width);
  bits.finish();
  return out;
}

DocumentOrder::DocumentOrder(Section section, std::uint32_t documents)
    : section_(section), documents_(documents), width_(width_for(documents)) {
  if (section_.size() != (std::uint64_t{documents} * width_ + 7) / 8) {
    malformed("section 'ordr' does not have the length for the number of documents");
  }
}

std::uint32_t DocumentOrder::item_of(std::uint32_t document) const {
  if (width_ == 0) return document;
  const std::uint64_t first_bit = std::uint64_t{document} * width_;
  const std::uint64_t last_byte = (first_bit + width_ - 1) / 8;
  const Bytes bytes = section_.read(first_bit / 8, last_byte - first_bit / 8 + 1);
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) bits |= std::uint64_t{bytes[i]} << (8 * i);
  const auto item =
      static_cast<std::uint32_t>(bits >> (first_bit % 8) & ((std::uint64_t{1} << width_) - 1));
  if (item >= documents_) {
    malformed("section 'ordr' has an item number that is too high");
  }
  return item;
}

}  // namespace landkaart::inline v0
