// SPDX-License-Identifier: EUPL-1.2
// LazyRange, a sequence of values that are made one at a time while a program iterates over it.
#pragma once

#include <cstddef>
#include <iterator>
#include <memory>
#include <span>  // declares std::ranges::enable_view, and compiles faster than <ranges>
#include <utility>

#include "landkaart/export.h"

namespace landkaart::inline v0 {

// A forward range and a view: cheap to copy, and usable with std::views. It keeps its pack alive.
// Dereferencing an iterator makes the value anew each time. Iterators stay valid after the range is
// destroyed. Several threads may iterate over one range, each with its own iterator.
template <typename Value>
class LazyRange {
 public:
  // The position of end().
  static constexpr std::size_t kEnd = ~std::size_t{0};

  // Makes the values; the library derives from this class. Every function must give the same result
  // for the same argument, and must be safe to call from several threads.
  class Source {
   public:
    Source() = default;
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;
    virtual ~Source() = default;

    // The least position that has a value and is not below `from`, or kEnd.
    [[nodiscard]] virtual std::size_t next(std::size_t from) const = 0;
    // The value at a position that next() returned.
    [[nodiscard]] virtual Value at(std::size_t position) const = 0;
  };

  class Iterator {
   public:
    using value_type = Value;
    using reference = Value;
    using pointer = void;
    using difference_type = std::ptrdiff_t;
    using iterator_concept = std::forward_iterator_tag;
    // Older algorithms require a forward iterator to return a reference, which this one does not.
    using iterator_category = std::input_iterator_tag;

    Iterator() = default;
    Iterator(std::shared_ptr<const Source> source, std::size_t position)
        : source_(std::move(source)), position_(position) {}

    // Throws Error when the pack is damaged.
    [[nodiscard]] Value operator*() const { return source_->at(position_); }

    // Moves to the next value. Throws Error when the pack is damaged.
    Iterator& operator++() {
      position_ = source_->next(position_ + 1);
      return *this;
    }
    Iterator operator++(int) {
      Iterator before = *this;
      ++*this;
      return before;
    }

    bool operator==(const Iterator&) const = default;

   private:
    std::shared_ptr<const Source> source_;
    std::size_t position_ = kEnd;
  };

  using iterator = Iterator;
  using const_iterator = Iterator;

  // An empty range.
  LazyRange() = default;
  // The range of the values that `source` makes.
  explicit LazyRange(std::shared_ptr<const Source> source) : source_(std::move(source)) {}

  // Searches for the first value each time, so it takes longer when few items match a filter.
  // Throws Error when the pack is damaged.
  [[nodiscard]] Iterator begin() const {
    return source_ ? Iterator(source_, source_->next(0)) : end();
  }
  // The end of the range. Takes no search.
  [[nodiscard]] Iterator end() const { return Iterator(source_, kEnd); }
  // Whether the range has no value. Searches for the first value, as begin() does.
  [[nodiscard]] bool empty() const { return begin() == end(); }

 private:
  std::shared_ptr<const Source> source_;
};

}  // namespace landkaart::inline v0

// NOLINTBEGIN(readability-identifier-naming): names of the standard library
template <typename Value>
inline constexpr bool std::ranges::enable_view<landkaart::LazyRange<Value>> = true;
template <typename Value>
inline constexpr bool std::ranges::enable_borrowed_range<landkaart::LazyRange<Value>> = true;
// NOLINTEND(readability-identifier-naming)
