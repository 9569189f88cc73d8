// SPDX-License-Identifier: EUPL-1.2
// mixed_queries QUERIES [CACHE-BYTES]
//
// Eight threads ask the default pack QUERIES things in all, from the moment that it is opened:
// searches with snippets, explanations, totals and facets, suggestions, items, related items and
// drawings. Fails when an answer differs from that of one thread, or when a call throws. With a
// small cache each thread drops what other threads use.
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <iostream>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <landkaart/cocreatie.h>

namespace {

using namespace landkaart;

constexpr unsigned kThreads = 8;
constexpr unsigned kQuestions = 3000;  // different ones
constexpr const char* kWords[] = {"samenwerken",
                                  "raad",
                                  "gemeente",
                                  "inwoners",
                                  "te veel regels",
                                  "\"te veel\"",
                                  "-raad",
                                  "sam*",
                                  "participtie",
                                  "omgevingswet",
                                  "wat is draagvlak",
                                  "hoe krijg ik mijn collega mee",
                                  "b&w",
                                  "vertrouwn",
                                  "werkvorm voor 8 mensen",
                                  "kind:topic",
                                  "\"samen met\"",
                                  "regels*",
                                  "huisjes",
                                  "wethouder",
                                  "de",
                                  "burgerberaad",
                                  "raads lid"};

std::string search(const Pack& pack, const std::string& query, std::mt19937& random) {
  SearchOptions options;
  options.limit = random() % 12;
  if (random() % 3 == 0) options.match = Match::all;
  if (random() % 4 == 0) options.as_you_type = true;
  if (random() % 5 == 0) options.kinds = {Kind::work_form};
  const SearchResult result = pack.search(query, options);
  std::string answer;
  for (std::size_t i = 0; i < result.hits.size(); ++i) {
    const Hit hit = result.hits[i];
    answer += hit.id() + ':' + std::to_string(hit.score());
    if (i >= 2) continue;
    answer += hit.snippet().text;
    for (const Explanation& part : hit.explain()) answer += part.found;
  }
  answer += std::to_string(result.total()) + result.suggestion().value_or("");
  for (const FacetCount& kind : result.facets().kinds) {
    answer += kind.value + std::to_string(kind.count);
  }
  return answer;
}

// The answer to the question with a number.
std::string answer(const Pack& pack, unsigned question) {
  std::mt19937 random(question);
  std::string query;
  for (unsigned words = 1 + random() % 4; words > 0; --words) {
    query += std::string(kWords[random() % std::size(kWords)]) + ' ';
  }
  std::string text;
  switch (random() % 12) {
    case 0:
      for (const Suggestion& suggestion : pack.suggest(query)) text += suggestion.text + '|';
      return text;
    case 1: {
      const std::vector<Item> items = pack.items();
      const Item item = items[random() % items.size()];
      return item.json() + item.markdown();
    }
    case 2: {
      const std::vector<Item> items = pack.items();
      for (const Item::Related& related : items[random() % items.size()].related()) {
        text += related.item.title();
      }
      return text;
    }
    case 3:
      return random() % 20 == 0 ? pack.map().svg() : pack.map().locate(500, 300).value_or("-");
    default: return search(pack, query, random);
  }
}

Pack open_default_pack(std::size_t cache_bytes) {
  const auto bytes = cocreatie().bytes();
  return Pack::from_memory(std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()),
                           {.cache_bytes = cache_bytes});
}

std::size_t hash_of(const std::string& text) { return std::hash<std::string>()(text); }

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: mixed_queries QUERIES [CACHE-BYTES]\n";
    return 2;
  }
  const std::uint64_t queries = std::stoull(argv[1]);
  const std::size_t cache_bytes = argc > 2 ? std::stoull(argv[2]) : OpenOptions().cache_bytes;
  std::vector<std::size_t> right;
  {
    const Pack alone = open_default_pack(cache_bytes);
    for (unsigned question = 0; question < kQuestions; ++question) {
      right.push_back(hash_of(answer(alone, question)));
    }
  }
  const auto begin = std::chrono::steady_clock::now();
  const Pack pack = open_default_pack(cache_bytes);
  std::atomic<std::uint64_t> wrong = 0, thrown = 0;
  {
    std::vector<std::jthread> threads;
    for (unsigned thread = 0; thread < kThreads; ++thread) {
      threads.emplace_back([&, thread] {
        std::mt19937 random(thread);
        for (std::uint64_t i = 0; i < queries / kThreads; ++i) {
          const auto question = static_cast<unsigned>(random() % kQuestions);
          try {
            if (hash_of(answer(pack, question)) != right[question]) ++wrong;
          } catch (const std::exception&) {
            ++thrown;
          }
        }
      });
    }
  }
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
  std::cout << kThreads << " threads, " << queries << " queries in " << time.count()
            << " s: " << wrong << " wrong answers, " << thrown << " exceptions\n";
  return wrong + thrown == 0 ? 0 : 1;
}
