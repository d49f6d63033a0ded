import type { Reporter, ReportFormat } from './reports.js';
import { attribute } from './xml.js';

export const checkstyle: ReportFormat = { help: 'XML for Jenkins and reviewdog', begin: checkstyleReporter };

/** The XML of Checkstyle 4.3: a file's findings beneath its name. It has no place for fixes. */
function checkstyleReporter(): Reporter {
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n',
    file({ file, positionAt, findings }) {
      if (findings.length === 0) return '';
      const lines = findings.map(({ range, severity, message, rule }) => {
        const { line, column } = positionAt(range.start);
        const place = `line="${String(line)}" column="${String(column)}"`;
        return `    <error ${place} severity="${severity}" message=${attribute(message)} source=${attribute(`lmn.${rule}`)}/>\n`;
      });
      return `  <file name=${attribute(file)}>\n${lines.join('')}  </file>\n`;
    },
    end: () => '</checkstyle>\n',
  };
}
