// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/assemble.h"

#include <algorithm>

#include "content-pack/compiler/dutch/dutch_analysis.h"
#include "content-pack/compiler/dutch/separated_verbs.h"
#include "content-pack/compiler/front_matter_keys.h"
#include "content-pack/compiler/function_words.h"
#include "content-pack/compiler/related_items.h"
#include "core/base/file.h"
#include "core/base/varint.h"
#include "core/format/block_store_builder.h"
#include "core/format/container_builder.h"
#include "core/format/deflate.h"
#include "core/format/release_statement.h"
#include "core/model/item_table_builder.h"
#include "core/model/link_table.h"
#include "core/model/media_types.h"
#include "core/model/related_table.h"
#include "core/search/search_index_builder.h"
#include "core/update/hash_tree.h"
#include "core/update/sha256.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

using Json = nlohmann::json;

// The name of the rules that fold and split words. The manifest holds it, so that a reader can tell
// whether two packs use the same rules.
constexpr std::string_view kAnalysis = "fold-1";
constexpr std::string_view kAnalysedLanguage = "nl";

// The Dutch analysis: lemmas, parts of compounds, inflections, function words and separable verbs.
// Words of other languages are only folded.
Analysis analysis() {
  return {[](std::string_view form) {
            WordAnalysis word = dutch_analysis().analyse(form);
            return FormAnalysis{std::move(word.lemma), std::move(word.parts)};
          },
          [](std::string_view lemma) { return dutch_analysis().inflections(lemma); },
          is_function_word,
          [](std::string_view text, std::span<const Token> words) {
            std::vector<SeparatedForm> forms;
            for (SeparatedVerb& verb : separated_verbs(dutch_analysis(), text, words)) {
              forms.push_back({verb.word, std::move(verb.form)});
            }
            return forms;
          }};
}

// Name, weight, and length weight (the parameter b of BM25, from 0 to 1) of each searched field.
// The relevance tests decided the numbers.
const std::vector<SearchField> kSearchFields = {{"title", 3.0, 0.5, 0},
                                                {"summary", 2.0, 0.5, 0},
                                                {"keywords", 3.0, 0.3, 0},
                                                {"text", 1.0, 0.75, 0}};

class Assembler {
 public:
  Assembler(const SourceFolder& source, const ResolvedReferences& references,
            const BuildOptions& options)
      : source_(source), references_(references), options_(options) {}

  std::string assemble() {
    report_progress("indexing");
    SearchSections search = build_search();
    report_progress("compressing");
    BlockStoreBuilder bodies;
    ItemSections items = build_items(bodies, search.items);
    BlockStoreBuilder::Sections blocks = bodies.finish(options_.jobs);
    AssetSections assets = build_assets();

    add(SectionId::id_top, std::move(items.ids.top));
    add(SectionId::term_top, std::move(search.terms.top));
    add(SectionId::title_top, std::move(search.titles.top));
    add(SectionId::asset_top, std::move(assets.names.top));
    add(SectionId::manifest, manifest());
    add_items(std::move(items));
    check_walks();
    add(SectionId::links,
        encode_links(references_.links, static_cast<std::uint32_t>(source_.items.size())));
    add(SectionId::related, encode_related(related(search.similar)), kHashed);
    if (!source_.map.empty()) add_deflated(SectionId::map, source_.map);
    add(SectionId::search, std::move(search.header));
    if (!search.order.empty()) add(SectionId::document_order, std::move(search.order));
    add(SectionId::lengths, std::move(search.lengths));
    add(SectionId::term_pages, std::move(search.terms.pages));
    add(SectionId::term_blocks, std::move(search.terms.blocks));
    add(SectionId::title_pages, std::move(search.titles.pages));
    add(SectionId::title_blocks, std::move(search.titles.blocks));
    add(SectionId::skips, std::move(search.skips));
    add(SectionId::postings, std::move(search.postings));
    if (with_positions()) add(SectionId::positions, std::move(search.positions), kHashed);
    if (!source_.synonyms.empty()) add_deflated(SectionId::synonyms, source_.synonyms);
    add(SectionId::body_index, std::move(blocks.index), kCritical);
    add_bodies(std::move(blocks), bodies.stream());
    add(SectionId::asset_pages, std::move(assets.names.pages));
    add(SectionId::asset_blocks, std::move(assets.names.blocks));
    add(SectionId::assets, std::move(assets.content), kHashed);
    const Hash root = root_hash(hashed_);
    add(SectionId::hash_tree, std::move(levels_), 0);
    std::string pack =
        build_container(sections_, static_cast<std::uint32_t>(source_.items.size()), root);
    pack += release_statement(root, sha256({pack}));
    return pack;
  }

