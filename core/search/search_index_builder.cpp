// SPDX-License-Identifier: EUPL-1.2
// Texts are read in chunks of documents, words are encoded in groups; both sizes are fixed, so that
// the result does not depend on the number of jobs.
#include "core/search/search_index_builder.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "core/base/parallel.h"
#include "core/search/posting_block.h"
#include "core/text/tokenizer.h"

namespace landkaart {
namespace {

constexpr std::uint32_t kChunkDocuments = 1024;
constexpr std::size_t kGroupTerms = 512;

struct Occurrence {
  std::uint32_t document;
  std::uint32_t position;
  std::uint8_t field;
};

// The words of one chunk of documents.
struct Chunk {
  std::unordered_map<std::string, std::vector<Occurrence>> words;
  std::vector<std::uint32_t> lengths;  // field by field for each document
};

using Text = std::function<std::string_view(std::uint32_t, std::size_t)>;

Chunk read_chunk(std::uint32_t begin, std::uint32_t end, std::size_t fields, const Text& text) {
  Chunk chunk;
  Token token;
  for (std::uint32_t document = begin; document < end; ++document) {
    for (std::size_t field = 0; field < fields; ++field) {
      Tokenizer tokenizer(text(document, field));
      std::uint32_t length = 0;
      while (tokenizer.next(token)) {
        chunk.words[token.folded].push_back(
            {document, token.position, static_cast<std::uint8_t>(field)});
        ++length;
      }
      chunk.lengths.push_back(length);
    }
  }
  return chunk;
}

// A word with its occurrences in each chunk, in order of document.
using Occurrences = std::vector<const std::vector<Occurrence>*>;

std::vector<Posting> to_postings(const Occurrences& occurrences) {
  std::vector<Posting> postings;
  for (const auto* part : occurrences) {
    for (const Occurrence& occurrence : *part) {
      if (postings.empty() || postings.back().document != occurrence.document) {
        postings.push_back({occurrence.document, {}, {}});
      }
      ++postings.back().frequencies[occurrence.field];
      postings.back().positions.push_back(occurrence.position);
    }
  }
  return postings;
}

struct EncodedWord {
  std::uint32_t document_frequency = 0;
  std::string single, list, positions, skips;
};

class Encoder {
 public:
  Encoder(std::size_t fields, bool with_positions, std::string_view lengths,
          std::uint32_t documents)
      : fields_(fields),
        with_positions_(with_positions),
        lengths_(lengths),
        documents_(documents) {}

  EncodedWord encode(const std::vector<Posting>& postings) const {
    EncodedWord word;
    word.document_frequency = static_cast<std::uint32_t>(postings.size());
    if (postings.size() == 1) {
      word.single = encode_single_posting(postings.front(), with_positions_);
      return word;
    }
    std::uint32_t previous_document = 0;
    std::uint32_t gap_from = 0;
    for (std::size_t begin = 0; begin < postings.size(); begin += kPostingBlock) {
      const auto block = std::span(postings).subspan(
          begin, std::min<std::size_t>(kPostingBlock, postings.size() - begin));
      const std::size_t list_begin = word.list.size();
      const std::size_t positions_begin = word.positions.size();
      append_posting_block(word.list, block, gap_from);
      if (with_positions_) append_positions(word.positions, block);
      gap_from = block.back().document + 1;
      if (postings.size() <= kPostingBlock) break;
      SkipEntry skip;
      skip.last_document = block.back().document;
      skip.list_bytes = static_cast<std::uint32_t>(word.list.size() - list_begin);
      skip.positions_bytes = static_cast<std::uint32_t>(word.positions.size() - positions_begin);
      skip.fields = bounds(block);
      append_skip_entry(word.skips, skip, previous_document, with_positions_);
      previous_document = skip.last_document;
    }
    return word;
  }

