import { gapsBetween, stem, tokensOf } from './alignment';
import type { Gap, Token } from './alignment';
import { axesIn } from './opposites';
import { plain } from './sense';
import { sameMeaning } from './synonyms';

/** Words of which one in place of the other turns a sentence round. */
const CONNECTIVES: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:if|when|once|where)$/iu, /^unless$/iu],
  [/^(?:before|prior)$/iu, /^(?:after|following)$/iu],
  [/^with$/iu, /^without$/iu],
  [/^and$/iu, /^or$/iu],
  [/^[和与及且]$/u, /^或$/u],
  [/^前$/u, /^[后起]$/u],
  [/^[以]?外$/u, /^[以]?内$/u],
];
const ONLY = /^(?:only|仅|只)$/iu;
const NEGATIVE = /^(?:[不未无非没勿]|not|no|never|neither|nor|without|cannot|unless|except|n't|\p{L}+n['’]t)$/iu;
/** Prefixes that deny. */
const DENYING = /^(?:un|non-?|dis(?=agree|approv|satisf|similar|honest|allow)|in(?=direct|complet|correct|valid|definit|dependent|eligib|accura|suffici|volunt|tangib|adequate)|im(?=proper|material|matur|possib|partial|perfect)|ir(?=revoc|regul|relev)|under(?=graduat))/iu;
/** What an event stands behind: there any other event is a wrong one. */
const AFTER_WHICH = /^(?:after|upon|following|of|from|自)$/iu;
/** Words of a length of time. */
export const TIME = /^(?:(?:day|week|month|year|hour|minute)s?|business|working|calendar)$/iu;
/** Tokens that one phrase is made of, at most. */
const PHRASE = 12;

/** The number of a clause at its beginning. */
export const NUMBER = /^\s*(?:第[^条\s]{1,8}条|\d+(?:\.\d+)*\.?\s|[（(]?[一二三四五六七八九十\d]{1,3}[)）、])\s*/u;
/** Share of a statement's words that a sentence has when it follows that sentence. */
const FOLLOWS = 0.5;
/** Share with which one sentence has it all. */
const RENDERS = 0.7;

/**
 * True when a statement that follows a passage has something else in a place of it: another party, another figure,
 * another word of the document, an opposite connective, one negation more or less, or two things changed about.
 * `occurs` tells whether words stand in the document. What is worded anew is not judged.
 */
export function rewrites(statement: string, passage: readonly string[], occurs: (words: string) => boolean): boolean {
  const said = tokensOf(plain(statement));
  const sentences = passage.map((text) => tokensOf(plain(text.replace(NUMBER, ''))));
  const whole = sentences.length > 1 ? [sentences.flatMap((tokens) => [...tokens, BREAK])] : [];
  const followed = sentences.filter((read) => shareIn(said, read) >= FOLLOWS);
  const judged = followed.some((read) => shareIn(said, read) >= RENDERS) ? followed : whole.length > 0 ? whole : followed;
  return judged.length > 0 && judged.every((read) => departs(said, read, occurs));
}

const BREAK: Token = { kind: 'mark', key: '|', text: '\n' };

function shareIn(said: readonly Token[], read: readonly Token[]): number {
  const words = contentOf(said);
  const keys = new Set(read.map(({ key }) => key));
  return words.length === 0 ? 0 : words.filter(({ key }) => keys.has(key)).length / words.length;
}

function departs(said: readonly Token[], read: readonly Token[], occurs: (words: string) => boolean): boolean {
  const gaps = gapsBetween(said, read).map(narrowed).filter(isAnchored);
  if (gaps.some((gap, index) => exchanges(gap, gaps.slice(index + 1)))) return true;
  return gaps.some((gap) => turns(gap) || replacesFigure(gap) || replacesParty(gap) || replacesCharacter(gap, occurs) || replacesWords(gap, said, read, occurs)) || deniesOnce(gaps);
}

/** At the ends of a statement, what the passage has as far as its next mark. */
function narrowed(gap: Gap): Gap {
  const { said, read, before, behind } = gap;
  if (behind.length === 0) {
    const mark = read.findIndex(({ kind }) => kind === 'mark');
    return { ...gap, read: mark < 0 ? read : read.slice(0, mark), said: said.filter(({ kind }) => kind !== 'mark') };
  }
  if (before.length === 0) return { ...gap, read: read.slice(read.map(({ kind }) => kind === 'mark').lastIndexOf(true) + 1) };
  return gap;
}

