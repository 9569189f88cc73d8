// SPDX-License-Identifier: EUPL-1.2
#include "core/text/names.h"

#include <algorithm>
#include <array>

#include "core/base/malformed.h"
#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

bool is_valid_part(std::string_view part) {
  constexpr std::string_view kForbidden = "\\:*?\"<>|";
  return !part.empty() && part.front() != ' ' && part.back() != ' ' && part.back() != '.' &&
         part.find_first_of(kForbidden) == std::string_view::npos && !is_device_of_windows(part);
}

// Whether a browser or a web server runs a file with this name as code of its site.
bool is_active(std::string_view name) {
  constexpr auto kActive = std::to_array<std::string_view>(
      {".html",  ".htm", ".xhtml", ".xht",  ".shtml",    ".js",          ".mjs",     ".cjs",
       ".css",   ".xml", ".xsl",   ".xslt", ".svgz",     ".swf",         ".wasm",    ".mht",
       ".mhtml", ".hta", ".php",   ".cgi",  ".htaccess", ".webmanifest", ".appcache"});
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return false;
  return std::ranges::find(kActive, ascii_lower_case(name.substr(dot))) != kActive.end();
}

}  // namespace

bool is_valid_id(std::string_view id) {
  const auto allowed = [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
  };
  return !id.empty() && id.size() <= limits::kIdBytes && std::ranges::all_of(id, allowed);
}

bool is_device_of_windows(std::string_view name) {
  constexpr std::array<std::string_view, 6> kDevices = {"con", "prn",    "aux",
                                                        "nul", "conin$", "conout$"};
  constexpr std::array<std::string_view, 2> kNumbered = {"com", "lpt"};  // com0 to com9
  std::string stem = ascii_lower_case(name.substr(0, name.find('.')));
  stem.erase(stem.find_last_not_of(' ') + 1);
  if (std::ranges::find(kDevices, stem) != kDevices.end()) return true;
  const std::string_view start = std::string_view(stem).substr(0, 3);
  const std::string_view number = std::string_view(stem).substr(start.size());
  const bool is_number = (number.size() == 1 && is_ascii_digit(number[0])) || number == "\u00b9" ||
                         number == "\u00b2" || number == "\u00b3";
  return is_number && std::ranges::find(kNumbered, start) != kNumbered.end();
}

std::string_view checked_id(std::string_view id) {
  if (id.size() > limits::kIdBytes) beyond_limit("an id", limits::kIdBytes, "bytes");
  if (!is_valid_id(id)) malformed("an id is empty or has other characters than a-z, 0-9 and -");
  return id;
}

bool is_valid_asset_name(std::string_view name) {
  if (name.empty() || name.size() > limits::kAssetNameBytes || !is_valid_utf8(name) ||
      has_control_character(name) || name.find_first_of("\t\n") != std::string_view::npos ||
      is_active(name)) {
    return false;
  }
  while (true) {
    const std::size_t slash = name.find('/');
    if (!is_valid_part(name.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    name.remove_prefix(slash + 1);
  }
}

std::string_view checked_asset_name(std::string_view name) {
  if (name.size() > limits::kAssetNameBytes) {
    beyond_limit("the name of an asset", limits::kAssetNameBytes, "bytes");
  }
  if (!is_valid_asset_name(name)) {
    malformed("the name of an asset is not a relative path that every file system can store");
  }
  return name;
}

}  // namespace landkaart::inline v0
