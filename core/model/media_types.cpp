// SPDX-License-Identifier: EUPL-1.2
#include "core/model/media_types.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/text/ascii.h"

namespace landkaart::inline v0 {
namespace {

struct MediaType {
  std::string_view extension;
  std::string_view type;
};

constexpr auto kTypes = std::to_array<MediaType>({
    {".avif", "image/avif"},
    {".gif", "image/gif"},
    {".jpeg", "image/jpeg"},
    {".jpg", "image/jpeg"},
    {".png", "image/png"},
    {".svg", "image/svg+xml"},
    {".webp", "image/webp"},
    {".mp4", "video/mp4"},
    {".webm", "video/webm"},
    {".mp3", "audio/mpeg"},
    {".ogg", "audio/ogg"},
    {".vtt", "text/vtt"},
    {".txt", "text/plain"},
    {".csv", "text/csv"},
    {".json", "application/json"},
    {".pdf", "application/pdf"},
});

}  // namespace

std::string_view media_type_of(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  const std::string extension =
      ascii_lower_case(dot == std::string_view::npos ? std::string_view() : file_name.substr(dot));
  const auto known = std::ranges::find(kTypes, extension, &MediaType::extension);
  return known == kTypes.end() ? "application/octet-stream" : known->type;
}

}  // namespace landkaart::inline v0