function isAnchored({ said, read, before, behind }: Gap): boolean {
  if (said.length > PHRASE || read.length > PHRASE) return false;
  return (before.length < 3 || holds(before)) && (behind.length < 2 || holds(behind)) && (holds(before) || holds(behind));
}

/** Whether there is something said near by: words, not grammar. */
function holds(tokens: readonly Token[]): boolean {
  return contentOf(tokens.slice(0, /^\p{Script=Han}/u.test(tokens[0]?.text ?? '') ? 6 : 3)).length > 0;
}

function contentOf(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind }) => kind !== 'empty' && kind !== 'mark');
}

function has(tokens: readonly Token[], pattern: RegExp): boolean {
  return tokens.some(({ text }) => pattern.test(text));
}

function turns({ said, read }: Gap): boolean {
  const opposite = ([one, other]: readonly [RegExp, RegExp]): boolean => has(said, one) && !has(said, other) && has(read, other) && !has(read, one);
  if (CONNECTIVES.some(([one, other]) => opposite([one, other]) || opposite([other, one]))) return true;
  // A fall by a third is none to a third.
  const only = (tokens: readonly Token[]): string => (tokens.length === 1 ? (tokens[0]?.text ?? '') : '').toLowerCase();
  if (['by to', 'to by'].includes(`${only(said)} ${only(read)}`)) return true;
  // What is added where the passage says that there is nothing else.
  if (has(read, ONLY) && !has(said, ONLY) && contentOf(said).length > 0) return true;
  const [word, ...more] = contentOf(said);
  const [other, ...others] = contentOf(read);
  if (word === undefined || other === undefined || more.length > 0 || others.length > 0) return false;
  const affirmed = ({ text }: Token): string => stem(text.replace(DENYING, ''));
  return word.key !== other.key && affirmed(word) === affirmed(other) && DENYING.test(word.text) !== DENYING.test(other.text);
}

function replacesFigure({ said, read, behind }: Gap): boolean {
  const isUnit = ({ text }: Token): boolean => TIME.test(text);
  const [one, ...more] = contentOf(said).filter((token) => !isUnit(token));
  const [other, ...others] = contentOf(read).filter((token) => !isUnit(token));
  const next = said.some(isUnit) ? said.find(isUnit) : behind.find(({ kind }) => kind !== 'empty');
  if (one === undefined || one.kind !== other?.kind || more.length > 0 || !others.every(({ kind, key }) => kind === other.kind && key === other.key)) return false;
  if (one.kind === 'date') return !isPart(one.key, other.key);
  if (one.kind !== 'figure' || one.key === other.key || next === undefined) return false;
  // In a list of figures, the one that stands there is said nowhere.
  return next.kind !== 'mark' || (next.text === '、' && behind.some(({ key }) => key === one.key));
}

/** `@2026-03` and `@--03-15` of `@2026-03-15`. */
function isPart(one: string, other: string): boolean {
  return other.startsWith(one) || one.startsWith(other) || (one.startsWith('@--') && other.endsWith(one.slice(2)));
}

function replacesParty({ said, read }: Gap): boolean {
  const [one, ...more] = contentOf(said);
  const [other, ...others] = contentOf(read);
  return one?.kind === 'role' && other?.kind === 'role' && more.length + others.length === 0 && one.key !== other.key;
}

function replacesWords(gap: Gap, statement: readonly Token[], passage: readonly Token[], occurs: (words: string) => boolean): boolean {
  const [phrase, other] = [phraseOf(gap.said), phraseOf(gap.read.filter(({ kind }) => kind !== 'figure'))];
  if (phrase === undefined || other === undefined || other.parts.length > phrase.parts.length * phrase.slack + 1) return false;
  if (sameMeaning(phrase.text, other.text) || shortens(phrase, other)) return false;
  if (namesEvent(gap)) return true;
  // What both have, at another place, has moved.
  const moved = (words: Phrase, here: readonly Token[], there: readonly Token[]): boolean =>
    words.slack === 1 ? words.keys.some((key) => count(key, here) <= count(key, there)) : timesIn(there, words.text) > 0 && timesIn(here, words.text) <= timesIn(there, words.text);
  if (moved(phrase, statement, passage) || moved(other, passage, statement)) return false;
  return phrase.parts.every(occurs);
}

