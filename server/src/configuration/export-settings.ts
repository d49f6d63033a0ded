import { fileNameProblem, usualFileName } from './file-name-pattern.js';
import { nearest } from '../spelling/nearest.js';
import type { JsonMember, JsonValue } from './config-json.js';
import { membersOf, named, type Tell } from './config-members.js';

export const papers = ['letter', 'a4'] as const;
export const exportKeys = ['fileName', 'paper', 'patientInProperties'] as const;

/** What a configuration says of the files that letters become; what it does not say is as in `usualExport`. */
export interface ExportSettings {
  /** A pattern of file names, such as `[template] [date]`. */
  readonly fileName?: string;
  readonly paper?: (typeof papers)[number];
  /** Whether a file's properties, which mail programs and lists of files show, name the patient. */
  readonly patientInProperties?: boolean;
}

/** What holds where no configuration says otherwise. */
export const usualExport: Required<ExportSettings> = {
  fileName: usualFileName,
  paper: 'letter',
  patientInProperties: false,
};

/** Reads what stands under `"export"`; what is wrong is told, and left out. */
export function readExport(value: JsonValue, tell: Tell): ExportSettings {
  const members = membersOf(value, '"export" is an object: { "paper": "letter" }', tell);
  return Object.assign({}, ...members.map((member) => readSetting(member, tell))) as ExportSettings;
}

/** Nothing where it is wrong: so that it does not hide what the file extends. */
function readSetting({ name, start, value }: JsonMember, tell: Tell): ExportSettings {
  switch (exportKeys.find((key) => key === name)) {
    case 'fileName':
      return readFileName(value, tell);
    case 'paper':
      return readPaper(value, tell);
    case 'patientInProperties':
      if (value.kind === 'boolean') return { patientInProperties: value.value };
      tell(value.start, '"patientInProperties" is true or false, without quotation marks.');
      return {};
    case undefined:
      tell(start, unknownKey(name));
      return {};
  }
}

function readFileName(value: JsonValue, tell: Tell): ExportSettings {
  if (value.kind !== 'string') {
    tell(value.start, `"fileName" is a pattern in double quotes, such as "${usualFileName}".`);
    return {};
  }
  const problem = fileNameProblem(value.value);
  if (problem === undefined) return { fileName: value.value };
  tell(value.start, problem);
  return {};
}

function readPaper(value: JsonValue, tell: Tell): ExportSettings {
  const paper = value.kind === 'string' ? papers.find((one) => one === value.value) : undefined;
  if (paper) return { paper };
  tell(value.start, '"paper" is "letter" (8.5 by 11 inches) or "a4", in double quotes.');
  return {};
}

function unknownKey(name: string): string {
  const [near] = nearest(name, exportKeys, 1);
  const meant =
    near === undefined ? 'What can be set: "fileName", "paper" and "patientInProperties".' : `Did you mean "${near}"?`;
  return `Nothing of an export is set by ${named(name)}. ${meant}`;
}
