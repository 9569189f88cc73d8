// SPDX-License-Identifier: EUPL-1.2
// The filter of search results by kind: a button for each kind, with the number of results of that kind.

import type { SearchAnswer } from "./answers";
import type { Query } from "./api";
import { html, newId } from "./dom";
import type { Words } from "./words";

export class KindChoices {
  readonly view = html("details", { class: "landkaart-filters", hidden: true });
  readonly #list: HTMLUListElement;
  readonly #words: Words;
  readonly #choose: (query: Query) => void;
  #question: string | undefined;

  constructor(words: Words, choose: (query: Query) => void) {
    this.#words = words;
    this.#choose = choose;
    const id = newId("kinds");
    this.#list = html("ul", { "aria-labelledby": id });
    const title = html("p", { class: "landkaart-aside-title", id }, words.say("search.kind"));
    const choices = html("div", { class: "landkaart-choices" }, title, this.#list);
    this.view.append(html("summary", {}, words.say("search.narrow")), choices);
  }

  /** Shows the kinds of the results in an answer. The answer must be one without a filter on kind. */
  offer({ zoekterm, totaal, facetten }: SearchAnswer): void {
    this.view.hidden = facetten.soorten.length < 2;
    // For the same query the buttons stay, because replacing them would lose the keyboard focus.
    if (zoekterm !== this.#question) {
      this.#question = zoekterm;
      const kinds = facetten.soorten.map(({ waarde, aantal }) =>
        this.#choice(this.#words.kinds(waarde), aantal, { zoekterm, soort: waarde }),
      );
      const all = this.#choice(this.#words.say("search.all"), totaal, { zoekterm });
      this.#list.replaceChildren(...[all, ...kinds].map((choice) => html("li", {}, choice)));
    }
    this.#press(this.#list.querySelector("button"));
  }

  #choice(label: string, count: number, query: Query): HTMLButtonElement {
    const number = html("span", { class: "nl-number-badge" }, String(count));
    const choice = html("button", { type: "button", class: "landkaart-choice" }, html("span", {}, label), " ", number);
    choice.addEventListener("click", () => {
      this.#press(choice);
      this.#choose(query);
    });
    return choice;
  }

  #press(choice: HTMLButtonElement | null): void {
    for (const one of this.#list.querySelectorAll("button")) one.setAttribute("aria-pressed", String(one === choice));
  }
}
