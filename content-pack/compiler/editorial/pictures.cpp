// SPDX-License-Identifier: EUPL-1.2
// missing-alt-text: pictures need alternative texts.
// missing-captions: videos and sounds need a video item with captions.
#include <algorithm>
#include <array>

#include "content-pack/compiler/editorial/rules.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::string_view kAsset = "asset:";

bool ends_with_one_of(std::string_view text, std::initializer_list<std::string_view> endings) {
  return std::ranges::any_of(endings, [&](auto ending) { return text.ends_with(ending); });
}

// Whether an alternative text is only a file name, such as "kring.png".
bool is_file_name(std::string_view text) {
  return text.find(' ') == std::string_view::npos &&
         ends_with_one_of(text, {".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp", ".avif"});
}

bool is_recording(std::string_view address) {
  return address.starts_with(kAsset) &&
         ends_with_one_of(address, {".webm", ".mp4", ".m4v", ".mov", ".ogv", ".ogg", ".opus",
                                    ".mp3", ".m4a", ".wav"});
}

void find_recordings(const ItemText& item, const std::vector<TextLink>& links,
                     const std::unordered_set<std::string>& known, Findings& findings) {
  for (const TextLink& link : links) {
    if (!is_recording(link.address)) continue;
    const std::string asset = link.address.substr(kAsset.size());
    if (asset == item.video_file) continue;
    findings.add(item, link.place,
                 known.contains(asset) ? Message::recording_instead_of_video
                                       : Message::recording_without_video,
                 {asset});
  }
}

}  // namespace

void find_missing_alt_texts(const ReadItem& item, Findings& findings) {
  for (const TextLink& picture : item.text.pictures) {
    const bool is_empty = picture.text.find_first_not_of(" \t\n") == std::string::npos;
    if (!is_empty && !is_file_name(picture.text)) continue;
    findings.add(item.text, picture.place,
                 is_empty ? Message::no_alternative_text : Message::file_name_as_alternative_text,
                 {picture.text});
  }
}

void find_missing_captions(const FolderText& folder, Findings& findings) {
  std::unordered_set<std::string> videos;
  for (const ItemText* item : folder.items) videos.insert(item->video_file);
  for (const ItemText* item : folder.items) {
    find_recordings(*item, item->links, videos, findings);
    find_recordings(*item, item->pictures, videos, findings);
    if (!item->captions) continue;
    const auto cues = folder.captions.find(item->captions->asset);
    if (cues == folder.captions.end() || cues->second > 0) continue;
    findings.add(*item, item->captions->place, Message::no_captions, {item->captions->asset});
  }
}

}  // namespace landkaart::inline v0