 private:
  void report_progress(std::string_view stage) const {
    if (options_.progress) options_.progress({stage, 0, 1});
  }

  void add(SectionId id, std::string content, std::uint16_t flags = kCritical | kHashed) {
    if ((flags & kHashed) != 0) hash(id, flags, content);
    sections_.push_back({id, flags, std::move(content), Encoding::plain, 0});
  }

  // Adds an optional section that readers always read as a whole.
  void add_deflated(SectionId id, std::string_view content) {
    hash(id, kHashed, content);
    sections_.push_back({id, kHashed, deflate(content), Encoding::deflated, content.size()});
  }

  void add_items(ItemSections items) {
    add(SectionId::id_pages, std::move(items.ids.pages));
    add(SectionId::id_blocks, std::move(items.ids.blocks));
    add(SectionId::items, std::move(items.items));
    add(SectionId::texts, std::move(items.texts));
    add(SectionId::label_sets, std::move(items.label_sets));
    add(SectionId::names, std::move(items.names));
  }

  void add_bodies(BlockStoreBuilder::Sections blocks, std::string_view stream) {
    constexpr std::uint16_t kFlags = kCritical | kHashed;
    hash(SectionId::bodies, kFlags, stream);
    sections_.push_back({SectionId::bodies, kFlags, std::move(blocks.blocks),
                         Encoding::deflated_blocks, blocks.logical_length});
  }

  void hash(SectionId id, std::uint16_t flags, std::string_view content) {
    const SectionTree tree = hash_section(
        content.size(),
        [&](std::uint64_t offset, std::uint64_t length) { return content.substr(offset, length); });
    hashed_.push_back({id, flags, content.size(), tree.top});
    levels_ += tree.levels;
  }

  bool with_positions() const {
    return options_.with_positions && source_.manifest.value(kPositionsKey, true);
  }

  SearchSections build_search() const {
    std::vector<std::string> keywords(source_.items.size());
    for (std::size_t i = 0; i < keywords.size(); ++i) {
      for (const std::string& tag : source_.items[i].tags) keywords[i] += tag + "\n";
    }
    const auto text = [&](std::uint32_t document, std::size_t field) -> std::string_view {
      const SourceItem& item = source_.items[document];
      switch (field) {
        case 0: return item.names;
        case 1: return item.summary;
        case 2: return keywords[document];
        default: return item.text;
      }
    };
    SearchSettings settings{kSearchFields, with_positions(), analysis(), {}};
    settings.is_analysed = [&](std::uint32_t item) {
      return source_language(source_.items[item]).starts_with(kAnalysedLanguage);
    };
    return build_search_sections(static_cast<std::uint32_t>(source_.items.size()), settings, text,
                                 options_.jobs);
  }

  std::vector<std::vector<std::uint32_t>> related(
      const std::vector<std::vector<SimilarDocument>>& similar) const {
    std::vector<std::string> languages;
    for (const SourceItem& item : source_.items) languages.push_back(source_language(item));
    return related_items(languages, references_.links, similar);
  }

  std::string source_language(const SourceItem& item) const {
    return item.language.empty() ? source_.manifest.value("language", "") : item.language;
  }

