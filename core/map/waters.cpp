// SPDX-License-Identifier: EUPL-1.2
// Tries straight courses from free points inside the land to points of its shore, at least 70 units
// away, and bends each course by midpoint displacement (see coastline.cpp). The cost of a course is
// the difference between its length and 190 units, minus 5 times the radius of the lake that fits
// at its spring. The cheapest course that touches nothing taken becomes the river. The search is
// our own. It ends, because the number of courses is finite, each half of a divided course is at
// most 0.55 times as long as the whole, and pieces shorter than 14 units are not divided.
#include "core/map/waters.h"

#include <algorithm>
#include <cmath>

#include "core/map/dice.h"

namespace landkaart::inline v0 {
namespace {

constexpr double kShortest = 70, kBest = 190;  // length of a river, in units
constexpr double kClearance = 6;               // free room on both sides of a river
constexpr double kMouth = 22;  // this close to the mouth, the coast may be closer than kClearance
constexpr double kSourceStep = 30;  // distance between the sources that are tried
constexpr double kWinding = 0.22;   // greatest displacement, as a part of the length

// A winding course from a spring to the mouth. The computation stops at the first point that is too
// close to something taken.
class Winding {
 public:
  Winding(const Point& spring, const Point& mouth, const Raster& taken)
      : dice_(Dice::of(spring)), mouth_(mouth), taken_(taken), course_{spring} {
    clear_ = is_clear(spring) && wind(spring, mouth);
  }

  bool is_clear() const { return clear_; }
  std::vector<Point> finish() { return std::move(course_); }

 private:
  bool is_clear(const Point& point) const {
    return distance(point, mouth_) < kMouth ||
           taken_.is_free(around(point, kClearance, kClearance));
  }

  // Appends the course from a to b, without a. Returns false when a point of it is not clear.
  bool wind(const Point& a, const Point& b) {
    const double length = distance(a, b);
    if (length < 14) {
      course_.push_back(b);
      return is_clear(b);
    }
    const double aside = dice_.between(-kWinding, kWinding);
    const Point middle{(a.x + b.x) / 2 - (b.y - a.y) * aside,
                       (a.y + b.y) / 2 + (b.x - a.x) * aside};
    return wind(a, middle) && wind(middle, b);
  }

  Dice dice_;
  const Point& mouth_;
  const Raster& taken_;
  std::vector<Point> course_;
  bool clear_ = false;
};

// The largest radius, from 9 to 16 units, of a lake around `at` that touches nothing taken; 0 when
// there is no room for a lake.
double lake_radius(const Point& at, const Raster& taken) {
  double radius = 0;
  for (double tried = 9; tried <= 16; tried += 1.5) {
    if (taken.is_free(around(at, tried * 1.35 + 4, tried * 0.9 + 4))) radius = tried;
  }
  return radius;
}

// The points of a grid at which a river may begin.
std::vector<Point> sources(const std::vector<Point>& outline, const Raster& taken) {
  const Box box = bounds_of(outline);
  std::vector<Point> sources;
  for (double y = box.least.y; y < box.greatest.y; y += kSourceStep) {
    for (double x = box.least.x; x < box.greatest.x; x += kSourceStep) {
      if (taken.is_free(around({x, y}, 12, 12))) sources.push_back({x, y});
    }
  }
  return sources;
}

// A straight way from a spring to the sea. The cost is lower the nearer the length is to kBest and
// the larger the lake is.
struct Course {
  double cost;
  Point spring, mouth;
  double lake_radius;
};

// All courses, the cheapest first. Only as many as needed are then wound, which is the slow part.
std::vector<Course> courses(const std::vector<Point>& outline, const std::vector<Point>& shore,
                            const Raster& taken) {
  std::vector<Course> courses;
  const std::size_t step = std::max<std::size_t>(1, shore.size() / 30);
  for (const Point& spring : sources(outline, taken)) {
    const double lake = lake_radius(spring, taken);
    for (std::size_t i = step / 2; i < shore.size(); i += step) {
      const double length = distance(shore[i], spring);
      if (length < kShortest) continue;
      courses.push_back({std::abs(length - kBest) - 5 * lake, spring, shore[i], lake});
    }
  }
  std::ranges::stable_sort(courses, {}, &Course::cost);
  return courses;
}

}  // namespace

std::optional<River> find_river(const std::vector<Point>& outline, const std::vector<Point>& shore,
                                const Raster& taken) {
  if (outline.empty()) return std::nullopt;
  for (const Course& course : courses(outline, shore, taken)) {
    Winding winding(course.spring, course.mouth, taken);
    if (winding.is_clear()) return River{winding.finish(), course.lake_radius};
  }
  return std::nullopt;
}

}  // namespace landkaart::inline v0
