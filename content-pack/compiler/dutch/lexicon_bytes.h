// SPDX-License-Identifier: EUPL-1.2
// The bytes of content-pack/lexicon/dutch.lexicon. The program embed_lexicon writes the source file
// that defines these variables.
#pragma once

#include <cstddef>
#include <cstdint>

namespace landkaart::inline v0 {

extern const std::uint64_t kLexiconWords[];  // 8 bytes of the file in each, in native byte order
extern const std::size_t kLexiconBytes;
extern const char kLexiconHash[];  // SHA-256 in 64 hexadecimal digits

}  // namespace landkaart::inline v0
