// SPDX-License-Identifier: EUPL-1.2
// The base class of the three custom elements. It reads the attributes, loads the texts, and shows the content of the
// subclass; when a request fails it shows a message beside the original content of the element.

import type { Item, WordsAnswer } from "./answers";
import { Api, ApiError, type Query } from "./api";
import { type Child, html } from "./dom";
import { BUILT_IN, Words } from "./words";

export interface SelectDetail {
  item: Item;
  href: string;
}

export interface SearchDetail {
  /** The query, with the names of the parameters of /v1. */
  query: Query;
  total: number;
}

export interface ErrorDetail {
  message: string;
  /** The HTTP status of the response; 0 when there was no response. */
  status: number;
}

declare global {
  interface HTMLElementEventMap {
    "landkaart:ready": CustomEvent<null>;
    "landkaart:select": CustomEvent<SelectDetail>;
    "landkaart:search": CustomEvent<SearchDetail>;
    "landkaart:error": CustomEvent<ErrorDetail>;
  }
}

/** What a subclass needs to make its content. */
export interface Setting {
  api: Api;
  words: Words;
  /** Aborts when the element starts again, for instance because an attribute changed. */
  signal: AbortSignal;
}

/**
 * The elements have no shadow DOM, so that the stylesheets of the page and of the portal apply to their content. The
 * original content of an element stays visible until the new content is ready, and also when a request fails.
 */
export abstract class LandkaartElement extends HTMLElement {
  static readonly observedAttributes = ["api", "credentials", "lang", "start", "theme"];

  #start: AbortController | undefined;
  #planned = false;
  #ready = false;
  #words = new Words(BUILT_IN);
  #written: ChildNode[] | undefined;

  /** Makes the content of the element, after all requests for it have succeeded. Rejects when one of them fails. */
  protected abstract content(setting: Setting): Promise<Node[]>;

  connectedCallback(): void {
    if (!this.#ready) this.#plan();
  }

  disconnectedCallback(): void {
    if (!this.#ready) this.#start?.abort();
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (before !== after && this.isConnected) this.#plan();
  }

  /** Whether the reader must see a message when the API does not answer. */
  protected get needed(): boolean {
    return true;
  }

  /** The value of the attribute "start": the id of an item, or a query; undefined when empty or absent. */
  protected get start(): string | undefined {
    return this.getAttribute("start") || undefined;
  }

  protected tellSearch(query: Query, total: number): void {
    const asked = Object.entries(query).filter(([, value]) => value !== undefined);
    this.#tell("landkaart:search", { query: Object.fromEntries(asked), total });
  }

  /** Dispatches the event "landkaart:error", and makes the message for the reader with a button that calls `again`. */
  protected failed(error: unknown, again: () => void): HTMLElement {
    const status = error instanceof ApiError ? error.status : 0;
    this.#tell("landkaart:error", { message: String(error), status });
    const look = { type: "button", class: "nl-button nl-button--secondary" };
    const button = html("button", look, this.#words.say("element.again"));
    button.addEventListener("click", again);
    const said = html("p", { class: "nl-paragraph" }, this.#words.say("element.unreachable"));
    return html("div", { class: "landkaart-message", role: "status", lang: this.#words.language }, said, button);
  }

  /**
   * Dispatches "landkaart:select" when the link is clicked, so that the page can show the item itself. A click with a
   * modifier key, such as one that opens a new tab, stays an ordinary click.
   */
  protected selectable<T extends Element>(link: T, item: Item, href: string): T {
    link.addEventListener("click", (event) => {
      const { altKey, ctrlKey, metaKey, shiftKey } = event as MouseEvent;
      if (altKey || ctrlKey || metaKey || shiftKey) return;
      if (!this.#tell("landkaart:select", { item, href })) event.preventDefault();
    });
    return link;
  }

  protected link(setting: Setting, item: Item, ...children: Child[]): HTMLElement {
    const lang = this.languageOf(setting, item);
    const href = setting.api.page(item._links.pagina);
    if (!href) return html("span", { lang }, ...children);
    return this.selectable(html("a", { class: "nl-link", href, lang }, ...children), item, href);
  }

  /** The value of the attribute lang for an item; undefined when the item has the language of the element. */
  protected languageOf({ words }: Setting, item: Item): string | undefined {
    return item.taal === words.language ? undefined : item.taal;
  }

  /** A heading one level deeper than the last heading before the element, so that the page skips no heading level. */
  protected heading(...children: Child[]): HTMLElement {
    const before = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(
      (one) => one.compareDocumentPosition(this) === Node.DOCUMENT_POSITION_FOLLOWING,
    );
    const level = Math.min(Number(before.at(-1)?.localName[1] ?? 1) + 1, 6) as 2 | 3 | 4 | 5 | 6;
    return html(`h${level}`, { class: "landkaart-card-title" }, ...children);
  }

  /** Dispatches an event. Returns false when a listener called preventDefault(). */
  #tell<K extends keyof HTMLElementEventMap>(
    name: K,
    detail: HTMLElementEventMap[K] extends CustomEvent<infer Detail> ? Detail : never,
  ): boolean {
    const cancelable = name === "landkaart:select";
    return this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail }));
  }

  // Starts the element in a microtask, so that several attributes that change at once start it only once.
  #plan(): void {
    if (this.#planned) return;
    this.#planned = true;
    queueMicrotask(() => {
      this.#planned = false;
      if (this.isConnected) void this.#begin();
    });
  }

  async #begin(): Promise<void> {
    this.#start?.abort();
    const { signal } = (this.#start = new AbortController());
    try {
      const content = await this.#made(signal);
      if (signal.aborted) return;
      this.#written ??= [...this.childNodes];
      this.#show(content);
      this.#ready = true;
      this.#tell("landkaart:ready", null);
    } catch (error) {
      if (signal.aborted) return;
      this.#ready = false;
      this.#written ??= [...this.childNodes];
      const message = this.#root(this.failed(error, () => this.#plan()));
      this.#show(...this.#written, ...(this.needed ? [message] : []));
    }
  }

  async #made(signal: AbortSignal): Promise<HTMLElement> {
    const address = this.getAttribute("api");
    if (!address) throw new Error(`<${this.localName}> needs the address of /v1 in its attribute api`);
    const api = new Api(address, this.getAttribute("credentials") === "include" ? "include" : "same-origin");
    const taal = this.closest("[lang]")?.getAttribute("lang") || undefined;
    const words = (this.#words = new Words(await api.json<WordsAnswer>("interfacewoorden", { taal }, signal)));
    const root = this.#root(...(await this.content({ api, words, signal })));
    root.lang = words.language;
    return root;
  }

  // The root element of the content. Its classes select the rules of the portal's stylesheet, if the page links it.
  #root(...content: Node[]): HTMLElement {
    const theme = this.getAttribute("theme") ?? "";
    return html("div", { class: `landkaart-root landkaart-page ${theme}`.trim() }, ...content);
  }

  // Replaces the content. If the focus was inside, it moves to the new field with the same name, or else to the element
  // itself, so that a keyboard user does not have to start at the top of the page.
  #show(...nodes: Node[]): void {
    const focused = this.contains(document.activeElement) ? document.activeElement : null;
    this.replaceChildren(...nodes);
    if (!focused) return;
    const name = focused.getAttribute("name");
    const field = name && this.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`);
    if (!field) this.tabIndex = -1;
    (field || this).focus();
  }
}
