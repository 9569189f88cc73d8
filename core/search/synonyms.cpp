// SPDX-License-Identifier: EUPL-1.2
#include "core/search/synonyms.h"

#include <algorithm>
#include <optional>

#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "core/search/spelling.h"
#include "core/text/tokenizer.h"

namespace landkaart::inline v0 {
namespace {

using Json = nlohmann::json;
using Words = std::vector<std::string>;

constexpr std::size_t kMostEntryWords = 6;  // in an entry; longer entries are skipped
constexpr std::size_t kMostEntries = 64;    // in a list of a group

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
    if (list.size() == kMostEntries) break;
    if (Words words = words_of(value); !words.empty()) list.push_back(std::move(words));
  }
  return list;
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
  std::unordered_map<std::string, std::optional<std::string>> known_;
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
    groups_.push_back({list_of(group, "equal"), list_of(group, "related")});
    std::vector<Words>& equal = groups_.back().equal;
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
}

void Synonyms::add_place(const Words& words, const Words& lemmas, const Place& place) {
  if (words.empty() || words.size() > kMostEntryWords) return;
  const auto [places, is_new] = places_.try_emplace(key_of(lemmas));
  if (is_new && lemmas.size() == 1) single_words_.push_back(lemmas.front());
  places->second.push_back(place);
  longest_ = std::max(longest_, words.size());
}

void Synonyms::append_synonyms(const Place& place, std::vector<Synonym>& synonyms) const {
  const Group& group = groups_[place.group];
  const auto append = [&](const Words& words, bool is_equal) {
    const bool known =
        std::ranges::any_of(synonyms, [&](const Synonym& other) { return other.words == words; });
    if (!known && !words.empty() && words.size() <= kMostEntryWords) {
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
  for (const std::string& other : single_words_) {
    const unsigned distance = edit_distance(word, other, most);
    if (distance < least || (distance == least && distance <= most && other < nearest)) {
      nearest = other;
      least = distance;
    }
  }
  return nearest;
}

}  // namespace landkaart::inline v0
