// SPDX-License-Identifier: EUPL-1.2
//
// Problem: authors and the compiler give a land as a polygon of few points. Straight edges do not
// look like a coast. The lines must wind, must be the same on every machine, and two lands that
// share an edge must get exactly the same line there, or the sea would show between them.
//
// Idea: midpoint displacement (Fournier, Fussell and Carpenter, "Computer rendering of stochastic
// models", 1982). An edge is divided at its midpoint, the midpoint moves aside by a random part of
// the length of the edge, and both halves are divided in the same way. Two additions are our own.
// The random number comes from the coordinates of the midpoint and not from a running generator,
// and an edge is always divided from its lesser end to its greater end; so the line depends on the
// edge only and not on the land that is traced. And edges are sorted by their ends, so that an edge
// which occurs in two lands is known as a border and drawn once.
//
// Invariant: the ends of each edge stay where they are, so that outlines stay closed and corners
// that lands share stay shared. Points where more than two lines meet are repeated, since smoothing
// would otherwise cut off the corner.
//
// It ends: a midpoint moves aside by at most a fifth of the length, so that each half is at most
// 0.54 times as long as the whole, and edges shorter than 9 units are not divided.
#include "core/map/coastline.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <compare>
#include <tuple>

#include "core/map/dice.h"
#include "core/map/raster.h"

namespace landkaart::inline v0 {
namespace {

constexpr double kShortestDivided = 9;      // units; shorter edges are not divided
constexpr double kShoreRoughness = 0.2;     // greatest displacement, as a part of the edge's length
constexpr double kBorderRoughness = 0.1;    // the same for an edge between two lands
constexpr std::size_t kMostEdges = 20'000;  // more edges are detailed enough without displacement

// An edge of an outline. Coordinates are in tenths of a unit, and end a is the lesser end, so that
// an edge has the same ends in both lands that share it.
struct Edge {
  std::int64_t ax = 0, ay = 0, bx = 0, by = 0;
  std::size_t land = 0;

  auto ends() const { return std::tie(ax, ay, bx, by); }
};

Edge edge_between(const Point& a, const Point& b, std::size_t land) {
  const auto tenths = [](double value) { return std::llround(value * 10); };
  Edge edge{tenths(a.x), tenths(a.y), tenths(b.x), tenths(b.y), land};
  if (std::tie(edge.bx, edge.by) < std::tie(edge.ax, edge.ay)) {
    std::swap(edge.ax, edge.bx);
    std::swap(edge.ay, edge.by);
  }
  return edge;
}

// Appends the line from a to b without its last point. Requires roughness below 0.5.
void divide(const Point& a, const Point& b, double roughness, std::vector<Point>& out) {
  const double length = distance(a, b);
  if (length < kShortestDivided) {
    out.push_back(a);
    return;
  }
  const Point middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
  const double aside = Dice::of(middle).between(-roughness, roughness);
  const Point displaced{middle.x - (b.y - a.y) * aside, middle.y + (b.x - a.x) * aside};
  divide(a, displaced, roughness, out);
  divide(displaced, b, roughness, out);
}

// The line from a to b, with both ends. refined(b, a) has the same points in reverse order.
std::vector<Point> refined(const Point& a, const Point& b, double roughness) {
  const bool forward = std::tie(a.x, a.y) <= std::tie(b.x, b.y);
  std::vector<Point> points;
  divide(forward ? a : b, forward ? b : a, roughness, points);
  points.push_back(forward ? b : a);
  assert(points.size() >= 2);
  if (!forward) std::ranges::reverse(points);
  return points;
}

class Tracer {
 public:
  explicit Tracer(const std::vector<std::vector<Point>>& outlines) : outlines_(outlines) {
    for (std::size_t land = 0; land < outlines.size(); ++land) {
      for (std::size_t i = 1; i < outlines[land].size(); ++i) {
        edges_.push_back(edge_between(outlines[land][i - 1], outlines[land][i], land));
        length_ += distance(outlines[land][i - 1], outlines[land][i]);
      }
    }
    std::ranges::sort(edges_, {}, [](const Edge& edge) {
      return std::tuple_cat(edge.ends(), std::tie(edge.land));
    });
    for (std::size_t i = 0; i < edges_.size(); ++i) {
      if (i > 0 && edges_[i].ends() == edges_[i - 1].ends()) continue;
      corners_.emplace_back(edges_[i].ax, edges_[i].ay);
      corners_.emplace_back(edges_[i].bx, edges_[i].by);
    }
    std::ranges::sort(corners_);
  }

  Coastline trace() {
    for (std::size_t land = 0; land < outlines_.size(); ++land) trace_land(land);
    return std::move(traced_);
  }

 private:
  // A border is an edge of two lands. It is drawn for the first of them only.
  enum class Side { shore, first_of_border, second_of_border };

  Side side_of(const Edge& edge) const {
    const auto first = std::ranges::lower_bound(edges_, edge.ends(), {}, &Edge::ends);
    const auto last = std::prev(std::ranges::upper_bound(edges_, edge.ends(), {}, &Edge::ends));
    if (first->land == last->land) return Side::shore;
    return first->land == edge.land ? Side::first_of_border : Side::second_of_border;
  }

  // Whether more than two edges end in `point`. Smoothed curves must pass exactly through such a
  // point.
  bool is_junction(const Point& point) const {
    const std::pair corner(std::llround(point.x * 10), std::llround(point.y * 10));
    const auto [first, last] = std::equal_range(corners_.begin(), corners_.end(), corner);
    return last - first > 2;
  }

  // The line that replaces the edge from a to b. Repeats an end that is a junction.
  std::vector<Point> line_of(const Point& a, const Point& b, Side side) const {
    if (edges_.size() > kMostEdges || length_ > kGreatestLength) return {a, b};
    std::vector<Point> points =
        refined(a, b, side == Side::shore ? kShoreRoughness : kBorderRoughness);
    if (is_junction(a)) points.insert(points.begin(), a);
    if (is_junction(b)) points.push_back(b);
    return points;
  }

  // Appends the lines of one land. Edges that follow each other on the same sort of side become one
  // line.
  void trace_land(std::size_t land) {
    std::vector<Point> closed, shore_points;
    auto drawn = Side::second_of_border;
    const std::vector<Point>& outline = outlines_[land];
    for (std::size_t i = 1; i < outline.size(); ++i) {
      const Side side = side_of(edge_between(outline[i - 1], outline[i], land));
      const std::vector<Point> points = line_of(outline[i - 1], outline[i], side);
      closed.insert(closed.end(), points.begin(), points.end() - 1);
      if (side == Side::shore) {
        shore_points.insert(shore_points.end(), points.begin(), points.end() - 1);
      }
      if (side != Side::second_of_border) {
        auto& lines = side == Side::shore ? traced_.shores : traced_.borders;
        if (side != drawn) lines.push_back({points.front()});
        lines.back().insert(lines.back().end(), points.begin() + 1, points.end());
      }
      drawn = side;
    }
    if (!closed.empty()) closed.push_back(closed.front());
    traced_.lands.push_back(std::move(closed));
    traced_.shore_points.push_back(std::move(shore_points));
  }

  const std::vector<std::vector<Point>>& outlines_;
  std::vector<Edge> edges_;
  double length_ = 0;  // of all outlines
  // Both ends of each different edge, sorted. A point occurs as often as edges end in it.
  std::vector<std::pair<long long, long long>> corners_;
  Coastline traced_;
};

}  // namespace

Coastline trace_coastline(const std::vector<std::vector<Point>>& outlines) {
  return Tracer(outlines).trace();
}

}  // namespace landkaart::inline v0
