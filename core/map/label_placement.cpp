// SPDX-License-Identifier: EUPL-1.2
//
// Problem: write the title of each place beside its sign. Labels must not overlap each other, a
// sign or the names of lands, and should be read as belonging to their own sign. Finding the
// largest set of labels that fit is NP-hard (Formann and Wagner, "A packing problem with
// applications to lettering of maps", 1991), so the search is a heuristic.
//
// Idea: candidate positions (Yoeli, "The logic of automated map lettering", 1972). Each title is
// broken into lines in up to four ways, and in the smallest font size it may also be shortened;
// each way is tried at 24 positions around the sign. A candidate has a cost: how unusual its
// position is (right of the sign is best), how many signs of other places are close, how many cells
// of roads and coasts it covers, and whether its lines are long, many or shortened. The search over
// the candidates is our own and has three steps:
// 1. Greedy. Places are taken in order of their number of candidates, the fewest first, because
//    they have the least choice. Each gets its cheapest candidate that is free.
// 2. Displacement. A place without a free candidate gets the one that displaces the least: each
//    label in the way counts 1, and 2 more for each time that it was displaced before. The
//    displaced labels move to another free candidate, or wait for their turn.
// 3. Improvement. Each label moves to a cheaper candidate that is free, in three passes.
//
// Invariant: chosen labels never overlap each other, since a candidate is chosen only when it is
// free or after the labels in its way have been removed (see choose). Candidates that touch a sign
// or a taken cell are never made. A place whose label does not fit stays without one.
//
// It ends: step 2 takes at most 400 + 4 n turns for n waiting labels, and step 3 has three passes
// that only lower the cost. All orders are fixed, so that a map is lettered the same everywhere.
#include "core/map/label_placement.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <deque>
#include <numeric>

#include "core/map/box_index.h"
#include "core/map/lettering.h"

namespace landkaart::inline v0 {
namespace {

constexpr double kGap = 3.5;   // between a sign and its label
constexpr double kMargin = 3;  // left and right of a label, so that two labels are not read as one
constexpr std::size_t kMostLines = 3;
constexpr std::array kLabelWidths = {8.0, 10.5, 14.0, 22.0};  // line widths to try, in font sizes

// A position of a label relative to its sign. A lower cost is a better position.
struct Position {
  Anchor anchor;
  double across;  // -1: at the left edge of the sign, 0: at its middle, 1: at its right edge
  double down;    // -1: above the sign, 0: at its height, 1: below it
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

// A label that is closer to the sign of another place than this could be read as the title of that
// other place.
constexpr double kCloseBy = 9;
constexpr double kCostPerCloseSign = 9;
constexpr double kCostPerClutterCell = 0.2;  // clutter is a road, coast, border or river

constexpr double kShortenedWidth = 7;  // width of a title that is shortened, in font sizes
constexpr double kLongLine = 15;       // wider lines cost extra, in font sizes

// A label at one position. Many candidates have the same lines, so they share them: `lines` is the
// index of the lines among those that were tried for the place.
struct Candidate {
  std::uint32_t lines = 0;
  Anchor anchor = Anchor::middle;
  Point first_baseline;
  Box box;
  double cost = 0;
};

// The lines of one title that were tried, and the candidates with them, the cheapest first.
struct Choices {
  std::vector<std::vector<std::string>> lines;
  std::vector<Candidate> candidates;
};

// The last lines of `choices` at `position`, without a cost. `width` is that of the longest line.
Candidate candidate_at(const LabelledPlace& place, const Choices& choices, double width,
                       double font_size, const Position& position) {
  const double height = static_cast<double>(choices.lines.back().size()) * font_size * kLineHeight;
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
  return {static_cast<std::uint32_t>(choices.lines.size() - 1),
          position.anchor,
          {x, y - height / 2 + font_size * 0.86},
          box};
}

// The three steps of the search; see the head of this file.
class Placement {
 public:
  Placement(const std::vector<LabelledPlace>& places, double font_size, const LabelRoom& room)
      : places_(places), size_(font_size), room_(room), chosen_(places.size(), kNone) {
    for (std::size_t i = 0; i < places.size(); ++i) signs_.add(places[i].sign, i);
    for (std::size_t i = 0; i < places.size(); ++i) choices_.push_back(choices_of(i));
  }

  std::vector<Label> place() {
    std::vector<std::size_t> order(places_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {},
                             [&](std::size_t i) { return choices_[i].candidates.size(); });
    std::deque<std::size_t> waiting;
    for (const std::size_t label : order) {
      if (!choose_free(label)) waiting.push_back(label);
    }
    make_room(waiting);
    for (int pass = 0; pass < 3; ++pass) std::ranges::for_each(order, [&](auto i) { improve(i); });
    std::vector<Label> labels(places_.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
      if (chosen_[i] == kNone) continue;
      const Candidate& chosen = choices_[i].candidates[chosen_[i]];
      labels[i] = {choices_[i].lines[chosen.lines], chosen.anchor, chosen.first_baseline,
                   chosen.box};
    }
    return labels;
  }

 private:
  static constexpr std::size_t kNone = BoxIndex::kNone;

