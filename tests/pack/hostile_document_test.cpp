// SPDX-License-Identifier: EUPL-1.2
// Items whose stored document breaks the specification or a limit.
#include <cstring>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/format/block_store_builder.h"
#include "core/format/container.h"
#include "core/format/container_builder.h"
#include "core/model/item_layout.h"
#include "tests/support/error_code.h"
#include "tests/support/temporary_folder.h"

namespace landkaart {
namespace {

using testing::error_code;

// The bytes of a pack with one item, the article "a".
std::string one_item() {
  testing::TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("articles/a.md", "title: A\ntags: [een, twee]\n", "Tekst.\n");
  const Pack pack = folder.build();
  return {reinterpret_cast<const char*>(pack.bytes().data()), pack.bytes().size()};
}

// The item of one_item(), with another stored document.
Item with_document(const std::string& document) {
  static const std::string kBytes = one_item();
  const Container container({as_bytes(kBytes), nullptr});
  BlockStoreBuilder bodies;
  bodies.add(document);
  BlockStoreBuilder::Sections blocks = bodies.finish(1);
  std::vector<SectionContent> sections;
  for (const SectionEntry& entry : container.directory()) {
    SectionContent section{entry.id, entry.flags,
                           std::string(as_text(Section(container, entry).all())), entry.encoding,
                           entry.logical_length};
    if (entry.id == SectionId::body_index) section.stored = blocks.index;
    if (entry.id == SectionId::bodies) {
      section.stored = blocks.blocks;
      section.logical_length = blocks.logical_length;
    }
    if (entry.id == SectionId::items) {
      std::string length;  // in the high 24 bits of the last number of the record of the item
      append_little_endian(length, std::uint64_t{document.size()} << 40);
      section.stored.replace(kItemHeaderBytes + 24, 8, length);
    }
    sections.push_back(std::move(section));
  }
  return *Pack::from_memory(build_container(sections, 1, Hash{})).item("a");
}

// The code with which each function that reads the document ends.
ErrorCode code_of_document(const std::string& document) {
  const Item item = with_document(document);
  const ErrorCode code = error_code([&] { static_cast<void>(item.json()); });
  EXPECT_EQ(error_code([&] { static_cast<void>(item.html()); }), code) << document.substr(0, 80);
  EXPECT_EQ(error_code([&] { static_cast<void>(item.steps()); }), code) << document.substr(0, 80);
  EXPECT_EQ(error_code([&] { static_cast<void>(item.property("x-a")); }), code);
  return code;
}

TEST(HostileDocument, IsRefusedWhenAValueHasAnotherTypeThanTheSpecification) {
  for (const std::string document :
       {"",
        "1",
        "[]",
        "{",
        "{\"x-a\":\"\xff\"}",
        "{\"html\":1}",
        "{\"order\":\"1\"}",
        "{\"order\":-1}",
        "{\"order\":1.5}",
        "{\"order\":1000001}",
        "{\"sources\":\"x\"}",
        "{\"sources\":[1]}",
        "{\"alternative-titles\":{}}",
        "{\"licence\":[]}",
        "{\"when\":null}",
        "{\"steps\":{}}",
        "{\"steps\":[1]}",
        "{\"steps\":[{}]}",
        "{\"steps\":[{\"title\":1}]}",
        "{\"steps\":[{\"title\":\"a\",\"minutes\":\"1\"}]}",
        "{\"steps\":[{\"title\":\"a\",\"minutes\":9999999999999999999}]}",
        "{\"file\":\"../a\"}",
        "{\"poster\":\"a.html\"}",
        "{\"duration\":true}"}) {
    EXPECT_EQ(code_of_document(document), ErrorCode::malformed) << document;
  }
}

TEST(HostileDocument, IsRefusedWhenItHasAKeyThatIsStoredElsewhere) {
  for (const std::string key :
       {"id", "kind", "title", "summary", "language", "themes", "tags", "purpose", "difficulty",
        "group-size", "minutes", "topics", "related", "stops", "mentions", "translation-of"}) {
    for (const std::string value : {"1", "\"x\"", "[]", "{}"}) {
      EXPECT_EQ(code_of_document("{\"" + key + "\":" + value + "}"), ErrorCode::malformed) << key;
    }
  }
}

TEST(HostileDocument, IsAcceptedWithTheTypesOfTheSpecificationAndAnyOtherKeys) {
  const std::string document =
      R"({"file":"a.mp4","order":3,"sources":["b"],"steps":[{"minutes":5,"title":"c"}],)"
      R"("x-a":[null,{"d":1.5}],"yet-unknown":{}})";
  EXPECT_EQ(code_of_document(document), ErrorCode{});
  const auto json = nlohmann::json::parse(with_document(document).json());
  EXPECT_EQ(json["tags"], nlohmann::json({"een", "twee"}));
  EXPECT_EQ(json["x-a"], nlohmann::json::parse(R"([null,{"d":1.5}])"));
}

TEST(HostileDocument, WithTooManyElementsHasNoBody) {
  std::string html;
  for (int i = 0; i < 131'072; ++i) html += "<hr>";
  EXPECT_EQ(code_of_document("{\"html\":\"" + html + "\"}"), ErrorCode{});
  const Item item = with_document("{\"html\":\"" + html + "<hr>\"}");
  EXPECT_EQ(error_code([&] { static_cast<void>(item.html()); }), ErrorCode::limit_exceeded);
  EXPECT_EQ(error_code([&] { static_cast<void>(item.text()); }), ErrorCode::limit_exceeded);
  EXPECT_EQ(error_code([&] { static_cast<void>(item.markdown()); }), ErrorCode::limit_exceeded);
  EXPECT_EQ(error_code([&] { static_cast<void>(item.json()); }), ErrorCode{});
}

TEST(HostileDocument, WithTooManyValuesIsRefused) {
  std::string values = "0";
  for (int i = 0; i < 524'288; ++i) values += ",0";
  EXPECT_EQ(code_of_document("{\"x-a\":[" + values + "]}"), ErrorCode::limit_exceeded);
}

TEST(HostileDocument, OfMoreThan4MebibytesIsRefused) {
  const std::string longest(4 * 1024 * 1024 - std::strlen("{\"x-a\":\"\"}"), 'x');
  EXPECT_EQ(code_of_document("{\"x-a\":\"" + longest + "\"}"), ErrorCode{});
  EXPECT_EQ(code_of_document("{\"x-a\":\"" + longest + "x\"}"), ErrorCode::limit_exceeded);
}

}  // namespace
}  // namespace landkaart
