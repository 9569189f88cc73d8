// SPDX-License-Identifier: EUPL-1.2
// The results of a query: their number, advice, a list with the first page of results, and a button that adds the next
// page.

import type { Item, ListAnswer } from "./answers";
import type { Query } from "./api";
import { html } from "./dom";

export const PAGE = 10; // results per page

export interface Source<T extends Item, A extends ListAnswer<T>> {
  /** Requests the page of results that follows the first `shown` results. */
  ask(query: Query, shown: number, signal: AbortSignal): Promise<A>;
  /** The number of results as a text, and advice, for the answer to a new query. */
  answered(answer: A, query: Query): { count: string; advice: Node[] };
  /** Makes the list entry of a result. */
  entry(item: T): HTMLElement;
  /** Makes the message about a failed request, with a button that calls `again`. */
  failed(error: unknown, again: () => void): HTMLElement;
}

export class Listing<T extends Item, A extends ListAnswer<T>> {
  readonly count = html("p", { class: "landkaart-count", role: "status", tabindex: -1 });
  readonly advice = html("div");
  /** The list, the message about a failed request, and the button for more results. */
  readonly found: HTMLElement;

  readonly #list: HTMLElement;
  readonly #trouble = html("div");
  readonly #more: HTMLButtonElement;
  readonly #source: Source<T, A>;
  #query: Query = {};
  #asked = new AbortController();

  constructor(list: HTMLElement, more: string, source: Source<T, A>) {
    this.#list = list;
    this.#source = source;
    this.#more = html("button", { type: "button", class: "nl-button nl-button--secondary", hidden: true }, more);
    this.#more.addEventListener("click", () => void this.#tryTo(() => this.#grow()));
    this.found = html("div", {}, list, this.#trouble, html("p", { class: "landkaart-more" }, this.#more));
  }

  /** Like `show`, but rejects when the request fails. */
  async load(query: Query): Promise<void> {
    this.#query = query;
    const answer = await this.#ask(0);
    const { count, advice } = this.#source.answered(answer, query);
    this.count.textContent = count;
    this.advice.replaceChildren(...advice);
    this.#list.replaceChildren();
    this.#add(answer);
  }

  /** Replaces the results by those of a query. A failed request shows a message beside the old results. */
  show(query: Query): Promise<void> {
    return this.#tryTo(() => this.load(query));
  }

  clear(): void {
    this.#asked.abort();
    this.found.ariaBusy = "false";
    this.#more.hidden = true;
    this.count.textContent = "";
    for (const part of [this.advice, this.#list, this.#trouble]) part.replaceChildren();
  }

  // Adds the next page of results, and moves the focus to the first new one.
  async #grow(): Promise<void> {
    const shown = this.#list.childElementCount;
    this.#add(await this.#ask(shown));
    this.#list.children[shown]?.querySelector("a")?.focus();
  }

  async #ask(shown: number): Promise<A> {
    this.#asked.abort();
    const { signal } = (this.#asked = new AbortController());
    this.found.ariaBusy = "true";
    try {
      return await this.#source.ask(this.#query, shown, signal);
    } finally {
      if (!signal.aborted) this.found.ariaBusy = "false";
    }
  }

  #add({ resultaten, totaal }: A): void {
    this.#trouble.replaceChildren();
    this.#list.append(...resultaten.map((item) => this.#source.entry(item)));
    this.#more.hidden = resultaten.length === 0 || this.#list.childElementCount >= totaal;
  }

  // Runs `act`. When it fails, the old results stay, and a message with a button to try again is added.
  async #tryTo(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return; // a newer request replaced this one
      const again = () => {
        this.count.focus();
        void this.#tryTo(act);
      };
      this.#trouble.replaceChildren(this.#source.failed(error, again));
    }
  }
}
