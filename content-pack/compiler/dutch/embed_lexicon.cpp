// SPDX-License-Identifier: EUPL-1.2
// embed_lexicon LEXICON HASH CPP: writes the file LEXICON and its SHA-256, HASH, as the C++ source
// file CPP. The build runs this program.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: embed_lexicon LEXICON HASH CPP\n";
    return 2;
  }
  std::ifstream in(argv[1], std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  std::ofstream out(argv[3]);
  out << "// Written by embed_lexicon.\n#include "
         "\"content-pack/compiler/dutch/lexicon_bytes.h\"\n\n"
         "namespace landkaart::inline v0 {\n\nconst std::uint64_t kLexiconWords[] = {";
  for (std::size_t i = 0; i < bytes.size(); i += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + i, std::min(sizeof word, bytes.size() - i));
    out << (i % 64 == 0 ? "\n" : "") << word << "u,";
  }
  out << "};\nconst std::size_t kLexiconBytes = " << bytes.size()
      << ";\nconst char kLexiconHash[] = \"" << argv[2]
      << "\";\n\n}  // namespace landkaart::inline v0\n";
  out.close();
  if (in && out && !bytes.empty()) return 0;
  std::cerr << "embed_lexicon: cannot copy " << argv[1] << " to " << argv[3] << '\n';
  return 1;
}
