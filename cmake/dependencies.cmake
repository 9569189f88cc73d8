# SPDX-License-Identifier: EUPL-1.2
# Looks for all dependencies first, and then names every missing one in one message.

set(missing_libraries "")
set(missing_packages "")

# landkaart_need(<found> <name for the message> <Debian or Ubuntu package>)
# Adds the library to the missing ones when the condition <found> is false.
macro(landkaart_need found library package)
  if(NOT (${found}))
    list(APPEND missing_libraries "${library}")
    list(APPEND missing_packages "${package}")
  endif()
endmacro()

# landkaart_need_module(<variable> <pkg-config module> <Debian or Ubuntu package>)
# Looks for a library by pkg-config, and defines the target PkgConfig::<variable>.
macro(landkaart_need_module variable module package)
  if(PkgConfig_FOUND)
    pkg_check_modules(${variable} QUIET IMPORTED_TARGET ${module})
  endif()
  landkaart_need(${variable}_FOUND ${module} ${package})
endmacro()

find_package(Threads REQUIRED)
find_package(ZLIB QUIET)
landkaart_need(ZLIB_FOUND zlib zlib1g-dev)
find_package(nlohmann_json 3.9 QUIET)
landkaart_need(nlohmann_json_FOUND "nlohmann/json 3.9" nlohmann-json3-dev)

if(LANDKAART_COMPILER)
  find_package(PkgConfig QUIET)
  landkaart_need(PkgConfig_FOUND pkg-config pkg-config)
  landkaart_need_module(sodium libsodium libsodium-dev)
  landkaart_need_module(libdeflate libdeflate libdeflate-dev)
  landkaart_need_module(md4c md4c libmd4c-dev) # found by pkg-config, because its CMake package also requires md4c-html
  find_package(yaml-cpp QUIET)
  landkaart_need(yaml-cpp_FOUND yaml-cpp libyaml-cpp-dev)
endif()

if(LANDKAART_CLI)
  find_package(CLI11 QUIET)
  landkaart_need(CLI11_FOUND CLI11 libcli11-dev)
endif()

if(LANDKAART_PYTHON)
  set(PYBIND11_FINDPYTHON ON)
  if(Python3_EXECUTABLE AND NOT Python_EXECUTABLE)
    set(Python_EXECUTABLE ${Python3_EXECUTABLE})
  endif()
  find_package(Python 3.11 QUIET COMPONENTS Interpreter Development.Module)
  landkaart_need(Python_FOUND "Python 3.11 with its headers" python3-dev)
  if(Python_FOUND)
    find_package(pybind11 2.10 CONFIG QUIET)
    landkaart_need(pybind11_FOUND "pybind11 2.10" pybind11-dev)
  endif()
endif()

if(LANDKAART_TESTS)
  find_package(GTest QUIET)
  landkaart_need(GTest_FOUND GoogleTest libgtest-dev)
endif()

if(LANDKAART_BENCHMARKS)
  find_package(benchmark QUIET)
  landkaart_need(benchmark_FOUND "Google Benchmark" libbenchmark-dev)
endif()

if(missing_libraries)
  string(REPLACE ";" ", " missing_libraries "${missing_libraries}")
  string(REPLACE ";" " " missing_packages "${missing_packages}")
  message(FATAL_ERROR "Landkaart needs libraries that were not found: ${missing_libraries}.\n"
                      "On Debian or Ubuntu: sudo apt-get install ${missing_packages}")
endif()
