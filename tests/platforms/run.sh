#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# run.sh windows-mingw64|linux-s390x: builds the reading library and its tests for another machine, and runs the tests
# under an emulator. The toolchain files in cmake/toolchains name the Debian packages that this needs.
set -eu

platform=$1
top=$(cd "$(dirname "$0")/../.." && pwd)
build=$top/build/$platform
root=$build/root
mkdir -p "$root"

# nlohmann/json is a library of headers only, so the headers of this machine serve the other one too. Its own CMake
# package names /usr/include, which has the headers of the C library of this machine.
mkdir -p "$root/usr/include" "$root/nlohmann_json"
cp -r /usr/include/nlohmann "$root/usr/include/"
cp /usr/share/cmake/nlohmann_json/nlohmann_jsonConfigVersion.cmake "$root/nlohmann_json/"
cat > "$root/nlohmann_json/nlohmann_jsonConfig.cmake" << END
add_library(nlohmann_json::nlohmann_json INTERFACE IMPORTED)
target_include_directories(nlohmann_json::nlohmann_json INTERFACE $root/usr/include)
END

# zlib for s390x: the packages of Debian, unpacked and not installed.
if [ "$platform" = linux-s390x ] && [ ! -e "$root/usr/include/zlib.h" ]; then
  dpkg --add-architecture s390x
  apt-get update
  (cd "$root" && apt-get download zlib1g:s390x zlib1g-dev:s390x)
  for package in "$root"/*.deb; do dpkg-deb -x "$package" "$root"; done
  dpkg --remove-architecture s390x
fi

cmake -G Ninja -S "$top/tests/platforms" -B "$build" -DCMAKE_BUILD_TYPE=Release -DLANDKAART_ROOT="$root" \
  -DCMAKE_TOOLCHAIN_FILE="$top/cmake/toolchains/$platform.cmake" -DGOOGLETEST_SOURCE=/usr/src/googletest/googletest \
  -Dnlohmann_json_DIR="$root/nlohmann_json"
cmake --build "$build" -j "${JOBS:-2}"
ctest --test-dir "$build" --output-on-failure
