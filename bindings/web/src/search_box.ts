// SPDX-License-Identifier: EUPL-1.2
// The search form, with suggestions. It sends its field to the address `results`, unless a "submit" listener prevents it.

import type { SuggestionsAnswer } from "./answers";
import { html, newId } from "./dom";
import type { Setting } from "./element";
import { Suggestions } from "./suggestions";

const SUGGESTIONS = 6;

export class SearchBox {
  readonly form: HTMLFormElement;
  readonly field: HTMLInputElement;
  readonly #suggestions: Suggestions;

  constructor({ api, words }: Setting, query: string, results: string | undefined) {
    const id = newId("query");
    const hint = `${id}-hint`;
    this.field = html("input", {
      ...{ id, class: "landkaart-input", type: "text", name: "zoekterm", "aria-describedby": hint },
      ...{ autocomplete: "off", spellcheck: "false", enterkeyhint: "search" },
    });
    this.field.value = query; // set as property, which puts the caret at the end of the text
    this.#suggestions = new Suggestions(this.field, words.say("search.suggestions"), async (tekst, signal) => {
      const answer = await api.json<SuggestionsAnswer>("suggesties", { tekst, aantal: SUGGESTIONS }, signal);
      return answer.resultaten.map((one) => one.tekst);
    });
    const look = { class: "landkaart-search landkaart-search--large", role: "search" };
    this.form = html(
      "form",
      { ...look, action: results, "aria-label": words.say("search.label") },
      html("label", { class: "landkaart-search-label", for: id }, words.say("search.question")),
      html("p", { class: "landkaart-hint", id: hint }, words.say("search.hint")),
      html(
        "div",
        { class: "landkaart-search-row" },
        html("div", { class: "landkaart-suggest" }, this.field, this.#suggestions.list),
        html("button", { class: "nl-button nl-button--primary", type: "submit" }, words.say("search.button")),
      ),
    );
    this.form.addEventListener("submit", () => this.#suggestions.close());
  }
}
