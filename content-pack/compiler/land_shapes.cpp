// SPDX-License-Identifier: EUPL-1.2
// Shaping lands around places.
//
// Problem. The author gives places, each in a land, and no borders. Each land needs one outline
// with its places inside, neighbouring lands must share their borders, and outlines must not cross.
//
// Idea. A grid of square cells covers all places. A cell belongs to the land of the nearest place
// within a reach, and to the sea otherwise: a Voronoi diagram in cells. The reach is at least 0.6
// times the longest edge of the minimum spanning tree of a land of at most 500 places, so that the
// cells around the places of a land touch. The outline of a land is the ring of edges between its
// cells and other cells. Each grid corner then moves halfway to the average of its neighbours on
// any outline, three times (Laplacian smoothing), which turns the steps of the grid into curves.
//
// Invariant. All outlines use the same position for the same grid corner, so shared borders stay
// shared. A ring visits each corner once: where it meets itself, the loop is cut off. The outermost
// cells of the grid are sea, so that every edge of a land has a cell on both sides.
//
// Termination. Following a ring removes one edge in each step.
#include "content-pack/compiler/land_shapes.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>
#include <set>

#include "core/map/dice.h"
#include "core/map/raster.h"

namespace landkaart::inline v0 {
namespace {

constexpr double kLandWidth = 430, kLandHeight = 310;

// The corner of lands in rows at this column and row, moved a little. The row and column are the
// seed of the random movement, so the corner is the same for any number of lands.
Point corner(int column, int row) {
  Dice dice = Dice::of(Point{column * 1.0, row * 1.0});
  return {column * kLandWidth + dice.between(-34, 34), row * kLandHeight + dice.between(-26, 26)};
}

// Appends an edge with random bends from a to b, without b. From b to a, the edge has the same
// points in reverse order, so two lands share them.
void append_edge(const Point& a, const Point& b, std::vector<Point>& out) {
  constexpr int kPieces = 8;
  const bool forward = std::pair(a.x, a.y) < std::pair(b.x, b.y);
  const Point& first = forward ? a : b;
  const Point& last = forward ? b : a;
  Dice dice = Dice::of({(a.x + b.x) / 2, (a.y + b.y) / 2});
  std::vector<Point> points{first};
  for (int i = 1; i < kPieces; ++i) {
    const double part = static_cast<double>(i) / kPieces, aside = dice.between(-0.055, 0.055);
    points.push_back({first.x + (last.x - first.x) * part - (last.y - first.y) * aside,
                      first.y + (last.y - first.y) * part + (last.x - first.x) * aside});
  }
  points.push_back(last);
  if (!forward) std::ranges::reverse(points);
  out.insert(out.end(), points.begin(), points.end() - 1);
}

// A grid of cells around places. Each cell belongs to the land of the nearest place, or to the sea.
class LandGrid {
 public:
  LandGrid(const std::vector<PlaceInLand>& places, std::size_t count)
      : places_(places), count_(count) {
    std::vector<Point> points;
    points.reserve(places.size());
    for (const PlaceInLand& place : places) points.push_back(place.at);
    const Box box = bounds_of(points);
    const double span = std::max({box.greatest.x - box.least.x, box.greatest.y - box.least.y, 1.0});
    reach_ = std::max(span / 6, 0.6 * longest_gap());
    cell_ = span / 42;
    origin_ = {box.least.x - reach_ - cell_, box.least.y - reach_ - cell_};
    columns_ = static_cast<int>((box.greatest.x - box.least.x + 2 * reach_) / cell_) + 3;
    rows_ = static_cast<int>((box.greatest.y - box.least.y + 2 * reach_) / cell_) + 3;
    assign_cells();
  }

  std::vector<std::vector<Point>> outlines() {
    std::vector<std::vector<Corner>> rings;
    for (std::size_t land = 0; land < count_; ++land) rings.push_back(longest_ring(land));
    for (int pass = 0; pass < 3; ++pass) smooth(rings);
    std::vector<std::vector<Point>> outlines;
    for (const auto& ring : rings) {
      outlines.emplace_back();
      for (const Corner& corner : ring) outlines.back().push_back(position(corner));
      if (!ring.empty()) outlines.back().push_back(outlines.back().front());
    }
    return outlines;
  }

 private:
  using Corner = std::pair<int, int>;  // row, column
  static constexpr std::size_t kSea = static_cast<std::size_t>(-1);

  // The longest edge of the minimum spanning trees of all lands, by the algorithm of Jarnik (1930).
  // Skips lands with more than kMany places, because their places lie close together.
  double longest_gap() const {
    constexpr std::size_t kMany = 500;
    double longest = 0;
    for (std::size_t land = 0; land < count_; ++land) {
      std::vector<std::pair<double, Point>> waiting;
      for (const PlaceInLand& place : places_) {
        if (place.land == land) waiting.emplace_back(1e18, place.at);
      }
      if (waiting.size() > kMany) continue;
      while (waiting.size() > 1) {
        const Point from = waiting.back().second;
        waiting.pop_back();
        for (auto& [gap, at] : waiting) gap = std::min(gap, distance(at, from));
        const auto nearest =
            std::ranges::min_element(waiting, {}, [](auto& each) { return each.first; });
        longest = std::max(longest, nearest->first);
        std::swap(*nearest, waiting.back());
      }
    }
    return longest;
  }

