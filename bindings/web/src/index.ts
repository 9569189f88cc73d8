// SPDX-License-Identifier: EUPL-1.2
// Defines the custom elements. A page may load the script twice: the second copy finds them defined and does nothing.

import { FinderElement } from "./finder";
import { adoptLook } from "./look";
import { MapElement } from "./map";
import { SearchElement } from "./search";
import css from "./style.css";

const ELEMENTS = {
  "landkaart-kaart": MapElement,
  "landkaart-zoek": SearchElement,
  "landkaart-werkvormen": FinderElement,
};

adoptLook(css);
for (const [name, element] of Object.entries(ELEMENTS)) {
  if (!customElements.get(name)) customElements.define(name, element);
}

declare global {
  interface HTMLElementTagNameMap {
    "landkaart-kaart": MapElement;
    "landkaart-zoek": SearchElement;
    "landkaart-werkvormen": FinderElement;
  }
}
