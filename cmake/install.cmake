# SPDX-License-Identifier: EUPL-1.2
# Installs the files by which other projects find the libraries: a CMake package for find_package(landkaart), and
# pkg-config files. All paths are relative, so an installed tree can be moved.
include(CMakePackageConfigHelpers)

set(components core)
set(modules landkaart)
if(LANDKAART_COMPILER)
  list(APPEND components cocreatie)
  list(APPEND modules landkaart-cocreatie)
  if(NOT BUILD_SHARED_LIBS)
    list(APPEND components update compiler)
    list(APPEND modules landkaart-compiler)
  endif()
endif()

set(config_folder ${CMAKE_INSTALL_LIBDIR}/cmake/landkaart)
install(EXPORT landkaart-reader NAMESPACE landkaart:: DESTINATION ${config_folder})
if(compiler IN_LIST components)
  install(EXPORT landkaart-authoring NAMESPACE landkaart:: DESTINATION ${config_folder})
endif()
configure_package_config_file(cmake/landkaartConfig.cmake.in landkaartConfig.cmake
                              INSTALL_DESTINATION ${config_folder})
# Before 1.0 each minor version may break the interface, so 0.2 does not serve a project that asks for 0.1.
if(PROJECT_VERSION_MAJOR EQUAL 0)
  set(compatibility SameMinorVersion)
else()
  set(compatibility SameMajorVersion)
endif()
write_basic_package_version_file(landkaartConfigVersion.cmake COMPATIBILITY ${compatibility})
install(FILES ${PROJECT_BINARY_DIR}/landkaartConfig.cmake ${PROJECT_BINARY_DIR}/landkaartConfigVersion.cmake
        DESTINATION ${config_folder})

# A program that links a static library must link its dependencies too, so they are public in a static build. A shared
# library brings its own dependencies; `pkg-config --static` still lists them.
if(BUILD_SHARED_LIBS)
  set(private .private)
endif()
file(RELATIVE_PATH prefix_from_module /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
foreach(module IN LISTS modules)
  configure_file(cmake/${module}.pc.in ${module}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/${module}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endforeach()
