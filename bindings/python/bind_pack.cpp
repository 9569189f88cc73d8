// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <unordered_map>

#include <pybind11/chrono.h>
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include <landkaart/cocreatie.h>
#include <landkaart/landkaart.h>

#include "bindings/python/bind.h"
#include "bindings/python/translate.h"

namespace landkaart::python {
namespace {

template <typename Enumeration>
std::optional<Enumeration> enumeration(int number) {
  if (number == 0) return std::nullopt;
  return static_cast<Enumeration>(number);
}

Pack open_bytes(const py::bytes& content, std::size_t cache_bytes) {
  auto copy = static_cast<std::string>(content);
  const py::gil_scoped_release release;
  return Pack::from_memory(std::move(copy), {.cache_bytes = cache_bytes});
}

py::object route_tuple(const Pack& pack, const Text& obstacle) {
  const auto route = pack.route(obstacle.utf8);
  if (!route) return py::none();
  return py::make_tuple(route->obstacle, to_tuple(route->topics), to_tuple(route->work_forms),
                        to_tuple(route->articles), to_tuple(route->stories),
                        to_str(route->another_way));
}

// The list for a filter: no value when the text is empty.
std::vector<std::string> values_of(const Text& text) {
  if (text.utf8.empty()) return {};
  return {text.utf8};
}

ItemFilter make_filter(int kind, const Text& theme, const Text& tag, const Text& language,
                       int purpose, std::optional<int> group_size, std::optional<int> max_minutes,
                       int max_difficulty, const Text& obstacle) {
  ItemFilter filter{.themes = values_of(theme),
                    .tags = values_of(tag),
                    .language = language.utf8,
                    .purpose = enumeration<Purpose>(purpose),
                    .group_size = group_size,
                    .max_minutes = max_minutes,
                    .max_difficulty = enumeration<Difficulty>(max_difficulty),
                    .obstacle = obstacle.utf8};
  if (const auto wanted = enumeration<Kind>(kind)) filter.kinds = {*wanted};
  return filter;
}

SearchResult search(const Pack& pack, const Text& query, std::size_t limit, std::size_t offset,
                    const ItemFilter& filter, bool all_words, bool as_you_type,
                    std::optional<std::chrono::microseconds> time_limit) {
  const SearchOptions options{.limit = limit,
                              .offset = offset,
                              .kinds = filter.kinds,
                              .themes = filter.themes,
                              .tags = filter.tags,
                              .language = filter.language,
                              .purpose = filter.purpose,
                              .group_size = filter.group_size,
                              .max_minutes = filter.max_minutes,
                              .max_difficulty = filter.max_difficulty,
                              .obstacle = filter.obstacle,
                              .match = all_words ? Match::all : Match::any,
                              .as_you_type = as_you_type,
                              .time_limit = time_limit};
  const py::gil_scoped_release release;
  return pack.search(query.utf8, options);
}

py::tuple suggest(const Pack& pack, const Text& text, std::size_t limit) {
  std::vector<Suggestion> suggestions;
  {
    const py::gil_scoped_release release;
    suggestions = pack.suggest(text.utf8, limit);
  }
  return to_tuple(suggestions, [](const Suggestion& suggestion) {
    return py::make_tuple(to_str(suggestion.text), suggestion.item);
  });
}

py::tuple items(const Pack& pack, const ItemFilter& filter) { return to_tuple(pack.items(filter)); }

// The positions in `items` of the items of the pack that pass the filter, in ascending order. When
// the filter names an obstacle: in the order of its links.
std::vector<std::size_t> keep(const Pack& pack, const ItemFilter& filter,
                              const std::vector<Item>& items) {
  std::unordered_map<Item, std::size_t> ranks;
  for (const Item& item : pack.item_range(filter)) ranks.emplace(item, ranks.size());
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (ranks.contains(items[i])) kept.push_back(i);
  }
  if (!filter.obstacle.empty()) {
    std::ranges::stable_sort(kept, {}, [&](std::size_t i) { return ranks.at(items[i]); });
  }
  return kept;
}

// Describes bytes to Python as a read-only buffer. Python keeps the object that owns the bytes
// alive as long as the buffer is used.
py::buffer_info view_of(std::span<const std::byte> bytes) {
  auto* begin = const_cast<std::byte*>(bytes.data());
  return {begin, 1, py::format_descriptor<std::uint8_t>::format(), 1, {bytes.size()}, {1}, true};
}

}  // namespace

void bind_pack(py::module_& module) {
  py::class_<Asset>(module, "Asset", py::buffer_protocol())
      .def_property_readonly("name", [](const Asset& asset) { return to_str(asset.name); })
      .def_property_readonly("media_type",
                             [](const Asset& asset) { return to_str(asset.media_type); })
      .def("__len__", [](const Asset& asset) { return asset.content.size(); })
      .def_buffer([](Asset& asset) { return view_of(asset.content); });
  py::class_<ItemFilter>(module, "Filter")
      .def(py::init(&make_filter), py::arg("kind"), py::arg("theme"), py::arg("tag"),
           py::arg("language"), py::arg("purpose"), py::arg("group_size"), py::arg("max_minutes"),
           py::arg("max_difficulty"), py::arg("obstacle"));
  py::class_<Pack>(module, "Pack", py::buffer_protocol())
      .def_buffer([](Pack& pack) { return view_of(pack.bytes()); })
      .def("__len__", &Pack::size)
      .def("manifest", [](const Pack& pack) { return to_str(pack.manifest().json); })
      .def_property_readonly("root", [](const Pack& pack) { return to_str(pack.manifest().root); })
      .def_property_readonly("format_version",
                             [](const Pack& pack) { return pack.manifest().format_version; })
      .def(
          "item", [](const Pack& pack, const Text& id) { return pack.item(id.utf8); },
          py::arg("id"))
      .def("items", items, py::arg("filter"))
      .def("keep", keep, py::arg("filter"), py::arg("items"))
      .def("route", route_tuple, py::arg("obstacle"))
      .def("redirects", &Pack::redirects)
      .def("search", search, py::arg("query"), py::arg("limit"), py::arg("offset"),
           py::arg("filter"), py::arg("all_words"), py::arg("as_you_type"), py::arg("time_limit"))
      .def("suggest", suggest, py::arg("text"), py::arg("limit"))
      .def("synonyms", &Pack::synonyms)
      .def("map", &Pack::map, ReleaseGil())
      .def("assets", [](const Pack& pack) { return to_tuple(pack.assets()); })
      .def(
          "asset", [](const Pack& pack, const Text& name) { return pack.asset(name.utf8); },
          py::arg("name"));
  module.def(
      "open_file",
      [](const std::filesystem::path& path, std::size_t cache_bytes, bool read_into_memory) {
        return Pack::open(path,
                          {cache_bytes, read_into_memory ? FileAccess::read : FileAccess::map});
      },
      py::arg("path"), py::arg("cache_bytes"), py::arg("read_into_memory"), ReleaseGil());
  module.def("open_bytes", open_bytes, py::arg("content"), py::arg("cache_bytes"));
  module.def("cocreatie", &cocreatie, ReleaseGil());
}

}  // namespace landkaart::python
