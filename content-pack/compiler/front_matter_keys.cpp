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
    {"id", id, record, "", false, "Stable for ever; the file name without .md when left out"},
    {"title", text, record, "", true, "What people see first, plain text"},
    {"summary", text, record, "", false, "One or two sentences that stand alone, plain text"},
    {"language", text, record, "", false, "BCP 47 tag; the pack's when left out"},
    {"translation-of", id_of, link, "", false, "The item that this translates"},
    {"order", integer, document, "", false, "Lists are in order of kind, order, id"},
    {"alternative-titles", text_list, document, "", false, "Other names; searched"},
    {"tags", text_list, record, "", false, "Words that people type; searched"},
    {"themes", id_list, record, "", false, "The territories it belongs to"},
    {"topics", id_list, link, "", false, "Topics; for an obstacle the first part of its route"},
    {"obstacles", id_list, link, "", false, "Obstacles that it has to do with"},
    {"work-forms", id_list, link, "", false, "Work forms; for an obstacle those that help"},
    {"articles", id_list, link, "", false, "Background articles"},
    {"videos", id_list, link, "", false, "Videos"},
    {"stories", id_list, link, "", false, "Stories; for an obstacle the end of its route"},
    {"terms", id_list, link, "", false, "Words explained elsewhere"},
    {"related", id_list, link, "", false, "Items worth reading next"},
    {"sources", text_list, document, "", false, "Author, year, title"},
    {"licence", text, document, "", false, "SPDX id; the pack's when left out"},
    {"valid-from", date, document, "", false, "From when it holds"},
    {"review-by", date, document, "", false, "When somebody must look at it again"},
    {"purpose", purpose, record, "work-form", true, "What it is for"},
    {"group-size", range, record, "work-form", true, "Fewest and most people"},
    {"minutes", range, record, "work-form", true, "Shortest and longest duration"},
    {"difficulty", difficulty, record, "work-form", true,
     "1 anyone, 2 some experience, 3 experienced facilitator"},
    {"materials", text_list, document, "work-form", false, "What to bring"},
    {"steps", steps, document, "work-form", false, "What happens, with minutes"},
    {"when", text, document, "work-form", false, "When to use it"},
    {"when-not", text, document, "work-form", false, "When not to use it"},
    {"online", text, document, "work-form", false, "How to do it online"},
    {"accessibility", text, document, "work-form", false, "How everybody can take part"},
    {"origin", text, document, "work-form", false, "Who made it, and when"},
    {"licence-note", text, document, "work-form", false, "What its makers ask"},
    {"another-way", text, document, "obstacle", true, "When to stop, or to choose another way"},
    {"file", asset, document, "video", true, "The video, under assets/"},
    {"captions", asset, document, "video", true, "WebVTT captions, under assets/"},
    {"transcript", text, document, "video", true, "Everything that is said and shown; searched"},
    {"duration", integer, document, "video", true, "Seconds"},
    {"poster", asset, document, "video", false, "A picture to show before it plays"},
    {"stops", id_list, link, "journey", true, "Where it leads, in walking order"},
});

constexpr auto kPackKeys = std::to_array<PackKey>({
    {"id", true, "Stable for ever"},
    {"title", true, "What people see first"},
    {"version", true, "Readable version, such as 1.4.0"},
    {"language", true, "BCP 47 tag"},
    {"publisher", true, "Who stands behind it"},
    {"licence", true, "SPDX id"},
    {"description", false, "One or two sentences"},
    {"channel", false, "Such as stable or preview"},
    {"homepage", false, "Where to read more"},
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

std::optional<Kind> kind_of_folder(std::string_view folder) {
  const auto found = std::ranges::find(kFolders, folder, &KindFolder::folder);
  if (found == kFolders.end()) return std::nullopt;
  return found->kind;
}

std::span<const PackKey> pack_text_keys() { return kPackKeys; }

}  // namespace landkaart::inline v0
