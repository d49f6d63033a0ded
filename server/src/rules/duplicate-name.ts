import type { Rule } from '../lint/rule.js';
import { isShipped } from '../letter/source.js';

export const duplicateName: Rule = {
  id: 'duplicate-name',
  group: 'structure',
  severity: 'error',
  subject: 'file',
  needs: 'workspace',
  summary: 'No two templates, policies or vocabularies of a workspace have one name.',
  why: 'A case says which template it uses by its name. Of two with one name it gets one, and perhaps the wrong one.',
  bad: {
    'a.lmn': 'template appeal\n---\n## Request\nPlease approve.',
    'b.lmn': 'template appeal\n---\n## Request\nPlease overturn.',
  },
  good: {
    'a.lmn': 'template appeal\n---\n## Request\nPlease approve.',
    'b.lmn': 'template second-appeal\n---\n## Request\nPlease overturn.',
  },
  check({ file, workspace }, report) {
    const { kind, header } = file;
    const name = header?.name;
    // A workspace's own file stands for the shipped one of its name: that is how one is adapted.
    if (!kind || kind === 'case' || !name || isShipped(file.uri)) return;
    const others = workspace
      .all(kind)
      .filter((other) => other.uri !== file.uri && !isShipped(other.uri) && other.header?.name?.text === name.text);
    if (others.length === 0) return;
    report(name, `Another ${kind} of this workspace has the same name. Give one of them another name.`, {
      related: others
        .slice(0, 5)
        .map((other) => ({ where: other.header?.name ?? other.firstLine, message: `the other ${kind}` })),
    });
  },
};
