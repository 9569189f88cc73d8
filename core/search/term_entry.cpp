// SPDX-License-Identifier: EUPL-1.2
#include "core/search/term_entry.h"

#include <algorithm>

#include "core/base/malformed.h"
#include "core/base/varint.h"
#include "core/search/posting_block.h"
#include "core/search/search_layout.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

// The first number of an entry: the form number in the low four bits, and flags above them. A part
// follows for each of kRefersBack, kHasFormParts, kHasLemma and kHasPartsList. kHasForms and
// kIsFunctionWord describe the lemma.
constexpr std::uint32_t kFormNumber = 0xf;
constexpr std::uint32_t kRefersBack = 1u << 4;
constexpr std::uint32_t kHasFormParts = 1u << 5;
constexpr std::uint32_t kHasLemma = 1u << 6;
constexpr std::uint32_t kHasForms = 1u << 7;
constexpr std::uint32_t kHasPartsList = 1u << 8;
constexpr std::uint32_t kIsFunctionWord = 1u << 9;

// A part of a compound that occurs literally in the form takes one byte: the number of bytes
// skipped since the part before in the high three bits, the length of the part in the low five
// bits. Example: "raadslid" = raad (0, 4) + lid (1, 3). The value 7 in the high bits means that the
// part is spelt out: a varint with its length and its bytes follow.
constexpr std::size_t kMostSkipped = 6;
constexpr std::size_t kMostLength = 31;
constexpr std::uint8_t kSpeltOut = 7u << 5;

void append_form_parts(std::string& out, const std::vector<std::string>& parts,
                       std::string_view form) {
  append_varint(out, parts.size());
  std::size_t done = 0;
  for (const std::string& part : parts) {
    const std::size_t found = form.find(part, done);
    if (found != form.npos && found - done <= kMostSkipped && part.size() <= kMostLength) {
      append_little_endian(out, static_cast<std::uint8_t>((found - done) << 5 | part.size()));
      done = found + part.size();
    } else {
      append_little_endian(out, kSpeltOut);
      append_text(out, part);
    }
  }
}

// Throws Error(limit_exceeded) when a form, a lemma or a part is longer than a word of a text can
// be.
void check_word_bytes(std::uint64_t bytes) {
  if (bytes > limits::kTermBytes) beyond_limit("a word", limits::kTermBytes, "bytes");
}

std::vector<std::string> read_form_parts(Cursor& cursor, std::string_view form) {
  std::vector<std::string> parts;
  std::size_t done = 0;
  const std::uint64_t count = cursor.varint();
  if (count > limits::kFormParts) beyond_limit("a word", limits::kFormParts, "parts");
  for (std::uint64_t left = count; left > 0; --left) {
    const std::uint8_t code = cursor.u8();
    if (code >= kSpeltOut) {
      const std::string_view part = cursor.text();
      check_word_bytes(part.size());
      parts.emplace_back(part);
    } else {
      const std::size_t begin = done + (code >> 5);
      done = begin + (code & kMostLength);
      if (done > form.size()) cursor.fail("has a part that ends after its word");
      parts.emplace_back(form.substr(begin, done - begin));
    }
    if (parts.back().empty()) cursor.fail("has a part without letters");
  }
  return parts;
}

void append_place(std::string& out, const ListPlace& place, bool has_positions) {
  append_varint(out, place.document_frequency);
  if (place.document_frequency == 0) return;
  if (place.document_frequency == 1) {
    out += as_text(place.inline_posting);
    return;
  }
  append_varint(out, place.offset);
  append_varint(out, place.length);
  if (has_positions) {
    append_varint(out, place.positions_offset);
    append_varint(out, place.positions_length);
  }
  if (place.document_frequency > kPostingBlock) {
    append_varint(out, place.skips_offset);
    append_varint(out, place.skips_length);
  }
}

ListPlace read_place(Cursor& cursor, bool has_positions) {
  ListPlace place;
  place.document_frequency = cursor.varint32();
  if (place.document_frequency < 2) {
    place.inline_posting = cursor.rest();
    return place;
  }
  place.offset = cursor.varint();
  place.length = cursor.varint();
  if (has_positions) {
    place.positions_offset = cursor.varint();
    place.positions_length = cursor.varint();
  }
  if (place.document_frequency > kPostingBlock) {
    place.skips_offset = cursor.varint();
    place.skips_length = cursor.varint();
  }
  return place;
}

std::uint32_t head_of(const TermEntry& entry) {
  std::uint32_t head = entry.form_number;
  if (!entry.form_parts.empty()) head |= kHasFormParts;
  if (entry.refers_back > 0) return head | kRefersBack;
  if (!entry.lemma.empty()) head |= kHasLemma;
  if (entry.has_forms) head |= kHasForms;
  if (entry.parts.document_frequency > 0) head |= kHasPartsList;
  if (entry.is_function_word) head |= kIsFunctionWord;
  return head;
}

}  // namespace

std::string encode_term_entry(const TermEntry& entry, std::string_view form, bool has_positions) {
  std::string out;
  const std::uint32_t head = head_of(entry);
  append_varint(out, head);
  if ((head & kHasFormParts) != 0) append_form_parts(out, entry.form_parts, form);
  if ((head & kRefersBack) != 0) {
    append_varint(out, entry.refers_back);
    return out;
  }
  if ((head & kHasLemma) != 0) {
    const auto kept =
        static_cast<std::size_t>(std::ranges::mismatch(form, entry.lemma).in1 - form.begin());
    append_varint(out, kept);
    append_text(out, std::string_view(entry.lemma).substr(kept));
  }
  if ((head & kHasPartsList) != 0) append_place(out, entry.parts, false);
  append_place(out, entry.words, has_positions);
  return out;
}

TermEntry decode_term_entry(Bytes value, std::string_view form, bool has_positions) {
  Cursor cursor(value, "the entry of a word");
  TermEntry entry;
  check_word_bytes(form.size());
  const std::uint32_t head = cursor.varint32();
  entry.form_number = head & kFormNumber;
  if (entry.form_number > kMostForms) cursor.fail("has a form number above 8");
  if ((head & kHasFormParts) != 0) entry.form_parts = read_form_parts(cursor, form);
  if ((head & kRefersBack) != 0) {
    entry.refers_back = cursor.varint32();
    if (entry.refers_back == 0) cursor.fail("refers to itself");
    if (!cursor.at_end()) cursor.fail("has bytes after its end");
    return entry;
  }
  if ((head & kHasLemma) != 0) {
    const std::uint64_t kept = cursor.varint();  // bytes at the beginning that form and lemma share
    if (kept > form.size()) cursor.fail("has a lemma that shares more bytes than the form has");
    const std::string_view rest = cursor.text();
    check_word_bytes(kept + rest.size());
    entry.lemma = form.substr(0, kept);
    entry.lemma += rest;
  }
  entry.has_forms = (head & kHasForms) != 0;
  entry.is_function_word = (head & kIsFunctionWord) != 0;
  if ((head & kHasPartsList) != 0) {
    entry.parts = read_place(cursor, false);
    if (entry.parts.document_frequency == 1) decode_single_posting(cursor, false, false);
  }
  entry.words = read_place(cursor, has_positions);
  if (entry.words.document_frequency != 1 && !cursor.at_end()) {
    cursor.fail("has bytes after its end");
  }
  return entry;
}

}  // namespace landkaart::inline v0
