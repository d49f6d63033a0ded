import { describe, expect, test } from 'vitest';
import { masked, maskedFor } from './masked-letter.js';

describe('a name in prose', () => {
  test.each([
    ['[patient name] rests.', '‹› rests.'],
    ['Elena R. Marquez rests.', '‹› rests.'],
    ['Elena Marquez rests.', '‹› rests.'],
    ['Elena Q Marquez rests.', '‹› rests.'],
    ['Marquez, Elena R. rests.', '‹› R. rests.'],
    ['Ms. Marquez rests, and Elena walks.', 'Ms. ‹› rests, and ‹› walks.'],
    ['MARQUEZ and elena', '‹› and ‹›'],
    ["Elena's pain and Marquez’s", "‹›'s pain and ‹›’s"],
    ['Marquez, Elena; Marquez and Elena', '‹›; ‹› and ‹›'],
    ['(Elena) “Marquez”.', '(‹›) “‹›”.'],
    ['Elenas, Helena and Marquezing stay.', 'Elenas, Helena and Marquezing stay.'],
    ['R. stays.', 'R. stays.'],
    ['Elena **R. Marquez** rests.', '‹› rests.'],
    ['**Elena** *Marquez* rests.', '‹› rests.'],
    ['Elena\nMarquez rests.', '‹› rests.'],
    ['El\u00adena Mar\u200bquez rests.', '‹› rests.'],
    ['scan_Marquez_2.pdf', 'scan_‹›_2.pdf'],
  ])('%s', (prose, expected) => {
    expect(masked(prose).replaceAll('‹patient name›', '‹›')).toBe(expected);
  });

  test.each([
    ['José Núñez', 'Jose and Nunez; JOSÉ, Jose\u0301', '‹› and ‹›; ‹›, ‹›'],
    ['Jose Nunez', 'José Núñez', '‹›'],
    ['Đặng Thị Hương', 'Dang Thi Huong', '‹›'],
    ["Siobhan O'Brien", "O’Brien, O'Brien, OBrien", '‹›, ‹›, ‹›'],
    ['Anne-Marie Smith–Jones', 'Anne-Marie, Anne Marie, Anne, Smith-Jones, Jones', '‹›, ‹›, ‹›, ‹›, ‹›'],
    ['Maria de la Cruz', 'Maria de la Cruz met de la Rosa at la clinica; Cruz', '‹› met de la Rosa at la clinica; ‹›'],
    ['Mrs. Elena Marquez, Jr.', 'Mrs. Kay saw Elena and Kim Jr.', 'Mrs. Kay saw ‹› and Kim Jr.'],
    ['Elena "Ellie" Marquez', 'Ellie', '‹›'],
    ['مريم حسن', 'مريم rests', '‹› rests'],
    ['李 小龙', '小龙 rests', '‹› rests'],
    ['the patient', 'the patient rests', 'the patient rests'],
  ])('%s: %s', (name, prose, expected) => {
    expect(maskedFor(name, prose)).toBe(expected);
  });

  test.each([
    ['Will Young', 'Will will walk with young people; WILL', '‹› will walk with young people; ‹›'],
    ['May Hope', 'May may hope', '‹› may hope'],
    ['May Chen', 'Since May 2025 and on May 3, 2025, May rests.', 'Since May 2025 and on May 3, 2025, ‹› rests.'],
    ['Mark Walker', 'Mark marks where the walker stood; Mr. Walker', '‹› marks where the walker stood; Mr. ‹›'],
    ['Grace Do', 'Do rests with grace; we do', '‹› rests with grace; we do'],
  ])('that is also a word: %s', (name, prose, expected) => {
    expect(maskedFor(name, prose)).toBe(expected);
  });

  test('of a second patient by mistake', () => {
    const head = 'patient: Elena Marquez\npatient: Tomas Lu';
    expect(masked('Elena, Tomas and Lu', head)).toBe('‹patient name›, ‹patient name› and ‹patient name›');
  });

  test('in a link, in words and address', () => {
    expect(masked('See [the page of Elena](https://example.org/Elena%20R) and [this](https://example.org/x).')).toBe(
      'See the page of ‹patient name› and this (https://example.org/x).',
    );
  });
});
