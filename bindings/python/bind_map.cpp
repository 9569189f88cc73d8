// SPDX-License-Identifier: EUPL-1.2
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
      .def("journeys",
           [](const Map& map) {
             return to_tuple(map.journeys(), [](const Journey& journey) {
               return py::make_tuple(to_str(journey.id), to_tuple(journey.stops, to_str),
                                     line_tuple(journey.path));
             });
           })
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
      .def("geojson", [](const Map& map) { return to_str(map.geojson()); });
}

}  // namespace landkaart::python
