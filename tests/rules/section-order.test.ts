import { test } from 'vitest';
import { sectionOrder } from '../../server/src/rules/section-order.js';
import { finds } from '../support/finds.js';
import { mends } from '../support/mends.js';

const base = { 'b.lmn': 'template b\n---\n## History\nA.\n\n## Present\nB.\n\n## Evidence\nC.' };

test('stands on what prints before the section above it', () => {
  finds(sectionOrder, 'template t from b\n---\n## Evidence\nMine.\n\n## <|History|>\nMine.', base);
});

test('stands on each that does', () => {
  finds(sectionOrder, 'template t from b\n---\n## Evidence\n\n## <|History|>\n\n## <|Present|>', base);
});

test.each([
  'template t from b\n---\n## History\nMine.\n\n## Other\nMine.\n\n## Evidence\nMine.',
  'template t\n---\n## Evidence\nMine.\n\n## History\nMine.',
  'case b\n---\n## Evidence\nMine.\n\n## History\nMine.',
])('has nothing to say: %j', (text) => {
  finds(sectionOrder, text, base);
});

test('moves it', () => {
  mends(
    sectionOrder,
    'template t from b\n---\n## Evidence\nMine.\n\n## History\nOurs.\n',
    'template t from b\n---\n## History\nOurs.\n\n## Evidence\nMine.\n\n',
    base,
  );
});
