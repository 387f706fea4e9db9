import type { CodedItem, Piece } from './piece';

/**
 * Old Chinese programs write GBK bytes in a Latin font that is not embedded. A viewer with a Chinese font
 * shows the right characters, but pdf.js returns one Latin letter for each byte. If the bytes are common
 * Chinese text, this module decodes them.
 */

/** Matches a run of letters beyond ASCII. If they are GBK bytes, two of them are one Chinese character. */
const PAIRS = /[\u0080-\uffff]+/g;
/** Minimum number of Chinese characters in all text drawn with a font. Shorter text is not decoded. */
const FEWEST = 8;
/** Minimum share of common characters (GB 2312, level 1) in the decoded text. */
const USUAL_SHARE = 0.85;

/** The characters of Windows-1252 from 0x80 to 0x9f, where Latin 1 has control characters. */
const WINDOWS =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

let gbk: TextDecoder | undefined;

/** Returns the byte of a character in Windows-1252; -1 when there is none. */
function byteOf(character: string): number {
  const code = character.charCodeAt(0);
  const at = code < 0xa0 && code >= 0x80 ? -1 : WINDOWS.indexOf(character);
  return at < 0 ? (code < 0x100 ? code : -1) : 0x80 + at;
}

/**
 * Returns true when the text of a font consists of GBK bytes.
 * @param items all text items with this font
 */
export function isDoubleByte(items: readonly CodedItem[]): boolean {
  return items.some(({ str }) => MAY_BE_BYTES.test(str)) && isChinese(items.map(whole).join(' '));
}

const MAY_BE_BYTES = /[\u00b0-\u00ff][\u00a1-\u00ff]/;

function isChinese(text: string): boolean {
  let characters = 0;
  let usual = 0;
  for (const [run] of text.matchAll(PAIRS)) {
    const bytes = Array.from(run, byteOf);
    if (bytes.includes(-1)) return false;
    characters += Math.ceil(bytes.length / 2);
    for (let at = 0; at + 1 < bytes.length; at += 2)
      if (isUsual(bytes[at] ?? 0, bytes[at + 1] ?? 0)) usual += 1;
  }
  return characters >= FEWEST && usual >= USUAL_SHARE * characters;
}

/** Returns true for the 3,755 most common characters, punctuation, and full-width letters and digits. */
function isUsual(lead: number, trail: number): boolean {
  return trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3);
}

/** Decodes the GBK bytes of an item. */
export function doubleBytePieces(item: CodedItem): Piece[] {
  gbk ??= new TextDecoder('gbk');
  const bytes = whole(item);
  const found: Piece[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const pair = bytes.slice(at, at + 2);
    const [lead = 0, trail = 0] = Array.from(pair, byteOf);
    const text = lead > 0x80 && trail >= 0x40 ? gbk.decode(Uint8Array.of(lead, trail)) : '';
    if (text.length === 1 && text !== '\ufffd') {
      found.push({ text, original: pair.replaceAll('\u00ad', '') });
      at += 1;
    } else found.push({ text: bytes.charAt(at), original: bytes.charAt(at).replace('\u00ad', '') });
  }
  return found;
}

/** Returns the text of an item. Adds the bytes 0xAD, which pdf.js has removed as soft hyphens. */
function whole({ str, hyphens = [] }: CodedItem): string {
  let text = str;
  for (const at of [...hyphens].reverse()) text = `${text.slice(0, at)}\u00ad${text.slice(at)}`;
  return text;
}
