// SPDX-License-Identifier: EUPL-1.2
// landkaart_count_postings PACK reads one query from each line of standard input and prints the
// number of postings that are decoded to find its ten best hits. The prefix "all:" of a line
// requires all words of the query.
#include <iostream>
#include <string>

#include "core/search/query_planner.h"
#include "core/search/top_documents.h"

namespace {

using namespace landkaart;

std::uint64_t postings_read(const ScoreList& list) {
  if (const auto* lemma = dynamic_cast<const LemmaScoreList*>(&list)) return lemma->postings_read();
  if (const auto* found = dynamic_cast<const FoundScoreList*>(&list)) return found->postings_read();
  return 0;
}

std::uint64_t postings_read(const ScoreLists& lists) {
  std::uint64_t read = 0;
  for (const ScoreGroup& group : lists.groups) {
    for (const ScoreListPointer& list : group.lists) read += postings_read(*list);
  }
  for (const ScoreListPointer& list : lists.excluded) read += postings_read(*list);
  return read;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: landkaart_count_postings PACK\n";
    return 2;
  }
  const Container container(map_file(argv[1]));
  const SearchIndex index(container);
  const Scoring scoring(index);
  for (std::string line; std::getline(std::cin, line);) {
    const bool all = line.starts_with("all:");
    const Query query = parse_query(all ? std::string_view(line).substr(4) : line);
    const QueryPlan plan =
        plan_query(query, index, scoring, {.all_words = all, .language = &language_rules("nl")});
    ScoreLists lists = make_score_lists(plan, index, scoring);
    top_documents(lists, index.header().documents, 10, {});
    std::cout << postings_read(lists) << '\n';
  }
}
