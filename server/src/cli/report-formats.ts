import { checkstyle } from './report-checkstyle.js';
import { github } from './report-github.js';
import { gitlab } from './report-gitlab.js';
import { json } from './report-json.js';
import { junit } from './report-junit.js';
import { markdown } from './report-markdown.js';
import { sarif } from './report-sarif.js';
import { stylish } from './report-stylish.js';
import type { ReportFormat } from './reports.js';

/** The ways to report, by the name that `--format` takes. The options, the help and what a wrong name is told come from here. */
const table = { stylish, json, sarif, github, gitlab, junit, checkstyle, markdown } as const satisfies Readonly<
  Record<string, ReportFormat>
>;

export const reportFormats: Readonly<Record<string, ReportFormat>> = table;

/** What is reported in where nothing is asked for. */
export const usualFormat: keyof typeof table = 'stylish';

/** The format of this name; that which is usual where there is none. */
export function reportFormat(name: string): ReportFormat {
  return reportFormats[name] ?? table[usualFormat];
}
