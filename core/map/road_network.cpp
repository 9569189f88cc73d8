// SPDX-License-Identifier: EUPL-1.2
//
// Problem: a walk leads from place to place and should follow the roads of the map. Places need not
// lie on a road, the roads need not be connected, and a detour must not be absurdly long.
//
// Idea: a weighted graph, of which the nodes (crossings) are all points of all roads and the edges
// the pieces of road between them. Walking across the land is allowed everywhere and counts as 2.2
// times its length. Dijkstra's algorithm (1959) computes the distance of every crossing to the
// goal. It starts from all crossings at once, each with the cost of walking straight from there to
// the goal, since one may leave the road at any crossing. The way then enters the network at the
// crossing with the least total cost and follows at each crossing the road on which the distance
// shrinks by exactly the length of that road. Without a cheaper crossing the way is a straight
// line.
//
// Invariant: a distance in the queue is never less than the final distance of its crossing, and it
// only shrinks. It ends: each crossing on the way is strictly nearer to the goal than the one
// before it, so none occurs twice.
#include "core/map/road_network.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <map>
#include <queue>

#include "core/map/path_data.h"

namespace landkaart::inline v0 {
namespace {

// The cost of a unit across the land; a unit of road costs 1.
constexpr double kOffRoad = 2.2;

double length(const Point& a, const Point& b) { return std::hypot(b.x - a.x, b.y - a.y); }

}  // namespace

std::vector<Point> smoothed(const std::vector<Point>& road) {
  constexpr std::size_t kFineEnough = 1'000;
  if (road.size() < 3 || road.size() > kFineEnough) return road;
  std::vector<Point> line{road.front()};
  for (std::size_t i = 1; i < road.size(); ++i) {
    const SplinePiece piece = spline_piece(road, i);
    for (int step = 1; step < kSmoothSteps; ++step) {
      const double t = static_cast<double>(step) / kSmoothSteps, u = 1 - t;
      const auto mix = [&](double a, double b, double c, double d) {
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
      };
      line.push_back(
          {mix(road[i - 1].x, piece.first_control.x, piece.second_control.x, road[i].x),
           mix(road[i - 1].y, piece.first_control.y, piece.second_control.y, road[i].y)});
    }
    line.push_back(road[i]);
  }
  return line;
}

RoadNetwork::RoadNetwork(const std::vector<std::vector<Point>>& roads) {
  std::map<std::pair<double, double>, std::size_t> numbers;
  const auto number = [&](const Point& point) {
    const auto [entry, added] = numbers.try_emplace({point.x, point.y}, crossings_.size());
    if (added) {
      crossings_.push_back(point);
      roads_.emplace_back();
    }
    return entry->second;
  };
  for (const std::vector<Point>& road : roads) {
    for (std::size_t i = 1; i < road.size(); ++i) {
      const std::size_t a = number(road[i - 1]), b = number(road[i]);
      roads_[a].push_back({b, length(road[i - 1], road[i])});
      roads_[b].push_back({a, length(road[i - 1], road[i])});
    }
  }
}

// The cost of the cheapest way from each crossing to the goal `to`.
std::vector<double> RoadNetwork::distances_to(const Point& to) const {
  std::vector<double> distances;
  using Reached = std::pair<double, std::size_t>;
  std::priority_queue<Reached, std::vector<Reached>, std::greater<>> queue;
  for (std::size_t i = 0; i < crossings_.size(); ++i) {
    distances.push_back(kOffRoad * length(crossings_[i], to));
    queue.emplace(distances[i], i);
  }
  while (!queue.empty()) {
    const auto [distance, crossing] = queue.top();
    queue.pop();
    if (distance > distances[crossing]) continue;
    for (const Road& road : roads_[crossing]) {
      if (distance + road.length >= distances[road.to]) continue;
      distances[road.to] = distance + road.length;
      queue.emplace(distances[road.to], road.to);
    }
  }
  return distances;
}

std::vector<Point> RoadNetwork::way(const Point& from, const Point& to) const {
  std::vector<Point> way{from};
  const std::vector<double> distances = distances_to(to);
  double least = kOffRoad * length(from, to);
  std::size_t next = crossings_.size();
  for (std::size_t i = 0; i < crossings_.size(); ++i) {
    const double about = kOffRoad * length(from, crossings_[i]) + distances[i];
    if (about < least) {
      least = about;
      next = i;
    }
  }
  while (next < crossings_.size()) {
    if (crossings_[next] != way.back()) way.push_back(crossings_[next]);
    // The tolerance is for rounding: distances are sums of the same lengths in another order.
    const auto onward = std::ranges::find_if(roads_[next], [&](const Road& road) {
      return distances[road.to] < distances[next] &&
             std::abs(distances[road.to] + road.length - distances[next]) < 1e-6 * distances[next];
    });
    next = onward == roads_[next].end() ? crossings_.size() : onward->to;
  }
  assert(way.size() <= crossings_.size() + 1);
  if (to != way.back()) way.push_back(to);
  return way;
}

}  // namespace landkaart::inline v0
