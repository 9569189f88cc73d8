// SPDX-License-Identifier: EUPL-1.2
// The rules for ids and for names of assets. A program may write an id or a name into a path, an
// address or a page, so neither can lead out of a folder or hold markup.
#pragma once

#include <string_view>

namespace landkaart::inline v0 {

// Whether `id` has 1 to 128 characters of a-z, 0-9 and -.
bool is_valid_id(std::string_view id);

// Returns `id`. Throws Error: limit_exceeded when it has more than 128 bytes, malformed when it is
// not valid.
std::string_view checked_id(std::string_view id);

// Whether Windows opens a device instead of a file with this name: "con", "CON.txt", "com1.png".
bool is_device_of_windows(std::string_view name);

// Whether `name` can be the name of an asset: a relative path of 1 to 512 bytes of valid UTF-8,
// whose parts between slashes are names that every file system can store. A part is not empty, does
// not begin with a space or end with a space or a dot (so it is not "." or ".."), is not the name
// of a device of Windows, such as "con" or "NUL.txt", and has no control character and none of the
// characters \ : * ? " < > |. The name does not end with an extension that makes a browser or a web
// server run the file, such as ".html" or ".js".
bool is_valid_asset_name(std::string_view name);

// Returns `name`. Throws Error: limit_exceeded when it has more than 512 bytes, malformed when it
// is not valid.
std::string_view checked_asset_name(std::string_view name);

}  // namespace landkaart::inline v0
