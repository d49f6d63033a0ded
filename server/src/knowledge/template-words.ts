/** Words that templates, forms and programs that draft texts leave behind in a letter. */
export type TemplateWordsForm = 'prompt' | 'instruction' | 'note' | 'filler' | 'answer';

interface TemplateWords {
  readonly form: TemplateWordsForm;
  /** Every match holds one of these. */
  readonly holds: readonly string[];
  /** Global; every repetition is bounded. */
  readonly pattern: RegExp;
}

/** Only at the beginning of a line or sentence are these verbs addressed to the writer. */
const BEGINS = String.raw`(?<=^|[.!?:)\]]\s{1,2}|[\r\n][ \t]{0,8}(?:[-*] )?)`;

/** Whom a form names as the one to fill it in. */
const FILLED_BY = 'physician|provider|prescriber|doctor|clinician|patient|member|staff|office|nurse|practice|clinic';

export const TEMPLATE_WORDS: readonly TemplateWords[] = [
  {
    form: 'prompt',
    holds: ['lick', 'ap ', 'hoose an', 'ext here'],
    pattern:
      /(?:click|tap)(?: or (?:click|tap))?(?: here)? to (?:enter|insert|add)(?: an?)? \w{1,20}|choose an item(?!\w)|(?<!\w)(?:enter|type|insert) (?:your )?text here/gi,
  },
  {
    form: 'prompt',
    holds: ['FIRST', 'LAST', 'Firstname', 'Lastname', 'ame Here', 'ame here', 'AME HERE', 'NAME Here', 'ame)'],
    pattern:
      /(?<!\p{L})(?:FIRST ?NAME|LAST ?NAME|FIRSTNAME|LASTNAME|Firstname|Lastname|(?:Patient|Member|Physician|Provider|Doctor|Practice|Clinic|Payer|Insurance Company|Drug|Medication|Your|PATIENT|MEMBER|PHYSICIAN|PROVIDER|DOCTOR|PRACTICE|CLINIC|PAYER|INSURANCE COMPANY|DRUG|MEDICATION|YOUR) (?:Name|NAME) (?:Here|HERE|here))(?!\p{L})|\((?:(?:patient|member|drug|medication|physician|provider|doctor|insurance company|payer|your) )?name\)/gu,
  },
  {
    form: 'instruction',
    holds: ['('],
    pattern:
      /\((?:please )?(?:describe|specify|fill in|enter|insert (?:the|your|date|name|patient|dos(?:e|age)|amount|number|diagnosis|reason|code|treatment|drug|medication|physician|provider|member|policy|phone|age|time|details?|results?|text|here)|list (?:all|any|the|each|prior|previous|current))(?!\w)[^()\n]{0,300}\)/gi,
  },
  {
    form: 'instruction',
    holds: [' here', ' HERE', 'letterhead', 'LETTERHEAD'],
    pattern: new RegExp(
      `${BEGINS}(?:\\[ ?)?(?:(?:Please )?(?:[Ii]nsert|[Ee]nter|[Tt]ype (?:in|the|your)|[Aa]dd|[Pp]aste|[Dd]escribe|[Ll]ist)|INSERT|ENTER|TYPE|ADD|PASTE|DESCRIBE|LIST)(?: [^\\s.!?;:()]{1,30}){0,8} (?:here|HERE)(?![\\p{L}\\p{N}])|${BEGINS}(?:Insert|INSERT|Use|USE) (?:your |YOUR )?(?:practice |PRACTICE |clinic |CLINIC |office |OFFICE )?(?:letterhead|LETTERHEAD)(?!\\p{L})`,
      'gu',
    ),
  },
  {
    form: 'instruction',
    holds: ['To be ', 'TO BE '],
    pattern: new RegExp(
      `${BEGINS}(?:To be|TO BE) (?:completed|COMPLETED|filled (?:in|out)|FILLED (?:IN|OUT)) (?:by|BY) (?:the |THE |your |YOUR )?(?:${FILLED_BY}|${FILLED_BY.toUpperCase()})(?!\\p{L})`,
      'gu',
    ),
  },
  {
    form: 'note',
    holds: ['elete this', 'emove this', 'dit this', 'ustomize this', 'odify this', ' THIS '],
    pattern:
      /(?<!\p{L})(?:(?:Delete|Remove|Edit|Customize|Modify) this|(?:DELETE|REMOVE|EDIT|CUSTOMIZE|MODIFY) THIS) (?:paragraph|section|sentence|line|text|page|part|template|PARAGRAPH|SECTION|SENTENCE|LINE|TEXT|PAGE|PART|TEMPLATE)(?!\p{L})/gu,
  },
  {
    form: 'note',
    holds: ['ote to', 'OTE TO', 'raft', 'RAFT'],
    pattern:
      /(?<!\p{L})(?:Note|NOTE) (?:to|TO) (?:self|writer|author|scribe|staff|physician|provider|SELF|WRITER|AUTHOR|SCRIBE|STAFF|PHYSICIAN|PROVIDER)(?= ?[:–—-])|(?<!\p{L})(?:Draft|DRAFT) ?[:,–—-] ?(?:do not send|DO NOT SEND|not for sending)(?!\p{L})/gu,
  },
  // The pseudo-Latin of typesetters, since the 1960s.
  { form: 'filler', holds: ['orem ', 'OREM '], pattern: /(?<!\p{L})lorem ipsum(?!\p{L})[^.\n]{0,200}/giu },
  {
    form: 'answer',
    holds: [
      'anguage model',
      'n AI',
      'Certainly',
      'Absolutely',
      'Sure',
      'Of course',
      'Here is',
      'Here’s',
      "Here's",
      'Let me know if you',
    ],
    pattern:
      /(?<!\p{L})(?:As an? (?:AI|artificial intelligence|large language)(?: language)?(?: model| assistant)|I(?:['’]m| am) an AI(?: language)?(?: model| assistant)?(?! ?\p{L})|(?:Certainly|Sure|Of course|Absolutely)[!,.] (?:Here(?:['’]s| is)|Below is|I(?:['’]d be| would be|['’]m) happy)|Here(?:['’]s| is) (?:a|the|your) (?:draft|sample|template|revised|rewritten|polished) (?:of |for )?(?:a |the |your )?(?:letter|version|paragraph|section)|Let me know if you(?:['’]d| would) like me to)/gu,
  },
];

export const TEMPLATE_WORDS_HINTS: Readonly<Record<TemplateWordsForm, string>> = {
  prompt: 'The prompt of an empty form field. Write the text, or a placeholder such as [patient name].',
  instruction: 'This tells the writer what to write. Write it, or make it help: [write: what belongs here].',
  note: 'A note for whoever writes the letter. Take it out, or begin its line with // to keep it.',
  filler: 'Filler text, which means nothing. Write the words of the letter.',
  answer: 'A program that drafts texts says this, not the writer of the letter. Take it out.',
};
