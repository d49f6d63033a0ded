import { describe, expect, test } from 'vitest';
import { moreThanNeeded } from '../../server/src/rules/more-than-needed.js';
import { finds } from '../support/finds.js';

const back = 'diagnosis: lumbar radiculopathy\n  code: M54.16\ntreatment requested: physical therapy\n';

describe('a sensitive diagnosis that the request does not turn on', () => {
  test.each([
    `${back}comorbidity: <|opioid use disorder, HIV|>`,
    'diagnosis: HIV disease\n  code: B20\ntreatment requested: a new drug\ncomorbidity: <|HIV, alcohol dependence|>',
    `${back}comorbidity: a viral infection\n  code: <|B20|>`,
    `${back}comorbidity: <|alcohol dependence|>\n  code: F10.20`,
    `${back}enclosure: <|Psychotherapy notes, May 2026|>`,
    `${back}---\n## History\nShe has lived with <|HIV|> since 2012.`,
    `${back}---\n## History\nHer <|opioid use disorder|> is in remission.`,
    `${back}---\n## History\nHer mother helps her. The patient has <|alcohol use disorder|>.`,
  ])('%j', (text) => {
    const [finding] = finds(moreThanNeeded, text);
    expect(finding?.message).not.toMatch(/HIV|opioid|alcohol/);
  });

  test.each([
    'diagnosis: opioid use disorder\n  code: F11.20\ntreatment requested: buprenorphine\n---\n## A\nHer opioid use disorder is severe.',
    'diagnosis: HIV disease\n  code: B20\ntreatment requested: a new drug\nsymptom: HIV wasting',
    `${back}secondary diagnosis: alcohol use disorder\n---\n## A\nAlcohol abuse delayed her recovery.`,
    `${back}comorbidity: HIV infection\n  effect: rules out steroids`,
    'diagnosis: pain\ntreatment requested: oxycodone 10 mg\ncomorbidity: opioid use disorder in remission',
    `${back}---\n## A\nShe has no history of substance abuse. An HIV test was negative, and she was screened for alcohol misuse.`,
    `${back}---\n## A\nThe patient’s father has alcohol use disorder. He lives with HIV.`,
    `${back}family history: alcoholism\n  relative: father\n---\n## A\nHer father’s alcoholism made her careful.`,
    `${back}finding: laboratory screen for HIV\n  result: negative`,
    `${back}---\n## A\nPatients with HIV were left out of the trial, as were people living with alcohol use disorder and those who had opioid use disorder.`,
    `${back}---\n## A\nThe notice says "HIV". Hearing aids help her. She has tobacco use disorder. Psychotherapy helps.`,
    `${back}comorbidity: nicotine dependence\n  code: F17.210`,
  ])('not: %j', (text) => {
    finds(moreThanNeeded, text);
  });
});

describe('numbers that a payer does not need', () => {
  test.each([
    'reference number: 12\npatient\n  name: Jane Doe\n  record number: <|123-45-6789|>',
    'provider\n  name: Dana Whitfield\n  dea number: <|AP5836727|>',
    '---\n## A\nHer number is <|123-45-6789|>.',
    '---\n## A\nHer <|SSN: 123456789|> is on file.',
  ])('%j', (text) => {
    finds(moreThanNeeded, text);
  });

  test.each([
    '---\n## A\nCall 505-555-0142 or see 000-12-3456, 666-12-3456, 912-34-5678, 078-05-1120, 123-00-4567 and 1123-45-67890.',
    'patient\n  name: Jane Doe\n  record number: 12-3456789',
    'provider\n  tax id: 12-3456789',
  ])('not: %j', (text) => {
    finds(moreThanNeeded, text);
  });
});

test('not in quoted words, nor in what everybody may read', () => {
  const sensitive = 'diagnosis\n  name: asthma\n  code: J45.909\n';
  finds(
    moreThanNeeded,
    `case\n${sensitive}evidence\n  title: Asthma in adults with HIV infection and alcohol use disorder\n---\n## A\nShe has asthma.\n`,
  );
});
