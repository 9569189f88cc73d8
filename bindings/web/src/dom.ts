// SPDX-License-Identifier: EUPL-1.2
// Builds HTML node by node, which no policy forbids.

type Value = string | number | boolean | undefined;
export type Child = Node | string | undefined;

/** An attribute that is true is set and empty; one that is false or undefined is left out. */
export function html<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, Value> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

let made = 0;

/** An id that no other element of the page has. */
export function newId(what: string): string {
  return `landkaart-${what}-${++made}`;
}
