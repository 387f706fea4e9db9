import { isDigit, isSpace, isSpacedLetter } from './characters';
import { halfWidth } from './width';

/** A text that is normalised for comparison, with data that maps it back to the original text. */
export interface Normalised {
  readonly text: string;
  /** For each UTF-16 unit of `text`, the offset of its character in the original. */
  readonly offsets: readonly number[];
  /** For each UTF-16 unit of `text`: true at the start of the text, and after white space or `BLANKS`. */
  readonly gaps: readonly boolean[];
}

const INVISIBLE = /^(?:\p{Cf}|\p{Variation_Selector}|\u034f|\u115f|\u1160)+$/u;
const MARK = /[\p{M}\uff9e\uff9f\u1161-\u11ff]/u;
const SUPERSCRIPT = /[\u00b2\u00b3\u00b9\u2070\u2074-\u2079]/;

/** Maps characters to the character that replaces them in the normalised text. */
const UNIFIED: ReadonlyMap<string, string> = new Map([
  ...pairs('“”„‟«»″＂「」『』〝〞', '"'),
  ...pairs('‘’‚‛′`´＇', "'"),
  ...pairs('‐‑‒–—―−－─﹘﹣', '-'),
  ...pairs('。．｡', '.'),
  ...pairs('、', ','),
  ...pairs('·・•‧∙', '·'),
  ...pairs('～∼〜', '~'),
  ...pairs('【〔〖［', '['),
  ...pairs('】〕〗］', ']'),
  ['￥', '¥'],
]);

function pairs(from: string, to: string): [string, string][] {
  return Array.from(from, (character) => [character, to]);
}

/**
 * Marks without content: bars between cells, lines to write on, leader dots and ellipses. They are removed,
 * because the prompt shows them in another form than the document, and models copy the prompt's form.
 */
const BLANKS = /(?:[.·•‥…。．]\s*){3,}|[|｜¦_＿‗…□☐▢]+/gu;

/**
 * Normalises a text for comparison. The result is in NFKC, and characters with the same meaning, such as all
 * dashes or all full stops, become one character (`UNIFIED`). White space, `BLANKS` and invisible characters
 * are removed. Hyphens between letters are removed too, because a hyphen can come from the end of a line. The
 * case of letters stays. `10²` becomes `10^2`, and not `102`.
 */
export function normalise(original: string): Normalised {
  const blank = blankRuns(original);
  const out = { text: '', offsets: [] as number[], gaps: [] as boolean[] };
  let gap = true;
  let at = 0;
  while (at < original.length) {
    const cluster = clusterAt(original, at);
    const from = at;
    at += cluster.length;
    if (isSpace(cluster) || blank.has(from)) {
      gap = true;
      continue;
    }
    const folded = fold(cluster, out.text);
    if (folded === '' || (folded === '-' && isWordHyphen(original, from, at))) continue;
    for (let unit = 0; unit < folded.length; unit += 1) {
      out.offsets.push(from);
      out.gaps.push(gap && unit === 0);
    }
    out.text += folded;
    gap = false;
  }
  return out;
}

function blankRuns(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const {
    index,
    0: { length },
  } of text.matchAll(BLANKS)) {
    for (let at = index; at < index + length; at += 1) found.add(at);
  }
  return found;
}

/** Returns the character at an offset, and the marks that combine with it. */
function clusterAt(text: string, at: number): string {
  let end = at + width(text, at);
  while (end < text.length) {
    const step = width(text, end);
    if (!MARK.test(text.slice(end, end + step))) break;
    end += step;
  }
  return text.slice(at, end);
}

function width(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function fold(cluster: string, before: string): string {
  const unified = UNIFIED.get(cluster);
  if (unified !== undefined) return unified;
  if (INVISIBLE.test(cluster)) return '';
  const plain = Array.from(cluster.normalize('NFKC'), (character) =>
    INVISIBLE.test(character) ? '' : (UNIFIED.get(character) ?? character),
  ).join('');
  const stripped = plain.replace(/\s/gu, '');
  return SUPERSCRIPT.test(cluster) && isDigit(before.slice(-1)) ? `^${stripped}` : stripped;
}

function visible(text: string): string {
  return text.replace(/\p{Cf}/gu, '');
}

/**
 * Returns true for a hyphen between two letters that are not Han, kana or Hangul. At a line break, the second
 * letter must be in lower case. Elsewhere, the result is false after `re` and `un`, because the hyphen can
 * change the meaning (`re-sign`, `un-ionised`).
 */
function isWordHyphen(text: string, from: number, to: number): boolean {
  const before = /(\p{L}+)$/u.exec(visible(text.slice(Math.max(0, from - 12), from)))?.[1] ?? '';
  const rest = visible(text.slice(to, to + 12));
  const next = /^\s*(\p{L})/u.exec(rest)?.[1] ?? '';
  if (!isSpacedLetter(before.slice(-1)) || !isSpacedLetter(next)) return false;
  if (/^\s/u.test(rest)) return /^\p{Ll}/u.test(next);
  return !/^(?:re|un)$/iu.test(halfWidth(before));
}
