// SPDX-License-Identifier: EUPL-1.2
// Dice, a pseudo-random number generator. The same seed gives the same numbers on every machine, so
// that a map is drawn the same everywhere.
#pragma once

#include <cmath>
#include <cstdint>
#include <string_view>

#include "landkaart/geometry.h"

namespace landkaart::inline v0 {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  // A generator whose seed is the FNV-1a hash (Fowler, Noll and Vo) of a text, such as an id.
  static Dice of(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    return Dice(hash);
  }
  // A generator whose seed is made of the coordinates, rounded to tenths of a unit.
  static Dice of(const Point& point) {
    const auto tenths = [](double value) {
      return static_cast<std::uint64_t>(std::llround(value * 10));
    };
    return Dice(tenths(point.x) * 0x9e3779b97f4a7c15 + tenths(point.y));
  }

  // The next 64 random bits, by SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom
  // number generators", 2014).
  std::uint64_t next() {
    std::uint64_t mixed = state_ += 0x9e3779b97f4a7c15;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
  }

  // A number from `least` up to and without `greatest`, in 2^24 equal steps.
  double between(double least, double greatest) {
    constexpr double kSteps = 1 << 24;
    return least + (greatest - least) * (static_cast<double>(next() >> 40) / kSteps);
  }

 private:
  std::uint64_t state_;
};

}  // namespace landkaart::inline v0
