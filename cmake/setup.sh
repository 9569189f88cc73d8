#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Installs the Debian or Ubuntu packages that building and testing need, and those in LANDKAART_SETUP. On other
# systems, and without root, it prints what to install.
set -eu

packages="build-essential cmake ninja-build pkg-config zlib1g-dev nlohmann-json3-dev libdeflate-dev libmd4c-dev
libyaml-cpp-dev libsodium-dev libcli11-dev libgtest-dev libgmock-dev libbenchmark-dev pybind11-dev python3
python3-dev python3-django python3-fastapi python3-httpx python3-hypothesis python3-jinja2 python3-jsonschema python3-pytest
python3-selenium python3-uvicorn python3-venv python3-yaml
chromium chromium-driver doxygen fonts-liberation"
packages="$packages ${LANDKAART_SETUP:-}"
command -v npm > /dev/null || packages="$packages npm" # npm may be installed without apt

if ! command -v dpkg-query > /dev/null; then
  echo "This is not Debian or Ubuntu, so nothing was installed. Needed: a C++20 compiler, cmake 3.25,"
  echo "ninja, pkg-config, Python 3.11 (hypothesis, jsonschema, pytest, yaml), and for development:"
  echo "zlib, nlohmann-json, libdeflate, md4c, yaml-cpp, libsodium, CLI11, pybind11, Python, GoogleTest,"
  echo "Google Benchmark, chromium with its driver, selenium, doxygen and npm. Continuing without them."
  exit 0
fi

missing=""
for package in $packages; do
  state=$(dpkg-query -W -f '${Status}' "$package" 2> /dev/null || true)
  [ "$state" = "install ok installed" ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
  as_root=""
elif command -v sudo > /dev/null && sudo -n true 2> /dev/null; then
  as_root="sudo"
else
  echo "Some packages are missing, and you may not install them from here. Please run:"
  echo "  sudo apt-get install$missing"
  exit 1
fi

echo "Installing$missing"
log=$(mktemp)
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # $missing must split into words
if ! { $as_root apt-get update && $as_root apt-get install -y --no-install-recommends $missing; } > "$log" 2>&1
then
  cat "$log"
  echo "Could not install; please run: apt-get update && apt-get install$missing"
  exit 1
fi
rm -f "$log"
