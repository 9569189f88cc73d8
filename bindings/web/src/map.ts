// SPDX-License-Identifier: EUPL-1.2
// <landkaart-kaart>: the drawing of the map, and below it a list of all its places with the same links.

import type { MapAnswer, Place } from "./answers";
import { html, newId } from "./dom";
import { copyDrawing } from "./drawing";
import { LandkaartElement, type Setting } from "./element";
import { adoptLook } from "./look";

const LAND = "thema";

export class MapElement extends LandkaartElement {
  protected override async content(setting: Setting): Promise<Node[]> {
    const { api, words, signal } = setting;
    const query = { taal: words.language, route: this.start, gekozen: this.start };
    const [map, drawing] = await Promise.all([
      api.json<MapAnswer>("kaart", query, signal),
      api.document("kaart", "image/svg+xml", { ...query, kleuren: "klassen" }, signal),
      api.text("kaart", "text/css", {}, signal).then(adoptLook),
    ]);
    const light = canBeDark(this) ? "" : " landkaart-light";
    const frame = html("div", { class: `landkaart-map-frame${light}` });
    const view = html("div", { class: "landkaart-map-window" }, this.#copied(setting, drawing, map));
    frame.append(html("div", { class: "landkaart" }, view, this.#list(setting, map)));
    return skippable(words.say("map.skip"), frame);
  }

  #copied({ api }: Setting, drawing: Document, { plaatsen }: MapAnswer): Element | undefined {
    const places = new Map(plaatsen.map((place) => [place.id, place]));
    return copyDrawing(drawing.documentElement, `${newId("map")}-`, (link, id) => {
      const place = places.get(id);
      const href = place && api.page(place._links.pagina);
      if (!href) return false;
      link.setAttribute("href", href);
      this.selectable(link, place, href);
      return true;
    });
  }

  #list(setting: Setting, { plaatsen }: MapAnswer): HTMLElement {
    const lands = plaatsen.filter((place) => place.soort === LAND);
    const list = html("nav", { class: "landkaart-list", "aria-label": setting.words.say("map.list") });
    list.append(html("ul", {}, ...lands.map((land) => this.#entry(setting, land))));
    let number = 1;
    for (const land of [...lands, undefined]) {
      const there = plaatsen.filter((place) => place.soort !== LAND && place.thema === land?.id);
      if (there.length === 0) continue;
      if (land) list.append(html("p", {}, land.titel));
      list.append(html("ol", { start: number }, ...there.map((place) => this.#entry(setting, place))));
      number += there.length;
    }
    return list;
  }

  #entry(setting: Setting, place: Place): HTMLElement {
    const { words } = setting;
    const obstacle = place.soort === "obstakel" && words.kind(place.soort).toLocaleLowerCase(words.language);
    const stop = place.nummer && words.say("map.stop", { number: place.nummer });
    const about = [obstacle, stop].filter(Boolean).join(", ");
    const link = this.link(setting, place, place.titel, about && ` (${about})`);
    if (place.id === this.start) link.setAttribute("aria-current", "true");
    return html("li", {}, link);
  }
}

// Puts a link before the content that moves the focus to its end, for keyboard users. The link does not change the
// address of the page, because the page may use the fragment (the part after #) itself.
function skippable(label: string, content: HTMLElement): Node[] {
  const end = html("div", { id: newId("end"), class: "landkaart-end", tabindex: -1 });
  const skip = html("a", { class: "nl-link landkaart-skip", href: `#${end.id}` }, label);
  skip.addEventListener("click", (event) => {
    event.preventDefault();
    end.focus();
  });
  return [skip, content, end];
}

/** Whether the page, or the part of it around the element, supports a dark colour scheme. */
function canBeDark(element: Element): boolean {
  const scheme = getComputedStyle(element).colorScheme;
  const page = document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]');
  return (scheme === "normal" ? (page?.content ?? "") : scheme).includes("dark");
}
