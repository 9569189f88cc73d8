// SPDX-License-Identifier: EUPL-1.2
#include "core/search/similar_documents.h"

#include <algorithm>
#include <cmath>

#include "core/base/parallel.h"
#include "core/search/integer_log2.h"
#include "core/search/shared_words.h"

namespace landkaart::inline v0 {
namespace {

// A lemma counts when at least 2 and at most 2000 documents have it, and not too large a part of
// the documents (see kCommonDivisor).
constexpr std::uint32_t kFewestSharedDocuments = 2;
constexpr std::uint32_t kMostDocuments = 2000;
constexpr std::size_t kDistinctiveWords = 24;   // the most distinctive words of a document
constexpr std::uint32_t kGroupDocuments = 512;  // number of documents that a thread does at a time

struct Weighted {
  std::uint32_t number;  // of a lemma in a document, or of a document with a lemma
  std::uint32_t weight;
};

// The square root, rounded down.
std::uint64_t square_root(std::uint64_t value) {
  auto root = static_cast<std::uint64_t>(std::sqrt(static_cast<double>(value)));
  while (root * root > value) --root;
  while ((root + 1) * (root + 1) <= value) ++root;
  return root;
}

class Similarity {
 public:
  Similarity(const FormTable& table, std::uint32_t documents, const SimilaritySettings& settings)
      : settings_(settings), documents_(documents), words_(documents), norms_(documents) {
    for (const LemmaRecord& lemma : table.lemmas) {
      if (!settings.is_left_out || !settings.is_left_out(lemma.lemma)) add(table, lemma);
    }
    for (std::uint32_t document = 0; document < documents; ++document) {
      std::uint64_t sum = 0;
      for (const Weighted& word : words_[document]) {
        sum += std::uint64_t{word.weight} * word.weight;
      }
      norms_[document] = square_root(sum);
      keep_distinctive_words(words_[document]);
    }
  }

  // `scores` has an element for each document. All must be 0, and are 0 afterwards.
  std::vector<SimilarDocument> similar_to(std::uint32_t document,
                                          std::vector<std::uint64_t>& scores) const {
    std::vector<std::uint32_t> touched;
    for (const Weighted& word : words_[document]) {
      for (const Weighted& holder : holders_[word.number]) {
        if (scores[holder.number] == 0) touched.push_back(holder.number);
        scores[holder.number] += std::uint64_t{word.weight} * holder.weight;
      }
    }
    std::vector<SimilarDocument> found;
    for (const std::uint32_t other : touched) {
      const std::uint64_t per_mille = scores[other] * 1000 / (norms_[document] * norms_[other] + 1);
      scores[other] = 0;
      if (other == document || per_mille < settings_.least_per_mille) continue;
      found.push_back({other, static_cast<std::uint32_t>(per_mille)});
    }
    const auto before = [](const SimilarDocument& a, const SimilarDocument& b) {
      return a.per_mille != b.per_mille ? a.per_mille > b.per_mille : a.document < b.document;
    };
    const std::size_t kept = std::min(found.size(), settings_.most);
    std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(kept), before);
    found.resize(kept);
    return found;
  }

 private:
  // Adds a lemma to the vectors of its documents.
  void add(const FormTable& table, const LemmaRecord& lemma) {
    std::vector<Weighted> holders;
    for (const std::uint32_t form : lemma.forms) {
      for (const auto* part : table.forms[form].occurrences) {
        for (const Occurrence& found : *part) {
          const std::uint32_t weight = settings_.field_weights[found.field];
          if (!holders.empty() && holders.back().number == found.document) {
            holders.back().weight += weight;
          } else {
            holders.push_back({found.document, weight});
          }
        }
      }
    }
    holders = united(std::move(holders));
    if (holders.size() < kFewestSharedDocuments) return;
    if (holders.size() > std::min(documents_ / kCommonDivisor + 1, kMostDocuments)) return;
    const std::int32_t rarity =
        log2_(documents_) - log2_(static_cast<std::uint32_t>(holders.size()));
    const auto number = static_cast<std::uint32_t>(holders_.size());
    for (Weighted& holder : holders) {
      const std::int64_t weight = std::int64_t{rarity} * log2_(1 + holder.weight);
      holder.weight = static_cast<std::uint32_t>(weight >> kLog2FractionBits);
      words_[holder.number].push_back({number, holder.weight});
    }
    holders_.push_back(std::move(holders));
  }

  // Adds up the weights of each document, which occurs once for each form of the lemma.
  static std::vector<Weighted> united(std::vector<Weighted> holders) {
    std::ranges::stable_sort(holders, {}, &Weighted::number);
    std::vector<Weighted> united;
    for (const Weighted& holder : holders) {
      if (!united.empty() && united.back().number == holder.number) {
        united.back().weight += holder.weight;
      } else {
        united.push_back(holder);
      }
    }
    return united;
  }

  // Keeps the words with the highest weights.
  static void keep_distinctive_words(std::vector<Weighted>& words) {
    if (words.size() <= kDistinctiveWords) return;
    std::ranges::partial_sort(
        words, words.begin() + kDistinctiveWords, [](const Weighted& a, const Weighted& b) {
          return a.weight != b.weight ? a.weight > b.weight : a.number < b.number;
        });
    words.resize(kDistinctiveWords);
    words.shrink_to_fit();
  }

  const SimilaritySettings& settings_;
  const Log2Table log2_;
  std::uint32_t documents_;
  std::vector<std::vector<Weighted>> holders_;  // by lemma: the documents that have it
  std::vector<std::vector<Weighted>> words_;    // by document: its most distinctive lemmas
  std::vector<std::uint64_t> norms_;            // by document: the length of its vector
};

}  // namespace

std::vector<std::vector<SimilarDocument>> similar_documents(const FormTable& table,
                                                            std::uint32_t documents,
                                                            const SimilaritySettings& settings,
                                                            unsigned jobs) {
  const Similarity similarity(table, documents, settings);
  std::vector<std::vector<SimilarDocument>> similar(documents);
  parallel_for((documents + kGroupDocuments - 1) / kGroupDocuments, jobs, [&](std::size_t group) {
    std::vector<std::uint64_t> scores(documents);
    const auto begin = static_cast<std::uint32_t>(group) * kGroupDocuments;
    for (std::uint32_t i = begin; i < std::min(begin + kGroupDocuments, documents); ++i) {
      similar[i] = similarity.similar_to(i, scores);
    }
  });
  return similar;
}

}  // namespace landkaart::inline v0
