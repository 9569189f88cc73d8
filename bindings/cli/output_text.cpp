// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <ostream>

#include "bindings/cli/output.h"

namespace landkaart::inline v0 {
namespace {

std::string range_text(const Range& range) {
  if (range.min == range.max) return std::to_string(range.min);
  return std::to_string(range.min) + "-" + std::to_string(range.max);
}

// The number of code points.
std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }));
}

std::string padded(std::string_view text, std::size_t width) {
  std::string cell = printable(text);
  cell.append(width - std::min(width, letters(cell)), ' ');
  return cell;
}

// The text of a snippet with [brackets] around the highlights, because not every terminal shows
// bold text.
std::string marked(const Snippet& snippet) {
  std::string text;
  std::size_t done = 0;
  for (const Highlight& highlight : snippet.highlights) {
    text += snippet.text.substr(done, highlight.begin - done) + "[" +
            snippet.text.substr(highlight.begin, highlight.end - highlight.begin) + "]";
    done = highlight.end;
  }
  return text + snippet.text.substr(done);
}

// The length in bytes of the character with which a text begins; 0 when it is a control character
// other than a tab or a line feed, or not UTF-8. A terminal that does not use UTF-8 takes a single
// byte from 0x80 to 0x9f as a control character; in UTF-8, U+0080 to U+009F take two bytes.
std::size_t printable_bytes(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(0) < 0x80) {
    return (byte(0) >= 0x20 && byte(0) != 0x7f) || byte(0) == '\n' || byte(0) == '\t' ? 1 : 0;
  }
  const std::size_t length = byte(0) >= 0xf0 ? 4 : (byte(0) >= 0xe0 ? 3 : 2);
  if (byte(0) < 0xc2 || byte(0) > 0xf4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return 0;
  }
  return byte(0) == 0xc2 && byte(1) < 0xa0 ? 0 : length;
}

void print_titles(std::ostream& out, std::string_view heading, const std::vector<Item>& items) {
  if (items.empty()) return;
  out << '\n' << heading << '\n';
  for (const Item& item : items) {
    out << "  " << printable(item.title()) << "  (" << printable(item.id()) << ")\n";
  }
}

}  // namespace

