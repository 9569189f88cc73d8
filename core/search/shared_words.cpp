// SPDX-License-Identifier: EUPL-1.2
#include "core/search/shared_words.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "core/base/salted_hash.h"
#include "core/text/tokenizer.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kLeastBytes = 4;
constexpr std::uint32_t kMostCounted = 4;  // further occurrences do not count

}  // namespace

DistinctiveWords distinctive_words(const SearchIndex& index, std::span<const WeightedText> texts) {
  struct Form {
    std::uint32_t count = 0, first = 0;
    std::string_view written;
  };
  std::unordered_map<std::string, Form, SaltedHash> forms;
  std::uint32_t number = 0;
  for (const WeightedText& part : texts) {
    Tokenizer tokenizer(part.text);
    for (Token token; tokenizer.next(token); ++number) {
      if (token.folded.size() < kLeastBytes) continue;
      Form& form = forms[token.folded];
      if (form.count == 0) {
        form.first = number;
        form.written = part.text.substr(token.begin, token.end - token.begin);
      }
      form.count += part.weight;
    }
  }
  DistinctiveWords words;
  for (const auto& [folded, form] : forms) {
    const auto term = index.find(folded);
    if (!term || term->is_function_word) continue;
    const std::uint32_t frequency = term->document_frequency();
    if (frequency > index.header().documents / kCommonDivisor + 1) continue;
    DistinctiveWord& word = words[term->lemma];
    if (word.count == 0 || form.first < word.first) {
      word.first = form.first;
      word.written = form.written;
    }
    word.count += form.count;
    word.document_frequency = frequency;
  }
  return words;
}

std::vector<std::string> shared_words(const DistinctiveWords& first, const DistinctiveWords& second,
                                      std::uint32_t documents, std::uint32_t least,
                                      std::size_t most) {
  struct Shared {
    double weight;
    const DistinctiveWord* word;
  };
  std::vector<Shared> shared;
  for (const auto& [lemma, word] : first) {
    const auto other = second.find(lemma);
    if (other == second.end()) continue;
    const std::uint32_t count = std::min({word.count, other->second.count, kMostCounted});
    if (count < least) continue;
    const double rarity = std::log2((documents + 1.0) / word.document_frequency);
    shared.push_back({rarity * std::log2(1.0 + count), &word});
  }
  std::ranges::stable_sort(shared, std::ranges::greater(), &Shared::weight);
  std::vector<std::string> words;
  for (const Shared& each : shared) {
    if (words.size() < most) words.push_back(each.word->written);
  }
  return words;
}

}  // namespace landkaart::inline v0
