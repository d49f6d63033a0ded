/** What a bracket asks of the writer where it gives an instruction instead of naming a field. */
export interface Instruction {
  /** What is asked for, without the verb: help for `[write: …]`. The whole text where nothing follows the verb. */
  readonly asks: string;
  readonly because: 'verb' | 'example' | 'length';
  /** Whether the writer may leave it out: `Optional: …`, `…, if applicable`. */
  readonly isOptional: boolean;
}

const LONGEST_NAME = 60;

const VERB =
  /^(?:insert|describe|include|summari[sz]e|cite|explain|provide|mention|specify|enter|add|choose|select|give|discuss|identify|indicate|outline|attach|fill in|write|tell|highlight)(?![\w'’-])/i;

/** Verbs that are as often the first word of a name: `list price`, `note date`, `state`. */
const VERB_BEFORE_WORDS = [
  /^list(?!\w)(?! (?:of|price|number)(?!\w))/i,
  /^(?:note|state|name|report|address|reference|type|use|complete|detail|document|quote)(?= (?:the|any|all|your|whether|how|why|that|which|what|when|if|each|here|clearly|briefly|specific|other)(?!\w))/i,
];

const EXAMPLE = /(?<!\w)(?:e\.? ?g\.?|i\.e\.|for example|for instance|such as|etc\.?)(?!\w)/i;

/** Adverbs and politeness before the verb. */
const OPENING = /^(?:please|briefly|clearly|then|also|here)[ ,]+/i;
const OPTIONAL = /^(?:optional(?:ly)?|if (?:applicable|available|relevant|needed|known))(?!\w)[\s:,;.-]*/i;

/**
 * Whether a bracket's text tells the writer what to write: it begins with a verb such as *describe*, holds an example, or is
 * longer than any name. A name that a template declares is none, whatever its words; the caller looks it up first. Only the
 * beginning of a long text is read.
 */
export function readsLikeInstruction(text: string): Instruction | undefined {
  const beginning = text.slice(0, 1000).replace(/\s+/g, ' ').trim();
  const optional = OPTIONAL.exec(beginning);
  const request = (optional ? beginning.slice(optional[0].length) : beginning).replace(OPENING, '');
  const isOptional =
    optional !== null || /(?<!\w)if (?:applicable|available|relevant|needed|known)(?!\w)/i.test(request);
  const verb = verbOf(request);
  const reason =
    verb !== undefined
      ? 'verb'
      : EXAMPLE.test(request)
        ? 'example'
        : request.length > LONGEST_NAME
          ? 'length'
          : undefined;
  if (reason === undefined) {
    return /^optional/i.test(beginning) ? { asks: request || beginning, because: 'verb', isOptional: true } : undefined;
  }
  const asked =
    verb === undefined
      ? request
      : request
          .slice(verb.length)
          .replace(/^[\s:,;-]+/, '')
          .replace(/[\s:;]+$/, '');
  return { asks: asked || request, because: reason, isOptional };
}

function verbOf(request: string): string | undefined {
  for (const pattern of [VERB, ...VERB_BEFORE_WORDS]) {
    const match = pattern.exec(request);
    if (match) return match[0];
  }
  return undefined;
}
