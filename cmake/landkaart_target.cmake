# SPDX-License-Identifier: EUPL-1.2
# What every target of this project has in common.

function(landkaart_target target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR})
  if(MSVC)
    target_compile_options(${target} PRIVATE /W4 /utf-8 $<$<BOOL:${LANDKAART_WARNINGS_AS_ERRORS}>:/WX>)
  else()
    # GCC 12 sees overlaps in every text + std::string (GCC bug 105651); 13 does not.
    target_compile_options(
      ${target} PRIVATE -Wall -Wextra -Wconversion -Wshadow -Wnon-virtual-dtor
                        $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
                        $<$<BOOL:${LANDKAART_WARNINGS_AS_ERRORS}>:-Werror>)
  endif()
  if(LANDKAART_SANITIZERS)
    target_compile_options(${target} PRIVATE -fsanitize=${LANDKAART_SANITIZERS} -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=${LANDKAART_SANITIZERS})
  endif()
  if(LANDKAART_FUZZERS)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
endfunction()

# What runs once a command or once a call, and not once a posting: rather small than fast, since a
# wheel carries it.
function(landkaart_small target)
  if(NOT MSVC)
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-Os>)
  endif()
endfunction()

# A library with its public headers, installed as landkaart::<name>.
function(landkaart_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "OUTPUT_NAME;HEADER_FOLDER" "HEADERS;SOURCES")
  set(target landkaart_${name})
  add_library(${target} ${arg_SOURCES})
  add_library(landkaart::${name} ALIAS ${target})
  landkaart_target(${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name} OUTPUT_NAME ${arg_OUTPUT_NAME}
                                             VERIFY_INTERFACE_HEADER_SETS ON)
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${arg_HEADER_FOLDER} FILES ${arg_HEADERS})
  install(TARGETS ${target} EXPORT landkaart FILE_SET HEADERS
          ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
endfunction()
