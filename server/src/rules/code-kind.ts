import { canonicalHcpcs } from '../knowledge/codes.js';
import { type MergedRecord, valuesByName } from '../letter/facts.js';
import { valueText } from '../letter/source.js';
import type { Rule } from '../lint/rule.js';

export const codeKind: Rule = {
  id: 'code-kind',
  group: 'facts',
  severity: 'info',
  subject: 'letter',
  needs: 'template',
  summary: 'The codes of a request are of the kind that it says it is.',
  why: 'A drug’s code on a request for a test goes to the wrong desk. HCPCS codes with J are drugs, with E equipment, with L orthotics and prosthetics; CPT codes from 80000 to 89999 are laboratory tests. Told only where no code fits: a test may be billed with the drug that it needs. Source: CMS, HCPCS Level II; AMA, CPT, sections.',
  bad: 'treatment requested: hereditary cancer gene panel\n  kind: test\n  code: J1745',
  good: 'treatment requested: hereditary cancer gene panel\n  kind: test\n  code: 81432',
  check({ facts }, report) {
    for (const record of facts.allRecords()) {
      const strange = record.declaration.norm === 'treatment requested' ? codesOfAnotherKind(record) : undefined;
      if (strange)
        report(strange.where, 'This code is for another kind of thing than the request. Check code and kind.');
    }
  },
};

/** Codes that cannot be a request's of some kind. Devices are left out: some have a drug's code (J7298). */
const STRANGE: Readonly<Record<string, RegExp>> = {
  test: /^[JEL]/,
  medication: /^(?:[EL]|8\d{4}$|\d{4}U$)/,
  equipment: /^J/,
};

/** The first code, where none of them is of the request's kind. */
function codesOfAnotherKind(request: MergedRecord) {
  const [kind] = valuesByName(request, 'kind');
  const strange = kind && STRANGE[valueText(kind).trim().toLowerCase()];
  const codes = valuesByName(request, 'code');
  const isStrange = (text: string) => strange?.test(canonicalHcpcs(text) ?? '') === true;
  return codes.every((code) => isStrange(valueText(code))) ? codes[0] : undefined;
}
