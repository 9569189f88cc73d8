// SPDX-License-Identifier: EUPL-1.2
// Random documents, and an index of them, for tests that compare the index with counts made from
// the texts.
#pragma once

#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "core/format/container_builder.h"
#include "core/search/search_index.h"
#include "core/search/search_index_builder.h"

namespace landkaart::testing {

using Documents = std::vector<std::vector<std::string>>;  // by document, then by field: the text

// The words are w0 to w399. Words with low numbers are in most documents, most words in few.
inline Documents random_documents(unsigned seed, std::size_t count, std::size_t fields) {
  std::mt19937 random(seed);
  Documents documents(count, std::vector<std::string>(fields));
  for (auto& document : documents) {
    for (std::string& text : document) {
      for (std::size_t left = random() % 60; left > 0; --left) {
        const std::size_t word = random() % (1 + random() % 400);
        text += "w" + std::to_string(word) + (random() % 5 == 0 ? ". " : " ");
      }
    }
  }
  return documents;
}

// An analysis in which words that differ only in their last digit are forms of one lemma: "w31" and
// "w32" have the lemma "w3". Each such word also has a compound part, such as "part3".
inline Analysis small_analysis() {
  Analysis analysis;
  analysis.analyse = [](std::string_view form) {
    FormAnalysis found{std::string(form), {}};
    if (form.size() > 2 && form[0] == 'w') {
      found.lemma = form.substr(0, form.size() - 1);
      found.parts = {"part" + std::string(form.substr(1, 1))};
    }
    return found;
  };
  analysis.inflections = [](std::string_view lemma) {
    std::vector<std::string> forms;
    if (lemma.size() > 1 && lemma[0] == 'w') forms = {std::string(lemma) + "5"};
    return forms;
  };
  return analysis;
}

inline SearchSections build_sections(const Documents& documents, unsigned jobs,
                                     bool positions = true, const Analysis& analysis = {},
                                     std::uint32_t reorder_from = 10'000) {
  SearchSettings settings;
  settings.with_positions = positions;
  settings.analysis = analysis;
  settings.reorder_from = reorder_from;
  const std::size_t fields = documents.empty() ? 1 : documents.front().size();
  for (std::size_t f = 0; f < fields; ++f) {
    const std::string name = f + 1 == fields ? std::string(kTextField) : "f" + std::to_string(f);
    settings.fields.push_back({name, 1.0 + static_cast<double>(f), 0.75, 0});
  }
  return build_search_sections(
      static_cast<std::uint32_t>(documents.size()), settings,
      [&](std::uint32_t document, std::size_t field) {
        return std::string_view(documents[document][field]);
      },
      jobs);
}

// An index of documents, with the bytes that it reads.
struct BuiltIndex {
  std::shared_ptr<const std::string> file;
  std::shared_ptr<const Container> container;
  std::shared_ptr<const SearchIndex> index;

  explicit BuiltIndex(const Documents& documents, const Analysis& analysis = {},
                      std::uint32_t reorder_from = 10'000, bool positions = true)
      : BuiltIndex(build_sections(documents, 1, positions, analysis, reorder_from),
                   static_cast<std::uint32_t>(documents.size())) {}

  BuiltIndex(SearchSections sections, std::uint32_t documents) {
    std::vector<SectionContent> contents = {
        {SectionId::term_top, kCritical, std::move(sections.terms.top), Encoding::plain, 0},
        {SectionId::title_top, kCritical, std::move(sections.titles.top), Encoding::plain, 0},
        {SectionId::title_pages, kCritical, std::move(sections.titles.pages), Encoding::plain, 0},
        {SectionId::title_blocks, kCritical, std::move(sections.titles.blocks), Encoding::plain, 0},
        {SectionId::search, kCritical, std::move(sections.header), Encoding::plain, 0},
        {SectionId::lengths, kCritical, std::move(sections.lengths), Encoding::plain, 0},
        {SectionId::term_pages, kCritical, std::move(sections.terms.pages), Encoding::plain, 0},
        {SectionId::term_blocks, kCritical, std::move(sections.terms.blocks), Encoding::plain, 0},
        {SectionId::skips, kCritical, std::move(sections.skips), Encoding::plain, 0},
        {SectionId::postings, kCritical, std::move(sections.postings), Encoding::plain, 0},
        {SectionId::positions, 0, std::move(sections.positions), Encoding::plain, 0}};
    if (!sections.order.empty()) {
      contents.push_back(
          {SectionId::document_order, kCritical, std::move(sections.order), Encoding::plain, 0});
    }
    file = std::make_shared<const std::string>(build_container(contents, documents, Hash{}));
    container = std::make_shared<const Container>(SharedBytes{as_bytes(*file), file});
    index = std::make_shared<const SearchIndex>(*container);
  }
};

}  // namespace landkaart::testing