function count(key: string, tokens: readonly Token[]): number {
  return tokens.filter((token) => token.key.startsWith(key)).length;
}

function timesIn(tokens: readonly Token[], words: string): number {
  return tokens.map(({ text }) => text).join('').split(words).length - 1;
}

/** One word is a shorter form of the other, or has words of it: 租期 for 租赁期限. */
function shortens(one: Phrase, other: Phrase): boolean {
  if (one.parts.some((part) => other.parts.includes(part))) return true;
  let at = 0;
  const shared = one.slack === 1 ? [] : Array.from(one.text).filter((character) => {
    const found = other.text.indexOf(character, at);
    if (found >= 0) at = found + 1;
    return found >= 0;
  });
  return shared.length * 2 >= one.text.length;
}

/** One character of a Chinese word for another: the word it makes stands elsewhere. */
function replacesCharacter({ said, read, before, behind }: Gap, occurs: (words: string) => boolean): boolean {
  const [[one, ...more], [other, ...others], previous, next] = [said, read, before[0]?.text ?? '', behind[0]?.text ?? ''];
  const isHan = (text: string | undefined): boolean => /^\p{Script=Han}$/u.test(text ?? '');
  if (one?.kind !== 'word' || other?.kind !== 'word' || more.length + others.length > 0 || !isHan(one.text) || !isHan(other.text)) return false;
  return isHan(next) && isHan(previous) && occurs(one.text + next) && occurs(previous + other.text + next);
}

/** Whether a gap is where an event stands that a time counts from. */
function namesEvent({ said, read, before, behind }: Gap): boolean {
  if (read.length > 5) return false;
  const [next, second] = behind.map(({ text }) => text);
  if (next === '之' ? second === '日' : next === '起') return true;
  return AFTER_WHICH.test(said[0]?.text ?? '') || AFTER_WHICH.test(before[0]?.text ?? '') ? before.slice(0, 4).some(({ text }) => TIME.test(text)) : false;
}

interface Phrase {
  readonly text: string;
  readonly keys: readonly string[];
  /** Stems of words, or pairs of characters. */
  readonly parts: readonly string[];
  /** How many times as long the words may be that it stands for. */
  readonly slack: number;
}

/** The words that are more than grammar; undefined when there are none, too little, or figures among them. */
function phraseOf(tokens: readonly Token[]): Phrase | undefined {
  const words = contentOf(tokens).filter(({ kind, key, text }) => kind !== 'word' || key.length > 3 || /^\p{Script=Han}/u.test(text));
  if (words.length === 0 || words.some(({ kind }) => kind !== 'word')) return undefined;
  const keys = words.map(({ key }) => key);
  const text = words.map((word) => word.text).join(words.every((word) => /^\p{Script=Han}/u.test(word.text)) ? '' : ' ');
  if (!/^\p{Script=Han}+$/u.test(text)) return { text, keys, parts: keys, slack: 1 };
  return text.length < 2 ? undefined : { text, keys, parts: Array.from(text.slice(1), (character, at) => text.charAt(at) + character), slack: 2 };
}

/** Two things that have changed places. */
function exchanges(gap: Gap, others: readonly Gap[]): boolean {
  const [said, read] = [keysOf(gap.said), keysOf(gap.read)];
  if (said === '' || read === '' || said === read) return false;
  return others.some((other) => keysOf(other.said) === read && said.endsWith(keysOf(other.read)) && keysOf(other.read) !== '');
}

function keysOf(tokens: readonly Token[]): string {
  return contentOf(tokens).map(({ key }) => key).join(' ');
}

/** A negation that only one of both has; two of them are none. */
function deniesOnce(gaps: readonly Gap[]): boolean {
  const denied = ({ said, read, before, behind }: Gap): boolean => {
    if (has(said, NEGATIVE) === has(read, NEGATIVE) || contentOf([...said, ...read]).length > (/\p{Script=Han}/u.test(textOf([...said, ...read])) ? 3 : 2)) return false;
    // Where one of both ends, the other may go on to deny something else.
    if ((before.length === 0 || behind.length === 0) && (said.length === 0 || read.length === 0)) return false;
    const axes = axesIn(textOf(read));
    return !axesIn(textOf(said)).some((axis) => axes.includes(axis));
  };
  return gaps.filter(denied).length % 2 === 1;
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(' ');
}
