// SPDX-License-Identifier: EUPL-1.2
#include <landkaart/landkaart.h>

#include "bindings/python/bind.h"
#include "bindings/python/translate.h"

namespace landkaart::python {
namespace {

py::tuple snippet_tuple(const Snippet& snippet) {
  return py::make_tuple(to_str(snippet.text),
                        to_tuple(snippet.highlights_in_code_points(), [](const Highlight& mark) {
                          return py::make_tuple(mark.begin, mark.end);
                        }));
}

py::tuple counts_tuple(const std::vector<FacetCount>& counts) {
  return to_tuple(counts, [](const FacetCount& facet) {
    return py::make_tuple(to_str(facet.value), facet.count);
  });
}

// Computes without the GIL, translates with it.
template <typename Compute>
auto without_gil(const Compute& compute) {
  const py::gil_scoped_release release;
  return compute();
}

}  // namespace

void bind_search(py::module_& module) {
  py::class_<Hit>(module, "Hit")
      .def_property_readonly("item", &Hit::item, py::return_value_policy::copy)
      .def_property_readonly("score", &Hit::score)
      .def("snippet", [](const Hit& hit) {
        return snippet_tuple(without_gil([&] { return hit.snippet(); }));
      });
  py::class_<SearchResult>(module, "SearchResult")
      .def("hits", [](const SearchResult& result) { return to_tuple(result.hits); })
      .def("total", &SearchResult::total, ReleaseGil())
      .def("facets",
           [](const SearchResult& result) {
             const Facets facets = without_gil([&] { return result.facets(); });
             return py::make_tuple(counts_tuple(facets.kinds), counts_tuple(facets.themes));
           })
      .def("suggestion", [](const SearchResult& result) {
        return to_str_or_none(without_gil([&] { return result.suggestion(); }));
      });
}

}  // namespace landkaart::python
