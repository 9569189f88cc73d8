// SPDX-License-Identifier: EUPL-1.2
// Sends requests to the API. Only this file does. All requests are GET, and go only to the address in the attribute
// "api". Cookies go to the origin of the page, and to another origin only when the attribute "credentials" is
// "include".

import type { Link } from "./answers";

export type Query = Record<string, string | number | undefined>;

const PATIENCE = 10_000; // milliseconds before a request counts as failed

/** A request failed. `status` is the HTTP status of the response, or 0 when there was no response. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly address: string,
  ) {
    super(status ? `${address} answered ${status}` : `${address} did not answer`);
  }
}

export class Api {
  readonly #root: string;
  readonly #credentials: RequestCredentials;

  /** `address` is the address of /v1, absolute or relative to the page. */
  constructor(address: string, credentials: RequestCredentials) {
    this.#credentials = credentials;
    this.#root = new URL(address, document.baseURI).href.replace(/\/*$/, "/");
  }

  async json<T>(path: string, query: Query, signal: AbortSignal): Promise<T> {
    return (await this.#fetch(path, query, "application/json", signal)).json() as Promise<T>;
  }

  async text(path: string, type: string, query: Query, signal: AbortSignal): Promise<string> {
    return (await this.#fetch(path, query, type, signal)).text();
  }

  /**
   * A response as a parsed document. XMLHttpRequest parses it without running scripts or loading resources, and unlike
   * DOMParser it needs no policy for Trusted Types.
   */
  document(path: string, type: string, query: Query, signal: AbortSignal): Promise<Document> {
    const address = this.#address(path, query);
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("GET", address);
      request.responseType = "document";
      request.timeout = PATIENCE;
      request.withCredentials = this.#credentials === "include";
      request.setRequestHeader("Accept", type);
      request.onload = () =>
        request.status === 200 && request.responseXML
          ? resolve(request.responseXML)
          : reject(new ApiError(request.status, address));
      request.onerror = request.ontimeout = () => reject(new ApiError(0, address));
      request.onabort = () => reject(signal.reason);
      signal.addEventListener("abort", () => request.abort());
      request.send();
    });
  }

  /** The absolute address of a link in a response; undefined when it is not an http or https address. */
  page(link: Link | undefined): string | undefined {
    if (!link || !URL.canParse(link.href, this.#root)) return undefined;
    const url = new URL(link.href, this.#root);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  }

  #address(path: string, query: Query): string {
    const url = new URL(path, this.#root);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && value !== "") url.searchParams.set(name, String(value));
    }
    return url.href;
  }

  async #fetch(path: string, query: Query, type: string, signal: AbortSignal): Promise<Response> {
    const address = this.#address(path, query);
    let response: Response;
    try {
      response = await fetch(address, {
        credentials: this.#credentials,
        headers: { Accept: type },
        signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
      });
    } catch {
      signal.throwIfAborted();
      throw new ApiError(0, address);
    }
    if (!response.ok) throw new ApiError(response.status, address);
    return response;
  }
}
