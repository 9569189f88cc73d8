// SPDX-License-Identifier: EUPL-1.2
// check_links, which keeps files outside an authoring folder out of its pack.
#pragma once

#include <filesystem>

#include "content-pack/compiler/mistakes.h"

namespace landkaart::inline v0 {

// Adds a mistake for each symbolic link that the compiler would follow out of `folder`, that points
// to a folder, or that points to nothing. A link to a file inside `folder` is allowed. Without this
// check, a link assets/notes.txt to /etc/passwd would put that file into the pack. Returns whether
// all links are allowed; reads no file.
bool check_links(const std::filesystem::path& folder, MistakeList& mistakes);

}  // namespace landkaart::inline v0
