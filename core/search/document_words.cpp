// SPDX-License-Identifier: EUPL-1.2
#include "core/search/document_words.h"

#include <algorithm>

#include "core/base/parallel.h"
#include "core/text/tokenizer.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::uint32_t kChunkDocuments = 1024;
constexpr std::size_t kLeastPiece = 4;  // bytes, folded

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> words;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) words.push_back(token);
  return words;
}

// Adds the words of one document to a chunk.
class FieldReader {
 public:
  FieldReader(std::uint32_t document, const Analysis* analysis, WordChunk& chunk)
      : document_(document), analysis_(analysis), chunk_(chunk) {}

  void read(std::string_view text, std::uint8_t field) {
    const std::vector<Token> words = tokens_of(text);
    std::vector<SeparatedForm> separated;
    if (analysis_ != nullptr && analysis_->separated_forms) {
      separated = analysis_->separated_forms(text, words);
    }
    auto next = separated.begin();
    for (std::size_t i = 0; i < words.size(); ++i) {
      add(words[i], text, field);
      if (next == separated.end() || next->word != i) continue;
      form(next->form).occurrences.push_back({document_, words[i].position, field});
      ++next;
    }
    chunk_.lengths.push_back(static_cast<std::uint32_t>(words.size()));
  }

 private:
  FormOccurrences& form(const std::string& folded) { return chunk_.forms[folded]; }

  void add(const Token& word, std::string_view text, std::uint8_t field) {
    FormOccurrences& found = form(word.folded);
    found.occurrences.push_back({document_, word.position, field});
    if (!found.pieces.empty()) return;
    const std::string_view written = text.substr(word.begin, word.end - word.begin);
    if (written.size() > word.folded.size()) found.pieces = hyphen_pieces(written);
  }

  std::uint32_t document_;
  const Analysis* analysis_;
  WordChunk& chunk_;
};

}  // namespace

std::vector<std::string> hyphen_pieces(std::string_view word) {
  constexpr std::string_view kHyphens[] = {"-", "\u2010", "\u2011"};
  std::vector<std::string> pieces;
  std::size_t begin = 0;
  std::size_t folded_bytes = 0;  // of the word up to here
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
    folded_bytes += piece.size();
    if (folded_bytes > limits::kTermBytes) break;
    if (piece.size() >= kLeastPiece) pieces.push_back(std::move(piece));
    at += std::max<std::size_t>(hyphen, 1);
    begin = at;
  }
  if (!written_with_hyphens) pieces.clear();
  return pieces;
}

std::vector<WordChunk> read_document_words(std::uint32_t documents, std::size_t fields,
                                           const FieldText& text, const DocumentAnalysis& analysis,
                                           unsigned jobs) {
  std::vector<WordChunk> chunks((documents + kChunkDocuments - 1) / kChunkDocuments);
  parallel_for(chunks.size(), jobs, [&](std::size_t i) {
    WordChunk& chunk = chunks[i];
    chunk.first_document = static_cast<std::uint32_t>(i) * kChunkDocuments;
    const std::uint32_t end = std::min(chunk.first_document + kChunkDocuments, documents);
    for (std::uint32_t document = chunk.first_document; document < end; ++document) {
      FieldReader reader(document, analysis(document), chunk);
      for (std::size_t field = 0; field < fields; ++field) {
        reader.read(text(document, field), static_cast<std::uint8_t>(field));
      }
    }
  });
  return chunks;
}

}  // namespace landkaart::inline v0
