// SPDX-License-Identifier: EUPL-1.2
// <landkaart-zoek>: a search box with suggestions, and under it what was found, to be narrowed by kind.

import type { Hit, Passage, SearchAnswer } from "./answers";
import { html, newId } from "./dom";
import { LandkaartElement, type Setting } from "./element";
import { Listing, PAGE } from "./listing";
import { SearchBox } from "./search_box";

export class SearchElement extends LandkaartElement {
  static override readonly observedAttributes = [...LandkaartElement.observedAttributes, "results"];

  #box!: SearchBox;
  #kinds!: HTMLElement;
  #listing!: Listing<Hit, SearchAnswer>;

  protected override async content(setting: Setting): Promise<Node[]> {
    const results = this.getAttribute("results") ?? undefined;
    this.#box = new SearchBox(setting, this.start, results);
    if (results) return [this.#box.form];

    this.#kinds = html("section", { class: "landkaart-filters" });
    this.#listing = this.#makeListing(setting);
    this.#box.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#search(this.#box.field.value);
    });
    if (this.start) await this.#listing.load({ zoekterm: this.start });
    const { count, advice, found } = this.#listing;
    const outcome = html("div", { class: "landkaart-outcome" }, count, advice);
    return [this.#box.form, outcome, html("div", { class: "landkaart-results" }, this.#kinds, found)];
  }

  #search(query: string): void {
    this.#box.field.value = query;
    if (query.trim()) void this.#listing.show({ zoekterm: query.trim() });
    else {
      this.#listing.clear();
      this.#kinds.replaceChildren();
    }
  }

  #makeListing(setting: Setting): Listing<Hit, SearchAnswer> {
    const { api, words } = setting;
    return new Listing(html("ol", { class: "landkaart-hits" }), words.say("search.more"), {
      ask: (query, shown, signal) => {
        const page = { ...query, vanaf: shown || undefined, aantal: PAGE };
        return api.json<SearchAnswer>("zoekresultaten", page, AbortSignal.any([setting.signal, signal]));
      },
      answered: (answer, query) => {
        if (!query["soort"]) this.#showKinds(setting, answer);
        this.tellSearch(query, answer.totaal);
        const found = { query: answer.zoekterm };
        const nothing = words.say("search.nothing", found);
        const count = answer.totaal ? words.counted("search.found", answer.totaal, found) : nothing;
        return { count, advice: this.#advice(setting, answer) };
      },
      entry: (hit) => this.#entry(setting, hit),
      failed: (error, again) => this.failed(error, again),
    });
  }

  #advice({ api, words }: Setting, { totaal, suggestie, aanbod }: SearchAnswer): Node[] {
    const advice: Node[] = [];
    const say = (...parts: (Node | string)[]) => advice.push(html("p", { class: "nl-paragraph" }, ...parts));
    if (suggestie) {
      const meant = html("button", { type: "button", class: "landkaart-meant" }, suggestie);
      meant.addEventListener("click", () => {
        this.#box.field.focus();
        this.#search(suggestie);
      });
      say(words.say("search.did-you-mean"), " ", meant, "?");
    }
    const finder = api.page(aanbod._links?.pagina);
    if (finder) say(html("a", { class: "nl-link", href: finder }, words.say("search.offer")));
    if (!totaal) say(words.say("search.nothing-tip"));
    return advice;
  }

  // The choices stay while one of them is chosen, so they are made once for a query.
  #showKinds({ words }: Setting, { zoekterm, totaal, facetten }: SearchAnswer): void {
    const id = newId("kinds");
    const list = html("ul", { "aria-labelledby": id });
    const add = (label: string, count: number, soort: string | undefined) => {
      const text = [html("span", {}, label), " ", html("span", { class: "nl-number-badge" }, String(count))];
      const choice = html("button", { type: "button", class: "landkaart-choice", "aria-pressed": !soort ? "true" : "false" }, ...text);
      choice.addEventListener("click", () => {
        for (const other of list.querySelectorAll("button")) other.setAttribute("aria-pressed", String(other === choice));
        void this.#listing.show({ zoekterm, soort });
      });
      list.append(html("li", {}, choice));
    };
    add(words.say("search.all"), totaal, undefined);
    for (const { waarde, aantal } of facetten.soorten) add(words.kinds(waarde), aantal, waarde);
    const title = html("p", { class: "landkaart-aside-title", id }, words.say("search.kind"));
    const choices = html("div", { class: "landkaart-choices" }, title, list);
    this.#kinds.replaceChildren(...(facetten.soorten.length > 1 ? [choices] : []));
  }

  #entry(setting: Setting, hit: Hit): HTMLElement {
    const { words } = setting;
    const warning = hit.soort === "obstakel" ? " landkaart-kind--obstacle" : "";
    const kind = html("li", { class: `nl-data-badge landkaart-kind${warning}` }, words.kind(hit.soort));
    const text = hit.fragment ? marked(hit.fragment) : [hit.samenvatting];
    return html(
      "li",
      {},
      html("ul", { class: "landkaart-badges" }, kind),
      this.heading(this.link(setting, hit, hit.titel)),
      html("p", { class: "landkaart-card-text", lang: this.languageOf(setting, hit) }, ...text),
    );
  }
}

/** A passage with its marks, which count code points. */
function marked({ tekst, markeringen }: Passage): (Node | string)[] {
  const points = [...tekst];
  const pieces: (Node | string)[] = [];
  let at = 0;
  for (const [begin, end] of markeringen) {
    pieces.push(points.slice(at, begin).join(""), html("mark", { class: "nl-mark" }, points.slice(begin, end).join("")));
    at = end;
  }
  return [...pieces, points.slice(at).join("")];
}
