import { CheckBox } from 'docx';
import { boxSign } from '../../letter/box-sign.js';

/** A font that has both signs and is on every machine with Word. */
const font = 'MS Gothic';

/** A check box that Word knows as one: it says whether it is ticked, and can be ticked. */
export function checkBox(checked: boolean): CheckBox {
  return new CheckBox({
    checked,
    checkedState: { value: codeOf(true), font },
    uncheckedState: { value: codeOf(false), font },
  });
}

/** The sign as Word writes it: four hexadecimal digits. */
function codeOf(checked: boolean): string {
  return boxSign(checked).charCodeAt(0).toString(16).toUpperCase();
}