  Choices choices_of(std::size_t number) const {
    const LabelledPlace& place = places_[number];
    Choices choices;
    const auto add = [&](std::vector<std::string> lines) {
      choices.lines.push_back(std::move(lines));
      add_candidates(number, choices);
    };
    for (const double width : kLabelWidths) {
      auto lines = break_lines(place.title, size_, width * size_, kMostLines);
      const bool tried = std::ranges::find(choices.lines, lines) != choices.lines.end();
      if (!lines.empty() && !tried) add(std::move(lines));
    }
    if (room_.may_shorten) {
      auto beginning = break_lines(place.title, size_, kShortenedWidth * size_, 1);
      if (!beginning.empty()) add(std::move(beginning));
    }
    std::ranges::stable_sort(choices.candidates, {}, &Candidate::cost);
    choices.candidates.shrink_to_fit();
    return choices;
  }

  // Adds a candidate for each position in which the last lines of `choices` touch no taken cell and
  // no sign.
  void add_candidates(std::size_t number, Choices& choices) const {
    const std::vector<std::string>& lines = choices.lines.back();
    double width = 0;
    for (const std::string& line : lines) width = std::max(width, text_width(line, size_));
    const double line_cost = lines.size() == 3 ? 2 : (width > kLongLine * size_ ? 3 : 0);
    const double lost = lines.size() == 1 ? 60 : 40;
    const double cut = lines.back().ends_with("\xe2\x80\xa6") ? lost : 0;
    for (const Position& position : kPositions) {
      Candidate candidate = candidate_at(places_[number], choices, width, size_, position);
      if (!room_.taken.is_free(candidate.box)) continue;
      if (signs_.overlaps_any(candidate.box, kNone)) continue;
      const Box close = grown(candidate.box, kCloseBy);
      const auto others = static_cast<double>(signs_.overlapping(close, number).size());
      candidate.cost = position.cost + line_cost + cut + kCostPerCloseSign * others +
                       kCostPerClutterCell * room_.clutter.taken_in(candidate.box);
      choices.candidates.push_back(candidate);
    }
  }

  const Box& box(std::size_t label, std::size_t candidate) const {
    return choices_[label].candidates[candidate].box;
  }

  // Gives a label this candidate, or none. Requires that no other chosen label overlaps it.
  void choose(std::size_t label, std::size_t candidate) {
    assert(candidate == kNone || !index_.overlaps_any(box(label, candidate), label));
    if (chosen_[label] != kNone) index_.remove(box(label, chosen_[label]), label);
    chosen_[label] = candidate;
    if (candidate != kNone) index_.add(box(label, candidate), label);
  }

  // Gives a label its cheapest candidate that overlaps no other label. Returns false when there is
  // none.
  bool choose_free(std::size_t label) {
    for (std::size_t i = 0; i < choices_[label].candidates.size(); ++i) {
      if (!index_.overlaps_any(box(label, i), label)) {
        choose(label, i);
        return true;
      }
    }
    return false;
  }

  // Moves a label to the first candidate that is free and cheaper than its own.
  void improve(std::size_t label) {
    for (std::size_t i = 0; i < choices_[label].candidates.size() && i < chosen_[label]; ++i) {
      if (!index_.overlaps_any(box(label, i), label)) return choose(label, i);
    }
  }

  // Places the waiting labels by displacing others. A label that was displaced often is displaced
  // last, so that two labels do not displace each other for ever.
  void make_room(std::deque<std::size_t>& waiting) {
    std::vector<unsigned> displacements(places_.size(), 0);  // how often each label was displaced
    const std::size_t most_steps = 400 + 4 * waiting.size();
    for (std::size_t step = 0; !waiting.empty() && step < most_steps; ++step) {
      const std::size_t label = waiting.front();
      waiting.pop_front();
      if (choose_free(label)) continue;
      const auto [best, others] = least_displacement(label, displacements);
      if (best == kNone) continue;
      for (const std::size_t other : others) {
        ++displacements[other];
        choose(other, kNone);
      }
      choose(label, best);
      for (const std::size_t other : others) {
        if (!choose_free(other)) waiting.push_back(other);
      }
    }
  }

  // The candidate of `label` with the lowest weight, and the labels that it displaces. Each of
  // those labels weighs 1, plus 2 for each time that it was displaced before. kNone without
  // candidates.
  std::pair<std::size_t, std::vector<std::size_t>> least_displacement(
      std::size_t label, const std::vector<unsigned>& displacements) const {
    std::pair<std::size_t, std::vector<std::size_t>> best{kNone, {}};
    unsigned least = static_cast<unsigned>(-1);
    for (std::size_t i = 0; i < choices_[label].candidates.size(); ++i) {
      std::vector<std::size_t> others = index_.overlapping(box(label, i), label);
      unsigned weight = 0;
      for (const std::size_t other : others) weight += 1 + 2 * displacements[other];
      if (weight >= least) continue;
      least = weight;
      best = {i, std::move(others)};
    }
    return best;
  }

  const std::vector<LabelledPlace>& places_;
  double size_;
  const LabelRoom& room_;
  std::vector<Choices> choices_;
  std::vector<std::size_t> chosen_;  // for each place the index of its candidate, or kNone
  BoxIndex index_;                   // the boxes of the chosen candidates
  BoxIndex signs_;                   // the boxes of the signs
};

}  // namespace

std::vector<Label> place_labels(const std::vector<LabelledPlace>& places, double font_size,
                                const LabelRoom& room) {
  return Placement(places, font_size, room).place();
}

}  // namespace landkaart::inline v0
