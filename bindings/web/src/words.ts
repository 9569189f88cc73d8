// SPDX-License-Identifier: EUPL-1.2
// The texts of buttons and messages, in the language of the element. The API supplies them.

import type { WordsAnswer } from "./answers";

/** The texts for a failed request before the texts of the API have arrived. */
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

  /** The text of `key.one` when count is 1, otherwise of `key.other`, with {count} replaced by the number. */
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
