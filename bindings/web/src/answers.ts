// SPDX-License-Identifier: EUPL-1.2
// The types of the responses of /v1, with only the keys that the elements read. The keys are Dutch, because the Dutch
// API Design Rules recommend Dutch names.

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
  /** The number of this stop on the route, from 1; absent for places that are not on the route. */
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

/** A passage of an item. Each mark is the begin and end of a highlight in `tekst`, in code points; end is exclusive. */
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
  /** Filters for work forms that the query mentions, such as a group size; `pagina` is the page with them applied. */
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
