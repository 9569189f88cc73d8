// SPDX-License-Identifier: EUPL-1.2
// Suggestions below a text field: the combobox pattern with a listbox of the ARIA Authoring Practices Guide. The arrow
// keys put a suggestion into the field; Enter always submits the text in the field.

import { html, newId } from "./dom";

const PAUSE = 150; // milliseconds without typing before a request is sent
const LEAST = 2; // characters in the field before suggestions are requested

export class Suggestions {
  readonly list: HTMLUListElement;
  readonly #field: HTMLInputElement;
  readonly #ask: (text: string, signal: AbortSignal) => Promise<string[]>;
  #typed = "";
  #chosen = -1;
  #asked = new AbortController();
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(field: HTMLInputElement, label: string, ask: (text: string, signal: AbortSignal) => Promise<string[]>) {
    this.#field = field;
    this.#ask = ask;
    const id = newId("suggestions");
    this.list = html("ul", { id, class: "landkaart-suggestions", role: "listbox", "aria-label": label, hidden: true });
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" };
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
    field.addEventListener("input", () => this.#plan());
    field.addEventListener("keydown", (event) => this.#key(event));
    field.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the focus in the field
    this.list.addEventListener("click", (event) => this.#click(event));
  }

  close(): void {
    clearTimeout(this.#pause);
    this.#asked.abort();
    this.#show([]);
  }

  #plan(): void {
    this.#typed = this.#field.value;
    clearTimeout(this.#pause);
    this.#asked.abort();
    if (this.#typed.trim().length < LEAST) this.#show([]);
    else this.#pause = setTimeout(() => void this.#suggest(), PAUSE);
  }

  // A failed request shows no message, because the search works without suggestions.
  async #suggest(): Promise<void> {
    const { signal } = (this.#asked = new AbortController());
    const texts = await this.#ask(this.#typed, signal).catch(() => []);
    if (!signal.aborted) this.#show(texts);
  }

  #show(texts: string[]): void {
    this.#chosen = -1;
    this.#field.removeAttribute("aria-activedescendant");
    this.#field.setAttribute("aria-expanded", String(texts.length > 0));
    this.list.hidden = texts.length === 0;
    this.list.replaceChildren(
      ...texts.map((text) => html("li", { id: newId("suggestion"), role: "option", "aria-selected": "false" }, text)),
    );
  }

  #key(event: KeyboardEvent): void {
    if (this.list.hidden || event.isComposing) return;
    if (event.key === "Escape") {
      this.#field.value = this.#typed;
      this.close();
    } else if (event.key === "ArrowDown") this.#choose(this.#chosen + 1);
    else if (event.key === "ArrowUp") this.#choose(this.#chosen - 1);
    else return;
    event.preventDefault();
  }

  // Selects a suggestion. After the last one, and before the first one, the field shows the typed text again, so that
  // the arrow keys move in a circle.
  #choose(wanted: number): void {
    const options = [...this.list.children];
    this.#chosen = wanted < -1 ? options.length - 1 : wanted === options.length ? -1 : wanted;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === this.#chosen)));
    const chosen = options[this.#chosen];
    chosen?.scrollIntoView({ block: "nearest" });
    this.#field.value = chosen?.textContent ?? this.#typed;
    if (chosen) this.#field.setAttribute("aria-activedescendant", chosen.id);
    else this.#field.removeAttribute("aria-activedescendant");
  }

  #click(event: Event): void {
    const option = (event.target as Element).closest("[role=option]");
    if (!option) return;
    this.#field.value = option.textContent ?? "";
    this.#field.form?.requestSubmit();
  }
}
