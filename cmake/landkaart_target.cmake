# SPDX-License-Identifier: EUPL-1.2
# Functions that define the targets of this project.

# landkaart_target(<target>): the settings that every target of this project has.
function(landkaart_target target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON
                                             CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR})
  if(MSVC)
    target_compile_options(${target} PRIVATE /W4 /utf-8 $<$<BOOL:${LANDKAART_WARNINGS_AS_ERRORS}>:/WX>)
  else()
    # With a section for each function, a linker with --gc-sections drops the functions that a program does not use.
    # GCC 12 reports a false -Wrestrict warning for every text + std::string (GCC bug 105651, fixed in GCC 13).
    target_compile_options(
      ${target} PRIVATE -ffunction-sections -fdata-sections -Wall -Wextra -Wconversion -Wshadow -Wnon-virtual-dtor
                        $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
                        $<$<BOOL:${LANDKAART_WARNINGS_AS_ERRORS}>:-Werror>)
  endif()
  landkaart_harden(${target})
  if(LANDKAART_SANITIZERS)
    # Undefined behaviour ends the program. Without -fno-sanitize-recover it prints a line, and the test passes.
    target_compile_options(${target} PRIVATE -fsanitize=${LANDKAART_SANITIZERS} -fno-sanitize-recover=undefined
                                             -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=${LANDKAART_SANITIZERS})
  endif()
  if(LANDKAART_FUZZERS)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
endfunction()

# landkaart_unity(<target>): compiles the sources of each folder as one translation unit, and those of the folders with
# fewer than 15 sources as one more. The compiler then parses the headers that these sources share only once.
function(landkaart_unity target)
  if(NOT LANDKAART_UNITY_BUILD)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  get_target_property(sources ${target} SOURCES)
  set(folders "")
  foreach(source IN LISTS sources)
    cmake_path(GET source PARENT_PATH folder)
    string(MAKE_C_IDENTIFIER "folder/${folder}" group)
    list(APPEND folders ${group})
  endforeach()
  foreach(source group IN ZIP_LISTS sources folders)
    set(neighbours ${folders})
    list(FILTER neighbours INCLUDE REGEX "^${group}$")
    list(LENGTH neighbours number)
    if(number LESS 15)
      set(group small_folders)
    endif()
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group})
  endforeach()
endfunction()

# landkaart_strict_floats(<target>): forbids fused multiply-add, which rounds once where separate instructions round
# twice. A drawing must have the same bytes on every processor, and a map the same layout.
function(landkaart_strict_floats target)
  if(NOT MSVC)
    target_compile_options(${target} PRIVATE -ffp-contract=off)
  endif()
endfunction()

# landkaart_small(<target>): compiles a release build for size. For code that runs once a command or once a call,
# where the size of the Python wheel matters more than speed.
function(landkaart_small target)
  if(NOT MSVC)
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-Os>)
  endif()
endfunction()

# landkaart_exports(<target>): limits the dynamic symbols of a shared library to those of namespace landkaart that
# LANDKAART_EXPORT makes visible, and rejects symbols that no linked library defines. Without the version script, GCC
# would also export instantiations such as std::vector<landkaart::Item>::~vector().
function(landkaart_exports target)
  if(NOT UNIX OR APPLE)
    return()
  endif()
  set(script ${PROJECT_SOURCE_DIR}/cmake/exported_symbols.map)
  target_link_options(${target} PRIVATE LINKER:--version-script=${script})
  set_target_properties(${target} PROPERTIES LINK_DEPENDS ${script})
  if(NOT LANDKAART_SANITIZERS)
    target_link_options(${target} PRIVATE LINKER:--no-undefined)
  endif()
endfunction()

