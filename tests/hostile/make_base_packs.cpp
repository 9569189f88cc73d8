// SPDX-License-Identifier: EUPL-1.2
// make_base_packs FIXTURE FOLDER: writes the packs that mutations and fuzzers begin with.
//
// small.lkp    every kind of item, a map, journeys, synonyms, positions, links and redirects
// large.lkp    the small pack with 300 generated articles, so that words have several blocks of
//              postings
// default.lkp  the default pack without its assets, which no call parses
//
// Also writes the seeds of fuzzers in FOLDER/seeds, from the default pack: bodies, the map, the
// synonyms and the dictionaries.
#include <filesystem>
#include <fstream>
#include <iostream>

#include <landkaart/cocreatie.h>
#include <landkaart/compiler.h>

#include "tests/hostile/dice.h"
#include "tests/hostile/mutate.h"
#include "tests/hostile/pack_parts.h"

namespace {

using namespace landkaart;
using namespace landkaart::testing;

constexpr int kArticles = 300;
constexpr const char* kVocabulary[] = {
    "wie",       "missen",       "wij",        "in",          "deze",     "kring",
    "de",        "gemeente",     "van",        "een",         "inwoners", "samenwerken",
    "raadslid",  "raadsleden",   "vergunning", "regels",      "te",       "veel",
    "regenton",  "regentonnen",  "tuinen",     "wethouder",   "gesprek",  "omgevingswet",
    "huisjes",   "vertrouwen",   "vergadert",  "nodigt",      "uit",      "burgemeester",
    "collega's", "participatie", "loting",     "burgerberaad"};

std::string sentence(MutationDice& dice, int words) {
  std::string text;
  for (int i = 0; i < words; ++i) {
    if (i > 0) text += ' ';
    text += dice.one_of(kVocabulary);
  }
  return text;
}

std::string article(MutationDice& dice, int number) {
  const std::string id = "a-" + std::to_string(number);
  std::string body = "## " + sentence(dice, 4) + "\\n\\n";
  for (int i = 0; i < 3; ++i) body += sentence(dice, 25) + ".\\n\\n";
  body += "- " + sentence(dice, 3) + "\\n- [" + sentence(dice, 2) + "](item:a-" +
          std::to_string(dice.below(kArticles)) + ")\\n";
  return R"({"id": ")" + id + R"(", "title": ")" + sentence(dice, 5) + R"(", "summary": ")" +
         sentence(dice, 10) + R"(", "tags": ["draagvlak", ")" + sentence(dice, 1) +
         R"("], "themes": ["water"], "body": ")" + body + "\"}\n";
}

// Compiles the fixture with more articles, in `folder`.
std::string large_pack(const std::filesystem::path& fixture, const std::filesystem::path& folder) {
  std::filesystem::remove_all(folder);
  std::filesystem::copy(fixture, folder, std::filesystem::copy_options::recursive);
  MutationDice dice(1);
  std::string lines;
  for (int i = 0; i < kArticles; ++i) lines += article(dice, i);
  std::ofstream(folder / "articles/veel.jsonl", std::ios::binary) << lines;
  return build_to_memory(folder, {.jobs = 1});
}

std::string default_pack() {
  const Pack pack = cocreatie();
  const auto bytes = pack.bytes();
  PackParts parts = take_apart({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  // An empty dictionary: no entries, 64 keys in a page, and a table of no keys with one offset.
  std::string top(16, '\0');
  put_u32(top, 4, 64);
  parts.set(SectionId::asset_top, std::move(top));
  for (const SectionId id : {SectionId::asset_pages, SectionId::asset_blocks, SectionId::assets}) {
    parts.set(id, {});
  }
  return seal(parts);
}

void write(const std::filesystem::path& path, const std::string& content) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
}

// The input of the dictionary fuzzer: the lengths of top and pages, and the three sections.
std::string dictionary_seed(const PackParts& parts, SectionId top, SectionId pages,
                            SectionId blocks) {
  std::string seed;
  append_little_endian(seed, static_cast<std::uint16_t>(parts.stored(top).size()));
  append_little_endian(seed, static_cast<std::uint16_t>(parts.stored(pages).size()));
  return seed.append(parts.stored(top)).append(parts.stored(pages)).append(parts.stored(blocks));
}

void write_seeds(const std::filesystem::path& folder, const std::string& pack,
                 const std::string& small) {
  PackParts parts = take_apart(pack);
  write(folder / "geojson/default", std::string(parts.find(SectionId::map)->logical()));
  write(folder / "synonyms/default", std::string(parts.find(SectionId::synonyms)->logical()));
  write(folder / "dictionary/titles",
        dictionary_seed(parts, SectionId::title_top, SectionId::title_pages,
                        SectionId::title_blocks));
  parts = take_apart(small);
  write(folder / "dictionary/words",
        dictionary_seed(parts, SectionId::term_top, SectionId::term_pages, SectionId::term_blocks));
  write(folder / "dictionary/ids",
        dictionary_seed(parts, SectionId::id_top, SectionId::id_pages, SectionId::id_blocks));
  int left = 10;
  for (const Item& item : Pack::from_memory(pack).items()) {
    const std::string html = item.html();
    if (html.size() < 2000 || left-- <= 0) continue;
    write(folder / "markup" / item.id(), html);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: make_base_packs FIXTURE FOLDER\n";
    return 2;
  }
  const std::filesystem::path fixture = argv[1], folder = argv[2];
  try {
    const std::string small = build_to_memory(fixture, {.jobs = 1});
    const std::string whole = default_pack();
    write(folder / "small.lkp", small);
    write(folder / "large.lkp", large_pack(fixture, folder / "large"));
    write(folder / "default.lkp", whole);
    write_seeds(folder / "seeds", whole, small);
  } catch (const SourceMistakes& error) {
    for (const Mistake& mistake : error.mistakes()) {
      std::cerr << mistake.file << ':' << mistake.line << ": " << mistake.problem << '\n';
    }
    return 1;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
