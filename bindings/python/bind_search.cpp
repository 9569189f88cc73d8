// SPDX-License-Identifier: EUPL-1.2
#include <pybind11/stl.h>

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

// Kind, title and score: the fields that nearly every caller reads. One call returns them for all
// hits, because a call for each field of each hit is slower.
py::tuple hit_tuple(const Hit& hit) {
  return py::make_tuple(static_cast<int>(hit.kind()), to_str(hit.title()), hit.score());
}

py::tuple explanation_tuple(const Explanation& explanation) {
  return py::make_tuple(to_str(explanation.word), to_str(name(explanation.sort)),
                        to_str(explanation.found), to_tuple(explanation.fields, to_str),
                        explanation.weight, explanation.score);
}

py::tuple counts_tuple(const std::vector<FacetCount>& counts) {
  return to_tuple(counts, [](const FacetCount& facet) {
    return py::make_tuple(to_str(facet.value), facet.count);
  });
}

// Runs `compute` without holding the global interpreter lock (GIL). The caller converts the result
// to Python objects afterwards, which needs the lock.
template <typename Compute>
auto without_gil(const Compute& compute) {
  const py::gil_scoped_release release;
  return compute();
}

}  // namespace

void bind_search(py::module_& module) {
  py::class_<SearchResult>(module, "SearchResult")
      .def("__len__", [](const SearchResult& result) { return result.hits.size(); })
      .def("hits",
           [](const SearchResult& result) {
             return to_tuple(std::vector<Hit>(result.hits.begin(), result.hits.end()), hit_tuple);
           })
      .def(
          "item",
          [](const SearchResult& result, std::size_t hit) { return result.hits.at(hit).item(); },
          py::arg("hit"))
      .def(
          "snippet",
          [](const SearchResult& result, std::size_t hit) {
            return snippet_tuple(without_gil([&] { return result.hits.at(hit).snippet(); }));
          },
          py::arg("hit"))
      .def(
          "explain",
          [](const SearchResult& result, std::size_t hit) {
            return to_tuple(without_gil([&] { return result.hits.at(hit).explain(); }),
                            explanation_tuple);
          },
          py::arg("hit"))
      .def("offers",
           [](const SearchResult& result) {
             const Offers offers = result.offers();
             return py::make_tuple(offers.group_size, offers.max_minutes);
           })
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
