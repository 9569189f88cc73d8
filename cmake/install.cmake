# SPDX-License-Identifier: EUPL-1.2
# find_package(landkaart) and pkg-config after cmake --install.
include(CMakePackageConfigHelpers)

set(config_folder ${CMAKE_INSTALL_LIBDIR}/cmake/landkaart)
install(EXPORT landkaart NAMESPACE landkaart:: FILE landkaartTargets.cmake DESTINATION ${config_folder})
configure_package_config_file(cmake/landkaartConfig.cmake.in landkaartConfig.cmake
                              INSTALL_DESTINATION ${config_folder})
write_basic_package_version_file(landkaartConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/landkaartConfig.cmake ${PROJECT_BINARY_DIR}/landkaartConfigVersion.cmake
        DESTINATION ${config_folder})

set(packages landkaart)
if(LANDKAART_COMPILER)
  list(APPEND packages landkaart-cocreatie)
endif()
# Relative, so that an installed tree can be moved.
file(RELATIVE_PATH up /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
foreach(package IN LISTS packages)
  configure_file(cmake/${package}.pc.in ${package}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/${package}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endforeach()
