import { defineShape, plainHyphens, type Shape, type ShapeProblem } from './shape.js';

const shapeProblem = (message: string): ShapeProblem => ({ kind: 'shape', message });

const EXTENSION = /(?:,? ?(?:ext\.?|extension|x|#) ?\d{1,7})$/i;
const PHONE_EXAMPLE = '505-555-0142';

/**
 * Ten digits, of which area code and exchange begin with 2 to 9 and are not N11; or `+` and up to 15 digits from abroad.
 * Source: North American Numbering Plan; ITU-T E.164.
 */
export const phone: Shape = defineShape({
  id: 'phone',
  called: 'a phone number',
  description: 'Phone or fax number with its area code; begin one from abroad with +.',
  example: PHONE_EXAMPLE,
  longest: 60,
  wrong: `A phone number has 10 digits with the area code, such as ${PHONE_EXAMPLE}; one from abroad begins with +.`,
  untidy: `Write the phone number alone, such as ${PHONE_EXAMPLE}.`,
  tidy: (value) =>
    withoutLoneBrackets(plainHyphens(value))
      .replace(/^(?:phone|tel|telephone|fax)\b\.?:?\s*/i, '')
      .replace(/(\d)\/(?=\d)/g, '$1-'),
  examine: (value) => {
    const main = value.replace(EXTENSION, '');
    if (/[\u2010-\u2015\u2212]/.test(main))
      return shapeProblem(`A dash in this number is no plain hyphen; type it again, such as ${PHONE_EXAMPLE}.`);
    if (withoutLoneBrackets(main) !== main)
      return shapeProblem(`A bracket in this number has no partner; take it out, such as ${PHONE_EXAMPLE}.`);
    if (!/^\+?[\d\s().-]+$/.test(main)) return 'wrong';
    const digits = main.replace(/\D/g, '');
    if (main.startsWith('+') && !digits.startsWith('1')) return /^[2-9]\d{6,14}$/.test(digits) ? undefined : 'wrong';
    const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
    if (national.length === 7)
      return shapeProblem(`The area code is missing; write all 10 digits, such as ${PHONE_EXAMPLE}.`);
    if (national.length !== 10) return 'wrong';
    if (isNanpCode(national.slice(0, 3)) && isNanpCode(national.slice(3, 6))) return undefined;
    return shapeProblem(`No phone number has this area code or exchange; check it. A right one is ${PHONE_EXAMPLE}.`);
  },
});

/** Without brackets that have no partner, which an editor that closes brackets by itself leaves over. */
function withoutLoneBrackets(text: string): string {
  const lone = new Set<number>();
  let opened: number | undefined;
  for (const { 0: mark, index } of text.matchAll(/[()]/g)) {
    if (mark === '(') {
      if (opened !== undefined) lone.add(opened);
      opened = index;
    } else if (opened === undefined) lone.add(index);
    else opened = undefined;
  }
  if (opened !== undefined) lone.add(opened);
  return text.replace(/[()]/g, (mark, index: number) => (lone.has(index) ? '' : mark));
}

function isNanpCode(three: string): boolean {
  return /^[2-9]\d\d$/.test(three) && !three.endsWith('11');
}

/** One `@`, a name before it and a domain with a dot behind it: what RFC 5321 delivers, without its quoted names. */
export const email: Shape = defineShape({
  id: 'email',
  called: 'an e-mail address',
  description: 'E-mail address.',
  example: 'dwhitfield@example.org',
  longest: 254,
  wrong: 'An e-mail address is a name, @ and a domain, such as dwhitfield@example.org.',
  untidy: 'Write the e-mail address alone, such as dwhitfield@example.org.',
  tidy: (value) => value.replace(/^(?:e-?mail:\s*|mailto:)/i, '').replace(/^<([^<>]*)>$/, '$1'),
  examine: (value) => {
    const [name, domain, ...more] = value.split('@');
    if (name === undefined || domain === undefined || more.length > 0) return 'wrong';
    const isName = name.length <= 64 && /^[\w.!#$%&'*+/=?^`{|}~-]+$/.test(name) && !/^\.|\.\.|\.$/.test(name);
    return isName && domain.includes('.') && isHostName(domain) ? undefined : 'wrong';
  },
});

function isHostName(text: string): boolean {
  return text.length <= 253 && text.split('.').every((label) => isHostLabel(label));
}

/** Letters of any language, since domains may have them. */
function isHostLabel(label: string): boolean {
  return label.length <= 63 && /^[\p{L}\p{M}\p{N}-]+$/u.test(label) && !label.startsWith('-') && !label.endsWith('-');
}

/** Only `https` and `http`: no other scheme is a page that a reviewer could look up. */
export const url: Shape = defineShape({
  id: 'url',
  called: 'a web address',
  description: 'Web address of a page; it begins with https://.',
  example: 'https://www.example.org/guideline',
  longest: 2000,
  wrong: 'A web address begins with https:// and has no spaces, such as https://www.example.org/guideline.',
  untidy: 'Write the web address in full, with https:// before it, such as https://www.example.org/guideline.',
  tidy: (value) => {
    const bare = value.replace(/^<([^<>]*)>$/, '$1');
    return /^www\./i.test(bare) ? `https://${bare}` : bare;
  },
  examine: (value) => {
    const parts = /^https?:\/\/([^\s/?#\\]+)([/?#][^\s<>"]*)?$/i.exec(value);
    if (parts?.[1] === undefined) return 'wrong';
    const host = /^([^:@]+)(?::\d{1,5})?$/.exec(parts[1]);
    return host?.[1] !== undefined && (host[1].includes('.') || host[1] === 'localhost') && isHostName(host[1])
      ? undefined
      : 'wrong';
  },
});

/** Source: United States Postal Service, Publication 28; 00501 is the lowest ZIP code in use. */
export const zip: Shape = defineShape({
  id: 'zip',
  called: 'a ZIP code',
  description: 'ZIP code: 5 digits, or 9 with a hyphen.',
  example: '87196',
  longest: 20,
  wrong: 'A ZIP code is 5 digits, or 5 and 4 with a hyphen, such as 87196 or 87196-4410.',
  untidy: 'Write the ZIP code as 5 digits, or 5 and 4 with a hyphen, such as 87196-4410.',
  tidy: (value) =>
    plainHyphens(value)
      .replace(/\s+/g, '')
      .replace(/^(\d{5})(\d{4})$/, '$1-$2'),
  examine: (value) => (/^\d{5}(?:-\d{4})?$/.test(value) && Number(value.slice(0, 5)) >= 501 ? undefined : 'wrong'),
});
