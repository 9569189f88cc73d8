// SPDX-License-Identifier: EUPL-1.2
#include "core/search/synonyms.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "core/search/spelling.h"
#include "core/text/tokenizer.h"

namespace landkaart {
namespace {

using Json = nlohmann::json;
using Words = std::vector<std::string>;

// Longer ones are sentences, which nobody types word for word.
constexpr std::size_t kMostWords = 6;
constexpr std::size_t kMostSynonyms = 64;  // in a group

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
    if (list.size() == kMostSynonyms) break;
    if (Words words = words_of(value); !words.empty()) list.push_back(std::move(words));
  }
  return list;
}

Words lemmas_of(const Words& words, const SearchIndex& index) {
  Words lemmas;
  for (const std::string& word : words) lemmas.push_back(lemma_or_word(index, word));
  return lemmas;
}

std::string key_of(Words lemmas) {
  std::ranges::sort(lemmas);
  std::string key;
  for (const std::string& lemma : lemmas) key += lemma + ' ';
  return key;
}

}  // namespace

std::string lemma_or_word(const SearchIndex& index, const std::string& word) {
  const auto term = index.find(word);
  return term ? term->lemma : word;
}

Synonyms::Synonyms(std::string_view json, const SearchIndex& index) {
  const Json groups = parse_untrusted_json(json);
  if (!groups.is_array()) return;
  for (const Json& group : groups) {
    if (!group.is_object() || !group.contains("term")) continue;
    std::vector<Words> equal = list_of(group, "equal");
    equal.insert(equal.begin(), words_of(group["term"]));
    const std::vector<Words> related = list_of(group, "related");
    for (const Words& from : equal) {
      const Words lemmas = lemmas_of(from, index);
      for (const Words& to : equal) add(from, lemmas, to, true);
      for (const Words& to : related) add(from, lemmas, to, false);
    }
  }
  for (const Json& group : groups) {
    if (!group.is_object() || !group.contains("term")) continue;
    for (const Words& from : list_of(group, "related")) {
      const Words lemmas = lemmas_of(from, index);
      if (!is_answered(from, lemmas, index)) add(from, lemmas, words_of(group["term"]), false);
    }
  }
}

bool Synonyms::is_answered(const Words& words, const Words& lemmas,
                           const SearchIndex& index) const {
  return synonyms_.contains(key_of(lemmas)) ||
         std::ranges::all_of(words,
                             [&](const std::string& word) { return index.find(word).has_value(); });
}

void Synonyms::add(const Words& from, const Words& lemmas, const Words& to, bool equal) {
  if (from == to || from.empty() || from.size() > kMostWords || to.size() > kMostWords) return;
  const auto [place, is_new] = synonyms_.try_emplace(key_of(lemmas));
  if (is_new && lemmas.size() == 1) single_words_.push_back(lemmas.front());
  std::vector<Synonym>& synonyms = place->second;
  const bool known =
      std::ranges::any_of(synonyms, [&](const Synonym& other) { return other.words == to; });
  if (!known) synonyms.push_back({to, equal});
  longest_ = std::max(longest_, from.size());
}

std::span<const Synonym> Synonyms::find(std::span<const std::string> lemmas) const {
  if (lemmas.size() > longest_) return {};
  const auto found = synonyms_.find(key_of(Words(lemmas.begin(), lemmas.end())));
  if (found == synonyms_.end()) return {};
  return found->second;
}

std::string Synonyms::nearest(std::string_view word) const {
  const unsigned most = allowed_edits(word.size());
  std::string nearest;
  unsigned least = most + 1;
  if (most == 0) return nearest;
  for (const std::string& other : single_words_) {
    const unsigned distance = edit_distance(word, other, most);
    if (distance < least || (distance == least && distance <= most && other < nearest)) {
      nearest = other;
      least = distance;
    }
  }
  return nearest;
}

}  // namespace landkaart
