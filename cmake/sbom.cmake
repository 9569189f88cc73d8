# SPDX-License-Identifier: EUPL-1.2
# Writes <build>/landkaart.cdx.json, a software bill of materials (CycloneDX 1.5): the libraries that this build links,
# with the versions that were found. `make sbom` configures a build and prints the path.

# landkaart_sbom_component(<name> <version> <SPDX licence> <what uses it>)
# Appends a component to the list `sbom_components`, and its reference to `sbom_references`.
macro(landkaart_sbom_component name version licence used_by)
  string(JOIN "" component
         "{\"type\": \"library\", \"bom-ref\": \"${name}@${version}\", \"name\": \"${name}\", \"version\": \"${version}\", "
         "\"purl\": \"pkg:generic/${name}@${version}\", \"licenses\": [{\"license\": {\"id\": \"${licence}\"}}], "
         "\"properties\": [{\"name\": \"landkaart:used-by\", \"value\": \"${used_by}\"}]}")
  list(APPEND sbom_components "    ${component}")
  list(APPEND sbom_references "\"${name}@${version}\"")
endmacro()

set(sbom_components "")
set(sbom_references "")
landkaart_sbom_component(zlib "${ZLIB_VERSION_STRING}" Zlib "reading packs")
landkaart_sbom_component(nlohmann-json "${nlohmann_json_VERSION}" MIT "reading packs")
if(LANDKAART_COMPILER)
  landkaart_sbom_component(libsodium "${sodium_VERSION}" ISC "verifying packs")
  landkaart_sbom_component(libdeflate "${libdeflate_VERSION}" MIT "making packs")
  landkaart_sbom_component(md4c "${md4c_VERSION}" MIT "making packs")
  landkaart_sbom_component(yaml-cpp "${yaml-cpp_VERSION}" MIT "making packs")
endif()
if(LANDKAART_CLI)
  landkaart_sbom_component(CLI11 "${CLI11_VERSION}" BSD-3-Clause "the command line")
endif()
if(LANDKAART_PYTHON)
  landkaart_sbom_component(pybind11 "${pybind11_VERSION}" BSD-3-Clause "the Python module")
endif()

list(JOIN sbom_components ",\n" sbom_components)
list(JOIN sbom_references ", " sbom_references)
# A version 5 UUID is a function of its name, so that equal builds have equal files.
string(UUID sbom_serial NAMESPACE 6ba7b811-9dad-11d1-80b4-00c04fd430c8 NAME "landkaart ${PROJECT_VERSION} ${sbom_references}"
       TYPE SHA1)
file(
  WRITE ${PROJECT_BINARY_DIR}/landkaart.cdx.json
  "{
  \"bomFormat\": \"CycloneDX\",
  \"specVersion\": \"1.5\",
  \"serialNumber\": \"urn:uuid:${sbom_serial}\",
  \"version\": 1,
  \"metadata\": {
    \"component\": {
      \"type\": \"library\",
      \"bom-ref\": \"landkaart@${PROJECT_VERSION}\",
      \"name\": \"landkaart\",
      \"version\": \"${PROJECT_VERSION}\",
      \"licenses\": [{\"license\": {\"id\": \"EUPL-1.2\"}}]
    }
  },
  \"components\": [
${sbom_components}
  ],
  \"dependencies\": [{\"ref\": \"landkaart@${PROJECT_VERSION}\", \"dependsOn\": [${sbom_references}]}]
}
")
