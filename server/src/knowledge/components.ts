/** The six components of a letter of medical necessity: what a section does for the reviewer. */
export type Component = 'history' | 'condition' | 'treatment' | 'evidence' | 'consequences' | 'qualifications';

export const allComponents: readonly Component[] = [
  'history',
  'condition',
  'treatment',
  'evidence',
  'consequences',
  'qualifications',
];
