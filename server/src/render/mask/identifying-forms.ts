import { addressForms, emailForms, numberForms, phoneForms } from './contact-forms.js';
import { unreadDateForms } from './date-forms.js';
import { fold } from './fold.js';
import type { Repeats } from './identifying-fields.js';
import { nameForms } from './name-forms.js';
import { type Form, lettersAndDigits, literalForm } from './patterns.js';

/**
 * The forms in which prose repeats a value; of a date only those of one that cannot be read (see `DateFinder` for the others).
 *
 * What cannot be found: facts that prose alone gives (a date, a relative's name), nicknames, initials, misspellings, values in words or in another language, parts
 * of numbers, names grown together with other letters (a user name, a script without spaces), and what a picture shows. So the mask is for a screen that others see; it does not make
 * a letter anonymous.
 */
export function formsOf(value: string, repeats: Repeats, elsewhere: string): Form[] {
  switch (repeats) {
    case 'name':
      return nameForms(value);
    case 'date':
    case 'when':
      return unreadDateForms(fold(value).text);
    case 'number':
      return numberForms(value);
    case 'phone':
      return phoneForms(value);
    case 'email':
      return emailForms(value);
    case 'address':
      return addressForms(value, elsewhere);
    case 'words':
      return wordForms(value);
    case 'never':
      return [];
  }
}

/** Words that stand where there is nothing to say. */
const nothing = /^(?:n\/?a|none|unknown|unemployed|retired|self|same|not (?:known|applicable)|pending|yes|no)\.?$/i;

function wordForms(value: string): Form[] {
  const { text } = fold(value);
  return lettersAndDigits(text) < 3 || nothing.test(text.trim()) ? [] : literalForm(text);
}