  void assign_cells() {
    owners_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), kSea);
    for (int row = 1; row + 1 < rows_; ++row) {
      for (int column = 1; column + 1 < columns_; ++column) {
        const Point middle{origin_.x + (column + 0.5) * cell_, origin_.y + (row + 0.5) * cell_};
        double nearest = reach_;
        for (const PlaceInLand& place : places_) {
          if (distance(place.at, middle) >= nearest) continue;
          nearest = distance(place.at, middle);
          owners_[index(row, column)] = place.land;
        }
      }
    }
  }

  std::size_t index(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(column);
  }

  // All edges between a cell of the land and a cell outside it, each directed so that the land lies
  // to its right: from the start corner to the end corner.
  std::multimap<Corner, Corner> edges_of(std::size_t land) const {
    std::multimap<Corner, Corner> edges;
    for (int row = 1; row + 1 < rows_; ++row) {
      for (int column = 1; column + 1 < columns_; ++column) {
        if (owners_[index(row, column)] != land) continue;
        const auto other = [&](int r, int c) { return owners_[index(r, c)] != land; };
        if (other(row - 1, column)) edges.insert({{row, column}, {row, column + 1}});
        if (other(row, column + 1)) edges.insert({{row, column + 1}, {row + 1, column + 1}});
        if (other(row + 1, column)) edges.insert({{row + 1, column + 1}, {row + 1, column}});
        if (other(row, column - 1)) edges.insert({{row + 1, column}, {row, column}});
      }
    }
    return edges;
  }

  // The longest ring of edges of the land: the outer edge of its largest part. Smaller parts are
  // dropped, and holes are filled.
  std::vector<Corner> longest_ring(std::size_t land) const {
    std::multimap<Corner, Corner> edges = edges_of(land);
    std::vector<Corner> longest;
    while (!edges.empty()) {
      std::vector<Corner> ring;
      auto edge = edges.begin();
      while (edge != edges.end()) {
        ring.push_back(edge->first);
        const Corner next = edge->second;
        edges.erase(edge);
        edge = edges.find(next);
        const auto met = std::ranges::find(ring, next);
        if (met == ring.end() || met == ring.begin()) continue;
        ring.erase(met, ring.end());  // cuts off a loop
      }
      assert(std::set<Corner>(ring.begin(), ring.end()).size() == ring.size());
      if (ring.size() > longest.size()) longest = std::move(ring);
    }
    return longest;
  }

  Point position(const Corner& corner) const {
    const auto moved = moved_.find(corner);
    if (moved != moved_.end()) return moved->second;
    return {origin_.x + corner.second * cell_, origin_.y + corner.first * cell_};
  }

  // Moves each corner halfway to the average of its neighbours on all outlines.
  void smooth(const std::vector<std::vector<Corner>>& rings) {
    std::map<Corner, std::map<Corner, Point>> beside;
    for (const auto& ring : rings) {
      for (std::size_t i = 0; i < ring.size(); ++i) {
        const Corner& next = ring[(i + 1) % ring.size()];
        beside[ring[i]][next] = position(next);
        beside[next][ring[i]] = position(ring[i]);
      }
    }
    std::map<Corner, Point> smoothed;
    for (const auto& [corner, others] : beside) {
      Point sum = position(corner);
      const auto count = static_cast<double>(others.size());
      for (const auto& [unused, at] : others) sum = {sum.x + at.x / count, sum.y + at.y / count};
      smoothed[corner] = {sum.x / 2, sum.y / 2};
    }
    moved_ = std::move(smoothed);
  }

  const std::vector<PlaceInLand>& places_;
  std::size_t count_;
  double reach_ = 0, cell_ = 0;
  Point origin_;
  int columns_ = 0, rows_ = 0;
  std::vector<std::size_t> owners_;
  std::map<Corner, Point> moved_;
};

}  // namespace

std::vector<std::vector<Point>> lands_in_rows(std::size_t count) {
  const int columns = count <= 4 ? 2 : (count <= 12 ? 3 : 4);
  std::vector<std::vector<Point>> lands;
  for (int i = 0; i < static_cast<int>(count); ++i) {
    const int column = i % columns, row = i / columns;
    std::vector<Point> outline;
    append_edge(corner(column, row), corner(column + 1, row), outline);
    append_edge(corner(column + 1, row), corner(column + 1, row + 1), outline);
    append_edge(corner(column + 1, row + 1), corner(column, row + 1), outline);
    append_edge(corner(column, row + 1), corner(column, row), outline);
    outline.push_back(outline.front());
    lands.push_back(std::move(outline));
  }
  return lands;
}

std::vector<std::vector<Point>> lands_around(const std::vector<PlaceInLand>& places,
                                             std::size_t count) {
  if (places.empty()) return std::vector<std::vector<Point>>(count);
  return LandGrid(places, count).outlines();
}

}  // namespace landkaart::inline v0
