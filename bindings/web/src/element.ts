// SPDX-License-Identifier: EUPL-1.2
// What the three elements share: from the attributes of the host to content in the page, or a message beside what stood
// there before.

import type { Item, WordsAnswer } from "./answers";
import { Api, ApiError, type Query } from "./api";
import { type Child, html } from "./dom";
import { BUILT_IN, Words } from "./words";

export interface SelectDetail {
  item: Item;
  href: string;
}

export interface SearchDetail {
  /** What was asked, in the query keys of /v1. */
  query: Query;
  total: number;
}

export interface ErrorDetail {
  message: string;
  /** Of the answer; 0 when there was none. */
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

/** What an element makes its content with. */
export interface Setting {
  api: Api;
  words: Words;
  /** Aborts when the element starts anew. */
  signal: AbortSignal;
}

/**
 * Light DOM, so that the style of the host and of the portal hold. What stands inside the element stays until the
 * element is ready, and stays when it cannot become so.
 */
export abstract class LandkaartElement extends HTMLElement {
  static readonly observedAttributes = ["api", "lang", "start", "theme"];

  #start: AbortController | undefined;
  #planned = false;
  #ready = false;
  #words = new Words(BUILT_IN);
  #written: ChildNode[] | undefined;

  /** Asks all that is needed, and only then makes something of it. */
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

  /** Whether the reader misses something when the API does not answer. */
  protected get needed(): boolean {
    return true;
  }

  /** The item or the words to begin with. */
  protected get start(): string | undefined {
    return this.getAttribute("start") || undefined;
  }

  protected tellSearch(query: Query, total: number): void {
    const asked = Object.entries(query).filter(([, value]) => value !== undefined);
    this.#tell("landkaart:search", { query: Object.fromEntries(asked), total });
  }

  /** Tells the host, and gives what the reader is told, with a button. */
  protected failed(error: unknown, again: () => void): HTMLElement {
    const status = error instanceof ApiError ? error.status : 0;
    this.#tell("landkaart:error", { message: String(error), status });
    const look = { type: "button", class: "nl-button nl-button--secondary" };
    const button = html("button", look, this.#words.say("element.again"));
    button.addEventListener("click", again);
    const said = html("p", { class: "nl-paragraph" }, this.#words.say("element.unreachable"));
    return html("div", { class: "landkaart-message", role: "status", lang: this.#words.language }, said, button);
  }

  /** A link that the host may take over; only for a plain click, so that a new tab stays a new tab. */
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

  /** For the attribute lang: nothing where it is the language around. */
  protected languageOf({ words }: Setting, item: Item): string | undefined {
    return item.taal === words.language ? undefined : item.taal;
  }

  /** A heading one deeper than the one before the element, so that the outline of the host has no hole. */
  protected heading(...children: Child[]): HTMLElement {
    const before = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(
      (one) => one.compareDocumentPosition(this) === Node.DOCUMENT_POSITION_FOLLOWING,
    );
    const level = Math.min(Number(before.at(-1)?.localName[1] ?? 1) + 1, 6) as 2 | 3 | 4 | 5 | 6;
    return html(`h${level}`, { class: "landkaart-card-title" }, ...children);
  }

  /** False when the host prevented what would follow. */
  #tell<K extends keyof HTMLElementEventMap>(
    name: K,
    detail: HTMLElementEventMap[K] extends CustomEvent<infer Detail> ? Detail : never,
  ): boolean {
    const cancelable = name === "landkaart:select";
    return this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail }));
  }

  // Attributes that change together start the element once.
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
    const api = new Api(address);
    const taal = this.closest("[lang]")?.getAttribute("lang") || undefined;
    const words = (this.#words = new Words(await api.json<WordsAnswer>("interfacewoorden", { taal }, signal)));
    const root = this.#root(...(await this.content({ api, words, signal })));
    root.lang = words.language;
    return root;
  }

  // The class is that of the portal's stylesheet, for a host that links it.
  #root(...content: Node[]): HTMLElement {
    const theme = this.getAttribute("theme") ?? "";
    return html("div", { class: `landkaart-root landkaart-page ${theme}`.trim() }, ...content);
  }

  // The focus goes to the field of the same name; who was elsewhere in what goes away keeps the place in the page.
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
