// SPDX-License-Identifier: EUPL-1.2
#include "core/map/marginalia.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>

#include "core/map/lettering.h"
#include "core/map/map_symbols.h"
#include "core/map/map_words.h"
#include "core/map/path_data.h"

namespace landkaart::inline v0 {
namespace {

constexpr double kRow = 31;         // height of a row of the legend
constexpr double kLegendSize = 14;  // font size
constexpr double kLegendLeft = 178, kLegendWidth = 790;
constexpr std::size_t kMostLegendLands = 12;  // the legend lists no lands when there are more
constexpr double kCompassRadius = 62;         // of the circle around the compass and its letter
constexpr double kRhumbEnd = 14.5;  // from the edge of the drawing to the end of a rhumb line
constexpr double kTitleWidth = 760, kTitleBaseline = 66;

// One entry of the legend: a land, or a sign of the map with its meaning.
struct Entry {
  std::string text;
  std::size_t land_sort = kAtSea;
  enum class Sign { land, obstacle, road, walk, selected } sign = Sign::land;
};

std::vector<Entry> land_entries(const Scene& scene) {
  std::vector<Entry> entries;
  if (scene.lands.size() > kMostLegendLands) return entries;
  for (std::size_t i = 0; i < scene.lands.size(); ++i) {
    entries.push_back({scene.lands[i].title, i % kLandSorts, Entry::Sign::land});
  }
  return entries;
}

std::vector<Entry> sign_entries(const Scene& scene) {
  const MapWords& words = map_words(scene.words_language);
  std::vector<Entry> entries;
  const auto add = [&](bool is_shown, std::string_view word, Entry::Sign sign) {
    if (is_shown) entries.push_back({std::string(word), kAtSea, sign});
  };
  add(std::ranges::any_of(scene.places, &ScenePlace::hazard), words.obstacle,
      Entry::Sign::obstacle);
  add(!scene.roads.empty(), words.road, Entry::Sign::road);
  add(!scene.walk.line.empty(), words.walk, Entry::Sign::walk);
  add(!scene.selected.empty(), words.selected, Entry::Sign::selected);
  return entries;
}

std::size_t columns_for(std::size_t lands) { return lands > 4 ? 3 : 2; }

std::size_t land_rows(std::size_t lands) {
  if (lands > kMostLegendLands) return 0;
  return (lands + columns_for(lands) - 1) / columns_for(lands);
}

// The font size of the title: 36, or smaller when it would be too wide, and at least 17.
double title_size(const Scene& scene) {
  return std::clamp(36 * kTitleWidth / std::max(1.0, text_width(scene.heading, 36)), 17.0, 36.0);
}

void use_symbol(SvgWriter& svg, const Scene& scene, const std::string& name, const Point& at) {
  svg.open("use").attribute("href", "#" + scene.id_prefix + "-" + name);
  svg.attribute("x", at.x).attribute("y", at.y).close();
}

void draw_swatch(SvgWriter& svg, const Scene& scene, const Entry& entry, const Point& at) {
  const std::string sort = std::to_string(entry.land_sort);
  const std::string data =
      "M" + short_number(at.x - 24) + " " + short_number(at.y - 12) + "h48v24h-48z";
  svg.open("path").style("land-" + sort).attribute("d", data).close();
  svg.open("path").style("swatch").attribute("d", data);
  svg.attribute("fill", "url(#" + scene.id_prefix + "-" + pattern_name(entry.land_sort) + ")");
  svg.close();
  use_symbol(svg, scene, landmark_name(entry.land_sort), {at.x, at.y + 2});
}

void draw_sign(SvgWriter& svg, const Scene& scene, const Entry& entry, const Point& at) {
  const auto line = [&](std::string_view style) {
    const Point from{at.x - 22, at.y + 4}, to{at.x + 22, at.y - 4};
    const std::string data =
        PathData().spline({from, {at.x - 6, at.y - 3}, {at.x + 7, at.y + 3}, to}).text();
    svg.open("path").style(style).attribute("d", data).close();
  };
  switch (entry.sign) {
    case Entry::Sign::land: draw_swatch(svg, scene, entry, at); break;
    case Entry::Sign::obstacle: use_symbol(svg, scene, "hazard", {at.x, at.y + 1}); break;
    case Entry::Sign::road:
      line("road-side");
      line("road");
      break;
    case Entry::Sign::walk:
      line("walk-side");
      line("walk");
      break;
    case Entry::Sign::selected:
      svg.open("circle").style("selected-ring").attribute("cx", at.x).attribute("cy", at.y);
      svg.attribute("r", 9.0).close();
      break;
  }
}

// Draws entries beside each other, in columns of equal width.
void draw_row(SvgWriter& svg, const Scene& scene, std::span<const Entry> entries,
              std::size_t columns, double y) {
  const double width = kLegendWidth / static_cast<double>(columns);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Point at{kLegendLeft + 24 + width * static_cast<double>(i), y};
    draw_sign(svg, scene, entries[i], at);
    const auto lines = break_lines(entries[i].text, kLegendSize, width - 74, 1);
    if (lines.empty()) continue;
    svg.open("text").attribute("x", at.x + 36).attribute("y", at.y + 4.8);
    svg.attribute("textLength", text_width(lines.front(), kLegendSize));
    svg.attribute("lengthAdjust", "spacingAndGlyphs").text(lines.front()).close();
  }
}

void draw_compass(SvgWriter& svg, const Scene& scene, const Point& middle) {
  use_symbol(svg, scene, "compass", middle);
  svg.open("text").style("legend-title").attribute("x", middle.x).attribute("y", middle.y - 49);
  svg.attribute("text-anchor", "middle").text(map_words(scene.words_language).north).close();
}

Point compass_middle(const Scene& scene, const Sheet& sheet) {
  return {92, sheet.projection.foot() + foot_height(scene) / 2 + 2};
}

}  // namespace

