// SPDX-License-Identifier: EUPL-1.2
// embed_pack SRC PACK CPP: compiles the folder SRC to the file PACK, and writes the bytes of the
// pack as the C++ source file CPP. The build runs this program.
#include <cstring>
#include <fstream>
#include <iostream>

#include <landkaart/compiler.h>

namespace {

void write_source(const std::span<const std::byte> bytes, const char* path) {
  std::ofstream out(path);
  out << "// Written by embed_pack.\n#include \"content-pack/embedded/cocreatie_bytes.h\"\n\n"
         "namespace landkaart::inline v0 {\n\nconst std::uint64_t kCocreatieWords[] = {";
  for (std::size_t i = 0; i < bytes.size(); i += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + i, std::min(sizeof word, bytes.size() - i));
    out << (i % 64 == 0 ? "\n" : "") << word << "u,";
  }
  out << "};\nconst std::size_t kCocreatieBytes = " << bytes.size()
      << ";\n\n}  // namespace landkaart::inline v0\n";
  out.close();
  if (!out) throw landkaart::Error(landkaart::ErrorCode::io, "cannot write", path);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: embed_pack SRC PACK CPP\n";
    return 2;
  }
  try {
    landkaart::build(argv[1], argv[2], {.with_future = true});  // the same bytes on every day
    write_source(landkaart::Pack::open(argv[2]).bytes(), argv[3]);
    return 0;
  } catch (const landkaart::SourceMistakes& error) {
    for (const landkaart::Mistake& mistake : error.mistakes()) {
      std::cerr << argv[1] << '/' << mistake.file << ':' << mistake.line << ':' << mistake.column
                << ": " << mistake.problem << "; " << mistake.remedy << '\n';
    }
  } catch (const std::exception& error) {
    std::cerr << "embed_pack: " << error.what() << '\n';
  }
  return 1;
}
