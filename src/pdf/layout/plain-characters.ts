import { cutSpan, PUT_IN, putIn, type Span } from './sourced-text';

/** Any character that may have to be written otherwise: asked of each line, so it is one quick look. */
const UNUSUAL =
  /[\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufbff\ufe80-\ufefc\u00a8\u00b4\u00b8\u02c6-\u02c7\u02d8-\u02dd`]/;

/** Radicals that fonts name in place of the character they look like, and Unicode has no mapping for. */
const RADICALS = pairs(
  '⺒⺓⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻲',
  '巳幺民虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙亀',
);
const COMPATIBLE = /[\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufbff\ufe80-\ufefc]/;

/** Accents that stand alone, and the same as marks on a letter. */
const MARKS = pairs('´`ˆ˜¨ˇ˘˚˙˝¸', '\u0301\u0300\u0302\u0303\u0308\u030c\u0306\u030a\u0307\u030b\u0327');
const ACCENTED = /[´ˆ˜¨ˇ˘˚˙˝¸`]\p{L}/gu;
const IS_CODE = /`[^`]*`(?![aeiou])/i;

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const targets = Array.from(to);
  return new Map(Array.from(from, (character, index) => [character, targets[index] ?? character]));
}

interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Writes as one types what fonts call by the name of a look: radicals that stand for ideographs, ligatures,
 * shapes of Arabic letters, and accents drawn over a letter on their own. The source of what is changed is
 * the character it was, or what of it stands in the first of two items.
 */
export function withPlainCharacters(spans: Span[], text: string): Span[] {
  if (!UNUSUAL.test(text)) return spans;
  const changes = changesIn(text);
  return changes.length === 0 ? spans : changed(spans, changes);
}

function changesIn(text: string): Change[] {
  const changes: Change[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (!COMPATIBLE.test(character)) continue;
    const plain = RADICALS.get(character) ?? character.normalize('NFKC');
    if (plain === character) continue;
    // A glyph that is mapped to both the radical and the ideograph is one character.
    const isSaidBefore = text.charAt(at - 1) === plain && changes[changes.length - 1]?.to !== at;
    const to = text.charAt(at + 1) === plain ? at + 2 : at + 1;
    if (isSaidBefore) changes.push({ from: at - 1, to: at + 1, text: plain });
    else changes.push({ from: at, to, text: plain });
    at = to - 1;
  }
  const isCode = IS_CODE.test(text);
  for (const match of text.matchAll(ACCENTED)) {
    if (isCode && match[0].startsWith('`')) continue;
    const composed = composedLetter(match[0], text.charAt(match.index - 1));
    if (composed !== undefined)
      changes.push({ from: match.index, to: match.index + match[0].length, text: composed });
  }
  return changes.sort((a, b) => a.from - b.from);
}

/**
 * One letter for an accent and the letter it stands over; undefined where there is none, or the sign is no
 * accent.
 */
function composedLetter(pair: string, before: string): string | undefined {
  const accent = pair.charAt(0);
  if (accent === '`' && !/[aeiou]$/i.test(pair)) return undefined;
  if (accent === '˜' && before === '/') return undefined;
  const letter = pair.slice(1).replace('ı', 'i').replace('ȷ', 'j');
  const composed = `${letter}${MARKS.get(accent) ?? ''}`.normalize('NFC');
  return composed.length === 1 ? composed : undefined;
}

/** The spans with pieces of their text changed; `changes` are in order and count in the text of all spans. */
function changed(spans: readonly Span[], changes: readonly Change[]): Span[] {
  const out: Span[] = [];
  let next = 0;
  let start = 0;
  let done = 0;
  for (const span of spans) {
    const end = start + span.text.length;
    for (let change = changes[next]; change && change.from < end; change = changes[next]) {
      keep(out, span, done - start, change.from - start);
      out.push(replacement(span, change, start));
      done = change.to;
      next += 1;
    }
    keep(out, span, done - start, span.text.length);
    done = Math.max(done, end);
    start = end;
  }
  return out;
}

function replacement(span: Span, { from, to, text }: Change, start: number): Span {
  if (span.item === PUT_IN) return putIn(text);
  return {
    ...span,
    text,
    from: span.from + from - start,
    original: span.text.slice(from - start, to - start),
  };
}

function keep(out: Span[], span: Span, from: number, to: number): void {
  if (to > from) out.push(cutSpan(span, from, to));
}