double foot_height(const Scene& scene) {
  const auto rows = static_cast<double>(land_rows(scene.lands.size()) + 1);
  return std::max(140.0, 40 + kRow * rows + kFrame);
}

Box title_box(const Scene& scene) {
  const double size = title_size(scene);
  const double half = std::min(text_width(scene.heading, size), kTitleWidth) / 2 + 70;
  return {{Projection::kWidth / 2 - half, kFrame},
          {Projection::kWidth / 2 + half, kTitleBaseline + size * 0.3}};
}

void draw_frame(SvgWriter& svg, const Sheet& sheet) {
  const auto rectangle = [&](std::string_view style, double inset) {
    svg.open("rect").style(style).attribute("x", inset).attribute("y", inset);
    svg.attribute("width", Projection::kWidth - 2 * inset);
    svg.attribute("height", sheet.projection.height() - 2 * inset).close();
  };
  rectangle("frame", 4.5);
  rectangle("frame-ticks", 8);
  rectangle("frame", 11.5);
  PathData corners;
  for (const double x : {8.0, Projection::kWidth - 8}) {
    for (const double y : {8.0, sheet.projection.height() - 8}) {
      const double half = 5.5;
      corners.move({x - half, y - half}).line({x + half, y - half}).line({x + half, y + half});
      corners.line({x - half, y + half}).close();
    }
  }
  svg.open("path").style("frame-corner").attribute("d", corners.text()).close();
}

void draw_rhumbs(SvgWriter& svg, const Scene& scene, const Sheet& sheet) {
  constexpr int kWinds = 16;  // parts into which the lines divide the half circle above the compass
  const Point rose = compass_middle(scene, sheet);
  PathData lines;
  for (int wind = 1; wind < kWinds; ++wind) {
    const double angle = std::numbers::pi * wind / kWinds;
    const Point along{std::cos(angle), -std::sin(angle)};
    const double to_side = ((along.x > 0 ? Projection::kWidth - kRhumbEnd : kRhumbEnd) - rose.x) /
                           (along.x == 0 ? 1e-9 : along.x);
    const double to_top = (kRhumbEnd - rose.y) / along.y;
    const double length = std::min(to_side, to_top);
    if (length <= kCompassRadius) continue;
    lines.move({rose.x + along.x * kCompassRadius, rose.y + along.y * kCompassRadius});
    lines.line({rose.x + along.x * length, rose.y + along.y * length});
  }
  svg.open("path").style("rhumb").attribute("d", lines.text()).close();
}

void draw_title(SvgWriter& svg, const Scene& scene) {
  const double size = title_size(scene);
  const auto lines = break_lines(scene.heading, size, kTitleWidth, 1);
  if (lines.empty()) return;
  const double width = text_width(lines.front(), size);
  svg.open("text").style("title").attribute("font-size", size);
  svg.attribute("x", Projection::kWidth / 2).attribute("y", kTitleBaseline);
  svg.attribute("text-anchor", "middle").attribute("textLength", width);
  svg.attribute("lengthAdjust", "spacingAndGlyphs").text(lines.front()).close();
  PathData strokes;
  const double y = kTitleBaseline - size * 0.32;
  for (const double side : {-1.0, 1.0}) {
    const double x = Projection::kWidth / 2 + side * (width / 2 + 16);
    strokes.move({x, y}).curve({x + side * 14, y - 9}, {x + side * 26, y + 9}, {x + side * 44, y});
    strokes.move({x + side * 8, y + 5}).line({x + side * 34, y + 5});
  }
  svg.open("path").style("ornament").attribute("d", strokes.text()).close();
}

void draw_compass_and_legend(SvgWriter& svg, const Scene& scene, const Sheet& sheet) {
  const double top = sheet.projection.foot();
  draw_compass(svg, scene, compass_middle(scene, sheet));
  svg.open("g").style("legend");
  const MapWords& words = map_words(scene.words_language);
  if (words.language != main_language(scene.language)) svg.attribute("lang", words.language);
  svg.open("text").style("legend-title").attribute("x", kLegendLeft).attribute("y", top + 24);
  svg.text(words.legend).close();
  const std::vector<Entry> lands = land_entries(scene);
  const std::size_t columns = columns_for(lands.size());
  double y = top + 46;
  for (std::size_t i = 0; i < lands.size(); i += columns, y += kRow) {
    draw_row(svg, scene, std::span(lands).subspan(i, std::min(columns, lands.size() - i)), columns,
             y);
  }
  draw_row(svg, scene, sign_entries(scene), 4, y);
  svg.close();
}

}  // namespace landkaart::inline v0
