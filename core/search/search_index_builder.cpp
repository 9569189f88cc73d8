// SPDX-License-Identifier: EUPL-1.2
#include "core/search/search_index_builder.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "core/base/parallel.h"
#include "core/base/varint.h"
#include "core/search/document_bisection.h"
#include "core/search/document_order.h"
#include "core/search/form_table.h"
#include "core/search/list_encoder.h"
#include "core/search/term_entry.h"
#include "core/search/title_key.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kGroupLemmas = 256;  // number of lemmas that a thread encodes at a time

// An occurrence of a form. `document` is the number of the document in the finished index.
struct IndexedOccurrence {
  std::uint32_t document;
  std::uint8_t field;
  std::uint32_t position;
  std::uint8_t form_number;

  auto operator<=>(const IndexedOccurrence&) const = default;  // NOLINT(modernize-use-nullptr)
};

[[noreturn]] void throw_too_many_words(std::uint32_t words) {
  throw Error(ErrorCode::limit_exceeded,
              "the text of one item has " + std::to_string(words) + " words, and at most " +
                  std::to_string(limits::kFieldWords) +
                  " are allowed; split the longest item into several items");
}

class Builder {
 public:
  Builder(std::uint32_t items, const SearchSettings& settings, unsigned jobs)
      : items_(items), settings_(settings), jobs_(jobs) {}

  SearchSections build(const FieldText& text) {
    const std::function<bool(std::uint32_t)> all = [](std::uint32_t) { return true; };
    const auto& is_analysed = settings_.is_analysed ? settings_.is_analysed : all;
    const auto analysis = [&](std::uint32_t item) {
      return is_analysed(item) ? &settings_.analysis : nullptr;
    };
    chunks_ = read_document_words(items_, settings_.fields.size(), text, analysis, jobs_);
    table_ = build_form_table(chunks_, settings_.analysis, is_analysed, jobs_);
    order_documents();
    find_similar();
    write_lengths();
    encode_lists();
    append_lists();
    write_dictionary();
    write_titles(text);
    return std::move(sections_);
  }

 private:
  void order_documents() {
    sections_.items.resize(items_);
    std::iota(sections_.items.begin(), sections_.items.end(), 0u);
    if (items_ >= settings_.reorder_from) {
      sections_.items = bisect_documents(forward_lists(table_, items_), jobs_);
      sections_.order = encode_document_order(sections_.items);
    }
    document_of_.resize(items_);
    for (std::uint32_t document = 0; document < items_; ++document) {
      document_of_[sections_.items[document]] = document;
    }
  }

  void find_similar() {
    SimilaritySettings similarity;
    for (const SearchField& field : settings_.fields) {
      similarity.field_weights.push_back(static_cast<std::uint32_t>(field.weight));
    }
    similarity.is_left_out = settings_.analysis.is_function_word;
    sections_.similar = similar_documents(table_, items_, similarity, jobs_);
  }

  // Writes the length codes of all documents of the first field, then of the second, and so on, and
  // the header with the total length of each field.
  void write_lengths() {
    SearchHeader header;
    header.documents = items_;
    header.has_positions = settings_.with_positions;
    header.has_order = !sections_.order.empty();
    header.fields = settings_.fields;
    const std::size_t fields = header.fields.size();
    sections_.lengths.assign(std::size_t{items_} * fields, '\0');
    for (const WordChunk& chunk : chunks_) {
      for (std::size_t i = 0; i < chunk.lengths.size(); ++i) {
        const std::size_t field = i % fields;
        if (chunk.lengths[i] > limits::kFieldWords) throw_too_many_words(chunk.lengths[i]);
        const std::uint32_t document = document_of_[chunk.first_document + i / fields];
        header.fields[field].total_length += chunk.lengths[i];
        sections_.lengths[field * items_ + document] =
            static_cast<char>(length_code(chunk.lengths[i]));
      }
    }
    sections_.header = encode_search_header(header);
  }

  // The postings of all occurrences of the forms. Forms can share a word of a text (a separated
  // form and the word itself); the word then counts once.
  std::vector<Posting> postings_of(const std::vector<std::uint32_t>& forms,
                                   bool with_positions) const {
    std::vector<IndexedOccurrence> occurrences;
    for (const std::uint32_t form : forms) {
      for (const auto* part : table_.forms[form].occurrences) {
        for (const Occurrence& found : *part) {
          occurrences.push_back({document_of_[found.document], found.field, found.position,
                                 table_.forms[form].number});
        }
      }
    }
    std::ranges::sort(occurrences);
    std::vector<Posting> postings;
    const auto same_word = [](const IndexedOccurrence& a, const IndexedOccurrence& b) {
      return std::tie(a.document, a.field, a.position) == std::tie(b.document, b.field, b.position);
    };
    occurrences.erase(std::unique(occurrences.begin(), occurrences.end(), same_word),
                      occurrences.end());
    for (const IndexedOccurrence& occurrence : occurrences) {
      if (postings.empty() || postings.back().document != occurrence.document) {
        postings.push_back({occurrence.document, {}, 0, {}});
      }
      Posting& posting = postings.back();
      ++posting.frequencies[occurrence.field];
      posting.forms |= static_cast<std::uint8_t>(1u << (occurrence.form_number - 1));
      if (with_positions) posting.positions.push_back(occurrence.position);
    }
    return postings;
  }

