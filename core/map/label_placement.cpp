// SPDX-License-Identifier: EUPL-1.2
#include "core/map/label_placement.h"

#include <algorithm>
#include <array>
#include <deque>
#include <numeric>

#include "core/map/box_index.h"
#include "core/map/lettering.h"

namespace landkaart::inline v0 {
namespace {

constexpr double kGap = 3.5;   // between a sign and its label
constexpr double kMargin = 3;  // beside a label: two on a line are not read as one
constexpr std::size_t kMostLines = 3;
constexpr std::array kLabelWidths = {8.0, 10.5, 14.0, 22.0};  // in font sizes

// Where a label may stand, seen from its sign, and how gladly (Yoeli, 1972).
struct Position {
  Anchor anchor;
  double across;  // -1 left of the sign, 0 above or below it, 1 right of it
  double down;    // from -1, above, to 1, below
  double cost;
};

constexpr std::array kPositions = {
    Position{Anchor::start, 1, 0, 0},     Position{Anchor::middle, 0, 1, 1},
    Position{Anchor::end, -1, 0, 2},      Position{Anchor::middle, 0, -1, 2},
    Position{Anchor::start, 1, -0.3, 1},  Position{Anchor::start, 1, 0.3, 1},
    Position{Anchor::start, 1, -0.65, 2}, Position{Anchor::start, 1, 0.65, 2},
    Position{Anchor::end, -1, -0.3, 3},   Position{Anchor::end, -1, 0.3, 3},
    Position{Anchor::end, -1, -0.65, 4},  Position{Anchor::end, -1, 0.65, 4},
    Position{Anchor::start, 1, 1, 5},     Position{Anchor::end, -1, 1, 6},
    Position{Anchor::start, 1, -1, 6},    Position{Anchor::end, -1, -1, 7},
    Position{Anchor::start, -0.9, 1, 4},  Position{Anchor::end, 0.9, 1, 4},
    Position{Anchor::start, -0.9, -1, 5}, Position{Anchor::end, 0.9, -1, 5},
    Position{Anchor::start, -0.3, 1, 5},  Position{Anchor::end, 0.3, 1, 5},
    Position{Anchor::start, -0.3, -1, 6}, Position{Anchor::end, 0.3, -1, 6}};

// A label so close to the sign of another place could be read as the name of that.
constexpr double kCloseBy = 9;
constexpr double kForOthers = 9;
constexpr double kForClutter = 0.2;  // for each cell of road, coast or border that it covers

constexpr double kBeginning = 7;
constexpr double kLongLine = 15;  // in font sizes

struct Candidate {
  Label label;
  double cost = 0;
};

Label stand(const LabelledPlace& place, const std::vector<std::string>& lines, double width,
            double font_size, const Position& position) {
  const double height = static_cast<double>(lines.size()) * font_size * kLineHeight;
  const Box& sign = place.sign;
  const double middle_x = (sign.least.x + sign.greatest.x) / 2;
  const double middle_y = (sign.least.y + sign.greatest.y) / 2;
  const double reach_x = (sign.greatest.x - sign.least.x) / 2 + kGap;
  const double reach_y = (sign.greatest.y - sign.least.y) / 2 + kGap;
  const bool beside = std::abs(position.across) == 1;
  const double x = middle_x + position.across * reach_x;
  const double y = middle_y + position.down * (beside ? (reach_y + height / 2) * 0.75
                                                      : reach_y + height / 2 - kGap / 2);
  const double left = position.anchor == Anchor::start
                          ? x
                          : (position.anchor == Anchor::end ? x - width : x - width / 2);
  const Box box{{left - kMargin, y - height / 2}, {left + width + kMargin, y + height / 2}};
  return {lines, position.anchor, {x, y - height / 2 + font_size * 0.86}, box};
}

class Placement {
 public:
  Placement(const std::vector<LabelledPlace>& places, double font_size, const LabelRoom& room)
      : places_(places), size_(font_size), room_(room), chosen_(places.size(), kNone) {
    for (std::size_t i = 0; i < places.size(); ++i) signs_.add(places[i].sign, i);
    for (std::size_t i = 0; i < places.size(); ++i) candidates_.push_back(candidates_of(i));
  }

