// SPDX-License-Identifier: EUPL-1.2
#include <landkaart/landkaart.h>

#include "bindings/python/bind.h"
#include "bindings/python/translate.h"

namespace landkaart::python {
namespace {

template <typename Enumeration>
int number(const std::optional<Enumeration>& value) {
  return value ? static_cast<int>(*value) : 0;
}

py::tuple range_tuple(const Range& range) { return py::make_tuple(range.min, range.max); }

py::tuple links_tuple(const std::vector<Item::Link>& links) {
  return to_tuple(links, [](const Item::Link& link) {
    return py::make_tuple(static_cast<int>(link.type), link.item);
  });
}

py::tuple step_tuple(const Step& step) {
  return py::make_tuple(to_str(step.title), step.minutes ? py::cast(*step.minutes) : py::none());
}

py::tuple heading_tuple(const Heading& heading) {
  return py::make_tuple(heading.level, to_str(heading.text), to_str(heading.anchor));
}

py::tuple headings_tuple(const Item& item) {
  std::vector<Heading> headings;
  {
    const py::gil_scoped_release release;
    headings = item.headings();
  }
  return to_tuple(headings, heading_tuple);
}

py::tuple related_tuple(const Item::Related& related) {
  return py::make_tuple(related.item, related.is_linked, to_tuple(related.through),
                        to_tuple(related.words, to_str));
}

}  // namespace

void bind_items(py::module_& module) {
  py::class_<Item>(module, "Item")
      .def_property_readonly("id", &Item::id)
      .def_property_readonly("kind", [](const Item& item) { return static_cast<int>(item.kind()); })
      .def_property_readonly("title", [](const Item& item) { return to_str(item.title()); })
      .def_property_readonly("summary", [](const Item& item) { return to_str(item.summary()); })
      .def_property_readonly("language", [](const Item& item) { return to_str(item.language()); })
      .def_property_readonly("tags", [](const Item& item) { return to_tuple(item.tags(), to_str); })
      .def_property_readonly("purpose", [](const Item& item) { return number(item.purpose()); })
      .def_property_readonly("difficulty",
                             [](const Item& item) { return number(item.difficulty()); })
      .def_property_readonly("group_size",
                             [](const Item& item) { return range_tuple(item.group_size()); })
      .def_property_readonly("minutes",
                             [](const Item& item) { return range_tuple(item.minutes()); })
      .def("themes", [](const Item& item) { return to_tuple(item.themes()); })
      .def("links", [](const Item& item) { return links_tuple(item.links()); })
      .def("backlinks", [](const Item& item) { return links_tuple(item.backlinks()); })
      .def(
          "linked",
          [](const Item& item, int type) {
            return to_tuple(item.linked(static_cast<LinkType>(type)));
          },
          py::arg("type"))
      .def("related", [](const Item& item) { return to_tuple(item.related(), related_tuple); })
      .def("steps", [](const Item& item) { return to_tuple(item.steps(), step_tuple); })
      .def("headings", headings_tuple)
      .def("html", &Item::html, ReleaseGil())
      .def("text", &Item::text, ReleaseGil())
      .def("markdown", &Item::markdown, ReleaseGil())
      .def("json", &Item::json, ReleaseGil());
}

}  // namespace landkaart::python
