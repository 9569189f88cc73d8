// SPDX-License-Identifier: EUPL-1.2
// The bytes of content-pack/lexicon/dutch.lexicon, in a source file that embed_lexicon writes.
#pragma once

#include <cstddef>
#include <cstdint>

namespace landkaart::inline v0 {

extern const std::uint64_t kLexiconWords[];  // eight bytes each, in the byte order of the machine
extern const std::size_t kLexiconBytes;
extern const char kLexiconHash[];  // SHA-256 in 64 hexadecimal digits

}  // namespace landkaart::inline v0
