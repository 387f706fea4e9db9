import { isCjk } from '../../text/characters';
import type { DocumentType } from '../digest';
import { KINDS } from './document-kinds';

/** Score of a kind whose name is in the title. In a Chinese title, the name must be the last word. */
const NAME = 4;
/**
 * Score of a kind whose name is at the beginning of the text, or in a Chinese title but not as its last word.
 */
const HEAD = 2;
/** Score of each pattern in `signs` that matches. */
const SIGN = 2;
/** A kind with a lower score is not chosen. */
const LEAST = 4;
/** The name of a kind is searched for in this number of UTF-16 units at the beginning of a text. */
const BEGINNING = 400;

/**
 * Returns the kind of a document: the one with the highest score, or `other`.
 * @param text the text of the document; its beginning and its end are sufficient
 */
export function documentTypeOf(title: string, text: string): DocumentType {
  const head = text.slice(0, BEGINNING);
  let best: { type: DocumentType; score: number } = { type: 'other', score: LEAST - 1 };
  for (const { type, name, signs } of KINDS) {
    const named = isHeadOf(title, name) ? NAME : name.test(title) || name.test(head) ? HEAD : 0;
    const found = signs.filter((sign) => sign.test(text)).length;
    const score = named + SIGN * found;
    // The last word of a Chinese title decides between kinds with the same score.
    const isDecided = score === best.score && named === NAME && isCjk(title.slice(-1));
    if (score > best.score || isDecided) best = { type, score };
  }
  return best.type;
}

/**
 * Matches what may follow the name of a kind in a Chinese title: a suffix or nothing, and then the end of the
 * title, a character that is not Han, or a conjunction.
 */
const AFTER = /^(?:[书稿单表]|全文|摘要)?(?:$|[^\p{Script=Han}]|[及和与])/u;

/**
 * Returns true when a title contains the name of a kind. In a Chinese title, the name must be the last word:
 * `论文评审安排` is a plan and not a paper.
 */
function isHeadOf(title: string, name: RegExp): boolean {
  return Array.from(title.matchAll(new RegExp(name, 'giu'))).some(
    ({ 0: words, index }) => !/\p{Script=Han}$/u.test(words) || AFTER.test(title.slice(index + words.length)),
  );
}

/** Returns the first name of this kind of document in a text; empty when there is none. */
export function namedIn(type: DocumentType, text: string): string {
  const name = KINDS.find((kind) => kind.type === type)?.name.exec(text)?.[0] ?? '';
  return name.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '').replace(/\s+/gu, ' ');
}