std::string printable(std::string_view text) {
  std::string safe;
  while (!text.empty()) {
    const std::size_t length = printable_bytes(text);
    safe += text.substr(0, length);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return safe;
}

void print_items(std::ostream& out, const std::vector<Item>& items) {
  constexpr std::size_t kIdWidth = 32;
  constexpr std::size_t kKindWidth = 10;
  for (const Item& item : items) {
    out << padded(item.id(), kIdWidth) << ' ' << padded(name(item.kind()), kKindWidth) << ' '
        << printable(item.title()) << '\n';
  }
}

void print_work_forms(std::ostream& out, const std::vector<Item>& forms) {
  constexpr std::size_t kIdWidth = 28;
  constexpr std::size_t kNumberWidth = 10;
  out << padded("id", kIdWidth) << ' ' << padded("people", kNumberWidth) << ' '
      << padded("minutes", kNumberWidth) << " title\n";
  for (const Item& form : forms) {
    out << padded(form.id(), kIdWidth) << ' ' << padded(range_text(form.group_size()), kNumberWidth)
        << ' ' << padded(range_text(form.minutes()), kNumberWidth) << ' ' << printable(form.title())
        << '\n';
  }
}

void print_search(std::ostream& out, const SearchResult& result, bool explain) {
  for (const Hit& hit : result.hits) {
    out << printable(hit.title()) << "  (" << name(hit.kind()) << ", " << printable(hit.id())
        << ")\n    " << printable(marked(hit.snippet())) << '\n';
    if (!explain) continue;
    for (const Explanation& each : hit.explain()) {
      out << "    " << each.score << "  " << printable(each.word) << ": " << name(each.sort) << " "
          << printable(each.found);
      for (const std::string& field : each.fields) out << ", " << printable(field);
      out << '\n';
    }
  }
  const Offers offers = result.offers();
  if (offers.group_size) out << "possible filter: --group-size " << *offers.group_size << '\n';
  if (offers.max_minutes) out << "possible filter: --max-minutes " << *offers.max_minutes << '\n';
  const std::uint64_t total = result.total();
  out << total << (total == 1 ? " hit" : " hits") << '\n';
  if (const auto suggestion = result.suggestion()) {
    out << "did you mean: " << printable(*suggestion) << "?\n";
  }
}

void print_suggestions(std::ostream& out, const std::vector<Suggestion>& suggestions) {
  for (const Suggestion& each : suggestions) {
    out << printable(each.text);
    if (each.item) out << "  (" << printable(each.item->id()) << ")";
    out << '\n';
  }
}

void print_related(std::ostream& out, const std::vector<Item::Related>& related) {
  for (const Item::Related& each : related) {
    out << printable(each.item.title()) << "  (" << each.item.id() << ")\n";
    std::string reasons = each.is_linked ? "linked" : "";
    const auto add = [&](std::string_view what, const std::string& names) {
      if (names.empty()) return;
      if (!reasons.empty()) reasons += "; ";
      reasons.append(what).append(names);
    };
    std::string through, words;
    for (const Item& item : each.through) {
      through.append(through.empty() ? "" : ", ").append(printable(item.title()));
    }
    for (const std::string& word : each.words) {
      words.append(words.empty() ? "" : ", ").append(printable(word));
    }
    add("both have links with ", through);
    add("both have the words ", words);
    out << "  " << reasons << '\n';
  }
}

void print_route(std::ostream& out, const Route& route) {
  out << printable(route.obstacle.title()) << '\n' << printable(route.obstacle.summary()) << '\n';
  print_titles(out, "Read", route.topics);
  print_titles(out, "Do", route.work_forms);
  print_titles(out, "Read more", route.articles);
  print_titles(out, "See how others did it", route.stories);
  if (!route.another_way.empty()) {
    out << "\nWhen to choose another way\n  " << printable(route.another_way) << '\n';
  }
}

void print_item(std::ostream& out, const Item& item) {
  out << printable(item.title()) << '\n';
  if (!item.summary().empty()) out << printable(item.summary()) << '\n';
  if (item.kind() == Kind::work_form) {
    out << range_text(item.group_size()) << " people, " << range_text(item.minutes())
        << " minutes\n";
  }
  const std::vector<Step> steps = item.steps();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    out << "  " << i + 1 << ". " << printable(steps[i].title);
    if (steps[i].minutes) out << " (" << *steps[i].minutes << " min)";
    out << '\n';
  }
  out << '\n' << printable(item.text());
  if (const std::string another = item.property("another-way").value_or(""); !another.empty()) {
    out << "\nWhen to choose another way\n  " << printable(another) << '\n';
  }
}

void print_info(std::ostream& out, const Pack& pack) {
  const Manifest& manifest = pack.manifest();
  out << printable(manifest.title) << "  (" << printable(manifest.id) << " "
      << printable(manifest.version) << ", release " << manifest.release << ")\n"
      << printable(manifest.publisher) << ", " << printable(manifest.licence) << ", language "
      << printable(manifest.language) << '\n';
  if (!manifest.description.empty()) out << printable(manifest.description) << '\n';
  for (std::uint8_t number = 1; number <= kKinds; ++number) {
    const auto kind = static_cast<Kind>(number);
    const std::size_t count = pack.items({.kinds = {kind}}).size();
    if (count == 0) continue;
    const std::string plural = kind == Kind::story ? "stories" : std::string(name(kind)) + 's';
    out << "  " << count << ' ' << (count == 1 ? std::string(name(kind)) : plural) << '\n';
  }
  out << "  " << pack.assets().size() << " assets\n"
      << pack.bytes().size() << " bytes, format version " << manifest.format_version << ", root "
      << manifest.root << '\n';
}

void print_map(std::ostream& out, const Pack& pack) {
  const Map map = pack.map();
  const auto title = [&](const std::string& id) {
    const auto item = pack.item(id);
    return printable(item ? item->title() : std::string_view(id));
  };
  for (const Territory& territory : map.territories()) {
    out << title(territory.id) << '\n';
    for (const auto* group : {&map.places(), &map.hazards()}) {
      for (const Place& place : *group) {
        if (map.locate(place.at.x, place.at.y) != territory.id) continue;
        out << (group == &map.hazards() ? "  ! " : "  . ") << title(place.id) << "  (" << place.at.x
            << ", " << place.at.y << ")\n";
      }
    }
  }
}

}  // namespace landkaart::inline v0
