// SPDX-License-Identifier: EUPL-1.2
#include "core/map/waters.h"

#include <algorithm>
#include <cmath>

#include "core/map/dice.h"

namespace landkaart::inline v0 {
namespace {

constexpr double kShortest = 70, kBest = 190;
constexpr double kClearance = 6;    // on both sides of a river
constexpr double kMouth = 22;       // where the coast itself is close
constexpr double kSourceStep = 30;  // between sources that are tried
constexpr double kWinding = 0.22;

// A course that winds from a spring to the mouth, as long as nothing is in its way.
class Winding {
 public:
  Winding(const Point& spring, const Point& mouth, const Raster& taken)
      : dice_(Dice::of(spring)), mouth_(mouth), taken_(taken), course_{spring} {
    clear_ = is_clear(spring) && wind(spring, mouth);
  }

  bool is_clear() const { return clear_; }
  std::vector<Point> take() { return std::move(course_); }

 private:
  bool is_clear(const Point& point) const {
    return distance(point, mouth_) < kMouth ||
           taken_.is_free(around(point, kClearance, kClearance));
  }

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

double lake_radius(const Point& at, const Raster& taken) {
  double radius = 0;
  for (double tried = 9; tried <= 16; tried += 1.5) {
    if (taken.is_free(around(at, tried * 1.35 + 4, tried * 0.9 + 4))) radius = tried;
  }
  return radius;
}

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

// A way from a spring to the sea, and how far it is from what a river should be.
struct Course {
  double cost;
  Point spring, mouth;
  double lake_radius;
};

// The best first: winding them is what takes time.
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
    if (winding.is_clear()) return River{winding.take(), course.lake_radius};
  }
  return std::nullopt;
}

}  // namespace landkaart::inline v0
