// SPDX-License-Identifier: EUPL-1.2
#include "core/map/targets.h"

#include "core/map/box_index.h"

namespace landkaart::inline v0 {
namespace {

// Shrinks `box`, which lies around `place`, so that it ends where `other` begins. Shrinks the one
// side on which the least is lost, and keeps at least `kept` units from the place to that side.
void cut_back(Box& box, const Point& place, const Box& other, double kept) {
  if (!overlap(box, other)) return;
  const double right = other.least.x - place.x, left = place.x - other.greatest.x;
  const double below = other.least.y - place.y, above = place.y - other.greatest.y;
  const double most = std::max({right, left, below, above});
  if (most == right) box.greatest.x = std::min(box.greatest.x, place.x + std::max(right, kept));
  if (most == left) box.least.x = std::max(box.least.x, place.x - std::max(left, kept));
  if (most == below) box.greatest.y = std::min(box.greatest.y, place.y + std::max(below, kept));
  if (most == above) box.least.y = std::max(box.least.y, place.y - std::max(above, kept));
}

// The half of the plane that belongs to `place` when it is divided between `place` and `other`. The
// border is vertical or horizontal, halfway between the two, across the axis along which they are
// further apart.
Box half_plane_of(const Point& place, const Point& other) {
  constexpr double kFar = 1e5;
  const Point middle{(place.x + other.x) / 2, (place.y + other.y) / 2};
  Box half = around(place, kFar, kFar);
  if (std::abs(other.x - place.x) >= std::abs(other.y - place.y)) {
    (other.x > place.x ? half.greatest.x : half.least.x) = middle.x;
  } else {
    (other.y > place.y ? half.greatest.y : half.least.y) = middle.y;
  }
  return half;
}

Box intersection(const Box& a, const Box& b) {
  return {{std::max(a.least.x, b.least.x), std::max(a.least.y, b.least.y)},
          {std::min(a.greatest.x, b.greatest.x), std::min(a.greatest.y, b.greatest.y)}};
}

// Half the side of the largest square around `middle` that contains no place, at most 2 *
// kWantedTarget. When the result is not more than `enough` it may be too large, because the search
// stops early.
double room_around(const Point& middle, const std::vector<Point>& places, double enough) {
  double room = 2 * kWantedTarget;
  for (const Point& place : places) {
    room = std::min(room, std::max(std::abs(place.x - middle.x), std::abs(place.y - middle.y)));
    if (room <= enough) break;
  }
  return room;
}

// Extends targets into the room that is left, in 16 rounds of 5 units on each side. A target grows
// first along the axis on which it is narrower.
class Growth {
 public:
  Growth(std::vector<Box>& targets, const std::vector<Point>& places,
         const TargetObstacles& obstacles)
      : targets_(targets), places_(places), others_(obstacles.land_names) {
    others_.insert(others_.end(), obstacles.land_spots.begin(), obstacles.land_spots.end());
  }

  void grow() {
    for (int step = 0; step < kSteps; ++step) {
      for (std::size_t i = 0; i < targets_.size(); ++i) {
        Box& target = targets_[i];
        const bool wide = target.greatest.x - target.least.x > target.greatest.y - target.least.y;
        for (const bool across : {!wide, wide}) {
          extend(i, across ? &Point::x : &Point::y);
        }
      }
    }
  }

 private:
  static constexpr int kSteps = 16;
  static constexpr double kStep = 5;

  void extend(std::size_t i, double Point::*axis) {
    const Point& place = places_[i];
    for (const double side : {-1.0, 1.0}) {
      Box grown = targets_[i];
      const double wanted = 2 * kWantedTarget;
      Point& corner = side < 0 ? grown.least : grown.greatest;
      double& edge = corner.*axis;
      if (grown.greatest.*axis - grown.least.*axis >= wanted) continue;
      if (side * (edge - place.*axis) >= wanted) continue;
      edge += side * kStep;
      if (is_free(grown, i)) targets_[i] = grown;
    }
  }

  bool is_free(const Box& box, std::size_t own) const {
    for (std::size_t i = 0; i < targets_.size(); ++i) {
      if (i != own && overlap(targets_[i], box)) return false;
    }
    return std::ranges::none_of(others_, [&](const Box& other) {
      return overlap(other, box) && !overlap(other, targets_[own]);
    });
  }

  std::vector<Box>& targets_;
  const std::vector<Point>& places_;
  std::vector<Box> others_;
};

}  // namespace

std::vector<Box> targets_of(const std::vector<Point>& places, const TargetObstacles& obstacles) {
  BoxIndex index;
  for (std::size_t i = 0; i < places.size(); ++i) index.add({places[i], places[i]}, i);
  std::vector<Box> targets;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Point& place = places[i];
    Box target = around(place, kWantedTarget, kWantedTarget);
    const double reach = 2 * kWantedTarget;
    for (const std::size_t other : index.overlapping(around(place, reach, reach), i)) {
      if (places[other] == place) continue;
      target = intersection(target, half_plane_of(place, places[other]));
    }
    for (const Box& spot : obstacles.land_spots) cut_back(target, place, spot, kLeastTarget);
    for (const Box& name : obstacles.land_names) cut_back(target, place, name, kLeastTarget);
    targets.push_back(target);
  }
  constexpr std::size_t kMost = 150;  // targets of more places have no room to grow
  if (places.size() <= kMost) Growth(targets, places, obstacles).grow();
  return targets;
}

std::optional<Box> emptiest_spot(const std::vector<Point>& outline,
                                 const std::vector<Point>& places) {
  std::optional<Point> best;
  double most = 0;
  Raster outside(bounds_of(outline));
  outside.take_outside(outline);
  outside.settle();
  std::vector<Point> near;
  const Box reach = grown(bounds_of(outline), 2 * kWantedTarget);
  std::ranges::copy_if(places, std::back_inserter(near), [&](const Point& place) {
    return overlap(reach, {place, place});
  });
  const auto search = [&](const Box& area, double step) {
    for (double y = area.least.y; y < area.greatest.y; y += step) {
      for (double x = area.least.x; x < area.greatest.x; x += step) {
        if (!outside.is_free(around({x, y}, kLeastTarget, kLeastTarget))) continue;
        const double room = room_around({x, y}, near, most);
        if (room <= most) continue;
        most = room;
        best = {x, y};
      }
    }
  };
  search(bounds_of(outline), 10);
  if (!best) return std::nullopt;
  search(grown(around(*best, 0, 0), 10), 2);
  return around(*best, kLeastTarget, kLeastTarget);
}

std::vector<Box> subtract(const Box& box, const std::vector<Box>& others) {
  std::vector<Box> left{box};
  for (const Box& other : others) {
    std::vector<Box> rest;
    for (const Box& part : left) {
      if (!overlap(part, other)) {
        rest.push_back(part);
        continue;
      }
      const Box shared = intersection(part, other);
      const auto keep = [&](const Box& piece) {
        if (piece.least.x < piece.greatest.x && piece.least.y < piece.greatest.y) {
          rest.push_back(piece);
        }
      };
      keep({part.least, {part.greatest.x, shared.least.y}});
      keep({{part.least.x, shared.greatest.y}, part.greatest});
      keep({{part.least.x, shared.least.y}, {shared.least.x, shared.greatest.y}});
      keep({{shared.greatest.x, shared.least.y}, {part.greatest.x, shared.greatest.y}});
    }
    left = std::move(rest);
  }
  return left;
}

}  // namespace landkaart::inline v0
