// SPDX-License-Identifier: EUPL-1.2
// Copies the SVG drawing of the map into the page. Only elements and attributes on the two lists below are copied, so
// that a hostile drawing cannot bring scripts, styles or references to other sites into the page.

const SVG = "http://www.w3.org/2000/svg";
const ELEMENTS = new Set(
  "svg g defs a path rect circle ellipse line polyline polygon text tspan textPath use clipPath pattern".split(" "),
);
const ATTRIBUTES = new Set(
  (
    "aria-current aria-hidden aria-label class clip-path cx cy d display fill font-size height href id lang " +
    "lengthAdjust letter-spacing opacity patternUnits pointer-events points preserveAspectRatio r role rx ry " +
    "startOffset stroke stroke-width text-anchor textLength transform viewBox width x x1 x2 xml:space y y1 y2"
  ).split(" "),
);
// A reference to another element of the drawing, as in href="#land" and fill="url(#grain)".
const REFERENCE = /^(url\()?#[\w-]+\)?$/;

/** Sets the address of a copied link to the page of the place with this id. Returns false when the place is unknown. */
export type LinkTo = (link: Element, id: string) => boolean;

/**
 * Copies an element with its descendants; undefined when the element is not allowed. Every id gets the prefix, so that
 * two drawings in one page have different ids. A link to an unknown place is left out, with its content.
 */
export function copyDrawing(source: Element, prefix: string, linkTo: LinkTo): Element | undefined {
  if (source.namespaceURI !== SVG || !ELEMENTS.has(source.localName)) return undefined;
  const copy = document.createElementNS(SVG, source.localName);
  for (const { name, value } of source.attributes) {
    const safe = ATTRIBUTES.has(name) ? safeValue(name, value, prefix) : undefined;
    if (safe !== undefined) copy.setAttribute(name, safe);
  }
  if (source.localName === "a" && !linkTo(copy, lastPart(source.getAttribute("href") ?? ""))) return undefined;
  for (const child of source.childNodes) {
    if (child instanceof Text) copy.append(child.data);
    else if (child instanceof Element) copy.append(copyDrawing(child, prefix, linkTo) ?? "");
  }
  return copy;
}

function safeValue(name: string, value: string, prefix: string): string | undefined {
  if (name === "id") return prefix + value;
  if (REFERENCE.test(value)) return value.replace("#", `#${prefix}`);
  const outside = name === "href" || (/\(/.test(value) && name !== "transform" && name !== "aria-label");
  return outside ? undefined : value;
}

function lastPart(href: string): string {
  return href.slice(href.lastIndexOf("/") + 1);
}
