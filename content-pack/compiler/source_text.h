// SPDX-License-Identifier: EUPL-1.2
// read_text() reads a file of an authoring folder.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "content-pack/compiler/mistakes.h"

namespace landkaart::inline v0 {

// Reads a file; removes carriage returns and the byte order mark. Returns nothing and adds a
// mistake when the file is not UTF-8. `file` is its path relative to the folder. Throws Error(io).
std::optional<std::string> read_text(const std::filesystem::path& path, const std::string& file,
                                     MistakeList& mistakes);

}  // namespace landkaart::inline v0
