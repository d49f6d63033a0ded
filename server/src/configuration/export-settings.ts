import { fileNameProblem, usualFileName } from './file-name-pattern.js';
import { nearest } from '../spelling/nearest.js';
import type { JsonMember, JsonValue } from './config-json.js';
import { membersOf, named, type Tell } from './config-members.js';
import { oneOf, type PaperSettings, paperSizeWanted } from './paper-settings.js';
import { paperSizeNames } from '../paper.js';

export const exportKeys = ['fileName', 'patientInProperties'] as const;

/** What a configuration says of the files that letters become; what it does not say is as in `usualExport`. */
export interface ExportSettings {
  /** A pattern of file names, such as `[template] [date]`. */
  readonly fileName?: string;
  /** Whether a file's properties, which mail programs and lists of files show, name the patient. */
  readonly patientInProperties?: boolean;
}

/** What holds where no configuration says otherwise. */
export const usualExport: Required<ExportSettings> = {
  fileName: usualFileName,
  patientInProperties: false,
};

/** What stands under `"export"`, and what of the paper was set there before `"paper"` came. */
export interface ReadExport {
  readonly settings: ExportSettings;
  readonly paper: Pick<PaperSettings, 'size'>;
}

/** Reads what stands under `"export"`; what is wrong is told, and left out. */
export function readExport(value: JsonValue, tell: Tell): ReadExport {
  const members = membersOf(value, `"export" is an object: { "fileName": "${usualFileName}" }`, tell);
  const paper = members.find(({ name }) => name === 'paper');
  const settings = members.filter((member) => member !== paper).map((member) => readSetting(member, tell));
  return {
    settings: Object.assign({}, ...settings) as ExportSettings,
    paper: paper ? readSize(paper.value, tell) : {},
  };
}

/** Nothing where it is wrong: so that it does not hide what the file extends. */
function readSetting({ name, start, value }: JsonMember, tell: Tell): ExportSettings {
  switch (exportKeys.find((key) => key === name)) {
    case 'fileName':
      return readFileName(value, tell);
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

function readSize(value: JsonValue, tell: Tell): ReadExport['paper'] {
  const size = oneOf(paperSizeNames, value);
  if (size) return { size };
  tell(value.start, paperSizeWanted('paper'));
  return {};
}

function unknownKey(name: string): string {
  const [near] = nearest(name, exportKeys, 1);
  const meant =
    near === undefined ? 'What can be set: "fileName" and "patientInProperties".' : `Did you mean "${near}"?`;
  return `Nothing of an export is set by ${named(name)}. ${meant}`;
}
