# SPDX-License-Identifier: EUPL-1.2
# Builds for 64-bit Windows with mingw-w64, and runs programs with wine. Debian: g++-mingw-w64-x86-64-posix,
# libz-mingw-w64-dev, wine64.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix) # of GoogleTest
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_FIND_ROOT_PATH /usr/x86_64-w64-mingw32)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_EXE_LINKER_FLAGS_INIT -static)
find_program(wine NAMES wine64 wine wine64-stable PATHS /usr/lib/wine)
set(CMAKE_CROSSCOMPILING_EMULATOR ${wine})