 private:
  std::vector<SkipField> bounds(std::span<const Posting> block) const {
    std::vector<SkipField> bounds(fields_, SkipField{0, 255});
    for (const Posting& posting : block) {
      for (std::size_t f = 0; f < fields_; ++f) {
        if (posting.frequencies[f] == 0) continue;
        const auto length = static_cast<std::uint8_t>(lengths_[f * documents_ + posting.document]);
        bounds[f].greatest_frequency =
            std::max(bounds[f].greatest_frequency, posting.frequencies[f]);
        bounds[f].least_length_code = std::min(bounds[f].least_length_code, length);
      }
    }
    return bounds;
  }

  std::size_t fields_;
  bool with_positions_;
  std::string_view lengths_;
  std::uint32_t documents_;
};

std::vector<Chunk> read_chunks(std::uint32_t documents, std::size_t fields, const Text& text,
                               unsigned jobs) {
  std::vector<Chunk> chunks((documents + kChunkDocuments - 1) / kChunkDocuments);
  parallel_for(chunks.size(), jobs, [&](std::size_t i) {
    const auto begin = static_cast<std::uint32_t>(i) * kChunkDocuments;
    chunks[i] = read_chunk(begin, std::min(begin + kChunkDocuments, documents), fields, text);
  });
  return chunks;
}

// Field-major, one code a document; adds up the totals of the fields.
std::string encode_lengths(const std::vector<Chunk>& chunks, std::uint32_t documents,
                           std::vector<SearchField>& fields) {
  std::string lengths(std::size_t{documents} * fields.size(), '\0');
  std::uint32_t document = 0;
  for (const Chunk& chunk : chunks) {
    for (std::size_t i = 0; i < chunk.lengths.size(); ++i) {
      const std::size_t field = i % fields.size();
      fields[field].total_length += chunk.lengths[i];
      lengths[field * documents + document] = static_cast<char>(length_code(chunk.lengths[i]));
      if (field + 1 == fields.size()) ++document;
    }
  }
  return lengths;
}

std::map<std::string_view, Occurrences> gather(const std::vector<Chunk>& chunks) {
  std::map<std::string_view, Occurrences> words;
  for (const Chunk& chunk : chunks) {
    for (const auto& [word, occurrences] : chunk.words) words[word].push_back(&occurrences);
  }
  return words;
}

}  // namespace

SearchSections build_search_sections(std::uint32_t documents, const SearchSettings& settings,
                                     const Text& text, unsigned jobs) {
  SearchSections sections;
  SearchHeader header;
  header.documents = documents;
  header.has_positions = settings.with_positions;
  header.fields = settings.fields;
  const std::vector<Chunk> chunks = read_chunks(documents, header.fields.size(), text, jobs);
  sections.lengths = encode_lengths(chunks, documents, header.fields);
  sections.header = encode_search_header(header);

  const auto gathered = gather(chunks);
  const std::vector<std::pair<std::string_view, Occurrences>> words(gathered.begin(),
                                                                    gathered.end());
  std::vector<EncodedWord> encoded(words.size());
  const Encoder encoder(header.fields.size(), header.has_positions, sections.lengths, documents);
  parallel_for((words.size() + kGroupTerms - 1) / kGroupTerms, jobs, [&](std::size_t group) {
    const std::size_t end = std::min((group + 1) * kGroupTerms, words.size());
    for (std::size_t i = group * kGroupTerms; i < end; ++i) {
      encoded[i] = encoder.encode(to_postings(words[i].second));
    }
  });

  StringDictionaryBuilder terms;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const EncodedWord& word = encoded[i];
    TermEntry entry;
    entry.document_frequency = word.document_frequency;
    entry.inline_list = as_bytes(word.single);
    entry.list_offset = sections.postings.size();
    entry.list_length = word.list.size();
    entry.positions_offset = sections.positions.size();
    entry.positions_length = word.positions.size();
    entry.skips_offset = sections.skips.size();
    entry.skips_length = word.skips.size();
    terms.add(words[i].first, encode_term_entry(entry, header.has_positions));
    sections.postings += word.list;
    sections.positions += word.positions;
    sections.skips += word.skips;
  }
  sections.terms = terms.finish();
  return sections;
}

}  // namespace landkaart
