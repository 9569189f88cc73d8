// SPDX-License-Identifier: EUPL-1.2
// Makes HTML elements one by one. This works under every content security policy, because no HTML is parsed.

type Value = string | number | boolean | undefined;
export type Child = Node | string | undefined;

/** Makes an element. An attribute with the value true is set to ""; false and undefined leave it out. */
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

/** Makes an id that is unique in the page. */
export function newId(what: string): string {
  return `landkaart-${what}-${++made}`;
}
