import { tokensOf } from './alignment';
import type { Token } from './alignment';
import { NUMBER, TIME } from './rewrites';

/** A stretch of a text with the figures in it and the words that tell what they are of. */
interface Stretch {
  readonly figures: readonly Figure[];
  readonly words: ReadonlySet<string>;
  /** Words of the heading it stands under: before the colon. */
  readonly lead: ReadonlySet<string>;
}

interface Figure {
  readonly key: string;
  readonly kind: string;
}

const TIMES: ReadonlySet<string> = new Set(['day', 'workday', 'week', 'month', 'quarter', 'hour', 'minute']);
const MONEY: ReadonlySet<string> = new Set(['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'JPY']);
/** Figures without a unit, as in the cells of a table, may be of any kind. */
const BARE = '';
const JOINS = /^(?:and|while|whereas|but|和|与|及|而)$/iu;
/** What a word weighs that tells one figure from another: a pair of characters, a word, a figure. */
const WEIGHT = (word: string): number => (/^[#@a-z]/u.test(word) ? 2 : 1);
/** Less than this tells nothing. */
const TELLING = 2;
/** How much more must speak for the other figure. */
const CLEARLY = 3;

/**
 * True when a statement gives one thing the figure of another: what it says beside a figure stands in the passage beside
 * another figure of the same kind, and not beside this one.
 */
export function misattributes(statement: string, passage: readonly string[]): boolean {
  return [stretchesOf, sentenceStretches].some((cutUp) => {
    const read = passage.flatMap((sentence) => cutUp(sentence.replace(NUMBER, '')));
    return stretchesOf(statement).some((said) => said.figures.some((figure) => belongsElsewhere(figure, said, read)));
  });
}

function belongsElsewhere(figure: Figure, said: Stretch, read: readonly Stretch[]): boolean {
  const has = (stretch: Stretch, { key }: Figure): boolean => stretch.figures.some((other) => other.key === key);
  const homes = read.filter((stretch) => has(stretch, figure));
  const rivals = read.filter((stretch) => !has(stretch, figure) && stretch.figures.some((other) => isRival(figure, other) && !has(said, other)));
  const words = [...said.words].filter((word) => word !== figure.key);
  const weigh = (told: readonly string[], heading: ReadonlySet<string>): number => told.reduce((sum, word) => sum + (heading.has(word) ? TELLING : WEIGHT(word)), 0);
  return homes.length > 0 && rivals.some((rival) => homes.every((home) => {
    const theirs = weigh(words.filter((word) => (rival.words.has(word) || rival.lead.has(word)) && !home.words.has(word) && !home.lead.has(word)), rival.lead);
    const own = weigh(words.filter((word) => (home.words.has(word) || home.lead.has(word)) && !rival.words.has(word) && !rival.lead.has(word)), home.lead);
    return theirs >= TELLING && theirs >= own * CLEARLY;
  }));
}

function isRival(one: Figure, other: Figure): boolean {
  return one.key !== other.key && (one.kind === other.kind || other.kind === BARE);
}

/** Stretches of a text that end with a clause that has figures; a row of a table is one. */
function stretchesOf(text: string): Stretch[] {
  if (text.includes('\t')) return [stretch(tokensOf(text), [])];
  return sentencesOf(tokensOf(text)).flatMap((tokens) => {
    const found: Stretch[] = [];
    let open: Token[] = [];
    for (const clause of clausesOf(tokens)) {
      const last = found.at(-1);
      open = [...open, ...clause];
      if (!clause.some(isFigure)) continue;
      const colon = tokens.findIndex(({ text: mark }) => /^[:：]$/u.test(mark));
      const before = tokens.slice(0, Math.max(0, colon));
      if (last !== undefined && wordsOf(open.filter((token) => !isFigure(token))).size === 0) {
        found.splice(-1, 1, { figures: [...last.figures, ...figuresOf(open, false)], words: new Set([...last.words, ...wordsOf(open)]), lead: last.lead });
      } else found.push(stretch(open, before));
      open = [];
    }
    return found;
  });
}

/** Whole sentences, and what a semicolon parts. */
function sentenceStretches(text: string): Stretch[] {
  const parts = text.includes('\t') ? [tokensOf(text)] : sentencesOf(tokensOf(text));
  return parts.map((tokens) => stretch(tokens, tokens.slice(0, Math.max(0, tokens.findIndex(({ text: mark }) => /^[:：]$/u.test(mark))))));
}

function stretch(tokens: readonly Token[], before: readonly Token[]): Stretch {
  return { figures: figuresOf(tokens, tokens.some(({ text }) => text === '\t')), words: wordsOf(tokens), lead: wordsOf(before) };
}

function isFigure({ kind }: Token): boolean {
  return kind === 'figure' || kind === 'date';
}

function sentencesOf(tokens: readonly Token[]): Token[][] {
  return cut(tokens, ({ kind, text }) => kind === 'mark' && /[。；;！？!?\n]/u.test(text));
}

function clausesOf(tokens: readonly Token[]): Token[][] {
  return cut(tokens, ({ kind, text }) => (kind === 'mark' && !/[()（）]/u.test(text)) || JOINS.test(text));
}

function cut(tokens: readonly Token[], isEnd: (token: Token) => boolean): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (isEnd(token)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

function figuresOf(tokens: readonly Token[], isRow: boolean): Figure[] {
  return tokens
    .flatMap((token, index) => (isFigure(token) ? [{ key: token.key, kind: kindOf(token, tokens[index + 1]) }] : []))
    .filter(({ kind }) => kind !== BARE || isRow);
}

function kindOf({ kind, unit = '', key }: Token, next: Token | undefined): string {
  if (kind === 'date' || TIMES.has(unit)) return 'time';
  if (unit === 'year') return /^#[12]\d{3}$/u.test(key) ? 'calendar' : 'time';
  if (MONEY.has(unit)) return 'money';
  if (unit !== '') return unit;
  if (next === undefined || next.kind === 'mark') return BARE;
  return `~${next.key}`;
}

/** Stems of words, pairs of characters, and figures. */
function wordsOf(tokens: readonly Token[]): Set<string> {
  const words = new Set<string>();
  for (const [index, { kind, key, text }] of tokens.entries()) {
    const next = tokens[index + 1];
    if (isFigure({ kind, key, text })) words.add(key);
    else if (kind !== 'word' || TIME.test(text)) continue;
    else if (!/^\p{Script=Han}/u.test(text)) words.add(key);
    else if (next?.kind === 'word' && /^\p{Script=Han}/u.test(next.text)) words.add(text + next.text);
  }
  return words;
}
