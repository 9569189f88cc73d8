// SPDX-License-Identifier: EUPL-1.2
// landkaart_count_postings PACK reads a query from each line of standard input, and prints the number
// of postings that a search for its ten best hits decodes. A line that begins with "all:" searches
// for documents with all words of the query.
#include <iostream>
#include <string>

#include "core/search/query_plan.h"
#include "core/search/top_documents.h"

int main(int argc, char** argv) {
  using namespace landkaart;
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
    const QueryPlan plan = plan_query(query, index, scoring, {all, false});
    ScoreLists lists = make_score_lists(plan, index, scoring);
    top_documents(lists, index.header().documents, 10, {});
    std::cout << postings_read(lists) << '\n';
  }
}
