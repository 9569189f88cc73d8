// SPDX-License-Identifier: EUPL-1.2
#include <pybind11/stl.h>

#include <landkaart/landkaart.h>

#include "bindings/python/bind.h"
#include "bindings/python/translate.h"

namespace landkaart::python {
namespace {

py::tuple point_tuple(const Point& point) { return py::make_tuple(point.x, point.y); }

py::tuple line_tuple(const std::vector<Point>& line) { return to_tuple(line, point_tuple); }

py::tuple place_tuple(const Place& place) {
  return py::make_tuple(to_str(place.id), point_tuple(place.at));
}

py::object journey_tuple(const Journey& journey) {
  return py::make_tuple(to_str(journey.id), to_tuple(journey.stops, to_str),
                        line_tuple(journey.path));
}

// Draws the map as SVG, or as HTML with a list of the same links when `with_list` is true.
std::string draw(const Map& map, bool embedded, bool with_list, int palette, const Text& language,
                 const Text& base_url, const Text& heading, const Text& highlight,
                 const std::vector<std::string>& selected, const Text& id_prefix) {
  SvgOptions options;
  options.variant = embedded ? SvgVariant::embedded : SvgVariant::standalone;
  options.palette = static_cast<SvgPalette>(palette);
  options.language = language.utf8;
  options.base_url = base_url.utf8;
  options.heading = heading.utf8;
  options.highlight = highlight.utf8;
  options.selected = selected;
  options.id_prefix = id_prefix.utf8;
  const py::gil_scoped_release release;
  return with_list ? map.html(options) : map.svg(options);
}

py::object journey_or_none(const std::optional<Journey>& journey) {
  if (!journey) return py::none();
  return journey_tuple(*journey);
}

}  // namespace

void bind_map(py::module_& module) {
  py::class_<Map>(module, "Map")
      .def("territories",
           [](const Map& map) {
             return to_tuple(map.territories(), [](const Territory& territory) {
               return py::make_tuple(to_str(territory.id), line_tuple(territory.outline));
             });
           })
      .def("places", [](const Map& map) { return to_tuple(map.places(), place_tuple); })
      .def("hazards", [](const Map& map) { return to_tuple(map.hazards(), place_tuple); })
      .def("roads",
           [](const Map& map) {
             return to_tuple(map.roads(), [](const Road& road) { return line_tuple(road.line); });
           })
      .def("journeys", [](const Map& map) { return to_tuple(map.journeys(), journey_tuple); })
      .def(
          "locate",
          [](const Map& map, double x, double y) { return to_str_or_none(map.locate(x, y)); },
          py::arg("x"), py::arg("y"))
      .def(
          "nearest",
          [](const Map& map, double x, double y, std::size_t count) {
            return to_tuple(map.nearest(x, y, count), place_tuple);
          },
          py::arg("x"), py::arg("y"), py::arg("count"))
      .def(
          "within",
          [](const Map& map, double least_x, double least_y, double greatest_x, double greatest_y) {
            return to_tuple(map.within({{least_x, least_y}, {greatest_x, greatest_y}}),
                            place_tuple);
          },
          py::arg("least_x"), py::arg("least_y"), py::arg("greatest_x"), py::arg("greatest_y"))
      .def(
          "journey",
          [](const Map& map, const Text& id) { return journey_or_none(map.journey(id.utf8)); },
          py::arg("id"))
      .def(
          "journey_between",
          [](const Map& map, const Text& from, const Text& to) {
            return journey_or_none(map.journey(from.utf8, to.utf8));
          },
          py::arg("start"), py::arg("end"))
      .def("draw", draw, py::arg("embedded"), py::arg("with_list"), py::arg("palette"),
           py::arg("language"), py::arg("base_url"), py::arg("heading"), py::arg("highlight"),
           py::arg("selected"), py::arg("id_prefix"))
      .def("geojson", [](const Map& map) { return to_str(map.geojson()); });
  module.def("map_stylesheet", &map_stylesheet);
}

}  // namespace landkaart::python
