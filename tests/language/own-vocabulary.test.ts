import { describe, expect, test } from 'vitest';
import { parse, workspaceOf } from '../support/workspace.js';

test("a workspace's own vocabulary of a shipped one's name stands for it", () => {
  const { vocabulary } = workspaceOf({ 'v.lmn': 'vocabulary standard\nrecord patient\n  nickname (text)' });
  expect(vocabulary.byName.get('patient')?.fields.map((field) => field.name)).toEqual(['nickname']);
});

test('one of another name adds to it', () => {
  const { vocabulary } = workspaceOf({ 'v.lmn': 'vocabulary our-clinic\nrecord patient\n  nickname (text)' });
  const names = vocabulary.byName.get('patient')?.fields.map((field) => field.name);
  expect(names?.[0]).toBe('name');
  expect(names?.at(-1)).toBe('nickname');
});

test('and taking it out brings the shipped one back', () => {
  const workspace = workspaceOf({ 'v.lmn': 'vocabulary standard\nrecord patient\n  nickname (text)' });
  workspace.set(parse('file:///v.lmn', 'case'));
  expect(workspace.vocabulary.byName.get('patient')?.fields[0]?.name).toBe('name');
});

describe("a declaration of the workspace's own takes the place of a shipped one", () => {
  const fieldIn = (text: string, record: string, field: string) =>
    workspaceOf({ 'v.lmn': `vocabulary our-clinic\n${text}` })
      .vocabulary.byName.get(record)
      ?.byName.get(field);

  test('with its type, its flags and its help, and in its order', () => {
    const { vocabulary } = workspaceOf({
      'v.lmn': 'vocabulary our-clinic\nrecord home service\n  discipline (nursing | therapy, required): Which.',
    });
    const service = vocabulary.byName.get('home service');
    expect(service?.fields[0]?.type.choices).toEqual(['nursing', 'therapy']);
    expect(service?.fields[0]).toMatchObject({ required: true, help: 'Which.' });
    expect(service?.many).toBe(true);
  });

  test('its other names stay, and so does the mask', () => {
    const discipline = fieldIn('record home service\n  discipline (text, also "trade")', 'home service', 'discipline');
    expect(discipline?.also).toEqual(['trade', 'name']);
    expect(
      fieldIn('record claimant (like insurance)\nrecord insurance\n  member id (number)', 'claimant', 'member id'),
    ).toMatchObject({
      identifying: true,
      type: { name: 'number' },
    });
    expect(fieldIn('record insurance\n  member id (text, public)', 'insurance', 'member id')?.identifying).toBe(false);
  });

  test('of two of the workspace’s own the first stands', () =>
    expect(
      fieldIn('record home\n  accessibility (date)\nrecord home\n  accessibility (number)', 'home', 'accessibility')
        ?.type.name,
    ).toBe('date'));

  test('and a record’s own words say what it is for', () => {
    const home = (text: string) =>
      workspaceOf({ 'v.lmn': `vocabulary v\n${text}` }).vocabulary.byName.get('home')?.help;
    expect(home('record home: Our words.\n  stairs (text)')).toBe('Our words.');
    expect(home('record home\n  stairs (text)')).toMatch(/^Where the patient lives/);
  });

  test('and taking it out brings the shipped one back', () => {
    const workspace = workspaceOf({ 'v.lmn': 'vocabulary v\nrecord home\n  accessibility (date)' });
    workspace.set(parse('file:///v.lmn', 'vocabulary v'));
    expect(workspace.vocabulary.byName.get('home')?.byName.get('accessibility')?.type.name).toBe('text');
  });
});
