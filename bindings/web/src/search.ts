// SPDX-License-Identifier: EUPL-1.2
// <landkaart-zoek>: a search box with suggestions, and below it the results with a filter by kind.

import type { Hit, Passage, SearchAnswer } from "./answers";
import { html } from "./dom";
import { LandkaartElement, type Setting } from "./element";
import { KindChoices } from "./kind_choices";
import { Listing, PAGE } from "./listing";
import { SearchBox } from "./search_box";

export class SearchElement extends LandkaartElement {
  static override readonly observedAttributes = [...LandkaartElement.observedAttributes, "results"];

  // With the attribute "results" the original form inside the element leads to the same page of results. Only the
  // suggestions are missing when the API does not answer, so no message is needed.
  protected override get needed(): boolean {
    return !this.hasAttribute("results");
  }

  protected override async content(setting: Setting): Promise<Node[]> {
    const results = this.getAttribute("results") ?? undefined;
    const typed = this.querySelector<HTMLInputElement>("input[name=zoekterm]")?.value; // in the original form
    const box = new SearchBox(setting, this.start ?? typed ?? "", results);
    if (results) return [box.form];

    const kinds = new KindChoices(setting.words, (query) => void listing.show(query));
    const search = (question: string) => {
      box.field.value = question;
      box.field.focus();
      box.form.requestSubmit();
    };
    const listing = this.#listing(setting, kinds, search);
    box.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const zoekterm = box.field.value.trim();
      if (zoekterm) void listing.show({ zoekterm });
      else {
        listing.clear();
        kinds.view.hidden = true;
      }
    });
    if (this.start) await listing.load({ zoekterm: this.start });
    const outcome = html("div", { class: "landkaart-outcome" }, listing.count, listing.advice);
    return [box.form, outcome, html("div", { class: "landkaart-results" }, kinds.view, listing.found)];
  }

  #listing(setting: Setting, kinds: KindChoices, search: (question: string) => void): Listing<Hit, SearchAnswer> {
    const { api, words } = setting;
    return new Listing(html("ol", { class: "landkaart-hits" }), words.say("search.more"), {
      ask: (query, shown, signal) => {
        const page = { ...query, vanaf: shown || undefined, aantal: PAGE };
        return api.json<SearchAnswer>("zoekresultaten", page, AbortSignal.any([setting.signal, signal]));
      },
      answered: (answer, query) => {
        if (!query["soort"]) kinds.offer(answer);
        this.tellSearch(query, answer.totaal);
        const { totaal, zoekterm } = answer;
        const found = totaal
          ? words.counted("search.found", totaal, { query: zoekterm })
          : words.say("search.nothing", { query: zoekterm });
        return { count: found, advice: advice(setting, answer, search) };
      },
      entry: (hit) => this.#entry(setting, hit),
      failed: (error, again) => this.failed(error, again),
    });
  }

  #entry(setting: Setting, hit: Hit): HTMLElement {
    const warning = hit.soort === "obstakel" ? " landkaart-kind--obstacle" : "";
    const kind = html("li", { class: `nl-data-badge landkaart-kind${warning}` }, setting.words.kind(hit.soort));
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

/** The advice about an answer: the corrected query, a link to fitting work forms, and a tip when nothing was found. */
function advice({ api, words }: Setting, answer: SearchAnswer, search: (question: string) => void): Node[] {
  const { totaal, suggestie, aanbod } = answer;
  const lines: (Node | string)[][] = [];
  if (suggestie) {
    const meant = html("button", { type: "button", class: "landkaart-meant" }, suggestie);
    meant.addEventListener("click", () => search(suggestie));
    lines.push([words.say("search.did-you-mean"), " ", meant, "?"]);
  }
  const finder = api.page(aanbod._links?.pagina);
  if (finder) lines.push([html("a", { class: "nl-link", href: finder }, words.say("search.offer"))]);
  if (!totaal) lines.push([words.say("search.nothing-tip")]);
  return lines.map((line) => html("p", { class: "nl-paragraph" }, ...line));
}

/** A passage with its highlights as mark elements. The positions count code points, so the text is split into them. */
function marked({ tekst, markeringen }: Passage): (Node | string)[] {
  const points = [...tekst];
  const pieces: (Node | string)[] = [];
  let at = 0;
  for (const [begin, end] of markeringen) {
    pieces.push(
      points.slice(at, begin).join(""),
      html("mark", { class: "nl-mark" }, points.slice(begin, end).join("")),
    );
    at = end;
  }
  return [...pieces, points.slice(at).join("")];
}
