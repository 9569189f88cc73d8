// SPDX-License-Identifier: EUPL-1.2
// landkaart_answers PACK [LIMIT]: reads a query from each line of standard input, and prints a line
// of JSON with the ids of the hits and the time of the search in microseconds. A line that begins
// with "all:" requires all words. Used to measure relevance and speed.
#include <chrono>
#include <iostream>

#include <nlohmann/json.hpp>

#include <landkaart/landkaart.h>

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: landkaart_answers PACK [LIMIT]\n";
    return 2;
  }
  const auto pack = landkaart::Pack::open(argv[1]);
  const std::size_t limit = argc > 2 ? std::stoul(argv[2]) : 10;
  for (std::string line; std::getline(std::cin, line);) {
    const bool all = line.starts_with("all:");
    const std::string query = all ? line.substr(4) : line;
    const auto begin = std::chrono::steady_clock::now();
    const auto result = pack.search(
        query, {.limit = limit, .match = all ? landkaart::Match::all : landkaart::Match::any});
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
    nlohmann::json hits = nlohmann::json::array();
    for (const auto& hit : result.hits) hits.push_back(hit.id());
    std::cout << nlohmann::json{{"hits", hits}, {"us", took.count()}}.dump() << '\n';
  }
}
