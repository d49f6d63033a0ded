import { expect, test } from 'vitest';
import { duplicateSection } from '../../server/src/rules/duplicate-section.js';
import { finds } from '../support/finds.js';

const others = { 't.lmn': 'template t\n---\n## History #history\nLong.\n\n## Cost\nLittle.' };

test('the second section of one heading', () => {
  finds(duplicateSection, 'case t\n---\n## History\nMine.\n\n## Cost\nMine.\n\n## <|history|>\nMore.', others);
});

test('a second section for the same place by its role', () => {
  finds(duplicateSection, 'case t\n---\n## How It Began #history\nMine.\n\n## <|And Then|> #history\nMore.', others);
});

test('a case that writes its whole letter may repeat a heading', () => {
  finds(duplicateSection, 'case\n---\n## Notes\nA.\n\n## Notes\nB.');
});

test('in a template, where no case could replace the second', () => {
  const [finding] = finds(duplicateSection, 'template t\n---\n## History\nA.\n\n## <|HISTORY:|>\nB.\n\n## Cost\nC.');
  expect(finding?.related).toHaveLength(1);
});

test("a template's own is not reported in its cases", () => {
  finds(duplicateSection, 'case u', { 'u.lmn': 'template u\n---\n## A\nA.\n\n## A\nB.' });
});
