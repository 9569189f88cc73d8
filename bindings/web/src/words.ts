// SPDX-License-Identifier: EUPL-1.2
// The words of the interface, in the language of the element, as the API gives them.

import type { WordsAnswer } from "./answers";

/** For what goes wrong before the words are there. */
export const BUILT_IN: WordsAnswer = {
  taal: "nl",
  woorden: { "element.unreachable": "De landkaart is nu niet bereikbaar.", "element.again": "Probeer opnieuw" },
  soorten: {},
  doelen: {},
  moeilijkheden: {},
};

type Values = Record<string, string | number>;

export class Words {
  readonly language: string;
  readonly purposes: Record<string, string>;
  readonly difficulties: Record<string, string>;
  readonly #answer: WordsAnswer;

  constructor(answer: WordsAnswer) {
    this.language = answer.taal;
    this.purposes = answer.doelen;
    this.difficulties = answer.moeilijkheden;
    this.#answer = answer;
  }

  say(key: string, values: Values = {}): string {
    const text = this.#answer.woorden[key] ?? key;
    return text.replace(/\{([\w-]+)\}/g, (written, name: string) => this.#written(values[name]) ?? written);
  }

  /** `key.one` or `key.other`, with {count} filled in. */
  counted(key: string, count: number, values: Values = {}): string {
    return this.say(`${key}.${count === 1 ? "one" : "other"}`, { ...values, count });
  }

  kind(value: string): string {
    return this.#answer.soorten[value]?.een ?? value;
  }

  kinds(value: string): string {
    return this.#answer.soorten[value]?.meer ?? value;
  }

  #written(value: string | number | undefined): string | undefined {
    return typeof value === "number" ? value.toLocaleString(this.language) : value;
  }
}
