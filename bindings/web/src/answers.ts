// SPDX-License-Identifier: EUPL-1.2
// What /v1 answers, as far as the elements read it. Its keys are Dutch, as the API Design Rules ask.

export interface Link {
  href: string;
}

export interface Item {
  id: string;
  soort: string;
  titel: string;
  samenvatting?: string;
  taal?: string;
  _links: { pagina?: Link };
}

export interface Place extends Item {
  thema?: string;
  /** Which stop this is, when the map shows a route. */
  nummer?: number;
}

export interface MapAnswer {
  titel: string;
  plaatsen: Place[];
}

export interface Extent {
  minimum: number;
  maximum: number;
}

export interface WorkForm extends Item {
  doel: string;
  groepsgrootte: Extent;
  duur: Extent;
  moeilijkheid: number;
}

/** Marks are half-open and count code points of the text. */
export interface Passage {
  tekst: string;
  markeringen: [number, number][];
}

export interface Hit extends Item {
  fragment?: Passage;
}

export interface ListAnswer<T extends Item> {
  totaal: number;
  resultaten: T[];
}

export interface SearchAnswer extends ListAnswer<Hit> {
  zoekterm: string;
  suggestie?: string;
  /** Values for the finder of work forms that the query seems to ask for. */
  aanbod: { _links?: { pagina?: Link } };
  facetten: { soorten: { waarde: string; aantal: number }[] };
}

export interface SuggestionsAnswer {
  resultaten: { tekst: string }[];
}

export interface WordsAnswer {
  taal: string;
  woorden: Record<string, string>;
  soorten: Record<string, { een: string; meer: string }>;
  doelen: Record<string, string>;
  moeilijkheden: Record<string, string>;
}
