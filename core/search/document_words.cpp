// SPDX-License-Identifier: EUPL-1.2
#include "core/search/document_words.h"

#include <algorithm>

#include "core/base/parallel.h"
#include "core/text/tokenizer.h"

namespace landkaart {
namespace {

constexpr std::uint32_t kChunkDocuments = 1024;
constexpr std::size_t kLeastPiece = 4;

void read_field(std::string_view text, std::uint32_t document, std::uint8_t field,
                WordChunk& chunk) {
  Tokenizer tokenizer(text);
  std::uint32_t length = 0;
  for (Token token; tokenizer.next(token); ++length) {
    FormOccurrences& form = chunk.forms[token.folded];
    form.occurrences.push_back({document, token.position, field});
    if (!form.pieces.empty()) continue;
    const std::string_view written = text.substr(token.begin, token.end - token.begin);
    if (written.size() > token.folded.size()) form.pieces = hyphen_pieces(written);
  }
  chunk.lengths.push_back(length);
}

}  // namespace

std::vector<std::string> hyphen_pieces(std::string_view word) {
  constexpr std::string_view kHyphens[] = {"-", "\u2010", "\u2011"};
  std::vector<std::string> pieces;
  std::size_t begin = 0;
  bool written_with_hyphens = false;
  for (std::size_t at = 0; at <= word.size();) {
    std::size_t hyphen = 0;
    for (const std::string_view sign : kHyphens) {
      if (word.substr(at).starts_with(sign)) hyphen = sign.size();
    }
    if (hyphen == 0 && at < word.size()) {
      ++at;
      continue;
    }
    written_with_hyphens |= hyphen > 0;
    std::string piece;
    append_folded(piece, word.substr(begin, at - begin));
    if (piece.size() >= kLeastPiece) pieces.push_back(std::move(piece));
    at += std::max<std::size_t>(hyphen, 1);
    begin = at;
  }
  if (!written_with_hyphens) pieces.clear();
  return pieces;
}

std::vector<WordChunk> read_document_words(std::uint32_t documents, std::size_t fields,
                                           const FieldText& text, unsigned jobs) {
  std::vector<WordChunk> chunks((documents + kChunkDocuments - 1) / kChunkDocuments);
  parallel_for(chunks.size(), jobs, [&](std::size_t i) {
    WordChunk& chunk = chunks[i];
    chunk.first_document = static_cast<std::uint32_t>(i) * kChunkDocuments;
    const std::uint32_t end = std::min(chunk.first_document + kChunkDocuments, documents);
    for (std::uint32_t document = chunk.first_document; document < end; ++document) {
      for (std::size_t field = 0; field < fields; ++field) {
        read_field(text(document, field), document, static_cast<std::uint8_t>(field), chunk);
      }
    }
  });
  return chunks;
}

}  // namespace landkaart
