// SPDX-License-Identifier: EUPL-1.2
// Adds a stylesheet to the page, once for each text. The rules are in a cascade layer, so that rules of the page that
// are in no layer override them.

const adopted = new Set<string>();

export function adoptLook(css: string): void {
  if (adopted.has(css) || /url\(|@import/i.test(css)) return; // no stylesheet may load from elsewhere
  adopted.add(css);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@layer landkaart {${css}}`);
  document.adoptedStyleSheets.push(sheet);
}
