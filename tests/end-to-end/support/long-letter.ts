/** A case of some thirty pages: sections with prose, tables and lists, sixty references, a name of 120 characters and an address of eight lines. */
export function longLetter(): string {
  const name = 'Maria Esperanza '.repeat(8).slice(0, 120).trim().padEnd(120, 'a');
  const references = Array.from({ length: 60 }, (_, at) => at + 1);
  const evidence = references.map(
    (at) => `evidence @study${String(at)}
  title: Outcomes of transforaminal injections in lumbar radicular pain, part ${String(at)} of a series of randomized trials
  authors: Example A, Sample B, Specimen C
  journal: J Invented Med
  year: ${String(2000 + (at % 25))}
  volume: ${String(at)}
  pages: ${String(at * 10)}-${String(at * 10 + 9)}`,
  );
  const sections = Array.from({ length: 20 }, (_, at) => section(at + 1));
  return `case
date: 2026-11-21
reference number: BM-0000-4417

patient
  name: ${name}
  date of birth: 1968-04-09

practice
  name: Mesa Pain Clinic
  address: Building C, Third Floor
    Department of Interventional Pain Medicine
    Attention: Prior Authorization Desk
    100 Example Avenue NE
    Suite 210
    Mail Stop 4417
    Albuquerque, NM 87102
    United States

provider
  name: Dana Whitfield
  credentials: MD
  npi: 1234567893

${evidence.join('\n\n')}
---
[letterhead]

RE: ${name}

Dear reviewer,

${sections.join('\n\n')}

Sincerely,

[signature]

## References

[references]
`;
}

function section(number: number): string {
  const cited = [number * 3 - 2, number * 3 - 1, number * 3].map((at) => `@study${String(at)}`).join('; ');
  const sentence = `In the period ${String(number)} the pain was measured at each visit and fell with every injection [${cited}].`;
  const rows = Array.from(
    { length: 14 },
    (_, at) =>
      `| Visit ${String(at + 1)} of period ${String(number)} | ${String(9 - (at % 6))} of 10, worse when standing for longer than a quarter of an hour | walks for ${String(10 + at)} minutes |`,
  );
  return `## Period ${String(number)}

${`${sentence} `.repeat(5).trim()}

The visits in detail:

| Visit | Pain | Function |
| --- | --- | :-: |
${rows.join('\n')}

- The exercises were kept up.
- ${sentence.repeat(2)}`;
}
