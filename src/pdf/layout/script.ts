/** Questions about single characters that layout's rules ask. */

const IDEOGRAPHIC =
  /[\u2e80-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u;
const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]/;

/**
 * Chinese and Japanese characters and their punctuation: written without spaces between words. Hangul is not,
 * it has spaces.
 */
export function isUnspaced(character: string): boolean {
  return character >= '\u2e80' && IDEOGRAPHIC.test(character);
}

/** As wide as the font is high: ideographs, kana, Hangul syllables and full-width punctuation. */
export function isFullWidth(character: string): boolean {
  return isUnspaced(character) || HANGUL.test(character);
}

/** The first character, surrogate pairs kept together; empty for an empty text. */
export function firstCharacter(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** The last character, surrogate pairs kept together; empty for an empty text. */
export function lastCharacter(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  const isLowSurrogate = last >= 0xdc00 && last <= 0xdfff;
  return isLowSurrogate ? text.slice(-2) : text.slice(-1);
}

/** Whether a sentence, or a lead-in such as "as follows:", is complete at the end of this text. */
export function endsSentence(text: string): boolean {
  return /[.!?:;。！？：；…．｡][\s"'”’」』）)\]】》]*$/.test(text);
}

/**
 * Whether a text starts in the middle of a sentence: with a small letter, or with punctuation that closes
 * something.
 */
export function startsMidSentence(text: string): boolean {
  return /^[\p{Ll},;.:)\]}、，。；：）」』】》！？]/u.test(text);
}
