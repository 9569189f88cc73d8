// SPDX-License-Identifier: EUPL-1.2
#include "tests/hostile/mutate.h"

#include <nlohmann/json.hpp>

#include "core/base/bytes.h"
#include "landkaart/error.h"

namespace landkaart::testing {
namespace {

struct Mutation {
  const char* name;
  void (*change)(PackParts&, MutationDice&);
  std::size_t weight;
};

constexpr Mutation kMutations[] = {
    {"record", mutate_records, 6},
    {"text", mutate_texts, 4},
    {"strings", mutate_strings, 6},
    {"links", mutate_grouped, 8},
    {"dictionary-bytes", mutate_dictionary_bytes, 8},
    {"dictionary-entries", mutate_dictionary_entries, 10},
    {"words", mutate_words, 12},
    {"postings", mutate_postings, 12},
    {"search-header", mutate_search_header, 4},
    {"positions", mutate_positions, 2},
    {"synonyms", mutate_synonyms, 6},
    {"map", mutate_map, 10},
    {"documents", mutate_documents, 12},
    {"blocks", mutate_blocks, 4},
    {"manifest", mutate_manifest, 2},
    {"bytes", mutate_bytes, 6},
    {"sections", mutate_sections, 2},
    {"item-count", mutate_item_count, 1},
};

const Mutation& chosen(MutationDice& dice) {
  std::size_t sum = 0;
  for (const Mutation& mutation : kMutations) sum += mutation.weight;
  std::size_t left = dice.below(sum);
  for (const Mutation& mutation : kMutations) {
    if (left < mutation.weight) return mutation;
    left -= mutation.weight;
  }
  return kMutations[0];
}

}  // namespace

std::string mutate(PackParts& parts, MutationDice& dice) {
  std::string names;
  for (int left = dice.one_of({1, 1, 2, 3}); left > 0; --left) {
    const Mutation& mutation = chosen(dice);
    if (!names.empty()) names += '+';
    names += mutation.name;
    try {
      mutation.change(parts, dice);
    } catch (const Error&) {
      mutate_bytes(parts, dice);  // an earlier change broke the section that this change parses
    } catch (const nlohmann::json::exception&) {
      mutate_bytes(parts, dice);
    }
  }
  return names;
}

void overwrite(std::string& content, std::size_t at, std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size() && at + i < content.size(); ++i) {
    content[at + i] = bytes[i];
  }
}

void put_u32(std::string& content, std::size_t at, std::uint32_t value) {
  std::string bytes;
  append_little_endian(bytes, value);
  overwrite(content, at, bytes);
}

std::uint32_t get_u32(std::string_view content, std::size_t at) {
  if (at > content.size() || content.size() - at < 4) return 0;
  return load_little_endian<std::uint32_t>(as_bytes(content).data() + at);
}

std::string varint_of(std::uint64_t value) {
  std::string out;
  append_varint(out, value);
  return out;
}

// ---- the file

void mutate_blocks(PackParts& parts, MutationDice& dice) {
  std::string index(parts.stored(SectionId::body_index));
  if (index.size() < 24) return;
  if (dice.one_in(5)) {
    put_u32(index, 0, dice.extreme());
  } else {
    const std::size_t at = 8 + 8 * dice.below((index.size() - 8) / 8);
    const auto old = load_little_endian<std::uint64_t>(as_bytes(index).data() + at);
    std::string value;
    append_little_endian(
        value,
        dice.one_of({std::uint64_t{0}, old + 1, old - 1, std::uint64_t{32768}, old + 32768,
                     ~std::uint64_t{0}, std::uint64_t{1} << 63, std::uint64_t{dice.extreme()}}));
    overwrite(index, at, value);
  }
  parts.set(SectionId::body_index, std::move(index));
}

void mutate_bytes(PackParts& parts, MutationDice& dice) {
  if (parts.sections.empty()) return;
  PackSection& section = parts.sections[dice.below(parts.sections.size())];
  if (section.stored.empty()) return;
  for (int left = dice.one_of({1, 4, 30}); left > 0; --left) {
    std::string bytes(1, dice.byte());
    if (dice.one_in(3)) bytes = dice.extreme_varint();
    if (dice.one_in(3)) {
      bytes.clear();
      append_little_endian(bytes, dice.extreme());
    }
    overwrite(section.stored, dice.below(section.stored.size()), bytes);
  }
}

void mutate_sections(PackParts& parts, MutationDice& dice) {
  if (parts.sections.empty()) return;
  const std::size_t chosen = dice.below(parts.sections.size());
  PackSection& section = parts.sections[chosen];
  switch (dice.below(6)) {
    case 0:
      parts.sections.erase(parts.sections.begin() + static_cast<std::ptrdiff_t>(chosen));
      break;
    case 1: section.stored.clear(); break;
    case 2:
      std::swap(section.stored, parts.sections[dice.below(parts.sections.size())].stored);
      break;
    case 3: section.encoding = static_cast<Encoding>(dice.below(4)); break;
    case 4: section.stored += section.stored; break;
    default: section.stored.resize(dice.below(section.stored.size() + 1));
  }
}

void mutate_item_count(PackParts& parts, MutationDice& dice) {
  parts.items = dice.one_of({0u, 1u, parts.items - 1, parts.items + 1, 1u << 24, dice.extreme()});
}

}  // namespace landkaart::testing
