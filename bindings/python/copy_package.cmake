# SPDX-License-Identifier: EUPL-1.2
# Copies the Python package with its templates, words and stylesheets:
# cmake -D SOURCE=<package> -D DESTINATION=<folder> -P copy_package.cmake
# Both folders and the modules are removed first, because copying does not delete files that left the source.
file(GLOB modules ${DESTINATION}/*.py)
file(REMOVE_RECURSE ${DESTINATION}/web ${DESTINATION}/django ${modules})
file(
  COPY ${SOURCE}/
  DESTINATION ${DESTINATION}
  PATTERN __pycache__ EXCLUDE
  PATTERN "*.so" EXCLUDE)
file(TOUCH ${DESTINATION}/py.typed)
