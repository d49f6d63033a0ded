import { money, number } from './amounts.js';
import { cpt, dea, hcpcs, icd10, loinc, mbi, ndc, npi, taxonomy } from './codes.js';
import { email, phone, url, zip } from './contacts.js';
import { doi, nct, pmid } from './literature.js';
import type { Shape } from './shape.js';
import { state } from './us-states.js';

const ALL: readonly Shape[] = [
  npi,
  icd10,
  hcpcs,
  cpt,
  ndc,
  dea,
  mbi,
  loinc,
  taxonomy,
  nct,
  pmid,
  doi,
  phone,
  email,
  url,
  zip,
  state,
  number,
  money,
];

/** Every shape that a value can be checked against, by its id. */
export const SHAPES: ReadonlyMap<string, Shape> = new Map(ALL.map((shape) => [shape.id, shape]));
