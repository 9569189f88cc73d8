// SPDX-License-Identifier: EUPL-1.2
#include "core/map/road_network.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <queue>

#include "core/map/path_data.h"

namespace landkaart::inline v0 {
namespace {

// A step across the land is as long as this many on a road.
constexpr double kOffRoad = 2.2;

double length(const Point& a, const Point& b) { return std::hypot(b.x - a.x, b.y - a.y); }

}  // namespace

std::vector<Point> smoothed(const std::vector<Point>& road) {
  constexpr std::size_t kFineEnough = 1'000;
  if (road.size() < 3 || road.size() > kFineEnough) return road;
  constexpr int kSteps = 8;
  std::vector<Point> line{road.front()};
  for (std::size_t i = 1; i < road.size(); ++i) {
    const SplinePiece piece = spline_piece(road, i);
    for (int step = 1; step < kSteps; ++step) {
      const double t = static_cast<double>(step) / kSteps, u = 1 - t;
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

// From each crossing (Dijkstra, 1959), where one may leave the road for the goal at any of them.
std::vector<double> RoadNetwork::distances_to(const Point& to) const {
  std::vector<double> distances;
  using Reached = std::pair<double, std::size_t>;
  std::priority_queue<Reached, std::vector<Reached>, std::greater<>> queue;
  for (std::size_t i = 0; i < crossings_.size(); ++i) {
    distances.push_back(kOffRoad * length(crossings_[i], to));
    queue.push({distances[i], i});
  }
  while (!queue.empty()) {
    const auto [distance, crossing] = queue.top();
    queue.pop();
    if (distance > distances[crossing]) continue;
    for (const Road& road : roads_[crossing]) {
      if (distance + road.length >= distances[road.to]) continue;
      distances[road.to] = distance + road.length;
      queue.push({distances[road.to], road.to});
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
    const auto onward = std::ranges::find_if(roads_[next], [&](const Road& road) {
      return distances[road.to] < distances[next] &&
             std::abs(distances[road.to] + road.length - distances[next]) < 1e-6 * distances[next];
    });
    next = onward == roads_[next].end() ? crossings_.size() : onward->to;
  }
  if (to != way.back()) way.push_back(to);
  return way;
}

}  // namespace landkaart::inline v0
