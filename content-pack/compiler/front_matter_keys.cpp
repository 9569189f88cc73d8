// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/front_matter_keys.h"

#include <algorithm>
#include <array>
#include <string>

namespace landkaart::inline v0 {
namespace {

using enum ValueType;
using enum Stored;

constexpr auto kKeys = std::to_array<FrontMatterKey>({
    {"id", id, record, "", false, "Permanent id; the file name without .md when left out"},
    {"title", text, record, "", true, "Title that readers see first; plain text",
     "title: Samen beginnen"},
    {"summary", text, record, "", false,
     "One or two sentences that are clear without the body; plain text"},
    {"language", text, record, "", false,
     "BCP 47 tag such as nl; the language of the pack when left out"},
    {"translation-of", id_of, link, "", false, "Id of the item that this item translates"},
    {"order", integer, document, "", false,
     "Rank among items of its kind, from 0; equal ranks sort by id"},
    {"alternative-titles", text_list, document, "", false, "Other names of the item; searched"},
    {"tags", text_list, record, "", false, "Words that people may type to find the item; searched"},
    {"themes", id_list, record, "", false, "Ids of the themes to which the item belongs"},
    {"topics", id_list, link, "", false,
     "Ids of topics; in an obstacle, the first part of its route"},
    {"obstacles", id_list, link, "", false, "Ids of related obstacles"},
    {"work-forms", id_list, link, "", false,
     "Ids of work forms; in an obstacle, the work forms that help"},
    {"articles", id_list, link, "", false, "Ids of background articles"},
    {"videos", id_list, link, "", false, "Ids of videos"},
    {"stories", id_list, link, "", false,
     "Ids of stories; in an obstacle, the last part of its route"},
    {"terms", id_list, link, "", false, "Ids of terms that explain words of the item"},
    {"related", id_list, link, "", false, "Ids of items to read next"},
    {"sources", text_list, document, "", false, "Sources, each as author, year, title"},
    {"licence", text, document, "", false,
     "SPDX id of the licence; the licence of the pack when left out"},
    {"valid-from", date, document, "", false, "First day on which the content holds"},
    {"review-by", date, document, "", false, "Last day for the next review of the content"},
    {"draft", boolean, nowhere, "", false,
     "true for an item that is not ready; a build leaves it out, unless --drafts is given"},
    {"purpose", purpose, record, "work-form", true, "survive, build-competencies or learn-together",
     "purpose: learn-together"},
    {"group-size", range, record, "work-form", true, "Smallest and largest number of participants",
     "group-size: {min: 3, max: 12}"},
    {"minutes", range, record, "work-form", true, "Shortest and longest duration in minutes",
     "minutes: {min: 20, max: 45}"},
    {"difficulty", difficulty, record, "work-form", true,
     "1 anyone, 2 some experience, 3 experienced facilitator", "difficulty: 1"},
    {"materials", text_list, document, "work-form", false, "Materials to bring"},
    {"steps", steps, document, "work-form", false,
     "Steps in order, each with a title and optional minutes"},
    {"when", text, document, "work-form", false, "When to use the work form"},
    {"when-not", text, document, "work-form", false, "When not to use the work form"},
    {"online", text, document, "work-form", false, "How to do the work form online"},
    {"accessibility", text, document, "work-form", false, "How everybody can take part"},
    {"origin", text, document, "work-form", false, "Maker and year of the work form"},
    {"licence-note", text, document, "work-form", false, "Conditions of the makers"},
    {"another-way", text, document, "obstacle", true, "When to stop, or to choose another way",
     "another-way: Stop als niemand tijd heeft."},
    {"file", asset, document, "video", true, "Path of the video below assets/",
     "file: films/begin.webm"},
    {"captions", asset, document, "video", true, "Path of the WebVTT captions below assets/",
     "captions: films/begin.vtt"},
    {"transcript", text, document, "video", true, "Text of all that is said and shown; searched",
     "transcript: Een kring van acht mensen."},
    {"duration", integer, document, "video", true, "Duration in seconds", "duration: 90"},
    {"poster", asset, document, "video", false,
     "Path below assets/ of the picture shown before playback"},
    {"stops", id_list, link, "journey", true, "Ids of the items of the journey, in walking order",
     "stops: [kv-begin, wv-kring]"},
});

constexpr auto kPackKeys = std::to_array<PackKey>({
    {"id", true, "Permanent id of the pack", "id: mijn-kaart"},
    {"title", true, "Title that readers see first", "title: Mijn kaart"},
    {"version", true, "Version for readers, such as 1.4.0", "version: 1.0.0"},
    {"language", true, "BCP 47 tag of the language, such as nl", "language: nl"},
    {"publisher", true, "Organisation that publishes the pack", "publisher: Gemeente Voorbeeld"},
    {"licence", true, "SPDX id of the licence", "licence: CC-BY-4.0"},
    {"description", false, "One or two sentences about the pack",
     "description: Hulp bij samenwerken."},
    {"channel", false, "Release channel, such as stable or preview", "channel: stable"},
    {"homepage", false, "Web address with more information", "homepage: https://voorbeeld.example"},
});

struct KindFolder {
  Kind kind;
  std::string_view folder;
};

constexpr auto kFolders = std::to_array<KindFolder>({
    {Kind::theme, "themes"},
    {Kind::topic, "topics"},
    {Kind::obstacle, "obstacles"},
    {Kind::work_form, "work-forms"},
    {Kind::article, "articles"},
    {Kind::video, "videos"},
    {Kind::story, "stories"},
    {Kind::term, "terms"},
    {Kind::journey, "journeys"},
});

}  // namespace

std::span<const FrontMatterKey> front_matter_keys() { return kKeys; }

bool belongs_to(const FrontMatterKey& key, Kind kind) {
  return key.kind.empty() || key.kind == name(kind);
}

const FrontMatterKey* find_key(std::string_view name, Kind kind) {
  const auto found = std::ranges::find_if(
      kKeys, [&](const FrontMatterKey& key) { return key.name == name && belongs_to(key, kind); });
  return found == kKeys.end() ? nullptr : &*found;
}

std::optional<Kind> target_kind(std::string_view key_name) { return kind_of_folder(key_name); }

std::string_view folder_of(Kind kind) {
  return std::ranges::find(kFolders, kind, &KindFolder::kind)->folder;
}

std::vector<std::string_view> source_files() {
  return {"pack.yaml", "map.geojson", "synonyms.yaml"};
}

std::vector<std::string_view> source_folders() {
  std::vector<std::string_view> names{kAssetFolder};
  for (const KindFolder& each : kFolders) names.push_back(each.folder);
  return names;
}

std::optional<Kind> kind_of_folder(std::string_view folder) {
  const auto found = std::ranges::find(kFolders, folder, &KindFolder::folder);
  if (found == kFolders.end()) return std::nullopt;
  return found->kind;
}

std::span<const PackKey> pack_text_keys() { return kPackKeys; }

}  // namespace landkaart::inline v0