  void encode_lists() {
    const ListEncoder encoder(settings_.fields.size(), sections_.lengths, items_);
    words_.resize(table_.lemmas.size());
    parts_.resize(table_.lemmas.size());
    parallel_for((words_.size() + kGroupLemmas - 1) / kGroupLemmas, jobs_, [&](std::size_t group) {
      const std::size_t end = std::min((group + 1) * kGroupLemmas, words_.size());
      for (std::size_t i = group * kGroupLemmas; i < end; ++i) {
        const LemmaRecord& lemma = table_.lemmas[i];
        words_[i] = encoder.encode(postings_of(lemma.forms, settings_.with_positions),
                                   {settings_.with_positions, lemma.forms.size() > 1});
        parts_[i] = encoder.encode(postings_of(lemma.compounds, false), {false, false});
      }
    });
  }

  // Appends a list to the sections.
  ListPlace append_list(const EncodedList& list) {
    ListPlace place;
    place.document_frequency = list.document_frequency;
    place.inline_posting = as_bytes(list.single);
    place.offset = sections_.postings.size();
    place.length = list.blocks.size();
    place.positions_offset = sections_.positions.size();
    place.positions_length = list.positions.size();
    place.skips_offset = sections_.skips.size();
    place.skips_length = list.skips.size();
    sections_.postings += list.blocks;
    sections_.positions += list.positions;
    sections_.skips += list.skips;
    return place;
  }

  // Appends the lists in the order in which the dictionary first refers to them, so that words
  // which are neighbours in the dictionary have neighbouring lists.
  void append_lists() {
    word_places_.resize(words_.size());
    part_places_.resize(words_.size());
    std::vector<bool> done(words_.size());
    for (const FormRecord& form : table_.forms) {
      if (done[form.lemma]) continue;
      done[form.lemma] = true;
      word_places_[form.lemma] = append_list(words_[form.lemma]);
      part_places_[form.lemma] = append_list(parts_[form.lemma]);
    }
  }

  void write_dictionary() {
    StringDictionaryBuilder terms;
    constexpr std::uint32_t kNone = ~0u;
    // By lemma: the last dictionary entry that holds its lists.
    std::vector<std::uint32_t> owners(table_.lemmas.size(), kNone);
    for (std::uint32_t i = 0; i < table_.forms.size(); ++i) {
      const FormRecord& form = table_.forms[i];
      const LemmaRecord& lemma = table_.lemmas[form.lemma];
      TermEntry entry;
      entry.form_number = form.number;
      entry.form_parts = form.parts;
      const std::uint32_t owner = owners[form.lemma];
      if (owner != kNone && owner / kDictionaryBlockEntries == i / kDictionaryBlockEntries) {
        entry.refers_back = i - owner;
      } else {
        owners[form.lemma] = i;
        if (lemma.lemma != form.form) entry.lemma = lemma.lemma;
        entry.has_forms = lemma.forms.size() > 1;
        entry.is_function_word =
            settings_.analysis.is_function_word && settings_.analysis.is_function_word(lemma.lemma);
        entry.words = word_places_[form.lemma];
        entry.parts = part_places_[form.lemma];
      }
      terms.add(form.form, encode_term_entry(entry, form.form, settings_.with_positions));
    }
    sections_.terms = terms.finish();
  }

  // Writes a dictionary of titles, which are the lines of field 0. The value of a title is the list
  // of its documents: the first number, then the differences, as varints.
  void write_titles(const FieldText& text) {
    std::map<std::string, std::vector<std::uint32_t>> documents;
    for (std::uint32_t document = 0; document < items_; ++document) {
      for (std::string& key : title_keys(text(sections_.items[document], 0))) {
        auto& found = documents[std::move(key)];
        if (found.empty() || found.back() != document) found.push_back(document);
      }
    }
    StringDictionaryBuilder titles;
    for (const auto& [key, found] : documents) {
      std::string gaps;
      std::uint32_t previous = 0;
      for (const std::uint32_t document : found) {
        append_varint(gaps, document - previous);
        previous = document;
      }
      titles.add(key, gaps);
    }
    sections_.titles = titles.finish();
  }

  std::uint32_t items_;
  const SearchSettings& settings_;
  unsigned jobs_;
  std::vector<WordChunk> chunks_;
  FormTable table_;
  std::vector<std::uint32_t> document_of_;            // by item
  std::vector<EncodedList> words_, parts_;            // by lemma
  std::vector<ListPlace> word_places_, part_places_;  // by lemma
  SearchSections sections_;
};

}  // namespace

SearchSections build_search_sections(std::uint32_t items, const SearchSettings& settings,
                                     const FieldText& text, unsigned jobs) {
  return Builder(items, settings, jobs).build(text);
}

}  // namespace landkaart::inline v0