  std::vector<Label> place() {
    std::vector<std::size_t> order(places_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return candidates_[i].size(); });
    std::deque<std::size_t> waiting;
    for (const std::size_t label : order) {
      if (!choose_free(label)) waiting.push_back(label);
    }
    make_room(waiting);
    for (int pass = 0; pass < 3; ++pass) std::ranges::for_each(order, [&](auto i) { improve(i); });
    std::vector<Label> labels(places_.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
      if (chosen_[i] != kNone) labels[i] = candidates_[i][chosen_[i]].label;
    }
    return labels;
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::vector<Candidate> candidates_of(std::size_t number) const {
    const LabelledPlace& place = places_[number];
    std::vector<Candidate> candidates;
    std::vector<std::vector<std::string>> tried;
    for (const double width : kLabelWidths) {
      const auto lines = break_lines(place.title, size_, width * size_, kMostLines);
      if (lines.empty() || std::ranges::find(tried, lines) != tried.end()) continue;
      tried.push_back(lines);
      add_candidates(number, lines, candidates);
    }
    if (room_.crowded) {
      const auto beginning = break_lines(place.title, size_, kBeginning * size_, 1);
      if (!beginning.empty()) add_candidates(number, beginning, candidates);
    }
    std::ranges::stable_sort(candidates, {}, &Candidate::cost);
    return candidates;
  }

  void add_candidates(std::size_t number, const std::vector<std::string>& lines,
                      std::vector<Candidate>& candidates) const {
    double width = 0;
    for (const std::string& line : lines) width = std::max(width, text_width(line, size_));
    const double for_lines = lines.size() == 3 ? 2 : (width > kLongLine * size_ ? 3 : 0);
    const double lost = lines.size() == 1 ? 60 : 40;
    const double cut = lines.back().ends_with("\xe2\x80\xa6") ? lost : 0;
    for (const Position& position : kPositions) {
      Candidate candidate{stand(places_[number], lines, width, size_, position), 0};
      if (!room_.taken.is_free(candidate.label.box)) continue;
      if (signs_.overlaps_any(candidate.label.box, kNone)) continue;
      const Box close = grown(candidate.label.box, kCloseBy);
      const auto others = static_cast<double>(signs_.overlapping(close, number).size());
      candidate.cost = position.cost + for_lines + cut + kForOthers * others +
                       kForClutter * room_.clutter.taken_in(candidate.label.box);
      candidates.push_back(std::move(candidate));
    }
  }

  const Box& box(std::size_t label, std::size_t candidate) const {
    return candidates_[label][candidate].label.box;
  }

  void choose(std::size_t label, std::size_t candidate) {
    if (chosen_[label] != kNone) index_.remove(box(label, chosen_[label]), label);
    chosen_[label] = candidate;
    if (candidate != kNone) index_.add(box(label, candidate), label);
  }

  bool choose_free(std::size_t label) {
    for (std::size_t i = 0; i < candidates_[label].size(); ++i) {
      if (!index_.overlaps_any(box(label, i), label)) {
        choose(label, i);
        return true;
      }
    }
    return false;
  }

  void improve(std::size_t label) {
    for (std::size_t i = 0; i < candidates_[label].size() && i < chosen_[label]; ++i) {
      if (!index_.overlaps_any(box(label, i), label)) return choose(label, i);
    }
  }

  // Labels without room push others aside, those least that were pushed often already.
  void make_room(std::deque<std::size_t>& waiting) {
    std::vector<unsigned> pushed(places_.size(), 0);
    const std::size_t most_steps = 400 + 4 * waiting.size();
    for (std::size_t step = 0; !waiting.empty() && step < most_steps; ++step) {
      const std::size_t label = waiting.front();
      waiting.pop_front();
      if (choose_free(label)) continue;
      const auto [best, others] = least_pushing(label, pushed);
      if (best == kNone) continue;
      for (const std::size_t other : others) {
        ++pushed[other];
        choose(other, kNone);
      }
      choose(label, best);
      for (const std::size_t other : others) {
        if (!choose_free(other)) waiting.push_back(other);
      }
    }
  }

  std::pair<std::size_t, std::vector<std::size_t>> least_pushing(
      std::size_t label, const std::vector<unsigned>& pushed) const {
    std::pair<std::size_t, std::vector<std::size_t>> best{kNone, {}};
    unsigned least = static_cast<unsigned>(-1);
    for (std::size_t i = 0; i < candidates_[label].size(); ++i) {
      std::vector<std::size_t> others = index_.overlapping(box(label, i), label);
      unsigned weight = 0;
      for (const std::size_t other : others) weight += 1 + 2 * pushed[other];
      if (weight >= least) continue;
      least = weight;
      best = {i, std::move(others)};
    }
    return best;
  }

  const std::vector<LabelledPlace>& places_;
  double size_;
  const LabelRoom& room_;
  std::vector<std::vector<Candidate>> candidates_;
  std::vector<std::size_t> chosen_;
  BoxIndex index_;  // of the labels that are chosen
  BoxIndex signs_;
};

}  // namespace

std::vector<Label> place_labels(const std::vector<LabelledPlace>& places, double font_size,
                                const LabelRoom& room) {
  return Placement(places, font_size, room).place();
}

}  // namespace landkaart::inline v0