# landkaart_library_target(<target> STATIC|SHARED ...): one library; the arguments are those of landkaart_library.
function(landkaart_library_target target type name)
  cmake_parse_arguments(PARSE_ARGV 3 arg "" "COMPONENT;OUTPUT_NAME;HEADER_FOLDER" "HEADERS;SOURCES;USES;LIBRARIES")
  add_library(${target} ${type} ${arg_SOURCES})
  landkaart_target(${target})
  landkaart_unity(${target})
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${arg_HEADER_FOLDER} FILES ${arg_HEADERS})
  target_link_libraries(${target} PUBLIC ${arg_USES} PRIVATE ${arg_LIBRARIES})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name} OUTPUT_NAME ${arg_OUTPUT_NAME}
                                             VERIFY_INTERFACE_HEADER_SETS ON)
endfunction()

# landkaart_library(<name>
#   COMPONENT <reader|authoring>   the part of the installed CMake package that has the library
#   OUTPUT_NAME <name>             of the file: lib<OUTPUT_NAME>.a or .so
#   HEADER_FOLDER <folder> HEADERS <header>...   the public headers
#   SOURCES <source>...
#   USES <name>...                 libraries of this project that the public headers need
#   LIBRARIES <target>...)         libraries that only the sources need
#
# Defines the static library landkaart_<name>. The targets of this project link landkaart_<name>, because programs and
# tests use functions that the shared library hides.
# With BUILD_SHARED_LIBS a library of the component `reader` also becomes landkaart_<name>_shared, from the same
# objects. landkaart::<name> is the name for other projects: the shared library when there is one, else the static one.
# docs/decisions/32-shared-library.md gives the reasons.
function(landkaart_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "COMPONENT;OUTPUT_NAME;HEADER_FOLDER" "HEADERS;SOURCES;USES;LIBRARIES")
  set(target landkaart_${name})
  set(settings COMPONENT ${arg_COMPONENT} OUTPUT_NAME ${arg_OUTPUT_NAME} HEADER_FOLDER ${arg_HEADER_FOLDER}
               HEADERS ${arg_HEADERS} LIBRARIES ${arg_LIBRARIES})
  list(TRANSFORM arg_USES PREPEND landkaart_ OUTPUT_VARIABLE used)
  set(exported ${target})

  if(arg_COMPONENT STREQUAL reader)
    # The objects are the same for both libraries, so that each source is compiled once.
    add_library(${target}_objects OBJECT ${arg_SOURCES})
    landkaart_target(${target}_objects)
    landkaart_unity(${target}_objects)
    target_compile_definitions(${target}_objects PRIVATE LANDKAART_BUILDING)
    target_include_directories(${target}_objects PRIVATE ${arg_HEADER_FOLDER})
    target_link_libraries(${target}_objects PRIVATE ${used} ${arg_LIBRARIES})
    set(arg_SOURCES $<TARGET_OBJECTS:${target}_objects>)
  endif()

  landkaart_library_target(${target} STATIC ${name} ${settings} SOURCES ${arg_SOURCES} USES ${used})
  target_compile_definitions(${target} INTERFACE LANDKAART_STATIC)

  if(BUILD_SHARED_LIBS AND arg_COMPONENT STREQUAL reader)
    set(exported ${target}_shared)
    list(TRANSFORM used APPEND _shared)
    landkaart_library_target(${exported} SHARED ${name} ${settings} SOURCES ${arg_SOURCES} USES ${used})
    landkaart_exports(${exported})
    # Before 1.0 each minor version may break the binary interface; from 1.0 on only a major version may.
    set(interface_version ${PROJECT_VERSION_MAJOR})
    if(interface_version EQUAL 0)
      set(interface_version 0.${PROJECT_VERSION_MINOR})
    endif()
    set_target_properties(${exported} PROPERTIES VERSION ${PROJECT_VERSION} SOVERSION ${interface_version})
  endif()

  add_library(landkaart::${name} ALIAS ${exported})
  # The authoring libraries use hidden functions of the reader, so a shared build does not install them.
  if(LANDKAART_INSTALL AND (arg_COMPONENT STREQUAL reader OR NOT BUILD_SHARED_LIBS))
    install(TARGETS ${exported} EXPORT landkaart-${arg_COMPONENT} FILE_SET HEADERS
            ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
            RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  endif()
endfunction()
