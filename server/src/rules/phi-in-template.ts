import { type FoundMark, type PatientMark, perhapsPatients, surelyPatients } from '../knowledge/patient-marks.js';
import { bodyStartOf, type Piece } from '../letter/source.js';
import type { Rule } from '../lint/rule.js';

export const phiInTemplate: Rule = {
  id: 'phi-in-template',
  group: 'privacy',
  severity: 'error',
  subject: 'file',
  summary: 'No template, policy, kind or vocabulary holds what looks like a real patient’s fact.',
  why: 'These files are shared, copied and kept in repositories, and a fact of the patient from whose letter one was made goes along into each of them (45 CFR 164.514(b)(2), the Safe Harbor list). Numbers that say that they are made up (SAMPLE, TEST, 0000), telephone numbers 555-01XX, specimens that agencies print, and John and Jane Doe are nobody’s; an address book may have telephone numbers and addresses.',
  bad: 'template t\n---\nDate of birth: 04/09/1968\n\nMrs. Gomez cannot work.',
  good: 'template t\n---\nDate of birth: [patient date of birth]\n\n[Patient short name] cannot work.',
  check({ file }, report) {
    if (file.kind === undefined || file.kind === 'case') return;
    const { uri, text, lines } = file;
    const piece: Piece = { uri, text, start: 0 };
    const bodyStart = bodyStartOf(file);
    for (const { start, end } of lines) {
      const line = text.slice(start, end);
      const sure = surelyPatients(line);
      const perhaps = file.kind === 'template' && start >= bodyStart ? perhapsPatients(line) : [];
      const tell = (mark: FoundMark, severity: 'error' | 'warning') => {
        report({ piece, start: start + mark.start, end: start + mark.end }, messages[mark.kind], { severity });
      };
      for (const mark of sure) tell(mark, 'error');
      for (const mark of perhaps) tell(mark, 'warning');
    }
  },
};

const messages: Readonly<Record<PatientMark, string>> = {
  'social security number': 'This looks like a social security number. Take it out of this file.',
  'Medicare number': 'This looks like a Medicare number. Write [insurance member id], or a specimen.',
  'birth date': 'This looks like a patient’s birth date. Write [patient date of birth].',
  number: 'This looks like a patient’s number. Write its placeholder, or one with SAMPLE in it.',
  name: 'This looks like a patient’s name. Write [patient short name].',
  'filled label': 'This label is filled with a name. Write [patient name].',
  phone: 'This looks like a patient’s telephone number. Write [patient phone].',
  age: 'An age over 89 points to one patient. Write [patient age].',
};
