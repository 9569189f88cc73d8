// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/random_town.h"

#include <filesystem>

namespace landkaart::testing {
namespace {

const std::string kWords[] = {"de",
                              "van",
                              "voor",
                              "met een",
                              "raad",
                              "wijk",
                              "college",
                              "inwoners",
                              "participatie",
                              "verantwoording",
                              "gemeenteraad",
                              "samenwerking",
                              "bewonersinitiatief",
                              "besluitvorming",
                              "verwachtingsmanagement",
                              "burgerbegroting",
                              "coöperatie",
                              "'s avonds",
                              "regels",
                              "financiële verordeningen"};
constexpr unsigned kMostThemes = 9, kMostItems = 60;

}  // namespace

RandomTown::RandomTown(unsigned seed)
    : random_(seed),
      themes_(1 + below(kMostThemes)),
      items_(1 + below(below(2) == 0 ? 12 : kMostItems)),
      drawn_in_hundred_(below(3) * 45) {}

std::string RandomTown::title() {
  std::string title;
  const unsigned words = 1 + below(8);
  for (unsigned i = 0; i < words; ++i) {
    title += (i == 0 ? "" : " ") + kWords[below(std::size(kWords))];
  }
  return title;
}

void RandomTown::write_item(TemporaryFolder& folder, const std::string& kind,
                            const std::string& id) {
  std::string front_matter = "title: \"" + title() + "\"\n";
  if (kind != "themes") {
    front_matter += "themes: [thema-" + std::to_string(below(themes_)) + "]\n";
  }
  if (kind == "obstacles") front_matter += "another-way: Om.\n";
  if (below(3) == 0) front_matter += "order: " + std::to_string(below(50)) + "\n";
  folder.write_item(kind + "/" + id + ".md", front_matter);
}

void RandomTown::write(TemporaryFolder& folder) {
  folder.write_pack_yaml();
  for (unsigned i = 0; i < themes_; ++i) {
    write_item(folder, "themes", "thema-" + std::to_string(i));
  }
  for (unsigned i = 0; i < items_; ++i) {
    const std::string kind = below(4) == 0 ? "obstacles" : "topics";
    const std::string id = std::string(1, static_cast<char>('a' + below(26))) + std::to_string(i);
    write_item(folder, kind, id);
    written_.push_back(
        {(std::filesystem::path(kind) / id).string() + ".md", id, below(100) < drawn_in_hundred_});
  }
  write_map(folder);
}

void RandomTown::write_map(TemporaryFolder& folder) {
  std::string features;
  for (const Item& item : written_) {
    if (!item.drawn) continue;
    const std::string role = item.file.starts_with("topics") ? "place" : "hazard";
    features += (features.empty() ? "" : ",\n") +
                (R"({"type": "Feature", "properties": {"role": ")" + role + R"(", "id": ")" +
                 item.id + R"("}, "geometry": {"type": "Point", "coordinates": [)" +
                 std::to_string(below(800)) + ", " + std::to_string(below(600)) + "]}}");
  }
  if (features.empty()) return;
  folder.write("map.geojson", R"({"type": "FeatureCollection", "features": [)" + features + "]}");
}

void RandomTown::add_topic(TemporaryFolder& folder) {
  write_item(folder, "topics", std::string(1, static_cast<char>('a' + below(26))) + "-nieuw");
}

std::string RandomTown::remove_one(TemporaryFolder& folder) {
  for (const Item& item : written_) {
    if (item.drawn) continue;
    std::filesystem::remove(folder.path() / item.file);
    return item.id;
  }
  return {};
}

}  // namespace landkaart::testing
