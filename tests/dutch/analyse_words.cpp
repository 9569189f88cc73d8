// SPDX-License-Identifier: EUPL-1.2
// analyse_words: reads folded words from standard input, one on each line. Prints for each word a
// line with the word, its lemma, its parts and its inflections, separated by tabs. Prints the time
// that the analysis took to standard error.
#include <chrono>
#include <iostream>
#include <string>
#include <vector>

#include "content-pack/compiler/dutch/dutch_analysis.h"

namespace {

void print(const std::vector<std::string>& words) {
  std::cout << '\t';
  for (std::size_t i = 0; i < words.size(); ++i) std::cout << (i > 0 ? " " : "") << words[i];
}

double milliseconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

}  // namespace

int main() {
  std::vector<std::string> words;
  for (std::string word; std::getline(std::cin, word);) words.push_back(word);

  auto begin = std::chrono::steady_clock::now();
  const landkaart::DutchAnalysis& dutch = landkaart::dutch_analysis();
  std::cerr << "lexicon read in " << milliseconds_since(begin) << " ms\n";

  std::vector<landkaart::WordAnalysis> analyses;
  analyses.reserve(words.size());
  begin = std::chrono::steady_clock::now();
  for (const std::string& word : words) analyses.push_back(dutch.analyse(word));
  std::cerr << words.size() << " words in " << milliseconds_since(begin) << " ms\n";

  for (std::size_t i = 0; i < words.size(); ++i) {
    std::cout << words[i] << '\t' << analyses[i].lemma;
    print(analyses[i].parts);
    print(dutch.inflections(analyses[i].lemma));
    std::cout << '\n';
  }
}
