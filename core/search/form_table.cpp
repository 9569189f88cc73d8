// SPDX-License-Identifier: EUPL-1.2
#include "core/search/form_table.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <unordered_map>

#include "core/base/parallel.h"
#include "core/search/term_entry.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kGroup = 512;  // number of forms or lemmas that a thread takes at a time

// Calls work(i) for each i below `count`, on several threads.
template <typename Work>
void in_groups(std::size_t count, unsigned jobs, const Work& work) {
  parallel_for((count + kGroup - 1) / kGroup, jobs, [&](std::size_t group) {
    const std::size_t end = std::min((group + 1) * kGroup, count);
    for (std::size_t i = group * kGroup; i < end; ++i) work(i);
  });
}

// A form that the documents have.
struct SeenForm {
  std::vector<const std::vector<Occurrence>*> occurrences;
  const std::vector<std::string>* pieces = nullptr;  // between hyphens; nullptr without hyphens
  bool analysed = false;  // occurs in a document in the language of the analysis
};

using SeenForms = std::map<std::string_view, SeenForm>;

SeenForms seen_forms(const std::vector<WordChunk>& chunks,
                     const std::function<bool(std::uint32_t)>& is_analysed) {
  SeenForms seen;
  for (const WordChunk& chunk : chunks) {
    for (const auto& [form, found] : chunk.forms) {
      SeenForm& all = seen[form];
      all.occurrences.push_back(&found.occurrences);
      if (all.pieces == nullptr && !found.pieces.empty()) all.pieces = &found.pieces;
      all.analysed = all.analysed || std::ranges::any_of(found.occurrences, [&](const auto& place) {
                       return is_analysed(place.document);
                     });
    }
  }
  return seen;
}

bool is_usable(std::string_view word) { return !word.empty() && word.size() <= limits::kTermBytes; }

// A form that the documents have, with its analysis.
struct AnalysedForm {
  std::string_view form;
  const SeenForm* seen = nullptr;
  FormAnalysis analysis;
};

FormAnalysis analyse(std::string_view form, const SeenForm& seen, const Analysis& analysis) {
  FormAnalysis found{std::string(form), {}};
  const bool analysed = seen.analysed && analysis.analyse;
  if (analysed) found = analysis.analyse(form);
  if (!is_usable(found.lemma)) found.lemma = form;
  const std::size_t pieces = seen.pieces == nullptr ? 0 : seen.pieces->size();
  assert(pieces <= limits::kFormParts);
  if (found.parts.size() > limits::kFormParts - pieces) {
    found.parts.resize(limits::kFormParts - pieces);
  }
  if (seen.pieces != nullptr) {
    for (const std::string& piece : *seen.pieces) {
      std::string part = analysed ? analysis.analyse(piece).lemma : piece;
      if (std::ranges::find(found.parts, part) == found.parts.end()) {
        found.parts.push_back(std::move(part));
      }
    }
  }
  std::erase_if(found.parts,
                [&](const std::string& part) { return !is_usable(part) || part == found.lemma; });
  return found;
}

std::vector<AnalysedForm> analyse_all(const SeenForms& seen, const Analysis& analysis,
                                      unsigned jobs) {
  std::vector<AnalysedForm> forms;
  forms.reserve(seen.size());
  for (const auto& [form, found] : seen) forms.push_back({form, &found, {}});
  in_groups(forms.size(), jobs, [&](std::size_t i) {
    forms[i].analysis = analyse(forms[i].form, *forms[i].seen, analysis);
  });
  return forms;
}

// The lemmas of all forms and of all parts, in ascending order. `inflected` tells for each lemma
// whether the table needs its inflections.
struct LemmaList {
  std::vector<std::string> lemmas;
  std::vector<bool> inflected;

  std::uint32_t number(const std::string& lemma) const {
    return static_cast<std::uint32_t>(std::ranges::lower_bound(lemmas, lemma) - lemmas.begin());
  }
};

