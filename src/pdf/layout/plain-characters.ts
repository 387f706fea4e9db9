import { cutSpan, PUT_IN, putIn, type Span } from './sourced-text';

/**
 * Matches any character that may have to be replaced. Each line is searched with this pattern, so the pattern
 * must be fast.
 */
const UNUSUAL =
  /[\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufbff\ufe80-\ufefc\u00a8\u00b4\u00b8\u02c6-\u02c7\u02d8-\u02dd`]/;

/**
 * Radicals that fonts use in place of ideographs that look the same. Unicode does not map these radicals to
 * the ideographs.
 */
const RADICALS = pairs(
  '⺒⺓⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻲',
  '巳幺民虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙亀',
);
/**
 * Unicode maps these radicals to traditional ideographs, but fonts for simplified Chinese show other
 * ideographs. A radical is replaced by the shown ideograph, unless the text has traditional characters.
 */
const SIMPLIFIED_RADICALS = pairs('⼾⾭', '户青');
/** Matches frequent characters that simplified Chinese does not have. */
const TRADITIONAL = /[開銀賬帳單號員務業條這們為時電話總險證資車門問長國]/;
/**
 * Matches the characters that Unicode maps to ordinary ones: radicals, ligatures and forms of Arabic letters.
 */
const COMPATIBLE = /[\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufbff\ufe80-\ufefc]/;

/** Accents as separate characters, and the same accents as combining marks. */
const MARKS = pairs('´`ˆ˜¨ˇ˘˚˙˝¸', '\u0301\u0300\u0302\u0303\u0308\u030c\u0306\u030a\u0307\u030b\u0327');
/** Matches an accent before its letter. */
const ACCENTED = /[´ˆ˜¨ˇ˘˚˙˝¸`]\p{L}/gu;
/** Matches inline code, in which a backtick is no accent. */
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
 * Replaces presentation forms by ordinary characters: radicals used in place of ideographs, ligatures, forms
 * of Arabic letters, and accents drawn over a letter. A new span keeps the replaced characters in `original`.
 * If the replaced characters are in two text items, `original` has only those of the first item.
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
    const plain = plainForm(character, text);
    if (plain === character) continue;
    // Some fonts map one glyph to both the radical and the ideograph. Both are then replaced by one
    // character.
    const isRepeated = text.charAt(at - 1) === plain && changes[changes.length - 1]?.to !== at;
    const to = text.charAt(at + 1) === plain ? at + 2 : at + 1;
    if (isRepeated) changes.push({ from: at - 1, to: at + 1, text: plain });
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

function plainForm(character: string, text: string): string {
  const simplified = SIMPLIFIED_RADICALS.get(character);
  if (simplified !== undefined && !TRADITIONAL.test(text)) return simplified;
  return RADICALS.get(character) ?? character.normalize('NFKC');
}

/** Returns the letter with its accent; undefined when the two characters are not an accent and a letter. */
function composedLetter(pair: string, before: string): string | undefined {
  const accent = pair.charAt(0);
  if (accent === '`' && !/[aeiou]$/i.test(pair)) return undefined;
  if (accent === '˜' && before === '/') return undefined;
  const letter = pair.slice(1).replace('ı', 'i').replace('ȷ', 'j');
  const composed = `${letter}${MARKS.get(accent) ?? ''}`.normalize('NFC');
  return composed.length === 1 ? composed : undefined;
}

/**
 * Replaces parts of the text of spans. `changes` are in order, with offsets in the joined text of all spans.
 */
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
