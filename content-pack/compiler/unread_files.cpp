// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/unread_files.h"

#include <algorithm>
#include <array>

#include "content-pack/compiler/front_matter_keys.h"

namespace landkaart::inline v0 {
namespace {

namespace fs = std::filesystem;

struct OtherName {
  std::string_view written, meant;
};

// Names that people write instead of the names that a build reads: in Dutch, in the singular, or
// with another extension.
constexpr auto kOtherNames = std::to_array<OtherName>({
    {"thema", "themes"},
    {"themas", "themes"},
    {"thema's", "themes"},
    {"onderwerp", "topics"},
    {"onderwerpen", "topics"},
    {"obstakel", "obstacles"},
    {"obstakels", "obstacles"},
    {"belemmeringen", "obstacles"},
    {"hindernissen", "obstacles"},
    {"werkvorm", "work-forms"},
    {"werkvormen", "work-forms"},
    {"workforms", "work-forms"},
    {"artikel", "articles"},
    {"artikelen", "articles"},
    {"film", "videos"},
    {"films", "videos"},
    {"filmpjes", "videos"},
    {"video's", "videos"},
    {"verhaal", "stories"},
    {"verhalen", "stories"},
    {"story", "stories"},
    {"begrip", "terms"},
    {"begrippen", "terms"},
    {"termen", "terms"},
    {"reis", "journeys"},
    {"reizen", "journeys"},
    {"bestanden", "assets"},
    {"plaatjes", "assets"},
    {"afbeeldingen", "assets"},
    {"images", "assets"},
    {"media", "assets"},
    {"pack.yml", "pack.yaml"},
    {"map.json", "map.geojson"},
    {"kaart.geojson", "map.geojson"},
    {"synonyms.yml", "synonyms.yaml"},
    {"synoniemen.yaml", "synonyms.yaml"},
});

// Whether a file is about the folder itself, and not a part of the pack. The name of such a file is
// in capitals: README.md, LICENSE.
bool is_about_folder(std::string_view name) {
  const std::string_view stem = name.substr(0, name.find('.'));
  return !stem.empty() &&
         std::ranges::all_of(stem, [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; });
}

std::string_view meant_name(std::string_view name, const std::vector<std::string_view>& known) {
  const auto other = std::ranges::find(kOtherNames, name, &OtherName::written);
  const bool is_known =
      other != kOtherNames.end() && std::ranges::find(known, other->meant) != known.end();
  return is_known ? other->meant : nearest_word(name, known);
}

bool has_items(const fs::path& folder) {
  return std::ranges::any_of(fs::recursive_directory_iterator(folder), [](const auto& entry) {
    const fs::path extension = entry.path().extension();
    return entry.is_regular_file() && (extension == ".md" || extension == ".jsonl");
  });
}

}  // namespace

std::vector<UnreadFile> find_unread_files(const fs::path& folder,
                                          const std::vector<std::string>& not_read,
                                          MistakeList& mistakes) {
  const std::vector<std::string_view> known_folders = source_folders();
  const std::vector<std::string_view> known_files = source_files();
  std::vector<UnreadFile> unread;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const bool is_folder = entry.is_directory();
    const auto& known = is_folder ? known_folders : known_files;
    if (name.starts_with('.') || name.ends_with('~') || is_about_folder(name)) continue;
    if (std::ranges::find(known, name) != known.end()) continue;
    if (std::ranges::find(not_read, name) != not_read.end()) continue;
    const std::string_view meant = meant_name(name, known);
    if (is_folder && !meant.empty() && meant != kAssetFolder && has_items(entry.path())) {
      mistakes.add({name}, Message::misnamed_folder, {name, meant});
    } else if (!is_folder && !meant.empty() && !fs::exists(folder / meant)) {
      mistakes.add({name}, Message::misnamed_file, {name, meant});
    } else {
      unread.push_back({name, is_folder});
    }
  }
  std::ranges::sort(unread, {}, &UnreadFile::name);
  return unread;
}

}  // namespace landkaart::inline v0
