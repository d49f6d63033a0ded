// What a rule says of itself, as Markdown: a page a rule, and the list of them.

const groups = {
  structure: 'Structure: will this become a letter?',
  facts: 'Facts: is it true and consistent?',
  content: 'Content: will a reviewer be able to say yes?',
  writing: 'Writing: will it be understood?',
  privacy: "Privacy: is somebody's data where it must not be?",
};

/**
 * The page of one rule. `found` has the files of its two examples, what was found in the first file of the bad one, and whether a comment
 * can suppress the rule: `{ bad: { files, findings: [{ line, text, message, fix }] }, good: { files }, suppressible }`.
 */
export function rulePage(rule, found) {
  const { id, group, severity, hint, summary, why, formerly = [] } = rule;
  const fix = hasFix(found);
  const facts = [
    `**Severity:** ${hint ? 'a hint in the editor; `lmn lint` tells it where `lmn.config.json` gives it a severity' : severity}`,
    `**Group:** [${group}](README.md#${anchor(groups[group])})`,
    ...(fix ? ['**Fix:** offered'] : []),
    ...(formerly.length > 0 ? [`**Formerly:** ${formerly.join(', ')}`] : []),
  ];
  return `<!-- Made from the rule's own words by "npm run docs": change the rule, not this page. -->

# ${id}

${plain(summary)}

${facts.join(' · ')}

${plain(why)}

## This is found

${filesOf(found.bad.files)}

${found.bad.findings.map(findingLine).join('\n')}

## This is right

${filesOf(found.good.files)}

${optionsOf(rule)}## When it does not fit

${found.suppressible ? suppressing(id) : ''}For a folder, say in its \`lmn.config.json\` how severe it is: \`"error"\`, \`"warning"\`, \`"info"\` or \`"off"\`.

\`\`\`json
{ "rules": { "${id}": "${severity === 'warning' ? 'info' : 'warning'}" } }
\`\`\`
`;
}

/** What can be set of a rule, with what is usual. */
function optionsOf({ id, options = [] }) {
  if (options.length === 0) return '';
  const rows = options.map((option) => `| \`${option.name}\` | ${plain(option.description)} | ${takenBy(option)} |`);
  const usual = Object.fromEntries(options.map((option) => [option.name, exampleOf(option)]));
  return `## What can be set

| option | | takes |
| --- | --- | --- |
${rows.join('\n')}

\`\`\`json
{ "rules": { "${id}": ${JSON.stringify(usual)} } }
\`\`\`

`;
}

function takenBy(option) {
  if (option.takes === 'number')
    return `a whole number from ${option.least} to ${option.most}; ${option.usual} where nothing is set`;
  if (option.takes === 'words') return 'a list of words';
  return option.takes === 'table'
    ? 'an object: a word, and what stands for it'
    : 'an object: `true` or `false` for each';
}

function exampleOf(option) {
  if (option.takes === 'words') return ['LBP'];
  return option.takes === 'table' ? Object.fromEntries([option.example]) : option.usual;
}

function suppressing(id) {
  return `For one line, write above it, with your reason:

\`\`\`lmn
// lmn-disable-next-line ${id} -- why this one is right
\`\`\`

\`lmn-disable-file\` in its place counts for the whole file.

`;
}

/** The table of all rules, by group. */
export function rulesIndex(pages) {
  const parts = Object.entries(groups).flatMap(([group, title]) => {
    const rules = pages.filter(({ rule }) => rule.group === group);
    if (rules.length === 0) return [];
    const rows = rules.map(({ rule, found }) => {
      const fix = hasFix(found) ? 'yes' : '';
      return `| [${rule.id}](${rule.id}.md) | ${rule.hint ? 'hint' : rule.severity} | ${plain(rule.summary)} | ${fix} |`;
    });
    return [`## ${title}\n\n| rule | severity | what holds | fix |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`];
  });
  return `<!-- Made from the rules' own words by "npm run docs": change the rules, not this page. -->

# The rules

The editor and \`lmn lint\` check the same ${pages.length} rules, but for what only git knows: \`lmn lint\` alone asks it. \`lmn explain RULE\` says on the command line what stands here. An *error* stops a final letter or is plainly wrong; a *warning* deserves a look; *info* is for knowing; a *hint* shows in the editor, and \`lmn lint\` tells it where \`lmn.config.json\` gives it a severity.

${parts.join('\n')}`;
}

function hasFix({ bad }) {
  return bad.findings.some((finding) => finding.fix !== undefined);
}

function filesOf(files) {
  const alone = files.length === 1;
  return files
    .map(
      ({ name, text }) =>
        `${alone ? '' : `\`${name}\`:\n\n`}\`\`\`${name.endsWith('.lmn') ? 'lmn' : 'text'}\n${text.replace(/\n+$/, '')}\n\`\`\``,
    )
    .join('\n\n');
}

function findingLine({ line, text, message, fix }) {
  const where = text === '' || text.includes('\n') ? '' : `, ${code(text)}`;
  const mend = fix === undefined ? '' : ` Fix: *${plain(fix)}*.`;
  return `- Line ${line}${where}: ${plain(message)}${mend}`;
}

/** The text with what Markdown would read as markup escaped. */
function plain(text) {
  return text.replace(/[\\`*_<>[\]|~]/g, '\\$&');
}

function code(text) {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** As GitHub and VS Code make it of a heading. */
function anchor(title) {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}
