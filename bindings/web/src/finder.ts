// SPDX-License-Identifier: EUPL-1.2
// <landkaart-werkvormen>: a form that filters work forms by group size, duration, purpose and difficulty. The attribute
// "start" limits them to the route of one obstacle.

import type { Extent, ListAnswer, WorkForm } from "./answers";
import type { Query } from "./api";
import { html, newId } from "./dom";
import { LandkaartElement, type Setting } from "./element";
import { Listing, PAGE } from "./listing";
import type { Words } from "./words";

const DURATIONS = [15, 30, 60, 90, 120, 180]; // minutes; the same as on the finder page of the portal

/** An option of a select element: its value in /v1, and its text. */
type Option = [string, string];
type Forms = ListAnswer<WorkForm>;

export class FinderElement extends LandkaartElement {
  protected override async content(setting: Setting): Promise<Node[]> {
    const form = finderForm(setting.words);
    const listing = this.#listing(setting, () => {
      form.reset();
      form.querySelector("input")?.focus();
    });
    const chosen = (): Query => ({ obstakel: this.start, ...choices(form) });
    form.addEventListener("change", () => {
      if (form.checkValidity()) void listing.show(chosen());
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void listing.show(chosen());
    });
    form.addEventListener("reset", () => queueMicrotask(() => void listing.show(chosen())));
    await listing.load(chosen());
    const { count, advice, found } = listing;
    return [html("div", { class: "landkaart-results" }, form, html("div", {}, count, advice, found))];
  }

  #listing(setting: Setting, reset: () => void): Listing<WorkForm, Forms> {
    const { api, words } = setting;
    return new Listing(html("ul", { class: "landkaart-cards" }), words.say("search.more"), {
      ask: (query, shown, signal) => {
        const page = { ...query, pagina: shown / PAGE + 1, aantal: PAGE };
        return api.json<Forms>("werkvormen", page, AbortSignal.any([setting.signal, signal]));
      },
      answered: ({ totaal }, query) => {
        this.tellSearch(query, totaal);
        if (totaal) return { count: words.counted("forms.found", totaal), advice: [] };
        const look = { type: "button", class: "nl-button nl-button--secondary" };
        const clear = html("button", look, words.say("forms.clear"));
        clear.addEventListener("click", reset);
        const tip = html("p", { class: "nl-paragraph" }, words.say("forms.nothing-tip"));
        return { count: words.say("forms.nothing"), advice: [tip, clear] };
      },
      entry: (form) => this.#entry(setting, form),
      failed: (error, again) => this.failed(error, again),
    });
  }

  #entry(setting: Setting, form: WorkForm): HTMLElement {
    const { words } = setting;
    const badges = [range(words, "people", form.groepsgrootte), range(words, "minutes", form.duur)].map((badge) =>
      html("li", { class: "nl-data-badge" }, badge),
    );
    return html(
      "li",
      { class: "landkaart-card" },
      this.heading(this.link(setting, form, form.titel)),
      html("p", { class: "landkaart-card-text", lang: this.languageOf(setting, form) }, form.samenvatting),
      html("ul", { class: "landkaart-badges" }, ...badges),
    );
  }
}

function finderForm(words: Words): HTMLFormElement {
  const people = { name: "groepsgrootte", type: "number", min: 1, max: 1000, inputmode: "numeric" };
  const levels = Object.keys(words.difficulties).map((level): Option => [level, words.say(`experience.${level}`)]);
  const durations = DURATIONS.map((count): Option => [`${count}`, words.say("forms.minutes-most", { count })]);
  return html(
    "form",
    { class: "landkaart-panel landkaart-finder", "aria-label": words.say("forms.title") },
    field(words.say("forms.people"), html("input", people), words.say("forms.people-hint")),
    field(words.say("forms.minutes"), choice(words, "maximaleDuur", durations)),
    field(words.say("forms.purpose"), choice(words, "doel", Object.entries(words.purposes))),
    field(words.say("forms.difficulty"), choice(words, "maximaleMoeilijkheid", levels)),
    html("button", { class: "nl-button nl-button--primary", type: "submit" }, words.say("forms.show")),
  );
}

function field(label: string, input: HTMLElement, hint?: string): HTMLElement {
  const id = newId("choice");
  input.id = id;
  input.className = "landkaart-input";
  const described = hint && html("p", { class: "landkaart-hint", id: `${id}-hint` }, hint);
  if (described) input.setAttribute("aria-describedby", described.id);
  return html("div", { class: "landkaart-field" }, html("label", { for: id }, label), described || undefined, input);
}

function choice(words: Words, name: string, options: Option[]): HTMLSelectElement {
  const any: Option = ["", words.say("forms.any")];
  return html("select", { name }, ...[any, ...options].map(([value, label]) => html("option", { value }, label)));
}

function choices(form: HTMLFormElement): Query {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value) || undefined]));
}

function range(words: Words, what: string, { minimum, maximum }: Extent): string {
  if (minimum === maximum) return words.counted(what, maximum);
  return words.say(`${what}.range`, { least: minimum, most: maximum });
}
