// SPDX-License-Identifier: EUPL-1.2
// Adopts stylesheets, each once in a page. They stand in a layer, so that whatever the host says without one wins.

const adopted = new Set<string>();

export function adoptLook(css: string): void {
  if (adopted.has(css) || /url\(|@import/i.test(css)) return; // a sheet asks nobody for anything
  adopted.add(css);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@layer landkaart {${css}}`);
  document.adoptedStyleSheets.push(sheet);
}