  // Bodies are stored in the order of the search documents. That order puts similar items side by
  // side, so that they share a compressed block.
  ItemSections build_items(BlockStoreBuilder& bodies,
                           const std::vector<std::uint32_t>& document_items) const {
    std::vector<ItemEntry> entries;
    entries.reserve(source_.items.size());
    for (std::size_t i = 0; i < source_.items.size(); ++i) {
      const SourceItem& item = source_.items[i];
      entries.push_back({item.id, item.title, item.summary, source_language(item), item.record,
                         references_.themes[i], item.tags});
    }
    for (const std::uint32_t item : document_items) {
      const std::string document = source_.items[item].document.dump();
      entries[item].record.body_offset = bodies.add(document);
      entries[item].record.body_bytes = static_cast<std::uint32_t>(document.size());
    }
    return build_item_sections(entries, references_.redirects, bodies.stream().size());
  }

  // Refuses more journeys, obstacles and stops than the map of a reader accepts.
  void check_walks() const {
    std::size_t stops = 0;
    for (const SourceItem& item : source_.items) {
      if (item.record.kind == Kind::journey) stops += 1;
      if (item.record.kind == Kind::obstacle) stops += 2;  // the obstacle is its own first stop
    }
    for (const LinkRecord& link : references_.links) {
      const auto types = walk_links(source_.items[link.from].record.kind);
      if (std::ranges::find(types, link.type) != types.end()) ++stops;
    }
    if (stops <= limits::kMapStops) return;
    throw Error(ErrorCode::limit_exceeded,
                "the pack has " + std::to_string(stops) +
                    " journeys, obstacles and stops on their walks; at most " +
                    std::to_string(limits::kMapStops) + " are allowed: remove some");
  }

  struct AssetSections {
    StringDictionaryBuilder::Sections names;
    std::string content;
  };

  // The dictionary value of an asset holds its offset, its length and its media type.
  AssetSections build_assets() const {
    StringDictionaryBuilder names;
    AssetSections assets;
    if (source_.assets.size() > limits::kAssets) {
      throw Error(ErrorCode::limit_exceeded,
                  "the pack has " + std::to_string(source_.assets.size()) +
                      " assets, and at most " + std::to_string(limits::kAssets) +
                      " are allowed; remove some");
    }
    for (const SourceAsset& asset : source_.assets) {
      const std::string content = read_file(asset.path);
      std::string value;
      append_varint(value, assets.content.size());
      append_varint(value, content.size());
      append_text(value, media_type_of(asset.name));
      names.add(asset.name, value);
      assets.content += content;
    }
    assets.names = names.finish();
    return assets;
  }

  std::string manifest() const {
    Json manifest = source_.manifest;
    manifest["analysis"] = kAnalysis;
    manifest["lexicon"] = lexicon_hash();
    if (!with_positions()) manifest[kPositionsKey] = false;
    std::string json = manifest.dump();
    if (json.size() > limits::kManifestBytes) {
      throw Error(ErrorCode::limit_exceeded,
                  "the manifest takes " + std::to_string(json.size()) +
                      " bytes, and at most 65536 are allowed; shorten the x- values in pack.yaml");
    }
    return json;
  }

  std::string release_statement(const Hash& root, const Hash& file_hash) const {
    const Json payload = {{"pack", source_.manifest.value("id", "")},
                          {"release", source_.manifest.value("release", std::uint64_t{1})},
                          {"version", source_.manifest.value("version", "")},
                          {"channel", source_.manifest.value("channel", "")},
                          {"expires", nullptr},
                          {"minimum-reader", kFormatVersion},
                          {"root", hexadecimal(root)},
                          {"file-hash", hexadecimal(file_hash)}};
    return encode_release_statement({payload.dump(), {}});
  }

  const SourceFolder& source_;
  const ResolvedReferences& references_;
  const BuildOptions& options_;
  std::vector<SectionContent> sections_;
  std::vector<HashedSection> hashed_;
  std::string levels_;
};

}  // namespace

std::string assemble(const SourceFolder& source, const ResolvedReferences& references,
                     const BuildOptions& options) {
  return Assembler(source, references, options).assemble();
}

}  // namespace landkaart::inline v0
