import { type DocumentBuilder, DocumentState } from 'langium';
import { type Dictionary, type Spelled, spell } from '../spelling/dictionary.js';
import type { WordList } from '../spelling/word-list.js';
import type { Background } from './background.js';

/** How long nobody types before words are looked up, in milliseconds: who stops in a word wants to be left alone. */
const idle = 400;

/** Known words that are looked up in one go; of unknown ones each takes some milliseconds. */
const atOnce = 100;

/** Where the words come from, and what waits. */
export interface WordSource {
  /** Loads the words that English is spelled by. */
  load(): Promise<WordList>;
  /** Lets so many milliseconds go by, and with 0 whatever has come in meanwhile go first. */
  pause(milliseconds: number): Promise<void>;
}

/**
 * The dictionary of a language server. A check at a keystroke only asks what is known of a word already; words that are new wait until nobody types, are looked up a few at a time, and the
 * open letters are checked again where one of them is wrong. The words load when the first one is looked up. Whoever turns the rule off asks nothing, and loads nothing.
 */
export class LaterDictionary implements Dictionary {
  private readonly known = new Map<string, Spelled>();
  private readonly asked = new Set<string>();
  private loading: Promise<WordList> | undefined;
  /** A word was found to be wrong that the open letters do not show yet. */
  private hasNews = false;
  private turn = 0;

  constructor(
    private readonly source: WordSource,
    private readonly background: Background,
  ) {}

  look(word: string): Spelled | undefined {
    const said = this.known.get(word);
    if (said === undefined) this.asked.add(word);
    return said;
  }

  /** Looks up behind each check what that has asked, until the next one comes; `tellAgain` checks the open letters again. */
  follow(builder: DocumentBuilder, tellAgain: () => void): void {
    const later = () => {
      this.background.run('Looking words up', () => this.whenIdle(tellAgain));
    };
    // Not every update is one of an open letter, and checks something.
    builder.onUpdate(later);
    builder.onBuildPhase(DocumentState.Validated, later);
  }

  /** Looks up at once what was asked so far. True where a word is wrong: whoever has asked asks again. */
  async lookUpAsked(): Promise<boolean> {
    if (this.asked.size === 0) return false;
    const words = await this.words();
    let isAnyWrong = false;
    for (const word of this.asked) isAnyWrong = this.lookUp(words, word) || isAnyWrong;
    return isAnyWrong;
  }

  private async whenIdle(tellAgain: () => void): Promise<void> {
    const turn = ++this.turn;
    if (this.asked.size === 0 && !this.hasNews) return;
    await this.source.pause(idle);
    if (turn !== this.turn) return;
    const words = await this.words();
    let done = 0;
    for (const word of this.asked) {
      if (turn !== this.turn) return;
      const isWrong = this.lookUp(words, word);
      done++;
      if (isWrong || done % atOnce === 0) await this.source.pause(0);
    }
    if (turn !== this.turn || !this.hasNews) return;
    this.hasNews = false;
    tellAgain();
  }

  private lookUp(words: WordList, word: string): boolean {
    const said = spell(words, word);
    this.known.set(word, said);
    this.asked.delete(word);
    const isWrong = said !== 'right';
    this.hasNews ||= isWrong;
    return isWrong;
  }

  private words(): Promise<WordList> {
    return (this.loading ??= this.source.load());
  }
}
