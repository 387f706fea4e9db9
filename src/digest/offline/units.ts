import type { ParagraphKind } from '../../pdf/document';
import { isCjk, isSpacedLetter } from '../../text/characters';
import type { Sentence } from '../../text/sentence';
import { readingWidth } from './clauses';
import { endsAsSentence } from './noise';

/**
 * A complete sentence, as text on one line. It usually consists of one numbered sentence of the document. It
 * consists of several numbered sentences if the layout broke it up, for example, at the end of a page.
 */
export interface Unit {
  readonly text: string;
  readonly numbers: readonly number[];
  readonly page: number;
  readonly kind: ParagraphKind;
  readonly paragraph: number;
}

/** Maximum number of numbered sentences that are joined to one unit. */
const MOST_PIECES = 4;
/**
 * Minimum width, in Latin letters, of a paragraph that can end inside a sentence. A narrower paragraph had
 * room for the next word, so its end is the end of a sentence.
 */
const FULL_LINE = 56;

/** Returns the complete sentences of a document in order, with broken sentences joined. */
export function unitsOf(sentences: readonly Sentence[]): Unit[] {
  const units: Unit[] = [];
  /** Index of the first sentence in the paragraph of `previous`. */
  let start = 0;
  let previous: Sentence | undefined;
  for (const [index, sentence] of sentences.entries()) {
    const last = units.at(-1);
    const same = previous?.paragraph === sentence.paragraph;
    const above = same ? [] : sentences.slice(start, index);
    const isFirst = sentences[start - 1]?.page !== previous?.page;
    const isBroken = !same && !(isFirst && isHeader(above)) && isContinuation(last, sentence, above);
    if (last !== undefined && isBroken) {
      units[units.length - 1] = joined(last, sentence);
    } else {
      units.push(unitOf(sentence));
    }
    if (!same) start = index;
    previous = sentence;
  }
  return units;
}

function unitOf(sentence: Sentence): Unit {
  const { number, page, kind, paragraph } = sentence;
  const text = kind === 'row' ? sentence.text.trim() : oneLine(sentence.text);
  return { text, numbers: [number], page, kind, paragraph };
}

function oneLine(text: string): string {
  return (/[^\S ]|\s\s/u.test(text) ? text.replace(/\s+/gu, ' ') : text).trim();
}

/** @param paragraph the first paragraph of a page */
function isHeader(paragraph: readonly Sentence[]): boolean {
  const [first] = paragraph;
  const width = paragraph.reduce((sum, { text }) => sum + readingWidth(text), 0);
  return width < FULL_LINE && /^[\p{Lu}\d]/u.test(first?.text ?? '');
}

/**
 * @param unit ends with the last sentence of `above`
 * @param above the sentences of the paragraph before `next`
 */
function isContinuation(unit: Unit | undefined, next: Sentence, above: readonly Sentence[]): boolean {
  const previous = above.at(-1);
  if (unit === undefined || previous === undefined) return false;
  if (unit.numbers.length >= MOST_PIECES || next.page > previous.page + 1) return false;
  // A line that begins with a number in brackets looks like an item of a list, but can continue a sentence:
  // `thirty` / `(30) days`.
  if (/^\(\d+\)\s\p{Ll}/u.test(next.text) && /\p{Ll}$/u.test(previous.text)) return true;
  if (next.kind !== 'text') return false;
  if (previous.kind !== 'text' && previous.kind !== 'list-item') return false;
  if (endsAsSentence(previous.text) || /[:：|]\s*$/u.test(previous.text)) return false;
  if (/^(?:第.{1,6}[条章节]|[（(]?[\d一二三四五六七八九十]{1,3}[)）.、．]|[•●▪*])/u.test(next.text))
    return false;
  const first = next.text.charAt(0);
  if (/^\p{Ll}/u.test(first)) return isSpacedLetter(previous.text.replace(/[\s,\-–)\d]+$/u, '').slice(-1));
  if (/(?:\b(?:a|an|the|of|to|and|or|by|for|in|with|that)|,)$/iu.test(previous.text.trim())) return true;
  const cjk = isCjk(previous.text.slice(-1)) || isCjk(first);
  const width = above.reduce((sum, { text }) => sum + readingWidth(text), 0);
  return (
    width >= FULL_LINE &&
    (cjk
      ? /[\p{L}\p{N}，、（]$/u.test(previous.text.trim()) && endsAsSentence(next.text)
      : /^["“(\d]/u.test(first))
  );
}

function joined(unit: Unit, next: Sentence): Unit {
  const text = oneLine(next.text);
  const tight = isCjk(unit.text.slice(-1)) || isCjk(text.charAt(0)) || /\p{L}-$/u.test(unit.text);
  return { ...unit, text: `${unit.text}${tight ? '' : ' '}${text}`, numbers: [...unit.numbers, next.number] };
}
