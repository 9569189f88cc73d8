# SPDX-License-Identifier: EUPL-1.2
# cmake -D SOURCE=<package> -D DESTINATION=<folder> -P: copies the Python package with its templates, words and styles.
file(REMOVE_RECURSE ${DESTINATION}/web ${DESTINATION}/django) # what was removed from the source must not stay
file(
  COPY ${SOURCE}/
  DESTINATION ${DESTINATION}
  PATTERN __pycache__ EXCLUDE
  PATTERN "*.so" EXCLUDE)
file(TOUCH ${DESTINATION}/py.typed)
