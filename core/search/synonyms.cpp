// SPDX-License-Identifier: EUPL-1.2
#include "core/search/synonyms.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "core/base/malformed.h"
#include "core/base/salted_hash.h"
#include "core/search/spelling.h"
#include "core/text/tokenizer.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

using Json = nlohmann::json;
using Words = std::vector<std::string>;

constexpr std::size_t kMostEntryWords = 6;  // in an entry; longer entries are skipped

Words words_of(const Json& value) {
  Words words;
  if (!value.is_string()) return words;
  Tokenizer tokenizer(value.get_ref<const std::string&>());
  for (Token token; tokenizer.next(token);) words.push_back(token.folded);
  return words;
}

std::vector<Words> list_of(const Json& group, const char* key) {
  std::vector<Words> list;
  if (!group.contains(key) || !group[key].is_array()) return list;
  for (const Json& value : group[key]) {
    if (Words words = words_of(value); !words.empty()) list.push_back(std::move(words));
  }
  return list;
}

// One bit for each letter that occurs, modulo 32. An edit changes at most two of the bits.
std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char letter : word) letters |= 1u << (static_cast<unsigned char>(letter) % 32);
  return letters;
}

// The lemmas of words. Keeps each answer, because the same words occur in many entries.
class Lemmas {
 public:
  explicit Lemmas(const SearchIndex& index) : index_(index) {}

  // Empty when the dictionary of the pack does not have the word.
  const std::optional<std::string>& find(const std::string& word) {
    const auto [known, is_new] = known_.try_emplace(word);
    if (!is_new) return known->second;
    if (auto term = index_.find(word)) known->second = std::move(term->lemma);
    return known->second;
  }

  Words of(const Words& words) {
    Words lemmas;
    for (const std::string& word : words) lemmas.push_back(find(word).value_or(word));
    return lemmas;
  }

 private:
  const SearchIndex& index_;
  std::unordered_map<std::string, std::optional<std::string>, SaltedHash> known_;
};

// The key of a set of words: the sorted words, each with a space behind it.
std::string key_of(Words lemmas) {
  std::ranges::sort(lemmas);
  std::string key;
  for (const std::string& lemma : lemmas) key += lemma + ' ';
  return key;
}

}  // namespace

Synonyms::Synonyms(std::string_view json, const SearchIndex& index) {
  const JsonTree groups = parse_untrusted_json(json);
  if (!groups.is_array()) return;
  Lemmas lemmas(index);
  for (const Json& group : groups) {
    if (!group.is_object() || !group.contains("term")) continue;
    if (groups_.size() == limits::kSynonymGroups) {
      beyond_limit("the pack", limits::kSynonymGroups, "groups of synonyms");
    }
    groups_.push_back({list_of(group, "equal"), list_of(group, "related")});
    std::vector<Words>& equal = groups_.back().equal;
    if (equal.size() + groups_.back().related.size() > limits::kSynonymsOfWord) {
      beyond_limit("a group of synonyms", limits::kSynonymsOfWord, "words");
    }
    equal.insert(equal.begin(), words_of(group["term"]));
    if (equal.size() + groups_.back().related.size() < 2) continue;
    for (std::size_t entry = 0; entry < equal.size(); ++entry) {
      add_place(equal[entry], lemmas.of(equal[entry]), {groups_.size() - 1, entry, false});
    }
  }
  for (std::size_t group = 0; group < groups_.size(); ++group) {
    for (const Words& words : groups_[group].related) {
      const bool pack_has_all = std::ranges::all_of(
          words, [&](const std::string& word) { return lemmas.find(word).has_value(); });
      if (pack_has_all) continue;
      const Words found = lemmas.of(words);
      if (!places_.contains(key_of(found))) add_place(words, found, {group, 0, true});
    }
  }
  std::ranges::sort(single_words_, {}, [](const SingleWord& single) {
    return std::pair(single.word.size(), single.word);
  });
}

void Synonyms::add_place(const Words& words, const Words& lemmas, const Place& place) {
  if (words.empty() || words.size() > kMostEntryWords) return;
  const auto [places, is_new] = places_.try_emplace(key_of(lemmas));
  if (is_new && lemmas.size() == 1) {
    const std::string_view word = std::string_view(places->first).substr(0, lemmas[0].size());
    single_words_.push_back({word, letters_of(word)});
  }
  // Each place has at least one synonym, and find() returns at most kSynonymsOfWord of them.
  if (places->second.size() < limits::kSynonymsOfWord) places->second.push_back(place);
  longest_ = std::max(longest_, words.size());
}

void Synonyms::append_synonyms(const Place& place, std::vector<Synonym>& synonyms) const {
  const Group& group = groups_[place.group];
  const auto append = [&](const Words& words, bool is_equal) {
    const bool known =
        std::ranges::any_of(synonyms, [&](const Synonym& other) { return other.words == words; });
    if (!known && !words.empty() && words.size() <= kMostEntryWords &&
        synonyms.size() < limits::kSynonymsOfWord) {
      synonyms.push_back({words, is_equal});
    }
  };
  if (place.is_related) return append(group.equal.front(), false);
  const Words& own = group.equal[place.entry];
  for (const Words& words : group.equal) {
    if (words != own) append(words, true);
  }
  for (const Words& words : group.related) {
    if (words != own) append(words, false);
  }
}

std::vector<Synonym> Synonyms::find(std::span<const std::string> lemmas) const {
  std::vector<Synonym> synonyms;
  if (lemmas.size() > longest_) return synonyms;
  const auto found = places_.find(key_of(Words(lemmas.begin(), lemmas.end())));
  if (found == places_.end()) return synonyms;
  for (const Place& place : found->second) append_synonyms(place, synonyms);
  return synonyms;
}

std::string Synonyms::nearest(std::string_view word) const {
  const unsigned most = allowed_edits(word.size());
  std::string nearest;
  unsigned least = most + 1;
  if (most == 0) return nearest;
  const std::uint32_t letters = letters_of(word);
  auto single = std::ranges::lower_bound(single_words_, word.size() - most, {},
                                         [](const SingleWord& each) { return each.word.size(); });
  for (; single != single_words_.end() && single->word.size() <= word.size() + most; ++single) {
    if (std::popcount(letters ^ single->letters) > static_cast<int>(2 * most)) continue;
    const unsigned distance = edit_distance(word, single->word, most);
    if (distance < least || (distance == least && distance <= most && single->word < nearest)) {
      nearest = single->word;
      least = distance;
    }
  }
  return nearest;
}

}  // namespace landkaart::inline v0
