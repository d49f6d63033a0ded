/** What is written where somebody had to write something and had nothing to say: marks alone, and words that put the question off. */
export type NonAnswer =
  /** `?`, `-`, `...`: no words at all. */
  | 'mark'
  /** `none`, which can be a true answer. */
  | 'none'
  /** `N/A`, `unknown`, `pending`, `see attached`, `drug name`: words that answer nothing. */
  | 'words';

const NONE: ReadonlySet<string> = new Set(['none', 'nil', 'no', 'nothing', 'none known', 'none reported', 'no known']);

const WORDS =
  /^(?:n ?[/.]? ?a\.?|not applicable|not (?:known|given|provided|specified|stated|sure)|unknown|unk|unspecified|undetermined|pending|to (?:follow|be determined|be confirmed|come)|\(?blank\)?|(?:please )?(?:see|refer to|per) (?:the )?(?:attached|attachments?|enclosed|enclosures?|chart|notes?|records?|above|below)(?: (?:notes?|records?|documents?|documentation|letter))?|(?:see|per|on) (?:the )?(?:insurance |member )?card|(?:see|on|in) (?:the )?(?:file|chart)|as (?:above|attached|below|before)|same(?: as (?:above|before|previous(?:ly)?))?|ditto|first ?(?:name )?(?:and )?last(?: ?name)?|test patient|(?:drug|medication|product|brand|generic|device|test|payer|plan|patient|member|provider|physician|practice|clinic) name)$/i;

/** How a whole value answers nothing; `undefined` where it says something. Linear, and only for short values. */
export function nonAnswer(text: string): NonAnswer | undefined {
  const value = text.trim().replace(/\s+/g, ' ');
  if (value === '' || value.length > 60) return undefined;
  if (/^[-\u2010-\u2015\u2212?.\u2026*_~/\\|]+$/.test(value)) return 'mark';
  const word = value.replace(/[.!]+$/, '').toLowerCase();
  if (NONE.has(word)) return 'none';
  return WORDS.test(word) || WORDS.test(value) ? 'words' : undefined;
}