LemmaList lemmas_of(const std::vector<AnalysedForm>& forms) {
  std::map<std::string, bool> lemmas;
  for (const AnalysedForm& form : forms) {
    lemmas[form.analysis.lemma] |= form.seen->analysed;
    for (const std::string& part : form.analysis.parts) lemmas[part] |= form.seen->analysed;
  }
  LemmaList list;
  for (auto& [lemma, inflected] : lemmas) {
    list.lemmas.push_back(lemma);
    list.inflected.push_back(inflected);
  }
  return list;
}

// The forms that no document has: the lemma itself, and its inflections whose analysis is the
// lemma.
std::vector<FormRecord> unseen_forms(const LemmaList& list, const SeenForms& seen,
                                     const Analysis& analysis, unsigned jobs) {
  std::vector<std::vector<std::string>> found(list.lemmas.size());
  in_groups(list.lemmas.size(), jobs, [&](std::size_t i) {
    const std::string& lemma = list.lemmas[i];
    if (!seen.contains(lemma)) found[i].push_back(lemma);
    if (!list.inflected[i] || !analysis.inflections) return;
    for (std::string& form : analysis.inflections(lemma)) {
      if (is_usable(form) && form != lemma && !seen.contains(form) &&
          analysis.analyse(form).lemma == lemma) {
        found[i].push_back(std::move(form));
      }
    }
  });
  std::vector<FormRecord> records;
  for (std::uint32_t lemma = 0; lemma < found.size(); ++lemma) {
    for (std::string& form : found[lemma]) records.push_back({std::move(form), lemma, 0, {}, {}});
  }
  return records;
}

std::size_t occurrences_of(const FormRecord& form) {
  std::size_t count = 0;
  for (const auto* part : form.occurrences) count += part->size();
  return count;
}

// The most frequent form of a lemma gets number 1, so that most form masks are small numbers.
void number_forms(FormTable& table) {
  for (std::uint32_t i = 0; i < table.forms.size(); ++i) {
    if (!table.forms[i].occurrences.empty()) table.lemmas[table.forms[i].lemma].forms.push_back(i);
  }
  for (LemmaRecord& lemma : table.lemmas) {
    std::ranges::stable_sort(lemma.forms, std::ranges::greater{},
                             [&](std::uint32_t form) { return occurrences_of(table.forms[form]); });
    for (std::size_t i = 0; i < lemma.forms.size(); ++i) {
      table.forms[lemma.forms[i]].number =
          static_cast<std::uint8_t>(std::min<std::size_t>(i + 1, kMostForms));
    }
  }
}

}  // namespace

FormTable build_form_table(const std::vector<WordChunk>& chunks, const Analysis& analysis,
                           const std::function<bool(std::uint32_t)>& is_analysed, unsigned jobs) {
  const SeenForms seen = seen_forms(chunks, is_analysed);
  std::vector<AnalysedForm> analysed = analyse_all(seen, analysis, jobs);
  const LemmaList list = lemmas_of(analysed);
  FormTable table;
  table.forms = unseen_forms(list, seen, analysis, jobs);
  for (AnalysedForm& form : analysed) {
    table.forms.push_back({std::string(form.form), list.number(form.analysis.lemma), 0,
                           std::move(form.analysis.parts), form.seen->occurrences});
  }
  std::ranges::stable_sort(table.forms, {}, &FormRecord::form);
  // A form that is listed for two lemmas keeps one of the two.
  const auto same = [](const FormRecord& a, const FormRecord& b) { return a.form == b.form; };
  table.forms.erase(std::unique(table.forms.begin(), table.forms.end(), same), table.forms.end());
  for (const std::string& lemma : list.lemmas) table.lemmas.push_back({lemma, {}, {}});
  number_forms(table);
  for (std::uint32_t i = 0; i < table.forms.size(); ++i) {
    for (const std::string& part : table.forms[i].parts) {
      table.lemmas[list.number(part)].compounds.push_back(i);
    }
  }
  return table;
}

}  // namespace landkaart::inline v0
