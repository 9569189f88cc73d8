// SPDX-License-Identifier: EUPL-1.2
// LANDKAART_EXPORT, which marks the classes and functions that the shared library exports. Every
// public header includes this file. Compiling a public header before C++20 is an error.
#pragma once

#if (defined(_MSVC_LANG) && _MSVC_LANG < 202002L) || (!defined(_MSVC_LANG) && __cplusplus < 202002L)
#error "Landkaart requires C++20: compile with -std=c++20, or /std:c++20 with MSVC."
#endif

// The library is compiled with -fvisibility=hidden, and LANDKAART_EXPORT makes a name visible. On
// Windows the library defines LANDKAART_BUILDING while it is compiled, and a program that links the
// static library must define LANDKAART_STATIC: otherwise the headers declare functions of a DLL.
// The CMake target landkaart::core defines LANDKAART_STATIC where needed.
#if !defined(_WIN32)
#define LANDKAART_EXPORT __attribute__((visibility("default")))
#elif defined(LANDKAART_BUILDING)
#define LANDKAART_EXPORT __declspec(dllexport)
#elif defined(LANDKAART_STATIC)
#define LANDKAART_EXPORT
#else
#define LANDKAART_EXPORT __declspec(dllimport)
#endif
